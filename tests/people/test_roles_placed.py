"""Offices whose place stands away from the title: in a list, at who speaks, in a record's head."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {
    **{"弗萊堡": "fre DE", "水原市": "suw KR", "新北市": "ntp TW", "貝加莫": "ber IT"},
    **{"卡利市": "cal CO", "宜蘭": "yil TW", "嘉義": "chi TW", "臺中市": "txg TW"},
}


def test_mayors_of_a_list_follow_the_list_of_cities_with_our_own_first(read: Reader) -> None:
    text = (
        "減碳共同宣言由弗萊堡、水原市、新北市發表。"
        "簽署人：市長湯國鼎、市長Dr. Annegret Sommerfeld、市長池東旭。"
    )
    doc = read.document(text, CITIES)
    found = [roles(doc, name)[0].city_id for name in ("湯國鼎", "Annegret Sommerfeld", "池東旭")]
    assert found == ["ntp", "fre", "suw"]


def test_a_foreign_mayor_belongs_to_the_one_city_of_the_paragraph(read: Reader) -> None:
    text = "喬凡尼·貝拉維塔市長講到三月，我也說不下去。貝加莫那個月死了很多人。"
    assert [role.city_id for role in roles(read.document(text, CITIES), "喬凡尼·貝拉維塔")] == [
        "ber"
    ]


def test_a_speaker_names_the_mayor_of_the_own_city(read: Reader) -> None:
    text = (
        "與談人：卡利市副市長Ana Vega\n\n主持人：請說。\n\n"
        "Ana Vega：我們跳舞跳得好。市長Luis Mora要我代他問候大家。\n\n主持人：謝謝。\n"
    )
    assert [role.city_id for role in roles(read.document(text, CITIES), "Luis Mora")] == ["cal"]


def test_a_deputy_belongs_to_the_head_named_before_rather_than_to_the_home_city(
    read: Reader,
) -> None:
    text = (
        "〔記者王小明／嘉義報導〕嘉義市政府開會，宜蘭縣長藍士恆到場。\n\n"
        "藍縣長說好。不過林副縣長補了一槍。"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "林副縣長")] == ["yil"]


@pytest.mark.parametrize("label", ["主席", "委員", "召集人"])
def test_who_meets_belongs_to_the_council_whose_record_it_is(read: Reader, label: str) -> None:
    text = f"臺中市議會第4屆第4次定期會紀錄\n\n{label}：張廖晏慈\n"
    doc = read.document(text, CITIES)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    assert {bodies.get(r.organization_id or "") for r in roles(doc, "張廖晏慈")} == {"臺中市議會"}


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("得標廠商「星橋智聯」執行長魏千惠指出。", "魏千惠", "星橋智聯"),
        ("電信子公司「星橋數據」台灣區總經理魏千惠表示。", "魏千惠", "星橋數據"),
        ("《城市切片》總編輯吳思霈主持。", "吳思霈", "城市切片"),
        ("主持：吳思霈（《城市切片》總編輯）", "吳思霈", "城市切片"),
        ("中正社區大學校長詹曜齊也上台。", "詹曜齊", "中正社區大學"),
        ("合肥市委書記馮啟淵宣布開幕。", "馮啟淵", "合肥市委"),
        ("熊本縣知事木村敬到場。", "木村敬", "熊本縣政府"),
        ("富山市福祉保健部部長堀越千草說。", "堀越千草", "富山市福祉保健部"),
        ("市府與日商歐力士簽約。日商歐力士總經理魏千惠說。", "魏千惠", "歐力士"),
        ("出席：\n環保局：張瑞琿局長、簡股長志偉\n", "簡志偉", "環保局"),
        ("由資訊中心鄭主任提報。", "鄭主任", "資訊中心"),
        ("AWS日本暨台灣總經理王定愷到場。", "王定愷", "AWS"),
        ("ENEL X亞太區總監Marco Rossi來訪。", "Marco Rossi", "ENEL X"),
    ],
)
def test_the_body_at_a_title_is_whole(read: Reader, text: str, name: str, body: str) -> None:
    doc = read.document(text, {"合肥": "hef CN", "富山市": "toy JP"}, {"台灣": "TW", "日本": "JP"})
    bodies = {one.organization_id: one.name for one in doc.organizations}
    assert body in {bodies.get(role.organization_id or "") for role in roles(doc, name)}


def test_the_office_in_a_bracket_is_told_besides_the_title_before(read: Reader) -> None:
    doc = read.document("委員Sarah Lindholm（臺中市副市長）建議。", CITIES)
    assert {role.title for role in roles(doc, "Sarah Lindholm")} == {"委員", "副市長"}


def test_a_row_is_told_apart_from_the_body_of_another_row(read: Reader) -> None:
    text = (
        "編號,我方,對方,簽署人,職稱,摘要\n1,臺中市議會,水原市,金大中,議員,雙方簽署備忘錄。\n"
        "2,臺中市議會,卡利市,Ana Vega,議會副主席,雙方簽署備忘錄。"
    )
    doc = read.document(text, CITIES, name="a.csv")
    assert "txg" not in {role.city_id for role in roles(doc, "Ana Vega")}


def test_a_country_in_the_column_of_cities_is_that_of_its_row(read: Reader) -> None:
    text = (
        "編號,城市,代表,職稱,摘要\n1,卡利市,Ana Vega,市長,推動開放資料。\n"
        "2,帛琉,Ian Rull,部長,保護海域。\n"
    )
    doc = read.document(text, CITIES, name="s.csv", countries={"帛琉": "PW"})
    assert [role.country_code for role in roles(doc, "Ian Rull")] == ["PW"]


def test_the_city_that_has_its_mayor_is_not_that_of_another_one(read: Reader) -> None:
    text = "臺中市市長盧秀燕致詞全文\n\n各位來賓，我要感謝陳其邁市長專程前來。\n"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "盧秀燕")] == ["txg"]
    assert [role.city_id for role in roles(doc, "陳其邁")] == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("臺中市長王小明率團拜會縣廳，由知事宮崎泉接待。", "宮崎泉"),
        ("臺中市長王小明率團，行政議員鄭來興與會。", "鄭來興"),
    ],
)
def test_no_city_of_taiwan_has_a_governor_of_a_prefecture(
    read: Reader, text: str, name: str
) -> None:
    doc = read.document(f"臺中市政府新聞稿\n\n{text}\n", CITIES)
    assert [role.city_id for role in roles(doc, name)] == [None]


def test_the_deputy_of_a_county_abroad_follows_its_head(read: Reader) -> None:
    text = "貝加莫郡長薩卡賈原訂來訪臺中市，改由副郡長穆齊里出席。臺中市政府歡迎。"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "穆齊里")] == ["ber"]


def test_a_state_is_no_government_of_the_home_city(read: Reader) -> None:
    text = (
        "臺中市政府歡迎訪團。富山縣知事石井隆一致贈工藝品。"
        "古吉拉特邦首席部長帕特爾與邦政府首席秘書拉吉·庫馬爾同行。"
    )
    doc = read.document(text, CITIES)
    bodies = {one.organization_id: one for one in doc.organizations}
    held = {name: roles(doc, name)[0] for name in ("石井隆一", "拉吉·庫馬爾")}
    found = {name: bodies[role.organization_id or ""] for name, role in held.items()}
    assert {name: (body.name, body.country_code) for name, body in found.items()} == {
        "石井隆一": ("富山縣政府", "JP"),
        "拉吉·庫馬爾": ("古吉拉特邦政府", "IN"),
    }


def test_offices_called_by_their_head_alone_are_told_apart(read: Reader) -> None:
    doc = read.document("財政司司長陳茂波、政務司司長陳國基出席。", CITIES)
    assert sorted(body.name for body in doc.organizations) == ["政務司", "財政司"]


@pytest.mark.parametrize(
    ("text", "name", "title", "status"),
    [
        ("消防局長一職暫由副局長李世恭代理。", "李世恭", "消防局長", "acting"),
        ("資訊處長一職由交通大學教授陳中和接任。", "陳中和", "資訊處長", "current"),
        ("新任資訊處長由陳中和接任。", "陳中和", "資訊處長", "current"),
        ("研考會主委職缺由副主委林美珠升任。", "林美珠", "主委", "current"),
        ("治喪委員會主任委員由前立法院長王金平擔任。", "王金平", "主任委員", "current"),
    ],
)
def test_an_office_is_given_to_a_person(
    read: Reader, text: str, name: str, title: str, status: str
) -> None:
    found = {role.title: role.status for role in roles(read.document(text, {}), name)}
    assert found[title] == status


@pytest.mark.parametrize("text", ["召集人由各校輪流擔任。", "工程由台積電接手，校長由教育部代理。"])
def test_an_office_given_to_a_body_is_nobodys(read: Reader, text: str) -> None:
    assert read.document(text, {}).people == []


def test_a_list_is_of_the_city_that_opens_its_clause(read: Reader) -> None:
    text = (
        "臺中市政府新聞稿\n\n臺中市副市長王育敏，新北市副市長劉和然、交通局局長鍾鳴時出席。"
        "交通局局長葉昭甫陪同。\n"
    )
    doc = read.document(text, CITIES)
    found = {name: roles(doc, name)[0].city_id for name in ("鍾鳴時", "葉昭甫")}
    assert found == {"鍾鳴時": "ntp", "葉昭甫": "txg"}


def test_a_region_that_is_not_named_is_told_by_its_offices(read: Reader) -> None:
    text = "行政長官李家超出席峰會，財政司司長陳茂波、運輸署署長李頌恩在座。"
    doc = read.document(text, {})
    assert {role.country_code for role in doc.roles} == {"HK"}


def test_the_secretary_of_a_province_is_of_no_city(read: Reader) -> None:
    doc = read.document("水原市政府表示歡迎。省委書記黃坤明到訪。", CITIES)
    assert [role.city_id for role in roles(doc, "黃坤明")] == [None]


def test_a_minister_whose_field_no_list_tells_is_of_no_other_ministry(read: Reader) -> None:
    text = "數位發展部次長林宜敬說好。聯邦直轄區部長札麗哈、常務次長葉寧出席。"
    doc = read.document(text, {})
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = {
        name: bodies.get(roles(doc, name)[0].organization_id or "") for name in ("札麗哈", "葉寧")
    }
    assert found == {"札麗哈": None, "葉寧": "數位發展部"}


def test_members_of_an_academy_hold_its_chair_and_another(read: Reader) -> None:
    doc = read.document("中研院院士、臺大講座教授孔祥重致詞。", {})
    assert {role.title for role in roles(doc, "孔祥重")} == {"院士", "講座教授"}


def test_a_post_in_two_places_is_one_title(read: Reader) -> None:
    doc = read.document("駐貝加莫及卡利市總領事奧亞歷在座。", CITIES)
    assert [role.title for role in roles(doc, "奧亞歷")] == ["駐貝加莫及卡利市總領事"]


def test_a_row_takes_no_title_from_the_row_above(read: Reader) -> None:
    table = "姓名,備註,城市,身分\n王美花,致詞,臺中市,前部長\nAna Vega,演講,貝加莫,副市長\n"
    doc = read.document(table, CITIES, name="a.csv")
    found = {role.title for role in roles(doc, "Ana Vega")}
    assert found == {"副市長"}


def test_what_somebody_is_to_be_is_not_the_office_of_the_next(read: Reader) -> None:
    text = "數位發展部異動\n\n林宜敬升任部長 侯宜秀接次長\n\n次長林宜敬、局長侯宜秀出席。\n"
    doc = read.document(text, {})
    assert {role.title for role in roles(doc, "侯宜秀")} == {"局長"}


def test_behind_a_comma_a_former_head_is_somebody_else(read: Reader) -> None:
    text = "邱敬斌將接掌研考會主任委員，原主委彭基山轉任副市長。"
    found = {role.title for role in roles(read.document(text, {}), "彭基山")}
    assert found == {"原主委", "副市長"}


def test_who_signs_a_letter_holds_the_office_on_the_line_above(read: Reader) -> None:
    text = "很高興收到來信。\n\n貝加莫市長\n柯克·華生（Kirk Watson）敬上\n2024年7月12日\n"
    found = [(role.title, role.city_id) for role in roles(read.document(text, CITIES), "柯克·華生")]
    assert found == [("市長", "ber")]


def test_the_mayor_of_a_city_nobody_knows_is_not_that_of_the_one_before(read: Reader) -> None:
    text = "臺中市政府新聞稿\n\n貝加莫市委書記劉文儒、石獅市長朱啟平到場。市長盧秀燕歡迎。\n"
    doc = read.document(text, CITIES)
    found = {name: roles(doc, name)[0].city_id for name in ("朱啟平", "盧秀燕")}
    assert found == {"朱啟平": None, "盧秀燕": "txg"}


def test_the_head_of_a_county_is_none_of_the_city_whose_airport_is_named(read: Reader) -> None:
    text = (
        "宜蘭縣政府新聞稿\n\n代表團自臺中市清泉崗機場入境後直奔縣府，縣長卓明蕙到場迎接。"
        "臺中市派員陪同，縣長卓明蕙致詞。"
    )
    assert {role.city_id for role in roles(read.document(text, CITIES), "卓明蕙")} == {"yil"}


def test_who_is_met_in_a_city_is_not_of_it(read: Reader) -> None:
    text = "臺中市政府新聞稿\n\n論壇在新北市登場，市長盧秀燕偕同秘書長黃崇典到場。\n"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "黃崇典")] == ["txg"]


def test_heads_of_townships_are_of_the_county_that_publishes(read: Reader) -> None:
    text = "宜蘭縣政府新聞稿\n\n嘉義市長王大民、壯圍鄉長沈清山、蘇澳鎮長李明哲到場。\n"
    doc = read.document(text, {**CITIES, "宜蘭縣": "yil TW"})
    found = {name: roles(doc, name)[0].city_id for name in ("沈清山", "李明哲")}
    assert found == {"沈清山": "yil", "李明哲": "yil"}


def test_a_region_has_no_mayor_and_is_named_by_those_outside(read: Reader) -> None:
    text = (
        "深圳特區報訊\n\n香港特別行政區行政長官李家超訪問，市委書記孟凡利、市長覃偉中與李家超座談。"
        "財政司副司長黃偉綸在座。\n"
    )
    doc = read.document(text, {"深圳": "szx CN", "香港": "hkg HK"})
    assert {role.title for role in roles(doc, "李家超")} == {"行政長官"}
    assert [role.city_id for role in roles(doc, "覃偉中")] == ["szx"]


def test_a_professor_before_shares_no_title_with_the_next(read: Reader) -> None:
    text = "人工智慧實驗室主任周伯文教授、復旦大學校長裘新介紹。"
    doc = read.document(text, {})
    assert "教授" not in {role.title for role in roles(doc, "裘新")}


def test_the_office_of_a_township_that_ends_like_a_village(read: Reader) -> None:
    doc = read.document("太麻里鄉長王彩霞最支持。", {})
    assert [body.name for body in doc.organizations] == ["太麻里鄉公所"]


def test_who_stands_in_is_of_the_same_body(read: Reader) -> None:
    text = (
        "會議紀錄\n\n出席：\n法國在台協會參事白安德\n"
        "工業技術研究院　范組長姜維（請假，賀副組長佩蓉代理）\n"
    )
    doc = read.document(text, CITIES)
    named = {body.organization_id: body.name for body in doc.organizations}
    assert [named[role.organization_id or ""] for role in roles(doc, "賀佩蓉")] == [
        "工業技術研究院"
    ]


def test_a_guest_is_not_of_the_office_of_the_host_of_the_row(read: Reader) -> None:
    table = (
        "活動 | 主持 | 與談人 | 時間\n"
        "照護論壇 | 衛生局長 陳潤秋 | 李毓芹（銀享全球創辦人） | 10:00\n"
        "創業論壇 | 青年局長 侯佳齡 | 林之晨、詹益鑑 | 14:00\n"
    )
    doc = read.document(table, {})
    assert "銀享全球" not in {one.name for one in doc.people}
    assert {roles(doc, name)[0].organization_id for name in ("林之晨", "李毓芹")} == {None}


def test_a_list_that_its_city_heads_is_of_that_city(read: Reader) -> None:
    text = "宜蘭縣智慧農業推動小組名單\n\n召集人：周春米（縣長）\n執行秘書：鄭永裕（農業處處長）\n"
    doc = read.document(text, {"宜蘭縣": "yil TW"})
    found = {role.title: role.city_id for role in doc.roles}
    assert (found["縣長"], found["處長"]) == ("yil", "yil")


def test_the_home_city_stands_first_and_its_partner_behind_with(read: Reader) -> None:
    text = (
        "宜蘭市長林智堅與義大利貝加莫市長利卡多視訊，市府產業發展處長張力可、行銷處長林博峰與會。"
        "貝加莫市議員譚曉天說好。市議員余邦彥提問。\n"
    )
    doc = read.document(text, {**CITIES, "宜蘭市": "yil TW"}, {"義大利": "IT"})
    found = {name: roles(doc, name)[0].city_id for name in ("張力可", "林博峰", "余邦彥")}
    assert found == {"張力可": "yil", "林博峰": "yil", "余邦彥": "yil"}


def test_an_office_is_of_the_city_of_the_entry_before(read: Reader) -> None:
    text = (
        "新北市政府新聞稿\n\n議長蔣根煌到訪，水原市科技廳廳長阮鴻山、計畫投資廳副廳長黎忠孝出席。\n"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "黎忠孝")] == ["suw"]


def test_a_line_with_a_bar_before_a_name_heads_what_is_told_below(read: Reader) -> None:
    text = "講者介紹\n\n▌黃景茂\n臺中市政府都市發展局局長。歷任都市更新處處長。\n"
    doc = read.document(text, CITIES)
    assert next((role.title, role.city_id) for role in roles(doc, "黃景茂")) == ("局長", "txg")


def test_the_office_of_a_township_is_not_the_county_government(read: Reader) -> None:
    text = "宜蘭縣議會新聞稿\n\n縣府說好。海端鄉長余忠義、延平鄉長余明勳旁聽。\n"
    doc = read.document(text, {"宜蘭縣": "yil TW"})
    names = {one.organization_id: one.name for one in doc.organizations}
    short = next(m for m in doc.mentions if m.text == "縣府")
    assert names[short.entity_id or ""] == "縣府"
    assert {one.name for one in doc.people} == {"余忠義", "余明勳"}


def test_the_county_of_the_home_owns_its_offices_beside_a_guest(read: Reader) -> None:
    text = "宜蘭縣政府新聞稿\n\n縣長接見水原市副市長金承福率領的訪團，縣府觀光處長曾仁隆在座。\n"
    doc = read.document(text, {**CITIES, "宜蘭縣": "yil TW"})
    assert [role.city_id for role in roles(doc, "曾仁隆")] == ["yil"]


def test_who_writes_of_one_partner_is_the_only_city_of_ours(read: Reader) -> None:
    text = (
        "姊妹市資料卡\n\n我方城市：臺中市\n對方城市：韓國大田市\n"
        "簽署人：對方市長 Anna Kim\n說明：大田市、大田市、大田市，本府國際科辦理。\n"
    )
    doc = read.document(text, {"臺中市": "txg TW", "大田市": "tjn KR"}, {"韓國": "KR"})
    assert [role.city_id for role in roles(doc, "Anna Kim")] == ["tjn"]
    assert {one.name: one.city_id for one in doc.organizations}["國際科"] == "txg"


@pytest.mark.parametrize(
    "text",
    [
        "臺中市與韓國大田市締結姊妹市滿25年，市長盧秀燕接待訪團。",
        "臺中市政府新聞稿\n\n臺中市和大田市結盟，市長盧秀燕26日接待大田市長李章雨。",
    ],
)
def test_a_title_behind_a_pair_belongs_to_the_subject(read: Reader, text: str) -> None:
    doc = read.document(text, {"臺中市": "txg TW", "大田市": "tjn KR"}, {"韓國": "KR"})
    assert [role.city_id for role in roles(doc, "盧秀燕")] == ["txg"]


@pytest.mark.parametrize(
    "text",
    [
        "日本水原市由觀光部部長當間美代子代表出席。",
        "論壇登場。水原市則由文化委員當間美代子率團。",
        "水原市方面改派企劃室長當間美代子與會。",
    ],
)
def test_whoever_a_city_sends_holds_office_there(read: Reader, text: str) -> None:
    doc = read.document(text, CITIES, {"日本": "JP"})
    assert [role.city_id for role in roles(doc, "當間美代子")] == ["suw"]


@pytest.mark.parametrize(
    "words",
    [
        "漢堡市長因公出國，執行長Anne Holm代為說明。",
        "漢堡市市長請假，改由特別助理 Anne Holm 宣讀講稿。",
        "德國漢堡市長未克前來，秘書長Anne Holm以視訊致意。",
    ],
)
def test_who_stands_in_acts_for_the_office_of_the_absent(read: Reader, words: str) -> None:
    text = f"數位局委員會主席王小明說，路平了。{words}"
    doc = read.document(text, {"漢堡": "ham DE", "漢堡市": "ham DE"}, {"德國": "DE"})
    (role,) = roles(doc, "Anne Holm")
    assert role.city_id == "ham"
    assert doc.text[role.start : role.end].startswith(role.title)


@pytest.mark.parametrize("label", ["紀錄：科員 ", "記錄：辦事員 ", "主席：（略）　紀錄：專員"])
def test_who_keeps_the_papers_is_of_the_office_they_are_of(read: Reader, label: str) -> None:
    text = f"基隆市政府會議紀錄\n時間：112年9月5日\n{label}王小明\n\n一、報告：（略）\n"
    doc = read.document(text, {"基隆市": "kel TW"})
    assert [role.city_id for role in roles(doc, "王小明")] == ["kel"]


def test_a_bureau_of_a_local_name_is_of_no_city_abroad_that_is_named_more(read: Reader) -> None:
    text = (
        "城市早安\n\nAnne Holm（漢堡市長）：漢堡早安。漢堡今年種樹。\n"
        "主持人：基隆這邊，請處長。\n王大武（交通處處長）：末班車延後半小時。\n"
    )
    doc = read.document(text, {"漢堡": "ham DE", "基隆": "kel TW"})
    assert [role.city_id for role in roles(doc, "王大武")] == ["kel"]


@pytest.mark.parametrize(
    "table",
    [
        "對方聯絡人,職稱,本府承辦單位,本府承辦人",
        "本府承辦單位,本府承辦人,對方職稱,對方聯絡人",
        "本府承辦人,本府承辦單位,對方聯絡人,職稱",
    ],
)
def test_a_clerk_of_the_own_side_is_of_the_office_beside_not_of_the_partner(
    read: Reader, table: str
) -> None:
    told = {"單位": "觀光局", "承辦人": "林書豪", "聯絡人": "Ana Vega", "職稱": "國際處副處長"}
    names = table.split(",")
    cells = [next(said for end, said in told.items() if name.endswith(end)) for name in names]
    text = (
        f"編號,友市,簽訂日期,{table},說明\n1,卡利市,2011/05/03,{','.join(cells)},互贈樹苗\n"
        "備註：本表由臺中市政府秘書處彙製。\n"
    )
    doc = read.document(text, CITIES, name="a.csv")
    bodies = {one.organization_id: one.name for one in doc.organizations}
    (own,), (other,) = roles(doc, "林書豪"), roles(doc, "Ana Vega")
    assert (own.title, bodies[own.organization_id or ""], own.city_id) == (
        "承辦人",
        "觀光局",
        "txg",
    )
    assert (other.title, other.city_id) == ("副處長", "cal")


def test_an_office_of_that_city_may_have_words_of_its_branch(read: Reader) -> None:
    doc = read.document(
        "里茲市的充電樁不夠。該市交通總監Priya Nair承諾再設兩百座。\n", {"里茲市": "lds GB"}
    )
    assert [role.city_id for role in roles(doc, "Priya Nair")] == ["lds"]

"""Rosters, registers and mastheads: what stands beside a name tells the office and whose it is."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {"華沙": "waw PL", "臺南": "tnn TW", "橫濱": "yok JP", "大邱": "tae KR"}


@pytest.mark.parametrize(
    ("line", "who", "title", "city"),
    [
        ("Anna Kowalska－華沙副市長", "Anna Kowalska", "副市長", "waw"),
        ("王大同－臺南市政府秘書長", "王大同", "秘書長", "tnn"),
        ("山本健太—橫濱市議會議長", "山本健太", "議長", "yok"),
        ("Anna Kowalska – 華沙市長", "Anna Kowalska", "市長", "waw"),
    ],
)
def test_a_dash_parts_a_name_from_its_office(
    read: Reader, line: str, who: str, title: str, city: str
) -> None:
    doc = read.document(f"與會貴賓\n{line}\n", CITIES)
    (role,) = roles(doc, who)
    assert (role.title, role.city_id) == (title, city)


def test_a_bracket_tells_of_which_city_a_bare_council_is(read: Reader) -> None:
    doc = read.document("議會代表：金泰賢（大邱）、山本健太（橫濱）", CITIES)
    assert [role.city_id for role in roles(doc, "金泰賢")] == ["tae"]


@pytest.mark.parametrize("title", ["簡任技正", "專員", "股長"])
def test_a_rank_of_the_civil_service_is_one_of_the_home_city(read: Reader, title: str) -> None:
    doc = read.document(f"臺南市政府新聞稿\n{title}王大同示範平台操作。", CITIES)
    (role,) = roles(doc, "王大同")
    assert role.city_id == "tnn"


@pytest.mark.parametrize("title", ["議員", "主任"])
def test_a_title_leaves_a_japanese_name_its_first_sign(read: Reader, title: str) -> None:
    doc = read.document(f"橫濱市{title}長谷川由紀到場。", CITIES)
    (role,) = roles(doc, "長谷川由紀")
    assert role.title.endswith(title)
    assert role.city_id == "yok"


def test_who_wins_an_election_by_some_share_holds_the_office(read: Reader) -> None:
    text = "華沙市長選舉昨天揭曉，Anna Kowalska以52%得票當選市長，下月就職。"
    (role,) = roles(read.document(text, CITIES), "Anna Kowalska")
    assert (role.title, role.city_id) == ("當選市長", "waw")


def test_who_signs_for_a_side_is_no_representative(read: Reader) -> None:
    text = "臺南市教育局長王大同代表簽字，場面溫馨。"
    assert "代表" not in [role.title for role in roles(read.document(text, CITIES), "王大同")]


def test_the_head_of_a_group_of_friends_is_of_its_own_country(read: Reader) -> None:
    doc = read.document("波蘭國會友台小組主席Anna Kowalska到訪。", CITIES)
    assert "TW" not in [role.country_code for role in roles(doc, "Anna Kowalska")]


@pytest.mark.parametrize("label", ["發稿單位", "發布機關"])
def test_the_line_of_the_issuer_tells_whose_the_offices_are(read: Reader, label: str) -> None:
    text = f"{label}：臺南市政府文化局\n發稿日期：112年9月14日\n局長王大同表示，藝術季將揭幕。"
    (role,) = roles(read.document(text, CITIES), "王大同")
    assert role.city_id == "tnn"


@pytest.mark.parametrize(
    ("text", "name", "title", "city"),
    [
        ("橫濱的代表（防災顧問 Jonas Weber）補充說明。", "Jonas Weber", "顧問", "yok"),
        ("大邱與談人（主任 金泰賢）說水費要漲。", "金泰賢", "主任", "tae"),
        ("華沙市長當選人Anna Kowalska下月就職。", "Anna Kowalska", "市長當選人", "waw"),
        ("臺南市副市長王大同缺席，機要秘書林美華代為致意。", "林美華", "機要秘書", "tnn"),
        ("Anna Kowalska（安娜）是華沙的副市長，負責港口。", "Anna Kowalska", "副市長", "waw"),
    ],
)
def test_a_bracket_or_a_word_stands_between_the_city_and_who_acts_for_it(
    read: Reader, text: str, name: str, title: str, city: str
) -> None:
    (role,) = roles(read.document(text, CITIES), name)
    assert (role.title, role.city_id) == (title, city)


def test_who_is_elected_does_not_hold_the_office_yet(read: Reader) -> None:
    doc = read.document("華沙市長當選人Anna Kowalska下月就職。", CITIES)
    assert [role.status for role in roles(doc, "Anna Kowalska")] == ["elect"]


def test_letters_in_a_bracket_tell_a_body_whose_name_nobody_knows(read: Reader) -> None:
    doc = read.document("城市氣候群（C40）執行主任Mark Watts致詞。", CITIES)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [bodies.get(role.organization_id or "") for role in roles(doc, "Mark Watts")]
    assert found == ["C40"]


@pytest.mark.parametrize(
    ("line", "name", "city"),
    [
        ("● 橫濱市　市長 山本健太／秘書 森田由紀", "森田由紀", "yok"),
        ("華沙（馬佐夫舍）　經濟顧問　Anna Nowak　隨員2人", "Anna Nowak", "waw"),
        ("（4）華沙／顧問Anna Nowak：塞車沒有搬走。", "Anna Nowak", "waw"),
        ("2. 大邱\n　　顧問金泰賢：機車太多。", "金泰賢", "tae"),
        ("大邱市率團來訪，團員有秘書金泰賢與顧問Anna Nowak。", "Anna Nowak", "tae"),
    ],
)
def test_the_city_that_opens_an_entry_is_the_one_of_whom_it_names(
    read: Reader, line: str, name: str, city: str
) -> None:
    doc = read.document(f"各市發言摘要\n\n{line}\n", CITIES)
    assert [role.city_id for role in roles(doc, name)] == [city]


@pytest.mark.parametrize(
    ("text", "name", "title", "body"),
    [
        ("成功大學的林志遠博士協助校正。", "林志遠", "博士", "成功大學"),
        ("成功大學 Ralf Soe 博士\n資料要公開。", "Ralf Soe", "博士", "成功大學"),
        ("講者：林志遠博士，成功大學助理教授", "林志遠", "助理教授", "成功大學"),
        ("引導人：Dr. Anna Walsh（成功大學）、林志遠", "Anna Walsh", "Dr.", "成功大學"),
        ("講者：許慧玲女士（成功大學校長）", "許慧玲", "成功大學校長", "成功大學"),
        ("外交部拉丁美洲及加勒比海司副司長洪靖文補充。", "洪靖文", "副司長", "外交部"),
    ],
)
def test_honorifics_and_parts_of_bodies_stand_between_a_name_and_its_body(
    read: Reader, text: str, name: str, title: str, body: str
) -> None:
    doc = read.document(text)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [(role.title, bodies.get(role.organization_id or "")) for role in roles(doc, name)]
    assert found[-1] == (title, body)


@pytest.mark.parametrize(
    ("bracket", "title"),
    [("華沙市氣候與環境總監", "總監"), ("華沙市數位創新協調長", "數位創新協調長")],
)
def test_a_bracket_that_begins_with_a_city_tells_a_title_nobody_lists(
    read: Reader, bracket: str, title: str
) -> None:
    (role,) = roles(read.document(f"主持：Anna Nowak（{bracket}）", CITIES), "Anna Nowak")
    assert (role.title, role.city_id) == (title, "waw")


def test_a_desk_of_a_mission_in_a_row_is_of_the_mission(read: Reader) -> None:
    table = (
        "場次,單位,講者,摘要\n1,荷蘭在臺辦事處,經濟組組長 Saskia Brink,說明法規\n"
        "2,成功大學,教授 林志遠,說明模型\n"
    )
    doc = read.document(table, {}, {"荷蘭": "NL", "臺": "TW"})
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [bodies.get(role.organization_id or "") for role in roles(doc, "Saskia Brink")]
    assert found == ["荷蘭在臺辦事處"]


def test_a_label_above_a_list_calls_those_whose_brackets_tell_a_body(read: Reader) -> None:
    text = "分組討論\n與談人：\n・Jan Lis（華沙市政府）\n・Anna Nowak（成功大學）\n"
    doc = read.document(text, CITIES)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [(one.title, bodies.get(one.organization_id or "")) for one in roles(doc, "Anna Nowak")]
    assert found == [("與談人", "成功大學")]


def test_an_adviser_of_somebody_is_of_the_same_city_whatever_the_field(read: Reader) -> None:
    doc = read.document("華沙市長Jan Lis的經濟顧問Anna Nowak昨日抵台。", CITIES)
    assert [role.city_id for role in roles(doc, "Anna Nowak")] == ["waw"]


def test_a_body_alone_in_a_cell_is_the_one_of_who_is_met(read: Reader) -> None:
    table = "日期,對象,對方出席,結論\n2/11,成功大學,主任 林志遠,續談\n2/14,華沙,市長 Jan Lis,簽約\n"
    doc = read.document(table, CITIES)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [bodies.get(role.organization_id or "") for role in roles(doc, "林志遠")]
    assert found == ["成功大學"]


def test_a_line_tells_the_unit_of_whom_it_labels(read: Reader) -> None:
    doc = read.document("（填報單位：華沙市政府；填報人：段文英）", CITIES)
    assert [role.city_id for role in roles(doc, "段文英")] == ["waw"]


@pytest.mark.parametrize("head", ["出席人", "團員", "報告人", "我方代表"])
def test_who_meets_a_body_is_not_of_it(read: Reader, head: str) -> None:
    table = f"日期,對象,{head},結論\n2/11,成功大學,副市長 林志遠,續談\n2/14,華沙,局長 王大同,簽約\n"
    doc = read.document(table, CITIES)
    assert [role.organization_id for role in roles(doc, "林志遠")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "主辦機關：華沙市政府。地點：臺北。主席：林志遠副市長",
        "主辦單位：華沙市政府；主持人：林志遠",
        "指導單位：華沙市政府；承辦人：林志遠",
        "填報單位：華沙市政府。日期：5月。主席：林志遠",
    ],
)
def test_a_line_that_tells_the_host_tells_no_unit(read: Reader, text: str) -> None:
    doc = read.document(text, CITIES)
    assert {role.organization_id for role in roles(doc, "林志遠")} <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "華沙的林志遠是董事長。",
        "林志遠博士（與華沙市長Jan Lis合照）出席。",
        "林志遠先生（華沙市長Jan Lis之友）致詞。",
        "林志遠先生（華沙）陳情。",
        "華沙市林志遠先生捐款。",
        "林志遠博士（華沙舉辦）",
        "華沙-總統 林志遠",
        "華沙 — 記者 林志遠",
        "華沙\n主持人 林志遠：",
        "華沙訪問團抵達臺南，成員包括課長Jan Lis，由理事長林志遠接待。",
        "華沙代表團參訪臺南，團員與創辦人林志遠交流。",
    ],
)
def test_no_office_of_a_city_is_made_up(read: Reader, text: str) -> None:
    doc = read.document(text, CITIES)
    assert [r for r in roles(doc, "林志遠") if r.city_id or r.organization_id] == []


@pytest.mark.parametrize(
    ("text", "n_roles"),
    [
        ("林志遠博士（成功大學）出席。", 1),
        ("林志遠博士（成功大學土木系）主講。", 1),
        ("林志遠女士（成功大學）出席。", 1),
        ("林志遠先生（成功大學校長）出席。", 1),
        ("華沙代表團參訪臺南，團員有國際組課長林志遠。", 1),
    ],
)
def test_offices_that_are_told_stay(read: Reader, text: str, n_roles: int) -> None:
    doc = read.document(text, CITIES)
    told = [r for r in roles(doc, "林志遠") if r.city_id or r.organization_id]
    assert len(told) == n_roles


def test_of_two_bureaus_the_last_one_is_headed(read: Reader) -> None:
    doc = read.document("教育局與藝推處處長林志遠列席。", CITIES)
    assert [role.organization_id for role in roles(doc, "林志遠")] == [None]


def test_a_professor_of_a_school_nobody_names_is_of_no_city(read: Reader) -> None:
    doc = read.document("臺南市副市長王大同承認。台下的城鄉所教授林志遠接話。", CITIES)
    assert [role.city_id for role in roles(doc, "林志遠")] == [None]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("新聞聯絡人：智慧科技處 科員 湯予安 電話：05-2254321分機312", "湯予安"),
        ("聯絡人：行政室課員 卓以琳", "卓以琳"),
        ("承辦人：柯宜蘭科員（05）225-4321 轉 207", "柯宜蘭"),
        ("聯絡人：程以安　電話：05-2254321", "程以安"),
    ],
)
def test_whom_to_ask_by_name_is_of_the_city_that_publishes(
    read: Reader, line: str, name: str
) -> None:
    text = f"嘉義市政府新聞稿\n\n嘉義市政府13日舉辦論壇，市長致詞。\n\n{line}\n傳真：05-225-1280\n"
    doc = read.document(text, {"嘉義市": "chi TW"})
    assert {role.city_id for role in roles(doc, name)} == {"chi"}


def test_whom_to_ask_may_have_a_name_in_latin_letters(read: Reader) -> None:
    line = "聯絡窗口：Agnieszka Kułak，羅茲市政府專員\n"
    doc = read.document(f"嘉義市政府13日舉辦論壇。\n\n{line}", {"羅茲": "lodz PL"})
    assert [role.city_id for role in roles(doc, "Agnieszka Kułak")] == ["lodz"]


@pytest.mark.parametrize("who", ["國際事務科　黃小姐", "游科員", "媒體科", "林專門委員", "紀先生"])
def test_whom_to_ask_without_a_name_is_of_the_frame(read: Reader, who: str) -> None:
    doc = read.document(f"嘉義市政府13日舉辦論壇。\n\n聯絡人：{who}　電話：05-2254321\n", {})
    assert not doc.of_label("PERSON")


def test_a_part_of_a_school_may_end_the_line_of_a_guest(read: Reader) -> None:
    text = "貴賓\n\n局長　　柯佩伶　　屏東縣政府文化處\n教授　　簡旭伸　　臺灣大學地理系\n"
    doc = read.document(text, {"屏東縣": "pin TW"})
    names = {one.organization_id: one.name for one in doc.organizations}
    assert [names.get(r.organization_id or "") for r in roles(doc, "簡旭伸")] == ["臺灣大學"]


@pytest.mark.parametrize(
    ("head", "remark", "title"),
    [
        ("首長", "市長；請假半日", "市長"),
        ("姓名", "市議員", "市議員"),
        ("首長", "", "首長"),
        ("市長姓名", "書面", "市長"),
        ("首長", "市長未到", "首長"),
        ("首長", "市長（已報到）", "市長"),
        ("首長", "市長（前往日本）", "市長"),
        ("首長", "市長（代理人出席）", "市長"),
        ("首長", "市長（代理）", "首長"),
        ("首長", "市長（代理市務）", "首長"),
        ("首長", "市長（退）", "首長"),
        ("首長", "市長（離席）", "市長"),
        ("首長", "市長（已卸任）", "首長"),
    ],
)
def test_a_row_tells_the_office_in_its_remarks_or_in_the_name_of_the_column(
    read: Reader, head: str, remark: str, title: str
) -> None:
    text = (
        f"編號\t城市\t{head}\t談話要點\t備查\n"
        f"1\t華沙市\tJan Lis\t路燈省電五成，明年再裝三千盞。\t{remark}\n"
        "2\t臺南市\t林志遠\t公車路網擴大，每天多四十班。\t\n"
    )
    doc = read.document(text, CITIES)
    told = [(role.title, role.city_id) for role in roles(doc, "Jan Lis")]
    assert told == [(title, CITIES["華沙"].split()[0])]

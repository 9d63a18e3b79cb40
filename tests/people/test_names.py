"""Names of people: where they begin and end, in the customs of many countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import views
from pipeline.language.latin_names import split_latin
from tests.people.documents import Reader

LATIN = {
    "accents": "Zdeněk Hřib",
    "decomposed accents": "Zdene\u030ck Hr\u030cib",
    "Dutch particles": "Val van den Broek",
    "Spanish particles": "María del Rocío Ibáñez y Ocampo",
    "Arabic particles": "Mohammed bin Salman",
    "Arabic article": "Layla al-Rashid",
    "Irish": "Seán Ó Briain",
    "apostrophe": "Siobhan O'Connor",
    "curly apostrophe": "Chiara D’Angelo",
    "initial first": "W. Reed Gusciora",
    "initial between": "Robert J. Lindqvist",
    "joined initials": "J.R. Ackerley",
    "hyphens": "Gábor Kerpel-Fronius",
    "saint": "Alvin St. Rose-Charlemagne",
    "several given names": "Paulo Henrique Tavares Brandão",
    "capitals": "JORDAN REEVES",
    "suffix": "Harold Baines, Jr.",
    "suffix without a comma": "DeShawn Abernathy Jr.",
    "nickname": 'Robert "Bob" Iger',
    "Vietnamese": "Nguyễn Thị Hồng Hạnh",
    "Yoruba": "Oluwaseun Adébáyò",
    "Korean, family first": "Kwon, Young-jin",
    "American, family first": "Whitaker, Deborah L.",
    "Malay": "Siti Nurhaliza binti Ahmad",
    "Indonesian, one word": "Risma",
}


@pytest.mark.parametrize("name", LATIN.values(), ids=LATIN.keys())
@pytest.mark.parametrize(
    "frame", ["橫山市市長{}指出，水質改善。", "橫山市 市長 {}", "由{}市長說明"]
)
def test_a_latin_name_beside_a_title_is_whole(read: Reader, name: str, frame: str) -> None:
    if "," in name or " " not in name:
        frame = frame.replace("由{}市長", "由市長{}")
    assert read.kept(frame.format(name), "PERSON", ["橫山市"]) == [name]


@pytest.mark.parametrize(
    "honorific", ["Mr.", "Ms.", "Dr.", "Hon.", "H.E.", "Ing.", "Sra.", "Prof. Dr.", "Mr"]
)
def test_an_honorific_is_no_part_of_the_name(read: Reader, honorific: str) -> None:
    assert read.kept(f"市長 {honorific} Ana Vega說", "PERSON") == ["Ana Vega"]
    assert read.kept(f"感謝{honorific} Ana Vega。", "PERSON") == ["Ana Vega"]


def test_an_honorific_needs_no_blank_behind_its_full_stop(read: Reader) -> None:
    assert read.kept("市長Mr.Ana Vega說", "PERSON") == ["Ana Vega"]


HAN = [
    "柯文哲",
    "黃珊珊",
    "賴清德",
    "歐陽少棠",
    "張簡育仁",
    "范姜泰基",
    "陳菊",
    "王國材",
    "高雄飛",
    "林嘉義",
    "余采薇",
    "佐佐木隆彥",
    "鈴木誠一郎",
    "小池百合子",
    "徐羅溫",
    "阮春福",
    "賀吉普",
    "馬可斯・賽斯爾伍德",
    "瓦莫什·拉斯洛",
    "米哈爾．奧爾謝夫斯基",
    "阮氏芳莊",
    "瓦歷斯．貝林",
    "以撒韻．比令",
    "布林肯",
    "邱沐阳",
    "顾南星",
    "趙亦農",
    "王均豪",
    "葉向陽",
]


@pytest.mark.parametrize("name", HAN)
@pytest.mark.parametrize(
    "frame",
    ["市長{}表示，水質改善。", "市長{}在會中強調", "局長{}、處長們都到場", "市長 {}", "（記者{}）"],
)
def test_a_han_name_behind_a_title_is_whole(read: Reader, name: str, frame: str) -> None:
    assert read.kept(frame.format(name), "PERSON") == [name]


@pytest.mark.parametrize("name", ["柯文哲", "黃珊珊", "歐陽少棠", "鈴木誠一郎", "高虹安"])
@pytest.mark.parametrize(
    "frame", ["由{}市長主持", "{}市長表示", "與{}副市長、局長會談", "感謝{}先生", "{}局長："]
)
def test_a_han_name_before_a_title_is_whole(read: Reader, name: str, frame: str) -> None:
    assert read.kept(frame.format(name), "PERSON") == [name]


SHORT = {
    "賴市長笑說沒有打算。": "賴市長",
    "，黃副市長則補充。": "黃副市長",
    "他們的小林市長由線上參加": "小林市長",
    "請歐陽議員發言": "歐陽議員",
    "智慧發展局詹局長上備詢台": "詹局長",
    "陳女士到場": "陳女士",
}


@pytest.mark.parametrize(("text", "name"), SHORT.items())
def test_a_surname_with_its_title_is_a_short_reference(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON", forms=["short"]) == [name]


@pytest.mark.parametrize("name", ["江議長明赫", "詹局長宗翰", "歐陽議員少棠", "顏徐議員秀鳳"])
def test_a_title_inside_a_name_belongs_to_the_mention(read: Reader, name: str) -> None:
    assert read.kept(f"主席（{name}）：現在開會。", "PERSON") == [name]
    assert read.kept(f"{name}：謝謝。", "PERSON") == [name]
    assert read.kept(f"（{name}報告）", "PERSON") == [name]


LISTS = {
    "市長林右昌、林永發及方定安到場": ["林右昌", "林永發", "方定安"],
    "記者高雄明、許台南／高雄報導": ["高雄明", "許台南"],
    "市長Sadiq Khan、Anne Hidalgo和Kai Wegner連線": [
        "Sadiq Khan",
        "Anne Hidalgo",
        "Kai Wegner",
    ],
    "講者：王小明、李大同": ["王小明", "李大同"],
    "邱沐阳回答：“目前没有这方面的安排。”": ["邱沐阳"],
    "市長徐羅溫（Seo Ra-on）提到": ["徐羅溫", "Seo Ra-on"],
    "市長Seo Ra-on（徐羅溫）提到": ["Seo Ra-on", "徐羅溫"],
    "市長柯文哲表示願意。隨後柯文哲離席。": ["柯文哲", "柯文哲"],
}


@pytest.mark.parametrize(("text", "names"), LISTS.items())
def test_names_in_lists_pairs_and_bylines(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "PERSON") == names


NOBODY_TEXT = """
市長在公務繁忙之餘應該了解數位技術。
首長高峰會議已於昨日圓滿落幕。
局長高度肯定團隊表現。
主任應邀出席並全程參與。
新常態下施政主軸明確。
智慧城市的願景令人溫馨。
馬拉松選手說明賽況。
市長任內推動多項建設。
處長方面表示樂觀。
金融機構表示願意配合。
市長曾表示將再研究。
高雄市表示將擴大辦理。
所有會議都在 ZOOM 上面進行。
參展的 Smart City Summit 說明新產品。
新政(New Deal)說明後疫情作為。
積極使用社群媒體 Archivesocial 使用。
市長時常提到石化業者與水利工程。
局長何時回覆，秘書長全力以赴。
市長應該強調安全，成長快速。
於是日本代表團說明程序。
連續三年成長，經濟部長期支持。
這座城市長期缺水，都市長遠規劃不足。
記者會由市長室主辦，代表團隨行。
官方說明，學者認為，民眾表示，專家指出。
第一任市長和前任局長都到場。
謝謝主席，報告議員。
"""


@pytest.mark.parametrize("text", NOBODY_TEXT.strip().splitlines())
def test_ordinary_words_are_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", ["高雄市"], ["日本"]) == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Kwon, Young-jin", ("Kwon", "Young-jin")),
        ("Jordan Reeves", ("Reeves", "Jordan")),
        ("Robert J. Lindqvist", ("Lindqvist", "Robert J.")),
        ("Daniel Quintero Calle", (None, None)),
        ("Risma", (None, None)),
    ],
)
def test_latin_names_are_split_only_where_their_form_tells(
    name: str, parts: tuple[str | None, str | None]
) -> None:
    assert split_latin(name) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("柯文哲", ("柯", "文哲")),
        ("歐陽少棠", ("歐陽", "少棠")),
        ("鈴木誠一郎", ("鈴木", "誠一郎")),
        ("馬可斯・賽斯爾伍德", (None, None)),
    ],
)
def test_han_names_are_split_by_surname(
    read: Reader, name: str, parts: tuple[str | None, str | None]
) -> None:
    assert read.people.han.split(name) == parts


@given(st.text(alphabet="柯文哲市長，。、（）:· ABc.'-局議員王小明Mr\n", max_size=40))
def test_claims_lie_in_the_text_and_never_overlap(read: Reader, text: str) -> None:
    from pipeline.recognizers.page import Page
    from pipeline.recognizers.people.finder import find_people
    from pipeline.recognizers.titles.finder import find_titles

    page = Page.of(text)
    page.add(find_titles(page, read.titles))
    claims = find_people(page, read.people)
    reached = 0
    for claim in claims:
        assert reached <= claim.start < claim.end <= len(text)
        assert not text[claim.start].isspace()
        assert not text[claim.end - 1].isspace()
        reached = claim.end


@given(st.sampled_from(HAN), st.sampled_from(["市長{}表示", "市長{}、", "由{}局長主持"]))
def test_script_does_not_matter(read: Reader, name: str, frame: str) -> None:
    text = frame.format(name)
    simplified = views.simplify(text)
    plain = read.kept(text, "PERSON")
    assert [views.simplify(one) for one in plain] == read.kept(simplified, "PERSON")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市長游錫堃說明。", ["游錫堃"]),
        ("市長遊說各國代表。", []),
        ("局長餘怒未消，市長週末表示滿意，處長於會中說明。", []),
        ("紀錄：邵于庭", ["邵于庭"]),
        ("美國的Kevin陳表示，創辦人Jerry林說明。", ["Kevin陳", "Jerry林"]),
        ("Kevin曾表示，Kevin時常說。", []),
        ("76歲的陳葉秀鑾坐在廟埕。", ["陳葉秀鑾"]),
        ("觀察員：格但斯克市 國際科 Ewa Nowicka；秘書 邱昱（線上）", ["Ewa Nowicka", "邱昱"]),
        ("司　儀：科長　詹凱欣", ["詹凱欣"]),
        ("開元里里長蔡進丁說", ["蔡進丁"]),
        ("浦那市政專員（Municipal Commissioner）Vikrant Deshpande指出", ["Vikrant Deshpande"]),
        ("數位長（CDO）林大同、副局長（策劃）拉維·納格拉詹到場", ["林大同", "拉維·納格拉詹"]),
        ("教育部張廖次長、各位來賓", ["張廖次長"]),
    ],
)
def test_what_stands_around_a_name_tells_it(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "PERSON", ["格但斯克市", "浦那"]) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("東道主佩雷蒂市長跟我約定一件事。", "佩雷蒂市長"),
        ("有摩洛哥的布瑟塔議員，很好。", "布瑟塔議員"),
        ("橫山市市長藤崎來訪的時候簽。", "藤崎"),
        ("橫山市小野 誠 市長說。", "小野 誠"),
        ("那裡的資訊官阿迪（Adi Hodžić）打開一份試算表。", "阿迪"),
        ("李副局長、簡技正與鄭經理也在場。", "簡技正"),
        ("簡市長語畢，全場鼓掌。", "簡市長"),
        ("總統府資政林全回憶。", "林全"),
        ("橫山市荻原健司市長去年來看過。", "荻原健司"),
        ("橫山市副市長黃敏剛才提到分工。", "黃敏"),
    ],
)
def test_names_by_family_name_alone_or_apart(read: Reader, text: str, name: str) -> None:
    assert name in read.kept(text, "PERSON", ["橫山市"], ["摩洛哥"])


@pytest.mark.parametrize(
    "text",
    [
        "她答先互相認識，再談市長的責任。",
        "連市長座車的油錢都有。",
        "這位統計學教授做了一件事。",
        "攤販許可、墓地登記整合到一支App。",
        "Cisco EMEA 區副總裁說明。",
        "萬居民受惠，成居民上線。",
        "代表時任縣長出席。",
    ],
)
def test_words_before_a_title_are_no_family_names(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


def test_both_names_of_a_cell_are_read(read: Reader) -> None:
    text = "編號,城市,姓名,職稱\n1,橫山市,薩利姆·哈西 Salim bin Nasser,市長\n2,橫山市,王大同,市長"
    doc = read.document(text, {"橫山市": "hen TW"}, name="a.csv")
    assert {m.text for m in doc.of_label("PERSON")} >= {"薩利姆·哈西", "Salim bin Nasser"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("文化局局長卓以晴接著介紹館藏。", "卓以晴"),
        ("臺南市政府研考會主任委員簡如茵逐項說明經費。", "簡如茵"),
        ("資訊處處長簡如茵輪流點名三家廠商。", "簡如茵"),
        ("文化局局長卓以晴引介了三位館員。", "卓以晴"),
    ],
)
def test_doubtful_names_right_behind_an_office_are_names(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON", ["臺南市"]) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "交通局局長高度肯定廠商表現。",
        "資訊處處長時常提醒同仁。",
        "教育處處長安排參訪。",
        "農業局局長孔急需要預算。",
        "文化局局長溫和地回應。",
        "地政局局長施行新制。",
        "市長會見熊本市副市長。",
    ],
)
def test_words_right_behind_an_office_are_no_names(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市長 Ing. Agr. Cirilo Báez Kowalski 參加。", "Cirilo Báez Kowalski"),
        ("市長 Ing. Quím. Carolina Cosse 參加。", "Carolina Cosse"),
        ("市議員 Councillor, Funchal — Duarte Nóbrega Freitas", "Duarte Nóbrega Freitas"),
    ],
)
def test_degrees_and_titles_are_no_part_of_a_latin_name(read: Reader, text: str, name: str) -> None:
    assert set(read.kept(text, "PERSON")) <= {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("主持：國立臺灣大學教授 Prof. 林子倫。", "林子倫"),
        ("感謝 Dr. 陳建仁的協助。", "陳建仁"),
    ],
)
def test_a_degree_in_latin_letters_stands_before_a_chinese_name(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON") == [name]


@pytest.mark.parametrize("name", ["黃家豪", "黃家耀", "王家慶"])
def test_a_given_name_may_begin_like_a_family(read: Reader, name: str) -> None:
    assert read.kept(f"{name}教授表示，合作密切。", "PERSON") == [name]
    assert read.kept("黃家豪宅失火，王家興建住宅。他向記者如是表示。", "PERSON") == []


def test_two_words_of_a_latin_name_are_the_same_person_whatever_honours_stand_before(
    read: Reader,
) -> None:
    text = (
        "與談：\n吉隆坡市政廳 副總監 拿督 Nor Hisham Ahmad Dahlan\n\nNor Hisham 指出，人次變多。\n"
    )
    doc = read.document(text, {"吉隆坡": "kul MY"})
    assert [one.name for one in doc.people] == ["Nor Hisham Ahmad Dahlan"]
    assert [one.title for one in doc.roles] == ["副總監"]

"""Names made of a family name and the name of a place or a word, and places that are nobody."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

BEHIND_TITLES = {
    "a county before a verb": ("勞動處長何臺東也說，", "何臺東"),
    "a county before a verb at once": ("教育處長郭嘉義指出，", "郭嘉義"),
    "a township at the end": ("科長洪大溪表示，", "洪大溪"),
    "a township at the beginning": ("漁業署副署長羅東明說，", "羅東明"),
    "two townships in a list": ("秘書連南澳、專員", "連南澳"),
    "a township before the colon": ("秘書 高樹林：明天再說。", "高樹林"),
    "a township before what is done": ("科員李竹山彙整，", "李竹山"),
    "a word before a verb": ("市議員柯開場也質疑，", "柯開場"),
    "a word that ends with and": ("郡守葉家和指出，", "葉家和"),
    "a word that begins with the family name": ("副教授費力行認為，", "費力行"),
    "a word before what is done": ("市長溫即默在致詞時", "溫即默"),
}


@pytest.mark.parametrize(("text", "name"), BEHIND_TITLES.values(), ids=BEHIND_TITLES.keys())
def test_a_place_in_a_name_is_no_place(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON", ["臺東", "嘉義"]) == [name]


NOBODY = {
    "a quoted word": "「里長千里眼」上線",
    "what he does": "科長應邀說明",
    "when": "主任今天說",
    "what it is about": "縣長施政上，向來務實。",
    "a trade": "局長石油業、鋼鐵業都談",
    "to whom": "鎮長向三芝居民致歉",
    "a district": "科長于三芝區公所服務",
    "how he says it": "主委常樂觀表示，",
    "to whom he says it": "處長向媒體說明，",
    "what he will say": "市長曾說明將再研究",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_what_is_quoted_or_done_is_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


BY_LINES = {
    "a capital, the day": ("（中央社記者梁可彤塔林5日專電）", "梁可彤"),
    "a capital, no day": ("〔記者丁若蘭里加報導〕", "丁若蘭"),
    "a place that no list has": ("（記者馬可莉奧盧8日電）", "馬可莉"),
    "nowhere": ("記者馬可莉報導", "馬可莉"),
}


@pytest.mark.parametrize(("text", "name"), BY_LINES.values(), ids=BY_LINES.keys())
def test_the_name_of_a_reporter_ends_before_the_place(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON", ["塔林", "里加"]) == [name]


CELLS = {
    "places before offices": (
        "編號\t國家/城市 職稱 姓名\t摘要\n1\t約旦/札爾卡 副市長 Eng. Omar Nasser\t輪水。\n"
        "2\t日本/大村市 市長 早川翔平\t賞花。",
        ["Omar Nasser", "早川翔平"],
    ),
    "two family names before the comma": (
        '編號,姓名,職稱,摘要\n1,"Pardo Elizondo, Inés",局長,缺水。\n2,"De Wit, Pieter",市長,淹水。',
        ["Pardo Elizondo, Inés", "De Wit, Pieter"],
    ),
    "two people": (
        '編號,姓名,摘要\n1,"Ann Lee, Omar Nasser",缺水。\n2,Karin Berg,淹水。',
        ["Ann Lee", "Omar Nasser", "Karin Berg"],
    ),
    "an honorific behind the name": (
        '編號,姓名,摘要\n1,"Omar Nasser, Dr.",缺水。\n2,Karin Berg,淹水。',
        ["Omar Nasser", "Karin Berg"],
    ),
    "a mayor in Malay": (
        '編號,姓名,摘要\n1,"Datuk Bandar, Rahim bin Salleh",缺水。\n2,Karin Berg,淹水。',
        ["Rahim bin Salleh", "Karin Berg"],
    ),
    "nobody": (
        "編號\t姓名\t摘要\n1\t無發言\t缺水。\n2\t尚未回覆\t淹水。\n3\t林可心\t賞花。",
        ["林可心"],
    ),
}


@pytest.mark.parametrize(("text", "names"), CELLS.values(), ids=CELLS.keys())
def test_a_cell_names_people_and_no_places(read: Reader, text: str, names: list[str]) -> None:
    places = {"札爾卡": "c1 JO", "大村市": "c2 JP"}
    file = "a.csv" if '"' in text else "a.txt"
    doc = read.document(text, places, {"約旦": "JO", "日本": "JP"}, file)
    assert [mention.text for mention in doc.mentions if mention.label == "PERSON"] == names


@pytest.mark.parametrize(
    ("cell", "names"), [("不破大樹", ["不破大樹"]), ("不克出席", []), ("另派員", [])]
)
def test_a_cell_of_a_person_may_name_nobody(read: Reader, cell: str, names: list[str]) -> None:
    doc = read.document(f"姓名\t摘要\n{cell}\t輪水。\n林志玲\t淹水。", {}, {}, "a.txt")
    people = [mention.text for mention in doc.mentions if mention.label == "PERSON"]
    assert people == [*names, "林志玲"]


LABELLED = {
    "a county": ("主持人：柳江月（南京電台）", ["柳江月"]),
    "words": ("聯絡人：江南秋　電話", ["江南秋"]),
    "no colon": ("報名請洽承辦人白川，分機 10。", ["白川"]),
    "no colon, a bracket": ("聯絡人田中央（分機 12）", ["田中央"]),
    "a reporter and a stroke": ("記者曾嘉義／專題報導", ["曾嘉義"]),
    "a turn of few words": ("主持人：時間到。", []),
    "a body": ("聯絡人：文化局　記錄：方案組", []),
    "what they do": ("承辦人會主動聯絡，承辦人員應到場。", []),
}


@pytest.mark.parametrize(("text", "names"), LABELLED.values(), ids=LABELLED.keys())
def test_what_fills_the_entry_of_a_person_is_a_name(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "PERSON", []) == names


UNDOTTED = {
    "a sound that closes names": ("秘書莫哈末再努丁透露，", "莫哈末再努丁"),
    "a family name at the beginning": ("講師慕拉安迪認為，", "慕拉安迪"),
    "five signs": ("主任法蒂瑪再娜指出，", "法蒂瑪再娜"),
    "a Chinese name before an adverb": ("議員馬大明再質詢。", "馬大明"),
    "father of an Indian": ("議員Arul a/l Raman說", "Arul a/l Raman"),
}


@pytest.mark.parametrize(("text", "name"), UNDOTTED.values(), ids=UNDOTTED.keys())
def test_a_foreign_name_is_not_cut_short(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON") == [name]


def test_who_is_named_in_full_has_no_other_given_name(read: Reader) -> None:
    text = "資訊局局長周至善出席。\n主持人請大家發言。周局長先來。\n周至善：好。"
    assert read.kept(text, "PERSON", forms=["short"]) == ["周局長"]


OF_TWO_SIGNS = {
    "a township that says": ("校長白沙表示，", "白沙"),
    "a township before a colon": ("校長白沙：明天再說。", "白沙"),
}


@pytest.mark.parametrize(("text", "name"), OF_TWO_SIGNS.values(), ids=OF_TWO_SIGNS.keys())
def test_two_signs_behind_an_office_are_a_name_though_a_word(
    read: Reader, text: str, name: str
) -> None:
    assert name in read.kept(text, "PERSON")


SPREAD = {
    "behind an office": ("局長周 志 明、副局長高 慧 君", ["周 志 明", "高 慧 君"]),
    "behind a label": ("主席：王 明 德　紀錄：李 小 美", ["王 明 德", "李 小 美"]),
    "an adverb behind a dotted name": ("市長尼克·史密斯先致詞，", ["尼克·史密斯"]),
}


@pytest.mark.parametrize(("text", "names"), SPREAD.values(), ids=SPREAD.keys())
def test_each_sign_of_a_name_may_stand_alone(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "PERSON") == names


NO_NAMES = {
    "a township in a list": "市長鹿港、和美走訪。",
    "where others come from": "主席關西、芎林代表請假。",
    "townships with stations": "處長林口、五股都設了據點。",
    "a township and the next one": "鄉長東河與長濱居民座談。",
    "two schools": "校長石碇與坪林兩校整併。",
    "an adverb": "主任池上也有分站。",
    "two trades": "區長溫泉、林業都要顧。",
    "a course": "校長溫泉與步道的課程額滿。",
    "a word that begins like a name": "主任宛如春風",
    "a word of taxes": "主任稅收減少",
    "spread honorifics": "主席：林 先 生　紀錄：王 小 姐",
    "a spread place": "主席：金 門 縣 代表",
    "spread titles": "主席：王 主 任　紀錄：陳 科 員",
    "a spread title alone": "許 專 員",
}


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES.keys())
def test_places_words_and_spread_titles_are_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", ["金門"]) == []


@pytest.mark.parametrize("text", ["大阪市デジタル統括監 木村真子說明。", "大阪市長木村真子說明。"])
def test_a_city_written_whole_begins_no_name_before_a_title(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", ["大阪市"]) == ["木村真子"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "資訊局長華倫西亞（Yesenia Valencia Murillo）說明。",
            ["華倫西亞", "Yesenia Valencia Murillo"],
        ),
        ("市長訪問華倫西亞（Valencia）並參觀港口。", []),
        ("局長華倫西亞（Valencia Opera House）參訪。", []),
        ("教授華倫西亞（Valencia School）畢業。", []),
    ],
)
def test_a_city_before_a_latin_name_behind_a_title_is_a_person(
    read: Reader, text: str, people: list[str]
) -> None:
    assert read.kept(text, "PERSON", ["華倫西亞"]) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("他說世宗是來當學生的。", []),
        ("他澄清只談過教師交流。", []),
        ("市府邀請來當選手的民眾。", []),
        ("市長曾帶學生參訪。", []),
        ("由陳昇歌手獻唱，頒獎給許淳學生。", ["陳昇", "許淳"]),
        ("市長接見戴資選手，感謝張宇演員。", ["戴資", "張宇"]),
        ("訪問：里加\n時間：三天", []),
        ("訪問：林佩蓉\n時間：三天", ["林佩蓉"]),
        ("里加副市長 Janis Ozols, Ph.D.；塔林議員 Mari Tamm, MBA。", ["Janis Ozols", "Mari Tamm"]),
    ],
)
def test_verbs_and_degrees_are_nobody(read: Reader, text: str, people: list[str]) -> None:
    assert read.kept(text, "PERSON", ["里加", "塔林", "世宗"]) == people

"""Offices whose city only the heading of their part tells, or the words before their field."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {
    **{"畢爾包": "bio ES", "首爾": "sel KR", "利沃夫": "lwo UA", "曼徹斯特": "man GB"},
    **{"高雄市": "khh TW", "温哥华": "van CA", "蘇黎世": "zrh CH"},
}
COUNTRIES = {"西班牙": "ES", "英國": "GB"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、畢爾包（9月7日至10日）", "二、首爾（9月11日）"),
        ("【1】畢爾包：讓屋頂上班", "【2】首爾：一通電話"),
        ("（一）西班牙畢爾包", "（二）首爾市政府"),
        ("■ 畢爾包｜河岸新生", "■ 首爾｜手環"),
        ("第一站：畢爾包", "第二站：首爾"),
        ("貳、西班牙・畢爾包", "參、首爾"),
        ("◆畢爾包篇", "◆首爾篇"),
        ("10月15日（星期二）　畢爾包", "10月20日至21日　首爾"),
        ("Day 1　3月12日　畢爾包", "Day 2　3月13日　首爾"),
        ("第一天：畢爾包", "第二天：首爾"),
        ("第一天（9月7日）　抵畢爾包", "第二天（9月8日）　畢爾包—首爾"),
        ("國家／城市：西班牙　畢爾包", "國家／城市：首爾市"),
        ("● 7/3（一）下午　抵達畢爾包", "● 7/4（二）　首爾市"),
    ],
)
def test_the_heading_of_a_part_tells_the_city_of_its_offices(
    read: Reader, first: str, second: str
) -> None:
    text = (
        f"考察報告\n\n{first}\n主管都市更新之副市長Itziar Goikoetxea說明，河岸花了二十年。\n\n"
        f"{second}\n福祉政策室長裴恩珠提醒，四分之一的家屬仍擔心監控。與蘇黎世並無往來。\n"
    )
    doc = read.document(text, CITIES, COUNTRIES)
    assert [role.city_id for role in roles(doc, "Itziar Goikoetxea")] == ["bio"]
    assert [statement.city_id for statement in doc.statements][:2] == ["bio", "sel"]


@pytest.mark.parametrize("head", ["西班牙畢爾包", "【西班牙畢爾包】", "一、西班牙畢爾包"])
@pytest.mark.parametrize("speaker", ["副市長 Itziar Goikoetxea", "Itziar Goikoetxea副市長："])
def test_the_line_of_a_speaker_stands_between_the_heading_and_the_words(
    read: Reader, head: str, speaker: str
) -> None:
    text = (
        f"首長發言摘要\n\n{head}\n{speaker}\n河岸花了二十年才整治完成。\n\n"
        f"{head.replace('西班牙畢爾包', '首爾')}\n市長 裴恩珠\n手環試辦一年，仍有人擔心。\n"
    )
    doc = read.document(text, CITIES, COUNTRIES)
    assert [role.city_id for role in roles(doc, "Itziar Goikoetxea")] == ["bio"]
    assert [role.city_id for role in roles(doc, "裴恩珠")] == ["sel"]
    assert [statement.city_id for statement in doc.statements] == ["bio", "sel"]


def test_a_part_that_is_about_no_city_ends_the_one_before(read: Reader) -> None:
    text = (
        "考察報告\n\n一、畢爾包\n河岸花了二十年。\n\n二、首爾\n手環試辦一年。\n\n"
        "三、心得\n副市長Itziar Goikoetxea提醒，人比橋難蓋。\n"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "Itziar Goikoetxea")] == [None]


@pytest.mark.parametrize(
    ("heading", "city"),
    [("（一）先清河、再賣地", "bio"), ("二、心得", None), ("團長後記", None)],
)
def test_a_heading_with_another_mark_only_divides_the_part(
    read: Reader, heading: str, city: str | None
) -> None:
    text = (
        "考察報告\n\n一、首爾\n手環試辦一年。\n\n一、畢爾包\n河岸花了二十年。\n\n"
        f"{heading}\n副市長Itziar Goikoetxea提醒，人比橋難蓋。\n"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "Itziar Goikoetxea")] == [city]


@pytest.mark.parametrize("head", ["西班牙・畢爾包（Bilbao）", "城市檔案：畢爾包市", "畢爾包"])
def test_a_sheet_about_one_city_tells_of_its_offices(read: Reader, head: str) -> None:
    text = (
        f"城市檔案卡　第31號\n{head}\n製表：高雄市政府秘書處\n\n一、數字\n面積四十平方公里。\n\n"
        "二、人物\n數位服務處處長 Itziar Goikoetxea：該處僅九人。\n承辦人王小明，分機1042。\n"
    )
    doc = read.document(text, CITIES, COUNTRIES)
    assert [role.city_id for role in roles(doc, "Itziar Goikoetxea")] == ["bio"]
    assert [role.city_id for role in roles(doc, "王小明")] == ["khh"]


def test_a_county_only_tells_where_the_city_behind_it_is(read: Reader) -> None:
    places = {"宜蘭縣": "ila TW", "頭城鎮": "tou TW"}
    text = "編號,國家／城市,代表,職稱,發言摘要\n1,臺灣　宜蘭縣頭城鎮,王小明,鎮長,搶孤每年一次。\n"
    doc = read.document(text, places, {"臺灣": "TW"}, name="a.csv")
    assert [role.city_id for role in roles(doc, "王小明")] == ["tou"]
    assert [statement.city_id for statement in doc.statements] == ["tou"]


@pytest.mark.parametrize(
    ("words", "city"),
    [
        ("英國曼徹斯特高齡政策主任Siobhán Whelan", "man"),
        ("外賓之中，曼徹斯特智慧城市計畫主任Siobhán Whelan", "man"),
    ],
)
def test_the_field_of_an_office_stands_behind_its_city(read: Reader, words: str, city: str) -> None:
    doc = read.document(f"{words}表示，城市要慢下來。", CITIES, COUNTRIES)
    assert [role.city_id for role in roles(doc, "Siobhán Whelan")] == [city]


def test_a_bureau_of_home_has_its_city_whatever_its_head_is_called(read: Reader) -> None:
    text = "高雄市政府新聞稿\n\n經濟發展局副局長Kacaw Lifok則預告，示範區第三季上路。\n"
    assert [r.city_id for r in roles(read.document(text, CITIES), "Kacaw Lifok")] == ["khh"]


ROSTER = """2019冬季城市論壇　賓客名單

{first}
　團長　副市長 Annika Petersen
　團員　港務局局長 Jörg Vollmer、祕書 Nora Falk；氣候顧問 Ole Brandt
　餐食　素食1名

{second}
　團長　市長 朴宰煥
　隨員　秘書 姜秀敏
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("【甲】西班牙　畢爾包市　4名", "【乙】韓國　首爾市　2名"),
        ("一、西班牙　巴斯克州畢爾包市（Bilbao）　4名", "二、韓國　首爾市　2位"),
        ("A組：西班牙畢爾包代表團", "B組：韓國首爾訪問團"),
        ("[A桌] 西班牙 畢爾包市", "[B桌] 韓國 首爾市"),
    ],
)
def test_members_of_a_delegation_are_of_the_city_that_heads_it(
    read: Reader, first: str, second: str
) -> None:
    text = ROSTER.format(first=first, second=second)
    doc = read.document(text, CITIES, {"西班牙": "ES", "韓國": "KR"})
    for city, names in (
        ("bio", ("Annika Petersen", "Jörg Vollmer", "Nora Falk", "Ole Brandt")),
        ("sel", ("朴宰煥", "姜秀敏")),
    ):
        assert {role.city_id for name in names for role in roles(doc, name)} == {city}


def test_a_part_that_names_no_members_places_nobody(read: Reader) -> None:
    text = "考察報告\n\n一、畢爾包\n建築師 Nora Falk 說河岸不錯。\n\n二、首爾\n手環試辦一年。\n"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "Nora Falk")] == [None]

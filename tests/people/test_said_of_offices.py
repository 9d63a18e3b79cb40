"""What an office does is no name, though its verb begins like one; names that look so are found."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

DONE = [
    "市長來拜年那天，縣府備了熱茶。",
    "局長來臺中開會，帶來兩份文件。",
    "副市長談水後重建時表示，橋已修好。",
    "噶瑪蘭導遊巴士每月跑十二個村。",
    "署長應訪時說，經費足夠。",
    "縣長簡報時指出，路燈已換新。",
    "校長賀電中說，友誼長存。",
    "市長洪亮地致詞。",
    "店長張羅場地，工程師施工三天，專員時常加班。",
    "科長明白說明經費用途。",
    "老師曾帶學生參訪。",
    "市長向臺南議會致意。",
]


@pytest.mark.parametrize("text", DONE)
def test_what_an_office_does_is_no_name(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", ["臺中", "臺南"]) == []


NAMED = {
    "處長向宏達指出，航線增加。": "向宏達",
    "部長管碧玲出席。": "管碧玲",
    "副主席連戰表示，": "連戰",
    "導演應采兒說，": "應采兒",
    "處長曾立惟、": "曾立惟",
    "市長只見澤郁子：": "只見澤郁子",
    "局長林時中說，": "林時中",
    "課長林立、": "林立",
    "交通局局長連建中表示，": "連建中",
    "教育局局長管時中說明，": "管時中",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_verb_may_be_a_family_name(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON") == [name]


def test_who_is_asked_to_explain_does_not_speak(read: Reader) -> None:
    doc = read.document(
        "基隆市一週要聞\n議員質疑資料的保存期限，要求市府提出說明。\n", {"基隆市": "kee TW"}
    )
    assert [(s.city_id, s.text) for s in doc.statements] == [
        ("kee", "議員質疑資料的保存期限，要求市府提出說明。")
    ]


def test_the_secretariat_of_a_forum_is_none_of_the_city(read: Reader) -> None:
    doc = read.document(
        "高雄市政府秘書處說明，論壇改期。論壇秘書處也發文澄清，報名費全數退還。\n",
        {"高雄市": "khh TW"},
    )
    assert [s.city_id for s in doc.statements] == ["khh", None]


def test_the_city_hall_is_that_of_the_only_city_told(read: Reader) -> None:
    doc = read.document(
        "福岡市的地鐵延伸線今年通車。市府指出，每日運量達八萬人次。\n", {"福岡市": "fuk JP"}
    )
    assert [s.city_id for s in doc.statements] == ["fuk"]
    for trip in ("里長上月赴福岡市考察。", "代表團上週訪問福岡市。"):
        doc = read.document(f"{trip}市府指出，經費自籌。\n", {"福岡市": "fuk JP"})
        assert [s.city_id for s in doc.statements] == [None]

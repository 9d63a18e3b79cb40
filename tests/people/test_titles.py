"""Titles of office: which are read, how far they reach, what they mean."""

from __future__ import annotations

import pytest

from pipeline.recognizers.titles.finder import read_title
from tests.people.documents import Reader

FOUND = {
    "臺北市副市長黃珊珊": ["副市長"],
    "代理市長陳景峻與第一副市長吳明機": ["代理市長", "第一副市長"],
    "前市長郝龍斌與候任市長張善政": ["前市長", "候任市長"],
    "執行長兼秘書長王小明": ["執行長", "秘書長"],
    "資訊局局長呂新科": ["局長"],
    "青年局長梅若蘭": ["青年局長"],
    "哥德堡市首席信息官埃米尔·约翰松": ["首席信息官"],
    "亞特蘭大市資訊總監Tye Hayes": ["資訊總監"],
    "荷蘭在臺辦事處副代表Rene Beerepoot": ["副代表"],
    "研考會主任委員林嘉義": ["主任委員"],
    "古采蘋議員發言": ["議員"],
    "請詹宗翰局長會後答覆": ["局長"],
    "市長提到目標": ["市長"],
    "城市長期缺水，首都市長王小明說": ["市長"],
}


@pytest.mark.parametrize(("text", "titles"), FOUND.items())
def test_titles_are_found_with_their_modifiers(read: Reader, text: str, titles: list[str]) -> None:
    assert read.kept(text, "TITLE", ["臺北市", "首都"]) == titles


@pytest.mark.parametrize(
    "text",
    [
        "市長室涉外團隊",
        "首長高峰會",
        "市長盃球賽",
        "記者會上",
        "代表團抵達",
        "這代表進步",
        "委員會通過",
        "城市長期規劃",
        "現代表演",
        "主任級人員",
        "有記者問是否結盟",
    ],
)
def test_longer_words_hold_no_title(read: Reader, text: str) -> None:
    assert read.kept(text, "TITLE") == []


def test_a_post_abroad_is_one_title(read: Reader) -> None:
    assert read.kept("駐美代表王小明", "TITLE", countries=["美"]) == ["駐美代表"]


@pytest.mark.parametrize(
    ("text", "english", "status"),
    [
        ("市長", "Mayor", "current"),
        ("副市長", "Deputy Mayor", "current"),
        ("前副市長", "Former Deputy Mayor", "former"),
        ("代理局長", "Acting Director-General", "acting"),
        ("候任市長", "Elect Mayor", "elect"),
        ("首席信息官", "Chief Information Officer", "current"),
        ("小隊輔", None, "current"),
    ],
)
def test_a_title_is_taken_apart(read: Reader, text: str, english: str | None, status: str) -> None:
    title = read_title(text, read.titles)
    assert (title.title_en, title.status) == (english, status)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("太原市長李明", ["市長"]),
        ("小田原市長加藤憲一", ["市長"]),
        ("八代市長佐藤健一", ["市長"]),
        ("神戶前市長矢田立郎", ["前市長"]),
        ("臺北市代市長林佩蓉", ["代市長"]),
    ],
)
def test_the_last_sign_of_a_city_is_no_modifier(read: Reader, text: str, titles: list[str]) -> None:
    places = ["太原", "小田原", "八代", "神戶", "臺北市"]
    assert read.kept(text, "TITLE", places) == titles

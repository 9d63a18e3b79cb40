"""Listed cities abroad count wherever the cutter cuts them out whole."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.language.words import Words
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Page
from pipeline.recognizers.places.finder import find_places


@cache
def cutter(terms: tuple[str, ...]) -> Words:
    return Words(terms)


def cities(text: str, lexicon: PlacesLexicon) -> list[str]:
    page = Page.of(text)
    page.words = cutter(tuple(lexicon.terms())).cut(text)
    claims = find_places(page, lexicon)
    return [text[c.start : c.end] for c in claims if c.label == "CITY" and not c.rejected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不只列日，整個地區都缺水。", ["列日"]),
        ("羅茲推動舊廠房再利用", ["羅茲"]),
        ("達沃耗資兩億改造公車。", ["達沃"]),
        ("基多：本市海拔兩千八百公尺", ["基多"]),
        ("目前里加有三百輛電車。", ["里加"]),
        ("洛桑去年停用紙本公文。", ["洛桑"]),
        ("海口去年停用紙本公文。", ["海口"]),
        ("制度參考光州及柏林。", ["光州", "柏林"]),
        ("近年圖森與鹿特丹都種樹。", ["圖森", "鹿特丹"]),
        ("海運城市與轉運城市的代表到運城市參觀。", ["運城市"]),
    ],
)
def test_a_city_needs_no_other_word(text: str, expected: list[str], lexicon: PlacesLexicon) -> None:
    assert cities(text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        "樹根特別粗壯，人行道被頂起來。",
        "每公里加價五元。",
        "港口口味和海口味的便當。",
        "開封後請冷藏。",
        "走一里加一里，山就翻過去了。",
        "市裡約五十萬人用過這個平台。",
        "馬賽說，他只負責路面。",
        "市長塔瓦雷斯笑了。",
        "只會說吉大港語的人聽不懂。",
        "活動由科羅州政府協辦。",
    ],
)
def test_parts_of_other_words_are_none(text: str, lexicon: PlacesLexicon) -> None:
    assert cities(text, lexicon) == []

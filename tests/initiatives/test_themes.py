"""Domains of initiatives, by their names and by what the text tells of them."""

from __future__ import annotations

from collections import ChainMap, Counter
from pathlib import Path

import pytest

from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon, build_lexicon
from pipeline.relations.initiatives.finder import relate_initiatives
from pipeline.relations.surroundings import Surroundings
from tests.initiatives.documents import document, initiative_lexicon, tables

SENTENCES = (Path(__file__).parent / "themes.txt").read_text(encoding="utf-8").splitlines()


def themes(text: str, lexicon: InitiativeLexicon | None = None) -> set[str]:
    """Domains of the first named initiative, without 智慧."""
    doc = document(text)
    relate_initiatives(Surroundings.of(doc), lexicon or initiative_lexicon())
    first = next((row for row in doc.initiatives if row.is_named), None)
    return {theme[2:] for theme in first.theme} if first else set()


def test_sentences_written_for_each_domain_are_told_apart() -> None:
    wanted, given, right = Counter[str](), Counter[str](), Counter[str]()
    for line in SENTENCES:
        theme, text = line.split("|")
        found = themes(text)
        wanted[theme] += 1
        given.update(found)
        right[theme] += theme in found
    f1 = {theme: 2 * right[theme] / (wanted[theme] + given[theme]) for theme in wanted}
    assert len(f1) == 8
    assert sum(f1.values()) / 8 >= 0.9, f1


def test_a_name_that_nothing_tells_about_has_the_domain_of_its_document() -> None:
    talk = "戶政櫃檯受理申辦，公文無紙化，里民投票決定預算，市民陳情有開放資料可查。" * 2
    assert themes(f"{talk}\n推出「朝陽計畫」。") == {"政府"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("推出「呼吸長廊」，沿線種樹、量測懸浮微粒。", {"環境"}, id="clauses behind"),
        pytest.param("推出「低碳社宅」，住宅翻修裝太陽能，全年節電。", {"建築", "環境"}, id="two"),
        pytest.param("推出「朝陽計畫」。", set(), id="nothing tells"),
        pytest.param("推出「朝陽計畫」，與國立交通大學合作。", set(), id="a body's name"),
        pytest.param("推出「Green Wave」，上線了。", {"環境"}, id="Latin words"),
        pytest.param("推出「Businessland」，公車準點了。", {"交通"}, id="part of a word"),
        pytest.param(
            "推出「甲課後計畫」與「乙公車計畫」，公車準點了。", {"教育"}, id="another's clause"
        ),
        pytest.param("「朝陽計畫」上線了，公里數不變。", set(), id="words that only look so"),
        *(
            pytest.param(f"推出「朝陽計畫」，{text}。", set(), id=text)
            for text in ("及早產出成果", "1999年上線", "目標本土化", "一起居住", "整體操作簡單")
        ),
    ],
)
def test_what_tells_a_domain(text: str, wanted: set[str]) -> None:
    assert themes(text) == wanted


@pytest.mark.parametrize("words", ["tram, bus and bike", "trams, buses and bikes"])
def test_a_latin_word_tells_the_same_of_one_and_of_many(words: str) -> None:
    assert themes(f"推出「Ride Easy」，free {words}。") == {"交通"}


def test_a_latin_word_in_a_longer_one_tells_nothing() -> None:
    assert "交通" not in themes("推出「晨光計畫」，business for any tramp。")


def test_a_line_of_weight_nine_decides_whatever_else_is_told() -> None:
    text = "推出「雨豆樹」，校園的公車準點了，學生上課不遲到。"
    lines = [
        *tables()["themes"],
        {"keyword": "雨豆樹", "theme": "智慧建築", "weight": "9", "source": "a user"},
    ]
    lexicon = build_lexicon(ChainMap({"themes": lines}, dict(tables())))
    assert themes(text, lexicon) == {"建築"}
    assert "建築" not in themes(text)
    assert "建築" not in themes("推出「晨光計畫」，公車準點了。隔壁里的雨豆樹開花。", lexicon)

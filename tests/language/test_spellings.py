"""What Taiwan writes in two ways is one word: 計畫 and 計劃, 答覆 and 答復."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.language.spellings import spellings
from pipeline.resources import LexiconTables


def test_a_line_of_a_lexicon_stands_for_both_ways(tmp_path: Path) -> None:
    (tmp_path / "titles.csv").write_text(
        "title,title_en,source\n計畫主持人,Principal Investigator,x\n規劃師,Planner,x\n",
        encoding="utf-8",
    )
    rows = LexiconTables(tmp_path)["titles"]
    assert [(row["title"], row["title_en"]) for row in rows] == [
        ("計畫主持人", "Principal Investigator"),
        ("計劃主持人", "Principal Investigator"),
        ("規劃師", "Planner"),
    ]


def test_a_line_for_the_other_way_is_not_overruled(tmp_path: Path) -> None:
    text = "word,role,source\n計畫,noun,x\n計劃,verb,x\n"
    (tmp_path / "words.csv").write_text(text, encoding="utf-8")
    roles = [(row["word"], row["role"]) for row in LexiconTables(tmp_path)["words"]]
    assert roles == [("計畫", "noun"), ("計劃", "verb")]


@pytest.mark.parametrize("text", ["前瞻基礎建設計畫", "前瞻基礎建設計劃", "前瞻基础建设计划"])
def test_names_in_both_ways_are_one(text: str) -> None:
    assert views.key(text) == views.key("前瞻基礎建設計畫")


@pytest.mark.parametrize("header", ["得獎計畫", "得獎計劃", "得奖计划"])
def test_a_header_in_either_way_has_one_role(header: str) -> None:
    assert column_role(header, []) == "initiative"


@pytest.mark.parametrize("text", ["局長答覆議員", "局長答復議員", "局长答复议员"])
def test_a_pattern_finds_either_way(text: str) -> None:
    assert views.pattern("答覆議員").search(views.fold(text))


def test_other_words_keep_their_characters() -> None:
    assert spellings("動畫覆蓋率") == ["動畫覆蓋率"]
    assert views.key("覆蓋率") != views.key("復蓋率")

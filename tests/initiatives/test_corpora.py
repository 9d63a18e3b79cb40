"""How often ordinary words pass for names, and how often quoted names are found.

``ordinary.txt`` holds a sentence a line that names no initiative: slogans and speech in quotation
marks, 計畫 as a verb, 系統 and 平台 in general.  ``quoted.txt`` holds sentences with the names they
quote behind ``|``.
"""

from __future__ import annotations

from pathlib import Path

from tests.initiatives.documents import names

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def test_at_most_three_of_a_hundred_ordinary_sentences_give_a_name() -> None:
    sentences = lines("ordinary.txt")
    wrong = {sentence: found for sentence in sentences if (found := names(sentence))}
    assert len(sentences) >= 140
    assert len(wrong) <= 0.03 * len(sentences), wrong


def test_nearly_all_quoted_names_are_found_and_nothing_else() -> None:
    wanted = found = given = 0
    for line in lines("quoted.txt"):
        text, _, expected = line.rpartition("|")
        right = set(expected.split(","))
        named = set(names(text))
        wanted, given, found = wanted + len(right), given + len(named), found + len(right & named)
    assert found >= 0.95 * wanted
    assert found >= 0.95 * given

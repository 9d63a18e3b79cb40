"""The short way of reading a quantity answers what the long way answers, or not at all."""

from __future__ import annotations

import pytest

from pipeline.recognizers.page import Page
from pipeline.recognizers.quantities.careful import CarefulReader
from pipeline.recognizers.quantities.plain import ASK, PlainReader, is_part
from pipeline.recognizers.quantities.units import Reading, UnitLexicon
from tests.numbers.test_quantities_table import CASES

# What may stand before and behind a sentence of the table.
BESIDE = [("", ""), ("第", "多"), ("約 ", " 人"), ("零下", "至5度"), ("B", "半"), ("15:", "、三")]


@pytest.mark.parametrize(("before", "behind"), BESIDE, ids=map("_".join, BESIDE))
def test_both_ways_agree(before: str, behind: str, lexicon: UnitLexicon) -> None:
    answers = 0
    for _, text, _ in CASES:
        page = Page.of(f"{before}{text}{behind}")
        plain, careful = (way(page, page.view, lexicon) for way in (PlainReader, CarefulReader))
        for piece in page.pieces:
            position = piece.start
            while begin := lexicon.begin.search(page.view, position, piece.end):
                start, position = begin.span(1)
                found = plain.read(start, position, piece.end, piece.start, piece)
                if found is ASK and is_part(page.view, page.view, start, position):
                    found = None
                if found is not ASK:
                    answers += 1
                    told = careful.read(start, position, piece.end, piece.start, piece)
                    assert (found, position) == told, page.text
    assert answers > 200


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("共30個城市", True),
        ("共 30 個城市", True),
        ("二十三座", True),
        ("七成五的市民", True),
        ("第4屆議會", True),
        ("十多個團體", True),
        ("30至50人", False),
        ("三分之一", False),
        ("NT$300元", False),
        ("2小時30分", False),
        ("氣溫負5度", False),
    ],
)
def test_which_numerals_are_plain(text: str, is_plain: bool, lexicon: UnitLexicon) -> None:
    assert (_first(text, lexicon) is not ASK) == is_plain


def _first(text: str, lexicon: UnitLexicon) -> Reading | None:
    page = Page.of(text)
    begin = lexicon.begin.search(page.view)
    assert begin is not None
    return PlainReader(page, page.view, lexicon).read(*begin.span(1), len(text), 0, page.pieces[0])

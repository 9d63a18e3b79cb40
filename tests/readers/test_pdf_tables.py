"""Ruled tables of a PDF, and what stands between them."""

from __future__ import annotations

import pytest

from pipeline.contract import Segment
from tests.readers import laws
from tests.readers.office import write_pdf

FIRST = [
    ["城市", "市長", "重點"],
    ["臺南市", "黃偉哲", "推動智慧路燈計畫。"],
    ["高雄市", "陳其邁", "推動智慧公車計畫。"],
]
SECOND = [["編號", "城市", "經費"], ["1", "臺中市", "三億元"], ["2", "桃園市", "兩億元"]]
SAID = "臺南市長黃偉哲表示，將與京都市簽署合作備忘錄。"
Texts = list[tuple[float, float, str]]
Rules = list[tuple[float, float, float, float]]


def table(left: float, top: float, rows: list[list[str]], *, is_open: bool) -> tuple[Texts, Rules]:
    """Return the cells and rules of a table with columns of 90, 90 and 240 points."""
    xs = [left, left + 90, left + 180, left + 420]
    texts = [
        (xs[column] + 4, top + 15 + 24 * row, text)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]
    bottom = top + 24 * len(rows)
    rules = [(xs[0], top + 24 * row, xs[-1], top + 24 * row) for row in range(len(rows) + 1)]
    rules += [(x, top, x, bottom) for x in (xs[1:-1] if is_open else xs)]
    return texts, rules


def kinds(*parts: tuple[Texts, Rules]) -> list[str]:
    """Return the paragraphs and rows of a page, by position."""
    page = (
        [text for texts, _ in parts for text in texts],
        [r for _, rules in parts for r in rules],
    )
    tables = laws.read(write_pdf([page]), "a.pdf")
    told = ("paragraph", "title", "table_row")
    return [s.text.strip() for s in tables[Segment] if s.kind in told]


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("left", [60, 110])
def test_what_stands_between_two_ruled_tables_is_text(left: float, is_open: bool) -> None:
    rows = ["\t".join(row) for row in (*FIRST, *SECOND)]
    parts = (
        table(60, 100, FIRST, is_open=is_open),
        ([(60, 215, SAID)], []),
        table(left, 300, SECOND, is_open=is_open),
    )
    assert kinds(*parts) == [*rows[:3], SAID, *rows[3:]]


def test_a_stroke_further_down_makes_no_table_of_the_text_above_it() -> None:
    note = ([(60.0, 330.0, "附註：經費由中央補助。")], [(60.0, 334.0, 300.0, 334.0)])
    stroke: tuple[Texts, Rules] = ([], [(300, 320, 300, 400)])
    found = kinds(table(60, 100, FIRST, is_open=False), ([(60, 215, SAID)], []), note, stroke)
    assert found == [*("\t".join(row) for row in FIRST), SAID, "附註：經費由中央補助。"]


@pytest.mark.parametrize("every", [1, 2, 3])
def test_rules_that_part_groups_of_rows_part_no_rows(every: int) -> None:
    names = ("臺南市", "高雄市", "臺中市", "桃園市", "新北市", "基隆市")
    rows = [FIRST[0], *([name, f"林{name[0]}之", "推動智慧長照計畫。"] for name in names)]
    texts = [
        (x, 100.0 + 24 * row, text)
        for row, cells in enumerate(rows)
        for x, text in zip((60.0, 150.0, 240.0), cells, strict=True)
    ]
    rules = [(55.0, y, 480.0, y) for y in (84, *(106 + 24 * n for n in range(0, 7, every)))]
    assert kinds((texts, rules)) == ["\t".join(row) for row in rows]

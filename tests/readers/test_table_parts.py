"""A table in parts, under its title again or 續上頁, is one table; another title opens another."""

from __future__ import annotations

import pytest

from pipeline.contract import Segment
from tests.readers import laws

TITLE = "<h2>2023城市論壇發言摘要</h2>"
NAMES = "<tr><th>城市</th><th>代表</th><th>發言重點</th></tr>"
FIRST = "<tr><td>大阪市</td><td>副市長 高橋健一</td><td>三年裝設充電樁六百座。</td></tr>"
SECOND = "<tr><td>安曼市</td><td>市長 林采穎</td><td>擴大公車路網至四十條。</td></tr>"


def rows_of(between: str) -> list[tuple[int, int]]:
    """Return table and position of each data row of a table cut in two."""
    page = (
        f"<html><body>{TITLE}<table>{NAMES}{FIRST}</table>{between}"
        f"<table>{NAMES}{SECOND}</table><p>以上由秘書處整理。</p></body></html>"
    )
    segments = laws.read(page.encode(), "a.html")[Segment]
    rows = [segment for segment in segments if segment.kind == "table_row"]
    return [(row.table or 0, row.row) for row in rows if row.row is not None]


@pytest.mark.parametrize(
    "between",
    ["", TITLE, "<p>（續上頁）</p>", "<h2>2023城市論壇發言摘要（續）</h2>", "<p>&nbsp;</p>"],
)
def test_parts_of_a_table_are_counted_through(between: str) -> None:
    assert rows_of(between) == [(1, 1), (1, 2)]


@pytest.mark.parametrize("between", ["<h2>下午場</h2>", "<p>以下為書面意見。</p>"])
def test_what_is_said_between_opens_another_table(between: str) -> None:
    assert rows_of(between) == [(1, 1), (2, 1)]

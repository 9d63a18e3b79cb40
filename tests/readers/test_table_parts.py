"""A table in parts, under its title again or 續上頁, is one table; another title opens another."""

from __future__ import annotations

import pytest

from pipeline.contract import Segment
from tests.readers import laws

TITLE = "<h2>2023城市論壇發言摘要</h2>"
NAMES = "<tr><th>城市</th><th>代表</th><th>發言重點</th></tr>"
FIRST = "<tr><td>大阪市</td><td>副市長 高橋健一</td><td>三年裝設充電樁六百座。</td></tr>"
SECOND = "<tr><td>安曼市</td><td>市長 林采穎</td><td>擴大公車路網至四十條。</td></tr>"


def rows_of(between: str, title: str = TITLE) -> list[tuple[int, int]]:
    """Return table and position of each data row of a table cut in two."""
    page = (
        f"<html><body>{title}<table>{NAMES}{FIRST}</table>{between}"
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


@pytest.mark.parametrize("again", ["（續上頁）", "各市智慧計畫（續）"])
def test_a_line_above_a_table_is_its_title_again_only_with_a_mark(again: str) -> None:
    assert rows_of(f"<p>{again}</p>", "<p>各市智慧計畫</p>") == [(1, 1), (1, 2)]
    assert rows_of("<p>各市智慧計畫</p>", "<p>各市智慧計畫</p>") == [(1, 1), (2, 1)]


def test_a_city_told_in_a_list_above_heads_its_own_table() -> None:
    names = ["臺北市", "高雄市", "臺南市"]
    listed = "".join(f"<li>{name}</li>" for name in names)
    told = "".join(
        f"<h2>{name}</h2><table><tr><th>計畫名稱</th><th>預算</th></tr>"
        f"<tr><td>智慧路燈計畫</td><td>{index}億元</td></tr></table>"
        for index, name in enumerate(names, start=5)
    )
    page = f"<html><body><h1>各市智慧計畫</h1><ul>{listed}</ul>{told}</body></html>"
    segments = laws.read(page.encode(), "a.html")[Segment]
    rows = [(s.table, s.row) for s in segments if s.kind == "table_row" and s.row]
    assert rows == [(1, 1), (2, 1), (3, 1)]
    assert [s.text.strip() for s in segments if s.kind == "heading"] == names


@pytest.mark.parametrize("above", ["<h2>臺北市</h2><h2>高雄市</h2><p>如下：</p>", "<p>備註</p>"])
@pytest.mark.parametrize("between", ["<h2>臺北市</h2>", "<h2>高雄市</h2>", "<p>備註</p>"])
def test_what_was_no_title_right_above_the_table_opens_another(above: str, between: str) -> None:
    assert rows_of(between, above) == [(1, 1), (2, 1)]


@pytest.mark.parametrize("between", ["<h2>下午場</h2>", "<p>以下為書面意見。</p>"])
def test_what_is_said_between_opens_another_table(between: str) -> None:
    assert rows_of(between) == [(1, 1), (2, 1)]

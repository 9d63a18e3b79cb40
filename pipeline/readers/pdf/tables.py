"""Ruled tables of a PDF, and tables that go on over pages.

Contract: pure but for asking the page for its rules; the header repeated on each page is left out,
rows that the end of a page broke are made whole.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from pipeline.language.columns import column_role
from pipeline.readers import marks
from pipeline.readers.pdf.words import join

Row = list[str]
Edge = dict[str, Any]

# Rules this near are one; an open table has rules above and below.
_NEAR = 2
_LEAST_RULES = 2


@dataclass(slots=True)
class Table:
    """A ruled table, or what stands of it on one page.

    Attributes:
        page: its first page.
        top: where it begins there.
        rows: the texts of its cells.
        places: the page of each row.
    """

    page: int
    top: float
    rows: list[Row]
    places: list[int]


def find_ruled(page: Any) -> Sequence[Any]:
    """Return the tables whose cells have rules around them.

    A row broken by the end of the page has no rule there, so one is drawn; so are the sides of a
    table that is open there, as high as its own rules.
    """
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    across = [edge for edge in page.edges if edge["orientation"] == "h"]
    ends: list[Edge] = []
    sides: list[Edge] = []
    for rules in _bands(upright):
        top, bottom = rules[0]["top"], max(rule["bottom"] for rule in rules)
        held = [edge for edge in across if top - 1 <= edge["top"] <= bottom + 1]
        left = min(edge["x0"] for edge in (*held, *rules))
        right = max(edge["x1"] for edge in (*held, *rules))
        ends += [_line(left, right, y, y) for y in (top, bottom)]
        if len(held) >= _LEAST_RULES:
            sides += [
                _line(x, x, top, bottom)
                for x in (left, right)
                if not any(abs(rule["x0"] - x) <= _NEAR for rule in rules)
            ]
    settings = {"explicit_horizontal_lines": ends, "explicit_vertical_lines": sides}
    found: Sequence[Any] = page.find_tables(settings) if upright else ()
    return found


def _bands(upright: Iterable[Edge]) -> list[list[Edge]]:
    """Return the upright rules that stand beside or right below each other, by their tops."""
    bands: list[list[Edge]] = []
    reached = 0.0
    for rule in sorted(upright, key=operator.itemgetter("top")):
        if not bands or rule["top"] > reached + _NEAR:
            bands.append([])
            reached = rule["bottom"]
        bands[-1].append(rule)
        reached = max(reached, rule["bottom"])
    return bands


def _line(x0: float, x1: float, top: float, bottom: float) -> Edge:
    return {
        "object_type": "line",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def join_pages(tables: Sequence[Table]) -> list[Table]:
    """Join tables that go on over pages: same columns, header once, broken rows made whole."""
    result: list[Table] = []
    for table in tables:
        last = result[-1] if result else None
        if (
            last is None
            or table.page != last.places[-1] + 1
            or len(last.rows[0]) != len(table.rows[0])
        ):
            result.append(table)
            continue
        # The header, of one line or more, is said again on each page.
        is_same = map(operator.eq, table.rows, last.rows)
        n_headers = sum(takewhile(bool, is_same))
        rows, places = table.rows[n_headers:], table.places[n_headers:]
        if rows and _is_rest(rows[0], last):
            last.rows[-1] = [join(*cells) for cells in zip(last.rows[-1], rows[0], strict=True)]
            rows, places = rows[1:], places[1:]
        last.rows += rows
        last.places += places or [table.page]
    return result


def _is_rest(row: Row, above: Table) -> bool:
    """Tell whether the first row of a page is the rest of the one that the page before broke off.

    Its first cell is empty, or only a cell of contents is filled whose sentence was not ended.  A
    row that tells more, below a sentence that was ended, leaves out what the rows above have in
    common.
    """
    filled = [column for column, text in enumerate(row) if text]
    roles = [column_role(name, ()) for name in above.rows[0]]
    if filled and not row[0]:
        told = [c for c in filled[1:] if roles[c] == "content" and marks.is_ended(row[c])]
        is_said = any(marks.is_ended(above.rows[-1][column]) for column in told)
        return len(filled) == 1 or not is_said
    if not filled:
        return False
    said = above.rows[-1][0]
    is_content = roles[0] == "content"
    return filled == [0] and is_content and bool(said) and not marks.is_ended(said)

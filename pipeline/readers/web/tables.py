"""Read a table of a web page into rows of a grid, cells that span rows and columns included.

Contract: each token goes into a cell, a separator or what is left over; the number of columns and
of cells made by spans is bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.language import columns
from pipeline.readers.canonical import Atom
from pipeline.readers.source import MAX_COLUMNS, too_many_columns
from pipeline.readers.tables import headers
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.row import GridRow
from pipeline.readers.web.elements import BLOCKS
from pipeline.readers.web.text import WebText, plain
from pipeline.readers.web.tokens import Token, attributes

_MAX_MADE = 200_000
_MOST_ABOVE = 4
_PARTS = ("td", "th", "tr", "thead", "tbody", "tfoot", "table")


@dataclass(slots=True)
class _Cell:
    parts: list[Part]
    before: list[Drop]
    columns: int = 1
    rows: int = 1
    is_name: bool = False


class _Reach(NamedTuple):
    """A cell that reaches down: its row, the last one it reaches, whether it begins here."""

    row: int
    last: int
    is_first: bool


@dataclass(slots=True)
class WebTable:
    """A table while its tokens are read.

    Attributes:
        text: the clean text.
        rows: the cells of each row.
        gap: what was dropped since the last cell.
    """

    text: str
    rows: list[list[_Cell]] = field(default_factory=list)
    gap: list[Drop] = field(default_factory=list)
    _cell: _Cell | None = None
    _inside: WebText | None = None
    _is_new_row: bool = True
    _in_head: bool = False
    _depth: int = 0

    def take(self, token: Token, rule: str) -> None:
        """Take the next token; ``rule`` drops it if not empty."""
        name = token.name
        if not rule and token.kind in ("open", "close") and name in _PARTS:
            is_nested = self._is_nested(token)
            if not is_nested:
                self._take_tag(token)
                return
        if self._inside is None:
            if rule or token.kind != "text" or not self.text[token.start : token.end].strip():
                self._leave_out(token, rule or "white_space")
                return
            self._open(_Cell([], []))
        assert self._inside is not None
        if rule or token.kind != "text":
            is_break = name in BLOCKS or name == "br"
            glue = "break" if is_break and not rule else "slice"
            self._inside.drop(token.start, token.end, rule or "markup", glue)
        else:
            self._inside.add(token.start, token.end)

    def _is_nested(self, token: Token) -> bool:
        """Tell whether a tag is of a table within a cell; its rows are lines of the cell."""
        if token.name == "table" and (self._depth or self._inside is not None):
            self._depth += 1 if token.kind == "open" else -1
            return token.kind == "open" or self._depth >= 0
        return self._depth > 0

    def _take_tag(self, token: Token) -> None:
        self._close()
        self.gap.append(Drop(token.start, token.end, "markup"))
        if token.name in ("thead", "tbody", "tfoot"):
            self._in_head = token.kind == "open" and token.name == "thead"
        if token.name not in ("td", "th"):
            self._is_new_row = True
        elif token.kind == "open":
            found = attributes(token) if token.attributes else {}
            is_name = token.name == "th" or self._in_head
            spans = (_span(found.get("colspan")), _span(found.get("rowspan"), 0))
            self._open(_Cell([], [], *spans, is_name=is_name))

    def _leave_out(self, token: Token, rule: str) -> None:
        rule = "markup" if rule == "white_space" and token.kind != "text" else rule
        self.gap.append(Drop(token.start, token.end, rule))

    def _open(self, cell: _Cell) -> None:
        if self._is_new_row:
            self.rows.append([])
            self._is_new_row = False
        cell.before, self.gap = self.gap, []
        self.rows[-1].append(cell)
        self._cell, self._inside = cell, WebText(self.text)

    def _close(self) -> None:
        if self._cell is not None and self._inside is not None:
            self._cell.parts = self._inside.take()
            self.gap += self._inside.drops
        self._cell = self._inside = None

    def finish(self) -> None:
        """Close what is open at the end of the table."""
        self._close()

    def grid(self, place: str) -> list[GridRow]:
        """Return the rows, every cell in its column; header rows are marked."""
        grid = [GridRow([]) for _ in self.rows]
        reaching: dict[int, _Reach] = {}
        left = _MAX_MADE
        for index, (row, cells) in enumerate(zip(grid, self.rows, strict=True)):
            for cell in cells:
                left -= _fill(row, index, reaching, left)
                _place(row, cell)
                width = min(cell.columns, left)
                if cell.rows != 1:
                    last = index + cell.rows - 1 if cell.rows else len(self.rows)
                    first = len(row.cells) - 1
                    for column in range(first, first + max(1, width)):
                        reaching[column] = _Reach(index, last, column == first)
                    left -= width
                elif cell is not cells[-1] or cell is cells[0]:
                    left -= _pad(row, width - 1)
                if len(row.cells) > MAX_COLUMNS:
                    raise too_many_columns(f"{place}: row {index + 1} of a table")
            left -= _fill(row, index, reaching, left)
            row.after = [Atom("inserted", 0, 0, "\n", "table_row")]
        self._mark_headers(grid)
        return grid

    def _mark_headers(self, grid: Sequence[GridRow]) -> None:
        texts = [[plain(self.text, parts) for parts in row.cells] for row in grid]
        several = [i for i, row in enumerate(texts) if sum(map(bool, row)) > 1]
        first = several[0] if several else len(grid)
        for below in several[1:_MOST_ABOVE] if several and columns.are_fields(texts[first]) else ():
            if columns.is_header_row(texts[below]):
                first = below  # 日期：... | 地點：... stands above the names
                break
        index = first
        while index < len(grid) - 1 and self._names(index):
            index += 1
        if index == first < len(grid) and (
            columns.is_header_row(texts[index]) or headers.names_numbers(texts[index:])
        ):
            index += 1
        while first < index < len(grid) and headers.is_second_header(
            texts[index - 1], texts[index]
        ):
            index += 1
        for row in grid[first:index]:
            row.is_header = True

    def _names(self, index: int) -> bool:
        cells = [cell for cell in self.rows[index] if cell.parts]
        return len(cells) > 0 and all(cell.is_name for cell in cells)


def _span(value: str | None, least: int = 1) -> int:
    """Return a colspan or rowspan; a rowspan of 0 reaches to the end of the table."""
    if value is None or not value.strip().isdecimal() or len(value) > 6:
        return 1
    return max(least, min(int(value), MAX_COLUMNS))


def _place(row: GridRow, cell: _Cell) -> None:
    before = [Atom("dropped", drop.start, drop.end, "", drop.rule) for drop in cell.before]
    if row.cells:
        row.separators.append([*before, Atom("inserted", 0, 0, "\t", "cell")])
    else:
        row.before += before
    row.cells.append(cell.parts)


def _fill(row: GridRow, index: int, reaching: dict[int, _Reach], most: int) -> int:
    """Add the cells that reach into the next columns of a row; return how many."""
    made = 0
    while made < most and (reach := reaching.get(len(row.cells))) is not None:
        column = len(row.cells)
        if reach.last < index:
            del reaching[column]
            break
        if reach.row < index and reach.is_first:
            row.repeats[column] = reach.row
        made += _pad(row, 1)
    return made


def _pad(row: GridRow, count: int) -> int:
    for _ in range(count):
        if row.cells:
            row.separators.append([Atom("inserted", 0, 0, "\t", "cell")])
        row.cells.append([])
    return max(0, count)

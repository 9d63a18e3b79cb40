"""Find tables whose columns are set apart by spaces alone, below a row of names.

Contract: pure; a cell belongs to the column it is printed under, or, where every line has as many
cells as the header, to the one it stands at in order.  Positions count full-width characters twice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from pipeline.language import columns, views
from pipeline.readers import marks
from pipeline.readers.lines import Line, is_rule
from pipeline.readers.tables import headers
from pipeline.readers.tables.drawn_rows import Area, Cell, DrawnRow, gap_cells
from pipeline.readers.tables.plan import plain_number
from pipeline.readers.tables.spaced_cells import fitted, name_numbers, named_cells, names_column

_BLANKS = re.compile(r"[\t\u3000]|  ")
_NEAR = 2
_SAMPLED = 40
_SEEN = 120
_NEXT = 6
_MOST_BLANK = 3
_LEAST_ROWS = 3
_LONGEST_NAME, _SHORTEST_SAID = 40, 10


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table: names, where each begins, which holds row numbers (-1: none)."""

    names: list[str]
    starts: list[int]
    number: int
    is_aligned: bool


def find_spaced(lines: Sequence[Line], first: int) -> Area | None:
    """Return the table whose header is a line, None if there is none."""
    if not _BLANKS.search(lines[first].text):
        return None
    text = lines[first].text
    header = named_cells(text)
    names = [text[cell.start : cell.end] for cell in header]
    is_labelled = any("：" in name or ":" in name for name in names)
    if len(names) < 2 or is_labelled:
        return None
    if not columns.is_header_row(names) and not name_numbers(lines, first, names):
        return None
    if len(names) == 2 and not all(map(names_column, names)):
        return None  # 2017 中型城市論壇　開幕致詞
    below = (line.text for line in lines[first + 1 : first + _NEXT] if not _is_between(line))
    row = next(below, "")
    if len(gap_cells(row, 2)) < 2 or views.key(row) == views.key(text):
        return None
    body = list(
        takewhile(lambda line: not headers.is_note(line.text), lines[first + 1 : first + _SEEN])
    )
    found = _columns(body, names, [_at(text, cell.start) for cell in header])
    if len(names) < 3 and not found.is_aligned:
        return None
    return _Finder(lines, found, first, body).area()


def find_headless(lines: Sequence[Line], first: int) -> Area | None:
    """Return the table of lines that say under no header who says what, None if there is none.

    Three or more of them have as many cells, printed under each other: a place or number, somebody
    with a title, and last a sentence.
    """
    if not _BLANKS.search(lines[first].text):
        return None
    rows: list[DrawnRow] = []
    starts: list[int] = []
    for index in range(first, min(first + _SEEN, len(lines))):
        text = lines[index].text
        cells = gap_cells(text)
        own = [_at(text, cell.start) for cell in cells]
        starts = starts or own
        is_even = len(cells) == len(starts) and all(map(_is_near, own, starts))
        if not is_even or not _tells_who(text, cells):
            break
        rows.append(DrawnRow([(index, cells)]))
    return Area(first, first + len(rows), rows) if len(rows) >= _LEAST_ROWS else None


def _tells_who(text: str, cells: Sequence[Cell]) -> bool:
    """Tell whether cells are a few short ones, a title in one, and a sentence."""
    *before, said = (text[cell.start : cell.end] for cell in cells)
    if len(before) < 2 or len(said) < _SHORTEST_SAID or not marks.is_ended(said):
        return False
    is_short = all(len(name) <= _LONGEST_NAME and not marks.is_ended(name) for name in before)
    return is_short and not marks.CLOCK.match(text) and any(map(columns.has_title, before))


def _is_between(line: Line) -> bool:
    return line.is_blank or is_rule(line.text)


def _columns(body: Sequence[Line], names: Sequence[str], header: Sequence[int]) -> _Columns:
    """Return where columns begin: at the cells of full lines, else at the header's."""
    roles = [columns.column_role(name, ()) for name in names]
    number = roles.index("number") if "number" in roles else -1
    starts = list(header)
    sample = [line.text for line in body[:_SAMPLED] if not _is_between(line)]
    placed = [[_at(text, cell.start) for cell in fitted(text, len(names))] for text in sample]
    full = [own for own in placed if len(own) == len(names)]
    if len(full) >= 2:
        middle = [int(median(own[column] for own in full)) for column in range(len(names))]
        near = sum(all(map(_is_near, own, middle)) for own in full)
        if near * 3 >= 2 * len(full):
            starts = middle
    lengths = [len(own) for own in placed[:_SAMPLED] if own]
    at_start = sum(any(_is_near(x, start) for start in starts) for own in placed for x in own)
    is_aligned = at_start * 10 >= 9 * sum(lengths) and any(n > 1 for n in lengths)
    return _Columns(list(names), starts, number, is_aligned)


def _is_near(one: int, other: int) -> bool:
    return abs(one - other) <= _NEAR


def _at(text: str, offset: int) -> int:
    return marks.width(text[:offset])


def _printed(text: str, cell: Cell) -> str:
    return plain_number(text[cell.start : cell.end])


def _are_groups(body: Sequence[Line]) -> bool:
    """Tell whether rules or blank lines stand between all rows, some of several lines."""
    sizes = [0]
    for line in body:
        if _is_between(line):
            sizes.append(0)
        elif _is_near(_at(line.text, len(line.text) - len(line.text.lstrip())), 0):
            sizes[-1] += 1
    filled = [size for size in sizes if size]
    return len(filled) >= 3 and sum(size == 1 for size in filled) < len(filled)


class _Finder:
    """Takes the lines below a header one by one."""

    def __init__(
        self, lines: Sequence[Line], found: _Columns, first: int, body: Sequence[Line]
    ) -> None:
        self.lines = lines
        self.found = found
        self.width = len(found.names)
        self.rows = [DrawnRow([(first, named_cells(lines[first].text))], is_header=True)]
        self.end = first + 1
        self.name = views.key(lines[first].text)
        self.n_gaps = self.n_rules = 0
        self.by_groups = _are_groups(body)
        self.widest = max((_at(line.text, len(line.text)) for line in body), default=0)

    def area(self) -> Area | None:
        """Return the table, None if there are fewer than two rows."""
        first = self.end - 1
        for index in range(first + 1, len(self.lines)):
            line = self.lines[index]
            if self.n_gaps > _MOST_BLANK or headers.is_note(line.text):
                break
            if line.is_blank:
                self.n_gaps += 1
            elif is_rule(line.text):
                self.n_rules += 1
            elif views.key(line.text) == self.name:
                self.n_gaps, self.end = 0, index + 1
            elif line.page_mark and len(self.rows) > 1:
                self.end = index + 1
            elif self._take(index):
                self.n_gaps = self.n_rules = 0
                self.end = index + 1
            else:
                break
        while self.end < len(self.lines) and is_rule(self.lines[self.end].text):
            self.end += 1
        return Area(first, self.end, self.rows) if len(self.rows) > 2 else None

    def _take(self, index: int) -> bool:
        """Give a line to a row; False if it belongs to none."""
        cells = self._cells(self.lines[index].text)
        if not cells:
            return False
        if self._goes_on(index, cells):
            self.rows[-1].lines.append((index, cells))
            return True
        if len(cells) < self.width and not self._is_part(cells):
            return False
        self.rows.append(DrawnRow([(index, cells)]))
        if cells[0].column == 1 and self.found.number < 0 and len(self.rows) > 2:
            self.rows[-1].reaches = (0,)
        return True

    def _cells(self, text: str) -> list[Cell]:
        """Return the cells of a line by column; empty if they stand nowhere."""
        own = fitted(text, self.width)
        if len(own) == self.width:
            return own
        if len(own) > self.width and not self.found.is_aligned:
            return gap_cells(text, self.width)
        if not self.found.is_aligned:
            return [own[0]._replace(column=self.width - 1)] if len(own) == 1 else []
        placed: list[Cell] = []
        for cell in own:
            at = _at(text, cell.start) + _NEAR
            column = max(0, bisect_right(self.found.starts, at) - 1)
            if placed and column <= placed[-1].column:
                placed[-1] = placed[-1]._replace(end=cell.end)
            else:
                placed.append(cell._replace(column=column))
        return placed

    def _goes_on(self, index: int, cells: Sequence[Cell]) -> bool:
        """Tell whether a line goes on with the row above it."""
        if len(self.rows) == 1:
            return False
        text = self.lines[index].text
        is_set_in = text[:1].isspace() and cells[0].start >= 2
        number = self.found.number
        if number == cells[0].column == 0 and marks.number_value(_printed(text, cells[0])) is None:
            return self.n_gaps == 0 and not self._is_ended() and self._is_full()
        if number >= 0 and self.found.is_aligned:
            first = next((_printed(text, cell) for cell in cells if cell.column == number), "")
            if marks.number_value(first) is not None:
                return False
            return is_set_in or not self._is_ended()
        if self.by_groups:
            return self.n_gaps == self.n_rules == 0 and (is_set_in or len(cells) > 1)
        if len(cells) == 1:
            is_last = cells[0].column == self.width - 1
            return is_last and (is_set_in or (self.n_gaps == 0 and not self._is_ended()))
        if len(cells) == self.width or self._is_ended():
            return cells[0].column > 1
        is_full = self.n_gaps == 0 and self._is_full() and cells[-1].column == self.width - 1
        return cells[0].column > 0 or is_full

    def _is_full(self) -> bool:
        """Tell whether the line above reaches as far as any: a word goes on below it."""
        text = self.lines[self.rows[-1].lines[-1][0]].text
        return _at(text, len(text)) + 2 * _NEAR >= self.widest

    def _is_part(self, cells: Sequence[Cell]) -> bool:
        """Tell whether a line that lacks cells is a row: it says something of somebody."""
        is_said = cells[-1].column == self.width - 1 or cells[0].column == 0
        return self.found.is_aligned and len(cells) > 1 and is_said

    def _is_ended(self) -> bool:
        index, cells = self.rows[-1].lines[-1]
        return marks.is_ended(self.lines[index].text[cells[-1].start : cells[-1].end])

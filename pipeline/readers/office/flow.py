"""Turn a stream of paragraphs and cell ends, as Word keeps its text, into a page with tables.

Contract: text is never lost: cells without a row, and rows without a table, are written too.  A
column is what lies between two edges; a cell over several spans them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.readers.rendering import Place, Rendering

_HEADING = re.compile(r"(?:heading|標題|标题) ?(\d)?", re.IGNORECASE)
_TITLE = re.compile(r"title$|^標題$|^标题$", re.IGNORECASE)
_LIST = re.compile(r"^list|清單|列表", re.IGNORECASE)


def element_of(style: str) -> str:
    """Return the element for paragraphs of a Word style.

    >>> element_of("heading 1"), element_of("Title"), element_of("List Bullet"), element_of("")
    ('h2', 'h1', 'li', 'p')
    """
    if _TITLE.search(style):
        return "h1"
    heading = _HEADING.match(style)
    if heading is not None:
        return f"h{min(int(heading[1] or 1) + 1, 6)}"
    return "li" if _LIST.search(style) else "p"


class Shown(NamedTuple):
    """A paragraph: the element it becomes, its text, and its number in the file."""

    name: str
    text: str
    number: int


class Row(NamedTuple):
    """A row of cells.

    Attributes:
        cells: the paragraphs of each cell.
        edges: where each cell ends, from the left; empty if the file does not tell.
        merged: the cells that belong to the one before them.
        hung: the cells that belong to the one above them.
    """

    cells: list[list[Shown]]
    edges: Sequence[int] = ()
    merged: frozenset[int] = frozenset()
    hung: frozenset[int] = frozenset()


class Flow:
    """Takes what Word's files hold one after the other, and writes it to a page."""

    def __init__(self, page: Rendering) -> None:
        self.page = page
        self._number = 0
        self._text: list[str] = []
        self._cell: list[Shown] = []
        self._cells: list[list[Shown]] = []
        self._rows: list[Row] = []
        # Of the text boxes that hang on the paragraph: what it is interrupted at, and their text.
        self._outer: list[list[str]] = []
        self._boxed: list[Shown] = []

    def add(self, text: str) -> None:
        """Add text to the paragraph; a line end in it begins a new line."""
        self._text.append(text)

    def end_paragraph(self, name: str = "p", *, in_table: bool = False) -> None:
        """End the paragraph; ``name`` is the element it becomes."""
        self._number += 1
        text, self._text = "".join(self._text), []
        lines = [Shown(name, line, self._number) for line in text.split("\n") if line.strip()]
        if self._outer:
            self._boxed += lines
            return
        lines, self._boxed = [*lines, *self._boxed], []
        if in_table:
            self._cell += lines
        else:
            self.end_table()
            self._write(lines)
            if not lines:
                self.page.blank()

    def open_box(self) -> None:
        """Begin a text box; its text follows the paragraph it hangs on."""
        self._outer.append(self._text)
        self._text = []

    def close_box(self) -> None:
        """End a text box."""
        if self._outer:
            self.end_paragraph()
            self._text = self._outer.pop()

    def end_cell(self) -> None:
        """End a cell of a table."""
        self.end_paragraph(in_table=True)
        if not self._outer:
            self._cells.append(self._cell)
            self._cell = []

    def end_row(
        self,
        edges: Sequence[int] = (),
        merged: frozenset[int] = frozenset(),
        hung: frozenset[int] = frozenset(),
    ) -> None:
        """End a row of a table; see `Row`."""
        if self._outer:
            return
        if self._cell or any(text.strip() for text in self._text):
            self.end_cell()
        if self._cells:
            edges = edges if len(edges) == len(self._cells) else ()
            self._rows.append(Row(self._cells, edges, merged, hung))
        self._cells = []

    def end_table(self) -> None:
        """Write the table that is open, if any."""
        self.end_row()
        rows, self._rows = self._rows, []
        if rows:
            self._write_table(rows)

    def finish(self) -> None:
        """Write what is left."""
        while self._outer:
            self.close_box()
        if self._boxed or any(text.strip() for text in self._text):
            self.end_paragraph(in_table=bool(self._cell or self._cells))
        self.end_table()

    def _write(self, lines: Sequence[Shown]) -> None:
        for line in lines:
            self.page.element(line.name, line.text, Place(paragraph=line.number))

    def _write_table(self, rows: Sequence[Row]) -> None:
        grid = _placed(rows)
        _reach_down(rows, grid)
        self.page.markup("<table>\n")
        for row, cells in zip(rows, grid, strict=True):
            self.page.markup("<tr>")
            for cell in cells:
                if cell.height:
                    spans = f'colspan="{cell.end - cell.start}" rowspan="{cell.height}"'
                    self.page.markup(f"<td {spans}>")
                    self._write(row.cells[cell.number])
                    self.page.markup("</td>")
            self.page.markup("</tr>\n")
        self.page.markup("</table>\n")


@dataclass(slots=True)
class _Cell:
    """Where a cell stands: the first column, the one after the last, and how many rows."""

    number: int
    start: int
    end: int
    height: int = 1


def _placed(rows: Sequence[Row]) -> list[list[_Cell]]:
    """Return where the cells of each row stand, those merged with the one before left out.

    The row with the most cells tells the columns: rows of as many cells have the same, however
    their edges were drawn; the cells of others end at the column edge nearest to their own.
    """
    widest = max(rows, key=lambda row: len(row.cells))
    placed = []
    for row in rows:
        cells: list[_Cell] = []
        end = 0
        for number in range(len(row.cells)):
            left = len(row.cells) - number - 1
            start, end = end, end + 1
            if widest.edges and row.edges and len(row.cells) < len(widest.cells):
                end = _nearest(widest.edges, row.edges[number], end, len(widest.edges) - left)
            if cells and number in row.merged and not row.cells[number]:
                cells[-1].end = end
            else:
                cells.append(_Cell(number, start, end))
        placed.append(cells)
    return placed


def _nearest(edges: Sequence[int], edge: int, low: int, high: int) -> int:
    """Return the column, ``low`` to ``high``, that ends nearest to an edge."""
    after = min(max(bisect_left(edges, edge), low - 1), high - 1)
    is_before = after >= low and edge - edges[after - 1] < edges[after] - edge
    return after if is_before else after + 1


def _reach_down(rows: Sequence[Row], grid: Sequence[Sequence[_Cell]]) -> None:
    """Give cells that belong to the one above no height of their own, and that one theirs."""
    above: dict[int, _Cell] = {}
    for row, cells in zip(rows, grid, strict=True):
        below: dict[int, _Cell] = {}
        for cell in cells:
            is_hung = cell.number in row.hung and not row.cells[cell.number]
            owner = above.get(cell.start) if is_hung else None
            if owner is not None:
                owner.height += 1
                cell.height = 0
            below[cell.start] = owner or cell
        above = below

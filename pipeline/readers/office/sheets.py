"""Write the sheets of a workbook as headings, paragraphs and tables of a page.

Contract: a sheet is one table unless lines of a single cell stand around it: those are its title
and its notes.  Blank rows part a sheet only where such a line follows them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.readers.rendering import Place, Rendering
from pipeline.readers.source import RefusedError

# The names that programs give to sheets nobody named.
_UNNAMED = re.compile(r"(?:sheet|工作表|工作表單|表單|表格|table) ?\d*", re.IGNORECASE)
_MOST_CELLS = 2_000_000
_LETTERS = 26


class SheetCell(NamedTuple):
    """A cell that is not empty or spans others: its first column from 0, text and size."""

    column: int
    text: str
    columns: int = 1
    rows: int = 1


class SheetRow(NamedTuple):
    """A row with its number from 1 and its cells from left to right."""

    number: int
    cells: list[SheetCell]


class Sheet(NamedTuple):
    """A sheet: its name and its rows from above, those without text left out."""

    name: str
    rows: list[SheetRow]


def write(sheets: Sequence[Sheet], page: Rendering, path: str) -> None:
    """Write what the sheets hold; a sheet's name is a heading where it says something.

    Raises:
        RefusedError: there are too many cells.
    """
    filled = [sheet for sheet in sheets if sheet.rows]
    cells = sum(len(row.cells) for sheet in filled for row in sheet.rows)
    if cells > _MOST_CELLS:
        message = f"the workbook has {cells:,} cells, more than {_MOST_CELLS:,}"
        raise RefusedError(path, message, "split it", "too_large")
    for sheet in filled:
        if len(filled) > 1 and not _UNNAMED.fullmatch(sheet.name.strip()):
            page.element("h2", sheet.name, Place(sheet=sheet.name))
        for block in _blocks(sheet.rows):
            _write_block(sheet.name, block, page)


def reference(column: int, row: int) -> str:
    """Return the name of a cell.

    >>> reference(0, 1), reference(27, 12)
    ('A1', 'AB12')
    """
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row}"


def _blocks(rows: Sequence[SheetRow]) -> Iterator[list[SheetRow]]:
    block: list[SheetRow] = []
    for row in rows:
        if block and row.number > block[-1].number + 1 and _is_line(row):
            yield block
            block = []
        block.append(row)
    yield block


def _is_line(row: SheetRow) -> bool:
    return sum(bool(cell.text.strip()) for cell in row.cells) == 1


def _write_block(sheet: str, block: Sequence[SheetRow], page: Rendering) -> None:
    first = next((i for i, row in enumerate(block) if not _is_line(row)), len(block))
    last = next((i for i in range(len(block), first, -1) if not _is_note(block[i - 1])), first)
    if last == first + 1:  # a header alone: the single cells below are its rows
        last = len(block)
    _write_lines(sheet, block[:first], page)
    if first < last:
        _write_table(sheet, block[first:last], page)
    _write_lines(sheet, block[last:], page)


def _is_note(row: SheetRow) -> bool:
    """Tell whether a row is a line below a table: one cell, at the left."""
    return _is_line(row) and row.cells[0].column == 0 and bool(row.cells[0].text.strip())


def _write_lines(sheet: str, rows: Sequence[SheetRow], page: Rendering) -> None:
    for row in rows:
        for cell in row.cells:
            _write_text(sheet, row, cell, page)


def _write_table(sheet: str, rows: Sequence[SheetRow], page: Rendering) -> None:
    """Write rows as a table of the columns that hold text."""
    filled = sorted({cell.column for row in rows for cell in row.cells if cell.text.strip()})
    numbers = [row.number for row in rows]
    reaching: dict[int, int] = {}
    page.markup("<table>\n")
    for index, row in enumerate(rows):
        page.markup("<tr>")
        column = 0
        for cell in row.cells:
            start = bisect_left(filled, cell.column)
            end = bisect_left(filled, cell.column + cell.columns)
            if start == end:
                continue
            empty = (c for c in range(column, start) if reaching.get(c, 0) < row.number)
            page.markup("<td></td>" * sum(1 for _ in empty))
            below = bisect_left(numbers, row.number + cell.rows) - index
            page.markup(f'<td colspan="{end - start}" rowspan="{below}">')
            _write_text(sheet, row, cell, page)
            page.markup("</td>")
            column = end
            reaching.update(dict.fromkeys(range(start, end), row.number + cell.rows - 1))
        page.markup("</tr>\n")
    page.markup("</table>\n")


def _write_text(sheet: str, row: SheetRow, cell: SheetCell, page: Rendering) -> None:
    place = Place(sheet=sheet, cell=reference(cell.column, row.number))
    for line in cell.text.split("\n"):
        if line.strip():
            page.element("p", line, place)

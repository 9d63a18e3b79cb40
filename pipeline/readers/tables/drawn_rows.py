"""Rows of a table that stands in text as drawn lines, and how they are written.

Contract: a row may reach over several lines, each of which holds cells of some columns; what stands
between the cells is replaced or dropped by rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.language import columns
from pipeline.readers import marks
from pipeline.readers.canonical import Atom
from pipeline.readers.lines import Line
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.grid import Written, write_table
from pipeline.readers.tables.row import GridRow

_GAP = re.compile(r"(?<=\S)(?:[ \t]{2,}|[ \t]*\u3000[ \t\u3000]*)(?=\S)")

_LONGEST_WHO, _LONGEST_HAN = 50, 3


class Cell(NamedTuple):
    """A stretch of a line that belongs to a column; offsets in the line."""

    column: int
    start: int
    end: int


@dataclass(slots=True)
class DrawnRow:
    """A row: its lines, by index, with the cells of each.

    Attributes:
        lines: the lines and their cells.
        is_header: whether it names the columns.
        reaches: columns whose cell in the row above stands for this row too.
    """

    lines: list[tuple[int, list[Cell]]]
    is_header: bool = False
    reaches: tuple[int, ...] = ()


@dataclass(slots=True)
class Area:
    """A table among the lines: first line, line after the last, and its rows.

    Attributes:
        rule: what drops the lines that are part of no row and not blank.
        breaks: lines before which a line ends inside a cell, rather than being wrapped.
    """

    first: int
    end: int
    rows: list[DrawnRow] = field(default_factory=list)
    rule: str = "markup"
    breaks: frozenset[int] = frozenset()


def gap_cells(text: str, most: int = 0) -> list[Cell]:
    """Return the cells between gaps of a line, at most so many if not 0.

    >>> [cell[1:] for cell in gap_cells("編號  城市　講者")]
    [(0, 2), (4, 6), (7, 9)]
    """
    cells: list[Cell] = []
    start = len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    for gap in _GAP.finditer(text, start, stop):
        if len(cells) == most - 1:
            break
        cells.append(Cell(len(cells), start, gap.start()))
        start = gap.end()
    return [*cells, Cell(len(cells), start, stop)] if start < stop else cells


def names_another(lines: Sequence[Line], row: DrawnRow, index: int, cells: Sequence[Cell]) -> bool:
    """Tell whether a line without a number has somebody of its own: office below office.

    What is told above it is ended then.
    """
    at, above = row.lines[-1]
    if not marks.is_ended(lines[at].text[above[-1].start : above[-1].end]):
        return False
    held = {c.column: lines[at].text[c.start : c.end] for c in above}
    return any(
        _is_another(held[cell.column], lines[index].text[cell.start : cell.end])
        for cell in cells
        if cell.column in held
    )


def _is_another(above: str, below: str) -> bool:
    """Tell whether two cells name somebody each: an office and a name may be one person's."""
    is_one = any(
        _is_office(one) and not columns.has_title(other)
        for one, other in ((above, below), (below, above))
    )
    return _names(above) and _names(below) and not is_one


def _is_office(text: str) -> bool:
    """Tell whether a cell ends with an office and names nobody: 交通局局長, Deputy Mayor."""
    is_end = columns.has_title(text) and not columns.has_title(text[:-1])
    return is_end and not columns.is_name(text[:_LONGEST_HAN])


def _names(text: str) -> bool:
    """Tell whether a short cell names somebody: 市長, 林采穎, 氣候官員 Joe Tennant."""
    return len(text) <= _LONGEST_WHO and (
        columns.has_title(text) or columns.is_name(text.partition(" ")[2] or text)
    )


def write(written: Written, lines: Sequence[Line], area: Area) -> None:
    """Append the table of an area."""
    text = written.draft.clean.text
    width = max(cell.column for row in area.rows for _, cells in row.lines for cell in cells) + 1
    own = {
        index: (number, cells) for number, row in enumerate(area.rows) for index, cells in row.lines
    }
    rows: list[GridRow] = []
    waiting: list[Drop] = []
    for index in range(area.first, area.end):
        line = lines[index]
        end = min(line.end + 1, len(text))
        if index not in own:
            rule = line.page_mark or ("blank_line" if line.is_blank else area.rule)
            waiting.append(Drop(line.start, end, rule))
            continue
        number, cells = own[index]
        if number == len(rows):
            rows.append(_row(line, end, cells, width))
            rows[-1].before[:0] = _dropped(waiting)
            rows[-1].is_header = area.rows[number].is_header
            rows[-1].repeats = dict.fromkeys(area.rows[number].reaches, number - 1)
        else:
            _continue(rows[-1], line, end, cells, waiting, is_broken=index in area.breaks)
        waiting = []
    _settle(rows)
    rows[-1].after += _dropped(waiting)
    write_table(written, rows)


def _settle(rows: Sequence[GridRow]) -> None:
    """Let a cell that reaches down over several rows be said from the row it stands in."""
    for row in rows:
        for column, origin in row.repeats.items():
            row.repeats[column] = rows[origin].repeats.get(column, origin)


def _row(line: Line, end: int, cells: Sequence[Cell], width: int) -> GridRow:
    at = line.start
    row = GridRow([[] for _ in range(width)])
    row.separators = [[Atom("inserted", 0, 0, "\t", "cell")] for _ in range(width - 1)]
    row.before = _dropped([Drop(at, at + cells[0].start, "delimiter")])
    before = None
    for cell in cells:
        row.cells[cell.column].append(Part(at + cell.start, at + cell.end))
        if before is not None:
            gap = Atom("replaced", at + before.end, at + cell.start, "\t", "delimiter")
            if before.end < cell.start:
                row.separators[cell.column - 1] = [gap]
        before = cell
    row.after = _dropped([Drop(at + cells[-1].end, line.end, "delimiter")])
    row.after += [Atom("copied", line.end, end, "\n", "copy")] if line.end < end else []
    return row


def _continue(
    row: GridRow,
    line: Line,
    end: int,
    cells: Sequence[Cell],
    waiting: Sequence[Drop],
    *,
    is_broken: bool,
) -> None:
    """Join the cells of a line to those above them."""
    drops = [Drop(a.start, a.end, "line_break" if a.op == "copied" else a.rule) for a in row.after]
    drops += waiting
    position = 0
    for cell in cells:
        drops.append(Drop(line.start + position, line.start + cell.start, "delimiter"))
        said = line.text[cell.start : cell.end]
        is_item = is_broken or marks.leading_item(said) is not None or marks.bullet_end(said) > 0
        glue = "slice" if not row.cells[cell.column] else "break" if is_item else "line"
        part = Part(line.start + cell.start, line.start + cell.end, glue, tuple(drops))
        row.cells[cell.column].append(part)
        drops, position = [], cell.end
    row.after = _dropped([*drops, Drop(line.start + position, line.end, "delimiter")])
    row.after += [Atom("copied", line.end, end, "\n", "copy")] if line.end < end else []


def _dropped(drops: Sequence[Drop]) -> list[Atom]:
    return [Atom("dropped", d.start, d.end, "", d.rule) for d in drops if d.start < d.end]

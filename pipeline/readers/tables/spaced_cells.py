"""Cells of lines set apart by spaces: those of a row of names, and those of the rows below it.

Contract: pure; offsets in the line, columns in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import columns
from pipeline.readers.lines import Line
from pipeline.readers.tables import headers
from pipeline.readers.tables.drawn_rows import Cell, gap_cells

_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_OPENING, _CLOSING = "（(【「《〔", "）)】」》〕"
_NEXT, _LEAST_COLUMNS, _WIDE = 6, 3, 2


def named_cells(text: str) -> list[Cell]:
    """Return the cells of a header; one sign apart from the next may be a name with it: 職　稱."""
    cells: list[Cell] = []
    for cell in _join_spread(text, gap_cells(text)):
        above = cells[-1] if cells else cell
        is_sign = cell.end - cell.start == 1 == above.end - above.start
        if (
            cells
            and is_sign
            and columns.column_role(text[above.start] + text[cell.start], ()) != "other"
        ):
            cells[-1] = above._replace(end=cell.end)
        else:
            cells.append(cell._replace(column=len(cells)))
    return cells


def _join_spread(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """Join single signs with one blank between, where wider gaps set names apart: 重　點.

    One of them at least names a column: 日　時 are two columns.
    """
    gaps = [below.start - above.end for above, below in pairwise(cells)]
    if not gaps or max(gaps) == 1:
        return list(cells)
    joined: list[Cell] = []
    for cell, gap in zip(cells, [_WIDE, *gaps], strict=True):
        is_sign = cell.end - cell.start == 1
        if joined and is_sign and gap == 1 and _ends_sign(text, joined[-1]):
            joined[-1] = joined[-1]._replace(end=cell.end)
        else:
            joined.append(cell)
    names = ("".join(text[cell.start : cell.end].split()) for cell in joined if cell not in cells)
    is_told = any(columns.column_role(name, ()) != "other" for name in names)
    return joined if is_told else list(cells)


def _ends_sign(text: str, cell: Cell) -> bool:
    """Tell whether a sign apart from others ends a cell."""
    return cell.end - cell.start == 1 or text[cell.end - 2].isspace()


def fitted(text: str, width: int) -> list[Cell]:
    """Return the cells of a line; in too many, those with one blank between are one: 市長　王明."""
    cells = gap_cells(text)
    gaps = [below.start - above.end for above, below in pairwise(cells)]
    if len(cells) <= width or 1 + sum(gap > 1 for gap in gaps) != width:
        return cells
    made = cells[:1]
    for cell, gap in zip(cells[1:], gaps, strict=True):
        if gap > 1:
            made.append(cell._replace(column=len(made)))
        else:
            made[-1] = made[-1]._replace(end=cell.end)
    return made


def name_numbers(lines: Sequence[Line], first: int, names: Sequence[str]) -> bool:
    """Tell whether a line names columns of figures in the lines right below it."""
    if len(names) < _LEAST_COLUMNS or any(map(str.isdigit, names[0])):
        return False
    rows = [list(names)]
    for line in lines[first + 1 : first + _NEXT]:
        cells = gap_cells(line.text)
        if len(cells) != len(names):
            break
        rows.append([line.text[cell.start : cell.end] for cell in cells])
    return headers.names_numbers(rows)


def names_column(name: str) -> bool:
    """Tell whether a name says last what a column holds: 城市首長或代表, not 城市論壇."""
    plain = _BRACKETED.sub("", name).strip()
    pairs = zip(_OPENING, _CLOSING, strict=True)
    if any(plain.count(opening) != plain.count(closing) for opening, closing in pairs):
        return False
    ends = (plain[-size:] for size in (1, 2, 3))
    return plain.isascii() or any(columns.column_role(end, ()) != "other" for end in ends)

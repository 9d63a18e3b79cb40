"""Tables that stand side by side: 城市 | 市長 | 重點 | 城市 | 市長 | 重點.

Contract: pure; they become one table whose rows are those of the left one, then those of the next;
the names said again and the blank columns between are dropped by rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.language import columns, views
from pipeline.readers.canonical import Atom
from pipeline.readers.clean import Clean
from pipeline.readers.tables.cells import Drop, gone, left_out
from pipeline.readers.tables.row import GridRow
from pipeline.readers.tables.row_joins import dropped, text_of

_MOST = 4
_PAIR = 2
_FIRST = frozenset(("number", "city", "country", "organization", "representative", "person"))
_RULE = "side_by_side"


def unfold(clean: Clean, rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows, those of tables side by side below each other."""
    if not rows or not rows[0].is_header or any(row.is_header for row in rows[1:]):
        return list(rows)
    parts = _parts([views.key(text_of(clean, cell)) for cell in rows[0].cells], clean, rows)
    n_told = len(rows) - (_notes(clean, rows) if parts else 0)
    made: list[GridRow] = []
    notes: list[GridRow] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        reach = range(
            part[0] if number else 0, len(rows[0].cells) if last else parts[number + 1][0]
        )
        places: list[int] = []
        for index, row in enumerate(rows):
            own = _cut(row, part, reach, is_last=last)
            if not number and index >= n_told:
                notes.append(own)
                places.append(0)
                continue
            has_text = any(text_of(clean, cell) for cell in own.cells) or own.repeats
            if made and (row.is_header or not has_text):
                made[-1].after += dropped(own, "repeated_table_header" if row.is_header else _RULE)
            else:
                own.repeats = {column: places[at] for column, at in own.repeats.items()}
                made.append(own)
            places.append(len(made) - 1)
    return [*made, *notes] or list(rows)


def _notes(clean: Clean, rows: Sequence[GridRow]) -> int:
    """Return how many rows at the end hold only a first cell: they are of all tables."""
    texts = ([text_of(clean, cell) for cell in row.cells] for row in reversed(rows))
    return sum(1 for _ in takewhile(lambda own: bool(own[0]) and not any(own[1:]), texts))


def _parts(names: Sequence[str], clean: Clean, rows: Sequence[GridRow]) -> list[list[int]]:
    """Return the columns of each table; none if the names do not come again."""
    named = [column for column, name in enumerate(names) if name]
    for count in range(2, _MOST + 1):
        width = len(named) // count
        if width < 2 or width * count != len(named):
            continue
        parts = [named[at : at + width] for at in range(0, len(named), width)]
        same = {tuple(names[column] for column in part) for part in parts}
        first = columns.column_role(names[named[0]], ())
        # 城市 | 代表 | 城市 | 代表: two of whom each row tells something are no two tables.
        is_apart = width > _PAIR or first == "number" or len(named) < len(names)
        is_told = len(same) == 1 and first in _FIRST and is_apart
        if is_told and len(set(next(iter(same)))) == width:
            held = {*named}
            others = (
                text_of(clean, cell)
                for row in rows
                for column, cell in enumerate(row.cells)
                if column not in held
            )
            return [] if any(others) else parts
    return []


def _cut(row: GridRow, part: Sequence[int], reach: range, *, is_last: bool) -> GridRow:
    """Return the cells of one table in a row; what stands between the tables is dropped."""
    own = GridRow([], before=list(row.before) if not reach.start else [], is_header=row.is_header)
    waiting: list[Drop] = []
    for column in reach:
        if column >= len(row.cells):
            break
        between = row.separators[column - 1] if column else []
        if column not in part or not own.cells:
            waiting += _drops(between, _RULE)
        if column not in part:
            waiting += left_out(row.cells[column], _RULE)
            continue
        if own.cells:
            own.separators.append([*map(gone, waiting), *between])
        else:
            own.before += map(gone, waiting)
        waiting = []
        own.cells.append(row.cells[column])
        if column in row.repeats:
            own.repeats[len(own.cells) - 1] = row.repeats[column]
    own.after = [*map(gone, waiting)]
    own.after += row.after if is_last else [Atom("inserted", 0, 0, "\n", "table_row")]
    return own


def _drops(atoms: Sequence[Atom], rule: str) -> list[Drop]:
    return [
        Drop(atom.start, atom.end, atom.rule if atom.op == "dropped" else rule)
        for atom in atoms
        if atom.op != "inserted"
    ]

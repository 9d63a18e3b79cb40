"""Tables whose first column names what stands beside it: 城市 | 臺北市, 講者 | 林采穎, 重點 | ...

Contract: pure; such a table becomes one with a row for each record and the labels as names of its
columns; labels are dropped by rule, values keep their characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.language import columns
from pipeline.readers import marks
from pipeline.readers.canonical import Atom
from pipeline.readers.clean import Clean
from pipeline.readers.tables import labels
from pipeline.readers.tables.cells import Drop, Part, gone, left_out
from pipeline.readers.tables.row import GridRow

# What heads a whole table, not a record of it.
_TITLE = re.compile(
    r"(?:表|單|单|會|会|會議|会议|紀錄|记录|記錄|摘要|重點|重点|資料|资料|論壇|论坛)\Z|.{20}"
)
_LONGEST_HEAD = 40
_MOST_ROWS = 2000
_LONGEST_LABELLED = 20


@dataclass(slots=True)
class _Record:
    cells: dict[str, list[Part]] = field(default_factory=dict)
    drops: list[Drop] = field(default_factory=list)


def fold(clean: Clean, rows: Sequence[GridRow]) -> tuple[list[GridRow], list[str]] | None:
    """Return the records of such a table and the names of its columns; None if it is none."""
    if not 1 < len(rows) <= _MOST_ROWS or any(row.repeats for row in rows):
        return None
    texts = _texts(clean, rows)
    labelled = _labelled(texts)
    if not labelled:
        return None
    rows, texts = _without_heads(rows, texts)
    names: dict[str, str] = {}
    records = (
        _down(rows, texts, names) if labels.are_paired(labelled) else _across(rows, texts, names)
    )
    if len(records) == 1 and not _says(clean, records[0], names):
        return None  # where and when something was held, and who took the minutes
    return _rows(records, names), list(names.values())


def _says(clean: Clean, record: _Record, names: dict[str, str]) -> bool:
    """Whether a record holds what somebody said: 紀錄 may be followed by who writes it."""
    said = (
        _text(clean, cell)
        for key, cell in record.cells.items()
        if columns.column_role(names[key], ()) == "content"
    )
    return any(len(text) > _LONGEST_LABELLED or marks.is_ended(text) for text in said)


def _without_heads(
    rows: Sequence[GridRow], texts: Sequence[list[str]]
) -> tuple[list[GridRow], list[list[str]]]:
    """Return the rows but those that only head labels and values, which the next row drops."""
    kept: list[GridRow] = []
    left: list[list[str]] = []
    drops: list[Drop] = []
    for row, own in zip(rows, texts, strict=True):
        if labels.heads_card(own):
            drops += _all(row)
            continue
        row.before[:0] = map(gone, drops)
        drops = []
        kept.append(row)
        left.append(own)
    if drops and kept:
        kept[-1].after += map(gone, drops)
    return kept, left


def first_row(clean: Clean, rows: Sequence[GridRow]) -> int | None:
    """Return where such a table begins below its titles; None if it is none."""
    texts = _texts(clean, rows)
    if not _labelled(texts):
        return None
    return next(i for i, own in enumerate(texts) if any(own) and not _is_title(own))


def _texts(clean: Clean, rows: Sequence[GridRow]) -> list[list[str]]:
    return [[_text(clean, cell) for cell in row.cells] for row in rows]


def _labelled(texts: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows with labels of a table of such, none if it is no such table.

    Others may be the heads of records, and what a label that stands alone heads.
    """
    labelled: list[Sequence[str]] = []
    filled = [own for own in texts if any(own) and not labels.heads_card(own)]
    before = False
    for own in filled:
        is_label = labels.is_label(own[0])
        if not _is_lone(own) or is_label:
            labelled.append(own)
        elif not before and (len(own[0]) > _LONGEST_HEAD or marks.is_ended(own[0])):
            return []
        before = _is_lone(own) and is_label
    is_all = len(labelled) == len(filled)
    return (
        labelled if labels.has_labels(labelled) and (is_all or labels.are_paired(labelled)) else []
    )


def _is_lone(own: Sequence[str]) -> bool:
    return bool(own[0]) and not any(own[1:])


def _is_title(own: Sequence[str]) -> bool:
    return _is_lone(own) and not labels.is_label(own[0]) and _TITLE.search(own[0]) is not None


def _text(clean: Clean, cell: Sequence[Part]) -> str:
    return "".join("".join(clean.text[part.start : part.end].split()) for part in cell)


def _down(
    rows: Sequence[GridRow], texts: Sequence[Sequence[str]], names: dict[str, str]
) -> list[_Record]:
    """Return the records that stand one below the other: each begins with the first label."""
    records = [_Record()]
    alone = ""  # the label of the row above, where nothing stands beside it
    for at, (row, own) in enumerate(zip(rows, texts, strict=True)):
        if not any(own):
            records[-1].drops += _all(row)
            continue
        if _is_lone(own) and not labels.is_label(own[0]):
            if not alone and _next_key(texts, at) in records[-1].cells:
                records.append(_Record())
            records[-1].drops += _drops(row.before)
            names.setdefault(alone, "")
            _give(records[-1], alone, row.cells[0])
            records[-1].drops += _behind(row)
            continue
        keys = list(map(labels.key_of, own))
        if keys[0] in records[-1].cells:
            records.append(_Record())
        record = records[-1]
        record.drops += _drops(row.before)
        for index, cell in enumerate(row.cells):
            if index:
                record.drops += _drops(row.separators[index - 1])
            if index % 2 == 0 or not own[index]:
                record.drops += left_out(cell, "record_label")
                continue
            key = keys[index - 1]
            names.setdefault(key, own[index - 1].rstrip("：:"))
            _give(record, key, cell)
        record.drops += _drops(row.after)
        alone = keys[0] if _is_lone(own) else ""
        if alone:
            names.setdefault(alone, own[0].rstrip("：:"))
    return records


def _next_key(texts: Sequence[Sequence[str]], at: int) -> str:
    below = (own for own in texts[at + 1 :] if any(own))
    return next(
        (labels.key_of(own[0]) for own in below if not _is_lone(own) or labels.is_label(own[0])), ""
    )


def _across(
    rows: Sequence[GridRow], texts: Sequence[Sequence[str]], names: dict[str, str]
) -> list[_Record]:
    """Return the records that stand side by side, one for each column of values."""
    width = max(map(len, texts))
    records = [_Record() for _ in range(width - 1)]
    has_corner = labels.is_corner([own for own in texts if any(own)])
    for row, own in zip(rows, texts, strict=True):
        if not any(own):
            records[0].drops += _all(row)
            continue
        label = labels.PLACE if not names and has_corner else own[0].rstrip("：:")
        key = labels.key_of(label)
        names[key] = label
        record = records[0]
        record.drops += [*_drops(row.before), *left_out(row.cells[0], "record_label")]
        for index, cell in enumerate(row.cells[1:]):
            record = records[index]
            record.drops += _drops(row.separators[index])
            if own[index + 1]:
                _give(record, key, cell)
            else:
                record.drops += left_out(cell, "record_label")
        record.drops += _drops(row.after)
    return records


def _give(record: _Record, key: str, cell: Sequence[Part]) -> None:
    first, *others = cell
    own = record.cells.setdefault(key, [])
    glue = "break" if own else "slice"
    own.append(first._replace(glue=glue, drops=(*record.drops, *first.drops)))
    own += others
    record.drops = []


def _all(row: GridRow) -> list[Drop]:
    """Return a row without text as something to be dropped."""
    drops = _drops(row.before)
    for index, cell in enumerate(row.cells):
        drops += _drops(row.separators[index - 1]) if index else []
        drops += left_out(cell, "record_label")
    return [*drops, *_drops(row.after)]


def _behind(row: GridRow) -> list[Drop]:
    """Return what follows the only filled cell of a row, the first, as something to be dropped."""
    drops = []
    for between, cell in zip(row.separators, row.cells[1:], strict=False):
        drops += [*_drops(between), *left_out(cell, "record_label")]
    return [*drops, *_drops(row.after)]


def _drops(atoms: Sequence[Atom]) -> list[Drop]:
    return [
        Drop(atom.start, atom.end, "record_label" if atom.op != "dropped" else atom.rule)
        for atom in atoms
        if atom.op != "inserted"
    ]


def _rows(records: Sequence[_Record], names: dict[str, str]) -> list[GridRow]:
    rows = []
    for record in records:
        row = GridRow([record.cells.get(key, []) for key in names])
        row.separators = [[Atom("inserted", 0, 0, "\t", "cell")] for _ in list(names)[1:]]
        row.after = [*map(gone, record.drops)]
        row.after.append(Atom("inserted", 0, 0, "\n", "table_row"))
        rows.append(row)
    return rows

"""Write records of labelled lines as the rows of a table.

Contract: each label is a column; labels, rules and blank lines are dropped by rule, and values keep
their characters and order within the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language import columns
from pipeline.readers import marks
from pipeline.readers.canonical import Atom
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.grid import Written, write_table
from pipeline.readers.tables.record_lines import Item
from pipeline.readers.tables.records import NAMING, Area, Entry
from pipeline.readers.tables.row import GridRow

_NUMBER, _HEAD, _TEXT = "#", "<head>", "<text>"
# What the heads of records are called where they are cities.
_PLACE = "城市"
# What stands beside the city in such a head: its country, and whether it is the host.
_BESIDE = re.compile(r"[（(][^（()）]*[）)]|^[^\s/／・·‧]+[\s/／・·‧]+")
_LONG = 40
# Columns that hold a name or subject, and how long one may be.
_SUBJECTS = frozenset(("initiative", "topic", "title", "date", "relation", "venue"))
_SHORT = 24
_ENDS = " \t\u3000\n；;｜|／/"


@dataclass(slots=True)
class _Record:
    """The cells of a record by column, and what is to be dropped before the next part."""

    cells: dict[str, list[Part]] = field(default_factory=dict)
    drops: list[Drop] = field(default_factory=list)
    column: str = _TEXT
    is_naming: bool = True
    first: str = ""


def write(written: Written, items: Sequence[Item], area: Area) -> None:
    """Append the records of an area as one table."""
    names: dict[str, str] = {}
    records = [_read(written, items, entry, names) for entry in area.entries]
    used = [key for key in (_NUMBER, _HEAD) if any(key in record.cells for record in records)]
    # What stands in the first place of some records (單位 for 城市) stands beside it.
    first = {record.first: None for record in records if record.first}
    used += [key for key in {**first, **names} if any(key in record.cells for record in records)]
    used += [_TEXT] if any(_TEXT in record.cells for record in records) else []
    if _HEAD in used and "city" not in {columns.column_role(name, ()) for name in names.values()}:
        text = written.draft.clean.text
        heads = [text[p.start : p.end] for r in records for p in r.cells.get(_HEAD, ())[:1]]
        heads = [_BESIDE.sub("", head) for head in heads]
        names[_HEAD] = _PLACE if columns.column_role(None, heads) == "city" else ""
    rows = []
    for record, entry in zip(records, area.entries, strict=True):
        rows.append(_row(record, used, items[entry.end - 1]))
    write_table(written, rows, [names.get(key, "") for key in used])


def _row(record: _Record, used: Sequence[str], last: Item) -> GridRow:
    row = GridRow([record.cells.get(key, []) for key in used])
    row.separators = [[Atom("inserted", 0, 0, "\t", "cell")] for _ in used[1:]]
    has_ended = False
    for drop in record.drops:
        is_end = drop.rule == "line_break" and not has_ended
        has_ended = has_ended or is_end
        text, rule = ("\n", "copy") if is_end else ("", drop.rule)
        row.after.append(Atom("copied" if is_end else "dropped", drop.start, drop.end, text, rule))
    if last.paragraph.is_marked_up and not has_ended:
        row.after.append(Atom("inserted", 0, 0, "\n", "table_row"))
    return row


def _read(written: Written, items: Sequence[Item], entry: Entry, names: dict[str, str]) -> _Record:
    record = _Record()
    for index in range(entry.first, entry.end):
        item = items[index]
        for start, end, key in _spans(item, record, names, is_head=index == entry.head):
            _take(record, item, start, end, key)
        end = item.paragraph.end
        if not item.paragraph.is_marked_up and end < len(written.draft.clean.text):
            rule = "blank_line" if item.kind == "blank" else "line_break"
            rule = item.paragraph.page_mark or rule
            record.drops.append(Drop(end, end + 1, rule))
    return record


def _spans(
    item: Item, record: _Record, names: dict[str, str], *, is_head: bool
) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a line with the column each belongs to, or ( and what drops it."""
    size = len(item.text)
    if item.is_apart:
        rule = item.paragraph.page_mark or ("white_space" if item.kind == "blank" else "markup")
        yield 0, size, f"({rule}"
        return
    if item.kind == "number" or is_head:
        at = marks.bullet_end(item.text) if item.kind == "text" else 0
        yield 0, at, "(markup"
        if item.number is not None:
            yield at, item.number[0], "(record_label"
            yield *item.number, _NUMBER
            at = item.number[1] + 1 if is_head and item.kind == "text" else item.number[1]
            yield item.number[1], at, "(record_label"
        yield at, size, _HEAD if item.kind == "text" else "(record_label"
        return
    first = item.fields[0].start if item.fields else size
    if item.text[:first].strip():
        if not item.fields and record.is_naming and _has_value(record) and _says(item.text):
            record.column, record.is_naming = _TEXT, False  # 項目：Jalan Sama, then what it does
        yield 0, first, record.column
    elif first:
        yield 0, first, "(white_space"
    for own in item.fields:
        names.setdefault(own.key, own.label)
        record.first = record.first or own.key
        record.column = own.key
        record.is_naming = own.role in NAMING or (
            own.role in _SUBJECTS and own.end - own.value <= _SHORT
        )
        low = own.start
        if own.number is not None:
            yield low, own.number[0], "(record_label"
            yield *own.number, _NUMBER
            low = own.number[1]
        yield low, own.value, "(record_label"
        end = own.value + len(item.text[own.value : own.end].rstrip(_ENDS))
        yield own.value, end, own.key
        yield end, own.end, "(delimiter"


def _has_value(record: _Record) -> bool:
    return record.column == _TEXT or bool(record.cells.get(record.column))


def _says(text: str) -> bool:
    return len(text.strip()) > _LONG or marks.is_ended(text)


def _take(record: _Record, item: Item, start: int, end: int, key: str) -> None:
    """Give a stretch of a line to a column, or drop it."""
    parts = item.paragraph.parts
    for index, part in enumerate(parts):
        low = max(start, item.bounds[index])
        high = min(end, item.bounds[index] + part.end - part.start)
        is_first = low == item.bounds[index] and start <= low < max(end, start + 1)
        if low >= high and not (is_first and low == high and part.start == part.end):
            continue
        if is_first:
            record.drops += part.drops
        offset = part.start - item.bounds[index]
        if key.startswith("("):
            record.drops.append(Drop(low + offset, high + offset, key[1:]))
            continue
        cell = record.cells.setdefault(key, [])
        glue = _glue(item, start, index) if low == start or index == 0 else part.glue
        if not cell:
            glue = "slice"
        elif not is_first:
            glue = _glue(item, start, index)
        cell.append(Part(low + offset, high + offset, glue or "slice", tuple(record.drops)))
        record.drops = []


def _glue(item: Item, start: int, index: int) -> str:
    """Tell how a stretch follows what its column holds of the lines above."""
    text = item.text[start:]
    is_item = marks.leading_item(text) is not None or marks.opens_item(text)
    return "break" if is_item or item.paragraph.is_marked_up else "line"

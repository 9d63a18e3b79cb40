"""Read a table that tells of the text around it: 發布單位 | 研考會 | 發布日期 | 114年9月18日.

Contract: pure; such a form becomes lines as they would be typed, each label before its value and a
colon between them; a value of whole sentences becomes paragraphs, and its label is dropped by rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language import columns
from pipeline.readers import cues, marks
from pipeline.readers.canonical import Atom
from pipeline.readers.clean import Clean
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.tables import label_tables
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.row import GridRow
from pipeline.readers.web.text import plain

_LONGEST_LABEL = 12
_LONG = 60


class _Entry(NamedTuple):
    """A label and its value, each with what is left out before it."""

    before: list[Drop]
    label: list[Part]
    between: list[Drop]
    value: list[Part]


def read(clean: Clean, rows: Sequence[GridRow]) -> tuple[list[Paragraph], list[Drop]] | None:
    """Return the lines of a form and what is left out behind them; None for other tables."""
    if any(row.repeats or len(row.cells) < 2 for row in rows):
        return None
    entries = [entry for row in rows for entry in _entries(clean, row)]
    if not entries or not all(_is_entry(clean, entry) for entry in entries):
        return None
    if label_tables.fold(clean, rows) is not None:
        return None
    found: list[Paragraph] = []
    left: list[Drop] = []
    for entry in entries:
        made = _paragraphs(clean, entry, left)
        left = [] if made else [*left, *entry.before, *entry.between]
        found += made
    return found, left + _drops(rows[-1].after)


def _entries(clean: Clean, row: GridRow) -> Iterator[_Entry]:
    before = _drops(row.before)
    width = len(row.cells)
    for at in range(0, width, 2):
        if at:
            before = [*before, *_drops(row.separators[at - 1])]
        value = row.cells[at + 1] if at + 1 < width else []
        between = _drops(row.separators[at]) if at + 1 < width else []
        if plain(clean.text, row.cells[at]) or plain(clean.text, value):
            yield _Entry(before, row.cells[at], between, value)
            before = []
        else:
            before = [*before, *between]


def _is_entry(clean: Clean, entry: _Entry) -> bool:
    """Tell whether a cell is a label of what a form tells, and the one beside it is none."""
    label = plain(clean.text, entry.label).rstrip("：:")
    value = plain(clean.text, entry.value)
    if not 0 < len(label) <= _LONGEST_LABEL or _is_label(value.rstrip("：:")):
        return False
    return _is_label(label) or (columns.column_role(label, ()) == "content" and _is_prose(value))


def _is_label(text: str) -> bool:
    line = f"{text}：1"
    return len(text) <= _LONGEST_LABEL and (
        cues.is_entry(line) or cues.is_boilerplate(line) or cues.names_title(line)
    )


def _is_prose(text: str) -> bool:
    return len(text) > _LONG and (marks.is_ended(text) or "。" in text)


def _paragraphs(clean: Clean, entry: _Entry, left: Sequence[Drop]) -> list[Paragraph]:
    """Return the line of an entry, or the paragraphs of a value of whole sentences."""
    value = plain(clean.text, entry.value)
    if not _is_prose(value):
        parts = _after([*left, *entry.before], entry.label)
        at = parts[-1].end
        parts.append(Part(at, at, "label", tuple(entry.between)))
        return [_paragraph(clean, [*parts, *entry.value])]
    label = [d for p in entry.label for d in (*p.drops, Drop(p.start, p.end, "record_label"))]
    lines: list[list[Part]] = [[]]
    for part in _after([*left, *entry.before, *label, *entry.between], entry.value):
        if part.glue == "break" and lines[-1]:
            lines.append([])
        lines[-1].append(part)
    return [_paragraph(clean, parts) for parts in lines]


def _paragraph(clean: Clean, parts: list[Part]) -> Paragraph:
    return Paragraph(parts, plain(clean.text, parts), parts[-1].end, is_marked_up=True)


def _after(drops: Sequence[Drop], parts: Sequence[Part]) -> list[Part]:
    """Return the parts of a cell with what is left out before them."""
    first, *others = parts
    return [first._replace(glue=first.glue or "slice", drops=(*drops, *first.drops)), *others]


def _drops(atoms: Sequence[Atom]) -> list[Drop]:
    return [Drop(a.start, a.end, a.rule) for a in atoms if a.op == "dropped"]

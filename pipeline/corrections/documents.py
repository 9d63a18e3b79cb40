"""Apply corrections to the rows of one document, before anything is merged.

Contract: the rows are changed in place and hold the laws afterwards, or a ConfigError names the
lines; a line that fits no row changes nothing and is returned as a diagnostic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipeline.contract import (
    TABLES,
    Date,
    Diagnostic,
    Document,
    InitiativeMention,
    Link,
    Mention,
    Quantity,
    Row,
    Tables,
)
from pipeline.contract.laws import check_document
from pipeline.corrections.entries import Correction, is_reference
from pipeline.corrections.matching import (
    COUNTED,
    ENTITY_TABLES,
    NotMatchedError,
    find_named,
    find_row,
)
from pipeline.corrections.notes import note_applied, note_unmatched
from pipeline.errors import ConfigError, ContractError
from pipeline.ids import make_id

# Finds a row of a table in another document by id or name; None if there is none.
Elsewhere = Callable[[str, str], Row | None]
_GLOBAL = ("cities", "countries")


def correct_document(
    tables: Tables, entries: Sequence[Correction], elsewhere: Elsewhere
) -> list[Diagnostic]:
    """Apply the corrections of one document and return what is to be told of them.

    Args:
        tables: all rows of the document.
        entries: its corrections.
        elsewhere: finds entities the document does not name yet.

    Raises:
        ConfigError: a reference leads nowhere, or the corrected rows break the contract.
    """
    document = tables[Document][0]
    told = []
    before = _counts(tables)
    for entry in entries:
        try:
            row = find_row(entry, tables)
        except NotMatchedError as reason:
            told.append(note_unmatched(entry, document, str(reason)))
            continue
        old = getattr(row, entry.column)
        _correct(row, entry, tables, elsewhere)
        told.append(note_applied(entry, document, old, getattr(row, entry.column)))
    _count_again(tables, before)
    try:
        check_document(tables)
    except ContractError as error:
        lines = ", ".join(str(entry.line) for entry in entries)
        place = f"{entries[0].place.rpartition(':')[0]}:{lines}"
        raise ConfigError(
            place, f"the rows of {document.document_id} so corrected break the contract: {error}"
        ) from None
    return told


def _correct(row: Any, entry: Correction, tables: Tables, elsewhere: Elsewhere) -> None:
    column = entry.spec.column(entry.column)
    value = entry.value
    if is_reference(column) and value is not None:
        value = _resolve(row, entry, tables, elsewhere)
    setattr(row, column.name, value)
    text = tables[Document][0].text
    if column.name in ("start", "end") and hasattr(row, "text"):
        row.text = text[row.start : row.end]
    elif isinstance(row, Mention) and column.name == "status":
        row.reason = None if value == "kept" else f"by hand: {entry.reason or 'no reason given'}"
        if value != "kept":
            _forget_values(row, tables)
    elif isinstance(row, Quantity):
        _complete_quantity(row, entry, tables, text)


def _complete_quantity(row: Quantity, entry: Correction, tables: Tables, text: str) -> None:
    """Keep the columns in line that tell one thing twice."""
    if entry.column == "value":
        row.value_exact = None if row.value is None else Decimal(repr(row.value))
    elif entry.column == "value_exact":
        row.value = None if row.value_exact is None else float(row.value_exact)
    elif entry.column in ("measured_start", "measured_end"):
        row.measured = text[row.measured_start or 0 : row.measured_end or 0]
    elif entry.column == "measured":
        row.measured_start = row.measured_end = None
        if row.measured:
            mention = next(m for m in tables[Mention] if m.mention_id == row.mention_id)
            row.measured_start = _nearest(row.measured, mention.start, text, entry)
            row.measured_end = row.measured_start + len(row.measured)


def _nearest(part: str, position: int, text: str, entry: Correction) -> int:
    after, before = text.find(part, position), text.rfind(part, 0, position + len(part))
    found = [place for place in (before, after) if place >= 0]
    if not found:
        raise ConfigError(f"{entry.place}: value", f"{part!r} is not in the text of the document")
    return min(found, key=lambda place: abs(place - position))


def _forget_values(mention: Mention, tables: Tables) -> None:
    """Drop what was read from a mention that counts no more."""
    name = mention.mention_id
    tables[Quantity] = [row for row in tables[Quantity] if row.mention_id != name]
    tables[Date] = [row for row in tables[Date] if row.mention_id != name]
    tables[InitiativeMention] = [r for r in tables[InitiativeMention] if r.mention_id != name]
    if mention.label == "URL":
        tables[Link] = [row for row in tables[Link] if row.start != mention.start]


def _resolve(row: Any, entry: Correction, tables: Tables, elsewhere: Elsewhere) -> str:
    """Return the id of the row that the value of a reference means."""
    column = entry.spec.column(entry.column)
    name = column.references.partition(".")[0]
    if column.name == "entity_id":
        name = ENTITY_TABLES.get(row.label, "")
    if not name:
        raise ConfigError(f"{entry.place}: column", f"a mention of {row.label} has no entity")
    key = TABLES[name].key[0]
    found = find_named(entry.value, tables, name)
    if found is None and name in ENTITY_TABLES.values():
        other = elsewhere(name, entry.value)
        found = other and _bring(other, tables, elsewhere)
    if found is None:
        advice = "write its id or its full name; a new city belongs into config/cities.csv"
        raise ConfigError(f"{entry.place}: value", f"{entry.value!r} is no {name}.{key}", advice)
    return str(getattr(found, key))


def _bring(other: Row, tables: Tables, elsewhere: Elsewhere) -> Row:
    """Copy an entity from another document, with what it refers to as far as ids are global."""
    spec = other.spec
    copy: Any = replace(other)  # type: ignore[type-var]
    if spec.name not in _GLOBAL:
        prefix = str(getattr(copy, spec.key[0])).rpartition("_")[0]
        home = tables[Document][0].document_id
        setattr(copy, spec.key[0], make_id(prefix, home, "by hand", getattr(copy, spec.key[0])))
    if hasattr(copy, "n_mentions"):
        copy.n_mentions, copy.n_documents = 0, 1
    for column in spec.columns:
        name = column.references.partition(".")[0]
        value = getattr(copy, column.name)
        if not name or value is None:
            continue
        if name not in _GLOBAL:
            setattr(copy, column.name, None)
        elif find_named(value, tables, name) is None:
            further = elsewhere(name, value)
            if further is not None:
                _bring(further, tables, elsewhere)
    tables[type(copy)] = [*tables[type(copy)], copy]
    return copy  # type: ignore[no-any-return]


def _counts(tables: Tables) -> Counter[tuple[str, str]]:
    return Counter(
        (ENTITY_TABLES[m.label], m.entity_id)
        for m in tables[Mention]
        if m.status == "kept" and m.entity_id and m.label in ENTITY_TABLES
    )


def _count_again(tables: Tables, before: Counter[tuple[str, str]]) -> None:
    """Bring the counts of entities up to date and drop those nothing speaks of any more."""
    now = _counts(tables)
    gone: set[tuple[str, str]] = set()
    for kind in COUNTED:
        key = kind.spec.key[0]
        rows: Sequence[Any] = tables[kind]
        for row in rows:
            item = (kind.spec.name, getattr(row, key))
            if now[item] != before[item]:
                row.n_mentions += now[item] - before[item]
                row.n_documents = 1
                gone.update({item} if not now[item] else ())
    for name, value in sorted(gone):
        kind = TABLES[name].row
        if not _is_used(name, value, tables):
            key = kind.spec.key[0]
            tables[kind] = [row for row in tables[kind] if getattr(row, key) != value]


def _is_used(name: str, value: str, tables: Tables) -> bool:
    return any(
        getattr(row, column.name) == value
        for kind in tables
        for column in kind.spec.columns
        if column.references.partition(".")[0] == name
        for row in tables[kind]
    )

"""Find the rows a correction means, or say what stands there now.

Contract: a row is found only where document, place and text are all as the line tells.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from pipeline.contract import ROWS, TABLES, Document, Mention, Tables
from pipeline.corrections.entries import OF_MENTIONS, SPANS, Correction

_NAMES = ("name", "name_zh", "name_en", "name_latin")
_FEW = 3


class NotMatchedError(Exception):
    """A correction that fits no row, or several; the message says what is there."""


def find_row(entry: Correction, tables: Tables) -> Any:
    """Return the one row the correction means.

    Raises:
        NotMatchedError: no row fits, or more than one.
    """
    kind = TABLES[entry.table].row
    found = _standing(entry, tables)
    if entry.row_id:
        key = kind.spec.key[0]
        found = [row for row in found if getattr(row, key) == entry.row_id]
    if kind is Mention and len(found) > 1 and (entry.column, entry.value) != ("status", "kept"):
        found = [row for row in found if row.status == "kept"] or found
    if len(found) == 1:
        return found[0]
    raise NotMatchedError(_several(found) if found else _now(entry, tables))


def _standing(entry: Correction, tables: Tables) -> list[Any]:
    rows: Sequence[Any] = tables[TABLES[entry.table].row]
    if entry.table == "documents":
        return [*rows] if entry.text in ("", tables[Document][0].title) else []
    if entry.table in OF_MENTIONS:
        meant = {m.mention_id for m in tables[Mention] if _is_at(m, entry, m.text)}
        return [row for row in rows if row.mention_id in meant]
    if entry.table in SPANS:
        return [row for row in rows if _is_at(row, entry, row.text)]
    if entry.table == "links":
        return [row for row in rows if _is_at(row, entry, row.url)]
    return [row for row in rows if entry.text in names_of(row)]


def _is_at(row: Any, entry: Correction, text: str) -> bool:
    # With the id of the row in place of the position, the text alone is compared.
    return text == entry.text and entry.start in (None, row.start)


def names_of(row: Any) -> list[str]:
    """Return the names of an entity row."""
    return [name for column in _NAMES if (name := getattr(row, column, None))]


def _several(found: Sequence[Any]) -> str:
    key = found[0].spec.key[0]
    shown = ", ".join(f"{getattr(row, key)}{_label(row)}" for row in found)
    return f"{len(found)} rows stand there, write the id of one in the column start: {shown}"


def _label(row: Any) -> str:
    return f" ({row.label}, {row.status})" if isinstance(row, Mention) else ""


def _now(entry: Correction, tables: Tables) -> str:
    """Say what stands where the correction looked."""
    if entry.table == "documents":
        return f"the title is now {tables[Document][0].title!r}"
    if entry.table not in (*SPANS, *OF_MENTIONS, "links"):
        names = [name for row in tables[TABLES[entry.table].row] for name in names_of(row)]
        near = difflib.get_close_matches(entry.text, dict.fromkeys(names), n=1, cutoff=0.3)
        return f"no row of {entry.table} has this name" + (f", but {near[0]!r} has" if near else "")
    text = tables[Document][0].text
    if entry.start is None:
        return f"no row of {entry.table} has the id {entry.row_id} and this text"
    stop = entry.start + len(entry.text)
    now = text[entry.start : stop]
    if now != entry.text:
        return f"{now!r} stands there now" + _elsewhere(entry, text)
    near = [
        f"{m.label} {m.text!r} at {m.start} ({m.status})"
        for m in tables[Mention]
        if m.start < stop and entry.start < m.end
    ]
    shown = "; ".join(near[:_FEW]) or "nothing"
    return f"the text stands there, but no row of {entry.table} has it; claimed there: {shown}"


def _elsewhere(entry: Correction, text: str) -> str:
    places = []
    position = text.find(entry.text)
    while position >= 0:
        places.append(position)
        position = text.find(entry.text, position + 1)
    nearest = sorted(places, key=lambda place: (abs(place - (entry.start or 0)), place))[:_FEW]
    if not nearest:
        return ", and the text is nowhere in the document"
    return f"; the text is at {', '.join(map(str, sorted(nearest)))}"


def find_named(value: str, tables: Tables, name: str) -> Any:
    """Return the row of table ``name`` with this key, or the only one with this name."""
    spec = TABLES[name]
    rows: Sequence[Any] = tables[spec.row]
    for row in rows:
        if getattr(row, spec.key[0]) == value:
            return row
    found = [row for row in rows if value in names_of(row)]
    return found[0] if len(found) == 1 else None


ENTITY_TABLES = {
    "CITY": "cities",
    "COUNTRY": "countries",
    "PERSON": "people",
    "ORGANIZATION": "organizations",
    "INITIATIVE": "initiatives",
    "EVENT": "events",
}
COUNTED = tuple(
    kind for kind in ROWS if kind.spec.scope == "corpus" and hasattr(kind, "n_mentions")
)

"""Read `config/overrides.csv`: one line corrects one column of one row.

Contract: a line with a wrong table, column or value is a ConfigError that names file and line;
whether a line still fits the text is found out when it is applied.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from pipeline.contract import TABLES
from pipeline.contract.schema import Column, Table
from pipeline.errors import ConfigError
from pipeline.planning.versions import OVERRIDES
from pipeline.resources import LexiconRow, read_lexicon

# Tables whose rows are told by their own text, by that of their mention, or by their name.
SPANS = ("mentions", "roles", "statements", "agreements")
OF_MENTIONS = ("quantities", "dates", "initiative_mentions")
NAMED = ("cities", "countries", "people", "organizations", "initiatives", "events")
_TABLES = ("documents", *SPANS, *OF_MENTIONS, "links", *NAMED)
# What a document is and where it comes from is told by the file, or by its .meta.toml.
_FIXED = {
    "documents": ("source_path", "source_sha256", "media_type", "encoding", "n_chars", "text"),
    "links": ("url",),
}
_MAY_BE_EMPTY = ("unit",)
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file.

    Attributes:
        place: file and line, for errors.
        line: the line number.
        table: table of the row.
        document_id: document of the row; empty for a row of the merged tables.
        start: first code point of the row; None where the text or the name tells it alone.
        row_id: key of the row, in place of start where several rows stand at one place.
        text: text or name of the row.
        column: the column to correct.
        value: the new value; of a reference, the id or name it is found by.
        reason: why.
    """

    place: str
    line: int
    table: str
    document_id: str
    start: int | None
    row_id: str
    text: str
    column: str
    value: Any
    reason: str

    @property
    def spec(self) -> Table:
        """Declaration of the table."""
        return TABLES[self.table]

    @property
    def is_person_id(self) -> bool:
        """Whether it joins or splits people, which merging does."""
        return (self.table, self.column) == ("people", "person_id")


def read_corrections(config_dir: Path) -> list[Correction]:
    """Return the corrections, in order; none if there is no such file.

    Raises:
        ConfigError: a line cannot be understood.
    """
    path = config_dir / OVERRIDES
    return [_correction(row) for row in read_lexicon(path)] if path.is_file() else []


def _correction(row: LexiconRow) -> Correction:
    name = row["table"]
    if name not in _TABLES:
        raise ConfigError(*_unknown(row.place, "table", name, _TABLES))
    spec = TABLES[name]
    column = _column(spec, row)
    start = row["start"]
    document_id = unicodedata.normalize("NFC", row["document_id"])
    if name not in NAMED and not document_id:
        raise ConfigError(f"{row.place}: document_id", f"a row of {name} needs its document")
    if name not in ("documents", *NAMED) and not start:
        raise ConfigError(f"{row.place}: start", f"a row of {name} needs its place in the text")
    if name != "documents" and not row["text"]:
        what = "the name" if name in NAMED else "the text that stands there"
        raise ConfigError(f"{row.place}: text", f"expected {what}, found nothing")
    return Correction(
        place=row.place,
        line=int(row.place.rpartition(":")[2]),
        table=name,
        document_id=document_id,
        start=int(start) if start.isdecimal() else None,
        row_id="" if start.isdecimal() else start,
        text=row["text"],
        column=column.name,
        value=_value(column, row),
        reason=row["reason"],
    )


def _column(spec: Table, row: LexiconRow) -> Column:
    fixed = {*spec.key, "document_id", *_FIXED.get(spec.name, ())} - {"person_id"}
    if "start" in (known := [c.name for c in spec.columns]):
        fixed.add("text")
    free = [name for name in known if name not in fixed]
    if row["column"] in free:
        return spec.column(row["column"])
    if row["column"] in fixed:
        advice = f"one of: {', '.join(free)}"
        raise ConfigError(
            f"{row.place}: column", f"{spec.name}.{row['column']} is not to be corrected", advice
        )
    raise ConfigError(*_unknown(row.place, f"column of {spec.name}", row["column"], free))


def _unknown(place: str, what: str, name: str, known: Iterable[str]) -> tuple[str, str, str]:
    known = list(known)
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(known)}"
    return f"{place}: {what.partition(' ')[0]}", f"no {what} {name!r}", advice


def is_reference(column: Column) -> bool:
    """Whether the column holds the key of another row."""
    return bool(column.references) or column.name in ("entity_id", "person_id")


def _value(column: Column, row: LexiconRow) -> Any:
    text = row["value"]
    place = f"{row.place}: value"
    if not text and column.nullable:
        return None
    if not text and column.kind != "strings" and column.name not in _MAY_BE_EMPTY:
        raise ConfigError(place, f"{column.name} cannot be empty")
    if is_reference(column):
        return text
    try:
        value = _PARSERS[column.kind](text)
    except (KeyError, ValueError, InvalidOperation):
        expected = _EXPECTED[column.kind]
        raise ConfigError(place, f"{column.name}: expected {expected}, found {text!r}") from None
    wrong = {*value} if column.kind == "strings" else {value}
    if column.choices and not wrong <= {*column.choices}:
        raise ConfigError(*_unknown(row.place, f"value of {column.name}", text, column.choices))
    return value


_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "int": int,
    "float": lambda text: float(Decimal(text)),
    "bool": lambda text: _BOOLEANS[text.lower()],
    "date": date.fromisoformat,
    "decimal": Decimal,
    "strings": lambda text: tuple(sorted(filter(None, map(str.strip, text.split("|"))))),
}
_EXPECTED = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date such as 2021-03-24",
    "decimal": "a number",
}

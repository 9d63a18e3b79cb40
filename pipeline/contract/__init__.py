"""The contract: every table and column, declared once, and the rows the stages exchange.

Contract: `TABLES` lists all tables in reading order; `SCHEMA_VERSION` follows semantic versioning
and a snapshot test forces its change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pipeline.contract.columns import Columns, make_rows, take_columns
from pipeline.contract.entities import City, Country, Event, Initiative, Organization, Person
from pipeline.contract.mentions import Date, Link, Mention, Quantity
from pipeline.contract.relations import (
    Agreement,
    AgreementParty,
    InitiativeMention,
    Role,
    Statement,
)
from pipeline.contract.schema import Column, Row, Table
from pipeline.contract.structure import Diagnostic, Document, Run, Segment, SourceMap, Token

__all__ = [
    "ROWS",
    "SCHEMA_VERSION",
    "TABLES",
    "Agreement",
    "AgreementParty",
    "City",
    "Column",
    "Country",
    "Date",
    "Diagnostic",
    "Document",
    "Event",
    "Initiative",
    "InitiativeMention",
    "Link",
    "Mention",
    "Organization",
    "Person",
    "Quantity",
    "Role",
    "Row",
    "Run",
    "Segment",
    "SourceMap",
    "Statement",
    "Table",
    "Tables",
    "Token",
]

SCHEMA_VERSION = "1.0.0"

ROWS: tuple[type[Row], ...] = (
    Document,
    SourceMap,
    Segment,
    Token,
    Mention,
    City,
    Country,
    Person,
    Organization,
    Role,
    Statement,
    Quantity,
    Date,
    Initiative,
    InitiativeMention,
    Agreement,
    AgreementParty,
    Event,
    Link,
    Diagnostic,
    Run,
)
TABLES: dict[str, Table] = {row.spec.name: row.spec for row in ROWS}

R = TypeVar("R", bound=Row)


class Tables:
    """Rows of several tables, by row class; what stages read and write.

    >>> tables = Tables()
    >>> tables[Link]
    []

    A table may be given as columns (`set_columns`); its rows are made when somebody asks for them.
    """

    __slots__ = ("_columns", "_rows")

    def __init__(self) -> None:
        self._rows: dict[type[Row], list[Row]] = {}
        self._columns: dict[type[Row], Columns] = {}

    def __getitem__(self, kind: type[R]) -> list[R]:
        """Return the rows of one table (empty if it was not written)."""
        rows = self._rows.get(kind)
        if rows is None:
            if kind not in self._columns:
                return []
            self._rows[kind] = rows = [*make_rows(kind, self._columns.pop(kind))]
        return rows  # type: ignore[return-value]

    def __setitem__(self, kind: type[R], rows: Iterable[R]) -> None:
        self._rows[kind] = list(rows)
        self._columns.pop(kind, None)

    def __contains__(self, kind: type[Row]) -> bool:
        return kind in self._rows or kind in self._columns

    def __iter__(self) -> Iterator[type[Row]]:
        return iter([row for row in ROWS if row in self._rows or row in self._columns])

    def set_columns(self, kind: type[Row], columns: Columns) -> None:
        """Give one table as the values of its rows by column."""
        self._rows.pop(kind, None)
        self._columns[kind] = columns

    def columns(self, kind: type[Row]) -> Columns:
        """Return the values of one table by column."""
        return self._columns.get(kind) or take_columns(kind.spec, self[kind])

    def keep_columns(self) -> None:
        """Take the columns of every table once and for all: its rows must not change any more."""
        for kind in self:
            self._columns[kind] = self.columns(kind)

    def extend(self, other: Tables) -> None:
        """Append all rows of ``other``, table by table."""
        for kind in other:
            if kind not in self and kind not in other._rows:
                self._columns[kind] = other._columns[kind]
                continue
            if kind not in self:
                self._rows[kind] = []
            self[kind].extend(other[kind])
            self._columns.pop(kind, None)

    def update(self, other: Tables) -> None:
        """Take over the tables of ``other``, in place of those of the same class."""
        for kind in other:
            self._rows.pop(kind, None)
            self._columns.pop(kind, None)
        self._rows.update(other._rows)
        self._columns.update(other._columns)

    def select(self, kinds: Iterable[type[Row]]) -> Tables:
        """Return a view on some of the tables."""
        chosen, kinds = Tables(), [*kinds]
        chosen._rows = {kind: self._rows[kind] for kind in kinds if kind in self._rows}
        chosen._columns = {kind: self._columns[kind] for kind in kinds if kind in self._columns}
        return chosen

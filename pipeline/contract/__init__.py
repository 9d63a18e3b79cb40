"""The contract: every table and column, declared once, and the rows the stages exchange.

Contract: `TABLES` lists all tables in reading order; `SCHEMA_VERSION` follows semantic versioning
and a snapshot test forces its change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

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
    """

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[type[Row], list[Row]] = {}

    def __getitem__(self, kind: type[R]) -> list[R]:
        """Return the rows of one table (empty if it was not written)."""
        return self._rows.get(kind, [])  # type: ignore[return-value]

    def __setitem__(self, kind: type[R], rows: Iterable[R]) -> None:
        self._rows[kind] = list(rows)

    def __contains__(self, kind: type[Row]) -> bool:
        return kind in self._rows

    def __iter__(self) -> Iterator[type[Row]]:
        return iter([row for row in ROWS if row in self._rows])

    def extend(self, other: Tables) -> None:
        """Append all rows of ``other``, table by table."""
        for kind in other:
            self._rows.setdefault(kind, []).extend(other._rows[kind])

    def select(self, kinds: Iterable[type[Row]]) -> Tables:
        """Return a view on some of the tables."""
        chosen = Tables()
        for kind in kinds:
            if kind in self._rows:
                chosen._rows[kind] = self._rows[kind]
        return chosen

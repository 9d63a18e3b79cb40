"""Rows to columns of plain values and back: what is checked, kept in the state folder and written.

Contract: plain values are strings, integers, floats, booleans, lists of strings and None, so JSON
holds them; dates are ISO 8601 and decimals are written out.  Scores are rounded to 3 decimals here,
once, so that every later reader sees the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from pipeline.contract.schema import Column, Row, Table

Columns = dict[str, list[Any]]
R = TypeVar("R", bound=Row)

_ENCODE: dict[str, Callable[[Any], Any]] = {
    "float": float,
    "date": date.isoformat,
    "decimal": lambda value: format(value, "f"),
    "strings": list,
}
_DECODE: dict[str, Callable[[Any], Any]] = {
    "date": date.fromisoformat,
    "decimal": Decimal,
    "strings": tuple,
}


def take_columns(spec: Table, rows: Sequence[Row]) -> Columns:
    """Return the rows' values by column, untouched."""
    names = [column.name for column in spec.columns]
    if not rows:
        return {name: [] for name in names}
    values = zip(*map(attrgetter(*names), rows), strict=True)  # in C: this runs for every row made
    return dict(zip(names, map(list, values), strict=True))


def to_columns(spec: Table, rows: Sequence[Row]) -> Columns:
    """Return the rows as columns of plain values."""
    taken = take_columns(spec, rows)
    return {column.name: _encode(column, taken[column.name]) for column in spec.columns}


def to_rows(kind: type[R], columns: Columns) -> list[R]:
    """Return plain columns as typed rows; the inverse of `to_columns`."""
    names = [column.name for column in kind.spec.columns]
    values = [decode(column, columns[column.name]) for column in kind.spec.columns]
    return [kind(**dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)]


def decode(column: Column, values: Iterable[Any]) -> list[Any]:
    """Return the plain values of one column as the objects a row holds."""
    function = _DECODE.get(column.kind)
    if function is None:
        return list(values)
    return [None if value is None else function(value) for value in values]


def is_score(column: Column) -> bool:
    """Whether the column is a certainty, stored with 3 decimals."""
    return column.kind == "float" and column.name.endswith("score")


def _encode(column: Column, values: list[Any]) -> list[Any]:
    if is_score(column):
        return [None if value is None else round(float(value), 3) for value in values]
    function = _ENCODE.get(column.kind)
    if function is None:
        return values
    return [None if value is None else function(value) for value in values]

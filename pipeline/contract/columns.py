"""Rows to columns of plain values and back: what is checked, kept in the state folder and written.

Contract: plain values are strings, integers, floats, booleans, lists of strings and None, so JSON
holds them; dates are ISO 8601 and decimals are written out.  Scores are rounded to 3 decimals here,
once, so that every later reader sees the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import starmap
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
    return encode_columns(spec, take_columns(spec, rows))


def encode_columns(spec: Table, taken: Columns) -> Columns:
    """Return untouched columns as columns of plain values."""
    return {
        **taken,
        **{c.name: _encode(c, taken[c.name]) for c in spec.columns if c.kind in _ENCODE},
    }


def make_rows(kind: type[R], columns: Columns) -> list[R]:
    """Return untouched columns as rows; the inverse of `take_columns`."""
    names = [column.name for column in kind.spec.columns]
    values = zip(*(columns[name] for name in names), strict=True)
    return list(starmap(kind.made_of, values))  # type: ignore[arg-type]


def to_rows(kind: type[R], columns: Columns) -> list[R]:
    """Return plain columns as typed rows; the inverse of `to_columns`."""
    return make_rows(kind, {c.name: decode(c, columns[c.name]) for c in kind.spec.columns})


def decode(column: Column, values: Iterable[Any]) -> list[Any]:
    """Return the plain values of one column as the objects a row holds."""
    function = _DECODE.get(column.kind)
    if function is None:
        return values if isinstance(values, list) else list(values)
    return [None if value is None else function(value) for value in values]


def is_score(column: Column) -> bool:
    """Whether the column is a certainty, stored with 3 decimals."""
    return column.kind == "float" and column.name.endswith("score")


def _encode(column: Column, values: list[Any]) -> list[Any]:
    if is_score(column):
        # Few are different: each is rounded once.
        rounded = {v: None if v is None else round(float(v), 3) for v in set(values)}
        return [*map(rounded.__getitem__, values)]
    function = _ENCODE[column.kind]
    return [None if value is None else function(value) for value in values]

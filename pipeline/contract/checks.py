"""Check rows against their declaration: types, nulls, enumerations, keys and references.

Contract: the first violation raises ContractError that names table, row and what was expected.
Checks work column by column on sets of types and values, so that they cost little; the offending
row is looked for only when there is one.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn

from pipeline.contract import TABLES, Tables
from pipeline.contract.columns import Columns
from pipeline.contract.schema import Column, Table
from pipeline.errors import ContractError

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "date": (date,),
    "decimal": (Decimal,),
    "strings": (tuple,),
}
_ALLOWED: dict[tuple[str, bool], frozenset[type]] = {
    (kind, nullable): frozenset((*types, type(None)) if nullable else types)
    for kind, types in _TYPES.items()
    for nullable in (False, True)
}
_NULL = type(None)
_ONLY_NULL = {_NULL}
Rule = Callable[[Collection[Any]], bool]
_DECIMAL_PLACES = 9
_DECIMAL_DIGITS = 38


def check_tables(tables: Tables) -> None:
    """Check every table on its own: types, nulls, enumerations and keys."""
    for kind in tables:
        check_columns(kind.spec, tables.columns(kind))


def check_columns(spec: Table, columns: Columns) -> None:
    """Check the untouched values of one table (see `contract.columns.take_columns`)."""
    if not columns[spec.key[0]]:
        return
    for column in spec.columns:
        are_fine = _are_strings if column.kind == "string" else _are_others
        if not are_fine(column, columns[column.name]):
            _refuse(spec, columns, column)
    check_key(spec, columns)


def _are_strings(column: Column, values: list[Any]) -> bool:
    """Tell whether a column of strings is as declared; each different one is looked at once."""
    try:
        found = set(values)
        if column.nullable:
            found.discard(None)
        return found.issubset(column.choices) if column.choices else _are_unicode(found)
    except TypeError:  # not hashable, or no string
        return False


def _are_others(column: Column, values: list[Any]) -> bool:
    """Tell whether a column of another kind is as declared."""
    found = set(map(type, values))
    if found == _ONLY_NULL:
        return column.nullable
    if not found <= _ALLOWED[column.kind, column.nullable]:
        return False
    rule = _VALUE_RULES.get(column.kind)
    if rule is None:
        return True
    return rule([v for v in values if v is not None] if _NULL in found else values)


def _refuse(spec: Table, columns: Columns, column: Column) -> None:
    """Raise for the first value that is not as declared; types of subclasses are."""
    _check_types(spec, columns, column)
    rule = _VALUE_RULES.get(column.kind)
    if rule is not None and not rule([v for v in columns[column.name] if v is not None]):
        _refuse_value(spec, columns, column, rule)
    if column.choices:
        _check_choices(spec, columns, column, columns[column.name])


def check_key(spec: Table, columns: Columns) -> None:
    """Check that the key is unique."""
    if len(spec.key) == 1:
        alone = columns[spec.key[0]]
        if len(set(alone)) == len(alone):
            return
    keys = list(zip(*(columns[name] for name in spec.key), strict=True))
    if len(set(keys)) == len(keys):
        return
    key, count = next((key, n) for key, n in Counter(keys).items() if n > 1)
    raise ContractError(
        f"{spec.name} {dict(zip(spec.key, key, strict=True))}",
        f"expected a unique key, found {count} rows",
    )


def check_references(tables: Tables, known: Mapping[str, Collection[object]] | None = None) -> None:
    """Check that each reference has its row, in ``tables`` or among the ``known`` keys.

    Args:
        tables: the rows.
        known: keys that exist elsewhere, by table name.
    """
    known = known or {}
    keys: dict[str, set[object]] = {}
    for kind in tables:
        columns = tables.columns(kind)
        for column in kind.spec.columns:
            if not column.references:
                continue
            table, _, name = column.references.partition(".")
            if table not in keys:
                target = TABLES[table].row
                keys[table] = {*tables.columns(target)[name], *known.get(table, ())}
            check_reference(kind.spec, columns, column, keys[table])


def check_reference(
    spec: Table, columns: Columns, column: Column, keys: Collection[object]
) -> None:
    """Check that every value of one column is among ``keys`` or null."""
    values = columns[column.name]
    wrong = set(values).difference(keys) - {None}
    if wrong:
        place, value = _first(spec, columns, column, values, wrong)
        raise ContractError(place, f"{value!r} is no {column.references}")


def _check_types(spec: Table, columns: Columns, column: Column) -> None:
    allowed = _ALLOWED[column.kind, column.nullable]
    for index, value in enumerate(columns[column.name]):
        if type(value) not in allowed and not _is_allowed_subtype(value, allowed):
            raise ContractError(
                _place(spec, columns, column, index),
                f"expected {_expected(column)}, found {_found(value)}",
            )


def _refuse_value(spec: Table, columns: Columns, column: Column, rule: Rule) -> NoReturn:
    values = columns[column.name]
    index = next(i for i, v in enumerate(values) if v is not None and not rule([v]))
    message = _PROBLEMS[column.kind].format(_shown(values[index]))
    raise ContractError(_place(spec, columns, column, index), message)


def _is_allowed_subtype(value: object, allowed: frozenset[type]) -> bool:
    return isinstance(value, tuple(allowed)) and not isinstance(value, bool | datetime)


def _expected(column: Column) -> str:
    names = {"strings": "tuple of strings", "int": "integer", "float": "number"}
    return names.get(column.kind, column.kind) + (" or null" if column.nullable else "")


def _found(value: object) -> str:
    return "null" if value is None else f"{value!r} ({type(value).__name__})"


def _shown(value: object) -> str:
    return repr(value[:20]) if isinstance(value, str) else str(value)


# Rules over all values of a column at once: cheap while they hold.


def _are_unicode(values: Collection[Any]) -> bool:
    text = "".join(values)
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def _fit_64_bits(values: Collection[Any]) -> bool:
    try:
        array("q", values)  # half the time of two comparisons
    except OverflowError:
        return False
    return True


def _are_finite(values: Collection[Any]) -> bool:
    return all(map(math.isfinite, values))


def _fit_decimal(values: Collection[Any]) -> bool:
    return all(map(_fits_decimal, values))


def _fits_decimal(value: Decimal) -> bool:
    if not value.is_finite():
        return False
    if value.adjusted() + 1 + _DECIMAL_PLACES > _DECIMAL_DIGITS:
        return False
    return _places(value) <= _DECIMAL_PLACES or _places(value.normalize()) <= _DECIMAL_PLACES


def _places(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _hold_strings(values: Collection[Any]) -> bool:
    return all(isinstance(item, str) for value in values for item in value) and _are_unicode(
        [item for value in values for item in value]
    )


_VALUE_RULES: dict[str, Rule] = {
    "string": _are_unicode,
    "int": _fit_64_bits,
    "float": _are_finite,
    "decimal": _fit_decimal,
    "strings": _hold_strings,
}
_PROBLEMS = {
    "string": "expected valid Unicode, found a lone surrogate in {}",
    "int": "expected an integer of 64 bits, found {}",
    "float": "expected a finite number, found {}",
    "decimal": "expected a number that fits decimal(38, 9), found {}",
    "strings": "expected a tuple of strings of valid Unicode, found {}",
}


def _check_choices(spec: Table, columns: Columns, column: Column, values: list[object]) -> None:
    wrong = set(values).difference(column.choices) - {None}
    if wrong:
        place, value = _first(spec, columns, column, values, wrong)
        raise ContractError(place, f"expected one of {', '.join(column.choices)}, found {value!r}")


def _first(
    spec: Table, columns: Columns, column: Column, values: list[object], wrong: set[object]
) -> tuple[str, object]:
    index = next(index for index, value in enumerate(values) if value in wrong)
    return _place(spec, columns, column, index), values[index]


def _place(spec: Table, columns: Columns, column: Column, index: int) -> str:
    key = ", ".join(f"{name}={columns[name][index]}" for name in spec.key)
    return f"{spec.name}[{key}].{column.name}"

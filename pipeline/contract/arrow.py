"""The contract in Arrow: schemas with descriptions inside, and tables made through them.

Contract: equal rows give equal tables whatever their order; nothing about time, path or machine
goes into the metadata.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.contract import SCHEMA_VERSION
from pipeline.contract.columns import Columns, R, to_columns
from pipeline.contract.schema import Column, Row, Table

_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "decimal": pa.decimal128(38, 9),
    # Parquet calls the items of a list so; the same name makes schemas equal after reading.
    "strings": pa.list_(pa.field("element", pa.string())),
}

# Arrow counts the bytes of a string array with 32 bits.
_MOST_BYTES = 1 << 31


@cache
def arrow_schema(spec: Table) -> pa.Schema:
    """Return the Arrow schema of a table, described field by field and as a whole.

    DuckDB shows only the metadata of the file, pandas none, polars that of the fields: so the
    dictionary of columns is in both places.
    """
    fields = [
        pa.field(c.name, _TYPES[c.kind], nullable=c.nullable, metadata=_field_metadata(c))
        for c in spec.columns
    ]
    return pa.schema(fields, metadata=_table_metadata(spec))


def _field_metadata(column: Column) -> dict[str, str]:
    metadata = {
        "choices": ", ".join(column.choices),
        "description": column.description,
        "references": column.references,
        "unit": column.unit,
    }
    return {key: value for key, value in sorted(metadata.items()) if value}


def _table_metadata(spec: Table) -> dict[str, str]:
    columns = {c.name: _field_metadata(c) for c in spec.columns}
    return {
        "columns": json.dumps(columns, ensure_ascii=False, sort_keys=True),
        "description": spec.description,
        "key": ", ".join(spec.key),
        "schema_version": SCHEMA_VERSION,
        "table": spec.name,
    }


def columns_to_arrow(spec: Table, columns: Columns) -> pa.Table:
    """Return plain columns (see `contract.columns`) as an Arrow table, in the order given."""
    arrays = [_array(column, columns[column.name]) for column in spec.columns]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(spec))


def _array(column: Column, values: list[Any]) -> pa.Array:
    """Return a column as an Arrow array.

    It is put together from buffers: `pa.array` looks at each value, and imports pandas for it.
    """
    if column.kind == "strings":
        return _lists(values)
    if column.kind in _CODES:
        return _numbers(values, column.kind)
    strings = _strings(values)
    return strings if column.kind == "string" else pc.cast(strings, _TYPES[column.kind])


# How an array of Python holds numbers, and what stands where one is missing.
_CODES = {"int": "q", "float": "d", "bool": "b"}


def _numbers(values: list[Any], kind: str) -> pa.Array:
    n_nulls, valid = _validity(values)
    given = [0 if value is None else value for value in values] if n_nulls else values
    numbers = array(_CODES[kind], given)
    data = pa.py_buffer(_bits(numbers) if kind == "bool" else numbers)
    return pa.Array.from_buffers(_TYPES[kind], len(values), [valid, data], n_nulls)


def _strings(values: Sequence[str | None]) -> pa.Array:
    n_nulls, valid = _validity(values)
    given: Sequence[str] = [value or "" for value in values] if n_nulls else values  # type: ignore[assignment]
    text = "".join(given)
    data = text.encode()
    if len(data) >= _MOST_BYTES:
        return pa.array(values, pa.string())  # several chunks
    ends = np.fromiter(map(len, given), np.int64, len(given)).cumsum()
    if len(data) > len(text):
        ends = _byte_positions(text)[ends]
    offsets = np.zeros(len(given) + 1, np.int32)
    offsets[1:] = ends
    buffers = [valid, pa.py_buffer(offsets), pa.py_buffer(data)]
    return pa.Array.from_buffers(pa.string(), len(given), buffers, n_nulls)


def _byte_positions(text: str) -> npt.NDArray[np.int64]:
    """Return for each character, and for the end, how many bytes of UTF-8 stand before it."""
    codes = np.frombuffer(text.encode("utf-32-le"), "<u4")
    positions = np.zeros(len(codes) + 1, np.int64)
    widths = 1 + (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
    np.cumsum(widths, out=positions[1:])
    return positions


def _lists(values: Sequence[Sequence[str] | None]) -> pa.Array:
    n_nulls, valid = _validity(values)
    items = [item for value in values if value for item in value]
    sizes = np.fromiter((len(value or ()) for value in values), np.int32, len(values))
    offsets = np.zeros(len(values) + 1, np.int32)
    np.cumsum(sizes, out=offsets[1:])
    return pa.Array.from_buffers(
        _TYPES["strings"],
        len(values),
        [valid, pa.py_buffer(offsets)],
        n_nulls,
        children=[_strings(items)],
    )


def _validity(values: Sequence[object]) -> tuple[int, pa.Buffer | None]:
    """Return how many values are missing, and the bitmap of those that are not."""
    n_nulls = values.count(None)
    if not n_nulls:
        return 0, None
    return n_nulls, pa.py_buffer(_bits(array("b", [value is not None for value in values])))


def _bits(flags: array[int]) -> npt.NDArray[np.uint8]:
    return np.packbits(np.frombuffer(flags, np.bool_), bitorder="little")


def rows_to_arrow(spec: Table, rows: Sequence[Row]) -> pa.Table:
    """Return typed rows as a sorted Arrow table, scores rounded."""
    return sort_table(spec, columns_to_arrow(spec, to_columns(spec, rows)))


def arrow_to_rows(kind: type[R], table: pa.Table) -> list[R]:
    """Return an Arrow table as typed rows."""
    return [kind(**_listed(row)) for row in table.to_pylist()]


def _listed(row: dict[str, object]) -> dict[str, object]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}


def sort_table(spec: Table, table: pa.Table) -> pa.Table:
    """Return the table sorted as declared; strings by code point, nulls last."""
    keys = [(name, "ascending", "at_end") for name in spec.sort_by]
    indices = pc.sort_indices(table, sort_keys=keys)
    if not _are_in_order(indices):
        table = table.take(indices)
    return table.combine_chunks()


def _are_in_order(indices: pa.Array) -> bool:
    """Whether sorting moves no row: a document's words come in order, and they are many."""
    return len(indices) < 2 or pc.min(pc.pairwise_diff(indices.cast(pa.int64()))).as_py() == 1

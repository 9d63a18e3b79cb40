"""The contract in Arrow: schemas with descriptions inside, and tables made through them.

Contract: equal rows give equal tables whatever their order; nothing about time, path or machine
goes into the metadata.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.contract import SCHEMA_VERSION
from pipeline.contract.columns import Columns, R, decode, to_columns
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
    arrays = [
        pa.array(decode(column, columns[column.name]), type=_TYPES[column.kind])
        for column in spec.columns
    ]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(spec))


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

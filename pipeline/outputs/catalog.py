"""Describe the tables for people and programs: the data dictionary and `datapackage.json`.

Contract: both are made from the contract alone, never typed twice, and are the same for every
output of one schema version but for the list of files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.contract import SCHEMA_VERSION, TABLES
from pipeline.contract.schema import Column, Table

_TYPES = {
    "string": "string",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "date": "date",
    "decimal": "number",
    "strings": "array",
}
_HEAD = """# Tables

Schema version {version}. Made by `summit extract`; do not edit. Read a table with
`pipeline.load("cities")`, or open the file with pandas, polars, DuckDB or Arrow:

```sql
select * from 'processed/cities.parquet';
```

`pipeline.load("initiatives", wide=True)` and `load("quantities", wide=True)`, in DuckDB the views
of `views.sql`, join speaker, city, title, event, year and document to every mention and number.

For every row with `start`, `end` and `text`, `documents.text[start:end] == text`; offsets count
Unicode code points, half-open. `mentions.entity_id` is the key of the table of its label.
"""


def data_dictionary() -> str:
    """Return the dictionary of all tables and columns, in Markdown."""
    lines = [_HEAD.format(version=SCHEMA_VERSION)]
    lines += ["| table | one row is | key |", "|---|---|---|"]
    for spec in TABLES.values():
        anchor = f"[{spec.name}](#{spec.name})"
        lines.append(f"| {anchor} | {_cell(spec.description)} | {', '.join(spec.key)} |")
    for spec in TABLES.values():
        lines += ["", *_section(spec)]
    return "\n".join(lines) + "\n"


def _section(spec: Table) -> Iterator[str]:
    yield f"## {spec.name}"
    yield ""
    yield spec.description
    yield ""
    yield "| column | type | null | description |"
    yield "|---|---|---|---|"
    for column in spec.columns:
        null = "yes" if column.nullable else ""
        yield f"| {column.name} | {_type(column)} | {null} | {_cell(_description(column))} |"


def _type(column: Column) -> str:
    return {"strings": "list of strings", "decimal": "decimal(38, 9)"}.get(column.kind, column.kind)


def _description(column: Column) -> str:
    parts = [column.description]
    if column.unit:
        parts.append(f"[{column.unit}]")
    if column.references:
        parts.append(f"-> {column.references}")
    if column.choices:
        parts.append(f"({', '.join(column.choices)})")
    return " ".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def datapackage(files: Iterable[str]) -> str:
    """Return the Frictionless description of an output.

    Args:
        files: published files below the output folder; a table is one or several of them.
    """
    paths: dict[str, list[str]] = {}
    for path in sorted(files):
        paths.setdefault(path.partition(".parquet")[0], []).append(path)
    package = {
        "profile": "data-package",
        "name": "summit-tables",
        "title": "What cities said and signed at their smart-city summits",
        "version": SCHEMA_VERSION,
        "resources": [_resource(spec, paths) for spec in TABLES.values() if spec.name in paths],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(spec: Table, paths: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    found = list(paths[spec.name])
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in spec.columns],
        "primaryKey": list(spec.key),
    }
    keys = [_foreign_key(spec, column) for column in spec.columns if column.references]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": spec.name,
        "path": found[0] if len(found) == 1 else found,
        "title": spec.description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.description,
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(spec: Table, column: Column) -> dict[str, Any]:
    table, _, name = column.references.partition(".")
    # Frictionless writes a reference to the table itself as an empty name.
    resource = "" if table == spec.name else table
    return {"fields": column.name, "reference": {"resource": resource, "fields": name}}

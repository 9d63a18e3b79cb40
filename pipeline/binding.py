"""Give the rows of a document, cached under a placeholder, the ids of the document they belong to.

Contract: the bound ids are a function of document_id and content alone, whether the rows come from
the cache or from a fresh run; ids that hold for the whole world (GeoNames, ISO codes) stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pipeline.contract import TABLES, Diagnostic, Mention
from pipeline.contract.columns import Columns
from pipeline.contract.schema import Column, Table
from pipeline.ids import id_renamer

# Entities shared by documents: merging may give them another id.
_MERGED = {"cities", "countries", "people", "organizations", "initiatives", "events"}
_GLOBAL = {"cities", "countries"}
_GLOBAL_LABELS = {"CITY", "COUNTRY"}


def _target(spec: Table, column: Column) -> str:
    """Return the table whose rows the column identifies, or an empty string."""
    if column.references:
        return column.references.partition(".")[0]
    return spec.name if spec.key == (column.name,) else ""


@cache
def _columns_to(name: str, targets: frozenset[str]) -> tuple[str, ...]:
    spec = TABLES[name]
    found = [c.name for c in spec.columns if _target(spec, c) in targets]
    return (*found, "entity_id") if spec.row is Mention else tuple(found)


_LOCAL_TARGETS = frozenset(TABLES) - _GLOBAL - {"documents", "runs"}


class Binder:
    """Binds the rows of one document.

    Args:
        placeholder: document_id and path the stages saw.
        document_id: the document.
        path: its file.
        is_refused: the file gave no document, so diagnostics must not point at one.
    """

    def __init__(self, placeholder: str, document_id: str, path: str, *, is_refused: bool) -> None:
        self.placeholder = placeholder
        self.document_id = document_id
        self.path = path
        self.is_refused = is_refused
        self._ids: dict[str | None, str | None] = {None: None}
        self._rename = id_renamer(document_id)

    def bind(self, name: str, columns: Columns) -> Columns:
        """Return the columns of one table with the ids of the document."""
        bound = dict(columns)
        for column in _columns_to(name, _LOCAL_TARGETS):
            ids = self._bound_ids(columns[column])
            if column == "entity_id":
                labelled = zip(columns[column], columns["label"], strict=True)
                bound[column] = [
                    value if label in _GLOBAL_LABELS else ids[value] for value, label in labelled
                ]
            else:
                bound[column] = [*map(ids.__getitem__, columns[column])]
        if "document_id" in columns:
            bound["document_id"] = self._documents(columns["document_id"])
        if "source_path" in columns:
            bound["source_path"] = [self.path] * len(columns["source_path"])
        if name == Diagnostic.spec.name:
            for column in ("place", "message", "advice"):
                bound[column] = [self._text(value) for value in columns[column]]
        return bound

    def _documents(self, values: list[str | None]) -> list[str | None]:
        new = None if self.is_refused else self.document_id
        if values.count(self.placeholder) == len(values):
            return [new] * len(values)
        return [None if value is None else new for value in values]

    def _bound_ids(self, values: Iterable[str | None]) -> Mapping[str | None, str | None]:
        for value in set(values).difference(self._ids):
            self._ids[value] = self._rename(str(value))
        return self._ids

    def _text(self, value: str | None) -> str | None:
        return value and value.replace(self.placeholder, self.path)


def rename(name: str, columns: Columns, renaming: Mapping[str, str]) -> Columns:
    """Return the columns with the ids of merged entities; rows made equal by it become one."""
    renamed: dict[str, list[Any]] = dict(columns)
    changed = _columns_to(name, frozenset(_MERGED))
    for column in changed:
        if any(map(renaming.__contains__, set(columns[column]))):
            renamed[column] = [renaming.get(value, value) for value in columns[column]]
    spec = TABLES[name]
    return _without_doubles(spec, renamed) if set(changed) & set(spec.key) else renamed


def _without_doubles(spec: Table, columns: Columns) -> Columns:
    keys = list(zip(*(columns[name] for name in spec.key), strict=True))
    first = {key: index for index, key in reversed(list(enumerate(keys)))}
    if len(first) == len(keys):
        return columns
    kept = sorted(first.values())
    return {name: [values[index] for index in kept] for name, values in columns.items()}

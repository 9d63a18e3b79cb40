"""Publish: the rows of all documents to the tables of the contract, checked and sorted.

Contract: pure; equal documents give equal tables, whatever their order.  Writing them is the
runner's part (`pipeline.generations`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.binding import rename
from pipeline.contract import ROWS, TABLES, Diagnostic, Tables
from pipeline.contract.arrow import columns_to_arrow, rows_to_arrow, sort_table
from pipeline.contract.checks import check_columns, check_key, check_reference, check_references
from pipeline.contract.columns import Columns, take_columns
from pipeline.contract.schema import Table

DOCUMENT_TABLES = tuple(kind.spec for kind in ROWS if kind.spec.scope == "document")
CORPUS_TABLES = tuple(
    kind.spec for kind in ROWS if kind.spec.scope == "corpus" and kind.spec.name != "runs"
)
_CHUNK = 100_000


class PartBuilder:
    """Collects the rows of the documents of one part, table by table.

    Args:
        renaming: corpus id of every document-level entity id.
        known: keys of the corpus tables, by table name.
    """

    def __init__(
        self, renaming: Mapping[str, str], known: Mapping[str, Collection[object]]
    ) -> None:
        self._renaming = renaming
        self._known = known
        self._columns: dict[str, Columns] = {}
        self._chunks: dict[str, list[pa.Table]] = {}

    def add(self, name: str, columns: Columns) -> None:
        """Add bound rows of one document."""
        renamed = rename(name, columns, self._renaming)
        _check_corpus_references(TABLES[name], renamed, self._known)
        held = self._columns.setdefault(name, {column: [] for column in renamed})
        for column, values in renamed.items():
            held[column].extend(values)
        if len(next(iter(held.values()))) >= _CHUNK:
            self._flush(name)

    def finish(self, spec: Table) -> pa.Table:
        """Return the rows of one table, sorted, and forget them.

        Raises:
            ContractError: two rows have the same key.
        """
        self._flush(spec.name)
        chunks = self._chunks.pop(spec.name, None) or [rows_to_arrow(spec, [])]
        table = pa.concat_tables(chunks)
        _check_key(spec, table)
        return sort_table(spec, table)

    def _flush(self, name: str) -> None:
        columns = self._columns.pop(name, None)
        if columns is not None:
            chunk = columns_to_arrow(TABLES[name], columns)
            self._chunks.setdefault(name, []).append(chunk)


def _check_key(spec: Table, table: pa.Table) -> None:
    # Inside a document keys were checked when its stages ran.
    if "document_id" in spec.key:
        return
    if len(spec.key) == 1 and pc.count_distinct(table.column(spec.key[0])).as_py() == len(table):
        return
    check_key(spec, {name: table.column(name).to_pylist() for name in spec.key})


def _check_corpus_references(
    spec: Table, columns: Columns, known: Mapping[str, Collection[object]]
) -> None:
    for column in spec.columns:
        table = column.references.partition(".")[0]
        if table in known:
            check_reference(spec, columns, column, known[table])


def corpus_tables(merged: Tables, diagnostics: list[Diagnostic]) -> dict[str, pa.Table]:
    """Return the checked and sorted tables of entities and diagnostics.

    Raises:
        ContractError: a row breaks its declaration, a key is double, a reference has no row.
    """
    tables = merged.select(kind for kind in ROWS if kind is not Diagnostic)
    tables[Diagnostic] = [*merged[Diagnostic], *diagnostics]
    check_references(tables)
    made = {}
    for spec in CORPUS_TABLES:
        rows = tables[spec.row]
        check_columns(spec, take_columns(spec, rows))
        made[spec.name] = rows_to_arrow(spec, rows)
    return made


def known_keys(merged: Tables) -> dict[str, set[object]]:
    """Return the keys of the corpus tables, by table name."""
    return {
        spec.name: {getattr(row, spec.key[0]) for row in merged[spec.row]}
        for spec in CORPUS_TABLES
        if spec.name != Diagnostic.spec.name
    }

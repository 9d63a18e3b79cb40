"""Join the wide tables of `outputs.views` in Arrow.

Contract: one row for each row of the view's first table, in the order of its key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.outputs.views import Join, View


def widen(view: View, read: Callable[[str], Any]) -> pa.Table:
    """Return a wide table.

    Args:
        view: its declaration.
        read: returns a published table, an Arrow table, by name.
    """
    rows = {view.alias: read(view.table)}
    tables = {join.table: read(join.table) for join in view.joins}
    for join in view.joins:
        rows[join.alias] = _look_up(join, tables[join.table], rows)
    columns = {new: _column(source, rows) for new, source in view.columns}
    return pa.table(columns)


def _look_up(join: Join, table: pa.Table, rows: dict[str, pa.Table]) -> pa.Table:
    """Return for each row so far the row of the table it leads to, or nulls."""
    if join.table == "roles":
        table = _by_rank(table)
    index: dict[tuple[Any, ...], int] = {}
    for position, key in enumerate(_tuples([table.column(name) for name in join.key])):
        index.setdefault(key, position)
    wanted = _tuples([_column(source, rows) for source in join.on])
    return table.take(pa.array([index.get(key) for key in wanted], pa.int64()))


def _by_rank(roles: pa.Table) -> pa.Table:
    """Return roles with the one to be taken for a person and document before the others."""
    is_other = pc.not_equal(roles.column("status"), "current")
    ranked = roles.append_column("is_other", pc.cast(is_other, pa.int8()))
    order = [("is_other", "ascending"), ("score", "descending")]
    order += [("start", "ascending"), ("role_id", "ascending")]
    return roles.take(pc.sort_indices(ranked, sort_keys=order))


def _tuples(columns: list[Any]) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in columns), strict=True))


def _column(source: str, rows: dict[str, pa.Table]) -> Any:
    found = [_value(part, rows) for part in source.split()]
    return found[0] if len(found) == 1 else pc.coalesce(*found)


def _value(part: str, rows: dict[str, pa.Table]) -> Any:
    is_year = part.startswith("year(")
    alias, _, name = part.removeprefix("year(").removesuffix(")").partition(".")
    column = rows[alias].column(name)
    return pc.year(column) if is_year else column

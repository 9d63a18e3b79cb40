"""Read one published table into pandas, polars or Arrow.

Contract: tables come from one generation even while a run publishes the next; columns keep their
types, dates and decimals Arrow-backed in pandas, whole numbers nullable.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from pipeline.contract import TABLES
from pipeline.errors import OutputError, UsageError
from pipeline.outputs.views import VIEWS
from pipeline.planning.output import current_generation

_KINDS = ("pandas", "polars", "arrow")


def load(
    name: str, out: str | Path = "processed", as_: str = "pandas", *, wide: bool = False
) -> Any:
    """Return a published table.

    Args:
        name: table name, such as ``cities``.
        out: the output folder.
        as_: ``pandas``, ``polars`` or ``arrow``.
        wide: of ``initiatives`` or ``quantities``: one row for each mention, joined with speaker,
            city, title, event, year and document (see `outputs.views`).

    Raises:
        UsageError: no such table, no wide form of it, or no such kind of frame.
        OutputError: nothing is published there yet.
    """
    if name not in TABLES:
        near = difflib.get_close_matches(name, TABLES, n=1)
        advice = f"did you mean {near[0]!r}?" if near else f"tables: {', '.join(TABLES)}"
        raise UsageError(f"load({name!r})", "no such table", advice)
    if as_ not in _KINDS:
        raise UsageError(f"load(as_={as_!r})", f"expected one of {', '.join(_KINDS)}")
    if wide:
        return _load_wide(name, Path(out), as_)
    return _read(find_table(name, Path(out)), as_)


def _load_wide(name: str, out: Path, as_: str) -> Any:
    if name not in VIEWS:
        raise UsageError(
            f"load({name!r}, wide=True)", "no wide form", f"there is one of: {', '.join(VIEWS)}"
        )
    from pipeline.outputs.wide import widen  # noqa: PLC0415 - heavy

    folder = find_table("documents", out).parent  # one generation for all tables
    table = widen(VIEWS[name], lambda part: _read(folder / f"{part}.parquet", "arrow"))
    return _as_frame(table, as_)


def find_table(name: str, out: Path) -> Path:
    """Return the file or folder of a published table, in the generation current now.

    Raises:
        OutputError: nothing is published there yet.
    """
    folder = current_generation(out) or out
    path = folder / f"{name}.parquet"
    if not path.exists():
        raise OutputError(str(out), f"no table {name!r} here yet", "run: summit extract")
    return path


def _read(path: Path, as_: str) -> Any:
    if as_ == "polars":
        import polars  # noqa: PLC0415 - optional

        return polars.read_parquet(path / "*.parquet" if path.is_dir() else path)
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    return _as_frame(pq.read_table(path), as_)


def _as_frame(table: Any, as_: str) -> Any:
    if as_ == "polars":
        import polars  # noqa: PLC0415 - optional

        return polars.from_arrow(table)
    return table if as_ == "arrow" else table.to_pandas(types_mapper=_pandas_type)


def _pandas_type(kind: Any) -> Any:
    import pandas as pd  # noqa: PLC0415 - heavy
    import pyarrow as pa  # noqa: PLC0415 - heavy

    if pa.types.is_int64(kind):
        return pd.Int64Dtype()
    if pa.types.is_date(kind) or pa.types.is_decimal(kind):
        return pd.ArrowDtype(kind)
    return None

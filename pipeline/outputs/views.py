"""The wide tables: every initiative mention and every number with all that belongs to it.

Contract: declared once; `views_sql` writes them for DuckDB and `outputs.wide` joins them in Arrow,
row for row the same.  Every join is to a unique key, so a row of the first table gives one row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.contract import TABLES


@dataclass(frozen=True, slots=True)
class Join:
    """A table looked up by its key.

    Attributes:
        alias: short name of its row.
        table: the table.
        key: its key columns.
        on: ``alias.column`` of earlier rows, one for each key column.
    """

    alias: str
    table: str
    key: tuple[str, ...]
    on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A wide table.

    Attributes:
        name: its name in SQL.
        description: what one row is.
        alias, table: the first table.
        joins: what is looked up, in order.
        columns: new name and ``alias.column``; several are tried until one is not null, and
            ``year(...)`` takes the year of a date.
    """

    name: str
    description: str
    alias: str
    table: str
    joins: tuple[Join, ...]
    columns: tuple[tuple[str, str], ...]


def _one(alias: str, table: str, on: str) -> Join:
    return Join(alias, table, TABLES[table].key, (on,))


_MENTION = (
    _one("m", "mentions", "b.mention_id"),
    _one("g", "segments", "m.segment_id"),
    _one("d", "documents", "m.document_id"),
    _one("e", "events", "d.event_id"),
    _one("s", "statements", "m.statement_id"),
    _one("p", "people", "s.person_id"),
    Join("r", "roles", ("document_id", "person_id"), ("m.document_id", "s.person_id")),
    _one("sc", "cities", "s.city_id"),
)
_TOLD = (
    ("speaker", "p.name"),
    ("speaker_title", "r.title"),
    ("speaker_title_en", "r.title_en"),
    ("speaker_city", "sc.name_zh"),
    ("speaker_city_en", "sc.name_en"),
    ("event", "e.name"),
    ("session", "e.session"),
    ("year", "year(e.start_date) year(d.published_on)"),
    ("document_id", "m.document_id"),
    ("document_title", "d.title"),
    ("published_on", "d.published_on"),
    ("sentence", "g.text"),
    ("start", "m.start"),
    ("end", "m.end"),
    ("text", "m.text"),
    ("mention_id", "b.mention_id"),
    ("statement_id", "m.statement_id"),
    ("person_id", "s.person_id"),
)


def _own(table: str, *names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{table}.{name}") for name in names)


_PLACE = (
    ("city", "c.name_zh"),
    ("city_en", "c.name_en"),
    ("country", "co.name_zh"),
    ("country_en", "co.name_en"),
)

VIEWS: dict[str, View] = {
    "initiatives": View(
        "initiatives_wide",
        "one mention of an initiative, with its owner, speaker, event and document",
        "b",
        "initiative_mentions",
        (
            *_MENTION,
            _one("i", "initiatives", "b.initiative_id"),
            _one("c", "cities", "i.city_id"),
            _one("co", "countries", "i.country_code"),
            _one("o", "organizations", "i.organization_id"),
        ),
        (
            ("initiative", "i.name"),
            *_own("i", "kind", "is_named", "theme"),
            ("status", "b.status"),
            *_PLACE,
            ("organization", "o.name"),
            *_TOLD,
            ("initiative_id", "b.initiative_id"),
            *_own("i", "city_id", "country_code", "organization_id"),
        ),
    ),
    "quantities": View(
        "quantities_wide",
        "one number, with what it measures, its city, speaker, event and document",
        "b",
        "quantities",
        (
            *_MENTION,
            _one("i", "initiatives", "b.initiative_id"),
            _one("c", "cities", "b.city_id"),
            _one("co", "countries", "b.country_code"),
        ),
        (
            *_own("b", "value", "low", "high", "unit", "unit_code", "dimension", "currency_code"),
            *_own("b", "comparator", "is_approximate", "change", "measured"),
            ("initiative", "i.name"),
            *_PLACE,
            *_TOLD,
            *_own("b", "initiative_id", "city_id", "country_code"),
        ),
    ),
}

_HEAD = """\
-- Views of the tables for DuckDB. Made by `summit extract`; do not edit.
-- File names are relative to this folder, so name it first:
--   duckdb -cmd "set file_search_path = 'processed'" -init processed/views.sql
-- The two wide views join speaker, city, title, event, year and document to every initiative
-- mention and every number; `pipeline.load("initiatives", wide=True)` gives the same rows.
"""


def views_sql(files: Iterable[str]) -> str:
    """Return the script that makes a view of every table, and the wide ones.

    Args:
        files: published files below the output folder.
    """
    names = {path.partition("/")[0].removesuffix(".parquet"): "/" in path for path in sorted(files)}
    lines = [_HEAD]
    for name in TABLES:
        if name in names:
            path = f"{name}.parquet" + ("/*.parquet" if names[name] else "")
            lines.append(f"create or replace view {name} as select * from read_parquet('{path}');")
    lines += [f"\n-- {view.description}\n{_sql(view)}" for view in VIEWS.values()]
    return "\n".join(lines) + "\n"


def _sql(view: View) -> str:
    columns = ",\n".join(f'  {_expression(source)} as "{new}"' for new, source in view.columns)
    lines = [f"create or replace view {view.name} as select", columns]
    lines.append(f"from {view.table} {view.alias}")
    for join in view.joins:
        table = _FIRST_ROLES if join.table == "roles" else join.table
        equal = zip(join.key, join.on, strict=True)
        condition = " and ".join(f"{join.alias}.{key} = {on}" for key, on in equal)
        lines.append(f"left join {table} {join.alias} on {condition}")
    return "\n".join(lines) + "\norder by b.mention_id" + _tie(view) + ";"


def _tie(view: View) -> str:
    return "".join(f", b.{name}" for name in TABLES[view.table].key if name != "mention_id")


def _expression(source: str) -> str:
    parts = [_quoted(part) for part in source.split()]
    return parts[0] if len(parts) == 1 else f"coalesce({', '.join(parts)})"


def _quoted(part: str) -> str:
    return part.replace("m.end", 'm."end"')


# Of several roles of a person in a document the current one, then the surest, then the first.
_FIRST_ROLES = """(
  select * from roles qualify row_number() over (
    partition by document_id, person_id
    order by status = 'current' desc, score desc, start, role_id
  ) = 1
)"""

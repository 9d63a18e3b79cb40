"""How a table is declared: a typed row class whose fields carry unit, key and description.

Contract: importing this module loads neither Arrow nor pandas, so that a run with nothing to do
can read the contract at no cost.  `pipeline.contract.arrow` turns declarations into Arrow schemas.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform, get_type_hints


@dataclass(frozen=True, slots=True)
class Column:
    """One declared column.

    Attributes:
        name: column name.
        kind: ``string``, ``int``, ``float``, ``bool``, ``date``, ``decimal`` or
            ``strings`` (a list).
        nullable: whether null is allowed.
        description: one line for the data dictionary.
        unit: unit of the values, empty if none.
        references: ``table.column`` this column points at, empty if none.
        choices: the allowed values, empty if free.
    """

    name: str
    kind: str
    nullable: bool
    description: str
    unit: str
    references: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One declared table.

    Attributes:
        name: table and file name.
        description: what one row is.
        key: the columns that identify a row.
        sort_by: the columns rows are stored by; it ends in the key.
        scope: ``document`` (rows belong to one document) or ``corpus`` (merged over documents).
        columns: the columns, in order.
        row: the typed row class.
    """

    name: str
    description: str
    key: tuple[str, ...]
    sort_by: tuple[str, ...]
    scope: str
    columns: tuple[Column, ...]
    row: type[Row]

    def column(self, name: str) -> Column:
        """Return the column called ``name`` (KeyError if there is none)."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


class Row:
    """Base of all row classes; the `row` decorator fills in `spec`, the declaration, and `made_of`,
    which makes a row of its values in the order of the columns."""

    __slots__ = ()
    spec: ClassVar[Table]
    _copy: ClassVar[Callable[[Row], Row]]
    made_of: ClassVar[Callable[..., Row]]

    def clone(self, **changes: Any) -> Self:
        """Return a copy of the row, with other values in some columns."""
        copy: Self = type(self)._copy(self)  # type: ignore[assignment]
        for name, value in changes.items():
            setattr(copy, name, value)
        return copy


def col(
    description: str,
    *,
    unit: str = "",
    references: str = "",
    choices: tuple[str, ...] = (),
) -> Any:
    """Declare a column: its description, unit, foreign key and allowed values."""
    return dataclasses.field(
        metadata={
            "description": description,
            "unit": unit,
            "references": references,
            "choices": choices,
        }
    )


R = TypeVar("R", bound=Row)


def copies(rows: Sequence[R]) -> list[R]:
    """Return a copy of each row of one table."""
    copied: list[Any] = [*map(type(rows[0])._copy, rows)] if rows else []
    return copied


_KINDS = {
    "str": "string",
    "int": "int",
    "float": "float",
    "bool": "bool",
    "date": "date",
    "Decimal": "decimal",
    "tuple[str, ...]": "strings",
}


@dataclass_transform(field_specifiers=(col,), kw_only_default=True)
def row(
    name: str, *, key: tuple[str, ...], sort_by: tuple[str, ...] = (), scope: str = "document"
) -> Callable[[type[R]], type[R]]:
    """Make a class the row type of table ``name``; its docstring says what one row is."""

    def declare(cls: type[R]) -> type[R]:
        made = dataclasses.dataclass(slots=True, kw_only=True)(cls)
        made.spec = Table(
            name=name,
            description=(made.__doc__ or "").strip(),
            key=key,
            sort_by=sort_by + tuple(field for field in key if field not in sort_by),
            scope=scope,
            columns=tuple(_columns(made)),
            row=made,
        )
        made._copy = staticmethod(_copier(made))
        made.made_of = staticmethod(_maker(made))
        return made

    return declare


def _copier(made: type[Row]) -> Callable[[Row], Row]:
    """Compile a function that copies a row, as dataclasses compile ``__init__``: rows are many."""
    lines = [f" copy.{column.name} = row.{column.name}" for column in made.spec.columns]
    source = "\n".join(["def copier(row):", " copy = new(made)", *lines, " return copy"])
    scope: dict[str, Any] = {"new": object.__new__, "made": made}
    exec(source, scope)
    copier: Callable[[Row], Row] = scope["copier"]
    return copier


def _maker(made: type[Row]) -> Callable[..., Row]:
    """Compile a function that makes a row of values in order, cheaper than keywords."""
    names = [column.name for column in made.spec.columns]
    head = [f"def maker({', '.join(names)}):", " _row = _new(_made)"]
    lines = [*head, *(f" _row.{name} = {name}" for name in names), " return _row"]
    scope: dict[str, Any] = {"_new": object.__new__, "_made": made}
    exec("\n".join(lines), scope)
    maker: Callable[..., Row] = scope["maker"]
    return maker


def _columns(made: type[Row]) -> list[Column]:
    hints = get_type_hints(made)
    columns = []
    for field in dataclasses.fields(made):  # type: ignore[arg-type]
        kind, nullable = _kind(hints[field.name])
        columns.append(Column(field.name, kind, nullable, **field.metadata))
    return columns


def _kind(hint: Any) -> tuple[str, bool]:
    text = hint.__name__ if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    parts = [part.strip() for part in text.split("|")]
    nullable = "None" in parts
    name = next(part for part in parts if part != "None")
    name = name.removeprefix("datetime.").removeprefix("decimal.")
    return _KINDS[name], nullable

"""A row of a table as a reader found it.

Contract: a value; its parts and atoms account for every clean character of the row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.readers.canonical import Atom
from pipeline.readers.tables.cells import Part


@dataclass(slots=True)
class GridRow:
    """One row as a reader found it.

    Attributes:
        cells: the parts of each cell.
        before: atoms before the first cell.
        separators: atoms before each cell after the first.
        after: atoms after the last cell.
        is_header: whether it names the columns.
        repeats: columns that a cell of an earlier row reaches down to, with the index of that row.
    """

    cells: list[list[Part]]
    before: list[Atom] = field(default_factory=list)
    separators: list[list[Atom]] = field(default_factory=list)
    after: list[Atom] = field(default_factory=list)
    is_header: bool = False
    repeats: dict[int, int] = field(default_factory=dict)

"""Marks that stand for the cell above: 同上, 〃.

Contract: pure; the mark is dropped by rule, the short text of the cell above is said again.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import views
from pipeline.readers.clean import Clean
from pipeline.readers.tables.cells import gone, left_out
from pipeline.readers.tables.row import GridRow
from pipeline.readers.tables.row_joins import text_of

_MARKS = frozenset(map(views.key, ("同上", "同上列", "同前", "〃", "″", "ditto", "do.")))


def say_again(clean: Clean, rows: Sequence[GridRow], longest: int) -> None:
    """Let a mark reach up to the cell above it, if that has at most ``longest`` characters."""
    above: list[str] = []
    for index, row in enumerate(rows):
        texts = [text_of(clean, cell) for cell in row.cells]
        for column, text in enumerate(texts):
            meant = above[column] if column < len(above) else ""
            if views.key(text) not in _MARKS or not 0 < len(meant) <= longest:
                continue
            texts[column] = meant
            row.repeats = {**row.repeats, column: index - 1}
            row.after = [*map(gone, left_out(row.cells[column], "ditto")), *row.after]
            row.cells[column] = []
        above = [] if row.is_header else texts

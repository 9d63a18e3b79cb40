"""Whose a number in a table is, whatever is said there: that of its column's place, or its row's.

Contract: pure lookups; None where neither names one place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.contract import Mention, Segment
from pipeline.linking.docview import DocView

_PLACES = ("CITY", "COUNTRY")


@dataclass(slots=True)
class TablePlaces:
    """The places that columns and rows of tables are about, each looked up once."""

    doc: DocView
    heads: dict[tuple[int, int], Mention] = field(default_factory=dict)
    rows: dict[str, Mention | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: DocView) -> TablePlaces:
        """Look up the columns whose names are places."""
        found = cls(doc)
        for cell in doc.of_kind("cell"):
            if cell.row is None and cell.column is not None:
                place = found._only([cell])
                if place is not None:
                    found.heads[cell.table or 0, cell.column] = place
        return found

    def of_column(self, value: Mention) -> Mention | None:
        """Return the place that names the column of a number, or None."""
        cell = self.doc.enclosing(value, "cell") if self.heads else None
        return self.heads.get((cell.table or 0, cell.column or 0)) if cell else None

    def of_row(self, value: Mention) -> Mention | None:
        """Return the one place that fills a cell in the row of a number, or None."""
        row = self.doc.enclosing(value, "table_row")
        if row is None or row.row is None:
            return None
        if row.segment_id not in self.rows:
            self.rows[row.segment_id] = self._only(self.doc.children(row))
        return self.rows[row.segment_id]

    def _only(self, cells: Iterable[Segment]) -> Mention | None:
        """Return the one city that fills any of these cells, else the one country."""
        filled = [
            mention
            for cell in cells
            for mention in self.doc.kept_in(cell.start, cell.end, *_PLACES)
            if mention.end - mention.start == len(cell.text.strip())
        ]
        for label in _PLACES:
            found = [mention for mention in filled if mention.label == label and mention.entity_id]
            if found:
                return found[0] if len({one.entity_id for one in found}) == 1 else None
        return None

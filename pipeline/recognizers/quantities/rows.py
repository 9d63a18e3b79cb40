"""Find what a number measures that fills a cell of a table: what its row or column is about.

Contract: the cell of the row that names an undertaking or a topic; else its only cell of words,
else the header of the column.
"""

from __future__ import annotations

from pipeline.language.views import simplify
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.clauses import Span, trimmed

_TOPICS = frozenset(("initiative", "topic"))
_LONGEST = 40
_IDLE = frozenset(simplify("金額 數量 數值 數字 數 值 合計 小計 總計").split())


class RowLabels:
    """The labels of the rows of a page's tables, looked up when first asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: dict[tuple[int, int], list[Piece]] | None = None

    def of(self, cell: Piece) -> Span | None:
        """Return the span of the label of the row or column of ``cell``, or None."""
        own = self._with_unit(cell)
        if own:
            return own
        if self.rows is None:
            self.rows = {}
            for piece in self.page.pieces:
                if piece.kind == "cell" and piece.end - piece.start <= _LONGEST:
                    self.rows.setdefault((piece.table, piece.row), []).append(piece)
        view = self.page.view
        texts = [
            piece
            for piece in self.rows.get((cell.table, cell.row), ())
            if not any(sign.isdecimal() for sign in view[piece.start : piece.start + 2])
        ]
        topics = [piece for piece in texts if piece.column_role in _TOPICS]
        if topics or len(texts) == 1:
            label = (topics or texts)[0]
            return label.start, label.end
        return self._column(cell)

    def _with_unit(self, cell: Piece) -> Span | None:
        """執行率 of a column 執行率(%); 金額(萬元) says only that there is money."""
        start, stop = cell.header or (0, 0)
        if not self.page.view[start:stop].endswith(")"):
            return None
        own = self._column(cell)
        return None if own is None or self.page.view[slice(*own)] in _IDLE else own

    def _column(self, cell: Piece) -> Span | None:
        """經費 of a column 經費(萬元)."""
        start, stop = cell.header or (0, 0)
        unit = self.page.view.find("(", start, stop)
        return trimmed(self.page.view, start, unit if unit > start else stop)

"""Lines that tell the year or month of the lines below: 2013年, ## 2019, 【民國102年】, 二月.

Contract: pure functions of a piece and the folded text around it; cells of tables head nothing.
"""

from __future__ import annotations

from pipeline.language.views import pattern
from pipeline.recognizers.dates.forms import read_point
from pipeline.recognizers.page import Piece

# Longer pieces are no such line.
LONGEST = 16
_HEADING = pattern(
    r"[ #*■●◆▶▼☆★【〔\[(]*(?:"
    r"(?P<year>(?:(?:中華)?民國)?[ ]?(?:[0-9]{2,4}|[〇零一二三四五六七八九十]{2,5})年)度?"
    r"|(?P<bare>(?:19|20)[0-9]{2})|(?P<month>[0-9一二三四五六七八九十]{1,2}月)份?)"
    r"[ *】〕\])]*:?[ ]*"
)


def read_heading(view: str, piece: Piece) -> tuple[int | None, int | None]:
    """Return the year and the month that a piece heads what follows with."""
    found = _HEADING.fullmatch(view, piece.start, piece.end)
    if found is None or piece.table or not _is_line(view, piece):
        return None, None
    if found["bare"] is not None:
        return int(found["bare"]), None
    point = read_point(view, *found.span("year" if found["year"] is not None else "month"))
    return (point.year, point.month) if point is not None else (None, None)


def _is_line(view: str, piece: Piece) -> bool:
    """Whether a piece is all that its line holds, but for marks."""
    low = view.rfind("\n", 0, piece.start) + 1
    high = view.find("\n", piece.end)
    rest = view[low : piece.start] + view[piece.end : high if high >= 0 else len(view)]
    return not any(map(str.isalnum, rest))

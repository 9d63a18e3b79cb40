"""Lines that tell the year or month of the lines below: 2013年, ## 2019, 【民國102年】, 二月.

Contract: pure functions of a page; cells of tables head nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language.views import pattern
from pipeline.recognizers.dates.forms import read_point
from pipeline.recognizers.page import Page, Piece

# Longer pieces are no such line.
LONGEST = 16
_HEADING = pattern(
    r"[ #*■●◆▶▼☆★【〔\[(]*(?:"
    r"(?P<year>(?:(?:中華)?民國)?[ ]?(?:[0-9]{2,4}|[〇零一二三四五六七八九十]{2,5})年)度?"
    r"|(?P<bare>(?:19|20)[0-9]{2})|(?P<month>[0-9一二三四五六七八九十]{1,2}月)份?)"
    r"[ *】〕\])]*:?[ ]*"
)


# 35年 is as often how long something lasts.
_EARLIEST_SHORT = 1970
_SENTENCE_MARKS = frozenset("。,;:!?")
# Below a number that is a year stand dates.
_DATED = pattern("[0-9一二三四五六七八九十][ ]?[月日/]")
_NEAR = 400


class Heading(NamedTuple):
    """What a line heads those below with; neither year nor month where a new part begins."""

    start: int
    year: int | None = None
    month: int | None = None
    is_bare: bool = False


def find_headings(page: Page, today: int | None) -> dict[int, Heading]:
    """Return the lines that head what follows with a year or a month, by where they begin.

    A year heads nothing unless others do, nor one that is still to come; the last one ends at the
    next heading, unless headings stand below the years before it.

    Args:
        page: the page.
        today: the year the text is of, if known.
    """
    found: list[Heading] = []
    for piece in page.pieces:
        if piece.table or piece.end - piece.start >= LONGEST:
            continue
        heading = _read(page.view, piece)
        if heading is None and found and _is_title(page.view, piece):
            heading = Heading(piece.start)
        found += [heading] if heading is not None else []
    numbers = [one for one in found if one.is_bare]
    stops = [one.start for one in numbers[1:]] + [len(page.view)]
    bare = {
        one.year
        for one, stop in zip(numbers, stops, strict=False)
        if one.year and _DATED.search(page.view, one.start, min(stop, one.start + _NEAR))
    }
    years = {one.year for one in found if one.year and not one.is_bare}
    years = years | bare if len(bare) > 1 else years
    if len(years) < 2:
        return {one.start: one for one in found if one.month is not None and one.year is None}
    last = max(n for n, one in enumerate(found) if one.year)
    first = min(n for n, one in enumerate(found) if one.year)
    ends = [one for one in found[last + 1 :] if one[1:3] == (None, None)][:1]
    ends = [] if any(one[1:3] == (None, None) for one in found[first:last]) else ends
    headings = [one for one in found if one.year in years or one.month is not None]
    return {
        one.start: Heading(one.start) if today and (one.year or 0) > today + 1 else one
        for one in (*headings, *ends)
    }


def _read(view: str, piece: Piece) -> Heading | None:
    found = _HEADING.fullmatch(view, piece.start, piece.end)
    if found is None or not _is_line(view, piece):
        return None
    if found["bare"] is not None:
        is_bare = len(found[0].strip()) == len(found["bare"])
        return Heading(piece.start, int(found["bare"]), None, is_bare)
    point = read_point(view, *found.span("year" if found["year"] is not None else "month"))
    is_long = point is not None and "国" not in found[0] and len((found["year"] or "").strip()) < 5
    if point is None or (is_long and (point.year or _EARLIEST_SHORT) < _EARLIEST_SHORT):
        return None
    return Heading(piece.start, point.year, point.month)


def _is_title(view: str, piece: Piece) -> bool:
    """Whether a piece heads what follows with something else than a year."""
    if piece.kind in ("title", "heading"):
        return True
    is_plain = view[piece.end - 1] not in _SENTENCE_MARKS
    is_plain = is_plain and not any(map(str.isdecimal, view[piece.start : piece.end]))
    return is_plain and piece.kind == "sentence" and _is_line(view, piece)


def _is_line(view: str, piece: Piece) -> bool:
    """Whether a piece is all that its line holds, but for marks."""
    low = view.rfind("\n", 0, piece.start) + 1
    high = view.find("\n", piece.end)
    rest = view[low : piece.start] + view[piece.end : high if high >= 0 else len(view)]
    return not any(map(str.isalnum, rest))

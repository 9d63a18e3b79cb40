"""Tables of a PDF without ruled columns.

Contract: pure but for asking the page for its words.  A table is a run of lines that keep the same
strips of the page empty; its rows are parted by rules, by wider gaps, or by its first column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

Box = tuple[float, float, float, float]
Span = tuple[float, float]

# Between two columns stands more than this many heights of a character.
_GAP = 0.75
_MORE = 0.3
_FAR = 4.0
_FULL = 0.85
_LEAST_ROWS = 2
_WIDE_BLANK = "\u3000"
# What opens a point of a list: a sign, 1., (1), 一、
_MARK = re.compile(
    r"[^\w\s]|[\ue000-\uf8ff]|o|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.)）、．]+"
)


class Band(NamedTuple):
    """Words side by side: where they stand from above, the stretches they fill, the first word."""

    top: float
    bottom: float
    spans: list[Span]
    first: tuple[float, str]


class Columns(NamedTuple):
    """A table without ruled columns: its box, and the boxes of the cells of each row."""

    box: Box
    rows: list[list[Box]]


def find_columns(page: Any, boxes: Sequence[Box]) -> list[Columns]:
    """Return the tables without ruled columns that stand outside ``boxes``."""
    words = [
        word
        for word in [*page.extract_words(x_tolerance_ratio=0.4), *_blanks(page.chars)]
        if not any(_is_inside(word, box) for box in boxes)
    ]
    if not words:
        return []
    size = sorted(word["bottom"] - word["top"] for word in words)[len(words) // 2]
    rules = sorted(
        edge["top"]
        for edge in page.edges
        if edge["orientation"] == "h" and edge["width"] > 3 * size
    )
    found = []
    for region in _regions(_bands(words, size), size):
        table = _table(region, size, rules)
        if table is not None:
            found.append(table)
    return found


def _blanks(chars: Sequence[Any]) -> Iterator[Any]:
    """Yield the single blanks as wide as a character between words of a line: they part none."""
    for before, blank, after in zip(chars, chars[1:], chars[2:], strict=False):
        is_single = not (before["text"].isspace() or after["text"].isspace())
        if blank["text"] == _WIDE_BLANK and is_single and abs(before["top"] - after["top"]) < 1:
            yield blank


def _is_inside(word: Any, box: Box) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _bands(words: Sequence[Any], size: float) -> list[Band]:
    """Return words that overlap from above together."""
    bands: list[Band] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        span, first = (word["x0"], word["x1"]), (word["x0"], word["text"])
        if bands and word["top"] < bands[-1].bottom - 0.2 * size:
            last = bands[-1]
            bottom, first = max(last.bottom, word["bottom"]), min(last.first, first)
            bands[-1] = Band(last.top, bottom, [*last.spans, span], first)
        else:
            bands.append(Band(word["top"], word["bottom"], [span], first))
    return [band._replace(spans=_merged(band.spans, _GAP * size)) for band in bands]


def _merged(spans: Sequence[Span], gap: float) -> list[Span]:
    """Return stretches with those joined that are not further apart than ``gap``."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _regions(bands: Sequence[Band], size: float) -> Iterator[tuple[list[Band], list[Span]]]:
    """Yield runs of bands with the columns they share."""
    region: list[Band] = []
    columns: list[Span] = []
    for band in bands:
        shared = _merged([*columns, *band.spans], _GAP * size)
        is_near = bool(region) and band.top - region[-1].bottom < _FAR * size
        if is_near and len(columns) > 1 and len(shared) >= len(columns):
            region.append(band)
            columns = shared
            continue
        if len(columns) > 1:
            yield region, columns
        region, columns = [band], band.spans
    if len(columns) > 1:
        yield region, columns


def _table(
    found: tuple[list[Band], list[Span]], size: float, rules: Sequence[float]
) -> Columns | None:
    """Return the table that a region is, or None where it is lines of text with wide blanks."""
    bands, columns = found
    if len(bands) < 3 or _is_prose(bands, columns, size) or _is_list(bands, columns):
        return None
    box = (columns[0][0] - 1, bands[0].top - 1, columns[-1][1] + 1, bands[-1].bottom + 1)
    rows = list(_rows(bands, columns[0], size, rules))
    if len(rows) < 2 or (len(columns) < 3 and len(rows) == len(bands)):
        return None
    if sum(_n_columns(row) > 1 for row in rows) * 2 < max(len(rows), _LEAST_ROWS * 2):
        return None  # a line with wide blanks among others
    if not _share_columns(rows, columns):
        return None
    lefts = [column[0] for column in columns]
    edges = [*lefts, columns[-1][1] + size]
    cells = [
        [
            (left - 1, row[0].top - 1, right - 1, row[-1].bottom + 1)
            for left, right in pairwise(edges)
        ]
        for row in rows
    ]
    return Columns(box, cells)


def _n_columns(row: Sequence[Band]) -> int:
    return max(len(band.spans) for band in row)


def _share_columns(rows: Sequence[Sequence[Band]], columns: Sequence[Span]) -> bool:
    """Whether two rows have two columns in common; those of a closing and a signature have not."""
    filled = [
        {
            i
            for i, column in enumerate(columns)
            for band in row
            for s in band.spans
            if _is_in(s, column)
        }
        for row in rows
    ]
    return any(len(one & other) > 1 for one, other in combinations(filled, 2))


def _is_in(span: Span, column: Span) -> bool:
    return column[0] <= span[0] and span[1] <= column[1]


def _is_list(bands: Sequence[Band], columns: Sequence[Span]) -> bool:
    """Whether these are bullets or numbers and the points of a list behind them."""
    firsts = [text for band in bands for start, text in [band.first] if start < columns[0][1]]
    counted = [str(number) for number in range(1, len(firsts) + 1)]  # 1 2 3, set apart
    return len(columns) == 2 and (firsts == counted or all(map(_MARK.fullmatch, firsts)))


def _is_prose(bands: Sequence[Band], columns: Sequence[Span], size: float) -> bool:
    """Whether these are columns of running text: nearly all lines of each are full."""
    if len(columns) > 3 or len(bands) < 6:
        return False
    for left, right in columns:
        spans = [s for band in bands for s in band.spans if _is_in(s, (left, right))]
        full = sum(end - start > _FULL * (right - left) for start, end in spans)
        if right - left < 10 * size or full * 10 < len(spans) * 6 or len(spans) * 2 < len(bands):
            return False
    return True


def _rows(
    bands: Sequence[Band], first: Span, size: float, rules: Sequence[float]
) -> Iterator[list[Band]]:
    ruled = [any(a.bottom - 1 <= y <= b.top + 1 for y in rules) for a, b in pairwise(bands)]
    gaps = [b.top - a.bottom for a, b in pairwise(bands)]
    wide = min(gaps) + _MORE * size
    is_even = all(gap <= wide for gap in gaps)
    row = [bands[0]]
    for band, gap, is_ruled in zip(bands[1:], gaps, ruled, strict=True):
        if sum(ruled) > 2:
            begins = is_ruled
        elif is_even:
            begins = band.spans[0][0] < first[1]
        else:
            begins = is_ruled or gap > wide
        if begins:
            yield row
            row = []
        row.append(band)
    yield row

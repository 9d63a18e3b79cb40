"""The order in which the text of a PDF page is read: columns of running text one after the other.

Contract: pure; every character belongs to one part.  Columns are stretches of the page, between
lines that cross it, with an empty strip that no word enters and full lines on both sides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from pipeline.readers.pdf.columns import Box, Span
from pipeline.readers.pdf.lines import Line, Shown, lines_of

# In heights of a character: the least width of a column, and how far an empty strip reaches.
_NARROWEST = 10.0
_STRIP = 0.6
_LEAST_LINES = 5
# Of the last column of a text, which may end anywhere.
_FEWEST_LINES = 2
_TRIED = 10
_MOST_ABOVE = 3
_FAR = 2.5
_FULL = 0.8
_MOST_COLUMNS = 4


class Part(NamedTuple):
    """A stretch of a page that is read from above; ``is_column`` if others stand beside it."""

    box: Box
    is_column: bool


def column_parts(shown: Shown) -> list[Part]:
    """Return the parts of a page in the order they are read; one part where it has no columns."""
    from pdfplumber.utils.text import extract_words  # noqa: PLC0415 - only for PDF

    words = extract_words(shown.chars, x_tolerance_ratio=0.4) if shown.chars else []
    if not words:
        return []
    size = median(word["bottom"] - word["top"] for word in words)
    whole = (
        min(word["x0"] for word in words) - 1,
        min(word["top"] for word in words) - 1,
        max(word["x1"] for word in words) + 1,
        max(word["bottom"] for word in words) + 1,
    )
    return list(_cut(words, whole, size, _MOST_COLUMNS))


def _cut(words: Sequence[Any], box: Box, size: float, most: int) -> Iterator[Part]:
    """Yield the parts of a box, cut at the first left edge that parts columns."""
    starts = Counter(round(word["x0"]) for word in words) if most > 1 else Counter()
    for start, count in starts.most_common(_TRIED):
        if count < _FEWEST_LINES:
            break
        if start - box[0] < _NARROWEST * size or box[2] - start < _NARROWEST * size:
            continue
        parts = list(_cut_at(words, box, start - 1.0, size))
        if any(part.is_column for part in parts):
            for part in parts:
                inside = _inside(words, part.box) if part.is_column else []
                finer = list(_cut(inside, part.box, size, most - 1)) if inside else [part]
                yield from finer if len(finer) > 1 else [part]
            return
    yield Part(box, is_column=False)


def _cut_at(words: Sequence[Any], box: Box, start: float, size: float) -> Iterator[Part]:
    """Yield the parts of a box: columns left and right of ``start`` between words that cross it."""
    crossing = sorted(
        (word["top"], word["bottom"])
        for word in words
        if word["x0"] < start - _STRIP * size < word["x1"] or word["x0"] < start < word["x1"]
    )
    top = plain = box[1]
    for low, high in [*crossing, (box[3], box[3])]:
        left, right = (box[0], top, start, low), (start, top, box[2], low)
        is_high = low - top > _LEAST_LINES * size
        if is_high and _are_columns(words, left, right, size):
            if plain < top:
                yield Part((box[0], plain, box[2], top), is_column=False)
            yield Part(left, is_column=True)
            yield Part(right, is_column=True)
            plain = low
        top = max(top, high)
    if plain < box[3]:
        yield Part((box[0], plain, box[2], box[3]), is_column=False)


def _are_columns(words: Sequence[Any], left: Box, right: Box, size: float) -> bool:
    """Whether two boxes side by side hold running text, the right one maybe its last lines."""
    one = _lines(words, left)
    if not _is_column(one, size):
        return False
    other = _lines(words, right)
    return _is_column(other, size) or _is_rest(one, other, size)


def _is_rest(one: dict[int, Span], other: dict[int, Span], size: float) -> bool:
    """Whether a column ends in a few lines beside the first ones of the column before it."""
    if len(other) < _FEWEST_LINES or len(one) < 2 * max(_LEAST_LINES, len(other)):
        return False
    bottoms = sorted(other)
    is_above = bisect_left(sorted(one), bottoms[0] - size) <= _MOST_ABOVE
    is_close = all(below - above < _FAR * size for above, below in pairwise(bottoms))
    width = max(x1 - x0 for x0, x1 in one.values())
    return is_above and is_close and any(x1 - x0 > _FULL * width for x0, x1 in other.values())


def _lines(words: Sequence[Any], box: Box) -> dict[int, Span]:
    """Return where the lines in a box begin and end, by how far down they stand."""
    lines: dict[int, Span] = {}
    for word in _inside(words, box):
        key = round(word["bottom"])
        x0, x1 = lines.get(key, (word["x0"], word["x1"]))
        lines[key] = (min(x0, word["x0"]), max(x1, word["x1"]))
    return lines


def _is_column(lines: dict[int, Span], size: float) -> bool:
    """Whether lines are running text: a few, most of them full."""
    if len(lines) < _LEAST_LINES:
        return False
    width = max(x1 for _, x1 in lines.values()) - min(x0 for x0, _ in lines.values())
    full = sum(x1 - x0 > _FULL * width for x0, x1 in lines.values())
    share = 0.5 if len(lines) < 3 * _LEAST_LINES else 0.35  # short turns end many lines early
    return width >= _NARROWEST * size and full >= share * len(lines)


def _inside(words: Sequence[Any], box: Box) -> list[Any]:
    return [
        word
        for word in words
        if box[0] <= (word["x0"] + word["x1"]) / 2 <= box[2]
        and box[1] <= (word["top"] + word["bottom"]) / 2 <= box[3]
    ]


def flow_lines(shown: Shown, parts: Sequence[Part]) -> list[Line]:
    """Return the lines of a page as they are read, those of columns with the bounds of theirs."""
    found = []
    for part in parts:
        lines = lines_of(shown.inside(part.box))
        if part.is_column and lines:
            inner = [line for line in lines if not line.edge] or lines
            left, right = min(line.x0 for line in inner), max(line.x1 for line in inner)
            lines = [line._replace(left=left, right=right) for line in lines]
        found += lines
    return found


def with_bounds(lines: Sequence[Line]) -> list[Line]:
    """Give lines of pages that fill the first column alone the bounds of the columns before."""
    columns = [line for line in lines if line.right]
    if not columns:
        return list(lines)
    first = min(columns, key=lambda line: line.left)
    reach: dict[int, float] = {}
    for line in lines:
        if not line.edge:
            reach[line.page] = max(reach.get(line.page, 0.0), line.x1)
    return [
        line._replace(left=first.left, right=first.right)
        if reach.get(line.page, 0.0) <= first.right + line.size
        else line
        for line in lines
    ]

"""Tables of a PDF without rules below a row of names: 編號, 城市, 講者, 重點.

Contract: pure; the names tell how many columns there are, the words below them where each begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline.language import column_words, columns
from pipeline.readers import marks
from pipeline.readers.tables import headers

Box = tuple[float, float, float, float]

# In heights of a character: how far from its column a cell may begin, and lines stand apart.
_NEAR = 0.6
_FAR = 4.0
_APART = 0.25
_MORE = 0.3
_LEAST = 3


class Word(NamedTuple):
    """A word: its text, and where it stands."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(slots=True)
class Headed:
    """A table below its names: its box, the boxes of the cells of each row, the column edges."""

    box: Box
    rows: list[list[Box]]
    lefts: list[float]
    number: int
    names: list[str]


def find_headed(page: Any, taken: Sequence[Box], before: Headed | None) -> Headed | None:
    """Return the table of a page, which goes on from the page ``before`` if it has no other names.

    The names repeated on each page do not tell its columns anew: maybe a line is left below them.
    """
    found = page.extract_words(x_tolerance_ratio=_APART)
    words = [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in found]
    words = [word for word in words if not any(_is_inside(word, box) for box in taken)]
    if len(words) < (2 * _LEAST if before is None else _LEAST):
        return None
    size = sorted(word.bottom - word.top for word in words)[len(words) // 2]
    bands = _bands(words, size)
    rules = [e["top"] for e in page.edges if e["orientation"] == "h" and e["width"] > 3 * size]
    lay = partial(_table, size=size, rules=sorted(rules))
    for index, band in enumerate(bands):
        names = [word.text for word in band]
        if len(names) >= _LEAST and columns.is_header_row(names):
            names, n_headers = _wrapped(names, bands[index:], size)
            if before is not None and before.names == names:
                return lay(bands[index:], before, n_headers=n_headers, least=2)
            lefts = _lefts(band, bands[index + n_headers :], size)
            roles = [columns.column_role(name, ()) for name in names]
            number = roles.index("number") if "number" in roles else -1
            told = Headed((0, 0, 0, 0), [], lefts, number, names)
            return lay(bands[index:], told, n_headers=n_headers, least=3)
    if before is None:
        return None
    first = next((i for i, band in enumerate(bands) if _fits(band, before.lefts, size)), None)
    if first is None:
        return None
    return lay(bands[first:], before, n_headers=0, least=1)


def _wrapped(
    names: Sequence[str], bands: Sequence[Sequence[Word]], size: float
) -> tuple[list[str], int]:
    """Return names with what narrow columns broke off from them, and the lines they take."""
    whole = list(names)
    starts = [word.x0 for word in bands[0]]
    count = 1
    for above, band in pairwise(bands):
        under = {_column(word, starts, size): word.text for word in band}
        longer = {i: whole[i] + text for i, text in under.items()}
        is_near = band[0].top - above[0].bottom < _NEAR * size
        if not is_near or -1 in under or not all(map(column_words.is_label, longer.values())):
            break
        whole = [longer.get(i, name) for i, name in enumerate(whole)]
        count += 1
    return whole, count


def _is_inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _bands(words: Sequence[Word], size: float) -> list[list[Word]]:
    """Return the words of each line, from the left; neighbours without a gap are one."""
    bands: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        if bands and word.top < min(w.bottom for w in bands[-1]) - 0.5 * size:
            bands[-1].append(word)
        else:
            bands.append([word])
    return [sorted(band, key=lambda word: word.x0) for band in bands]


def _lefts(names: Sequence[Word], below: Sequence[Sequence[Word]], size: float) -> list[float]:
    """Return where each column begins: where most cells do that stand under its name."""
    starts = Counter(round(word.x0) for band in below[:60] for word in _opening(band, size))
    lefts = []
    low = 0.0
    for name in names:
        under = [(n, -x) for x, n in starts.items() if low < x <= name.x1 and n >= 2]
        best = -max(under)[1] if under else name.x0
        lefts.append(min(best, name.x0) if abs(best - name.x0) <= size else best)
        low = name.x1
    return lefts


def _opening(band: Sequence[Word], size: float) -> list[Word]:
    """Return the words of a line that stand behind a gap."""
    pairs = pairwise([None, *band])
    return [
        word for last, word in pairs if word and (last is None or word.x0 - last.x1 > _APART * size)
    ]


def _column(word: Word, lefts: Sequence[float], size: float) -> int:
    """Return the column a word begins, -1 if it begins none."""
    return next((i for i, x in enumerate(lefts) if abs(word.x0 - x) <= _NEAR * size), -1)


def _fits(band: Sequence[Word], lefts: Sequence[float], size: float) -> bool:
    """Tell whether a line has cells of two columns and crosses none."""
    begun = {_column(word, lefts, size) for word in band} - {-1}
    return len(begun) >= 2 and not _crosses(band, lefts, size)


def _crosses(band: Sequence[Word], lefts: Sequence[float], size: float) -> bool:
    """Tell whether a word of a line stands over the beginning of a column."""
    far = _NEAR * size
    return any(word.x0 < x - far and word.x1 > x + far for word in band for x in lefts)


def _table(
    bands: Sequence[list[Word]],
    told: Headed,
    *,
    size: float,
    rules: Sequence[float],
    n_headers: int,
    least: int,
) -> Headed | None:
    """Return the table with the columns ``told``, if there are enough rows with its names."""
    lefts, number = told.lefts, told.number
    own = list(bands[:n_headers])
    for band in bands[n_headers:]:
        is_apart = bool(own) and band[0].top - own[-1][0].bottom > _FAR * size
        is_told = headers.is_note("".join(word.text for word in band))
        is_under = any(_column(word, lefts, size) >= 0 for word in band)
        if is_apart or is_told or not is_under or _crosses(band, lefts, size):
            break
        own.append(band)
    below = own[n_headers:]
    rows = _ruled_rows(below, rules)
    # Rules may part groups of rows, too: each line of a group is filled throughout.
    filled = [{_column(word, lefts, size) for word in band} for band in below]
    are_groups = all(len(columns) == len(lefts) for columns in filled)
    numbered = [[_is_numbered(b, lefts, number, size) for b in row] for row in rows or ()]
    if not rows or are_groups or any(sum(row) > 1 for row in numbered):
        rows = _rows(below, lefts, number, size)
    rows = [own[:n_headers], *rows] if n_headers else rows
    if len(rows) < least:
        return None
    right = max(word.x1 for band in own for word in band)
    edges = [*lefts, right + size]
    boxes = [
        [(a - 0.5 * size, _top(row), b - 0.5 * size, _bottom(row)) for a, b in pairwise(edges)]
        for row in rows
    ]
    box = (lefts[0] - size, _top(own), right + 1, _bottom(own))
    return Headed(box, boxes, lefts, number, told.names)


def _top(bands: Sequence[Sequence[Word]]) -> float:
    return min(word.top for band in bands for word in band) - 1


def _bottom(bands: Sequence[Sequence[Word]]) -> float:
    return max(word.bottom for band in bands for word in band) + 1


def _ruled_rows(
    bands: Sequence[list[Word]], rules: Sequence[float]
) -> list[list[list[Word]]] | None:
    """Return the lines of each row between rules; None where most rows are not parted by any."""
    tops = [_top([band]) for band in bands]
    bottoms = [_bottom([band]) for band in bands]
    rows: list[list[list[Word]]] = []
    for index, band in enumerate(bands):
        low = bottoms[index - 1] - 3 if index else 0.0
        at = bisect_left(rules, low)
        if not rows or (at < len(rules) and rules[at] <= tops[index] + 3):
            rows.append([])
        rows[-1].append(band)
    return rows if len(rows) > 2 else None


def _rows(
    bands: Sequence[list[Word]], lefts: Sequence[float], number: int, size: float
) -> list[list[list[Word]]]:
    """Return the lines of each row: by its number, by wider gaps, or by its first column."""
    if not bands:
        return []
    gaps = [below[0].top - above[0].bottom for above, below in pairwise(bands)]
    wide = min(gaps, default=0.0) + _MORE * size
    is_even = all(gap <= wide for gap in gaps)
    rows: list[list[list[Word]]] = []
    for band, gap in zip(bands, [0.0, *gaps], strict=True):
        if number >= 0:
            begins = _is_numbered(band, lefts, number, size)
        else:
            is_first = any(_column(word, lefts, size) == 0 for word in band)
            begins = is_first if is_even else gap > wide
        if begins or not rows:
            rows.append([])
        rows[-1].append(band)
    return rows


def _is_numbered(band: Sequence[Word], lefts: Sequence[float], number: int, size: float) -> bool:
    """Tell whether a line has a number in the column of numbers."""
    told = [word.text for word in band if _column(word, lefts, size) == number >= 0]
    return bool(told) and marks.number_value(told[0].strip("()（）.．、")) is not None

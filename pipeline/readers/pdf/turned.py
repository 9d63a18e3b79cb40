"""Set the text of a PDF page upright: pages that lie on a side, and text written from above.

Contract: a page whose text runs along another edge is read as if it had been turned; one whose
characters stand one below the other is read as lines from right to left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import Any

from pipeline.readers.pdf.lines import HAN, Shown

_QUARTER = 90
# Of the characters of a page, in tenths, that must run along the same edge to turn it.
_MOST = 6
_FEWEST = 20


def upright(page: Any) -> Any:
    """Return a pdfplumber page so turned that most of its text runs from left to right."""
    turns = Counter(_turn(*char["matrix"][:4]) for char in page.chars if char["text"].strip())
    if not turns:
        return page
    turn, count = turns.most_common(1)[0]
    if turn == 0 or count * 10 < turns.total() * _MOST:
        return page
    paper = page.page_obj
    paper.rotate = (page.rotation + turn) % 360
    paper.attrs = {**paper.attrs, "Rotate": paper.rotate}
    return type(page)(page.pdf, paper, page.page_number, page.initial_doctop)


def _turn(a: float, b: float, c: float, d: float) -> int:
    """Return by how much to turn a page clockwise, for text that is drawn with a matrix."""
    if abs(a) >= abs(b):
        return 2 * _QUARTER if a < 0 and d < 0 else 0
    return _QUARTER if b > 0 > c else 3 * _QUARTER if b < 0 < c else 0


def is_vertical(page: Any) -> bool:
    """Tell whether the characters of a page stand one below the other, in the order of the file."""
    below = beside = 0
    for one, other in pairwise(char for char in page.chars if char["text"].strip()):
        if one["text"][0] < HAN and other["text"][0] < HAN:
            continue
        down, right = other["top"] - one["top"], other["x0"] - one["x0"]
        below += abs(right) < 0.6 * one["size"] and 0.5 < down / one["size"] < 2
        beside += abs(down) < 0.5 * one["size"] and 0.2 < right / one["size"] < 2
    return below >= _FEWEST and below > 3 * beside


def lay_down(shown: Shown, width: float) -> Shown:
    """Return the characters of a page written from above as those of one written from the left."""
    wide = [char for char in shown.chars if char["text"][0] >= HAN]
    columns = sorted({(round(char["x0"]), round(char["x1"])) for char in wide})
    starts = [start for start, _ in columns]
    chars = []
    for char in shown.chars:
        middle = (char["x0"] + char["x1"]) / 2
        at = bisect_right(starts, middle) - 1
        is_in = at >= 0 and middle <= columns[at][1]
        left, right = columns[at] if is_in else (char["x0"], char["x1"])
        box = {"x0": char["top"], "x1": char["bottom"], "top": width - right}
        chars.append({**char, **box, "bottom": width - left, "doctop": width - right})
    return Shown(shown.number, width, chars, None)

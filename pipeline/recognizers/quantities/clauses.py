"""Where the clause of a number ends, forth and back.

Contract: a clause ends at punctuation, at a date or link that is blotted out, and before another
number.
"""

from __future__ import annotations

import re

from pipeline.language.edges import first_signs, guarded
from pipeline.recognizers.page import Claim, Page

Span = tuple[int, int]
# Stands for each character of a date or URL in the view this module reads.
MASK = "\x1f"
LONGEST = 28

# A clause ends here; a stretch of text never crosses it.
_EDGES = rf"{MASK},。;:!?…()\[\]「」《》【】<>\n\t|/"
_NUMBER = (
    "(?<![A-Za-z])[0-9]"
    "|(?!百年[^来间内前后以])[一二三四五六七八九十两百千]+(?:[个位名座项种家大场次件条年人所组队支台辆套栋间处天夜晚]|分之)"
    "|[一二三四五六七八九十两]+(?:[区县市国省](?![长民政际小中域别间场内家]))|[一二三四五六七八九两][十百千万亿成倍]|十[一二三四五六七八九]?[万亿]|数[十百千万]|百分之"
)
_END = guarded(rf"[{_EDGES}]|(?<![A-Za-z])[ ](?![A-Za-z])|{_NUMBER}")
EDGES = first_signs(f"[{_EDGES}]")
_IS_EDGE = EDGES | {" "}
# Everything up to the last edge before a number.
_BEFORE = rf"{MASK},。;:!?()\[\]【】<>\n\t|《「、/…"
# 1. and ● at the beginning of a line are no part of what it tells.
_BULLETS = "●○◎■□◆◇▲△▼▽★☆•·*※➤►▶✓✔–—-"
_MARK = re.compile(
    rf"[ \u3000]*(?:[{_BULLETS}]+|〇(?=[ \u3000])|[①-⑳]|[0-9]{{1,2}}[.)](?![0-9]))"
    "[ \u3000]*"
)
_MARK_SIGNS = frozenset(f"{_BULLETS}〇 \u30000123456789") | frozenset(
    map(chr, range(0x2460, 0x2474))
)
_LINE_STARTS = ("", "\n", "\t", "|", " ", "\u3000")
EDGES_BEFORE = first_signs(f"[{_BEFORE}]")
_TO_LAST_EDGE = re.compile(rf"(?:[^{_BEFORE}]*+[{_BEFORE}])*+")


_BETWEEN_WORDS = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]{2})")


def clause_end(view: str, start: int, end: int) -> int:
    """Return where the clause that begins at ``start`` ends."""
    limit = start + LONGEST
    limit = min(limit, end)
    found = _END.search(view, start, limit)
    if found is None:
        return limit
    stop = found.start()
    if view[stop] in _IS_EDGE:
        return stop
    listed = view.rfind("、", start, stop)
    if listed >= 0:
        return listed
    return stop - 2 if view[stop - 2 : stop] in ("与上", "和上", "及上") else stop


def clause_start(view: str, low: int, stop: int) -> int:
    """Return where the clause that ends at ``stop`` begins, behind the mark of a list item."""
    found = _TO_LAST_EDGE.match(view, low, stop)
    start = found.end() if found else low
    if view[start : start + 1] in _MARK_SIGNS and view[start - 1 : start] in _LINE_STARTS:
        mark = _MARK.match(view, start, stop)
        return mark.end() if mark else start
    return start


def trimmed(view: str, start: int, stop: int) -> Span | None:
    """Return the stretch without blanks and particles at its ends, or None if nothing is left."""
    while start < stop and view[start] == " ":
        start += 1
    while start < stop and view[stop - 1] in " 的了、和与及×" and view[stop - 2 : stop] != "参与":
        stop -= 1
    return (
        (start, stop)
        if stop - start >= 2 or (stop > start and "\u4e00" <= view[start] <= "\u9fff")
        else None
    )


def blot_out(page: Page) -> str:
    """Return the view with dates and URLs blotted out: what is measured never reaches into them.

    A blank between two words of a title ends a clause.
    """
    view = page.view
    parts: list[str] = []
    position = 0
    for piece in page.pieces:
        if piece.kind in ("title", "heading") and view.find(" ", piece.start, piece.end) >= 0:
            parts.append(view[position : piece.start])
            parts.append(_BETWEEN_WORDS.sub(",", view[piece.start : piece.end]))
            position = piece.end
    if parts:
        view = "".join((*parts, view[position:]))
    parts, position = [], 0
    for claim in page.of_label("DATE", "URL"):
        start, end = _taken(view, claim)
        if end > position:
            low = max(start, position)
            parts.append(view[position:low])
            parts.append(MASK * (end - low))
            position = end
    parts.append(view[position:])
    return "".join(parts)


def _taken(view: str, claim: Claim) -> Span:
    """Return the span that holds no quantity; in 兩年前, a date, 兩年 is one (before: 前)."""
    if claim.rule != "ago":
        return claim.start, claim.end
    return claim.end - (2 if view[claim.end - 2] in "以之" else 1), claim.end

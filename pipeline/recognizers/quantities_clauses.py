"""Where the clause of a number ends, forth and back.

Contract: a clause ends at punctuation, at a date or link that is blotted out, and before another
number.
"""

from __future__ import annotations

import re

Span = tuple[int, int]
# Stands for each character of a date or URL in the view this module reads.
MASK = "\x1f"
LONGEST = 28

# A clause ends here; a stretch of text never crosses it.
_EDGE = re.compile(rf"[{MASK},。;:!?…()\[\]「」《》【】<>\n\t|/]|(?<![A-Za-z])[ ](?![A-Za-z])")
_LAST_EDGE = re.compile(rf".*[{MASK},。;:!?()\[\]【】<>\n\t|《「、/…]", re.DOTALL)
_DIGIT = re.compile(
    "(?<![A-Za-z])[0-9]"
    "|[一二三四五六七八九十两百千]+(?:[个位名座项种家大场次件条年人所组队支台辆套栋间处]|分之)"
    "|[一二三四五六七八九两][十百千万亿成倍]|数[十百千万]|百分之"
)


def clause_end(view: str, start: int, end: int) -> int:
    """Return where the clause that begins at ``start`` ends."""
    limit = min(end, start + LONGEST)
    found = _EDGE.search(view, start, limit)
    stop = found.start() if found else limit
    number = _DIGIT.search(view, start, stop)
    if number is None:
        return stop
    listed = view.rfind("、", start, number.start())
    if listed >= 0:
        return listed
    stop = number.start()
    return stop - 2 if view[stop - 2 : stop] in ("与上", "和上", "及上") else stop


def clause_start(view: str, low: int, stop: int) -> int:
    """Return where the clause that ends at ``stop`` begins."""
    found = _LAST_EDGE.match(view, low, stop)
    return found.end() if found else low


def trimmed(view: str, start: int, stop: int) -> Span | None:
    """Return the stretch without blanks and particles at its ends, or None if nothing is left."""
    while start < stop and view[start] == " ":
        start += 1
    while start < stop and view[stop - 1] in " 的了、和与及":
        stop -= 1
    return (
        (start, stop)
        if stop - start >= 2 or (stop > start and "\u4e00" <= view[start] <= "\u9fff")
        else None
    )

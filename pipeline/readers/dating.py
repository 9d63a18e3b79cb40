"""Find the day a document was published, in its head and foot.

Contract: reads titles, by-lines, labelled lines and the opening of the first paragraph only, so
that dates told in the text are not taken; returns None rather than guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.language import views

_FULL = views.pattern(
    r"(?<!\d)(?P<era>(?:中華)?民國\s*)?(?P<year>\d{2,4})\s*(?:年|(?P<mark>[-/.]))\s*"
    r"(?P<month>\d{1,2})\s*(?:月|(?(mark)(?P=mark)|(?!)))\s*(?P<day>\d{1,2})(?!\d)"
)
_MONTH_DAY = views.pattern(
    r"(?<![\d/.-])(?P<month>\d{1,2})\s*(?:月|/)\s*(?P<day>\d{1,2})(?![\d/.%])\s*日?"
)
_YEAR = views.pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?!\d)|(?:民國\s*)(?P<minguo>\d{2,3})(?=\s*年)"
)
_LABEL = views.pattern(
    r"(?:發布|發佈|發稿|上版|刊登|公布|上稿|張貼|出版|會議)?(?:日期|時間)\s*[:|]?\s*|"
    r"(?:published|date)\s*:?\s*",
    re.IGNORECASE,
)
_OPENING = views.pattern(r".{0,60}?(?:電訊|電\(|電\s|日電|訊|報導|讯)")


def find_published(head: Sequence[str], opening: str, foot: Sequence[str]) -> date | None:
    """Return the day of publication, None if neither head nor foot tells it.

    Args:
        head: titles and by-lines before the body, in order.
        opening: first paragraph of the body.
        foot: lines after the body.

    >>> find_published(["〔記者王大明／高雄報導〕2025-04-17"], "", [])
    datetime.date(2025, 4, 17)
    >>> find_published(["2022 首長會議（9/21）紀要"], "", [])
    datetime.date(2022, 9, 21)
    """
    lines = [views.fold(line) for line in head]
    first = views.fold(opening[:120])
    match = _OPENING.match(first)
    dateline = match.group() if match else ""
    for line in (*lines, dateline):
        found = _full(line)
        if found:
            return found
    for line in foot:
        view = views.fold(line)
        for label in _LABEL.finditer(view):
            found = _full(view[label.end() : label.end() + 20])
            if found:
                return found
    for line in foot[-2:]:
        if len(line.strip()) <= 24:
            found = _full(views.fold(line))
            if found:
                return found
    years = _years([*lines, first[:60]])
    if len(years) == 1:
        for line in (dateline, *lines):
            found = _month_day(line, years[0])
            if found:
                return found
    return None


def _full(view: str) -> date | None:
    for match in _FULL.finditer(view):
        year = int(match["year"])
        if match["era"] or year < 200:
            year += 1911
        if 1945 <= year <= 2100:
            found = _date(year, match["month"], match["day"])
            if found:
                return found
    return None


def _month_day(view: str, year: int) -> date | None:
    days = [_date(year, m["month"], m["day"]) for m in _MONTH_DAY.finditer(view)]
    return next((day for day in days if day), None)


def _years(views_: Sequence[str]) -> list[int]:
    """Return the different years named, in order."""
    found: dict[int, None] = {}
    for view in views_:
        for match in _YEAR.finditer(view):
            found[int(match["year"]) if match["year"] else int(match["minguo"]) + 1911] = None
    return list(found)


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None

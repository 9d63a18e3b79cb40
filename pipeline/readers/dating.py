"""Find the day a document was published, in its head and foot.

Contract: reads titles, by-lines, labelled lines and the opening of the first paragraph only, so
that dates told in the text are not taken; returns None rather than guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.language import views
from pipeline.language.calendar import figures, from_minguo, make_day, month_named

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
_COMPACT = views.pattern(r"(?<![\d.])(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d.])")
_SLASHED = views.pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])")
_ENGLISH = views.pattern(
    r"\b(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+)?"
    r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
# A line of the foot that begins with a day: 2022年11月24日（星期四）, （2026年3月18日上午9時
_ALONE = views.pattern(
    rf"\s*(?:[(\[]\s*)?(?:{_FULL.pattern})\s*日?\s*(?:$|[(\[]?(?:星期|周|週|\s|[上下中]午|\d))"
)
_ISSUED = views.pattern(rf"(?:新聞稿|新聞|訊|報導)[\s:]*(?:{_FULL.pattern})")
_ISSUED_ON = views.pattern(rf"(?:{_FULL.pattern})\s*日?\s*(?:發布|發佈|發稿|訊|電|新聞稿)")
# Lines at the end that may tell the day; the last two may tell it after other words.
_FOOT, _SHORT = 8, 24
_BRACKET = views.pattern(r"\s*[(\[〔【].{0,40}?[)\]〕】]")
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
    >>> find_published(["時　間：中華民國一一○年十月二十六日（星期二）"], "", [])
    datetime.date(2021, 10, 26)
    """
    lines = [_view(line) for line in head]
    first = _view(opening[:120])
    dateline = _dateline(first)
    for line in (*lines, dateline):
        found = _full(line)
        if found:
            return found
    for line in foot:
        view = _view(line)
        for label in _LABEL.finditer(view):
            found = _full(view[label.end() : label.end() + 20])
            if found:
                return found
    ends = [line for text in foot for line in text.splitlines() if line.strip()][-_FOOT:]
    for left, line in zip(range(len(ends), 0, -1), ends, strict=True):
        view = _view(line)
        if _ALONE.match(view) or (left <= 2 and len(view.strip()) <= _SHORT):
            found = _full(view)
            if found:
                return found
    years = _years([*lines, first[:60]])
    if len(years) == 1:
        for line in (dateline, *lines):
            found = _month_day(line, years[0])
            if found:
                return found
    return None


def _dateline(first: str) -> str:
    """Return what begins the first paragraph before its text: (新加坡讯 2025年8月6日)."""
    begins = [found.group() for form in (_OPENING, _BRACKET) if (found := form.match(first))]
    begins += [found.group() for form in (_ISSUED, _ISSUED_ON) if (found := form.search(first))]
    return max(begins, key=len, default="")


def _view(line: str) -> str:
    return figures(views.fold(line))


def _full(view: str) -> date | None:
    for match in _FULL.finditer(view):
        year = int(match["year"])
        if match["era"] or year < 200:
            year = from_minguo(year)
        if 1945 <= year <= 2100:
            found = make_day(year, int(match["month"]), int(match["day"]))
            if found:
                return found
    return _compact(view) or _english(view)


def _compact(view: str) -> date | None:
    """A day in figures alone, 20240320, or with the year last where only one order makes a day."""
    found = _COMPACT.search(view)
    if found:
        return make_day(*map(int, found.groups()))
    found = _SLASHED.search(view)
    if found is None:
        return None
    one, two, year = map(int, found.groups())
    days = {day for day in (make_day(year, one, two), make_day(year, two, one)) if day}
    return days.pop() if len(days) == 1 else None


def _english(view: str) -> date | None:
    """A day in English, 20 March 2024 or March 20, 2024."""
    for found in _ENGLISH.finditer(view):
        day = found["d"] or found["d2"]
        month = month_named(found["name"])
        told = make_day(int(found["year"]), month, int(day)) if day else None
        if told:
            return told
    return None


def _month_day(view: str, year: int) -> date | None:
    days = (make_day(year, int(m["month"]), int(m["day"])) for m in _MONTH_DAY.finditer(view))
    return next((day for day in days if day), None)


def _years(views_: Sequence[str]) -> list[int]:
    """Return the different years named, in order."""
    found: dict[int, None] = {}
    for view in views_:
        for match in _YEAR.finditer(view):
            year = int(match["year"] or 0) or from_minguo(int(match["minguo"]))
            found[year] = None
    return list(found)

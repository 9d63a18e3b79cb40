"""Full days as documents write them: 2024年3月20日, 一一○年十月六日, 20240320, 20 March 2024.

Contract: only a day with its year is given; one that no calendar has is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.language.calendar import MONTHS, from_minguo, make_day, month_named
from pipeline.language.views import pattern

_NTH = "(?:st|nd|rd|th)?"
_DAY = pattern(
    r"(?<!\d)(?P<era>(?:中華)?民國\s*)?(?P<y>\d{2,4})\s*(?:年|(?P<mark>[-/.]))\s*"
    r"(?P<m>\d{1,2})\s*(?:月|(?(mark)(?P=mark)|(?!)))\s*(?P<d>\d{1,2})(?!\d)(?:\s?日)?"
    r"|(?<![\d.])(?P<y2>20\d{2})(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?![\d.])"
    r"|(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y3>(?:19|20)\d{2})(?![\d/])"
    rf"|\b(?:(?P<d4>\d{{1,2}}){_NTH}\s+)?(?P<name>{'|'.join(MONTHS)})[a-z]*\.?"
    rf"(?:\s+(?P<d5>\d{{1,2}}){_NTH})?,?\s+(?P<y4>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1945, 2100


class Told(NamedTuple):
    """A day and where it stands in the view of `days_in`."""

    start: int
    end: int
    day: date


def days_in(view: str) -> Iterator[Told]:
    """Yield the full days of a folded text whose dates are in `figures`, by position.

    With the month or the day first, only where one order makes a day.

    >>> from pipeline.language.calendar import figures
    >>> [str(told.day) for told in days_in(figures("民国一一〇年十月六日,3/20/2024,3/4/2024"))]
    ['2021-10-06', '2024-03-20']
    >>> [str(told.day) for told in days_in("20240320, March 21st, 2024; 2024年2月30日")]
    ['2024-03-20', '2024-03-21']
    """
    for found in _DAY.finditer(view):
        day = _day(found.groupdict())
        if day and _FIRST_YEAR <= day.year <= _LAST_YEAR:
            yield Told(*found.span(), day)


def first_day(view: str) -> date | None:
    """Return the first of `days_in`, None if there is none."""
    return next((told.day for told in days_in(view)), None)


def _day(told: dict[str, str | None]) -> date | None:
    if told["name"]:
        day = told["d4"] or told["d5"]
        return make_day(int(told["y4"] or 0), month_named(told["name"]), int(day)) if day else None
    if told["a"]:
        one, two, year = int(told["a"]), int(told["b"] or 0), int(told["y3"] or 0)
        days = {day for day in (make_day(year, one, two), make_day(year, two, one)) if day}
        return days.pop() if len(days) == 1 else None
    year, month, number = (int(told[key] or told[f"{key}2"] or 0) for key in "ymd")
    if told["era"] or year < 200:
        year = from_minguo(year)
    return make_day(year, month, number)

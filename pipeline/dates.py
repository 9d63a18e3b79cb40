"""Read one written date.

Contract: `parse` takes any string and never raises; None means the whole string is not one date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.language.views import fold, pattern
from pipeline.recognizers.dates.alone import longer, read_century, read_named_day
from pipeline.recognizers.dates.distances import read_distance
from pipeline.recognizers.dates.finder import DateValue, find_anchor, find_dates
from pipeline.recognizers.dates.times import after_time, read_clock
from pipeline.recognizers.dates.values import resolve, value_of
from pipeline.recognizers.page import Page

__all__ = ["DateValue", "parse"]

# No date is written in more.
_LONGEST = 100
# Any day that has a year: whether a date without one can be a day.
_LEAP_DAY = date(2000, 2, 29)
_FROM = pattern("(?:自|從|由|(?P<until>截至|截止|迄))(?=.)")
_BOUND = pattern("(?:以前|之前|前|止|為止|起|以後|之後|以來|後)?")
_TO = pattern("[ ]?(?:至|到|~|-)[ ]?")


def parse(text: str, on: date | None = None) -> DateValue | None:
    """Return what a written date or period means, or None if ``text`` is not one.

    Calendar dates, relative ones, periods, centuries, holidays and days of the moon; a time of day
    alone has null days.  A duration (三天) and what recurs (每週一) are no dates.

    Args:
        text: the date alone, with its weekday and time of day, in either script and width.
        on: day to resolve partial and relative dates against; without it they keep null days.

    >>> parse("民國110年3月24日").start_date
    datetime.date(2021, 3, 24)
    >>> parse("上個月20日", on=date(2022, 5, 11)).start_date
    datetime.date(2022, 4, 20)
    >>> parse("3月24日（三）下午2點半", on=date(2021, 3, 1)).time
    '14:30'
    >>> parse("兩週後", on=date(2022, 5, 11)).start_date
    datetime.date(2022, 5, 25)
    >>> parse("2023年中秋節").start_date, parse("晚上八點到十點").time
    (datetime.date(2023, 9, 29), '20:00-22:00')
    >>> parse("5G") is None
    True
    """
    whole = text.strip()
    if not whole or len(whole) > _LONGEST:
        return None
    value = _read(whole, on)
    if value and not value.start_date and not value.time:
        # 2月30日 is no day of any year.
        again = _read(whole, on or _LEAP_DAY)
        return value if again and again.start_date else None
    return value


def _read(text: str, on: date | None) -> DateValue | None:
    """Return the value of a text that may be a date or period, also of one that does not exist."""
    return _single(text, on) or _period(text, on)


def _single(text: str, on: date | None) -> DateValue | None:
    page = Page.of(text, on)
    return (
        _distant(page)
        or _found(page)
        or _named(text, page.view, on)
        or _century(page.view, on)
        or _clock(page.view)
        or next(filter(None, (_found(Page.of(one, on)) for one in longer(page.view))), None)
    )


def _found(page: Page) -> DateValue | None:
    """The date that the whole page is, as it is found in sentences."""
    view, end = page.view, len(page.view)
    for claim in find_dates(page):
        if claim.start or not isinstance(claim.value, DateValue):
            continue
        stop = after_time(view, claim.end, end)
        if stop == end or (stop == claim.end and _BOUND.fullmatch(view, stop, end)):
            return claim.value
    return None


def _distant(page: Page) -> DateValue | None:
    point = read_distance(page.view)
    return value_of(point, resolve(point, find_anchor(page))) if point else None


def _named(text: str, view: str, on: date | None) -> DateValue | None:
    named = read_named_day(text, view, on)
    return DateValue(named[0], named[0]) if named else None


def _century(view: str, on: date | None) -> DateValue | None:
    days = read_century(view, on)
    return DateValue(days[0], days[1], "year", "year") if days else None


def _clock(view: str) -> DateValue | None:
    time = read_clock(view)
    return DateValue(None, None, time=time) if time else None


def _period(text: str, on: date | None) -> DateValue | None:
    """從今天到明天, 週一至週五; 自今年起 is open."""
    view = fold(text)
    begin = _FROM.match(view)
    start = begin.end() if begin else 0
    for link in _TO.finditer(view, start):
        first = _single(text[start : link.start()].strip(), on)
        last = _single(text[link.end() :].strip(), on) if first else None
        if not (first and last and first.start_date and last.start_date and last.end_date):
            continue
        if first.start_date <= last.start_date and not (first.is_range or last.is_range):
            end, precision = last.end_date, last.end_precision
            return replace(first, end_date=end, end_precision=precision, is_range=True, time=None)
    value = _single(text[start:].strip(), on) if begin else None
    if begin is None or value is None or value.comparator != "=":
        return value
    return replace(value, comparator="<=" if begin["until"] else ">=")

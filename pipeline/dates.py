"""Read one written date.

Contract: `parse` takes any string and never raises; None means the whole string is not one date.
"""

from __future__ import annotations

from datetime import date

from pipeline.recognizers.dates.distances import read_later
from pipeline.recognizers.dates.finder import DateValue, find_anchor, find_dates
from pipeline.recognizers.dates.times import after_time
from pipeline.recognizers.dates.values import resolve, value_of
from pipeline.recognizers.page import Page

__all__ = ["DateValue", "parse"]


def parse(text: str, on: date | None = None) -> DateValue | None:
    """Return what a written date or period means, or None if ``text`` is not one.

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
    >>> parse("5G") is None
    True
    """
    whole = text.strip()
    page = Page.of(whole, on)
    for claim in find_dates(page):
        if claim.start or not isinstance(claim.value, DateValue):
            continue
        if after_time(page.view, claim.end, len(whole)) == len(whole):
            return claim.value
    later = read_later(page.view)
    return value_of(later, resolve(later, find_anchor(page))) if later else None

"""Read one written date.

Contract: `parse` takes any string and never raises; None means the whole string is not one date.
"""

from __future__ import annotations

from datetime import date

from pipeline.recognizers.dates.finder import DateValue, find_dates
from pipeline.recognizers.page import Page

__all__ = ["DateValue", "parse"]


def parse(text: str, on: date | None = None) -> DateValue | None:
    """Return what a written date or period means, or None if ``text`` is not one.

    Args:
        text: the date alone, in either script and width.
        on: day to resolve partial and relative dates against; without it they keep null days.

    >>> parse("民國110年3月24日").start_date
    datetime.date(2021, 3, 24)
    >>> parse("上個月20日", on=date(2022, 5, 11)).start_date
    datetime.date(2022, 4, 20)
    >>> parse("5G") is None
    True
    """
    whole = text.strip()
    page = Page.of(whole, on)
    for claim in find_dates(page):
        if claim.start == 0 and claim.end == len(whole) and isinstance(claim.value, DateValue):
            return claim.value
    return None

"""The Chinese calendar of moons: which day a day of it is, and the holidays it gives.

Contract: years 1900 to 2099; None for a day that the calendar does not have.
"""

from __future__ import annotations

from datetime import date, timedelta

_FIRST_YEAR, _FIRST_DAY = 1900, date(1900, 1, 31)
# One number a year: a bit for each of the twelve months of 30 days (bit 16: the leap month has 30),
# and in the last four bits the month that the leap month follows.  From the days of the new moons
# and of the sun (sxtwl 2, after the rules of GB/T 33661-2017).
_CODES = """
04bd8 04ae0 0a570 054d5 0d260 0d950 16554 056a0 09ad0 055d2 04ae0 0a5b6 0a4d0 0d250 1d255
0b540 0d6a0 0ada2 095b0 14977 04970 0a4b0 0b4b5 06a50 06d40 1ab54 02b60 09570 052f2 04970
06566 0d4a0 0ea50 16a95 05ad0 02b60 186e3 092e0 1c8d7 0c950 0d4a0 1d8a6 0b550 056a0 1a5b4
025d0 092d0 0d2b2 0a950 0b557 06ca0 0b550 15355 04da0 0a5b0 14573 052b0 0a9a8 0e950 06aa0
0aea6 0ab50 04b60 0aae4 0a570 05260 0f263 0d950 05b57 056a0 096d0 04dd5 04ad0 0a4d0 0d4d4
0d250 0d558 0b540 0b6a0 195a6 095b0 049b0 0a974 0a4b0 0b27a 06a50 06d40 0af46 0ab60 09570
04af5 04970 064b0 074a3 0ea50 06b58 05ac0 0ab60 096d5 092e0 0c960 0d954 0d4a0 0da50 07552
056a0 0abb7 025d0 092d0 0cab5 0a950 0b4a0 0baa4 0ad50 055d9 04ba0 0a5b0 15176 052b0 0a930
07954 06aa0 0ad50 05b52 04b60 0a6e6 0a4e0 0d260 0ea65 0d530 05aa0 076a3 096d0 04afb 04ad0
0a4d0 1d0b6 0d250 0d520 0dd45 0b5a0 056d0 055b2 049b0 0a577 0a4b0 0aa50 1b255 06d20 0ada0
14b63 09370 049f8 04970 064b0 168a6 0ea50 06aa0 1a6c4 0aae0 092e0 0d2e3 0c960 0d557 0d4a0
0da50 05d55 056a0 0a6d0 055d4 052d0 0a9b8 0a950 0b4a0 0b6a6 0ad50 055a0 0aba4 0a5b0 052b0
0b273 06930 07337 06aa0 0ad50 14b55 04b60 0a570 054e4 0d160 0e968 0d520 0daa0 16aa6 056d0
04ae0 0a9d4 0a2d0 0d150 0f252
"""
_YEARS = tuple(int(code, 16) for code in _CODES.split())
_MONTHS = 12


def to_solar(year: int, month: int, day: int, *, is_leap: bool = False) -> date | None:
    """Return the day of a day of the Chinese calendar, or None if there is no such day.

    >>> to_solar(2022, 8, 15), to_solar(2020, 4, 1, is_leap=True), to_solar(2021, 1, 30)
    (datetime.date(2022, 9, 10), datetime.date(2020, 5, 23), None)
    """
    if not (_FIRST_YEAR <= year < _FIRST_YEAR + len(_YEARS) and 1 <= month <= _MONTHS):
        return None
    before = sum(sum(_lengths(code)) for code in _YEARS[: year - _FIRST_YEAR])
    code = _YEARS[year - _FIRST_YEAR]
    leap = code & 0xF
    if is_leap and month != leap:
        return None
    index = month - 1 + (is_leap or 0 < leap < month)
    lengths = _lengths(code)
    if not 1 <= day <= lengths[index]:
        return None
    return _FIRST_DAY + timedelta(days=before + sum(lengths[:index]) + day - 1)


def _lengths(code: int) -> list[int]:
    """Days of each month of a year, its leap month among them."""
    days = [29 + (code >> 16 - month & 1) for month in range(1, _MONTHS + 1)]
    leap = code & 0xF
    if leap:
        days.insert(leap, 29 + (code >> 16 & 1))
    return days


def clear_and_bright(year: int) -> date:
    """Return 清明 of a year from 1901 to 2099, when the sun is 15 degrees past the equinox.

    >>> clear_and_bright(2021), clear_and_bright(2022)
    (datetime.date(2021, 4, 4), datetime.date(2022, 4, 5))
    """
    since = year - 1900
    return date(year, 4, int(since * 0.2422 + 5.59) - since // 4)

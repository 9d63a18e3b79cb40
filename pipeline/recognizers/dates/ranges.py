"""The other end of a period, and numbers that share one 年, 月 or 日: 3月20日至23日, 23、24日.

Contract: looks a bounded number of characters ahead; what it returns is not resolved yet.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.dates.figures import gregorian, number
from pipeline.recognizers.dates.forms import read_point
from pipeline.recognizers.dates.times import after_weekday
from pipeline.recognizers.dates.values import Point
from pipeline.recognizers.dates.years import is_calendar

_TO = pattern(r"[ ]to[ ]|[ ]?(?:(?:起)?(?:至|到|迄)|[~-]|起至)[ ]?")
_LIST = pattern("[ ]?(?:、|及|和|與)[ ]?")
_SECOND_DAY = pattern(
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:[ ]?[日號]|(?:st|nd|rd|th)?,[ ](?P<y>20[0-9]{2})(?![0-9]))?"
    r"(?![0-9./%]|[ ]?[年月個人位萬億點])"
    r"|(?P<han>三十一?|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])[日號](?![元圓幣遊票份均夜本內間]|[之以]?[內後前])"
)
# 2021.03.23-03.26, 2021-03-23~03-26
_SECOND_NUMERIC = pattern(
    "(?P<m>1[0-2]|0?[1-9])(?P<s>[./-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9%]|[./-][0-9])"
)
_WRITTEN = "(?:19|20|21)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2}|1?[0-9]{2}"
_YEARS = pattern(
    rf"(?<![0-9.,/-])(?P<one>(?P<era>(?:中華)?民國[ ]?|西元[ ]?|公元[ ]?)?(?P<y1>{_WRITTEN})"
    rf"(?:[ ]?年)?)[ ]?(?:-|~|至|到|/(?=[0-9]{{2}}[ ]?(?:財政|會計|學)?年))[ ]?(?P<y2>{_WRITTEN})"
    r"[ ]?(?:(?:財政|會計|學)(?=年))?"
    r"(?P<mark>年(?!代(?!表))(?:度(?!假))?)?"
    r"(?![0-9]|[-/.][0-9]|[ ]?年代(?!表))"
)
# What a range of years begins with, and what stands behind the first end of a range.
YEARS_BEGIN = frozenset("0123456789一二中民西公")
NEXT = frozenset(simplify(" (星週禮t起至到迄~-、及和與"))
_RULES = ("day", "month", "year", "numeric", "relative year", "part of year")
_SIGNS = frozenset("0123456789〇零一二三四五六七八九十廿卅")
_BY_STEP = ("day", "month", "year")


def read_years(view: str, start: int, end: int, *, is_minguo: bool) -> tuple[Point, Point] | None:
    """Return both ends of a range of years (2021-2025年, 110至113年, 2030～2050), or None."""
    found = _YEARS.match(view, start, end)
    if found is None:
        return None
    one, two = number(found["y1"]) or 0, number(found["y2"]) or 0
    if one >= 1000 > two:
        two += one // 100 * 100 if two < 100 else 0
    if not one < two or two - one > 150:
        return None
    era = found["era"] or ""
    if two < 1000 and not (era or (is_minguo and one >= 80 and found["mark"])):
        return None
    (first, script), (last, _) = gregorian(one, era=era), gregorian(two, era=era)
    return (
        Point(found.start(), found.end("one"), "year", first, calendar=script),
        Point(found.start("y2"), found.end(), "year", last, calendar=script),
    )


def read_second(view: str, first: Point, end: int, *, is_minguo: bool) -> Point | None:
    """Return the other end of a range, or the next of a list, that begins with ``first``."""
    if first.shift_unit == "week" or first.rule == "ago":
        return None
    stop = after_weekday(view, first.end, end) if first.day is not None else first.end
    listed = _LIST.match(view, stop, end)
    link = _TO.match(view, stop, end) or (listed if is_open(view, first) else None)
    if link is None and listed is not None and first.day is not None:
        # 八日（星期四）、九日: a day in Chinese numerals counts no days behind another day.
        found = _SECOND_DAY.match(view, listed.end(), end)
        return _day(found) if found and found["han"] else None
    if not link or link.end() >= end:
        return None
    position = link.end()
    if first.rule == "numeric":
        found = _SECOND_NUMERIC.match(view, position, end)
        if found and found["s"] in view[first.start : first.end]:
            month, day = int(found["m"]), int(found["d"])
            return Point(*found.span(), "numeric", None, month, day)
    point = read_point(view, position, end)
    if point and point.rule in _RULES:
        return point if is_calendar(view, point, is_minguo) else None
    if first.day is not None:
        found = _SECOND_DAY.match(view, position, end)
        return _day(found) if found else None
    return None


def _day(found: re.Match[str]) -> Point:
    return Point(*found.span(), "day", day=number(found["d"] or found["han"]))


def is_open(view: str, point: Point) -> bool:
    """Whether the 年, 月 or 日 of a date stands behind the next one: 23 in 23、24日."""
    return (
        point.rule in _BY_STEP
        and view[point.end - 1] in _SIGNS
        and "/" not in view[point.start : point.end]
    )


def is_listed(view: str, first: Point, last: Point) -> bool:
    """Whether the second of two dates goes on a list: 23 and 24 of 3月23、24、25日."""
    is_part = is_open(view, first) or first.day is not None
    stop = after_weekday(view, first.end, last.start) if first.day is not None else first.end
    return is_part and _LIST.fullmatch(view, stop, last.start) is not None


def is_period(view: str, first: Point, last: Point) -> bool:
    """Whether two dates are the ends of one period: not in a list, unless neighbours."""
    if not is_listed(view, first, last):
        return True
    for one, two in ((first.day, last.day), (first.month, last.month), (first.year, last.year)):
        if one is not None and two is not None:
            return two - one == 1
    return False


def carry(first: Point, last: Point) -> Point:
    """Give the second end what the first says for both: 2021年3月20日至23日."""
    return replace(
        last,
        year=first.year,
        month=last.month or (first.month if last.day is not None else None),
        shift_unit=first.shift_unit if first.shift_unit in ("year", "month") else "",
        shift=first.shift,
        looks_ahead=first.looks_ahead,
        anchor=first.anchor,
    )

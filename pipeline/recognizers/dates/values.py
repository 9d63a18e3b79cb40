"""What a written date means: from the parts that stand in the text to first and last day.

Contract: a date that needs a day or year to start from and has none stays unresolved (None).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.language import calendar
from pipeline.language.calendar import Period
from pipeline.records import record


@record
class DateValue:
    """A normalized date or period.

    Attributes:
        start_date, end_date: first and last day, inclusive; None when unresolved.
        start_precision, end_precision: one of ``contract.mentions.PRECISIONS``.
        is_range: both ends are written.
        comparator: ``=``, ``<=`` (until, by) or ``>=`` (from).
        time: time of day ``HH:MM`` or ``HH:MM-HH:MM``, if one follows the date.
        calendar: ``gregorian`` or ``minguo``, as written.
        anchor: what a partial or relative date was resolved against, else None.
    """

    start_date: date | None
    end_date: date | None
    start_precision: str = "day"
    end_precision: str = "day"
    is_range: bool = False
    comparator: str = "="
    time: str | None = None
    calendar: str = "gregorian"
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What partial dates of a document are resolved against.

    Attributes:
        name: ``published_on``, ``title``, ``text`` or empty.
        day: the day, if one is known.
        year: its year, or the year alone.
    """

    name: str = ""
    day: date | None = None
    year: int | None = None

    @property
    def label(self) -> str:
        """Text for the anchor column."""
        return f"{self.name} {self.day or self.year}"


@record
class Point:
    """The parts of one written date, before it is resolved.

    Attributes:
        start, end: span in the text.
        rule: how it is written.
        year, month, day: numbers that are written (year already Gregorian).
        part: a part of the year or month: ``Q1``..``Q4``, ``H1``, ``H2``, ``春``.., ``底``, ``初``,
            ``上旬``, ``中旬``, ``下旬``, ``decade``, ``school``, or empty.
        shift_unit, shift: distance from the anchor (``year``, ``month``, ``week``, ``day``).
        weekday: 0 (Monday) to 6, if a weekday is named.
        calendar: calendar written.
        is_relative: nothing in it is a number of the calendar.
        looks_ahead: the sentence speaks of the future.
        anchor: what the year was taken from, if it is not written here.
        follows: counted from the year told before it: 同年, 隔年.
        inner: span of the part a calendar knows, behind a relative word: 1月15日 in 今年1月15日.
    """

    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    shift_unit: str = ""
    shift: int = 0
    weekday: int | None = None
    calendar: str = "gregorian"
    is_relative: bool = False
    looks_ahead: bool = False
    anchor: str | None = None
    follows: bool = False
    inner: tuple[int, int] | None = None


Resolved = tuple[date, date, str, str | None]


def resolve(point: Point, anchor: Anchor) -> Resolved | None:
    """Return first day, last day, precision and anchor label of ``point``, or None."""
    if point.year is not None:
        return _within(point, point.year, point.anchor)
    if point.shift_unit:
        return _shifted(point, anchor)
    if anchor.day is None:
        if anchor.year is None or (point.month is None and not point.part):
            return None
        return _within(point, anchor.year, anchor.label)
    if point.month is None and point.day is not None:
        return _day_alone(point, anchor)
    return _nearest(point, anchor)


def value_of(
    point: Point, found: Resolved | None, comparator: str = "=", time: str | None = None
) -> DateValue:
    """Return the value of a date that stands alone."""
    first, last, precision, label = found or (None, None, _precision(point), None)
    return DateValue(
        first, last, precision, precision, False, comparator, time, point.calendar, label
    )


def _precision(point: Point) -> str:
    if point.day is not None or point.weekday is not None:
        return "day"
    if point.part == "decade":
        return "decade"
    if point.month is not None:
        return "month"
    by_part = {"Q": "quarter", "H": "half"}.get(point.part[:1])
    if by_part:
        return by_part
    if point.part in calendar.SEASONS:
        return "season"
    return point.shift_unit or ("day" if point.rule == "day" else "year")


def _within(point: Point, year: int, label: str | None) -> Resolved | None:
    """Resolve in a year that is known."""
    if point.month is not None:
        return _in_month(point, year, point.month, label)
    period: Period | None
    precision = "year"
    if point.part == "decade":
        period, precision = calendar.decade_of(year), "decade"
    elif point.part[:1] == "Q":
        period, precision = calendar.quarter_of(year, int(point.part[1])), "quarter"
    elif point.part[:1] == "H":
        period, precision = calendar.half_of(year, int(point.part[1])), "half"
    elif point.part in calendar.SEASONS:
        period, precision = calendar.season_of(year, point.part), "season"
    elif point.part == "school":
        period = calendar.month_of(year, 8, 12)
    elif point.part == "底":
        period, precision = calendar.month_of(year, 12), "month"
    elif point.part == "初":
        period = calendar.month_of(year, 1, 3)
    elif point.part == "中":
        period = calendar.month_of(year, 5, 4)
    else:
        period = calendar.year_of(year)
    return (*period, precision, label) if period else None


def _in_month(point: Point, year: int, month: int, label: str | None) -> Resolved | None:
    if point.day is not None:
        day = calendar.make_day(year, month, point.day)
        return (day, day, "day", label) if day else None
    period = calendar.month_of(year, month)
    if period is None:
        return None
    first, last = period
    if point.part == "底":
        return last, last, "month", label
    if point.part in ("初", "上旬"):
        return first, first.replace(day=10), "month", label
    if point.part in ("中", "中旬"):
        return first.replace(day=11), first.replace(day=20), "month", label
    if point.part == "下旬":
        return first.replace(day=21), last, "month", label
    return first, last, "month", label


def _shifted(point: Point, anchor: Anchor) -> Resolved | None:
    """Resolve a distance from the anchor: 去年, 上個月20日, 下週三, 昨天, 兩年前."""
    if point.shift_unit == "year":
        if anchor.year is None:
            return None
        return _within(point, anchor.year + point.shift, anchor.label)
    if anchor.day is None:
        return None
    if point.shift_unit == "month":
        year, month = calendar.shift_month(anchor.day, point.shift)
        if point.month is not None and point.month != month:
            return _nearest(replace(point, shift_unit=""), anchor)
        return _in_month(point, year, month, anchor.label)
    if point.shift_unit == "week":
        first, last = calendar.week_of(anchor.day, point.shift)
        if point.weekday is None:
            first = first + timedelta(days=5) if point.part else first  # 上週末
            return first, last, "week", anchor.label
        day = first + timedelta(days=point.weekday)
        return day, day, "day", anchor.label
    day = anchor.day + timedelta(days=point.shift)
    if point.day is not None and point.day != day.day:
        return _day_alone(point, anchor)
    return day, day, "day", anchor.label


def _day_alone(point: Point, anchor: Anchor) -> Resolved | None:
    """A day of the month without month: the nearest such day."""
    if anchor.day is None or point.day is None:
        return None
    steps = (0, 1, 2) if point.looks_ahead else (0, -1, 1, -2, 2)
    months = (calendar.shift_month(anchor.day, step) for step in steps)
    days = [calendar.make_day(year, month, point.day) for year, month in months]
    if point.looks_ahead:
        days = [day for day in days if day and day >= anchor.day]
    return _closest([(day, day) for day in days if day], "day", anchor)


def _nearest(point: Point, anchor: Anchor) -> Resolved | None:
    """A part of a year without the year: the nearest, or the next if the sentence looks ahead."""
    if anchor.day is None:
        return None
    this_year = _within(point, anchor.day.year, anchor.label)
    if point.month is None:
        return this_year
    if not point.looks_ahead and this_year and abs(point.month - anchor.day.month) < 10:
        # A month of another year is written with its year (去年11月), but at the turn of the year.
        return *this_year[:2], _precision(point), anchor.label
    found = [this_year, *(_within(point, anchor.day.year + step, None) for step in (-1, 1))]
    periods = [(one[0], one[1]) for one in found if one]
    if point.looks_ahead:
        periods = [period for period in periods if period[1] >= anchor.day] or periods
    return _closest(periods, _precision(point), anchor)


def _closest(periods: list[Period], precision: str, anchor: Anchor) -> Resolved | None:
    if not periods or anchor.day is None:
        return None
    day = anchor.day

    def distance(period: Period) -> int:
        if period[0] <= day <= period[1]:
            return 0
        return min(abs((period[0] - day).days), abs((period[1] - day).days))

    first, last = min(periods, key=distance)
    return first, last, precision, anchor.label

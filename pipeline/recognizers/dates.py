"""Find dates and periods and say which days they mean.

Contract: every claim has a `DateValue`; a range gives one claim for the whole and one for each end,
nested in it; what cannot be resolved keeps null days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.language import calendar, views
from pipeline.language.views import pattern
from pipeline.recognizers.dates_forms import gregorian, number, read_point
from pipeline.recognizers.dates_patterns import SIGNS, START
from pipeline.recognizers.dates_times import after_weekday, read_time
from pipeline.recognizers.dates_values import Anchor, DateValue, Point, Resolved, resolve, value_of
from pipeline.recognizers.dates_years import is_calendar, read_bare_year
from pipeline.recognizers.page import Claim, Page

__all__ = ["DateValue", "build_lexicon", "find_anchor", "find_dates"]

_HEAD, _TAIL, _SAMPLE = 600, 400, 4000
_TO = pattern(r"[ ]to[ ]|[ ]?(?:(?:起)?(?:至|到|迄)|[~-]|起至)[ ]?")
_LIST = pattern(r"[ ]?(?:、|及|和|與|或|暨|,)[ ]?")
_SECOND_DAY = pattern(
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:[ ]?[日號]|(?:st|nd|rd|th)?,[ ](?P<y>20[0-9]{2})(?![0-9]))?"
    r"(?![0-9./%]|[ ]?[年月個人位萬億點])"
)
_LIST_DAY = pattern(r"(?P<d>3[01]|[12][0-9]|0?[1-9])[ ]?[日號]")
_YEARS = pattern(
    r"(?<![0-9.,/-])(?P<one>(?P<era>(?:中華)?民國[ ]?)?(?P<y1>(?:19|20|21)[0-9]{2}|1?[0-9]{2})"
    r"(?:[ ]?年)?)[ ]?(?:-|~|至"
    r"|到)[ ]?(?P<y2>(?:19|20|21)[0-9]{2}|1?[0-9]{2})[ ]?(?P<mark>年(?:度(?!假))?)?(?![0-9]"
    r"|[-/.][0-9])"
)
_UNTIL = pattern(
    r"[ ]?(?:底|\([^)]{1,4}\))?(?:以前|之前|前(?!往|來|後|瞻|景|提|進|述|揭|期|任|年"
    r"|夕|三|五|十)|止|為止)"
)
_FROM = pattern(r"[ ]?(?:起|以後|之後|以來|後(?!續|方|者|來|期|疫|勤))")
_BEFORE_UNTIL = pattern(r"(?:截至|截止|迄|直到|至遲|最遲|不晚於)[ ]?$")
_BEFORE_FROM = pattern(r"(?:自|從|始於|自從)[ ]?$")
_AHEAD = pattern("將|預計|預定|預期|擬|可望|即將|訂於|定於|未來|規劃|目標|計[劃畫]於|力拼|力爭")
_SENTENCE_MARKS = "。;!?\n"


def build_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
    """Return nothing: dates are a matter of the language alone."""
    return


def find_dates(page: Page, lexicon: object = None) -> list[Claim]:
    """Return a DATE claim for every calendar expression of the page, with its `DateValue`.

    >>> page = Page.of("民國110年3月23日至24日舉行。")
    >>> [(page.text[c.start : c.end], c.value.end_date.day) for c in find_dates(page)]
    [('民國110年3月23日至24日', 24), ('民國110年3月23日', 23), ('24日', 24)]
    """
    finder = _Finder(page)
    claims: list[Claim] = []
    for piece in page.pieces:
        claims.extend(finder.find(piece.start, piece.end))
    taken = [(claim.start, claim.end) for claim in page.of_label("URL")]
    if taken:
        starts = [start for start, _ in taken]
        claims = [c for c in claims if not _is_taken(c.start, starts, taken)]
    return claims


def _is_taken(position: int, starts: list[int], taken: list[tuple[int, int]]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < taken[index][1]


# Days far from these years are slips, and arithmetic on them would leave the calendar.
_EARLIEST, _LATEST = 1000, 9000


def find_anchor(page: Page) -> Anchor:
    """Return what partial dates of the page are resolved against.

    The day of publication; else the date the document itself says it is from; else the date in its
    title; else the year in it.
    """
    if page.published_on and _EARLIEST <= page.published_on.year <= _LATEST:
        return Anchor("published_on", page.published_on, page.published_on.year)
    head, tail = page.text[:_HEAD], page.text[-_TAIL:]
    day = calendar.document_date(head, tail)
    if day:
        return Anchor("dateline", day, day.year)
    title = next((line for line in head.split("\n") if line.strip()), "")[:120]
    day = calendar.title_date(title)
    if day:
        return Anchor("title", day, day.year)
    year = calendar.title_year(title)
    return Anchor("title", None, year) if year else Anchor()


class _Finder:
    """Dates of one page, piece after piece."""

    def __init__(self, page: Page) -> None:
        self.view = page.view
        self.anchor = find_anchor(page)
        self.is_traditional = views.script(page.text[:_SAMPLE]) != "zh-Hans"
        self.last: tuple[int, Point, Resolved] | None = None

    def find(self, start: int, end: int) -> Iterator[Claim]:
        """Yield the claims of ``view[start:end]`` by position."""
        self.last = None
        position = start
        view = self.view
        while found := START.search(view, position, end):
            position = found.start()
            claims, after = self._at(position, end)
            yield from claims
            if after == position:
                after = found.end()
                while after < end and view[after].isdecimal():
                    after += 1
            position = after_weekday(view, after, end) if claims else after

    def _at(self, start: int, end: int) -> tuple[list[Claim], int]:
        """Return the claims that begin at ``start`` and where to look on."""
        view = self.view
        if start and _continues(view, start):
            return [], start
        years = self._years(start, end)
        if years:
            return years, years[0].end
        point = read_point(view, start, end)
        if point is None or not is_calendar(view, point, self.is_traditional):
            point = read_bare_year(view, start, end)
        if point is None:
            return [], start
        first = self._settle(point)
        tail = self._second(first, end)
        if tail is None:
            return self._claims(first, end), first.end
        return self._range(first, tail, end), tail.end

    def _settle(self, point: Point) -> Point:
        """Give a partial date what the same sentence says: the year or month before it."""
        if point.shift_unit or point.year is not None:
            return point
        if self.last and point.start - self.last[0] < 40:
            position, before, resolved = self.last
            between = self.view[position : point.start]
            if point.month and before.year and not before.month and between in ("", ")", " "):
                return replace(point, year=before.year)
            if not any(mark in between for mark in _SENTENCE_MARKS):
                if point.month is None and point.day is not None and before.month is not None:
                    year, month = resolved[0].year, resolved[0].month
                    return replace(point, year=year, month=month, anchor=resolved[3])
                if (
                    before.year is not None
                    and before.anchor is None
                    and before.month is not None
                    and point.month is not None
                    and before.rule != "relative year"
                ):
                    turns = before.month - point.month > 6
                    return replace(point, year=before.year + turns)
        low = max(0, point.start - 12)
        clause = self.view[low : point.start]
        cut = max((clause.rfind(mark) for mark in "。;!?\n"), default=-1)
        ahead = _AHEAD.search(clause, cut + 1) is not None
        return replace(point, looks_ahead=True) if ahead else point

    def _second(self, first: Point, end: int) -> Point | None:
        """Return the other end of a range that begins with ``first``, or None."""
        if first.shift_unit == "week" or first.rule == "ago":
            return None
        view = self.view
        stop = after_weekday(view, first.end, end) if first.day is not None else first.end
        link = _TO.match(view, stop, end)
        if link is None or link.end() >= end:
            return None
        position = link.end()
        point = read_point(view, position, end)
        if point and point.rule in (
            "day",
            "month",
            "year",
            "numeric",
            "relative year",
            "part of year",
        ):
            if not is_calendar(view, point, self.is_traditional):
                return None
            return point
        if first.day is not None:
            found = _SECOND_DAY.match(view, position, end)
            if found:
                return Point(*found.span(), "day", day=number(found["d"]))
        return None

    def _range(self, first: Point, last: Point, end: int) -> list[Claim]:
        carried = last.year is None and not last.shift_unit
        if carried:
            last = replace(
                last,
                year=first.year,
                month=last.month or (first.month if last.day is not None else None),
                shift_unit=first.shift_unit if first.shift_unit == "year" else "",
                shift=first.shift,
            )
        one, two = resolve(first, self.anchor), resolve(last, self.anchor)
        if one and two and two[1] < one[0] and carried and last.year is not None:
            last = replace(last, year=last.year + 1)
            two = resolve(last, self.anchor)
        claims = [*self._claims(first, first.end), *self._claims(last, end)]
        if one is None or two is None or two[1] < one[0]:
            if one is None and two is None:
                value = DateValue(
                    None,
                    None,
                    value_of(first, None).start_precision,
                    value_of(last, None).end_precision,
                    True,
                )
                claims.insert(0, Claim(first.start, last.end, "DATE", "range", 0.7, value=value))
            return claims
        value = DateValue(
            one[0], two[1], one[2], two[2], True, calendar=first.calendar, anchor=one[3] or two[3]
        )
        return [Claim(first.start, last.end, "DATE", "range", 0.95, value=value), *claims]

    def _claims(self, point: Point, end: int) -> list[Claim]:
        """今年1月15日 is claimed, and 1月15日 in it."""
        whole = self._claim(point, end)
        if point.inner is None:
            return [whole]
        return [whole, replace(whole, start=point.inner[0], end=point.inner[1], rule="inner date")]

    def _claim(self, point: Point, end: int) -> Claim:
        found = resolve(point, self.anchor)
        value = value_of(point, found)
        view = self.view
        if found:
            self.last = (point.end, point, found)
        has_day = point.day is not None or point.shift_unit == "day"
        time = read_time(view, point.end, end) if has_day else None
        value = replace(value, comparator=self._comparator(point, end), time=time)
        score = 0.5 if point.is_relative or point.rule == "title year" else 0.95 if found else 0.6
        return Claim(point.start, point.end, "DATE", point.rule, score, value=value)

    def _comparator(self, point: Point, end: int) -> str:
        view, low = self.view, max(0, point.start - 4)
        if point.rule == "ago":
            return "="
        if _UNTIL.match(view, point.end, end) or _BEFORE_UNTIL.search(view, low, point.start):
            return "<="
        if _FROM.match(view, point.end, end) or _BEFORE_FROM.search(view, low, point.start):
            return ">="
        return "="

    def _years(self, start: int, end: int) -> list[Claim]:
        """A range of years: 2021-2025年, 110至113年, 2030～2050."""
        found = _YEARS.match(self.view, start, end)
        if found is None:
            return []
        one, two = number(found["y1"]) or 0, number(found["y2"]) or 0
        if one >= 1000 > two:
            two += one // 100 * 100 if two < 100 else 0
        if not one < two or two - one > 150:
            return []
        era = found["era"] or ""
        if two < 1000 and not (era or (self.is_traditional and one >= 80 and found["mark"])):
            return []
        (first, script), (last, _) = gregorian(one, era=era), gregorian(two, era=era)
        ends = [
            Point(found.start(), found.end("one"), "year", first, calendar=script),
            Point(found.start("y2"), found.end(), "year", last, calendar=script),
        ]
        value = DateValue(
            date(first, 1, 1), date(last, 12, 31), "year", "year", True, calendar=script
        )
        whole = Claim(*found.span(), "DATE", "range of years", 0.95, value=value)
        return [whole, *(self._claim(point, point.end) for point in ends)]


def _continues(view: str, start: int) -> bool:
    """Whether the number at ``start`` goes on from other signs, letters or a hyphenated code."""
    before = view[start - 1]
    if view[start] in SIGNS:
        return before in SIGNS or before in "百千万数几"
    if not view[start].isdecimal():
        return False
    if before.isdecimal() or (before in ".," and start > 1 and view[start - 2].isdecimal()):
        return True
    return before.isascii() and (before.isalpha() or before in "_#$&=+")

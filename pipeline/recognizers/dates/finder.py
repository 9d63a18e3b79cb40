"""Find dates and periods and say which days they mean.

Contract: every claim has a `DateValue`; a range gives one claim for the whole and one for each end,
nested in it; what cannot be resolved keeps null days.  Above the body only the day of publication
is read in boilerplate.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.language import views
from pipeline.language.home import counts_minguo
from pipeline.language.views import pattern
from pipeline.recognizers.dates.anchor import find_anchor
from pipeline.recognizers.dates.carried import carry_on, entry_of
from pipeline.recognizers.dates.figures import MINGUO_MONTH, read_cell_year, read_minguo_month
from pipeline.recognizers.dates.forms import read_point
from pipeline.recognizers.dates.headings import find_headings
from pipeline.recognizers.dates.patterns import START
from pipeline.recognizers.dates.ranges import (
    NEXT,
    YEARS_BEGIN,
    carry,
    is_listed,
    is_open,
    is_period,
    read_second,
    read_years,
)
from pipeline.recognizers.dates.times import after_weekday, read_time
from pipeline.recognizers.dates.values import DateValue, Point, Resolved, resolve, value_of
from pipeline.recognizers.dates.years import is_calendar, read_bare_year
from pipeline.recognizers.page import Claim, Page, Piece

__all__ = ["DateValue", "build_lexicon", "find_anchor", "find_dates"]

# How far 同年 and 隔年 look back for their year.
_FAR = 200
_UNTIL = pattern(
    r"[ ]?(?:底|\([^)]{1,4}\))?(?:以前|之前|前(?!往|來|後|瞻|景|提|進|述|揭|期|任|年"
    r"|夕|三|五|十)|止|為止)"
)
_FROM = pattern(r"[ ]?(?:起|以後|之後|以來|後(?!續|方|者|來|期|疫|勤))")
_BEFORE_UNTIL = pattern(r"(?:截至|截止|迄|直到|至遲|最遲|不晚於)[ ]?$")
_BEFORE_FROM = pattern(r"(?:自|從|始於|自從)[ ]?$")
_AHEAD = pattern("將|預計|預定|預期|擬|可望|即將|訂於|定於|未來|規劃|目標|計[劃畫]於|力拼|力爭")
# What these begin and end with: most dates have none of it beside them.
_BEHIND = frozenset(views.simplify(" 底(以之前止為起後"))
_AHEAD_OF = frozenset(views.simplify(" 至止迄到遲於自從"))


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
    view, search = page.view, START.search
    claims: list[Claim] = []
    for piece in page.datelines:
        finder.find(piece.start, piece.end, claims)
    claims = [claim for claim in claims if _is_on(claim, page.published_on)]
    # Where the next date may begin: pieces without one are passed over.
    ahead = -1
    for piece in page.pieces:
        start, end = piece.start, piece.end
        if end - start < 7 and view[start].isdecimal():
            cell = MINGUO_MONTH.fullmatch(view, start, end)
            if cell:
                claims.append(finder.claim_alone(read_minguo_month(cell), end))
                continue
            is_dated = piece.column_role == "date"
            if is_dated and (year := read_cell_year(view, (start, end), piece.header)):
                claims.append(finder.claim_alone(year, end))
                continue
        if start in finder.headings:
            finder.head(piece)
        if ahead < start:
            begin = search(view, start)
            ahead = begin.start() if begin else len(view)
        if ahead < end:
            finder.find(max(start, ahead), end, claims)
    taken = [(claim.start, claim.end) for claim in page.of_label("URL")]
    if taken:
        starts = [start for start, _ in taken]
        claims = [c for c in claims if not _is_taken(c.start, starts, taken)]
    return claims


def _is_on(claim: Claim, day: date | None) -> bool:
    """Whether a date is one day, and that one."""
    value = claim.value
    return isinstance(value, DateValue) and value.start_date == value.end_date == day


def _is_taken(position: int, starts: list[int], taken: list[tuple[int, int]]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < taken[index][1]


class _Finder:
    """Dates of one page, piece after piece."""

    def __init__(self, page: Page) -> None:
        self.view = page.view
        self.anchor = find_anchor(page)
        self.is_minguo = counts_minguo(page.text, page.view)
        self.last: tuple[int, Point, Resolved] | None = None
        self.written: tuple[int, int] | None = None
        # Where the last line begins that a day begins, and that day.
        self.entry: tuple[int, date] | None = None
        self.headings = find_headings(page, self.anchor.year)
        # The year, and the month, that the lines below are of.
        self.headed: tuple[int | None, int | None] = (None, None)

    def head(self, piece: Piece) -> None:
        """Note the year or month that a line of its own heads what follows with."""
        heading = self.headings[piece.start]
        is_month = heading.month is not None and heading.year is None
        self.headed = (self.headed[0] if is_month else heading.year, heading.month)

    def claim_alone(self, point: Point, end: int) -> Claim:
        """Return the claim of a date that fills a piece."""
        self.last = None
        return self._claim(point, end)

    def find(self, start: int, end: int, claims: list[Claim]) -> None:
        """Add the claims of ``view[start:end]``, by position."""
        self.last = None
        position = start
        view, search = self.view, START.search
        while found := search(view, position, end):
            position = found.start()
            n_claims = len(claims)
            after = self._at(position, end, claims)
            if after == position:
                after = found.end()
                while after < end and view[after].isdecimal():
                    after += 1
            position = after_weekday(view, after, end) if len(claims) > n_claims else after

    def _at(self, start: int, end: int, claims: list[Claim]) -> int:
        """Add the claims that begin at ``start`` and return where to look on."""
        view = self.view
        if view[start] in YEARS_BEGIN:
            years = read_years(view, start, end, is_minguo=self.is_minguo)
            if years:
                claims += self._years(*years)
                return years[1].end
        point = read_point(view, start, end)
        if point is None or not is_calendar(view, point, self.is_minguo):
            point = read_bare_year(view, start, end) if view[start] in "12" else None
        if point is None:
            return start
        while True:
            first = self._settle(point)
            tail = None
            if view[first.end : first.end + 1] in NEXT:
                tail = read_second(view, first, end, is_minguo=self.is_minguo)
            if tail is None:
                claims += self._claims(first, end)
                return first.end
            if not (is_listed(view, first, tail) and self._goes_on(tail, end)):
                claims += self._range(first, tail, end)
                return tail.end
            claims += self._claims(first, first.end)
            point = tail

    def _goes_on(self, point: Point, end: int) -> bool:
        """Whether a list of dates goes on behind one: 23 and 24 of 3月23、24、25日."""
        if is_open(self.view, point):
            return True
        after = read_second(self.view, point, end, is_minguo=self.is_minguo)
        return after is not None and is_listed(self.view, point, after)

    def _settle(self, point: Point) -> Point:
        """Give a partial date what the same sentence says: the year or month before it."""
        if point.follows and self.written and point.start - self.written[0] < _FAR:
            year = self.written[1] + point.shift
            label = f"text {self.written[1]}"
            return replace(point, year=year, shift_unit="", anchor=label)
        if point.year is not None or point.shift_unit:
            return point
        if self.last and point.start - self.last[0] < 40:
            position, before, resolved = self.last
            between = self.view[position : point.start]
            carried = carry_on(point, before, resolved, between, self.anchor.day)
            if carried is not None:
                return carried
        if point.month is None and self.entry is not None:
            line, day = self.entry
            if point.day and self.view.rfind("\n", 0, point.start) + 1 == line:
                return replace(point, year=day.year, month=day.month)
        if point.weekday is None and (headed := self._by_heading(point)) is not None:
            return headed
        low = max(0, point.start - 12)
        clause = self.view[low : point.start]
        cut = max((clause.rfind(mark) for mark in "。;!?\n"), default=-1)
        ahead = _AHEAD.search(clause, cut + 1) is not None
        return replace(point, looks_ahead=True) if ahead else point

    def _by_heading(self, point: Point) -> Point | None:
        """Return a date of the year or month that heads its lines, unless it tells another year."""
        year, month = self.headed
        if self.last is not None and self.last[2][0].year != (year or self.last[2][0].year):
            return None
        if (year if point.month else month) is None:
            return None
        point = replace(point, month=point.month or month)
        return point if year is None else replace(point, year=year, anchor=f"text {year}")

    def _range(self, first: Point, last: Point, end: int) -> list[Claim]:
        carried = last.year is None and not last.shift_unit
        if carried:
            last = carry(first, last)
        if last.follows and first.year is not None:
            last = replace(last, year=first.year + last.shift, shift_unit="")
        one, two = resolve(first, self.anchor), resolve(last, self.anchor)
        if carried and one and two and two[1] < one[0]:
            if last.year is not None:
                last = replace(last, year=last.year + 1)
                two = resolve(last, self.anchor)
            elif first.month and last.month:
                # 12月28日至1月3日: the second end tells the year of the first.
                turns = (first.month, first.day or 0) > (last.month, last.day or 31)
                first = replace(first, year=two[1].year - turns, anchor=two[3])
                one = resolve(first, self.anchor)
        claims = [*self._claims(first, first.end), *self._claims(last, end)]
        if not is_period(self.view, first, last):
            return claims
        if one is None or two is None or two[1] < one[0]:
            if one is None and two is None:
                begin, stop = value_of(first, None), value_of(last, None)
                value = replace(begin, end_precision=stop.end_precision, is_range=True)
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
        view = self.view
        if found:
            self.last = (point.end, point, found)
            line = entry_of(view, point.start, point.end) if point.month and point.day else None
            self.entry = self.entry if line is None else (line, found[0])
            if point.year is not None or point.shift_unit == "year":
                self.written = point.end, found[0].year
        has_day = (point.day if point.weekday is None else point.weekday) is not None
        has_day = has_day or point.shift_unit == "day"
        time = read_time(view, point.end, end) if has_day else None
        value = value_of(point, found, self._comparator(point, end), time)
        score = 0.5 if point.is_relative or point.rule == "title year" else 0.95 if found else 0.6
        return Claim(point.start, point.end, "DATE", point.rule, score, value=value)

    def _comparator(self, point: Point, end: int) -> str:
        view, low = self.view, max(0, point.start - 4)
        if point.rule == "ago":
            return "="
        behind = view[point.end : point.end + 1] in _BEHIND and point.end < end
        ahead = point.start > low and view[point.start - 1] in _AHEAD_OF
        if (behind and _UNTIL.match(view, point.end, end)) or (
            ahead and _BEFORE_UNTIL.search(view, low, point.start)
        ):
            return "<="
        if (behind and _FROM.match(view, point.end, end)) or (
            ahead and _BEFORE_FROM.search(view, low, point.start)
        ):
            return ">="
        return "="

    def _years(self, one: Point, two: Point) -> list[Claim]:
        """A range of years: the whole, and each end."""
        first, last = one.year or 1, two.year or 1
        value = DateValue(
            date(first, 1, 1), date(last, 12, 31), "year", "year", True, calendar=one.calendar
        )
        whole = Claim(one.start, two.end, "DATE", "range of years", 0.95, value=value)
        return [whole, *(self._claim(point, point.end) for point in (one, two))]

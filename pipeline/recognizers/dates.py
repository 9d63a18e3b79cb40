"""Find dates and periods and say which days they mean.

Contract: every claim has a `DateValue`; a range gives one claim for the whole and one for each end,
nested in it; what cannot be resolved keeps null days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.language import calendar, views
from pipeline.language.views import pattern
from pipeline.recognizers.dates_forms import gregorian, number, read_point
from pipeline.recognizers.dates_patterns import START
from pipeline.recognizers.dates_values import Anchor, DateValue, Point, Resolved, resolve, value_of
from pipeline.recognizers.dates_years import is_year, read_bare_year
from pipeline.recognizers.page import Claim, Page

__all__ = ["DateValue", "build_lexicon", "find_anchor", "find_dates"]

_HEAD, _TAIL, _SAMPLE = 600, 400, 4000
_TO = pattern(r"[ ]?(?:(?:起)?(?:至|到|迄)|[~-]|起至)[ ]?")
_LIST = pattern(r"[ ]?(?:、|及|和|與|或|暨|,)[ ]?")
_SECOND_DAY = pattern(
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:[ ]?[日號])?(?![0-9./%]|[ ]?[年月個人位萬億點])"
)
_LIST_DAY = pattern(r"(?P<d>3[01]|[12][0-9]|0?[1-9])[ ]?[日號]")
_YEARS = pattern(
    r"(?<![0-9.,/-])(?P<y1>(?:19|20|21)[0-9]{2}|1?[0-9]{2})[ ]?年?[ ]?(?:-|~|至"
    r"|到)[ ]?(?P<y2>(?:19|20|21)[0-9]{2}|1?[0-9]{2})[ ]?(?P<mark>年)?(?![0-9]"
    r"|[-/.][0-9])"
)
_WEEKDAY = pattern(
    r"[ ]?(?:\([ ]?(?:星期|週|禮拜)?[一二三四五六日][ ]?\)|(?:星期|週|禮拜)[一二三四五六日天])"
)
_TIME = pattern(
    r"[ ]?(?:的|,)?[ ]?(?P<half>上午|下午|中午|晚間|晚上|凌晨|清晨|早上|傍晚|夜間|午後|晚|早)?[ ]?"
    r"(?:(?P<h>2[0-3]|[01]?[0-9])[ ]?(?:(?::(?P<m>[0-5][0-9])(?![0-9]))"
    r"|[點時](?:(?P<m2>[0-5]?[0-9])分(?!之)|(?P<half2>半)|整)?(?!間|數|代|期))"
    r"|(?P<hc>[一二三四五六七八九十兩]{1,3})[點時](?:(?P<mc>[一二三四五六七八九十]{1,3"
    r"})分(?!之)|(?P<half3>半)|整)?(?!間|數|代|期))"
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
        claims = [c for c in claims if not any(s <= c.start < e for s, e in taken)]
    return claims


def find_anchor(page: Page) -> Anchor:
    """Return what partial dates of the page are resolved against.

    The day of publication; else the date the document itself says it is from; else the date in its
    title; else the year in it.
    """
    if page.published_on:
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
            weekday = _WEEKDAY.match(view, after, end) if claims else None
            position = weekday.end() if weekday else after

    def _at(self, start: int, end: int) -> tuple[list[Claim], int]:
        """Return the claims that begin at ``start`` and where to look on."""
        view = self.view
        if view[start].isdecimal() and start and _continues(view, start):
            return [], start
        years = self._years(start, end)
        if years:
            return years, years[0].end
        point = read_point(view, start, end)
        if point is None or not is_year(view, point, self.is_traditional):
            point = read_bare_year(view, start, end)
        if point is None:
            return [], start
        first = self._settle(point)
        tail = self._second(first, end)
        if tail is None:
            return [self._claim(first, end)], first.end
        return self._range(first, tail, end), tail.end

    def _settle(self, point: Point) -> Point:
        """Give a partial date what the same sentence says: the year or month before it."""
        if point.shift_unit or point.year is not None:
            return point
        if self.last and point.start - self.last[0] < 40:
            position, before, resolved = self.last
            between = self.view[position : point.start]
            if not any(mark in between for mark in _SENTENCE_MARKS):
                if point.month is None and point.day is not None and before.month is not None:
                    return replace(point, year=resolved[0].year, month=resolved[0].month)
                if (
                    before.year is not None
                    and before.month is not None
                    and point.month is not None
                    and before.rule != "relative year"
                ):
                    return replace(point, year=before.year)
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
        link = _TO.match(view, first.end, end)
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
            if not is_year(view, point, self.is_traditional):
                return None
            return point
        if first.day is not None:
            found = _SECOND_DAY.match(view, position, end)
            if found:
                return Point(*found.span(), "day", day=number(found["d"]))
        return None

    def _range(self, first: Point, last: Point, end: int) -> list[Claim]:
        if last.year is None and not last.shift_unit:
            last = replace(
                last,
                year=first.year,
                month=last.month or (first.month if last.day is not None else None),
                shift_unit=first.shift_unit if first.shift_unit == "year" else "",
                shift=first.shift,
            )
        one, two = resolve(first, self.anchor), resolve(last, self.anchor)
        claims = [self._claim(first, first.end), self._claim(last, end)]
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

    def _claim(self, point: Point, end: int) -> Claim:
        found = resolve(point, self.anchor)
        value = value_of(point, found)
        view = self.view
        if found:
            self.last = (point.end, point, found)
        after = point.end
        weekday = _WEEKDAY.match(view, after, end) if point.day is not None else None
        time = (
            _TIME.match(view, weekday.end() if weekday else after, end)
            if point.day or point.shift_unit == "day"
            else None
        )
        value = replace(
            value, comparator=self._comparator(point, end), time=_clock(time) if time else None
        )
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
        if two < 1000 and not (self.is_traditional and found["mark"] and one >= 80):
            return []
        if found["mark"] is None and two < 1000:
            return []
        (first, script), (last, _) = gregorian(one), gregorian(two)
        ends = [
            Point(found.start(), found.end("y1"), "year", first, calendar=script),
            Point(found.start("y2"), found.end(), "year", last, calendar=script),
        ]
        value = DateValue(
            date(first, 1, 1), date(last, 12, 31), "year", "year", True, calendar=script
        )
        whole = Claim(*found.span(), "DATE", "range of years", 0.95, value=value)
        return [whole, *(self._claim(point, point.end) for point in ends)]


def _continues(view: str, start: int) -> bool:
    """Whether the figure at ``start`` goes on from letters, decimals or a hyphenated code."""
    before = view[start - 1]
    if before.isdecimal() or (before in ".," and start > 1 and view[start - 2].isdecimal()):
        return True
    return before.isascii() and (before.isalpha() or before in "_#$&=+")


def _clock(found: object) -> str | None:
    """Write the time of day as HH:MM."""
    groups = found.groupdict()  # type: ignore[attr-defined]
    hour = number(groups["h"] or groups["hc"])
    if (
        hour is None
        or hour > 24
        or (not groups["half"] and not (groups["m"] or groups["m2"] or groups["h"]))
    ):
        return None
    half = groups["half"] or ""
    minute = number(groups["m"] or groups["m2"] or groups["mc"]) or 0
    if groups["half2"] or groups["half3"]:
        minute = 30
    if half in ("下午", "晚间", "晚上", "傍晚", "夜间", "午后", "晚") and hour < 12:
        hour += 12
    if half == "中午" and hour < 3:
        hour += 12
    return f"{hour:02d}:{minute:02d}"

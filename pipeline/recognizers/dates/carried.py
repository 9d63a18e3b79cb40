"""Give a partial date what the same sentence says before it: a month to a day, a year to a month.

Contract: pure functions of two dates, the text between them and the day of the document.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.language.views import pattern
from pipeline.recognizers.dates.values import Point, Resolved

# Behind 迄今 the text is in its own time again.
_NOW = ("迄今", "至今", "如今", "现今")
# Right before a date: it is still to come, seen from the day of the text.
_TO_COME = pattern("將[於在]$")
# 去年11月到期，市長18日換約: what ran out in a month goes on later
_APART = pattern("(?:到期|屆滿|期滿|失效|截止)[^,]{0,4}[,][^,]{2,}$")
# Work that goes on for years: 2018年7月動工，將於6月底完工.
_BEGUN = pattern("[動開施]工|動土|興建|起造|啟建|破土")
# 3月21日—24日　訪團來訪。…|22日: the day that a line of a chronicle begins with.
_MARK = pattern("[ \\t\u3000]*[^\\w\\s]{0,3}[ \\t\u3000]*")
_GOES_ON = pattern(
    "(?:[ ]?[至到~—–-]{1,2}[ ]?[0-9]{1,2}[月日]?(?:[0-9]{1,2}日)?)?"
    "(?:\\([^()\n]{1,6}\\))?[ \t\u3000:|]"
)
_SENTENCE_MARKS = "。;!?\n"


def carry_on(
    point: Point, before: Point, resolved: Resolved, between: str, today: date | None
) -> Point | None:
    """Return a date with the month or year of the one before it, or None if it takes neither.

    Args:
        point: a date without year.
        before, resolved: the date before it, as written and as days.
        between: the folded text between them.
        today: day of publication, if known.
    """
    if point.month and before.year and not before.month and between in ("", ")", " "):
        return replace(point, year=before.year)
    if any(mark in between for mark in _SENTENCE_MARKS) or _goes_back(between):
        return None
    to_come = _TO_COME.search(between) is not None
    if point.month is None:
        # 下個月3日開幕，10日閉幕; but 上個月大雨成災，6日勘災 is of the day of the report.
        shifted = before.shift_unit == "month" and before.day is not None and not to_come
        is_apart = before.day is None and _APART.search(between) is not None
        if point.day is None or not (shifted or (before.month is not None and not is_apart)):
            return None
        return replace(point, year=resolved[0].year, month=resolved[0].month, anchor=resolved[3])
    # 明年展期已經敲定，3月23日開幕; a month that is still to come may be of this year.
    is_gone = today is not None and point.month <= today.month
    if is_gone and before.shift_unit == "year" and before.shift == 1 and before.month is None:
        return replace(point, year=resolved[0].year, anchor=resolved[3])
    if before.year is None or before.month is None or before.anchor is not None:
        return None
    if before.rule == "relative year":
        return None
    point = replace(point, year=before.year + (before.month - point.month > 6))
    if to_come and _BEGUN.search(between) and today and (point.year or 0) < today.year:
        return replace(point, year=None, looks_ahead=True)
    return point


def _goes_back(between: str) -> bool:
    """Whether a sentence leaves the time of the date told before: 2015年開館，迄今五年，10日."""
    return "今" in between and any(word in between for word in _NOW)


def entry_of(view: str, start: int, end: int) -> int | None:
    """Return where the line begins that a date begins, if a blank or colon follows, else None."""
    low = view.rfind("\n", 0, start) + 1
    opens = _MARK.fullmatch(view, low, start) and _GOES_ON.match(view, end)
    return low if opens else None

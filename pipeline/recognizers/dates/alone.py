"""Dates that are one only where they are the whole text: 中秋節, 農曆五月初五, 月底, 12號, 周末.

Contract: for a text with nothing but the date in it; in a sentence 月底 and 春節 may be those of
another month or year than that of the text, and are no calendar days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.language.holidays import holiday, weekday_of_month
from pipeline.language.lunar import to_solar
from pipeline.language.views import pattern
from pipeline.recognizers.dates.figures import gregorian, number

_YEAR = (
    "(?:(?:(?P<rel>[今明去前後])年|(?P<era>民國|西元|公元)?(?P<y>[0-9]{2,4}|[〇零一二三四五六七八九]{2,4})年"
    "|(?P<y2>(?:19|20)[0-9]{2}))的?)?"
)
_HOLIDAY = pattern(f"{_YEAR}(?P<name>.+)")
_SHIFTS = {"今": 0, "明": 1, "去": -1, "前": -2, "后": 2}
_MOON = "(?P<moon>農曆|舊曆|陰曆|夏曆)?"
_LUNAR = pattern(
    f"{_MOON}{_YEAR}{_MOON.replace('moon', 'moon2')}(?P<leap>閏)?"
    "(?P<m>十[一二]?|[正冬臘一二三四五六七八九])月"
    "(?P<d>初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)日?"
)
_MONTHS_OF_MOON = {"正": 1, "冬": 11, "腊": 12}
_NTH_WEEKDAY = pattern(
    f"{_YEAR}(?P<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?的?"
    "第(?P<n>[1-5一二三四五])個?(?:週|星期|禮拜)(?P<w>[一二三四五六日天])"
)
_WEEKDAYS = {sign: index for index, sign in enumerate("一二三四五六日")} | {"天": 6}
# What a date needs to be one in a sentence, too: 12號 is 12日, 月底 is 本月底.
_LONGER = (
    (pattern("(?P<x>週末|月[初底末])"), "本{x}"),
    (pattern("(?P<x>月)中"), "本{x}中旬"),
    (pattern("(?P<x>年中|[春夏秋冬][季天])"), "今年{x}"),
    (pattern("(?P<x>[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})號"), "{x}日"),
    (pattern("(?P<x>.*月(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3}))"), "{x}日"),
    (pattern("(?P<x>.+[日天])的?(?:上午|下午|中午|晚上|晚間|早上|清晨|凌晨|傍晚|夜裡)"), "{x}"),
    (
        pattern("(?P<x>(?:.*[週期拜])[一二三四五六日天])的?(?:上午|下午|中午|晚上|早上|清晨|凌晨)"),
        "{x}",
    ),
    (pattern("(?P<x>[昨今明前後])夜"), "{x}晚"),
    (pattern("(?P<x>(?:.*年)?(?:[0-9]{1,2}|十?[一二三四五六七八九十])月)中"), "{x}中旬"),
)


_CENTURY = pattern(
    "(?:(?P<c>[1-9]|1[0-9]|2[01]|[一二三四五六七八九]|十[一二三四五六七八九]?|二十一?)|(?P<rel>[上本下])個?)世紀"
)
Days = tuple[date, date] | tuple[None, None]
_LAST_CENTURY = 30
_CENTURIES = {"上": -1, "本": 0, "下": 1}


def read_century(view: str, on: date | None) -> Days | None:
    """Return first and last day of 二十世紀 or 上世紀 (without ``on`` it has no days), or None.

    >>> read_century("十九世纪", None)
    (datetime.date(1801, 1, 1), datetime.date(1900, 12, 31))
    """
    found = _CENTURY.fullmatch(view)
    if found is None:
        return None
    if found["rel"] and on is None:
        return None, None
    shift = _CENTURIES.get(found["rel"] or "", 0)
    century = number(found["c"]) or ((on.year if on else 0) + 99) // 100 + shift
    if not 1 <= century <= _LAST_CENTURY:
        return None
    return date(100 * century - 99, 1, 1), date(100 * century, 12, 31)


def longer(view: str) -> Iterator[str]:
    """Yield how a folded text is written in full that is a date only where it stands alone."""
    for form, whole in _LONGER:
        found = form.fullmatch(view)
        if found:
            x = found["x"]
            day = number(x) if whole == "{x}日" else None
            yield whole.format(x=day or x).replace("今年年", "今年")


def read_named_day(text: str, view: str, on: date | None) -> tuple[date | None] | None:
    """Return the day of 2023年中秋節, 農曆五月初五 or 5月第二個星期日 in a tuple, or None.

    Args:
        text: the whole text as it is written.
        view: the same, folded.
        on: day whose year counts where none is written; without it the day is None.
    """
    found = _NTH_WEEKDAY.fullmatch(view)
    if found:
        month, nth = number(found["m"]) or 0, number(found["n"]) or 0
        year = _year_of(found, on)
        day = weekday_of_month(year, month, nth, _WEEKDAYS[found["w"]]) if year else None
        return (day,) if day or not year else None
    found = _LUNAR.fullmatch(view)
    if found and (found["moon"] or found["moon2"] or found["m"] in "正冬腊" or "初" in found["d"]):
        return _of_moon(found, on)
    found = _HOLIDAY.fullmatch(view)
    if found is None:
        return None
    year = _year_of(found, on) or 2000
    is_open = on is None and not (found["y"] or found["y2"])
    day = holiday(text[found.start("name") :], year)
    if day is None:
        return None
    return (None,) if is_open else (day,)


def _of_moon(found: re.Match[str], on: date | None) -> tuple[date | None] | None:
    month = _MONTHS_OF_MOON.get(found["m"]) or number(found["m"]) or 0
    day = number(found["d"].removeprefix("初")) or 0
    year = _year_of(found, on)
    if year is None:
        return (None,)
    solar = to_solar(year, month, day, is_leap=found["leap"] is not None)
    return (solar,) if solar else None


def _year_of(found: re.Match[str], on: date | None) -> int | None:
    if found["rel"]:
        return on.year + _SHIFTS[found["rel"]] if on else None
    written = number(found["y"] or found["y2"])
    if written is None:
        return on.year if on else None
    return gregorian(written, era=found["era"] or "")[0]

"""Dates told by their distance from the day of the text: 兩年前, 三天後, 半年後.

Contract: the pattern looks at a bounded number of characters of the folded view.
"""

from __future__ import annotations

import re

from pipeline.language.views import pattern
from pipeline.recognizers.dates.figures import number
from pipeline.recognizers.dates.values import Point

_DISTANCE = (
    "(?P<n>[0-9]{1,2}|[二三四五六七八九兩]"
    "|[一二三四五六七八九]?十[一二三四五六七八九]?|半|一)[ ]?(?P<u>年|個月"
    "|個星期|個禮拜|週|天|日)(?:以|之)?"
)
AGO = pattern(rf"{_DISTANCE}前(?!後|往|來|瞻|景|提|五|三|十|[，,]?以?書面|通知|申請|告知|預約)")
# Of a text that is nothing else.
_ALONE = pattern(
    "(?P<n>[0-9]{1,3}|[一二三四五六七八九十百兩零]{1,6}|半)[ ]?"
    "(?P<u>年|個月|個?星期|個?禮拜|週|天|日)(?:以|之)?(?P<to>[前後])"
)
_UNITS = {
    "年": ("year", 1),
    "个月": ("month", 1),
    "周": ("day", 7),
    "个星期": ("day", 7),
    "星期": ("day", 7),
    "个礼拜": ("day", 7),
    "礼拜": ("day", 7),
    "天": ("day", 1),
    "日": ("day", 1),
}


def read_ago(found: re.Match[str]) -> Point | None:
    """兩年前: a date, and 兩年 in it a quantity; a round 二十年前 is that alone, no year."""
    point = _distant(found, -1)
    is_round = point and point.shift_unit == "year" and point.shift <= -10 and not point.shift % 10
    return None if is_round else point


def read_distance(view: str) -> Point | None:
    """Return the date of a text that is nothing but 三天後 or 二十年前, or None.

    In a sentence 三天後 counts from what was told (完工五年後), not from the day of the text.
    """
    found = _ALONE.fullmatch(view)
    return _distant(found, 1 if found["to"] == "后" else -1) if found else None


def _distant(found: re.Match[str], sign: int) -> Point | None:
    if found["n"] == "半":
        shift, unit = 6 * sign, "month"
        if found["u"] != "年":
            return None
    else:
        unit, factor = _UNITS[found["u"]]
        shift = (number(found["n"]) or 0) * factor * sign
    return Point(*found.span(), "ago", shift_unit=unit, shift=shift, is_relative=True)

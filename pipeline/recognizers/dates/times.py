"""Read the weekday and the time of day that follow a date.

Contract: looks a bounded number of characters ahead; a time is written ``HH:MM`` or
``HH:MM-HH:MM``.
"""

from __future__ import annotations

import re

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.dates.figures import number

_WEEKDAY = pattern(
    r"[ ]?(?:\([ ]?(?:星期|週|禮拜)?[一二三四五六日]"
    r"(?:[、~至及-](?:星期|週|禮拜)?[一二三四五六日])?[ ]?\)"
    r"|\([ ]?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?[ ]?\)|(?:星期|週|禮拜)[一二三四五六日天])"
)
_TIME = pattern(
    r"[ ]?(?:的|,)?[ ]?(?P<half>上午|下午|中午|晚間|晚上|凌晨|清晨|早上|傍晚|夜間|午後|晚|早)?[ ]?"
    r"(?:(?P<h>2[0-3]|[01]?[0-9])[ ]?(?:(?::(?P<m>[0-5][0-9])(?![0-9]))"
    r"|[ ]?[點時](?:[ ]?(?P<m2>[0-5]?[0-9])[ ]?分(?!之)|(?P<half2>半)|整)?(?!間|數|代|期))"
    r"|(?P<hc>[一二三四五六七八九十兩]{1,3})[點時](?:(?P<mc>[一二三四五六七八九十]{1,3"
    r"})分(?!之)|(?P<half3>半)|整)?(?!間|數|代|期))"
)
_TO = pattern(r"[ ]?(?:至|到|~|-)(?=[ ]?[0-9上下中晚凌一二三四五六七八九十])")
_WEEKDAY_SIGNS = frozenset(simplify(" (星週禮"))
_TIME_SIGNS = frozenset(simplify(" 的,上下中晚凌清早傍夜午0123456789一二三四五六七八九十兩"))
_AFTERNOON = frozenset(("下午", "晚间", "晚上", "傍晚", "夜间", "午后", "晚"))


def after_weekday(view: str, position: int, end: int) -> int:
    """Return where the text goes on behind a weekday such as （三） or 星期三."""
    if view[position : position + 1] not in _WEEKDAY_SIGNS:
        return position
    found = _WEEKDAY.match(view, position, end)
    return found.end() if found else position


def read_time(view: str, position: int, end: int) -> str | None:
    """Return the time of day that follows a date at ``position``, weekday or not, or None."""
    told = _time_at(view, after_weekday(view, position, end), end)
    return told[0] if told else None


def after_time(view: str, position: int, end: int) -> int:
    """Return where the text goes on behind the weekday and the time of day that follow a date."""
    start = after_weekday(view, position, end)
    told = _time_at(view, start, end)
    return told[1] if told else start


def _time_at(view: str, start: int, end: int) -> tuple[str, int] | None:
    """Return a time of day or a stretch of it, and where it ends."""
    if view[start : start + 1] not in _TIME_SIGNS:
        return None
    found = _TIME.match(view, start, end)
    first = _clock(found, "") if found else None
    if found is None or first is None:
        return None
    link = _TO.match(view, found.end(), end)
    other = _TIME.match(view, link.end(), end) if link else None
    last = _clock(other, found["half"] or "") if other else None
    if other and last and last > first:
        return f"{first}-{last}", other.end()
    return first, found.end()


def _clock(found: re.Match[str], half: str) -> str | None:
    """Write the time of day as HH:MM; without 上午 or 下午 of its own it takes ``half``."""
    groups = found.groupdict()
    hour = number(groups["h"] or groups["hc"])
    if hour is None or hour > 24 or not (groups["half"] or groups["h"]):
        return None
    half = groups["half"] or half
    minute = number(groups["m"] or groups["m2"] or groups["mc"]) or 0
    if groups["half2"] or groups["half3"]:
        minute = 30
    if half in _AFTERNOON and hour < 12:
        hour += 12
    if half == "中午" and hour < 3:
        hour += 12
    return f"{hour:02d}:{minute:02d}"

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
_HALVES = (
    "上午|下午|中午|正午|晚間|晚上|凌晨|清晨|早上|早晨|傍晚|夜間|夜晚|夜裡|深夜|半夜|午夜|午後"
    "|晚|早"
)
_MINUTES = "(?:[二三四五]?十[一二三四五六七八九]?|[〇零][一二三四五六七八九])(?=[,。;、)~至到-]|$)"
# 5點共識 are points of a list, 下午5點共識會議 is none.
_NO_POINTS = "(?(half)|(?!(?:共識(?!營)|意見|結論|主張|訴求|原則|改進|承諾|倡議)))"
_TIME = pattern(
    rf"[ T]?(?:的|,)?[ ]?(?P<half>{_HALVES})?[ ]?"
    r"(?:(?P<h>2[0-4]|[01]?[0-9])[ ]?(?:(?::(?P<m>[0-5][0-9])(?::[0-5][0-9])?(?![0-9]))"
    rf"|[ ]?[點時]{_NO_POINTS}"
    r"(?:[ ]?(?P<m2>[0-5]?[0-9])[ ]?分(?!之)|(?P<half2>半)|(?P<k>[一三])刻|鐘|整)?"
    r"(?!間|數|代|期))"
    rf"|(?P<hc>[〇零一二三四五六七八九十兩]{{1,3}})[點時]{_NO_POINTS}"
    rf"(?:(?P<mc>[一二三四五六七八九十]{{1,3}})分(?!之)|(?P<mc2>{_MINUTES})"
    r"|(?P<half3>半)|(?P<k2>[一三])刻|鐘|整)?(?!間|數|代|期))"
)
_TO = pattern(r"[ ]?(?:至|到|~|-)(?=[ ]?[0-9上下中晚凌傍深兩一二三四五六七八九十])")
_WEEKDAY_SIGNS = frozenset(simplify(" (星週禮"))
_TIME_SIGNS = frozenset(
    simplify(" T的,上下中正晚凌清早傍夜深半午0123456789〇零一二三四五六七八九十兩")
)
_AFTERNOON = frozenset(simplify("下午 午後 傍晚").split())
_NIGHT = frozenset(simplify("晚間 晚上 夜間 夜晚 夜裡 深夜 半夜 午夜 晚").split())
# 今晚, 明早, 當晚: the date says which half of the day is meant.
_OWN_HALF = frozenset("晚早")
_SMALL_HOURS, _NOON, _MINUTES_OF_DAY = 5, 12, 24 * 60


def after_weekday(view: str, position: int, end: int) -> int:
    """Return where the text goes on behind a weekday such as （三） or 星期三."""
    if view[position : position + 1] not in _WEEKDAY_SIGNS:
        return position
    found = _WEEKDAY.match(view, position, end)
    return found.end() if found else position


def read_time(view: str, position: int, end: int) -> str | None:
    """Return the time of day that follows a date at ``position``, weekday or not, or None."""
    told = _behind(view, position, end)
    return told[0] if told else None


def after_time(view: str, position: int, end: int) -> int:
    """Return where the text goes on behind the weekday and the time of day that follow a date."""
    told = _behind(view, position, end)
    return told[1] if told else after_weekday(view, position, end)


def read_clock(view: str) -> str | None:
    """Return the time of day, or stretch of it, that is the whole text, or None.

    >>> read_clock("下午三点半"), read_clock("八点"), read_clock("晚上八点到十点")
    ('15:30', '08:00', '20:00-22:00')
    """
    told = _time_at(view, 0, len(view), "", is_alone=True)
    return told[0] if told and told[1] == len(view) else None


def _behind(view: str, position: int, end: int) -> tuple[str, int] | None:
    """Return the time of day behind a date and where it ends."""
    half = view[position - 1 : position]
    start = after_weekday(view, position, end)
    return _time_at(view, start, end, half if half in _OWN_HALF else "")


def _time_at(
    view: str, start: int, end: int, half: str, *, is_alone: bool = False
) -> tuple[str, int] | None:
    """Return a time of day or a stretch of it, and where it ends."""
    if view[start : start + 1] not in _TIME_SIGNS:
        return None
    found = _TIME.match(view, start, end)
    first = _clock(found, half, is_alone=is_alone) if found else None
    if found is None or first is None:
        return None
    link = _TO.match(view, found.end(), end)
    other = _TIME.match(view, link.end(), end) if link else None
    last = _clock(other, found["half"] or half, is_alone=is_alone) if other else None
    if other and last and last > first:
        return f"{first}-{last}", other.end()
    return first, found.end()


def _clock(found: re.Match[str], half: str, *, is_alone: bool) -> str | None:
    """Write the time of day as HH:MM; without 上午 or 下午 of its own it takes ``half``.

    A bare 三點 behind a date may be three points of a list.
    """
    groups = found.groupdict()
    hour = number(groups["h"] or groups["hc"])
    half = groups["half"] or half
    minute = number(groups["m"] or groups["m2"] or groups["mc"] or groups["mc2"])
    if groups["half2"] or groups["half3"]:
        minute = 30
    quarters = number(groups["k"] or groups["k2"])
    minute = 15 * quarters if quarters else minute
    if hour is None or hour * 60 + (minute or 0) > _MINUTES_OF_DAY:
        return None
    if not (is_alone or half or groups["h"] or minute):
        return None
    if half in _NIGHT and hour == _NOON and minute:
        return f"00:{minute:02d}"  # 晚上12點半
    return f"{_hour_of_day(hour, half):02d}:{minute or 0:02d}"


def _hour_of_day(hour: int, half: str) -> int:
    if half in _AFTERNOON:
        return hour + _NOON if hour < _NOON else hour
    if half in _NIGHT:
        return hour + _NOON if _SMALL_HOURS <= hour <= _NOON else hour
    if half == "中午":
        return hour + _NOON if hour < 3 else hour
    return 0 if half == "凌晨" and hour == _NOON else hour

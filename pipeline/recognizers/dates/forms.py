"""How dates are written: from a place in the folded text to the parts of one date.

Contract: `read_point` looks only between the given ends, in time bounded by a constant; years are
Gregorian in what it returns.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.dates import english, figures
from pipeline.recognizers.dates.distances import AGO, read_ago
from pipeline.recognizers.dates.figures import gregorian, is_short_year, number
from pipeline.recognizers.dates.lengths import is_length
from pipeline.recognizers.dates.patterns import (
    BIG_DAY,
    BRACKETED_MONTH,
    BRACKETED_YEAR,
    DAY,
    DECADE,
    MONTHED,
    NUMERIC,
    PART_OF_YEAR,
    REL_DAY,
    REL_MONTH,
    REL_YEAR,
    SAME_DAY,
    SIGNS,
    SOME_YEAR,
    WEEK,
    YEARED,
)
from pipeline.recognizers.dates.values import Point

# Q1:, Q2(, Q3 聽說…？: a question, where a line begins with it.
_ASKED = re.compile(r"(?:^|\n)[*#\s]{0,4}Q[1-4](?:[(:.、]|[ \u3000][^\n]{2,60}\?)")
_REL_YEARS = {"今": 0, "本": 0, "同": 0, "去": -1, "上": -1, "明": 1, "前": -2, "后": 2}
# Counted from the year told before, not from the day of the document.
_FROM_LAST = {"同": 0, "隔": 1, "翌": 1, "次": 1}
_REL_MONTHS = {
    "上上": -2,
    "下下": 2,
    "上": -1,
    "下": 1,
    "次": 1,
    "本": 0,
    "这": 0,
    "当": 0,
    "同": 0,
}
_REL_DAYS = {"今": 0, "昨": -1, "明": 1, "前": -2, "后": 2, "大前": -3, "大后": 3}
_REL_WEEKS = {"上上": -2, "上": -1, "下": 1, "下下": 2, "本": 0, "这": 0, "": 0}
_WEEKDAYS = {sign: index for index, sign in enumerate("一二三四五六日")} | {"天": 6}

Found = re.Match[str]


def _part(found: Found) -> str:
    if found.lastgroup in ("y", "rel"):
        return ""
    groups = found.groupdict()
    quarter = number(groups.get("q") or groups.get("q2"))
    if quarter:
        return f"Q{quarter}"
    if groups.get("half"):
        return "H1" if groups["half"] == "上" else "H2"
    if groups.get("season"):
        return groups["season"] or ""
    if groups.get("decade"):
        return "decade"
    if groups.get("school"):
        return "school"
    part = groups.get("mpart") or groups.get("ypart") or ""
    return part.removeprefix("月").replace("末", "底")


def _yeared(found: Found) -> Point | None:
    written = 1 if found["y"] == "元" else number(found["y"])
    if written is None:
        return None
    year, calendar = gregorian(written, era=(found["era"] or "").strip())
    if found["era"] is None and is_short_year(found["y"]):
        year, calendar = written + 2000, "gregorian"
    start, end = found.span()
    inner = None
    if found["decade"]:
        end = found.end("decade")
        if found["era"] is None and written < 100:
            start, century = figures.century_before(found.string, start)
            year, calendar = written + century, "gregorian"
            inner = (found.start(), end) if start < found.start() else None
    if not 1000 <= year <= 2999:
        return None
    return Point(
        start,
        end,
        "year",
        year,
        1 if found["newyear"] else number(found["m"]),
        1 if found["newyear"] else number(found["d"]),
        _part(found),
        calendar=calendar,
        inner=inner,
    )


# 大前年, 市府大前年, 市長大前年; but 擴大|前年, 台大|前年, 長大|後年.
_ALONE = "(?<![\u3400-\u9fff])|(?<=[在從自比到於和與是他她我們府局處會司])"
_BIG = pattern(f"(?:{_ALONE}|(?<=[市縣局處部院校會]長))大$")


def _relative_year(found: Found) -> Point | None:
    month, day = (1, 1) if found["newyear"] else (number(found["m"]), number(found["d"]))
    written = number(found["y"])
    if written is not None:
        year, calendar = gregorian(written)
        inner = None if month or _part(found) else found.span("y")
        return Point(
            *found.span(), "year", year, month, day, _part(found), calendar=calendar, inner=inner
        )
    start, shift = found.start(), _REL_YEARS.get(found["rel"], 1)
    if abs(shift) == 2 and _BIG.search(found.string, max(0, start - 2), start):
        start, shift = start - 1, shift + shift // 2
    return Point(
        start,
        found.end(),
        "relative year",
        None,
        month,
        day,
        _part(found),
        "year",
        shift,
        follows=found["rel"] in _FROM_LAST,
        is_relative=month is None,
        inner=(found.start("m"), found.end()) if found["m"] else None,
    )


def _numeric(found: Found) -> Point | None:
    groups = found.groupdict()
    written = number(groups["y"] or groups["y2"] or groups["y3"])
    month = number(groups["m"] or groups["m2"] or groups["m3"] or groups["m4"] or groups["m5"])
    day = number(groups["d"] or groups["d3"])
    if written is None or not month or month > 12 or (day is not None and day > 31):
        return None
    year, calendar = gregorian(written, era=groups["era"] or "")
    return Point(*found.span(), "numeric", year, month, day, calendar=calendar)


def _month_day(found: Found) -> Point | None:
    month = number(found["m"])
    groups = found.groupdict()
    if not month or month > 12:
        return None
    return Point(*found.span(), "month", None, month, number(groups.get("d")), _part(found))


def _relative_month(found: Found) -> Point | None:
    month, day = number(found["m"]), number(found["d"])
    return Point(
        *found.span(),
        "relative month",
        None,
        month,
        day,
        _part(found),
        "month",
        _REL_MONTHS[found["rel"]],
        is_relative=month is None and day is None,
        inner=(found.start("d"), found.end()) if day else None,
    )


def _bracketed_month(found: Found) -> Point | None:
    return Point(*found.span(), "month", None, number(found["m"]))


def _day(found: Found) -> Point | None:
    if is_length(found.string, found.start(), found.end()):
        return None
    return Point(*found.span(), "day", day=number(found[found.lastgroup or "d"]))


def _relative_day(found: Found) -> Point | None:
    day, shift = number(found["d"]), _REL_DAYS[found["rel"]]
    return Point(
        *found.span(), "relative day", None, None, day, "", "day", shift, is_relative=day is None
    )


def _week(found: Found) -> Point | None:
    rel = found["rel"] if found["w"] else found["rel2"]
    weekday = _WEEKDAYS[found["w"]] if found["w"] else None
    shift, part = _REL_WEEKS[rel], found["wend"] or ""
    return Point(
        *found.span(), "week", None, None, None, part, "week", shift, weekday, is_relative=True
    )


def _part_of_year(found: Found) -> Point | None:
    if found["q2"] and _ASKED.search(found.string, max(0, found.start() - 5), found.end() + 64):
        return None
    return Point(
        *found.span(),
        "part of year",
        part=_part(found),
        is_relative=found["ypart"] is not None or found["half"] is not None,
    )


Reader = tuple[re.Pattern[str], Callable[[Found], Point | None]]
_ERAS = "民中西公明大昭平令"
_LIST = "、及和與至到~-"
_ENGLISH = "JFMASOND"
# Ways to begin with figures, and the signs that may follow these (behind a blank); all if empty.
_BY_FIGURE: tuple[tuple[str, Reader], ...] = (
    ("-/.", (NUMERIC, _numeric)),
    ("/", (figures.SLASH, figures.read_slash)),
    ("/", (figures.TOLD_MONTH, figures.read_minguo_month)),
    ("年個週天日", (AGO, read_ago)),
    (f"年學{SIGNS}百", (YEARED, _yeared)),
    (_LIST, (DECADE, figures.read_decade)),
    (f"月{_LIST}", (MONTHED, _month_day)),
    (_LIST, (figures.LISTED_YEAR, figures.read_listed_year)),
    (f"日{_LIST}", (DAY, _day)),
    (")", (BRACKETED_MONTH, _bracketed_month)),
    (")", (BRACKETED_YEAR, figures.read_listed_year)),
    ("幾X", (SOME_YEAR, figures.read_some_year)),
    ("-/.", (english.SLASHED, english.read_slashed)),
    (f"{_ENGLISH}snrtoa&-~", (english.DAY_MONTH, english.read_day_month)),
    (_ENGLISH, (english.YEAR_MONTH, english.read_day_month)),
    ("QH/-", (figures.YEAR_PART, figures.read_year_part)),
)
# Seven and more figures.
_BY_MANY_FIGURES: tuple[Reader, ...] = (
    (figures.COMPACT, figures.read_compact),
    (figures.CLOSING, figures.read_closing),
)
# Ways to begin with Chinese signs, and the signs that may follow these.
_BY_SIGN: tuple[tuple[str, Reader], ...] = (
    ("年個週天日", (AGO, read_ago)),
    ("年學", (YEARED, _yeared)),
    (f"月{_LIST}", (MONTHED, _month_day)),
    ("日", (BIG_DAY, _day)),
    ("幾X", (SOME_YEAR, figures.read_some_year)),
)
# Ways to begin with a word, and the signs that may begin it.
_BY_WORD: tuple[tuple[str, Reader], ...] = (
    (_ERAS, (NUMERIC, _numeric)),
    (f"{_ERAS}元百", (YEARED, _yeared)),
    ("元", (MONTHED, _month_day)),
    ("今去上明前後同隔翌次本", (REL_YEAR, _relative_year)),
    ("上下本這當同次", (REL_MONTH, _relative_month)),
    ("當同本", (SAME_DAY, _day)),
    ("今昨明前後大", (REL_DAY, _relative_day)),
    ("上下本這週星禮", (WEEK, _week)),
    ("第Q上下年", (PART_OF_YEAR, _part_of_year)),
    ("半百", (AGO, read_ago)),
    (_ENGLISH, (english.MONTH_DAY, english.read_day_month)),
    (_ENGLISH, (english.MONTH_YEAR, english.read_day_month)),
)


def _by_sign(readers: tuple[tuple[str, Reader], ...]) -> dict[str, tuple[Reader, ...]]:
    """Return the readers to try, in order, by the sign that tells them."""
    known = simplify("".join(signs for signs, _ in readers))
    return {
        sign: tuple(reader for signs, reader in readers if sign in simplify(signs))
        for sign in known
    }


_FIGURE_READERS, _SIGN_READERS = _by_sign(_BY_FIGURE), _by_sign(_BY_SIGN)
_WORD_READERS = _by_sign(_BY_WORD)
_AFTER_FIGURES = re.compile("[0-9]+[ ]?(.?)", re.DOTALL)
_AFTER_SIGNS = re.compile(f"[0-9百{SIGNS}]+[ ]?(.?)", re.DOTALL)


def read_point(view: str, position: int, end: int) -> Point | None:
    """Return the parts of the date that begins at ``position`` of the folded text, or None."""
    first = view[position]
    after = _AFTER_FIGURES.match(view, position, end)
    if after:
        is_long = view[position : position + 7].isdecimal()
        readers = _BY_MANY_FIGURES if is_long else _FIGURE_READERS.get(after[1], ())
    elif first in SIGNS:
        after = _AFTER_SIGNS.match(view, position, end)
        readers = _SIGN_READERS.get(after[1], ()) if after else ()
    else:
        readers = _WORD_READERS.get(first, ())
    for form, build in readers:
        found = form.match(view, position, end)
        if found:
            point = build(found)
            if point:
                return point
    return None

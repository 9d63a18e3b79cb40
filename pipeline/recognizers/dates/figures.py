"""Dates written in figures alone, and the numbers of dates: 3/24, 2024Q2, 20210324, 110/03.

Contract: every pattern looks at a bounded number of characters of the folded view.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import gcd

from pipeline.language.calendar import from_minguo
from pipeline.language.numerals import parse_view
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.dates.values import Point

Found = re.Match[str]
SLASH = pattern(
    r"(?<![0-9A-Za-z/+$])(?<![0-9A-Za-z]\.)(?<![A-Za-z]-)"
    r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])"
    r"(?![0-9/+.%A-Za-z]|以上|以下|強|弱|[個人杯片公])"
)
# 109、110年度: the year of all stands behind the last.
_LISTED = "(?:(?:19|20)[0-9]{2}|1[0-4][0-9]|[89][0-9])"
LISTED_YEAR = pattern(
    rf"(?<![0-9.])(?P<y>{_LISTED})(?=(?:[ ]?[、及和與][ ]?{_LISTED}){{1,6}}[ ]?年"
    r"(?![級輕齡金紀]))"
)
# 2024Q2, 2024H1
YEAR_PART = pattern("(?P<y>(?:19|20)[0-9]{2})[ /-]?(?:Q(?P<q>[1-4])|H(?P<h>[12]))(?![A-Za-z0-9])")
# 20210324
COMPACT = pattern(
    "(?<![0-9A-Za-z.第號字-])(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])"
    "(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z])"
)
# （編輯：王大明）1100512: how news agencies close a report.
CLOSING = pattern(
    r"(?<=\))(?P<y>1[0-4][0-9]|0[89][0-9])(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])"
    r"(?=[ ]*(?:\n|$))"
)
# Alone in a cell.
MINGUO_MONTH = pattern("(?P<y>1[0-4][0-9]|[6-9][0-9])[./](?P<m>0[1-9]|1[0-2])")
# 原訂110/09簽署: behind a word of time; 110/90 is a blood pressure.
TOLD_MONTH = pattern(
    r"(?<=[訂定於在自至到從期年月迄~])(?P<y>1[0-4][0-9])/(?P<m>0[1-9]|1[0-2])(?![0-9/.%A-Za-z])"
)
# Alone in a cell of a column of dates.
_CELL_YEAR = pattern(r"(?P<y>(?:19|20)[0-9]{2})")
# 58 below 年度, 締結年: a year of the Republic.
_CELL_MINGUO = pattern("(?P<y>[3-9][0-9]|1[0-4][0-9])")
_OF_YEARS = pattern("年(?:度|份)?(?:[ ]?[(][^()]{0,6}[)])?$")
_SHARE = pattern(
    "(?:(?:比[例率]|機率)為?|率達?|省下|縮減|減少|降低|剩下|其中|不足|[佔占]了?|率|[約逾近]|超過|至少|不到|少了?|剩|僅有?|只有?"
    "|過|[中裡內]有)[ ]?$"
)
_OF = pattern("[ ]?的(?![會活場說典座論行首開閉發記展])")
# What tells that figures which may be a share are a day: beside it stand words of time.
_ON = pattern(
    r"(?:(?:^|\n)[^\u4e00-\u9fff]{0,3}|[於至到自從在年(~起訖迄止昨今明及和與、-]|日期|時間"
    r"|日程|截止|即日|定|訂|改期|延至|延後|提前)[ ]?[(:]?[ ]?$"
)
_AT = pattern(
    r"[ ]?(?:\(?[ ]?(?:星期|週|禮拜)?[一二三四五六日][ ]?\)|星期|週[一二三四五六日]|禮拜"
    r"|[0-2]?[0-9][:點時]|[上下中]午|[早晚]上?[ 場間]?|凌晨|當[天日晚]|起|止|截止|[以之]?前"
    r"|[以之]?後(?!續)|場"
    r"|[~至到、-][ ]?[0-9]|舉[行辦]|開[始幕跑放]|登場|召開|出發|到訪|抵|發布|生效|實施|上路"
    r"|更新|公[布告]|報名"
    r"|[\u4e00-\u9fff]{0,3}場|線上|第[一二三四1-9][天日場]|[(:])"
)
# 二十世紀九十年代, 上世紀六、七十年代
_CENTURY = pattern(
    "(?P<c>1[0-9]|2[01]|十[一二三四五六七八九]|二十一?|(?P<rel>[上本]))個?世紀[ ]?的?[ ]?$"
)
_CENTURY_ENDS = frozenset(simplify("紀的 "))
_JAPANESE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}


@lru_cache(maxsize=4096)
def number(text: str | None) -> int | None:
    """Return a whole number written in figures or Chinese signs, or None."""
    if text == "元":
        return 1
    value = parse_view(text) if text else None
    return int(value) if value is not None else None


def is_short_year(written: str) -> bool:
    """Whether a year is written with its last two signs alone: 08, 〇四."""
    return len(written) == 2 and written[0] in "0〇零"


def gregorian(year: int, *, era: str = "", is_bare: bool = False) -> tuple[int, str]:
    """Return the Gregorian year and the calendar written."""
    if era in _JAPANESE:
        return _JAPANESE[era] + year, "gregorian"
    if "民国" in era or (year < 200 and not is_bare):
        return from_minguo(year), "minguo"
    return year, "gregorian"


def century_before(view: str, start: int) -> tuple[int, int]:
    """Return where a decade that is written with its century begins, and the century's first year.

    Without one it is the twentieth.
    """
    if view[start - 1 : start] not in _CENTURY_ENDS:
        return start, 1900
    found = _CENTURY.search(view, max(0, start - 8), start)
    if found is None:
        return start, 1900
    rank = (20 if found["rel"] == "上" else 21) if found["rel"] else number(found["c"]) or 20
    return found.start(), 100 * (rank - 1)


def read_slash(found: Found) -> Point | None:
    """3/24, but no fraction: 佔3/4, 1/2的學校."""
    view, month, day = found.string, int(found["m"]), int(found["d"])
    if _SHARE.search(view, max(0, found.start() - 4), found.start()):
        return None
    # 1/3的市民, 傳統方式的1/3
    of = view[found.start() - 1 : found.start()] == "的" or _OF.match(view, found.end())
    if month < day <= 5 and of:
        return None
    is_padded = "0" in (view[found.start()], view[found.start("d")])
    is_share = month < day <= 10 and gcd(month, day) == 1 and not is_padded
    if is_share and not (
        _AT.match(view, found.end()) or _ON.search(view, max(0, found.start() - 5), found.start())
    ):
        return None
    return Point(*found.span(), "month", None, month, day)


def read_closing(found: Found) -> Point:
    """1100512 behind the editor's name."""
    year, calendar = gregorian(int(found["y"]))
    return Point(
        *found.span(), "numeric", year, int(found["m"]), int(found["d"]), calendar=calendar
    )


def read_listed_year(found: Found) -> Point:
    """109 of 109、110年度."""
    year, calendar = gregorian(int(found["y"]))
    return Point(*found.span(), "year", year, calendar=calendar)


def read_year_part(found: Found) -> Point:
    """2024Q2, 2024H1."""
    part = f"Q{found['q']}" if found["q"] else f"H{found['h']}"
    return Point(*found.span(), "year and part", int(found["y"]), part=part)


def read_minguo_month(found: Found) -> Point:
    """110/03, alone in a cell."""
    year, calendar = gregorian(int(found["y"]))
    return Point(*found.span(), "numeric", year, int(found["m"]), calendar=calendar)


def read_compact(found: Found) -> Point:
    """20210324."""
    return Point(*found.span(), "numeric", int(found["y"]), int(found["m"]), int(found["d"]))


def read_decade(found: Found) -> Point:
    """60 of 60、70年代."""
    year = number(found["y"]) or 0
    return Point(*found.span(), "year", year + 1900 if year < 100 else year, part="decade")


def read_some_year(found: Found) -> Point:
    """199幾年: a year of the decade."""
    return Point(*found.span(), "year", (number(found["y"]) or 0) * 10, part="decade")


def read_cell_year(
    view: str, cell: tuple[int, int], header: tuple[int, int] | None
) -> Point | None:
    """Return the year that fills a cell of a column of dates: 1985, and 74 below 年度."""
    found = _CELL_YEAR.fullmatch(view, *cell)
    if found:
        return Point(*cell, "bare year", int(found["y"]))
    minguo = _CELL_MINGUO.fullmatch(view, *cell)
    if minguo is None or header is None or not _OF_YEARS.search(view, *header):
        return None
    year, calendar = gregorian(int(minguo["y"]))
    return Point(*cell, "year", year, calendar=calendar)

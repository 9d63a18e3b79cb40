"""Holidays and festivals by name: the day they fall on in a year.

Contract: names are given as they are written, since 教師節 and 教师节 are not the same day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from pipeline.language.lunar import clear_and_bright, to_solar
from pipeline.language.views import fold, simplify

_SUNDAY, _THURSDAY = 6, 3


def weekday_of_month(year: int, month: int, nth: int, weekday: int) -> date | None:
    """Return the nth Monday (0) to Sunday (6) of a month, or None if it has none.

    The last year that dates can have is none, either.

    >>> weekday_of_month(2022, 5, 2, 6)
    datetime.date(2022, 5, 8)
    """
    if not MINYEAR <= year < MAXYEAR:
        return None
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None


def _eve(year: int) -> date | None:
    first = to_solar(year, 1, 1)
    return first - timedelta(days=1) if first else None


def _of_moon(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: to_solar(year, month, day)


def _of_sun(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: date(year, month, day)


def _of_week(month: int, nth: int, weekday: int) -> Callable[[int], date | None]:
    return lambda year: weekday_of_month(year, month, nth, weekday)


_COMMON: tuple[tuple[str, Callable[[int], date | None]], ...] = (
    ("元旦 元旦節 新年", _of_sun(1, 1)),
    ("情人節 西洋情人節", _of_sun(2, 14)),
    ("二二八 二二八和平紀念日 228和平紀念日 和平紀念日", _of_sun(2, 28)),
    ("婦女節 三八 三八婦女節 國際婦女節 三八節", _of_sun(3, 8)),
    ("植樹節", _of_sun(3, 12)),
    ("愚人節", _of_sun(4, 1)),
    ("世界地球日 地球日", _of_sun(4, 22)),
    ("勞動節 五一勞動節 五一 國際勞動節", _of_sun(5, 1)),
    ("五四青年節", _of_sun(5, 4)),
    ("護士節 國際護士節", _of_sun(5, 12)),
    ("六一兒童節 六一 國際兒童節", _of_sun(6, 1)),
    ("世界環境日", _of_sun(6, 5)),
    ("建黨節 七一", _of_sun(7, 1)),
    ("建軍節 八一建軍節", _of_sun(8, 1)),
    ("十一國慶節 十一國慶", _of_sun(10, 1)),
    ("雙十節 雙十國慶 雙十國慶日 雙十", _of_sun(10, 10)),
    ("臺灣光復節 台灣光復節", _of_sun(10, 25)),
    ("萬聖節", _of_sun(10, 31)),
    ("光棍節 雙十一", _of_sun(11, 11)),
    ("行憲紀念日", _of_sun(12, 25)),
    ("平安夜 聖誕夜", _of_sun(12, 24)),
    ("聖誕節 聖誕", _of_sun(12, 25)),
    ("跨年夜 跨年", _of_sun(12, 31)),
    ("清明節 清明 民族掃墓節", clear_and_bright),
    ("母親節", _of_week(5, 2, _SUNDAY)),
    ("感恩節", _of_week(11, 4, _THURSDAY)),
    ("春節 大年初一 農曆新年 農曆年 舊曆年 農曆春節 中國新年", _of_moon(1, 1)),
    ("除夕 除夕夜 大年夜 年三十 大年三十", _eve),
    ("元宵節 元宵 上元節", _of_moon(1, 15)),
    ("端午節 端午 龍舟節", _of_moon(5, 5)),
    ("七夕 七夕情人節 七夕節", _of_moon(7, 7)),
    ("中元節 中元", _of_moon(7, 15)),
    ("中秋節 中秋", _of_moon(8, 15)),
    ("重陽節 重陽", _of_moon(9, 9)),
    ("臘八節 臘八", lambda year: to_solar(year - 1, 12, 8)),
)
# What Taiwan and the mainland keep on different days, told by the script.
_TAIWAN: tuple[tuple[str, Callable[[int], date | None]], ...] = (
    ("兒童節", _of_sun(4, 4)),
    ("青年節", _of_sun(3, 29)),
    ("父親節 爸爸節", _of_sun(8, 8)),
    ("軍人節", _of_sun(9, 3)),
    ("教師節", _of_sun(9, 28)),
    ("國慶日 國慶節 國慶", _of_sun(10, 10)),
)
_MAINLAND: tuple[tuple[str, Callable[[int], date | None]], ...] = (
    ("儿童节", _of_sun(6, 1)),
    ("青年节", _of_sun(5, 4)),
    ("父亲节", _of_week(6, 3, _SUNDAY)),
    ("教师节", _of_sun(9, 10)),
    ("国庆日 国庆节 国庆", _of_sun(10, 1)),
)
_DAYS = {
    name: rule
    for named, as_written in ((_COMMON, False), (_TAIWAN, True), (_MAINLAND, True))
    for names, rule in named
    for name in (names if as_written else simplify(names)).split()
}


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday of a year, or None if ``name`` is none.

    >>> holiday("中秋節", 2022), holiday("教師節", 2022), holiday("教师节", 2022)
    (datetime.date(2022, 9, 10), datetime.date(2022, 9, 28), datetime.date(2022, 9, 10))
    """
    rule = _DAYS.get(name) or _DAYS.get(fold(name))
    return rule(year) if rule and 1901 <= year <= 2099 else None

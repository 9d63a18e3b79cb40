"""Days, periods and the calendars of Taiwan: what a written date means.

Contract: pure functions of their arguments; nothing is guessed, an impossible date gives None.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from pipeline.language.numerals import parse
from pipeline.language.views import fold, pattern

# Minguo year 1 is 1912; the calendar is written with up to three digits.
_MINGUO_OFFSET = 1911
_FIRST_YEAR, _LAST_YEAR = 1000, 2999

# First month of each season as it is used in plans and reports.
SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
Period = tuple[date, date]


def from_minguo(year: int) -> int:
    """Return the Gregorian year of a year of the Republic.

    >>> from_minguo(110)
    2021
    """
    return year + _MINGUO_OFFSET


def month_named(name: str) -> int:
    """Return the month of an English name or its abbreviation.

    >>> month_named("March"), month_named("Sept")
    (3, 9)
    """
    return MONTHS.index(name[:3].lower()) + 1


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if there is no such day.

    >>> make_day(2023, 2, 29) is None
    True
    """
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def month_of(year: int, month: int, length: int = 1) -> Period | None:
    """Return first and last day of a month, or of ``length`` months from it on.

    >>> month_of(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    first = make_day(year, month, 1)
    index = year * 12 + month - 1 + length
    after = make_day(index // 12, index % 12 + 1, 1)
    if first is None or after is None:
        return None
    return first, after - timedelta(days=1)


def year_of(year: int) -> Period | None:
    """Return first and last day of a year."""
    return month_of(year, 1, 12)


def quarter_of(year: int, quarter: int) -> Period | None:
    """Return first and last day of a quarter, 1 to 4."""
    return month_of(year, 3 * quarter - 2, 3) if 1 <= quarter <= 4 else None


def half_of(year: int, half: int) -> Period | None:
    """Return first and last day of a half year, 1 or 2."""
    return month_of(year, 6 * half - 5, 6) if half in (1, 2) else None


def season_of(year: int, season: str) -> Period | None:
    """Return first and last day of ``春``, ``夏``, ``秋`` or ``冬``; winter ends in the next year.

    >>> season_of(2021, "冬")
    (datetime.date(2021, 12, 1), datetime.date(2022, 2, 28))
    """
    month = SEASONS.get(season)
    return month_of(year, month, 3) if month else None


def decade_of(first_year: int) -> Period | None:
    """Return first and last day of the ten years from ``first_year`` on."""
    return month_of(first_year, 1, 120)


def week_of(day: date, weeks: int = 0) -> Period:
    """Return Monday and Sunday of the week of ``day``, ``weeks`` later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Return year and month that lie ``months`` after those of ``day``.

    >>> shift_month(date(2022, 1, 15), -1)
    (2021, 12)
    """
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def nearest(month: int, day: int, anchor: date) -> date | None:
    """Return the day of that month and day nearest to ``anchor``.

    >>> nearest(12, 30, date(2022, 1, 5))
    datetime.date(2021, 12, 30)
    """
    days = [make_day(anchor.year + step, month, day) for step in (-1, 0, 1)]
    return min(
        (found for found in days if found), key=lambda found: abs(found - anchor), default=None
    )


_NAMED_YEAR = pattern(r"(?<![0-9.,/-])(?P<year>(?:19|20)\d{2})(?![0-9,/-]|\.\d|\s?[元人%])")
_MINGUO_YEAR = pattern(
    "民國 ?(?P<y>[1-9][0-9]{1,2})年|(?:^|(?<=[^0-9.,/-]))(?P<y2>1[0-4][0-9])年"
    "(?:度|(?=[1-9第]|[一-鿿]{0,20}[會展壇]))"
)
# 2034年完工通車, 邁向2035碳中和, 2030願景: the year of a goal, whenever the text is from.
_GOAL_BEFORE = pattern(
    "(?:邁向|迎向|前進|挑戰|瞄準|力?[拚拼]|衝刺|目標|到|至|願景|(?i:by|vision|towards?))[ ]?$"
)
_GOAL_BEHIND = pattern(
    "[ ]?年?底?(?:[之以]?前(?![瞻進往年夕])|淨零|碳中和|零碳|零排|[低減]碳|減[排塑]|達[標成]"
    "|完工|竣工|通車|落成|碳|禁[售用止]|[綠再]能|[\u4e00-\u9fff]{0,6}(?:願景|目標|藍圖|路徑|全面))"
)
_TAKES_PLACE = pattern(
    "[ ]?年?(?:[^,。;:!?\n]{0,12}(?:展|論壇|會|週|節)|全面"
    "|[^,。;:!?\n]{0,8}(?:登場|開幕|開打|舉行))"
)
_ROUND = frozenset(str(year) for year in range(2030, 2101, 5))
_SHORT = pattern(r"(?<![\d/.])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])")
# A year sign by sign, or counted behind 民國; months and days; a year at the head of a name.
_NUMERAL = pattern(
    "(?<![〇零一二三四五六七八九十百千])(?:[一二][〇零一九][〇零一二三四五六七八九]{1,2}(?=年)"
    "|二[〇零][〇零一二三四五六七八九]{2}(?![〇零一二三四五六七八九十百千])"
    "|(?<=民國)(?:[〇零一二三四五六七八九十百]{2,5}|元)(?=年)"
    "|(?<=年)(?:十[一二]?|[一二三四五六七八九]|元)(?=月)"
    "|(?<=月)[一二三四五六七八九十廿卅]{1,3}(?=日))"
)


def title_date(title: str) -> date | None:
    """Return the day that a title with a year and a month/day in brackets names, or None.

    >>> title_date("2022 友好城市首長視訊會議（9/21）發言紀要")
    datetime.date(2022, 9, 21)
    """
    view = fold(title)
    year, day = title_year(view), _SHORT.search(view)
    if year is None or day is None:
        return None
    return make_day(year, int(day["month"]), int(day["day"]))


def title_year(title: str) -> int | None:
    """Return the first year from 1900 to 2099 that is written in ``title``, or None.

    The year of a goal is none of the text.

    >>> title_year("二○二四智慧城市展"), title_year("113年度智慧城市首長會議紀錄")
    (2024, 2024)
    >>> title_year("捷運藍線動工　2034年完工通車"), title_year("2050淨零城市展 2025年登場")
    (None, 2025)
    >>> title_year("2024淨零城市展"), title_year("2025年施政目標記者會")
    (2024, 2025)
    """
    view = figures(fold(title))
    named = _NAMED_YEAR.finditer(view)
    found = next((year for year in named if not is_goal(view, *year.span())), None)
    minguo = None if found else _MINGUO_YEAR.search(view)
    if minguo:
        return from_minguo(int(minguo["y"] or minguo["y2"]))
    return int(found["year"]) if found else None


def is_goal(view: str, start: int, end: int) -> bool:
    """Whether the year at ``start..end`` of a headline is that of a goal: 邁向2035碳中和."""
    before = _GOAL_BEFORE.search(view, max(0, start - 8), start)
    if before is None and _GOAL_BEHIND.match(view, end) is None:
        return False
    # 2024淨零城市展, 2024年市政願景發表會: what takes place in a year is no goal of it.
    return view[start:end] in _ROUND or _TAKES_PLACE.match(view, end) is None


def figures(view: str) -> str:
    """Return folded text with the Chinese numerals of its dates in figures; lengths change.

    >>> figures(fold("中華民國一一○年十月二十六日"))
    '中华民国110年10月26日'
    """
    return _NUMERAL.sub(_figure, view)


def _figure(found: re.Match[str]) -> str:
    value = 1 if found[0] == "元" else parse(found[0])
    return found[0] if value is None else str(int(value))

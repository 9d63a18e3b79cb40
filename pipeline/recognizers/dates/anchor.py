"""Find the day or year that partial and relative dates of a document are resolved against.

Contract: what the document says of itself comes first, then its title, then the first full date
its text tells; nothing else is guessed.
"""

from __future__ import annotations

import re

from pipeline.language import calendar
from pipeline.language.days import days_in
from pipeline.language.views import pattern, scanner
from pipeline.recognizers.dates.values import Anchor
from pipeline.recognizers.page import Page

_HEAD = 600
# The first month or day with its year, at the beginning of the text.
_OPENING = 300
# 2023年智慧城市展: the year of the event the text is about.
_OF_EVENT = pattern(
    "(?<![0-9])(?P<y>20[0-9]{2})[ ]?(?:年|年度)?[ ]?[\u4e00-\u9fffA-Za-z]{2,16}?"
    "(?:展|論壇|峰會|會議|大會|年會|博覽會|對話會|座談會)"
)
# What is said in such a text is said on the day of the meeting, whenever it was published.
_RECORD = pattern("摘要|紀要|記要|紀錄|記錄|逐字稿|實錄|發言|談話|速記")
_DATED = pattern(
    r"(?<![0-9./-])(?:(?:中華)?民國[ ]?)?(?P<y>(?:19|20)[0-9]{2}|1[0-4][0-9]|[8-9][0-9])(?:"
    r"[ ]?年[ ]?(?:1[0-2]|0?[1-9])[ ]?月"
    r"|(?P<s>[-/.])(?:1[0-2]|0?[1-9])(?P=s)(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]))"
)
# A year written sign by sign, so that the text is worth turning into figures.
_SIGNS = pattern(
    "[一二][〇零一九][〇零一二三四五六七八九]{1,2}年|民國[〇零一二三四五六七八九十百]{2,5}年"
)
# 自110年4月通車以來: long before the text.
_SINCE = pattern("(?:自|從|早在|始於|源自)(?:[中華民國 ]{2,5})?$")
_LASTS = pattern("[^,。;]{0,16}(?:以來|至今|迄今)")
_BEGINS = scanner("民國|中華民|(?<![0-9./-])[0-9]{2,4}[ ]?[年/.-][ ]?[0-9]")
_UP_TO = pattern("(?:截至|截止|計至|統計至|累計至)[^,。;]{0,2}$")
# Days far from these years are slips, and arithmetic on them would leave the calendar.
_EARLIEST, _LATEST = 1000, 9000


def find_anchor(page: Page) -> Anchor:
    """Return what partial dates of the page are resolved against.

    The day that the title of a record of speeches names; the day of publication; else the date the
    document itself says it is from; else the date in its title; else the year in it; else the first
    full date its opening tells, or the year of the first in the text.
    """
    # A site's frame above the text tells nothing of it.
    view = page.view[page.pieces[0].start :] if page.pieces else page.view
    title = next((line for line in view[:_HEAD].split("\n") if line.strip()), "")[:120]
    held = calendar.title_date(title) if _RECORD.search(title) else None
    if held:
        return Anchor("title", held, held.year)
    if page.published_on and _EARLIEST <= page.published_on.year <= _LATEST:
        return Anchor("published_on", page.published_on, page.published_on.year)
    day = calendar.title_date(title)
    if day:
        return Anchor("title", day, day.year)
    year = calendar.title_year(title)
    told = _told(view)
    if year and told.year != year:
        return Anchor("title", None, year)
    return told if told.day or not year else Anchor("title", None, year)


def _told(view: str) -> Anchor:
    if _SIGNS.search(view):
        view = calendar.figures(view)
    told = next(days_in(view[:_OPENING]), None)
    if told:
        # 截至2023年12月31日 tells of days before it, none near it.
        is_sum = _UP_TO.search(view, max(0, told.start - 6), told.start) is not None
        return Anchor("text", None if is_sum else told.day, told.day.year)
    dated = (_DATED.match(view, begins.start()) for begins in _BEGINS.finditer(view))
    found = next((one for one in dated if one and not _is_long_ago(view, one)), None)
    if found is None:
        named = _OF_EVENT.search(view, 0, _OPENING)
        return Anchor("text", None, int(named["y"])) if named else Anchor()
    year = int(found["y"])
    if year < 200:
        year = calendar.from_minguo(year)
    return Anchor("text", None, year)


def _is_long_ago(view: str, dated: re.Match[str]) -> bool:
    """Whether a date only tells since when something lasts: 自110年4月通車以來."""
    low = max(0, dated.start() - 8)
    return (
        _SINCE.search(view, low, dated.start()) is not None
        and _LASTS.match(view, dated.end()) is not None
    )

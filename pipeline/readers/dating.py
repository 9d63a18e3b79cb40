"""Find the day a document was published, in its head and foot.

Contract: reads titles, by-lines, labelled lines and the opening of the first paragraph only, so
that dates told in the text are not taken; returns None rather than guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.language import views
from pipeline.language.calendar import figures, from_minguo, is_goal, make_day
from pipeline.language.days import days_in, first_day

_MONTH_DAY = views.pattern(
    r"(?<![\d/.-])(?P<month>\d{1,2})\s*(?:月|/)\s*(?P<day>\d{1,2})(?![\d/.%])\s*日?"
)
_YEAR = views.pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?!\d)|(?:民國\s*)(?P<minguo>\d{2,3})(?=\s*年)"
)
_LABEL = views.pattern(
    r"(?:首播|播出|發布|發佈|發稿|發文|上版|上架|刊登|公布|公告|上稿|張貼|出版|會議|開會|統計)?"
    r"(?:日期|時間)(?:\s*date)?\s*[:|]?\s*|首播\s*:\s*|(?:published|date)\s*:?\s*|統計至\s*",
    re.IGNORECASE,
)
# When a page was last changed tells when it was published if nothing else does.
_CHANGED = views.pattern(
    r"(?:更新|修改|異動|修訂|維護|列印|下載|瀏覽|檢視)(?:日期|時間)?\s*[:|]?"
    r"(?:\s*(?:西元|(?:中華)?民國)?\s*\d[\d/.年月日-]*)?"
)
# Around the day in a line of its own: 2022年11月24日（星期四）, （2026年3月18日上午9時
_RESTS = views.pattern(r"\s*(?:$|[(\[]?(?:星期|周|週|\s|[上下中]午|\d))")
_BEFORE = views.pattern(r"\s*(?:[(\[]\s*)?")
_ISSUER = views.pattern(r"(?:新聞稿|新聞|訊|報導)[\s:]*$")
_ISSUED = views.pattern(r"\s*(?:發布|發佈|發稿|訊|電|新聞稿)")
# Lines at the end that may tell the day; the last two may tell it after other words.
_FOOT, _SHORT = 8, 24
_BRACKET = views.pattern(r"\s*[(\[〔【].{0,40}?[)\]〕】]")
_FILED = views.pattern(
    r"\([^()\n]{0,24}(?:編輯|編譯|譯者|核稿)[^()\n]{1,30}\)\s*(?P<year>\d{3}|20\d{2})(?P<month>\d{2})(?P<day>\d{2})$"
)
_FILED_REACH, _MINGUO_YEARS = 80, 1911
_OPENING = views.pattern(r".{0,60}?(?:電訊|電\(|電\s|日電|訊|報導|讯)")


def find_published(head: Sequence[str], opening: str, foot: Sequence[str]) -> date | None:
    """Return the day of publication, None if neither head nor foot tells it.

    Args:
        head: titles and by-lines before the body, in order.
        opening: first paragraph of the body.
        foot: lines after the body.

    >>> find_published(["〔記者王大明／高雄報導〕2025-04-17"], "", [])
    datetime.date(2025, 4, 17)
    >>> find_published(["2022 首長會議（9/21）紀要"], "", [])
    datetime.date(2022, 9, 21)
    >>> find_published(["時　間：中華民國一一○年十月二十六日（星期二）"], "", [])
    datetime.date(2021, 10, 26)
    """
    lines = [_view(line) for line in head]
    first = _view(opening[:120])
    dateline = _dateline(first)
    return (
        next((day for line in (*lines, dateline) if (day := first_day(line))), None)
        or _labelled(first)
        or _of_foot(foot)
        or _with_year(lines, dateline, first)
    )


def find_changed(foot: Sequence[str], text: str) -> date | None:
    """Return the day a page was last changed, if the text tells no other year.

    Args:
        foot: lines after the body.
        text: the whole text, with the foot.

    >>> find_changed(["更新日期：113-09-05"], "市長今（5）日表示……\\n更新日期：113-09-05")
    datetime.date(2024, 9, 5)
    >>> find_changed(["更新日期：113-09-05"], "2019年首長會議\\n更新日期：113-09-05")
    """
    day = _of_foot(foot, changed=True)
    if day is None:
        return None
    years = _years([_CHANGED.sub("", _view(line)) for line in text.splitlines()])
    return day if not years or day.year in years else None


def find_filed(text: str) -> date | None:
    """Return the day that a wire story ends with, behind its editors: （編輯：王大明）1041118.

    >>> find_filed("博覽會19日閉幕。（編輯：王大明/李小華）1041118")
    datetime.date(2015, 11, 18)
    >>> find_filed("服務專線（02）1041118")
    >>> find_filed("聯絡電話（秘書處：王小姐）2221025")
    """
    found = _FILED.search(views.fold(text[-_FILED_REACH:].rstrip()))
    if found is None:
        return None
    year = int(found["year"])
    year = year if year > _MINGUO_YEARS else from_minguo(year)
    return make_day(year, int(found["month"]), int(found["day"]))


def _dateline(first: str) -> str:
    """Return what begins the first paragraph before its text: (新加坡讯 2025年8月6日)."""
    begins = [found[0] for form in (_OPENING, _BRACKET) if (found := form.match(first))]
    begins += [
        first[told.start : told.end]
        for told in days_in(first)
        if _ISSUED.match(first, told.end) or _ISSUER.search(first[: told.start])
    ]
    return max(begins, key=len, default="")


def _of_foot(foot: Sequence[str], *, changed: bool = False) -> date | None:
    """The day behind a label in the lines after the body, or alone in one of the last.

    Args:
        foot: the lines.
        changed: look at what tells when the page was last changed, and at nothing else.
    """
    seen = [_view(line) for text in foot for line in text.splitlines()]
    seen = [" ".join(_CHANGED.findall(v)) if changed else _CHANGED.sub("", v) for v in seen]
    ends = [view for view in seen if view.strip()]
    day = next((day for view in ends if (day := _labelled(view))), None)
    if day:
        return day
    ends = ends[-_FOOT:]
    for left, view in zip(range(len(ends), 0, -1), ends, strict=True):
        for told in days_in(view):
            if (left <= 2 and len(view.strip()) <= _SHORT) or (
                _BEFORE.fullmatch(view, 0, told.start) and _RESTS.match(view, told.end)
            ):
                return told.day
    return None


def _labelled(view: str) -> date | None:
    labels = _LABEL.finditer(view)
    days = (first_day(view[label.end() : label.end() + 20]) for label in labels)
    return next((day for day in days if day), None)


def _with_year(lines: Sequence[str], dateline: str, first: str) -> date | None:
    """A month and day of the head in the only year that is named there."""
    years = _years([*lines, first[:60]])
    if len(years) != 1:
        return None
    found = (
        make_day(years[0], int(one["month"]), int(one["day"]))
        for line in (dateline, *lines)
        for one in _MONTH_DAY.finditer(line)
    )
    return next((day for day in found if day), None)


def _view(line: str) -> str:
    return figures(views.fold(line))


def _years(views_: Sequence[str]) -> list[int]:
    """Return the different years named, in order, but for those of goals."""
    found: dict[int, None] = {}
    for view in views_:
        for match in _YEAR.finditer(view):
            if is_goal(view, *match.span()):
                continue
            year = int(match["year"] or 0) or from_minguo(int(match["minguo"]))
            found[year] = None
    return list(found)

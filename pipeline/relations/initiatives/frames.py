"""What heads a list or a column tells of the state of its items: 已完成事項, 目標年, 建議.

Contract: pure look-ups; asked only for mentions without a sign of their own.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.surroundings import Surroundings, column_of

_DONE = views.pattern(r"已完成|完成事項|結案|歷年成果|執行完畢|回顧")
_PLANNED = views.pattern(
    r"未來|下一?階段|下半年|明年|規劃中|規劃事項|預定|預計|目標年|承諾|後續工作|行動方案|待辦|籌備|即將|期程|完成年"
)
_PROMISED = views.pattern(r"目標年|承諾|預定完成|預計完成|期程|完成年|規劃事項|未來規劃")
_PROPOSED = views.pattern(r"建議|提案|倡議|待審|研議|構想|願望|許願|徵求")
_ORDER = ((_DONE, "done"), (_PROPOSED, "proposed"), (_PLANNED, "planned"))
# 期程: 2018–2022, 2020年起
_PERIOD = views.pattern("期程|期間|起訖|時程|年期|執行期")
_STANDING = views.pattern("現況|狀態|進度|階段|辦理情形|執行情形|執行狀況|狀況|(?i:status)")
_STANDS = (
    (views.pattern("研議|評估|構想|提案|待審|待議|討論|建議"), "proposed"),
    (
        views.pattern("尚未|未開|未動|規劃|規畫|籌備|籌設|招標|設計中|預計|預定|即將|待|準備"),
        "planned",
    ),
    (views.pattern("停辦|停用|停止|終止|下架|結束|退場|完工|完成|結案|竣工|驗收|裁撤"), "done"),
    (
        views.pattern("中$|中[(,、]|上線|上路|啟用|營運|推動|執行|實施|試辦|持續|進行|開放"),
        "ongoing",
    ),
)
_BRIEF = 16
_PAIR = 2
_LONGEST = 24
_LINES = 12
# The mark of a list item, by its kind.
_ITEM = re.compile(
    r"\s*(?:(?P<dot>[\u2022\u25cf\u25c6\u25a0\u25b6\u25cb\u203b*\u00b7-])|(?P<ring>[\u2460-\u2473])|(?P<level>\d{1,2}\.\d{1,2})"
    r"|(?P<letter>[A-Z]-?\d{1,2}\b|[A-Z][.)])|(?P<bracket>\(\s?[\d\u4e00-\u5341]{1,3}\s?\))|(?P<number>\d{1,2}[.)\u3001])"
    r"|(?P<han>[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,2}\u3001))"
)
# What is no heading: a sentence, or a labelled line of a letter (事由：返國後待辦事項). A number
# heads a part: 二、未來規劃：智慧交通.
_NO_HEADING = views.pattern(
    "[。;!?」]|^(?!(?:第?[一二三四五六七八九十壹貳參肆伍陸柒捌玖\\d]{1,3}[、.章節部]"
    "|\\([一二三四五六七八九十\\d]{1,2}\\)).)[^:]*:[ ]*[^ ]"
)


def find_frame(around: Surroundings, mention: Mention) -> str | None:
    """Return the status that the row's headers or the heading of the list give, or None."""
    doc = around.doc
    row = doc.enclosing(mention, "table_row")
    if row is not None:
        cells = [cell for cell in doc.children(row) if cell.header]
        for cell in cells:
            if _PERIOD.search(views.fold(cell.header or "")):
                told = _by_period(around, cell)
                if told is not None:
                    return told
        for cell in cells:
            told = _by_standing(around, cell)
            if told is not None:
                return told
        # A promise beside what somebody tells is told of something else: 發言 | 承諾.
        own = [cell for cell in cells if cell.start <= mention.start < cell.end]
        tells = own and column_of(own[0]) == "content"
        headers = " ".join(cell.header or "" for cell in (own if tells else cells))
        return "planned" if _PROMISED.search(views.fold(headers)) else None
    low, high = around.line(mention.start)
    mark = _ITEM.match(doc.view, low, high)
    if mark is None:
        return None
    for _ in range(_LINES):
        if low <= 0:
            return None
        first, last = around.line(low - 1)
        line = doc.view[first:last].strip()
        item = _ITEM.match(line)
        is_beside = item is not None and item.lastgroup == mark.lastgroup
        if line and not is_beside and len(line) <= _LONGEST and not _NO_HEADING.search(line):
            return _told(line)
        low = first
    return None


def _by_standing(around: Surroundings, cell: Segment) -> str | None:
    """Return what a cell of a column 現況, 進度 tells in a few words: 營運中, 已停辦."""
    text = around.doc.view[cell.start : cell.end].strip()
    if len(text) > _BRIEF or not _STANDING.search(views.fold(cell.header or "")):
        return None
    return next((status for pattern, status in _STANDS if pattern.search(text)), None)


def _by_period(around: Surroundings, cell: Segment) -> str | None:
    """Return what the first and last day of a period tell on the day of the document."""
    doc = around.doc
    today = doc.document.published_on
    rows = [doc.dates.get(date.mention_id) for date in doc.kept_in(cell.start, cell.end, "DATE")]
    starts = [row.start_date for row in rows if row is not None and row.start_date]
    ends = [row.end_date for row in rows if row is not None and row.end_date]
    if today is None or not starts:
        return None
    if min(starts) > today:
        return "planned"
    is_open = len(starts) < _PAIR and not any(row is not None and row.is_range for row in rows)
    return "done" if ends and max(ends) < today and not is_open else "ongoing"


def _told(head: str) -> str | None:
    return next((status for pattern, status in _ORDER if pattern.search(head)), None)

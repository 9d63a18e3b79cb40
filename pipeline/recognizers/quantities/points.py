"""Tell the points of what is said from ranks: 第二，我們要…, but 獲獎紀錄：第一，智慧交通組.

Contract: looks a bounded number of characters back and ahead.
"""

from __future__ import annotations

from pipeline.language.views import pattern

# not 第一，二，三名, 第五、第六屆
_POINT = pattern("[,、](?![第0-9一二三四五六七八九十])")
_SENTENCE_ENDS = frozenset("。!?;")
_BEFORE_POINT = _SENTENCE_ENDS | frozenset(":,\n「")
_PRIZES = pattern("名次|排名|排行|名單|成績|評比|獎")


def is_point(view: str, start: int, end: int) -> bool:
    """Whether an ordinal counts the points of what is said: 第二，我們要…"""
    before = view[max(0, start - 8) : start].rstrip(" ")
    opens = not before or before[-1] in _BEFORE_POINT
    if view[end : end + 1] == ":":
        return before[-1:] in _SENTENCE_ENDS
    is_rank = _PRIZES.search(before.rpartition("\n")[2]) is not None
    return opens and not is_rank and _POINT.match(view, end) is not None

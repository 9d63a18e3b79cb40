"""Ties told in brackets: 仙台（2006年締結友好城市）, 蒙特維多（與臺中為姊妹市）.

Contract: pure look-ups; such a bracket is a sentence of its own, with the city before it.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.marks import SUFFIX

# How far from a word for what was agreed its bracket may begin and end, and a city before that.
_REACH = 60
_NAME = 16
_PAIR = 2
# （按：兩地於去年簽訂備忘錄）, （該市與本市結為友好城市）: who they are stands before or in it.
_OWN = views.pattern("兩[市地城縣]|雙方|彼此|[本該我貴][市縣府]")
# 清奈一案（112年5月簽製造業備忘錄，執行中）
_MATTER = views.pattern("[這那]?(?:一案|案|邊|方面|部分)")
# 市長（曾任議員，任內與東京都簽署協議）: what one did before, elsewhere; a bracket behind a city,
# or with two in it, tells of cities: 首爾市（前任市長任內與臺北市結盟）.
_CAREER = views.pattern("曾任|[歷時前]任|任內|任期|出身|畢業")


def aside_around(doc: DocView, position: int) -> tuple[int, int, int] | None:
    """Return the start and end of what a bracket around ``position`` tells, and its mark.

    The mark is -1 where the city before the bracket has no part in it.
    """
    view = doc.view
    opened = view.rfind("(", max(0, position - _REACH), position)
    closed = view.find(")", position, position + _REACH)
    if opened < 0 or closed < 0 or any(mark in view[opened + 1 : closed] for mark in "()\n"):
        return None
    if len({city.start for city in doc.kept_in(opened, closed, "CITY")}) >= _PAIR:
        return opened + 1, closed, -1
    for city in doc.kept_in(max(0, opened - _NAME), opened, "CITY"):
        suffix = SUFFIX.match(view, city.end, opened)
        after = end = suffix.end() if suffix else city.end
        for told in doc.kept_in(end, opened, "TITLE", "PERSON"):
            end = told.end if told.start == end else end  # 江陵市|市長|金洪奎
        matter = _MATTER.match(view, end, opened)
        if opened == (matter.end() if matter else end):
            is_past = end > after and _CAREER.search(view, opened, closed)
            return None if is_past else (city.start, closed, opened)
    is_own = _OWN.search(view, opened, closed) and not _CAREER.search(view, opened, closed)
    return (opened + 1, closed, -1) if is_own else None

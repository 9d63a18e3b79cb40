"""Cities that answer which sister cities there are: 姊妹市有幾個是活的？有往來的只有岡山市。

Contract: pure look-ups; nothing where no question asks for them, or where a sentence of the answer
names an agreement itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.implied import Implied
from pipeline.relations.agreements.tokens import TRIGGERS

# 有幾個|姊妹市, 哪些城市是|姊妹市; 姊妹市|還剩幾個？ but not 姊妹市有哪些活動？
_WHICH = "(?:幾[個座]|哪[些幾]|多少[個座])"
_BEFORE = views.pattern(f"{_WHICH}[^,。;?\n]{{0,6}}$")
_BEHIND = views.pattern(
    f"[^,。;?\n]{{0,6}}(?:{_WHICH}(?:[個座]|城市|國家|地方)?(?=[?,是還在]|活[的著])|[是有]誰(?=[?,]))"
)
_MARK = re.compile(r"[?。!;\n]")
# A list opens a clause, or stands behind the verb, and nothing is told of it: 只有甲市、乙市。
_OPENS = views.pattern("(?:^|[,;:。!?\n」])\\s*$")
_NAMES = views.pattern("(?:[只還就]?(?:(?<![那這不])是|(?<!沒)[有剩])|剩下|包括|例如|像)$")
_JOINS = views.pattern("\\s*[,、]?\\s*(?:以及|還有|[與和及跟])?\\s*")
_CLOSES = views.pattern("\\s*(?:$|[。;!\n」]|等|[一二三四五六七八九十0-9]{1,3}[個座])")
# 目標：甲市, 還在談的有乙市
_NO_TIES = views.pattern("談|目標|擬|預[計定]|希望|爭取|停|斷|沒|未|不(?:是|含|包|在)")
# 丙市每年來, behind such a list
_IN_TOUCH = views.pattern("[也還仍]?(?:每年|年年|常常?|最近)[^,。;!?\n]{0,4}[來往訪流]")
_TIES = frozenset((TRIGGERS["sister"], TRIGGERS["partner"]))
_REACH, _ANSWER, _FEW, _LONGEST_WHICH = 20, 200, 8, 12


def find_asked(
    doc: DocView,
    triggers: re.Pattern[str],
    roles: Mapping[str, str],
    sentence: Callable[[int], tuple[int, int]],
) -> Iterator[Implied]:
    """Yield where an answer lists the ties that a question asks for.

    Args:
        doc: the document.
        triggers: finds a word for what was agreed.
        roles: the character of each such word.
        sentence: returns the span of the sentence around a position.
    """
    view, read = doc.view, 0
    for asked in triggers.finditer(view):
        if roles[asked[0]] not in _TIES or asked.start() < read:
            continue
        mark = _MARK.search(view, asked.end(), asked.end() + _REACH)
        if mark is None or mark[0] != "?":
            continue
        low = max(0, asked.start() - _LONGEST_WHICH)
        if not (_BEHIND.match(view, asked.end()) or _BEFORE.search(view, low, asked.start())):
            continue
        ahead = triggers.search(view, mark.end(), mark.end() + _ANSWER)
        read = min(ahead.start() if ahead else len(view), mark.end() + _ANSWER)
        # The sentence that names an agreement itself is read by what it says.
        stop = sentence(ahead.start())[0] if ahead else read
        stop = end if (end := view.find("?", mark.end(), stop)) >= 0 else stop
        for low, city in _listed(doc, mark.end(), stop):
            yield Implied(low, sentence(city.start)[1], low, roles[asked[0]])


def _listed(doc: DocView, start: int, stop: int) -> Iterator[tuple[int, Mention]]:
    """Yield each city that an answer lists, with where its country begins, if told."""
    view, has_any = doc.view, False
    for cities in _runs(doc, start, stop):
        low, end = cities[0][0], cities[-1][1].end
        since = max((view.rfind(mark, start, low) for mark in "。;!?\n"), default=-1) + 1
        before = view[max(since, start) : low]
        is_named = _NAMES.search(before) is not None
        is_closed = _CLOSES.match(view, end, stop) or (is_named and view.startswith(",", end))
        is_list = is_closed and (is_named or _OPENS.search(before))
        is_meant = is_list and not _NO_TIES.search(before)
        is_met = has_any and not before.strip() and _IN_TOUCH.match(view, end)
        if is_meant or is_met:
            has_any = True
            yield from cities
        elif has_any or _OPENS.search(before):
            return


def _runs(doc: DocView, start: int, stop: int) -> Iterator[list[tuple[int, Mention]]]:
    """Yield the cities that stand side by side, each with where its country begins."""
    run: list[tuple[int, Mention]] = []
    for city in doc.kept_in(start, stop, "CITY"):
        if city.form == "anaphora":
            continue
        lands = doc.kept_in(max(start, city.start - _FEW), city.start, "COUNTRY")
        low = lands[-1].start if lands and lands[-1].end == city.start else city.start
        if run and not _JOINS.fullmatch(doc.view, run[-1][1].end, low):
            yield run
            run = []
        run.append((low, city))
    if run:
        yield run

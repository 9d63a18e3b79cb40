"""Cities that answer which sister cities there are: 姊妹市有幾個是活的？有往來的只有岡山市。

Contract: pure look-ups; nothing where no question asks for them, or where a sentence of the answer
names an agreement itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.implied import Implied
from pipeline.relations.agreements.tokens import TRIGGERS

# 有幾個|姊妹市, 哪些城市是|姊妹市; 姊妹市|還剩幾個？ but not 姊妹市有哪些活動？
_WHICH = "(?:幾[個座]|哪[些幾]|多少[個座])"
_BEFORE = views.pattern(f"{_WHICH}[^,。;?\n]{{0,6}}$")
_BEHIND = views.pattern(
    f"[^,。;?\n]{{0,6}}(?:{_WHICH}(?:[個座]|城市|國家|地方)?(?=[?,是還在]|活[的著])|是誰|有誰)"
)
_MARK = re.compile(r"[?。!;\n]")
# A city of the list begins a clause, or stands behind the verb.
_OPENS = views.pattern(
    "(?:^|[,;:。!?\n」]|[只還就]?(?:(?<![那這])是|[有剩])|剩下|包括|例如|像)\\s*$"
)
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
        for city in doc.kept_in(mark.end(), stop, "CITY"):
            lands = doc.kept_in(max(mark.end(), city.start - _FEW), city.start, "COUNTRY")
            low = lands[-1].start if lands and lands[-1].end == city.start else city.start
            if city.form != "anaphora" and _OPENS.search(view, max(0, low - _FEW), low):
                yield Implied(low, sentence(city.start)[1], low, roles[asked[0]])

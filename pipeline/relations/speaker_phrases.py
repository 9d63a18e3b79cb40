"""Where the words that name a speaker begin, and whether a sentence begins with them.

Contract: pure look-ups on folded text and mentions.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

# What may stand between a quote and the office of its speaker: 首次來台的.
_UP_TO_NAME = re.compile("[,]?[ ]?(?:[-—–─]{1,2}[ ]?)?(?:[^。,;!?:「」\n、]{1,20}的)?")
# What may open a sentence before its subject: 那天下午, 不過, 首場對談由, 來自丹麥的.
_LEAD = views.pattern(
    "[ ]?(?:[^。;!?「」:\n]{1,24},)?"
    "(?:而|但|不過|然而|倒是|只是|至於|其中|接著|隨後|最後|首先|會後|會中|席間|同樣|連|就連)?"
    "(?:[^。;!?「」:、,\n]{0,10}由)?(?:來自|[^。;!?「」:、,\n]{1,16}的)?"
)
_SENTENCE_ENDS = "。!?」\n "


def phrase_start(near: Neighbours, mention: Mention) -> int:
    """Return where the speaker's affiliation begins."""
    starts = [
        role.start
        for role in near.held.get(mention.entity_id or "", ())
        if role.start <= mention.start < role.end
    ]
    start = min(starts, default=mention.start)
    while (before := near.ending(start, "ORGANIZATION", "CITY", "COUNTRY", "TITLE")) is not None:
        if before.start >= start or "\n" in near.doc.text[before.end : start]:
            break
        start = before.start
    return start


def opens_sentence(view: str, first: int, low: int) -> bool:
    """Whether what begins at ``first`` is the subject a sentence opens with, a lead before it.

    >>> opens_sentence("前。不过副市长王大明", 4, 0), opens_sentence("他拜访了副市长", 4, 0)
    (True, False)
    """
    if first <= low or view[first - 1] in _SENTENCE_ENDS:
        return True
    begin = max(low, *(view.rfind(mark, low, first) + 1 for mark in "。!?」\n;"))
    return _LEAD.fullmatch(view, begin, first) is not None


def quote_before(view: str, start: int, low: int) -> int:
    """Return where a sentence begins that is a quote right before its speaker.

    >>> quote_before("前。「不求第一,」市长说", 9, 0)
    2
    >>> quote_before("「不求第一。」首次来台的市长说", 12, 0)
    0
    """
    close = view.rfind("」", low, start)
    if close < 0 or not _UP_TO_NAME.fullmatch(view, close + 1, start):
        return start
    opened = view.rfind("「", low, close)
    is_first = opened == low or (opened > low and view[opened - 1] in "。!?\n」 )")
    return opened if is_first else start

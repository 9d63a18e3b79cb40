"""Offices a sentence says of a person: 林佳穎是市府資訊局科長, 新任交通局局長是王銘德.

Contract: as `titles_held`; the office ends its clause, so that 是市長的朋友 tells none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import office_before, office_inside

_CLAUSE = re.compile("[,。;:!?\n]")
# 林佳穎|是|, Lucas van der Meer，|他是|, 帕帕斯|（Athina Pappas）是|
_IS = views.pattern(
    "[ ]?(?:\\([^()\n]{1,40}\\))?(?:,[他她])?(?:也|則|同時|目前|現在|本身|,)*"
    "(?:(?P<then>原[是為]|原本是|曾經?[是為])|即?是|係|(?P<as>為|乃))(?:現任|新任|(?P<before>前任))?"
)
_POLITE = views.pattern("[ ]?(?:先生|女士|小姐|博士|教授|老師)(?=[ ]?(?:也|則|目前|現|即|是|曾|,))")
# 是陪同市長…, 是和市長…: what somebody does for an office, or with it.
_WITH = views.pattern(
    "感謝|拜會|拜訪|迎接|邀請|歡迎|陪同|接待|會見|接見|訪問|支持|協助|代表|要|向|與|和|跟|同|請|見|對|替|給"
)
# 環保局長|是|王銘德, 執行長|為|Sofia Lindqvist
_NAMED = views.pattern("[則就正便即]?[是為][ ]?$|(?:叫做?|名叫)[ ]?$")
# Behind the name: the clause ends, or another name follows.
_ENDS = re.compile(r"[ ]?(?:[,。;:!?\n()、]|$)")
# What may stand between 是 and a body: 是|環境科技公司|TakaLink的共同創辦人; nothing behind 為,
# which means for: 為|感謝橫濱市長，特別….
_FARTHEST = 12


def is_told(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the office of a body or place somebody is: 林佳穎|是|市府資訊局科長|，她…."""
    doc = near.doc
    polite = _POLITE.match(doc.view, mention.end)  # Alejandra|小姐|是卡利市的數據長
    verb = _IS.match(doc.view, polite.end() if polite else mention.end)
    end = _CLAUSE.search(doc.view, verb.end()) if verb else None
    title = near.ending(end.start(), "TITLE") if verb and end else None
    if verb is None or title is None or title.start < verb.end():
        return
    office = office_inside(doc, title) or office_before(near, title.start, lexicon)
    if office is None or office.start - verb.end() > (0 if verb["as"] else _FARTHEST):
        return
    if _WITH.search(doc.view, verb.end(), max(office.start, verb.end())):
        return
    if not doc.kept_in(verb.end(), title.start, "PERSON"):
        status = "former" if verb["then"] or verb["before"] else ""
        yield Held(title.text, mention.start, title.end, office, "is", status=status)


def named(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the office that a sentence says a person holds: 新任交通局局長|是|王銘德."""
    doc = near.doc
    verb = _NAMED.search(doc.view, max(0, mention.start - 4), mention.start)
    title = near.ending(verb.start(), "TITLE") if verb else None
    if title is None or _ENDS.match(doc.view, mention.end) is None:
        return
    office = office_inside(doc, title) or office_before(near, title.start, lexicon)
    yield Held(title.text, title.start, mention.end, office, "is")

"""Brackets at a name or title that explain it, and names in letters nobody claims.

Contract: reads kept mentions only; positions are code points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView
from pipeline.relations.neighbours import Neighbours

# Names in scripts other than Chinese and Latin: Thai, Greek, Cyrillic, Arabic, Hangul and the like.
_OWN_SCRIPT = re.compile("([\u0370-\u1dff\ua980-\uabff\uac00-\ud7af. ]+)$")
_FARTHEST_SCRIPT = 60
_LONGEST_GLOSS = 64
# （由臺中市長，王大明頒獎）
_OF_OTHER = views.pattern("[與和跟及由經]|[陪隨]?同|[陪隨]")
_HOLDERS = frozenset(("CITY", "ORGANIZATION", "TITLE", "PERSON"))
# 許慧玲|女士|（社區大學校長）
_POLITE = views.pattern("(?:女士|先生|小姐|博士|閣下|老師)?[ ]?(?=[(])")


def bracket_after(doc: DocView, mention: Mention) -> list[Mention]:
    """Return the mentions in the bracket right behind a name.

    Behind an honorific it may tell of somebody else: 李大同博士（與臺中市長盧秀燕合照）; not where
    it gives the name in letters or goes on behind a comma: 吳世勳先生（首爾市長 Oh Se-hoon）.
    """
    polite = _POLITE.match(doc.view, mention.end)
    at = polite.end() if polite else mention.end
    if doc.view[at : at + 1] != "(":
        return []
    close = doc.view.find(")", at, at + 60)
    inside = doc.kept_in(at, close) if close > 0 else []
    title = next((one for one in inside if one.label == "TITLE"), None)
    is_polite = at > mention.end + 1
    is_of_other = is_polite and any(
        not (one.end == close and one.text.isascii() and not mention.text.isascii())
        and not (title and "," in doc.view[title.end : max(title.end, one.start)])
        for one in inside
        if one.label == "PERSON"
    )
    if is_of_other:
        return []
    other = _OF_OTHER.match(doc.view, at + 1) if is_polite else None
    if other is not None and _is_joined(inside, *other.span()):
        comma = doc.view.find(",", at, close)
        names = any(one.label == "PERSON" for one in inside)
        inside = [one for one in inside if 0 < comma < one.start and not names]
    # 柯市長文哲（請假，由|副市長|蔡炳坤代理）: the office is of whom it stands before.
    holders = {one.start for one in inside if one.label == "PERSON" and is_han(one.text[0])}
    return [one for one in inside if one.label != "TITLE" or one.end not in holders]


def _is_joined(inside: Sequence[Mention], sign: int, start: int) -> bool:
    """Whether a sign stands before whom it joins: 由|里長推薦, 與|臺中市長合影; not 經發局局長."""
    firsts = {one.start for one in inside if one.label in _HOLDERS}
    return sign not in firsts and start in firsts


def before_gloss(near: Neighbours, position: int) -> int:
    """Return where the bracket begins that explains a title: 數位長|（CDO）王小明."""
    view = near.doc.view
    end = position - (view[max(0, position - 1) : position] == " ")
    if end == 0 or view[end - 1] != ")":
        return position
    start = view.rfind("(", max(0, end - _LONGEST_GLOSS), end)
    return start if start > 0 and near.ending(start, "TITLE") is not None else position


def before_own_script(doc: DocView, end: int) -> int:
    """Return where a name in letters nobody claims begins: 市長 |ชัชชาติ（Chadchart Sittipunt）."""
    if not doc.view.startswith("(", end):
        return end
    found = _OWN_SCRIPT.search(doc.view, max(0, end - _FARTHEST_SCRIPT), end)
    return found.start() if found else end


def behind_pair(doc: DocView, mention: Mention) -> int:
    """Return the end of a name with the bracket of its other form, or of which it is one.

    鮑德溫（Helen Baldwin）|, 임채원（林采媛）|
    """
    if doc.view.startswith(")", mention.end) and (
        before_own_script(doc, mention.start - 1) < mention.start - 1
    ):
        return mention.end + 1
    bracket = bracket_after(doc, mention)
    if len(bracket) != 1 or bracket[0].label != "PERSON":
        return mention.end
    return doc.view.find(")", bracket[0].end) + 1

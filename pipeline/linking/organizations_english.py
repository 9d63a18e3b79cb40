"""Where a body with an English name is: in its name, or told behind it.

Contract: reads kept mentions; places already have their entity.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView
from pipeline.recognizers.organizations.bodies_words import SUBJECT

_BEHIND = re.compile(r"[ ]?(?:[,，/|｜]|of|in)[ ](?:the )?")
_FARTHEST = 60
_PLACES = ("CITY", "COUNTRY")
_SUBJECT = re.compile(SUBJECT + " ?[\u3400-\u9fff]")


def is_english(mention: Mention) -> bool:
    """Whether a name is written in Latin letters, but for what an office is for: DX戰略課."""
    return not is_han(mention.text[0]) and _SUBJECT.match(mention.text) is None


def told_places(doc: DocView, mention: Mention) -> list[Mention]:
    """Return the places in an English name, else those right behind it.

    Cork City Council; Department of Transport, Taipei City Government; Smart City Office, Lund.
    """
    inside = doc.kept_in(mention.start, mention.end, *_PLACES)
    behind = _BEHIND.match(doc.text, mention.end)
    if inside or behind is None:
        return inside
    near = doc.kept_in(behind.end(), behind.end() + _FARTHEST, *_PLACES, "ORGANIZATION")
    first = [one for one in near if one.start == behind.end()]
    if any(one.label in _PLACES for one in first):
        return [one for one in first if one.label in _PLACES]
    return [place for body in first for place in doc.kept_in(body.start, body.end, *_PLACES)]

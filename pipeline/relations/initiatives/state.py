"""Initiatives of the state: the state before them, as subject or in their own name.

Contract: pure look-ups on one clause and its sentence; a bare 政府 may be the speaking city's own.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives.owner import Owner
from pipeline.relations.surroundings import Surroundings

_NATIONAL = views.pattern(
    r"(?<![市縣州府地方])(?:中央政府|中央|聯邦政府|(政府)|行政院|國家|我國|全國各地)(?:也|亦|已|將|正|另|並|再|則|近年|目前)*(?:以|用|透過)?$"
)
_STATE_SUBJECT = views.pattern(
    r"(?<![^,;:「。\n])(?:中央政府|中央|聯邦政府|(政府)|行政院)(?:也|亦|已|將|正|另|並|再|則|近年|目前|今年|明年|撥|編|補|出資|投入|宣布|推|啟)"
)
# A sentence that never ends is not searched to its beginning for every name in it.
_FAR = 300
_CITY_TOO = views.pattern(r"[,;。](?:而|但|並且|同時)?(?:城市|本市|市府|該市|地方)")
_NATION_NAME = views.pattern(
    r"(?:國家|全國|中央(?!公園|車站|大道|廣場|商[圈場]|市場|圖書館|街)|聯邦|國(?=[土道安定發研衛]))(?![際民小中])"
)


def of_state(
    around: Surroundings,
    mention: Mention,
    lexicon: InitiativeLexicon,
    low: int,
    *,
    is_placed: bool,
) -> Owner | None:
    """Return the state as owner, None where neither clause nor name tells of it.

    Args:
        around: the document.
        mention: the initiative.
        lexicon: verbs that introduce initiatives.
        low: where the clause begins.
        is_placed: the clause names a place or body before the initiative.
    """
    view, statement = around.doc.view, around.statement(mention)
    national = _NATIONAL.search(_without_verb(view[low : mention.start], lexicon))
    if national is None and not is_placed:
        national = _state_before(around, mention, low)
    if national and national[1] and not _is_contrasted(around, mention, statement):
        national = None
    if national is None and not _NATION_NAME.match(view, mention.start, mention.end):
        return None
    code = statement.country_code if statement else None
    city_id = statement.city_id if statement else None
    code = code or around.voices.country_of(city_id or around.home)
    return Owner(7, "country" if code else None, None, code)


def _state_before(around: Surroundings, mention: Mention, low: int) -> re.Match[str] | None:
    """Return the state as subject of an earlier clause, if no other subject comes between."""
    doc = around.doc
    start, _ = around.sentence(mention.start)
    found = None
    for match in _STATE_SUBJECT.finditer(doc.view, max(start, low - _FAR), low):
        found = match
    if found is None or doc.kept_in(found.end(), low, "CITY", "PERSON", "ORGANIZATION"):
        return None
    return found


def _is_contrasted(around: Surroundings, mention: Mention, statement: Statement | None) -> bool:
    """Whether a bare 政府 is not the speaking city's own: the sentence goes on with the city."""
    if around.voices.of_statement(statement).city_id is None:
        return True
    _, high = around.sentence(mention.start)
    names = around.doc.kept_in(mention.end, high, "INITIATIVE")
    ahead = any(
        not any(name.start <= city.start and city.end <= name.end for name in names)
        for city in around.doc.kept_in(mention.end, high, "CITY")
    )
    return ahead or _CITY_TOO.search(around.doc.view, mention.end, high) is not None


def _without_verb(before: str, lexicon: InitiativeLexicon) -> str:
    """Return the words before a mention without the verb that introduces it."""
    before = before.rstrip('「《" 的')
    last = None
    for match in lexicon.verb_pattern.finditer(before):
        last = match
    return before[: last.start()] if last and last.end() == len(before) else before

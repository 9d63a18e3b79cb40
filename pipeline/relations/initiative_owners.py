"""Who does an initiative: the place in its name, its possessor, its subject, or who speaks.

Contract: an owner is a city, a country or an organization; ``none`` with a strength says that the
text gives it no single owner (several cities do it together, a third party pays for it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.recognizers.initiative_lexicon import InitiativeLexicon
from pipeline.relations.surroundings import Surroundings
from pipeline.relations.voices import Voices

_POSSESSOR = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:(?:的|之|推出的|推動的|自家的|首創的|獨創的)\s*)?[「《\"\s]*"
)
_CITY_BODY = views.pattern(r"(?:市政府|縣政府|市府|縣府|市|縣)?")
_JOINT = views.pattern(r"共同|雙方|兩市|兩地|攜手|聯合|合作(?=[「《\"]|推動|辦理|推出|開發|$)")
_JOINED = views.pattern(r"[與和跟及、]\s*$")
_NATIONAL = views.pattern(
    r"(?<![市縣州府地方])(?:中央政府|中央|聯邦政府|(政府)|行政院|國家)(?:也|亦|已|將|正|另|並|再|則|近年|目前)*$"
)
_STATE_SUBJECT = views.pattern(
    r"(?:(?<=[,;:「])|^)(?:中央政府|中央|聯邦政府|(政府)|行政院)(?:也|亦|已|將|正|另|並|再|則|近年|目前|今年|明年|撥|編|補|出資|投入|宣布|推|啟)"
)
_BY_OTHERS = views.pattern(
    r"[,。;](?:該|這|此|本)(?:程式|系統|平台|應用|應用程式|計畫|服務|工具|App|APP|款|套|項)?[^,。;]{0,4}?(?:完全|全)?(?:是?由)"
    r"(?P<who>[^,。;]{1,12}?)(?:自行|自主|自力|自發|獨立|自己)(?:開發|研發|設計|發起|營運|建置|撰寫|出資|籌資)"
)
_PUBLIC = views.pattern("市府|縣府|本府|本局|我們|市政府|縣政府|局|處|政府")
_BEHIND = 60
_PAYS = views.pattern(r"(?:由|獲|受|經|在)[「《\"\s]*$")
_PAID = views.pattern(r"[」》\"\s]*(?:補助|資助|挹注|支應|經費)")
_OWNS = views.pattern("的|姊妹市|姐妹市|友好城市")
_OPENERS = frozenset(",。;、 國本") | frozenset(views.fold("，。；、國"))
_CITY_TOO = views.pattern(r"[,;。](?:而|但|並且|同時)?(?:城市|本市|市府|該市|地方)")
_OFFICES = frozenset({"government", "agency", "council", "ministry"})
_NATION_NAME = views.pattern(r"(?:國家|全國|中央|聯邦|國)(?![際民小中])")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does an initiative, and how surely the text says so (9 in the name, 1 by default)."""

    strength: int
    kind: str | None = None
    city_id: str | None = None
    country_code: str | None = None
    organization_id: str | None = None


NONE = Owner(0)


def find_owner(around: Surroundings, mention: Mention, lexicon: InitiativeLexicon) -> Owner:
    """Return the owner of the initiative a mention names, with the strength of the evidence."""
    doc = around.doc
    name = doc.view[mention.start : mention.end]
    headed = lexicon.head_of(doc.view, mention.start, mention.end)
    if headed and headed[1].kind == "award":
        return Owner(9)
    if name in lexicon.known:
        code = lexicon.known[name][1] or None
        return Owner(9, "country" if code else None, None, code)
    is_told = mention.rule.startswith("described")
    inside = [] if is_told else doc.kept_in(mention.start, mention.end, "CITY", "COUNTRY")
    if inside:
        return _of_place(around.voices, inside[0], 9)
    statement = around.statement(mention)
    near = _nearby(around, mention, lexicon, statement, name)
    if near is not None:
        return near
    if around.is_register:
        return NONE
    return (
        _of_titled(around, mention, statement)
        or _of_statement(around, statement)
        or _of_voice(around, statement)
        or _of_speaker(around, mention)
        or _of_sentence(around, mention)
        or _of_home(around)
    )


def _of_place(voices: Voices, mention: Mention, strength: int) -> Owner:
    if mention.label == "COUNTRY":
        return Owner(strength, "country", None, mention.entity_id)
    if mention.label == "ORGANIZATION":
        return _of_organization(voices, mention.entity_id, strength)
    return Owner(strength, "city", mention.entity_id, voices.country_of(mention.entity_id))


def _of_organization(voices: Voices, organization_id: str | None, strength: int) -> Owner:
    row = voices.body(organization_id)
    if row is None:
        return NONE
    if row.city_id is not None:
        return Owner(strength, "city", row.city_id, row.country_code)
    return Owner(strength, "organization", None, row.country_code, row.organization_id)


def _nearby(
    around: Surroundings,
    mention: Mention,
    lexicon: InitiativeLexicon,
    statement: Statement | None,
    name: str,
) -> Owner | None:
    """Return the owner the clause before the mention states, or None."""
    doc = around.doc
    low, _ = around.clause(mention.start, mention.end)
    before = doc.view[low : mention.start]
    if _PAYS.search(before) and _PAID.match(doc.view, mention.end):
        return Owner(8)
    if _is_of_others(around, mention):
        return Owner(8)
    places = doc.kept_in(low, mention.start, "CITY", "COUNTRY", "ORGANIZATION")
    cities = {place.entity_id for place in places if place.label == "CITY"}
    is_joint = _JOINT.search(before) is not None
    if is_joint and (len(cities) > 1 or around.is_register):
        return Owner(8)
    last = _last(places)
    if last is not None and not is_joint:
        owner = _of_last(around.voices, mention, last, low, lexicon)
        if owner is not None:
            return owner
    national = _NATIONAL.search(_without_verb(before, lexicon))
    national = national or (_state_before(around, mention, low) if last is None else None)
    if national and national[1] and not _is_contrasted(around, mention, statement):
        national = None
    if national or _NATION_NAME.match(name):
        code = statement.country_code if statement else None
        code = code or around.voices.country_of(
            (statement.city_id if statement else None) or around.home
        )
        return Owner(7, "country" if code else None, None, code)
    return None


def _is_of_others(around: Surroundings, mention: Mention) -> bool:
    """Whether the text says that neighbours or firms made it themselves (由部落自行開發)."""
    doc = around.doc
    _, high = around.sentence(mention.start)
    made = _BY_OTHERS.search(doc.view, mention.end, min(high, mention.end + _BEHIND))
    if made is None or _PUBLIC.search(made["who"]):
        return False
    return not doc.kept_in(mention.end, made.end(), "CITY", "COUNTRY", "INITIATIVE")


def _state_before(around: Surroundings, mention: Mention, low: int) -> re.Match[str] | None:
    """Return the state as subject of an earlier clause, if no other subject comes between."""
    doc = around.doc
    start, _ = around.sentence(mention.start)
    found = None
    for match in _STATE_SUBJECT.finditer(doc.view, start, low):
        found = match
    if found is None or doc.kept_in(found.end(), low, "CITY", "PERSON", "ORGANIZATION"):
        return None
    return found


def _is_contrasted(around: Surroundings, mention: Mention, statement: Statement | None) -> bool:
    """Whether a bare 政府 is not the speaking city's own: the sentence goes on with the city."""
    if statement is None or statement.city_id is None:
        return True
    _, high = around.sentence(mention.start)
    ahead = around.doc.kept_in(mention.end, high, "CITY")
    return bool(ahead) or _CITY_TOO.search(around.doc.view, mention.end, high) is not None


def _last(places: Sequence[Mention]) -> Mention | None:
    """Return the last place or body; the outermost of those that share an end."""
    if not places:
        return None
    end = max(place.end for place in places)
    return next(place for place in places if place.end == end)


def _of_last(
    voices: Voices, mention: Mention, last: Mention, low: int, lexicon: InitiativeLexicon
) -> Owner | None:
    """Return the owner if the last place before the mention possesses it or is its subject."""
    doc = voices.doc
    if _JOINED.search(doc.view, low, last.start):
        return None
    if _POSSESSOR.fullmatch(doc.view, last.end, mention.start):
        return _of_actor(voices, last, 6 if last.label == "ORGANIZATION" else 8)
    if last.label == "ORGANIZATION" and doc.kept_in(last.start, last.end, "CITY"):
        last = doc.kept_in(last.start, last.end, "CITY")[0]
    between = _CITY_BODY.sub("", doc.view[last.end : mention.start], count=1)
    between = between.rstrip('「《" ')
    opened = lexicon.openers.match(between)
    while opened and opened.end():
        between = between[opened.end() :]
        opened = lexicon.openers.match(between)
    verb = lexicon.verb_pattern.fullmatch(between)
    does = verb is not None and lexicon.verbs[verb[0]].role in {"create", "introduce", "act"}
    told = not between and mention.rule.startswith("described")
    return _of_actor(voices, last, 7) if does or told else None


def _of_actor(voices: Voices, place: Mention, strength: int) -> Owner | None:
    """Return the place or body as owner; an office without a city leaves it to the speaker."""
    owner = _of_place(voices, place, strength)
    body = voices.body(owner.organization_id)
    is_office = body is not None and body.kind in _OFFICES and body.country_code is None
    return None if is_office else owner


def _without_verb(before: str, lexicon: InitiativeLexicon) -> str:
    """Return the words before a mention without the verb that introduces it."""
    before = before.rstrip('「《" ')
    last = None
    for match in lexicon.verb_pattern.finditer(before):
        last = match
    return before[: last.start()] if last and last.end() == len(before) else before


def _of_statement(around: Surroundings, statement: Statement | None) -> Owner | None:
    """Return the owner a statement speaks for; a foreign body without a city is its own owner."""
    if statement is None:
        return None
    voices = around.voices
    if statement.city_id is not None:
        code = statement.country_code or voices.country_of(statement.city_id)
        return Owner(5, "city", statement.city_id, code)
    if statement.organization_id is not None:
        owner = _of_organization(voices, statement.organization_id, 5)
        code = owner.country_code or statement.country_code
        if owner.city_id is not None or (code and code != voices.country_of(around.home)):
            return owner if owner.city_id else Owner(5, "country", None, code)
    elif statement.country_code is not None:
        return Owner(5, "country", None, statement.country_code)
    return None


def _of_titled(around: Surroundings, mention: Mention, statement: Statement | None) -> Owner | None:
    """Return the last city with an office behind it (喬治市市長) before the mention.

    It counts from where the statement begins, since a statement may run over a second speaker.
    """
    doc = around.doc
    low, _ = around.sentence(mention.start)
    low = max(low, statement.start) if statement else low
    for title in reversed(doc.kept_in(low, mention.start, "TITLE")):
        cities = doc.kept_in(max(low, title.start - 8), title.start + 1, "CITY")
        if cities and title.start - cities[-1].end <= 2:
            return _of_place(around.voices, cities[-1], 6)
    return None


def _of_speaker(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that the last person before the mention in its sentence acts for."""
    doc = around.doc
    low, _ = around.sentence(mention.start)
    people = doc.kept_in(low, mention.start, "PERSON")
    return _of_person(around, people[-1].entity_id) if people else None


def _of_voice(around: Surroundings, statement: Statement | None) -> Owner | None:
    """Return the city that the speaker of a statement acts for."""
    if statement is None:
        return None
    owner = _of_person(around, statement.person_id)
    city_id, code = around.voices.of_statement(statement)
    return owner or (Owner(4, "city", city_id, code) if city_id else None)


def _of_person(around: Surroundings, person_id: str | None) -> Owner | None:
    """Return the city a person holds office in, or the foreign country of an office."""
    standing = around.voices.of_person(person_id)
    if standing.city_id is not None:
        return Owner(4, "city", standing.city_id, standing.country_code)
    code = standing.country_code
    if code is not None and code != around.voices.country_of(around.home):
        return Owner(4, "country", None, code)
    return None


def _of_sentence(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the first city of the sentence before the mention that is not only a possessor."""
    low, _ = around.sentence(mention.start)
    for city in around.doc.kept_in(low, mention.start, "CITY"):
        opens = around.doc.view[city.start - 1 : city.start] in _OPENERS or city.start == low
        if city.form != "anaphora" and opens and not _OWNS.match(around.doc.view, city.end):
            return _of_place(around.voices, city, 3)
    return None


def _of_home(around: Surroundings) -> Owner:
    if around.home is None:
        return NONE
    return Owner(1, "city", around.home, around.voices.country_of(around.home))

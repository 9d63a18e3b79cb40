"""Whom a speaker speaks for, and statement rows made of it.

Contract: reads the document's roles; a person without a role speaks for nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.contract import Mention, Role, Segment, Statement
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.linking.organization_places import is_own_row
from pipeline.records import record
from pipeline.relations.neighbours import Neighbours

# Heads of townships, wards and villages do not speak for the city or county around them.
_OF_PLACES_BELOW = views.pattern("(?:鄉長|里長|村長|鄰長|鄉民代表|部落會議主席)$")

# Offices of a city.
_CIVIC = views.pattern("[市縣](?:長|府)|[局處]長|發言人|(?<![國會州參眾])議[員長]")
_COUNCILLOR, _SPOKE_WITHIN = views.pattern("[市縣]?(?:議會)?議員"), 200
_OFFICE_KINDS = ("representative_office", "ministry", "international")
# What an office is called besides.
_SAME = {views.fold("特首"): views.fold("行政長官")}


@record
class Speaker:
    """Who speaks and for whom; all may be None."""

    person_id: str | None = None
    city_id: str | None = None
    organization_id: str | None = None
    country_code: str | None = None


def speaker_of(near: Neighbours, person_id: str | None, position: int) -> Speaker:
    """Return a person as speaker, with the role told nearest to ``position``."""
    if person_id is None:
        return Speaker()
    roles = near.held.get(person_id)
    if not roles:
        return Speaker(person_id)
    # A mayor who chairs a meeting speaks as mayor.
    role = min(
        roles,
        key=lambda r: (
            *(not _is_placed(r), r.rule.endswith("_meeting")),
            *(_distance(r, position), r.role_id),
        ),
    )
    if _OF_PLACES_BELOW.search(views.fold(role.title)):
        return Speaker(person_id, None, role.organization_id)
    return Speaker(person_id, role.city_id, role.organization_id, role.country_code)


def _is_placed(role: Role) -> bool:
    return (role.city_id or role.organization_id or role.country_code) is not None


def _distance(role: Role, position: int) -> int:
    if role.start <= position <= role.end:
        return 0
    return min(abs(role.start - position), abs(role.end - position))


def only_holder(near: Neighbours, title: Mention, city_id: str | None = None) -> str | None:
    """Return the one person of the document who bears an office (of a city), None if several do."""
    held = views.fold(title.text)
    found = {p for p, roles in near.held.items() if any(_is(role, held, city_id) for role in roles)}
    return found.pop() if len(found) == 1 else None


def last_holder(near: Neighbours, title: Mention, low: int) -> str | None:
    """Return who of those told from ``low`` on bears an office, the last one first."""
    held = views.fold(title.text)
    for person in reversed(near.doc.kept_in(low, title.start, "PERSON")):
        if any(_is(role, held, None) for role in near.held.get(person.entity_id or "", ())):
            return person.entity_id
    return None


def _is(role: Role, held: str, city_id: str | None) -> bool:
    title = views.fold(role.title)
    is_short = title.endswith(held) and "副" not in title[: -len(held)]  # 經濟部長 is 部長
    is_same = is_short or _SAME.get(title, title) == _SAME.get(held, held)
    return is_same and city_id in (None, role.city_id)


def speaker_for(near: Neighbours, mention: Mention) -> Speaker:
    """Return the speaker a mention of a place or body stands for.

    塔圖市長 is the person who is told to be that, if just one is.
    """
    if mention.label == "CITY":
        title = near.starting(mention.end, "TITLE")
        holder = only_holder(near, title, mention.entity_id) if title else None
        if holder is not None:
            return speaker_of(near, holder, mention.start)
        return Speaker(None, mention.entity_id, None, near.countries.get(mention.entity_id or ""))
    if mention.label == "COUNTRY":
        return Speaker(country_code=mention.entity_id)
    body = near.bodies.get(mention.entity_id or "")
    if body is None:
        return Speaker(organization_id=mention.entity_id)
    return Speaker(None, body.city_id, body.organization_id, body.country_code)


def is_civic(role: Role) -> bool:
    """Tell whether a role is an office of a city: 市長, 社會局長, 市議員."""
    return _CIVIC.search(views.fold(role.title)) is not None


def office_of(near: Neighbours, title: Mention) -> Speaker:
    """Return for whom an office speaks whose holder nobody names: 縣府|秘書長, 市長."""
    before = near.ending(title.start, "ORGANIZATION", "CITY", "COUNTRY")
    if before is not None:
        return replace(speaker_for(near, before), person_id=None)
    is_civic = _CIVIC.search(views.fold(title.text)) is not None
    return Speaker(city_id=near.home if is_civic and is_ours(near, title.start) else None)


def is_ours(near: Neighbours, position: int) -> bool:
    """Whether a councillor may be of the document's city: no other one spoke a little before."""
    return not any(
        city.entity_id != near.home and _COUNCILLOR.match(near.doc.view, city.end)
        for city in near.doc.kept_in(max(0, position - _SPOKE_WITHIN), position, "CITY")
    )


def speaker_named(near: Neighbours, row: Segment, named: Sequence[Mention]) -> Speaker:
    """Return who speaks in a row of a table whose cells or header name these."""
    people = [m for m in named if m.label == "PERSON"]
    person_id = people[0].entity_id if people else None
    bodies = [m for m in named if m.label == "ORGANIZATION"]
    cities = [
        m
        for m in named
        if m.label == "CITY" and not any(b.start <= m.start and m.end <= b.end for b in bodies)
    ]
    if people and (cell := near.doc.enclosing(people[0], "cell")) is not None:
        # Beside the city visited stands the visitor's own: 屏東縣 | 馬里博爾市長 Andrej Potočnik.
        inside = [m for m in cities if cell.start <= m.start < people[0].start]
        lands = [near.countries.get(m.entity_id or "") for m in (*cities[:1], *inside[:1])]
        cities = inside if all(lands) and len(set(lands)) > 1 else cities
    countries = [m for m in named if m.label == "COUNTRY"]
    nation = countries[0].entity_id if countries else None
    role = speaker_of(near, person_id, people[0].start) if people else Speaker()
    if bodies and (not cities or _is_office(near, bodies[0])):
        body = speaker_for(near, bodies[0])
        return Speaker(person_id, body.city_id, body.organization_id, body.country_code or nation)
    if cities:
        place = speaker_for(near, cities[0])
        who = person_id or place.person_id
        return Speaker(who, place.city_id, None, place.country_code or nation)
    if countries:
        return Speaker(person_id, None, role.organization_id, nation)
    if role.city_id is None and is_own_row(near.doc, row):
        country = near.countries.get(near.home or "")
        return replace(role, city_id=near.home, country_code=country)
    return role


def _is_office(near: Neighbours, mention: Mention) -> bool:
    body = near.bodies.get(mention.entity_id or "")
    return body is not None and body.kind in _OFFICE_KINDS


def statement(
    doc: DocView,
    kind: str,
    segment_id: str,
    start: int,
    end: int,
    speaker: Speaker,
    *,
    rule: str,
    score: float,
    verb: str | None = None,
    reply_to: str | None = None,
) -> Statement:
    """Make a statement row."""
    return Statement(
        statement_id=make_id("statement", doc.document_id, kind, segment_id, start, end),
        document_id=doc.document_id,
        kind=kind,
        segment_id=segment_id,
        reply_to=reply_to,
        person_id=speaker.person_id,
        city_id=speaker.city_id,
        organization_id=speaker.organization_id,
        country_code=speaker.country_code,
        verb=verb,
        rule=rule,
        score=score,
        start=start,
        end=end,
        text=doc.text[start:end],
    )

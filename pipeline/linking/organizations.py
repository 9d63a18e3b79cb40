"""Resolve ORGANIZATION mentions of a document to its organizations.

Contract: sets `entity_id` on every kept ORGANIZATION mention and appends one row per organization;
abbreviations (ICSA), short forms (北市府) and words that stand for a body (市府, 聯盟) join the
body they mean where the document tells it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from pipeline.contract import Mention, Organization
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.language.body_names import core_name, is_local_office, party_length, plain_name
from pipeline.linking.docview import DocView
from pipeline.linking.home import home_city
from pipeline.linking.organization_bodies import PUBLIC, Body, set_parents, told_before
from pipeline.linking.organization_places import (
    CHINESE,
    OWN_NAME,
    PARLIAMENTS,
    adjacent_places,
    city_around,
    city_in_sentence,
    city_of_region,
    country_of,
    headed_city,
    in_region,
    is_city_department,
    is_of_more,
    local_topic,
    row_city,
    state_beside,
)
from pipeline.linking.organizations_english import is_english, told_places
from pipeline.recognizers.organizations.finder import (
    OrganizationsLexicon,
    ReadOrganization,
    read_organization,
    read_owner,
)
from pipeline.recognizers.organizations.implied import RULE, implied_by
from pipeline.recognizers.organizations.lexicon import UNIT

_OF_STATE = views.pattern("[省州邦道](?:政府|府|委)")
# 市府|產業發展處
_OWNER = views.pattern("[市縣]府$")
_LOCAL = ("government", "agency", "council")


def resolve_organizations(doc: DocView, lexicon: OrganizationsLexicon) -> None:
    """Fill entity ids of ORGANIZATION mentions and the document's organizations."""
    home = home_city(doc)
    mentions = doc.of_label("ORGANIZATION")
    bodies: list[Body] = []
    named: dict[tuple[str, str], Body] = {}
    shorts: dict[str, Body] = {}
    for mention in mentions:
        behind = doc.text[mention.end : mention.end + 1]
        implied = implied_by(mention.text, behind) if mention.rule == RULE else None
        if mention.form == "name" or implied is not None:
            whole = mention.clone()
            whole.text = implied or mention.text
            # 福岡市總務局 |DX戰略課 is a part of what stands right before it.
            within = bodies and 0 <= mention.start - bodies[-1].mentions[-1].end <= 1
            around = (bodies[-1].city_id if within else None) or home
            body = shorts.get(mention.text) or _named(doc, whole, lexicon, around, named)
            body.implied = implied
            if not body.mentions:
                bodies.append(body)
            body.mentions.append(mention)
            shorts.update((short, body) for short in _bracketed(doc, mention, mentions))
    for mention in mentions:
        if mention.form != "name" and mention.rule != RULE:
            body = _short(doc, mention, lexicon, home, bodies, shorts)
            if not body.mentions:
                bodies.append(body)
            body.mentions.append(mention)
    if country_of(doc, home) not in CHINESE:
        bodies = told_before(doc, bodies)
    set_parents(bodies)
    doc.organizations.extend(_rows(doc, bodies))


def _named(
    doc: DocView,
    mention: Mention,
    lexicon: OrganizationsLexicon,
    home: str | None,
    named: dict[tuple[str, str], Body],
) -> Body:
    """Return the body a full name belongs to, a new one if it is the first."""
    read = read_organization(mention.text, lexicon)
    if read.kind == "ministry" and is_city_department(doc, mention):
        read = dataclasses.replace(read, kind="agency")
    city, country = _place(doc, mention, read.kind)
    is_national, owner = read_owner(mention.text, lexicon)
    country = country or owner
    is_local = read.kind in _LOCAL and not read.country_code and not is_national
    is_local = is_local and not is_english(mention) and not is_of_more(doc, mention)
    if city is None and country is None and is_local:
        city = city_around(doc, mention)
        if city is None and country_of(doc, home) not in CHINESE:
            if OWN_NAME.match(views.fold(mention.text)):
                home = None
            country = state_beside(doc, mention)
        city = city or (home if country is None else None)
        if city is None and _OWNER.search(doc.view, max(0, mention.start - 2), mention.start):
            city = city_in_sentence(doc, mention)
    if country is None:
        country = read.country_code or country_of(doc, city)
    if read.kind in _LOCAL and not doc.kept_in(mention.start, mention.end, "CITY"):
        told = country or country_of(doc, home)
        country = in_region(doc, told, is_of_both=read.kind == "council") or country
    if city is None and read.kind in _LOCAL:
        city = city_of_region(doc, country or (country_of(doc, home) if is_national else None))
        country = country or country_of(doc, city)
    abroad = read.kind == "representative_office" and mention.text[0] in "駐驻"
    if country is None and (read.kind == "ministry" or abroad or is_national):
        country = country_of(doc, home)
    if read.kind == "representative_office":
        city = None
    key = _key(doc, mention, read, city)
    fresh = Body(read.kind, read.head, city, country, read.name_en)
    return named.setdefault((key, city or ""), fresh)


def _key(doc: DocView, mention: Mention, read: ReadOrganization, city: str | None) -> str:
    """Return what the names of one body have in common: 臺北市政府資訊局, 北市府資訊局."""
    if read.name_en is not None:
        return read.name_en
    if city is None or read.kind not in _LOCAL:
        # |市|環保局
        return plain_name(mention.text.removeprefix("市" if read.kind == "agency" else ""))
    if read.kind == "government":
        return core_name(mention.text) if is_local_office(mention.text) else "government"
    core = core_name(mention.text)
    if party_length(views.fold(mention.text)):
        return core
    first = next((m.end for m in doc.opening(mention, "CITY")), mention.start)
    rest = views.key(doc.text[first : mention.end])
    return rest if rest and rest[0] not in "市县" and len(rest) < len(core) else core


def _place(doc: DocView, mention: Mention, kind: str) -> tuple[str | None, str | None]:
    """Return the city and the country the name begins with or stands right behind."""
    first = doc.opening(mention, "CITY", "COUNTRY")
    if is_english(mention) and kind in PUBLIC:
        first = told_places(doc, mention)
    if not first and kind in PUBLIC:
        first = [
            m
            for m in adjacent_places(doc, mention.start)
            if kind != "representative_office" or m.label == "COUNTRY"
        ]
    cities = [m.entity_id for m in first if m.label == "CITY" and kind in _LOCAL]
    countries = [m.entity_id for m in first if m.label == "COUNTRY"]
    if not cities and not countries and kind in PUBLIC:
        countries = [country_of(doc, m.entity_id) for m in first if m.label == "CITY"]
    city = cities[0] if cities else None
    return city, (countries[0] if countries else country_of(doc, city))


def _bracketed(doc: DocView, mention: Mention, mentions: Iterable[Mention]) -> list[str]:
    """Return the abbreviation in brackets right after a name."""
    if doc.view[mention.end : mention.end + 1] != "(":
        return []
    close = doc.view.find(")", mention.end, mention.end + 80)
    return [
        other.text
        for other in doc.kept_in(mention.end, max(close, mention.end), "ORGANIZATION")
        # IMDA is known by that name, too.
        if other.form == "short"
        or (other.text.isascii() and (other.start, other.end) == (mention.end + 1, close))
    ]


def _short(
    doc: DocView,
    mention: Mention,
    lexicon: OrganizationsLexicon,
    home: str | None,
    bodies: list[Body],
    shorts: dict[str, Body],
) -> Body:
    """Return the body a short form stands for; a new one if the document names none."""
    if mention.text in shorts:
        return shorts[mention.text]
    read = read_organization(mention.text, lexicon)
    if _OF_STATE.fullmatch(doc.view, mention.start, mention.end):
        state = [b for b in bodies if views.key(b.name).endswith(views.key(mention.text))]
        return state[-1] if state else Body(read.kind, read.head, None, country_of(doc, home))
    if read.kind in _LOCAL and not mention.text.endswith(PARLIAMENTS):
        county = _county(doc, mention, bodies)
        city = county or row_city(doc, mention) or headed_city(doc, mention)
        city = city or city_in_sentence(doc, mention) or home
        for body in bodies:
            same = body.kind == read.kind and body.city_id == city
            # No 公所 is the 縣府.
            same = same and is_local_office(body.name) == is_local_office(mention.text)
            if same and (read.kind != "agency" or _may_be(body, mention, read.head)):
                return body
        return Body(read.kind, read.head, city, country_of(doc, city))
    whole = [b for b in bodies if views.key(b.name).startswith(views.key(mention.text))]
    if whole:
        return whole[0]
    told = (b for b in bodies if b.mentions[0].start < mention.start)
    earlier = [b for b in told if b.head == read.head or _ends_so(b, mention)]
    if earlier:
        return max(
            earlier,
            key=lambda b: max((m.start for m in b.mentions if m.start < mention.start), default=-1),
        )
    return Body(read.kind, read.head, None, None)


def _ends_so(body: Body, mention: Mention) -> bool:
    """Whether a body is called by the end of its name: 溫泉觀光協會, 協會."""
    name = views.key(body.name)
    return mention.form == "anaphora" and name.endswith(views.key(mention.text))


def _may_be(body: Body, mention: Mention, head: str) -> bool:
    """Whether an office is the one a short form stands for: 該局, but no 財政司 is a 政務司."""
    if mention.rule == UNIT:
        return views.key(body.name).endswith(views.key(mention.text))
    return body.head == head


def _county(doc: DocView, mention: Mention, bodies: list[Body]) -> str | None:
    """Return the county a 縣府 is of: its paragraph's, the only one told, the last; none abroad."""
    if doc.view[mention.start] != "县":
        return None
    if (topic := local_topic(doc, mention)) is not None:
        return topic
    halls = (b for b in bodies if b.kind == "government")
    named = {b.city_id for b in halls if views.fold("縣政府") in views.fold(b.name)}
    named = named or {c.city_id for c in doc.cities if c.name_zh.endswith("縣")}
    if len(named) == 1:
        return named.pop()
    before = doc.kept_in(max(0, mention.start - 120), mention.start, "CITY")
    counties = [one.entity_id for one in before if "县" in doc.view[one.end - 1 : one.end + 1]]
    return counties[-1] if counties else None


def _rows(doc: DocView, bodies: list[Body]) -> Iterable[Organization]:
    ids = {
        id(body): make_id(
            "organization", doc.document_id, views.key(body.name), body.city_id, body.country_code
        )
        for body in bodies
    }
    seen: set[str] = set()
    for body in bodies:
        organization_id = ids[id(body)]
        for mention in body.mentions:
            mention.entity_id = organization_id
        if organization_id in seen:
            continue
        seen.add(organization_id)
        yield Organization(
            organization_id=organization_id,
            name=body.name,
            name_en=body.name_en,
            kind=body.kind,
            variants=tuple(sorted({mention.text for mention in body.mentions})),
            parent_organization_id=ids[id(body.parent)] if body.parent else None,
            city_id=body.city_id,
            country_code=body.country_code,
            n_mentions=len(body.mentions),
            n_documents=1,
        )

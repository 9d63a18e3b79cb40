"""An owner of an initiative, and the place or body that a mention or a person stands for.

Contract: an owner is a city, a country or an organization, with the strength of the evidence.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.records import record
from pipeline.relations.statements.voices import Voices
from pipeline.relations.surroundings import Surroundings

# Codes of countries that stand for one city.
TERRITORIES = frozenset(("HK", "MO"))
_OFFICES = frozenset({"government", "agency", "council", "ministry"})
_TAIWAN = views.pattern("[台臺]灣")
# 東京灣, 基隆河 and 巴黎協定 are called after a city that has no part in them; 中臺灣 is no state.
_CALLED_AFTER = views.pattern(
    "灣|海峽|半島|河(?![濱岸堤床畔港川廊道面口流粉])|溪(?![頭谷畔邊流水岸口北南])|協定|議定書|公約"
)
_PART_OF_LAND = views.pattern("[東西南北中]部?$")
# |台灣|人生活支援窗口, |日|語志工隊: for people of a country, or in its language.
_ITS_PEOPLE = views.pattern("人(?!工)|語|文(?![化創教])|籍|裔|[商客僑]")


@record
class Owner:
    """Who does an initiative, and how surely the text says so (9 in the name, 1 by default)."""

    strength: int
    kind: str | None = None
    city_id: str | None = None
    country_code: str | None = None
    organization_id: str | None = None


NONE = Owner(0)


def of_place(voices: Voices, mention: Mention, strength: int) -> Owner:
    """Return the place or body a mention names as owner."""
    if mention.label == "COUNTRY":
        return Owner(strength, "country", None, mention.entity_id)
    if mention.label == "ORGANIZATION":
        return of_organization(voices, mention.entity_id, strength)
    return Owner(strength, "city", mention.entity_id, voices.country_of(mention.entity_id))


def of_organization(voices: Voices, organization_id: str | None, strength: int) -> Owner:
    """Return the city a body belongs to as owner, a ministry's country, else the body itself."""
    row = voices.body(organization_id)
    if row is None:
        return NONE
    if row.city_id is not None:
        return Owner(strength, "city", row.city_id, row.country_code)
    if row.kind == "ministry":
        return Owner(strength, "country", None, row.country_code)
    return Owner(strength, "organization", None, row.country_code, row.organization_id)


def of_actor(voices: Voices, place: Mention, strength: int) -> Owner | None:
    """Return the place or body as owner; an office without a city leaves it to the speaker."""
    owner = of_place(voices, place, strength)
    body = voices.body(owner.organization_id)
    is_office = body is not None and body.kind in _OFFICES and body.country_code is None
    return None if is_office else owner


def of_person(around: Surroundings, person_id: str | None) -> Owner | None:
    """Return the city a person holds office in, or the foreign country of an office."""
    standing = around.voices.of_person(person_id)
    if standing.city_id is not None:
        return Owner(4, "city", standing.city_id, standing.country_code)
    code = standing.country_code
    if code is not None and code != around.voices.country_of(around.home):
        return Owner(4, "country", None, code)
    return None


def names_taiwan(around: Surroundings, mention: Mention) -> bool:
    """Whether the sentence says that it is Taiwan's: 台灣數位發展部."""
    low, high = around.sentence(mention.start)
    high = max(high, mention.end)
    lands = around.doc.kept_in(low, high, "COUNTRY")
    is_told = any(land.entity_id == "TW" for land in lands)
    return is_told or _TAIWAN.search(around.doc.view, low, high) is not None


def places_in(doc: DocView, mention: Mention) -> list[Mention]:
    """Return the places in a name that tell whose it is, not what else is called after them."""
    return [
        place
        for place in doc.kept_in(mention.start, mention.end, "CITY", "COUNTRY")
        if not _CALLED_AFTER.match(doc.view, place.end, mention.end)
        and not (
            place.label == "COUNTRY"
            and (
                _PART_OF_LAND.search(doc.view, mention.start, place.start)
                or _ITS_PEOPLE.match(doc.view, place.end, mention.end)
            )
        )
    ]

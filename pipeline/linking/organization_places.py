"""The places around the name of a body: inside it, right before it, in its row of a table.

Contract: pure look-ups on resolved CITY and COUNTRY mentions.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.recognizers.organizations.implied import RULE

# 包括|新北市副市長…、
_OPENS_LIST = views.pattern("[ ]?(?:包括|包含|計有|以及|及|與|和|由|[\u3400-\u9fff]{1,4}的)?")
# An entry of a list ends a clause so far back at most.
_LONGEST_LIST = 300
_LISTS, _CLAUSE_ENDS = tuple("、及和與与暨"), ",。;:!?「」()\n"
# Regions that are one city: their offices are the city's.
REGIONS = frozenset({"HK", "MO"})
# Behind these stands a partner, not who acts.
_WITH = frozenset(views.fold("與和跟同"))


def is_city_department(doc: DocView, mention: Mention) -> bool:
    """Whether a name that ends like a ministry's begins with a city: 久留米市健康福祉部."""
    inside = doc.kept_in(mention.start, mention.end, "CITY")
    return any(city.start == mention.start and city.text[-1] in "市縣县" for city in inside)


def city_of_region(doc: DocView, country_code: str | None) -> str | None:
    """Return the city that a special administrative region is, if the document names it."""
    if country_code not in REGIONS:
        return None
    return next((c.city_id for c in doc.cities if c.country_code == country_code), None)


def adjacent_places(doc: DocView, start: int) -> list[Mention]:
    """Return the places that end at ``start`` but for blanks."""
    low = start
    while low > 0 and start - low < 3 and doc.text[low - 1] in " \u3000/":
        low -= 1
    near = doc.kept_in(max(0, low - 40), low, "CITY", "COUNTRY")
    return [mention for mention in reversed(near) if mention.end == low and mention.entity_id]


def row_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city of the table row around a mention (of its first cell that names one)."""
    row = doc.enclosing(mention, "table_row")
    if row is None:
        return None
    cities = doc.kept_in(row.start, mention.start, "CITY")
    return cities[0].entity_id if cities else None


def listed_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city of the entry before an office in its list of people that names one.

    …，高雄市副市長林欽榮、|經濟發展局|局長廖泰翔: the office is one of 高雄.
    """
    start = mention.start - 1
    if doc.view[start : start + 1] not in _LISTS or mention.rule == RULE:
        return None
    floor = max(0, start - _LONGEST_LIST)
    low = max(floor - 1, *(doc.view.rfind(mark, floor, start) for mark in _CLAUSE_ENDS)) + 1
    people = doc.kept_in(low, start, "PERSON")
    if not people or people[-1].end != start:
        return None
    while start > low:
        end, start = start, max(low, *(doc.view.rfind(m, low, start) + 1 for m in _LISTS))
        begun = _OPENS_LIST.match(doc.view, start) if start == low else None
        first = begun.end() if begun is not None else start
        places = doc.kept_in(start, end, "CITY", "COUNTRY")
        if places:
            is_city = places[0].label == "CITY" and places[0].start == first
            return places[0].entity_id if is_city else None
        start -= start > low
    return None


def city_in_sentence(doc: DocView, mention: Mention) -> str | None:
    """Return the nearest city before a mention in its own sentence, not one that is a partner.

    台中將與韓國仁川締結姊妹市，市府澄清: the city hall is that of 台中.
    """
    leaf = doc.segment(mention.segment_id)
    for other in reversed(doc.kept_in(leaf.start, mention.start, "CITY")):
        is_region = country_of(doc, other.entity_id) in REGIONS and doc.view[mention.start] == "市"
        if other.form != "anaphora" and not _is_partner(doc, leaf.start, other) and not is_region:
            return other.entity_id
    return None


def _is_partner(doc: DocView, low: int, city: Mention) -> bool:
    countries = doc.kept_in(low, city.start, "COUNTRY")
    start = countries[-1].start if countries and countries[-1].end == city.start else city.start
    return doc.view[start - 1 : start] in _WITH and start > low


def country_of(doc: DocView, city_id: str | None) -> str | None:
    """Return the country of one of the document's cities."""
    return next((c.country_code for c in doc.cities if c.city_id == city_id), None)

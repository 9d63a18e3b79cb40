"""Link the places of a document: mentions of cities and countries get their entity.

Contract: sets `entity_id` of every kept CITY and COUNTRY mention and appends one row per entity;
a city that cannot be linked has a row of its own with a local id and no coordinates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.contract import City, Country, Mention
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.linking.docview import DocView
from pipeline.places.forms import city_base_of, latin_key, place_key
from pipeline.places.lexicon import PlacesLexicon, Region
from pipeline.places.linker import Hints, Link, link_city
from pipeline.recognizers.places_spots import is_han

_GAP = re.compile(r"[\s/,·\-的]{0,3}")
_LATIN_BESIDE = re.compile(r"市?\s*[（(]\s*([A-ZÀ-Þ][^）)\d]{2,40}?)\s*[)）,，/]")


def link_places(doc: DocView, lexicon: PlacesLexicon) -> None:
    """Link all kept mentions of cities and countries in ``doc``."""
    counts: Counter[str] = Counter()
    for mention in doc.of_label("COUNTRY"):
        mention.entity_id = country_code(mention.text, lexicon)
        if mention.entity_id:
            counts[mention.entity_id] += 1
    context = _Context(doc, lexicon)
    links = _linked_names(doc, context, lexicon)
    groups: dict[str, tuple[Link, str | None, list[Mention]]] = {}
    for mention in doc.of_label("CITY"):
        link, country = links[city_key(mention.text, lexicon)]
        city_id = _city_id(link, country, mention.text)
        mention.entity_id = city_id
        groups.setdefault(city_id, (link, country, []))[2].append(mention)
    doc.cities.extend(_city_row(city_id, *groups[city_id], lexicon) for city_id in sorted(groups))
    for code in sorted(counts):
        row = country_row(code, lexicon)
        row.n_mentions, row.n_documents = counts[code], 1
        doc.countries.append(row)


def country_code(text: str, lexicon: PlacesLexicon) -> str | None:
    """Return the code of a country as written: full, short or Latin."""
    key = views.fold(text)
    return lexicon.country_names.get(key) or lexicon.short.get(key) or lexicon.country_of_cell(text)


def country_row(code: str, lexicon: PlacesLexicon) -> Country:
    """Return the row of a country without counts."""
    known = lexicon.countries[code]
    return Country(
        country_code=code,
        name_zh=known.name_zh,
        name_en=known.name_en,
        n_mentions=0,
        n_documents=0,
    )


def city_key(text: str, lexicon: PlacesLexicon) -> str:
    """Return the key under which mentions of a document name one city (大邱市 = 大邱).

    新竹縣 is not 新竹市: where an ending makes another place, it belongs to the key.
    """
    key = place_key(text)
    base = city_base_of(key)
    if key == base:
        return key
    full, short = lexicon.listed_places(key), lexicon.listed_places(base)
    return key if short and full != short else base


def _linked_names(
    doc: DocView, context: _Context, lexicon: PlacesLexicon
) -> dict[str, tuple[Link, str | None]]:
    mentions: dict[str, list[Mention]] = {}
    for mention in doc.of_label("CITY"):
        mentions.setdefault(city_key(mention.text, lexicon), []).append(mention)
    links: dict[str, tuple[Link, str | None]] = {}
    spelled: dict[str, tuple[Link, str | None]] = {}
    # Latin names last: most repeat a city that is named in Chinese as well.
    for key, found in sorted(mentions.items(), key=lambda item: item[0].isascii()):
        if latin_key(key) in spelled:
            links[key] = spelled[latin_key(key)]
            continue
        hints = context.hints(found)
        # The fullest form written tells most: 胡志明市 rather than 胡志明.
        names = sorted({mention.text for mention in found}, key=lambda name: (-len(name), name))
        tried = [link_city(name, hints, lexicon) for name in names]
        best = max(tried, key=lambda link: (link.place is not None, link.score))
        links[key] = (best, best.place.country if best.place else hints.country)
        if best.place is not None:
            names = lexicon.gazetteer.latin_names(best.place.row) if best.place.row >= 0 else []
            for name in (latin_key(best.place.name), *names):
                spelled.setdefault(name, links[key])
    return links


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    region: Region


class _Context:
    """What a document says about the whereabouts of its cities."""

    def __init__(self, doc: DocView, lexicon: PlacesLexicon) -> None:
        self.doc = doc
        self.countries = doc.of_label("COUNTRY")
        self.by_end = {m.end: m for m in self.countries}
        self.regions = [
            _Spot(start, end, lexicon.regions[doc.view[start:end]])
            for start, end in lexicon.scan.find(doc.view)
            if doc.view[start:end] in lexicon.regions
        ]
        self.region_by_end = {spot.end: spot for spot in self.regions}
        self.codes = frozenset(m.entity_id for m in self.countries if m.entity_id)

    def hints(self, mentions: Sequence[Mention]) -> Hints:
        """Return what is told about one city by all its mentions."""
        countries: Counter[str] = Counter()
        regions: Counter[Region] = Counter()
        near: Counter[Region] = Counter()
        latin = ""
        for mention in mentions:
            beside = self._region_before(mention)
            if beside is not None:
                regions[beside] += 1
                countries[beside.country] += 2
            country = self._country_before(mention)
            if country:
                countries[country] += 3
            elif beside is None:
                row = self._country_of_row(mention)
                if row:
                    countries[row] += 2
            near.update(self._regions_around(mention))
            if not latin:
                match = _LATIN_BESIDE.match(self.doc.text, mention.end)
                latin = match[1] if match else ""
        code = _most(countries)
        region = _most_region(regions) or _most_region(
            Counter({r: n for r, n in near.items() if code in (None, r.country)})
        )
        return Hints(code, region, latin, self.codes)

    def _country_before(self, mention: Mention) -> str | None:
        start = mention.start
        for end in range(start, max(start - 4, -1), -1):
            known = self.by_end.get(end)
            if known is not None and known.start < start:
                return known.entity_id if _GAP.fullmatch(self.doc.view, end, start) else None
        return None

    def _region_before(self, mention: Mention) -> Region | None:
        for end in range(mention.start, max(mention.start - 3, -1), -1):
            spot = self.region_by_end.get(end)
            if spot is not None and _GAP.fullmatch(self.doc.view, end, mention.start):
                return spot.region
        return None

    def _country_of_row(self, mention: Mention) -> str | None:
        """Return the country in a cell of its own in the mention's row, if the mention has one."""
        row = self.doc.enclosing(mention, "table_row")
        cell = self.doc.enclosing(mention, "cell")
        if row is None or cell is None or cell.text.strip() != mention.text:
            return None
        if column_role(cell.header or "", [mention.text]) == "home":
            return None
        for other in self.doc.kept_in(row.start, row.end, "COUNTRY"):
            around = self.doc.enclosing(other, "cell")
            if around is not None and around.text.strip() == other.text and around is not cell:
                return other.entity_id
        return None

    def _regions_around(self, mention: Mention) -> set[Region]:
        around = self.doc.enclosing(mention, "table_row") or self.doc.enclosing(
            mention, "sentence", "cell", "list_item", "paragraph"
        )
        if around is None:
            return set()
        return {s.region for s in self.regions if around.start <= s.start < around.end}


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _most_region(counts: Counter[Region]) -> Region | None:
    if not counts:
        return None
    return min(counts, key=lambda region: (-counts[region], region.name, region.country))


def _city_id(link: Link, country: str | None, name: str) -> str:
    if link.place is not None:
        return link.place.city_id
    return make_id("city", country, city_base_of(place_key(name)))


def _city_row(
    city_id: str,
    link: Link,
    country: str | None,
    mentions: Sequence[Mention],
    lexicon: PlacesLexicon,
) -> City:
    place = link.place
    return City(
        city_id=city_id,
        name_zh=_name_zh(link, mentions, lexicon),
        name_en=place.name if place else None,
        country_code=country if country in lexicon.countries else None,
        admin1=(place.admin1 or None) if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        population=(place.population or None) if place else None,
        link_method=link.method,
        link_score=round(link.score, 3),
        n_mentions=len(mentions),
        n_documents=1,
    )


def _name_zh(link: Link, mentions: Sequence[Mention], lexicon: PlacesLexicon) -> str:
    """Return the Taiwanese name if known, else the name as written most often, in Traditional.

    A 市 that is no part of the name is left out (匹茲堡市, but 東方市).
    """
    place = link.place
    if place is not None and place.name_zh:
        return place.name_zh
    written: Counter[str] = Counter()
    for mention in mentions:
        if is_han(mention.text[0]):
            base = mention.text.removesuffix("市")
            known = place is not None and place.row in lexicon.gazetteer.find(base)
            written[base if known else mention.text] += 1
    if not written:
        return (place.name_hant if place else "") or mentions[0].text
    name = min(written, key=lambda text: (-written[text], len(text), text))
    if views.traditional(name) != name:
        return (place.name_hant if place else "") or views.traditional(name)
    return name

"""Link the places of a document: mentions of cities and countries get their entity.

Contract: sets `entity_id` of every kept CITY and COUNTRY mention and appends one row per entity;
a city that cannot be linked has a row of its own with a local id and no coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.contract import City, Country, Mention
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.linking.place_context import Context, Whereabouts
from pipeline.places.forms import city_base_of, latin_key, place_key
from pipeline.places.lexicon import Link, PlacesLexicon
from pipeline.places.linker import Hints, link_city
from pipeline.recognizers.places.spots import is_han


def link_places(doc: DocView, lexicon: PlacesLexicon) -> None:
    """Link all kept mentions of cities and countries in ``doc``."""
    counts: Counter[str] = Counter()
    named: dict[str, str] = {}
    for mention in doc.of_label("COUNTRY"):
        first = doc.view[mention.start]
        last = named.get(first)
        side = last if _is_side(mention.text) else None
        mention.entity_id = side or country_code(mention.text, lexicon) or last
        if mention.entity_id:
            # 馬國 is the country last named that begins so.
            named[first] = mention.entity_id
            counts[mention.entity_id] += 1
    links = _link_all(doc, Context(doc, lexicon), lexicon)
    groups: dict[str, tuple[Link, str | None, list[Mention]]] = {}
    for mention in doc.of_label("CITY"):
        link, country = links[mention.mention_id]
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
    key = views.fold(text).removeprefix("全")
    key = key[0] if _is_side(text) else key
    return lexicon.country_names.get(key) or lexicon.short.get(key) or lexicon.country_of_cell(text)


def _is_side(text: str) -> bool:
    """Whether a country is written as who comes from it: 荷方, 日商."""
    return len(text) == len("荷方") and text[1] in "方商"


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


def _link_all(
    doc: DocView, context: Context, lexicon: PlacesLexicon
) -> dict[str, tuple[Link, str | None]]:
    """Return the link of every city mention, by mention id."""
    mentions: dict[str, list[Mention]] = {}
    for mention in doc.of_label("CITY"):
        mentions.setdefault(city_key(context.full_name(mention), lexicon), []).append(mention)
    links: dict[str, tuple[Link, str | None]] = {}
    spelled: dict[str, tuple[Link, str | None]] = {}
    # Latin names last: most repeat a city that is named in Chinese as well.
    for key, found in sorted(mentions.items(), key=lambda item: item[0].isascii()):
        known = spelled.get(latin_key(key))
        for group in [found] if known else _bearers(found, context, lexicon):
            link = known or _link_group(group, context, lexicon)
            links.update((mention.mention_id, link) for mention in group)
            place = link[0].place
            if place is not None and not known:
                names = lexicon.gazetteer.latin_names(place.row) if place.row >= 0 else []
                for name in (latin_key(place.name), *names):
                    spelled.setdefault(name, link)
    return links


def _link_group(
    mentions: Sequence[Mention], context: Context, lexicon: PlacesLexicon
) -> tuple[Link, str | None]:
    hints = context.hints(mentions)
    # The fullest form written tells most: 胡志明市 rather than 胡志明.
    written = {context.full_name(mention) for mention in mentions}
    names = sorted(written, key=lambda name: (-len(name), name))
    tried = [link_city(name, hints, lexicon) for name in names]
    best = max(tried, key=lambda link: (link.place is not None, link.score))
    return best, best.place.country if best.place else hints.country or hints.near


def _bearers(
    mentions: list[Mention], context: Context, lexicon: PlacesLexicon
) -> list[list[Mention]]:
    """Divide the mentions of one name by the Latin name beside each: 科隆 Colon, 科隆 Cologne.

    A mention without one is of the country beside it, else the city spelled last; names that are no
    places divide nothing.
    """
    told = [latin_key(context.latin_beside(mention)) for mention in mentions]
    spellings = list(dict.fromkeys(filter(None, told)))
    if len(spellings) > 1:
        groups = [
            [one for one, own in zip(mentions, told, strict=True) if own == name]
            for name in spellings
        ]
        places = [_link_group(group, context, lexicon)[0].place for group in groups]
        if all(places) and len({place.city_id for place in places if place}) > 1:
            countries = [place.country for place in places if place]
            last = 0
            for one, own in zip(mentions, told, strict=True):
                if own:
                    last = spellings.index(own)
                    continue
                where = context.whereabouts(one)
                near = where[0] if where else None
                groups[countries.index(near) if near in countries else last].append(one)
            return groups
    return _namesakes(mentions, context, lexicon)


def _namesakes(
    mentions: list[Mention], context: Context, lexicon: PlacesLexicon
) -> list[list[Mention]]:
    """Divide the mentions of one name among its bearers, each told by the country beside it.

    A mention without a country of its own is the city that was named last.
    """
    told = [context.whereabouts(mention) for mention in mentions]
    if len(set(told) - {None}) < 2:
        return [mentions]
    bearers = {
        where: _bearer(mentions[told.index(where)], where, lexicon)
        for where in dict.fromkeys(told)
        if where is not None
    }
    if len(set(bearers.values()) - {""}) < 2:
        return [mentions]
    groups: dict[str, list[Mention]] = {}
    cities = [bearers[where] if where else "" for where in told]
    last = next(city for city in cities if city)
    for mention, city in zip(mentions, cities, strict=True):
        last = city or last
        groups.setdefault(last, []).append(mention)
    return list(groups.values())


def _bearer(mention: Mention, where: Whereabouts, lexicon: PlacesLexicon) -> str:
    """Return the id of the city a name means in a country or region, empty if there is none."""
    country, region = where
    place = link_city(mention.text, Hints(country, region), lexicon).place
    return place.city_id if place is not None and place.country == country else ""


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

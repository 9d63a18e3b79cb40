"""Link a city name to the city it means.

Contract: pure.  Order of trust: `config/cities.csv`, lookup within the country, closure over the
Latin name, transliteration channel, abstention.  Research: lookup alone solves 21 of 33 summit
cities, closure and channel six more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.places.forms import base_of, city_base_of, latin_key, place_key
from pipeline.places.gazetteer import FREE, Place
from pipeline.places.latin import rows_of_latin, without_ending
from pipeline.places.lexicon import Link, PlacesLexicon, Region
from pipeline.places.speller import weigh

# Without a country only places of this size are meant.
_KNOWN_SIZE = 15_000
# A namesake found through its Latin name wins if it is this much larger (Fremont, California).
_LARGER = 3
# Thresholds of the channel, in units of 1/1000 nat, fitted to every other held-out name
# (docs/places.md): what a character may cost at least, and more for every lead over the next name.
_COSTLY = 800
_COSTLY_FOR_LEAD = 0.8
_DOUBTFUL = 500
# What a character costs of a place the gazetteer lacks, and its size: a guess must be better.
_UNKNOWN = 3_600
_UNKNOWN_SIZE = 2_000
_SURE = 4_000
_ALONE = 6_000
_GUESSED = 0.75
# Without a country beside it a name is spelled this well, and is this far ahead of the next.
_CLEAR = 900
# A city of this size is meant even beside the name of another country.
_FAMOUS = 500_000
# Names there are written in Chinese characters, not spelled by sound.
_OWN_CHARACTERS = frozenset({"CN", "TW", "HK", "MO", "JP"})
# Cities of a country the document names count this much more.
_AT_HOME = 4
# Namesakes that are listed count this much more: what readers in Taiwan think of first.
_LISTED = 4

# Links kept.
_KNOWN = 4000


@dataclass(frozen=True, slots=True)
class Hints:
    """What the text says about a city besides its name.

    Attributes:
        country: country it lies in, or None.
        region: division it lies in or is told of with, or None.
        latin: Latin spelling in brackets beside it, or empty.
        countries: other countries of the document.
        near: country that heads the list it stands in, or None; only a leaning.
    """

    country: str | None = None
    region: Region | None = None
    latin: str = ""
    countries: frozenset[str] = frozenset()
    near: str | None = None


def link_city(name: str, hints: Hints, lexicon: PlacesLexicon) -> Link:
    """Return the city that ``name`` means under ``hints``.

    Args:
        name: the name as written, in Chinese or Latin letters.
        hints: evidence of the text.
        lexicon: what is known of places.
    """
    key = place_key(name)
    code = lexicon.country_names.get(key, "")
    if hints.country in (None, code) and code and not lexicon.listed_places(key):
        # 盧森堡|市長: the 市 of a city named like its country went to the title.
        name, key, hints = name + "市", key + "市", replace(hints, country=code)
    own = lexicon.listed_places(key) if key_is_own(key, lexicon) else []
    if hints.country is None:
        return (
            Link(own[0], "list", 0.99) if own else _link_without_country(name, key, hints, lexicon)
        )
    link = _link_within(name, key, hints.country, hints, lexicon)
    if link.place is not None and link.score > _GUESSED:
        return link
    if own:
        return Link(own[0], "list", 0.99)
    if lexicon.freedom(key) == FREE or lexicon.listed_places(key):
        return _link_in_spite(name, key, link, hints, lexicon)
    return link


def _link_in_spite(name: str, key: str, link: Link, hints: Hints, lexicon: PlacesLexicon) -> Link:
    """Link a name that is not known in the country told beside it, but abroad.

    A famous city is meant anyhow; else a guess inside the country is better than a namesake abroad,
    even one little ahead of the next.
    """
    abroad = _link_anywhere(name, key, hints, lexicon)
    is_famous = abroad.place is not None and abroad.place.population >= _FAMOUS
    if not is_famous and hints.country is not None:
        guess = link if link.place is not None else _link_by_sound(key, hints.country, lexicon, 0)
        if guess.place is not None:
            return guess
    return Link(abroad.place, abroad.method, 0.6, "not in the country told beside it")


def _link_without_country(name: str, key: str, hints: Hints, lexicon: PlacesLexicon) -> Link:
    anywhere = _link_anywhere(name, key, hints, lexicon)
    if hints.near is None:
        return anywhere
    inside = _link_within(name, key, hints.near, hints, lexicon)
    if inside.place is None or inside.score <= _GUESSED:
        return anywhere
    size = anywhere.place.population if anywhere.place is not None else 0
    return inside if inside.place.population * _LARGER >= size else anywhere


def key_is_own(key: str, lexicon: PlacesLexicon) -> bool:
    """Whether a name is one of Taiwan's counties and cities, Hong Kong or Macau."""
    return key in lexicon.own_names or city_base_of(key) in lexicon.own_names


def _link_within(name: str, key: str, country: str, hints: Hints, lexicon: PlacesLexicon) -> Link:
    """Link within a country; the cities a corpus tells of come again in many documents."""
    region = hints.region if hints.region and hints.region.country == country else None
    asked = (name, key, country, region, _spelled(name, hints))
    known = lexicon.links
    if asked not in known:
        if len(known) > _KNOWN:
            known.clear()
        known[asked] = _look_within(*asked, lexicon)
    return known[asked]


def _look_within(
    name: str, key: str, country: str, region: Region | None, spelled: str, lexicon: PlacesLexicon
) -> Link:
    gazetteer = lexicon.gazetteer
    if spelled:
        found = gazetteer.find_latin(spelled, country)
        found = found or gazetteer.find_latin(without_ending(spelled), country)
        rows = _in_region(found, region, lexicon)
        if rows:
            return Link(gazetteer.place(rows[0]), "lookup", 0.97, "Latin spelling")
    listed = lexicon.listed_places(key, country)
    rows = gazetteer.find(name, country)
    named = closure(name, country, lexicon)
    if listed and _agrees(listed[0], region):
        return Link(listed[0], "list", 0.99)
    if listed:
        named = [*gazetteer.find_latin(listed[0].name, country), *named]
    if region and region.admin1:
        inside = _in_region([*rows, *named], region, lexicon)
        if inside and lexicon.gazetteer.admin1[inside[0]] == region.admin1:
            return Link(gazetteer.place(inside[0]), "lookup", 0.95, f"in {region.name}")
    if listed:
        return Link(listed[0], "list", 0.9)
    # Where names are written in Chinese, a Latin name in common says nothing.
    link = _best_of(rows, [] if rows and country in _OWN_CHARACTERS else named, lexicon)
    return link if link is not None else _link_by_sound(key, country, lexicon)


def _link_by_sound(key: str, country: str, lexicon: PlacesLexicon, least: int = _DOUBTFUL) -> Link:
    """Link by the transliteration channel, or abstain and tell the best guess.

    ``least`` is the lead over the next name that is asked for.
    """
    base = base_of(key)
    if country in _OWN_CHARACTERS or not all("\u3400" <= c <= "\u9fff" for c in base):
        return Link(None, "none", 0.0, "not known in the country")
    gazetteer = lexicon.gazetteer
    guesses = lexicon.speller.guesses(key, country)
    if not guesses:
        return Link(None, "none", 0.0, "not known in the country, and no name sounds like it")
    best = guesses[0]
    name = gazetteer.names[best.row]
    others = (guess for guess in guesses[1:] if gazetteer.names[guess.row] != name)
    rest = next(others, None)
    margin = min(best.score - rest.score, _ALONE) if rest else _ALONE
    limit = _COSTLY + round(_COSTLY_FOR_LEAD * max(margin, _DOUBTFUL))
    is_worse = best.score < weigh(_UNKNOWN * len(base), _UNKNOWN_SIZE)
    if is_worse or best.cost > limit * len(base) or margin < least:
        return Link(None, "none", 0.0, f"sounds like {name}, but not enough")
    score = 0.9 if margin >= _SURE else _GUESSED
    return Link(gazetteer.place(best.row), "channel", score, f"sounds like {name}")


def _spelled(name: str, hints: Hints) -> str:
    if hints.latin:
        return hints.latin
    return name if name.isascii() or not any("\u3400" <= c <= "\u9fff" for c in name) else ""


def _agrees(place: Place, region: Region | None) -> bool:
    return region is None or not region.admin1 or place.admin1 in ("", region.admin1)


def _in_region(rows: Sequence[int], region: Region | None, lexicon: PlacesLexicon) -> list[int]:
    """Return rows, those inside the region first, then by population."""
    gazetteer = lexicon.gazetteer
    wanted = region.admin1 if region else ""
    return sorted(
        dict.fromkeys(rows),
        key=lambda row: (
            bool(wanted) and gazetteer.admin1[row] != wanted,
            -gazetteer.populations[row],
            row,
        ),
    )


def closure(name: str, country: str, lexicon: PlacesLexicon) -> list[int]:
    """Return the cities of a country that share a Latin name with a bearer of this Chinese name.

    弗里蒙特 names Fremont in Nebraska; Fremont in California has no such name in the data.
    """
    gazetteer = lexicon.gazetteer
    found: list[int] = []
    for row in gazetteer.find(name)[:8]:
        found.extend(gazetteer.find_latin(gazetteer.names[row], country))
    for place in lexicon.listed_places(place_key(name)):
        found.extend(gazetteer.find_latin(place.name, country))
    return _in_region(found, None, lexicon)


def _best_of(rows: list[int], named: list[int], lexicon: PlacesLexicon) -> Link | None:
    gazetteer = lexicon.gazetteer
    populations = gazetteer.populations
    if rows:
        first = rows[0]
        if named and populations[named[0]] > _LARGER * max(populations[first], 1):
            return Link(gazetteer.place(named[0]), "closure", 0.8, "larger namesake")
        alone = len(rows) == 1 or populations[first] >= 5 * populations[rows[1]]
        return Link(gazetteer.place(first), "lookup", 0.95 if alone else 0.8)
    if named:
        return Link(gazetteer.place(named[0]), "closure", 0.85, gazetteer.names[named[0]])
    return None


def _link_anywhere(name: str, key: str, hints: Hints, lexicon: PlacesLexicon) -> Link:
    """Link without a country: listed and large places, those of the document's countries first."""
    gazetteer = lexicon.gazetteer
    if hints.region is not None:
        link = _link_within(name, key, hints.region.country, hints, lexicon)
        if link.place is not None and link.place.admin1 == hints.region.admin1:
            return link
    places = list(lexicon.listed_places(key))
    rows = _rows_anywhere(name, lexicon)
    known = {place.city_id for place in places}
    places += [p for p in map(gazetteer.place, rows[:10]) if p.city_id not in known]
    if hints.latin:
        spelled = latin_key(hints.latin)
        same = [p for p in places if spelled in (latin_key(p.name), *_spellings(p, lexicon))]
        places = same or places
    if not places and hints.latin:  # 盧布爾雅納（Ljubljana）
        places = [gazetteer.place(row) for row in _rows_anywhere(hints.latin, lexicon)[:10]]
    if not places:
        return _link_by_sound_anywhere(key, hints.countries, lexicon)
    weights = [
        max(place.population, 1)
        * (_AT_HOME if place.country in hints.countries else 1)
        * (_LISTED if place.city_id in known else 1)
        for place in places
    ]
    best = max(range(len(places)), key=lambda index: (weights[index], -index))
    rest = max((w for index, w in enumerate(weights) if index != best), default=0)
    score = 0.9 if weights[best] >= 10 * rest else 0.75
    return Link(places[best], "list" if places[best].city_id in known else "lookup", score)


def _link_by_sound_anywhere(key: str, told: frozenset[str], lexicon: PlacesLexicon) -> Link:
    """Link a name that one city alone spells in a country the document tells of."""
    base = base_of(key)
    if len(base) > 2 and all("\u3400" <= c <= "\u9fff" for c in base):
        limit = _CLEAR * len(base)
        for country in sorted(told - _OWN_CHARACTERS):
            guesses = lexicon.speller.guesses(key, country)
            rest = guesses[1].score if len(guesses) > 1 else 0
            if guesses and guesses[0].cost <= limit and guesses[0].score >= rest + _CLEAR:
                place = lexicon.gazetteer.place(guesses[0].row)
                return Link(place, "channel", _GUESSED - 0.05, f"sounds like {place.name}")
    return Link(None, "none", 0.0, "not known, and no country is told")


def _rows_anywhere(name: str, lexicon: PlacesLexicon) -> list[int]:
    """Return the rows of cities of some size with a Chinese or Latin name, in any country."""
    gazetteer = lexicon.gazetteer
    if any("\u3400" <= c <= "\u9fff" for c in name):
        rows = gazetteer.find(name)
    elif not (rows := rows_of_latin(name, gazetteer, lexicon.countries)):
        rows = rows_of_latin(without_ending(name), gazetteer, lexicon.countries)
    return [row for row in rows if gazetteer.populations[row] >= _KNOWN_SIZE]


def _spellings(place: Place, lexicon: PlacesLexicon) -> list[str]:
    return lexicon.gazetteer.latin_names(place.row) if place.row >= 0 else []

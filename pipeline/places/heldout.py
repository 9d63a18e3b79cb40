"""Measure linking on names that neither gazetteer nor transliteration channel has seen.

Contract: pure functions of GeoNames and CLDR records; the same packages give the same figures.
One fifth of the cities (chosen by a hash of their id) lose their Chinese names; the channel is
trained on the rest.  ``config/cities.csv`` is never used.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from pipeline.places import build, train
from pipeline.places.channel_table import encode_table
from pipeline.places.forms import base_of, place_key
from pipeline.places.gazetteer import Gazetteer, Place
from pipeline.places.lexicon import PlacesLexicon
from pipeline.places.linker import Hints, link_city
from pipeline.places.speller import Speller

# Names there are written in Chinese characters themselves.
CJK = frozenset({"CN", "TW", "HK", "MO", "JP", "KR", "KP"})
_MIN_POPULATION = 15_000
_EARTH_KM = 6_371.0
# Within this distance lie a city and its double in GeoNames (Irákleion, Irákleio).
_SAME_PLACE_KM = 25.0


@dataclass(frozen=True, slots=True)
class Query:
    """A Chinese name and the city it means."""

    name: str
    record: dict[str, Any]


@dataclass(slots=True)
class Score:
    """How many queries there were, how many were answered, and right at first or in five.

    For links ``five`` counts the best guess too where the linker abstains.
    """

    n: int = 0
    kept: int = 0
    first: int = 0
    five: int = 0
    exact: int = 0

    def line(self) -> str:
        """Return the figures in one line."""
        return (
            f"n={self.n} accuracy@1={self.first / self.n:.3f} @5={self.five / self.n:.3f} "
            f"(same GeoNames id @1={self.exact / self.n:.3f})"
        )


def is_held_out(record: build.Record) -> bool:
    """Whether a city is one of the fifth that is not learned from."""
    digest = sha256(str(record["geonameid"]).encode()).digest()
    return record["countrycode"] not in CJK and digest[0] % 5 == 0


def world(records: Sequence[build.Record]) -> Gazetteer:
    """Return the gazetteer of all records without CLDR and without the names held out."""
    hidden = frozenset(r["geonameid"] for r in records if is_held_out(r))
    return Gazetteer(build.encode_records(records, {}, hidden))


def trained(gazetteer: Gazetteer) -> bytes:
    """Return the channel learned from a gazetteer."""
    return encode_table(train.train(*train.pairs_of(gazetteer)))


def unseen(records: Sequence[build.Record], gazetteer: Gazetteer) -> list[Query]:
    """Return the names of larger cities held out that no other city bears."""
    known = {key for key, _ in gazetteer.han_items()}
    found: dict[tuple[str, str], Query] = {}
    for record in records:
        if not is_held_out(record) or record["population"] < _MIN_POPULATION:
            continue
        for name in build.han_names(record):
            key = base_of(place_key(name))
            if key not in known and place_key(name) not in known and 2 <= len(key) <= 12:
                found.setdefault((record["countrycode"], key), Query(key, dict(record)))
    return list(found.values())


def exemplars(records: Sequence[build.Record]) -> list[Query]:
    """Return the cities CLDR has Taiwanese names for, those written in Chinese left out."""
    names = build.cldr_names(records)
    return [
        Query(names[r["geonameid"]], dict(r))
        for r in records
        if r["geonameid"] in names and r["countrycode"] not in CJK
    ]


def rank(queries: Sequence[Query], speller: Speller, gazetteer: Gazetteer, country: bool) -> Score:
    """Score the channel alone, in the country of each city or over the world."""
    score = Score()
    for query in queries:
        code = query.record["countrycode"] if country else None
        guesses = speller.guesses(place_key(query.name), code)[:5]
        places = [gazetteer.place(guess.row) for guess in guesses]
        right = [is_same(place, query.record) for place in places]
        score.n += 1
        score.first += any(right[:1])
        score.five += any(right)
        score.exact += bool(places) and places[0].city_id == str(query.record["geonameid"])
    return score


def link(queries: Sequence[Query], lexicon: PlacesLexicon) -> tuple[Score, Iterator[str]]:
    """Score the linker given the country, and tell its mistakes."""
    score = Score()
    wrong: list[str] = []
    for query in queries:
        country = query.record["countrycode"]
        answer = link_city(query.name, Hints(country), lexicon)
        right = answer.place is not None and is_same(answer.place, query.record)
        score.n += 1
        score.kept += answer.place is not None
        score.first += right
        guesses = lexicon.speller.guesses(place_key(query.name), country)[:1]
        guessed = answer.place is None and guesses
        score.five += right or bool(
            guessed and is_same(lexicon.gazetteer.place(guesses[0].row), query.record)
        )
        if not right:
            got = answer.place.name if answer.place else answer.reason
            wrong.append(f"{country} {query.name} = {query.record['name']}, got {got}")
    return score, iter(wrong)


def without_list(lexicon: PlacesLexicon, gazetteer: Gazetteer, table: bytes) -> PlacesLexicon:
    """Return the lexicon with other data and without ``config/cities.csv``."""
    speller = Speller(table, gazetteer, lexicon.speller.words)
    bare = frozenset[str]()
    return replace(
        lexicon,
        gazetteer=gazetteer,
        speller=speller,
        listed={},
        own_names=bare,
        links={},
        listed_names={},
    )


def is_same(place: Place, record: build.Record) -> bool:
    """Whether a place is that of a record, or its double."""
    if place.city_id == str(record["geonameid"]):
        return True
    if place.country != record["countrycode"] or place.latitude is None or place.longitude is None:
        return False
    return (
        _distance(place.latitude, place.longitude, record["latitude"], record["longitude"])
        <= _SAME_PLACE_KM
    )


def _distance(latitude: float, longitude: float, other: float, further: float) -> float:
    one, two = math.radians(latitude), math.radians(other)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(further - longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))

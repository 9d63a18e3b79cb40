"""Everything the place rules know: countries, regions, listed cities, gazetteer, stop words.

Contract: built from the rows of `config/*.csv` and the bytes of `config/gazetteer.bin`; immutable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.ids import make_id
from pipeline.language import views
from pipeline.places.forms import city_base_of, latin_key, place_key
from pipeline.places.gazetteer import FREE, LICENSED, WORD, Gazetteer, Place
from pipeline.places.names import Names
from pipeline.places.speller import Speller
from pipeline.records import record


class Source(Protocol):
    """Where lexicon rows and binary files come from (`pipeline.resources.LexiconTables`)."""

    def __getitem__(self, stem: str) -> Sequence[Mapping[str, str]]:
        """Return the rows of a CSV file."""

    def data(self, name: str) -> bytes:
        """Return a binary file."""


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country: ISO 3166-1 alpha-2 code, Taiwanese and English name."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level division: name, country and GeoNames code (may be empty)."""

    name: str
    country: str
    admin1: str


@record
class Link:
    """The city a name means: place (None: unknown), method, certainty 0..1, and why."""

    place: Place | None
    method: str
    score: float
    reason: str = ""


@dataclass(slots=True)
class PlacesLexicon:
    """Names of places and how freely they may be matched.

    Attributes:
        gazetteer: cities of the world.
        countries: by code.
        country_names: folded Chinese names -> code.
        country_latin: Latin names -> code, for table cells.
        short: one-character folded form -> code.
        regions: folded names -> region.
        listed: (folded name, country) -> place of `config/cities.csv`.
        stopwords: folded words that look like a place and are none (日月潭, 巴黎協定).
        guarded: folded names that need a licence, however large the city (people's names, words).
        plain: folded names of two characters that are never a word (柏林, 首爾).
        own_names: folded names of Taiwan's counties and cities, Hong Kong and Macau.
        scan: names that are matched anywhere: countries, regions, free cities.
        speller: the transliteration channel.
        short_listed: by country, folded names of two characters of `config/cities.csv` that need
            a licence and are no ordinary words.
        links: what `linker` found, by what it was asked.
        heads, tails: first and last two characters of all names `freedom` knows.
        listed_names: the cities of each name of `config/cities.csv`.
        listed_heads, listed_tails: those of the names of `config/cities.csv`.
    """

    gazetteer: Gazetteer
    countries: dict[str, CountryName]
    country_names: dict[str, str]
    country_latin: dict[str, str]
    short: dict[str, str]
    regions: dict[str, Region]
    listed: dict[tuple[str, str], Place]
    stopwords: frozenset[str]
    guarded: frozenset[str]
    plain: frozenset[str]
    own_names: frozenset[str]
    scan: Names
    speller: Speller
    heads: frozenset[str] = field(init=False)
    tails: frozenset[str] = field(init=False)
    listed_heads: frozenset[str] = field(init=False)
    listed_tails: frozenset[str] = field(init=False)
    short_listed: dict[str, list[str]] = field(default_factory=dict)
    links: dict[tuple[str, str, str, Region | None, str], Link] = field(default_factory=dict)
    listed_names: dict[str, list[Place]] = field(default_factory=dict)
    _freedoms: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for (key, _), place in self.listed.items():
            self.listed_names.setdefault(key, []).append(place)
        marked = {*self.listed_names, *self.guarded, *self.plain, *self.own_names, *self.stopwords}
        self._freedoms.update((key, self._marked_freedom(key)) for key in sorted(marked))
        for key, country in sorted(self.listed):
            # Cities of Japan are family names as well; those of Taiwan have slots of their own.
            is_plain = country not in ("JP", "TW") and key not in self.guarded
            if len(key) == 2 and is_plain and self.freedom(key) == LICENSED:
                self.short_listed.setdefault(country, []).append(key)
        names = [*self._freedoms, *self.gazetteer.han_keys]
        self.heads = frozenset(name[:2] for name in names)
        self.tails = frozenset(name[-2:] for name in names)
        self.listed_heads = frozenset(name[:2] for name in self.listed_names)
        self.listed_tails = frozenset(name[-2:] for name in self.listed_names)

    def terms(self) -> list[str]:
        """Return names the word cutter keeps whole: countries, regions, listed cities."""
        names = {*self.country_names, *self.regions, *self.listed_names}
        return sorted(name for name in names if len(name) > 1)

    def freedom(self, key: str) -> str:
        """Return how freely a folded city name may be matched (see `Gazetteer.freedom`)."""
        marked = self._freedoms.get(key)
        return self.gazetteer.freedom(key) if marked is None else marked

    def _marked_freedom(self, key: str) -> str:
        if key in self.stopwords:
            return ""
        if key in self.own_names or key in self.plain:
            return FREE
        known = self.gazetteer.freedom(key)
        if key in self.guarded and known == FREE:
            return LICENSED
        if key in self.listed_names and known != FREE:
            return WORD if known == WORD else LICENSED
        return known

    def listed_places(self, key: str, country: str | None = None) -> list[Place]:
        """Return the places of `config/cities.csv` with this folded name, or its base.

        A county is not the town it is named after: 屏東市 is not 屏東縣.
        """
        found = self.listed_names.get(key, [])
        if not found:
            base = city_base_of(key)
            ending = key[len(base) :]
            found = [
                place
                for place in self.listed_names.get(base, [])
                if not ending or not _is_county(place)
            ]
        return [place for place in found if country in (None, place.country)]

    def country_of_cell(self, text: str) -> str | None:
        """Return the country a whole table cell names in Chinese or Latin letters, or None."""
        return self.country_names.get(place_key(text)) or self.country_latin.get(latin_key(text))


def _is_county(place: Place) -> bool:
    return place.country == "TW" and place.name_zh.endswith("縣")


def build(source: Source) -> PlacesLexicon:
    """Build the lexicon."""
    gazetteer = Gazetteer(source.data("gazetteer.bin"))
    countries, names, latin, short = _countries(source["countries"])
    regions = _regions(source["regions"])
    listed = _listed(source["cities"], gazetteer)
    uses = {place_key(row["word"]): row["use"] for row in source["place_stopwords"]}
    stopwords = frozenset(key for key, use in uses.items() if use == "block")
    guarded = frozenset(key for key, use in uses.items() if use == "licensed")
    plain = frozenset(key for key, use in uses.items() if use == "free")
    home = ("TW", "HK", "MO")
    own = frozenset(key for key, country in listed if country in home and len(key) > 1)
    # 北市 and its kind need a slot of their own.
    own = frozenset(key for key in own if len(key) > 2 or key[-1] not in "市县")
    free = [*own, *plain, *gazetteer.free_names(), *(key for key, _ in listed if len(key) > 2)]
    cities = [name for name in free if name not in guarded]
    # Guarded names are passed over there, so that no name inside is found: 史|丹佛.
    inner = [name for name in guarded if len(name) > 2]
    scan = Names([*names, *regions, *stopwords, *cities, *inner])
    return PlacesLexicon(
        gazetteer,
        countries,
        names,
        latin,
        short,
        regions,
        listed,
        stopwords,
        guarded,
        plain,
        own,
        scan,
        Speller(source.data("transliteration.bin"), gazetteer, _words(source["place_words"])),
    )


def _words(rows: Sequence[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return what parts of names mean, in Latin letters without spaces."""
    return {
        place_key(row["word"]): tuple(
            dict.fromkeys(latin_key(word).replace(" ", "") for word in _split(row["latin"]))
        )
        for row in rows
    }


def _split(cell: str) -> list[str]:
    return [name for name in cell.split("|") if name]


def _countries(
    rows: Sequence[Mapping[str, str]],
) -> tuple[dict[str, CountryName], dict[str, str], dict[str, str], dict[str, str]]:
    countries: dict[str, CountryName] = {}
    names: dict[str, str] = {}
    latin: dict[str, str] = {}
    short: dict[str, str] = {}
    for row in rows:
        code = row["code"]
        countries[code] = CountryName(code, row["name_zh"], row["name_en"])
        for name in [row["name_zh"], *_split(row["aliases"])]:
            names.setdefault(views.fold(name), code)
        for name in [row["name_en"], *_split(row["aliases_en"])]:
            latin.setdefault(latin_key(name), code)
        for name in _split(row["short"]):
            short[views.fold(name)] = code
    return countries, names, latin, short


def _regions(rows: Sequence[Mapping[str, str]]) -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for row in rows:
        region = Region(row["name"], row["country_code"], row["admin1"])
        for name in [row["name"], *_split(row["aliases"])]:
            regions.setdefault(views.fold(name), region)
    return regions


def _listed(
    rows: Sequence[Mapping[str, str]], gazetteer: Gazetteer
) -> dict[tuple[str, str], Place]:
    listed: dict[tuple[str, str], Place] = {}
    numbers = gazetteer.rows_of_ids(row["geonames_id"] for row in rows)
    for row in rows:
        place = _listed_place(row, gazetteer, numbers)
        for name in [row["name_zh"], *_split(row["aliases"])]:
            listed.setdefault((place_key(name), place.country), place)
    return listed


def _listed_place(
    row: Mapping[str, str], gazetteer: Gazetteer, numbers: Mapping[str, int]
) -> Place:
    number = numbers.get(row["geonames_id"])
    known = gazetteer.place(number) if number is not None else None
    country = row["country_code"]
    return Place(
        row=-1 if number is None else number,
        city_id=row["geonames_id"] or make_id("city", country, place_key(row["name_zh"])),
        name=row["name_en"] or (known.name if known else ""),
        name_zh=row["name_zh"],
        country=country,
        admin1=known.admin1 if known else "",
        latitude=known.latitude if known else _number(row["latitude"]),
        longitude=known.longitude if known else _number(row["longitude"]),
        population=int(row["population"] or (known.population if known else 0)),
    )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None

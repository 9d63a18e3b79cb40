"""The configuration of places is sound, and tells what Taiwan calls countries and cities."""

from __future__ import annotations

import csv

import pytest

from pipeline.linking.places import country_code
from pipeline.places.lexicon import PlacesLexicon
from pipeline.places.sources import source_of

from .conftest import CONFIG


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("奈及利亞", "NG"),
        ("尼日利亚", "NG"),
        ("尼日", "NE"),
        ("韓國", "KR"),
        ("南韓", "KR"),
        ("捷克共和國", "CZ"),
        ("寮國", "LA"),
        ("老挝", "LA"),
        ("祕魯", "PE"),
        ("沙特", "SA"),
        ("象牙海岸", "CI"),
        ("臺", "TW"),
        ("英", "GB"),
        ("喬治亞", "GE"),
        ("Czech Republic", "CZ"),
    ],
)
def test_country_names(name: str, code: str, lexicon: PlacesLexicon) -> None:
    assert country_code(name, lexicon) == code


def test_listed_cities_exist_in_their_country(lexicon: PlacesLexicon) -> None:
    with (CONFIG / "cities.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    known = lexicon.gazetteer.rows_of_ids(row["geonames_id"] for row in rows)
    for row in rows:
        assert row["country_code"] in lexicon.countries, row
        if row["geonames_id"]:
            number = known[row["geonames_id"]]
            assert lexicon.gazetteer.country_of(number) == row["country_code"], row


def test_regions_have_a_division_of_the_gazetteer(lexicon: PlacesLexicon) -> None:
    gazetteer = lexicon.gazetteer
    for region in lexicon.regions.values():
        rows = gazetteer.in_country(region.country)
        assert any(gazetteer.admin1[row] == region.admin1 for row in rows), region


# Cities governed by their county that are listed as well.
COUNTY_CITIES = {"Zhubei", "Toufen", "Douliu", "Taibao", "Puzi", "Magong"}


def test_all_counties_and_cities_of_taiwan(lexicon: PlacesLexicon) -> None:
    places = {place.name for (_, country), place in lexicon.listed.items() if country == "TW"}
    counties = {place for place in places if place not in COUNTY_CITIES}
    assert len(counties) == 22
    assert {"Taipei", "New Taipei", "Keelung", "Kaohsiung", "Hsinchu", "Hsinchu County"} <= places


def test_each_line_names_the_best_source_the_data_has(lexicon: PlacesLexicon) -> None:
    gazetteer = lexicon.gazetteer
    with (CONFIG / "cities.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    numbers = gazetteer.rows_of_ids(row["geonames_id"] for row in rows)
    for row in rows:
        best = source_of(row, gazetteer, numbers.get(row["geonames_id"]))
        assert row["source"] == best, (row, "python -m pipeline.places.sources writes it")


def test_population_of_a_city_geonames_counts_wrongly(lexicon: PlacesLexicon) -> None:
    taipei, taoyuan = (lexicon.listed[name, "TW"] for name in ("台北市", "桃园市"))
    assert (taipei.population, taoyuan.population) == (2_511_886, 2_317_445)


def test_words_of_places_are_plain_letters(lexicon: PlacesLexicon) -> None:
    for word, latin in lexicon.speller.words.items():
        assert latin, word
        assert all(name.isascii() and name.isalpha() for name in latin), word

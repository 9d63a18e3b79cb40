"""The configuration of places is sound, and tells what Taiwan calls countries and cities."""

from __future__ import annotations

import csv

import pytest

from pipeline.linking.places import country_code
from pipeline.places.lexicon import PlacesLexicon

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


def test_all_counties_and_cities_of_taiwan(lexicon: PlacesLexicon) -> None:
    places = {place.name for (_, country), place in lexicon.listed.items() if country == "TW"}
    assert len(places) == 22
    assert {"Taipei", "New Taipei", "Keelung", "Kaohsiung", "Hsinchu", "Hsinchu County"} <= places

"""Which city a Chinese name means."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.places.lexicon import PlacesLexicon, Region
from pipeline.places.linker import Hints, link_city
from pipeline.places.summit_cities import CASES


@pytest.mark.parametrize(("country", "name", "expected"), CASES, ids=[c[1] for c in CASES])
def test_summit_cities(country: str, name: str, expected: str, lexicon: PlacesLexicon) -> None:
    link = link_city(name, Hints(country), lexicon)
    assert link.place is not None
    assert (link.place.name, link.place.country) == (expected.removesuffix(" *"), country)


def test_summit_cities_without_the_list(lexicon: PlacesLexicon) -> None:
    bare = dataclasses.replace(lexicon, listed={}, listed_names={})
    links = [
        (link_city(name, Hints(country), bare), link_city(name, Hints(country), lexicon))
        for country, name, _ in CASES
    ]
    right = [a for a, b in links if a.place and b.place and a.place.city_id == b.place.city_id]
    assert len(right) >= 23


@pytest.mark.parametrize(
    ("name", "hints", "expected"),
    [
        ("哥多華", Hints("AR"), ("Córdoba", "AR")),
        ("哥多華", Hints("ES"), ("Córdoba", "ES")),
        ("聖地牙哥", Hints("CL"), ("Santiago", "CL")),
        ("聖地牙哥", Hints("US"), ("San Diego", "US")),
        ("安地瓜市", Hints("GT"), ("Antigua Guatemala", "GT")),
        ("盧布爾雅納", Hints(latin="Ljubljana"), ("Ljubljana", "SI")),
        ("烏特列特市", Hints(latin="Utrecht"), ("Utrecht", "NL")),
        ("東方市", Hints("PY"), ("Ciudad del Este", "PY")),
        ("奧克蘭", Hints("NZ"), ("Auckland", "NZ")),
        ("首爾特別市", Hints(), ("Seoul", "KR")),
        ("聖荷西", Hints(countries=frozenset({"CR"})), ("San José", "CR")),
        ("聖地牙哥", Hints(latin="San Diego"), ("San Diego", "US")),
        ("屏東縣", Hints(), ("Pingtung", "TW")),
        ("屏東市", Hints("TW"), ("Pingtung", "TW")),
        ("新竹", Hints(), ("Hsinchu", "TW")),
        ("臺北", Hints("JP"), ("Taipei", "TW")),
    ],
)
def test_homonyms(
    name: str, hints: Hints, expected: tuple[str, str], lexicon: PlacesLexicon
) -> None:
    link = link_city(name, hints, lexicon)
    assert link.place is not None
    assert (link.place.name, link.place.country) == expected


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [("里奇蒙", "US", "CA"), ("里奇蒙", "US", "VA"), ("曼徹斯特", "US", "NH")],
)
def test_region_decides(name: str, country: str, admin1: str, lexicon: PlacesLexicon) -> None:
    hints = Hints(country, Region("region", country, admin1))
    link = link_city(name, hints, lexicon)
    assert link.place is not None
    assert link.place.admin1 == admin1


def test_an_unknown_name_is_not_linked(lexicon: PlacesLexicon) -> None:
    assert link_city("庫魯瓦提薩", Hints(), lexicon).place is None


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("羅托路瓦", "NZ", "Rotorua"),
        ("陶波", "NZ", "Taupo"),
        ("奧林加", "KE", None),
        ("塞伊奈約基", "FI", "Seinäjoki"),
        ("帕利基爾", "FM", "Palikir"),
        ("寶城郡", "KR", "Boseong"),
        ("邊和市", "VN", "Biên Hòa"),
        ("努美亞", "NC", "Nouméa"),
        ("甘露市", "CA", "Kamloops"),
        ("奧爾多納", "IT", "Ordona"),
    ],
)
def test_small_and_far_places(
    name: str, country: str, expected: str | None, lexicon: PlacesLexicon
) -> None:
    place = link_city(name, Hints(country), lexicon).place
    assert (place.name if place else None) == expected


def test_country_of_a_list_is_only_a_leaning(lexicon: PlacesLexicon) -> None:
    inside = link_city("哈拉帕", Hints(near="MX"), lexicon)
    abroad = link_city("倫敦", Hints(near="US"), lexicon)
    assert inside.place is not None
    assert abroad.place is not None
    assert (inside.place.country, abroad.place.country) == ("MX", "GB")


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("慕尼黑", "FR", "DE"),
        ("巴塞隆納", "IT", "ES"),
        ("特魯希略", "HN", "HN"),
        ("昆卡", "ES", "ES"),
    ],
)
def test_famous_city_or_the_country_told(
    name: str, country: str, expected: str, lexicon: PlacesLexicon
) -> None:
    place = link_city(name, Hints(country), lexicon).place
    assert place is not None
    assert place.country == expected

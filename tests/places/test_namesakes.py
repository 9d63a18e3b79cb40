"""Cities of one name in one document are told apart by the country beside each mention."""

from __future__ import annotations

import pytest

from pipeline.linking.places import link_places
from pipeline.places.lexicon import PlacesLexicon
from pipeline.places.linker import Hints, link_city

from .test_link_places import Cell, prose, view


def countries(rows: list[list[Cell]], name: str, lexicon: PlacesLexicon) -> list[str | None]:
    """Return the country of each mention whose text begins with ``name``, by position."""
    doc = view(rows, lexicon)
    link_places(doc, lexicon)
    by_id = {city.city_id: city for city in doc.cities}
    mentions = [m for m in doc.of_label("CITY") if m.text.startswith(name)]
    return [by_id[m.entity_id or ""].country_code for m in mentions]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("阿根廷哥多華市長會見西班牙哥多華副市長", "哥多華", ["AR", "ES"]),
        ("智利聖地牙哥市長先到，美國聖地牙哥副市長後到", "聖地牙哥", ["CL", "US"]),
        ("西班牙瓦倫西亞與委內瑞拉瓦倫西亞同名，瓦倫西亞市長笑說", "瓦倫西亞", ["ES", "VE", "VE"]),
        ("英國劍橋市長。美國劍橋市長。", "劍橋", ["GB", "US"]),
        ("伯明罕市（英國）與伯明罕市（美國）締盟", "伯明罕", ["GB", "US"]),
        ("紐西蘭漢密爾頓市長與加拿大漢密爾頓市長", "漢密爾頓", ["NZ", "CA"]),
    ],
)
def test_country_beside_each_mention_decides(
    text: str, name: str, expected: list[str], lexicon: PlacesLexicon
) -> None:
    assert countries(prose(text), name, lexicon) == expected


def test_a_mention_alone_is_the_city_named_last(lexicon: PlacesLexicon) -> None:
    rows = prose(
        "智利聖地牙哥市長發言。", "聖地牙哥將擴大。", "美國聖地牙哥代表回應。", "聖地牙哥也會。"
    )
    assert countries(rows, "聖地牙哥", lexicon) == ["CL", "CL", "US", "US"]


def test_a_mention_alone_is_the_city_spelled_last_or_of_the_country_beside_it(
    lexicon: PlacesLexicon,
) -> None:
    rows = prose(
        "智利聖地牙哥（Santiago）市長發言。聖地牙哥將擴大。",
        "美國聖地牙哥（San Diego）代表回應。聖地牙哥也會。",
        "智利聖地牙哥樂見。",
    )
    assert countries(rows, "聖地牙哥", lexicon) == ["CL", "CL", "US", "US", "CL"]


def test_a_country_that_has_no_such_city_does_not_divide(lexicon: PlacesLexicon) -> None:
    rows = prose("臺北市長表示，日本臺北市友好協會與美國臺北市同鄉會出席")
    assert set(countries(rows, "臺北", lexicon)) == {"TW"}


def test_regions_of_one_country_divide_too(lexicon: PlacesLexicon) -> None:
    doc = view(prose("美國維吉尼亞州里奇蒙市長與加州里奇蒙市長同台"), lexicon)
    link_places(doc, lexicon)
    assert sorted(city.admin1 or "" for city in doc.cities) == ["CA", "VA"]


def test_rows_of_a_table_divide(lexicon: PlacesLexicon) -> None:
    rows: list[list[Cell]] = [
        [("國家", "country", "阿根廷"), ("城市", "city", "哥多華市")],
        [("國家", "country", "西班牙"), ("城市", "city", "哥多華市")],
    ]
    assert countries(rows, "哥多華", lexicon) == ["AR", "ES"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("墨西哥蒙特雷、瓜達拉哈拉、萊昂等城市", "萊昂", "MX"),
        ("哥倫比亞波哥大、麥德林與卡塔赫納", "卡塔赫納", "CO"),
        ("美國紐約、倫敦、巴黎等大城", "倫敦", "GB"),
        ("日本東京、首爾、曼谷", "首爾", "KR"),
    ],
)
def test_country_of_a_list_leans(
    text: str, name: str, expected: str, lexicon: PlacesLexicon
) -> None:
    assert countries(prose(text), name, lexicon) == [expected]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("盧森堡市長致詞", "Luxembourg", "LU"),
        ("瓜地馬拉市長", "Guatemala City", "GT"),
        ("科威特市代表", "Kuwait City", "KW"),
        ("巴拿馬市市長", "Panama City", "PA"),
    ],
)
def test_city_named_like_its_country(
    text: str, name: str, expected: str, lexicon: PlacesLexicon
) -> None:
    doc = view(prose(text), lexicon)
    link_places(doc, lexicon)
    assert [(city.name_en, city.country_code) for city in doc.cities] == [(name, expected)]


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        # What readers think of first, though the document tells of America.
        ("曼徹斯特", {"US"}, "GB"),
        ("雅典", {"US"}, "GR"),
        ("威尼斯", {"US"}, "IT"),
        ("聖地牙哥", {"US"}, "US"),
        ("聖地牙哥", {"CL"}, "CL"),
    ],
)
def test_namesakes_by_the_countries_of_the_document(
    name: str, countries: set[str], expected: str, lexicon: PlacesLexicon
) -> None:
    place = link_city(name, Hints(countries=frozenset(countries)), lexicon).place
    assert place is not None
    assert place.country == expected

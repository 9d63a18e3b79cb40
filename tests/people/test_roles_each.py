"""Offices of several people for several cities, and those that only one city named can hold."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {
    **{"新竹": "hsz TW", "臺東": "ttt TW", "浦那": "pnq IN", "根特": "gen BE"},
    **{"泗水": "sub ID", "那霸市": "oka JP"},
}


@pytest.mark.parametrize(
    ("name", "city"),
    [("Priya Rao", "pnq"), ("Lieve Maes", "gen"), ("Bambang Adi", "sub")],
)
def test_a_title_of_each_is_held_for_one_city_each(read: Reader, name: str, city: str) -> None:
    text = "浦那、根特與泗水三市市長Priya Rao、Lieve Maes、Bambang Adi今日同台。\n"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, name)] == [city]


@pytest.mark.parametrize("names", ["林國維與Lieve Maes", "Lieve Maes與林國維"])
def test_two_mayors_named_together_are_of_the_cities_that_their_names_fit(
    read: Reader, names: str
) -> None:
    doc = read.document(f"新竹與根特簽署協定，兩市市長{names}共同簽字。\n", CITIES)
    placed = {name: [r.city_id for r in roles(doc, name)] for name in ("林國維", "Lieve Maes")}
    assert placed == {"林國維": ["hsz"], "Lieve Maes": ["gen"]}


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "出訪根特\n市長Lieve Maes接見訪團。新竹呢？\n市長林國維說，先把公車做好。\n",
            "林國維",
            "hsz",
        ),
        (
            "新竹視訊\n根特先發言。\n\n對方出席：市長Lieve Maes、幕僚長Rik Daems\n",
            "Rik Daems",
            "gen",
        ),
    ],
)
def test_an_office_is_of_the_only_city_named_that_its_holder_fits(
    read: Reader, text: str, name: str, city: str
) -> None:
    assert [r.city_id for r in roles(read.document(text, CITIES), name)] == [city]


def test_an_office_is_of_none_of_two_cities_that_fit(read: Reader) -> None:
    doc = read.document("新竹有風。\n\n臺東有海。\n\n市長林國維說，先把公車做好。\n", CITIES)
    assert [role.city_id for role in roles(doc, "林國維")] == [None]

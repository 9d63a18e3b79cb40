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


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("新竹與臺東共享測站資料，清華大學兩位教授陳柏宇、吳佳蓉主持。\n", "清華大學"),
        ("新竹與臺東合辦展覽，文化部兩位司長陳柏宇、吳佳蓉到場。\n", "文化部"),
        ("新竹與臺東合辦展覽，泗水市政府兩位局長陳柏宇、吳佳蓉到場。\n", "泗水市政府"),
    ],
)
def test_a_body_told_before_several_people_is_that_of_all(
    read: Reader, text: str, body: str
) -> None:
    doc = read.document(text, CITIES)
    names = {one.organization_id: one.name for one in doc.organizations}
    for name in ("陳柏宇", "吳佳蓉"):
        assert [names.get(r.organization_id or "") for r in roles(doc, name)] == [body]


def test_a_country_told_before_several_people_is_that_of_all(read: Reader) -> None:
    text = "浦那與根特都派人，日本兩位大使高橋健一、中村美咲致詞。\n"
    doc = read.document(text, CITIES, {"日本": "JP"})
    for name in ("高橋健一", "中村美咲"):
        assert [(r.city_id, r.country_code) for r in roles(doc, name)] == [(None, "JP")]


def test_an_ordinal_is_no_number_of_people(read: Reader) -> None:
    doc = read.document("新竹與臺東合作，第二位市長陳柏宇、吳佳蓉上台。\n", CITIES)
    assert all(role.rule != "each" for role in doc.roles)


def test_one_person_alone_is_no_list(read: Reader) -> None:
    doc = read.document("新竹與臺東合作，兩市市長陳柏宇上台。\n", CITIES)
    assert all(role.rule != "each" for role in doc.roles)


@pytest.mark.parametrize("title", ["專家", "主持人", "主播", "志工", "教授", "策展人"])
@pytest.mark.parametrize("before", ["新竹、臺東的", "新竹、臺東連線，"])
def test_a_title_of_no_city_gets_none_of_those_listed(
    read: Reader, before: str, title: str
) -> None:
    doc = read.document(f"{before}兩位{title}陳柏宇、吳佳蓉對談。\n", CITIES)
    assert [role.city_id for role in doc.roles] == [None] * len(doc.roles)


def test_a_title_of_no_city_is_held_in_each_of_two_cities_that_the_text_counts(
    read: Reader,
) -> None:
    doc = read.document("新竹、臺東合作，兩市局長陳柏宇、吳佳蓉簽字。\n", CITIES)
    placed = [r.city_id for name in ("陳柏宇", "吳佳蓉") for r in roles(doc, name)]
    assert placed == ["hsz", "ttt"]


@pytest.mark.parametrize(
    "text",
    [
        "年會在根特登場。\n\n市長Jonas Weber與副市長Anke Vogel談起自家經驗。\n",
        "根特馬拉松開跑。\n\n市長Rui Teixeira說，他也愛跑步。\n",
        "記者於泗水報導。\n\n市長Peter Walsh連線致意。\n",
        "根特的電車很準。\n\n市長Jonas Weber說，德國也有電車。\n",
        "根特的電車很準。\n\n新竹多風。\n\n天氣轉涼。\n\n市長Jonas Weber來訪。\n",
    ],
)
def test_a_venue_a_far_city_or_one_of_another_country_is_not_the_city_of_a_foreigner(
    read: Reader, text: str
) -> None:
    doc = read.document(text, CITIES, {"德國": "DE"})
    assert [role.city_id for role in doc.roles] == [None] * len(doc.roles)
    assert doc.roles


def test_the_only_city_of_the_country_told_is_that_of_a_foreigner(read: Reader) -> None:
    text = "根特的電車很準。\n\n市長Lieve Maes說，比利時不大。\n"
    doc = read.document(text, CITIES, {"比利時": "BE"})
    assert [role.city_id for role in roles(doc, "Lieve Maes")] == ["gen"]

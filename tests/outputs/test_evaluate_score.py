"""The scorer's rules, each shown on a small case worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.outputs.evaluate_score import score_document

TEXT = (
    "臺北市長柯文哲說，2021年3月24日起投入3,000萬元推動「台北通」，與布拉格、大邱市合作。"
    "頁尾：巴黎。"
)
GOLD: dict[str, Any] = {
    "body_end": "大邱市合作。",
    "cities": [
        {"surface": ["臺北市", "臺北"], "name_en": "Taipei", "country_iso2": "TW"},
        {
            "surface": ["布拉格"],
            "name_en": "Prague",
            "name_en_alt": ["Praha"],
            "country_iso2": "CZ",
        },
        {"surface": ["大邱市", "大邱"], "name_en": "Daegu", "country_iso2": "KR"},
    ],
    "people": [
        {
            "surface": ["柯文哲"],
            "titles": ["市長"],
            "affiliation": "臺北市政府",
            "affiliation_alt": ["臺北市"],
        }
    ],
    "quantities": [
        {"surface": "3,000萬元", "value": 30_000_000, "unit": "TWD", "unit_alt": ["元"]}
    ],
    "dates": [{"surface": "2021年3月24日", "iso": "2021-03-24", "iso_alt": ["2021-03"]}],
    "initiatives": [{"surface": ["台北通"], "city_en": "Taipei"}],
    "agreements": [{"type": "MOU", "parties": ["Taipei", "Prague"]}],
    "optional": {"cities": ["推動"], "initiatives": ["市長計畫"]},
}


def figures(kind: str, **predicted: Any) -> tuple[int, int, int, int]:
    """Return (gold, found, predicted, right) of one type."""
    score = score_document(GOLD, predicted, TEXT)[kind]
    return score.gold, score.found, score.predicted, score.right


def test_one_entity_may_be_given_once_or_per_mention() -> None:
    once = figures("cities", cities=[{"surface": ["臺北市", "臺北"]}])
    per_mention = figures("cities", cities=[{"surface": "臺北市"}, {"surface": "臺北"}])
    assert once == per_mention == (3, 1, 1, 1)


@pytest.mark.parametrize("surface", ["台北市", "臺 北市", "「臺北市」", "臺\n北市"])
def test_typography_is_no_error(surface: str) -> None:
    assert figures("cities", cities=[{"surface": surface}]) == (3, 1, 1, 1)


def test_a_wrong_entity_lowers_precision() -> None:
    assert figures("cities", cities=[{"surface": "布拉格"}, {"surface": "合作"}]) == (3, 1, 2, 1)


def test_an_optional_entity_is_neither_right_nor_wrong() -> None:
    assert figures("cities", cities=[{"surface": "推動"}]) == (3, 0, 0, 0)


def test_part_of_an_optional_initiative_is_excused() -> None:
    assert figures("initiatives", initiatives=[{"surface": "計畫"}]) == (1, 0, 0, 0)


def test_what_stands_outside_the_annotated_body_is_not_judged() -> None:
    assert figures("cities", cities=[{"surface": "巴黎"}]) == (3, 0, 0, 0)


def test_lenient_accepts_a_part() -> None:
    assert figures("people", people=[{"surface": "市長柯文哲"}]) == (1, 0, 1, 0)
    assert figures("people lenient", people=[{"surface": "市長柯文哲"}]) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("name", "country", "is_right"),
    [
        ("Prague", "CZ", True),
        ("Praha", "cz", True),
        ("City of Prague", "CZ", True),
        ("Prague", "US", False),
        (None, "CZ", False),
    ],
)
def test_a_city_is_linked_by_name_and_country(
    name: str | None, country: str, is_right: bool
) -> None:
    city = {"surface": "布拉格", "name_en": name, "country_iso2": country}
    assert figures("cities linked", cities=[city]) == (3, is_right, 1, is_right)


@pytest.mark.parametrize(
    ("title", "is_right"),
    [("市長", True), ("臺北市市長", True), ("副市長", False), ("代表", False)],
)
def test_a_title_may_carry_its_office_but_not_a_deputy(title: str, is_right: bool) -> None:
    person = {"surface": "柯文哲", "titles": [title]}
    assert figures("people+title linked", people=[person]) == (1, is_right, 1, is_right)


@pytest.mark.parametrize(
    ("affiliation", "is_right"),
    [
        ("台北市", True),
        ("臺北", True),
        (["外交部", "臺北市政府"], True),
        ("新北市", False),
        ([], False),
    ],
)
def test_an_affiliation_is_compared_without_its_kind(affiliation: Any, is_right: bool) -> None:
    person = {"surface": "柯文哲", "affiliation": affiliation}
    assert figures("people+aff linked", people=[person]) == (1, is_right, 1, is_right)


@pytest.mark.parametrize(
    ("value", "unit", "is_right"),
    [
        (30_000_000, "TWD", True),
        (3e7, "元", True),
        (3e7, "新臺幣", True),
        (3000, "TWD", False),
        (None, "TWD", False),
        (3e7, "USD", False),
        (3e7, None, False),
    ],
)
def test_a_quantity_needs_value_and_unit(
    value: float | None, unit: str | None, is_right: bool
) -> None:
    quantity = {"surface": "3,000萬元", "value": value, "unit": unit}
    assert figures("quantities linked", quantities=[quantity]) == (1, is_right, 1, is_right)


@pytest.mark.parametrize(
    ("iso", "is_right"), [("2021-03-24", True), ("2021-03", True), ("2021", False), (None, False)]
)
def test_a_date_needs_its_iso_form(iso: str | None, is_right: bool) -> None:
    date = {"surface": "2021年3月24日", "iso": iso}
    assert figures("dates linked", dates=[date]) == (1, is_right, 1, is_right)


def test_parties_may_be_named_in_either_language_and_order() -> None:
    given = {"type": "MOU", "parties": ["布拉格", "臺北市政府"]}
    assert figures("agreements", agreements=[given]) == (1, 1, 1, 1)


def test_agreements_differ_by_type_unless_only_parties_count() -> None:
    given = {"type": "sister_city", "parties": ["Taipei", "Prague"]}
    assert figures("agreements", agreements=[given]) == (1, 0, 1, 0)
    assert figures("agreements (parties)", agreements=[given]) == (1, 1, 1, 1)


def row(**changes: Any) -> dict[str, Any]:
    """Return a right answer for the row below, with changes."""
    right = {
        "no": "1",
        "city_en": "Prague",
        "country_iso2": "CZ",
        "person": "Zdeněk Hřib",
        "text": "推動智慧城市，與各市合作，共享經驗。",
    }
    return {**right, **changes}


ROWS = {
    "rows": [
        {
            "no": 1,
            "city_en": "Prague",
            "country_iso2": "CZ",
            "person": "Zdeněk Hřib",
            "text_head": "推動智慧城市,與各市合作",
            "text_tail": "市,與各市合作,共享經驗。",
            "text_chars": 18,
        }
    ]
}


@pytest.mark.parametrize(
    ("changes", "is_place", "is_text"),
    [
        ({}, True, True),
        ({"person": "Zdenek Hrib"}, True, True),
        ({"text": "推動智慧\n城市，與各市合作，共享經驗。"}, True, True),
        ({"person": "柯文哲"}, False, True),
        ({"country_iso2": "SK"}, False, True),
        ({"city_en": None}, False, True),
        ({"text": "1 推動智慧城市，與各市合作，共享經驗。"}, True, False),
    ],
)
def test_a_row_needs_place_person_and_joined_text(
    changes: dict[str, Any], is_place: bool, is_text: bool
) -> None:
    scores = score_document(ROWS, {"rows": [row(**changes)]}, "")
    assert (scores["rows"].right, scores["rows text"].right) == (is_place, is_text)


def test_a_row_of_an_office_names_no_city() -> None:
    gold = {"rows": [{**ROWS["rows"][0], "city_en": None, "office": "加拿大駐台北貿易辦事處"}]}
    right = row(city_en=None, office="加拿大駐臺北貿易辦事處")
    wrong = row(city_en="Taipei", office="加拿大駐臺北貿易辦事處")
    assert score_document(gold, {"rows": [right]}, "")["rows"].right == 1
    assert score_document(gold, {"rows": [wrong]}, "")["rows"].right == 0


def test_nothing_wanted_and_nothing_given_is_perfect() -> None:
    score = score_document({}, {}, "")["cities"]
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)


def test_something_given_where_nothing_is_wanted_is_worthless() -> None:
    score = score_document({}, {"cities": [{"surface": "合作"}]}, "合作")["cities"]
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)


def test_mistakes_name_the_surface_and_what_is_known_of_it() -> None:
    scores = score_document(GOLD, {"cities": [{"surface": "合作", "country_iso2": "TW"}]}, TEXT)
    shown = [(m.what, m.shown, m.detail) for m in scores["cities"].mistakes]
    assert shown[0] == ("MISS", "臺北市|臺北", "name=taipei country=TW")
    assert shown[-1] == ("WRONG", "合作", "country=TW")

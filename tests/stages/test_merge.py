"""Law 3: merging is a function of the set of records in a block, whatever their order."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.contract import City, Diagnostic, Mention, Organization, Person, Role, Tables
from pipeline.stages.merge import merge


def city(city_id: str, country: str, name: str = "臺北", mentions: int = 1) -> City:
    return City(
        city_id=city_id,
        name_zh=name,
        name_en=None,
        country_code=country,
        admin1=None,
        latitude=None,
        longitude=None,
        population=None,
        link_method="lookup",
        link_score=0.9,
        n_mentions=mentions,
        n_documents=1,
    )


def person(person_id: str, name: str) -> Person:
    return Person(
        person_id=person_id,
        name=name,
        name_zh=None,
        name_latin=name if name.isascii() else None,
        family=None,
        given=None,
        honorific=None,
        variants=(name,),
        n_mentions=1,
        n_documents=1,
    )


def role(person_id: str, country: str) -> Role:
    return Role(
        role_id=f"role {person_id}",
        person_id=person_id,
        title="市長",
        title_en="Mayor",
        status="current",
        organization_id=None,
        city_id=None,
        country_code=country,
        document_id="a",
        start=0,
        end=1,
        text="x",
        rule="test",
        score=1.0,
    )


def mention(person_id: str, form: str) -> Mention:
    return Mention(
        mention_id=f"mention {person_id}",
        document_id="a",
        segment_id="s",
        statement_id=None,
        start=0,
        end=1,
        text="x",
        label="PERSON",
        form=form,
        recognizer="people",
        rule="test",
        score=1.0,
        status="kept",
        reason=None,
        entity_id=person_id,
    )


def organization(organization_id: str, name: str, kind: str, city_id: str | None) -> Organization:
    return Organization(
        organization_id=organization_id,
        name=name,
        name_en=None,
        kind=kind,
        variants=(name,),
        parent_organization_id=None,
        city_id=city_id,
        country_code=None,
        n_mentions=1,
        n_documents=1,
    )


def tables(*rows: object) -> Tables:
    made = Tables()
    for row in rows:
        made[type(row)] = [*made[type(row)], row]  # type: ignore[index, list-item]
    return made


def test_a_person_seen_in_two_documents_is_one_person() -> None:
    merged, ids = merge(
        [
            tables(person("a", "Jordan Reeves"), role("a", "CA")),
            tables(person("b", "JORDAN REEVES"), role("b", "CA")),
        ]
    )
    (row,) = merged[Person]
    assert ids == {"a": row.person_id, "b": row.person_id}
    assert (row.n_documents, row.variants) == (2, ("JORDAN REEVES", "Jordan Reeves"))


def test_a_record_without_country_joins_the_only_country() -> None:
    merged, _ = merge(
        [tables(person("a", "林嘉義"), role("a", "TW")), tables(person("b", "林嘉義"))]
    )
    assert len(merged[Person]) == 1


def test_a_pair_of_names_joins_those_known_by_one_of_them() -> None:
    pair = person("a", "馬可斯・賽斯爾伍德")
    pair.name_zh, pair.name_latin = pair.name, "Marcus Thistlewood"
    _, ids = merge(
        [
            tables(person("b", "Marcus Thistlewood"), role("b", "AU")),
            tables(pair, role("a", "AU")),
            tables(person("c", "馬可斯·賽斯爾伍德"), role("c", "AU")),
        ]
    )
    assert len(set(ids.values())) == 1


def test_homonyms_of_two_countries_stay_apart_and_are_told() -> None:
    merged, ids = merge(
        [
            tables(person("a", "Grant Smith"), role("a", "NZ")),
            tables(person("b", "Grant Smith"), role("b", "US")),
            tables(person("c", "Grant Smith")),
        ]
    )
    assert len({ids["a"], ids["b"], ids["c"]}) == 3
    (row,) = merged[Diagnostic]
    assert row.code == "homonyms"
    assert "NZ, US" in row.message


def test_people_known_by_a_short_form_only_are_never_merged() -> None:
    merged, ids = merge(
        [
            tables(person("a", "林市長"), role("a", "TW"), mention("a", "short")),
            tables(person("b", "林市長"), role("b", "TW"), mention("b", "short")),
        ]
    )
    assert ids["a"] != ids["b"]
    assert len(merged[Person]) == 2


def test_agencies_of_one_name_merge_by_city_and_never_without_one() -> None:
    _, ids = merge(
        [
            tables(organization("a", "資訊局", "agency", "taipei")),
            tables(organization("b", "資訊局", "agency", "taipei")),
            tables(organization("c", "資訊局", "agency", "tainan")),
            tables(organization("d", "交通局", "agency", None)),
            tables(organization("e", "交通局", "agency", None)),
        ]
    )
    assert ids["a"] == ids["b"] != ids["c"]
    assert ids["d"] != ids["e"]


def test_a_citys_name_is_the_one_written_most_often() -> None:
    merged, _ = merge([tables(city("1", "TW", "台北", 1)), tables(city("1", "TW", "臺北", 3))])
    assert [(row.name_zh, row.n_mentions) for row in merged[City]] == [("臺北", 4)]


NAMES = ["林嘉義", "Jordan Reeves", "柯文哲"]
records = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["TW", "CA", None])), max_size=12
)


def corpus(found: list[tuple[str, str | None]]) -> list[Tables]:
    documents = []
    for index, (name, country) in enumerate(found):
        rows: list[object] = [
            person(str(index), name),
            organization(f"o{index}", name, "company", country),
        ]
        if country:
            rows.append(role(str(index), country))
        documents.append(tables(*rows))
    return documents


@settings(deadline=None)
@given(records, st.randoms(use_true_random=False))
def test_input_order_never_matters(
    found: list[tuple[str, str | None]], shuffler: random.Random
) -> None:
    documents = corpus(found)
    first, ids = merge(documents)
    shuffler.shuffle(documents)
    second, again = merge(documents)
    assert ids == again
    assert {repr(r) for r in first[Person]} == {repr(r) for r in second[Person]}
    assert {repr(r) for r in first[Organization]} == {repr(r) for r in second[Organization]}


@settings(deadline=None)
@given(records, st.sampled_from(["TW", "CA", None]))
def test_a_new_record_changes_only_its_own_block(
    found: list[tuple[str, str | None]], country: str | None
) -> None:
    before, _ = merge(corpus(found))
    after, _ = merge(corpus([*found, ("柯文哲", country)]))
    others = [repr(r) for r in before[Person] if r.name != "柯文哲"]
    assert sorted(others) == sorted(repr(r) for r in after[Person] if r.name != "柯文哲")

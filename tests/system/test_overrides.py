"""Corrections by hand: what a line of config/overrides.csv does to the published tables."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.errors import ConfigError
from pipeline.planning.versions import OVERRIDES
from tests.system.conftest import Project, with_part_above

HEAD = ("table", "document_id", "start", "text", "column", "value", "reason", "source")


def write_lines(project: Project, *lines: tuple[object, ...]) -> None:
    with (project.config / OVERRIDES).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows((*line, "checked", "the mayor's office") for line in lines)


def told(project: Project) -> list[tuple[str, str]]:
    return [(row["level"], row["message"]) for row in project.rows("diagnostics")]


def test_header_alone_changes_nothing(project: Project) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()
    write_lines(project)
    assert project.run() == 0
    assert project.said[0] == "config added: overrides.csv (publishing again)"
    assert project.bytes() == before


def test_corrected_title_is_published_and_told(project: Project) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    write_lines(project, ("roles", "a.txt", 4, "柯文哲", "title", "前市長"))
    assert project.run() == 0
    (role,) = project.rows("roles")
    assert role["title"] == "前市長"
    (row,) = project.rows("diagnostics")
    assert (row["level"], row["code"]) == ("info", "overridden")
    assert row["message"] == "roles.title of '柯文哲' is '前市長' by hand, was '市長': checked"
    assert (row["document_id"], row["start"], row["end"]) == ("a.txt", 4, 7)
    assert row["place"] == "config/overrides.csv:2"


def test_no_stage_runs_again_for_a_correction(
    project: Project, count_calls: Callable[[], list[str]]
) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    project.run()
    plain = project.bytes()
    write_lines(project, ("roles", "a.txt", 4, "柯文哲", "title", "前市長"))
    project.run()
    assert len(count_calls()) == 1
    assert project.run() == 0
    assert project.said == ["nothing to do: 1 document up to date"]
    write_lines(project)
    project.run()
    assert project.bytes() == plain, "taking the line out restores what was"


def test_only_parts_with_a_correction_are_written_again(project: Project, monkeypatch: Any) -> None:
    from pipeline import assembly

    monkeypatch.setattr(assembly, "_PER_PART", 2)
    for number in range(8):
        project.write(f"{number}.txt", f"臺北{number}柯文哲")
    project.run(settings=with_part_above(4))
    folder = project.out / "roles.parquet"
    before = {path.name: path.stat().st_ino for path in folder.iterdir()}
    write_lines(project, ("roles", "3.txt", 3, "柯文哲", "title", "前市長"))
    project.run(settings=with_part_above(4))
    after = {path.name: path.stat().st_ino for path in folder.iterdir()}
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == 1
    assert {r["document_id"]: r["title"] for r in project.rows("roles")}["3.txt"] == "前市長"


def test_rejected_mention_is_counted_no_more_and_its_city_goes(project: Project) -> None:
    project.write("a.txt", "臺北與赫爾辛基")
    write_lines(project, ("mentions", "a.txt", 3, "赫爾辛基", "status", "rejected"))
    project.run()
    mention = next(m for m in project.rows("mentions") if m["text"] == "赫爾辛基")
    assert (mention["status"], mention["reason"]) == ("rejected", "by hand: checked")
    assert [city["name_zh"] for city in project.rows("cities")] == ["臺北"]


@pytest.mark.parametrize("value", ["658225", "赫爾辛基", "Helsinki"])
def test_mention_linked_to_a_city_of_another_document(project: Project, value: str) -> None:
    project.write("a.txt", "臺北")
    project.write("b.txt", "赫爾辛基與臺北")
    write_lines(project, ("mentions", "a.txt", 0, "臺北", "entity_id", value))
    assert project.run() == 0
    ids = {m["document_id"]: m["entity_id"] for m in project.rows("mentions") if m["start"] == 0}
    assert ids == {"a.txt": "658225", "b.txt": "658225"}
    counts = {c["name_en"]: (c["n_mentions"], c["n_documents"]) for c in project.rows("cities")}
    assert counts == {"Helsinki": (2, 2), "Taipei": (1, 1)}


def test_two_names_joined_to_one_person(project: Project) -> None:
    project.write("a.txt", "柯文哲")
    project.write("b.txt", "簡喬頓")
    write_lines(project, ("people", "b.txt", "", "簡喬頓", "person_id", "柯文哲"))
    project.run()
    (person,) = project.rows("people")
    assert person["variants"] == ["柯文哲", "簡喬頓"]
    assert (person["n_mentions"], person["n_documents"]) == (2, 2)
    assert {r["person_id"] for r in project.rows("roles")} == {person["person_id"]}
    assert {m["entity_id"] for m in project.rows("mentions")} == {person["person_id"]}


def test_joined_by_the_published_id(project: Project) -> None:
    project.write("a.txt", "柯文哲")
    project.write("b.txt", "簡喬頓")
    project.run()
    ids = {row["name"]: row["person_id"] for row in project.rows("people")}
    write_lines(project, ("people", "", "", "簡喬頓", "person_id", ids["柯文哲"]))
    project.run()
    assert [row["person_id"] for row in project.rows("people")] == [ids["柯文哲"]]


def test_one_name_split_into_two_people(project: Project) -> None:
    for name in "abc":
        project.write(f"{name}.txt", f"柯文哲{name}")
    project.run()
    assert len(project.rows("people")) == 1
    write_lines(project, ("people", "c.txt", "", "柯文哲", "person_id", "the other 柯文哲"))
    project.run()
    homes: dict[str, set[str]] = {}
    for role in project.rows("roles"):
        homes.setdefault(role["person_id"], set()).add(role["document_id"])
    assert sorted(map(sorted, homes.values())) == [["a.txt", "b.txt"], ["c.txt"]]


def test_merged_row_is_found_by_its_name(project: Project) -> None:
    project.write("a.txt", "臺北與赫爾辛基")
    write_lines(
        project,
        ("cities", "", "", "Helsinki", "population", "658864"),
        ("cities", "", "", "赫爾辛基", "country_code", "Taiwan"),
        ("cities", "", "", "Helsinky", "population", "1"),
    )
    project.run()
    city = next(c for c in project.rows("cities") if c["name_en"] == "Helsinki")
    assert (city["population"], city["country_code"]) == (658864, "TW")
    assert [text for level, text in told(project) if level == "warning"] == [
        "cities.population is not corrected: expected 'Helsinky'; "
        "no row of cities has this name, but 'Helsinki' has"
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (("roles", "a.txt", 0, "柯文哲", "title", "x"), "'臺北市' stands there now; the text is"),
        (("roles", "a.txt", 0, "蔣萬安", "title", "x"), "the text is nowhere in the document"),
        (("roles", "a.txt", 0, "臺北", "title", "x"), "claimed there: CITY '臺北' at 0 (kept)"),
        (("roles", "b.txt", 0, "臺北", "title", "x"), "no document 'b.txt', but there is 'a.txt'"),
        (("documents", "a.txt", "", "舊題", "title", "新題"), "the title is now None"),
        (("people", "", "", "蔣萬安", "person_id", "x"), "nobody has this name there"),
    ],
    ids=["moved", "gone", "other-table", "no-document", "title", "nobody"],
)  # fmt: skip
def test_line_that_fits_no_more_says_what_stands_there(
    project: Project, line: tuple[object, ...], message: str
) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    project.run()
    before = {name: data for name, data in project.bytes().items() if "diagnostics" not in name}
    write_lines(project, line)
    assert project.run() == 0
    ((level, text),) = told(project)
    assert level == "warning"
    assert message in text
    after = {name: data for name, data in project.bytes().items() if "diagnostics" not in name}
    assert after == before, "nothing else changed"


def test_line_that_is_right_already_may_go(project: Project) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    write_lines(project, ("roles", "a.txt", 4, "柯文哲", "title", "市長"))
    project.run()
    assert told(project) == [("info", "roles.title of '柯文哲' is '市長' already: checked")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (("rolls", "a.txt", 0, "x", "title", "x"), "no table 'rolls' (did you mean 'roles'?)"),
        (("tokens", "a.txt", 0, "x", "pos", "x"), "no table 'tokens' (one of: documents, "),
        (("roles", "a.txt", 0, "x", "titel", "x"), "no column of roles 'titel' (did you mean 't"),
        (("roles", "a.txt", 0, "x", "role_id", "x"), "roles.role_id is not to be corrected"),
        (("roles", "a.txt", 0, "x", "status", "formre"), "no value of status 'formre' (did you m"),
        (("roles", "a.txt", 0, "x", "score", "high"), "score: expected a number, found 'high'"),
        (("dates", "a.txt", 0, "x", "start_date", "3/24"), "expected a date such as 2021-03-24"),
        (("quantities", "a.txt", 0, "x", "is_approximate", "1"), "expected true or false"),
        (("roles", "a.txt", 0, "x", "title", ""), "value: title cannot be empty"),
        (("roles", "", 0, "x", "title", "x"), "document_id: a row of roles needs its document"),
        (("roles", "a.txt", "", "x", "title", "x"), "start: a row of roles needs its place"),
        (("roles", "a.txt", 4, "柯文哲", "person_id", "蔣萬安"), "'蔣萬安' is no people.person_id"),
        (("mentions", "a.txt", 4, "柯文哲", "end", "6"), "break the contract"),
    ],
    ids=str,
)  # fmt: skip
def test_line_that_cannot_be_right_ends_the_run(
    project: Project, line: tuple[object, ...], message: str
) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    project.run()
    before = project.bytes()
    write_lines(project, line)
    with pytest.raises(ConfigError) as caught:
        project.run()
    assert message in str(caught.value)
    assert f"{OVERRIDES}:2" in str(caught.value)
    assert project.bytes() == before


def test_several_rows_of_one_span_are_told_apart_by_their_id(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.run()
    (mention,) = project.rows("mentions")
    line = ("mentions", "a.txt", mention["mention_id"], "臺北", "score", "0.5")
    write_lines(project, line)
    project.run()
    assert project.rows("mentions")[0]["score"] == 0.5

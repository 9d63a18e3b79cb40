"""`evaluate` reads published tables and gold files, and reports figures and mistakes."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.contract import (
    ROWS,
    Agreement,
    AgreementParty,
    City,
    Date,
    Document,
    Initiative,
    InitiativeMention,
    Mention,
    Organization,
    Person,
    Quantity,
    Role,
    Row,
    Segment,
    Statement,
)
from pipeline.contract.arrow import rows_to_arrow
from pipeline.errors import InputError, OutputError, UsageError
from pipeline.outputs.evaluate import evaluate, predictions, render, write_predictions

TEXT = "臺北市長柯文哲說，3月24日至26日投入3至5億元推動台北通，第2名，與外交部簽約。"
SPANS = {
    "臺北": ("CITY", "7280290"),
    "柯文哲": ("PERSON", "p1"),
    "外交部": ("ORGANIZATION", "o1"),
    "3月24日至26日": ("DATE", None),
    "3月24日": ("DATE", None),
    "3至5億元": ("QUANTITY", None),
    "第2名": ("QUANTITY", None),
    "台北通": ("INITIATIVE", "i1"),
}


def made(row: type[Row], /, **values: Any) -> Row:
    """Return a row with the given values; the rest is null, or empty where null is not allowed."""
    empty: dict[str, Any] = {"string": "", "int": 0, "float": 0.0, "bool": False, "strings": ()}
    fields: dict[str, Any] = {
        column.name: None if column.nullable else empty[column.kind] for column in row.spec.columns
    }
    return row(**{**fields, **values})


def mention(surface: str, **changes: Any) -> Row:
    """Return the mention of a surface of TEXT: a kept one, unless changed."""
    label, entity = SPANS[surface]
    start = TEXT.index(surface)
    values = {
        "mention_id": f"m:{surface}",
        "document_id": "2021/a.txt",
        "start": start,
        "end": start + len(surface),
        "text": surface,
        "label": label,
        "form": "name",
        "status": "kept",
        "entity_id": entity,
    }
    return made(Mention, **{**values, **changes})


def tables() -> dict[type[Row], list[Row]]:
    """Return the tables of one small document."""
    spoken = {
        "document_id": "2021/a.txt",
        "segment_id": "s1",
        "start": 0,
        "end": len(TEXT),
        "text": TEXT,
    }
    lost = {"mention_id": "m", "label": "CITY", "status": "shadowed"}
    return {
        Document: [made(Document, document_id="2021/a.txt", text=TEXT)],
        Segment: [made(Segment, segment_id="s1", document_id="2021/a.txt", label="HC-01")],
        Mention: [*map(mention, SPANS), mention("外交部", **lost)],
        City: [made(City, city_id="7280290", name_zh="臺北", name_en="Taipei", country_code="TW")],
        Person: [made(Person, person_id="p1", name="柯文哲")],
        Organization: [made(Organization, organization_id="o1", name="外交部")],
        Role: [
            made(
                Role,
                role_id="r1",
                person_id="p1",
                title="市長",
                city_id="7280290",
                document_id="2021/a.txt",
            )
        ],
        Statement: [made(Statement, kind="table_row", person_id="p1", city_id="7280290", **spoken)],
        **values(),
        **relations(),
    }


def values() -> dict[type[Row], list[Row]]:
    """Return its normalized numbers and dates."""
    return {
        Quantity: [
            made(
                Quantity,
                mention_id="m:3至5億元",
                low=3e8,
                high=5e8,
                unit="元",
                dimension="money",
                currency_code="TWD",
            ),
            made(
                Quantity,
                mention_id="m:第2名",
                value=2.0,
                value_exact=Decimal(2),
                unit="名",
                dimension="rank",
            ),
        ],
        Date: [
            made(
                Date,
                mention_id="m:3月24日至26日",
                start_date=date(2021, 3, 24),
                end_date=date(2021, 3, 26),
                start_precision="day",
                end_precision="day",
                is_range=True,
            ),
            made(
                Date,
                mention_id="m:3月24日",
                start_date=date(2021, 3, 24),
                end_date=date(2021, 3, 24),
                start_precision="day",
                end_precision="day",
            ),
        ],
    }


def relations() -> dict[type[Row], list[Row]]:
    """Return its initiatives and agreements."""
    agreement = {"agreement_id": "a1", "document_id": "2021/a.txt", "kind": "mou"}
    return {
        Initiative: [
            made(
                Initiative,
                initiative_id="i1",
                name="台北通",
                is_named=True,
                city_id="7280290",
                theme=("智慧政府",),
                status="ongoing",
            )
        ],
        InitiativeMention: [
            made(InitiativeMention, mention_id="m:台北通", initiative_id="i1", status="ongoing")
        ],
        Agreement: [
            made(Agreement, status="signed", **agreement),
            made(Agreement, status="denied", **{**agreement, "agreement_id": "a2"}),
        ],
        AgreementParty: [
            made(AgreementParty, agreement_id="a1", city_id="7280290"),
            made(AgreementParty, agreement_id="a1", organization_id="o1"),
        ],
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with the tables of one small document."""
    rows = tables()
    for kind in ROWS:
        table = rows_to_arrow(kind.spec, rows.get(kind, []))
        pq.write_table(table, tmp_path / f"{kind.spec.name}.parquet")
    return tmp_path


@pytest.fixture
def gold(tmp_path: Path, out: Path) -> Path:
    """Return a folder with one gold file, made from the answer and one city more."""
    answer = predictions(out)["2021/a.txt"]
    folder = tmp_path / "gold"
    folder.mkdir()
    more = {"surface": ["大邱"], "name_en": "Daegu", "country_iso2": "KR"}
    gold = {"id": "a", "cities": [*answer["cities"], more], "people": answer["people"]}
    (folder / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_tables_take_the_form_of_the_gold(out: Path) -> None:
    answer = predictions(out)["2021/a.txt"]
    assert answer["id"] == "a"
    assert answer["cities"] == [{"surface": "臺北", "name_en": "Taipei", "country_iso2": "TW"}]
    assert answer["people"] == [
        {
            "surface": ["柯文哲"],
            "name": "柯文哲",
            "latin": None,
            "titles": ["市長"],
            "affiliation": ["Taipei", "臺北"],
        }
    ]
    assert answer["orgs"] == [{"surface": "外交部"}]
    [initiative] = answer["initiatives"]
    assert (initiative["surface"], initiative["city_en"]) == ("台北通", "Taipei")
    assert (initiative["theme"], initiative["status"]) == (["智慧政府"], "ongoing")
    assert answer["rows"] == [
        {
            "no": "1",
            "city_en": "Taipei",
            "country_iso2": "TW",
            "office": None,
            "person": "柯文哲",
            "text": TEXT,
        }
    ]


def test_a_range_gives_both_ends_and_a_rank_gives_none(out: Path) -> None:
    answer = predictions(out)["2021/a.txt"]
    assert [(q["value"], q["unit"]) for q in answer["quantities"]] == [(3e8, "TWD"), (5e8, "TWD")]
    assert [d["iso"] for d in answer["dates"]] == ["2021-03-24", "2021-03-26"]


def test_a_day_nested_in_a_longer_date_is_one_entry_with_both_surfaces(out: Path) -> None:
    first, last = predictions(out)["2021/a.txt"]["dates"]
    assert first["surface"] == ["3月24日至26日", "3月24日"]
    assert last["surface"] == ["3月24日至26日"]


def test_a_denied_agreement_is_left_out(out: Path) -> None:
    given = [(a["type"], a["parties"]) for a in predictions(out)["2021/a.txt"]["agreements"]]
    assert given == [("MOU", ["Taipei", "外交部"])]


def test_predictions_are_written_one_file_per_document(out: Path, tmp_path: Path) -> None:
    (path,) = write_predictions(out, tmp_path / "answers")
    assert path.name == "a.json"
    assert json.loads(path.read_text(encoding="utf-8")) == predictions(out)["2021/a.txt"]


def test_the_report_shows_figures_and_mistakes(out: Path, gold: Path) -> None:
    result = evaluate(gold, out)
    score = result.total()["cities linked"]
    assert (score.precision, score.recall) == (1.0, 0.5)
    assert result.exit_code == 0
    report = render(result)
    assert "MISS  cities linked        大邱  name=daegu country=KR" in report
    assert "cities linked                2     1  1.000  0.500  0.667" in report


def test_a_gold_document_that_was_not_extracted_counts_as_missed(out: Path, gold: Path) -> None:
    (gold / "b.json").write_text('{"id": "b", "orgs": [{"surface": "議會"}]}', encoding="utf-8")
    result = evaluate(gold, out)
    assert (result.missing, result.exit_code) == (("b",), 3)
    assert result.total()["orgs"].recall == 0.0
    assert "not in the output: b" in render(result)


def test_a_gold_file_may_name_its_document(out: Path, gold: Path) -> None:
    (gold / "a.json").write_text('{"id": "x", "document": "2021/a.txt"}', encoding="utf-8")
    assert evaluate(gold, out).missing == ()


def test_the_command_prints_the_report_and_writes_the_answers(
    out: Path, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers"
    options = ["--gold", str(gold), "--out", str(out), "--predictions", str(answers)]
    assert main(["evaluate", *options]) == 0
    assert capsys.readouterr().out == render(evaluate(gold, out)) + "\n"
    assert [path.name for path in answers.iterdir()] == ["a.json"]


def test_the_command_fails_in_one_line(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert main(["evaluate", "--gold", str(nowhere), "--out", str(out)]) == 2
    shown = capsys.readouterr().err
    assert shown == (
        f"summit: {nowhere}: holds no gold file (give a folder of <document>.json files)\n"
    )


def test_a_folder_without_gold_is_an_error_of_use(out: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold file"):
        evaluate(tmp_path / "nowhere", out)


def test_a_broken_gold_file_is_named(out: Path, gold: Path) -> None:
    (gold / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json: not valid JSON"):
        evaluate(gold, out)


def test_an_output_without_tables_says_what_to_run(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="run: summit extract"):
        evaluate(gold, tmp_path / "empty")

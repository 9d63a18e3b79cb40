"""Corrections of one document: columns that tell one thing twice stay in line."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.contract import Document, Mention, Quantity, Segment, Tables
from pipeline.corrections.documents import correct_document
from pipeline.corrections.entries import read_corrections
from pipeline.errors import ConfigError
from tests.system import fakes

TEXT = "感染人數增加8%，死亡人數增加5%"


def tables_of_text() -> Tables:
    """A document with two percentages, of which only the second has a row of values."""
    document = Document(
        document_id="a.txt", kind="press_release", kind_score=1.0, title=None, language="zh-Hant",
        published_on=None, event_id=None, source_path="a.txt", source_sha256="0", media_type="text",
        encoding="utf-8", n_chars=len(TEXT), text=TEXT,
    )  # fmt: skip
    tables = Tables()
    tables[Document] = [document]
    tables[fakes.SourceMap] = [fakes.source_run("a.txt", len(TEXT))]
    tables[Segment] = fakes.segment(tables, None)[Segment]
    start = TEXT.index("5%")
    mention = Mention(
        mention_id="mention_1", document_id="a.txt", segment_id=tables[Segment][0].segment_id,
        statement_id=None, start=start, end=start + 2, text="5%", label="QUANTITY", form="name",
        recognizer="quantities", rule="percent", score=1.0, status="kept", reason=None,
        entity_id=None,
    )  # fmt: skip
    tables[Mention] = [mention]
    tables[Quantity] = [
        Quantity(
            mention_id="mention_1", value=5.0, low=None, high=None, value_exact=Decimal(5),
            unit="%", unit_code="%", dimension="ratio", currency_code=None, comparator="=",
            is_approximate=False, change="increase", measured="感染人數", measured_start=0,
            measured_end=4, city_id=None, country_code=None, initiative_id=None,
        )
    ]  # fmt: skip
    return tables


def corrected(folder: Path, table: str, column: str, value: str) -> tuple[Tables, list[Any]]:
    start = TEXT.index("5%")
    (folder / "overrides.csv").write_text(
        "table,document_id,start,text,column,value,reason,source\n"
        f"{table},a.txt,{start},5%,{column},{value},misread,the paper\n",
        encoding="utf-8",
    )
    tables = tables_of_text()
    told = correct_document(tables, read_corrections(folder), lambda name, value: None)
    return tables, told


@pytest.mark.parametrize("column", ["value", "value_exact"])
def test_value_and_exact_value_stay_equal(tmp_path: Path, column: str) -> None:
    tables, _ = corrected(tmp_path, "quantities", column, "5.1")
    (row,) = tables[Quantity]
    assert (row.value, row.value_exact) == (5.1, Decimal("5.1"))


def test_what_is_measured_is_found_in_the_text(tmp_path: Path) -> None:
    tables, _ = corrected(tmp_path, "quantities", "measured", "死亡人數")
    (row,) = tables[Quantity]
    assert row.measured == "死亡人數" == TEXT[row.measured_start : row.measured_end]


def test_of_two_like_stretches_the_nearer_is_measured(tmp_path: Path) -> None:
    tables, _ = corrected(tmp_path, "quantities", "measured", "人數")
    assert tables[Quantity][0].measured_start == TEXT.rindex("人數")


def test_what_is_measured_must_be_in_the_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="'出生人數' is not in the text"):
        corrected(tmp_path, "quantities", "measured", "出生人數")


def test_rejected_number_loses_its_value(tmp_path: Path) -> None:
    tables, _ = corrected(tmp_path, "mentions", "status", "rejected")
    assert tables[Quantity] == []
    assert tables[Mention][0].reason == "by hand: misread"


def test_moved_end_takes_the_text_along(tmp_path: Path) -> None:
    tables, told = corrected(tmp_path, "mentions", "end", str(TEXT.index("5%") + 1))
    assert tables[Mention][0].text == "5"
    assert [row.level for row in told] == ["info"]


def test_several_rows_at_one_place_are_listed(tmp_path: Path) -> None:
    tables = tables_of_text()
    twin = dataclasses.replace(tables[Mention][0], mention_id="mention_2", recognizer="user")
    tables[Mention] = [*tables[Mention], twin]
    corrected(tmp_path, "mentions", "score", "0.5")
    (told,) = correct_document(tables, read_corrections(tmp_path), lambda name, value: None)
    assert told.level == "warning"
    assert "2 rows stand there, write the id of one in the column start" in told.message
    assert "mention_1 (QUANTITY, kept), mention_2 (QUANTITY, kept)" in told.message

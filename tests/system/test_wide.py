"""The wide tables: one row for each mention, equal in Arrow and in DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

import pipeline
from pipeline.errors import UsageError
from pipeline.outputs.views import VIEWS
from pipeline.runner import extract
from tests.system.conftest import Project, with_part_above

PAGE = """2021 智慧城市市長高峰會

（2021年3月24日）芬蘭赫爾辛基市長王大明表示，該市推動「智慧路燈計畫」，碳排放減少 25%。
臺北市政府推動「臺北智慧安防計畫」，裝設300支攝影機。
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wide")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "raw" / "a.meta.toml").write_text("published_on = 2021-03-25\n", encoding="utf-8")
    assert extract(folder / "raw", folder / "out", say=lambda line: None) == 0
    return folder / "out"


def in_duckdb(out: Path, view: str) -> list[dict[str, Any]]:
    connection = duckdb.connect()
    connection.execute(f"set file_search_path = '{out}'")
    connection.execute((out / "views.sql").read_text(encoding="utf-8"))
    found = connection.sql(f"select * from {view}").to_arrow_table()
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


@pytest.mark.parametrize("name", VIEWS)
def test_arrow_and_duckdb_give_the_same_rows(out: Path, name: str) -> None:
    here = pipeline.load(name, out, as_="arrow", wide=True).to_pylist()
    assert here
    assert here == in_duckdb(out, VIEWS[name].name)


@pytest.mark.parametrize(
    ("name", "base"), [("initiatives", "initiative_mentions"), ("quantities", "quantities")]
)
def test_one_row_for_each_mention(out: Path, name: str, base: str) -> None:
    wide = pipeline.load(name, out, wide=True)
    assert list(wide.mention_id) == list(pipeline.load(base, out).mention_id)


def test_who_said_the_number_where_and_when(out: Path) -> None:
    wide = pipeline.load("quantities", out, wide=True)
    row = wide[wide.text == "25%"].iloc[0]
    assert (row.value, row.unit, row.speaker, row.speaker_title) == (25, "%", "王大明", "市長")
    assert (row.speaker_city, row.speaker_city_en) == ("赫爾辛基", "Helsinki")
    assert (row.year, row.document_id) == (2021, "a.txt")
    assert "減少 25%" in row.sentence


def test_initiative_has_its_city_and_theme(out: Path) -> None:
    wide = pipeline.load("initiatives", out, "polars", wide=True)
    row = wide.filter(pl.col("text").str.contains("智慧安防計畫")).to_dicts()[0]
    assert row["city_en"] == "Taipei"
    (own,) = (
        pipeline.load("initiatives", out, "polars")
        .filter(pl.col("initiative_id") == row["initiative_id"])
        .to_dicts()
    )
    assert (row["initiative"], row["theme"]) == (own["name"], own["theme"])


def test_views_read_folders_of_parts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import assembly

    monkeypatch.setattr(assembly, "_PER_PART", 2)
    for number in range(8):
        project.write(f"{number}.txt", f"臺北{number}柯文哲")
    project.run(settings=with_part_above(4))
    assert len(in_duckdb(project.out, "mentions")) == 16
    assert in_duckdb(project.out, "quantities_wide") == []


def test_no_rows_give_an_empty_table_with_all_columns(project: Project) -> None:
    project.run()
    wide = pipeline.load("initiatives", project.out, wide=True)
    assert len(wide) == 0
    assert {"speaker", "city", "city_en", "event", "year", "document_title"} <= set(wide.columns)


def test_table_without_a_wide_form_is_refused(out: Path) -> None:
    with pytest.raises(UsageError, match="there is one of: initiatives, quantities"):
        pipeline.load("cities", out, wide=True)

"""What readers of an output see, also while things go wrong."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import time

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline import commit, generations
from pipeline.contract import SCHEMA_VERSION, TABLES
from pipeline.contract.arrow import arrow_schema
from pipeline.errors import ConfigError, ContractError, OutputError, SummitError, UsageError
from pipeline.planning.state import State
from tests.system import fakes
from tests.system.conftest import Project, with_part_above


def test_empty_raw_gives_every_table_empty_and_typed(project: Project) -> None:
    assert project.run() == 0
    for name, spec in TABLES.items():
        table = pipeline.load(name, project.out, as_="arrow")
        assert table.schema.equals(arrow_schema(spec), check_metadata=True), name
        assert table.num_rows == (name == "runs")


def test_schema_description_and_dictionary_are_in_the_file(project: Project) -> None:
    project.run()
    schema = pq.read_schema(project.out / "cities.parquet")
    assert schema.field("latitude").metadata == {b"description": b"latitude", b"unit": b"degree"}
    assert schema.metadata[b"schema_version"].decode() == SCHEMA_VERSION
    assert json.loads(schema.metadata[b"columns"])["country_code"]["references"]
    shown = duckdb.sql(
        f"select key::varchar from parquet_kv_metadata('{project.out}/cities.parquet')"
    ).fetchall()
    assert {"columns", "description", "schema_version"} <= {key for (key,) in shown}


def test_files_are_stored_as_promised(project: Project) -> None:
    project.write("a.txt")
    project.run()
    group = pq.ParquetFile(project.out / "mentions.parquet").metadata.row_group(0)
    column = group.column(
        list(TABLES["mentions"].row.spec.columns).index(TABLES["mentions"].column("label"))
    )
    assert column.compression == "ZSTD"
    assert column.has_column_index
    assert "RLE_DICTIONARY" in column.encodings or "PLAIN_DICTIONARY" in column.encodings


def test_rows_are_sorted_and_scores_rounded(project: Project) -> None:
    project.write("b.txt", "赫爾辛基與臺北")
    project.write("a.txt", "臺北與柯文哲")
    project.run()
    mentions = project.rows("mentions")
    assert [(m["document_id"], m["start"]) for m in mentions] == [
        ("a.txt", 0), ("a.txt", 3), ("b.txt", 0), ("b.txt", 5),
    ]  # fmt: skip
    assert {m["score"] for m in mentions} == {0.667}
    assert {d["kind_score"] for d in project.rows("documents")} == {0.877}


def test_joins_hold_after_merging(project: Project) -> None:
    project.write("a.txt", "柯文哲在臺北")
    project.write("b.txt", "柯文哲訪赫爾辛基")
    project.run()
    people = {row["person_id"]: row for row in project.rows("people")}
    named = {m["entity_id"] for m in project.rows("mentions") if m["label"] == "PERSON"}
    assert named == people.keys()
    assert {role["person_id"] for role in project.rows("roles")} == people.keys()
    cities = {row["city_id"] for row in project.rows("cities")}
    assert {m["entity_id"] for m in project.rows("mentions") if m["label"] == "CITY"} == cities


def test_description_comes_from_the_contract(project: Project) -> None:
    project.run()
    readme = (project.out / "README.md").read_text(encoding="utf-8")
    package = json.loads((project.out / "datapackage.json").read_text(encoding="utf-8"))
    assert [r["name"] for r in package["resources"]] == list(TABLES)
    for name, spec in TABLES.items():
        assert f"## {name}\n" in readme
        assert all(f"| {column.name} |" in readme for column in spec.columns)
    for resource in package["resources"]:
        assert (project.out / resource["path"]).is_file()


@pytest.mark.parametrize("table", ["cities.parquet", "README.md"])
def test_deleted_file_is_noticed_and_healed(project: Project, table: str) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()
    (project.out / table).unlink()
    assert project.run() == 0
    assert f"output {table} is missing" in project.said
    assert (project.out / table).is_file()
    assert project.bytes() == before


def test_edited_file_is_noticed_and_healed(project: Project, count_calls) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()
    (project.out / "mentions.parquet").write_bytes(b"oops")
    project.run()
    assert "output mentions.parquet was changed" in project.said
    assert project.bytes() == before
    assert len(count_calls()) == 1, "healed from stage results"


def test_edit_that_keeps_size_and_time_is_seen_by_verify(project: Project) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()
    path = (project.out / "roles.parquet").resolve()
    stat = path.stat()
    path.write_bytes(b"x" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    project.run(verify=True)
    assert "output roles.parquet was changed" in project.said
    assert project.bytes() == before


def test_table_replaced_by_a_plain_file_is_healed(project: Project) -> None:
    project.run()
    path = project.out / "cities.parquet"
    path.unlink()
    path.write_text("mine")
    project.run()
    assert path.is_symlink()
    assert pl.read_parquet(path).height == 0


def test_state_may_be_deleted(project: Project) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()
    shutil.rmtree(project.out / ".state")
    assert len(project.rows("documents")) == 1, "tables outlive the state"
    project.run()
    assert project.bytes() == before


@pytest.mark.parametrize("harm", [b"", b"garbage", None], ids=["empty", "garbage", "cut"])
def test_corrupt_result_is_made_again(project: Project, harm: bytes | None, count_calls) -> None:
    project.write("a.txt", "臺北")
    project.run()
    before = project.bytes()
    (result,) = (project.out / ".state" / "results").glob("??/*")
    result.write_bytes(result.read_bytes()[:-3] if harm is None else harm)
    (project.out / "cities.parquet").unlink()
    assert project.run() == 0
    assert project.bytes() == before
    assert count_calls() == ["臺北", "臺北"]


def test_torn_manifest_means_a_first_run_from_results(project: Project, count_calls) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()
    manifest = project.out / ".state" / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:-10])
    project.run()
    assert project.said[0] == "first run"
    assert project.bytes() == before
    assert len(count_calls()) == 1


def test_crash_before_the_switch_leaves_the_old_tables(project: Project, monkeypatch) -> None:
    project.write("a.txt", "臺北")
    project.run()
    before = project.bytes()
    project.write("b.txt", "赫爾辛基")

    def crash(self: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(generations.Generation, "publish", crash)
        with pytest.raises(KeyboardInterrupt):
            project.run()
    assert project.bytes() == before
    project.run()
    assert len(project.rows("documents")) == 2


def test_crash_between_switch_and_manifest_heals(project: Project, monkeypatch) -> None:
    project.write("a.txt", "臺北")
    project.run()
    project.write("b.txt", "赫爾辛基")

    def crash(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(commit, "write_manifest", crash)
        with pytest.raises(KeyboardInterrupt):
            project.run()
    project.run()
    assert "output is not the one of the last run" in project.said
    fresh = project.other()
    fresh.run()
    assert project.bytes() == fresh.bytes()


def test_all_tables_switch_at_once_and_the_last_generation_stays(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.run()
    first = (project.out / "cities.parquet").resolve()
    project.write("b.txt", "赫爾辛基")
    project.run()
    second = {path.resolve().parent for path in project.out.glob("*.parquet")}
    assert len(second) == 1
    assert first.is_file(), "who reads the old generation can finish"
    project.write("c.txt", "柯文哲")
    project.run()
    assert not first.exists()


def test_reader_never_sees_two_generations_mixed(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.run()
    reader = multiprocessing.get_context("spawn").Process(target=_write_more, args=(project,))
    reader.start()
    seen = set()
    while reader.is_alive():
        folder = (project.out / ".tables" / "current").resolve()
        counts = {
            pq.read_metadata(folder / f"{t}.parquet").num_rows for t in ("documents", "segments")
        }
        seen.add(tuple(counts))
        assert len(counts) == 1
    reader.join()
    assert reader.exitcode == 0


def _write_more(project: Project) -> None:
    for number in range(3):
        project.write(f"{number}.txt", f"臺北{number}")
        project.run()


def test_file_system_without_links(project: Project, monkeypatch) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise OSError("links are not supported")

    monkeypatch.setattr(os, "symlink", refuse)
    monkeypatch.setattr(os, "link", refuse)
    project.write("a.txt", "臺北")
    project.run()
    assert not (project.out / "cities.parquet").is_symlink()
    assert len(project.rows("cities")) == 1
    project.run()
    assert project.said == ["nothing to do: 1 document up to date"]
    (project.out / "cities.parquet").unlink()
    project.run()
    assert pl.read_parquet(project.out / "cities.parquet").height == 1


def test_second_run_waits_for_the_first(project: Project) -> None:
    project.write("a.txt", "臺北")
    ready = multiprocessing.get_context("spawn").Event()
    holder = multiprocessing.get_context("spawn").Process(target=_hold, args=(project, ready))
    holder.start()
    assert ready.wait(30)
    assert project.run() == 0
    holder.join()
    assert project.said[0].endswith("another run is at work here, waiting for it to end")
    assert len(project.rows("documents")) == 1


def _hold(project: Project, ready: object) -> None:
    with State(project.out).locked(print):
        ready.set()  # type: ignore[attr-defined]
        time.sleep(0.3)


def test_other_schema_version_is_rebuilt_and_says_so(project: Project, monkeypatch) -> None:
    from pipeline.planning import plan

    project.write("a.txt")
    project.run()
    monkeypatch.setattr(plan, "SCHEMA_VERSION", "9.0.0")
    project.run()
    assert f"the output has schema version {SCHEMA_VERSION}, rebuilding it as 9.0.0" in project.said


def test_broken_law_refuses_the_document_and_names_the_row(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.write("b.txt", "赫爾辛基BREAK")
    stages = tuple(
        stage
        if stage.name != "tag"
        else type(stage)(stage.name, stage.writes, "tests.system.fakes:crossing")
        for stage in fakes.STAGES
    )
    from pipeline.runner import run
    from pipeline.task import Options

    assert run(Options(project.raw, project.out, project.config, stages=stages), print) == 3
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"]) == ("b.txt", "stage_failed")
    assert "text is '別的' but text[0:4] is '赫爾辛基'" in row["message"]
    assert [d["document_id"] for d in project.rows("documents")] == ["a.txt"]


def test_broken_corpus_publishes_nothing(project: Project, monkeypatch) -> None:
    from pipeline.stages import merge

    project.write("a.txt", "柯文哲")
    project.run()
    before = project.bytes()
    real = merge.merge

    def without_people(documents: object, labels: object):
        merged, renaming = real(documents, labels)  # type: ignore[arg-type]
        merged[fakes.Person] = []
        return merged, renaming

    monkeypatch.setattr(merge, "merge", without_people)
    project.write("b.txt", "簡喬頓")
    with pytest.raises(ContractError, match=r"is no people\.person_id"):
        project.run()
    assert project.bytes() == before
    assert len(list((project.out / ".tables").glob("0*"))) == 1


def test_failing_document_is_a_diagnostic_and_the_others_are_published(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.write("b.txt", "臺北FAIL")
    assert project.run() == 3
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["document_id"]) == ("b.txt", None)
    assert (row["stage"], row["level"], row["code"]) == ("tag", "error", "stage_failed")
    assert row["message"].startswith("ValueError: this document cannot be tagged at fakes.py:")
    assert [d["document_id"] for d in project.rows("documents")] == ["a.txt"]
    project.write("b.txt", "赫爾辛基")
    assert project.run() == 0
    assert project.rows("diagnostics") == []


def test_what_concerns_every_document_ends_the_run(project: Project, monkeypatch) -> None:
    project.write("a.txt", "臺北")
    project.run()
    before = project.bytes()
    project.write("b.txt", "赫爾辛基")
    for error, message in (
        (ConfigError("config/units.csv:3", "no unit"), "config/units.csv:3: no unit"),
        (ImportError("no module named x"), r"stage tag: ImportError: no module named x"),
    ):

        def fail(tables: object, resources: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(fakes, "tag", fail)
        with pytest.raises(SummitError, match=message):
            project.run()
        assert project.bytes() == before


def test_refused_document_keeps_its_own_diagnostic(project: Project) -> None:
    project.write("a.txt", "REFUSE")
    assert project.run() == 3
    (row,) = project.rows("diagnostics")
    assert row["message"] == "a.txt says nothing", "the placeholder of the cache is gone"
    assert row["place"] == "a.txt:1"
    assert row["document_id"] is None
    assert project.rows("documents") == []


def test_runs_are_appended(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.run()
    project.write("b.txt", "赫爾辛基")
    (project.raw / "a.txt").unlink()
    project.run()
    first, second = project.rows("runs")
    assert first["run_id"] < second["run_id"]
    assert (first["n_added"], first["n_documents"]) == (1, 1)
    assert (second["n_added"], second["n_removed"], second["n_failed"]) == (1, 1, 0)
    assert first["output_sha256"] != second["output_sha256"]


def test_parts_beyond_the_limit(project: Project, monkeypatch) -> None:
    from pipeline import assembly

    monkeypatch.setattr(assembly, "_PER_PART", 2)
    for number in range(8):
        project.write(f"{number}.txt", f"臺北{number}柯文哲")
    small = project.other()
    small.run()
    project.run(settings=with_part_above(4))
    parts = sorted((project.out / "mentions.parquet").iterdir())
    assert len(parts) == 8
    one = small.rows("mentions")
    for rows in (
        pl.read_parquet(project.out / "mentions.parquet" / "*.parquet").to_dicts(),
        duckdb.sql(f"from '{project.out}/mentions.parquet/*.parquet'").pl().to_dicts(),
        pd.read_parquet(project.out / "mentions.parquet").to_dict("records"),
        project.rows("mentions"),
    ):
        assert sorted(row["mention_id"] for row in rows) == sorted(r["mention_id"] for r in one)


def test_untouched_parts_are_linked(project: Project, monkeypatch) -> None:
    from pipeline import assembly

    monkeypatch.setattr(assembly, "_PER_PART", 1)
    for number in range(8):
        project.write(f"{number}.txt", f"赫爾辛基{number}")
    settings = with_part_above(4)
    project.run(settings=settings)
    before = {p.name: p.stat().st_ino for p in (project.out / "tokens.parquet").iterdir()}
    project.write("3.txt", "赫爾辛基改")
    project.run(settings=settings)
    after = {p.name: p.stat().st_ino for p in (project.out / "tokens.parquet").iterdir()}
    changed = [name for name in before if before[name] != after[name]]
    assert len(before) == 16
    assert len(changed) == 1
    fresh = project.other()
    fresh.run(settings=settings)
    assert project.bytes() == fresh.bytes()


@pytest.mark.parametrize("kind", ["pandas", "polars", "arrow"])
def test_load(project: Project, kind: str) -> None:
    project.write("a.txt", "臺北")
    project.run()
    frame = pipeline.load("cities", project.out, as_=kind)
    values = frame["city_id"].to_pylist() if kind == "arrow" else list(frame["city_id"])
    assert values == ["1668341"]


def test_load_pandas_keeps_types(project: Project) -> None:
    project.write("a.txt")
    project.run()
    assert str(pipeline.load("documents", project.out)["published_on"].dtype).startswith("date32")
    assert str(pipeline.load("cities", project.out)["population"].dtype) == "Int64"
    assert "decimal" in str(pipeline.load("quantities", project.out)["value_exact"].dtype)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("citys",), UsageError, r"no such table \(did you mean 'cities'\?\)"),
        (("cities", "out", "excel"), UsageError, "expected one of pandas, polars, arrow"),
        (("cities", "nowhere"), OutputError, r"no table 'cities' here yet \(run: summit extract\)"),
    ],
)
def test_load_says_what_is_wrong(arguments, error, message: str) -> None:
    with pytest.raises(error, match=message):
        pipeline.load(*arguments)


def test_output_that_cannot_be_written(project: Project) -> None:
    project.out.write_text("a file")
    with pytest.raises(OutputError, match=r"choose another folder with --out"):
        project.run()

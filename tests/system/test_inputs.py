"""Folders and files a user may point at: what is refused, what is said, what becomes of rows."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

import pipeline
from pipeline.cli import main
from pipeline.errors import InputError, UsageError
from pipeline.planning import files
from pipeline.progress import printable
from tests.system import fakes
from tests.system.conftest import Project


@pytest.mark.parametrize("inside", ["", "tables", "a/b"])
def test_output_within_the_raw_folder_is_refused(project: Project, inside: str) -> None:
    project.write("a.txt")
    project.out = project.raw / inside
    with pytest.raises(UsageError, match=r"folder of the documents.*choose another folder"):
        project.run()
    assert [path.name for path in project.raw.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("option", ["--raw", "--out", "--config"])
def test_empty_folder_name_is_a_usage_error(option: str, capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main(["extract", option, ""])
    assert stop.value.code == 2
    assert "expected a folder, found ''" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_empty_folder_name_in_a_notebook_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="out: expected a folder"):
        pipeline.extract(out="")


def test_readme_of_the_user_stays(project: Project) -> None:
    project.write("a.txt")
    project.out.mkdir()
    own = project.out / "README.md"
    own.write_text("mine", encoding="utf-8")
    project.run()
    assert own.read_text(encoding="utf-8") == "mine"
    assert any(f"{own} is yours and stays" in line for line in project.said)
    assert (project.out / ".tables" / "current" / "README.md").is_file()
    project.run()
    assert project.said == ["nothing to do: 1 document up to date"]
    project.write("b.txt", "赫爾辛基")
    project.run()
    assert own.read_text(encoding="utf-8") == "mine"


def test_file_that_cannot_be_read_any_more_is_told_and_its_rows_go(
    project: Project, monkeypatch, count_calls
) -> None:
    project.write("a.txt", "臺北")
    locked = project.write("b.txt", "赫爾辛基")
    project.run()
    real = files._look

    def look(path: Path, *known: object) -> object:
        denied = "the file cannot be read: Permission denied"
        return denied if path == locked else real(path, *known)

    monkeypatch.setattr(files, "_look", look)
    assert project.run() == 3
    assert "b.txt: cannot be read, so its rows are taken out" in project.said
    assert [row["document_id"] for row in project.rows("documents")] == ["a.txt"]
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"]) == ("b.txt", "unreadable")
    assert "Permission denied" in row["message"]
    monkeypatch.setattr(files, "_look", real)
    assert project.run() == 0
    assert len(project.rows("documents")) == 2
    assert len(count_calls()) == 2, "served from the stage results when it can be read again"


def test_raw_folder_that_cannot_be_listed_stops_the_run(project: Project, monkeypatch) -> None:
    project.write("a.txt")
    project.run()
    before = project.bytes()

    def walk(top, onerror):
        onerror(PermissionError(13, "Permission denied", str(top)))
        return iter(())

    monkeypatch.setattr(files.os, "walk", walk)
    with pytest.raises(InputError, match=r"raw: the folder cannot be read: Permission denied"):
        project.run()
    assert project.bytes() == before


def test_file_that_changes_between_planning_and_reading(project: Project, monkeypatch) -> None:
    from pipeline import runner

    project.write("a.txt", "臺北")
    real = runner.make_plan

    def plan_then_edit(*arguments):
        plan = real(*arguments)
        project.write("a.txt", "赫爾辛基")
        return plan

    monkeypatch.setattr(runner, "make_plan", plan_then_edit)
    assert project.run() == 3
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"]) == ("a.txt", "vanished")
    assert row["message"] == "the file changed while it was read"
    assert row["advice"] == "run again"
    monkeypatch.setattr(runner, "make_plan", real)
    assert project.run() == 0


def test_link_to_a_folder_inside_is_told(project: Project) -> None:
    project.write("2021/a.txt")
    (project.raw / "loop").symlink_to(project.raw)
    (project.raw / "again").symlink_to(project.raw / "2021")
    assert project.run() == 0
    assert [(r["source_path"], r["code"], r["level"]) for r in project.rows("diagnostics")] == [
        ("again", "link_to_folder", "warning"),
        ("loop", "link_to_folder", "warning"),
    ]
    assert [row["document_id"] for row in project.rows("documents")] == ["2021/a.txt"]


def test_names_with_spaces_chinese_and_control_characters(project: Project, capsys) -> None:
    names = ["2021 高峰會/新聞 稿（一）.txt", "a\x1b[31mb\nc.txt"]
    for number, name in enumerate(names):
        project.write(name, f"臺北{number}")
    assert project.run() == 0
    assert sorted(row["document_id"] for row in project.rows("documents")) == sorted(names)
    shown = [printable(line) for line in project.said]
    assert "a\\x1b[31mb\\nc.txt: new" in shown
    assert "2021 高峰會/新聞 稿（一）.txt: new" in shown


@pytest.mark.parametrize(
    ("name", "what", "advice"),
    [
        ("a.WPS", "a word processor's file cannot be read yet", "save it as .docx"),
        ("a.wps", "a word processor's file cannot be read yet", "save it as .docx or .odt"),
        ("a.xlsb", "a spreadsheet cannot be read yet", "save it as .xlsx or .ods"),
        ("a.ppt", "a presentation cannot be read yet", "save it as .pptx"),
        ("a.msg", "a mail cannot be read yet", "save it as .eml"),
        ("a.jpg", "an image cannot be read yet", "type or recognize its text"),
        ("a.zip", "an archive cannot be read yet", "unpack it here"),
        ("a.mp3", "a recording cannot be read yet", "transcribe it"),
        ("a.xml", "a data file cannot be read yet", "save its records as .csv"),
        ("a.exe", "no reader for ending '.exe'", "save it as one of: .csv"),
    ],
)
def test_format_without_reader_says_the_way_out(
    project: Project, name: str, what: str, advice: str
) -> None:
    project.write(name, "x")
    project.write("good.txt")
    assert project.run() == 3
    (row,) = project.rows("diagnostics")
    assert (row["code"], row["message"]) == ("unsupported_format", what)
    assert row["advice"].startswith(advice)
    assert [d["document_id"] for d in project.rows("documents")] == ["good.txt"]


def test_copy_with_a_sidecar_of_its_own_is_told(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.write("b.txt", "臺北")
    project.write("b.meta.toml", 'title = "高峰會"\n')
    project.run()
    (row,) = project.rows("diagnostics")
    assert row["message"] == "has the same content as a.txt, which is kept; b.meta.toml is not used"
    assert "put what b.meta.toml says beside the other" in row["advice"]


def test_first_run_cut_off_goes_on_where_it_was(project: Project, monkeypatch, count_calls) -> None:
    from pipeline import worker

    for name in ("a.txt", "b.txt", "c.txt"):
        project.write(name, f"臺北{name}")
    real = worker._run_document

    def die_at_the_last(job, source, mark):
        if source.path == "c.txt":
            raise KeyboardInterrupt
        return real(job, source, mark)

    monkeypatch.setattr(worker, "_run_document", die_at_the_last)
    with pytest.raises(KeyboardInterrupt):
        project.run(workers=1)
    monkeypatch.setattr(worker, "_run_document", real)
    project.run(workers=1)
    assert "2 documents of an earlier run that was cut off are taken over" in project.said
    assert len(count_calls()) == 3
    assert len(project.rows("documents")) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permissions_of_a_file_and_a_folder(project: Project) -> None:
    project.write("a.txt")
    project.write("folder/b.txt", "臺北").parent.chmod(0)
    project.write("c.txt", "赫爾辛基").chmod(0)
    try:
        assert project.run() == 3
        assert [r["source_path"] for r in project.rows("diagnostics")] == ["c.txt", "folder"]
    finally:
        (project.raw / "folder").chmod(0o700)


def test_copy_with_another_ending_is_read_where_the_first_is_refused(
    project: Project, monkeypatch
) -> None:
    real = fakes.ingest

    def refuse_tables(sources, resources):
        changed = [
            dataclasses.replace(s, data=b"REFUSE") if s.ending in ("csv", "md") else s
            for s in sources
        ]
        return real(changed, resources)

    monkeypatch.setattr(fakes, "ingest", refuse_tables)
    for name in ("a.csv", "b.md", "c.txt", "d.txt"):
        project.write(name, "臺北")
    assert project.run() == 3
    assert "c.txt: read in place of its copy, which was refused" in project.said
    assert [row["document_id"] for row in project.rows("documents")] == ["c.txt"]
    told = {row["source_path"]: row["code"] for row in project.rows("diagnostics")}
    assert told == {"a.csv": "empty", "b.md": "empty", "d.txt": "duplicate_content"}
    project.run()
    assert project.said[0] == "nothing to do: 1 document up to date"
    monkeypatch.setattr(fakes, "ingest", real)
    (project.raw / "a.csv").unlink()
    (project.raw / "b.md").unlink()
    project.run()
    assert [row["document_id"] for row in project.rows("documents")] == ["c.txt"]


def test_copy_with_another_ending_is_left_out_where_the_first_is_read(project: Project) -> None:
    project.write("a.csv", "臺北")
    project.write("b.txt", "臺北")
    assert project.run() == 0
    assert [row["document_id"] for row in project.rows("documents")] == ["a.csv"]
    assert [row["code"] for row in project.rows("diagnostics")] == ["duplicate_content"]

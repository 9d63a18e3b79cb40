"""What a run does, and what it says why."""

from __future__ import annotations

import os
import unicodedata

import pytest

from pipeline.errors import InputError
from pipeline.planning import files
from tests.system.conftest import Project


def reasons(project: Project) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in project.said if ".txt: " in line and line[0] != " ")


def test_new_document_is_read(project: Project) -> None:
    project.write("2021/臺北.txt")
    assert project.run() == 0
    assert reasons(project) == {"2021/臺北.txt": "new"}
    assert [row["document_id"] for row in project.rows("documents")] == ["2021/臺北.txt"]


def test_second_run_has_nothing_to_do(project: Project, count_calls) -> None:
    project.write("a.txt")
    project.run()
    runs = project.rows("runs")
    assert project.run() == 0
    assert project.said == ["nothing to do: 1 document up to date"]
    assert project.rows("runs") == runs
    assert len(count_calls()) == 1


def test_edited_document_alone_is_read_again(project: Project, count_calls) -> None:
    project.write("a.txt", "臺北")
    project.write("b.txt", "赫爾辛基")
    project.run()
    count_calls().clear()
    project.write("a.txt", "臺北市")
    project.run()
    assert reasons(project) == {"a.txt": "changed"}
    assert count_calls() == ["臺北市"]


def test_touched_document_is_not_read_again(project: Project, count_calls) -> None:
    path = project.write("a.txt")
    project.run()
    os.utime(path, ns=(1, 1))
    project.run()
    assert project.said == ["nothing to do: 1 document up to date"]


def test_renamed_document_is_served_from_the_cache(project: Project, count_calls) -> None:
    project.write("a.txt").rename(project.raw / "a.txt")
    project.run()
    (project.raw / "a.txt").rename(project.raw / "b.txt")
    project.run()
    assert reasons(project) == {"b.txt": "renamed from a.txt"}
    assert len(count_calls()) == 1
    assert {row["document_id"] for row in project.rows("mentions")} == {"b.txt"}


def test_rename_gives_the_bytes_of_a_fresh_run(project: Project) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    project.write("c.txt", "赫爾辛基副市長簡喬頓")
    project.run()
    (project.raw / "a.txt").rename(project.raw / "x.txt")
    project.run()
    fresh = project.other()
    fresh.run()
    assert project.bytes() == fresh.bytes()


def test_removed_document_leaves_the_tables(project: Project) -> None:
    project.write("a.txt", "臺北")
    alone = project.other()
    alone.run()
    path = project.write("b.txt", "赫爾辛基")
    project.run()
    path.unlink()
    project.run()
    assert reasons(project) == {"b.txt": "removed"}
    assert project.bytes() == alone.bytes()


def test_adding_later_equals_all_at_once(project: Project) -> None:
    project.write("b.txt", "柯文哲在臺北")
    project.run()
    project.write("a.txt", "柯文哲訪赫爾辛基")
    project.run()
    at_once = project.other()
    at_once.run()
    assert project.bytes() == at_once.bytes()


def test_changed_meta_reads_its_document_again(project: Project) -> None:
    project.write("a.txt")
    project.run()
    project.write("a.meta.toml", 'title = "高峰會"\n')
    project.run()
    assert reasons(project) == {"a.txt": "meta changed: a.meta.toml"}
    assert project.rows("documents")[0]["title"] == "高峰會"
    (project.raw / "a.meta.toml").unlink()
    project.run()
    assert reasons(project) == {"a.txt": "meta changed: removed"}


def test_broken_meta_is_a_diagnostic_and_the_document_goes_on(project: Project) -> None:
    project.write("a.txt")
    project.write("a.meta.toml", "title = ")
    assert project.run() == 0
    (row,) = project.rows("diagnostics")
    assert (row["code"], row["level"], row["source_path"]) == ("bad_meta", "warning", "a.txt")
    assert "not valid TOML" in row["message"]


def test_changed_lexicon_is_named(project: Project, count_calls) -> None:
    project.write("a.txt")
    project.run()
    (project.config / "cities.csv").write_text("name,source\n", encoding="utf-8")
    project.run()
    assert reasons(project) == {"a.txt": "config changed: cities.csv (from segment on)"}
    # ingest reads no lexicon, so its result is still good
    assert len(count_calls()) == 1


def test_changed_code_is_named(project: Project, monkeypatch, count_calls) -> None:
    from pipeline.planning import versions

    project.write("a.txt")
    project.run()
    real = versions._code
    monkeypatch.setattr(
        versions, "_code", lambda p, taken: {n: v + "x" for n, v in real(p, taken).items()}
    )
    project.run()
    assert reasons(project) == {"a.txt": "code changed: pipeline/ids.py (from ingest on)"}
    assert len(count_calls()) == 2


def test_changed_library_is_named(project: Project, monkeypatch) -> None:
    from pipeline.planning import versions

    project.write("a.txt")
    project.run()
    monkeypatch.setattr(versions.platform, "python_version_tuple", lambda: ("3", "99", "0"))
    project.run()
    (reason,) = reasons(project).values()
    assert reason.startswith("library changed: python 3.") and "-> 3.99" in reason


def test_many_documents_are_counted_unless_explained(project: Project) -> None:
    for number in range(12):
        project.write(f"{number:02}.txt", f"臺北{number}")
    project.run()
    assert "12 documents: new" in project.said
    project.write("00.txt", "改")
    (project.config / "cities.csv").write_text("name,source\n", encoding="utf-8")
    project.run(explain=True)
    assert "00.txt: changed" in project.said
    assert len(reasons(project)) == 12


def test_equal_content_keeps_the_first_path(project: Project) -> None:
    project.write("b.txt", "臺北")
    project.write("a.txt", "臺北")
    assert project.run() == 0
    assert [row["document_id"] for row in project.rows("documents")] == ["a.txt"]
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"]) == ("b.txt", "duplicate_content")
    assert row["message"] == "has the same content as a.txt, which is kept"
    (project.raw / "a.txt").unlink()
    project.run()
    assert [row["document_id"] for row in project.rows("documents")] == ["b.txt"]
    assert project.rows("diagnostics") == []


@pytest.mark.parametrize(
    ("name", "code", "level", "exit_code"),
    [
        ("scan.png", "unsupported_format", "error", 3),
        ("no-ending", "unsupported_format", "error", 3),
        ("lonely.meta.toml", "orphan_meta", "warning", 0),
    ],
)
def test_files_left_out_are_told(
    project: Project, name: str, code: str, level: str, exit_code: int
) -> None:
    project.write("a.txt")
    project.write(name, "x")
    assert project.run() == exit_code
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"], row["level"]) == (name, code, level)
    assert row["advice"]
    assert project.run() == exit_code, "a run with nothing to do keeps the exit code"


def test_name_that_is_not_utf8(project: Project) -> None:
    name = os.fsdecode("臺北.txt".encode("big5"))
    try:
        project.write(name)
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert project.run() == 3
    (row,) = project.rows("diagnostics")
    assert row["code"] == "undecodable_name"
    assert "\ufffd" in row["source_path"]
    assert project.run() == 3


def test_hidden_files_are_none_of_our_business(project: Project) -> None:
    project.write(".DS_Store", "x")
    project.write(".git/config.txt", "x")
    assert project.run() == 0
    assert project.rows("diagnostics") == []


def test_link_out_of_raw_is_refused(project: Project) -> None:
    secret = project.raw.parent / "secret.txt"
    secret.write_text("臺北", encoding="utf-8")
    (project.raw / "link.txt").symlink_to(secret)
    (project.raw / "folder").symlink_to(project.raw.parent)
    assert project.run() == 3
    assert [(r["source_path"], r["code"]) for r in project.rows("diagnostics")] == [
        ("folder", "link_outside"),
        ("link.txt", "link_outside"),
    ]


def test_dangling_link_is_told(project: Project) -> None:
    (project.raw / "gone.txt").symlink_to(project.raw / "nowhere.txt")
    assert project.run() == 3
    assert project.rows("diagnostics")[0]["code"] == "unreadable"


def test_document_id_is_nfc_while_the_path_stays(project: Project) -> None:
    decomposed = unicodedata.normalize("NFD", "café.txt")
    project.write(decomposed)
    project.run()
    (row,) = project.rows("documents")
    assert row["document_id"] == unicodedata.normalize("NFC", decomposed)
    assert row["source_path"] == decomposed


def test_two_names_equal_after_nfc(project: Project) -> None:
    project.write(unicodedata.normalize("NFD", "é.txt"), "臺北")
    project.write(unicodedata.normalize("NFC", "é.txt"), "赫爾辛基")
    if len(list(project.raw.iterdir())) == 1:
        pytest.skip("the file system normalizes names")
    assert project.run() == 3
    assert project.rows("diagnostics")[0]["code"] == "duplicate_name"
    assert len(project.rows("documents")) == 1


def test_file_that_vanishes_after_planning(project: Project, monkeypatch) -> None:
    from pipeline import runner

    project.write("a.txt", "臺北")
    project.write("b.txt", "赫爾辛基")
    real = runner.make_plan

    def plan_then_delete(*arguments):
        plan = real(*arguments)
        (project.raw / "a.txt").unlink(missing_ok=True)
        return plan

    monkeypatch.setattr(runner, "make_plan", plan_then_delete)
    assert project.run() == 3
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"]) == ("a.txt", "vanished")
    assert len(project.rows("documents")) == 1
    assert project.run() == 0
    assert project.rows("diagnostics") == []


def test_missing_raw_folder_makes_no_output(project: Project) -> None:
    project.raw.rmdir()
    with pytest.raises(InputError, match=r"raw: no such folder \(make it and put documents there"):
        project.run()
    assert not project.out.exists()


def test_verify_sees_an_edit_that_keeps_size_and_times(project: Project, monkeypatch) -> None:
    path = project.write("a.txt", "臺北")
    project.run()
    seen = files.Seen(0, 0, 0, "")
    old = path.stat()
    monkeypatch.setattr(files, "_TICK_NS", -(10**18))
    real = files._look
    path.write_text("台北", encoding="utf-8")

    class Frozen:
        st_size, st_mtime_ns, st_ctime_ns = old.st_size, old.st_mtime_ns, old.st_ctime_ns

    monkeypatch.setattr(
        files,
        "_look",
        lambda p, known, ns: known or real(p, known, ns) or seen,
    )
    project.run()
    assert project.said == ["nothing to do: 1 document up to date"]
    project.run(verify=True)
    assert reasons(project) == {"a.txt": "changed"}


def test_failed_document_is_not_tried_again_until_something_changes(
    project: Project, count_calls
) -> None:
    project.write("a.txt", "臺北FAIL")
    project.write("b.txt", "臺北")
    assert project.run() == 3
    assert project.run() == 3
    assert project.said == [
        "nothing to do: 1 document up to date",
        "refused as before: 1 file; see the table diagnostics",
    ]
    (project.config / "cities.csv").write_text("name,source\n", encoding="utf-8")
    project.run()
    assert reasons(project).keys() == {"a.txt", "b.txt"}


def test_a_link_to_itself_and_a_pipe_are_refused_and_the_others_read(project: Project) -> None:
    project.write("good.txt")
    (project.raw / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(project.raw / "pipe.txt")
    assert project.run() == 3
    messages = {row["source_path"]: row["message"] for row in project.rows("diagnostics")}
    assert set(messages) == {"loop.txt", "pipe.txt"}
    assert "not a regular file" in messages["pipe.txt"]
    assert [row["document_id"] for row in project.rows("documents")] == ["good.txt"]

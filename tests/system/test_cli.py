"""The command line: exit codes, help, errors of one line, and what it does not import."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.system.conftest import Project

ROOT = Path(__file__).parents[2]
HEAVY = {"jieba", "numpy", "opencc", "pandas", "polars", "pyarrow", "rjieba", "spacy", "thinc"}

_PROBE = """
import sys, json, runpy
from pipeline.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as stop:
    code = stop.code
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
modules = sorted({m.split(".")[0] for m in sys.modules})
print(json.dumps([code, modules, used.ru_utime + used.ru_stime]))
"""


def probe(script: str, *arguments: object) -> tuple[int, set[str], float]:
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules, seconds = json.loads(done.stdout.splitlines()[-1])
    return code, set(modules), seconds


@pytest.mark.parametrize("command", [[], ["extract"], ["evaluate"]])
def test_help_has_an_example_and_imports_nothing_heavy(command: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command, "--help"])
    assert stop.value.code == 0
    assert "Example:\n  summit" in capsys.readouterr().out
    code, modules, _ = probe(_PROBE, *command, "--help")
    assert code == 0
    assert not modules & HEAVY


_NOOP = _PROBE.replace(
    "code = main(sys.argv[1:])",
    """from pathlib import Path
    from pipeline.runner import run
    from pipeline.task import Options
    from tests.system.fakes import STAGES
    raw, out, config = map(Path, sys.argv[1:])
    code = run(Options(raw, out, config, stages=STAGES), print)""",
)


def test_run_with_nothing_to_do_imports_nothing_heavy(project: Project) -> None:
    project.write("a.txt", "臺北")
    project.write("b.txt", "赫爾辛基")
    project.run()
    code, modules, _ = probe(_NOOP, project.raw, project.out, project.config)
    assert code == 0
    assert not modules & HEAVY


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["extract", "--raw", "nowhere"], 1, "summit: nowhere: no such folder (make it and put"),
        (["extract", "--config", "nowhere"], 1, "nowhere/pipeline.toml: No such file"),
        (["extract", "--until", "tags"], 2, "invalid choice: 'tags'"),
        (["extract", "--workers", "-1"], 2, "expected a number, 0 or more, found '-1'"),
        (["extrcat"], 2, "invalid choice: 'extrcat'"),
        ([], 2, "the following arguments are required: COMMAND"),
        (["evaluate", "--gold", "nowhere"], 2, "nowhere: holds no gold file"),
    ],
)
def test_errors_are_one_line(
    arguments: list[str], code: int, message: str, capsys, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        assert main(arguments) == code
    except SystemExit as stop:  # argparse
        assert stop.code == code
    printed = capsys.readouterr().err
    assert message in printed
    assert "Traceback" not in printed


def test_wrong_setting_is_named_with_the_nearest(tmp_path, capsys) -> None:
    (tmp_path / "pipeline.toml").write_text("[run]\nworker = 2\n", encoding="utf-8")
    assert main(["extract", "--config", str(tmp_path)]) == 1
    expected = f"summit: {tmp_path}/pipeline.toml: [run] worker: unknown setting"
    assert capsys.readouterr().err.startswith(f"{expected} (did you mean 'workers'?)")


@pytest.mark.parametrize("stage", ["ingest", "segment", "tag", "resolve", "relate"])
def test_until_writes_the_tables_of_a_stage_and_publishes_nothing(
    project: Project, stage: str
) -> None:
    import pyarrow.parquet as pq

    project.write("a.txt", "臺北市長柯文哲")
    assert project.run(until=stage) == 0
    folder = project.out / ".state" / "until" / stage
    assert project.said[0] == f"tables of {stage} in {folder}"
    lines = [line.split() for line in project.said if line.startswith("  ")]
    counted = {name: int(number) for name, number in lines}
    for path in folder.iterdir():
        assert pq.read_metadata(path).num_rows == counted[path.stem]
    assert list(project.out.glob("*.parquet")) == []


def test_run_goes_on_from_where_until_stopped(project: Project, count_calls) -> None:
    project.write("a.txt", "臺北")
    project.run(until="tag")
    project.run()
    assert len(count_calls()) == 1
    assert len(project.rows("cities")) == 1


def test_until_tells_failures(project: Project) -> None:
    project.write("a.txt", "FAIL")
    project.write("b.txt", "REFUSE")
    assert project.run(until="tag") == 3
    text = "\n".join(project.said)
    assert "a.txt: ValueError: this document cannot be tagged" in text
    assert "b.txt says nothing" in text


_SLOW = """
import sys
from pathlib import Path
import pipeline.cli as cli, pipeline.runner as runner, time
def slow(*arguments):
    print("at work", flush=True)
    time.sleep(60)
runner._plan = slow
raise SystemExit(cli.main(["extract", "--raw", sys.argv[1], "--out", sys.argv[2]]))
"""


def test_interrupt_ends_cleanly(project: Project) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOW, project.raw, project.out],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors == "summit: interrupted; nothing was published\n"


def test_progress_bar_is_for_terminals_only(project: Project, capsys, monkeypatch) -> None:
    project.write("a.txt")
    project.run()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    project.write("a.txt", "改")
    project.run()
    assert "1 of 1 documents" in capsys.readouterr().err


def test_package_imports_nothing_heavy() -> None:
    script = "import sys, pipeline, json; print(json.dumps([0, sorted(sys.modules), 0]))"
    _, modules, _ = probe(script)
    assert not {name.split(".")[0] for name in modules} & HEAVY


def test_start_is_quick() -> None:
    seconds = min(probe(_PROBE, "--help")[2] for _ in range(3))
    assert seconds < 0.3


def test_noop_is_quick(project: Project) -> None:
    project.write("a.txt")
    project.write("b.txt", "臺北")
    project.run()
    time.sleep(0)
    seconds = min(probe(_NOOP, project.raw, project.out, project.config)[2] for _ in range(3))
    assert seconds < 0.3

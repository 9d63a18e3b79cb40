"""Engines give the same bytes, lose no document, and blame the right one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.config import Run, Settings
from pipeline.engines import Engine, Lost, Pool, Serial
from pipeline.planning.files import SourceFile
from pipeline.shards import count_workers, cut_shards
from pipeline.task import Options
from tests.system.conftest import Project


def double_all(shard: Sequence[int]) -> list[int]:
    return [2 * item for item in shard]


def die_over_three(shard: Sequence[int]) -> list[int]:
    if 3 in shard:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(shard)


def raise_over_three(shard: Sequence[int]) -> list[int]:
    if 3 in shard:
        raise ValueError("three")
    return list(shard)


@pytest.fixture(params=["serial", "pool"])
def engine(request: pytest.FixtureRequest):
    made: Engine = Serial() if request.param == "serial" else Pool(2)
    yield made
    made.close()


def test_every_shard_is_answered_once(engine: Engine) -> None:
    answers = engine.run(double_all, [[1, 2], [3], [], [4, 5]])
    assert sorted(map(tuple, answers)) == [(), (2, 4), (6,), (8, 10)]


def test_an_error_of_the_function_reaches_the_caller(engine: Engine) -> None:
    with pytest.raises(ValueError, match="three"):
        list(engine.run(raise_over_three, [[3]]))


def test_a_killed_worker_costs_its_item_alone() -> None:
    engine = Pool(2)
    answers = list(engine.run(die_over_three, [[0], [1, 2, 3], [4, 5], [6], [7]]))
    assert [answer.item for answer in answers if isinstance(answer, Lost)] == [3]
    kept = sorted(item for a in answers if not isinstance(a, Lost) for item in a)
    assert kept == [0, 1, 2, 4, 5, 6, 7]


def write_corpus(project: Project) -> None:
    for number in range(7):
        project.write(f"{number}/文件.txt", f"柯文哲{number}到赫爾辛基與臺北" * (number + 1))
    project.write("fails.txt", "FAIL")
    project.write("refused.txt", "REFUSE")


def test_one_and_two_workers_give_equal_bytes(project: Project) -> None:
    write_corpus(project)
    assert project.run(workers=1) == 3
    other = project.other()
    assert other.run(workers=2, settings=Settings(run=Run(shard_documents=2))) == 3
    assert project.bytes() == other.bytes()


def test_document_that_kills_its_worker_is_told(project: Project) -> None:
    for number in range(5):
        project.write(f"{number}.txt", f"臺北{number}")
    project.write("bad.txt", "KILL")
    assert project.run(workers=2) == 3
    assert len(project.rows("documents")) == 5
    (row,) = project.rows("diagnostics")
    assert (row["source_path"], row["code"]) == ("bad.txt", "worker_died")


_SCRIPT = """
import sys
from pathlib import Path
from pipeline.runner import run
from pipeline.task import Options
from tests.system.fakes import STAGES
raw, out, config = map(Path, sys.argv[1:])
raise SystemExit(run(Options(raw, out, config, stages=STAGES), print))
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Asia/Taipei", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LC_ALL": "C"},
    ],
    ids=["seed0-taipei", "seed1-new-york"],
)
def test_bytes_do_not_depend_on_the_environment(
    project: Project, environment: dict[str, str]
) -> None:
    write_corpus(project)
    project.run()
    other = project.other()
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, other.raw, other.out, other.config],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert project.bytes() == other.bytes()


_UNGUARDED = """
import sys
from pathlib import Path
from pipeline.runner import run
from pipeline.task import Options
from tests.system.fakes import STAGES
raw, out, config = map(Path, sys.argv[1:])
print(run(Options(raw, out, config, workers=2, stages=STAGES), print))
"""


def test_script_without_a_guard_is_told_and_works_all_the_same(
    project: Project, tmp_path: Path
) -> None:
    for number in range(3):
        project.write(f"{number}.txt", f"臺北{number}")
    script = tmp_path / "mine.py"
    script.write_text(_UNGUARDED)
    done = subprocess.run(
        [sys.executable, script, project.raw, project.out, project.config],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert 'put the call below: if __name__ == "__main__":' in done.stderr
    assert done.returncode == 0
    assert len(project.rows("documents")) == 3


def source(name: str, size: int) -> SourceFile:
    return SourceFile(name, name, "", "", "", size)


def test_shards_are_limited_in_documents_and_bytes() -> None:
    options = Options(
        Path(), Path(), settings=Settings(run=Run(shard_documents=3, shard_bytes=100))
    )
    todo = [source(str(i), size) for i, size in enumerate([10, 10, 10, 10, 95, 10, 500, 1])]
    shards = [[s.size for s in shard] for shard in cut_shards(options, todo, 1)]
    assert shards == [[10, 10, 10], [10], [95], [10], [500], [1]]


def test_workers_as_asked_or_as_pay() -> None:
    small, large = [source("a", 10)] * 5, [source("a", 10_000_000)] * 5
    assert count_workers(0, small) == 1
    assert count_workers(3, small) == 3
    assert count_workers(9, small) == 5
    assert count_workers(0, large) == min(5, len(os.sched_getaffinity(0)))

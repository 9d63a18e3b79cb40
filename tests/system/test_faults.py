"""Never torn: whatever happens, a reader sees the old tables or the new, and the next run heals."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import OutputError
from tests.system.conftest import Project
from tests.system.faults import see

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
MEMORY = Path("/dev/shm")
RUN = """
import sys
from pathlib import Path
from pipeline.errors import SummitError
from pipeline.runner import run
from pipeline.task import Options
from tests.system.fakes import STAGES
if __name__ == "__main__":
    raw, out, config = map(Path, sys.argv[1:4])
    try:
        code = run(Options(raw, out, config, workers=int(sys.argv[4]), stages=STAGES), print)
    except SummitError as error:
        sys.exit(str(error))
    sys.exit(code)
"""


@pytest.fixture
def project() -> Iterator[Project]:
    """A project in memory where there is room: hundreds of runs wait for no disk."""
    usable = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    with tempfile.TemporaryDirectory(dir=MEMORY if usable else None) as folder:
        yield Project(Path(folder))


def prepare(project: Project) -> Path:
    """Publish two documents, keep a copy of the output, then change what is to be published."""
    project.write("a.txt", "臺北市長柯文哲")
    project.write("b.txt", "赫爾辛基")
    project.run()
    template = project.out.with_name("template")
    shutil.copytree(project.out, template, symlinks=True)
    project.write("c.txt", "簡喬頓與臺北")
    (project.raw / "b.txt").unlink()
    return template


def faults(project: Project, what: str, template: Path, *numbers: int) -> list[dict[str, Any]]:
    folder = project.raw.parent
    done = subprocess.run(
        [sys.executable, "-m", "tests.system.faults", what, folder, template, folder / "work"]
        + [str(number) for number in numbers],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def check_healed(outcome: dict[str, Any], new: dict[str, str]) -> None:
    assert outcome["healed"] == 0, outcome["more"]
    assert outcome["after"] == new, "the next run makes what an undisturbed one makes"
    assert outcome["leftovers"] == []
    assert len(outcome["generations"]) <= 2


def test_killed_at_every_step_of_an_update(project: Project) -> None:
    template = prepare(project)
    undisturbed, *outcomes = faults(project, "kill", template, 1, 1)
    old, new = see(template), undisturbed["seen"]
    assert len(outcomes) == undisturbed["total"] > 50
    assert old != new
    for outcome in outcomes:
        assert outcome["code"] == -signal.SIGKILL
        assert outcome["seen"] in (old, new), outcome["at"]
        check_healed(outcome, new)
    assert [o["seen"] == new for o in outcomes] == sorted(o["seen"] == new for o in outcomes)


def test_killed_during_the_first_run(project: Project) -> None:
    prepare(project)
    undisturbed, *outcomes = faults(project, "kill", project.raw.parent / "none", 1, 4)
    new = undisturbed["seen"]
    for outcome in outcomes:
        assert outcome["code"] == -signal.SIGKILL
        assert outcome["seen"].items() <= new.items(), "a table is not there yet, or whole"
        check_healed(outcome, new)


def test_disk_full_at_a_step(project: Project) -> None:
    template = prepare(project)
    undisturbed, *outcomes = faults(project, "fill", template, 2, 3)
    old, new = see(template), undisturbed["seen"]
    for outcome in outcomes:
        assert outcome["seen"] in (old, new)
        assert outcome["code"] == 0 or "No space left on device" in outcome["said"]
        assert "NOT EXPECTED" not in outcome["said"]
        check_healed(outcome, new)
    assert any(outcome["code"] == 1 for outcome in outcomes)


def test_file_size_limit_of_the_system(project: Project) -> None:
    prepare(project)
    old = see(project.out)
    work = project.raw.parent / "work"
    shutil.copytree(project.out, work, symlinks=True)
    for outcome in faults(project, "limit", project.out, 100, 1000, 3000):
        assert outcome["code"] == 1
        assert "File too large" in outcome["said"]
        assert outcome["seen"] == old
    again = project.other()
    again.out = work
    assert again.run() == 0
    assert len(again.rows("documents")) == 2


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A file system of its own; skips the test where that takes rights we lack."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    is_there = shutil.which("mount") is not None
    if not is_there or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_really_full_disk(project: Project) -> None:
    with mounted(project.out, "size=2m"):
        project.write("a.txt", "臺北市長柯文哲")
        project.run()
        old = see(project.out)
        project.write("c.txt", "簡喬頓與臺北")
        ballast = project.out / "ballast"
        for free in (0, 8_000, 40_000, 90_000):
            ballast.unlink(missing_ok=True)
            room = os.statvfs(project.out)
            ballast.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - free))
            with pytest.raises(OutputError, match="No space left on device"):
                project.run()
            assert see(project.out) == old
        ballast.unlink()
        assert project.run() == 0
        assert len(project.rows("documents")) == 2


def test_read_only_output(project: Project) -> None:
    with mounted(project.out, "size=4m"):
        project.write("a.txt", "臺北市長柯文哲")
        project.run()
        old = see(project.out)
        project.write("c.txt", "簡喬頓與臺北")
        subprocess.run(["mount", "-o", "remount,ro", project.out], check=True)
        with pytest.raises(OutputError, match="Read-only file system"):
            project.run()
        assert see(project.out) == old
        subprocess.run(["mount", "-o", "remount,rw", project.out], check=True)
        assert project.run() == 0
        assert len(project.rows("documents")) == 2


def start(project: Project, workers: int = 1) -> subprocess.Popen[str]:
    script = project.raw.parent / "run.py"
    script.write_text(RUN, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, script, project.raw, project.out, project.config, str(workers)],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def test_runs_at_the_same_time_take_turns(project: Project) -> None:
    for number in range(5):
        project.write(f"{number}.txt", f"臺北{number}柯文哲")
    runs = [start(project) for _ in range(3)]
    said = [run.communicate(timeout=60)[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    assert sum("first run" in text for text in said) == 1
    assert sum("nothing to do" in text for text in said) == 2
    assert len(project.rows("runs")) == 1
    twin = project.other()
    twin.run()
    assert project.bytes() == twin.bytes()


def test_killed_at_random_moments_with_workers(project: Project) -> None:
    for number in range(40):
        project.write(f"{number}.txt", f"臺北{number}柯文哲" * 20)
    project.run()
    old = see(project.out)
    for number in range(40):
        project.write(f"{number}.txt", f"赫爾辛基{number}簡喬頓" * 20)
    twin = project.other()
    twin.run()
    new = see(twin.out)
    chance = random.Random(3)
    for _ in range(4):
        run = start(project, workers=2)
        time.sleep(chance.uniform(0.1, 1.5))
        run.kill()
        run.communicate(timeout=30)
        assert see(project.out) in (old, new)
        assert is_alone(run.pid), "no worker outlives its parent"
    assert project.run() == 0
    assert see(project.out) == new


def is_alone(session: int) -> bool:
    """Whether nobody of the session of a killed process is left, after a moment."""
    for _ in range(100):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_document_that_kills_the_run_is_named_by_the_next(project: Project) -> None:
    for number in range(3):
        project.write(f"{number}.txt", f"臺北{number}")
    project.write("bad.txt", "KILL")
    run = start(project)
    run.communicate(timeout=60)
    assert run.returncode == -signal.SIGKILL
    assert not list(project.out.glob("*.parquet"))
    for _ in range(2):
        run = start(project)
        said = run.communicate(timeout=60)[0]
        assert run.returncode == 3, said
        assert "bad.txt: run: the worker process died over this document" in said
        assert [d["document_id"] for d in project.rows("documents")] == ["0.txt", "1.txt", "2.txt"]
    project.write("bad.txt", "赫爾辛基")
    assert project.run() == 0
    assert len(project.rows("documents")) == 4


def state_files(project: Project) -> list[Path]:
    state = project.out / ".state"
    return [state / "manifest.json", *sorted((state / "results").glob("??/*"))]


def test_any_damage_to_the_state_costs_work_only(project: Project) -> None:
    project.write("a.txt", "臺北市長柯文哲")
    project.write("b.txt", "赫爾辛基")
    project.run()
    before = project.bytes()
    chance = random.Random(5)
    for turn in range(30):
        path = chance.choice(state_files(project))
        data = bytearray(path.read_bytes())
        spot = chance.randrange(len(data))
        if turn % 3 == 0:
            data[spot] ^= 1 << chance.randrange(8)
        elif turn % 3 == 1:
            del data[spot:]
        else:
            data[spot:spot] = chance.randbytes(3)
        path.write_bytes(data)
        (project.out / "cities.parquet").unlink()
        assert project.run() == 0
        assert project.bytes() == before


def test_folder_in_place_of_a_state_file_is_told(project: Project) -> None:
    project.write("a.txt")
    project.run()
    manifest = project.out / ".state" / "manifest.json"
    manifest.unlink()
    manifest.mkdir()
    with pytest.raises(OutputError, match=r"manifest\.json"):
        project.run()

"""A process that does runs in forked children and lets chosen system calls fail or kill.

Started by test_faults.py with the interpreter alone, so that no thread of Arrow is alive when it
forks.  A step is a system call that changes the output folder: opening a file to write it, writing
(half of the bytes are written first), renaming, linking, deleting, making a folder.
"""

from __future__ import annotations

import errno
import hashlib
import importlib
import io
import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.errors import SummitError
from pipeline.runner import run
from pipeline.task import Options
from tests.system.fakes import STAGES

_CHANGES = {"os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir"}


class Steps:
    """Counts the steps below a folder and does something at one of them."""

    def __init__(self, folder: Path, at: int, act: Callable[[], None]) -> None:
        self.folder = str(folder)
        self.at = at
        self.act = act
        self.count = 0
        self._open = io.open
        sys.addaudithook(self._hook)
        io.open = self._opened  # type: ignore[assignment]

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _CHANGES and self._is_ours(arguments[-2 if event == "os.remove" else 0]):
            self.step()
        is_write = event == "open" and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if is_write and self._is_ours(arguments[0]):
            self.step()

    def _is_ours(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and str(path).startswith(self.folder)

    def step(self) -> None:
        self.count += 1
        if self.count == self.at:
            self.act()

    def _opened(self, file: Any, mode: str = "r", *more: Any, **options: Any) -> Any:
        opened = self._open(file, mode, *more, **options)
        return Halting(opened, self) if "w" in mode and self._is_ours(file) else opened


class Halting:
    """A file that writes half of what it is given before a step."""

    def __init__(self, file: Any, steps: Steps) -> None:
        self._file = file
        self._steps = steps

    def write(self, data: bytes) -> int:
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._steps.step()
        self._file.write(data[half:])
        return len(data)

    def __enter__(self) -> Halting:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fill() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def child(work: Callable[[], int]) -> tuple[int, str]:
    """Do something in a forked process; return its wait status and what it said."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        code = 99
        try:
            code = work()
        except SummitError as error:
            os.write(writer, str(error).encode()[:4000])
            code = 1
        except BaseException as error:  # noqa: BLE001 - told to the test
            os.write(writer, f"NOT EXPECTED {error!r}".encode()[:4000])
        os._exit(code)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    return os.waitpid(pid, 0)[1], said


def do_run(project: Path, out: Path) -> int:
    options = Options(project / "raw", out, project / "config", workers=1, stages=STAGES)
    return run(options, lambda line: None)


def see(out: Path) -> dict[str, str]:
    """What a reader finds: the hash of every table, through the names at the top."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.glob("*.parquet"))
        if path.name != "runs.parquet" and path.exists()
    }


def leftovers(out: Path) -> list[str]:
    return sorted(str(p.relative_to(out)) for p in out.rglob("*.tmp"))


def count_steps(project: Path, template: Path, out: Path) -> int:
    """Return how many steps a run takes that nothing disturbs."""
    copy(template, out)
    reader, writer = os.pipe()

    def work() -> int:
        steps = Steps(out, 0, kill)
        code = do_run(project, out)
        found = {"count": steps.count, "modules": sorted(sys.modules)}
        os.write(writer, json.dumps(found).encode())
        return code

    status, said = child(work)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        found = json.loads(pipe.read() or b"{}")
    assert os.waitstatus_to_exitcode(status) == 0, said
    for name in found["modules"]:
        if name.startswith(("pipeline", "pyarrow", "pandas", "json")) and name not in sys.modules:
            importlib.import_module(name)  # so that the children find it
    return int(found["count"])


def copy(template: Path, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    if template.exists():
        shutil.copytree(template, out, symlinks=True)


def try_fault(
    project: Path, template: Path, out: Path, at: int, act: Callable[[], None]
) -> dict[str, Any]:
    """Run with a fault, look, run again, look again."""
    copy(template, out)

    def work() -> int:
        Steps(out, at, act)
        return do_run(project, out)

    status, said = child(work)
    seen = see(out)
    healed, more = child(lambda: do_run(project, out))
    return {
        "at": at,
        "code": os.waitstatus_to_exitcode(status),
        "said": said,
        "seen": seen,
        "healed": os.waitstatus_to_exitcode(healed),
        "more": more,
        "after": see(out),
        "leftovers": leftovers(out),
        "generations": sorted(p.name for p in (out / ".tables").glob("0*")),
    }


def limited(project: Path, out: Path, size: int) -> dict[str, Any]:
    """Run with a limit on the size of files, as the kernel sets it."""

    def work() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return do_run(project, out)

    status, said = child(work)
    return {"code": os.waitstatus_to_exitcode(status), "said": said, "seen": see(out)}


def main() -> None:
    """Read what to do from the command line, write what was found to standard output."""
    what, project, template, out, *rest = sys.argv[1:]
    paths = Path(project), Path(template), Path(out)
    act = fill if what == "fill" else kill
    if what == "limit":
        found = [limited(paths[0], paths[2], int(size)) for size in rest]
    else:
        first, stride = int(rest[0]), int(rest[1])
        total = count_steps(*paths)
        undisturbed = see(paths[2])
        found = [{"total": total, "seen": undisturbed}]
        found += [try_fault(*paths, at, act) for at in range(first, total + 1, stride)]
    print(json.dumps(found))


if __name__ == "__main__":
    main()

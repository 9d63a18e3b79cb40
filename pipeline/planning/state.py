"""The state folder of an output: its layout, its lock, and writing files so that none is torn.

Contract: everything lies below ``OUT/.state`` and may be deleted at any time but during a run.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import OutputError


@dataclass(frozen=True, slots=True)
class State:
    """Paths of the state of one output folder."""

    out: Path

    @property
    def folder(self) -> Path:
        """The state folder."""
        return self.out / ".state"

    @property
    def manifest(self) -> Path:
        """What the last run saw and made."""
        return self.folder / "manifest.json"

    @property
    def results(self) -> Path:
        """Stage results by content."""
        return self.folder / "results"

    @property
    def words(self) -> Path:
        """Cache of the word cutter."""
        return self.folder / "words"

    @property
    def held(self) -> Path:
        """Documents at work, one file for each process; what is left of a killed one tells."""
        return self.folder / "held"

    def until(self, stage: str) -> Path:
        """Tables of a run that ended with ``stage``."""
        return self.folder / "until" / stage

    @contextmanager
    def locked(self, say: Callable[[str], None]) -> Iterator[None]:
        """Hold the lock of the output; a second run waits, and says so.

        Raises:
            OutputError: the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            advice = "choose another folder with --out, or make it writable"
            raise OutputError(str(self.out), error.strerror or str(error), advice) from None
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say(f"{self.out}: another run is at work here, waiting for it to end")
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def write_file(path: Path, data: bytes, *, is_durable: bool = True) -> None:
    """Write a file so that other processes see the old or the new one, never a part."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with _opened(fresh) as file:
        file.write(data)
        if is_durable:
            file.flush()
            os.fsync(file.fileno())
    fresh.replace(path)
    if is_durable:
        sync_folder(path.parent)


def _opened(path: Path) -> BinaryIO:
    """Open a file for writing, in a new folder where there is none."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def read_held(folder: Path) -> set[str]:
    """Return the contents that processes were at work on when they were killed."""
    try:
        return {path.read_text(encoding="utf-8") for path in folder.iterdir()}
    except OSError:
        return set()


def clear_temporary(folder: Path) -> None:
    """Delete what a killed `write_file` left; nobody else may be writing there."""
    for path in folder.glob(".*.tmp"):
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the file system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network file systems refuse; the rename itself is still atomic
    finally:
        os.close(handle)

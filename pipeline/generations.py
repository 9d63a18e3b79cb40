"""Generations of an output: written aside, made current in one step, the last one kept.

Contract: a reader of ``OUT/<table>.parquet`` sees all old or all new tables.  Every table there is
a relative link through ``OUT/.tables/current``, and one rename of that link switches them all.
Where the file system has no links, the files themselves are put there one by one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import OutputError
from pipeline.planning.output import current_generation, generations_folder, is_foreign
from pipeline.planning.state import State, clear_temporary, sync_folder, write_file

_ROW_GROUP = 65_536
# What a file system without symbolic links answers; a full one is another matter.
_NO_LINKS = (None, errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)


class Generation:
    """A new generation under construction.

    Args:
        out: the output folder.

    `foreign` names the files of the user that a publication leaves where they are.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.parent = current_generation(out)
        self.home = generations_folder(out)
        self.home.mkdir(parents=True, exist_ok=True)
        for folder in (out, self.home, State(out).folder):
            clear_temporary(folder)
        numbers = [int(path.name) for path in self.home.iterdir() if path.name.isdigit()]
        self.name = f"{max(numbers, default=0) + 1:06d}"
        self.folder = self.home / self.name
        self.folder.mkdir()
        self.files: dict[str, tuple[int, int, str]] = {}
        self.foreign: list[str] = []

    def write_table(self, path: str, table: pa.Table) -> None:
        """Write a table to ``path`` below the generation."""
        strings = [field.name for field in table.schema if pa.types.is_string(field.type)]
        sink = pa.BufferOutputStream()
        pq.write_table(
            table,
            sink,
            compression="zstd",
            compression_level=3,
            row_group_size=_ROW_GROUP,
            use_dictionary=strings,
            write_page_index=True,
            data_page_version="1.0",
        )
        self.write_bytes(path, sink.getvalue().to_pybytes())

    def write_bytes(self, path: str, data: bytes) -> None:
        """Write a file to ``path`` below the generation."""
        full = self.folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        with full.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._note(path, hashlib.sha256(data).hexdigest())

    def reuse(self, path: str, sha256: str) -> None:
        """Take an untouched file over from the current generation."""
        assert self.parent is not None
        full = self.folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.parent / path, full)
        except OSError:
            shutil.copy2(self.parent / path, full)
        self._note(path, sha256)

    def _note(self, path: str, sha256: str) -> None:
        stat = (self.folder / path).stat()
        self.files[path] = (stat.st_size, stat.st_mtime_ns, sha256)

    def publish(self) -> None:
        """Make this generation the current one and delete all but the one before."""
        for folder in sorted({(self.folder / path).parent for path in self.files}):
            sync_folder(folder)
        made = {name: self.parent / name if self.parent else None for name in self.files}
        self.foreign = [name for name in self.files if is_foreign(self.out, name, made[name])]
        sync_folder(self.home)
        names = sorted({path.partition("/")[0] for path in self.files} - set(self.foreign))
        try:
            _switch(self.home / "current", self.name)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            self._copy(names)
        else:
            self._link(names)
        kept = {self.name, self.parent.name if self.parent else ""}
        for path in self.home.iterdir():
            if path.name.isdigit() and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)

    def _link(self, names: Iterable[str]) -> None:
        for name in names:
            link = self.out / name
            target = f"{self.home.name}/current/{name}"
            if not (link.is_symlink() and link.readlink() == Path(target)):
                _remove_folder(link)
                _switch(link, target)
        for path in self.out.glob("*.parquet"):
            if path.name not in names and path.is_symlink():
                path.unlink()
        sync_folder(self.out)

    def _copy(self, names: Iterable[str]) -> None:
        """Put copies in place: each file is all old or all new, tables may differ for a moment."""
        for name in names:
            source, fresh, target = self.folder / name, self.out / f".{name}.tmp", self.out / name
            _remove_folder(fresh)
            if source.is_dir():
                shutil.copytree(source, fresh)
                _remove_folder(target)
            else:
                shutil.copy2(source, fresh)
            fresh.replace(target)
        write_file(self.home / "current.txt", self.name.encode())

    def discard(self) -> None:
        """Delete a generation that was not published."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _switch(link: Path, target: str) -> None:
    fresh = link.with_name(f".{link.name}.{os.getpid()}.tmp")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)
    sync_folder(link.parent)


def _remove_folder(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)


def make_generation(out: Path) -> Generation:
    """Begin a generation.

    Raises:
        OutputError: the folder cannot be written.
    """
    try:
        return Generation(out)
    except OSError as error:
        advice = "make it writable, or choose another with --out"
        raise OutputError(str(out), error.strerror or str(error), advice) from None

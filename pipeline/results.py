"""Stage results of one document, kept by content so that a rename or a rerun costs nothing.

Contract: a result that is missing, torn or changed reads as None and is made again; a result holds
one section for each stage that ran, and a section counts only while its stage key is the current
one.  Values are the plain columns of `contract.columns`.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pipeline.contract import TABLES, Diagnostic, Document, Row, Tables
from pipeline.contract.columns import Columns, R, to_columns, to_rows
from pipeline.planning.state import write_file

_MAGIC = b"summit-result 2 "
_ADDED_UP = Diagnostic.spec.name


@dataclass(slots=True)
class Section:
    """What one stage wrote: packed columns by table."""

    stage: str
    key: str
    tables: dict[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class Result:
    """The stage results of one document.

    Attributes:
        sections: one for each stage that ran, in order.
        failure: the stage that failed after them, its key and why; None if none did.
    """

    sections: list[Section] = field(default_factory=list)
    failure: tuple[str, str, str] | None = None

    def keep_current(self, keys: Mapping[str, str]) -> None:
        """Drop every section from the first stale one on, and a failure under another key."""
        for index, section in enumerate(self.sections):
            if keys.get(section.stage) != section.key:
                del self.sections[index:]
                self.failure = None
                break
        if self.failure is not None and keys.get(self.failure[0]) != self.failure[1]:
            self.failure = None

    def is_complete(self, stages: Sequence[str]) -> bool:
        """Whether nothing of ``stages`` is left to run."""
        return self.failure is not None or len(self.sections) >= len(stages)

    def add(self, stage: str, key: str, written: Tables) -> None:
        """Append the section of a stage."""
        tables = {
            kind.spec.name: _pack(to_columns(kind.spec, written[kind]))
            for kind in written
            if written[kind]
        }
        # A table written empty hides the rows an earlier stage wrote.
        tables.update({kind.spec.name: b"" for kind in written if not written[kind]})
        self.sections.append(Section(stage, key, tables))

    @property
    def is_refused(self) -> bool:
        """Whether the file gave no document."""
        return self.failure is not None or not self._blobs(Document.spec.name)

    def columns(self, name: str) -> Iterator[Columns]:
        """Yield the columns of a table: of the latest section, for diagnostics of all."""
        for blob in self._blobs(name):
            yield _unpack(blob)

    def rows(self, kind: type[R]) -> list[R]:
        """Return the rows of a table."""
        return [row for columns in self.columns(kind.spec.name) for row in to_rows(kind, columns)]

    def tables(self, kinds: Iterable[type[Row]]) -> Tables:
        """Return the rows of some tables."""
        tables = Tables()
        for kind in kinds:
            tables[kind] = self.rows(kind)
        return tables

    def _blobs(self, name: str) -> list[bytes]:
        blobs = [s.tables[name] for s in self.sections if name in s.tables]
        return [blob for blob in (blobs if name == _ADDED_UP else blobs[-1:]) if blob]


class Results:
    """The results of an output, in a folder.

    Args:
        folder: where they are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, content: str) -> Path:
        """Return where the result of a content is."""
        return self.folder / content[:2] / content

    def has(self, content: str) -> bool:
        """Whether there is a file for this content."""
        return self.path(content).is_file()

    def load(self, content: str) -> Result | None:
        """Return the result of a content, or None if there is none that can be used."""
        try:
            data = self.path(content).read_bytes()
        except OSError:
            return None
        return _decode(data)

    def save(self, content: str, result: Result) -> None:
        """Write a result; a crash costs this result only, so no waiting for the disk."""
        write_file(self.path(content), _encode(result), is_durable=False)

    def keep_only(self, contents: Iterable[str]) -> None:
        """Delete the results of all other contents."""
        kept = set(contents)
        for path in sorted(self.folder.glob("??/*")):
            if path.name not in kept:
                path.unlink(missing_ok=True)


def _pack(columns: Columns) -> bytes:
    # Marshal writes a string once however often it comes again; stage keys hold the Python version.
    data = marshal.dumps(columns)
    packed: bytes = _zstd().compress(data, asbytes=True)
    return len(data).to_bytes(8) + packed


def _unpack(blob: bytes) -> Columns:
    size = int.from_bytes(blob[:8])
    columns: Columns = marshal.loads(_zstd().decompress(blob[8:], size, asbytes=True))
    return columns


@cache
def _zstd() -> Any:
    import pyarrow  # noqa: PLC0415 - heavy

    return pyarrow.Codec("zstd", 1)


def _encode(result: Result) -> bytes:
    directory = [
        [section.stage, section.key, {name: len(blob) for name, blob in section.tables.items()}]
        for section in result.sections
    ]
    head = json.dumps([directory, result.failure], separators=(",", ":")).encode()
    body = [blob for section in result.sections for blob in section.tables.values()]
    data = b"\n".join([head, b"".join(body)])
    return _MAGIC + _digest(data) + b"\n" + data


def _decode(data: bytes) -> Result | None:
    first, _, rest = data.partition(b"\n")
    if first != _MAGIC + _digest(rest):
        return None
    head, _, body = rest.partition(b"\n")
    directory, failure = json.loads(head)
    result = Result(failure=tuple(failure) if failure else None)
    position = 0
    for stage, key, sizes in directory:
        tables = {}
        for name, size in sizes.items():
            tables[name] = body[position : position + size]
            position += size
        if not tables.keys() <= TABLES.keys():
            return None
        result.sections.append(Section(stage, key, tables))
    return result


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()

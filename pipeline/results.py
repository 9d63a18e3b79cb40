"""Stage results of one document, kept by content so that a rename or a rerun costs nothing.

Contract: a result that is missing, torn or changed reads as None and is made again; a result holds
one section for each stage that ran, and a section counts only while its stage key is the current
one.  Values are the plain columns of `contract.columns`.
"""

from __future__ import annotations

import hashlib
import json
import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.contract import TABLES, Diagnostic, Document, Row, Tables
from pipeline.contract.columns import Columns, R, encode_columns, to_rows
from pipeline.planning.state import write_file

_MAGIC = b"summit-result 5 "
_ADDED_UP = Diagnostic.spec.name


@dataclass(slots=True)
class Section:
    """What one stage wrote: its tables, each packed by itself.

    Attributes:
        stage: the stage.
        key: its key when it ran.
        names: the tables, those written empty as well.
        blobs: the columns of the others, without those that are as an earlier stage wrote them.
    """

    stage: str
    key: str
    names: tuple[str, ...]
    blobs: dict[str, bytes]
    _columns: dict[str, Columns] = field(default_factory=dict)

    def columns(self, name: str) -> Columns | None:
        """Return the columns of a table, or None if it was written empty."""
        if name not in self._columns and name in self.blobs:
            self._columns[name] = _unpack(self.blobs[name])
        return self._columns.get(name)


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
        """Append the section of a stage; a table written empty hides the rows of earlier stages."""
        given = [(kind.spec, written.columns(kind)) for kind in written]
        columns = {
            spec.name: encode_columns(spec, values)
            for spec, values in given
            if any(values.values())
        }
        names = tuple(spec.name for spec, _ in given)
        changed = {name: self._changed(name, columns[name]) for name in columns}
        blobs = {name: _pack(table) for name, table in changed.items()}
        self.sections.append(Section(stage, key, names, blobs, changed))

    def _changed(self, name: str, columns: Columns) -> Columns:
        """Return the columns that are not as the stages before wrote them."""
        if name == _ADDED_UP:
            return columns
        earlier = next(self.columns(name), {})
        return {
            column: values for column, values in columns.items() if earlier.get(column) != values
        }

    @property
    def is_refused(self) -> bool:
        """Whether the file gave no document."""
        return self.failure is not None or not list(self.columns(Document.spec.name))

    def columns(self, name: str) -> Iterator[Columns]:
        """Yield the columns of a table: of the latest section, for diagnostics of all."""
        written = [section.columns(name) for section in self.sections if name in section.names]
        if name == _ADDED_UP:
            yield from (columns for columns in written if columns is not None)
            return
        whole: Columns | None = None
        for columns in written:
            whole = None if columns is None else {**(whole or {}), **columns}
        if whole is not None:
            yield whole

    def rows(self, kind: type[R]) -> list[R]:
        """Return the rows of a table."""
        return [row for columns in self.columns(kind.spec.name) for row in to_rows(kind, columns)]

    def tables(self, kinds: Iterable[type[Row]]) -> Tables:
        """Return the rows of some tables."""
        tables = Tables()
        for kind in kinds:
            tables[kind] = self.rows(kind)
        return tables


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
    packed: bytes = _codec().compress(data, asbytes=True)
    return len(data).to_bytes(8) + packed


def _unpack(blob: bytes) -> Columns:
    size = int.from_bytes(blob[:8])
    columns: Columns = marshal.loads(_codec().decompress(blob[8:], size, asbytes=True))
    return columns


@cache
def _codec() -> Any:
    import pyarrow  # noqa: PLC0415 - heavy

    return pyarrow.Codec("lz4")


def _encode(result: Result) -> bytes:
    directory = [
        [s.stage, s.key, s.names, {name: len(blob) for name, blob in s.blobs.items()}]
        for s in result.sections
    ]
    head = json.dumps([directory, result.failure], separators=(",", ":")).encode()
    blobs = [blob for section in result.sections for blob in section.blobs.values()]
    data = b"\n".join([head, b"".join(blobs)])
    return _MAGIC + _digest(data) + b"\n" + data


def _decode(data: bytes) -> Result | None:
    first, _, rest = data.partition(b"\n")
    if first != _MAGIC + _digest(rest):
        return None
    head, _, body = rest.partition(b"\n")
    directory, failure = json.loads(head)
    result = Result(failure=tuple(failure) if failure else None)
    position = 0
    for stage, key, names, sizes in directory:
        if not set(names) <= TABLES.keys():
            return None
        blobs = {}
        for name, size in sizes.items():
            blobs[name] = body[position : position + size]
            position += size
        result.sections.append(Section(stage, key, tuple(names), blobs))
    return result


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()  # processors have an instruction for it

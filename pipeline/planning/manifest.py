"""The manifest: what the last run saw and made.

Contract: a manifest that is missing, torn or of another format reads as None, and everything is
looked at anew; reading it needs the standard library only.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.planning.files import Seen
from pipeline.planning.state import write_file

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the last output.

    Attributes:
        path: its file.
        sha256: hash of the file.
        meta_sha256: hash of its ``.meta.toml``.
        content: hash of all that shapes its rows.
        is_refused: the file gave no document, only diagnostics.
    """

    path: str
    sha256: str
    meta_sha256: str
    content: str
    is_refused: bool


@dataclass(slots=True)
class Manifest:
    """What the last run saw and made.

    Attributes:
        schema_version: version of the contract the output has.
        scanned_ns: when the raw folder was looked at.
        seen: the files then.
        entries: the documents, by document_id.
        problems: hash over what was left out.
        parts: ingredients of each stage (see `planning.versions`).
        keys: key of each stage.
        generation: name of the published generation.
        output: published files: size, modification time in ns, SHA-256.
        fingerprints: what the part files were made from.
    """

    schema_version: str = ""
    scanned_ns: int = 0
    seen: dict[str, Seen] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: str = ""
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    generation: str = ""
    output: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)

    @property
    def n_refused(self) -> int:
        """Number of files that gave no document."""
        return sum(entry.is_refused for entry in self.entries.values())


def read_manifest(path: Path) -> Manifest | None:
    """Return the manifest, or None if there is none that can be used."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != _head(body):
        return None
    data = json.loads(body)
    data["seen"] = {path: Seen(*values) for path, values in data["seen"].items()}
    data["entries"] = {name: Entry(*values) for name, values in data["entries"].items()}
    data["output"] = {name: tuple(values) for name, values in data["output"].items()}
    return Manifest(**data)


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest durably; its first line guards against torn files."""
    data = {item.name: getattr(manifest, item.name) for item in dataclasses.fields(manifest)}
    data["seen"] = {name: _values(seen) for name, seen in manifest.seen.items()}
    data["entries"] = {name: _values(entry) for name, entry in manifest.entries.items()}
    body = json.dumps(data, separators=(",", ":")).encode()
    write_file(path, _head(body) + b"\n" + body)


def _values(item: Seen | Entry) -> list[object]:
    return [getattr(item, field.name) for field in dataclasses.fields(item)]


def _head(body: bytes) -> bytes:
    return f"summit-manifest {_FORMAT} {hashlib.sha256(body).hexdigest()}".encode()

"""What lies in the raw folder: every file with its hash, and why some are left out.

Contract: the result depends on names and contents only, not on the order the file system lists
them in; a file whose size and times are as last seen is not read again.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from pipeline.errors import InputError
from pipeline.planning.problems import Problem

DUPLICATE = "duplicate_content"
_SIDECAR = ".meta.toml"
# A file changed less than this before it was last looked at may have changed again within one
# tick of the file system's clock.
_TICK_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as last seen: size, modification and change time in ns, SHA-256."""

    size: int
    mtime_ns: int
    ctime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that becomes a document.

    Attributes:
        document_id: path below the raw folder, NFC.
        path: the same as it is on disk.
        sha256: hash of its bytes.
        meta_path: path of its ``.meta.toml``, empty if it has none.
        meta_sha256: hash of that, empty if it has none.
        size: bytes.
    """

    document_id: str
    path: str
    sha256: str
    meta_path: str
    meta_sha256: str
    size: int

    @property
    def ending(self) -> str:
        """Ending of the name in lower case, with the dot; empty if there is none."""
        ending = os.path.splitext(self.path)[1].lower()  # noqa: PTH122 - many times faster
        return "" if ending == "." else ending

    @property
    def content(self) -> str:
        """Hash of all that shapes the document's rows: bytes, ending and meta."""
        return _content(self)


@lru_cache(1 << 16)
def _content(source: SourceFile) -> str:
    data = f"{source.sha256}\n{source.ending}\n{source.meta_sha256}"
    return hashlib.sha256(data.encode()).hexdigest()[:32]


@dataclass(slots=True)
class Scan:
    """The raw folder.

    Attributes:
        sources: files to read, by document_id.
        copies: files of equal content but another ending, by the document_id that is kept.
        problems: files left out, and why.
        seen: every file looked at, for the next scan.
        scanned_ns: when the scan began.
    """

    sources: dict[str, SourceFile] = field(default_factory=dict)
    copies: dict[str, list[SourceFile]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[str, Seen] = field(default_factory=dict)
    scanned_ns: int = 0


def scan_raw(
    raw: Path,
    endings: Collection[str],
    known: Mapping[str, Seen],
    known_ns: int,
    now_ns: int,
    *,
    verify: bool = False,
) -> Scan:
    """Look at every file below ``raw``.

    Args:
        raw: the folder.
        endings: endings a reader exists for, lower case, without the dot.
        known: files as last seen; not used if ``verify``.
        known_ns: when they were seen.
        now_ns: the time now.
        verify: hash every file, whatever its size and times.

    Raises:
        InputError: there is no such folder.
    """
    if not raw.is_dir():
        advice = "make it and put documents there, or name another with --raw"
        raise InputError(str(raw), "no such folder", advice)
    scan = Scan(scanned_ns=now_ns)
    paths = sorted(_walk(raw, raw.resolve(), scan.problems))
    for path in paths:
        seen = _look(raw / path, None if verify else known.get(path), known_ns)
        if isinstance(seen, Seen):
            scan.seen[path] = seen
        else:
            scan.problems.append(Problem(path, "error", "unreadable", seen, "check the file"))
    _sort_out(scan, endings)
    return scan


def _walk(raw: Path, root: Path, problems: list[Problem]) -> Iterator[str]:
    def report(error: OSError) -> None:
        path = Path(error.filename or raw).relative_to(raw).as_posix()
        if path == ".":
            what = f"the folder cannot be read: {error.strerror}"
            raise InputError(str(raw), what, "check its permissions") from None
        message = f"the folder cannot be read: {error.strerror}"
        problems.append(Problem(path, "error", "unreadable", message, "check its permissions"))

    for folder, folders, names in os.walk(raw, onerror=report):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(folder).relative_to(raw).as_posix()
        before = "" if inside == "." else f"{inside}/"
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]  # noqa: PTH114
        for name in [*names, *links]:
            full, path = f"{folder}/{name}", f"{before}{name}"
            if name.startswith((".", "~$")):  # of the system, or of a program that has it open
                continue
            is_link = os.path.islink(full)  # noqa: PTH114 - no Path for each of many files
            if is_link and not Path(os.path.realpath(full)).is_relative_to(root):
                problems.append(_LINK.at(path))
            elif name in links:
                problems.append(_FOLDER_LINK.at(path))
            else:
                yield path


_LINK = Problem(
    "",
    "error",
    "link_outside",
    "a symbolic link that leads out of the raw folder is not followed",
    "copy the file into the raw folder",
)
_FOLDER_LINK = Problem(
    "",
    "warning",
    "link_to_folder",
    "a symbolic link to a folder is not followed; what lies in that folder is read where it is",
    "delete the link",
)


def _look(path: Path, known: Seen | None, known_ns: int) -> Seen | str:
    """Return what is known of a file now, or why it cannot be read."""
    try:
        stat = path.stat()
        if (
            known is not None
            and (known.size, known.mtime_ns, known.ctime_ns)
            == (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
            and max(stat.st_mtime_ns, stat.st_ctime_ns) < known_ns - _TICK_NS
        ):
            return known
        if not S_ISREG(stat.st_mode):
            return "this is not a regular file"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"
    return Seen(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, digest)


def _sort_out(scan: Scan, endings: Collection[str]) -> None:
    sidecars = {path for path in scan.seen if path.endswith(_SIDECAR)}
    used: set[str] = set()
    by_content: dict[str, str] = {}
    paths = [path for path in scan.seen if path not in sidecars]
    for path in sorted(paths, key=lambda path: (_nfc(path), path)):
        meta_path = str(PurePosixPath(path).with_suffix("")) + _SIDECAR
        meta = scan.seen.get(meta_path)
        used.add(meta_path)
        seen = scan.seen[path]
        source = SourceFile(
            document_id=_nfc(path),
            path=path,
            sha256=seen.sha256,
            meta_path=meta_path if meta else "",
            meta_sha256=meta.sha256 if meta else "",
            size=seen.size,
        )
        problem = _problem(source, endings, scan.sources, by_content)
        if problem is None:
            by_content[source.sha256] = source.document_id
            scan.sources[source.document_id] = source
        else:
            scan.problems.append(problem)
            kept = scan.sources.get(by_content.get(source.sha256, ""))
            if problem.code == DUPLICATE and kept and kept.ending != source.ending:
                scan.copies.setdefault(kept.document_id, []).append(source)
    for path in sorted(sidecars - used):
        message = "there is no document beside it with the same name"
        advice = "name it like its document: X.meta.toml for X.txt"
        scan.problems.append(Problem(path, "warning", "orphan_meta", message, advice))
    scan.problems.sort(key=lambda problem: (problem.path, problem.code))


def _problem(
    source: SourceFile,
    endings: Collection[str],
    sources: Mapping[str, SourceFile],
    by_content: Mapping[str, str],
) -> Problem | None:
    try:
        source.path.encode()
    except UnicodeEncodeError:
        message = "the name of the file is not UTF-8"
        return Problem(source.path, "error", "undecodable_name", message, "rename it")
    if source.ending.removeprefix(".") not in endings:
        what = f"ending {source.ending!r}" if source.ending else "a name without ending"
        kind, advice = _KNOWN_FORMATS.get(source.ending, ("", ""))
        message = f"{kind} cannot be read yet" if kind else f"no reader for {what}"
        known = ", ".join(f".{ending}" for ending in sorted(endings))
        advice = advice or f"save it as one of: {known}"
        return Problem(source.path, "error", "unsupported_format", message, advice)
    if source.document_id in sources:
        message = f"has the same name as {sources[source.document_id].path!r} after NFC"
        return Problem(source.path, "error", "duplicate_name", message, "rename one of them")
    if source.sha256 in by_content:
        return _duplicate(source, sources[by_content[source.sha256]])
    return None


def _duplicate(source: SourceFile, kept: SourceFile) -> Problem:
    message = f"has the same content as {kept.document_id}, which is kept"
    advice = "delete one of them"
    if source.meta_sha256 not in ("", kept.meta_sha256):
        message += f"; {source.meta_path} is not used"
        advice = f"delete one of them, and put what {source.meta_path} says beside the other"
    return Problem(source.path, "warning", DUPLICATE, message, advice)


_AS_TEXT = "save its text as UTF-8 .txt"
# Formats people send that no reader knows yet, each with the way out.
_KNOWN_FORMATS = {
    **dict.fromkeys((".wps", ".hwp"), ("a word processor's file", "save it as .docx or .odt")),
    **dict.fromkeys((".pages",), ("a Pages file", _AS_TEXT)),
    **dict.fromkeys((".xlsb", ".numbers"), ("a spreadsheet", "save it as .xlsx or .ods")),
    **dict.fromkeys((".ppt", ".odp", ".key"), ("a presentation", "save it as .pptx")),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic"),
        ("an image", "type or recognize its text and save it as UTF-8 .txt"),
    ),
    **dict.fromkeys(
        (".mp3", ".m4a", ".wav", ".mp4", ".mov", ".avi", ".mkv", ".webm"),
        ("a recording", "transcribe it and save the text as UTF-8 .txt"),
    ),
    **dict.fromkeys(
        (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz"), ("an archive", "unpack it here")
    ),
    **dict.fromkeys((".msg",), ("a mail", "save it as .eml, its attachments beside it")),
    **dict.fromkeys((".mobi", ".azw3"), ("a book", "save it as .epub")),
    **dict.fromkeys((".xml",), ("a data file", "save its records as .csv")),
}


def _nfc(path: str) -> str:
    return unicodedata.normalize("NFC", path)

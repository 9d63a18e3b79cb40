"""Save what can be read of a document whose file was cut off: a zip package without its end.

Contract: pure; the parts before the cut are taken as they are, the one that was cut is closed where
it ends, and nothing is made up.
"""

from __future__ import annotations

import dataclasses
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from pipeline.readers.canonical import Note
from pipeline.readers.office import xml_parts
from pipeline.readers.source import LARGEST, RefusedError, Source

_HEAD, _END = b"PK\x03\x04", b"PK\x05\x06"
_LOCAL = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_TAIL = 2048
# The part that holds the text.
_MAIN = {"docx": "word/document.xml", "odt": "content.xml", "ods": "content.xml"}
_ADVICE = "get the whole file from its source again"


def is_cut_off(data: bytes) -> bool:
    """Tell whether data begin as a zip package and lack the list of parts at its end."""
    is_open = data.startswith(_HEAD) and _END not in data[-66_000:]
    return is_open and next(_parts(data), None) is not None


def lacks_end(data: bytes) -> bool:
    """Tell whether a PDF or a rich text has not the sign it must end with."""
    if data.startswith(b"%PDF"):
        return b"%%EOF" not in data[-_TAIL:]
    return data.startswith(b"{\\rtf") and not data[-_TAIL:].rstrip(b"\0 \r\n\t").endswith(b"}")


def mend(source: Source, ending: str) -> tuple[Source, Note]:
    """Return a package with what is there of a file that was cut off, and what to say of it.

    Raises:
        RefusedError: its text lies behind the cut.
    """
    parts = dict(_parts(source.data))
    main = _MAIN.get(ending, "")
    data, is_whole = parts.get(main, (b"", False))
    closed = data if is_whole else xml_parts.closed(data)
    if not closed or (ending == "docx" and "_rels/.rels" not in parts):
        raise nothing_left(source)
    whole = {name: held for name, (held, is_all) in parts.items() if is_all}
    whole[main] = closed
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, held in whole.items():
            own = _linked(name, held, whole) if name.endswith(".rels") else held
            archive.writestr(zipfile.ZipInfo(name), own)
    told = "its text is whole" if is_whole else "the text before the cut is read, the rest is lost"
    note = Note("cut_off_file", f"the end of the file is missing; {told}", _ADVICE)
    return dataclasses.replace(source, data=packed.getvalue()), note


def nothing_left(source: Source) -> RefusedError:
    """Return the refusal of a file whose text lies behind the cut."""
    message = "the end of the file is missing, and its text with it"
    return RefusedError(source.path, message, _ADVICE, "cut_off_file")


def _parts(data: bytes) -> Iterator[tuple[str, tuple[bytes, bool]]]:
    """Yield the parts in order: the name, the bytes that are there, whether that is all of it."""
    at, left = 0, LARGEST
    while data.startswith(_HEAD, at) and at + _LOCAL.size <= len(data):
        _, _, flags, method, _, _, _, packed, _, n_name, n_extra = _LOCAL.unpack_from(data, at)
        start = at + _LOCAL.size + n_name + n_extra
        name = data[at + _LOCAL.size : start - n_extra].decode("utf-8", "replace")
        if method == _STORED and not flags & 8:
            held, end, is_all = (
                data[start : start + packed],
                start + packed,
                len(data) >= start + packed,
            )
        elif method == _DEFLATED and start < len(data):
            held, end, is_all = _inflated(data, start, left)
        else:
            return
        yield name, (held, is_all)
        left -= len(held)
        at = data.find(_HEAD, end)
        if not is_all or at < 0 or left <= 0:
            return


def _inflated(data: bytes, start: int, most: int) -> tuple[bytes, int, bool]:
    """Return what a stream unpacks to, where it ends, and whether its end is there."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        held = stream.decompress(data[start:], most)
    except zlib.error:
        return b"", len(data), False
    return held, len(data) - len(stream.unused_data), stream.eof


def _linked(name: str, data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return the links of a part without those to parts that are gone."""
    folder = posixpath.dirname(posixpath.dirname(name))
    root = xml_parts.parse(data)
    for link in list(root):
        target = link.get("Target", "")
        is_own = link.get("TargetMode") != "External"
        if is_own and posixpath.normpath(posixpath.join(folder, target)).lstrip("/") not in parts:
            root.remove(link)
    return xml_parts.write(root)

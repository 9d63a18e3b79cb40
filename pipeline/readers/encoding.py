"""Find the character encoding of a file and decode it.

Contract: a byte order mark stays in the text as U+FEFF (the clean view drops it), so that offsets
in the decoded text account for every character.  A few bytes that do not fit an otherwise clear
encoding become U+FFFD and are told; what fits no encoding raises `RefusedError`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.readers import mangled
from pipeline.readers.canonical import Note
from pipeline.readers.source import RefusedError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
)
_CANDIDATES = ("utf-16-le", "utf-16-be", "cp950", "big5hkscs", "gb18030")

# Characters that make up about half of any Chinese text, in both scripts, and its marks.
_COMMON = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過"
    "說產種面而方後多定行學法所民得經十三之進著等部度家電力如水化高自二理起小現實加量都兩體制機當使"
    "點從業本去性好應開它合還因由其些然前外天政四日社義事平形相全表間與關各新線內數正心反明看原"
    "又或但質第向道此變條沒結解問意建月公無系最者立代想已通並提題展五果員位入常文總次品式活設及管"
    "市長城智慧府臺台灣區資訊處務計畫推服首議交環境共享"
    "这为个国时来们于会发动过说产种后对经进着电实两体机当点从业应开还关线内数变条结问无系总设"
    "长区资讯处务计划议环"
    "，。、；：？！「」『』（）《》“”％　"
)
_SCORED = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ADVICE = "save the file as UTF-8 text"
_MOST_BROKEN = 1000


class Broken(NamedTuple):
    """A place where bytes do not fit: the offset of the first byte and the line it lies in."""

    byte: int
    line: int


class Decoded(NamedTuple):
    """The text of a file, the name of its encoding, the bytes replaced, and what was doubtful."""

    text: str
    encoding: str
    broken: tuple[Broken, ...] = ()
    note: Note | None = None


def decode(data: bytes, place: str) -> Decoded:
    """Return the text of ``data`` and the name of its encoding.

    Args:
        data: the bytes of a text file.
        place: the file, for messages.

    Raises:
        RefusedError: the file is empty, binary, or in no encoding that is known here.

    >>> decode("臺北市長表示，今年的會議".encode("cp950"), "a.txt")[:2]
    ('臺北市長表示，今年的會議', 'cp950')
    """
    if not data:
        raise RefusedError(place, "the file is empty", "remove it or fill it", "empty_file")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            advice = "save its text as UTF-8 .txt, its tables as .csv"
            raise RefusedError(place, f"this is {what}, not text", advice, "binary_file")
    found = _mended(_decode(data, place), place)
    if len(_CONTROL.findall(found.text)) > max(8, len(found.text) // 10):
        raise _binary(place)
    return found


_AGAIN = "get the file from its source again where this reads wrong"


def _mended(found: Decoded, place: str) -> Decoded:
    """Return text that a program decoded wrongly and saved again as it was before, and say so.

    Raises:
        RefusedError: too much of it is lost.
    """
    own = chinese_score(found.text)
    for codec, data in (
        ("Western", mangled.western_bytes(found.text)),
        *((c, mangled.chinese_bytes(found.text, c)) for c in ("gb18030", "cp950") if own < 0.25),
    ):
        for inner in ("utf-8", "cp950", "gb18030") if data else ():
            before = _tolerant(data or b"", inner, inner)
            if before is not None and chinese_score(before.text) > max(0.3, 1.5 * own):
                message = f"the text is {inner} that a program took for {codec} and saved again"
                note = Note("mojibake", f"{message}; this is undone", _AGAIN, place="line 1")
                return Decoded(before.text, found.encoding, before.broken, note)
        if codec == "Western" and data and _is_utf8(data):
            message = "the text is UTF-8 that a program took for a Western encoding and saved again"
            raise RefusedError(place, message, "get the file from its source again", "mojibake")
    return found


def _is_utf8(data: bytes) -> bool:
    """Whether much of what is beyond ASCII is UTF-8 of Han characters."""
    plain = data[:4000].decode("utf-8", "ignore")
    han = sum("\u4e00" <= character <= "\u9fff" for character in plain)
    return han * 15 >= sum(byte > 0x7F for byte in data[:4000])


def _binary(place: str) -> RefusedError:
    message = "this is a binary file, not text"
    return RefusedError(place, message, "remove it or save its text", "binary_file")


def _decode(data: bytes, place: str) -> Decoded:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            found = _tolerant(data, codec, name)
            if found is None:
                raise RefusedError(
                    f"{place}: byte {_first_broken(data, codec)}",
                    f"the file begins like {name} but breaks here",
                    _ADVICE,
                    "broken_encoding",
                )
            return found
    text = _tolerant(data, "utf-8", "utf-8")
    if text is None:
        return _best(data, place, _CANDIDATES)
    if _looks_utf16(data):
        return _best(data, place, ("utf-8", "utf-16-le", "utf-16-be"))
    return text


def _tolerant(data: bytes, codec: str, name: str, *, is_ascii: bool = False) -> Decoded | None:
    """Decode, a few bytes that do not fit replaced; None if they are more than a few.

    Args:
        data: the bytes of a file.
        codec, name: how to decode, and the name to give.
        is_ascii: whether ASCII speaks for the encoding as well as characters beyond it do.
    """
    parts: list[str] = []
    broken: list[Broken] = []
    view = memoryview(data)
    position, line = 0, 1
    while True:
        try:
            parts.append(str(view[position:], codec))
            break
        except UnicodeDecodeError as error:
            part = str(view[position : position + error.start], codec)
            line += part.count("\n")
            broken.append(Broken(position + error.start, line))
            parts += [part, "\ufffd"]
            position += max(error.end, error.start + 1)
        if len(broken) > _MOST_BROKEN:
            return None
    text = "".join(parts)
    if broken:
        n_valid = len(text) if is_ascii else sum(character > "\x7f" for character in text)
        n_valid -= len(broken)
        if n_valid < 3 * len(broken) or len(broken) > 1 + n_valid // 20:
            return None
    return Decoded(text, name, tuple(broken))


def _first_broken(data: bytes, codec: str) -> int:
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _looks_utf16(data: bytes) -> bool:
    """Tell whether every second byte is often zero, as in UTF-16 text with ASCII parts."""
    head = data[:4000]
    if len(data) % 2 or len(head) < 8:
        return False
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) * 10 >= len(head) // 2 and min(even, odd) * 10 <= max(even, odd)


def _best(data: bytes, place: str, candidates: Sequence[str]) -> Decoded:
    """Decode by the candidate whose characters look most like Chinese text."""
    best, score = None, 0.0
    for encoding in candidates:
        found = _tolerant(data, encoding, encoding)
        if found is None:
            continue
        own = chinese_score(found.text) - (0.2 if found.broken else 0.0)
        if own > score:
            best, score = found, own
    clean = best is not None and score >= 0.15 and not best.broken
    mixed = None if clean else _by_lines(data)
    if mixed is not None:
        return mixed
    if best is not None and score >= 0.15:
        return best
    if len(_CONTROL_BYTES.findall(data)) * 20 > len(data):
        raise _binary(place)
    ascii_ = _tolerant(data, "utf-8", "utf-8", is_ascii=True) if len(data) >= 20 else None
    if ascii_ is None:
        raise RefusedError(
            f"{place}: byte {_first_broken(data, 'utf-8')}",
            "the text is neither UTF-8 nor UTF-16, Big5 or GB 18030",
            _ADVICE,
            "unknown_encoding",
        )
    return ascii_


def _by_lines(data: bytes) -> Decoded | None:
    """Decode a file put together from files of two encodings, of which each line has one."""
    lines = data.split(b"\n")
    for other in ("cp950", "gb18030"):
        texts, counts = [], {"utf-8": 0, other: 0}
        for line in lines:
            try:
                texts.append(line.decode("utf-8"))
                counts["utf-8"] += not line.isascii()
            except UnicodeDecodeError:
                text = line.decode(other, "replace")
                if "\ufffd" in text or chinese_score(text) < 0.15:
                    break
                texts.append(text)
                counts[other] += 1
        else:
            if all(counts.values()):
                message = f"some lines are UTF-8 and some {other}; each is read as what it is"
                note = Note("mixed_encodings", message, _ADVICE, place="line 1")
                return Decoded("\n".join(texts), f"utf-8+{other}", (), note)
    return None


def chinese_score(text: str) -> float:
    """Return which part of the letters beyond ASCII is common in Chinese, 0..1."""
    head = text[:_SCORED]
    beyond = len(head) - len(head.encode("ascii", "ignore"))
    if not beyond:
        return 0.3 if text.isprintable() or text.replace("\n", "").isprintable() else 0.0
    return sum(map(_COMMON.__contains__, head)) / beyond

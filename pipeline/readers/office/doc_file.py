"""The parts of a Word 97-2003 file: its header, its text in pieces, its names of styles.

Contract: pure; positions of characters (CP) count UTF-16 code units, as the file does.  Structures
and their names are those of [MS-DOC], the published specification of the format.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_STYLES, _CHARACTERS, _PARAGRAPHS, _CLX = 1, 12, 13, 33
_OLDEST = 0x00C1


class Header(NamedTuple):
    """What the file information block tells.

    Attributes:
        is_word: whether this is a file of Word at all.
        is_old, is_encrypted: whether it is of Word 95 or before, or protected.
        table: name of the stream with the tables.
        lengths: characters of the main text, notes, headers, macros, comments, end notes, boxes.
        parts: where each table lies in its stream, and how long it is.
    """

    is_word: bool
    is_old: bool
    is_encrypted: bool
    table: str
    lengths: tuple[int, ...]
    parts: tuple[tuple[int, int], ...]

    def part(self, number: int, stream: bytes) -> bytes:
        """Return a table of the stream; empty if there is none."""
        start, length = self.parts[number] if number < len(self.parts) else (0, 0)
        return stream[start : start + length]


def read_header(word: bytes) -> Header:
    """Return the header of the main stream.

    Raises:
        struct.error: it is cut off.
    """
    magic, version = struct.unpack_from("<HH", word)
    (flags,) = struct.unpack_from("<H", word, 10)
    is_old = version < _OLDEST
    if magic != 0xA5EC or is_old:
        return Header(magic in (0xA5EC, 0xA5DC), is_old, bool(flags & 0x100), "", (), ())
    lengths = struct.unpack_from("<7I", word, 76)
    (count,) = struct.unpack_from("<H", word, 152)
    numbers = struct.unpack_from(f"<{2 * count}I", word, 154)
    parts = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    table = "1Table" if flags & 0x200 else "0Table"
    return Header(True, False, bool(flags & 0x100), table, lengths, parts)


class Piece(NamedTuple):
    """A stretch of text: its first position, where its bytes begin, and bytes per character."""

    start: int
    offset: int
    size: int
    text: str


class Text:
    """The text of the file, and where in the main stream each character of it lies."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.text = "".join(piece.text for piece in pieces)
        self._starts = [piece.start for piece in pieces]

    def offset(self, position: int) -> int:
        """Return where the bytes of a character lie."""
        piece = self.pieces[bisect_right(self._starts, position) - 1]
        return piece.offset + (position - piece.start) * piece.size


def read_text(header: Header, word: bytes, table: bytes) -> Text:
    """Return the text that the piece table puts together."""
    pieces = []
    start, left = 0, len(word)
    for length, offset, size in _piece_table(header.part(_CLX, table)):
        data = word[offset : offset + length * size]
        left -= len(data)
        if left < 0:
            break  # no byte is used twice but in a damaged file
        text = data.decode("cp1252", "replace") if size == 1 else _units(data)
        if text:
            pieces.append(Piece(start, offset, size, text))
            start += len(text)
    return Text(pieces)


def _units(data: bytes) -> str:
    """Return a character for each code unit; halves of a pair stay halves."""
    data = data[: len(data) // 2 * 2]
    text = data.decode("utf-16-le", "replace")
    if len(text) * 2 == len(data) and "\ufffd" not in text:
        return text
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def _piece_table(clx: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield for each piece how many characters it has, where, and bytes per character."""
    at = 0
    while clx[at : at + 1] == b"\x01":
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at : at + 1] != b"\x02":
        return
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    if count < 1:
        return
    positions = struct.unpack_from(f"<{count + 1}I", plc)
    for number in range(count):
        (where,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)
        length = positions[number + 1] - positions[number]
        if length > 0:
            is_narrow = where & 0x4000_0000
            offset = where & 0x3FFF_FFFF
            yield length, offset // 2 if is_narrow else offset, 1 if is_narrow else 2


def read_styles(header: Header, table: bytes) -> dict[int, str]:
    """Return the names of the styles by number; built-in ones by their English name."""
    sheet = header.part(_STYLES, table)
    if len(sheet) < 6:
        return {}
    first, count, base = struct.unpack_from("<HHH", sheet)
    names: dict[int, str] = {}
    at = 2 + first
    for number in range(count):
        if at + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, at)
        if size >= base + 2 and at + 4 + base <= len(sheet):
            names[number] = _style_name(sheet[at + 2 : at + 2 + size], base)
        at += 2 + size + size % 2
    return names


def _style_name(style: bytes, base: int) -> str:
    kind = struct.unpack_from("<H", style)[0] & 0x0FFF
    if 1 <= kind <= 9:
        return f"heading {kind}"
    if kind == 62:
        return "Title"
    (length,) = struct.unpack_from("<H", style, base)
    return style[base + 2 : base + 2 + 2 * length].decode("utf-16-le", "replace")


def character_pages(header: Header, word: bytes, table: bytes) -> Iterator[bytes]:
    """Yield the pages of the file that hold the formats of characters."""
    return _pages(header.part(_CHARACTERS, table), word)


def paragraph_pages(header: Header, word: bytes, table: bytes) -> Iterator[bytes]:
    """Yield the pages of the file that hold the formats of paragraphs."""
    return _pages(header.part(_PARAGRAPHS, table), word)


def _pages(plc: bytes, word: bytes) -> Iterator[bytes]:
    count = (len(plc) - 4) // 8
    for number in range(count):
        (page,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * number)
        start = (page & 0x3F_FFFF) * 512
        if start + 512 <= len(word):
            yield word[start : start + 512]

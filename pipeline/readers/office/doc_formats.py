"""Formats of a Word 97-2003 file: which paragraphs end cells and rows, which text is hidden.

Contract: pure; a format that is cut off or unknown is passed over.  Names are those of [MS-DOC].
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Property modifiers (sprm) and the bytes of their operands by the three highest bits.
_IN_TABLE, _ROW_END, _DEPTH, _LIST, _OUTLINE = 0x2416, 0x2417, 0x6649, 0x460B, 0x2640
_HUGE, _TABLE, _HIDDEN, _DELETED, _SYMBOL = 0x6646, 0xD608, 0x083C, 0x0800, 0x6A09
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)


class Format(NamedTuple):
    """The format of a paragraph.

    Attributes:
        style: number of its style.
        in_table, ends_row: whether it lies in a table, and whether it is the end of a row.
        in_list: whether it has a number or bullet of its own.
        level: its level in the outline, 9 for text.
        edges: where the cells of the row end.
        merged, hung: cells that belong to the one before, or to the one above.
    """

    style: int = 0
    in_table: bool = False
    ends_row: bool = False
    in_list: bool = False
    level: int = 9
    edges: tuple[int, ...] = ()
    merged: frozenset[int] = frozenset()
    hung: frozenset[int] = frozenset()


class Formats:
    """The formats of paragraphs by where their bytes lie."""

    def __init__(self, pages: Iterable[bytes], more: bytes) -> None:
        runs = sorted(run for page in pages for run in _paragraph_runs(page))
        self._starts = [start for start, _, _ in runs]
        self._runs = runs
        self._more = more

    def at(self, offset: int) -> Format | None:
        """Return the format of the paragraph whose mark lies at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._runs[index][1]:
            return None
        return _format(self._runs[index][2], self._more)


def _paragraph_runs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the stretches of a page with their style and modifiers."""
    count = min(page[511], 28)
    ends = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + 13 * number]
        size = 2 * page[at] - 1
        if size < 0:
            at += 1
            size = 2 * page[at] if at < 511 else 0
        yield ends[number], ends[number + 1], page[at + 1 : at + 1 + size] if at else b""


def _format(data: bytes, more: bytes) -> Format:
    if len(data) < 2:
        return Format()
    found = dict(_modifiers(data[2:]))
    if _HUGE in found:
        (at,) = struct.unpack("<I", found[_HUGE])
        size = int.from_bytes(more[at : at + 2], "little")
        found |= dict(_modifiers(more[at + 2 : at + 2 + size]))
    edges, merged, hung = _cells(found.get(_TABLE, b""))
    return Format(
        style=int.from_bytes(data[:2], "little"),
        in_table=any(found.get(_IN_TABLE, b"")) or any(found.get(_DEPTH, b"")),
        ends_row=any(found.get(_ROW_END, b"")),
        in_list=any(found.get(_LIST, b"")),
        level=found.get(_OUTLINE, b"\x09")[0],
        edges=edges,
        merged=merged,
        hung=hung,
    )


def _modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the modifiers of a list with their operands."""
    at = 0
    while at + 3 <= len(data):
        code = int.from_bytes(data[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if size < 0:
            width = 2 if code == _TABLE else 1
            size = int.from_bytes(data[at : at + width], "little") - (code == _TABLE)
            at += width
        if size < 0 or at + size > len(data):
            return
        yield code, data[at : at + size]
        at += size


def _cells(data: bytes) -> tuple[tuple[int, ...], frozenset[int], frozenset[int]]:
    """Return the edges of the cells of a row, and which belong to others."""
    count = data[0] if data else 0
    if len(data) < 1 + 2 * (count + 1):
        return (), frozenset(), frozenset()
    edges = struct.unpack_from(f"<{count + 1}h", data, 1)
    merged, hung = set(), set()
    for number in range(count):
        at = 1 + 2 * (count + 1) + 20 * number
        flags = int.from_bytes(data[at : at + 2], "little")
        if flags & 0x3 == 2:
            merged.add(number)
        if flags >> 5 & 0x3 == 1:
            hung.add(number)
    return edges[1:], frozenset(merged), frozenset(hung)


def hidden_bytes(pages: Iterable[bytes]) -> list[tuple[int, int]]:
    """Return where text lies that is hidden or deleted, or stands for a sign of another font."""
    return sorted(
        (start, end)
        for page in pages
        for start, end, data in _character_runs(page)
        if any(
            (code in (_HIDDEN, _DELETED) and value in (b"\x01", b"\x81")) or code == _SYMBOL
            for code, value in _modifiers(data)
        )
    )


def _character_runs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 100)
    ends = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number]
        if at:
            yield ends[number], ends[number + 1], page[at + 1 : at + 1 + page[at]]

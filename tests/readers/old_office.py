"""Make small files of Office 97 to 2003 for tests, after [MS-CFB], [MS-DOC] and [MS-XLS].

Only what a reader of text needs is written: no program but a reader would open them.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_TEXT = 1024

IN_TABLE = b"\x16\x24\x01"
ROW_END = IN_TABLE + b"\x17\x24\x01"


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file; short streams are padded with zeros so that none is a small one."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    entries = [_entry("Root Entry", 5, _END, 0, 1)]
    body = b""
    chains: list[list[int]] = []
    sector = 2  # after the allocation table and the directory
    for number, (name, data) in enumerate(padded.items(), start=1):
        count = -(-len(data) // _SECTOR)
        right = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, 2, sector, len(data), _FREE, right))
        chains.append(list(range(sector, sector + count)))
        body += data.ljust(count * _SECTOR, b"\0")
        sector += count
    assert sector <= 128, "one allocation table only"
    fat = [_FREE] * 128
    fat[0], fat[1] = _FAT, _END
    for chain in chains:
        for here, after in zip(chain, [*chain[1:], _END], strict=True):
            fat[here] = after
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + b"\xff" * 432
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    return head + struct.pack("<128I", *fat) + directory + body


def _entry(name: str, kind: int, start: int, size: int, child: int, right: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le")
    links = (_FREE, right, child) if kind == 2 else (_FREE, _FREE, child)
    entry = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, *links)
    return entry + bytes(36) + struct.pack("<IQ", start, size)


def write_doc(
    paragraphs: Sequence[tuple[str, bytes]],
    *,
    narrow: str = "",
    hidden: Sequence[str] = (),
    boxes: Sequence[tuple[str, bytes]] = (),
    flags: int = 0,
    version: int = 0xC1,
) -> bytes:
    """Return a Word file.

    Args:
        paragraphs: text with its mark, and the modifiers of its format.
        narrow: text in front of all in one byte a character, as Word keeps Western text.
        hidden: stretches that are hidden.
        boxes: paragraphs of text boxes.
        flags: more flags of the header.
        version: of the format.
    """
    texts = [*paragraphs, *boxes]
    wide = "".join(text for text, _ in texts).encode("utf-16-le")
    data = narrow.encode("cp1252")
    at = _TEXT + len(data)
    runs, end = [], at
    for index, (text, modifiers) in enumerate(texts):
        start = _TEXT if index == 0 else end
        end += len(text.encode("utf-16-le"))
        runs.append((start, end, b"\x00\x00" + modifiers))
    body = (bytes(_TEXT) + data + wide).ljust(-(-(at + len(wide)) // _SECTOR) * _SECTOR, b"\0")
    first = len(body) // _SECTOR
    groups = [runs[number : number + 4] for number in range(0, len(runs), 4)]
    body += b"".join(_page(group, 13, is_paragraph=True) for group in groups)
    by_paragraph = _plc([group[0][0] for group in groups] + [end], first)
    whole = wide.decode("utf-16-le")
    found = [(at + 2 * whole.index(part), 2 * len(part)) for part in hidden]
    body += _page([(s, s + n, b"\x3c\x08\x01") for s, n in found], 1, is_paragraph=False)
    lengths = [len(narrow) + len(wide) // 2 - sum(len(text) for text, _ in boxes), *[0] * 6]
    lengths[6] = sum(len(text) for text, _ in boxes)
    pieces = [(len(narrow), _TEXT * 2 | 0x4000_0000)] if narrow else []
    pieces.append((len(wide) // 2, at))
    by_character = _plc([_TEXT, end], first + len(groups)) if hidden else b""
    table, parts = _tables(pieces, by_paragraph, by_character)
    header = struct.pack("<HH6xH20x", 0xA5EC, version, 0x200 | flags)
    header += struct.pack("<H28xH12x7I48x", 14, 22, *lengths)
    header += struct.pack("<H", 93) + b"".join(struct.pack("<II", *part) for part in parts)
    return compound({"WordDocument": header.ljust(_TEXT, b"\0") + body[_TEXT:], "1Table": table})


def _page(runs: Sequence[tuple[int, int, bytes]], width: int, *, is_paragraph: bool) -> bytes:
    """Return a page of formats, each with the stretch of the file it is for."""
    ends = [start for start, _, _ in runs] + ([runs[-1][1]] if runs else [0])
    page = bytearray(struct.pack(f"<{len(ends)}I", *ends).ljust(_SECTOR, b"\0"))
    at = _SECTOR - 2
    for number, (_, _, data) in enumerate(runs):
        block = data + b"\0" * (len(data) % 2 == 0)
        size = (len(block) + 1) // 2 if is_paragraph else len(data)
        at -= len(block) + 1 + (len(block) + 1) % 2
        page[at : at + 1 + len(block)] = bytes([size]) + block
        page[4 * len(ends) + width * number] = at // 2
    page[511] = len(runs)
    return bytes(page)


def _plc(starts: Sequence[int], page: int) -> bytes:
    """Return where the pages of formats from ``page`` on begin to hold."""
    pages = range(page, page + len(starts) - 1)
    return struct.pack(f"<{len(starts) + len(pages)}I", *starts, *pages)


def _tables(
    pieces: Sequence[tuple[int, int]], by_paragraph: bytes, by_character: bytes
) -> tuple[bytes, list[tuple[int, int]]]:
    positions = [sum(length for length, _ in pieces[:number]) for number in range(len(pieces) + 1)]
    plc = struct.pack(f"<{len(positions)}I", *positions)
    plc += b"".join(struct.pack("<HIH", 0, where, 0) for _, where in pieces)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    parts = [(0, 0)] * 93
    table = b""
    for number, data in ((33, clx), (13, by_paragraph), (12, by_character)):
        parts[number] = (len(table), len(data))
        table += data
    return table, parts


def row_format(edges: Sequence[int], hung: Sequence[int] = ()) -> bytes:
    """Return the modifiers of the end of a row with cells up to ``edges``, some ``hung``."""
    cells = struct.pack(f"<B{len(edges) + 1}h", len(edges), 0, *edges)
    for number in range(len(edges)):
        cells += struct.pack("<H18x", 0x20 if number in hung else 0)
    return ROW_END + b"\x08\xd6" + struct.pack("<H", len(cells) + 1) + cells


def write_xls(
    rows: Sequence[Sequence[str | float]], merged: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    """Return a workbook with one sheet; ``merged`` are first and last rows and columns."""
    name = _string("表一", "<B")
    book = [(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), (0x42, struct.pack("<H", 1200))]
    book += [(0xE0, bytes(20))]
    head = b"".join(map(_record, book))
    start = len(head) + 4 + 6 + len(name) + 4
    head += _record((0x85, struct.pack("<IBB", start, 0, 0) + name)) + _record((0x0A, b""))
    cells = [(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))]
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            where = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                cells.append((0x204, where + _string(value, "<H")))
            else:
                cells.append((0x203, where + struct.pack("<d", value)))
    areas = b"".join(struct.pack("<4H", *area) for area in merged)
    cells += [(0xE5, struct.pack("<H", len(merged)) + areas), (0x0A, b"")]
    return compound({"Workbook": head + b"".join(map(_record, cells))})


def _record(record: tuple[int, bytes]) -> bytes:
    return struct.pack("<HH", record[0], len(record[1])) + record[1]


def _string(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")

"""The clean view of a decoded file: one kind of line end, no invisible control characters.

Contract: `Clean.text` holds ``\\n`` and ``\\t`` as its only control characters; every character
left out or replaced is an `Edit`, so that offsets lead back to the decoded file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """One change: ``source[start:end]`` became ``text`` (empty or one line end) at ``position``."""

    position: int
    start: int
    end: int
    text: str
    rule: str


_UNCLEAN = re.compile(
    r"(?P<line_end>\r(?=\n)|\r|[\x0b\x85\u2028\u2029])"
    r"|(?P<page_break>\x0c)"
    r"|(?P<bom>\ufeff+)"
    r"|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]+)"
    r"|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)"
    r"|(?P<zero_width>[\u00ad\u200b\u2060]+)"
)


@dataclass(frozen=True, slots=True)
class Clean:
    """A decoded file without its invisible characters.

    Attributes:
        source: the decoded file.
        text: the clean text readers work on.
        edits: what was changed, in order.
        shifts: for each edit, source characters lost up to and including it.
    """

    source: str
    text: str
    edits: tuple[Edit, ...]
    shifts: tuple[int, ...]

    def source_start(self, position: int) -> int:
        """Return the source offset where the account of clean ``position`` begins.

        Characters dropped right before a clean character belong to it; those at the very end
        belong to the last one.
        """
        if position >= len(self.text):
            return len(self.source)
        index = bisect_left(self.edits, position, key=lambda edit: edit.position)
        return position + (self.shifts[index - 1] if index else 0)

    def edits_in(self, start: int, end: int) -> Iterator[Edit]:
        """Yield the edits accounted to clean ``start..end``."""
        index = bisect_left(self.edits, start, key=lambda edit: edit.position)
        is_last = end == len(self.text)
        while index < len(self.edits):
            edit = self.edits[index]
            if edit.position >= end and not is_last:
                return
            yield edit
            index += 1


def clean(source: str) -> Clean:
    r"""Return the clean view of a decoded file.

    >>> clean("\ufeff臺北\r\n市").text
    '臺北\n市'
    """
    parts, edits = [], []
    position = length = 0
    for match in _UNCLEAN.finditer(source):
        part = source[position : match.start()]
        parts.append(part)
        length += len(part)
        rule = match.lastgroup or ""
        follows_cr = match.group() == "\r" and source[match.end() : match.end() + 1] == "\n"
        new = "\n" if rule in ("line_end", "page_break") and not follows_cr else ""
        edits.append(Edit(length, match.start(), match.end(), new, rule))
        parts.append(new)
        length += len(new)
        position = match.end()
    parts.append(source[position:])
    shifts = accumulate(edit.end - edit.start - len(edit.text) for edit in edits)
    return Clean(source, "".join(parts), tuple(edits), tuple(shifts))

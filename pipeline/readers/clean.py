"""The clean view of a decoded file: one kind of line end, no invisible control characters.

Contract: `Clean.text` holds ``\\n`` and ``\\t`` as its only control characters; every character
left out or replaced is an `Edit`, so that offsets lead back to the decoded file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
    r"|(?P<zero_width>[\u00ad\u180e\u200b\u200c\u2060-\u2064]+"
    # Joiners hold emoji together; beside Han characters they hold nothing.
    r"|\u200d+(?=[\u2e80-\ufdff])|(?<=[\u2e80-\ufdff])\u200d+)"
    r"|(?P<variation>[\U000e0100-\U000e01ef]+|(?<=[\u3400-\u9fff])[\ufe00-\ufe0f]+)"
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


def clean(source: str, left_out: Sequence[tuple[int, int, str]] = ()) -> Clean:
    r"""Return the clean view of a decoded file.

    Args:
        source: the decoded file.
        left_out: stretches to leave out, in order, each with its rule.

    >>> clean("\ufeff臺北\r\n市").text
    '臺北\n市'
    """
    parts, edits = [], []
    position = length = 0
    for start, end, new, rule in _changes(source, left_out):
        parts += [source[position:start], new]
        length += start - position
        edits.append(Edit(length, start, end, new, rule))
        length += len(new)
        position = end
    parts.append(source[position:])
    shifts = accumulate(edit.end - edit.start - len(edit.text) for edit in edits)
    return Clean(source, "".join(parts), tuple(edits), tuple(shifts))


def _changes(
    source: str, left_out: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str, str]]:
    """Yield what is to change: its offsets, the new text, and the rule; in order."""
    position = 0
    for start, end, left_out_by in (*left_out, (len(source), len(source), "")):
        for match in _UNCLEAN.finditer(source, position, start):
            rule = match.lastgroup or ""
            follows_cr = match.group() == "\r" and source[match.end() : match.end() + 1] == "\n"
            is_line = rule in ("line_end", "page_break") and not follows_cr
            yield match.start(), match.end(), "\n" if is_line else "", rule
        if start < end:
            yield start, end, "", left_out_by
        position = end

"""Find stretches no one wrote as text: tens of thousands of characters without a sentence mark.

Contract: linear; such a stretch (an image as letters, a key held down) is left out, so that time
and memory of what follows stay bounded, and told.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.readers.canonical import Note

# Longer than any table row or list of names: some 25 pages without a full stop or a line end.
LONGEST = 20_000
_RUN = re.compile(r"(?:[^。！？!?…；.\n\t\r\x0b\x0c\x85\u2028\u2029]+|\.(?!\s))+")
_RUN_IN_TABLE = re.compile(r"[^。！？!?…；;.\n\t\r\x0b\x0c\x85\u2028\u2029,|\"]+")


class Endless(NamedTuple):
    """A stretch without end: offsets, the line it lies in, characters that are no space."""

    start: int
    end: int
    line: int
    n_characters: int


def find_endless(text: str, *, has_cells: bool = False) -> list[Endless]:
    """Return the endless stretches of a text.

    Args:
        text: decoded or clean text.
        has_cells: whether commas, bars and quotes part cells, and so end a stretch.

    >>> find_endless("臺北市長。" + "市長" * 20_000)
    [Endless(start=5, end=40005, line=1, n_characters=40000)]
    """
    if len(text) < LONGEST:
        return []
    found = []
    line, counted = 1, 0
    for match in (_RUN_IN_TABLE if has_cells else _RUN).finditer(text):
        start, end = match.span()
        if end - start < LONGEST:
            continue
        start += len(match.group()) - len(match.group().lstrip())
        end -= len(match.group()) - len(match.group().rstrip())
        n_characters = len("".join(match.group().split()))
        if n_characters >= LONGEST:
            line += text.count("\n", counted, start)
            counted = start
            found.append(Endless(start, end, line, n_characters))
    return found


def find_blank(text: str) -> list[tuple[int, int]]:
    """Return the stretches of tens of thousands of spaces and line ends, but for their first two.

    >>> find_blank("臺" + "\\n" * 30_000 + "北")
    [(3, 30001)]
    """
    if len(text) < LONGEST:
        return []
    spans = (match.span() for match in re.finditer(r"\s+", text))
    return [(start + 2, end) for start, end in spans if end - start >= LONGEST]


def endless_note(found: Endless) -> Note:
    """Return what is said about an endless stretch."""
    return Note(
        "endless_text",
        f"{found.n_characters:,} characters without a sentence mark are left out",
        "put text with 。 and line ends there, or remove it",
        place=f"line {found.line}",
    )

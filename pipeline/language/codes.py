"""Texts as arrays of code points: all their characters are replaced or looked at at once.

Contract: pure; what is found and replaced is what a loop over the characters finds and replaces.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.uint16]

# From this length on looking at all characters at once is the faster way.
_LONG = 40
# Two or three neighbours are one number of sixteen bits; few of them share one.
_LONGEST_HEAD = 3
_FACTOR = np.uint16(40503)
_NUMBERS = 1 << 16


class Replacement:
    """Replaces characters, each by one other.

    >>> Replacement({ord("臺"): "台"}).apply("臺北")
    '台北'
    """

    def __init__(self, table: Mapping[int, str]) -> None:
        self.table = table

    def apply(self, text: str) -> str:
        """Return a text with its characters replaced."""
        if len(text) < _LONG:
            return text.translate(self.table)
        new: bytes = self._codes[_codes_of(text)].tobytes()
        return new.decode("utf-32-le", "surrogatepass")

    @cached_property
    def _codes(self) -> Codes:
        """What stands for each character of Unicode."""
        codes = np.arange(sys.maxunicode + 1, dtype="<u4")
        codes[list(self.table)] = [ord(new) for new in self.table.values()]
        return codes


class Beginnings:
    """Finds where any of many words may begin: none is passed over, a few places are for nothing.

    >>> Beginnings(["新加坡", "坡", "東京"]).find("在新加坡東京")
    [1, 3, 4]
    """

    __slots__ = ("_marks",)

    def __init__(self, words: Iterable[str]) -> None:
        heads = {word[:_LONGEST_HEAD] for word in words if word}
        # By the length of words, up to three characters, the numbers they begin with.
        self._marks: list[tuple[int, npt.NDArray[np.bool_]]] = []
        for length in sorted({len(head) for head in heads}):
            marks = np.zeros(_NUMBERS, np.bool_)
            alike = sorted(head for head in heads if len(head) == length)
            marks[_numbers_of("".join(alike))[length - 1][::length]] = True
            self._marks.append((length - 1, marks))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """Return the positions in ``start..end`` where a word may begin, in order."""
        numbers = _numbers_of(text)
        may_begin = [marks.take(numbers[kind][start:end]) for kind, marks in self._marks]
        if not may_begin:
            return []
        begins = may_begin[0]
        for more in may_begin[1:]:
            begins |= more
        found: list[int] = (begins.nonzero()[0] + start).tolist()
        return found


@lru_cache(4)
def _numbers_of(text: str) -> tuple[Numbers, ...]:
    """Return a number for each character, each with its right neighbour, and with two of them.

    One text is asked for many sets of words, so its numbers are kept.
    """
    singles = _codes_of(text).astype(np.uint16)
    pairs = singles * _FACTOR
    pairs[:-1] += singles[1:]
    threes = pairs * _FACTOR
    threes[:-2] += singles[2:]
    return singles, pairs, threes


def _codes_of(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")

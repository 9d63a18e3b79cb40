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

# From this length on looking at all characters at once is the faster way.
_LONG = 40
# Places for each pair of characters that words begin with, so that few pairs share one; a small
# table stays in the cache of the processor.
_PLACES = 16
_FACTOR = np.uint32(40503)
_SINGLES = 1 << 12


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

    __slots__ = ("_mask", "_pairs", "_singles")

    def __init__(self, words: Iterable[str]) -> None:
        heads = sorted({word[:2] for word in words if word})
        double = _codes_of("".join(head for head in heads if len(head) == 2))
        size = 1 << (_PLACES * len(heads)).bit_length()
        self._mask = np.uint32(size - 1)
        self._pairs = np.zeros(size, np.bool_)
        self._pairs[_pairs_of(double)[::2] & self._mask] = True
        alone = _codes_of("".join(head for head in heads if len(head) == 1))
        self._singles: npt.NDArray[np.bool_] | None = None
        if len(alone):
            self._singles = np.zeros(_SINGLES, np.bool_)
            self._singles[alone & np.uint32(_SINGLES - 1)] = True

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """Return the positions in ``start..end`` where a word may begin, in order."""
        codes, pairs = _codes_and_pairs(text[start:end])
        may_begin = self._pairs[pairs & self._mask]
        if self._singles is not None:
            alone = self._singles[codes & np.uint32(_SINGLES - 1)]
            alone[:-1] |= may_begin
            may_begin = alone
        found: list[int] = (may_begin.nonzero()[0] + start).tolist()
        return found


# One set of words after the other is looked for in the same text.
@lru_cache(4)
def _codes_and_pairs(text: str) -> tuple[Codes, Codes]:
    codes = _codes_of(text)
    return codes, _pairs_of(codes)


def _pairs_of(codes: Codes) -> Codes:
    """Return a number for each pair of neighbours."""
    return codes[:-1] * _FACTOR + codes[1:]


def _codes_of(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")

"""Find many words in one pass over a text, then read any stretch of it at no further cost.

Contract: in a stretch the leftmost longest words are found, without overlaps; linear in the text
for words of bounded length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, count
from operator import add, or_


@dataclass(frozen=True, slots=True)
class Spots:
    """Where words stand in a text.

    Attributes:
        starts: positions at which a word begins, in order.
        ends: for each of them the ends of the words that begin there, longest first.
    """

    starts: list[int]
    ends: list[list[int]]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words in ``start..end``."""
        after = start
        for index in range(bisect_left(self.starts, start), len(self.starts)):
            position = self.starts[index]
            if position >= end:
                return
            if position < after:
                continue
            stop = next((stop for stop in self.ends[index] if stop <= end), 0)
            if stop:
                yield position, stop
                after = stop


class Keywords:
    """A set of words.

    >>> spots = Keywords(["智慧城市", "城市", "智慧"]).spot("智慧城市")
    >>> [*spots.within(0, 4)], [*spots.within(0, 3)], [*spots.within(1, 4)]
    ([(0, 4)], [(0, 2)], [(2, 4)])
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if word)
        self._single = frozenset(word for word in self._words if len(word) == 1)
        lengths: dict[str, set[int]] = {}
        for word in self._words - self._single:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}

    def spot(self, text: str) -> Spots:
        """Return where words begin in ``text``, found at their first two characters."""
        begins = map(self._lengths.__contains__, map(add, text, f"{text[1:]} "))
        if self._single:
            begins = map(or_, begins, map(self._single.__contains__, text))
        starts: list[int] = []
        ends: list[list[int]] = []
        for position in compress(count(), begins):
            sizes = self._lengths.get(text[position : position + 2], ())
            found = [position + n for n in sizes if text[position : position + n] in self._words]
            if text[position] in self._single:
                found.append(position + 1)
            if found:
                starts.append(position)
                ends.append(found)
        return Spots(starts, ends)

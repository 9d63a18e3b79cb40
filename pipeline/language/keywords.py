"""Find many words in a stretch of text, or in one pass over all of it for many stretches.

Contract: in a stretch the leftmost longest words are found, without overlaps, as the pattern of
`lexemes.one_of` finds them; linear in the text for words of bounded length.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from pipeline.language.codes import Beginnings

# From this length on it pays to look at all positions at once.
_LONG = 150


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


# Whether the word text[start:stop], found in a stretch that ends at ``end``, counts.
Fits = Callable[[str, int, int, int], bool]


class Keywords:
    """A set of words; a pattern of two classes of characters tells where one may begin.

    >>> words = Keywords(["智慧城市", "城市", "智慧"])
    >>> [*words.find("智慧城市")], [*words.find("智慧城市", 0, 3)], [*words.find("智慧城市", 1)]
    ([(0, 4)], [(0, 2)], [(2, 4)])
    >>> [*words.spot("智慧城市").within(1, 4)]
    [(2, 4)]
    """

    __slots__ = ("_begins", "_lengths", "_places", "_single", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if word)
        self._single = frozenset(word for word in self._words if len(word) == 1)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            if len(word) > 2:
                lengths.setdefault(word[:3], set()).add(len(word))
        # Lengths of the words of three and more characters, longest first, by their first three.
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        self._begins = re.compile(_beginnings(self._words))
        self._places = Beginnings(self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def find(
        self, text: str, start: int = 0, end: int | None = None, fits: Fits | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words in ``text[start:end]``, of those only that fit if asked."""
        stop = len(text) if end is None else end
        after = start
        for position, ends in self.spotted(text, start, stop):
            if position >= after:
                last = next((e for e in ends if not fits or fits(text, position, e, stop)), 0)
                if last:
                    after = last
                    yield position, last

    def spot(self, text: str) -> Spots:
        """Return where words begin in ``text``, to read stretches of it later."""
        found = [*self.spotted(text)]
        return Spots([start for start, _ in found], [ends for _, ends in found])

    def spotted(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, list[int]]]:
        """Yield where words begin, and where those end that begin there, longest first."""
        stop = len(text) if end is None else end
        words, single, lengths = self._words, self._single, self._lengths
        for at in self._beginnings(text, start, stop):
            sizes = lengths.get(text[at : at + 3])
            ends = [at + n for n in sizes if text[at : at + n] in words] if sizes else []
            if text[at : at + 2] in words:
                ends.append(at + 2)
            if single and text[at] in single:
                ends.append(at + 1)
            if ends and ends[0] > stop:
                ends = [last for last in ends if last <= stop]
            if ends:
                yield at, ends

    def _beginnings(self, text: str, start: int, stop: int) -> list[int]:
        """Return where words may begin."""
        if stop - start >= _LONG:
            return self._places.find(text, start, stop)
        words, single, lengths = self._words, self._single, self._lengths
        return [
            at
            for match in self._begins.finditer(text, start, stop)
            if text[(at := match.start()) : at + 3] in lengths
            or text[at : at + 2] in words
            or (single and text[at] in single)
        ]


def _beginnings(words: Collection[str]) -> str:
    """Return the pattern of where a word may begin, by classes of its first three characters.

    It begins with one class, which `re` searches for fast; what follows is looked at only behind
    a character of that.
    """
    single, two, longer = (
        [word for word in words if least <= len(word) <= most]
        for least, most in ((1, 1), (2, 2), (3, sys.maxsize))
    )
    behind = [f"{_any_of(longer, 1)}{_any_of(longer, 2)}"] if longer else []
    behind += [f"(?<={_any_of(two, 0)}){_any_of(two, 1)}"] if two else []
    behind += [f"(?<={_any_of(single, 0)})"] if single else []
    return f"{_any_of(words, 0)}(?={'|'.join(behind)})" if words else "(?!)"


def _any_of(words: Iterable[str], at: int) -> str:
    return f"[{re.escape(''.join(sorted({word[at] for word in words})))}]"

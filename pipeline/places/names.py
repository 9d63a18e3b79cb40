"""Find many names in one pass.

Contract: leftmost longest match, no overlaps; linear in the text for names of bounded length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import add

from pipeline.language.codes import Beginnings

# From this length on it pays to look at all positions at once.
_LONG = 150


class Names:
    """A set of names of two or more characters, for matching in folded text.

    >>> list(Names(["新加坡", "加坡", "坡"]).find("在新加坡"))
    [(1, 4)]
    """

    def __init__(self, names: Iterable[str]) -> None:
        heads: dict[str, set[str]] = {}
        for name in names:
            if len(name) > 1:
                heads.setdefault(name[:2], set()).add(name)
        self._heads: dict[str, tuple[str, ...]] = {
            head: tuple(sorted(found, key=lambda name: (-len(name), name)))
            for head, found in heads.items()
        }
        self._places = Beginnings(self._heads)

    def at(self, text: str, position: int) -> int:
        """Return the end of the longest name at ``position``, or 0."""
        for name in self._heads.get(text[position : position + 2], ()):
            if text.startswith(name, position):
                return position + len(name)
        return 0

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of the names in ``text``."""
        after = 0
        for position in self._begins(text):
            if position >= after:
                end = self.at(text, position)
                if end:
                    yield position, end
                    after = end

    def _begins(self, text: str) -> Iterable[int]:
        """Return where a name may begin."""
        if len(text) >= _LONG:
            return self._places.find(text)
        return compress(count(), map(self._heads.__contains__, map(add, text, text[1:])))

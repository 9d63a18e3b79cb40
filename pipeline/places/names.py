"""Find many names in one pass.

Contract: leftmost longest match, no overlaps; linear in the text for names of bounded length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import add


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

    def at(self, text: str, position: int) -> int:
        """Return the end of the longest name at ``position``, or 0."""
        for name in self._heads.get(text[position : position + 2], ()):
            if text.startswith(name, position):
                return position + len(name)
        return 0

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of the names in ``text``."""
        has_head = map(self._heads.__contains__, map(add, text, text[1:]))
        after = 0
        for position in compress(count(), has_head):
            if position >= after:
                end = self.at(text, position)
                if end:
                    yield position, end
                    after = end

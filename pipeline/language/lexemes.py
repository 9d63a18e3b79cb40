"""Sets of words looked up at a position of folded text, and patterns that find any of them fast.

Contract: words are folded when given, so lexicons may be written in either script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from pipeline.language import views
from pipeline.language.patterns import one_of_exactly


def one_of(words: Iterable[str]) -> str:
    """Return the source of a pattern for the longest of ``words`` (folded), shaped as a tree.

    At a position the pattern looks at each character once, however many words there are.

    >>> import re
    >>> re.compile(one_of(["市長", "市長室", "局長"])).findall("市长室的局长")
    ['市长室', '局长']
    """
    return one_of_exactly(views.fold(word) for word in words)


# Up to so many words one is looked for after the other; beyond, a pattern finds all at once.
_FEW = 40


def occurrences(view: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where folded words stand in folded text; of many words the longest at a place only.

    >>> sorted(occurrences("柯市长和柯文哲", ["柯文哲", "柯市长"]))
    [(0, 3), (4, 7)]
    """
    wanted = sorted(set(words))
    if len(wanted) > _FEW:
        yield from (m.span() for m in re.compile(one_of_exactly(wanted)).finditer(view))
        return
    for word in wanted:
        start = view.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = view.find(word, start + len(word))


class Lexemes(frozenset[str]):
    """A set of folded words that can be asked which of them begins or ends at a position.

    >>> boundaries = Lexemes(["委託", "與"])
    >>> view = views.fold("市府委託華為")
    >>> boundaries.ending(view, 4), boundaries.starting(view, 2), boundaries.ending(view, 3)
    (2, 2, 0)
    """

    __slots__ = ("_after", "_before", "_single")

    _after: Mapping[str, tuple[int, ...]]
    _before: Mapping[str, tuple[int, ...]]
    _single: frozenset[str]

    def __new__(cls, words: Iterable[str]) -> Self:
        """Make the set of the folded words, leaving out empty ones."""
        found = super().__new__(cls, (views.fold(word) for word in words if word))
        found._single = frozenset(word for word in found if len(word) == 1)
        # Lengths of the longer words, longest first, by their first and by their last two
        # characters: these turn nearly every position away.
        found._after = _lengths(found - found._single, slice(2))
        found._before = _lengths(found - found._single, slice(-2, None))
        return found

    def ending(self, view: str, end: int, start: int = 0) -> int:
        """Return the length of the longest word that ends at ``end``, 0 if none does."""
        room = end - start
        if room > 1 and (lengths := self._before.get(view[end - 2 : end])):
            for length in lengths:
                if length <= room and view[end - length : end] in self:
                    return length
        return int(room > 0 and view[end - 1 : end] in self._single)

    def starting(self, view: str, start: int, end: int | None = None) -> int:
        """Return the length of the longest word that begins at ``start``, 0 if none does."""
        room = (len(view) if end is None else end) - start
        if room > 1 and (lengths := self._after.get(view[start : start + 2])):
            for length in lengths:
                if length <= room and view[start : start + length] in self:
                    return length
        return int(room > 0 and view[start : start + 1] in self._single)


def _lengths(words: Iterable[str], part: slice) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[part], set()).add(len(word))
    return {pair: tuple(sorted(lengths, reverse=True)) for pair, lengths in found.items()}


def is_han(character: str) -> bool:
    """Whether ``character`` is a Chinese character.

    >>> is_han("臺"), is_han("A"), is_han("、"), is_han("々")
    (True, False, False, True)
    """
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character in "々〆"
        or character >= "\U00020000"
    )

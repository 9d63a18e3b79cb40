"""What a pattern cannot do without, read off the pattern itself, so that it is tried there only.

Contract: pure; an answer may be too wide, never too narrow; patterns that ignore case have none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any

# Python's own reader of patterns and its names of their parts, which no type tells.
op: Any = import_module("re._parser")
# So many words are told one from the other, and so many signs of one class.
_MOST_WORDS, _MOST_SIGNS = 600, 120
# A word with one sign more is so much rarer, and no word is as common as these signs.
_RARER = 0.02
_COMMON = frozenset(",.:;、。「」() \n")
Words = frozenset[str]


def needed_words(pattern: re.Pattern[str]) -> Words:
    """Return words one of which stands in all that a pattern matches, its look ahead included.

    Raises:
        ValueError: it can match without any word that could be told.

    >>> sorted(needed_words(re.compile("的?(?:姊妹市|友城市?)(?=[港市])")))
    ['友城', '姊妹市']
    >>> sorted(needed_words(re.compile("[與和].{2,9}(?=締[結盟]|簽約)")))
    ['簽約', '締盟', '締結']
    """
    found = None if pattern.flags & re.IGNORECASE else _needed(_parsed(pattern))
    if not found:
        raise ValueError(f"nothing is needed by {pattern.pattern!r}")
    return found


def one_of_exactly(words: Iterable[str]) -> str:
    """Return the pattern of `lexemes.one_of` for words as they are, folded or not to be folded."""
    return _branch(sorted({word for word in words if word}))


def _branch(words: list[str]) -> str:
    """Return a pattern for sorted words; an empty word makes what follows optional."""
    groups: dict[str, list[str]] = {}
    for word in words:
        if word:
            groups.setdefault(word[0], []).append(word[1:])
    parts = [re.escape(first) + _branch(rests) for first, rests in groups.items()]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    if "" not in words:
        return body
    return f"(?:{body})?"


class Gated:
    """A pattern that is tried only in stretches of a text where a word stands that it needs.

    The words are looked for once in the whole text, for all of its stretches.

    >>> asks = Gated("(?:記者|民眾).{0,9}?問")
    >>> asks.search("市長致詞。記者問", 0, 5), asks.search("市長致詞。記者問", 5, 8)
    (None, <re.Match object; span=(5, 8), match='記者問'>)
    """

    __slots__ = ("_starts", "match", "pattern")

    def __init__(self, source: str) -> None:
        self.pattern = re.compile(source)
        self.match = self.pattern.match
        words = re.compile(one_of_exactly(needed_words(self.pattern)))
        spots = re.compile(at_first_sign(words.pattern, first_signs(words)), re.DOTALL)
        self._starts = lru_cache(4)(lambda text: [spot.start() for spot in spots.finditer(text)])

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[start:end]``."""
        return self.pattern.finditer(text, start, end) if self._may(text, start, end) else iter(())

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``."""
        return self.pattern.search(text, start, end) if self._may(text, start, end) else None

    def _may(self, text: str, start: int, end: int) -> bool:
        starts = self._starts(text)
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end


def first_signs(pattern: re.Pattern[str]) -> Words:
    """Return the characters one of which all that a pattern matches begins with.

    Raises:
        ValueError: it may begin with any character.

    >>> sorted(first_signs(re.compile("(?<!全)[市縣]長|副?局長")))
    ['副', '局', '市', '縣']
    """
    found = None if pattern.flags & re.IGNORECASE else _firsts(_parsed(pattern))
    if not found or "" in found:
        raise ValueError(f"anything may begin {pattern.pattern!r}")
    return found


def at_first_sign(source: str, signs: Iterable[str]) -> str:
    """Return the source of a pattern for the first of ``signs`` of what ``source`` matches.

    The engine skips other signs without trying ``source``; dots in it match line ends, too.
    """
    return f"[{re.escape(''.join(sorted(signs)))}](?<=(?={source}).)"


def _parsed(pattern: re.Pattern[str]) -> Sequence[Any]:
    tree: Sequence[Any] = op.parse(pattern.pattern, pattern.flags)
    return tree


def _needed(parts: Iterable[Any]) -> Words | None:
    """Return the rarest words that parts in a row need."""
    best: Words | None = None
    run: Words | None = frozenset([""])
    for part in [*parts, None]:
        if part is not None and part[0] in _WIDTHLESS:
            ahead = _needed(part[1][1]) if part[0] is op.ASSERT and part[1][0] > 0 else None
            best = _better(best, ahead)
            continue
        words = None if part is None else _spelled(part)
        longer = None if words is None else _joined(run, words)
        if longer is None:
            best = _better(_better(best, run), None if part is None else _inside(part))
            longer = frozenset([""]) if words is None else words
        run = longer
    return best


_WIDTHLESS = {op.AT, op.ASSERT, op.ASSERT_NOT}
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}


def _better(one: Words | None, other: Words | None) -> Words | None:
    """Return the words that are rarer together."""
    told = [_shortest(words) for words in (one, other) if words and "" not in words]
    return min(told, key=lambda words: sum(map(_share, words)), default=None)


def _share(word: str) -> float:
    return 1.0 if word in _COMMON else _RARER ** len(word)


def _shortest(words: Words) -> Words:
    """Return words without those that hold another."""
    return frozenset(w for w in words if not any(o != w and o in w for o in words))


def _inside(part: Any) -> Words | None:
    """Return what a part needs that cannot be spelled out."""
    kind, given = part
    if kind is op.SUBPATTERN and not given[1]:
        return _needed(given[3])
    if kind is op.ATOMIC_GROUP:
        return _needed(given)
    if kind in _REPEATS and given[0] > 0:
        return _needed(given[2])
    if kind is op.BRANCH:
        return _of_each(map(_needed, given[1]))
    return None


def _spelled(part: Any) -> Words | None:
    """Return all that a part may match, if that can be told."""
    kind, given = part
    if kind is op.LITERAL:
        return frozenset([chr(given)])
    if kind is op.IN:
        return _of_class(given)
    if kind is op.SUBPATTERN and not given[1]:
        return _row(given[3])
    if kind is op.BRANCH:
        return _of_each(map(_row, given[1]))
    if kind in _REPEATS and given[:2] == (0, 1):
        once = _row(given[2])
        return None if once is None else once | {""}
    return None


def _of_each(ways: Iterable[Words | None]) -> Words | None:
    """Return the words of all ways together, None if one has none that can be told."""
    found = frozenset[str]()
    for way in ways:
        if way is None:
            return None
        found |= way
    return found


def _row(parts: Iterable[Any]) -> Words | None:
    found: Words | None = frozenset([""])
    for part in parts:
        if part[0] not in _WIDTHLESS:
            words = _spelled(part)
            found = None if words is None else _joined(found, words)
        if found is None:
            break
    return found


def _joined(ahead: Words | None, behind: Words) -> Words | None:
    if ahead is None or len(ahead) * len(behind) > _MOST_WORDS:
        return None
    return frozenset(map("".join, product(ahead, behind)))


def _of_class(given: Sequence[Any]) -> Words | None:
    """Return the characters of a class, if they are few."""
    signs: list[str] = []
    for kind, value in given:
        if kind is op.LITERAL:
            signs.append(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < _MOST_SIGNS:
            signs += map(chr, range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(signs) if len(signs) <= _MOST_SIGNS else None


def _firsts(parts: Iterable[Any]) -> Words | None:
    """Return the first characters of parts in a row; an empty one where they may match nothing."""
    found = frozenset([""])
    for kind, given in parts:
        if kind in _WIDTHLESS:
            continue
        begins = _first(kind, given)
        if begins is None:
            return None
        found = (found - {""}) | begins
        if "" not in begins:
            return found
    return found


def _first(kind: Any, given: Any) -> Words | None:
    if kind is op.LITERAL:
        return frozenset([chr(given)])
    if kind is op.IN:
        return _of_class(given)
    if kind is op.SUBPATTERN and not given[1]:
        return _firsts(given[3])
    if kind is op.ATOMIC_GROUP:
        return _firsts(given)
    if kind in _REPEATS:
        once = _firsts(given[2])
        return once if once is None or given[0] else once | {""}
    if kind is op.BRANCH:
        return _of_each(map(_firsts, given[1]))
    return None

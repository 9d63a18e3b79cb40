"""The transliteration channel: what it costs to read a Latin name for a Chinese one.

Contract: integer arithmetic in a fixed order.  A cost is -1000 log P(Latin | Chinese).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.places.channel_table import decode_table, split_reading
from pipeline.places.name_tree import ROOT, NameTree

# Most letters one character stands for.
LONGEST = 6
# A character that stands for no letters, and a letter that no character stands for.
_SILENT = 6_000
_EXTRA = 1_800
# A character never seen in training: cost at first, and of each letter it may stand for.
_UNSEEN_COST = 3_000
_ANY = 1_200
# A part that is translated, not spelled by sound; and a word that joins it to the other parts.
_TRANSLATED = 1_500
_JOINED = 600
_JOINS = ("de", "del", "dela", "do", "da", "dos", "das", "of", "la", "el", "the", "am", "an", "der")
_NEVER = 1 << 30
# Letters that a reading makes this unlikely are left out (P < 0.004).
_UNLIKELY = 5_500


@dataclass(frozen=True, slots=True)
class Width:
    """How widely spellings are searched.

    Attributes:
        states: so many are kept after each character.
        behind: states that cost this much more than the best are given up.
        extra: so many letters no character stands for may follow each.
    """

    states: int
    behind: int
    extra: int


NARROW = Width(250, 9_000, 1)
WIDE = Width(300, 10_500, 2)


class Channel:
    """Scores Latin names as spellings of a Chinese name.

    Args:
        data: a file made by `encode_table`.
        words: what parts of names mean: folded Chinese word -> Latin words without spaces.

    Raises:
        ConfigError: the file is of another kind or version.
    """

    def __init__(self, data: bytes, words: Mapping[str, tuple[str, ...]]) -> None:
        self._spelled, self._initials, self._finals, self._readings = decode_table(data)
        self._words = words
        self._longest = max(map(len, words), default=0)
        self._emits: dict[str, _Emitted] = {}
        self._means: dict[str, _Emitted] = {}

    def costs(self, han: str, names: NameTree, width: Width = WIDE) -> dict[str, int]:
        """Return the cost of every name in ``names`` that can spell ``han``.

        Args:
            han: folded Chinese name.
            names: Latin names without spaces.
            width: how widely to search.
        """
        # States after each character: tree nodes with their costs, cheapest first.
        reached: list[dict[int, int]] = [{ROOT: 0}, *({} for _ in han)]
        for index, character in enumerate(han):
            states = reached[index] = _best(reached[index], width.states)
            worst = min(states.values(), default=0) + width.behind
            for end, means in self._translated(han, index):
                _spell(reached[end], names, states, means, worst)
            emitted = self._emitted(character)
            following = reached[index + 1]
            _spell(following, names, states, emitted or _UNSEEN, worst)
            for _ in range(width.extra if emitted else 3):
                following = reached[index + 1] = _best(following, width.states)
                _add_letters(following, names, _EXTRA if emitted else _ANY, worst)
        found = _best(reached[-1], width.states)
        return {names.name(node): cost for node, cost in found.items() if names.is_name(node)}

    def _emitted(self, character: str) -> _Emitted | None:
        known = character in self._spelled or character in self._readings
        if known and character not in self._emits:
            self._emits[character] = _Emitted(_SILENT)
            for letters, cost in self._costs_of(character).items():
                self._emits[character].add(letters, cost)
        return self._emits.get(character)

    def _costs_of(self, character: str) -> dict[str, int]:
        """Return the letters a character may stand for, as seen or as its reading tells."""
        costs = dict(self._spelled.get(character, ()))
        reading, weight = self._readings.get(character, ("", _NEVER))
        initial, final = split_reading(reading)
        for first, cost in self._initials.get(initial, {}).items():
            for rest, more in self._finals.get(final, {}).items():
                total = cost + more
                if total <= _UNLIKELY and len(first + rest) <= LONGEST:
                    costs[first + rest] = min(costs.get(first + rest, _NEVER), total + weight)
        return costs

    def _translated(self, han: str, index: int) -> Iterator[tuple[int, _Emitted]]:
        """Yield where the words at ``index`` end, and how they are translated."""
        for end in range(index + 1, min(index + self._longest, len(han)) + 1):
            word = han[index:end]
            if word in self._words:
                if word not in self._means:
                    self._means[word] = _meaning(self._words[word])
                yield end, self._means[word]


def _best(states: dict[int, int], most: int) -> dict[int, int]:
    """Return the cheapest states, in order of cost."""
    found = sorted(zip(states.values(), states, strict=True))
    return {node: cost for cost, node in found[:most]}


class _Emitted:
    """The letters a character may stand for, as a tree: cost of ending here, least cost ahead."""

    __slots__ = ("ahead", "cost", "least")

    def __init__(self, cost: int) -> None:
        self.cost = self.least = cost
        self.ahead: dict[str, _Emitted] = {}

    def add(self, letters: str, cost: int) -> None:
        node = self
        for letter in letters:
            node.least = min(node.least, cost)
            node = node.ahead.setdefault(letter, _Emitted(_NEVER))
        node.cost = min(node.cost, cost) if node is not self else cost
        node.least = min(node.least, cost)


_UNSEEN = _Emitted(_UNSEEN_COST)


def _meaning(words: tuple[str, ...]) -> _Emitted:
    """Return the ways a translated part is read: puerto, puertode, delpuerto."""
    read = _Emitted(_NEVER)
    for word in words:
        read.add(word, _TRANSLATED)
        for join in _JOINS:
            read.add(word + join, _TRANSLATED + _JOINED)
            read.add(join + word, _TRANSLATED + _JOINED)
    return read


def _spell(
    following: dict[int, int],
    names: NameTree,
    states: Mapping[int, int],
    emitted: _Emitted,
    worst: int,
) -> None:
    """Add what is reached from ``states``, which are in order of cost, by some letters."""
    for node, cost in states.items():
        if cost + emitted.least > worst:
            break
        _follow(following, names, node, emitted, cost, worst)


def _follow(
    states: dict[int, int],
    names: NameTree,
    start: int,
    emitted: _Emitted,
    cost: int,
    worst: int,
) -> None:
    """Add the states reached from ``start`` by the letters of one character or word."""
    stack = [(start, emitted)]
    while stack:
        node, letters = stack.pop()
        rest = names.only_name(node)
        if rest is not None:
            _follow_name(states, node, rest, letters, cost, worst)
            continue
        total = cost + letters.cost
        if total <= worst and total < states.get(node, _NEVER):
            states[node] = total
        if letters.ahead:
            ahead = names.ahead(node)
            for letter, more in letters.ahead.items():
                if letter in ahead and cost + more.least <= worst:
                    stack.append((ahead[letter], more))


def _follow_name(
    states: dict[int, int], node: int, rest: str, letters: _Emitted, cost: int, worst: int
) -> None:
    """Like `_follow` where a single name is left."""
    for letter in rest:
        total = cost + letters.cost
        if total <= worst and total < states.get(node, _NEVER):
            states[node] = total
        more = letters.ahead.get(letter)
        if more is None:
            return
        letters = more
        node += 1
    total = cost + letters.cost
    if total <= worst and total < states.get(node, _NEVER):
        states[node] = total


def _add_letters(states: dict[int, int], names: NameTree, more: int, worst: int) -> None:
    """Let each state read one letter that no character stands for."""
    for node, cost in list(states.items()):
        total = cost + more
        if total > worst:
            return  # in order of cost
        for longer in names.ahead(node).values():
            if total < states.get(longer, _NEVER):
                states[longer] = total

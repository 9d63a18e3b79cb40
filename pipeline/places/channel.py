"""The transliteration channel: which city's Latin name a Chinese name spells.

Contract: integer arithmetic in a fixed order.  A cost is -1000 log P(Latin | Chinese); the score of
a candidate also weighs its population.
"""

from __future__ import annotations

import json
import math
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.errors import ConfigError
from pipeline.places.forms import orders, shorter_spellings
from pipeline.places.gazetteer import Gazetteer

MAGIC = b"SUMMIT-CHANNEL-1\n"
# Most letters one character stands for.
LONGEST = 6
# A character that stands for no letters, and a letter that no character stands for.
_SILENT = 6_000
_EXTRA = 1_800
# A character never seen in training: cost at first, and of each letter it may stand for.
_UNSEEN_COST = 3_000
_ANY = 1_200
_BEAM = 500
# States that cost this much more than the best are given up.
_BEHIND = 15_000
_POPULATION = 700
# Parts spelled in another order.
_REORDERED = 1_500
# A part of the Latin name stands for all of it.
_SHORTER = 1_500
_NEVER = 1 << 30
# Over the whole world only cities of this size are candidates.
_LARGE = 15_000


def encode_table(model: Mapping[str, Mapping[str, float]]) -> bytes:
    """Return the file of a trained model."""
    table = {
        character: {letters: round(-1000 * math.log(p)) for letters, p in sorted(emitted.items())}
        for character, emitted in sorted(model.items())
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return MAGIC + zlib.compress(text.encode(), 9)


@dataclass(frozen=True, slots=True)
class Guess:
    """A candidate city: row of the gazetteer, cost of the spelling, score with its population."""

    row: int
    cost: int
    score: int


class Channel:
    """Scores Latin names as spellings of a Chinese name.

    Args:
        data: a file made by `encode_table`.

    Raises:
        ConfigError: the file is of another kind or version.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            advice = "train it again: python -m pipeline.places.train"
            raise ConfigError("transliteration table", "not a table of this version", advice)
        self._table: dict[str, dict[str, int]] = json.loads(zlib.decompress(data[len(MAGIC) :]))
        self._emits: dict[str, _Emitted] = {}

    def costs(self, han: str, names: NameTree) -> dict[str, int]:
        """Return the cost of every name in ``names`` that can spell ``han``.

        Args:
            han: folded Chinese name.
            names: Latin names without spaces.
        """
        states: dict[_Node, int] = {names.root: 0}
        for character in han:
            emitted = self._emitted(character)
            worst = min(states.values(), default=0) + _BEHIND
            following: dict[_Node, int] = {}
            spelled = emitted or _UNSEEN
            for node, cost in states.items():
                if cost + spelled.least > worst:
                    break  # the states are in order of cost
                _follow(following, names, node, spelled, cost, worst)
            states = _best(following)
            for _ in range(1 if emitted else 3):
                _add_letters(states, names, _EXTRA if emitted else _ANY, worst)
            states = _best(states)
        return {names.name(node): cost for node, cost in states.items() if names.is_name(node)}

    def _emitted(self, character: str) -> _Emitted | None:
        if character not in self._emits and character in self._table:
            emitted = _Emitted(_SILENT)
            for letters, cost in self._table[character].items():
                emitted.add(letters, cost)
            self._emits[character] = emitted
        return self._emits.get(character)


def _best(states: dict[_Node, int]) -> dict[_Node, int]:
    """Return the cheapest states, in order of cost."""
    found = sorted(states.items(), key=lambda item: (item[1], item[0].low, item[0].depth))
    return dict(found[:_BEAM])


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
        node.cost = cost
        node.least = min(node.least, cost)


_UNSEEN = _Emitted(_UNSEEN_COST)


@dataclass(slots=True, eq=False)
class _Node:
    """The names with one beginning: rows low..high of the sorted names, letters read so far."""

    low: int
    high: int
    depth: int
    ahead: dict[str, _Node] | None = None


class NameTree:
    """Sorted Latin names as a tree of letters that grows where it is walked.

    Args:
        names: sorted names, no two equal.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self.root = _Node(0, len(names), 0)

    def ahead(self, node: _Node) -> dict[str, _Node]:
        """Return the nodes one letter further."""
        if node.ahead is None:
            node.ahead = dict(self._split(node))
        return node.ahead

    def _split(self, node: _Node) -> Iterator[tuple[str, _Node]]:
        names, depth = self._names, node.depth
        low = node.low + self.is_name(node)
        while low < node.high:
            letter = names[low][depth]
            high = bisect_left(names, names[low][: depth + 1] + "\x7f", low, node.high)
            yield letter, _Node(low, high, depth + 1)
            low = high

    def is_name(self, node: _Node) -> bool:
        """Whether a name ends here."""
        return node.low < node.high and len(self._names[node.low]) == node.depth

    def name(self, node: _Node) -> str:
        """Return the letters read so far."""
        return self._names[node.low][: node.depth]


def _follow(
    states: dict[_Node, int],
    names: NameTree,
    start: _Node,
    emitted: _Emitted,
    cost: int,
    worst: int,
) -> None:
    """Add the states reached from ``start`` by the letters of one character."""
    stack = [(start, emitted)]
    while stack:
        node, letters = stack.pop()
        total = cost + letters.cost
        if total <= worst and total < states.get(node, _NEVER):
            states[node] = total
        if not letters.ahead:
            continue
        ahead = node.ahead if node.ahead is not None else names.ahead(node)
        for letter, more in letters.ahead.items():
            if cost + more.least <= worst and letter in ahead:
                stack.append((ahead[letter], more))


def _add_letters(states: dict[_Node, int], names: NameTree, more: int, worst: int) -> None:
    """Let each state read one letter that no character stands for."""
    for node, cost in list(states.items()):
        total = cost + more
        if total > worst:
            continue
        for longer in names.ahead(node).values():
            if total < states.get(longer, _NEVER):
                states[longer] = total


# Guesses kept: the cities a corpus tells of come again in many documents.
_KNOWN = 1000


class Speller:
    """Finds the cities of a country that a Chinese name may spell.

    Args:
        data: a file made by `encode_table`; unpacked on first use.
        gazetteer: the cities.
    """

    def __init__(self, data: bytes, gazetteer: Gazetteer) -> None:
        self._data = data
        self._gazetteer = gazetteer
        self._names: dict[str | None, tuple[NameTree, dict[str, dict[int, int]]]] = {}
        self._known: dict[tuple[str, str | None], list[Guess]] = {}

    @cached_property
    def _channel(self) -> Channel:
        return Channel(self._data)

    def guesses(self, han: str, country: str | None) -> list[Guess]:
        """Return the candidates for a folded Chinese name, best first.

        Args:
            han: folded Chinese name.
            country: where it lies; None: the larger cities of the world.
        """
        if (han, country) not in self._known:
            if len(self._known) > _KNOWN:
                self._known.clear()
            self._known[han, country] = self._guess(han, country)
        return self._known[han, country]

    def _guess(self, han: str, country: str | None) -> list[Guess]:
        names, bearers = self._names_of(country)
        best: dict[int, Guess] = {}
        for number, order in enumerate(orders(han)):
            for name, spelled in self._channel.costs(order, names).items():
                for row, more in bearers[name].items():
                    cost = spelled + more + (_REORDERED if number else 0)
                    guess = Guess(row, cost, weigh(cost, self._gazetteer.populations[row]))
                    if row not in best or guess.score > best[row].score:
                        best[row] = guess
        return sorted(best.values(), key=lambda guess: (-guess.score, guess.row))

    def _names_of(self, country: str | None) -> tuple[NameTree, dict[str, dict[int, int]]]:
        """Return the Latin names of a country, each with its rows and what it costs beside."""
        if country not in self._names:
            bearers: dict[str, dict[int, int]] = {}
            for row in self._candidates(country):
                names = self._gazetteer.latin_names(row)
                for name in names:
                    bearers.setdefault(name.replace(" ", ""), {})[row] = 0
                for name in names:
                    for shorter in sorted(shorter_spellings(name)):
                        bearers.setdefault(shorter, {}).setdefault(row, _SHORTER)
            self._names[country] = NameTree(sorted(bearers)), bearers
        return self._names[country]

    def _candidates(self, country: str | None) -> Iterable[int]:
        if country is not None:
            return self._gazetteer.in_country(country)
        populations = self._gazetteer.populations
        return (row for row, size in enumerate(populations) if size >= _LARGE)


def weigh(cost: int, population: int) -> int:
    """Return the score of a candidate: likelier spelling and larger city count for it."""
    return round(_POPULATION * math.log(population + 300)) - cost

"""The transliteration channel: which city's Latin name a Chinese name spells.

Contract: integer arithmetic in a fixed order.  A cost is -1000 log P(Latin | Chinese); the score of
a candidate also weighs its population.
"""

from __future__ import annotations

import json
import math
import zlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.errors import ConfigError
from pipeline.places.gazetteer import Gazetteer

MAGIC = b"SUMMIT-CHANNEL-1\n"
# Most letters one character stands for.
LONGEST = 6
# A character that stands for no letters, and a letter that no character stands for.
_SILENT = 6_000
_EXTRA = 4_500
# A character never seen in training: cost at first, and of each letter it may stand for.
_UNSEEN = (("", 3_000),)
_ANY = 1_200
_BEAM = 150
# States that cost this much more than the best are given up.
_BEHIND = 10_000
_POPULATION = 600


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
        table = json.loads(zlib.decompress(data[len(MAGIC) :]))
        self._emits: dict[str, list[tuple[str, int]]] = {
            character: sorted({"": _SILENT, **emitted}.items(), key=lambda item: (item[1], item[0]))
            for character, emitted in table.items()
        }

    def costs(self, han: str, names: Sequence[str]) -> dict[str, int]:
        """Return the cost of every name in the sorted list ``names`` that can spell ``han``.

        Args:
            han: folded Chinese name.
            names: sorted Latin names without spaces.
        """
        states = {"": (0, 0, len(names))}
        for character in han:
            emitted = self._emits.get(character)
            following: dict[str, tuple[int, int, int]] = {}
            worst = min((state[0] for state in states.values()), default=0) + _BEHIND
            for prefix, (cost, low, high) in states.items():
                for letters, more in emitted or _UNSEEN:
                    if cost + more > worst:
                        break
                    _step(following, names, prefix + letters, cost + more, low, high)
            for _ in range(1 if emitted else 3):
                _add_letters(following, names, _EXTRA if emitted else _ANY)
            best = sorted(following.items(), key=lambda item: (item[1][0], item[0]))[:_BEAM]
            states = dict(best)
        found: dict[str, int] = {}
        for prefix, (cost, low, _) in states.items():
            if low < len(names) and names[low] == prefix:
                found[prefix] = cost
        return found


def _step(
    states: dict[str, tuple[int, int, int]],
    names: Sequence[str],
    prefix: str,
    cost: int,
    low: int,
    high: int,
) -> None:
    """Add a state if some name begins with ``prefix``."""
    known = states.get(prefix)
    if known is not None:
        if cost < known[0]:
            states[prefix] = (cost, known[1], known[2])
        return
    first = bisect_left(names, prefix, low, high)
    if first < high and names[first].startswith(prefix):
        last = bisect_left(names, prefix + "\x7f", first, high)
        states[prefix] = (cost, first, last)


def _add_letters(states: dict[str, tuple[int, int, int]], names: Sequence[str], more: int) -> None:
    """Let each state read one letter that no character stands for."""
    for prefix, (cost, low, high) in list(states.items()):
        position = low
        while position < high:
            name = names[position]
            if len(name) == len(prefix):
                position += 1
                continue
            longer = name[: len(prefix) + 1]
            _step(states, names, longer, cost + more, position, high)
            position = bisect_left(names, longer + "\x7f", position, high)


class Speller:
    """Finds the cities of a country that a Chinese name may spell.

    Args:
        data: a file made by `encode_table`; unpacked on first use.
        gazetteer: the cities.
    """

    def __init__(self, data: bytes, gazetteer: Gazetteer) -> None:
        self._data = data
        self._gazetteer = gazetteer
        self._names: dict[str, tuple[list[str], dict[str, list[int]]]] = {}

    @cached_property
    def _channel(self) -> Channel:
        return Channel(self._data)

    def guesses(self, han: str, country: str) -> list[Guess]:
        """Return the candidates for a folded Chinese name, best first."""
        names, rows = self._names_of(country)
        best: dict[int, Guess] = {}
        for name, cost in self._channel.costs(han, names).items():
            for row in rows[name]:
                guess = Guess(row, cost, weigh(cost, self._gazetteer.populations[row]))
                if row not in best or guess.score > best[row].score:
                    best[row] = guess
        return sorted(best.values(), key=lambda guess: (-guess.score, guess.row))

    def _names_of(self, country: str) -> tuple[list[str], dict[str, list[int]]]:
        if country not in self._names:
            rows: dict[str, list[int]] = {}
            for row in self._gazetteer.in_country(country):
                spelled = (name.replace(" ", "") for name in self._gazetteer.latin_names(row))
                for name in dict.fromkeys(spelled):
                    rows.setdefault(name, []).append(row)
            self._names[country] = (sorted(rows), rows)
        return self._names[country]


def weigh(cost: int, population: int) -> int:
    """Return the score of a candidate: likelier spelling and larger city count for it."""
    return round(_POPULATION * math.log(population + 300)) - cost

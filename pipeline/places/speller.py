"""Find the cities whose Latin name a Chinese name may spell.

Contract: as `channel`; the score of a candidate also weighs its population.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.places.channel import NARROW, WIDE, Channel, Width
from pipeline.places.forms import base_of, orders, shorter_spellings
from pipeline.places.gazetteer import Gazetteer
from pipeline.places.name_tree import NameTree

_POPULATION = 700
# Parts spelled in another order.
_REORDERED = 1_500
# A name spelled this well, for each character, is not searched more widely nor in other orders.
_WELL = 1_300
# A part of the Latin name stands for all of it.
_SHORTER = 1_500
# Over the whole world only cities of this size are candidates.
_LARGE = 15_000


@dataclass(frozen=True, slots=True)
class Guess:
    """A candidate city: row of the gazetteer, cost of the spelling, score with its population."""

    row: int
    cost: int
    score: int


# Guesses kept: the cities a corpus tells of come again in many documents.
_KNOWN = 1000


class Speller:
    """Finds the cities of a country that a Chinese name may spell.

    Args:
        data: a file made by `encode_table`; unpacked on first use.
        gazetteer: the cities.
        words: what parts of names mean (see `Channel`).
    """

    def __init__(
        self, data: bytes, gazetteer: Gazetteer, words: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._data = data
        self.words = words
        self._gazetteer = gazetteer
        self._names: dict[str | None, tuple[NameTree, dict[str, dict[int, int]]]] = {}
        self._known: dict[tuple[str, str | None], list[Guess]] = {}

    @cached_property
    def _channel(self) -> Channel:
        return Channel(self._data, self.words)

    def guesses(self, han: str, country: str | None) -> list[Guess]:
        """Return the candidates for a folded Chinese name, best first.

        Args:
            han: folded Chinese name; its ending (市) is left out, or translated where that helps.
            country: where it lies; None: the larger cities of the world.
        """
        if (han, country) not in self._known:
            if len(self._known) > _KNOWN:
                self._known.clear()
            self._known[han, country] = self._guess(han, country)
        return self._known[han, country]

    def _guess(self, han: str, country: str | None) -> list[Guess]:
        best: dict[int, Guess] = {}
        self._add(best, base_of(han), country, NARROW, 0)
        if all(guess.cost > _WELL * len(base_of(han)) for guess in best.values()):
            for number, order in enumerate(self._orders(han)):
                self._add(best, order, country, WIDE, _REORDERED if number else 0)
        return sorted(best.values(), key=lambda guess: (-guess.score, guess.row))

    def _add(
        self, best: dict[int, Guess], han: str, country: str | None, width: Width, more: int
    ) -> None:
        """Add the candidates for one order of a name, or better spellings of those there."""
        names, bearers = self._names_of(country)
        for name, spelled in self._channel.costs(han, names, width).items():
            for row, beside in bearers[name].items():
                cost = spelled + beside + more
                guess = Guess(row, cost, weigh(cost, self._gazetteer.populations[row]))
                if row not in best or guess.score > best[row].score:
                    best[row] = guess

    def _orders(self, han: str) -> list[str]:
        """Return a name and the orders of its parts; a translated word may stand at either end."""
        base = base_of(han)
        found = orders(base)
        for size in range(2, len(base)):
            if base[:size] in self.words:
                found.append(base[size:] + base[:size])
            if base[-size:] in self.words:
                found.append(base[-size:] + base[:-size])
        if base != han and han[len(base) :] in self.words:
            found.append(han)
        return list(dict.fromkeys(found))

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

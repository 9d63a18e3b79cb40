"""Weigh what a quantity may count or measure, and choose the stretch that most speaks for.

Contract: a sum of integer weights (``config/measured_model.csv``, hundredths of a logarithm of
odds, trained by ``bench.measures``), so that the choice is the same on every machine; of equals
the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any

from pipeline.recognizers.quantities import clues
from pipeline.recognizers.quantities.clauses import Span

# So many weights of each sort of features are kept at most.
_MOST_KEPT = 1 << 15
# So many words are tried as the end of a stretch.
_MOST_ENDS = 4
# What speaks for the stretches that end or begin with a word; its index and place.
End = tuple[Any, int, str]


@dataclass(slots=True)
class Options:
    """Stretches, and what speaks for each.

    Attributes:
        spans: the stretches.
        sums: for each what its features weigh.
    """

    spans: list[Span] = field(default_factory=list)
    sums: list[Any] = field(default_factory=list)


class Measures:
    """What each feature of a stretch tells; what weighs can be added.

    Args:
        weights: hundredths of a logarithm of odds by feature.
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.weights = weights
        # What stands around a number, and what it weighs of stretches at each place.
        self._places: dict[str, list[tuple[str, int]]] = {}
        for feature, weight in weights.items():
            place, _, one = feature.partition(" ")
            self._places.setdefault(one, []).append((place, weight))
        self._figure = lru_cache(_MOST_KEPT)(self._weigh_figure)
        self.unit, self.told = self._known(clues.of_unit), self._known(clues.of_told)
        self.left_word = self._known(clues.of_left_word)
        self.counted = self._known(clues.of_counted)
        self.left_way = self._known(clues.of_left_way)
        self.left_inside = self._known(clues.of_left_inside)
        self.left_tag = self._known(clues.of_left_tag)
        self.left_next = self._known(clues.of_left_next)
        self.left_tags = self._known(clues.of_left_tags)
        self.left_forms = self._known(clues.of_left_forms)
        self.left_begin = self._known(clues.of_left_begin)
        self.left_begin_tags = self._known(clues.of_left_begin_tags)
        self.right_way = self._known(clues.of_right_way)
        self.right_word = self._known(clues.of_right_word)
        self.right_forms = self._known(clues.of_right_forms)
        self.right_end = self._known(clues.of_right_end)
        self.pattern, self.size = self._known(clues.of_pattern), self._known(clues.of_size)

    def _known(self, features: Callable[..., Sequence[str]]) -> Callable[..., Any]:
        """Return what features weigh, kept by all that they look at."""
        return lru_cache(_MOST_KEPT)(lambda *given: self.weigh(features(*given)))

    def weigh(self, features: Sequence[str]) -> Any:
        """Return the sum of the weights of features."""
        return sum(filter(None, map(self.weights.get, features)))

    def scene(self, figure: tuple[str, ...], around: Sequence[str]) -> Mapping[str, Any]:
        """Return what a number and all that stands around it weigh, by the place of a stretch.

        Args:
            figure: what is told of the number itself, the same for many.
            around: what stands around it.
        """
        found = self._figure(figure).copy()
        for one in around:
            for place, weight in self._places.get(one, ()):
                found[place] += weight
        return found

    def _weigh_figure(self, figure: tuple[str, ...]) -> defaultdict[str, int]:
        found: defaultdict[str, int] = defaultdict(int)
        for one in figure:
            for place, weight in self._places.get(one, ()):
                found[place] += weight
        return found

    def foremost(self, ends: Sequence[End]) -> Sequence[End]:
        """Return the ends of stretches that most speaks for."""
        if len(ends) <= _MOST_ENDS:
            return ends
        return sorted(ends, key=itemgetter(0), reverse=True)[:_MOST_ENDS]

    def choose(self, text: str, number: Span, options: Options) -> Span | None:
        """Return the stretch that a quantity measures, None if there is none to choose from.

        Args:
            text: the text.
            number: span of the quantity in it.
            options: the stretches.
        """
        if not options.spans:
            return None
        sums = options.sums
        return options.spans[sums.index(max(sums))]


def build_measures(rows: Iterable[Mapping[str, str]]) -> Measures:
    """Build the model from the rows of ``measured_model.csv``: a weight, and features of it.

    >>> build_measures([{"weight": "120", "features": "Lc率r|L0tn"}]).weights
    {'Lc率r': 120, 'L0tn': 120}
    """
    return Measures(
        {feature: int(row["weight"]) for row in rows for feature in row["features"].split("|")}
    )

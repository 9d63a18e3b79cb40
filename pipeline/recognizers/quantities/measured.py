"""Weigh what a quantity may count or measure, and choose the stretch that most speaks for.

Contract: a sum of integer weights (``config/measured_model.csv``, hundredths of a logarithm of
odds, trained by ``bench.measures``), so that the choice is the same on every machine; of equals
the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.recognizers.quantities.clauses import Span

# So many groups of features are kept at most.
_MOST_KEPT = 1 << 17
# So many words are tried as the end of a stretch.
_MOST_ENDS = 4
# What speaks for stretches with a word at their end, and that word.
End = tuple[list[Any], tuple[int, str]]


@dataclass(slots=True)
class Options:
    """Stretches, and what speaks for each.

    Attributes:
        spans: the stretches.
        groups: for each the weighed groups of its features.
    """

    spans: list[Span] = field(default_factory=list)
    groups: list[Sequence[Any]] = field(default_factory=list)


class Measures:
    """What each feature of a stretch tells.

    Args:
        weights: hundredths of a logarithm of odds by feature.
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.weights = weights
        self._kept: dict[tuple[Any, ...], Any] = {}

    def weigh(self, features: Sequence[str]) -> Any:
        """Return the sum of the weights of features."""
        return sum(filter(None, map(self.weights.get, features)))

    def known(self, clues: Callable[..., Sequence[str]], *given: object) -> Any:
        """Return what the clues weigh that a function finds; what it is given tells all of them."""
        key = clues, *given
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self.weigh(clues(*given))
        return found

    def foremost(self, ends: Sequence[End]) -> Sequence[End]:
        """Return the ends of stretches that most speaks for."""
        if len(ends) <= _MOST_ENDS:
            return ends
        return sorted(ends, key=_sum_of, reverse=True)[:_MOST_ENDS]

    def choose(self, text: str, number: Span, options: Options) -> Span | None:
        """Return the stretch that a quantity measures, None if there is none to choose from.

        Args:
            text: the text.
            number: span of the quantity in it.
            options: the stretches.
        """
        if not options.spans:
            return None
        sums = list(map(sum, options.groups))
        return options.spans[sums.index(max(sums))]


def _sum_of(end: End) -> int:
    return sum(end[0])


def build_measures(rows: Iterable[Mapping[str, str]]) -> Measures:
    """Build the model from the rows of ``measured_model.csv``: a weight, and features of it.

    >>> build_measures([{"weight": "120", "features": "Lc率r|L0tn"}]).weights
    {'Lc率r': 120, 'L0tn': 120}
    """
    return Measures(
        {feature: int(row["weight"]) for row in rows for feature in row["features"].split("|")}
    )

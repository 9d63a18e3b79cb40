"""Learn from annotated documents what words tell of domains beyond everything else that tells.

Contract: weights are those of the features of `language.theme_model`, by domain, and are added to
the odds that keywords and the model of the written examples give.

Method: multinomial logistic regression of the domains against none, above those odds, with a
quadratic penalty, by gradient descent with adaptive steps (Kingma and Ba, 2015).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_LEAST_SEEN = 4
_PENALTY = 10.0
_STEPS, _STRIDE = 60, 0.05
# Weights are rounded to this; what rounds to nothing is left out.
_GRAIN = 0.04


@dataclass(frozen=True, slots=True)
class Taught:
    """What words tell: the place of each feature, and weights by place and domain."""

    index: Mapping[str, int]
    weights: Floats


class _Cells:
    """The features of cases as parallel arrays: case, feature, value."""

    def __init__(self, cases: Sequence[Mapping[str, float]], index: Mapping[str, int]) -> None:
        found = [
            (number, index[feature], value)
            for number, case in enumerate(cases)
            for feature, value in case.items()
            if feature in index
        ]
        self.case: Ints = np.array([cell[0] for cell in found], dtype=np.int64)
        self.feature: Ints = np.array([cell[1] for cell in found], dtype=np.int64)
        self.value: Floats = np.array([cell[2] for cell in found], dtype=np.float64)
        self.sizes = len(cases), len(index)

    def by_case(self, weights: Floats) -> Floats:
        """Return the weighted sum of the features of each case, by domain."""
        told = (self.value * own[self.feature] for own in weights.T)
        return np.stack([np.bincount(self.case, one, self.sizes[0]) for one in told], axis=1)

    def by_feature(self, missed: Floats) -> Floats:
        """Return what each feature has to do with what was missed, by domain."""
        told = (self.value * own[self.case] for own in missed.T)
        return np.stack([np.bincount(self.feature, one, self.sizes[1]) for one in told], axis=1)


def teach(cases: Sequence[Mapping[str, float]], odds: Floats, wanted: Floats) -> Taught:
    """Return what the features of cases tell beyond their odds; domains of one case share it."""
    counts = Counter(feature for case in cases for feature in case)
    known = sorted(feature for feature, count in counts.items() if count >= _LEAST_SEEN)
    index = {feature: number for number, feature in enumerate(known)}
    cells = _Cells(cases, index)
    goal = wanted / np.maximum(wanted.sum(1, keepdims=True), 1)
    weights, pace, spread = (np.zeros((len(known), wanted.shape[1])) for _ in range(3))
    for step in range(1, _STEPS + 1):
        powers = np.exp(odds + cells.by_case(weights))
        missed = powers / (1 + powers.sum(1, keepdims=True)) - goal
        slope = cells.by_feature(missed) + _PENALTY * weights
        pace = 0.9 * pace + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        stride = _STRIDE * (1 - (step - 1) / _STEPS) / (1 - 0.9**step)
        weights = weights - stride * pace / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return Taught(index, _GRAIN * np.round(weights / _GRAIN))


def weigh(cases: Sequence[Mapping[str, float]], taught: Taught) -> Floats:
    """Return what is to be added to the odds of each domain."""
    return _Cells(cases, taught.index).by_case(taught.weights)


def rows(taught: Taught, themes: Sequence[str], share: int) -> dict[tuple[str, int], list[str]]:
    """Return the features by domain and weight (hundredths), of which ``share`` percent count."""
    found: dict[tuple[str, int], list[str]] = {}
    for feature, number in taught.index.items():
        for theme, weight in zip(themes, taught.weights[number], strict=True):
            rounded = round(100 * 100 / share * float(weight))
            if rounded:
                found.setdefault((theme, rounded), []).append(feature)
    return found

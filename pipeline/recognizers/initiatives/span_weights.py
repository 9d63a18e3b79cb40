"""What the features of names without quotation marks weigh.

Contract: `unmarked` tells the features of a span; weights (``config/unmarked_model.csv``) are
integers, and a feature without one weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpanWeights:
    """What each feature adds to the odds of a name, in hundredths of their logarithm."""

    weights: Mapping[str, int]

    def sum(self, features: Sequence[str]) -> int:
        """Return what features weigh together."""
        return sum(filter(None, map(self.weights.get, features)))


def build_span_weights(rows: Iterable[Mapping[str, str]]) -> SpanWeights:
    """Build the model from the rows of ``unmarked_model.csv``.

    >>> weights = build_span_weights([{"weight": "120", "features": "B1推 B2来推"}])
    >>> weights.sum(["B1推", "B2来推", "B1"])
    240
    """
    return SpanWeights({f: int(row["weight"]) for row in rows for f in row["features"].split(" ")})

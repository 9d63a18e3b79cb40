"""Counts of a comparison with gold, and what they make: precision, recall, F1.

Contract: counts of documents add up.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mistake:
    """One entity missed or wrongly given."""

    what: str
    kind: str
    shown: str
    detail: str = ""


@dataclass(slots=True)
class Score:
    """Counts for one type: gold entities, found ones, predictions, right ones."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another document."""
        self.gold += other.gold
        self.found += other.found
        self.predicted += other.predicted
        self.right += other.right

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold that is found."""
        return self.found / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

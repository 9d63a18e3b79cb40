"""Score what quantities are said to measure, where the gold says it.

Contract: only quantities that are found with the right value and unit are judged; a stretch counts
as the gold's if it equals one of those the gold accepts, or one contains the other and is at most
twice as long.
"""

from __future__ import annotations

from typing import Any

from pipeline.outputs import evaluate_match as match
from pipeline.outputs.evaluate_figures import Mistake, Score
from pipeline.outputs.evaluate_match import normalize
from pipeline.outputs.evaluate_score import Answer

NAME = "quantities measured"


def score_measured(gold: Answer, predicted: Answer) -> dict[str, Score]:
    """Return the score of ``quantities measured``; nothing where the gold tells no such thing."""
    wanted = [item for item in gold.get("quantities") or () if item.get("measured")]
    if not wanted:
        return {}
    given = [(match.read_entry(item), item) for item in predicted.get("quantities") or ()]
    score = Score()
    for item in wanted:
        entry = match.read_entry(item)
        stretches = [
            other.get("measured") or ""
            for one, other in given
            if one.surfaces & entry.surfaces and match.is_same_quantity(one, entry)
        ]
        if stretches:
            _count(score, item, stretches)
    return {NAME: score}


def _count(score: Score, item: dict[str, Any], stretches: list[str]) -> None:
    score.gold += 1
    score.predicted += 1
    if any(
        is_same_stretch(one, other)
        for one in stretches
        for other in match.strings(item["measured"])
    ):
        score.found += 1
        score.right += 1
        return
    shown = match.read_entry(item).shown
    detail = f"{'/'.join(stretches) or 'none'}, not {'/'.join(match.strings(item['measured']))}"
    score.mistakes.append(Mistake("WRONG", NAME, shown, detail))


def is_same_stretch(one: str, other: str) -> bool:
    """Whether two stretches are the same, or one holds the other and is at most twice as long."""
    shorter, longer = sorted((normalize(one), normalize(other)), key=len)
    return bool(shorter) and shorter in longer and len(longer) <= 2 * len(shorter)

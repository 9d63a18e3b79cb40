"""Who said what, against the stretches of a gold file's ``statements``.

Contract: a gold stretch is given by its head and tail; a predicted one stands for it if they share
at least half of all their characters and the speaker is the same person, or unnamed in both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.outputs.evaluate_figures import Mistake, Score
from pipeline.outputs.evaluate_match import normalize, normalize_latin, strings

_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A statement as a stretch of the normalized text.

    Attributes:
        start, end: where it stands.
        speakers: names of the speaker, normalized; empty if unnamed.
        cities: English names of the city spoken for, normalized; empty if none.
        shown: speaker and first characters, for reports.
    """

    start: int
    end: int
    speakers: frozenset[str]
    cities: frozenset[str]
    shown: str


def score_statements(
    gold: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]], text: str
) -> dict[str, Score]:
    """Compare stretches and speakers; ``statements linked`` the city spoken for, too.

    Args:
        gold: ``speaker``, ``city_en``, ``head`` and ``tail`` of each statement.
        given: ``speaker`` (every form of the name), ``city_en`` and ``text``.
        text: the normalized text of both.
    """
    wanted, found = _stretches(gold, text), _stretches(given, text)
    scores = {}
    for name, with_city in (("statements", False), ("statements linked", True)):
        pairs = _paired(wanted, found, with_city=with_city)
        right = set(pairs.values())
        missed = [x.shown for i, x in enumerate(wanted) if i not in pairs]
        wrong = [x.shown for j, x in enumerate(found) if j not in right]
        mistakes = [Mistake("MISS", name, shown) for shown in missed]
        mistakes += [Mistake("WRONG", name, shown) for shown in wrong]
        scores[name] = Score(len(wanted), len(pairs), len(found), len(pairs), mistakes)
    return scores


def _stretches(items: Sequence[Mapping[str, Any]], text: str) -> list[Stretch]:
    """Find statements in a normalized text, each from where the one before it began.

    An item has ``text``, or ``head`` and ``tail``; what the text does not hold is left out.
    """
    found: list[Stretch] = []
    for item in items:
        low = found[-1].start if found else 0
        span = _span(item, text, low) or _span(item, text, 0)
        if span is None:
            continue
        speakers = strings(item.get("speaker"))
        cities = (*strings(item.get("city_en")), *strings(item.get("city_en_alt")))
        shown = f"{speakers[0] if speakers else '-'}: {text[span[0] : span[0] + 12]}"
        found.append(
            Stretch(
                *span,
                frozenset(map(normalize_latin, speakers)),
                frozenset(map(normalize_latin, cities)),
                shown,
            )
        )
    return found


def _span(item: Mapping[str, Any], text: str, low: int) -> tuple[int, int] | None:
    head = normalize(item.get("text") or item.get("head") or "")
    start = text.find(head, low) if head else -1
    if start < 0:
        return None
    tail = normalize(item.get("tail") or "")
    end = text.find(tail, start) if tail else start
    return (start, end + len(tail or head)) if end >= 0 else None


def _paired(
    gold: Sequence[Stretch], given: Sequence[Stretch], *, with_city: bool
) -> dict[int, int]:
    """Return which given statement stands for which gold one, the best shared first."""
    shares = sorted(
        (-share, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(given)
        if (share := _shared(one, other)) >= _SHARED
        and _is_same_speaker(one, other)
        and (not with_city or one.cities & other.cities or not (one.cities or other.cities))
    )
    pairs: dict[int, int] = {}
    for _, i, j in shares:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _shared(one: Stretch, other: Stretch) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))


def _is_same_speaker(one: Stretch, other: Stretch) -> bool:
    return bool(one.speakers & other.speakers) or not (one.speakers or other.speakers)

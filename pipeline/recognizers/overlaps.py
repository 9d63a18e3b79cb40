"""Decide which of the overlapping claims of a page are kept.

Contract: kept claims nest or share a span, never cross; every other claim gets the reason it lost.
The result does not depend on the order of the claims.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.recognizers.page import Claim
from pipeline.records import record

# Labels in order of strength: on a conflict the earlier one stays.
_STRENGTH = {
    label: rank
    for rank, label in enumerate(
        (
            *("URL", "EVENT", "ORGANIZATION", "PERSON", "INITIATIVE"),
            *("DATE", "TITLE", "COUNTRY", "CITY", "QUANTITY"),
        )
    )
}

# What may be kept inside a kept claim.
_INSIDE = {
    "URL": frozenset[str](),
    "PERSON": frozenset[str](),
    "QUANTITY": frozenset[str](),
    "CITY": frozenset({"COUNTRY"}),
    "COUNTRY": frozenset({"CITY"}),
    "DATE": frozenset({"DATE", "QUANTITY"}),
    "TITLE": frozenset({"ORGANIZATION", "CITY", "COUNTRY"}),
    "INITIATIVE": frozenset({"CITY", "COUNTRY", "ORGANIZATION"}),
    "EVENT": frozenset({"EVENT", "DATE", "CITY", "COUNTRY"}),
}
_PUBLIC_BODY = frozenset({"CITY", "COUNTRY", "ORGANIZATION"})
_OTHER_BODY = frozenset[str]()
_PUBLIC_KINDS = frozenset({"government", "agency", "council", "ministry", "representative_office"})


@record
class Judged:
    """A claim with its recognizer and the verdict.

    Attributes:
        claim: the claim.
        recognizer: who made it.
        status: ``kept``, ``shadowed`` or ``rejected``.
        reason: why it was not kept.
    """

    claim: Claim
    recognizer: str
    status: str
    reason: str | None


class _Kept:
    """Kept claims in a grid over the text, to find those that overlap a span."""

    _CELL = 64

    def __init__(self) -> None:
        self._cells: dict[int, list[Claim]] = {}

    def rival(self, claim: Claim) -> Claim | None:
        """Return the first claim that was kept and cannot be beside another, or None."""
        start, end = claim.start, claim.end
        for cell in self._cells_of(claim):
            for kept in self._cells.get(cell, ()):
                if kept.start < end and start < kept.end and not _may_share(kept, claim):
                    return kept
        return None

    def add(self, claim: Claim) -> None:
        for cell in self._cells_of(claim):
            self._cells.setdefault(cell, []).append(claim)

    def _cells_of(self, claim: Claim) -> range:
        return range(claim.start // self._CELL, (claim.end - 1) // self._CELL + 1)


def judge(claims: Iterable[tuple[str, Claim]]) -> list[Judged]:
    """Return every (recognizer, claim) with its verdict, by position.

    A recognizer that claims one span twice under one label is heard once, with its better score.
    """
    ordered = sorted(claims, key=_rank)
    kept = _Kept()
    verdicts = []
    heard: set[tuple[str, int, int, str]] = set()
    for recognizer, claim in ordered:
        same = (recognizer, claim.start, claim.end, claim.label)
        if same in heard:
            continue
        heard.add(same)
        if claim.rejected:
            verdicts.append(Judged(claim, recognizer, "rejected", claim.rejected))
            continue
        rival = kept.rival(claim)
        if rival is None:
            kept.add(claim)
            verdicts.append(Judged(claim, recognizer, "kept", None))
        else:
            verdicts.append(Judged(claim, recognizer, "shadowed", _reason(rival, claim)))
    verdicts.sort(key=lambda v: (v.claim.start, -v.claim.end, v.claim.label, v.recognizer))
    return verdicts


def _rank(item: tuple[str, Claim]) -> tuple[bool, int, int, float, int, str, str]:
    recognizer, claim = item
    label = claim.label
    return (
        label == "INITIATIVE" and is_description(claim),
        _STRENGTH["DATE" if label == "QUANTITY" and _is_money(claim) else label],
        claim.start - claim.end,
        -claim.score,
        claim.start,
        recognizer,
        claim.rule,
    )


def _is_money(claim: Claim) -> bool:
    """Whether the claim is a sum of money: the country in 越南盾 is no mention of its own."""
    return claim.label == "QUANTITY" and getattr(claim.value, "dimension", "") == "money"


def is_description(claim: Claim) -> bool:
    """Whether the claim is a phrase that describes an initiative and may hold anything."""
    return claim.label == "INITIATIVE" and getattr(claim.value, "is_named", True) is False


def _may_share(one: Claim, other: Claim) -> bool:
    """Whether two overlapping claims may both be kept."""
    if one.start <= other.start and other.end <= one.end:
        if (one.start, one.end) == (other.start, other.end):
            return _may_hold(one, other) or _may_hold(other, one)
        return _may_hold(one, other)
    if other.start <= one.start and one.end <= other.end:
        return _may_hold(other, one)
    return False


def _may_hold(outer: Claim, inner: Claim) -> bool:
    if is_description(outer):
        return not is_description(inner)
    if outer.label == "ORGANIZATION":
        public = getattr(outer.value, "kind", "") in _PUBLIC_KINDS
        if not public and _is_from(outer, inner):
            return True
        return inner.label in (_PUBLIC_BODY if public else _OTHER_BODY)
    return inner.label in _INSIDE[outer.label]


def _is_from(outer: Claim, inner: Claim) -> bool:
    """Whether a body's name begins with the country it is from: 新加坡|淡馬錫基金會.

    A name too short without it is one with its country (日本航空); bodies at home are named so too
    (中國信託).
    """
    is_long = outer.end - inner.end >= _OWN_NAME
    return inner.rule == "country_name" and inner.start == outer.start and is_long


_OWN_NAME = 5


def _reason(rival: Claim, claim: Claim) -> str:
    if rival.start <= claim.start and claim.end <= rival.end:
        relation = "inside"
    elif claim.start <= rival.start and rival.end <= claim.end:
        relation = "around"
    else:
        relation = "crosses"
    return f"{relation} {rival.label} {rival.start}..{rival.end} ({rival.rule})"

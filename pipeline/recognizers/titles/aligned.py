"""Titles that cross the name of a body, cut or widened so that both may be kept.

Contract: pure; every other claim is returned as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from pipeline.recognizers.page import Claim

# A shorter rest of a title is none: 業務處|長.
_SHORTEST = 2
# The rule of 首席…官.
_CHIEF = "chief"


def align_titles(claims: Iterable[tuple[str, Claim]]) -> list[tuple[str, Claim]]:
    """Return the claims with titles that begin inside a body and end behind it aligned to it.

    合肥市委|書記 is cut behind the body; where body and title share a character (宏碁智通業務處|長)
    the title begins with the body.  So is one that begins inside an initiative: 節水計畫|主持人;
    but 首席數位轉型官 is no initiative.
    """
    given = list(claims)
    bodies = sorted(
        (c for _, c in given if c.label == "ORGANIZATION" and not c.rejected),
        key=lambda c: (c.start, -c.end),
    )
    covering = _covering(bodies)
    plans = _covering(c for _, c in given if c.label == "INITIATIVE" and not c.rejected)
    crossed = {
        plans[c.start]
        for _, c in given
        if c.rule == _CHIEF
        and c.start in plans
        and plans[c.start].start < c.start
        and plans[c.start].end < c.end
    }
    return [
        (name, _aligned(_behind(claim, plans), covering) if claim.label == "TITLE" else claim)
        for name, claim in given
        if not crossed or claim not in crossed
    ]


def _covering(claims: Iterable[Claim]) -> dict[int, Claim]:
    covering: dict[int, Claim] = {}
    for claim in claims:
        for at in range(claim.start, claim.end):
            covering.setdefault(at, claim)
    return covering


def _behind(title: Claim, plans: dict[int, Claim]) -> Claim:
    """Return the title without the end of an initiative it begins inside: 節水計畫|主持人."""
    plan = plans.get(title.start)
    if title.rule == _CHIEF or plan is None or plan.start == title.start:
        return title
    is_cut = title.start < plan.end <= title.end - _SHORTEST
    return dataclasses.replace(title, start=plan.end) if is_cut else title


def _aligned(title: Claim, covering: dict[int, Claim]) -> Claim:
    body = covering.get(title.start)
    if body is None or body.start == title.start or not title.start < body.end < title.end:
        return title
    is_fused = title.rule == "office_and_title" or title.end - body.end < _SHORTEST
    return dataclasses.replace(title, start=body.start if is_fused else body.end)

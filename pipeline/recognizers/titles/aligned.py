"""Titles that cross the name of a body, cut or widened so that both may be kept.

Contract: pure; every other claim is returned as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from pipeline.recognizers.page import Claim

# A shorter rest of a title is none: 業務處|長.
_SHORTEST = 2


def align_titles(claims: Iterable[tuple[str, Claim]]) -> list[tuple[str, Claim]]:
    """Return the claims with titles that begin inside a body and end behind it aligned to it.

    合肥市委|書記 is cut behind the body; where body and title share a character (宏碁智通業務處|長)
    the title begins with the body.
    """
    given = list(claims)
    bodies = sorted(
        (c for _, c in given if c.label == "ORGANIZATION" and not c.rejected),
        key=lambda c: (c.start, -c.end),
    )
    covering: dict[int, Claim] = {}
    for body in bodies:
        for at in range(body.start, body.end):
            covering.setdefault(at, body)
    return [
        (name, _aligned(claim, covering) if claim.label == "TITLE" else claim)
        for name, claim in given
    ]


def _aligned(title: Claim, covering: dict[int, Claim]) -> Claim:
    body = covering.get(title.start)
    if body is None or body.start == title.start or not title.start < body.end < title.end:
        return title
    is_fused = title.rule == "office_and_title" or title.end - body.end < _SHORTEST
    return dataclasses.replace(title, start=body.start if is_fused else body.end)

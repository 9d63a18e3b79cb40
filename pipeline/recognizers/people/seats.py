"""People in cells that tell place, office and name: 約旦/安曼 副市長 鈴木燕巢, in any order.

Contract: such a cell names somebody: where no other rule finds who, what neither its places nor
its titles cover is the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from pipeline.language.lexemes import is_han
from pipeline.recognizers.page import Claim
from pipeline.recognizers.people.columns import free_spans, names_between
from pipeline.recognizers.people.scene import ClaimIndex, Scene

_OF_PLACES = frozenset("市縣县郡州省國国區区")
# Licences of cities that leave no doubt, and that of the full names of countries.
_PLACES = frozenset(("after_country", "country_behind", "city_column", "seat", "country_name"))


def is_place(scene: Scene, claim: Claim) -> bool:
    """Whether a name is all of a place that its country or column tells: 約旦/|安曼| 副市長."""
    return any(
        one.rule in _PLACES and (one.start, one.end) == (claim.start, claim.end)
        for one in scene.offices.overlapping(claim.start, claim.end)
    )


def find_in_seats(scene: Scene, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the name of each cell of people that has a title but nobody who bears it."""
    pieces = [piece for piece in scene.page.pieces if piece.column_role == "representative"]
    named = ClaimIndex(found)
    for _, lines in groupby(pieces, key=attrgetter("block")):
        cell = list(lines)
        start, end = cell[0].start, cell[-1].end
        if named.touches(start, end) or not scene.titles.touches(start, end):
            continue
        names = [
            name
            for line in cell
            for low, high in free_spans(scene, line)
            for name in names_between(scene, low, high)
        ]
        if len(names) == 1 and _may_be_alone(scene.text[names[0].start : names[0].end]):
            yield names[0]


def _may_be_alone(name: str) -> bool:
    """Whether nothing but its place need tell a name: no place, no Latin word alone."""
    return name[-1] not in _OF_PLACES and (is_han(name[0]) or " " in name)

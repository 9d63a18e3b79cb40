"""A page as the rules for people see it: text, lexicon, and what stands where.

Contract: built once per page; look-ups cost the logarithm of the number of claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.foreign_names import is_sound
from pipeline.language.latin_names import LatinName
from pipeline.recognizers.page import Claim, Page, Piece, covered
from pipeline.recognizers.people.lexicon import PeopleLexicon

# The begin of the last part of a dotted name: 安娜·|哈桑.
_LAST_PART = re.compile("[·.=][\u3400-\u9fff]{1,7}\\Z")
_LONGEST_PART = 8


def ends_foreign(view: str, honorific: re.Match[str], low: int) -> bool:
    """Whether an honorific of one sign is the last sound of a foreign name: 安娜·哈|桑."""
    start = honorific.start()
    is_short = honorific.end() - start == 1 and is_sound(view[start])
    return is_short and _LAST_PART.search(view, max(low, start - _LONGEST_PART), start) is not None


class ClaimIndex:
    """Claims by position, to find those that overlap a span."""

    __slots__ = ("_claims", "_covered", "_longest", "_starts")

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._starts = [claim.start for claim in claims]
        self._longest = max((claim.end - claim.start for claim in claims), default=0)
        self._covered = covered(claims)

    def touches(self, start: int, end: int) -> bool:
        """Whether a claim shares a character with ``start..end``."""
        return not self._covered.isdisjoint(range(start, end))

    def overlapping(self, start: int, end: int) -> Sequence[Claim]:
        """Return the claims that share a character with ``start..end``, by position."""
        if self._covered.isdisjoint(range(start, end)):
            return ()
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end, first)
        return [claim for claim in self._claims[first:last] if claim.end > start]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules read.

    Attributes:
        page: the page.
        view, text: its folded text, and its text.
        lexicon: names, titles, verbs.
        offices: claims of places and bodies.
        titles: claims of titles.
        titled: the pieces in which a title begins, in order.
        latin: Latin names read before, by where they may begin and end.
    """

    page: Page
    view: str
    text: str
    lexicon: PeopleLexicon
    offices: ClaimIndex
    titles: ClaimIndex
    titled: Sequence[Piece]
    latin: dict[tuple[int, int], LatinName | None]

    @classmethod
    def of(cls, page: Page, lexicon: PeopleLexicon) -> Scene:
        """Index a page."""
        offices = page.of_label("CITY", "COUNTRY", "ORGANIZATION")
        titles = page.of_label("TITLE")
        indexes = ClaimIndex(offices), ClaimIndex(titles)
        titled = dict.fromkeys(piece for t in titles if (piece := page.piece_at(t.start)))
        return cls(page, page.view, page.text, lexicon, *indexes, [*titled], {})

    def touches(self, start: int, end: int) -> bool:
        """Whether a place, body or title shares a character with ``start..end``."""
        return self.titles.touches(start, end) or self.offices.touches(start, end)

    def touches_office(self, start: int, end: int) -> bool:
        """Whether a place or body shares a character with ``start..end``."""
        return self.offices.touches(start, end)

    def may_be_name(self, start: int, end: int) -> bool:
        """Whether no title and no place or body stands there but inside: 李四川, 林嘉義."""
        return not self.titles.touches(start, end) and not any(
            claim.start <= start or end < claim.end
            for claim in self.offices.overlapping(start, end)
        )

"""A page prepared for the rules on initiatives: pieces, lists and the spans of earlier claims.

Contract: lookups take code points of the page and cost a bisection.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.recognizers.page import Claim, Page, Piece


@dataclass(frozen=True, slots=True)
class InitiativeValue:
    """An initiative as its text gives it.

    Attributes:
        kind: one of ``contract.entities.INITIATIVE_KINDS``.
        is_named: the text gives it a name; else the span is a phrase that tells what is done.
        name: the span with single spaces.
    """

    kind: str
    is_named: bool
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A span that is an initiative, before it becomes a claim."""

    start: int
    end: int
    kind: str = field(compare=False)
    rule: str = field(compare=False)
    score: float = field(compare=False)
    form: str = field(default="name", compare=False)


# Labels whose spans a name may not overlap, and labels that end where a name may begin.
_TAKEN = frozenset(("URL", "EVENT", "ORGANIZATION", "PERSON"))
_PLACES = frozenset(("CITY", "COUNTRY", "ORGANIZATION"))
_PERSONS = frozenset(("PERSON", "TITLE"))
_LABELS = ("URL", "EVENT", "CITY", "COUNTRY", "ORGANIZATION", "PERSON", "TITLE")
_LIST_MARK = re.compile(
    r"\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]\s*|[A-Z]-?\d{1,2}[.、):]?\s+|[·◎●■◆◇□▪▲★*-]\s*"
)
_LIST_ROLES = frozenset({"content", "remark", "topic"})


@dataclass(slots=True)
class Scene:
    """A page with its lexicon and indexes.

    Attributes:
        page, view, lexicon: what is read.
        taken: claims a name may not overlap, by position.
        ends: claim that ends at a position, for places, bodies, people and titles.
        starts: claim of a place or body that begins at a position.
        quantities: start of the quantity that ends at a position.
    """

    page: Page
    view: str
    lexicon: InitiativeLexicon
    taken: Sequence[Claim]
    ends: dict[int, Claim]
    starts: dict[int, Claim]
    quantities: dict[int, int]
    _taken_starts: list[int] = field(default_factory=list)
    _piece_starts: list[int] = field(default_factory=list)
    _verb_starts: list[int] = field(default_factory=list)
    # Where cities begin, and where people and titles end.
    _city_starts: list[int] = field(default_factory=list)
    _person_ends: list[int] = field(default_factory=list)
    # Where the text of a stretch begins behind its mark, once asked.
    _marks: dict[tuple[int, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page, lexicon: InitiativeLexicon) -> Scene:
        """Prepare ``page``."""
        claims = page.of_label(*_LABELS)
        taken = _outermost([c for c in claims if c.label in _TAKEN])
        ends = {c.end: c for c in claims if c.label in _PLACES or c.label in _PERSONS}
        starts: dict[int, Claim] = {}
        for claim in claims:
            if claim.label in _PLACES:
                starts.setdefault(claim.start, claim)
        piece_starts = [piece.start for piece in page.pieces]
        taken_starts = [claim.start for claim in taken]
        quantities = {c.end: c.start for c in page.of_label("QUANTITY")}
        verb_starts = [start for start, _ in lexicon.verb_spots.of(page.view)]
        city_starts = [claim.start for claim in starts.values() if claim.label == "CITY"]
        person_ends = sorted(end for end, claim in ends.items() if claim.label in _PERSONS)
        found = (taken, ends, starts, quantities, taken_starts, piece_starts, verb_starts)
        return cls(page, page.view, lexicon, *found, city_starts, person_ends)

    def piece_around(self, position: int) -> Piece | None:
        """Return the piece around a position, or None."""
        index = bisect_right(self._piece_starts, position) - 1
        if index >= 0 and position < self.page.pieces[index].end:
            return self.page.pieces[index]
        return None

    def overlapping(self, start: int, end: int) -> Claim | None:
        """Return the first URL, EVENT, ORGANIZATION or PERSON claim that overlaps the span."""
        index = max(bisect_right(self._taken_starts, start) - 1, 0)
        for claim in self.taken[index:]:
            if claim.start >= end:
                break
            if claim.end > start:
                return claim
        return None

    def is_ruled_out(self, start: int, end: int) -> bool:
        """Whether a quotation is or holds something else than a name; a body may be part of it."""
        claim = self.overlapping(start, end)
        if claim is None:
            return False
        return claim.label != "ORGANIZATION" or claim.start < start or claim.end >= end

    def is_taken(self, start: int, end: int) -> bool:
        """Whether the span overlaps such a claim."""
        return self.overlapping(start, end) is not None

    def cuts_latin(self, start: int, end: int) -> bool:
        """Whether a Latin word goes on before or behind the span."""
        view = self.view
        return (start > 0 and _is_latin(view[start - 1]) and _is_latin(view[start])) or (
            end < len(view) and _is_latin(view[end]) and _is_latin(view[end - 1])
        )

    def is_listed(self, piece: Piece) -> bool:
        """Whether the piece is a list item or belongs to the content of a table row."""
        if piece.kind == "list_item" or piece.column_role in _LIST_ROLES:
            return True
        return self.without_mark(piece.start, piece.end) > piece.start

    def has_city(self, start: int, end: int) -> bool:
        """Whether a city begins in the span."""
        index = bisect_left(self._city_starts, start)
        return index < len(self._city_starts) and self._city_starts[index] < end

    def person_before(self, start: int, end: int) -> int:
        """Return where the last person or title between ``start`` and ``end`` ends, or start."""
        index = bisect_left(self._person_ends, end) - 1
        return max(start, self._person_ends[index]) if index >= 0 else start

    def without_mark(self, start: int, end: int) -> int:
        """Return where the text of a list item begins, behind its printed number."""
        known = self._marks.get((start, end))
        if known is None:
            mark = _LIST_MARK.match(self.view, start, end)
            known = self._marks[start, end] = mark.end() if mark else start
        return known

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb of doing may begin in a span that begins and ends at marks.

        A verb hidden by a longer one that begins before it is hidden in the span too.
        """
        index = bisect_left(self._verb_starts, start)
        return index < len(self._verb_starts) and self._verb_starts[index] < end

    def claims_within(self, start: int, end: int, claims: Sequence[Found]) -> list[Found]:
        """Return those of the sorted ``claims`` that overlap the span."""
        index = max(bisect_left(claims, start, key=lambda found: found.start) - 1, 0)
        result = []
        for found in claims[index:]:
            if found.start >= end:
                break
            if found.end > start:
                result.append(found)
        return result


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _outermost(claims: Sequence[Claim]) -> list[Claim]:
    result: list[Claim] = []
    for claim in claims:
        if not result or claim.end > result[-1].end:
            result.append(claim)
    return result


def spaceless(text: str) -> str:
    """Return ``text`` without white space."""
    return "".join(text.split())

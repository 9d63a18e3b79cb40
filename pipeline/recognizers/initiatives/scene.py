"""A page prepared for the rules on initiatives: pieces, lists and the spans of earlier claims.

Contract: lookups take code points of the page and cost a bisection.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from pipeline.language import views
from pipeline.language.words import number_at
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.recognizers.page import Claim, Page, Piece, covered
from pipeline.records import record

# Latin letters, as a class of a pattern holds them: those of Vietnamese, too.
LATIN_LETTERS = "A-Za-z\u00c0-\u02af\u1e00-\u1eff"


@record
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


@record
class Found:
    """A span that is an initiative, before it becomes a claim."""

    start: int
    end: int
    kind: str
    rule: str
    score: float
    form: str = "name"


by_place = attrgetter("start", "end")


# Labels whose spans a name may not overlap, and labels that end where a name may begin.
_TAKEN = frozenset(("URL", "EVENT", "ORGANIZATION", "PERSON"))
_PLACES = frozenset(("CITY", "COUNTRY", "ORGANIZATION"))
# |籌備|處, |推動|小組 is an office, too.
_UNIT = views.pattern(
    "小組(?!化)|委員會|辦公室|處(?![理置分室方所境罰女])|科(?![技學展普研目系幻班])"
)
_PERSONS = frozenset(("PERSON", "TITLE"))
_LABELS = ("URL", "EVENT", "CITY", "COUNTRY", "ORGANIZATION", "PERSON", "TITLE")
_LIST_MARK = re.compile(
    r"\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]\s*|[A-Z]-?\d{1,2}[.、):]?\s+|[·◎●■◆◇□▪▲★*-]\s*"
)
# Between clauses; one that ends in a colon only announces what follows.
_CLAUSE_MARK = re.compile(r"[,。;!?\n():]")
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
    # The verbs of doing, and where they begin; the marks between clauses.
    _verbs: list[tuple[int, int]] = field(default_factory=list)
    _verb_starts: list[int] = field(default_factory=list)
    _clause_marks: list[int] = field(default_factory=list)
    # Where cities begin, and where people and titles end.
    _city_starts: list[int] = field(default_factory=list)
    _person_ends: list[int] = field(default_factory=list)
    # Label of the claim around a position.
    _around: dict[int, str] = field(default_factory=dict)
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
        # |執行|秘書, 副|執行|長 is an office.
        titles = covered([claim for claim in claims if claim.label == "TITLE"])
        verbs = [
            spot
            for spot in lexicon.verb_spots.of(page.view)
            if spot[0] not in titles and not _UNIT.match(page.view, spot[1])
        ]
        verb_starts = [start for start, _ in verbs]
        clause_marks = [mark.start() for mark in _CLAUSE_MARK.finditer(page.view)]
        city_starts = [claim.start for claim in starts.values() if claim.label == "CITY"]
        person_ends = sorted(end for end, claim in ends.items() if claim.label in _PERSONS)
        claimed = (taken, ends, starts, quantities, taken_starts, piece_starts)
        told = (verbs, verb_starts, clause_marks)
        around = {at: c.label for c in claims for at in range(c.start, c.end)}
        return cls(
            page,
            page.view,
            lexicon,
            *claimed,
            *told,
            city_starts,
            person_ends,
            around,
        )

    def tags_of(self, tokens: Sequence[tuple[int, int]]) -> Iterator[str]:
        """Yield the tag of the word each token is part of, and which part: b, e, be or none."""
        words = self.page.words
        at = number_at(words, tokens[0][0]) if tokens else 0
        for low, high in tokens:
            while words[at][1] <= low:
                at += 1
            start, end, tag = words[at]
            if start == low:
                yield f"{tag or ''}1" if end == high else f"{tag or ''}<"
                continue
            while words[at][1] < high:
                at += 1
            yield f"{words[at][2] or ''}>" if words[at][1] == high else "-"

    def label_at(self, position: int) -> str:
        """Return the label of a claim around a position, or nothing."""
        return self._around.get(position, "")

    def cuts_place(self, start: int, end: int) -> bool:
        """Whether a word is only a part of the name of a place: 也 in 維也納."""
        claim = self.starts.get(start)
        if claim is not None:
            return claim.end > end
        return self.label_at(start) in ("CITY", "COUNTRY")

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

    def verbs_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where verbs of doing stand in a span, as a search of this span alone finds them.

        That of the page finds the same unless the span cuts one of its verbs.
        """
        low = bisect_left(self._verb_starts, start)
        high = bisect_left(self._verb_starts, end, low)
        verbs = self._verbs
        if (low and verbs[low - 1][1] > start) or (high > low and verbs[high - 1][1] > end):
            return self.lexicon.verb_spots.of(self.view, start, end)
        return verbs[low:high]

    def clauses_with_verb(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the clauses of a span in which a verb of doing begins."""
        verbs, marks = self._verb_starts, self._clause_marks
        index = bisect_left(verbs, start)
        while index < len(verbs) and verbs[index] < end:
            mark = bisect_left(marks, verbs[index])
            low = max(start, marks[mark - 1] + 1) if mark else start
            high = marks[mark] if mark < len(marks) and marks[mark] < end else end
            if high == end or self.view[high] != ":":
                yield low, high
            index = bisect_left(verbs, high, index)

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb of doing may begin in a span."""
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

"""What a recognizer sees and what it says: `Page`, `Piece` and `Claim`.

Contract: offsets are code points of ``Page.text``; ``Page.view`` has the same length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from operator import attrgetter

from pipeline.language import views
from pipeline.language.keywords import Fits, Keywords
from pipeline.language.patterns import first_signs
from pipeline.language.quotes import paired
from pipeline.language.words import Word
from pipeline.records import record


@record
class Claim:
    """A claim that ``text[start:end]`` names something.

    Attributes:
        start, end: code points, half-open.
        label: one of ``contract.mentions.LABELS``.
        rule: name of the rule that made it.
        score: certainty, 0..1.
        form: ``name``, ``short`` or ``anaphora``.
        value: normalized value, a value class of the recognizer, or None.
        rejected: why the recognizer itself withdraws the claim (kept for the reader), or empty.
    """

    start: int
    end: int
    label: str
    rule: str
    score: float
    form: str = "name"
    value: object = None
    rejected: str = ""


_END, _START = attrgetter("end"), attrgetter("start")


def by_position(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims by start, the longer first: two sorts by a number are cheaper than one by two.

    >>> city, country = Claim(1, 2, "CITY", "", 1), Claim(1, 3, "COUNTRY", "", 1)
    >>> [claim.label for claim in by_position([city, country])]
    ['COUNTRY', 'CITY']
    """
    return sorted(sorted(claims, key=_END, reverse=True), key=_START)


# The rule of what English lines tell; other rules leave their words alone.
ENGLISH = "english"
_PLACES = ("CITY", "COUNTRY")


def covered(claims: Iterable[Claim]) -> set[int]:
    """Return the positions of the characters that claims cover."""
    return set().union(*[range(claim.start, claim.end) for claim in claims])


class Spans:
    """Spans of claims, to ask whether one overlaps another span.

    >>> Spans([Claim(2, 5, "CITY", "", 1)]).overlaps(4, 9)
    True
    """

    __slots__ = ("_positions",)

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._positions = covered(claims)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a claim shares a character with ``start..end``."""
        return not self._positions.isdisjoint(range(start, end))


@record
class Piece:
    """A leaf segment: where a recognizer may look, and what it is.

    Attributes:
        start, end: code points, half-open, without the white space that follows.
        kind: segment kind (``sentence``, ``title``, ``heading``, ``cell``, ``list_item``, ``turn``,
            ``boilerplate``).
        column_role: role of the table column it lies in, or empty (see `language.columns.ROLES`).
        table: table number, 0 outside.
        row: data row number, 0 outside.
        block: index of the enclosing block (paragraph, list item, cell, turn); pieces of one block
            share it.
        header: span of the header of its column, or None.
        label: the header itself where it is no part of the text, as in tables that were turned.
    """

    start: int
    end: int
    kind: str
    column_role: str = ""
    table: int = 0
    row: int = 0
    block: int = 0
    header: tuple[int, int] | None = None
    label: str = ""


@dataclass(slots=True)
class Page:
    """One document as recognizers see it.

    Attributes:
        text: canonical text.
        view: `language.views.fold_page` of it (Simplified, half-width, same length).
        pieces: leaf segments in order; boilerplate left out.
        published_on: day of publication, if known.
        claims: what earlier recognizers found, by label, in order of position.
        words: the words of the text, if they are cut already.
        datelines: boilerplate above the body, which may tell the day of publication.
        heads: names of the columns of tables, which may be places.
    """

    text: str
    view: str
    pieces: Sequence[Piece]
    published_on: date | None = None
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    words: Sequence[Word] = ()
    datelines: Sequence[Piece] = ()
    heads: Sequence[Piece] = ()
    # What is asked again and again: where pieces begin, all characters of the view, and claims by
    # label; by the end of a place that was not withdrawn, its starts; the answers of `of_label`.
    _starts: list[int] = field(init=False, repr=False)
    _signs: frozenset[str] = field(init=False, repr=False)
    _begun: set[tuple[str, int]] = field(default_factory=set, init=False, repr=False)
    _place_starts: dict[int, list[int]] = field(default_factory=dict, init=False, repr=False)
    _of_labels: dict[tuple[str, ...], list[Claim]] = field(
        default_factory=dict, init=False, repr=False
    )

    def __post_init__(self) -> None:
        self._starts = [piece.start for piece in self.pieces]
        self._signs = frozenset(self.view)
        for claims in self.claims.values():
            self._index(claims)

    @classmethod
    def of(cls, text: str, published_on: date | None = None) -> Page:
        """Make a page of plain text: one block, a piece for each sentence."""
        pieces = [Piece(start, end, "sentence") for start, end in sentences(paired(text))]
        return cls(text, views.fold_page(text), pieces, published_on)

    def add(self, claims: Iterable[Claim]) -> None:
        """Record claims for the recognizers that follow."""
        added = [*claims]
        for claim in added:
            self.claims.setdefault(claim.label, []).append(claim)
        for label in {claim.label for claim in added}:
            self.claims[label] = by_position(self.claims[label])
        self._of_labels.clear()
        self._index(added)

    def _index(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            self._begun.add((claim.label, claim.start))
            # 荷方 is who comes from there: no name of a body begins with it.
            is_side = claim.form == "short" and self.view[claim.end - 1] == "方"
            if claim.label in _PLACES and not (claim.rejected or is_side):
                self._place_starts.setdefault(claim.end, []).append(claim.start)

    def of_label(self, *labels: str) -> list[Claim]:
        """Return the claims with these labels that were not withdrawn, by position.

        The list is the page's own.
        """
        found = self._of_labels.get(labels)
        if found is None:
            found = [c for label in labels for c in self.claims.get(label, ()) if not c.rejected]
            self._of_labels[labels] = found = by_position(found) if len(labels) > 1 else found
        return found

    def has_at(self, label: str, position: int) -> bool:
        """Whether a claim with this label begins at ``position``."""
        return (label, position) in self._begun

    def place_ending_at(self, end: int, low: int) -> int | None:
        """Return where the longest place that ends at ``end`` begins, at ``low`` or later."""
        starts = self._place_starts.get(end)
        return min((s for s in starts if s >= low), default=None) if starts else None

    def piece_at(self, position: int) -> Piece | None:
        """Return the piece around ``position``, or None."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.pieces[index].end:
            return self.pieces[index]
        return None

    def piece_before(self, piece: Piece) -> Piece | None:
        """Return the piece before one of the page, or None."""
        index = bisect_left(self._starts, piece.start)
        return self.pieces[index - 1] if index else None

    def find(self, words: Keywords, fits: Fits | None = None) -> Iterator[tuple[Piece, int, int]]:
        """Yield the spans of words that lie in one piece, and that piece.

        The leftmost longest are found, without overlaps; of those only that fit if asked.
        """
        view, pieces, after, stop = self.view, self.pieces, 0, -1
        for start, ends in words.spotted(view) if pieces else ():
            if start < after:
                continue
            if start >= stop:
                piece = pieces[bisect_right(self._starts, start) - 1]
                stop = piece.end
                if not piece.start <= start < stop:
                    stop = -1
                    continue
            for end in ends:
                if end <= stop and (fits is None or fits(view, start, end, stop)):
                    yield piece, start, end
                    after = end
                    break

    def pieces_with(self, mark: re.Pattern[str]) -> Iterator[Piece]:
        """Yield the pieces in whose folded text ``mark``, a pattern of one character, is found.

        Costs one pass over the text, so rules that need such a character ask here first.

        >>> page = Page.of("他說：好。大家同意。")
        >>> [page.text[piece.start : piece.end] for piece in page.pieces_with(re.compile(":"))]
        ['他說：好。']
        """
        begins = _begins(mark)
        if begins is not None and self._signs.isdisjoint(begins):
            return
        at, view, pieces = 0, self.view, self.pieces
        while match := mark.search(view, at):
            at = match.end()
            index = bisect_right(self._starts, at - 1) - 1
            if index >= 0 and at <= pieces[index].end:
                yield pieces[index]
                at = pieces[index].end


@cache
def _begins(mark: re.Pattern[str]) -> frozenset[str] | None:
    """Return the characters a mark may begin with, None if they cannot be told."""
    try:
        return first_signs(mark)
    except ValueError:
        return None


# A sentence ends after 。！？ or a full-width semicolon-free line end; closing quotes stay with it.
_ENDS = "。！？!?\n"
_CLOSERS = "」』”’）)】》〉\"'"


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Cut ``text[start:end]`` into sentences, trimmed of white space around them.

    >>> text = "他說：「好。」大家同意。"
    >>> [text[a:b] for a, b in sentences(text)]
    ['他說：「好。」', '大家同意。']
    """
    stop = len(text) if end is None else end
    spans = []
    first = position = start
    while position < stop:
        if text[position] in _ENDS:
            position += 1
            while position < stop and text[position] in _ENDS + _CLOSERS:
                position += 1
            spans.append((first, position))
            first = position
        else:
            position += 1
    spans.append((first, stop))
    trimmed = (_trim(text, low, high) for low, high in spans)
    return [(low, high) for low, high in trimmed if low < high]


def _trim(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    return low, high

"""What a recognizer sees and what it says: `Page`, `Piece` and `Claim`.

Contract: offsets are code points of ``Page.text``; ``Page.view`` has the same length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.language import views
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


# The rule of what English lines tell; other rules leave their words alone.
ENGLISH = "english"


class Spans:
    """Spans of claims, to ask whether one overlaps another span.

    >>> Spans([Claim(2, 5, "CITY", "", 1)]).overlaps(4, 9)
    True
    """

    __slots__ = ("_positions",)

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._positions = {at for claim in claims for at in range(claim.start, claim.end)}

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
    """

    start: int
    end: int
    kind: str
    column_role: str = ""
    table: int = 0
    row: int = 0
    block: int = 0


@dataclass(slots=True)
class Page:
    """One document as recognizers see it.

    Attributes:
        text: canonical text.
        view: `language.views.fold` of it (Simplified, half-width, same length).
        pieces: leaf segments in order; boilerplate left out.
        published_on: day of publication, if known.
        claims: what earlier recognizers found, by label, in order of position.
    """

    text: str
    view: str
    pieces: Sequence[Piece]
    published_on: date | None = None
    claims: dict[str, list[Claim]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, published_on: date | None = None) -> Page:
        """Make a page of plain text: one block, a piece for each sentence."""
        pieces = [Piece(start, end, "sentence") for start, end in sentences(text)]
        return cls(text, views.fold(text), pieces, published_on)

    def add(self, claims: Iterable[Claim]) -> None:
        """Record claims for the recognizers that follow."""
        for claim in claims:
            self.claims.setdefault(claim.label, []).append(claim)
        for found in self.claims.values():
            found.sort(key=lambda claim: (claim.start, -claim.end))

    def of_label(self, *labels: str) -> list[Claim]:
        """Return the claims with these labels that were not withdrawn, by position."""
        found = [c for label in labels for c in self.claims.get(label, ()) if not c.rejected]
        return sorted(found, key=lambda c: (c.start, -c.end)) if len(labels) > 1 else found

    def has_at(self, label: str, position: int) -> bool:
        """Whether a claim with this label begins at ``position``."""
        found = self.claims.get(label, [])
        index = bisect_left(found, position, key=lambda claim: claim.start)
        return index < len(found) and found[index].start == position

    def piece_at(self, position: int) -> Piece | None:
        """Return the piece around ``position``, or None."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        if index >= 0 and position < self.pieces[index].end:
            return self.pieces[index]
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

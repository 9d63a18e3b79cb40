"""Names that stand bare in prose, with no office, label or verb of saying beside: 吳念真的父親.

Contract: a stretch of whole words is weighed by a trained model (`bare_clues`); nothing that was
claimed before is touched, and cells of tables are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from pipeline.language import views
from pipeline.language.foreign_names import is_sound, may_be_sound
from pipeline.language.lexemes import is_han
from pipeline.language.words import Word
from pipeline.recognizers.page import Claim, Piece, by_position
from pipeline.recognizers.people.again import find_again
from pipeline.recognizers.people.bare_clues import (
    DOTTED,
    FAMILY,
    JAPANESE,
    KNOWN,
    SOUNDS,
    BareClues,
    Tagged,
    tagged,
)
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import ClaimIndex, Scene
from pipeline.records import record

# A name must outweigh doubt by so much (hundredths of a logarithm of odds).
ENOUGH = 125
# What things and seasons are called at their end: 葉黃素, 夏令營, 梅雨季, 康普茶.
_THINGS = frozenset(views.fold("素營節季茶酒餅湯糖藥菌病症賽盃馨曾書圓丸露"))
# Tags of names in the dictionary.
_NAMES = frozenset(("nr", "nrt", "nrfg"))
# Tags of words that a name may begin with, if they have more signs than one.
_LIKELY = _NAMES | {"ns", "nz"}
_NOTHING: Tagged = ("", "^")
_LONGEST, _LONGEST_DOTTED = 7, 14
# How far a dot may be from where a name begins, and words that may end or begin beside one.
_FIRST_PART, _BESIDE = 8, 6
_DOT = "·"
_JOINS = frozenset("、和与及跟同")
_LABELS = ("CITY", "COUNTRY", "ORGANIZATION", "TITLE", "DATE", "QUANTITY", "URL", "PERSON")


@record
class Candidate:
    """A stretch that may be a bare name.

    Attributes:
        start, end: its span.
        sort: how it may be a name (`bare_clues`).
        stretch, context: what its own signs weigh, and what stands around them.
    """

    start: int
    end: int
    sort: str
    stretch: Any
    context: Any


def find_bare(scene: Scene, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield bare names beside the people found before, and the other places where one stands."""
    likely = [
        (candidate.stretch + candidate.context, candidate)
        for candidate in read_candidates(scene, found, scene.lexicon.bare)
    ]
    taken: set[int] = set()
    names: list[Claim] = []
    for weight, one in sorted(likely, key=lambda pair: (-pair[0], pair[1].start, pair[1].end)):
        span = range(one.start, one.end)
        if weight >= ENOUGH and taken.isdisjoint(span):
            taken.update(span)
            value = PersonValue("", "han")
            names.append(Claim(one.start, one.end, "PERSON", "bare", 0.55, value=value))
    yield from names
    if names:
        claims = _claims(scene, [*found, *names])
        again = find_again(scene, sorted(names, key=attrgetter("start")))
        yield from (claim for claim in again if not claims.touches(claim.start, claim.end))


def read_candidates(scene: Scene, found: Sequence[Claim], clues: BareClues) -> Iterator[Candidate]:
    """Yield the stretches that may be bare names, with what they weigh."""
    view, begins = scene.view, scene.lexicon.bare.begins
    numbers = [
        number
        for number, (start, end, tag) in enumerate(scene.page.words)
        if (tag in _LIKELY or end - start == 1) and (view[start] in begins or tag in _NAMES)
    ]
    if numbers:
        text = _Text(scene, _claims(scene, found))
        for number in numbers:
            yield from _from_word(text, number, clues)


def _claims(scene: Scene, found: Sequence[Claim]) -> ClaimIndex:
    return ClaimIndex(by_position([*scene.page.of_label(*_LABELS), *found]))


class _Text:
    """The words of a page, and what was claimed of it."""

    def __init__(self, scene: Scene, claims: ClaimIndex) -> None:
        self.scene = scene
        self.view = scene.view
        self.words = scene.page.words
        self.claims = claims
        self.has_dots = _DOT in scene.view

    def word(self, number: int, piece: Piece) -> Tagged:
        """Return a word of a piece with its tag, or nothing."""
        if not 0 <= number < len(self.words):
            return _NOTHING
        start, end, tag = self.words[number]
        if start < piece.start or end > piece.end:
            return _NOTHING
        return tagged(self.view[start:end], tag)

    def beside(self, start: int, end: int) -> tuple[str, ...]:
        """Return what was claimed right before and behind, and what words may end and begin there.

        Of a list the claim before or behind the mark or word that joins is told.
        """
        view, edges = self.view, self.scene.lexicon.han.edges
        opens = edges.openers.ending(view, start, max(0, start - _BESIDE))
        closes = edges.closers.starting(view, end, end + _BESIDE)
        says = edges.verbs.starting(view, end, end + _BESIDE) > 1
        return (
            f"<{self._label(start - 1, start - 2)}",
            f"<{min(opens, 2)}",
            f">{self._label(end, end + 1)}",
            f">{min(closes, 2)}{'v' if says else ''}",
        )

    def _label(self, beside: int, beyond: int) -> str:
        found = self.claims.overlapping(beside, beside + 1)
        if found or self.view[max(0, beside) : beside + 1] not in _JOINS:
            return found[-1].label if found else ""
        joined = self.claims.overlapping(beyond, beyond + 1)
        return f"+{joined[-1].label if joined else ''}"


def _from_word(text: _Text, number: int, clues: BareClues) -> Iterator[Candidate]:
    """Yield the candidates that begin with a word."""
    view, words = text.view, text.words
    start = words[number][0]
    if text.claims.touches(start, start + 1):
        return
    limit = _reach(text, number)
    if limit - start < 2:
        return
    piece = text.scene.page.piece_at(start)
    # （漢名|陳玉蘭）: somebody's other name
    if piece is None or piece.table or view[start - 1 : start] == "名":
        return
    is_quoted = view[start - 1 : start] == "「"
    for last in range(number, len(words)):
        begin, end, _ = words[last]
        if end > limit or end > piece.end or text.claims.touches(begin, end):
            return
        if not is_han(view[end - 1]):
            if view[begin:end] != _DOT:
                return
        elif (
            end - start > 1
            and view[end - 1] not in _THINGS
            and not (is_quoted and view[end : end + 1] == "」")
        ):
            for sort, family in sorts_of(text.scene, words[number : last + 1]):
                yield _weighed(text, piece, (sort, family, number, last), clues)


def _reach(text: _Text, number: int) -> int:
    """Return how far a name that begins with a word may reach at most."""
    view, han = text.view, text.scene.lexicon.han
    start, end, tag = text.words[number]
    if text.has_dots and _DOT in view[start : start + _FIRST_PART]:
        return start + _LONGEST_DOTTED
    reach = end if tag in _NAMES else start
    if reach == start and not is_han(view[start + 1 : start + 2] or " "):
        return start
    sign = view[start]
    if sign in han.singles:
        reach = max(reach, start + 3)
    if sign in text.scene.lexicon.bare.longer:
        family = han.doubles.starting(view, start)
        reach = max(reach, start + (family and family + 2))
        family = han.japanese.starting(view, start)
        reach = max(reach, start + (family and family + 3))
    if is_sound(sign) and may_be_sound(view[start + 1 : start + 2]):
        sounds = start + 2
        while sounds < start + _LONGEST and may_be_sound(view[sounds : sounds + 1]):
            sounds += 1
        reach = max(reach, sounds)
    return reach


def sorts_of(scene: Scene, words: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """Yield how words may be a name, and how long its family name is."""
    view, han = scene.view, scene.lexicon.han
    start, end = words[0][0], words[-1][1]
    size = end - start
    if _DOT in view[start:end]:
        yield DOTTED, 0
        return
    family = han.doubles.starting(view, start, end) or int(view[start] in han.singles)
    if family and 1 <= size - family <= 2:
        yield FAMILY, family
        return
    family = han.japanese.starting(view, start, end)
    if family and 1 <= size - family <= 3:
        yield JAPANESE, family
    elif len(words) == 1 and words[0][2] in _NAMES:
        yield KNOWN, 0
    elif size > 2 and is_sound(view[start]) and _is_by_sound(view[start:end]):
        yield SOUNDS, 0


def _is_by_sound(text: str) -> bool:
    """Whether signs may be foreign sounds, two thirds of them such as mostly are: 亞歷山大."""
    usual = sum(map(is_sound, text))
    return usual * 3 >= len(text) * 2 and all(map(may_be_sound, text))


def weigh_stretch(
    scene: Scene, words: Sequence[Word], sort: str, family: int, clues: BareClues
) -> Any:
    """Return what the signs of a name themselves weigh, and the words they are cut into."""
    cut = "-".join(f"{b - a}{tag if b - a > 1 else ''}" for a, b, tag in words)
    return clues.stretch(sort, family, scene.view[words[0][0] : words[-1][1]], cut)


def _weighed(
    text: _Text, piece: Piece, shape: tuple[str, int, int, int], clues: BareClues
) -> Candidate:
    """Return a candidate with what it weighs: its sort, family name, first and last word."""
    sort, family, first, last = shape
    words = text.words[first : last + 1]
    start, end = words[0][0], words[-1][1]
    before, behind = text.word(first - 1, piece), text.word(last + 1, piece)
    context = (
        clues.left(sort, before, text.word(first - 2, piece))
        + clues.right(sort, behind, text.word(last + 2, piece))
        + clues.around(sort, before[1], behind[1], text.beside(start, end))
    )
    return Candidate(
        start, end, sort, weigh_stretch(text.scene, words, sort, family, clues), context
    )

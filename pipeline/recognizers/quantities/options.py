"""What a quantity may count or measure: the stretches of words around it, and what speaks for each.

Contract: a stretch is words of the clause of the number or of the clause before, without marks,
dates and numbers between them, or the unit, the label of the cell, or what a number before
measures; what speaks for a stretch are features (strings), the same in training
(``bench.measures``) and in use, in groups that stretches share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.recognizers.quantities import clues
from pipeline.recognizers.quantities.clauses import Span
from pipeline.recognizers.quantities.measured import Measures, Options
from pipeline.recognizers.quantities.nouns import TAILS
from pipeline.recognizers.quantities.sentence import MARK, NO_WORDS, Token, first_at

# How far a stretch may begin before the number and behind it, and how long it may be.
_BEFORE, _BEHIND = 48, 26
_LONGEST, _MOST_WORDS = 16, 5
_CLAUSE_MARKS = frozenset(",;:。!?(")
_ENDS = frozenset(",;:。!?(\n\t|")
# First letters of the tags of nouns, and of words that no stretch ends, or begins behind a number.
_NOUN = frozenset("nxjl")
_NO_END, _NO_BEGIN = frozenset("upcdyoe"), frozenset("upcyoe")
# Sorts of dimensions that are told alike.
_SORTS = {"count": "c", "score": "c", "ratio": "r", "multiple": "r", "money": "m", "time": "t"}
_MOST_BETWEEN = 3
# So many words of the clause before are looked at.
_MOST_BEFORE = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that measures something.

    Attributes:
        start, stop: where the number begins, and where the text goes on behind it and its unit.
        unit: span of the unit, may be empty.
        name: the unit as written.
        dimension: one of ``contract.mentions.DIMENSIONS``.
    """

    start: int
    stop: int
    unit: Span
    name: str
    dimension: str

    @property
    def sort(self) -> str:
        """The sort of its dimension."""
        return _SORTS.get(self.dimension, "o")


@dataclass(frozen=True, slots=True)
class Told:
    """What a number before measures: its unit, where it ends, and the stretch."""

    name: str
    stop: int
    span: Span


def read_options(
    view: str,
    tokens: Sequence[Token],
    figure: Figure,
    told: Mapping[str, Told],
    label: Span | None,
    measures: Measures,
) -> Options:
    """Return the stretches that a quantity may measure.

    Args:
        view: folded text, dates blotted out.
        tokens: the words of its piece.
        figure: the quantity.
        told: what the ``last`` number before measures, and the last of its sort.
        label: the label of the cell the number stands in, or None.
        measures: weighs the features.
    """
    reader = _Reader(tokens, figure, measures)
    reader.read_left()
    reader.read_right()
    reader.grow()
    if figure.sort == "c" and figure.unit[1] > figure.unit[0]:
        reader.whole("U", figure.unit, [f"U long {figure.unit[1] - figure.unit[0]}"])
    if label:
        reader.whole("H", label, [])
    last, other = told.get("last"), told.get(figure.sort)
    for name, one in (("last", last), ("sort", other if other is not last else None)):
        if one:
            reader.told(name, one, view[one.stop : figure.start])
    return reader.options


@dataclass(slots=True)
class _Way:
    """What lies between a word and the number: marks, words (in the clause of the number: own)."""

    marks: int = 0
    words: int = 0
    own: int = 0
    verbs: int = 0
    nouns: int = 0
    inside: int = 0
    forms: str = ""
    is_idle: bool = True

    def passed(self, tag: str, form: str) -> None:
        """Go on over a word or mark."""
        self.forms += f" {form}"
        self.is_idle = self.is_idle and form in TAILS
        if tag in NO_WORDS:
            if form in _CLAUSE_MARKS:
                self.marks += 1
                self.own = self.words
            self.inside = 0 if tag == MARK else self.inside
            return
        self.words += 1
        self.verbs += tag[0] == "v"
        self.nouns += tag[0] in _NOUN
        self.inside += tag[0] in _NOUN


class _Reader:
    """Reads the stretches around one number."""

    def __init__(self, tokens: Sequence[Token], figure: Figure, measures: Measures) -> None:
        self.tokens, self.measures = tokens, measures
        self.sort, self.unit = figure.sort, figure.name
        self.options = Options()
        # What speaks for stretches that end or begin with a word, and its index and place.
        self.ends: list[tuple[list[object], tuple[int, str]]] = []
        self.low = first_at(tokens, figure.start - _BEFORE)
        self.here = first_at(tokens, figure.start)
        self.behind = first_at(tokens, figure.stop)
        self.high = first_at(tokens, figure.stop + _BEHIND)
        self.shared: dict[str, object] = {}
        last, self.last_tag = self._word(self.here - 1)
        next_, next_tag = self._word(self.behind)
        self.clause = self._clause() + next_tag
        self.scene = [
            self.sort,
            f"u{self.unit}",
            f"p{last}",
            f"n{next_}",
            f"pp{self._word(self.here - 2)[0]} {last}",
            f"tt{self.last_tag} {next_tag} {self.sort}",
            f"pn{last} {next_}",
            f"pnt{last} {next_tag}",
            f"ptn{self.last_tag} {next_}",
            f"G{self.clause}{self.sort}",
        ]

    def _word(self, index: int) -> tuple[str, str]:
        """Form and tag of a word, of the edge of the piece where there is none."""
        if 0 <= index < len(self.tokens):
            return self.tokens[index][3], self.tokens[index][2]
        return "^", "^"

    def _clause(self) -> str:
        """How many nouns and verbs the clause holds before the number."""
        nouns = verbs = 0
        for index in range(self.here - 1, self.low - 1, -1):
            _, _, tag, form = self.tokens[index]
            if form in _CLAUSE_MARKS:
                break
            nouns += tag[0] in _NOUN
            verbs += tag[0] == "v"
        return f"{min(nouns, 2)}{min(verbs, 1)}"

    def _scene(self, place: str) -> object:
        """The group of what stands around the number, told of stretches at a place."""
        if place not in self.shared:
            self.shared[place] = self.measures.weigh([f"{place} {one}" for one in self.scene])
        return self.shared[place]

    def _add(self, span: Span, groups: Sequence[object]) -> None:
        self.options.spans.append(span)
        self.options.groups.append(groups)

    def whole(self, name: str, span: Span, features: list[str]) -> None:
        """Add a stretch that is no part of the sentence, or told before."""
        self._add(span, (self._scene(name), self.measures.weigh(features)))

    def told(self, name: str, one: Told, gap: str) -> None:
        """Add what a number before measures."""
        is_same = one.name == self.unit
        features = [
            f"N{name} {is_same}",
            f"N{name} {is_same}{self.sort}",
            f"N{name} gap {gap if len(gap) <= _MOST_BETWEEN else '+'}",
            f"N{name} far {min(len(gap) // 6, 4)}{is_same}",
            f"N{name} clauses {min(gap.count(','), 2)}{is_same}",
            f"N{name}{self.clause} {is_same}",
        ]
        self.whole(f"N{name}", one.span, features)

    def read_left(self) -> None:
        """Note the words before the number that a stretch may end with."""
        way, tokens = _Way(), self.tokens
        for index in range(self.here - 1, self.low - 1, -1):
            _, _, tag, form = tokens[index]
            if tag not in NO_WORDS and tag[0] not in _NO_END:
                self._end_left(index, way)
            way.passed(tag, form)
            if way.marks > 1 or (way.marks and way.words - way.own >= _MOST_BEFORE):
                break

    def _end_left(self, index: int, way: _Way) -> None:
        """Note a word before the number that a stretch may end with."""
        _, _, tag, form = self.tokens[index]
        near, near_tag = self._word(index + 1)
        place, sort, known = f"L{way.marks}", self.sort, self.measures.known
        seen = min(way.words, 5), min(way.verbs, 2), min(way.nouns, 3), min(way.inside, 2)
        groups = [
            known(clues.of_left_word, form, place, sort, self.unit),
            known(clues.of_left_way, place, sort, *seen, self.clause, way.is_idle, tag),
            known(clues.of_left_next, place, sort, near, near_tag, tag, self.last_tag),
            self._scene(place),
        ]
        if way.words < _MOST_BETWEEN:
            groups.append(known(clues.of_left_forms, way.forms))
            if way.words == 0:
                groups.append(self._scene("L-"))
        if way.nouns == 0:
            groups.append(self._scene("Ln"))
        if tag[0] == "v":
            groups.append(self._scene(f"{place}v"))
        self.ends.append((groups, (index, place)))

    def read_right(self) -> None:
        """Note the words behind the number that a stretch may begin with."""
        way = _Way()
        for index in range(self.behind, self.high):
            _, _, tag, form = self.tokens[index]
            if form in _ENDS:
                break
            if tag not in NO_WORDS and tag[0] not in _NO_BEGIN:
                self._begin_right(index, way)
            way.passed(tag, form)

    def _begin_right(self, index: int, way: _Way) -> None:
        """Note a word behind the number that a stretch may begin with."""
        _, _, tag, form = self.tokens[index]
        known = self.measures.known
        seen = min(way.words, 5), min(way.verbs, 2), min(way.nouns, 3)
        groups = [
            known(clues.of_right_way, self.sort, *seen, tag),
            known(clues.of_right_word, form, tag, *self._word(index - 1)),
            self._scene("R"),
        ]
        if way.words < _MOST_BETWEEN:
            groups.append(known(clues.of_right_forms, way.forms))
            if way.words == 0:
                groups.append(self._scene("R-"))
        self.ends.append((groups, (index, "R")))

    def grow(self) -> None:
        """Add the stretches that end with a word before the number, or begin with one behind it."""
        for groups, (index, place) in self.measures.foremost(self.ends):
            if place == "R":
                self._grow_right(index, groups)
            else:
                self._grow_left(index, place, groups)

    def _grow_left(self, index: int, place: str, groups: Sequence[object]) -> None:
        stop, pattern, known = self.tokens[index][1], "", self.measures.known
        for count, first in enumerate(range(index, self.low - 1, -1), 1):
            start, _, tag, form = self.tokens[first]
            if tag in NO_WORDS or stop - start > _LONGEST or count > _MOST_WORDS:
                break
            pattern = f"{tag} {pattern}"
            begin = known(clues.of_left_begin, tag, form, *self._word(first - 1))
            shape = known(clues.of_shape, "L", pattern, place, self.sort, stop - start, count)
            self._add((start, stop), (*groups, begin, shape))

    def _grow_right(self, index: int, groups: Sequence[object]) -> None:
        start, pattern, known = self.tokens[index][0], "", self.measures.known
        for count, last in enumerate(range(index, self.high), 1):
            _, stop, tag, form = self.tokens[last]
            if tag in NO_WORDS or stop - start > _LONGEST or count > _MOST_WORDS:
                break
            pattern = f"{pattern} {tag}"
            near = self._word(last + 1)
            end = known(clues.of_right_end, tag, form, *near, self.sort, self.unit)
            shape = known(clues.of_shape, "R", pattern, "", self.sort, stop - start, count)
            self._add((start, stop), (*groups, end, shape))

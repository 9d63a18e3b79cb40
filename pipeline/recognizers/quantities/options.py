"""What a quantity may count or measure: the stretches of words around it, and what speaks for each.

Contract: a stretch is words of the clause of the number or of the clause before, without marks,
dates and numbers between them, or the unit, the label of the cell, or what a number before
measures; what speaks for a stretch are features (strings), the same in training
(``bench.measures``) and in use, in groups that stretches share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.recognizers.quantities.clauses import Span
from pipeline.recognizers.quantities.measured import End, Measures, Options
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


class _Reader:
    """Reads the stretches around one number."""

    def __init__(self, tokens: Sequence[Token], figure: Figure, measures: Measures) -> None:
        self.tokens, self.measures = tokens, measures
        self.sort, self.unit = figure.sort, figure.name
        self.options = Options()
        self.ends: list[End] = []
        self.low = first_at(tokens, figure.start - _BEFORE)
        self.here = first_at(tokens, figure.start)
        self.behind = first_at(tokens, figure.stop)
        self.high = first_at(tokens, figure.stop + _BEHIND)
        last, self.last_tag = self._word(self.here - 1)
        next_, next_tag = self._word(self.behind)
        self.clause = self._clause() + next_tag
        around = [
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
        self.scene = measures.scene(around)

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

    def _add(self, span: Span, weight: Any) -> None:
        self.options.spans.append(span)
        self.options.sums.append(weight)

    def whole(self, name: str, span: Span, features: list[str]) -> None:
        """Add a stretch that is no part of the sentence, or told before."""
        self._add(span, self.scene[name] + self.measures.weigh(features))

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
        marks = words = own = verbs = nouns = inside = 0
        forms, is_idle, tokens = "", True, self.tokens
        for index in range(self.here - 1, self.low - 1, -1):
            _, _, tag, form = tokens[index]
            kind = tag[0]
            if tag not in NO_WORDS:
                if kind not in _NO_END:
                    way = f"L{marks}", self.sort, words, verbs, nouns, inside, self.clause, is_idle
                    self._end_left(index, way, forms)
                words += 1
                if kind in _NOUN:
                    nouns += 1
                    inside += 1
                elif kind == "v":
                    verbs += 1
            else:
                if form in _CLAUSE_MARKS:
                    marks += 1
                    own = words
                if tag == MARK:
                    inside = 0
            if marks and (marks > 1 or words - own >= _MOST_BEFORE):
                break
            if words < _MOST_BETWEEN:
                forms = f"{forms} {form}"
            is_idle = is_idle and form in TAILS

    def _end_left(self, index: int, way: tuple[Any, ...], forms: str) -> None:
        """Note a word before the number that a stretch may end with."""
        _, _, tag, form = self.tokens[index]
        near, near_tag = self._word(index + 1)
        measures, scene = self.measures, self.scene
        place, sort, words, verbs, nouns, inside, clause, is_idle = way
        seen = min(words, 5), min(verbs, 2), min(nouns, 3), min(inside, 2)
        weight = (
            measures.left_word(form, place, sort, self.unit)
            + measures.left_way(place, sort, *seen, clause, is_idle, tag)
            + measures.left_next(place, sort, near, near_tag, tag, self.last_tag)
            + scene[place]
        )
        if words < _MOST_BETWEEN:
            weight += measures.left_forms(forms)
            if words == 0:
                weight += scene["L-"]
        if nouns == 0:
            weight += scene["Ln"]
        if tag[0] == "v":
            weight += scene[f"{place}v"]
        self.ends.append((weight, index, place))

    def read_right(self) -> None:
        """Note the words behind the number that a stretch may begin with."""
        words = verbs = nouns = 0
        forms = ""
        for index in range(self.behind, self.high):
            _, _, tag, form = self.tokens[index]
            if form in _ENDS:
                break
            if tag not in NO_WORDS:
                kind = tag[0]
                if kind not in _NO_BEGIN:
                    self._begin_right(index, words, verbs, nouns, forms)
                words += 1
                verbs += kind == "v"
                nouns += kind in _NOUN
            if words < _MOST_BETWEEN:
                forms = f"{forms} {form}"

    def _begin_right(self, index: int, words: int, verbs: int, nouns: int, forms: str) -> None:
        """Note a word behind the number that a stretch may begin with."""
        _, _, tag, form = self.tokens[index]
        measures, scene = self.measures, self.scene
        weight = (
            measures.right_way(self.sort, min(words, 5), min(verbs, 2), min(nouns, 3), tag)
            + measures.right_word(form, tag, *self._word(index - 1))
            + scene["R"]
        )
        if words < _MOST_BETWEEN:
            weight += measures.right_forms(forms)
            if words == 0:
                weight += scene["R-"]
        self.ends.append((weight, index, "R"))

    def grow(self) -> None:
        """Add the stretches that end with a word before the number, or begin with one behind it."""
        for weight, index, place in self.measures.foremost(self.ends):
            if place == "R":
                self._grow_right(index, weight)
            else:
                self._grow_left(index, place, weight)

    def _grow_left(self, index: int, place: str, weight: Any) -> None:
        stop, pattern, measures = self.tokens[index][1], "", self.measures
        for count, first in enumerate(
            range(index, max(self.low, index - _MOST_WORDS + 1) - 1, -1), 1
        ):
            start, _, tag, form = self.tokens[first]
            if tag in NO_WORDS or stop - start > _LONGEST:
                break
            pattern = f"{tag} {pattern}"
            begin = measures.left_begin(tag, form, *self._word(first - 1))
            shape = measures.shape("L", pattern, place, self.sort, stop - start, count)
            self._add((start, stop), weight + begin + shape)

    def _grow_right(self, index: int, weight: Any) -> None:
        start, pattern, measures = self.tokens[index][0], "", self.measures
        for count, last in enumerate(range(index, min(self.high, index + _MOST_WORDS)), 1):
            _, stop, tag, form = self.tokens[last]
            if tag in NO_WORDS or stop - start > _LONGEST:
                break
            pattern = f"{pattern} {tag}"
            near = self._word(last + 1)
            end = measures.right_end(tag, form, *near, self.sort, self.unit)
            shape = measures.shape("R", pattern, "", self.sort, stop - start, count)
            self._add((start, stop), weight + end + shape)

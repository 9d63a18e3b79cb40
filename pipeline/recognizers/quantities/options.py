"""What a quantity may count or measure: the stretches of words around it, and what speaks for each.

Contract: a stretch is words of the clause of the number or of the clause before, without marks,
dates and numbers between them, or the unit, the label of the cell, or what a number before
measures; what speaks for a stretch are features (strings), the same in training
(``bench.measures``) and in use, in groups that stretches share.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.recognizers.quantities.clauses import Span
from pipeline.recognizers.quantities.measured import End, Measures, Options
from pipeline.recognizers.quantities.nouns import TAILS
from pipeline.recognizers.quantities.sentence import MARK, NO_WORDS, Sentence

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
# More verbs, and nouns, between a stretch and its number tell no more.
_MOST_VERBS, _MOST_NOUNS = 2, 3
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
    sentence: Sentence,
    figure: Figure,
    told: Mapping[str, Told],
    label: Span | None,
    measures: Measures,
) -> Options:
    """Return the stretches that a quantity may measure.

    Args:
        view: folded text, dates blotted out.
        sentence: the words of its piece.
        figure: the quantity.
        told: what the ``last`` number before measures, and the last of its sort.
        label: the label of the cell the number stands in, or None.
        measures: weighs the features.
    """
    reader = _Reader(sentence, figure, measures)
    reader.read_left()
    reader.read_right()
    reader.grow()
    if figure.sort == "c" and figure.unit[1] > figure.unit[0]:
        reader.whole("U", figure.unit, measures.unit(figure.unit[1] - figure.unit[0]))
    if label:
        reader.whole("H", label, measures.weigh(()))
    last, other = told.get("last"), told.get(figure.sort)
    for name, one in (("last", last), ("sort", other if other is not last else None)):
        if one:
            reader.told(name, one, view[one.stop : figure.start])
    return reader.options


class _Reader:
    """Reads the stretches around one number."""

    def __init__(self, sentence: Sentence, figure: Figure, measures: Measures) -> None:
        self.sentence, self.measures = sentence, measures
        self.tags, self.forms = tags, forms = sentence.tags, sentence.forms
        self.sort, self.unit = figure.sort, figure.name
        self.options = Options()
        self.ends: list[End] = []
        first_at = sentence.first_at
        self.low, self.here = first_at(figure.start - _BEFORE), first_at(figure.start)
        self.behind, self.high = first_at(figure.stop), first_at(figure.stop + _BEHIND)
        here, behind, sort = self.here, self.behind, self.sort
        last, self.last_tag = forms[here - 1], tags[here - 1]
        next_, next_tag = forms[behind], tags[behind]
        self.clause = self._clause() + next_tag
        around = [
            f"p{last}",
            f"n{next_}",
            f"pp{forms[here - 2]} {last}",
            f"tt{self.last_tag} {next_tag} {sort}",
            f"pn{last} {next_}",
            f"pnt{last} {next_tag}",
            f"ptn{self.last_tag} {next_}",
        ]
        self.scene = measures.scene((sort, f"u{self.unit}", f"G{self.clause}{sort}"), around)

    def _clause(self) -> str:
        """How many nouns and verbs the clause holds before the number."""
        nouns = verbs = 0
        for index in range(self.here - 1, self.low - 1, -1):
            if self.forms[index] in _CLAUSE_MARKS:
                break
            kind = self.tags[index][0]
            nouns += kind in _NOUN
            verbs += kind == "v"
        return f"{min(nouns, 2)}{min(verbs, 1)}"

    def _add(self, span: Span, weight: Any) -> None:
        self.options.spans.append(span)
        self.options.sums.append(weight)

    def whole(self, name: str, span: Span, weight: Any) -> None:
        """Add a stretch that is no part of the sentence, or told before."""
        self._add(span, self.scene[name] + weight)

    def told(self, name: str, one: Told, gap: str) -> None:
        """Add what a number before measures."""
        weight = self.measures.told(
            name,
            one.name == self.unit,
            self.sort,
            self.clause,
            gap if len(gap) <= _MOST_BETWEEN else "+",
            min(len(gap) // 6, 4),
            min(gap.count(","), 2),
        )
        self.whole(f"N{name}", one.span, weight)

    def read_left(self) -> None:
        """Note the words before the number that a stretch may end with."""
        marks = words = own = verbs = nouns = inside = 0
        between, is_idle, tags, forms = "", True, self.tags, self.forms
        for index in range(self.here - 1, self.low - 1, -1):
            tag, form = tags[index], forms[index]
            kind = tag[0]
            if tag not in NO_WORDS:
                if kind not in _NO_END:
                    way = f"L{marks}", self.sort, words, verbs, nouns, inside, self.clause, is_idle
                    self._end_left(index, way, between)
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
                between = f"{between} {form}"
            is_idle = is_idle and form in TAILS

    def _end_left(self, index: int, way: tuple[Any, ...], between: str) -> None:
        """Note a word before the number that a stretch may end with."""
        tags, forms = self.tags, self.forms
        tag, behind = tags[index], index + 1
        measures, scene = self.measures, self.scene
        place, sort, words, verbs, nouns, inside, clause, is_idle = way
        form = forms[index]
        weight = (
            measures.left_word(form, place, sort)
            + measures.counted(form, self.unit)
            + measures.left_way(
                place,
                sort,
                words if words < _MOST_WORDS else _MOST_WORDS,
                verbs if verbs < _MOST_VERBS else _MOST_VERBS,
                nouns if nouns < _MOST_NOUNS else _MOST_NOUNS,
            )
            + measures.left_inside(place, inside if inside < _MOST_VERBS else _MOST_VERBS, clause)
            + measures.left_tag(place, sort, is_idle, tag)
            + measures.left_next(forms[behind], sort)
            + measures.left_tags(place, tags[behind], tag, self.last_tag)
            + scene[place]
        )
        if words < _MOST_BETWEEN:
            weight += measures.left_forms(between)
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
        between, tags, forms = "", self.tags, self.forms
        for index in range(self.behind, self.high):
            tag, form = tags[index], forms[index]
            if form in _ENDS:
                break
            if tag not in NO_WORDS:
                kind = tag[0]
                if kind not in _NO_BEGIN:
                    self._begin_right(index, words, verbs, nouns, between)
                words += 1
                verbs += kind == "v"
                nouns += kind in _NOUN
            if words < _MOST_BETWEEN:
                between = f"{between} {form}"

    def _begin_right(self, index: int, words: int, verbs: int, nouns: int, between: str) -> None:
        """Note a word behind the number that a stretch may begin with."""
        tags, forms = self.tags, self.forms
        tag, before = tags[index], index - 1
        measures, scene = self.measures, self.scene
        weight = (
            measures.right_way(self.sort, min(words, 5), min(verbs, 2), min(nouns, 3), tag)
            + measures.right_word(forms[index], tag, forms[before], tags[before])
            + scene["R"]
        )
        if words < _MOST_BETWEEN:
            weight += measures.right_forms(between)
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
        tags, forms, starts = self.tags, self.forms, self.sentence.starts
        stop, pattern = self.sentence.stops[index], ""
        measures = self.measures
        left_begin, begin_tags = measures.left_begin, measures.left_begin_tags
        shape_of, size_of = measures.pattern, measures.size
        sort, spans, sums = self.sort, self.options.spans, self.options.sums
        lowest = max(self.low, index - _MOST_WORDS + 1)
        for first in range(index, lowest - 1, -1):
            start, tag = starts[first], tags[first]
            size = stop - start
            if tag in NO_WORDS or size > _LONGEST:
                break
            pattern = f"{tag} {pattern}"
            begin = left_begin(forms[first], forms[first - 1]) + begin_tags(tag, tags[first - 1])
            shape = shape_of("L", pattern, place, sort) + size_of(
                "L", sort, size, index - first + 1
            )
            spans.append((start, stop))
            sums.append(weight + begin + shape)

    def _grow_right(self, index: int, weight: Any) -> None:
        tags, forms, stops = self.tags, self.forms, self.sentence.stops
        start, pattern, measures = self.sentence.starts[index], "", self.measures
        sort, unit = self.sort, self.unit
        for count, last in enumerate(range(index, min(self.high, index + _MOST_WORDS)), 1):
            stop, tag, near = stops[last], tags[last], last + 1
            if tag in NO_WORDS or stop - start > _LONGEST:
                break
            pattern = f"{pattern} {tag}"
            end = measures.right_end(tag, forms[last], forms[near], tags[near], sort)
            end += measures.counted(forms[last], unit)
            shape = measures.pattern("R", pattern, "", sort)
            shape += measures.size("R", sort, stop - start, count)
            self._add((start, stop), weight + end + shape)

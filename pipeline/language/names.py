"""Names of people in Chinese characters: Chinese, Japanese, Korean and transliterated ones.

Contract: works on folded text; a reader returns spans, never text, and decides from the characters
and from what stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.language import japanese_names, views
from pipeline.language.coined_names import coined
from pipeline.language.foreign_names import ForeignNames, is_sound
from pipeline.language.japanese_names import given_score, is_family
from pipeline.language.lexemes import Lexemes, is_han
from pipeline.language.memo import Memo
from pipeline.language.name_edges import NEEDS_EDGE, NameEdges, before_day
from pipeline.language.name_scores import DOUBLED, NEVER_GIVEN, NameScores
from pipeline.language.surname_readings import SurnameReadings
from pipeline.records import record

_HAN = "[\u3400-\u9fff々]"
# 王 小明, 大野木 千鶴: family and given name with a blank between.
_SPACED = re.compile(f"({_HAN}{{1,4}})[ ]{{1,2}}(?={_HAN})")
# |王 小 明|: each sign of a given name stands alone.
_SPREAD = re.compile(f"{_HAN}[ ]{{1,2}}{_HAN}(?!{_HAN}|[ ]{_HAN}(?!{_HAN}))")
# Signs of names one behind the other, and what may join two parts of one.
_INITIAL = f"(?<![A-Za-z])[A-Z]{{1,2}}(?=[·.][ ]?(?:[A-Z]{{1,2}}[·.][ ]?)*{_HAN})"
_RUN = re.compile(f"(?:{_HAN}{{1,11}}+|{_INITIAL})([ ·.=\\-{japanese_names.KANA}])?")
_UNSURE = 8
_LADY, _SURE_LADY, _DOUBLE = "氏", 40, 20
_PARTICLES = frozenset(views.fold("向和從連與"))
# 飛驒市|小野 誠|市長
_PLACE_ENDS = frozenset(views.fold("市縣區町村國"))


@record
class HanName:
    """A name read from text.

    Attributes:
        start, end: its span.
        family: length of the family name, 0 if the form does not tell.
        score: how sure, in tenths of a natural logarithm over ordinary text.
        kind: ``chinese``, ``japanese`` or ``foreign``.
        is_closed: something that ends a name follows (or begins one stands before).
    """

    start: int
    end: int
    family: int
    score: int
    kind: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class HanNames:
    """Facts about surnames, scores of names, and words that end a name.

    `firsts` are the characters any surname begins with.
    """

    singles: Mapping[str, bool]
    written: frozenset[str]
    doubles: Lexemes
    japanese: Lexemes
    characters: frozenset[str]
    ends: frozenset[str]
    common: frozenset[str]
    edges: NameEdges
    foreign: ForeignNames
    scores: NameScores
    firsts: frozenset[str]
    readings: SurnameReadings
    splits: Memo[str, tuple[str | None, str | None]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "splits", Memo(self._split))

    def surname_at(self, view: str, start: int, end: int) -> int:
        """Return the length of the surname at ``start``: a double or Japanese one if there is."""
        return (
            self.doubles.starting(view, start, end)
            or self.japanese.starting(view, start, end)
            or int(start < end and view[start] in self.singles)
        )

    def read(self, view: str, start: int, end: int, least: int = -30) -> HanName | None:
        """Return the best name that begins at ``start``, or None.

        Args:
            view: folded text.
            start, end: where the name begins, and how far to look.
            least: score a name must have when something that ends it follows.
        """
        run = _RUN.match(view, start, end)
        if view[start : min(start + 1, end)] not in self.firsts and (
            run is None or (least >= 0 and not run[1] and not is_sound(view[start]))
        ):
            return None
        end = before_day(view, start, end)
        if run is not None and run[1] and (apart := self._apart(view, start, end)) is not None:
            return apart
        found = self._candidates(view, start, end, least)
        is_word = view[start : start + 2] in self.common
        if least < 0 and (span := coined(view, start, end, self.characters, self.edges, is_word)):
            stop, family, score = span
            found.append(HanName(start, stop, family, score, "japanese", True))
        best = _best(found)
        # 薩迪克汗 and 赫弗里塔 come before 薩迪克, which ends badly, and 赫弗, which may go on.
        if best is not None and best.is_closed and not self.foreign.may_go_on(view, best.end, end):
            return best
        plain = self.foreign.plain(view, start, end)
        is_shorter = plain is None or (best is not None and best.is_closed and plain <= best.end)
        return best if plain is None or is_shorter else HanName(start, plain, 0, 0, "foreign", True)

    def _apart(self, view: str, start: int, end: int) -> HanName | None:
        """Read a name with a mark, blank or kana in it."""
        dotted = self.foreign.dotted(view, start, end)
        if dotted is not None:
            return HanName(start, dotted, 0, 40, "foreign", True)
        return self._spaced(view, start, end) or self._with_kana(view, start, end)

    def _with_kana(self, view: str, start: int, end: int) -> HanName | None:
        """Read 藤咲まどか: a Japanese name with a given name in kana."""
        span = japanese_names.with_kana(view, start, end, self.characters)
        return HanName(start, span[1], span[0] - start, 30, "japanese", True) if span else None

    def _spaced(self, view: str, start: int, end: int) -> HanName | None:
        """Read 王 小明, 大野木 千鶴: a family name, a blank, a given name, and nothing more."""
        match = _SPACED.match(view, start, end)
        if match is None:
            return None
        family, middle = match[1], match.end()
        known = self.surname_at(view, start, match.end(1)) == len(family)
        japanese = family in self.japanese or (not known and is_family(family))
        if not (known or japanese) or self.edges.is_word_at(view, start, match.end(1)):
            return None
        # 司 儀: a word spread over its column.
        given, first = _SPREAD.match(view, middle, end), family + view[middle : middle + 1]
        if first in self.common or self.edges.is_spread(first, given[0] if given else ""):
            return None
        if given and NEVER_GIVEN.isdisjoint(given[0]):
            return HanName(start, given.end(), len(family), _UNSURE, "chinese", True)
        best = None
        for stop in range(middle + 1, min(middle + 3 + japanese, end + 1)):
            name = view[middle:stop]
            if not is_han(name[-1]) or self.edges.is_word_at(view, stop - 1, end):
                break
            score = given_score(name) if japanese else self._score_given(family, name)
            if score > 0 and self.edges.is_closed_at(view, stop, end):
                best = HanName(start, stop, len(family), score, "japanese", True)
        return best

    def _score_given(self, family: str, given: str) -> int:
        if any(character in NEVER_GIVEN for character in given):
            return -1
        return self.scores.model.score(family, given) + 10

    def read_back(self, view: str, end: int, start: int, least: int = -10) -> HanName | None:
        """Return the best name that ends at ``end`` and begins at or after ``start``, or None."""
        if japanese_names.ends_in_kana(view, end):
            kana = japanese_names.with_kana_back(view, end, start, self.characters, self.edges)
            return HanName(*kana, 30, "japanese", True) if kana else None
        dotted = self.foreign.dotted_back(view, end, start)
        if dotted is not None:
            opened = self.edges.is_open_at(view, dotted, start)
            return HanName(dotted, end, 0, 40, "foreign", opened)
        if (spaced := self._spaced_back(view, end, start)) is not None:
            return spaced
        found = []
        edges = self.edges
        for low in range(max(start, end - 6), end - 1):
            if view[low] not in self.firsts:
                continue
            before = view[low - 1 : low + 1] if low > start else ""
            if before in edges.words or before in self.common:
                continue  # 統|計學|教授
            for family, kind, score in self._fillings(view, low, end):
                if score < least:
                    continue
                opened = edges.is_open_at(view, low, start)
                if not opened and (view[low] in NEEDS_EDGE or score < max(least, 0) + _UNSURE):
                    continue
                found.append(HanName(low, end, family, score, kind, opened))
        return _best(found)

    def _spaced_back(self, view: str, end: int, start: int) -> HanName | None:
        """Read 小野 誠 before ``end``: where the part before the blank begins is tried out."""
        blank = view.rfind(" ", max(start, end - 4), end)
        if blank < 0 or not all(map(is_han, view[blank + 1 : end])):
            return None
        stop = blank - (view[blank - 1 : blank] == " ")
        for low in range(max(start, stop - 4), stop):
            if view[low] in _PLACE_ENDS and is_han(view[low - 1 : low] or " "):
                continue
            if self.edges.is_open_at(view, low, start) or view[low - 1] in _PLACE_ENDS:
                name = self._spaced(view, low, end)
                if name is not None and name.end == end:
                    return name
        return None

    def _candidates(self, view: str, start: int, end: int, least: int) -> list[HanName]:
        """Return readings by surname; each must be closed or score well by itself."""
        found: list[HanName] = []
        if view[start] not in self.firsts:
            return found
        if view[start + 1 : start + 2] == _LADY and view[start] in self.singles:
            found += self._ladies(view, start, end)
        for family, kind in self._surnames(view, start, end):
            for given in (1, 2, 3) if kind == "japanese" else (1, 2):
                stop = start + family + given
                if stop > end or not is_han(view[stop - 1]):
                    break
                score = self.scores.score(view, start, family, given, kind)
                if score is None or score < least:
                    continue
                # 向|民眾致意
                if view[start] in _PARTICLES and view[start + 1 : stop] in self.common:
                    continue
                closed = self.edges.is_closed_behind(view, stop, end)
                if closed or score >= max(least, 0) + _UNSURE:
                    found.append(HanName(start, stop, family, score, kind, closed))
        return found

    def _ladies(self, view: str, start: int, end: int) -> Iterator[HanName]:
        """Yield 阮氏芳莊: the name of a lady of Vietnam has 氏 between family and given name."""
        for stop in (start + 3, start + 4):
            is_part = stop <= end and is_han(view[stop - 1]) and view[stop - 1] not in NEVER_GIVEN
            if not is_part or view[stop - 1] == "也" or self.edges.is_word_at(view, stop - 1, end):
                break
            closed = self.edges.is_closed_at(view, stop, end)
            yield HanName(start, stop, 1, _SURE_LADY, "chinese", closed)

    def _fillings(self, view: str, start: int, stop: int) -> Iterator[tuple[int, str, int]]:
        """Yield family name, kind and score of the readings that fill ``start..stop``."""
        for family, kind in self._surnames(view, start, stop):
            middle = start + family
            fits = 1 <= stop - middle <= (3 if kind == "japanese" else 2)
            if fits and all(map(is_han, view[middle:stop])):
                score = self.scores.score(view, start, family, stop - middle, kind)
                if score is not None:
                    yield family, kind, score

    def _surnames(self, view: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        if start >= end or view[start] not in self.firsts:
            return
        if length := self.doubles.starting(view, start, end):
            yield length, "chinese"
        if length := self.japanese.starting(view, start, end):
            yield length, "japanese"
            # 小野 and 小野寺 are names both.
            if shorter := self.japanese.starting(view, start, start + length - 1):
                yield shorter, "japanese"
        if view[start] in self.singles:
            yield 1, "chinese"
            # 張陳美玲: a married woman's own surname follows her husband's.
            if start + 1 < end and view[start + 1] in self.singles:
                yield 2, "married"

    def is_written_so(self, text: str, first: str) -> bool:
        """Whether a name's characters as written may be a surname's: 游, not 遊, which folds alike.

        Names of other peoples, whose first character, folded, is no Chinese surname, may be.
        """
        return (first not in self.singles or text[0] in self.written) and "於" not in text

    def is_given(self, family: str, given: str) -> bool:
        """Whether ``given`` may be the given name to a folded family name."""
        score = self.scores.score(family + given, 0, len(family), len(given), "chinese")
        least = -10 if len(family) == 1 else DOUBLED - 10
        return score is not None and score >= least

    def split(self, name: str) -> tuple[str | None, str | None]:
        """Return (family, given) of a whole name where the form decides, else (None, None)."""
        return self.splits[name]

    def _split(self, name: str) -> tuple[str | None, str | None]:
        view = views.fold(name)
        if not view or not all(map(is_han, view)):
            return None, None
        for family, kind in self._surnames(view, 0, len(view)):
            given = len(view) - family
            if kind != "married" and given in (1, 2) + ((3,) if kind == "japanese" else ()):
                return name[:family], name[family:]
        return None, None


def _best(found: list[HanName]) -> HanName | None:
    """Return the closed name that scores best for its length, else an open one."""
    return max(found, key=lambda n: (n.is_closed, _worth(n), n.end, -n.start), default=None)


def _worth(name: HanName) -> int:
    """Return how good a name is for its length: a family name of two signs is rarely chance."""
    is_double = name.family > 1 and name.kind == "chinese"
    return name.score + 12 * (name.end - name.start) + _DOUBLE * is_double

"""Find the width at which the lines of a text were wrapped, if they were.

Contract: lines that end of themselves (entries, headings, short paragraphs) are never joined.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from pipeline.readers import marks
from pipeline.readers.line_starts import LABEL, hangs, indent, opens
from pipeline.readers.lines import is_rule

_WORD = r"[A-Za-z0-9À-ʯḀ-ỿ.,%'’$€-]+"
_UNBROKEN = re.compile(rf"[(（「『]?{_WORD}")
# Marks that begin no line, and those that end none.
_HANGING = "，。、；：」』）！？》】〉,.;:!?)”’…"
_UNIT = re.compile(rf"[(（「『《【〈“‘]*(?:{_WORD}|.)[{re.escape(_HANGING)}]*")
_MOST = 160
_STOP = re.compile("[。！？][^」』）]")
_GAP = re.compile(r"\u3000\u3000|   ")


class Printed(Protocol):
    """What is printed on one line, as a file or its markup ends lines."""

    text: str
    page_mark: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to wrap: sizes are printed widths or characters, and may end ``slack`` earlier.

    Where lines are filled, each holds all that fits; only marks may hang over its end.
    """

    by_width: bool
    slack: int
    glue: str
    least: int = 16
    is_filled: bool = False

    def size(self, line: Printed) -> int:
        """Return how long a line is."""
        return _width(line.text) if self.by_width else len(line.text)

    def reach(self, line: Printed, following: Printed) -> int:
        """Return how far a line would reach with what stands unbroken at the next one's start."""
        size = self.size(line)
        if not self.slack or marks.is_ended(line.text):
            return size
        word = _UNBROKEN.match(following.text)
        return size if word is None else size + len(word[0])

    def span(self, line: Printed, following: Printed) -> tuple[int, int]:
        """Return the least and the greatest size at which a line could have been wrapped."""
        size = self.size(line)
        if not self.is_filled:
            return size, self.reach(line, following) + self.slack
        hanging = line.text[len(line.text.rstrip(_HANGING)) :]
        low = size - (_width(hanging) if self.by_width else len(hanging))
        unit = _UNIT.match(following.text.lstrip())
        room = 1 if unit is None else _width(unit[0]) if self.by_width else len(unit[0])
        return low, size + room - 1 + self.slack


_EVEN = (_Way(False, 0, "slice"), _Way(True, 3, "wrap"), _Way(True, 14, "wrap"))
_FILLED = (
    _Way(False, 0, "wrap", 20, True),
    _Way(True, 0, "wrap", 40, True),
    _Way(True, 4, "wrap", 40, True),
)
# Lines that end before a word, a mark or a number, among many that end of themselves.
_RAGGED = (_Way(False, 4, "wrap", 24), _Way(True, 4, "wrap", 48))
# How much a line counts that a way explains: less where it leaves more room.
_WEIGHTS = {
    way: 6 if way in _RAGGED else 7 if way.slack else 8 for way in (*_EVEN, *_FILLED, *_RAGGED)
}


@dataclass(frozen=True, slots=True)
class Wrap:
    """How lines are wrapped.

    Attributes:
        way: how sizes are told.
        top: the size that no wrapped line exceeds.
        margin: how far all lines are set in.
        are_apart: paragraphs have blank lines between them.
    """

    way: _Way
    top: int
    margin: int = 0
    are_apart: bool = False

    @property
    def glue(self) -> str:
        """How a line follows the line before."""
        return self.way.glue

    def joins(self, above: Sequence[Printed], following: Printed) -> bool:
        """Tell whether ``following`` goes on with the lines ``above``, which make a paragraph."""
        line = above[-1]
        if line.is_blank or following.is_blank or line.page_mark or following.page_mark:
            return False
        if is_rule(line.text) or is_rule(following.text):
            return False
        if not self._is_set_alike(above, following.text) or opens(line.text, following.text):
            return False
        return self.is_full(line, following) and not self._is_heading(line, following)

    def _is_heading(self, line: Printed, following: Printed) -> bool:
        """Tell whether a short line is no end of a paragraph, as a sentence ends above it."""
        is_short = self.way.size(following) * 2 < self.top
        return marks.is_ended(line.text) and is_short and not marks.is_ended(following.text)

    def _is_set_alike(self, above: Sequence[Printed], text: str) -> bool:
        """Tell whether a line is set in no further than lines of the paragraph above may be.

        The first line of a paragraph may stand further in than the others, that of an item less.
        """
        own, last = indent(text), indent(above[-1].text)
        if own <= self.margin:
            return True
        if own > last and (not hangs(above[0].text) or LABEL.match(text.strip())):
            return False
        return len(above) > 1 or not marks.is_ended(above[0].text)

    def is_full(self, line: Printed, following: Printed) -> bool:
        """Tell whether a line ends where lines were wrapped."""
        if not self.way.is_filled:
            slack, size = self.way.slack, self.way.size(line)
            if self.way in _RAGGED and marks.is_ended(line.text) and not self.are_apart:
                slack //= 2
            return self.way.reach(line, following) >= self.top - slack and size <= self.top
        low, high = self.way.span(line, following)
        # Where paragraphs are set apart, a sentence may well end before a long word.
        if marks.is_ended(line.text) and not self.are_apart:
            high = self.way.size(line) + self.way.slack
        return low <= self.top <= high

    def exceeds(self, line: Printed) -> bool:
        """Tell whether a line of prose is longer than wrapped ones are."""
        most = self.top * 5 // 4 if self.way.is_filled else self.top + 2
        return self.way.size(line) > most and is_prose(line) and not _GAP.search(line.text.strip())


def find_wrap(lines: Sequence[Printed]) -> Wrap | None:
    """Return how the lines of a text were wrapped, None if they were not."""
    pairs = [
        (line, after)
        for line, after in itertools.pairwise(lines)
        if not (line.is_blank or after.is_blank) and is_prose(line)
    ]
    if len(pairs) < 2:
        return None
    broken = [pair for pair in pairs if not marks.is_ended(pair[0].text)]
    found = [wrap for way in _EVEN if (wrap := _even(pairs, way))]
    found += [wrap for way in _FILLED if (wrap := _filled(broken, way))]
    found += [wrap for way in _RAGGED if (wrap := _ragged(broken, way))]
    n_full = {wrap: sum(wrap.is_full(*pair) for pair in broken) for wrap in found}
    n_over = {wrap: sum(wrap.exceeds(line) for line in lines) for wrap in found}
    # Where paragraphs are longer, a title and a date below it are no wrapped lines.
    found = [wrap for wrap in found if n_over[wrap] * 4 <= n_full[wrap]]
    # What explains lines to the character is right even if it explains some fewer.
    best = max(found, key=lambda wrap: n_full[wrap] * _WEIGHTS[wrap.way], default=None)
    return best and replace(best, margin=_margin(lines), are_apart=_are_apart(lines, best))


def _margin(lines: Sequence[Printed]) -> int:
    """Return how far all lines are set in."""
    return min((indent(line.text) for line in lines if not line.is_blank), default=0)


def _are_apart(lines: Sequence[Printed], wrap: Wrap) -> bool:
    """Tell whether paragraphs have blank lines between them."""
    gaps = [
        after.is_blank
        for line, after in itertools.pairwise(lines)
        if marks.is_ended(line.text) and wrap.way.size(line) * 5 < wrap.top * 4
    ]
    return sum(gaps) >= 2 and sum(gaps) * 10 >= 9 * len(gaps)


def is_prose(line: Printed) -> bool:
    """Tell whether a line holds no cells of a table."""
    return not any(bar in line.text for bar in "|｜\t")


def _even(pairs: Sequence[tuple[Printed, Printed]], way: _Way) -> Wrap | None:
    """Lines that nearly all end at the same place."""
    top = max(way.size(line) for line, _ in pairs)
    if not way.least <= top <= _MOST:
        return None
    joined = [pair for pair in pairs if way.reach(*pair) >= top - way.slack]
    full = [line for line, _ in joined]
    unended = sum(not marks.is_ended(line.text) for line in full)
    # Short paragraphs and turns end many lines early, but only a program ends so many others at
    # the same place within a sentence.
    are_most = len(full) * 10 >= 7 * len(pairs) and unended * 2 > len(full) >= 2
    are_many = len(full) * 10 >= 3 * len(pairs) and unended * 10 >= 8 * len(full) >= 40
    if not (are_most or (are_many and way.slack < 14)):
        return None
    if way.slack == 14 and (top < 50 or not _is_latin(full)):
        return None
    has_ends = way.slack == 14 or _goes_to_end(joined)
    return Wrap(way, top) if has_ends else None


def _goes_to_end(joined: Sequence[tuple[Printed, Printed]]) -> bool:
    """Whether sentences end in the lines or behind them, as they do in no list of entries."""
    n_ends = sum(
        marks.is_ended(after.text) or _STOP.search(line.text) is not None for line, after in joined
    )
    return n_ends * 25 >= len(joined)


def _filled(broken: Sequence[tuple[Printed, Printed]], way: _Way) -> Wrap | None:
    """Lines many of which are full, among others that end of themselves."""
    top, count = _top(broken, way)
    wrap = Wrap(way, top)
    full = [pair for pair in broken if wrap.is_full(*pair)]
    # What ends of itself ends anywhere: few lines are nearly as long.
    near = sum(way.size(line) * 4 > top * 3 for line, _ in broken) - len(full)
    if count < 4 or count * 4 < near * 3:
        return None
    # Wrapped lines go on until a sentence ends, which entries of a list do not.
    starts = {id(line) for line, _ in full}
    ends = [after.text.rstrip() for _, after in full if id(after) not in starts]
    n_said = sum(marks.is_ended(x) or x[-1] == "." or bool(_STOP.search(x)) for x in ends)
    return wrap if n_said * 5 >= len(ends) else None


def _ragged(broken: Sequence[tuple[Printed, Printed]], way: _Way) -> Wrap | None:
    """Lines that break within a sentence nearly always near the same place."""
    top, count = _top(broken, way)
    # Lines of half the size are headings and entries.
    long = sum(way.size(line) * 2 > top for line, _ in broken)
    if count < 4 or count * 5 < min(3 * len(broken), 3.75 * long):
        return None
    wrap = Wrap(way, top)
    return wrap if _goes_to_end([pair for pair in broken if wrap.is_full(*pair)]) else None


def _top(pairs: Sequence[tuple[Printed, Printed]], way: _Way) -> tuple[int, int]:
    """Return the size at which most lines could have been wrapped, and how many."""
    counts = [0] * (_MOST + 2)
    for line, after in pairs:
        low, high = way.span(line, after)
        if way.least <= low <= _MOST:
            counts[low] += 1
            counts[min(high, _MOST) + 1] -= 1
    counts = list(itertools.accumulate(counts))
    top = max(range(_MOST + 1), key=counts.__getitem__)
    return top, counts[top]


@lru_cache(1 << 9)
def _width(text: str) -> int:
    """Return the printed width; quotes and dashes of Chinese are as wide as its characters."""
    return marks.width(text) + sum(map(text.count, "“”‘’—…·"))


def _is_latin(lines: Sequence[Printed]) -> bool:
    """Tell whether lines are mostly Latin: words make their ends ragged."""
    text = "".join(line.text for line in lines)
    return sum(character < "\u2e80" and character.isalpha() for character in text) * 2 > len(text)

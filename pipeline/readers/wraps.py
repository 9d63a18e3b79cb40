"""Find the width at which the lines of a text were wrapped, if they were.

Contract: lines that end of themselves (entries, headings, short paragraphs) are never joined.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.readers import cues, marks
from pipeline.readers.lines import is_rule

_UNBROKEN = re.compile(r"[(（「『]?[A-Za-z0-9À-ʯḀ-ỿ.,%'’$€-]+")
_MOST = 160
_STOP = re.compile("[。！？][^」』）]")


class Printed(Protocol):
    """What is printed on one line, as a file or its markup ends lines."""

    text: str
    page_mark: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to wrap: sizes are printed widths or characters, and may end ``slack`` earlier."""

    by_width: bool
    slack: int
    glue: str
    least: int = 16

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


_EVEN = (_Way(False, 0, "slice"), _Way(True, 3, "wrap"), _Way(True, 14, "wrap"))
# Lines that end before a mark or a number, among many that end of themselves.
_AT_MARKS = _Way(False, 4, "wrap", 24)
_UNEVEN = (_Way(False, 0, "slice", 24), _AT_MARKS, _Way(True, 4, "wrap", 48))


@dataclass(frozen=True, slots=True)
class Wrap:
    """How lines are wrapped: from which size on a line is full, and the size that none exceeds."""

    way: _Way
    full: int
    top: int

    @property
    def glue(self) -> str:
        """How a line follows the line before."""
        return self.way.glue

    def joins(self, line: Printed, following: Printed) -> bool:
        """Tell whether ``following`` goes on with ``line``."""
        if line.is_blank or following.is_blank or line.page_mark or following.page_mark:
            return False
        if following.text[0] in "\u3000\t" or following.text.startswith("  "):
            return False
        if is_rule(line.text) or is_rule(following.text):
            return False
        return self.is_full(line, following) and not stands_alone(following.text)

    def is_full(self, line: Printed, following: Printed) -> bool:
        """Tell whether a line ends where lines were wrapped."""
        size = self.way.size(line)
        if self.way == _AT_MARKS and marks.is_ended(line.text):
            return self.top - 2 <= size <= self.top
        return size <= self.top and self.way.reach(line, following) >= self.full

    def exceeds(self, line: Printed) -> bool:
        """Tell whether a line of prose is longer than wrapped ones are."""
        return self.way.size(line) > self.top + 2 and is_prose(line)


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
    found += [wrap for way in _UNEVEN if (wrap := _uneven(broken, way))]
    n_full = {wrap: sum(wrap.is_full(*pair) for pair in broken) for wrap in found}
    n_over = {wrap: sum(wrap.exceeds(line) for line in lines) for wrap in found}
    # Where paragraphs are longer, a title and a date below it are no wrapped lines.
    found = [wrap for wrap in found if n_over[wrap] * 4 <= n_full[wrap]]
    return max(found, key=n_full.__getitem__, default=None)


def stands_alone(text: str) -> bool:
    """Tell whether a line opens with a time, a list number or the name of what it tells."""
    return (
        marks.CLOCK.match(text) is not None
        or marks.leading_item(text) is not None
        or cues.is_entry(text)
    )


def is_prose(line: Printed) -> bool:
    """Tell whether a line holds no cells of a table."""
    return "|" not in line.text and "\t" not in line.text


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
    return Wrap(way, top - way.slack, top) if has_ends else None


def _goes_to_end(joined: Sequence[tuple[Printed, Printed]]) -> bool:
    """Whether sentences end in the lines or behind them, as they do in no list of entries."""
    n_ends = sum(
        marks.is_ended(after.text) or _STOP.search(line.text) is not None for line, after in joined
    )
    return n_ends * 25 >= len(joined)


def _uneven(broken: Sequence[tuple[Printed, Printed]], way: _Way) -> Wrap | None:
    """Lines that break within a sentence nearly always at the same place."""
    # How many lines could have been wrapped at each size.
    counts = [0] * (_MOST + 2)
    for line, after in broken:
        low = way.size(line)
        if way.least <= low <= _MOST:
            counts[low] += 1
            counts[min(way.reach(line, after) + way.slack, _MOST) + 1] -= 1
    counts = list(itertools.accumulate(counts))
    top = max(range(_MOST + 1), key=counts.__getitem__)
    # Lines of half the size are headings and entries.
    long = sum(way.size(line) * 2 > top for line, _ in broken)
    enough = min(3 * len(broken), 3.75 * long)
    if counts[top] < 4 or counts[top] * 5 < enough:
        return None
    wrap = Wrap(way, top - way.slack, top)
    return wrap if _goes_to_end([pair for pair in broken if wrap.is_full(*pair)]) else None


def _width(text: str) -> int:
    """Return the printed width; quotes and dashes of Chinese are as wide as its characters."""
    return marks.width(text) + sum(map(text.count, "“”‘’—…·"))


def _is_latin(lines: Sequence[Printed]) -> bool:
    """Tell whether lines are mostly Latin: words make their ends ragged."""
    text = "".join(line.text for line in lines)
    return sum(character < "\u2e80" and character.isalpha() for character in text) * 2 > len(text)

"""Lines of a PDF page, and which of them make a paragraph.

Contract: pure; a line is text with its page and box.  A line ends a paragraph when it stops well
before the right edge of the text, or when the next one is indented, set apart or of another size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from pipeline.readers.marks import is_ended, leading_item

# Lines at the upper and lower edge of a page, as shares of its height.
_EDGE = 0.09
_WORD = re.compile(r"[\wÀ-ʯḀ-ỿ.'’-]+", re.ASCII)
# Where Chinese characters and marks begin.
HAN = "\u2e80"
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:第\s*)?[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*[頁页]?(?:[,，]?\s*共\s*\d+\s*[頁页])?$"
)
_ITEM = re.compile(
    # 4.7% and （8）日 open no point of a list.
    r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、．)）]|\.(?!\d))"
    r"|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）](?![年月日])"
    r"|[●•◆■□▪▌▍▎‧▲△▶►▸◎○★✓✔➢➤❖·．・\uf020-\uf0ff*-]\s?"
    # From when until when, of a programme.
    r"|\d{1,2}[:：]\d\d ?[-–—~～至] ?\d{1,2}[:：]\d\d(?=\s)"
)


# The label that opens what someone says.
_LABEL = re.compile(
    r"(?:[A-Z][\w.'’-]* ){0,4}[^\s，。、：:；！？（(]{1,16}"
    r"(?:[（(][^（()）]{1,20}[)）])?[：:](?!//)"
)
# A label of one sign and its colon may be the end of a word that the line end cuts: 語 / 言：.
_SHORTEST = 2
_SEVERAL = 3
_HUNG = 4.0
_OPENING = "「『（(《〈【“‘"


class Line(NamedTuple):
    """A line of text.

    Attributes:
        page: its page, from 1.
        text: its characters.
        x0, x1, top, bottom: its box.
        size: height of its characters.
        edge: whether it stands at the upper or lower edge of the page.
        ends_word: whether it ends at the end of a word; None where the page does not tell.
        left, right: where the column begins and ends that it stands in; 0 outside of columns.
    """

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    edge: bool
    ends_word: bool | None = None
    left: float = 0.0
    right: float = 0.0


# Where a character stands: its left side and its top.
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shown:
    """The characters of a page.

    Attributes:
        number: which page it is, from 1.
        height: of the page.
        chars: pdfplumber's characters.
        before_blank: those with a blank behind them; None where the page has no blanks at the ends
            of lines that break between Latin words.
    """

    number: int
    height: float
    chars: list[dict[str, Any]]
    before_blank: frozenset[Spot] | None

    def inside(self, box: tuple[float, ...]) -> Shown:
        """Return the characters whose middle lies in a box."""
        return replace(self, chars=[char for char in self.chars if _is_inside(char, box)])

    def outside(self, boxes: Sequence[tuple[float, ...]]) -> Shown:
        """Return the characters whose middle lies in none of some boxes."""
        chars = [c for c in self.chars if not any(_is_inside(c, box) for box in boxes)]
        return replace(self, chars=chars)


def spot(char: Any) -> Spot:
    """Return where a character stands."""
    return float(char["x0"]), float(char["top"])


def lines_of(shown: Shown) -> list[Line]:
    """Return the lines that characters make."""
    from pdfplumber.utils.text import chars_to_textmap  # noqa: PLC0415 - only for PDF

    if not shown.chars:
        return []
    found = []
    for line in chars_to_textmap(shown.chars, x_tolerance_ratio=0.4).extract_text_lines():
        text = line["text"].strip()
        if not text:
            continue
        size = median(char["size"] for char in line["chars"])
        share = _EDGE * shown.height
        is_edge = line["bottom"] < share or line["top"] > shown.height - share
        seen = [char for char in line["chars"] if not char["text"].isspace()]
        box = (seen[0]["x0"], seen[-1]["x1"], line["top"], line["bottom"])
        blanks = shown.before_blank
        ends_word = None if blanks is None else spot(seen[-1]) in blanks or text[-1] == "-"
        found.append(Line(shown.number, text, *box, size, is_edge, ends_word))
    return found


def _is_inside(char: Any, box: tuple[float, ...]) -> bool:
    x = (char["x0"] + char["x1"]) / 2
    y = (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x < box[2] and box[1] <= y < box[3])  # cells side by side share no sign


def without_margins(lines: Sequence[Line]) -> list[Line]:
    """Leave out page numbers, and lines that come again at the edge of pages."""
    told = Counter({(line.page, _likeness(line)): 1 for line in lines if line.edge})
    pages = Counter(likeness for _, likeness in told)
    return [
        line
        for line in lines
        if not (line.edge and (pages[_likeness(line)] > 1 or _PAGE_NUMBER.match(line.text)))
    ]


def _likeness(line: Line) -> str:
    return _NUMBER.sub("0", line.text)


class _Setting(NamedTuple):
    """How lines are set: where they end, and the gap between them.

    ``even`` is where all full lines end in justified text, None in other text.
    """

    right: float
    even: float | None
    gap: float


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    if not lines:
        return
    wide = [line for line in lines if not line.right] or lines
    left = median(line.x0 for line in wide)
    settings = _settings(lines)
    last: dict[str, int] = {}
    block: list[Line] = []
    for line in lines:
        item = leading_item(line.text)
        is_next = item is not None and item.value in (1, last.get(item.style, 0) + 1)
        if item is not None and is_next:
            last[item.style] = item.value
        if block and _begins(
            block[-1], line, line.left or left, settings[block[-1].right], is_next=is_next
        ):
            yield block
            block = []
        block.append(line)
    yield block


def _settings(lines: Sequence[Line]) -> dict[float, _Setting]:
    """Return how lines are set, by the right end of their column."""
    columns: dict[float, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.right, []).append(line)
    wide = columns.get(0.0, lines)
    right = max(line.x1 for line in wide)
    gap = _usual_gap(lines, right)
    return {
        edge: _Setting(edge or right, _even_edge(own, edge or right), gap)
        for edge, own in columns.items()
    }


def _usual_gap(lines: Sequence[Line], right: float) -> float:
    """Return the gap between the lines of a paragraph: below full lines within a sentence."""
    gaps, inner = [], []
    for before, line in pairwise(lines):
        gap = line.top - before.bottom
        if before.page == line.page and gap >= 0:
            gaps.append(gap)
            if before.x1 > (before.right or right) - 2.5 * before.size and not (
                is_ended(before.text) or abs(line.size - before.size) > 0.15 * line.size
            ):
                inner.append(gap)
    return median(inner if len(inner) >= _SEVERAL else gaps or [0.0])


def _even_edge(lines: Sequence[Line], right: float) -> float | None:
    """Return where the full lines of justified text end; marks may hang over that edge.

    Lines of Han characters alone end evenly in any text, those with Latin letters or digits do not.
    """
    mixed = [line for line in lines if any(c < HAN and c.isalnum() for c in line.text)]
    near = Counter(round(line.x1) for line in mixed if line.x1 > right - 3 * line.size)
    if near.total() < 3 * _SEVERAL:
        return None
    edge, count = max(near.items(), key=lambda item: (item[1], item[0]))
    return (
        float(edge) if 10 * (count + near[edge - 1] + near[edge + 1]) >= 7 * near.total() else None
    )


def _begins(before: Line, line: Line, left: float, setting: _Setting, *, is_next: bool) -> bool:
    """Whether a paragraph begins with ``line``; ``is_next`` if its number is the next of a list."""
    size = before.size
    if abs(line.size - size) > 0.15 * size:
        return True
    # A number out of sequence within a sentence is none of a list: 改搭 / 97、106號公車.
    if _ITEM.match(line.text) and (is_next or is_ended(before.text) or not leading_item(line.text)):
        return True
    label = _LABEL.match(line.text)
    are_fields = label and len(label[0]) > _SHORTEST and setting.even is None
    if label and (is_ended(before.text) or (are_fields and _LABEL.match(before.text))):
        return True
    if _is_short(before, line, left, setting) or _are_rows(before.text, line.text):
        return True
    if before.page != line.page or line.top < before.top:
        return line.x0 > left + 1.2 * size
    # The lines of a point may hang: they stand below its words, not below its bullet.
    indent = (_HUNG if _ITEM.match(before.text) else 1.2) * size
    is_set_in = line.x0 > max(left, before.x0) + indent
    apart = 0.3 if is_ended(before.text) else 0.6
    return is_set_in or line.top - before.bottom > setting.gap + apart * size


def _are_rows(before: str, line: str) -> bool:
    """Whether two lines are rows of a table whose cells bars part."""
    return any(1 < before.count(bar) == line.count(bar) for bar in "｜|")


def _is_short(before: Line, line: Line, left: float, setting: _Setting) -> bool:
    """Whether a line ends before the place where lines are broken."""
    size = before.size
    if setting.even is not None:
        return before.x1 < setting.even - 0.6 * size - 1
    width = setting.right - left
    slack = 2.5 * size if is_ended(before.text) else max(2.5 * size, 0.15 * width)
    return before.x1 + _unbroken(before.text, line.text) * size < setting.right - slack


def _unbroken(before: str, line: str) -> float:
    """Return the width of what stands unbroken at the start of a line, in heights of characters.

    A Latin word is not broken, so the line before it may be short; some programs break at blanks
    alone wherever there are any.
    """
    line = line.lstrip(_OPENING)
    word = _WORD.match(line)
    if word is None:
        return 0.0
    if _WORD.match(before[-1]):
        chunk = line.partition(" ")[0]
        return sum(0.55 if character < HAN else 1.0 for character in chunk)
    return 0.55 * len(word[0])

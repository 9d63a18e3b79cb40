"""Join the lines of cells that a program wrapped at the width of their column.

Contract: pure and linear in the text of the table; only line ends inside cells are touched, each
by a named rule.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.readers import cues, marks
from pipeline.readers.canonical import Draft

_NARROWEST = 20
# A name goes on behind its dot, however its line was ended: 卡洛斯·
_DOTS = re.compile(r"(?<=\w)[·‧・•]\n(?=\w)")
_SLACK = 3
_FEWEST = 4


def join_wrapped(drafts: Sequence[list[Draft]]) -> None:
    """Join the wrapped lines of the cells of a table, given as rows, in place.

    Authors end lines where they like; where nearly all lines of a column that another one follows
    are equally wide, and most of them end within a sentence, a program ended them.  Nor does a name
    end at the dot between its parts.
    """
    for row in drafts:
        for column, draft in enumerate(row):
            ends = _DOTS.finditer(draft.text) if "\n" in draft.text else ()
            if glues := {match.end() - 1: "" for match in ends}:
                row[column] = draft.with_joins(glues)
    width = max(map(len, drafts), default=0)
    for column in range(width):
        rows = [row for row in drafts if column < len(row)]
        texts = [row[column].text for row in rows]
        least = _least_width(texts)
        if not least:
            continue
        for row, text in zip(rows, texts, strict=True):
            joins = dict(_joins(text, least))
            if joins:
                row[column] = row[column].with_joins(joins)


def _least_width(texts: Sequence[str]) -> int:
    """Return from which width on a line of the column is full, 0 if lines were not wrapped."""
    pairs = [pair for text in texts if "\n" in text for pair in itertools.pairwise(_lines(text))]
    if len(pairs) < _FEWEST:
        return 0
    reaches = [_reach(*pair) for pair in pairs]
    top = max(marks.width(line) for line, _ in pairs)
    if top < _NARROWEST:
        return 0
    full = [line for (line, _), reach in zip(pairs, reaches, strict=True) if reach >= top - _SLACK]
    unended = sum(not marks.is_ended(line) for line in full)
    is_wrapped = len(full) * 10 >= 7 * len(pairs) and unended * 2 > len(full) >= _FEWEST
    return top - _SLACK if is_wrapped else 0


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _reach(line: str, following: str) -> int:
    """Return how far a line would reach with the word that begins the next one."""
    word = following.split(" ", 1)[0] if following[:1].isascii() else ""
    return marks.width(line) + (len(word) + 1 if word and word.isascii() else 0)


def _joins(text: str, least: int) -> Iterator[tuple[int, str]]:
    """Yield the offsets of line ends that only wrap, with what joins the lines."""
    at = 0
    for line, following in itertools.pairwise(_lines(text)):
        at += len(line)
        is_new = marks.leading_item(following) or marks.opens_item(following)
        is_text = line and following and not is_new and not cues.is_entry(following)
        if is_text and _reach(line, following) >= least:
            yield at, marks.glue(line, following)
        at += 1

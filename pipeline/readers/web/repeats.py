"""Paragraphs between two parts of a table that a page cut: its title again, 續上頁.

Contract: pure; what says nothing new is dropped, so that the table is one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.language import views
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.tables.cells import Drop

_RULE = "repeated_page_header"
_LONGEST = 60
_GOES_ON = views.pattern(
    r"[ ]*[(\[-]?[ ]*(?:[續接承](?:[上前][頁表]?)?|continued|cont'd)[ ]*[)\]-]?[ .:]*$"
)


class Titles(NamedTuple):
    """What stands right above a part of a table.

    Attributes:
        headings: its titles, which the next page may print again as they are.
        line: the line right above it, of any kind, which it may print again with （續）.
    """

    headings: frozenset[str] = frozenset()
    line: str = ""


def titles_of(above: Sequence[Paragraph]) -> Titles:
    """Return what may be said again at the head of the next page.

    Args:
        above: the paragraphs between a part of a table and what is above it.
    """
    told = [p for p in above if not p.is_blank]
    right_above = itertools.takewhile(_is_heading, reversed(told))
    line = views.key(told[-1].text) if told and _is_short(told[-1]) else ""
    return Titles(frozenset(views.key(p.text) for p in right_above), line)


def find_repeats(waiting: Iterable[Paragraph], titles: Titles) -> list[Drop] | None:
    """Return the paragraphs as drops if they only say the titles again or 續上頁, else None.

    Args:
        waiting: the paragraphs between two parts of a table.
        titles: what stands right above the first of the two.
    """
    drops: list[Drop] = []
    for paragraph in waiting:
        folded = views.fold(paragraph.text)
        said = _GOES_ON.sub("", folded)
        key = views.key(said) if said.strip() else ""
        is_again = key in titles.headings and _is_heading(paragraph)
        if key and not is_again and (said == folded or key not in {*titles.headings, titles.line}):
            return None
        for part in paragraph.parts:
            drops += [*part.drops, Drop(part.start, part.end, _RULE)]
    return drops


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.kind in ("title", "heading") and _is_short(paragraph)


def _is_short(paragraph: Paragraph) -> bool:
    return 0 < len(paragraph.text.strip()) <= _LONGEST

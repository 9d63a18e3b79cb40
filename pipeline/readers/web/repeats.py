"""Paragraphs between two parts of a table that a page cut: its title again, 續上頁.

Contract: pure; what says nothing new is dropped, so that the table is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pipeline.language import views
from pipeline.readers.prose import Paragraph
from pipeline.readers.tables.cells import Drop

_RULE = "repeated_page_header"
_LONGEST = 60
_GOES_ON = views.pattern(
    r"[ ]*[(\[-]?[ ]*(?:[續接承](?:[上前][頁表]?)?|continued|cont'd)[ ]*[)\]-]?[ .:]*$"
)


def titles_of(paragraphs: Iterable[Paragraph]) -> set[str]:
    """Return the short lines that may be said again at the head of the next page."""
    return {views.key(p.text) for p in paragraphs if 0 < len(p.text.strip()) <= _LONGEST}


def find_repeats(waiting: Iterable[Paragraph], titles: Collection[str]) -> list[Drop] | None:
    """Return the paragraphs as drops if they only say a title again or 續上頁, else None."""
    drops: list[Drop] = []
    for paragraph in waiting:
        said = _GOES_ON.sub("", views.fold(paragraph.text))
        if said.strip() and views.key(said) not in titles:
            return None
        for part in paragraph.parts:
            drops += [*part.drops, Drop(part.start, part.end, _RULE)]
    return drops

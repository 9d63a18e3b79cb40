"""Read what stands between ``<pre>`` and its end as the plain text it is: tables, turns, prose.

Contract: only text without tags in it; every clean character of it is accounted for.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from pipeline.readers.lines import mark_page_furniture, split_lines
from pipeline.readers.tables import drawn
from pipeline.readers.tables import plan as table_plan
from pipeline.readers.tables import text as table_text
from pipeline.readers.tables.grid import Written
from pipeline.readers.web.tokens import Token

_FEWEST_LINES = 3
_MOST = 50  # each costs a copy of the page


def find_pres(tokens: Sequence[Token], text: str) -> frozenset[int]:
    """Return which tokens are all the text of a ``pre`` of several lines, the first of them."""
    found = (
        index + 1
        for index, token in enumerate(tokens[:-2])
        if token.name == "pre"
        and token.kind == "open"
        and tokens[index + 1].kind == "text"
        and (tokens[index + 2].name, tokens[index + 2].kind) == ("pre", "close")
        and text.count("\n", tokens[index + 1].start, tokens[index + 1].end) >= _FEWEST_LINES
    )
    return frozenset(itertools.islice(found, _MOST))


def read(written: Written, start: int, end: int) -> None:
    """Append clean text ``start..end`` as the reader of plain text would."""
    draft = written.draft
    whole = draft.clean
    text = whole.text[start:end]
    lines = split_lines(text)
    for line in lines:
        line.start, line.end = line.start + start, line.end + start
    # The readers of lines take the text to end where the clean text does.
    draft.clean = dataclasses.replace(whole, text=whole.text[:end])
    if table_plan.is_table_text(text):
        table_text.read_lines(written, lines)
    else:
        mark_page_furniture(lines)
        drawn.read_lines(written, lines, drawn.find_areas(lines))
    draft.clean = whole
    draft.insert("\n", "paragraph")

"""Questions without a label between turns with one: an interview whose answers alone are labelled.

Contract: read only where most turns but the last end with a line that is one question, and a
by-line tells who asks or one answers most; the writer of the one by-line asks, else nobody named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.contract import Segment, Statement
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.interviews import find_interviewer
from pipeline.relations.statements.legends import first_person, words_of
from pipeline.relations.statements.speakers import Speaker, speaker_of, statement

# A line that is one question: 二、錢從哪裡來？
_QUESTION = re.compile("[^。!?;:\n「」]{3,60}\\?[」】*]*\\s*")
_LEAST = 2


def find_between(near: Neighbours, turns: Sequence[Segment]) -> list[Statement]:
    """Return the questions, each in the turn it ends, the first one on the line above the turns."""
    asked = [(turn, at) for turn in turns[:-1] if (at := _asked_at_end(near, turn)) >= 0]
    if len(asked) < _LEAST or len(asked) * 3 < len(turns[:-1]) * 2:
        return []
    first = near.doc.view.rfind("\n", 0, max(0, turns[0].start - 2)) + 1
    above = [
        block
        for block in near.doc.of_kind("paragraph", "list_item", "heading")
        if first <= block.start and block.end <= turns[0].start
        if _QUESTION.fullmatch(near.doc.view, block.start, block.end)
    ]
    writer = find_interviewer(near, turns[0].start)
    if writer is None and not _is_of_one(near, turns):
        return []  # speakers of a panel end with questions of their own
    asker = speaker_of(near, writer.entity_id, writer.start) if writer else Speaker()
    places = [(block, block.start, block.end) for block in above[-1:]]
    places += [(turn, at, turn.end) for turn, at in asked]
    return [_question(near, *place, asker) for place in places]


def _is_of_one(near: Neighbours, turns: Sequence[Segment]) -> bool:
    """Whether one label or person answers in two of three turns."""
    people = (first_person(near, turn.start, words_of(near, turn)) for turn in turns)
    names = (
        person.entity_id if person else turn.label
        for person, turn in zip(people, turns, strict=True)
    )
    return Counter(names).most_common(1)[0][1] * 3 >= len(turns) * 2


def _asked_at_end(near: Neighbours, turn: Segment) -> int:
    """Return where the last line of a turn begins if it is a question, none of its words; or -1."""
    view = near.doc.view
    _, end = trimmed(near.doc.text, turn.start, turn.end)
    line = view.rfind("\n", turn.start, end) + 1
    is_more = line > turn.start and _QUESTION.fullmatch(view, line, turn.end) is not None
    said = view[turn.start : line].strip() if is_more else ""
    return line if said and not said.endswith(("?", ":")) else -1


def _question(near: Neighbours, segment: Segment, start: int, end: int, by: Speaker) -> Statement:
    start, end = trimmed(near.doc.text, start, end)
    return statement(
        near.doc, "question", segment.segment_id, start, end, by, rule="interview", score=0.8
    )

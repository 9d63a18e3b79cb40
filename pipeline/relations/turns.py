"""Statements of transcripts: every turn, as question, answer or plain turn.

Contract: a turn's words begin behind its label; an answer points at the last question of another
speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.speakers import Speaker, speaker_of, statement

_QUESTION = views.pattern(r"[?]|嗎[。」]?\s*$|請(?:問|教)|為什麼|怎麼|多少[。]?\s*$")
_CHAIR = views.pattern("主席|主持人|司儀|議長|召集人")


def find_turns(near: Neighbours) -> Iterator[Statement]:
    """Yield a statement for each turn, in order."""
    doc = near.doc
    asked: tuple[Statement, str] | None = None
    before = ""
    chairs: dict[str, Mention] = {}
    for turn in doc.of_kind("turn"):
        words = _words(near, turn)
        start, end = trimmed(doc.text, words, turn.end)
        if start >= end:
            continue
        label = views.fold(turn.label or doc.view[turn.start : words].strip().rstrip(":").strip())
        person = _person(near, turn.start, words) or chairs.get(label)
        if person is not None:
            chairs.setdefault(label.split("(")[0], person)
        speaker = speaker_of(near, person.entity_id, person.start) if person else Speaker()
        name = speaker.person_id or label
        is_chair = _CHAIR.match(label) is not None
        asks = _QUESTION.search(doc.view, start, end) is not None and not is_chair
        answers = asked is not None and not is_chair and asked[1] not in (name, "")
        answers = answers and before in (name, asked[1] if asked else "")
        kind = "question" if asks else "answer" if answers else "turn"
        made = statement(
            doc,
            kind,
            turn.segment_id,
            start,
            end,
            speaker,
            rule="turn",
            score=0.95 if person else 0.7,
            reply_to=asked[0].statement_id if asked and kind == "answer" else None,
        )
        if asks:
            asked = (made, name)
        if not is_chair:
            before = name
        yield made


def _words(near: Neighbours, turn: Segment) -> int:
    """Return where the words of a turn begin: behind the colon of its label."""
    children = near.doc.children(turn)
    if len(children) > 1 and children[0].kind == "heading":
        return children[0].end
    colon = near.doc.view.find(":", turn.start, min(turn.end, turn.start + 60))
    return turn.start if colon < 0 else colon + 1


def _person(near: Neighbours, start: int, end: int) -> Mention | None:
    found = near.doc.kept_in(start, end, "PERSON")
    return found[0] if found else None

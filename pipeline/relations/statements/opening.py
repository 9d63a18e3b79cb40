"""One opening: where someone begins to speak, and whether a quote follows.

Contract: plain values; positions are those of the document's text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.speakers import Speaker

# Not a name the sentence goes on with: 期待，「智慧城市法」早日通過; but 說，「會更好」並加碼.
_QUOTED = re.compile(r"[:,][ ]?「(?![^「」。,!?;]{1,12}」[^\s。,;!?」()后并也又就还再随])")
_QUOTES = re.compile(r"[ ]?「")
_SAYING = frozenset("说道问答称")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where someone begins to speak, and how far that has been read.

    A brief one says its own sentence only.
    """

    start: int
    reached: int
    speaker: Speaker
    verb: str | None
    is_direct: bool
    score: float
    is_brief: bool = False


def opening_at(
    near: Neighbours, start: int, verb: re.Match[str], speaker: Speaker, score: float
) -> Opening:
    """Return what begins at ``start`` with the verb of a match."""
    first, last = verb.span("verb")
    said = near.doc.text[first:last]
    direct = is_direct(near.doc.view, said, last)
    return Opening(start, last, speaker, said, direct, score)


def is_direct(view: str, verb: str | None, end: int) -> bool:
    """Whether a quote follows what is said at ``end``; a colon and quote need no verb."""
    if verb is None:
        return view[end : end + 1] != ":" or _QUOTED.match(view, end) is not None
    if _QUOTED.match(view, end):
        return True
    return views.fold(verb)[-1] in _SAYING and _QUOTES.match(view, end) is not None

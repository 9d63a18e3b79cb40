"""Statements in prose: from a speaker to the last sentence before another one speaks.

Contract: reads paragraphs outside tables and turns; never leaves a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.contract import Mention, Segment, Statement
from pipeline.language.lexemes import one_of
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.speakers import Speaker, speaker_for, speaker_of, statement

_BLOCKS = ("paragraph", "list_item", "title", "heading")
_FARTHEST = 30
_STOP = re.compile(r"[。;!?\n]")
_QUOTED = re.compile(r"[:,][ ]?「")
_ADVERBS = frozenset(["", "则", "也", "亦", "并", "就", "还", "接着", "随后", "最后"])
_PAUSES = frozenset(",:「")
_QUOTES = re.compile(r"[ ]?「")
_SAYING = frozenset("说道问答称")


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Verbs of saying: any of them after a person, the strong ones after a body, too."""

    verbs: re.Pattern[str]
    strong: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where someone begins to speak."""

    start: int
    speaker: Speaker
    verb: str
    is_direct: bool
    score: float


def build_speech_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> SpeechLexicon:
    """Build from the rows of speech_verbs.csv."""
    rows = tables["speech_verbs"]
    strong = [row["verb"] for row in rows if row["is_weak"] != "1"]
    return SpeechLexicon(
        re.compile(one_of(row["verb"] for row in rows)), re.compile(one_of(strong))
    )


def find_speeches(near: Neighbours, lexicon: SpeechLexicon) -> Iterator[Statement]:
    """Yield the speeches of each paragraph, in order."""
    doc = near.doc
    for block in doc.of_kind(*_BLOCKS):
        if any(parent.kind in ("table", "turn", *_BLOCKS) for parent in doc.ancestors(block)):
            continue
        openings = list(_openings(near, block, lexicon))
        for index, opening in enumerate(openings):
            end = block.end
            if index + 1 < len(openings):
                end = _last_end(doc.view, opening.start, openings[index + 1].start)
            start, end = trimmed(doc.text, opening.start, end)
            yield statement(
                doc,
                "direct" if opening.is_direct else "reported",
                block.segment_id,
                start,
                end,
                opening.speaker,
                rule="speech",
                score=opening.score,
                verb=opening.verb,
            )


def _last_end(view: str, start: int, following: int) -> int:
    """Return where a speech ends before the next one begins: its last sentence, else clause."""
    for marks, keep in (("。!?\n", 1), (";", 0), (",", 0)):
        end = max(view.rfind(mark, start, following) for mark in marks)
        while keep and end >= 0 and view[end + 1 : end + 2] == "」":
            end += 1
        if end >= 0:
            return end + keep
    return following


def _openings(near: Neighbours, block: Segment, lexicon: SpeechLexicon) -> Iterator[_Opening]:
    """Yield where speakers begin; one who goes on speaking begins nothing new."""
    doc = near.doc
    last: Speaker | None = None
    reached = block.start
    for mention in doc.kept_in(block.start, block.end, "PERSON", "ORGANIZATION", "CITY"):
        if mention.start < reached or mention.entity_id is None:
            continue
        is_person = mention.label == "PERSON"
        verb = _verb(near, mention, block.end, lexicon.verbs if is_person else lexicon.strong)
        if verb is None:
            continue
        if is_person:
            speaker = speaker_of(near, mention.entity_id, mention.start)
        else:
            speaker = speaker_for(near, mention)
        if last is not None and (not is_person or speaker.person_id == last.person_id):
            continue
        last, reached = speaker, verb.end()
        text = doc.text[verb.start() : verb.end()]
        start = max(block.start, _start(near, mention))
        saying = _QUOTES if verb[0][-1] in _SAYING else _QUOTED
        direct = (
            _QUOTED.match(doc.view, verb.end()) or saying.match(doc.view, verb.end())
        ) is not None
        yield _Opening(start, speaker, text, direct, 0.9 if is_person else 0.6)


def _verb(
    near: Neighbours, mention: Mention, end: int, verbs: re.Pattern[str]
) -> re.Match[str] | None:
    """Return the verb of saying of a mention's own clause, or None.

    Another person, or for a body anything but a few words, between them takes the verb away.
    """
    doc = near.doc
    far = _FARTHEST if mention.label == "PERSON" else 4
    limit = min(end, mention.end + far + 6)
    stop = _STOP.search(doc.view, mention.end, limit)
    limit = stop.start() if stop else limit
    for match in verbs.finditer(doc.view, mention.end, limit):
        if match.start() > mention.end + far:
            return None
        between = doc.kept_in(mention.end, match.start(), "PERSON")
        if len(match[0]) == 1 and not _is_alone(doc.view, mention.end, match):
            continue
        others = [m for m in between if doc.view[m.start - 1 : m.start] != "("]
        inside = doc.kept_in(mention.end, match.end() + 1)
        if others or any(m.start <= match.start() and match.end() <= m.end for m in inside):
            return None
        return match
    return None


def _is_alone(view: str, end: int, verb: re.Match[str]) -> bool:
    """Whether a verb of one character is a word: right behind the name or before a pause."""
    before = view[end : verb.start()].strip()
    return (
        before in _ADVERBS or before.endswith(")") or view[verb.end() : verb.end() + 1] in _PAUSES
    )


def _start(near: Neighbours, mention: Mention) -> int:
    """Return where the speaker's affiliation begins."""
    starts = [
        role.start
        for role in near.held.get(mention.entity_id or "", ())
        if role.start <= mention.start < role.end
    ]
    return min(starts, default=mention.start)

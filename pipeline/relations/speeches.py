"""Statements in prose: from a speaker to the last sentence before another one speaks.

Contract: reads paragraphs outside tables and turns; never leaves a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.language.lexemes import one_of
from pipeline.relations.addresses import find_address
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.speakers import Speaker, speaker_for, speaker_of, statement

_BLOCKS = ("paragraph", "list_item", "title", "heading")
_FARTHEST = 40
_STOP = re.compile(r"[。;!?\n]")
_QUOTED = re.compile(r"[:,][ ]?「")
_ADVERBS = frozenset(["", "则", "也", "亦", "并", "就", "还", "接着", "随后", "最后"])
_PAUSES = frozenset(",:「")
_QUOTES = re.compile(r"[ ]?「")
_SAYING = frozenset("说道问答称")
_NOT = frozenset("未不没")
# 指着, 指定, 称呼: no words of saying.
_OTHER_WORDS = re.compile("指[着著定派望名引认]|称[呼号]|道[路]")
_NOUN = re.compile("纪录|记录|报告|会议|稿|全文|书面|影片|单|内容")
# Behind a name, a colon and a quote are enough: 笑着摇手:「...」.
_COLON = re.compile("[^。;!?\n「」,:]{0,12}:[ ]?「")
# Whoever is called so in the next sentences is the person named last.
_PRONOUN = "(?:他|她|[这该]位[^。,;!?:「]{1,12}?)"
_CARRIED = 120
_ASKED_WITHIN = 80
# Somebody else asks in between: what follows is said anew.
_ASKED = re.compile(
    "(?:媒体|记者|外界|与会者|听众|观众|民众|网友|现场)[^。,;]{0,8}?(?:问|关心|关切|质疑|好奇)"
)
_NOTE = re.compile(
    "[(【](?:编按|编者按|编注|按:|注:|记者|图/|图:|文/|摄影|资料来源|完[)】]|相关报导)[^()】]*[)】]?\\s*\\Z"
)


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Verbs of saying: any of them after a person, the strong ones after a body, too."""

    verbs: re.Pattern[str]
    strong: re.Pattern[str]
    carried: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where someone begins to speak."""

    start: int
    speaker: Speaker
    verb: str | None
    is_direct: bool
    score: float


def build_speech_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> SpeechLexicon:
    """Build from the rows of speech_verbs.csv."""
    rows = tables["speech_verbs"]
    strong = [row["verb"] for row in rows if row["is_weak"] != "1"]
    return SpeechLexicon(
        re.compile(one_of(row["verb"] for row in rows)),
        re.compile(one_of(strong)),
        re.compile(rf"(?<=[。,;!?」]){_PRONOUN}[^。;!?「」]{{0,16}}?(?P<verb>{one_of(strong)})"),
    )


def find_speeches(near: Neighbours, lexicon: SpeechLexicon) -> Iterator[Statement]:
    """Yield the speeches of each paragraph, in order."""
    doc = near.doc
    address = find_address(near)
    if address is not None:
        yield address
    for block in doc.of_kind(*_BLOCKS):
        if any(parent.kind in ("table", "turn", *_BLOCKS) for parent in doc.ancestors(block)):
            continue
        if address is not None and block.end <= address.start:
            continue  # the title of a speech is no report of it
        openings = list(_openings(near, block, lexicon))
        if address is not None and address.start <= block.start < address.end:
            yield from _quoted(near, block, openings)
            continue
        for index, opening in enumerate(openings):
            end = block.end
            if index + 1 < len(openings):
                end = _last_end(doc.view, opening.start, openings[index + 1].start)
            yield _speech(near, block, opening, end)


def _quoted(near: Neighbours, block: Segment, openings: Sequence[_Opening]) -> Iterator[Statement]:
    """Yield what a speaker quotes of others: up to the end of the quote."""
    for opening in openings:
        close = near.doc.view.find("」", opening.start, block.end)
        if opening.is_direct and close >= 0:
            yield _speech(near, block, opening, close + 1)


def _speech(near: Neighbours, block: Segment, opening: _Opening, end: int) -> Statement:
    """Return a speech up to ``end`` without the editor's note behind it."""
    doc = near.doc
    note = _NOTE.search(doc.view, opening.start, end)
    start, end = trimmed(doc.text, opening.start, note.start() if note else end)
    return statement(
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
        said = _said(near, mention, block.end, lexicon)
        if said is None:
            continue
        if is_person:
            speaker = speaker_of(near, mention.entity_id, mention.start)
        else:
            speaker = speaker_for(near, mention)
        goes_on = last is not None and (not is_person or speaker.person_id == last.person_id)
        low = max(reached, mention.start - _ASKED_WITHIN)
        if goes_on and not (is_person and _ASKED.search(doc.view, low, mention.start)):
            continue
        verb, end = said
        last, reached = speaker, end
        start = max(block.start, _start(near, mention))
        direct = _is_direct(doc.view, verb, end)
        start = _quote_before(doc.view, start, block.start)
        yield _Opening(start, speaker, verb, direct, 0.9 if is_person else 0.6)


def _is_direct(view: str, verb: str | None, end: int) -> bool:
    """Whether a quote follows what is said at ``end``; a colon and quote need no verb."""
    if verb is None or _QUOTED.match(view, end):
        return True
    return views.fold(verb)[-1] in _SAYING and _QUOTES.match(view, end) is not None


def _quote_before(view: str, start: int, low: int) -> int:
    """Return where a sentence begins that is a quote broken off before its speaker.

    >>> _quote_before("前。「不求第一,」市长说", 9, 0)
    2
    """
    if not view.endswith(("」", "」,"), low, start):
        return start
    opened = view.rfind("「", low, start)
    if opened > low and not view.endswith((",」", "」,"), low, start):
        return start
    is_first = opened == low or (opened > low and view[opened - 1] in "。!?\n」 ")
    return opened if is_first else start


def _said(
    near: Neighbours, mention: Mention, end: int, lexicon: SpeechLexicon
) -> tuple[str | None, int] | None:
    """Return the verb (None before a quote) and its end where a mention says something."""
    doc = near.doc
    is_person = mention.label == "PERSON"
    verb = _verb(near, mention, end, lexicon.verbs if is_person else lexicon.strong)
    if verb is None and is_person:
        quote = _COLON.match(doc.view, mention.end, end)
        if quote is not None and not doc.kept_in(mention.end, quote.end(), "PERSON"):
            return None, quote.end() - 2
        verb = _carried(near, mention, end, lexicon)
    if verb is None:
        return None
    first, last = verb.span("verb" if "verb" in verb.re.groupindex else 0)
    return doc.text[first:last], last


def _carried(
    near: Neighbours, mention: Mention, end: int, lexicon: SpeechLexicon
) -> re.Match[str] | None:
    """Return what 他, 她 or 這位… says of whom only this person can be meant."""
    doc = near.doc
    limit = min(end, mention.end + _CARRIED)
    others = doc.kept_in(mention.end, limit, "PERSON")
    limit = min([limit, *(m.start for m in others if m.entity_id != mention.entity_id)])
    return lexicon.carried.search(doc.view, mention.end, limit)


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
        if doc.view[match.start() - 1] in _NOT:
            return None
        between = doc.kept_in(mention.end, match.start(), "PERSON")
        if len(match[0]) == 1 and not _is_alone(doc.view, mention.end, match):
            continue
        if mention.label != "PERSON" and _NOUN.match(doc.view, match.end()):
            continue
        others = [m for m in between if doc.view[m.start - 1 : m.start] != "("]
        inside = doc.kept_in(mention.end, match.end() + 1)
        if others or any(m.start <= match.start() and match.end() <= m.end for m in inside):
            return None
        return match
    return None


def _is_alone(view: str, end: int, verb: re.Match[str]) -> bool:
    """Whether a verb of one character is a word: right behind the name or before a pause."""
    if _OTHER_WORDS.match(view, verb.start()):
        return False
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

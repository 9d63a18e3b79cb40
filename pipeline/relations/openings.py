"""Where somebody begins to speak in a paragraph: a speaker and a verb of saying, or a quote.

Contract: openings come in order; one who goes on speaking begins nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.speakers import Speaker, speaker_for, speaker_of
from pipeline.relations.speech_verbs import SpeechLexicon, find_verb, speaks_for_body

_QUOTED = re.compile(r"[:,][ ]?「")
_QUOTES = re.compile(r"[ ]?「")
_SAYING = frozenset("说道问答称")
# Behind a name, a colon and a quote are enough: 笑着摇手:「...」.
_COLON = re.compile("[^。;!?\n「」,:]{0,12}:[ ]?「")
# Behind a name that opens a sentence, a colon: 接过话头:...
_TAKES_WORD = re.compile("[^。;!?\n「」,:、]{0,12}:(?=[ ]?[^\\s「])")
_LISTS = views.pattern("如下|分別|包括|包含|名單|時間|地點|電話|主題|題目|為:|是:|有:|[(/]")
# Behind a name that opens a paragraph, a colon is enough; in a list a dash is, too.
_LABEL = re.compile("[ ]?(?:\\([^()\n]{0,60}\\)|先生|女士|小姐|博士|医师|教授)?[ ]?:(?=[ ]?\\S)")
_MARK = "(?::|[─―]{1,2}|--| [-|｜] )(?=[ ]?\\S)"
_DASHED = re.compile(f"[ ]?(?:\\([^()\n]{{0,60}}\\)|先生|女士|小姐|博士|医师|教授)?[ ]?{_MARK}")
# In a list the office may stand between: ·Ms. Lomidze, former Minister, Georgia:...
_OFFICE_LABEL = re.compile(f", ?[^。;!?:「」\n─―]{{3,90}}?{_MARK}")
# An office that reports, and who does so for it: 消防局報告（林局長）:
_REPORTS = re.compile("[^。,;:「」()\n]{2,30}\\((?P<who>[^()\n]{2,30})\\)[ ]?:(?=[ ]?\\S)")
_ENDS = ("。", "!", "?", "」", ")", ".")
_BEFORE_LABEL = re.compile("[^。;!?,:\n「」]{0,30}")
# A city behind these is where something is said: 在高雄说.
_AT = frozenset("在于到赴抵从往来访")
# Behind the name of a reporter, in or out of brackets: ／富山報導】.
_BYLINE = views.pattern(
    "[ ]?/?[^。,;:!?()【】\n]{0,12}(?:報導|報道|專訪|特稿|撰文|攝影|電)(?:[】)]|\\s*\\n)"
)
_CARRIED = 120
_ASKED_WITHIN = 80
# What may stand between a quote and the office of its speaker: 首次來台的.
_UP_TO_NAME = re.compile("[,]?[ ]?(?:[-—–─]{1,2}[ ]?)?(?:[^。,;!?:「」\n、]{1,20}的)?")
# A quote before its speaker has so many characters at least.
_QUOTE_LEAST = 8
# Somebody else asks in between: what follows is said anew.
_ASKED = re.compile(
    "(?:媒体|记者|外界|与会者|听众|观众|民众|网友|现场|议员|民代|市民|业者|在野|学者|家长)[^。,;]{0,8}?"
    "(?:问|关心|关切|质疑|好奇|批评)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where someone begins to speak, and how far that has been read."""

    start: int
    reached: int
    speaker: Speaker
    verb: str | None
    is_direct: bool
    score: float


def find_openings(
    near: Neighbours, block: Segment, lexicon: SpeechLexicon, before: Speaker | None
) -> list[Opening]:
    """Return where speakers begin in a block.

    Args:
        near: the document.
        block: a paragraph, list item, heading or title.
        lexicon: verbs of saying.
        before: who spoke last in the paragraph before, whom 他 may mean.
    """
    found: list[Opening] = []
    resumed = lexicon.resumed.match(near.doc.view, block.start, block.end) if before else None
    if before and resumed and not near.doc.kept_in(block.start, resumed.end(), "PERSON"):
        found.append(_at(near, resumed.start(), resumed, before, 0.8))
    opened = _openings(near, block, lexicon, found[-1] if found else None)
    nameless = _nameless(near, block, lexicon)
    for opening in sorted([*opened, *nameless], key=lambda o: (o.start, -o.score)):
        if not found or opening.start >= found[-1].reached:
            found.append(opening)
    return found


def phrase_start(near: Neighbours, mention: Mention) -> int:
    """Return where the speaker's affiliation begins."""
    starts = [
        role.start
        for role in near.held.get(mention.entity_id or "", ())
        if role.start <= mention.start < role.end
    ]
    start = min(starts, default=mention.start)
    while (before := near.ending(start, "ORGANIZATION", "CITY", "COUNTRY", "TITLE")) is not None:
        if before.start >= start or "\n" in near.doc.text[before.end : start]:
            break
        start = before.start
    return start


def _at(
    near: Neighbours, start: int, verb: re.Match[str], speaker: Speaker, score: float
) -> Opening:
    first, last = verb.span("verb")
    said = near.doc.text[first:last]
    direct = _is_direct(near.doc.view, said, last)
    return Opening(start, last, speaker, said, direct, score)


def _nameless(near: Neighbours, block: Segment, lexicon: SpeechLexicon) -> Iterator[Opening]:
    """Yield where somebody without a name speaks: 一位來自南特的採購主管抱怨."""
    if block.kind not in ("paragraph", "list_item"):
        return
    for match in lexicon.nameless.finditer(near.doc.view, block.start, block.end):
        if near.doc.kept_in(match.start(), match.end(), "PERSON"):
            continue
        cities = near.doc.kept_in(match.start(), match.end(), "CITY")
        speaker = speaker_for(near, cities[0]) if cities else Speaker()
        yield _at(near, match.start(), match, speaker, 0.5)


def _openings(
    near: Neighbours, block: Segment, lexicon: SpeechLexicon, resumed: Opening | None
) -> Iterator[Opening]:
    """Yield where people, bodies and cities begin to speak."""
    doc = near.doc
    reports = None if resumed else _reports(near, block)
    if reports is not None:
        yield reports
    resumed = resumed or reports
    last = resumed.speaker if resumed else None
    reached = resumed.reached if resumed else block.start
    for mention in doc.kept_in(block.start, block.end, "PERSON", "ORGANIZATION", "CITY"):
        if mention.start < reached or mention.entity_id is None:
            continue
        is_person = mention.label == "PERSON"
        if mention.label == "CITY" and doc.view[mention.start - 1] in _AT:
            continue
        if not is_person and block.kind in ("title", "heading"):
            continue
        if is_person and _BYLINE.match(doc.view, mention.end):
            continue
        said = _said(near, mention, block, lexicon)
        if said is None:
            continue
        if is_person:
            speaker = speaker_of(near, mention.entity_id, mention.start)
        else:
            speaker = speaker_for(near, mention)
        goes_on = last is not None and _goes_on(near, mention, speaker, last)
        low = max(reached, mention.start - _ASKED_WITHIN)
        if goes_on and not (is_person and _ASKED.search(doc.view, low, mention.start)):
            continue
        verb, end = said
        last, reached = speaker, end
        start = max(block.start, phrase_start(near, mention))
        direct = _is_direct(doc.view, verb, end)
        start = _quote_before(doc.view, start, block.start)
        yield Opening(start, end, speaker, verb, direct, 0.9 if is_person else 0.6)


def _reports(near: Neighbours, block: Segment) -> Opening | None:
    """Return the report an office gives by the mouth of whoever stands in brackets."""
    match = _REPORTS.match(near.doc.view, block.start, block.end)
    if match is None or block.kind not in ("paragraph", "list_item"):
        return None
    people = near.doc.kept_in(*match.span("who"), "PERSON")
    if len(people) != 1 or near.doc.kept_in(block.start, match.start("who"), "PERSON"):
        return None
    speaker = speaker_of(near, people[0].entity_id, people[0].start)
    return Opening(block.start, match.end() - 1, speaker, None, False, 0.8)


def _goes_on(near: Neighbours, mention: Mention, speaker: Speaker, last: Speaker) -> bool:
    """Whether the last speaker goes on: the same person, or a body that opens no sentence."""
    if mention.label == "PERSON":
        return speaker.person_id == last.person_id
    if speaks_for_body(near, mention):
        return False
    if mention.label == "CITY" or (mention.form != "name" and speaker.city_id == last.city_id):
        return True
    view, first = near.doc.view, phrase_start(near, mention)
    return view[first - 1 : first] not in ("。", "!", "?", "」", "\n")


def _is_direct(view: str, verb: str | None, end: int) -> bool:
    """Whether a quote follows what is said at ``end``; a colon and quote need no verb."""
    if verb is None:
        return view[end : end + 1] != ":" or _QUOTED.match(view, end) is not None
    if _QUOTED.match(view, end):
        return True
    return views.fold(verb)[-1] in _SAYING and _QUOTES.match(view, end) is not None


def _quote_before(view: str, start: int, low: int) -> int:
    """Return where a sentence begins that is a quote right before its speaker.

    >>> _quote_before("前。「不求第一,」市长说", 9, 0)
    2
    >>> _quote_before("「不求第一。」首次来台的市长说", 12, 0)
    0
    """
    close = view.rfind("」", low, start)
    if close < 0 or not _UP_TO_NAME.fullmatch(view, close + 1, start):
        return start
    opened = view.rfind("「", low, close)
    is_first = opened == low or (opened > low and view[opened - 1] in "。!?\n」 )")
    return opened if is_first else start


def _said(
    near: Neighbours, mention: Mention, block: Segment, lexicon: SpeechLexicon
) -> tuple[str | None, int] | None:
    """Return the verb (None beside a quote or label) and its end where a mention says something."""
    doc, end = near.doc, block.end
    is_person = mention.label == "PERSON"
    if is_person and (label := _label(near, mention, block)) is not None:
        return None, label
    verb = find_verb(near, mention, end, lexicon.verbs if is_person else lexicon.strong)
    if verb is None and is_person:
        quote = _COLON.match(doc.view, mention.end, end)
        if quote is not None and not doc.kept_in(mention.end, quote.end(), "PERSON"):
            return None, doc.view.rindex(":", mention.end, quote.end())
        if (colon := _word_taken(near, mention, block)) is not None:
            return None, colon
        verb = _carried(near, mention, end, lexicon)
        if verb is None:
            return _after_quote(near, mention, block)
    if verb is None:
        return None
    first, last = verb.span("verb" if "verb" in verb.re.groupindex else 0)
    return doc.text[first:last], last


def _label(near: Neighbours, mention: Mention, block: Segment) -> int | None:
    """Return the mark behind a name that opens a paragraph with its office: 局長王小明：..."""
    view = near.doc.view
    if block.kind not in ("paragraph", "list_item") or mention.start - block.start > 48:
        return None
    title = near.starting(mention.end, "TITLE")
    is_item = block.kind == "list_item"
    end = title.end if title else mention.end
    label = (_DASHED if is_item else _LABEL).match(view, end, block.end)
    if label is None and is_item:
        label = _OFFICE_LABEL.match(view, mention.end, block.end)
    if label is None or not view[block.start : block.end].rstrip().endswith(_ENDS):
        return None
    first = phrase_start(near, mention)
    is_first = _BEFORE_LABEL.fullmatch(view, block.start, first) is not None
    return label.end() - 1 if is_first else None


def _word_taken(near: Neighbours, mention: Mention, block: Segment) -> int | None:
    """Return the colon behind a person who opens a sentence and takes the word."""
    view = near.doc.view
    if block.kind not in ("paragraph", "list_item"):
        return None
    taken = _TAKES_WORD.match(view, mention.end, block.end)
    first = phrase_start(near, mention)
    if taken is None or (first > block.start and view[first - 1] not in "。!?」\n "):
        return None
    if _LISTS.search(view, mention.end, taken.end()):
        return None
    return None if near.doc.kept_in(mention.end, taken.end(), "PERSON") else taken.end() - 1


def _after_quote(near: Neighbours, mention: Mention, block: Segment) -> tuple[None, int] | None:
    """Return the end of a name that a whole quote stands before: 「...。」局長王小明..."""
    view = near.doc.view
    start = phrase_start(near, mention)
    opened = _quote_before(view, start, block.start)
    close = view.rfind("」", opened, start)
    if close - opened < _QUOTE_LEAST or view[close - 1] not in "。!?,":
        return None
    return None, mention.end


def _carried(
    near: Neighbours, mention: Mention, end: int, lexicon: SpeechLexicon
) -> re.Match[str] | None:
    """Return what 他, 她 or 這位… says of whom only this person can be meant."""
    doc = near.doc
    limit = min(end, mention.end + _CARRIED)
    others = doc.kept_in(mention.end, limit, "PERSON")
    limit = min([limit, *(m.start for m in others if m.entity_id != mention.entity_id)])
    return lexicon.carried.search(doc.view, mention.end, limit)

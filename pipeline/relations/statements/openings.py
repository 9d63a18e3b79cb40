"""Where somebody begins to speak in a paragraph: a speaker and a verb of saying, or a quote.

Contract: openings come in order; one who goes on speaking begins nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements import speaker_phrases as phrases
from pipeline.relations.statements.speakers import (
    Speaker,
    only_holder,
    speaker_for,
    speaker_of,
)
from pipeline.relations.statements.speech_verbs import SpeechLexicon, find_verb, speaks_for_body
from pipeline.relations.statements.takings import label_end, takes_word

_QUOTED = re.compile(r"[:,][ ]?「")
_QUOTES = re.compile(r"[ ]?「")
_SAYING = frozenset("说道问答称")
# An office that reports, and who does so for it: 消防局報告（林局長）:
_REPORTS = re.compile("[^。,;:「」()\n]{2,30}\\((?P<who>[^()\n]{2,30})\\)[ ]?:(?=[ ]?\\S)")
# A city behind these is where something is said: 在高雄说.
_AT = frozenset("在于到赴抵从往来访")
# Behind the name of a reporter, in or out of brackets: ／富山報導】.
_BYLINE = views.pattern(
    "[ ]?/?[^。,;:!?()【】\n]{0,12}(?:報導|報道|專訪|特稿|撰文|攝影|電)(?:[】)]|\\s*\\n)"
)
_CHAIR_SAYS = views.pattern(
    "(?<=[。;\n ])(?:主席|召集人|主持人)(?P<verb>裁示|指示|結論|表示|說明|回應|裁定|總結)"
)
_SPEAKERS = ("PERSON", "ORGANIZATION", "CITY", "COUNTRY", "TITLE")
_PLACES = ("CITY", "COUNTRY")
# Somebody who speaks for a country: 芬蘭代表表示, 日本方面指出.
_FOR_COUNTRY = views.pattern("(?:方面|[駐的]?[^。,;!?:「」\n、]{0,4}代表|官員)")
_ASKED_WITHIN = 80
_TWO_WITHIN = 160
# Somebody else asks in between: what follows is said anew.
_ASKED = re.compile(
    "(?:媒体|记者|外界|与会者|听众|观众|民众|网友|现场|议员|立法委员|立委|民代|市民|业者|在野|学者|家长)[^。,;]{0,8}?"
    "(?:问(?!的)|关心|关切|质疑|好奇|批评)"
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
    near: Neighbours,
    block: Segment,
    lexicon: SpeechLexicon,
    before: Speaker | None,
    chair: Mention | None,
) -> list[Opening]:
    """Return where speakers begin in a block.

    Args:
        near: the document.
        block: a paragraph, list item, heading or title.
        lexicon: verbs of saying.
        before: who spoke last in the paragraph before, whom 他 may mean.
        chair: whom 主席 means in minutes.
    """
    found: list[Opening] = []
    resumed = lexicon.resumed.match(near.doc.view, block.start, block.end) if before else None
    if before and resumed and not near.doc.kept_in(block.start, resumed.end(), "PERSON"):
        found.append(_at(near, resumed.start(), resumed, before, 0.8))
    opened = list(_openings(near, block, lexicon, found[-1] if found else None))
    others = [*_nameless(near, block, lexicon), *_of_two(near, block, lexicon)]
    others += _asked(near, block, lexicon, [*found, *opened], before)
    if chair is not None and not found:
        others += _by_chair(near, block, chair)
    for opening in sorted([*opened, *others], key=lambda o: (o.start, -o.score)):
        if not found or opening.start >= found[-1].reached:
            found.append(opening)
    return found


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
        if near.doc.view[match.start() - 1] == "," and not phrases.is_about(
            near.doc.view, match.start(), block.start
        ):
            continue
        cities = near.doc.kept_in(match.start(), match.end(), "CITY")
        speaker = speaker_for(near, cities[0]) if cities else Speaker()
        yield _at(near, match.start(), match, speaker, 0.5)


def _asked(
    near: Neighbours,
    block: Segment,
    lexicon: SpeechLexicon,
    opened: Sequence[Opening],
    before: Speaker | None,
) -> Iterator[Opening]:
    """Yield where somebody without a name asks, and where 他 answers who spoke before."""
    if block.kind not in ("paragraph", "list_item"):
        return
    view = near.doc.view
    for match in lexicon.asks.finditer(view, block.start, block.end):
        if near.doc.kept_in(match.start(), match.end(), "PERSON"):
            continue
        yield _at(near, match.start(), match, Speaker(), 0.5)
        limit = min(block.end, match.end() + _ASKED_WITHIN)
        answer = lexicon.answers.search(view, match.end(), limit)
        speakers = [one.speaker for one in opened if one.start < match.start()]
        last = speakers[-1] if speakers else before
        if answer is None or last is None or near.doc.kept_in(match.end(), answer.end(), "PERSON"):
            continue
        yield _at(near, answer.start(), answer, last, 0.7)


def _by_chair(near: Neighbours, block: Segment, chair: Mention) -> Iterator[Opening]:
    """Yield what the chair of minutes says within a paragraph: …。主席裁示：留供參考."""
    speaker = speaker_of(near, chair.entity_id, chair.start)
    for match in _CHAIR_SAYS.finditer(near.doc.view, block.start + 1, block.end):
        yield _at(near, match.start(), match, speaker, 0.8)


def _of_two(near: Neighbours, block: Segment, lexicon: SpeechLexicon) -> Iterator[Opening]:
    """Yield where the one or the other of the two people named last speaks: 前者, 後者."""
    for match in lexicon.of_two.finditer(near.doc.view, block.start, block.end):
        low = max(block.start, match.start() - _TWO_WITHIN)
        named = near.doc.kept_in(low, match.start(), "PERSON")
        people = {m.entity_id: m for m in named if m.entity_id is not None}
        if len(people) < 2:
            continue
        person = [*people.values()][-2 if match["which"][0] == "前" else -1]
        speaker = speaker_of(near, person.entity_id, person.start)
        start = match.start()
        if match["which"][0] == "前" and "。" not in near.doc.view[person.start : start]:
            start = phrases.phrase_start(near, person)
        yield _at(near, start, match, speaker, 0.8)


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
    for mention in doc.kept_in(block.start, block.end, *_SPEAKERS):
        if mention.start < reached or (mention.entity_id is None and mention.label != "TITLE"):
            continue
        if mention.label == "TITLE" and not _stands_alone(near, mention):
            continue
        is_person = mention.label == "PERSON"
        if mention.label in _PLACES and not _speaks(near, mention, block):
            continue
        if not is_person and block.kind in ("title", "heading"):
            continue
        if is_person and _BYLINE.match(doc.view, mention.end):
            continue
        if phrases.is_addressed(near, mention) or (not is_person and _is_asked_to(near, mention)):
            continue
        said = _said(near, mention, block, lexicon)
        if said is None:
            continue
        if is_person:
            speaker = speaker_of(near, mention.entity_id, mention.start)
        elif mention.label == "TITLE":
            speaker = speaker_of(near, only_holder(near, mention), mention.start)
        else:
            speaker = speaker_for(near, mention)
        goes_on = last is not None and _goes_on(near, mention, speaker, last)
        low = max(reached, mention.start - _ASKED_WITHIN)
        if goes_on and not (is_person and _ASKED.search(doc.view, low, mention.start)):
            continue
        verb, end = said
        last, reached = speaker, end
        start = max(block.start, phrases.phrase_start(near, mention))
        direct = _is_direct(doc.view, verb, end)
        start = phrases.quote_before(doc.view, start, block.start)
        if verb is None and is_person and label_end(near, mention, block) == end:
            start = end + 1  # the words under a name, without it
        yield Opening(start, end, speaker, verb, direct, 0.9 if is_person else 0.6)


def _reports(near: Neighbours, block: Segment) -> Opening | None:
    """Return the report an office gives by the mouth of whoever stands in brackets."""
    match = _REPORTS.match(near.doc.view, block.start, block.end)
    if match is None or block.kind not in ("paragraph", "list_item"):
        return None
    people = near.doc.kept_in(*match.span("who"), "PERSON")
    bodies = near.doc.kept_in(*match.span("who"), "ORGANIZATION")
    if near.doc.kept_in(block.start, match.start("who"), "PERSON") or len(people) > 1:
        return None
    if people:
        speaker = speaker_of(near, people[0].entity_id, people[0].start)
    elif bodies and "报告" in match[0]:
        speaker = speaker_for(near, bodies[0])
    else:
        return None
    return Opening(match.end(), match.end() - 1, speaker, None, False, 0.8)


def _speaks(near: Neighbours, mention: Mention, block: Segment) -> bool:
    """Whether a place may be a speaker: no place where something is said, no bare country."""
    view = near.doc.view
    if view[mention.start - 1 : mention.start] in _AT and mention.start > block.start:
        return False
    return mention.label == "CITY" or _FOR_COUNTRY.match(view, mention.end) is not None


def _is_asked_to(near: Neighbours, mention: Mention) -> bool:
    """Whether a body is asked to say something, and does not yet: 請|市府說明."""
    return near.doc.view[phrases.phrase_start(near, mention) - 1 :][:1] in ("请", "促")


def _stands_alone(near: Neighbours, mention: Mention) -> bool:
    """Whether an office without a name is the subject of a sentence or clause: 縣長當場允諾."""
    if near.starting(mention.end, "PERSON") or near.ending(mention.start, "PERSON"):
        return False
    first = phrases.phrase_start(near, mention)
    return first == 0 or near.doc.view[first - 1] in "。!?」\n;,"


def _opens(near: Neighbours, mention: Mention) -> bool:
    first = phrases.phrase_start(near, mention)
    return first == 0 or near.doc.view[first - 1] in "。!?」\n;"


def _goes_on(near: Neighbours, mention: Mention, speaker: Speaker, last: Speaker) -> bool:
    """Whether the last speaker goes on: the same person, or a body that opens no sentence."""
    if mention.label in ("PERSON", "TITLE"):
        return speaker.person_id == last.person_id and speaker.person_id is not None
    if speaks_for_body(near, mention):
        return False
    if mention.label in _PLACES and _opens(near, mention):
        return speaker.city_id == last.city_id and speaker.country_code == last.country_code
    if mention.label in _PLACES or (mention.form != "name" and speaker.city_id == last.city_id):
        return True
    view, first = near.doc.view, phrases.phrase_start(near, mention)
    return view[first - 1 : first] not in ("。", "!", "?", "」", "\n")


def _is_direct(view: str, verb: str | None, end: int) -> bool:
    """Whether a quote follows what is said at ``end``; a colon and quote need no verb."""
    if verb is None:
        return view[end : end + 1] != ":" or _QUOTED.match(view, end) is not None
    if _QUOTED.match(view, end):
        return True
    return views.fold(verb)[-1] in _SAYING and _QUOTES.match(view, end) is not None


def _said(
    near: Neighbours, mention: Mention, block: Segment, lexicon: SpeechLexicon
) -> tuple[str | None, int] | None:
    """Return the verb (None beside a quote or label) and its end where a mention says something."""
    doc, end = near.doc, block.end
    is_person = mention.label == "PERSON"
    if is_person and (label := label_end(near, mention, block)) is not None:
        return None, label
    verb = find_verb(near, mention, end, lexicon.verbs if is_person else lexicon.strong)
    if verb is not None:
        return doc.text[verb.start() : verb.end()], verb.end()
    return takes_word(near, mention, block, lexicon) if is_person else None

"""Where somebody begins to speak in a paragraph: a speaker and a verb of saying, or a quote.

Contract: openings come in order; one who goes on speaking begins nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements import speaker_phrases as phrases
from pipeline.relations.statements.bystanders import speaks_between
from pipeline.relations.statements.going_on import PLACES, goes_on_with
from pipeline.relations.statements.opening import Opening, is_direct, opening_at
from pipeline.relations.statements.speakers import (
    Speaker,
    last_holder,
    office_of,
    only_holder,
    speaker_for,
    speaker_of,
)
from pipeline.relations.statements.speech_verbs import SpeechLexicon, find_verb
from pipeline.relations.statements.takings import is_carried, label_end, takes_word
from pipeline.relations.statements.unnamed import (
    find_again,
    find_asked,
    find_by_chair,
    find_nameless,
    find_of_two,
)

# An office that reports, and who does so for it: 消防局報告（林局長）:
_REPORTS = re.compile("[^。,;:「」()\n]{2,30}\\((?P<who>[^()\n]{2,30})\\)[ ]?:(?=[ ]?\\S)")
# A paragraph that is one quote goes on with who spoke.
_WHOLE_QUOTE = re.compile("\\s*「[^「」]{12,}[。!?]」\\s*")
# A city behind these is where something is said: 在高雄说.
_AT = frozenset("在于到赴抵从往来访")
# Behind the name of a reporter, in or out of brackets: ／富山報導】.
_BYLINE = views.pattern(
    "[ ]?/?[^。,;:!?()【】\n]{0,12}(?:報導|報道|專訪|特稿|撰文|攝影|電)(?:[】)]|\\s*\\n)"
)
_SPEAKERS = ("PERSON", "ORGANIZATION", "CITY", "COUNTRY", "TITLE")
# Somebody who speaks for a country: 芬蘭代表表示, 日本方面指出.
_FOR_COUNTRY = views.pattern("(?:方面|[駐的]?[^。,;!?:「」\n、]{0,4}代表|官員)")
# Words of somebody else are told with these.
_RELAYS = views.pattern("轉述|引述|轉達|轉告|代讀|宣讀|朗讀|引用|代為(?:宣讀|轉達|轉述|致詞|致意)")
# 甲市長與乙市長|談的都是老人: said by nobody alone.
_SHARED = re.compile("[^。,;]{1,3}的(?:都|全|也都)是")
_STOP = re.compile("[。;!?,「」:\n]")
_RELAYED_WITHIN = 40
# 轉達市長佐藤孝弘|的問候: no words of the mayor's are told.
_GREETING = views.pattern(
    "的?[^,。;]{0,4}(?:問候|祝福|祝賀|賀意|邀請|邀約|謝意|歉意|敬意|慰問|關切|歡迎)"
)
# A denial that says nothing more is one of what the sentence tells before: 外傳…，市府否認。
_BARE = views.pattern(
    "(?:否認|駁斥|澄清|證實|不予置評|不評論|未證實)(?:此事|傳聞|傳言|該傳聞|此說)?[。;]"
)
# 副市長…|接待。該市…。他說…: what lies between is told, not said.
_TURNS_AWAY = views.pattern("[^。「」]{0,16}。[該全][市縣府局館港區校]")
_ASKED_WITHIN = 80
# What somebody else shall say: 要求|市府說明, 請|環保局回覆.
_ASKS_OF = views.pattern("(?:[請促]|要求|呼籲|責成|責令|希望|期盼|建議)$")
# Whoever speaks so does it for the one who spoke before.
_STAFF_OF = ("他的", "她的", "发言人")


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
        found.append(opening_at(near, resumed.start("he"), resumed, before, 0.8))
    elif before and _WHOLE_QUOTE.fullmatch(near.doc.view, block.start, block.end):
        return [Opening(block.start, block.start, before, None, True, 0.7)]
    opened = list(_openings(near, block, lexicon, found[-1] if found else None))
    others = [
        *find_nameless(near, block, lexicon, [*found, *opened]),
        *find_of_two(near, block, lexicon),
    ]
    others += find_again(near, block, lexicon, [*found, *opened])
    others += find_asked(near, block, lexicon, [*found, *opened], before)
    if chair is not None and not found:
        others += find_by_chair(near, block, chair)
    for opening in sorted([*opened, *others], key=lambda o: (o.start, -o.score)):
        if not found or opening.start >= found[-1].reached:
            found.append(_of_staff(near, opening, found[-1].speaker if found else before))
    return found


def _of_staff(near: Neighbours, opening: Opening, boss: Speaker | None) -> Opening:
    """Let 她的幕僚 speak for the city of whoever spoke before."""
    is_staff = near.doc.view.startswith(_STAFF_OF, opening.start)
    if boss is None or not is_staff or opening.speaker.person_id is not None:
        return opening
    return replace(opening, speaker=replace(boss, person_id=None))


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
        if mention.label in PLACES and not _speaks(near, mention, block):
            continue
        if not is_person and block.kind in ("title", "heading"):
            continue
        if is_person and _BYLINE.match(doc.view, mention.end):
            continue
        said = _said(near, mention, block, lexicon)
        if said is None:
            continue
        is_object = phrases.is_addressed(near, mention)
        is_silent = is_object and not is_carried(near, mention, said[1], block)
        if is_silent or (not is_person and _is_asked_to(near, mention)):
            continue
        first = phrases.first_of_several(near, mention)
        speaker = _speaker(near, first, block)
        goes_on = last is not None and goes_on_with(near, first, speaker, last, reached, said[0])
        low = max(reached, mention.start - _ASKED_WITHIN)
        if goes_on and not (
            is_person and speaks_between(doc.view, low, mention.start, lexicon.bystanders)
        ):
            continue
        verb, end = said
        relayed = _relayed(near, mention, verb, end, block)
        if relayed is not None:
            if relayed.label == "PERSON" and _said(near, relayed, block, lexicon) is not None:
                continue  # whose words they are speaks next
            speaker = speaker_of(near, _who(near, relayed), relayed.start)
        last, reached = speaker, end
        start = phrases.phrase_start(near, first) - phrases.is_pointed_at(near, first)
        start = max(block.start, start)
        if is_person and (is_object or _turns_away(near, mention, end)):
            start = doc.view.rfind("。", mention.end, end) + 1
        direct = is_direct(doc.view, verb, end)
        start = phrases.quote_before(doc.view, start, block.start)
        if verb is not None and _BARE.match(doc.view, end - len(verb), block.end):
            start = phrases.topic_before(doc.view, start, low)
        if verb is None and is_person and label_end(near, mention, block) == end:
            start = end + 1  # the words under a name, without it
        yield Opening(start, end, speaker, verb, direct, 0.9 if is_person else 0.6)


def _turns_away(near: Neighbours, mention: Mention, end: int) -> bool:
    """Whether what stands between a name and 他說 is told, or the name glosses one that is met."""
    beside = near.ending(mention.start - 1, "PERSON")
    if beside is not None and phrases.is_addressed(near, beside):
        return True  # 拜會處長孫曉雅（|Sandra Oudkirk|）。她指出
    return _TURNS_AWAY.match(near.doc.view, mention.end, end) is not None


def _speaker(near: Neighbours, mention: Mention, block: Segment) -> Speaker:
    """Return who speaks: a person, whoever bears an office, else a place or body."""
    if mention.label == "PERSON":
        return speaker_of(near, mention.entity_id, mention.start)
    if mention.label != "TITLE":
        return speaker_for(near, mention)
    holder = last_holder(near, mention, block.start) or only_holder(near, mention)
    return speaker_of(near, holder, mention.start) if holder else office_of(near, mention)


def _relayed(
    near: Neighbours, mention: Mention, verb: str | None, end: int, block: Segment
) -> Mention | None:
    """Return whose words somebody tells: 發言人轉述|市長王大明的談話; None if the own."""
    if verb is None or _RELAYS.fullmatch(views.fold(verb)) is None:
        return None
    limit = min(block.end, end + _RELAYED_WITHIN)
    stop = _STOP.search(near.doc.view, end, limit)
    found = near.doc.kept_in(end, stop.start() if stop else limit, "PERSON", "TITLE")
    others = [m for m in found if m.entity_id != mention.entity_id and _who(near, m) is not None]
    people = [m for m in others if m.label == "PERSON"]
    relayed = next(iter(people or others), None)
    is_greeting = relayed is not None and _GREETING.match(near.doc.view, relayed.end) is not None
    return None if is_greeting else relayed


def _who(near: Neighbours, mention: Mention) -> str | None:
    """Return the person a name or an office without one means."""
    return mention.entity_id if mention.label == "PERSON" else only_holder(near, mention)


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
    first = phrases.phrase_start(near, mention)
    return _ASKS_OF.search(near.doc.view, max(0, first - 2), first) is not None


def _stands_alone(near: Neighbours, mention: Mention) -> bool:
    """Whether an office without a name is the subject of a sentence or clause: 縣長當場允諾."""
    if near.starting(mention.end, "PERSON") or near.ending(mention.start, "PERSON"):
        return False
    first = phrases.phrase_start(near, mention) - phrases.is_pointed_at(near, mention)
    return first == 0 or near.doc.view[first - 1] in "。!?」\n;,"


def _said(
    near: Neighbours, mention: Mention, block: Segment, lexicon: SpeechLexicon
) -> tuple[str | None, int] | None:
    """Return the verb (None beside a quote or label) and its end where a mention says something."""
    doc, end = near.doc, block.end
    is_person = mention.label == "PERSON"
    if is_person and (label := label_end(near, mention, block)) is not None:
        return None, label
    verb = find_verb(near, mention, end, lexicon.verbs if is_person else lexicon.strong)
    is_shared = verb is not None and _SHARED.match(doc.view, verb.start()) is not None
    if is_shared and phrases.is_second(near, mention):
        return None
    if verb is not None:
        return doc.text[verb.start() : verb.end()], verb.end()
    return takes_word(near, mention, block, lexicon) if is_person else None

"""Where speakers open whom no name stands for: 一位主管, 主辦單位, 有人問, 前者, 主席.

Contract: openings come in the order of the text, whoever else speaks there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements import speaker_phrases as phrases
from pipeline.relations.statements.bystanders import only_thinks, speaks
from pipeline.relations.statements.opening import Opening, opening_at
from pipeline.relations.statements.speakers import Speaker, is_ours, speaker_for, speaker_of
from pipeline.relations.statements.speech_verbs import SpeechLexicon

_CHAIR_SAYS = views.pattern(
    "(?<=[。;\n ])(?:主席|召集人|主持人)(?P<verb>裁示|指示|結論|表示|說明|回應|裁定|總結)"
)
# Who speaks for a body.
_OF_BODY = re.compile("(?:主办|承办|协办|招标|有关)(?:单位|方)|[^双我己地]方|发言人|[他她]的")
# 該單位, 該機構 is any body.
_ANY_BODY = frozenset(views.fold(word) for word in ("單位", "機構"))
# Parts of a city hall: 該局, 該科; 該團 and 該會 may be of anybody.
_OFFICES = frozenset(views.fold(word) for word in "局處室課科隊")
_OTHER_SIDE = "对方"
_COMPANY = "公司"
_COUNCILLOR = views.pattern("(?<![國會州洲參眾])議員")
_TOWN_HALL = "公所"
_ASKING = views.pattern("問|請教|質疑|質詢")
_IS_TOLD = re.compile("[。!?]")
_BODY_WITHIN = 400
_ASKED_WITHIN = 80
_TWO_WITHIN = 160


def find_nameless(
    near: Neighbours, block: Segment, lexicon: SpeechLexicon, opened: Sequence[Opening]
) -> Iterator[Opening]:
    """Yield where somebody without a name speaks: 一位來自南特的採購主管抱怨.

    Behind a comma that is so before anybody else speaks (能否如期，主辦單位坦言…) and behind what
    somebody asks: 韓組長就保固期提出疑問，|廠商代表回應….
    """
    if block.kind not in ("paragraph", "list_item"):
        return
    first = min((one.start for one in opened), default=block.end)
    for match, is_bystander in _nameless(near.doc.view, block, lexicon):
        if is_bystander and _is_within_speech(near.doc.view, block, opened, match):
            continue
        if near.doc.kept_in(match.start(), match.end(), "PERSON"):
            continue
        is_inside = near.doc.view[match.start() - 1] == ","
        if is_inside and match.start() < first and _OF_BODY.match(match[0]):
            is_inside = False
        is_led = phrases.is_led_to(near.doc.view, match.start(), block.start)
        if is_inside and not is_led and not _is_answer(near, opened, match.start()):
            continue
        cities = near.doc.kept_in(match.start(), match.end(), "CITY")
        if match[0].startswith(_OTHER_SIDE):
            cities = _guests_before(near, match.start())
        speaker = speaker_for(near, cities[-1]) if cities else _nobody(near, match)
        opening = opening_at(near, match.start(), match, speaker, 0.5)
        yield replace(opening, is_brief=is_bystander)


def _is_within_speech(
    view: str, block: Segment, opened: Sequence[Opening], match: re.Match[str]
) -> bool:
    """Whether a speaker before tells what somebody says: 市長：「…市民反映，…」.

    Whoever is quoted, or speaks behind a label, tells it; so does who reports what people think
    and goes on behind it: 市長：…。居民擔心，…。她說，….
    """
    start = match.start()
    if view.count("「", block.start, start) > view.count("」", block.start, start):
        return True
    last = max((o for o in opened if o.start < start), key=lambda o: o.start, default=None)
    if last is None:
        return False
    is_label = last.verb is None and last.start == last.reached + 1
    is_label = is_label and "「" not in view[last.start : last.start + 2]
    return is_label or (only_thinks(match) and _goes_on(view, block, opened, last, match))


def _goes_on(
    view: str, block: Segment, opened: Sequence[Opening], last: Opening, match: re.Match[str]
) -> bool:
    """Whether a sentence follows what people think that nobody but the speaker before says."""
    end = view.find("。", match.end(), block.end) + 1
    if not end or not view[end : block.end].strip("」） \n"):
        return False
    after = [o for o in opened if match.start() < o.start]
    following = min(after, key=lambda o: o.start, default=None)
    return following is None or following.start > end or following.speaker == last.speaker


def _nobody(near: Neighbours, match: re.Match[str]) -> Speaker:
    """Return somebody unnamed: a councillor speaks for the city of the document.

    One of a country does not, nor one behind those of another city: 東京都議員說…。|議員也說.
    """
    start, councillor = match.start(), _COUNCILLOR.search(match[0])
    if councillor is None or near.doc.kept_in(start, match.end(), "COUNTRY"):
        return Speaker(city_id=None)
    return Speaker(city_id=near.home if is_ours(near, start) else None)


def _nameless(
    view: str, block: Segment, lexicon: SpeechLexicon
) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield where 一位主管, 主辦單位 or somebody called by what they are (True) says something.

    Headlines leave out their full stop: 市議員潑冷水：先鋪人行道
    """
    found = dict[int, re.Match[str]]()
    if _IS_TOLD.search(view, block.start, block.end):
        found = {m.start(): m for m in lexicon.bystanders.finditer(view, block.start, block.end)}
    for match in found.values():
        if speaks(match):
            yield match, True
    for match in lexicon.nameless.finditer(view, block.start, block.end):
        if match.start() not in found:
            yield match, False


def _is_answer(near: Neighbours, opened: Sequence[Opening], position: int) -> bool:
    """Whether the sentence before a position only holds what somebody asks."""
    last = max((o for o in opened if o.start < position), key=lambda o: o.start, default=None)
    return last is not None and asks(last) and "。" not in near.doc.view[last.reached : position]


def _guests_before(near: Neighbours, position: int) -> list[Mention]:
    """Return the cities named before a position but the document's own, the last one last."""
    cities = near.doc.kept_in(max(0, position - _BODY_WITHIN), position, "CITY")
    return [city for city in cities if city.entity_id != near.home]


def find_again(
    near: Neighbours, block: Segment, lexicon: SpeechLexicon, opened: Sequence[Opening]
) -> Iterator[Opening]:
    """Yield where a body named before speaks anew, if somebody else spoke last: 該局也說明."""
    if block.kind not in ("paragraph", "list_item"):
        return
    told = list(opened)
    for match in lexicon.again.finditer(near.doc.view, block.start, block.end):
        head = match["head"] or match["same"] or match["own"]
        body = None if match["own"] else _body_before(near, match.start(), head)
        before = (one for one in told if one.start < match.start())
        last = max(before, key=lambda one: one.start, default=None)
        is_ours = match["own"] or head.endswith(_TOWN_HALL)
        if body is None and not is_ours and (last is None or not match["head"]):
            continue
        if body is not None:
            speaker = speaker_for(near, body)
        elif is_ours:
            speaker = Speaker(city_id=near.home)
        else:  # 該室, of a city whose people spoke before; 該團, of nobody knows whom
            is_office = last is not None and head in _OFFICES
            speaker = Speaker(city_id=last.speaker.city_id if last and is_office else None)
        if last is None or last.speaker != speaker:
            told.append(opening_at(near, match.start(), match, speaker, 0.6))
            yield told[-1]


def _body_before(near: Neighbours, position: int, head: str) -> Mention | None:
    """Return the body named last before a position whose name ends with ``head``.

    Companies are called 該公司 whatever they are named; 該單位 is any body.
    """
    named = near.doc.kept_in(max(0, position - _BODY_WITHIN), position, "ORGANIZATION")
    for mention in reversed(named):
        body = near.bodies.get(mention.entity_id or "")
        is_company = head == _COMPANY and body is not None and body.kind == "company"
        if (
            head in _ANY_BODY
            or is_company
            or near.doc.view.endswith(head, mention.start, mention.end)
        ):
            return mention
    return None


def find_asked(
    near: Neighbours,
    block: Segment,
    lexicon: SpeechLexicon,
    opened: Sequence[Opening],
    before: Speaker | None,
) -> Iterator[Opening]:
    """Yield where somebody without a name asks, and where 他 answers whom somebody asks.

    That is whom the question names, else who spoke before: 局長追問維修由誰負責，|他答說….
    """
    if block.kind not in ("paragraph", "list_item"):
        return
    view = near.doc.view
    asked = [(one.start, one.reached, one.speaker) for one in opened if asks(one)]
    for match in lexicon.asks.finditer(view, block.start, block.end):
        clause = view.find(",", match.end(), block.end)
        is_topic = match["topic"] and lexicon.answers.match(view, clause + 1, block.end) is None
        if is_topic or near.doc.kept_in(match.start(), match.end(), "PERSON"):
            continue  # 對於外界質疑…，市長回應
        asker = _nobody(near, match)
        yield opening_at(near, match.start(), match, asker, 0.5)
        asked.append((match.start(), match.end(), asker))
    for start, reached, asker in asked:
        limit = min(block.end, reached + _ASKED_WITHIN)
        answer = lexicon.answers.search(view, reached, limit)
        if answer is None:
            continue
        named = near.doc.kept_in(reached, answer.end(), "PERSON")
        speakers = [one.speaker for one in opened if one.start < start]
        last = speakers[-1] if speakers else before
        if named and phrases.phrase_start(near, named[0]) <= reached:
            last = speaker_of(near, named.pop(0).entity_id, reached)
        if last is not None and not named and last != asker:
            yield opening_at(near, answer.start(), answer, last, 0.7)


def asks(opening: Opening) -> bool:
    """Whether somebody asks, and says nothing else."""
    return opening.verb is not None and _ASKING.search(views.fold(opening.verb)) is not None


def find_by_chair(near: Neighbours, block: Segment, chair: Mention) -> Iterator[Opening]:
    """Yield what the chair of minutes says within a paragraph: …。主席裁示：留供參考."""
    speaker = speaker_of(near, chair.entity_id, chair.start)
    for match in _CHAIR_SAYS.finditer(near.doc.view, block.start + 1, block.end):
        yield opening_at(near, match.start(), match, speaker, 0.8)


def find_of_two(near: Neighbours, block: Segment, lexicon: SpeechLexicon) -> Iterator[Opening]:
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
        yield opening_at(near, start, match, speaker, 0.8)

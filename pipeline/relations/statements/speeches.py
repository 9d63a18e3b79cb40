"""Statements in prose: from a speaker to the last sentence before another one speaks.

Contract: reads paragraphs outside tables and turns; never leaves a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.contract import Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.addresses import find_addresses, is_note
from pipeline.relations.statements.bystanders import says_more
from pipeline.relations.statements.headed import find_chair, find_headed, names_reporter
from pipeline.relations.statements.letters import LETTER, is_personal
from pipeline.relations.statements.met import PRONOUN, met_in
from pipeline.relations.statements.opening import Opening
from pipeline.relations.statements.openings import find_openings
from pipeline.relations.statements.others import acts, is_at_home, names_another
from pipeline.relations.statements.speakers import Speaker, statement
from pipeline.relations.statements.speech_verbs import SpeechLexicon, build_speech_lexicon
from pipeline.relations.statements.unnamed import asks
from pipeline.relations.statements.voiced import find_voiced

__all__ = ["SpeechLexicon", "build_speech_lexicon", "find_speeches"]

_BLOCKS = ("paragraph", "list_item", "title", "heading")
# What goes on in the next block of its kind: 他也說….
_GO_ON = ("paragraph", "list_item")
_NOTE = re.compile(
    "[(【](?:编按|编者按|编注|按:|注:|记者|图/|图:|文/|摄影|资料来源|完[)】]|相关报导"
    "|(?:责任)?编辑:|编译:|译者:|核稿:|撰稿:)[^()】]*[)】]?[0-9]{0,8}\\s*\\Z"
)
# What stands below a picture.
_CAPTION = views.pattern(
    r"[ \t(\[【▲△▼◎]*(?:照片|圖片|圖|附圖)[一二三四五六七八九十\d]{0,2}(?:說明|說|示|文)?[:/]"
)
# Sentences that open so tell what happened, not what was said.
_TOLD = views.pattern(
    "(?:會[中後末]|席間|[今本這此]次?(?:活動|論壇|會議|大會|展覽|典禮|峰會|高峰會)|(?:活動|論壇|會議|典禮|座談|峰會)"
    "(?:最後|現場|由|並|也|另|尾聲|結束|期間|當天|中,)|現場[也並還有,]|與會(?:來賓|貴賓|者|城市|代表|人士|首長)"
    "|[開閉]幕(?:式|典禮|前|後)|簽[署約](?:儀式|典禮|後)|(?:兩|雙|三|四)[市方城縣]|(?:[兩三]人|一行人?|訪團|賓主)(?:隨後|接著|並|也|還|會後|一同|一起|互贈|合影|移步|參觀)|活動|當[天日晚]|民眾(?:可|若|如|還)"
    "|外界|外傳|坊間|網[上傳路](?:上)?(?:流傳|盛傳|傳|謠)|另?據(?:了解|悉|瞭解|報導)|[根依]據[^,。「]{2,16}(?:資料|統計|公告|紀錄|網站|官網)(?:顯示|指出)?,|另?經?查(?![看詢驗處獲核閱修])|更多(?:資訊|訊息)|出席(?:者|貴賓|來賓|人員|的)|出席,|除了?[^,。]{0,30}外,(?:現場|會場|大會|活動)"
    "|延伸閱讀|新聞聯絡|(?:媒體)?聯絡人|同一(?=[市縣][府政公]|單位|機關)|(?:主席)?(?:決議|決定|裁示|擬辦|辦理情形|列管建議)[:])"
)
_NAMED_WITHIN = 24
_ENDED = re.compile("[。！？!?」』]\\s*\\Z")
_BOUNDARY = re.compile("[「」。;!?\n]")
# A sentence that opens so goes on with who was quoted.
_GOES_ON = re.compile("[「他她」]|[^。,;!?「」]{0,8}[他她]")
_GOES_ON_AFTER = re.compile(
    "[「他她]|[^。;!?「」]{0,16}[他她]|并|也|又|此外|同时|但|不过|因此|所以|首先|其[次中]|未来|目前"
)
# 台下一陣笑聲。「…」: a pause between two quotes of one speaker.
_PAUSE = re.compile("[^。!?;:「」\n]{2,24}。[ ]?「")
_OPENS_QUOTE = re.compile("[:,]?[ ]?「")
# What is said stands below, not here: 陳委員怡君發言:
_ANNOUNCED = re.compile(":\\s*\\Z")
_SAID_ENDS = ("。", "！", "？", "」", "；", "!", "?", ";")
# A point of a list that somebody else says: (一)廖秘書長雅筑：…
_LABELLED = re.compile("[^。;,\n]{2,30}:")
# The end of a line that only announces a speech: 致|歡迎詞
_ONLY_ADDRESS = views.pattern(r"\w?[致作發]\w{0,4}[詞辭講]\W*")
# 到場|祝賀。: told of what somebody does
_GREETS = views.pattern("祝賀|道賀|賀喜|致意|致謝|感謝|道謝|歡迎|祝福|打氣|點頭|搖頭|鼓掌")
_SPACES = re.compile("[ \u3000\n]*(?:(?:而|另|此外|另外|至于|随后|接着|最后|同时),?|由)?")


def find_speeches(near: Neighbours, lexicon: SpeechLexicon) -> Iterator[Statement]:
    """Yield the speeches of each paragraph, in order."""
    doc = near.doc
    addresses = [one for one in find_addresses(near) if not _quotes(near, one, lexicon)]
    chair = find_chair(near)
    spoken = addresses or find_headed(near, chair)
    yield from spoken
    before: Speaker | None = None
    earlier: Speaker | None = None  # who spoke before the block above
    blocks = [
        block
        for block in doc.of_kind(*_BLOCKS)
        if not any(parent.kind in ("table", "turn", *_BLOCKS) for parent in doc.ancestors(block))
    ]
    voiced = {} if addresses else {one.segment_id: one for one in find_voiced(near, blocks)}
    covered = _within(blocks, spoken)
    for number, block in enumerate(blocks):
        if number and block.kind != blocks[number - 1].kind:
            before = None if block.kind == "list_item" else before
        is_ended = _ENDED.search(block.text) is not None
        is_above = bool(addresses) and block.end <= addresses[-1].start
        if is_above and (not is_ended or is_note(near, block)):
            continue  # neither the title of a speech nor the editor's note is a report of it
        is_head = block.kind in ("title", "heading") and not is_ended
        is_caption = _CAPTION.match(doc.view, block.start, block.end) is not None
        if is_head or is_caption or names_reporter(doc.view, block):
            continue
        last = before
        if number and not (last or earlier) and PRONOUN.match(doc.view, block.start, block.end):
            last = met_in(near, blocks[number - 1])
        earlier = before
        openings = find_openings(near, block, lexicon, last, chair)
        # What follows a bare question is said by whom the answer before is from.
        if openings or not block.text.rstrip().endswith(("？", "?")):
            before = openings[-1].speaker if openings and block.kind in _GO_ON else None
        if number in covered:
            continue  # a whole speech is one statement, whomever it quotes
        entry = voiced.get(block.segment_id)
        if entry is not None and all(one.start <= entry.start for one in openings):
            yield entry
            continue
        is_whole = _is_label(openings) and (block.kind == "list_item" or chair is not None)
        for index, opening in enumerate(openings[:1] if is_whole else openings):
            end = block.end
            if not is_whole:
                if index + 1 < len(openings):
                    end = _last_end(doc.view, opening.start, openings[index + 1].start)
                end = _quoted_until(near, opening, _told_from(near, opening, end))
            is_announced = _ANNOUNCED.search(doc.view, opening.start, end) is not None
            is_last = is_announced and end == block.end and chair is None
            items = _listed(near, blocks, number) if is_last else []
            if items:
                said = _speech(near, items[0], _heading(opening, items[0]), items[-1].end)
                covered |= _within(blocks, [said])
                yield said
            if not is_announced and not _is_empty(doc.view, opening, end):
                yield _speech(near, block, opening, end)


def _within(blocks: Sequence[Segment], spoken: Sequence[Statement]) -> set[int]:
    """Return the indices of the blocks that statements reach into, the blocks in order."""
    starts, ends = [block.start for block in blocks], [block.end for block in blocks]
    found = set[int]()
    for one in spoken:
        found.update(range(bisect_right(ends, one.start), bisect_left(starts, one.end)))
    return found


def _quotes(near: Neighbours, whole: Statement, lexicon: SpeechLexicon) -> bool:
    """Whether a letter to many reports what others say: theirs are the statements then.

    One other name is enough, or two bodies.
    """
    if whole.rule != LETTER or is_personal(near.doc.view, whole.start, whole.end):
        return False
    said = [
        opening.speaker
        for block in near.doc.of_kind("paragraph", "list_item")
        if whole.start <= block.start < whole.end
        for opening in find_openings(near, block, lexicon, None, None)
    ]
    bodies = {one.organization_id for one in said if one.person_id is None}
    return any(one.person_id not in (None, whole.person_id) for one in said) or (
        len(bodies - {None}) > 1
    )


def _is_label(openings: Sequence[Opening]) -> bool:
    """Whether a name and a mark open an item: all of it is what he says, whomever he quotes."""
    first = openings[0] if openings else None
    return first is not None and first.verb is None and first.start == first.reached + 1


def _heading(opening: Opening, item: Segment) -> Opening:
    """Return who speaks in a list that a line announces: 市長裁示：|1. …"""
    return replace(opening, start=item.start, reached=item.start)


def _listed(near: Neighbours, blocks: Sequence[Segment], number: int) -> list[Segment]:
    """Return the list items right below a line, two at least, no names before a colon in them."""
    found: list[Segment] = []
    for index in range(number + 1, len(blocks)):
        item = blocks[index]
        if item.kind != "list_item" or _LABELLED.match(near.doc.view, item.start, item.end):
            break
        found.append(item)
    is_said = any(item.text.rstrip().endswith(_SAID_ENDS) for item in found)
    return found if len(found) > 1 and is_said and blocks[number].kind != "list_item" else []


def _is_empty(view: str, opening: Opening, end: int) -> bool:
    """Whether nothing is told but that somebody speaks: 10:00 縣長游思源致歡迎詞, 里長反映."""
    if opening.speaker.person_id is None and not view[opening.reached : end].strip(",: "):
        return True
    does_greet = _GREETS.fullmatch(views.fold(opening.verb or "")) is not None
    if does_greet and not view[opening.reached : end].strip("。,! \n"):
        return "「" not in view[opening.start : end]
    begin = max(opening.start, opening.reached - len(opening.verb or "") - 1)
    is_quote = "「" in view[opening.start : opening.reached]
    return not is_quote and _ONLY_ADDRESS.fullmatch(view, begin, end) is not None


def _speech(near: Neighbours, block: Segment, opening: Opening, end: int) -> Statement:
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


def _quoted_until(near: Neighbours, opening: Opening, end: int) -> int:
    """Return where a quote and its speaker end, if what follows does not go on with them.

    「老城不是負擔。」市長王大明開場時說。|論壇共有十七國參加。
    """
    view = near.doc.view
    is_before = view.startswith("「", opening.start)
    if not is_before and not (opening.is_direct and _OPENS_QUOTE.match(view, opening.reached)):
        return end
    goes_on = _GOES_ON if is_before else _GOES_ON_AFTER
    depth = 0
    for mark in _BOUNDARY.finditer(view, opening.reached, end):
        depth += (mark[0] == "「") - (mark[0] == "」" and depth > 0)
        if depth == 0 and mark[0] in "。!?」" and view[mark.start() - (mark[0] == "」")] in "。!?":
            after = _SPACES.match(view, mark.end(), end)
            at = after.end() if after else mark.end()
            pause = _PAUSE.match(view, at, end)
            is_same = (
                goes_on.match(view, at, end)
                or (is_before and is_at_home(near, opening, at))
                or _speaks_again(near, opening, at, end)
                or (pause is not None and not near.doc.kept_in(at, pause.end(), "PERSON"))
            )
            return end if is_same else mark.end()
    return end


def _speaks_again(near: Neighbours, opening: Opening, start: int, end: int) -> bool:
    """Whether a sentence begins with the speaker: 市長王大明說：「好。」|王市長指出，...."""
    people = near.doc.kept_in(start, min(end, start + _NAMED_WITHIN), "PERSON")
    speaker = opening.speaker.person_id
    return bool(people) and speaker is not None and people[0].entity_id == speaker


def _told_from(near: Neighbours, opening: Opening, end: int) -> int:
    """Return where, outside quotes, the report goes on with something or somebody else."""
    view = near.doc.view
    depth = 0
    for mark in _BOUNDARY.finditer(view, opening.reached, end):
        at = mark.start()
        depth += (mark[0] == "「") - (mark[0] == "」" and depth > 0)
        if depth or mark[0] == "「" or (mark[0] == "」" and view[at - 1] not in "。!?"):
            continue
        if view[mark.end() : mark.end() + 1] == "」":
            continue
        after = lead.end() if (lead := _SPACES.match(view, mark.end(), end)) else mark.end()
        is_put = mark[0] == "?" and PRONOUN.match(view, after, end) and _is_put(opening)
        is_over = opening.is_brief and not says_more(near, opening.verb, after, end)
        if is_put or (is_over and mark[0] != ";"):
            return mark.end()
        is_told = mark[0] != ";" and _TOLD.match(view, after, end)
        if is_told or names_another(near, after, end, opening) or acts(near, after, end, opening):
            return mark.end() if mark[0] != ";" else at
    return end


def _is_put(opening: Opening) -> bool:
    """Whether somebody without a name asks: 記者問游市長，做得完嗎？|他沒有回答."""
    return opening.speaker.person_id is None and asks(opening)

"""A document that is one speech: the words of whoever its title says is speaking.

Contract: at most one speech per document, from the first whole sentence below the title to the
last, and the words of a host under a head of their own before it; none where neither a title that
names a person and a speech, nor the head of the speech, nor a greeting opens it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.letters import find_letters
from pipeline.relations.statements.speakers import Speaker, speaker_of, statement

_SPEECH = views.pattern("致詞|致辭|演說|演講|講話|談話|感言|講稿|開幕詞|祝詞")
_WHOLE = views.pattern(
    "全文|講稿|詞稿|辭稿|說稿|話稿|稿\\s*(?:\\(|\\Z)|實錄|逐字|(?:致詞|致辭|演說|演講|講話|談話|感言)\\s*\\Z"
)
_I = views.pattern("我|本人|各位")
_TITLES = ("title", "heading")
_BLOCKS = (*_TITLES, "paragraph", "list_item")
_SENTENCE = re.compile("[。!?]")
_LEAST = 3
# The entry that tells who speaks, and how far below the title it may stand.
_ENTRY = views.pattern(
    "\\n[ \u3000◎●■]*(?:致詞|致辭|演講|演說|發言|主講|講|講話|報告)(?:人|者|貴賓|首長)?[ \u3000]*:"
)
_GLOSS = re.compile("[(][^()]*[)]")
_HEAD = 300
_LONGEST_LINE = 40
_I_AM = views.pattern("(?:我是|我叫|本人是|敝人是)")
# How a speech begins: 議長、各位議員：, 各位媒體朋友大家早安
_GREETS = views.pattern(
    "[ \u3000]*(?:[^。!?;:、,\n「」]{1,16}[、,]){0,12} ?(?:(?:尊敬|敬愛|親愛)的)?"
    "(?:各位|諸位|女士們|先生們|[^。!?;:,\n「」]{0,8}大家)[^。!?;:\n「」]{0,30}?"
    "(?::\\s*\\Z|早安|午安|晚安|大家[早午晚]?好|[早下晚][上午]好|[你您]們?好|(?<=[人友賓民位家])好(?=[!,。]))"
)

# What the editor or translator tells before a speech.
_NOTE = views.pattern(
    "[ 　*※◎]*(?:[編譯][者輯]?[按註注]|編輯室?說明|[按導前][語言]|背景說明|活動說明|導讀)[ 　]*:"
)
# The heads of the parts of an evening: 【主持人引言】, 【演講全文】
_OPENED = "[ \u3000#*]*[【\\[<《■◆●◎▍]\\s?"
_HOST = views.pattern(
    f"{_OPENED}[^】\\n]{{0,10}}(?:引言|引介|開場白?|介紹|串場)[^】\\n]{{0,8}}[】\\]>》]?\\s*"
)
_SPOKEN = views.pattern(
    f"{_OPENED}[^】\\n]{{0,10}}(?:{_SPEECH.pattern})(?:全文|內容|實錄|稿|逐字稿)?[】\\]>》]?\\s*"
)

# 以下是局長孫東今日出席高峰會的致辭全文：
_ANNOUNCES = views.pattern(
    f"[^。\\n]{{0,20}}以下[是為]?[^。\\n]{{2,120}}(?:{_SPEECH.pattern})(?:全文|內容|節錄|重點)?"
    r"(?:[(][^()]*[)])?[ \u3000]*:\s*"
)
# Any other head of a part: ■ 現場介紹, 【主辦單位】; a point of the speech is a sentence.
_PART = re.compile(f"[ \u3000]*【|{_OPENED}[^。,;:!?\n]{{1,16}}\\s*\\Z")


def find_addresses(near: Neighbours) -> list[Statement]:
    """Return the speech a document consists of, the words of its host before it; none else."""
    doc = near.doc
    title = next((s for s in doc.segments if s.kind in _TITLES and s.text.strip()), None)
    if doc.of_kind("turn") or doc.of_kind("table_row"):
        return []
    if title is not None and (parted := _parted(near, title)):
        return parted
    whole = _announced(near) or (_entitled(near, title) if title is not None else None)
    whole = whole or _greeted(near)
    return find_letters(near, doc.of_kind(*_BLOCKS)) if whole is None else [whole]


def _parted(near: Neighbours, title: Segment) -> list[Statement]:
    """Return the speech below a head that calls it one, what the host says below another before."""
    doc = near.doc
    blocks = doc.of_kind(*_BLOCKS)
    heads = [b for b in blocks if _SPOKEN.fullmatch(doc.view, b.start, b.end) and b is not title]
    if len(heads) != 1:
        return []
    (spoken,) = heads
    people = _entered(near, title) or _who_says_i(near, spoken.end)
    address = _address(near, people[0], _below(near, blocks, spoken)) if people else None
    if address is None:
        return []
    host = next((b for b in blocks if _HOST.fullmatch(doc.view, b.start, b.end)), None)
    said = _below(near, blocks, host) if host is not None and host.end <= spoken.start else []
    if not said:
        return [address]
    start, end = trimmed(doc.text, said[0].start, said[-1].end)
    named = [m for m in _who_says_i(near, start) if m.start < end]
    speaker = speaker_of(near, named[0].entity_id, named[0].start) if named else Speaker()
    intro = statement(
        doc, "direct", said[0].segment_id, start, end, speaker, rule="address", score=0.8
    )
    return [intro, address]


def _announced(near: Neighbours) -> Statement | None:
    """Return the speech below a line that announces the whole of it and names who gave it."""
    doc = near.doc
    blocks = doc.of_kind(*_BLOCKS)
    line = next((b for b in blocks if _ANNOUNCES.fullmatch(doc.view, b.start, b.end)), None)
    people = doc.kept_in(line.start, line.end, "PERSON") if line else []
    if line is None or len({m.entity_id for m in people}) != 1:
        return None
    said = [b for b in blocks if b.start >= line.end and _is_said(near, b)]
    return _address(near, people[0], said)


def _below(near: Neighbours, blocks: Sequence[Segment], head: Segment) -> list[Segment]:
    """Return the paragraphs of sentences below a head, up to the next one."""
    found: list[Segment] = []
    for block in blocks:
        if block.start < head.end:
            continue
        is_head = _PART.match(near.doc.view, block.start, block.end) is not None
        if is_head or block.kind in _TITLES:
            break
        if _is_said(near, block):
            found.append(block)
    return found


def _greeted(near: Neighbours) -> Statement | None:
    """Return the speech of the one person named above a greeting that no sentence stands before.

    The greeting may tell the name itself: 各位媒體朋友大家早安，我是縣長楊士弘.
    """
    doc = near.doc
    blocks = doc.of_kind(*_BLOCKS)
    greeting = next((b for b in blocks if _GREETS.match(doc.view, b.start, b.end)), None)
    above = [b for b in blocks if greeting and b.end <= greeting.start and not is_note(near, b)]
    if greeting is None or any(_SENTENCE.search(doc.view, b.start, b.end) for b in above):
        return None
    named = _in_entry(near, 0, greeting.start) or [
        m for b in above for m in doc.kept_in(b.start, b.end, "PERSON")
    ]
    people = named or _who_says_i(near, greeting.start)
    if len({m.entity_id for m in people}) != 1:
        return None
    below = [p for p in blocks if p.start > greeting.start and _is_said(near, p)]
    return _address(near, people[0], [greeting, *below])


def _entitled(near: Neighbours, title: Segment) -> Statement | None:
    """Return the speech whose title tells that it is one, or None."""
    doc = near.doc
    people = doc.kept_in(title.start, title.end, "PERSON") or _named(near, title)
    view = doc.view[title.start : title.end]
    plain = re.sub(r"[(].*?[)]", lambda m: m[0] if _WHOLE.search(m[0]) else "", view)
    if len({m.entity_id for m in people}) != 1 or not _SPEECH.search(plain):
        return None
    below = [b for b in doc.of_kind(*_BLOCKS) if b.start >= title.end]
    greeting = next((b for b in below if _GREETS.match(doc.view, b.start, b.end)), None)
    parts = [p for p in below if p.kind == "paragraph" and _is_said(near, p)]
    if greeting is not None and parts and greeting.end <= parts[0].start:
        parts = [greeting, *parts]
    if not _WHOLE.search(plain) or not parts:
        return None
    return _address(near, people[0], parts)


def _address(near: Neighbours, person: Mention, parts: Sequence[Segment]) -> Statement | None:
    """Return the words of ``parts``, first to last, if they are told in the first person."""
    doc = near.doc
    if not parts:
        return None
    start, end = trimmed(doc.text, parts[0].start, parts[-1].end)
    if len(_I.findall(doc.view, start, end)) < _LEAST:
        return None
    speaker = speaker_of(near, person.entity_id, person.start)
    return statement(
        doc, "direct", parts[0].segment_id, start, end, speaker, rule="address", score=0.9
    )


def _named(near: Neighbours, title: Segment) -> list[Mention]:
    """Return who speaks by an entry or line below the title, else by the first words.

    致詞人：副市長許靖淳; 臺北市長王大明　2025年3月18日; 我是花蓮市市長鍾依倫
    """
    return _entered(near, title) or _who_says_i(near, title.end)


def _entered(near: Neighbours, title: Segment) -> list[Mention]:
    """Return who speaks by an entry or line below the title."""
    limit = min(len(near.doc.view), title.end + _HEAD)
    return _in_entry(near, title.end, limit) or _on_a_line(near, title.end, limit)


def _in_entry(near: Neighbours, start: int, limit: int) -> list[Mention]:
    """Return who speaks by an entry: 講者：怡保市長　希山慕丁・羅斯蘭（Hishamuddin Roslan）."""
    view = near.doc.view
    for entry in _ENTRY.finditer(view, start, limit):
        line = view.find("\n", entry.end())
        end = line if line >= 0 else len(view)
        if people := near.doc.kept_in(entry.end(), end, "PERSON"):
            return people
    return []


def _on_a_line(near: Neighbours, start: int, limit: int) -> list[Mention]:
    """Return the one person of a short line with an office: 臺北市長王大明　2025年3月18日."""
    doc = near.doc
    for line in doc.of_kind("heading", "paragraph"):
        told = _GLOSS.sub("", doc.view[line.start : line.end]).strip()
        if not start <= line.start < limit or len(told) > _LONGEST_LINE or is_note(near, line):
            continue
        people = doc.kept_in(line.start, line.end, "PERSON")
        offices = doc.kept_in(line.start, line.end, "TITLE", "CITY", "ORGANIZATION")
        if (
            len({m.entity_id for m in people}) == 1
            and offices
            and not _SENTENCE.search(doc.view, line.start, line.end)
        ):
            return people
    return []


def _who_says_i(near: Neighbours, start: int) -> list[Mention]:
    """Return who the first words say is speaking: 我是花蓮市市長鍾依倫."""
    view = near.doc.view
    says = _I_AM.search(view, start, min(len(view), start + 2 * _HEAD))
    if says is None:
        return []
    end = view.find("。", says.end(), says.end() + _LONGEST_LINE)
    return near.doc.kept_in(says.end(), end, "PERSON")[:1] if end >= 0 else []


def is_note(near: Neighbours, block: Segment) -> bool:
    """Whether a block is a note of the editor, in brackets or not: 編按：…"""
    is_bracketed = near.doc.view.startswith(("(", "【"), block.start) and block.kind == "paragraph"
    return is_bracketed or _NOTE.match(near.doc.view, block.start, block.end) is not None


def _is_said(near: Neighbours, paragraph: Segment) -> bool:
    """Whether a paragraph holds a sentence and is no note of the editor."""
    is_sentence = _SENTENCE.search(near.doc.view, paragraph.start, paragraph.end) is not None
    return is_sentence and not is_note(near, paragraph)

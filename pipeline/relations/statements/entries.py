"""Words in records of labelled lines: 城市：..., 代表：..., then 發言：... or the lines below.

Contract: a record is spoken by the person its line of speakers names, for the place its line of
places names; or by the person of a line of its own, office and all, with nothing but labelled lines
below it: 哥本哈根市長 Lars Holm, 題目：…, 摘要：….  One record alone needs a person, and its words
stand on the line of their label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.speakers import Speaker, speaker_for, speaker_of, statement

_MARK = r"[ \t]*(?:[-*·●■◆○•.]\s?|\(?[\d一二三四五六七八九十]{1,3}[).、])?\s*"
_PLACE = views.pattern(
    rf"{_MARK}(?:與會|代表|發言|出席)?(?:城市|單位|機關|機構|國家|國別|地區|縣市|組織|city|organization)"
    r"(?:名稱|別)?\s?(?:[(/][^:\n]{1,16})?:",
    re.IGNORECASE,
)
_WHO = views.pattern(
    rf"{_MARK}(?:城市|出席|與會|發言|演講|受訪|致詞)?(?:代表|講者|講師|講員|發言人|發言者|與會者|首長|姓名|主講人?|貴賓|來賓"
    r"|市長|演講人|受訪者|受訪人|致詞人|與談人|人物|speaker|name)[^:。,\n]{0,6}:",
    re.IGNORECASE,
)
_WHAT = views.pattern(
    rf"{_MARK}(?:發言|談話|致詞|內容|重點|摘要|撮要|提要|概要|要旨|大綱|大要|演講|意見|回應|主張|要點|分享|建議"
    r"|summary|remarks?|key points?)[^:。,\n]{0,6}:[ ]?",
    re.IGNORECASE,
)
_LABEL = views.pattern(r"(?![-*·●■◆○•.(\d])[^。,;:「」\n]{1,10}:")
# Where a record or the list of records ends: at a label, a head, or the next time of an agenda.
_ENTRY = views.pattern(
    rf"{_LABEL.pattern}|\s*[【\[#][^】\]\n]{{1,12}}[】\]]?\s*\Z"
    r"|\s*[(\[]?(?:[上下中]午\s*)?\d{1,2}(?::\d\d|時)"
)
_RULE = re.compile(r"\s*[-=_*~·─—]{3,}\s*\Z")
_LEAST_SAID = 8


def find_entries(
    near: Neighbours, blocks: Sequence[Segment], named: Mapping[str, Mention]
) -> list[Statement]:
    """Return what records say whose lines name the place, the speaker, then the words.

    ``named`` are by segment the people whose lines hold nothing but their names and offices.
    """
    found = list(_entries(near, blocks, named, has_more=True))
    if len(found) > 1:
        return found
    only = _entries(near, blocks, named, has_more=False)
    return [said for said in only if said.person_id is not None]


def _entries(
    near: Neighbours, blocks: Sequence[Segment], lines: Mapping[str, Mention], *, has_more: bool
) -> Iterator[Statement]:
    """Yield the words of each record; with ``has_more`` also those below the line of the label."""
    view = near.doc.view
    place: Mention | None = None
    person: Mention | None = None
    is_line = False
    for index, block in enumerate(blocks):
        named = _PLACE.match(view, block.start, block.end)
        if named is not None:
            place, person = _first(near, named.end(), block.end, "CITY", "ORGANIZATION"), None
        named = _WHO.match(view, block.start, block.end)
        if named is not None:
            person, is_line = _first(near, named.end(), block.end, "PERSON"), False
        elif block.segment_id in lines:
            place, person, is_line = None, lines[block.segment_id], True
        elif is_line and not _LABEL.match(view, block.start, block.end):
            person, is_line = None, False
        says = _WHAT.match(view, block.start, block.end)
        if says is None or (person is None and place is None):
            continue
        below = list(_below(near, blocks[index + 1 :], lines)) if has_more else []
        start, end = trimmed(near.doc.text, says.end(), below[-1].end if below else block.end)
        if end - start >= _LEAST_SAID:
            speaker = _speaker(near, person, place)
            yield statement(
                near.doc, "direct", block.segment_id, start, end, speaker, rule="entry", score=0.85
            )


def _first(near: Neighbours, start: int, end: int, *labels: str) -> Mention | None:
    found = near.doc.kept_in(start, end, *labels)
    return found[0] if found else None


def _below(
    near: Neighbours, blocks: Sequence[Segment], lines: Mapping[str, Mention]
) -> Iterator[Segment]:
    """Yield the blocks that go on with what is said: up to the next label, rule or record."""
    for block in blocks:
        view = near.doc.view[block.start : block.end]
        is_label = any(p.match(view) for p in (_PLACE, _WHO, _WHAT, _RULE))
        is_head = block.kind in ("title", "heading") or block.segment_id in lines
        if is_head or is_label or _ENTRY.match(view):
            return
        yield block


def _speaker(near: Neighbours, person: Mention | None, place: Mention | None) -> Speaker:
    """Return the person, who speaks for the place of the record."""
    told = speaker_of(near, person.entity_id, person.start) if person else Speaker()
    if place is None:
        return told
    stands = speaker_for(near, place)
    return replace(stands, person_id=told.person_id)

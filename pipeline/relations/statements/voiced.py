"""Entries of a fact sheet that tell what somebody says: 市長談話：…, 議會意見：…, 業者回應：….

Contract: one statement for each line whose label names a person, an office, a body or a sort of
people and what they give, where such a line stands among others with labels; 補充說明：, 審查意見：
and their kind are nobody's, 給市民的建議： is not theirs, and news (環保局回應：…) is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.bystanders import PEOPLE
from pipeline.relations.statements.offices import speaker_of_office
from pipeline.relations.statements.speakers import Speaker, only_holder, speaker_of, statement

_MARK = r"[ \t]*(?:[-*·●■◆○•▪]\s?|\(?[\d一二三四五六七八九十]{1,3}[).、])?\s*"
_GIVEN = (
    "談話|意見|回應|回覆|答覆|答復|說明|說法|看法|觀點|心聲|評論|感言|想法|質疑|批評|疑慮|訴求|主張|立場"
    "|(?<=的)話|聲音|留言|反映|澄清|補充|建議|有話要說|怎麼[說看]"
)
_VOICED = views.pattern(
    rf"{_MARK}(?P<who>(?!編輯|主編|本刊|[對給向致就](?!手|岸|遠))[^。,;:「」()\n]{{1,24}}?)(?:的|之)?(?:書面|公開|主要|最新|會後|現場|事後)?(?P<given>{_GIVEN})"
    r"(?:摘要|重點|要點|內容|摘錄)?(?:\([^()\n]{1,20}\))?[ ]?:[ ]?(?=\S)"
)
# Sorts of people and bodies without a name.
_SORTS = views.pattern(
    rf"(?:{PEOPLE}|議會|市民|居民|業者|廠商|學者|使用者|讀者|外界|地方|公會|校方|院方|主辦單位|基金會|幕僚)$"
)
_OFFICE = views.pattern("(?:[局處署課科室府]|(?<![會社])[市縣局處]長|公所)$")
_SIGNED = views.pattern("\\([^()\n]{2,40}\\)\\s*$")
# Any line of a fact sheet: 經費：2,400萬元. So many stand together.
_LABELLED = re.compile(rf"{_MARK}[^。,;:!?「」\n]{{1,24}}:")
# 市長|回應|民眾質疑: somebody's words on those of others.
_ANSWERS = views.pattern("回應|回覆|答[覆復]|針對|有關|關於")
_TOGETHER = 3
# 市長談話：… needs no others beside it, nor do two labels that are no verbs: 議會意見：.
_TALK = views.fold("談話")
_NOUNS = frozenset(
    map(views.fold, ("談話", "意見", "說法", "看法", "觀點", "心聲", "感言", "立場"))
)
_LEAST_SAID = 8


def find_voiced(near: Neighbours, blocks: Sequence[Segment]) -> Iterator[Statement]:
    """Yield what the labelled lines of a fact sheet give as somebody's words."""
    view, lines = near.doc.view, list[Segment]()
    for block in blocks:
        if _LABELLED.match(view, block.start, block.end):
            lines.append(block)
            continue
        yield from _voiced(near, lines)
        lines.clear()
    yield from _voiced(near, lines)


def _voiced(near: Neighbours, lines: Sequence[Segment]) -> Iterator[Statement]:
    """Yield what is said on lines with labels that follow each other."""
    labels = [_VOICED.match(near.doc.view, block.start, block.end) for block in lines]
    are_voiced = len(lines) > 1 and all(one and one["given"] in _NOUNS for one in labels)
    for block, label in zip(lines, labels, strict=True):
        is_alone = len(lines) < _TOGETHER and not are_voiced
        if label is None or (is_alone and label["given"] != _TALK):
            continue
        if block.kind not in ("paragraph", "list_item"):
            continue
        if _ANSWERS.search(label["who"]):
            continue
        start, end = trimmed(near.doc.text, label.end(), block.end)
        speaker = _speaker(near, *label.span("who"), end)
        if speaker is None or end - start < _LEAST_SAID:
            continue
        yield statement(
            near.doc, "direct", block.segment_id, start, end, speaker, rule="voiced", score=0.8
        )


def _speaker(near: Neighbours, start: int, end: int, last: int) -> Speaker | None:
    """Return who speaks by a label, None if it names neither somebody nor a body."""
    view = near.doc.view
    named = near.doc.kept_in(start, end, "PERSON")
    if len({m.entity_id for m in named}) > 1:
        return None
    if named:
        return speaker_of(near, named[0].entity_id, named[0].start)
    title = near.ending(end, "TITLE")
    holder = _holder(near, title, end, last) if title is not None else None
    if holder is not None:
        return speaker_of(near, holder, start)
    if near.ending(end, "ORGANIZATION", "CITY") or _OFFICE.search(view, start, end):
        return speaker_of_office(near, start, end)
    if title is None and not _SORTS.search(view, start, end):
        return None
    cities = near.doc.kept_in(start, end, "CITY")
    speaker = Speaker(city_id=cities[-1].entity_id if cities else None)
    is_ours = view[start:end].endswith(_OF_CITY) and not cities
    return replace(speaker, city_id=near.home) if is_ours else speaker


# Who speaks for the city of the document.
_OF_CITY = tuple(map(views.fold, ("議會", "議員")))


def _holder(near: Neighbours, title: Mention, low: int, high: int) -> str | None:
    """Return who bears the office of a label: whom a bracket behind the words names, or the one."""
    note = _SIGNED.search(near.doc.view, low, high)
    people = near.doc.kept_in(note.start(), high, "PERSON") if note is not None else []
    return people[0].entity_id if len(people) == 1 else only_holder(near, title)

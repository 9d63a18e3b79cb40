"""What offices report in minutes: 一、交通局報告：, behind the colon or in the items below.

Contract: a report is one statement of nobody named, for the city of the office; it ends where the
numbers of its own level go on, at a heading or at the next label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.contract import Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.speakers import Speaker, speaker_for, statement

_NUMBERS = (
    views.pattern("[ ]*[壹貳叁參肆伍陸柒捌玖拾]{1,3}、"),
    re.compile("[ ]*[一二三四五六七八九十]{1,3}、"),
    re.compile("[ ]*\\([一二三四五六七八九十]{1,3}\\)"),
    re.compile("[ ]*[0-9]{1,2}[.、]"),
    re.compile("[ ]*\\([0-9]{1,2}\\)"),
)
_NUMBER = "[ ]*(?:\\(?[壹貳叁參肆伍陸柒捌玖拾一二三四五六七八九十0-9]{1,3}(?:[.、]|\\)))?[ ]*"
_REPORTS = views.pattern(
    f"{_NUMBER}(?P<who>[^。,;:「」()\n]{{2,24}}?(?:[局處署課科室組會]|府|中心|公司|大學|單位))"
    "(?:工作|業務|專案|補充|口頭|書面|進度)?(?:報告|匯報|說明|補充|回[應覆]|意見|簡報)"
    "(?:「[^「」\n]{1,40}」)?(?:辦理|執行|推動|規劃|籌備|處理)?"
    "(?:事項|摘要|情形|進度|內容|如下)?[ ]*:"
)
# 壹、各局處報告, and 教育局：… below it.
_OF_OFFICES = views.pattern(
    f"{_NUMBER}(?:各|業務|出席|列席|相關|與會)?(?:局處|單位|機關|部門)(?:工作|業務|專案)?"
    "(?:報告|發言|意見|說明|回應|補充)(?:事項|摘要)?[\\s:]*\\Z"
    "|[ ]*[壹貳叁參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、(?:報告|討論)事項[\\s:]*\\Z"
)
_OFFICE = views.pattern(
    f"{_NUMBER}(?P<who>(?![各第])[^。,;:「」()\n]{{1,20}}[局處署課科室組會府隊])[ ]*:"
)
# The head of a part of minutes, and what an office puts to the vote.
_PART = views.pattern(
    "[ ]*[壹貳叁參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、[^。,;:\n]{0,8}"
    "(?:事項|案件|動議)[\\s:]*\\Z"
)
_PROPOSES = views.pattern("[^。]{0,60}案,?提?請[^。]{0,6}(?:審議|討論|核[定備]|公決|同意)")
# Whoever takes the minutes does not report the agenda itself.
_AGENDA = views.pattern("[^。,;:\n]{0,6}(?:上次|前次|歷次|確認|討論|提案)")
_LABEL = re.compile("[^。,;:「」\n]{1,14}:")
_SENTENCE = re.compile("[。!?]")
# What a label of an office ends with: 環保局, 副市長, 本府答復.
_BUREAU = views.pattern(
    "(?:[局處署課科室組府]|[市縣局處]長|[市縣]議員)(?:書面|補充)?(?:答[復覆]?|回[覆復應]|說明|補充)?$"
)
_LEAST_SAID, _LABEL_END = 8, 40


def find_office_reports(
    near: Neighbours, blocks: Sequence[Segment], *, are_minutes: bool
) -> Iterator[Statement]:
    """Yield what offices report on their line and in the items below it.

    Below 各局處報告 the name of an office and a colon are enough.  Outside minutes the line of the
    office is a numbered head.
    """
    view = near.doc.view
    part: int | None = None
    for index, block in enumerate(blocks):
        head = _OF_OFFICES.match(view, block.start, block.end)
        if head is not None or (part is not None and level_of(view, block) == part):
            part = level_of(view, block) if head is not None else None
        told = _REPORTS.match(view, block.start, block.end)
        if told is None and part is not None:
            told = _OFFICE.match(view, block.start, block.end)
            told = None if told and _PROPOSES.match(view, told.end(), block.end) else told
        if told is not None and not are_minutes:
            is_head = not view[told.end() : block.end].strip() and level_of(view, block) is not None
            told = told if is_head else None
        if told is None or _AGENDA.match(view, block.start, told.end()):
            continue
        if near.doc.kept_in(block.start, told.end(), "PERSON"):
            continue
        is_head = not view[told.end() : block.end].strip()
        if is_head and any(
            is_labelled(near, below) or (head and _OFFICE.match(view, below.start, below.end))
            for below in blocks[index + 1 : index + 2]
        ):
            continue  # 各單位報告： above （一）水利局蔡科長宗翰：…, or above 一、計畫處：…
        below = list(_below(view, block, (blocks[at] for at in range(index + 1, len(blocks)))))
        start, end = trimmed(near.doc.text, told.end(), below[-1].end if below else block.end)
        if end - start >= _LEAST_SAID:
            yield statement(
                near.doc,
                "reported",
                block.segment_id,
                start,
                end,
                speaker_of_office(near, *told.span("who")),
                rule="office",
                score=0.75,
            )


def _below(view: str, head: Segment, blocks: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the blocks below a line that belong to it: items of a deeper level, plain sentences."""
    own, plain = level_of(view, head), False
    for index, block in enumerate(blocks):
        level = level_of(view, block)
        if _PART.match(view, block.start, block.end):
            return
        is_label = level is None and _LABEL.match(view, block.start, block.end) is not None
        if block.kind == "heading" or is_label or _REPORTS.match(view, block.start, block.end):
            return
        if level is None:
            plain = index == 0 or plain
            if not plain or not _SENTENCE.search(view, block.start, block.end):
                return
        elif level <= (own if own is not None else -1):
            return
        yield block


def is_labelled(near: Neighbours, block: Segment) -> bool:
    """Whether a person and a colon open a line."""
    colon = near.doc.view.find(":", block.start, min(block.end, block.start + _LABEL_END))
    return colon > 0 and bool(near.doc.kept_in(block.start, colon, "PERSON"))


def level_of(view: str, block: Segment) -> int | None:
    """Return the level that the number of a block has, None without one."""
    for level, number in enumerate(_NUMBERS):
        if number.match(view, block.start, block.end):
            return level
    return None


def speaker_of_office(near: Neighbours, start: int, end: int) -> Speaker:
    """Return whom an office speaks for: the city it is of, else the city of the minutes."""
    cities = near.doc.kept_in(start, end, "CITY")
    bodies = near.doc.kept_in(start, end, "ORGANIZATION")
    speaker = speaker_for(near, (bodies or cities)[-1]) if bodies or cities else Speaker()
    if speaker.city_id is None and cities:
        return speaker_for(near, cities[0])
    home_country = near.countries.get(near.home or "")
    if speaker.city_id is None and speaker.country_code in (None, home_country):
        is_bureau = _BUREAU.search(near.doc.view[start:end].strip(" :")) is not None
        return replace(speaker, city_id=near.home if is_bureau else None)
    return speaker

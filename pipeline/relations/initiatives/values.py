"""Tell which initiative a number or date is about, if the text says so.

Contract: the initiative stands in the clause of the value, or is what the clauses before it in the
same part of the sentence are about, or heads the line or the table row; else None.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language.views import fold, pattern
from pipeline.relations.surroundings import Surroundings

# A part of a sentence, within which a topic goes on.
_PART_MARK = re.compile(r"[。;!?\n]")
_CLAUSE_MARK = re.compile("[,。;!?\n]")
_PART_REACH = 120
# A clause that begins like this has a subject of its own, or turns to something else.
_OTHER = pattern(
    r"[ ]?(?:另外?(?!有)|此外|同時|會[後中上]|與會|其他|至於|而(?!且)|但|不過|目前全|全[市縣國球]"
    r"|[我你他她您](?:們|國)?|雙方|各方|兩[市地國]|[一二三兩四五六七八九十]+[人位市國]|使館|[「《]"
    r"|今天?\(|昨天?\(|本[市縣府國屆])"
)
# 橫濱與高雄, 橫濱等五城: no number of 橫濱 alone.
_AND_OTHERS = pattern(
    "[市縣]?(?:[、與和跟及等至到~—-]|以外|之外|之行|時|期間|線|航線|訪|考察|參訪|行程|團|展|來)"
)
_SUBJECTS = ("PERSON", "ORGANIZATION", "CITY", "COUNTRY")
# 2022/10/06發布, 今(18)日宣布: when something was said, not when it happens.
_SAID = pattern(
    "[ ]?[^,。;!?\n]{0,12}?(?:發布|發佈|發表|報導|電$|訊$|宣布|宣佈|表示|指出|致詞|受訪|會見)"
)
_HEAD = re.compile(
    r"[\s「《●■◆▪·*\-–—(（]*(?:[A-Z]?[-0-9一二三四五六七八九十]{0,4}[.、)）:])?[\s「《]*"
)
_AFTER_HEAD = re.compile(
    r"[」》\s]*(?:\([^)\n]{0,30}\))?[」》\s]*(?:[:|]|(?<=\s)[\u4e00-\u9fff]{2,4}:)"
)
# Columns that date the row itself: when a paper was signed, when an answer came.
_DATES_ROW = pattern("簽|締|生效|來函|日期|時間|屆滿|到期")


def is_named(mention: Mention) -> bool:
    """Whether a mention gives its initiative a name (else it describes a measure)."""
    return not mention.rule.startswith("described")


def initiative_of(around: Surroundings, value: Mention) -> str | None:
    """Return the id of the initiative a QUANTITY or DATE is about, or None."""
    view = around.doc.view
    for mention in around.doc.before(value.start + 1, "INITIATIVE"):
        if mention.end >= value.end:
            return mention.entity_id
        if value.start - mention.start > _PART_REACH:
            break
    low, high = around.clause(value.start, value.end)
    if value.label == "DATE" and _SAID.match(view, value.end, high):
        return None
    own = around.doc.kept_in(low, high, "INITIATIVE")
    if own:
        return _only(own)
    return _topic(around, value, low) or _head(around, value) or _row(around, value)


def subject_of(around: Surroundings, value: Mention) -> str | None:
    """Return the city whose number a clause tells that begins with it: 橫濱市人口377萬人."""
    doc = around.doc
    low, _ = around.clause(value.start, value.end)
    head = _HEAD.match(doc.view, low, value.start)
    first = head.end() if head else low
    cities = [city for city in doc.kept_in(first, value.start, "CITY") if city.start == first]
    if len(cities) != 1 or _AND_OTHERS.match(doc.view, cities[0].end):
        return None
    others = doc.kept_in(cities[0].end, value.start, "CITY", "COUNTRY", "PERSON")
    return None if others else cities[0].entity_id


def _only(mentions: list[Mention]) -> str | None:
    """The one initiative of a clause; a name goes before a description."""
    for wanted in (True, False):
        ids = {m.entity_id for m in mentions if is_named(m) == wanted}
        if len(ids) == 1:
            return ids.pop()
        if ids:
            break
    return None


def _topic(around: Surroundings, value: Mention, clause: int) -> str | None:
    """What the clauses before it in its part of the sentence are about."""
    doc, view = around.doc, around.doc.view
    low = max(around.sentence(value.start)[0], clause - _PART_REACH)
    if not doc.kept_in(low, clause, "INITIATIVE"):
        return None
    for mark in _PART_MARK.finditer(view, low, clause):
        low = mark.end()
    named = [m for m in doc.kept_in(low, clause, "INITIATIVE") if is_named(m)]
    if not named or len({m.entity_id for m in named}) > 1:
        return None
    last = named[-1].end
    starts = [mark.end() for mark in _CLAUSE_MARK.finditer(view, last, value.start)]
    return (
        None
        if any(_has_subject(around, start, value.start) for start in starts)
        else named[0].entity_id
    )


def _has_subject(around: Surroundings, start: int, stop: int) -> bool:
    """Whether the clause that begins at ``start`` speaks of someone or something else."""
    if _OTHER.match(around.doc.view, start, stop):
        return True
    return any(
        mention.start <= start + 1 for mention in around.doc.kept_in(start, start + 20, *_SUBJECTS)
    )


def _head(around: Surroundings, value: Mention) -> str | None:
    """The initiative at the head of the line, before a colon or bar: 「多多共讀車」：走遍29區。"""
    doc, view = around.doc, around.doc.view
    low, _ = around.line(value.start)
    if not doc.kept_in(low, value.start, "INITIATIVE"):
        return None
    head = _HEAD.match(view, low)
    first = head.end() if head else low
    found = doc.kept_in(first, value.start, "INITIATIVE")
    if not found or found[0].start > first or not _AFTER_HEAD.match(view, found[0].end):
        return None
    return _only(found)


def _row(around: Surroundings, value: Mention) -> str | None:
    """The one initiative of the row of a cell that holds nothing but the value."""
    doc = around.doc
    cell = doc.segment(value.segment_id)
    if cell.kind != "cell" or cell.parent_id is None or around.is_register:
        return None
    is_alone = cell.start == value.start and cell.end - value.end < 2
    if not is_alone or _DATES_ROW.search(fold(cell.header or "")):
        return None
    row = doc.segment(cell.parent_id)
    return _only(doc.kept_in(row.start, row.end, "INITIATIVE"))

"""Read agreements from lists under a head: 姊妹市, then a line for each partner of the home city.

Contract: a head is a line that holds no more than a number and a word for an agreement, or the
title of a register; lines below it that begin with a city are partners, until another head or a
paragraph that is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreement_details import signing_date
from pipeline.relations.agreement_rows import Agreed, Party
from pipeline.relations.agreement_status import StatusWords
from pipeline.relations.surroundings import Surroundings

_NUMBER = r"[(\[【]?[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾\d]{0,3}[)\]】]?[、.．:)\s]*"
_MARK = rf"[\s\-•·●○◎■□◆*※]*{_NUMBER}"
_HEAD = views.pattern(
    rf"{_MARK}(?:本市|我市|現有|國際|海外|已簽署?之?|簽有|簽署|締結之?|既有|[^,。:]{{2,4}}[市縣])*(?P<kind>.+?)"
    r"(?:關係)?(?:部分|名單|一覽|列表|者|如下|計?\s?\d+\s?[個座項件市]|\([^()]{1,12}\))*[:\s】\]]*"
)
_LEAD = views.pattern(rf"{_MARK}(?:[^\s,。:;]{{1,6}}[ ·/-])?")
_LISTED = views.pattern("一覽|名冊|清冊|清單|列表|名錄|名單|彙整")
_LONGEST = 80


def read_lists(
    around: Surroundings, pattern: re.Pattern[str], kinds: Mapping[str, str], statuses: StatusWords
) -> list[Agreed]:
    """Return the agreements of all lists under heads in a document that has a home city."""
    if around.home is None:
        return []
    found = []
    kind = None
    for line in around.doc.of_kind("title", "heading", "paragraph", "list_item"):
        view = around.doc.view[line.start : line.end].strip()
        named = _headed(view, pattern, kinds)
        is_told = pattern.search(view) is not None
        partner = None if named else _partner(around, line)
        if named:
            kind = named
        elif partner is not None and kind is not None and not is_told:
            found.append(_agreed(around, line, kind, partner, statuses))
        elif line.kind != "list_item" or partner is None:
            kind = None
    return found


def _headed(text: str, pattern: re.Pattern[str], kinds: Mapping[str, str]) -> str | None:
    """Return the kind a head names, None for a line that is no head."""
    if len(text) > _LONGEST:
        return None
    head = _HEAD.fullmatch(text)
    if head is not None and head["kind"] in kinds:
        return kinds[head["kind"]]
    told = pattern.findall(text) if _LISTED.search(text) and "。" not in text else []
    return kinds[told[-1]] if told else None


def _partner(around: Surroundings, line: Segment) -> str | None:
    """Return the city a short line begins with, after number and country."""
    doc = around.doc
    text = doc.view[line.start : line.end].rstrip()
    if len(text) > _LONGEST or "。" in text[:-1]:
        return None
    lead = _LEAD.match(doc.view, line.start, line.end)
    start = lead.end() if lead else line.start
    for city in doc.kept_in(line.start, line.end, "CITY"):
        if city.entity_id in (None, around.home):
            continue
        return city.entity_id if _leads(doc, line.start, start, city.start) else None
    return None


def _leads(doc: DocView, low: int, start: int, position: int) -> bool:
    """Whether only a number, a country and a region stand before a city."""
    countries = doc.kept_in(low, position, "COUNTRY")
    behind = max([start, *(country.end for country in countries)])
    return behind >= position or len(doc.view[behind:position].strip(" :-·/,")) <= (
        4 if countries else 0
    )


def _agreed(
    around: Surroundings, line: Segment, kind: str, partner: str, statuses: StatusWords
) -> Agreed:
    doc = around.doc
    end = line.start + len(doc.text[line.start : line.end].rstrip())
    text = doc.view[line.start : end]
    status = statuses.lasting(text) or statuses.find(text, "planned")
    return Agreed(
        kind=kind,
        status=status or "in_force",
        parties=tuple(sorted((Party(c, None, None) for c in (around.home, partner)), key=str)),
        topic=None,
        signed=signing_date(doc, (line.start, end), (line.start, end)),
        start=line.start,
        end=end,
        rule="list-line",
        score=0.85,
    )

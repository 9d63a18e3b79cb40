"""Read agreements from lists under a head: 姊妹市, then a line for each partner of the home city.

Contract: lines below a head that begin with a city are partners, until another head or a paragraph
that is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreement_details import signing_date
from pipeline.relations.agreement_heads import LONGEST, MARK, headed_kind
from pipeline.relations.agreement_rows import Agreed, Party
from pipeline.relations.agreement_status import StatusWords
from pipeline.relations.surroundings import Surroundings

_LEAD = views.pattern(rf"{MARK}(?:[^\s,。:;]{{1,6}}[ ·/-])?")
# 密西西比州傑克森市; other words between country and city are few.
_REGION = views.pattern("(?:[\u3400-\u9fff]{1,8}[州省縣府道郡邦])?")
_SHORT = 4


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
        named = headed_kind(view, pattern, kinds)
        is_told = pattern.search(view) is not None
        partner = None if named else _partner(around, line)
        if named:
            kind = named
        elif partner is not None and kind is not None and not is_told:
            found.append(_agreed(around, line, kind, partner, statuses))
        elif line.kind != "list_item" or partner is None:
            kind = None
    return found


def _partner(around: Surroundings, line: Segment) -> str | None:
    """Return the city a short line begins with, after number and country."""
    doc = around.doc
    text = doc.view[line.start : line.end].rstrip()
    if len(text) > LONGEST or "。" in text[:-1]:
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
    between = doc.view[behind:position].strip(" :-·/,")
    return _REGION.fullmatch(between) is not None or (bool(countries) and len(between) <= _SHORT)


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

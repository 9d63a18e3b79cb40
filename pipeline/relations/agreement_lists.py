"""Read agreements from lists: 姊妹市 and a line for each partner of the home city below it, or
lines that begin with what was agreed: 3. 合作備忘錄──荷蘭恩荷芬市（智慧照明）。

Contract: lines below a head that begin with a city are partners, until another head or a paragraph
that is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

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
# 2. 友好交流協議書──日本濱松市。
_ENTRY = views.pattern(
    rf"{MARK}(?P<what>[^\s,。;:()─|-]{{2,16}}) ?[─:|-]{{1,3}} ?(?P<whom>[^,。:;()\n]{{2,60}})"
)
_LIST_MARK = re.compile("[、与和及]")


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
        entry = None if named else _entry(around, line, pattern, kinds)
        if named:
            kind = named
        elif entry is not None:
            found.append(_agreed(around, line, *entry, statuses))
        elif partner is not None and kind is not None and not is_told:
            found.append(_agreed(around, line, kind, (partner,), statuses))
        elif line.kind != "list_item" or partner is None:
            kind = None
    return found


def _entry(
    around: Surroundings, line: Segment, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> tuple[str, tuple[str, ...]] | None:
    """Return kind and partners of a line that begins with what was agreed and with whom."""
    doc = around.doc
    match = _ENTRY.match(doc.view, line.start, line.end)
    words = pattern.findall(match["what"]) if match else []
    if match is None or not words or not match["what"].endswith(words[-1]):
        return None
    told = [kinds[word] for word in words]
    start, end = match.span("whom")
    cuts = [start, *(m.end() for m in _LIST_MARK.finditer(doc.view, start, end)), end]
    named = [doc.kept_in(low, high, "CITY") for low, high in pairwise(cuts)]
    # 日本靜岡縣濱松市: the last is the partner, those before it are where it lies.
    partners = {cities[-1].entity_id for cities in named if cities} - {None}
    kind = "sister_city" if "sister_city" in told else told[-1]
    several = len(partners) > 1 and kind != "declaration"
    if not partners or several or around.home in partners:
        return None  # 姊妹市：仙台、里昂 are ties with each, told by the patterns of sentences
    return kind, tuple(sorted(map(str, partners)))


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
    around: Surroundings,
    line: Segment,
    kind: str,
    partners: tuple[str, ...],
    statuses: StatusWords,
) -> Agreed:
    doc = around.doc
    end = line.start + len(doc.text[line.start : line.end].rstrip())
    text = doc.view[line.start : end]
    status = statuses.lasting(text) or statuses.find(text, "planned")
    return Agreed(
        kind=kind,
        status=status or ("signed" if kind == "declaration" else "in_force"),
        parties=tuple(sorted((Party(c, None, None) for c in (around.home, *partners)), key=str)),
        topic=None,
        signed=signing_date(doc, (line.start, end), (line.start, end)),
        start=line.start,
        end=end,
        rule="list-line",
        score=0.85,
    )

"""Read agreements from the rows of a register: home city, partner, sort of relation, date.

Contract: a row gives an agreement if it has a partner city and its relation names a known kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.recognizers.initiative_lexicon import any_of
from pipeline.relations.agreement_rows import Agreed, Party
from pipeline.relations.agreement_status import StatusWords, signing_date
from pipeline.relations.surroundings import Surroundings, column_of

_REGISTER = views.pattern("一覽|名冊|清冊|清單|列表|總表|名單|統計表|一覽表|彙整")
_TOPIC = views.pattern(r"([^,。;、\s]{2,12}?)(?:合作|交流|諒解)*(?:備忘錄|協議|MOU)")


def read_register(
    around: Surroundings, kinds: Mapping[str, str], statuses: StatusWords
) -> list[Agreed]:
    """Return the agreements of the rows of all registers in a document."""
    doc = around.doc
    pattern = re.compile(any_of(kinds))
    titled = _titled(around, pattern)
    found = []
    for row in doc.of_kind("table_row"):
        cells = {column_of(cell): cell for cell in doc.children(row) if cell.kind == "cell"}
        relation = cells.get("relation")
        if row.row is None or (relation is None and not titled):
            continue
        kind = pattern.search(doc.view, relation.start, relation.end) if relation else titled
        if kind is not None:
            agreed = _agreed(around, row, cells, kinds[kind[0]], statuses)
            if agreed is not None:
                found.append(agreed)
    return found


def _titled(around: Surroundings, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the kind a register's title names (國際合作備忘錄一覽), if it is one."""
    title = views.fold(around.doc.document.title or "")
    return pattern.search(title) if _REGISTER.search(title) else None


def _agreed(
    around: Surroundings,
    row: Segment,
    cells: Mapping[str, Segment],
    kind: str,
    statuses: StatusWords,
) -> Agreed | None:
    doc = around.doc
    home = _city(around, cells.get("home")) or around.home
    partner = _city(around, cells.get("city")) or _city(around, cells.get("representative"))
    if home is None or partner is None or home == partner:
        return None
    dated, remark = cells.get("date"), cells.get("remark") or cells.get("content")
    signed = signing_date(doc, dated.start, dated.end, dated.start, dated.end) if dated else None
    told = doc.view[dated.start : dated.end] if dated else ""
    note = doc.view[remark.start : remark.end] if remark else ""
    status = statuses.find(told) or statuses.find(note, "expired", "renewed")
    return Agreed(
        kind=kind,
        status=status or "in_force",
        parties=tuple(sorted((Party(home, None, None), Party(partner, None, None)), key=str)),
        topic=_topic(around, cells.get("topic"), remark) if kind != "sister_city" else None,
        signed=signed,
        start=row.start,
        end=row.start + len(doc.text[row.start : row.end].rstrip()),
        rule="register-row",
        score=0.95,
    )


def _topic(around: Surroundings, topic: Segment | None, remark: Segment | None) -> str | None:
    """Return the topic cell, else what stands before 備忘錄 in the remark."""
    doc = around.doc
    if topic is not None:
        return " ".join(doc.text[topic.start : topic.end].split()) or None
    found = _TOPIC.search(doc.view, remark.start, remark.end) if remark else None
    return doc.text[found.start(1) : found.end(1)] if found else None


def _city(around: Surroundings, cell: Segment | None) -> str | None:
    if cell is None:
        return None
    doc = around.doc
    for city in doc.kept_in(cell.start, cell.end, "CITY"):
        bodies = doc.kept_in(city.start, city.end, "ORGANIZATION")
        if not any(body.start == city.start and body.end == city.end for body in bodies):
            return city.entity_id
    return None

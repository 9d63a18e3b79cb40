"""Read agreements from the rows of a register: home city, partner, sort of relation, date.

Contract: a row gives an agreement if it has a partner city and its relation, its header or the
title of the register names a known kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreement_details import signing_date, topic_in
from pipeline.relations.agreement_heads import headed_kind
from pipeline.relations.agreement_rows import Agreed, Party
from pipeline.relations.agreement_status import StatusWords
from pipeline.relations.surroundings import Surroundings, column_of

_REGISTER = views.pattern("一覽|名冊|清冊|清單|列表|名錄|名單|表$|彙整|現況|概況|情形|資料")
_MEETING = views.pattern("會議|峰會|論壇|發言|致詞|摘要|議程")
_TOPIC = views.pattern(r"([^,。;、\s]{2,24}?)(?:合作|交流|諒解)*(?:備忘錄|協議|MOU)")
# Columns of parties: 合作對象, 雙方, 締約方甲.
_PARTNER = views.pattern(
    "對象|夥伴|雙方|對方|甲方|乙方|方[甲乙]|締約方|簽約方|簽署方|當事|締盟城|友城|友市|(?i:partner|part(?:y|ies)|counterpart)"
)
_BOTH = views.pattern("雙方|兩方|各方|(?i:parties)")
_NO_PARTNER = views.pattern("人|職|代表|聯絡|窗口|(?i:contact|sign)")
# Columns that tell how a relation stands, not of which kind it is.
_STANDING = views.pattern("狀態|現況|效期|效力|有效|進度|續約|(?i:status|valid)")
# What may stand behind the name of a document in its cell.
_PAPER = views.fold(" \t\n)」》書件本份")
# The first words of a remark, if they stand apart.
_LEAD = re.compile(r"\s*([^;:,。、()\n]{2,16})(?=[;:,。、(\n]|\s*$)")
# A longer cell of such a column is a remark.
_BRIEF = 12
_EMPTY = frozenset(("", *"─-—–/"))
_NONE = tuple(views.fold(word) for word in ("無", "尚無", "沒有", "none", "None"))
_FILE_KINDS = {
    "mou": "mou",
    "memorand": "mou",
    "sister": "sister_city",
    "friendship": "sister_city",
}

Cells = Mapping[str, Sequence[Segment]]


def read_register(
    around: Surroundings, pattern: re.Pattern[str], kinds: Mapping[str, str], statuses: StatusWords
) -> list[Agreed]:
    """Return the agreements of the rows of all registers in a document."""
    doc = around.doc
    rows = [row for row in doc.of_kind("table_row") if row.row is not None]
    if not rows:
        return []
    titled = _titled(around, pattern, kinds)
    headed = _headed(doc, pattern, kinds)
    found = []
    for row in rows:
        cells: dict[str, list[Segment]] = {}
        for cell in doc.children(row):
            if cell.kind == "cell":
                cells.setdefault(_role(cell), []).append(cell)
        over = headed.get(row.segment_id) or titled
        kind = _kind(around, cells, pattern, kinds, over, statuses)
        agreed = _agreed(around, row, cells, kind, statuses) if kind else None
        if agreed is not None:
            found.append(agreed)
    return found


def _headed(
    doc: DocView, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> dict[str, str | None]:
    """Return for each row the kind that the head over it names: a line, or a row of one cell."""
    found: dict[str, str | None] = {}
    kind: str | None = None
    for segment in doc.of_kind("title", "heading", "paragraph", "table_row"):
        is_row = segment.kind == "table_row"
        filled = [c for c in doc.children(segment) if c.text.strip()] if is_row else [segment]
        named = None
        if len(filled) == 1:
            text = doc.view[filled[0].start : filled[0].end].strip()
            named = headed_kind(text, pattern, kinds)
        kind = named if named or segment.kind in ("title", "heading") else kind
        if is_row:
            found[segment.segment_id] = kind
    return found


def _role(cell: Segment) -> str:
    if cell.header and _STANDING.search(views.fold(cell.header)):
        return "standing"
    role = column_of(cell)
    header = views.fold(cell.header or "")
    if role in ("other", "relation") and _PARTNER.search(header):
        return role if _NO_PARTNER.search(header) else "city"
    return role


def _titled(around: Surroundings, pattern: re.Pattern[str], kinds: Mapping[str, str]) -> str | None:
    """Return the kind that the title of a register names (國際合作備忘錄一覽), or its file."""
    document = around.doc.document
    stem = PurePosixPath(document.source_path).stem
    for name in (document.title, stem):
        title = views.fold(name or "")
        if not title or _MEETING.search(title):
            continue
        found = pattern.search(title)
        if found and (_REGISTER.search(title) or document.kind == "register"):
            return kinds[found[0]]
    if document.kind != "register":
        return None
    return next((kind for word, kind in _FILE_KINDS.items() if word in stem.casefold()), None)


def _kind(
    around: Surroundings,
    cells: Cells,
    pattern: re.Pattern[str],
    kinds: Mapping[str, str],
    titled: str | None,
    statuses: StatusWords,
) -> str | None:
    """Return the kind of a row: by its relation, the name of its document, a header, the title."""
    view = around.doc.view
    is_other = False
    for cell in cells.get("relation", ()):
        told = kinds_in(view, cell.start, cell.end, pattern)
        if told:
            return kinds[told[-1]]
        text = view[cell.start : cell.end].strip(" \t\n()")
        if text.startswith(_NONE):
            return None
        is_other = is_other or not (text in _EMPTY or statuses.find(text))
    if is_other and not titled:
        return None
    if not is_other:
        named = _kind_named(around, cells, pattern, kinds)
        if named is not None:
            return named
    return titled if not is_other or _is_told(around, cells) else None


def kinds_in(view: str, start: int, end: int, pattern: re.Pattern[str]) -> list[str]:
    """Return the words for agreements in a stretch, the head (the last one) last."""
    return [found[0] for found in pattern.finditer(view, start, end)]


def _kind_named(
    around: Surroundings, cells: Cells, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> str | None:
    """Return the kind of the document a cell ends with, that a header or a remark names."""
    view = around.doc.view
    for cell in (*cells.get("topic", ()), *cells.get("other", ())):
        for found in pattern.finditer(view, cell.start, cell.end):
            if not view[found.end() : cell.end].strip(_PAPER):
                return kinds[found[0]]
    if not _is_register(cells):
        return None
    remarks = (*cells.get("remark", ()), *cells.get("content", ()))
    for cell in remarks:
        lead = _LEAD.match(view, cell.start, cell.end)  # 友好交流協定；每年互換節目
        named = kinds_in(view, lead.start(1), lead.end(1), pattern) if lead else []
        if lead and named and lead[1].endswith(named[-1]):
            return kinds[named[-1]]
    told = [w for c in remarks for w in kinds_in(view, c.start, c.end, pattern)]
    if told and around.is_register and cells.get("relation"):
        return kinds[told[0]]
    headers = [views.fold(cell.header or "") for cell in cells.get("city", ())]
    told = [word for header in headers for word in kinds_in(header, 0, len(header), pattern)]
    return kinds[told[-1]] if told else None


def _is_register(cells: Cells) -> bool:
    return "date" in cells or "content" not in cells


def _is_told(around: Surroundings, cells: Cells) -> bool:
    """Whether the relation only tells a standing (有效, active), so that the title's kind holds."""
    text = around.doc.view
    told = [text[c.start : c.end].strip().casefold() for c in cells.get("relation", ())]
    return any(word in {"有效", "生效", "active", "valid", "效期内", "生效中"} for word in told)


def _agreed(
    around: Surroundings, row: Segment, cells: Cells, kind: str, statuses: StatusWords
) -> Agreed | None:
    doc = around.doc
    parties = _parties(around, cells)
    if parties is None:
        return None
    dated = next(iter(cells.get("date", ())), None)
    signed = (
        signing_date(doc, (dated.start, dated.end), (dated.start, dated.end)) if dated else None
    )
    remarks = (*cells.get("remark", ()), *cells.get("content", ()))
    status = _status(around, cells, remarks, statuses)
    remark = remarks[0] if remarks else None
    topic = next(iter(cells.get("topic", ())), None)
    return Agreed(
        kind=kind,
        status=status,
        parties=tuple(sorted((Party(city, None, None) for city in parties), key=str)),
        topic=_topic(around, topic, remark) if kind != "sister_city" else None,
        signed=signed,
        start=row.start,
        end=row.start + len(doc.text[row.start : row.end].rstrip()),
        rule="register-row",
        score=0.95,
    )


def _parties(around: Surroundings, cells: Cells) -> tuple[str, ...] | None:
    """Return home and partner of a row, or all that it names itself if no home is known."""
    home = next((c for cell in cells.get("home", ()) for c in _cities(around, cell)), None)
    found: list[str] = []
    for role in ("city", "representative", "organization"):
        for cell in cells.get(role, ()):
            found.extend(city for city in _cities(around, cell) if city not in found)
        if role == "city" and len(found) > 1 and home is None and _are_both(cells):
            return tuple(found)
        partners = [city for city in found if city != (home or around.home)]
        if (home or around.home) and partners:
            return (home or around.home or ""), partners[0]
        if len(partners) == 2:
            return tuple(partners)
    if len(found) == 1:
        # 合作關係: 臺北市姊妹市.
        for cell in cells.get("relation", ()):
            found.extend(city for city in _cities(around, cell) if city not in found)
    return tuple(found) if len(found) == 2 else None


def _are_both(cells: Cells) -> bool:
    """Whether the cells of places name both sides, not a city and the one it lies in."""
    headers = {views.fold(cell.header or "") for cell in cells.get("city", ())}
    return len(headers) > 1 or any(_BOTH.search(header) for header in headers)


def _status(
    around: Surroundings, cells: Cells, remarks: Sequence[Segment], statuses: StatusWords
) -> str:
    """Return the standing told by date, relation or standing cells, else by the remark."""
    view = around.doc.view

    def text(found: Sequence[Segment]) -> str:
        return "\n".join(view[cell.start : cell.end] for cell in found)

    note = text([*cells.get("standing", ()), *remarks])
    if statuses.voids(note):
        return "denied"
    told = text([*cells.get("date", ())[:1], *cells.get("relation", ())])
    status = statuses.lasting(note) or statuses.lasting(told)
    brief = [cell for cell in cells.get("standing", ()) if cell.end - cell.start <= _BRIEF]
    status = status or statuses.find(told) or statuses.find(text(brief))
    if status is None and not text(cells.get("date", ())).strip(" \t\n─-—–/"):
        is_pending = statuses.pending.search(note) is not None
        status = "planned" if is_pending else None
        if status is None and "date" in cells:
            status = statuses.find(note, "planned")
    return "planned" if status == "imagined" else status or "in_force"


def _topic(around: Surroundings, topic: Segment | None, remark: Segment | None) -> str | None:
    """Return the topic cell, else what stands before 備忘錄 in the remark."""
    doc = around.doc
    if topic is not None:
        return " ".join(doc.text[topic.start : topic.end].split()) or None
    found = _TOPIC.search(doc.view, remark.start, remark.end) if remark else None
    if found is None:
        return None
    return doc.text[topic_in(doc.view, *found.span(1)) : found.end(1)] or None


def _cities(around: Surroundings, cell: Segment) -> list[str]:
    """Return the cities of a cell; of two in a row the inner one (胡志明市守德市)."""
    doc = around.doc
    result: list[str] = []
    last = -1
    for city in doc.kept_in(cell.start, cell.end, "CITY"):
        bodies = doc.kept_in(city.start, city.end, "ORGANIZATION")
        is_body = any(body.start == city.start and body.end == city.end for body in bodies)
        if is_body or city.entity_id is None:
            continue
        if city.start == last:
            result.pop()
        result.append(city.entity_id)
        last = city.end
    return result

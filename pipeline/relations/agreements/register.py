"""Read agreements from the rows of a register: home city, partner, sort of relation, date.

Contract: a row gives an agreement for each kind it tells (`kinds`) if it has a partner.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.agreements.columns import DOING, Columns
from pipeline.relations.agreements.details import signing_date, topic_in
from pipeline.relations.agreements.home import lister
from pipeline.relations.agreements.kinds import Cells, Kinds, Told
from pipeline.relations.agreements.rows import Agreed, Party
from pipeline.relations.agreements.standing import StatusWords
from pipeline.relations.surroundings import Surroundings

_TOPIC = views.pattern(r"([^,。;、\s]{2,24}?)(?:合作|交流|諒解)*(?:備忘錄|協議|MOU)")
_BOTH = views.pattern("雙方|兩方|各方|(?i:parties)")
# 成田市（日本）、達拉斯市（美國）: a relation with each.
_LISTED = re.compile("[、；;\n](?=.)")
_OURS = re.compile("(?:^|[、；;\n])(?:[本我][市縣县府方])(?=$|[、；;\n])")
# 預計114年3月簽署; but 預計114年續簽
_TO_SIGN = views.pattern(
    "(?:預計|預定|訂於|定於|排定|擬於?|可望|將於?|待|準備|規劃)[^,。;續再換不未沒]{0,16}(?:簽|締結|換文)"
)
# 本次會中簽署, 今(20)日簽署
_JUST_SIGNED = views.pattern(
    "(?:[會席期]間|會[中後]|[本此]次|今[天日(]|現場|當場)[^,。;未]{0,10}簽"
)
_NOT_YET = views.pattern("(?:尚|還|仍|迄今)未[^,。;]{0,4}(?:簽|締|定案|用印)(?!.{0,6}任何)")
# In a column of what is done under papers: 尚未簽署, but not 尚未簽訂細部計畫.
_UNSIGNED = views.pattern(
    "(?:尚|還|仍|迄今)未[^,。;]{0,4}(?:簽[署訂定]?|締結?|定案|用印)(?=[,。;、\n]|$)"
)
# 規劃明年互訪 tells of a visit under a paper; 草案已送審閱, 擬明年簽署 of the paper itself.
_UNDER_PAPER = views.pattern(
    r"(?!.*(?:簽|締|換文|用印|撤案|[終中]止|婉[拒謝]|草案|文[字本件]|審閱|內容|條文|不再|再議|續議|議會))"
    "(?=.{5}).*(?:訪|展(?!延)|賽|演|營|節|課程|活動|會議|視訊|論壇|研習|派|[師學]生|交流|團|贈|講座|接待|產品|行銷)"
)
# A longer cell of such a column is a remark.
_BRIEF = 12


def read_register(
    around: Surroundings,
    pattern: re.Pattern[str],
    kinds: Mapping[str, str],
    statuses: StatusWords,
    legend: Mapping[str, str],
) -> list[Agreed]:
    """Return the agreements of the rows of all registers in a document."""
    doc = around.doc
    rows = [row for row in doc.of_kind("table_row") if row.row is not None]
    if not rows:
        return []
    home = lister(around)
    reader = Kinds(around, pattern, kinds, statuses, legend, home)
    titled, headed = reader.titled(), reader.headed()
    columns = Columns(around, pattern, legend)
    found: list[Agreed] = []
    above: dict[str, Segment] = {}
    for row in rows:
        cells = _cells(around, row, above, columns)
        for told in reader.of_row(cells, headed.get(row.segment_id) or titled):
            found.extend(
                _agreed(around, row, cells, told, statuses, parties)
                for parties in _parties(around, cells, told, home)
            )
    return found


def _cells(
    around: Surroundings, row: Segment, above: dict[str, Segment], columns: Columns
) -> dict[str, list[Segment]]:
    """Return the cells of a row by role; a place left out is that of the row above."""
    cells: dict[str, list[Segment]] = {}
    for cell in around.doc.children(row):
        role = columns.role(cell) if cell.kind == "cell" else ""
        if role in ("home", "city") and cell.header and _cities(around, cell):
            above[cell.header] = cell
        is_left_out = role in ("home", "city") and not cell.text.strip()
        if role:
            kept = above.get(cell.header or "", cell) if is_left_out else cell
            cells.setdefault(role, []).append(kept)
    return cells


def _agreed(
    around: Surroundings,
    row: Segment,
    cells: Cells,
    told: Told,
    statuses: StatusWords,
    parties: tuple[str, ...],
) -> Agreed:
    doc = around.doc
    dated = told.cell or next(iter(cells.get("date", ())), None)
    signed = (
        signing_date(doc, (dated.start, dated.end), (dated.start, dated.end)) if dated else None
    )
    # What somebody says is no remark on a relation that has its own column.
    said = () if cells.get("relation") else cells.get("content", ())
    remarks = (*filter(None, [told.remark]), *cells.get("remark", ()), *said)
    status = _status(around, cells, remarks, statuses, is_dated=signed is not None)
    remark = remarks[0] if remarks else None
    topic = next(iter(cells.get("topic", ())), None)
    return Agreed(
        kind=told.kind,
        status=status,
        parties=tuple(sorted((Party(city, None, None) for city in parties), key=str)),
        topic=_topic(around, topic, remark) if told.kind != "sister_city" else None,
        signed=signed,
        start=row.start,
        end=row.start + len(doc.text[row.start : row.end].rstrip()),
        rule="register-row",
        score=0.95,
    )


def _parties(
    around: Surroundings, cells: Cells, told: Told, listed: str | None
) -> list[tuple[str, ...]]:
    """Return the parties of each agreement that a row tells by one cell."""
    if told.cell is None or not told.has_partners:
        pair = _pair(around, cells, listed)
        listed_here = [c for c in cells.get("city", ()) if _LISTED.search(c.text)]
        if pair and len(cells.get("city", ())) == 1 and listed_here:
            named = _cities(around, listed_here[0])
            # A list with one's own city (八代市、本市、花蓮縣) is of all that signed one paper.
            is_joint = pair[0] in named or _OURS.search(listed_here[0].text) is not None
            if told.kind == "declaration" or is_joint:
                return [tuple(dict.fromkeys((pair[0], *named)))]
            return [(pair[0], city) for city in named]
        return [pair] if pair else []
    own = (c for cell in cells["city"] if cell is not told.cell for c in _cities(around, cell))
    first = next(own)
    return [(first, partner) for partner in _cities(around, told.cell) if partner != first]


def _pair(around: Surroundings, cells: Cells, listed: str | None) -> tuple[str, ...] | None:
    """Return home and partner of a row, or all that it names itself if no home is known."""
    home = next((c for cell in cells.get("home", ()) for c in _cities(around, cell)), None)
    found: list[str] = []
    for role in ("city", "representative", "organization"):
        for cell in cells.get(role, ()):
            found.extend(city for city in _cities(around, cell) if city not in found)
        if role == "city" and len(found) > 1 and home is None and _are_both(cells):
            return tuple(found)
        partners = [city for city in found if city != (home or listed)]
        if (home or listed) and partners:
            return (home or listed or ""), partners[0]
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
    around: Surroundings,
    cells: Cells,
    remarks: Sequence[Segment],
    statuses: StatusWords,
    *,
    is_dated: bool,
) -> str:
    """Return the standing told by date, relation or standing cells, else by the remark.

    What is planned or cancelled under a paper leaves the paper signed.
    """
    view = around.doc.view

    def text(found: Sequence[Segment]) -> str:
        return "\n".join(view[cell.start : cell.end] for cell in found)

    standing = cells.get("standing", ())
    doing = [cell for cell in standing if DOING.search(views.fold(cell.header or ""))]
    if not is_dated:
        doing = [c for c in doing if _UNDER_PAPER.match(view, c.start, c.end)]
    standing = [cell for cell in standing if cell not in doing]
    note = text([*standing, *remarks])
    told = text([*cells.get("date", ())[:1], *cells.get("relation", ())])
    # A register holds what is to come.
    is_open = _NOT_YET.search(f"{told}\n{text(standing)}") or _UNSIGNED.search(text(doing))
    if statuses.voids(note):
        return "planned" if is_open else "denied"
    status = statuses.lasting(f"{note}\n{text(doing)}") or statuses.lasting(told)
    brief = [cell for cell in standing if cell.end - cell.start <= _BRIEF]
    status = status or statuses.find(told) or statuses.find(text(brief))
    status = "planned" if is_open and status in (None, "denied") else status
    short = [cell for cell in remarks if cell.end - cell.start <= _BRIEF]
    is_coming = _TO_SIGN.search(note) or statuses.pending.search(text([*brief, *short]))
    if status is None and is_coming:
        status = "planned"
    if status is None and not text(cells.get("date", ())).strip(" \t\n─-—–/"):
        is_pending = statuses.pending.search(note) is not None
        status = "planned" if is_pending else None
        if status is None and "date" in cells:
            status = statuses.find(note, "planned")
    if status is None and _JUST_SIGNED.search(told):
        return "signed"
    return "planned" if status == "imagined" else status or "in_force"


def _topic(around: Surroundings, topic: Segment | None, remark: Segment | None) -> str | None:
    """Return the topic cell, else what stands before 備忘錄 in the remark."""
    doc = around.doc
    if topic is not None:
        return " ".join(doc.text[topic.start : topic.end].split()) or None
    found = _TOPIC.search(doc.view, remark.start, remark.end) if remark else None
    if found is None:
        return None
    said = doc.text[topic_in(doc.view, *found.span(1)) : found.end(1)]
    return said.strip("「《『〈“") or None


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

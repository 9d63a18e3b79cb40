"""The city whose agreements a table lists, where no title, header or column names it.

Contract: pure look-ups; None where nothing tells.
"""

from __future__ import annotations

from collections import Counter

from pipeline.contract import Segment, Statement
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.surroundings import Surroundings, column_of

# 主辦：臺中市政府
_HOST = views.pattern(r"(?:主辦|承辦|製表|編製|彙整|整理|發布|提供)(?:單位|機關|城市)?\s?[:/]?\s?")
# 高雄市政府行政暨國際處製
_MADE_IT = views.pattern(
    r"(?:政府|府)?[^,。;:\s]{0,10}(?:製表?|編製|彙整|整理|編印|提供)[)]?\s*(?:[\n,\t]|$)"
)
# 嘉義市（主辦）, 基隆市(地主)
_AS_HOST = views.pattern(
    r"[市縣]?(?:政府)?\s?[(\[](?:主辦|承辦|地主|東道|主場)[^()\[\]\n]{0,6}[)\]]"
)
# Columns in which the city that made the table notes things: 後續辦理, 我方說明.
_NOTES = views.pattern("後續|跟進|會後|辦理|追蹤|管考|^[本我][市縣府方]|(?:市|縣)府")
_LEAST_ROWS = 3
_PLACES = frozenset(("city", "other", "representative", "country"))


def lister(around: Surroundings) -> str | None:
    """Return the home city, else the one that holds the meeting, made the table or is in its title.

    A sheet about one city tells of its ties, unless its tables list that city as a partner.
    Else that of most rows beside their partners (簽署人: 南投縣長), the only one named outside
    of the table, or the one that remarks name most (由庫馬西、新北市發表).
    """
    doc = around.doc
    subject = around.sections.subject
    is_listed = subject is not None and subject in _partners(doc)
    return (
        (around.own if is_listed else around.home)
        or host(doc)
        or _titled(doc)
        or _in_most_rows(doc)
        or _outside(doc)
        or _beside_partners(doc)
    )


def _partners(doc: DocView) -> set[str]:
    """Return the cities of all columns of places."""
    cells = (cell for cell in doc.of_kind("cell") if cell.header and column_of(cell) in _PLACES)
    return {city for cell in cells for city in _cities(doc, cell)}


def host(doc: DocView) -> str | None:
    """Return the city that the document names as host or maker of the table, or None."""
    for city in doc.of_label("CITY"):
        lead = doc.view[max(0, city.start - 10) : city.start]
        if any(found.end() == len(lead) for found in _HOST.finditer(lead)):
            return city.entity_id
        if _MADE_IT.match(doc.view, city.end) or _AS_HOST.match(doc.view, city.end):
            return city.entity_id
    return None


def beside(doc: DocView, told: Statement) -> str | None:
    """Return the one other city in the cells before what a row tells, or None.

    Where the row tells of a visit or an event the venue is no partner.
    """
    cells = (c for c in doc.children(doc.segment(told.segment_id)) if c.start < told.start)
    others = {city for cell in cells if column_of(cell) != "venue" for city in _cities(doc, cell)}
    others -= {told.city_id}
    return others.pop() if len(others) == 1 else None


def is_noted(doc: DocView, said: Statement, position: int) -> bool:
    """Whether a position is in a cell of notes beside the one in which the city of a row speaks."""
    if said.kind != "table_row" or said.start <= position < said.end:
        return False
    cells = doc.children(doc.segment(said.segment_id))
    cell = next((cell for cell in cells if cell.start <= position < cell.end), None)
    if cell is None:
        return False
    is_ours = _NOTES.search(views.fold(cell.header or "")) is not None
    return is_ours or column_of(cell) in ("remark", "relation")


def _titled(doc: DocView) -> str | None:
    """Return the only city that titles name, or None."""
    titles = doc.of_kind("title")
    named = {city for title in titles for city in _cities(doc, title)}
    return named.pop() if len(named) == 1 and len(titles) == 1 else None


def _in_most_rows(doc: DocView) -> str | None:
    """Return the city that most rows name, if there are several rows."""
    rows = [row for row in doc.of_kind("table_row") if row.row is not None]
    counts = Counter(city for row in rows for city in _cities(doc, row))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(rows) < _LEAST_ROWS or not ranked or 3 * ranked[0][1] < 2 * len(rows):
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[1][1] < ranked[0][1] else None


def _cities(doc: DocView, segment: Segment) -> set[str]:
    found = doc.kept_in(segment.start, segment.end, "CITY")
    return {city.entity_id for city in found if city.entity_id is not None}


def _outside(doc: DocView) -> str | None:
    """Return the only city that a document with a table names outside of it."""
    if not doc.of_kind("table_row"):
        return None
    outside = [c for c in doc.of_label("CITY") if doc.enclosing(c, "table_row") is None]
    named = {city.entity_id for city in outside}
    return named.pop() if len(named) == 1 else None


def _beside_partners(doc: DocView) -> str | None:
    """Return the city that cells name most which are no column of partners."""
    counts: Counter[str] = Counter()
    partners: set[str] = set()
    for cell in doc.of_kind("cell"):
        if cell.header and column_of(cell) in _PLACES:
            partners |= _cities(doc, cell)
        elif cell.header:
            counts.update(_cities(doc, cell))
    ranked = [(city, n) for city, n in counts.most_common() if city not in partners]
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_clear else None

"""Whose an initiative is by its column or its row: 對方作法, 我方提供; 「…」, beside 新竹市辦理.

Contract: pure look-ups in the table of a mention; None where neither tells of one side.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.linking.organization_places import CHINESE
from pipeline.relations.initiatives.owner import Owner, of_place
from pipeline.relations.roles.local_cities import partner_of_sheet
from pipeline.relations.surroundings import Surroundings

_WE = "[我本][方市縣府校團國]"
_OURS = views.pattern(_WE)
_THEIRS = views.pattern(
    "對方|友[市城方]|姊妹市|[該他貴來][市方]|(?:參訪|受訪|合作|對口|夥伴|來訪)(?:城市|方)"
)
# 對方可借鏡: what is there to be learned is the other's; 我方需求 is nobody's yet.
_LEARNS = views.pattern("借鏡|學習|參考|師法|仿效|取經|引進")
_WANTS = views.pattern("需求|請求|希望|詢問|提問|待辦|應辦|問題|回應|建議|評估|心得")
# 新竹市教育處辦理, 岡山市提供路線資料
_DOES = views.pattern(
    "(?:市|縣)?(?:政府|市府|縣府)?[^,。;:的與和跟及、「」]{0,8}"
    "(?:主辦|承辦|辦理|提供|負責|營運|推動|執行|開發|建置|發起|主導|試辦|開辦)"
)
_BOTH = views.pattern("兩[市縣城地]|雙方|共同|合[辦作]|聯合|各[自半]|輪流")
_OURS_THERE = views.pattern("[本我][市國縣府]|雙方|兩[市城]")
_HEADER = 240


def of_column(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that the header of its column means: 對方作法, 我方提供, 波特蘭作法."""
    cell = around.doc.enclosing(mention, "cell")
    header = views.fold(cell.header or "") if cell is not None and cell.row is not None else ""
    table = around.doc.enclosing(mention, "table") if header else None
    if table is None or _WANTS.search(header):
        return None
    before = [
        city
        for city in around.doc.kept_in(0, table.start + _HEADER, "CITY")
        if city.form != "anaphora"
    ]
    named = _only([city for city in before if header.startswith(_bare(city))])
    if named is not None:
        return of_place(around.voices, named, 6)
    ours, theirs = _OURS.match(header), _THEIRS.match(header)
    if not (ours or theirs or _LEARNS.search(header)):
        return None
    is_ours = bool(theirs) if _LEARNS.search(header) else bool(ours)
    before = [city for city in before if city.end <= table.start]
    if is_ours:
        side = [c for c in before if around.voices.country_of(c.entity_id) in CHINESE]
        if _only(side) is None and around.home is not None:
            return Owner(6, "city", around.home, around.home_country)
    else:
        side = [c for c in before if not _is_ours(around, c, before)]
    found = _only(side)
    if found is None and theirs and not is_ours:
        return Owner(6)
    return of_place(around.voices, found, 6) if found is not None else None


def of_sheet(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that a sheet of another is about (波多市速覽), but for lines on our side."""
    partner = partner_of_sheet(around.doc)
    if partner is None or partner == around.home:
        return None
    low, high = around.line(mention.start)
    if _OURS_THERE.search(around.doc.view, low, high):
        return None
    return Owner(2, "city", partner, around.voices.country_of(partner))


def of_row(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that another cell of the row begins with as doing what this one names."""
    doc = around.doc
    cell, row = doc.enclosing(mention, "cell"), doc.enclosing(mention, "table_row")
    if cell is None or row is None or len(cell.text.strip("「」《》 \t\n")) > len(mention.text):
        return None
    doers = [_doer(around, other) for other in doc.children(row) if other.start != cell.start]
    found = _only([doer for doer in doers if doer is not None])
    return of_place(around.voices, found, 6) if found is not None else None


def _doer(around: Surroundings, cell: Segment) -> Mention | None:
    """Return the city a cell begins with, if it tells what that one does and no other."""
    view = around.doc.view
    city = next(iter(around.doc.kept_in(cell.start, cell.end, "CITY")), None)
    if city is None or city.start > cell.start or _BOTH.search(view, cell.start, cell.end):
        return None
    return city if _DOES.match(view, city.end, cell.end) else None


def _is_ours(around: Surroundings, city: Mention, named: Sequence[Mention]) -> bool:
    """Whether this city is home, or where none of several is known to be, of the Chinese world."""
    is_near = around.voices.country_of(city.entity_id) in CHINESE
    if len({other.entity_id for other in named}) == 1:
        return is_near
    if around.home is not None:
        return city.entity_id == around.home
    return is_near


def _bare(city: Mention) -> str:
    return views.fold(city.text).rstrip("市县")


def _only(cities: Sequence[Mention]) -> Mention | None:
    """Return the one city that all of these mentions are of."""
    return cities[0] if len({city.entity_id for city in cities}) == 1 else None

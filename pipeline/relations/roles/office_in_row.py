"""What a table row says the office of its person is of: a body, else a city, else a country.

Contract: pure look-ups in kept mentions; cells about our own side name no office of another.
"""

from __future__ import annotations

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.implied import RULE
from pipeline.recognizers.organizations.lexicon import UNIT
from pipeline.relations.neighbours import Neighbours, is_home

# Parts of a body, and those that no city has by themselves.
_PARTS, _SMALL = frozenset("組组科課课股室處处"), frozenset("組组股")

# Columns of the people of the other side: 對方出席, 來賓.
_THEIRS = views.pattern(
    "對方|對口|[來外貴訪嘉]賓|賓客|訪客|客方|該單位|受訪|講[者師]|主講|演講|與談|會[談見晤]|晤談|接[待洽]|拜[會訪]"
)


def told_in_row(
    near: Neighbours, row: Segment | None, mention: Mention, office: Mention | None
) -> Mention | None:
    """Return what a row tells of an office that names no more than a country, or that itself.

    Without a row of the other side it is the body of our own side that stands beside.
    """
    if row is None:
        return office or _own_in_row(near, mention)
    is_named = office is not None and (office.form != "anaphora" or office.rule == RULE)
    if office is not None and is_named and office.label != "COUNTRY":
        return _whole_of(near, row, mention, office)
    # 臺中市政府 | 曼徹斯特 | 議會副領袖: no word of a row means another row's body.
    told = _office_in_row(near, row, mention)
    if told is None or office is None or office.form == "anaphora":
        return told or office
    # 安曼市，約旦 副市長 X
    is_there = told.label == "CITY" and near.countries.get(told.entity_id or "") == office.entity_id
    return told if is_there else office


def _whole_of(near: Neighbours, row: Segment, mention: Mention, office: Mention) -> Mention:
    """Return the body of a row of which an office is a part: 荷蘭在臺辦事處 | |經濟組|組長."""
    if office.label != "ORGANIZATION" or office.text[-1:] not in _PARTS:
        return office
    if near.doc.kept_in(office.start, office.end, "CITY", "COUNTRY"):
        return office
    cell = near.doc.enclosing(office, "cell")
    for body in near.in_cells(row, ("organization",), "ORGANIZATION", theirs=True):
        known = near.bodies.get(body.entity_id or "")
        is_apart = cell is None or not cell.start <= body.start < cell.end
        if is_apart and known and body.form != "anaphora" and not near.is_of_other(body, mention):
            is_mission = known.kind == "representative_office"
            return body if is_mission or office.text[-1] in _SMALL else office
    return office


def _office_in_row(near: Neighbours, row: Segment, mention: Mention) -> Mention | None:
    """Return the body, else the city, else the country that a table row names for its person."""
    cell = near.doc.enclosing(mention, "cell")
    role = near.roles.get((row.table or 0, cell.column or 0), "") if cell else ""
    if role in ("content", "remark", "topic") or near.is_on_our_side(mention):
        return None
    if role in ("", "other") and mention.form == "short":
        return None  # 活動 | 對象城市: 侯市長訪辛辛那提 | 辛辛那提
    if cell is not None and _signs_for_us(near, row, cell, mention):
        return None
    for label, columns in (
        ("ORGANIZATION", ("organization", "representative", "title", "city", "country")),
        ("CITY", ("city", "representative", "title", "organization", "other")),
        ("COUNTRY", ("country", "city", "representative")),
    ):
        inside = near.doc.kept_in(cell.start, cell.end, label) if cell and role == "person" else []
        found = [
            one
            for one in (*inside, *near.in_cells(row, columns, label, theirs=True))
            if one.rule != UNIT and one.form != "anaphora" and not near.is_of_other(one, mention)
        ]
        people = near.in_cells(row, ("person", "representative"), "PERSON")
        if len(found) == len(people) > 1 and mention in people:
            return found[people.index(mention)]
        if found:
            return found[0]
        if label == "ORGANIZATION" and (alone := _alone_in_row(near, row, mention)) is not None:
            return alone
    return None


def _signs_for_us(near: Neighbours, row: Segment, cell: Segment, mention: Mention) -> bool:
    """Whether of two who signed, 馬英九／中田宏, one is ours: the first, but for letters.

    The row is one of a city abroad; two of one office or city at home are of that one.
    """
    cities = near.in_cells(row, ("city", "representative", "other"), "CITY", theirs=True)
    lands = {near.countries.get(city.entity_id or "") for city in cities}
    if not lands or "TW" in lands or any(city.entity_id == near.home for city in cities):
        return False
    pair = near.doc.kept_in(cell.start, cell.end, "PERSON")
    if len(pair) != 2 or "/" not in near.doc.view[pair[0].end : pair[1].start]:
        return False
    ours = pair[is_han(pair[1].text[0]) and not is_han(pair[0].text[0])]
    return mention is ours


def land_of_row(near: Neighbours, row: Segment | None) -> str | None:
    """Return the country a row has in its column of places instead of a city: 帛琉 | X | 部長."""
    if row is None or near.in_cells(row, ("city", "country"), "CITY", theirs=True):
        return None
    lands = near.in_cells(row, ("city", "country"), "COUNTRY", theirs=True)
    return lands[0].entity_id if len({land.entity_id for land in lands}) == 1 else None


def _alone_in_row(near: Neighbours, row: Segment, mention: Mention) -> Mention | None:
    """Return the body that is all a cell of a column of any name holds: 對象 | 美國在台協會.

    Only those whom the column calls the other side are of it: 對方出席, 來賓, not 團員.
    """
    own = near.doc.enclosing(mention, "cell")
    if own is None or _THEIRS.search(views.fold(own.header or "")) is None:
        return None
    for role, cell in near.cells(row):
        if role == "other" and not near.is_ours(cell):
            inside = near.doc.kept_in(cell.start, cell.end, "ORGANIZATION")
            if inside and inside[0].text == cell.text.strip() and inside[0].form == "name":
                return None if near.is_of_other(inside[0], mention) else inside[0]
    return None


def _own_in_row(near: Neighbours, mention: Mention) -> Mention | None:
    """Return the body of our own side beside a person of it: 本府承辦單位 | 本府承辦人."""
    cell, row = near.doc.enclosing(mention, "cell"), near.doc.enclosing(mention, "table_row")
    if cell is None or row is None or not is_home(cell):
        return None
    told = [
        max(bodies, key=lambda body: body.end - body.start)
        for role, one in near.cells(row)
        if role in ("organization", "home") and is_home(one)
        if (bodies := near.told_in(one, "ORGANIZATION"))
    ]
    before = [body for body in told if body.start < cell.start]
    return before[-1] if before else told[0] if told else None

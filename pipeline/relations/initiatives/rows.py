"""Whose an initiative is that a row of a register tells: such a row has two sides.

Contract: what the sentence names counts first; then it is the partner's whom the row is about,
unless both do it or the words around it speak of one's own.
"""

from __future__ import annotations

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.relations.agreements.home import lister
from pipeline.relations.initiatives.owner import NONE, Owner, of_place
from pipeline.relations.initiatives.settings import of_sentence, of_titled
from pipeline.relations.initiatives.speakers import of_statement
from pipeline.relations.surroundings import Surroundings, column_of

# 互贈, 兩館合辦, 連結兩地: of both sides.
_BOTH = views.pattern(
    "雙方|[兩雙](?:市|縣|地|城|港|館|校|國|方|造|邊)|互|共同|共辦|合[作辦組推製]|聯合|攜手|交換|一起|重啟|加辦"
    "|贈|負擔|分攤|共學|學堂|教室|課程|交流|研習"
)
# 來訪參觀「…」, 我方「…」: of one's own.
_OWN = views.pattern(
    "參觀|參訪|考察|觀摩|見習|體驗|取經|來訪|參與|加入|協助|[本我][市縣府方]|[市縣]府(?!城)|示範"
)

# 贈我方織機1臺: the giver's.
_TO_US = views.pattern("[贈捐借](?:予|送|給)*(?:我方|[本我][市縣館校府])")


def find_setting_in_row(around: Surroundings, mention: Mention) -> Owner:
    """Return whose a mention is in a row of a register, which has two sides and speaks for none.

    What stands in no row, as in the notes below, is that of the city whose register it is.
    """
    statement = around.statement(mention)
    told = of_titled(around, mention, statement) or of_sentence(around, mention)
    cell = around.doc.enclosing(mention, "cell")
    if told is None and cell is None and around.home is not None:
        told = Owner(1, "city", around.home, around.home_country)
    if told is None and cell is not None and _fills(mention, cell):
        # A column of names: each is its row's, where that says nothing the one city in it.
        told = of_statement(around, statement) or _of_only_city(around, mention)
    if told is None and cell is not None:
        told = _of_side(around, mention, cell)
    return told or NONE


def _fills(mention: Mention, cell: Segment) -> bool:
    """Whether a name is all that a cell of a column of names holds."""
    return column_role(cell.header, ()) == "initiative" or mention.rule == "column"


def _of_side(around: Surroundings, mention: Mention, cell: Segment) -> Owner | None:
    """Return the partner of the row, the city whose register it is, or nobody for both."""
    doc = around.doc
    row = doc.enclosing(mention, "table_row")
    if row is None or column_of(cell) not in ("remark", "content", "topic", "other", "standing"):
        return None
    low, high = around.sentence(mention.start)
    low, high = max(low, cell.start), min(max(high, mention.end), cell.end)
    is_given = _TO_US.search(doc.view, mention.end, high) is not None
    if _BOTH.search(doc.view, low, high) and not is_given:
        return None
    own, partners = _sides(around, row)
    is_own = not is_given and _OWN.search(doc.view, low, mention.start) is not None
    home = lister(around) if is_own and not own else None
    if home is not None:
        return Owner(4, "city", home, around.voices.country_of(home))
    side = own if is_own or not partners else partners
    if side:
        return of_place(around.voices, side[0], 4)
    return None if is_own else of_statement(around, around.statement(mention))


def _of_only_city(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city of a row that names one in its cells of places: who won a prize for what."""
    row = around.doc.enclosing(mention, "table_row")
    cities = [city for side in _sides(around, row) for city in side] if row else []
    is_one = len({city.entity_id for city in cities}) == 1
    return of_place(around.voices, cities[0], 4) if is_one else None


def _sides(around: Surroundings, row: Segment) -> tuple[list[Mention], list[Mention]]:
    """Return the cities at home and abroad that the cells of places in a row name."""
    doc = around.doc
    own: list[Mention] = []
    partners: list[Mention] = []
    for cell in doc.children(row):
        if column_of(cell) not in ("city", "home", "representative"):
            continue
        for city in doc.kept_in(cell.start, cell.end, "CITY"):
            if city.entity_id is None:
                continue
            is_own = city.entity_id == around.home or column_of(cell) == "home"
            at_home = around.voices.country_of(city.entity_id) == around.home_country
            (own if is_own or at_home else partners).append(city)
    return own, partners

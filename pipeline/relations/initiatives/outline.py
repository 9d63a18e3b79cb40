"""Whose an initiative is by the heading above it.

Contract: pure look-ups before a mention.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.initiatives.owner import Owner, of_place
from pipeline.relations.surroundings import Surroundings

_OWN = views.pattern("[本我][市縣](?!長|民)|本府")
# 「安平智慧路燈」：本市規劃中
_SAYS_OWN = views.pattern(r"[」》\"]?[^,。;:「」]{0,8}:由?(?:[本我][市縣府]|[市縣]府)")
# A head such as 四、重點成果 ends what was listed before it.
_SECTION = views.pattern(
    r"\n\s*[一二三四五六七八九十壹貳參肆伍陸柒捌玖]{1,2}、[^\n,。:]{2,20}:?(?=\n)"
)
# What a line holds that is an entry of a list and heads nothing; a bar does where lines around it
# have one too: 蔚山（南韓）｜銀獎 heads what follows.
_LIST_ENTRY = views.pattern("\\d[./-]\\d|年終止")
_LINE_END = views.pattern("[。,;!?]")
_LOOK_BACK = 4000
_LINE = 60


def of_outline(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that the part around a mention is about, else that of the last short line.

    What is 本市 there is of the city that the document speaks from.
    """
    doc = around.doc
    statement = around.statement(mention)
    if statement is not None and (
        statement.kind in {"turn", "question", "answer"} or statement.rule == "entry"
    ):
        return None
    if around.own is not None and _SAYS_OWN.match(doc.view, mention.end):
        return Owner(3, "city", around.own, around.voices.country_of(around.own))
    if (headed := around.sections.city_at(mention.start)) is not None:
        own = around.own if _OWN.search(doc.view, *around.sentence(mention.start)) else None
        return Owner(3, "city", own or headed, around.voices.country_of(own or headed))
    first = around.line(mention.start)[0]
    for city in reversed(doc.kept_in(max(0, first - _LOOK_BACK), first, "CITY")):
        low, high = around.line(city.start)
        if city.entity_id != around.home and _SECTION.search(doc.view, high, first):
            continue
        if _is_of_row_before(doc, city, mention):
            continue
        if high - low <= _LINE and not _LINE_END.search(doc.view, low, high):
            several = {c.entity_id for c in doc.kept_in(low, high, "CITY")}
            if _LIST_ENTRY.search(doc.view, low, high) or _is_barred(doc.view, low, high):
                return None
            if len(several) > 1 and around.home in several:
                return Owner(3, "city", around.home, around.voices.country_of(around.home))
            return of_place(around.voices, city, 3) if city.form != "anaphora" else None
    return None


def _is_of_row_before(doc: DocView, city: Mention, mention: Mention) -> bool:
    """Whether a city stands in a row of the same table that holds more: it heads no other row.

    It does where its cell is the first, and those of the rows below it are left empty.
    """
    row, own = doc.enclosing(city, "table_row"), doc.enclosing(mention, "table_row")
    if row is None or own is None or row.table != own.table:
        return False
    low = doc.view.find("\n", city.end, own.end) + 1
    below = doc.view[low : min(own.end, low + _LOOK_BACK)].rstrip("\n").split("\n")
    if city.start == row.start and all(line.startswith("\t") for line in below):
        return False
    return sum(any(map(str.isalnum, cell.text)) for cell in doc.children(row)) > 1


def _is_barred(view: str, low: int, high: int) -> bool:
    """Whether a line has bars and the line before or behind it as well."""
    if "|" not in view[low:high]:
        return False
    before = view[max(0, low - _LINE) : max(0, low - 1)].rpartition("\n")[2]
    behind = view[high + 1 : high + _LINE].partition("\n")[0]
    return "|" in before or "|" in behind

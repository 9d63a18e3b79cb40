"""What travellers see or try is whose guests they are: 率團來訪，試乘「幸福巴士」.

Contract: pure look-ups in the line before a mention.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.initiatives.owner import Owner, of_place
from pipeline.relations.surroundings import Surroundings

_TRIES = views.pattern(
    '(?:參觀|參訪|考察|觀摩|見習|體驗|走訪|走進|造訪|試乘|試搭|試騎|試用|試玩|試吃|搭乘|聽取)(?:了|過)?[「《"\\s]*$'
)
# Where somebody goes, right before the name of the place.
_GOES_TO = views.pattern("(?:訪問|參訪|拜會|訪|赴|前往|飛往|轉往|轉赴|飛抵|抵達|抵|走訪|出訪)$")
_AT = views.pattern("[在於到至]$")
# 來訪, 率團訪臺; 抵宜, 訪竹: by one sign of the home city's name.
_COMES = views.pattern("來訪|到訪|蒞臨|(?:[來抵訪])(?:臺|台)(?=[,。;訪參考交出])")
_COMES_TO = views.pattern("[來抵訪蒞]([\\u3400-\\u9fff])(?=[,。;參考交])")
_REACH = 200


def visited(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city whose guests try or see what a mention names, or None.

    Args:
        low: where the clause of the mention begins.
    """
    doc = around.doc
    if not _TRIES.search(doc.view, low, mention.start):
        return None
    first = max(around.line(mention.start)[0], mention.start - _REACH)
    for city in reversed(doc.kept_in(first, mention.start, "CITY")):
        lands = doc.kept_in(max(first, city.start - 8), city.start, "COUNTRY")
        begins = lands[-1].start if lands and lands[-1].end == city.start else city.start
        is_there = city.start >= low and _AT.search(doc.view, low, begins) is not None
        if city.form != "anaphora" and (is_there or _GOES_TO.search(doc.view, first, begins)):
            return of_place(around.voices, city, 7)
        is_guest = around.voices.country_of(city.entity_id) != around.home_country
        if city.start >= low and not (is_guest and begins <= low + 1):
            return None  # its own
    if around.home is None or not around.is_sure or not _comes(around, first, mention.start):
        return None
    return Owner(7, "city", around.home, around.home_country)


def _comes(around: Surroundings, start: int, end: int) -> bool:
    """Whether ``start..end`` tells of guests in the home city."""
    view = around.doc.view
    if _COMES.search(view, start, end):
        return True
    names = {
        views.fold(city.name_zh or "") for city in around.doc.cities if city.city_id == around.home
    }
    return any(found[1] in name for found in _COMES_TO.finditer(view, start, end) for name in names)

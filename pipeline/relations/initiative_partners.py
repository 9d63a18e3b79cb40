"""The one city that made an initiative with others, or for which others made it.

Contract: pure look-ups in the clause before a mention.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.initiative_settings import Owner, of_place
from pipeline.relations.surroundings import Surroundings

_JOINED = views.pattern(r"[與和跟及、]\s*$")
_WITH = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:[^,。;與和跟]{2,4}[局處會])?[與和跟同及][^,。;]{2,24}(?:合作|共同|聯合|攜手|一起)[^,。;「《]{0,4}的?[「《\"\s]*$"
)
# Made by somebody for a city, or with it: 為順化設計的, 與河內市合作的.
_MADE_FOR = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:量身)?(?:設計|打造|開發|建置|訂做|製作|研發)的?[「《\"\s]*"
)
_FOR = views.pattern("[為替幫]$")
_WITH_IT = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:一起|共同|攜手)?(?:合作|合辦|推動|試辦)的[「《\"\s]*"
)


def of_partner(
    around: Surroundings, mention: Mention, low: int, places: Sequence[Mention]
) -> Owner | None:
    """Return the city that made it with others (花蓮縣與東華大學合作的「…」)."""
    city = next(place for place in places if place.label == "CITY")
    if city.start - low > 4 or not _WITH.match(around.doc.view, city.end, mention.start):
        return None
    return of_place(around.voices, city, 7)


def made_for(
    around: Surroundings, mention: Mention, low: int, places: Sequence[Mention]
) -> Owner | None:
    """Return the one city for or with which somebody else made it (為順化設計的「…」)."""
    cities = [place for place in places if place.label == "CITY"]
    if len(cities) != 1 or cities[0].form == "anaphora":
        return None
    view, city = around.doc.view, cities[0]
    lands = around.doc.kept_in(max(low, city.start - 8), city.start, "COUNTRY")
    first = lands[-1].start if lands and lands[-1].end == city.start else city.start
    is_for = _FOR.search(view, low, first) and _MADE_FOR.fullmatch(view, city.end, mention.start)
    is_with = _JOINED.search(view, low, first) and _WITH_IT.fullmatch(view, city.end, mention.start)
    subjects = any(place.end < first and place.label == "ORGANIZATION" for place in places)
    return of_place(around.voices, city, 7) if is_for or (is_with and subjects) else None

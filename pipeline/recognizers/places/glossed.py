"""Cities with their Latin name in brackets behind them: 南特（Nantes）, 爾文市（City of Irving）.

Contract: adds claims, never changes one; the name must be one of that city, or end with 市.  Many
cities bear names of people, so something else must tell the place: 奧斯汀（Austin）說 is nobody's.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.views import pattern
from pipeline.places.latin import CITY_OF, rows_of_latin, without_ending
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Page
from pipeline.recognizers.places import slots
from pipeline.recognizers.places.claims import Claims

_GLOSS = re.compile(
    rf"[ ]?[（(][ ]?(?P<of>{CITY_OF})(?P<name>[A-ZÀ-Þ][^）)\d,，/]{{2,40}}?)"
    r"[ ]?(?:[,，/][^）)\n]{1,40})?[)）]"
)
_MARK = re.compile("[(](?=[ ]?[A-ZÀ-Þ])")
_CITY = views.simplify("市")
_LONGEST = 8
# 訪問|南特, 前往|南特, 在|南特
_AT = pattern(
    "(?:[在到往抵訪從赴於至駐返飛]|訪問|途經|(?:城市|友城|姊妹市|友好市)(?:包括|包含|[有如是])?)$"
)
# 南特（Nantes）|的公車, 南特（Nantes）|為例
_OF_CITY = pattern(
    "為例|等[多幾各\\d一二兩三四五六七八九十]{0,2}[個座]?(?:城市|市|地)|市[長府議政民]"
    "|的(?:[市城港街河]|公車|捷運|地鐵|電車|交通|居民|經驗|做法|政策|郊區|港口|老城)"
)
_JOINS = frozenset("、與和及跟")


def claim_glossed(page: Page, claims: Claims, lexicon: PlacesLexicon) -> None:
    """Claim what stands before the Latin name of a city."""
    for piece in page.pieces_with(_MARK):
        last = -1
        for gloss in _GLOSS.finditer(page.text, piece.start, piece.end):
            bare = gloss.start() - page.view.startswith(_CITY, gloss.start() - 1)
            if bare - piece.start < 2 or not claims.is_free(bare - 1, bare):
                last = (
                    gloss.end() if claims.ends_at(bare) or claims.ends_at(gloss.start()) else last
                )
                continue
            rows = rows_of_latin(
                without_ending(gloss["name"]), lexicon.gazetteer, lexicon.countries
            )
            start = _start_of(page.view, bare, piece.start, set(rows), claims, lexicon)
            if start < 0 and rows and bare < gloss.start():
                start = _sounded_before(page.view, bare, piece.start)
            is_told = gloss["of"] or bare < gloss.start() or _OF_CITY.match(page.view, gloss.end())
            is_joined = last == start - 1 and page.view[last] in _JOINS
            if start >= 0 and (is_told or is_joined or _is_placed(page.view, start, claims)):
                claims.claim(start, bare, "glossed", 0.85)
                last = gloss.end()


def _is_placed(view: str, start: int, claims: Claims) -> bool:
    """Whether a place, or a word that a place follows, stands right before a name."""
    return claims.ends_at(start) or _AT.search(view, max(0, start - _LONGEST), start) is not None


def _start_of(
    view: str, end: int, first: int, rows: set[int], claims: Claims, lexicon: PlacesLexicon
) -> int:
    """Return where a name of one of these cities begins that ends at ``end``, or -1."""
    for start, _ in claims.known_before(end, first) if rows else ():
        key = view[start:end]
        known = {place.row for place in lexicon.listed_places(key)}
        if rows & (known | set(lexicon.gazetteer.find(key))) and (
            slots.is_edge(view, start, first)
            or _AT.search(view, max(first, start - _LONGEST), start)
        ):
            return start
    return -1


def _sounded_before(view: str, end: int, first: int) -> int:
    """Return where the characters of a transliteration begin that end at ``end``, or -1."""
    start = end
    while start > max(first, end - _LONGEST) and view[start - 1] in slots.SOUNDS:
        start -= 1
    return start if end - start > 1 and slots.is_edge(view, start, first) else -1

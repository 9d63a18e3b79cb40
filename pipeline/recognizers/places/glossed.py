"""Cities with their Latin name in brackets behind them: 南特（Nantes）, 爾文市（City of Irving）.

Contract: adds claims, never changes one; the name must be one of that city, or end with 市.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.places.latin import CITY_OF, rows_of_latin, without_ending
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Page
from pipeline.recognizers.places import slots
from pipeline.recognizers.places.claims import Claims

_GLOSS = re.compile(
    rf"[ ]?[（(][ ]?{CITY_OF}([A-ZÀ-Þ][^）)\d,，/]{{2,40}}?)[ ]?(?:[,，/][^）)\n]{{1,40}})?[)）]"
)
_MARK = re.compile("[(](?=[ ]?[A-ZÀ-Þ])")
_CITY = views.simplify("市")
_LONGEST = 8


def claim_glossed(page: Page, claims: Claims, lexicon: PlacesLexicon) -> None:
    """Claim what stands before the Latin name of a city."""
    for piece in page.pieces_with(_MARK):
        for gloss in _GLOSS.finditer(page.text, piece.start, piece.end):
            bare = gloss.start() - page.view.startswith(_CITY, gloss.start() - 1)
            if bare - piece.start < 2 or not claims.is_free(bare - 1, bare):
                continue
            rows = rows_of_latin(without_ending(gloss[1]), lexicon.gazetteer, lexicon.countries)
            start = _start_of(page.view, bare, piece.start, set(rows), claims, lexicon)
            if start < 0 and rows and bare < gloss.start():
                start = _sounded_before(page.view, bare, piece.start)
            if start >= 0:
                claims.claim(start, bare, "glossed", 0.85)


def _start_of(
    view: str, end: int, first: int, rows: set[int], claims: Claims, lexicon: PlacesLexicon
) -> int:
    """Return where a name of one of these cities begins that ends at ``end``, or -1."""
    for start, _ in claims.known_before(end, first) if rows else ():
        key = view[start:end]
        known = {place.row for place in lexicon.listed_places(key)}
        if rows & (known | set(lexicon.gazetteer.find(key))) and slots.is_edge(view, start, first):
            return start
    return -1


def _sounded_before(view: str, end: int, first: int) -> int:
    """Return where the characters of a transliteration begin that end at ``end``, or -1."""
    start = end
    while start > max(first, end - _LONGEST) and view[start - 1] in slots.SOUNDS:
        start -= 1
    return start if end - start > 1 and slots.is_edge(view, start, first) else -1

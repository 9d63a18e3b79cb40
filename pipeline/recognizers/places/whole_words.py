"""Cities abroad that are words of their own, whatever stands beside them: 他想念里加.

Contract: as `cities`: adds claims, never changes one.  The cutter keeps the names of
`config/cities.csv` whole, and cuts them apart where others begin: 樹根|特別, 公里|加價.
"""

from __future__ import annotations

from pipeline.language.views import pattern
from pipeline.places.gazetteer import LICENSED, WORD
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.places import joins, persons, slots
from pipeline.recognizers.places.claims import Claims

# Where cities are named like districts, families and ordinary words of Taiwan.
_HOME = frozenset({"TW", "CN", "HK", "MO", "JP"})

# The dictionary's tags of names, which many cities of foreign sound bear: 里加, 洛桑.
_NAME_TAGS = frozenset({"nr", "nrt", "nz", "ns", "nrfg"})


def is_abroad(lexicon: PlacesLexicon, key: str) -> bool:
    """Whether a name is listed of countries whose cities bear no words of home."""
    places = lexicon.listed_places(key)
    return bool(places) and all(place.country not in _HOME for place in places)


def claim_whole_words(page: Page, claims: Claims, lexicon: PlacesLexicon) -> None:
    """Add the claims of listed cities that the cutter cut out whole."""
    listed, view = lexicon.listed_names, page.view
    for start, end, tag in [word for word in page.words if view[word[0] : word[1]] in listed]:
        key = view[start:end]
        if len(key) < 2:
            continue
        piece = page.piece_at(start) if _is_city(key, tag, lexicon) else None
        if piece is None:
            continue
        # 裡 is 里 in the folded text, but begins no name: 市裡約五十萬人.
        is_part = page.text[start] == "裡" or slots.is_division(view, end, piece.end)
        is_part = is_part or joins.is_spelled_on(view, start, end, piece.start, piece.end)
        is_sure = lexicon.freedom(key) == LICENSED and is_abroad(lexicon, key)
        is_sure = is_sure or _stands_apart(view, start, end, piece)
        if is_sure and not is_part:
            claims.claim(start, end, "whole_word", 0.8)


def _is_city(key: str, tag: str | None, lexicon: PlacesLexicon) -> bool:
    """Whether a word is a listed city abroad or of China, and no other word or a person."""
    freedom = lexicon.freedom(key)
    if freedom not in (LICENSED, WORD) or key in lexicon.guarded:
        return False
    is_name = freedom == LICENSED or tag in _NAME_TAGS
    return (is_name and is_abroad(lexicon, key)) or bool(lexicon.listed_places(key, "CN"))


def _stands_apart(view: str, start: int, end: int, piece: Piece) -> bool:
    """Whether a word begins after an edge and speaks not as a person does: not 一|里加|一里."""
    is_edge = slots.is_edge(view, start, piece.start) or _AHEAD.search(
        view, max(piece.start, start - 3), start
    )
    return bool(is_edge) and not persons.is_titled(view, end)


_AHEAD = pattern("(?:目前|如今|現在|當時|其中|例如|不只|不僅|相較於|比起|借鏡|效法|仿效|前往)$")

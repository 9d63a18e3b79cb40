"""Cities in the cells of a table: of a column of cities, of one of people, alone in any other.

Contract: as `cities`: adds claims, never changes one.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language.words import is_ordinary
from pipeline.places.gazetteer import WORD
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.places import cell_words, slots
from pipeline.recognizers.places.claims import Claims
from pipeline.recognizers.places.spots import COUNTRY, REGION, Spot


def claim_cells(
    page: Page, claims: Claims, spot_at: Mapping[int, Spot], lexicon: PlacesLexicon
) -> None:
    """Add the claims of cells; ``spot_at`` are the spots of the page by where they begin."""
    # Beside a column of cities that of people names no others: 彰化縣 | 王惠珍縣長.
    placed = {piece.table for piece in page.pieces if piece.column_role == "city"}
    block = -1
    for piece in page.pieces:
        is_rest, block = piece.block == block, piece.block
        if piece.column_role in ("city", "home"):
            _claim_places(page, claims, piece, spot_at, lexicon)
        elif piece.column_role == "representative":
            end = slots.unknown_name(page.view, piece.start, piece.end)
            is_free = piece.table not in placed and not is_rest
            if end and piece.start not in spot_at and is_free:
                claims.claim(piece.start, end, "representative_column", 0.9)
            _claim_seats(claims, piece, lexicon)
        elif piece.kind == "cell" and piece.end - piece.start > 2:
            # A cell that is a listed city and nothing else, whatever its column is called.
            key = page.view[piece.start : piece.end]
            if lexicon.listed_places(key) and lexicon.freedom(key) != WORD:
                claims.claim(piece.start, piece.end, "whole_cell", 0.85)


def claim_heads(page: Page, claims: Claims, lexicon: PlacesLexicon) -> None:
    """Claim the names of columns that are a listed place and nothing else: 指標 | 臺北市 | 日本."""
    for piece in page.heads:
        key = page.view[piece.start : piece.end]
        if lexicon.listed_places(key) and lexicon.freedom(key) != WORD:
            claims.add(Claim(piece.start, piece.end, "CITY", "header", 0.85))
        elif lexicon.country_names.get(key):
            claims.add(Claim(piece.start, piece.end, "COUNTRY", "header", 0.85))


def _claim_places(
    page: Page, claims: Claims, piece: Piece, spot_at: Mapping[int, Spot], lexicon: PlacesLexicon
) -> None:
    """Claim the names in a cell of a column of cities."""
    view = claims.view
    # 工業、創新暨科學部 is one office.
    is_office = slots.is_office(view, piece.start, piece.end)
    for start, end in slots.cell_names(view, piece.start, piece.end):
        spot = spot_at.get(start)
        is_inside = spot is not None and spot.kind in (COUNTRY, REGION)
        low = slots.after_separator(view, spot.end, end) if spot and is_inside else start
        low = slots.after_division(view, low, end) or low
        known = next(claims.known_at(low, end), None)
        if known is not None and slots.has_city_ending(view, known[0], end):
            claims.claim(low, known[0], "city_column", 0.97)
        elif low >= end - 1 or is_office or slots.is_office(view, low, end):
            continue
        elif not _is_word(page, low, end, lexicon):
            claims.claim(low, end, "city_column", 0.95)


def _is_word(page: Page, start: int, end: int, lexicon: PlacesLexicon) -> bool:
    """Whether a cell stands for cities without naming one, or is words that no city bears."""
    view, words = page.view, page.words
    return cell_words.names_none(view, start, end) or (
        not lexicon.freedom(view[start:end])
        and is_ordinary(words, start, end)
        and not cell_words.has_rank(view, words, start, end)
    )


def _claim_seats(claims: Claims, piece: Piece, lexicon: PlacesLexicon) -> None:
    """Claim a listed city that fills a field of a cell of people, the first or before an office.

    束草，市長，李秉善; 王大明 鳳凰城 市議員
    """
    view = claims.view
    for start, end in slots.fields(view, piece.start, piece.end):
        is_place = start == piece.start or slots.has_office(view, end, piece.end)
        if is_place and lexicon.listed_places(view[start:end]):
            claims.claim(start, end, "seat", 0.95)

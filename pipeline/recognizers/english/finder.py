"""Find what English lines of programmes tell: people, their titles, bodies, cities and countries.

Contract: claims TITLE, ORGANIZATION, CITY, COUNTRY and PERSON of credits (`people`); a
title takes in the place it is held of (Mayor of Cork), other places and bodies stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language import views
from pipeline.recognizers.english.credits import BODY, CITY, COUNTRY, PHRASE, Slot
from pipeline.recognizers.english.lexicon import LETTER, UPPER, EnglishLexicon, build_english
from pipeline.recognizers.english.people import Credit, find_credits
from pipeline.recognizers.organizations.lexicon import OrganizationValue
from pipeline.recognizers.page import ENGLISH, Claim, Page, Piece
from pipeline.recognizers.people.lexicon import PersonValue

Rows = Sequence[Mapping[str, str]]

__all__ = ["build_lexicon", "find_english"]

_OF_PLACE = re.compile(r" (?:of|to) (?:the )?(?:City of )?")
_PLACED = re.compile(r"(?:of|for|in) (?:the )?(?:Greater )?(?=[^\W\d_])")
_PUBLIC = frozenset({"government", "agency", "council", "ministry", "representative_office"})
# Bodies of cities anywhere: Cork City Council, Municipality of Amman.
_GOVERNMENT = re.compile(
    rf"(?<![{LETTER}])(?:(?:City|Municipality|Port) of(?: [{UPPER}][{LETTER}'’-]+){{1,3}}"
    rf"|(?:[{UPPER}][{LETTER}'’-]+ ){{1,3}}(?:Council|Government|Municipality|Hall))"
)
# The first sign of a word that each of them holds.
_MAY_GOVERN = views.scanner("(?:City|Port) of |Municipality|Council|Government|Hall")
_SECOND = re.compile(r", (?=[A-Z])")
_WORDS = re.compile(r"\S+")


def build_lexicon(tables: Mapping[str, Rows]) -> EnglishLexicon:
    """Build the lexicon from the configuration tables."""
    return build_english(tables)


def find_english(page: Page, lexicon: EnglishLexicon) -> list[Claim]:
    """Return the claims of English lines, by position."""
    claims: dict[tuple[int, int, str], Claim] = {}
    for claim in _cells(page, lexicon):
        claims.setdefault((claim.start, claim.end, claim.label), claim)
    for credit in find_credits(page, lexicon, lexicon.places.label_of):
        for claim in _claims(page, credit, lexicon):
            claims.setdefault((claim.start, claim.end, claim.label), claim)
    return sorted(claims.values(), key=lambda c: (c.start, -c.end, c.label))


def _cells(page: Page, lexicon: EnglishLexicon) -> Iterator[Claim]:
    """Yield the titles and bodies that fill the cells of their column, and cities in bodies."""
    for piece in page.pieces:
        if piece.column_role == "title" and _is_latin(page.text, piece):
            yield Claim(piece.start, piece.end, "TITLE", ENGLISH, 0.97)
        elif piece.column_role == "organization" and _is_latin(page.text, piece):
            label = lexicon.places.label_of(page.text[piece.start : piece.end]) or BODY
            yield from _office(page, Slot(piece.start, piece.end, label), lexicon)
    for piece in page.pieces_with(_MAY_GOVERN):
        for match in _GOVERNMENT.finditer(page.text, piece.start, piece.end):
            place = _place_in(page.text, Slot(*match.span(), BODY), lexicon)
            if place is not None:
                yield Claim(*place, ENGLISH, 0.9)


def _is_latin(text: str, piece: Piece) -> bool:
    """Whether a cell holds a few capitalised words and nothing else."""
    match = PHRASE.match(text, piece.start, piece.end)
    rest = text[match.end() : piece.end] if match else "x"
    return match is not None and (not rest or rest.startswith((",", " &", " (")))


def _claims(page: Page, credit: Credit, lexicon: EnglishLexicon) -> Iterator[Claim]:
    if credit.latin is not None:
        value = PersonValue(credit.honorific, "latin")
        yield Claim(*credit.latin, "PERSON", ENGLISH, 0.97, value=value)
    if credit.han is not None:
        yield Claim(*credit.han, "PERSON", ENGLISH, 0.97, value=PersonValue("", "han"))
    for slot in credit.slots:
        yield from _office(page, slot, lexicon)
    places = {one.start: one for one in credit.slots if one.label != BODY}
    for start, end in credit.titles:
        of = _OF_PLACE.match(page.text, end)
        place = places.get(of.end()) if of else None
        yield Claim(start, place.end if place else end, "TITLE", ENGLISH, 0.97)


def _office(page: Page, slot: Slot, lexicon: EnglishLexicon) -> Iterator[Claim]:
    phrase = page.text[slot.start : slot.end]
    if slot.label != BODY:
        yield Claim(slot.start, slot.end, slot.label, ENGLISH, 0.95)
        if lexicon.places.is_city_state(phrase):
            yield Claim(slot.start, slot.end, COUNTRY, ENGLISH, 0.9)
        return
    kind = lexicon.body_kind(phrase) or "other"
    head = phrase.split()[-1]
    value = OrganizationValue(kind, head)
    yield Claim(slot.start, slot.end, "ORGANIZATION", ENGLISH, 0.95, value=value)
    if kind in _PUBLIC:
        place = _place_in(page.text, slot, lexicon)
        if place is not None:
            yield Claim(*place, ENGLISH, 0.9)


def _place_in(text: str, slot: Slot, lexicon: EnglishLexicon) -> tuple[int, int, str] | None:
    """Return span and label of the place in a body's name: Cork City Council, Port of Dakar."""
    if place_ends := [m.end() for m in _SECOND.finditer(text, slot.start, slot.end)]:
        return _place_in(text, Slot(place_ends[-1], slot.end, BODY), lexicon)
    firsts = [slot.start, *(m.end() for m in _PLACED.finditer(text, slot.start, slot.end))]
    for first in reversed(firsts):
        stops = [m.end() for m in _WORDS.finditer(text, first, slot.end)][:4]
        for stop in reversed(stops):
            name = text[first:stop].rstrip(",")
            if all(word in lexicon.fields or word in lexicon.modifiers for word in name.split()):
                continue
            label = lexicon.places.label_of(name)
            shorter = name.removesuffix(" City")
            if label == CITY and lexicon.places.label_of(shorter) == CITY:
                return first, first + len(shorter), CITY
            if label is not None and stop - first < slot.end - slot.start:
                return first, stop, label
    return None

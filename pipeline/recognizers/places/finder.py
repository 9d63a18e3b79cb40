"""Find countries and cities.

Contract: claims COUNTRY and CITY lie inside one piece of the page; a city's span leaves out its
country and the title after it.  A city needs a licence: `Claim.rule` names it.
"""

from __future__ import annotations

from pipeline.places.lexicon import PlacesLexicon, Source, build
from pipeline.recognizers.page import Claim, Page
from pipeline.recognizers.places.cities import Cities
from pipeline.recognizers.places.countries import find_countries
from pipeline.recognizers.places.spots import find_spots


def build_lexicon(tables: Source) -> PlacesLexicon:
    """Build the lexicon of places from configuration tables and the gazetteer file."""
    return build(tables)


def find_places(page: Page, lexicon: PlacesLexicon) -> list[Claim]:
    """Return the claims of countries and cities on ``page``, by position."""
    spots = [
        spot
        for piece in page.pieces
        for spot in find_spots(page.view, piece.start, piece.end, lexicon)
    ]
    countries = find_countries(page, spots, lexicon)
    cities = Cities(page, spots, lexicon).find()
    return sorted([*countries, *cities], key=lambda c: (c.start, -c.end, c.label))

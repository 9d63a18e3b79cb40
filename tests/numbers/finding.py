"""Find numbers and dates in a line of text, as the tests want to see them."""

from __future__ import annotations

from datetime import date
from functools import cache

from pipeline.language.words import Words
from pipeline.recognizers.dates.finder import DateValue, find_dates
from pipeline.recognizers.page import Page
from pipeline.recognizers.quantities.finder import QuantityValue, UnitLexicon, find_quantities


@cache
def _cutter(terms: tuple[str, ...]) -> Words:
    """A cutter that knows no names."""
    return Words(terms)


def read(text: str, lexicon: UnitLexicon, on: date | None = None, *, cut: bool = False) -> Page:
    """Return a page of ``text`` with its dates and quantities, and its words where they count."""
    page = Page.of(text, on)
    if cut:
        page.words = _cutter(tuple(lexicon.terms)).cut(text)
    page.add(find_dates(page))
    page.add(find_quantities(page, lexicon))
    return page


def quantities_in(
    text: str, lexicon: UnitLexicon, on: date | None = None, *, cut: bool = False
) -> list[tuple[str, QuantityValue]]:
    """Return span and value of each quantity."""
    found = []
    for claim in read(text, lexicon, on, cut=cut).of_label("QUANTITY"):
        assert isinstance(claim.value, QuantityValue)
        found.append((text[claim.start : claim.end], claim.value))
    return found


def dates_in(text: str, on: date | None = None) -> list[tuple[str, DateValue]]:
    """Return span and value of each date."""
    found = []
    for claim in find_dates(Page.of(text, on)):
        assert isinstance(claim.value, DateValue)
        found.append((text[claim.start : claim.end], claim.value))
    return found

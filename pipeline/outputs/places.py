"""Tell what `summit places` finds in a name: country, city, and how it is linked.

Contract: a generator of lines; reads ``config/`` only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.config import read_settings
from pipeline.linking.places import country_code
from pipeline.outputs.candidates import describe_candidates
from pipeline.places.lexicon import Link, PlacesLexicon
from pipeline.places.linker import Hints, link_city
from pipeline.recognizers.page import Page
from pipeline.recognizers.places.finder import find_places
from pipeline.resources import Resources


def explain_places(text: str, config_dir: Path) -> Iterator[str]:
    """Yield what is found in ``text``, a name with or without its country (貝里斯貝爾墨潘市).

    Args:
        text: the name as written.
        config_dir: folder of the lexicons.
    """
    lexicon: PlacesLexicon = Resources(config_dir, read_settings(config_dir)).lexicon("places")
    country: str | None = None
    names = []
    for claim in find_places(Page.of(text), lexicon):
        name = text[claim.start : claim.end]
        if claim.label == "COUNTRY":
            country = country_code(name, lexicon)
            yield f"{name}: country {country} ({claim.rule})"
        elif not claim.rejected:
            names.append((name, claim.rule))
    for name, rule in names or [(text, "no licence; taken as a name")]:
        link = link_city(name, Hints(country), lexicon)
        yield f"{name}: city ({rule}), {_describe(link)}"
        chosen = link.place.city_id if link.place is not None else ""
        for line in describe_candidates(name, country, chosen, config_dir):
            yield f"  {line}"


def _describe(link: Link) -> str:
    place = link.place
    if place is None:
        return "not linked"
    known = [place.name_zh, place.name, place.country]
    return f"{', '.join(filter(None, known))}, by {link.method}, score {link.score:g}"

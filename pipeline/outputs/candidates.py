"""The places a city name could mean, for `summit explain`.

Contract: the gazetteer and lists of ``config/`` as they are now; at most a handful, largest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.config import read_settings
from pipeline.places.forms import place_key
from pipeline.places.gazetteer import Place
from pipeline.places.lexicon import PlacesLexicon
from pipeline.places.linker import Hints, closure, link_city
from pipeline.resources import Resources

_FEW = 5


def describe_candidates(
    name: str, country: str | None, chosen: str, config_dir: Path
) -> Iterator[str]:
    """Yield a line for each place the name could mean, the chosen one marked.

    Args:
        name: the name as written.
        country: the country the text tells, or None.
        chosen: city_id of the link.
        config_dir: folder of the lexicons.
    """
    lexicon: PlacesLexicon = Resources(config_dir, read_settings(config_dir)).lexicon("places")
    for how, place in _candidates(name, country, lexicon)[:_FEW]:
        mark = ", chosen" if place.city_id == chosen else ""
        yield (
            f"{place.city_id} {place.name}, {place.country} {place.admin1}, "
            f"{place.population:,} inhabitants ({how}{mark})"
        )
    link = link_city(name, Hints(country=country), lexicon)
    if link.reason and (link.place is None or link.place.city_id == chosen):
        yield f"why: {link.reason}"


def _candidates(name: str, country: str | None, lexicon: PlacesLexicon) -> list[tuple[str, Place]]:
    gazetteer = lexicon.gazetteer
    found = [("list", place) for place in lexicon.listed_places(place_key(name))]
    found += [("lookup", gazetteer.place(row)) for row in gazetteer.find(name)]
    if country:
        found += [("closure", gazetteer.place(row)) for row in closure(name, country, lexicon)]
    best: dict[str, tuple[str, Place]] = {}
    for how, place in found:
        best.setdefault(place.city_id, (how, place))
    return sorted(best.values(), key=lambda item: (-item[1].population, item[1].city_id))

"""The city whose Latin name the name of an initiative holds: Tartu Tervik, SmartSantander.

Contract: pure look-ups among the cities of the document.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.places.forms import latin_key
from pipeline.relations.initiatives.owner import Owner
from pipeline.relations.surroundings import Surroundings

# SmartSantander holds two words; a small letter begins no place.
_WORD = re.compile(r"(?<![A-Za-z\u00c0-\u02af])[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u02af]+")
_PART = re.compile(r"[A-Z\u00c0-\u00de][a-z\u00df-\u02af]+")
# A shorter name may be any word.
_SHORTEST = 4


def in_letters(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city of the document that a name gives in its own letters (Tartu Tervik)."""
    words = {
        latin_key(word) for pattern in (_WORD, _PART) for word in pattern.findall(mention.text)
    }
    if not words:
        return None
    found = [
        city
        for city in around.doc.cities
        if city.name_en and words.issuperset(latin_key(city.name_en).split())
    ]
    if len(found) != 1 or len(found[0].name_en or "") < _SHORTEST:
        return None
    return Owner(9, "city", found[0].city_id, found[0].country_code)

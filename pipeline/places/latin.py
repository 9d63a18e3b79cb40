"""Places by their Latin names, for lines where English words tell that a place is meant.

Contract: pure look-ups; the larger of namesakes decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from pipeline.places.forms import latin_key
from pipeline.places.gazetteer import Gazetteer
from pipeline.places.lexicon import Source

# Words of English lines are names of smaller towns as well.
_LEAST = 8_000
# What a name may begin with that is no part of it.
CITY_OF = "(?:City of |Ville de |Ciudad de |Comune di |Stadt |Gemeente )?"
_ENDINGS = (" Metropolitan City", " City", " County")
# Countries that are claimed as cities.
_CITIES = frozenset({"SG", "HK", "MO", "MC"})


def rows_of_latin(name: str, gazetteer: Gazetteer, codes: Iterable[str]) -> list[int]:
    """Return the rows of these countries with a Latin name, most populous first."""
    rows = [row for code in sorted(codes) for row in gazetteer.find_latin(name, code)]
    return sorted(rows, key=lambda row: (-gazetteer.populations[row], row))


def _keys_of(gazetteer: Gazetteer, codes: Iterable[str], least: int) -> frozenset[str]:
    """Return the Latin keys of the cities of these countries with so many inhabitants."""
    people = gazetteer.populations
    # The rows of a country fall by population.
    rows = (
        row
        for code in codes
        for row in takewhile(lambda row: people[row] >= least, gazetteer.in_country(code))
    )
    return frozenset(key for row in rows for key in gazetteer.latin_names(row))


def without_ending(name: str) -> str:
    """Return a name without City and its kind at the end, of which the name may be part or not.

    >>> without_ending("Taichung City"), without_ending("Cork")
    ('Taichung', 'Cork')
    """
    ending = next((ending for ending in _ENDINGS if name.endswith(ending)), "")
    return name.removesuffix(ending)


@dataclass(frozen=True, slots=True)
class LatinPlaces:
    """Tells whether words are the Latin name of a CITY or COUNTRY.

    Attributes:
        gazetteer: cities of the world.
        countries: code by Latin name.
    """

    gazetteer: Gazetteer
    countries: Mapping[str, str]
    _known: dict[str, str | None] = field(default_factory=dict)
    # Latin names by the inhabitants asked for: made when the first is, as few texts ask.
    _cities: dict[int, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def build(cls, source: Source) -> LatinPlaces:
        """Build from countries.csv and the gazetteer file."""
        countries: dict[str, str] = {}
        for row in source["countries"]:
            for name in [row["name_en"], *row["aliases_en"].split("|")]:
                if name:
                    countries.setdefault(latin_key(name), row["code"])
        return cls(Gazetteer(source.data("gazetteer.bin")), countries)

    def is_city_state(self, phrase: str) -> bool:
        """Whether words name Singapore, which is a city and a country."""
        return self.countries.get(latin_key(phrase)) == "SG"

    def label_of(self, phrase: str) -> str | None:
        """Return CITY, COUNTRY or None; ``City`` at the end may belong to a name or not."""
        if phrase not in self._known:
            self._known[phrase] = self._label_of(phrase)
        return self._known[phrase]

    def _label_of(self, phrase: str) -> str | None:
        key = latin_key(phrase)
        if key in self.countries:
            return "CITY" if self.countries[key] in _CITIES else "COUNTRY"
        if len(key) < 3 or not phrase[0].isupper() or phrase.isupper():
            return None
        if _LEAST not in self._cities:
            codes = sorted(set(self.countries.values()))
            self._cities[_LEAST] = _keys_of(self.gazetteer, codes, _LEAST)
        keys = {key, latin_key(without_ending(phrase))}
        return None if keys.isdisjoint(self._cities[_LEAST]) else "CITY"

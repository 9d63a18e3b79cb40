"""Names behind a country that spell one of its cities in another way: 法國的勒哈佛爾.

Contract: works on folded text and positions; looks into the gazetteer.
"""

from __future__ import annotations

from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.places import joins, persons, slots

# What a character of a name may cost (see `Speller`), and how large its city is.
_WELL_SPELLED = 1_600
_LARGER = 30_000
# A short name is spelled better, and closed.
_SHORT, _CLEARLY = 3, 900


def sounds_like(view: str, start: int, stop: int, country: str, lexicon: PlacesLexicon) -> int:
    """Return the end of a name that spells a larger city of the country well, or 0.

    What follows may look spelled too (法國的勒哈佛爾|比較早): of all ends the best is taken.
    """
    last = joins.spelled_until(view, start, stop)
    best = (_WELL_SPELLED, 0)
    for end in range(last, start + 2, -1):
        if slots.is_body(view, end, stop) or persons.is_titled(view, end):
            continue
        key = view[start:end]
        is_closed = end == last or joins.closes_item(view, end, stop)
        if len(key) == _SHORT and (key in lexicon.guarded or not is_closed):
            continue
        guess = next(iter(lexicon.speller.guesses(key, country)), None)
        is_large = guess and lexicon.gazetteer.populations[guess.row] >= _LARGER
        if guess and is_large and (len(key) > _SHORT or guess.cost <= _CLEARLY * len(key)):
            best = min(best, (guess.cost // len(key), end))
    return best[1]

"""Cities named in Latin letters in Chinese text: 丹麥 Aarhus, Porto 市長, Port Louis, Mauritius.

Contract: works on one page; a name counts if a country beside it has such a city, if a verb of
place or the office of a city stands at a city of some size, or if a city named in Chinese has it.
Named once so, it counts wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.language import views
from pipeline.places.forms import latin_key
from pipeline.places.latin import rows_of_latin
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Claim
from pipeline.recognizers.places.claims import Claims

# Đ, Ł and Š begin names, ẵ and ạ are in those of Vietnam.
_WORD = r"[A-ZÀ-ÞĀ-ʯ][a-zß-ʯḀ-ỿ]+"
_LATIN = re.compile(
    rf"(?<![0-9A-Za-zÀ-ʯḀ-ỿ_.@/-]){_WORD}(?:[ -]{_WORD})*(?![0-9A-Za-zÀ-ʯḀ-ỿ_@/-]| [A-Z]|\.\w)"
)
_CAPITAL = re.compile("[A-ZÀ-ÞĀ-ʯ]")
# What stands between a country and its city, and between a city and the country behind it.
_OF, _IN = views.pattern(r"[ \u3000]*[的之]?[ \u3000]*|[ ]?/[ ]?"), re.compile(",[ ]?")
_OFFICE = views.pattern(
    r"[ \u3000]?(?:市(?:長|府|政府|議[員會])|(?:首席)?副市長|市?代表團|[的市](?:代表|居民)|當地)"
)
_VERB = views.pattern(r"(?:來自|飛往|前往|抵達|飛抵|轉往|位於|落腳|造訪|移居)[ \u3000]?$")
# Shorter names are words, smaller cities namesakes of people.
_SHORTEST, _LEAST = 4, 100_000


def claim_in_letters(
    claims: Claims, find_named: Callable[[], frozenset[str]], countries: dict[int, str]
) -> None:
    """Claim the cities in Latin letters.

    Args:
        claims: what is claimed already; is added to.
        find_named: finds the Latin keys of the cities named in Chinese.
        countries: by the ends of the names of countries on the page, their codes.
    """
    page, lexicon = claims.page, claims.lexicon
    found = [
        match
        for piece in page.pieces_with(_CAPITAL)
        for match in _LATIN.finditer(page.text, piece.start, piece.end)
    ]
    if not found:
        return
    named = find_named()
    keys = [latin_key(match[0]) for match in found]
    told = {key for key in keys if key in named and len(key) >= _SHORTEST}
    told.update(_told(page.view, found, keys, lexicon, countries))
    for match, key in zip(found, keys, strict=True):
        if key in told and claims.is_free(*match.span()):
            claims.add(Claim(*match.span(), "CITY", "latin_name", 0.85))


def _told(
    view: str,
    found: Sequence[re.Match[str]],
    keys: Sequence[str],
    lexicon: PlacesLexicon,
    countries: dict[int, str],
) -> Iterator[str]:
    """Yield the keys that a country or an office beside them tells to be cities."""
    codes = {
        m.start(): lexicon.country_latin.get(key, "") for m, key in zip(found, keys, strict=True)
    }
    ends = countries | {m.end(): codes[m.start()] for m in found if codes[m.start()]}
    gazetteer, judged = lexicon.gazetteer, set[tuple[str, str]]()
    for match, key in zip(found, keys, strict=True):
        if len(key) < _SHORTEST or codes[match.start()]:
            continue
        low = match.start()
        while low and view[low - 1] in " \u3000的之/":
            low -= 1
        code = ends.get(low, "") if _OF.fullmatch(view, low, match.start()) else ""
        comma = _IN.match(view, match.end())
        code = code or (codes.get(comma.end(), "") if comma else "")
        is_place = _OFFICE.match(view, match.end()) or _VERB.search(
            view, max(0, match.start() - 3), match.start()
        )
        if (key, code) in judged or not (code or is_place):
            continue
        judged.add((key, code))
        if code:
            rows = gazetteer.find_latin(match[0], code)
        else:
            rows = rows_of_latin(match[0], gazetteer, lexicon.countries)
            rows = [row for row in rows if gazetteer.populations[row] >= _LEAST]
        if rows:
            yield key

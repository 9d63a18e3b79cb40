"""Forms of place names: equality keys, endings that may be left out, Latin spellings.

Contract: pure functions of a name; no data.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.language import views

# Endings that say what sort of place it is, longest first; a name may be written without them.
ENDINGS = tuple(
    views.simplify(ending)
    for ending in (
        "大都會區",
        "都會區",
        "廣域市",
        "特別市",
        "特例市",
        "自治市",
        "直轄市",
        "特別自治市",
        "自治縣",
        "市鎮",
        "市",
        "區",
        "郡",
        "縣",
        "鎮",
        "鄉",
        "府",
        "城",
    )
)
# Endings under which a name in running text is a city (縣 and 郡 govern like one).
CITY_ENDINGS = tuple(
    views.simplify(ending)
    for ending in (
        "大都會區",
        "都會區",
        "廣域市",
        "特別市",
        "特例市",
        "自治市",
        "直轄市",
        "特別自治市",
        "市",
        "郡",
        "縣",
    )
)

_ENDING = re.compile("(?:" + "|".join(sorted(ENDINGS, key=lambda e: (-len(e), e))) + ")$")
_CITY_ENDING = re.compile("(?:" + "|".join(sorted(CITY_ENDINGS, key=lambda e: (-len(e), e))) + ")$")
_DASHES = re.compile(r"[-_─=]+")
_LATIN_JUNK = re.compile(r"[^a-z0-9 ]+")
_SPACES = re.compile(r"\s+")
# Letters that canonical decomposition leaves whole.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
        "ŧ": "t",
        "-": " ",
        "–": " ",
        ",": " ",
    }
)


def place_key(name: str) -> str:
    """Return the form under which two spellings of a Chinese place name are equal.

    >>> place_key("聖路易斯-奧比斯保") == place_key("圣路易斯·奥比斯保")
    True
    """
    return _DASHES.sub("", views.key(name))


def base_of(key: str) -> str:
    """Return a name's key without the ending that says what sort of place it is.

    >>> base_of(place_key("釜山廣域市")), base_of(place_key("臺北")), base_of("津市")
    ('釜山', '台北', '津市')
    """
    base = _ENDING.sub("", key)
    return base if len(base) >= 2 else key


def city_base_of(key: str) -> str:
    """Like `base_of`, but only for endings of cities (市, 縣, 郡 ...)."""
    base = _CITY_ENDING.sub("", key)
    return base if len(base) >= 2 else key


def latin_key(name: str) -> str:
    """Return a Latin name in plain lower-case letters.

    >>> latin_key("Győr"), latin_key("Tel Aviv-Yafo"), latin_key("Đà Nẵng")
    ('gyor', 'tel aviv yafo', 'da nang')
    """
    lowered = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(c for c in lowered if not unicodedata.combining(c)).translate(_LETTERS)
    return _SPACES.sub(" ", _LATIN_JUNK.sub("", plain)).strip()

"""Forms of place names: equality keys, endings that may be left out, Latin spellings.

Contract: pure functions of a name; no data.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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
        "町",
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
        "町",
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


@lru_cache(maxsize=1 << 14)
def place_key(name: str) -> str:
    """Return the form under which two spellings of a Chinese place name are equal.

    >>> place_key("聖路易斯-奧比斯保") == place_key("圣路易斯·奥比斯保")
    True
    """
    return _DASHES.sub("", views.key(name))


@lru_cache(maxsize=1 << 14)
def base_of(key: str) -> str:
    """Return a name's key without the ending that says what sort of place it is.

    >>> base_of(place_key("釜山廣域市")), base_of(place_key("臺北")), base_of("津市")
    ('釜山', '台北', '津市')
    """
    base = _ENDING.sub("", key)
    return base if len(base) >= 2 else key


@lru_cache(maxsize=1 << 14)
def city_base_of(key: str) -> str:
    """Like `base_of`, but only for endings of cities (市, 縣, 郡 ...)."""
    base = _CITY_ENDING.sub("", key)
    return base if len(base) >= 2 else key


@lru_cache(maxsize=1 << 14)
def latin_key(name: str) -> str:
    """Return a Latin name in plain lower-case letters.

    >>> latin_key("Győr"), latin_key("Tel Aviv-Yafo"), latin_key("Đà Nẵng")
    ('gyor', 'tel aviv yafo', 'da nang')
    """
    if name.isascii() and name.replace(" ", "").isalpha():
        return " ".join(name.lower().split())  # most names
    plain = name.casefold().translate(_LETTERS)
    if not plain.isascii():
        lowered = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in lowered if not unicodedata.combining(c)).translate(_LETTERS)
    return _SPACES.sub(" ", _LATIN_JUNK.sub("", plain)).strip()


# Parts that are translated and may stand at the other end in Latin letters: 伊利堡 is Fort Erie.
_MOVED = frozenset(
    views.simplify("東西南北中上下大小新老舊港堡城湖山河角島谷泉聖市鎮溪灣嶺海岸門橋森林場園灘")
)
_BESIDE = re.compile(views.simplify("^(.{2,}?)(?:河畔|湖畔|海濱|附近|地區|旁)的?(.{2,})$"))


def orders(key: str) -> list[str]:
    """Return a folded name and the orders in which Latin letters may spell its parts.

    >>> orders("伊利堡"), orders("美因河畔法兰克福")
    (['伊利堡', '堡伊利'], ['美因河畔法兰克福', '法兰克福美因', '法兰克福'])
    """
    beside = _BESIDE.match(key)
    if beside:
        return [key, beside[2] + beside[1], beside[2]]
    found = [key]
    if len(key) > 2 and key[0] in _MOVED:
        found.append(key[1:] + key[0])
    if len(key) > 2 and key[-1] in _MOVED:
        found.append(key[-1] + key[:-1])
    return found


# Words of a Latin name that a Chinese name often leaves out, at its beginning and at its end.
_OPENING = re.compile(
    "(?:a[ldstnrz]|ash|el|la|les?|los|las|the|ciudad|villa|vila|kota|kampung|ban|bad|sankt|horad) "
)
_CLOSING = re.compile(" (?:city|town|township|village|municipality|new)$")
# What follows tells where it lies: Neuilly-sur-Seine, Vila do Conde, Mühlheim am Main.
_WHERE = re.compile(
    " (?:sur|en|am|an|im|in|bei|upon|on|de|do|das?|dos|del|di|by|near|under|nad|ob|der|les|los) .*"
)


def shorter_spellings(name: str) -> set[str]:
    """Return the parts of a folded Latin name that a Chinese name may spell alone.

    >>> sorted(shorter_spellings("ciudad guzman")), sorted(shorter_spellings("neuilly sur seine"))
    (['guzman'], ['neuilly'])
    """
    if " " not in name:
        return set()
    opened = name[match.end() :] if (match := _OPENING.match(name)) else name
    found = {opened, _WHERE.sub("", name), _CLOSING.sub("", opened)}
    return {short.replace(" ", "") for short in found if 3 < len(short) < len(name)}

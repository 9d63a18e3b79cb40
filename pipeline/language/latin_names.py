"""Names of people in Latin letters: their shape, honorifics, family and given name.

Contract: offsets are code points of the text given; accents and combining marks are part of names.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.language.shared import shared
from pipeline.records import record

_RANGES = ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x2AF), (0x1E00, 0x1EFF))
_LETTERS = [chr(code) for low, high in _RANGES for code in range(low, high + 1)]
_UPPER = "".join(c for c in _LETTERS if unicodedata.category(c) in ("Lu", "Lt"))
_LOWER = "".join(c for c in _LETTERS if unicodedata.category(c) in ("Ll", "Lo", "Lm"))
_MARKS = "\u0300-\u036f"
_ANY = f"[{_UPPER}{_LOWER}{_MARKS}]"
_QUOTE = "['’‘ʻ`´]"
_DASH = "[-‐‑–]"

_PARTICLE_WORDS = (
    "van von der den de da das do dos del della delle di du la le las los lo el al bin binti bint "
    "ibn ben y e i zu zum zur ten ter te af av ap san santa abu ould und wa ole arap dei degli "
    "dello dal dalla vom op het uit ua anak binte ng de' thi a/l a/p s/o d/o"
)
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_ANY_PARTICLE = "|".join(sorted(PARTICLES, key=lambda p: (-len(p), p)))
_PARTICLE = f"(?:{_QUOTE}[tns]|{_ANY_PARTICLE})"
# Salish names write a glottal stop as 7: Sxwpe7.
# d'Souza, al-Rashid; Luo names may end in a mark: Achieng' Odhiambo.
_PREFIX = f"(?:(?:[dDlL]|[Oo]){_QUOTE}|(?:al|el|as|ad|an|ar|at|ash){_DASH})"
_WORD = (
    f"(?:{_PREFIX})?(?:[{_UPPER}][{_MARKS}]?\\.(?:{_DASH}?[{_UPPER}]\\.)*"
    f"|[{_UPPER}](?:{_ANY}|(?<=[{_LOWER}])7(?![0-9])|(?:{_QUOTE}|{_DASH})(?={_ANY})"
    f"|(?<=ng)['’](?=[ \u00a0][{_UPPER}]))*)"
)
_ABBREVIATED = (
    r"(?:(?:St|Ste|Sta|Sto|Ma|Fr|Wm|Chas|Geo|Thos|Jos|Moh|Muh|Mohd|Abd|Md|Th|Ph)\.(?=[ ]?[A-Z]))"
)
_ONE = f"(?:{_ABBREVIATED}|{_WORD})"
_NICKNAME = f'(?:["“「(]{_WORD}["”」)])'
_GAP = "[ \u00a0]{1,2}"
# After an initial or an abbreviation the blank may be missing: W.Reed, St.John.
_NEXT = f"(?:{_GAP}|(?<=\\.)(?=[{_UPPER}])|[·‧・．](?=[{_UPPER}]))"
_SUFFIX = f"(?:,?{_GAP}(?:Jr\\.?|Sr\\.|II|III|IV)(?!{_ANY}))"
# Siosaia 'Ofa Fonua, Thandeka kaMpofu
_WITHIN = f"(?:{_QUOTE}(?=[AEIOU][a-z])|ka(?=[A-Z][a-z]))"
_FOLLOWING = (
    f"(?!Jr\\b|Sr\\.)(?:{_PARTICLE}{_GAP}){{0,3}}"
    f"(?:{_WITHIN}?{_ONE}|{_NICKNAME}(?={_GAP}[{_UPPER}]))"
)
_PLAIN = f"{_ONE}(?:{_NEXT}{_FOLLOWING}){{0,9}}"
_START = f"(?:{_PARTICLE}{_GAP}){{0,2}}"
# No number follows but one of a day: Joost de Wit|8月26日來信.
_END = f"(?!{_ANY}|[0-9](?![0-9]{{0,3}}[年月日]))"
_GIVEN = f"{_ONE}(?:{_NEXT}{_ONE}){{0,3}}"
# Letters, and the quotes some prefixes and particles begin with.
_FIRSTS = frozenset(f"{_UPPER}{_LOWER}'’‘ʻ`´")
_FAMILY = f"(?:[{_UPPER}]{{2,}}{_GAP}[{_UPPER}]{{2,}}(?!{_ANY})|{_START}{_ONE})"

_WORDS = re.compile(_WORD)
_NAME = re.compile(f"{_START}{_PLAIN}(?:{_SUFFIX})?{_END}")
_TURNED = re.compile(f"{_FAMILY},[ \u00a0]?{_GIVEN}{_END}")
# Several words are a family name where one given name, and nothing more, stands behind the comma.
_TURNED_WHOLE = re.compile(
    f"{_START}{_ONE}(?:{_NEXT}{_FOLLOWING}){{1,3}},[ \u00a0]?{_WORD}(?:{_GAP}[{_UPPER}]\\.)*"
)
_SUFFIX_END = re.compile(f"{_SUFFIX}$")
# What stands behind a name and is no part of it: orders, degrees, seats.
_DECORATION = re.compile(
    r"(?:,?[ ](?:OBE|MBE|CBE|KBE|DBE|OAM|AM|AO|AC|OC|CM|KC|QC|SC|MP|MPP|MLA|MEP|JP|PhD|MD"
    r"|MBA|MPA|JD|PE|AICP|FAIA|AIA|FRS|CNZM|ONZM|MNZM|QSM|QSO|Ph\.D\.?|M\.D\.|M\.?Sc\.?"
    r"|S\.T\.|M\.Si\.|S\.H\.|M\.H\.|S\.E\.|M\.M\.|S\.Sos\.|M\.U\.D\.|S\.Kom\.))+$"
)
# Words of a family name written apart: Ní Dhomhnaill, Mac Giolla, De Luca.
_CLANS = frozenset(
    ("Ní", "Nic", "Uí", "Mac", "Mc", "Ó", "Ap", "De", "Di", "Van", "Von", "Le", "La", "El", "Al")
)
# Ing. |Agr.| Cirilo Báez, Ing. |Quím.| Carolina Cosse; but Mr. |St. John.
_FIELD = re.compile(
    rf"((?!{_ABBREVIATED})[{_UPPER}][{_LOWER}]{{2,5}}\.)[ ](?=[{_UPPER}][{_LOWER}’']+[ ])"
)
# Behind these stands the father's name: Noor Hafizah binti Abdul Rahman is called Noor Hafizah.
_FATHER = re.compile(r" (?:bin|binti|binte|bint|ibn|[ads]/[lpo]|Bin|Binti|Binte) ")
_BLANKS = " \u00a0"
# Capitalised words that name things: a run that holds one is not a person by its shape alone.
_THINGS = re.compile(
    r"\b(?:City|Cities|Smart|Summit|Expo|Forum|Deal|Digital|Council|Center|Centre|Company|Inc|Ltd|"
    r"Corp|Group|University|Institute|Bank|Foundation|Network|Alliance|Association|Office|Award|"
    r"Awards|Project|Program|Programme|Plan|Platform|System|Data|Cloud|Green|Open|Free|World|"
    r"Global|International|United|Lab|Labs|Hub|Tech|Technology|Technologies|App|Online|Street|"
    r"Road|Park|Tower|Station|Airport|Games|Festival|Conference|Week|Day|Session|Chinese|English|"
    r"Internet|Software|Solutions|Service|Services|Innovation|Energy|Mobility|Health|The|"
    r"Officer|Advisor|Adviser|Affairs|Policy|Department|School|College|House|Opera|Tribune|Times|"
    r"Ground|Grounds|Museum|Gallery|Stadium|Theatre|Theater|Hotel|Society|Library|Hospital)\b"
)


# Park, Jae-hyun; Golden Gate Park is a park.
_KOREAN = re.compile(r"Park,? [A-Z][a-z]+[- ][A-Za-z][a-z]+|[A-Z][a-z]+-[a-z]+ Park")


# Family names that are words for things, too: Jane Park, Anna Street.
_FAMILIES = re.compile(r"[ -](?:Park|Green|Day|Street|Young)$")


@record
class LatinName:
    """A name found in text.

    Attributes:
        start, end: the name without honorific.
        honorific: as written, or empty.
        honorific_start: where the honorific begins (``start`` if there is none).
        words: how many capitalised words it has.
    """

    start: int
    end: int
    honorific: str
    honorific_start: int
    words: int


@dataclass(frozen=True, slots=True)
class LatinNames:
    """Reads names in Latin letters.

    Attributes:
        honorifics: finds an honorific at a position.
        firsts: the characters a name or an honorific may begin with.
        heads: the first two characters of honorifics.
    """

    honorifics: re.Pattern[str]
    firsts: frozenset[str]
    heads: frozenset[str]

    def name_at(
        self, text: str, start: int, end: int = sys.maxsize, *, turned: bool = True
    ) -> LatinName | None:
        """Return the name that begins at ``start``, with or without an honorific, or None.

        Args:
            text: any text.
            start, end: where to look; the name lies inside.
            turned: also read ``Family, Given``.
        """
        end = min(end, len(text))
        if start >= end or text[start] not in self.firsts:
            return None
        at, honorific = start, ""
        while found := self._honorific_at(text, at, end, is_second=bool(honorific)):
            honorific = (honorific + " " + found[1]).strip()
            at = found.end()
        turned = turned and text.find(",", at, end) >= 0
        match = _TURNED.match(text, at, end) if turned else None
        if match is None or _SUFFIX_END.search(match[0]):
            match = _NAME.match(text, at, end)
        if match is None:
            return None
        stop = match.end()
        if text[stop - 1] == "." and not _keeps_full_stop(match[0]):
            stop -= 1
        decoration = _DECORATION.search(text[at:stop])
        if decoration is not None and decoration.start() and not text[at:stop].isupper():
            stop = at + decoration.start()
        words = len(_WORDS.findall(text, at, stop))
        return LatinName(at, stop, honorific, start if honorific else at, words)

    def turned_whole(self, text: str, start: int, end: int) -> LatinName | None:
        """Return ``start..end`` as ``Family Family, Given``: Garza Treviño, Lucía."""
        if _TURNED_WHOLE.fullmatch(text, start, end) is None:
            return None
        given = text[text.rindex(",", start, end) + 1 : end].strip()
        is_suffix = _SUFFIX_END.search(text[start:end]) or self.honorifics.match(given + " X")
        if is_suffix or bare_end(text[start:end]) < end - start:
            return None
        return LatinName(start, end, "", start, len(_WORDS.findall(text, start, end)))

    def _honorific_at(
        self, text: str, at: int, end: int, *, is_second: bool
    ) -> re.Match[str] | None:
        """Return the honorific at a position, or what tells the field of a degree: Ing. |Agr.|."""
        if text[at : at + 2] in self.heads and (found := self.honorifics.match(text, at, end)):
            return found
        return _FIELD.match(text, at, end) if is_second and text[at - 2 : at] == ". " else None


@shared
def build_latin_names(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> LatinNames:
    """Build the reader from the rows of honorifics.csv."""
    before = sorted(
        (row["honorific"] for row in tables["honorifics"] if row["place"] == "before"),
        key=lambda honorific: (-len(honorific), honorific),
    )
    body = "|".join(re.escape(h).replace(r"\ ", " ").replace("'", _QUOTE) for h in before)
    # No blank need stand behind a full stop, nor behind 拿督.
    gap = rf"(?:(?<=[.\u4e00-\u9fff])[{_BLANKS}]*|[{_BLANKS}]+)"
    firsts = _FIRSTS | {honorific[0] for honorific in before}
    heads = frozenset(honorific[:2] for honorific in before)
    return LatinNames(re.compile(rf"({body}){gap}(?=\S)"), firsts, heads)


@lru_cache(maxsize=20_000)
def looks_like_thing(text: str, *, is_titled: bool = False) -> bool:
    """Whether capitalised words name a thing rather than a person.

    Args:
        text: the words.
        is_titled: whether the title of a person stands right before them.

    >>> looks_like_thing("Smart City Summit"), looks_like_thing("Jordan Reeves")
    (True, False)
    >>> looks_like_thing("Jane Park"), looks_like_thing("Jane Park", is_titled=True)
    (True, False)
    """
    if _KOREAN.fullmatch(text):
        return False
    if is_titled:
        text = _FAMILIES.sub("", text)
    return _THINGS.search(text) is not None or (text.isupper() and " " not in text)


def bare_end(text: str) -> int:
    """Return where a name ends before degrees and orders.

    >>> bare_end("Budi Santoso, S.T., M.Si.")
    12
    """
    decoration = _DECORATION.search(text)
    return decoration.start() if decoration and decoration.start() else len(text)


def split_latin(name: str) -> tuple[str | None, str | None]:
    """Return (family, given) where the form of a Latin name decides them, else (None, None).

    >>> split_latin("Kwon, Young-jin")
    ('Kwon', 'Young-jin')
    >>> split_latin("Val van den Broek")
    ('van den Broek', 'Val')
    >>> split_latin("Daniel Quintero Calle")
    (None, None)
    """
    plain = _SUFFIX_END.sub("", name)
    if "," in plain:
        family, given = plain.split(",", 1)
        return family.strip() or None, given.strip() or None
    words = plain.split()
    if len(words) > 1 and words[0].isupper() and len(words[0]) > 2 and not name.isupper():
        return words[0], " ".join(words[1:])
    for index, word in enumerate(words):
        if index and word in PARTICLES:
            rest = [other for other in words[index:] if other not in PARTICLES]
            return (
                (" ".join(words[index:]), " ".join(words[:index]))
                if len(rest) == 1
                else (None, None)
            )
    full = [word for word in words if not re.fullmatch(rf"(?:[{_UPPER}]\.)+", word)]
    if len(full) == 2 and full[-1] == words[-1]:
        return words[-1], " ".join(words[:-1])
    return None, None


_WITH_PARTICLES = re.compile(rf"(?<= )(?:(?:{_ANY_PARTICLE})[ \u00a0])+\S+$")


@lru_cache(maxsize=20_000)
def parts_of(name: str) -> tuple[str, ...]:
    """Return what a Latin name is shortened to: family name, first given name, name before bin.

    >>> parts_of("Petr Hloušek"), parts_of("Jeroen van der Meulen"), parts_of("O'Donnell, Kathleen")
    (('Hloušek', 'Petr'), ('Meulen', 'Jeroen', 'van der Meulen'), ("O'Donnell", 'Kathleen'))
    """
    plain = _SUFFIX_END.sub("", name)
    words = [word for word in re.split(r"[ ,\u00a0·.]+", plain) if word[:1].isupper()]
    if len(words) < 2:
        return ()
    if "," in plain:
        return words[0], words[1]
    before_father = _FATHER.split(plain, maxsplit=1)[0]
    own = (before_father,) if before_father != plain and " " in before_father else ()
    clan = (" ".join(words[-2:]),) if words[-2] in _CLANS and len(words) > 2 else ()
    # The first of two family names stands alone: Quintero of Daniel Quintero Calle.
    middle = (words[-2],) if len(words) > 2 and len(words[-2]) > 3 else ()
    whole = _WITH_PARTICLES.search(plain)
    return (words[-1], words[0], *clan, *middle, *own, *((whole[0],) if whole else ()))


def _keeps_full_stop(name: str) -> bool:
    """Whether the final full stop belongs to an initial or a suffix."""
    last = name.rsplit(maxsplit=1)[-1]
    return re.fullmatch(rf"(?:[{_UPPER}][{_MARKS}]?\.)+|[JS]r\.", last) is not None

"""Names of people in Latin letters, behind or before a place on a page.

Contract: a name that looks like a thing or a title is none; what was read is kept in the scene.
"""

from __future__ import annotations

import re

from pipeline.language.latin_names import LatinName, bare_end, looks_like_thing
from pipeline.language.lexemes import is_han
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene

_FARTHEST = 60
# K. S. |拉奧 goes on in Chinese characters.
_INITIALS = re.compile(r"(?:[A-Z]\.[ ]?)+")
# Behind it no letter, mark or blank of a Latin name follows but the wide blank.
_LAST_LATIN = "\u2e7f"
# , Lucía|也, , Álvaro M.|；
_LETTER = r"[^\W\d_\u2e80-\uffff]"
_GIVEN_NAME = re.compile(
    rf",[ \u00a0]({_LETTER}(?:{_LETTER}|['’-])*)(?: [A-Z]\.)?(?=[ ]?[\u2e80-\uffff]|$)"
)
_OF_PEOPLE = ("person", "representative")
# Tomáš Vondráček, |Ph.D.|: what stands behind a name and a comma is no other name.
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?B?\.?A|M\.?D|M\.?Sc|B\.?Sc|LL\.?[BM]|Dr?Sc|CSc|Esq|Jr|Sr)\.?")


def latin_claim(name: LatinName, rule: str, score: float) -> Claim:
    """Return the claim of a name in Latin letters."""
    value = PersonValue(name.honorific, "latin")
    return Claim(name.start, name.end, "PERSON", rule, score, value=value)


def latin_at(scene: Scene, start: int, end: int) -> LatinName | None:
    """Return the Latin name at ``start`` unless it looks like a thing."""
    if start >= end or scene.text[start] not in scene.lexicon.latin.firsts:
        return None
    key = start, end
    if key not in scene.latin:
        scene.latin[key] = _read_latin(scene, start, end)
    return scene.latin[key]


def _read_latin(scene: Scene, start: int, end: int) -> LatinName | None:
    name = of_cell(scene, start, end) or _behind_office(scene, start, end)
    name = name or scene.lexicon.latin.name_at(scene.text, start, end)
    if name is not None and _is_thing(scene, name):
        name = scene.lexicon.latin.name_at(scene.text, start, end, turned=False)
    if name is None or _is_thing(scene, name):
        return None
    if before_han(scene, name.start, end):
        return None
    # Councillor, Funchal: no family name, and given name behind it.
    family, comma, _ = scene.text[name.start : name.end].partition(",")
    if comma and scene.lexicon.latin_titles[family]:
        return None
    if name.words == 1 and not name.honorific and name.end - name.start < 3:
        return None
    written = scene.text[name.start : name.end]
    is_title = scene.lexicon.latin_titles[written] or _DEGREE.fullmatch(written)
    return None if is_title else name


def before_han(scene: Scene, start: int, end: int) -> int:
    """Return the length of the initials at ``start`` before Chinese characters: |K. S. |拉奧."""
    initials = _INITIALS.match(scene.text, start, end)
    behind = scene.view[initials.end() : initials.end() + 1] if initials else ""
    return initials.end() - start if initials and behind and is_han(behind) else 0


def of_cell(scene: Scene, start: int, end: int) -> LatinName | None:
    """Return `Family, Given` that ends a cell of a person: Garza Treviño, Lucía."""
    comma = scene.text.find(",", start, end)
    piece = scene.page.piece_at(start) if comma >= 0 else None
    if piece is None or piece.column_role not in _OF_PEOPLE:
        return None
    if end < piece.end and scene.view[end] not in " /(":
        return None
    is_place = scene.offices.touches(comma + 1, end)
    return None if is_place else scene.lexicon.latin.turned_whole(scene.text, start, end)


def _behind_office(scene: Scene, start: int, end: int) -> LatinName | None:
    """Return `Family Family, Given` between an office and Chinese: 市議員|Ruiz Cabrera, Ana|說."""
    if scene.text.find(",", start, min(end, start + _FARTHEST)) < 0:
        return None
    at = start - (scene.text[start - 1 : start] == " ")
    if not any(title.end == at for title in scene.titles.overlapping(at - 1, at)):
        return None
    family = scene.lexicon.latin.name_at(scene.text, start, end, turned=False)
    given = family and _GIVEN_NAME.match(scene.text, family.end, end)
    if not given or scene.offices.touches(*given.span(1)):
        return None
    return scene.lexicon.latin.turned_whole(scene.text, start, given.end())


def is_only_honorific(scene: Scene, name: LatinName) -> bool:
    """Whether a word is no name but an honorific behind one: Achieng' Odhiambo, |Dr.|."""
    is_honorific = scene.lexicon.honorific.fullmatch(scene.text, name.start, name.end)
    before = scene.text[max(0, name.start - 2) : name.start].rstrip()
    return is_honorific is not None and before.endswith(",")


def _is_thing(scene: Scene, name: LatinName) -> bool:
    inside = scene.offices.overlapping(name.start, name.end)
    if any(
        one.label == "CITY" and (one.start, one.end) == (name.start, name.end) for one in inside
    ):
        return True
    titles = scene.titles.overlapping(name.start - 1, name.start) if name.start else ()
    is_titled = any(title.end == name.start for title in titles)
    return looks_like_thing(scene.text[name.start : name.end], is_titled=is_titled)


def latin_before(scene: Scene, end: int, piece: Piece) -> LatinName | None:
    """Return the Latin name that ends at ``end`` (blanks between allowed), or None."""
    text = scene.text
    if text[end - 1] > _LAST_LATIN and text[end - 1] != "\u3000":
        return None
    stop = end
    while stop > piece.start and text[stop - 1] in " \u00a0\u3000":
        stop -= 1
    if stop == piece.start or not _may_end_name(text[stop - 1]):
        return None
    low = stop
    while low > piece.start and stop - low < _FARTHEST and _may_be_in_name(text[low - 1]):
        low -= 1
    stop = low + bare_end(text[low:stop])
    for start in range(low, stop):
        if not text[start].isalpha() or (start > low and text[start - 1].isalpha()):
            continue
        name = latin_at(scene, start, stop)
        if name is not None and name.end == stop:
            return name
    return None


def _may_end_name(character: str) -> bool:
    letter = character.isalpha() and not is_han(character)
    return letter or character == "." or "\u0300" <= character <= "\u036f"


def _may_be_in_name(character: str) -> bool:
    return _may_end_name(character) or character in " ,'’\"“”-‑\u00a0"


_SURE = 15


def is_of_next(scene: Scene, piece: Piece, title: Claim) -> bool:
    """Whether a title belongs to the name behind it, whatever Latin words stand before.

    A whole Latin name follows (蘭嶼鄉長|Syaman Macinanao), or a whole Chinese one behind Latin
    words that are its body (GO SMART 秘書長|李鎮宇).
    """
    latin = latin_at(scene, title.end, piece.end)
    if latin is not None:
        return latin.words > 1
    before = scene.view[max(piece.start, title.start - 2) : title.start].rstrip()[-1:]
    if not (before.isascii() and before.isalpha()):
        return False
    name = scene.lexicon.han.read(scene.view, title.end, piece.end, _SURE)
    return name is not None and name.is_closed and name.kind == "chinese"

"""Pairs of names of one person: 中文名（Latin）, Latin（中文名）, 漢名Latin.

Contract: yields the name that is still missing beside one found, and both before a verb of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.lexemes import is_han
from pipeline.language.unlisted_names import read_filling
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.gaps import OWN_LETTERS
from pipeline.recognizers.people.latin import latin_at, latin_before, latin_claim
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

_BRACKET_LATIN = re.compile("[(](?=[A-ZÀ-ÞĀ-Ž])")
_BRACKET_HAN = re.compile("[(](?=[\u3400-\u9fff])")
_BRACKETED = re.compile(r"(?<=[\u3400-\u9fff])[ ]?\((?=[A-ZÀ-ÞĀ-Ž])")
_BRACKETED_HAN = re.compile(r"(?<=[^\W\d_\u2e80-\uffff])[ ]?\((?=[\u3400-\u9fff])")
# 임채원 (|林采媛|), Γιώργος Παππάς (|喬治・帕帕斯|): behind letters not Chinese or Latin.
_BEHIND_OWN = re.compile(f"(?<=[{OWN_LETTERS}])[ ]?\\((?=[\u3400-\u9fffA-ZÀ-ÞĀ-Ž])")
_SURE = 15


def find_pairs(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Yield the second name of a pair, and pairs that say something."""
    for claim in found:
        if claim.form == "name" and _may_pair(scene, claim):
            piece = scene.page.piece_at(claim.start)
            if piece is not None:
                yield from _second(scene, claim, piece)
                if is_han(scene.view[claim.start]):
                    yield from _latin_before_han(scene, claim, piece)
    for piece in scene.page.pieces_with(_BRACKET_LATIN):
        for match in _BRACKETED.finditer(scene.view, piece.start, piece.end):
            yield from _before_verb(scene, piece, match)
    for piece in scene.page.pieces_with(_BEHIND_OWN):
        for match in _BEHIND_OWN.finditer(scene.view, piece.start, piece.end):
            yield from _behind_own(scene, piece, match.end())
    for piece in scene.page.pieces_with(_BRACKET_HAN):
        for match in _BRACKETED_HAN.finditer(scene.view, piece.start, piece.end):
            yield from _before_han(scene, piece, match)


def _may_pair(scene: Scene, claim: Claim) -> bool:
    """Whether a bracket, blank, dot or Latin letter stands beside a name."""
    before, after = scene.view[claim.start - 1 : claim.start], scene.text[claim.end : claim.end + 1]
    return (
        before == " "
        or scene.view[claim.end : claim.end + 1] in ("(", " ", "·")
        or after in scene.lexicon.latin.firsts
    )


def _second(scene: Scene, claim: Claim, piece: Piece) -> Iterator[Claim]:
    view = scene.view
    is_latin = isinstance(claim.value, PersonValue) and claim.value.script == "latin"
    at = claim.end + (view[claim.end : claim.end + 1] in (" ", "·"))
    if view[at : at + 1] != "(":
        yield from _adjacent(scene, at, piece, is_latin)
        return
    latin = latin_at(scene, at + 1, piece.end)
    if latin is not None and view[latin.end : latin.end + 1] in (")", ","):
        yield latin_claim(latin, "pair", 0.9)
    elif latin is None and is_latin:
        name = scene.lexicon.han.read(view, at + 1, piece.end)
        closes = name is not None and view[name.end : name.end + 1] == ")"
        if name is not None and closes and not scene.touches(name.start, name.end):
            yield han_claim(name, "pair", 0.85)


def _adjacent(scene: Scene, at: int, piece: Piece, is_latin: bool) -> Iterator[Claim]:
    """Yield the other name where nothing stands between: 谷縱．喀勒芳安Qucung Qalavangan."""
    if is_latin and scene.view[at - 1] == " ":
        # Chiu Yen-ting 邱彥婷, …
        name = scene.lexicon.han.read(scene.view, at, piece.end, 0)
        ends = name is not None and not is_han(scene.view[name.end : name.end + 1] or " ")
        if name is not None and ends and name.kind == "chinese" and name.end - at > 2:
            yield han_claim(name, "pair", 0.85)
        return
    if is_latin:
        if scene.view[at - 1] == "·":
            name = scene.lexicon.han.read(scene.view, at, piece.end, 0)
            if name is not None:
                yield han_claim(name, "pair", 0.85)
        return
    latin = latin_at(scene, at, piece.end)
    if latin is not None and latin.words > 1:
        yield latin_claim(latin, "pair", 0.85)


def _latin_before_han(scene: Scene, claim: Claim, piece: Piece) -> Iterator[Claim]:
    """Yield the Latin form right before a Chinese name: Liao Shu-han |廖書涵."""
    if claim.start > piece.start and scene.view[claim.start - 1] == " ":
        latin = latin_before(scene, claim.start, piece)
        if latin is not None and latin.words > 1 and "-" in scene.view[latin.start : latin.end]:
            yield latin_claim(latin, "pair", 0.8)


def _before_verb(scene: Scene, piece: Piece, match: re.Match[str]) -> Iterator[Claim]:
    """Yield both names of 中文名(Latin)表示."""
    view = scene.view
    latin = latin_at(scene, match.end(), piece.end)
    if latin is None or latin.words < 2 or view[latin.end : latin.end + 1] != ")":
        return
    name = scene.lexicon.han.read_back(view, match.start(), piece.start, 0)
    if name is None or not name.is_closed or scene.touches(name.start, name.end):
        return
    if name.kind == "foreign" or scene.lexicon.strong_verbs.starting(
        view, latin.end + 1, piece.end
    ):
        yield han_claim(name, "pair", 0.8)
        yield latin_claim(latin, "pair", 0.8)


def _behind_own(scene: Scene, piece: Piece, start: int) -> Iterator[Claim]:
    """Yield the name that fills a bracket behind one in its own letters."""
    latin = latin_at(scene, start, piece.end)
    if latin is not None:
        if latin.words > 1 and scene.view.startswith(")", latin.end):
            yield latin_claim(latin, "pair", 0.8)
        return
    name = scene.lexicon.han.read(scene.view, start, piece.end, 0)
    end = scene.view.find(")", start, piece.end)
    if name is None or name.end != end:
        name = read_filling(scene.lexicon.han, scene.view, start, max(end, start))
    if name is not None and name.end - start > 2 and not scene.touches(start, name.end):
        yield han_claim(name, "pair", 0.8)


def _before_han(scene: Scene, piece: Piece, match: re.Match[str]) -> Iterator[Claim]:
    """Yield both names of Tuhamuk(汪清源): a Chinese name fills the bracket behind a Latin word."""
    view = scene.view
    name = scene.lexicon.han.read(view, match.end(), piece.end, _SURE)
    if name is None or name.kind != "chinese" or name.end - name.start < 3:
        return
    if view[name.end : name.end + 1] != ")" or scene.touches(name.start, name.end):
        return
    start = match.start()
    while start > piece.start and (_is_letter(view[start - 1]) or view[start - 1] in " -'’"):
        start -= 1
    while view[start] == " ":
        start += 1
    latin = latin_at(scene, start, piece.end)
    if latin is not None and latin.end == match.start() and latin.end - latin.start > 3:
        yield latin_claim(latin, "pair", 0.8)
        yield han_claim(name, "pair", 0.8)


def _is_letter(character: str) -> bool:
    return character.isalpha() and not is_han(character)

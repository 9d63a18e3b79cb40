"""People of a Latin given name and a Chinese surname: Kevin陳, 林Andy, Amy王執行長.

Contract: a claim covers both parts; the surname counts only where the name ends behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.names import HanNames
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene

# The first letter of a Latin name beside a Chinese character.
LATIN = re.compile(
    "[A-Z](?=[a-z]{2})(?:(?=[a-z]+(?:-[A-Za-z][a-z]+)?[ ]?[\u3400-\u9fff])"
    "|(?<=[\u3400-\u9fff].)|(?<=[\u3400-\u9fff] .))"
)
_GIVEN = r"[A-Z][a-z]{2,11}(?:-[A-Za-z][a-z]+)?"
_NOUNS = frozenset(views.simplify("林黃葉江石馬金白"))
_GIVEN_FIRST = re.compile(rf"(?<![A-Za-z]){_GIVEN}[ ]?(?=[\u3400-\u9fff])")
_GIVEN_LAST = re.compile(rf"(?<=[\u3400-\u9fff])[ ]?{_GIVEN}(?![A-Za-z]|[ ][A-Z])")


def find_mixed(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the people of a piece whose given name is Latin and whose surname is Chinese."""
    view, han = scene.view, scene.lexicon.han
    for match in _GIVEN_FIRST.finditer(view, piece.start, piece.end):
        end = match.end() + 1
        told = _is_surname(han, view[end - 1]) and _ends_name(scene, end, piece)
        free = end == piece.end or not is_han(view[end])
        titled = free and view[end - 1] in han.singles
        titled = titled and scene.titles.touches(match.start() - 2, match.start())
        if (told or titled) and not scene.touches(match.start(), end):
            yield _claim(match.start(), end)
    for match in _GIVEN_LAST.finditer(view, piece.start, piece.end):
        start = match.start() - 1
        if not _is_surname(han, view[start]) or scene.touches(start, match.end()):
            continue
        opened = start == piece.start or not is_han(view[start - 1])
        opened = opened or han.edges.titles.ending(view, start, piece.start) > 0
        if opened and _ends_name(scene, match.end(), piece):
            yield _claim(start, match.end())


def _is_surname(han: HanNames, character: str) -> bool:
    """Whether it is a surname and no word that stands before a verb: 陳, 林; not 曾, 時."""
    return han.singles.get(character) is False or character in _NOUNS


def _ends_name(scene: Scene, end: int, piece: Piece) -> bool:
    """Whether something that only follows people stands there: a verb of saying, a title."""
    edges = scene.lexicon.han.edges
    return (
        scene.lexicon.strong_verbs.starting(scene.view, end, piece.end) > 0
        or edges.titles.starting(scene.view, end, piece.end) > 0
        or scene.lexicon.honorific_after.match(scene.view, end, piece.end) is not None
    )


def _claim(start: int, end: int) -> Claim:
    return Claim(start, end, "PERSON", "mixed", 0.96, value=PersonValue("", "han"))

"""The name on the line below an office: in a cell, and where a paper is signed.

Contract: a claim fills its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.unlisted_names import read_filling
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.latin import latin_at, latin_claim
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

# The rule of who signs.
SIGNATURE = "signature"
_LONGEST_NAME = 4
# What follows the name of whoever signs a letter, behind its form in other letters.
REGARDS = views.pattern("[ ]?(?:\\([^()\n]{2,40}\\))?[ \u3000]*(?:敬|謹|拜|頓)[上啟誌識首]")


def find_below_titles(scene: Scene) -> Iterator[Claim]:
    """Yield the name that fills the line below a title: 副市長, then 邵靖堯."""
    for piece, below in pairwise(scene.page.pieces):
        ending = scene.titles.overlapping(piece.end - 1, piece.end)
        title = next((one for one in ending if one.end == piece.end), None)
        if title is None:
            continue
        if piece.table or below.table:
            yield from _in_cell(scene, piece, below)
        elif _is_office(scene, piece, title):
            yield from _signed(scene, below)


def _in_cell(scene: Scene, piece: Piece, below: Piece) -> Iterator[Claim]:
    """Yield the name on the next line of a cell."""
    is_same = piece.table == below.table and piece.row == below.row
    if not is_same or "\t" in scene.text[piece.end : below.start]:
        return
    latin = latin_at(scene, below.start, below.end)
    if latin is not None and latin.words > 1:
        yield latin_claim(latin, "after_title", 0.9)
        return
    name = scene.lexicon.han.read(scene.view, below.start, below.end)
    if name is not None and name.is_closed and not scene.touches(name.start, name.end):
        yield han_claim(name, "after_title", 0.85)


def _is_office(scene: Scene, piece: Piece, title: Claim) -> bool:
    """Whether an office fills a line, with its body or place or without."""
    offices = scene.offices.overlapping(piece.start, title.start)
    first = min((one.start for one in offices), default=title.start)
    return not scene.view[piece.start : min(first, title.start)].strip()


def _signed(scene: Scene, line: Piece) -> Iterator[Claim]:
    """Yield the name that fills a line below an office: 市政署管理委員會主席, then 區兆邦."""
    regards = REGARDS.search(scene.view, line.start, line.end)
    start, end = line.start, regards.start() if regards else line.end
    latin = latin_at(scene, start, end)
    if latin is not None:
        if latin.words > 1 and latin.end == end:
            yield latin_claim(latin, SIGNATURE, 0.85)
        return
    if not 2 <= end - start <= _LONGEST_NAME or not all(map(is_han, scene.view[start:end])):
        return
    name = scene.lexicon.han.read(scene.view, start, end, 0)
    if name is None or name.end != end:
        name = read_filling(scene.lexicon.han, scene.view, start, end)
    if name is not None and not scene.touches(start, end):
        yield han_claim(name, SIGNATURE, 0.8)

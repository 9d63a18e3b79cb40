"""Whether what may be a name is, lies in, or begins with a place, body or word.

Contract: reads the page's claims of offices; a name that is also a place stays a name elsewhere.
"""

from __future__ import annotations

from pipeline.language.lexemes import is_han
from pipeline.language.names import HanName
from pipeline.language.views import pattern
from pipeline.language.words import is_ordinary, words_between
from pipeline.recognizers.page import Piece
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.surname_before import DOES

_JOINS = frozenset("与和跟同及")
# What stands right before who is met or does it.
_MEETS = pattern("(?:由|接見|邀請|感謝|[頒送]給|獎給|專訪|表揚|恭喜|祝賀)$")


def is_place_or_body(scene: Scene, name: HanName) -> bool:
    """Whether a place or body is all of the name: 市長|台南, or what 與 joins, 市長|與岡山|市長."""
    starts = (name.start, name.start + (scene.view[name.start] in _JOINS))
    offices = scene.offices.overlapping(name.start, name.end)
    return any(claim.start in starts and claim.end >= name.end for claim in offices)


def holds_city(scene: Scene, name: HanName) -> bool:
    """Whether a name would begin with a city written whole: 大阪市デジタル|統括監."""
    return any(
        claim.label == "CITY"
        and claim.start == name.start
        and scene.view.find("市", claim.end - 1, min(claim.end + 1, name.end)) > 0
        for claim in scene.offices.overlapping(name.start, name.end)
    )


def fills_city(scene: Scene, start: int, end: int) -> bool:
    """Whether a city is all there is, as a person may be called: 巴倫西亞（Yesenia V.）."""
    claims = scene.offices.overlapping(start, end)
    return bool(claims) and all(
        claim.label == "CITY" and (claim.start, claim.end) == (start, end) for claim in claims
    )


def is_words(scene: Scene, start: int, end: int) -> bool:
    """Whether a cell holds two or more words of the dictionary, no name: 市長|班機延誤."""
    inside = words_between(scene.page.words, start, end)
    fills = bool(inside) and (inside[0][0], inside[-1][1]) == (start, end)
    are_long = all(high - low > 1 for low, high, _ in inside)
    return fills and are_long and is_ordinary(scene.page.words, start, end, least=2)


def is_within(view: str, name: HanName, piece: Piece) -> bool:
    """Whether a name of two signs stands inside a clause: 是|來當|學生的, but 接見|戴資|選手."""
    if name.end - name.start != 2 or name.start == piece.start or not is_han(view[name.start - 1]):
        return False
    is_met = _MEETS.search(view, max(piece.start, name.start - 2), name.start) is not None
    return not is_met or view[name.start] in DOES


def lies_in_claim(scene: Scene, start: int, end: int) -> bool:
    """Whether a place or body goes on before or behind the span."""
    return any(
        claim.start < start or end < claim.end for claim in scene.offices.overlapping(start, end)
    )

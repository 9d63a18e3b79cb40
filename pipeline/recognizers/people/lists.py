"""Lists of people: 市長A、B及C, A、B、C等3位議員, A、B（以上副市長）.

Contract: yields the further names of a list that a title, label or column began or that one ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.latin import latin_at, latin_before, latin_claim
from pipeline.recognizers.people.places_in_names import is_place_or_body
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

_JOIN = views.pattern("(?:[ ]?\\([^()]{1,30}\\))?[ ]?(?:、|及|和|與|以及|暨|&|,)[ ]?")
_JOIN_BACK = views.pattern("[ ]?(?:、|以及|及|和|與|暨)[ ]?$")
_BRACKET_BACK = re.compile(r"[ ]?\([^()]{1,30}\)$")
# So told, the others of a list must be surer themselves.
_LOOSE = frozenset(("bare", "picture", "roster", "turn_label", "dotted", "honorific", "speaks"))
_BEGINS = _LOOSE | {"after_title", "label", "column", "led"}
_ENDS = _LOOSE | {"before_bracket", "before_title", "around_title"}
# A name before the one with the title must be surer than one behind it.
_LEAST_BACK = 10


def find_listed(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Yield the names that follow or precede a name found, in one list.

    What was walked from one name is not walked again from the next of the same list.
    """
    starts = {claim.start for claim in found}
    behind: set[tuple[int, int]] = set()
    ahead: set[int] = set()
    for claim in found:
        piece = scene.page.piece_at(claim.start)
        if piece is not None and claim.rule in _BEGINS:
            yield from _following(scene, piece, claim, starts, behind)
        if piece is not None and claim.rule in _ENDS:
            yield from _preceding(scene, piece, claim, ahead)


def _following(
    scene: Scene, piece: Piece, claim: Claim, starts: set[int], walked: set[tuple[int, int]]
) -> Iterator[Claim]:
    end, least = _behind_own(scene, piece, claim.end), 0 if claim.rule in _LOOSE else -25
    while gap := _JOIN.match(scene.view, end, piece.end):
        start = gap.end()
        if (start, least) in walked:
            return
        walked.add((start, least))
        latin = latin_at(scene, start, piece.end)
        if latin is not None:
            if latin.words < 2 and not latin.honorific:
                break
            yield latin_claim(latin, "list", 0.8)
            end = latin.end
            continue
        name = scene.lexicon.han.read(scene.view, start, piece.end, least)
        if name is None or not name.is_closed or is_place_or_body(scene, name):
            break
        if _cuts_place(scene, name.end):
            break
        # 伊朗|德黑蘭: sounds, but of places
        places = scene.offices.overlapping(start, start + 1)
        if name.kind == "foreign" and any(place.start == start for place in places):
            break
        if name.kind == "japanese" and any(p.label == "COUNTRY" for p in places):
            break  # 日本|數位大臣
        # 緯謙科技總經理夏志豪、|亞馬遜|AWS
        if name.kind == "foreign" and "A" <= scene.view[name.end : name.end + 1] <= "Z":
            break
        # 市長A和巴石市長B: what stands before a title that has its person is a place.
        titles = scene.titles.overlapping(name.end, name.end + 1)
        if any(title.start == name.end and title.end in starts for title in titles):
            break
        yield han_claim(name, "list", 0.75)
        end = _behind_own(scene, piece, name.end)


def _behind_own(scene: Scene, piece: Piece, end: int) -> int:
    """Return where the Latin name ends that stands right behind one: 伍麗華|Saidhai Tahovecahe."""
    start = end + scene.view.startswith(" ", end)
    latin = latin_at(scene, start, piece.end) if start < piece.end else None
    return latin.end if latin is not None and latin.words > 1 else end


def _cuts_place(scene: Scene, end: int) -> bool:
    """Whether a name would end inside a place: 韓國水|原市."""
    return any(claim.start < end < claim.end for claim in scene.offices.overlapping(end - 1, end))


def _preceding(scene: Scene, piece: Piece, claim: Claim, walked: set[int]) -> Iterator[Claim]:
    view, start = scene.view, claim.start
    while gap := _JOIN_BACK.search(view, max(piece.start, start - 5), start):
        end = gap.start()
        if end in walked:
            return
        walked.add(end)
        if bracket := _BRACKET_BACK.search(view, max(piece.start, end - 32), end):
            end = bracket.start()
        latin = latin_before(scene, end, piece)
        if latin is not None:
            if latin.words < 2:
                break
            yield latin_claim(latin, "list", 0.75)
            start = latin.start
            continue
        name = scene.lexicon.han.read_back(view, end, piece.start, _LEAST_BACK)
        if name is None or not name.is_closed or not scene.may_be_name(name.start, name.end):
            break
        yield han_claim(name, "list", 0.7)
        start = name.start

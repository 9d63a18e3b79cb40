"""People in table cells: a column of names, or a cell of place, title and name.

Contract: reads `Piece.column_role`; in a column of names the form of a name is not doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people_lexicon import PeopleLexicon, PersonValue
from pipeline.recognizers.people_scene import Scene
from pipeline.recognizers.people_titles import latin_claim

_NOBODY = views.pattern("洽談中|待定|未定|未派員?|從缺|出缺|無|暫缺|同上|略|不詳|TBD|TBC|N/A|-+")
_SEPARATOR = re.compile(r"[ ]*[、,;/\n|()&+]+[ ]*|\s{2,}")


def find_in_columns(scene: Scene) -> Iterator[Claim]:
    """Yield the people in cells of a ``person`` column."""
    for piece in scene.page.pieces:
        if piece.column_role == "person":
            for start, end in _free_spans(scene, piece):
                yield from _names(scene, start, end)


def _free_spans(scene: Scene, piece: Piece) -> Iterator[tuple[int, int]]:
    """Yield the parts of a cell outside its titles."""
    at = piece.start
    for title in scene.titles.overlapping(piece.start, piece.end):
        yield at, title.start
        at = title.end
    yield at, piece.end


def _names(scene: Scene, start: int, end: int) -> Iterator[Claim]:
    view, at = scene.view, start
    while at < end:
        gap = _SEPARATOR.match(view, at, end)
        if gap or view[at] == " ":
            at = gap.end() if gap else at + 1
            continue
        latin = scene.lexicon.latin.name_at(scene.text, at, end)
        if latin is not None:
            yield latin_claim(latin, "column", 1.0)
            at = latin.end
            continue
        following = _SEPARATOR.search(view, at, end)
        stop = following.start() if following else end
        claim = _han(view, at, stop, scene.lexicon)
        if claim is not None:
            yield claim
        at = max(stop, at + 1)


def _han(view: str, start: int, end: int, lexicon: PeopleLexicon) -> Claim | None:
    """Return a cell of Chinese characters as one name: 王明 also when spread as 王 明."""
    while end > start and view[end - 1] == " ":
        end -= 1
    honorific = lexicon.honorific_after.search(view, start, end)
    if honorific and honorific.end() == end and honorific.start() > start:
        end = honorific.start()
    length = end - start
    if not 2 <= length <= 20 or _NOBODY.fullmatch(view, start, end):
        return None
    letters = [c for c in view[start:end] if c not in " ·"]
    if not letters or not all(map(is_han, letters)):
        return None
    if "·" not in view[start:end] and len(letters) > 7:
        return None
    value = PersonValue(honorific[0] if honorific else "", "han")
    return Claim(start, end, "PERSON", "column", 0.98, value=value)

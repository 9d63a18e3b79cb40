"""People whose names stand in letters of their own: 副市長 Айгерим Сулейменова, 局長 박선우.

Contract: claims a whole run of Cyrillic, Greek, Thai, Hangul or such letters beside a title; none
in brackets, nor one whose other form follows in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.recognizers.page import Claim
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene

# Letters that are neither Latin nor Chinese nor Japanese.
_LETTERS = "\u0370-\u1dff\u1f00-\u1fff\ua980-\uabff\uac00-\ud7af"
_WORD = rf"[{_LETTERS}]+(?:[-’'][{_LETTERS}]+)*"
OWN_SCRIPT = re.compile(rf"[{_LETTERS}]")
# Atomic, so that a name whose other form follows is not cut but left out.
_NAME = re.compile(
    rf"(?<![{_LETTERS}(（.])(?>{_WORD}(?:(?:[.][ \u00a0]?|[ \u00a0]){_WORD}){{0,4}})"
    "(?![.]?[ ]?[(（]?[A-ZÀ-Ž])"
)
_BLANKS = " \u00a0\u3000\t"
_LONGEST_GAP = 6
_SHORTEST = 2


def find_own_script(scene: Scene) -> Iterator[Claim]:
    """Yield the names in letters of their own that stand beside a title, and again alone."""
    names = set()
    found = []
    for piece in scene.page.pieces_with(OWN_SCRIPT):
        for name in _NAME.finditer(scene.text, piece.start, piece.end):
            if len(name[0]) < _SHORTEST:
                continue
            found.append(name)
            if _is_titled(scene, name.start(), name.end(), piece.start, piece.end):
                names.add(name[0])
    for name in found:
        if name[0] in names and not scene.touches(*name.span()):
            value = PersonValue("", "latin")
            yield Claim(*name.span(), "PERSON", "own_script", 0.85, value=value)


def _is_titled(scene: Scene, start: int, end: int, low: int, high: int) -> bool:
    """Whether a title stands right before, or behind a bracket or wide gap: Айгерим（副市長）."""
    text = scene.text
    stop = len(text[max(low, start - _LONGEST_GAP) : start].rstrip(_BLANKS))
    stop += max(low, start - _LONGEST_GAP)
    if any(title.end == stop for title in scene.titles.overlapping(stop - 1, stop)):
        return True
    opens = text[end : end + 1] in ("(", "（", "\u3000", "\t", "、", "，")
    close = text.find("）" if text.startswith("（", end) else "\n", end, min(high, end + 40))
    close = close if close > 0 else min(high, end + 40)
    titles = scene.titles.overlapping(end + 1, close) if opens else ()
    return any(title.end == close for title in titles)

"""Japanese names whose family name no list has: 甲斐田龍之介, 小鳥遊航太郎.

Contract: works on folded text; such a name counts only where something that ends names follows.
"""

from __future__ import annotations

from pipeline.language.japanese_names import ends_in_ya, given_score, is_family, may_be_family
from pipeline.language.lexemes import is_han
from pipeline.language.name_edges import NameEdges
from pipeline.language.name_scores import NEVER_GIVEN

_LEAST = 8
_UNKNOWN_FIRST = 20
_NO_FORM = 15
_WORD = 2


def coined(
    view: str, start: int, end: int, known: frozenset[str], edges: NameEdges, is_word: bool
) -> tuple[int, int, int] | None:
    """Return where the best name at ``start`` ends, the length of its family name and its score.

    Args:
        view: folded text.
        start, end: where the name begins, and how far to look.
        known: the characters of known family names.
        edges: what ends a name.
        is_word: a word of two characters begins there: 會見|熊本市; but 只見澤|郁子.
    """
    if view[start + 1 : start + 2] not in known:
        return None
    best: tuple[int, int, int] | None = None
    is_known = view[start] in known
    # 只見澤|郁子: but for its first characters the name must be beyond doubt.
    least = _LEAST if is_known and not is_word else _LEAST + _UNKNOWN_FIRST
    for family in (2, 3):
        middle = start + family
        if middle >= end or not may_be_family(view[start + 1 : middle], known):
            break
        has_form = is_family(view[start:middle])
        if not is_known and not has_form:
            continue
        if is_word and (family == _WORD or not has_form):
            continue
        for stop in range(middle + 1, min(middle + 3, end) + 1):
            given = view[middle:stop]
            is_particle = given[-1] in NEVER_GIVEN and not ends_in_ya(given)
            word = is_particle or edges.is_word_at(view, stop - 1, end)
            if word or not is_han(given[-1]):
                break
            score = given_score(given) - (0 if has_form else _NO_FORM)
            if score > (best[2] if best else least) and edges.is_closed_at(view, stop, end):
                best = stop, family, score
    return best

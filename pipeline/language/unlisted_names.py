"""Names that no list of family names tells, where the place asks for a name.

Contract: works on folded text; the caller knows that a name is expected.
"""

from __future__ import annotations

from pipeline.language.lexemes import is_han
from pipeline.language.name_scores import NEVER_GIVEN
from pipeline.language.names import HanName, HanNames


def read_unlisted(names: HanNames, view: str, start: int, stop: int) -> HanName | None:
    """Read ``start..stop`` as a name if it holds no common word: 覺山, 阿薩潘彤.

    A family name and two signs more are one for all that: 古今香.

    The caller knows that a name is expected here.
    """
    text = view[start:stop]
    if not 2 <= len(text) <= 6 or not all(map(is_han, text)):
        return None
    if any(character in NEVER_GIVEN for character in text):
        return None
    is_whole = len(text) == 3 and text[0] in names.singles
    is_whole = is_whole and text not in names.common and text[:2] not in names.edges.words
    pairs = () if is_whole else (view[at : at + 2] for at in range(start, stop - 1))
    if any(pair in names.common or pair in names.edges.words for pair in pairs):
        return None
    if any(names.edges.is_closed_at(view, at, stop) for at in range(start, stop)):
        return None
    return HanName(start, stop, 0, 0, "foreign", True)

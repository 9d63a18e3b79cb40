"""The words of a sentence as the choice of what is measured sees them.

Contract: words of the dictionary, in order; a number, a date and a mark are one word each, with a
tag of their own; blanks are left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from pipeline.language.words import Word
from pipeline.recognizers.quantities.clauses import MASK, Span

# First and last position, tag, form.
Token = tuple[int, int, str, str]

# Tags of what is no word: a mark, a quotation mark, a date, a quantity.
MARK, QUOTE, DATE, QUANTITY = "P", "K", "D", "Q"
NO_WORDS = frozenset((MARK, QUOTE, DATE, QUANTITY))
_SIGNS = {
    **dict.fromkeys(",。;:!?()[]【】<>\n\t|/、…-–—*•●○◆◇■□▪►", MARK),
    **dict.fromkeys("「《“‘」》”’", QUOTE),
}
_BEFORE_ITEMS = frozenset(";。\n\t|")
_LAST = 1 << 60


def read_tokens(
    view: str, words: Sequence[Word], piece: Span, quantities: Iterable[Span]
) -> list[Token]:
    """Return the words of a piece.

    Args:
        view: folded text, dates blotted out.
        words: the words of the page.
        piece: where to look.
        quantities: spans of the numbers in the piece, in order.
    """
    found: list[Token] = []
    taken = [*quantities, (_LAST, _LAST)]
    number, position = 0, piece[0]
    index = max(0, bisect_right(words, (piece[0], _LAST, "")) - 1)
    while index < len(words) and words[index][0] < piece[1]:
        start, stop, tag = words[index]
        index += 1
        start, stop = max(start, position), min(stop, piece[1])
        while start < stop:
            low, high = taken[number]
            if low <= start:
                found.append((low, high, QUANTITY, "#"))
                number, start = number + 1, high
            elif low < stop:
                found.append((start, low, "x", view[start:low]))
                start = low
            else:
                _add(found, view, start, stop, tag or "x")
                start = stop
        position = max(position, start)
    return found


def _add(found: list[Token], view: str, start: int, stop: int, tag: str) -> None:
    form = view[start:stop]
    if form[0] == MASK:
        if not found or found[-1][2] != DATE:
            found.append((start, stop, DATE, "@"))
    elif form in _SIGNS:
        found.append((start, stop, _SIGNS[form], form))
    elif form == "." and found and found[-1][3].isdecimal() and _begins(found):
        found[-1] = found[-1][0], stop, MARK, form  # the label of an item: 1.
    elif not form.isspace():
        found.append((start, stop, "nz" if tag == "eng" else tag, form))


def _begins(found: Sequence[Token]) -> bool:
    """Whether the last word begins a piece or an item of a list."""
    return len(found) == 1 or found[-2][3] in _BEFORE_ITEMS


def first_at(tokens: Sequence[Token], position: int) -> int:
    """Return the index of the first word that begins at ``position`` or behind it."""
    return bisect_left(tokens, (position,))

"""The words of a sentence as the choice of what is measured sees them.

Contract: words of the dictionary, in order; a number, a date and a mark are one word each, with a
tag of their own; blanks are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from pipeline.language.words import Word, number_at
from pipeline.recognizers.quantities.clauses import MASK, Span

# Tags of what is no word: a mark, a quotation mark, a date, a quantity.
MARK, QUOTE, DATE, QUANTITY = "P", "K", "D", "Q"
NO_WORDS = frozenset((MARK, QUOTE, DATE, QUANTITY))
_SIGNS = {
    **dict.fromkeys(",。;:!?()[]【】<>\n\t|/、…-–—*•●○◆◇■□▪►", MARK),
    **dict.fromkeys("「《“‘」》”’", QUOTE),
}
_BEFORE_ITEMS = frozenset(";。\n\t|")
_LAST = 1 << 60
# What stands before the first word of a piece and behind the last.
EDGE = "^"


class Sentence:
    """The words of a piece, in order.

    Attributes:
        starts, stops: first and last position of each.
        tags, forms: tag and form of each; two edges follow, which stand at -1 and -2 as well.
    """

    __slots__ = ("forms", "starts", "stops", "tags")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.tags: list[str] = []
        self.forms: list[str] = []

    def add(self, start: int, stop: int, tag: str, form: str) -> None:
        """Add a word behind the others."""
        self.starts.append(start)
        self.stops.append(stop)
        self.tags.append(tag)
        self.forms.append(form)

    def first_at(self, position: int) -> int:
        """Return the index of the first word that begins at ``position`` or behind it."""
        return bisect_left(self.starts, position)

    def is_label(self) -> bool:
        """Whether the last word may number the item of a list: 1 at the beginning of a piece."""
        forms = self.forms
        begins = len(forms) == 1 or (len(forms) > 1 and forms[-2] in _BEFORE_ITEMS)
        return begins and forms[-1].isdecimal()


def read_tokens(
    view: str, words: Sequence[Word], piece: Span, quantities: Iterable[Span]
) -> Sentence:
    """Return the words of a piece.

    Args:
        view: folded text, dates blotted out.
        words: the words of the page.
        piece: where to look.
        quantities: spans of the numbers in the piece, in order.
    """
    found = Sentence()
    add = found.add
    taken = iter(quantities)
    low, high = next(taken, _NONE)
    position, end = piece
    first = max(0, number_at(words, position))
    for index in range(first, len(words)):
        start, stop, tag = words[index]
        if start >= end:
            break
        start = max(start, position)
        stop = min(stop, end)
        while start < stop:
            if low <= start:
                add(low, high, QUANTITY, "#")
                start = high
                low, high = next(taken, _NONE)
            elif low < stop:
                add(start, low, "x", view[start:low])
                start = low
            else:
                form = view[start:stop]
                kind = _SIGNS.get(form)
                if kind is not None:
                    add(start, stop, kind, form)
                elif form[0] == MASK:
                    if not found.tags or found.tags[-1] != DATE:
                        add(start, stop, DATE, "@")
                elif form == "." and found.is_label():
                    found.stops[-1], found.tags[-1], found.forms[-1] = stop, MARK, form
                elif not form.isspace():
                    add(start, stop, "nz" if tag == "eng" else tag or "x", form)
                break
        position = stop if stop > start else start
    found.tags += (EDGE, EDGE)
    found.forms += (EDGE, EDGE)
    return found


_NONE = (_LAST, _LAST)

"""Find the title of a PDF by its looks: the largest lines at the head of the first page.

Contract: pure; no title rather than a guess where no line is larger than those below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from pipeline.readers import cues, marks
from pipeline.readers.pdf.lines import Line

# By how much the lines of a title are larger than the next larger ones.
_LARGER = 1.1
_HEAD = 12
_LONGEST = 80


def find(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the title, none if there is none.

    A letterhead is none, however large, nor is a line that ends a sentence.
    """
    head = [line for line in lines if line.page == lines[0].page][:_HEAD]
    head = [line for line in head if not cues.is_letterhead(line.text)]
    size = max((line.size for line in head), default=0.0)
    first = next((i for i, line in enumerate(head) if line.size == size), 0)
    found = list(takewhile(lambda line: line.size == size, head[first:]))
    text = "".join(line.text for line in found)
    others = [line.size for line in head if line not in found]
    is_larger = bool(others) and size >= _LARGER * max(others)
    return found if is_larger and len(text) <= _LONGEST and not marks.is_ended(text) else []


def joined(blocks: Iterable[list[Line]], title: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield paragraphs, the lines of the title as one."""
    head: list[Line] = []
    for block in blocks:
        if block[0] in title:
            head += block
            continue
        if head:
            yield head
            head = []
        yield block
    if head:
        yield head

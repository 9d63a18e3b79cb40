"""Read a page as the text it prints, line by line: what it would be if saved as .txt.

Contract: what the markup leaves out and adds are changes of the clean view, so that the readers of
plain text read such a page and every offset still leads back to the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from pipeline.readers.canonical import Draft
from pipeline.readers.clean import Change, Clean, clean
from pipeline.readers.lines import Line, split_lines
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.source import Source
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.grid import Written

Structured = Callable[[str, Sequence[Line]], Callable[[Clean, Written, Source], None] | None]

_SIGNS = {"break": "\n", "label": "："}


def strip_markup(page: Clean, paragraphs: Sequence[Paragraph], rest: Sequence[Drop]) -> Clean:
    """Return the clean view of the text of a page.

    Args:
        page: the clean view of the page.
        paragraphs: all of its text.
        rest: what is left out behind it.
    """
    dropped = [_moved(page, change) for change in _drops(page, paragraphs, rest)]
    starts = [change.start for change in dropped]

    def is_free(start: int) -> bool:
        index = bisect_right(starts, start) - 1
        return index < 0 or start >= dropped[index].end

    made = [Change(e.start, e.end, e.rule, e.text) for e in page.edits if is_free(e.start)]
    return clean(page.source, sorted([*dropped, *made]))


def read_structured(bare: Clean, written: Written, source: Source, structured: Structured) -> bool:
    """Read the text of a page as plain text if ``structured`` says what reads it."""
    read_text = structured(bare.text, split_lines(bare.text))
    if read_text is None:
        return False
    written.draft = Draft(bare)
    read_text(bare, written, source)
    return True


def _moved(page: Clean, change: Change) -> Change:
    """Return a change of the clean page as one of its source."""
    start, end = page.source_start(change.start), page.source_start(change.end)
    return change._replace(start=start, end=end)


def _drops(page: Clean, paragraphs: Sequence[Paragraph], rest: Sequence[Drop]) -> Iterator[Change]:
    before: Part | None = None
    signs = ""
    for paragraph in paragraphs:
        if paragraph.is_blank:
            signs = "\n\n"
            continue
        for part in paragraph.parts:
            signs = signs or _sign(page.text, before, part)
            for drop in part.drops:
                if drop.start < drop.end:
                    yield Change(*drop, signs[:1])
                    signs = signs[1:]
            before, signs = part, ""
        signs = "\n" if paragraph.is_line else "\n\n"
    yield from (Change(*drop) for drop in rest if drop.start < drop.end)


def _sign(text: str, before: Part | None, part: Part) -> str:
    """Return what stands between two parts of a line: a tab, a space or nothing."""
    if part.glue != "fold" or before is None or before.start == before.end:
        return _SIGNS.get(part.glue, "")
    gap = text[before.end : part.start]
    if "\t" in gap and "\n" not in gap:
        return "\t"
    is_wide = text[before.end - 1] >= "\u2e80" or text[part.start] >= "\u2e80"
    return "" if is_wide else " "

"""Turn lines into paragraphs: what stands before each is taken off, wrapped ones are joined.

Contract: every line end is in exactly one paragraph; lines are joined over the end of a page only
within a sentence.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.readers import marks, markup, quoted
from pipeline.readers.clean import plain_spaces
from pipeline.readers.lines import Line
from pipeline.readers.sentence_lines import find_sentence_lines
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.wraps import Wrap, find_wrap

# A heading as Markdown writes it.
_MARK = re.compile(r"(?P<hashes>#{1,6})[ \t\u3000]+(?=\S)")


@dataclass(slots=True)
class Paragraph:
    """Physical lines that make one printed line of the author.

    Attributes:
        parts: what it is made of.
        text: its text, roughly.
        end: where it ends in the clean text; the line end lies there.
        page_mark: the rule that drops it as page furniture.
        kind: what the markup says it is: title, heading, list_item, or empty.
        is_marked_up: it ends with a tag rather than a line end.
        label: number of a list item where the markup counts.
        is_line: the markup ends its line and not what it belongs to (br).
    """

    parts: list[Part]
    text: str
    end: int
    page_mark: str = ""
    kind: str = ""
    is_marked_up: bool = False
    label: str | None = None
    is_line: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip()


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return lines as paragraphs; every line end is in exactly one of them."""
    signs = quoted.sign_ends([line.text for line in lines])
    return [_paragraph(line, sign) for line, sign in zip(lines, signs, strict=True)]


def _paragraph(line: Line, sign: int) -> Paragraph:
    """Return a line as a paragraph; what Markdown puts before it tells what it is.

    Args:
        line: the line.
        sign: where the signs of a quotation before it end.
    """
    mark = _MARK.match(line.text, sign)
    end = mark.end() if mark else sign
    parts = [Part(line.start, line.end)]
    if end:
        drop = Drop(line.start, line.start + end, "markup")
        parts = [Part(drop.end, line.end, "slice", (drop,))]
    hashes = mark["hashes"] if mark else None
    kind = "" if not hashes else "title" if hashes == "#" else "heading"
    text = plain_spaces(markup.without_bold(line.text[end:]))
    return Paragraph(parts, text, line.end, line.page_mark, kind)


def join_wrapped(
    found: Sequence[Paragraph],
    opens: Callable[[str], object] = lambda _: None,
    around: Wrap | None = None,
) -> list[Paragraph]:
    """Join the paragraphs that are lines of a wrapped one.

    Args:
        found: paragraphs in order.
        opens: tells of a line that it opens something new and is never joined.
        around: how the lines of the whole document were wrapped, where these do not tell.
    """
    wrap = find_wrap(found) or around or find_sentence_lines(found, opens)
    if wrap is None:
        return list(found)
    groups: list[list[Paragraph]] = []
    above = -1  # the last group that holds text, if a page ends behind it
    for paragraph in found:
        at = above if above >= 0 and not paragraph.is_blank else len(groups) - 1
        last = groups[at][-1] if groups else None
        is_joined = (
            last is not None
            and (at == len(groups) - 1 or not marks.is_ended(last.text))
            and _may_go_on(last, paragraph)
            and wrap.joins(groups[at], paragraph)
            and not opens(paragraph.text)
        )
        if is_joined:
            groups[at:] = [[*groups[at], paragraph]]
        else:
            groups.append([paragraph])
        above = _page_above(groups, above)
    return [_joined(group, wrap.glue) for group in groups]


def _page_above(groups: Sequence[Sequence[Paragraph]], above: int) -> int:
    """Return the last group that holds text if a page ends behind it, else -1.

    Args:
        groups: groups so far.
        above: what was returned before the last group.
    """
    last = groups[-1][-1]
    if last.is_marked_up or not (last.is_blank or last.page_mark):
        return -1
    if above >= 0 or not last.page_mark:
        return above
    # A page ends here: the text stands above it and the blank lines before it.
    at = len(groups) - 2
    while at >= 0 and groups[at][0].is_blank and not groups[at][0].is_marked_up:
        at -= 1
    return at if at >= 0 and not groups[at][0].is_marked_up else -1


def _may_go_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Tell whether the markup, if there is any, lets two lines be one paragraph."""
    if before.is_marked_up:
        return before.is_line
    return not before.kind and not paragraph.kind


def _joined(lines: Sequence[Paragraph], glue: str) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    parts = list(lines[0].parts)
    for before, line in itertools.pairwise(lines):
        first, *others = line.parts
        rule = "line_wrap" if first.start == before.end + 1 else "page_break"
        gap = [] if before.is_marked_up else [Drop(before.end, first.start, rule)]
        # A line that is set in goes on behind no blanks, even if lines are as long as they can be.
        how = "wrap" if line.text[:1].isspace() else glue
        parts += [first._replace(glue=how, drops=(*gap, *first.drops)), *others]
    text = "".join(line.text for line in lines)
    return dataclasses.replace(lines[0], parts=parts, text=text, end=lines[-1].end)

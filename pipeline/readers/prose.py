"""Read prose: press releases, reports and whatever stands around a table.

Contract: every line becomes a title, heading, paragraph, list item or boilerplate block; wrapped
lines are joined, paragraphs of one long line are set apart; every clean character is accounted for.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.readers import cues, marks, markup, quoted
from pipeline.readers.canonical import Block, Draft
from pipeline.readers.clean import Clean, plain_spaces
from pipeline.readers.lines import Line, mark_page_furniture, split_lines
from pipeline.readers.sentence_lines import find_sentence_lines
from pipeline.readers.tables.cells import Drop, Part, draft_cell, paragraph_starts
from pipeline.readers.tables.grid import Written
from pipeline.readers.wraps import find_wrap

_AFTER_LINK = re.compile(r"[ \u3000]+(?=[^\s【\[(（\-|｜h])")
# A heading as Markdown writes it.
_MARK = re.compile(r"(?P<hashes>#{1,6})[ \t\u3000]+(?=\S)")
# What may stand below the last paragraph: blanks and markup.
_NOTHING = re.compile(r"(?:\s|<[^>]*>)*")
_URL = re.compile(r"https?://[!-~]+")


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


def read(clean: Clean, written: Written) -> None:
    """Read clean text as prose."""
    lines = split_lines(clean.text)
    mark_page_furniture(lines)
    write_lines(written, lines)


def write_paragraph(draft: Draft, paragraph: Paragraph) -> str:
    """Append one paragraph and its line end to the text; return it without the line end."""
    end = min(paragraph.end + 1, len(draft.clean.text))
    if paragraph.page_mark:
        draft.drop(paragraph.parts[0].start, end, paragraph.page_mark)
        return ""
    if paragraph.is_blank:
        for part in paragraph.parts:
            for drop in part.drops:
                draft.drop(*drop)
            draft.drop(part.start, part.end, "white_space")
        draft.drop(paragraph.parts[-1].end, paragraph.end, "white_space")
        text = ""
    else:
        made = draft_paragraph(draft.clean, paragraph)
        draft.extend(made.atoms)
        text = made.text
    if not paragraph.is_marked_up:
        draft.copy(paragraph.end, end)
    elif not paragraph.is_blank:
        draft.insert("\n", "paragraph")
    return text


def write_lines(written: Written, lines: Sequence[Line]) -> None:
    """Append lines of prose and their blocks."""
    write_paragraphs(written, join_wrapped(paragraphs(lines)))


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
    found: Sequence[Paragraph], opens: Callable[[str], object] = lambda _: None
) -> list[Paragraph]:
    """Join the paragraphs that are lines of a wrapped one.

    Args:
        found: paragraphs in order.
        opens: tells of a line that it opens something new and is never joined.
    """
    wrap = find_wrap(found) or find_sentence_lines(found, opens)
    groups: list[list[Paragraph]] = []
    for paragraph in found:
        last = groups[-1][-1] if groups else None
        is_joined = (
            wrap is not None
            and last is not None
            and _may_go_on(last, paragraph)
            and wrap.joins(last, paragraph)
            and not opens(paragraph.text)
        )
        if is_joined:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return [_joined(group, wrap.glue if wrap else "") for group in groups]


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
        gap = [] if before.is_marked_up else [Drop(before.end, first.start, "line_wrap")]
        parts += [first._replace(glue=glue, drops=(*gap, *first.drops)), *others]
    text = "".join(line.text for line in lines)
    return dataclasses.replace(lines[0], parts=parts, text=text, end=lines[-1].end)


def write_paragraphs(written: Written, found: Sequence[Paragraph]) -> None:
    """Append paragraphs and their blocks."""
    writer = _Writer(written, any(map(_names_title, found)))
    foot = _foot(written.draft.clean.text, found)
    for index, paragraph in enumerate(found):
        writer.is_footer = index >= foot and writer.has_body
        writer.write(paragraph, found[index + 1 : index + 3])


def _foot(text: str, found: Sequence[Paragraph]) -> int:
    """Return the paragraph at which the foot of the page begins: no foot has text below it."""
    is_last = not found or _NOTHING.fullmatch(text, found[-1].end) is not None
    return cues.footer_start([p.text for p in found]) if is_last else len(found)


def _names_title(paragraph: Paragraph) -> bool:
    """Tell whether the markup calls a paragraph the title: the name of a site is none."""
    is_named = paragraph.kind == "title" and not paragraph.is_blank
    return is_named and not cues.is_letterhead(paragraph.text)


class _Writer:
    """Writes paragraphs one by one and knows what came before."""

    def __init__(self, written: Written, names_title: bool) -> None:
        self.written = written
        self.names_title = names_title
        self.has_title = any(block.kind == "title" for block in written.blocks)
        self.has_body = any(b.kind in ("paragraph", "table", "turn") for b in written.blocks)
        self.is_footer = False
        self.last: dict[str, int] = {}

    def write(self, paragraph: Paragraph, following: Sequence[Paragraph]) -> None:
        """Append one paragraph, its line end and its blocks."""
        at = self.written.draft.length
        lines = write_paragraph(self.written.draft, paragraph).split("\n")
        for line in lines:
            if line.strip():
                self._add(line, at, following if len(lines) == 1 else (), paragraph)
            at += len(line) + 1

    def _add(self, line: str, at: int, following: Sequence[Paragraph], own: Paragraph) -> None:
        head = 0 if self.has_body else cues.publication_end(line)
        if head:
            self.written.blocks.append(Block("heading", at, at + head, label=None))
            line, at = line[head:], at + head
            if not line:
                return
        kind, label = self._kind(line, following, own.kind)
        label = label or (own.label if kind == "list_item" else None)
        self.written.blocks.append(Block(kind, at, at + len(line), label=label))
        self.has_title = self.has_title or kind == "title"
        is_body = kind == "paragraph" and not cues.is_entry(line)
        self.has_body = self.has_body or is_body

    def _kind(
        self, line: str, following: Sequence[Paragraph], given: str
    ) -> tuple[str, str | None]:
        if self.is_footer or cues.is_boilerplate(line):
            return "boilerplate", None
        if given in ("title", "heading") and not _is_said(line):
            return ("heading" if self.has_title or cues.is_letterhead(line) else given), None
        item = marks.leading_item(line)
        if item is not None and (item.value == self.last.get(item.style, 0) + 1 or item.value == 1):
            self.last[item.style] = item.value
            return "list_item", item.label
        if given == "list_item" or _is_link_list(line) or marks.bullet_end(line):
            return "list_item", None
        clock = marks.CLOCK.match(line) if len(line) <= 160 else None
        if clock is not None:
            return "list_item", clock["label"]
        if cues.is_dateline(line):
            return "heading", None
        if not self.has_title and cues.names_title(line) and len(line) <= 120:
            return "title", None
        if not self.has_title and not self.has_body and self._is_title(line):
            is_other = self.names_title or (following and cues.is_letterhead(line))
            return ("heading" if is_other else "title"), None
        if _is_heading(line, following):
            return "heading", None
        return "paragraph", None

    def _is_title(self, line: str) -> bool:
        plain = line.strip()
        return (
            len(plain) <= 80
            and not cues.is_entry(plain)
            and not marks.is_ended(plain)
            and plain[-1] not in "，,；;：:"
        )


def _is_said(line: str) -> bool:
    """Tell whether a line that is set like a heading is a paragraph all the same."""
    plain = line.strip()
    return len(plain) > 120 or (len(plain) > 40 and marks.is_ended(plain) and plain[-1] == "。")


def _is_heading(line: str, following: Sequence[Paragraph]) -> bool:
    plain = line.strip()
    if cues.is_entry(plain) or len(plain) > 40 or plain[-1] in "，,；;、" or marks.is_ended(plain):
        return False
    after = next((paragraph for paragraph in following if not paragraph.is_blank), None)
    return after is not None and len(after.text.strip()) > max(40, len(plain))


def _is_link_list(line: str) -> bool:
    links = sum(len(match.group()) for match in _URL.finditer(line))
    return links * 10 >= 3 * len(line.strip())


def draft_paragraph(clean: Clean, paragraph: Paragraph) -> Draft:
    """Return the canonical text of a paragraph: one line, or several where it holds several."""
    made = draft_cell(clean, paragraph.parts, has_gaps=False)
    text = made.text
    starts = paragraph_starts(text)
    if starts and len(text) >= 200 and len(text) // (len(starts) + 1) >= 60:
        made = made.with_breaks(starts, "paragraph")
    links = _link_starts(made.text)
    return made.with_breaks(links, "link_list") if links else made


def _link_starts(text: str) -> Iterable[int]:
    if text.count("://") < 2:
        return []
    gaps = (_AFTER_LINK.match(text, match.end()) for match in _URL.finditer(text))
    return [gap.end() for gap in gaps if gap]

"""Read prose: press releases, reports and whatever stands around a table.

Contract: every line becomes a title, heading, paragraph, list item or boilerplate block; wrapped
lines are joined, paragraphs of one long line are set apart; every clean character is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.readers import cues, marks
from pipeline.readers.canonical import Block, Draft
from pipeline.readers.clean import Clean
from pipeline.readers.lines import Line, mark_page_furniture, split_lines
from pipeline.readers.paragraphs import Paragraph, join_wrapped, paragraphs
from pipeline.readers.tables.cells import draft_cell, paragraph_starts
from pipeline.readers.tables.grid import Written
from pipeline.readers.wraps import Wrap

_AFTER_LINK = re.compile(r"[ \u3000]+(?=[^\s【\[(（\-|｜h])")
# What may stand below the last paragraph: blanks and markup.
_NOTHING = re.compile(r"(?:\s|<[^>]*>)*")
_URL = re.compile(r"https?://[!-~]+")


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


def write_lines(written: Written, lines: Sequence[Line], around: Wrap | None = None) -> None:
    """Append lines of prose and their blocks; ``around`` is how the document wraps its lines."""
    write_paragraphs(written, join_wrapped(paragraphs(lines), around=around))


def write_paragraphs(written: Written, found: Sequence[Paragraph]) -> None:
    """Append paragraphs and their blocks."""
    writer = _Writer(written, any(map(_names_title, found)))
    foot = foot_start(written, found)
    for index, paragraph in enumerate(found):
        writer.is_footer = index >= foot and writer.has_body
        writer.write(paragraph, found[index + 1 : index + 3])


def foot_start(written: Written, found: Sequence[Paragraph]) -> int:
    """Return the paragraph at which the foot of the page begins: no foot has text below it."""
    text = written.draft.clean.text
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
        is_note = cues.is_entry(line) or cues.names_contact(line)
        is_body = kind == "paragraph" and not is_note
        self.has_body = self.has_body or is_body

    def _kind(
        self, line: str, following: Sequence[Paragraph], given: str
    ) -> tuple[str, str | None]:
        is_frame = cues.is_boilerplate(line) and not cues.names_issuer(line)
        is_frame |= self.is_footer and not cues.names_contact(line)
        if is_frame or cues.is_mark(line):
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

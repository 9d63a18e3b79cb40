"""Read a web page: its article, lists and tables, without navigation, scripts and footer.

Contract: nothing is loaded or run; what is left out is in the source map with the rule that drops
it.  Paragraphs go the way of those of plain text, so that a page and its text read alike.
"""

from __future__ import annotations

import itertools

from pipeline.readers import transcript
from pipeline.readers.canonical import Note
from pipeline.readers.clean import Clean
from pipeline.readers.endless import endless_note, find_endless
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.source import RefusedError, Source
from pipeline.readers.tables import headers, label_tables, row_joins
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.grid import Written, write_table
from pipeline.readers.tables.row import GridRow
from pipeline.readers.web import forms, grids, repeats
from pipeline.readers.web import pre as web_pre
from pipeline.readers.web.bare import Structured, read_structured, strip_markup
from pipeline.readers.web.css import as_tables
from pipeline.readers.web.data import find_data
from pipeline.readers.web.elements import BLOCKS
from pipeline.readers.web.head import Page, find_title_name, read_page
from pipeline.readers.web.outline import outline
from pipeline.readers.web.pre import find_pres
from pipeline.readers.web.tables import WebTable
from pipeline.readers.web.terms import Term
from pipeline.readers.web.text import WebText, plain, printed
from pipeline.readers.web.tokens import Token, attributes, tokenize

_MOST_TOKENS = 400_000
_LINE_END = "\n"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "caption", "legend", "summary")


def read(
    clean: Clean, written: Written, source: Source, structured: Structured = lambda _, __: None
) -> Page:
    """Read clean text as a web page.

    Args:
        clean: the clean view of the page.
        written: where it goes.
        source: the file.
        structured: returns what reads plain text that is a table by its looks.
    """
    place = source.path
    tokens = as_tables(list(itertools.islice(tokenize(clean.text), _MOST_TOKENS)))
    tokens = grids.as_tables(clean.text, tokens)
    if len(tokens) == _MOST_TOKENS:
        raise RefusedError(
            f"{place}: line {clean.text.count(_LINE_END, 0, tokens[-1].start) + 1}",
            f"more than {_MOST_TOKENS:,} tags",
            "this is no page of text: save its text as UTF-8 .txt",
            "too_many_tags",
        )
    found = outline(clean.text, tokens)
    reader = _Reader(clean, written, place, find_title_name(clean.text, tokens, found.rules))
    tables = find_data(tokens, found.rules)
    pres = find_pres(tokens, clean.text)
    for index, (token, rule) in enumerate(zip(tokens, found.rules, strict=True)):
        if index in pres and not rule and reader.table is None:
            reader.take_pre(token)
            continue
        reader.take(token, rule, opens_table=index in tables, closes_table=index in reader.ends)
        if index in tables:
            reader.ends.add(tables[index])
    reader.close()
    if not reader.read_plain(source, structured):
        reader.finish()
    if found.unclosed:
        listed = ", ".join(f"<{name}>" for name in found.unclosed[:10])
        written.notes.append(
            Note(
                "unclosed_markup",
                f"elements are not closed: {listed}",
                "what could be read is kept; check the end of the article",
            )
        )
    return read_page(clean.text, tokens)


class _Reader:
    """Takes tokens one by one; holds the paragraph or table they belong to."""

    def __init__(self, clean: Clean, written: Written, place: str, title_name: str) -> None:
        self.title_name = title_name
        self.clean = clean
        self.written = written
        self.place = place
        self.text = WebText(clean.text)
        self.table: WebTable | None = None
        self.ends: set[int] = set()
        self.above: list[GridRow] = []
        self.waiting: list[Paragraph] = []
        self.titles = repeats.Titles()
        self.kind = ""
        self.label: str | None = None
        self.counters: list[int | None] = []
        self.term = Term()
        self.is_pre = False

    def take(self, token: Token, rule: str, *, opens_table: bool, closes_table: bool) -> None:
        """Take the next token; ``rule`` drops it if not empty."""
        if self.table is not None:
            self.table.take(token, rule)
            if closes_table:
                self._close_table()
        elif opens_table:
            self._flush()
            self.table = WebTable(self.clean.text, gap=self.text.drops)
            self.text = WebText(self.clean.text)
            self.table.take(token, rule)
        elif rule:
            self._leave_out(token, rule)
        elif token.kind == "text":
            self._take_text(token)
        else:
            self._take_tag(token)

    def _take_text(self, token: Token) -> None:
        position = token.start
        for found in find_endless(self.clean.text[token.start : token.end]):
            start, end = token.start + found.start, token.start + found.end
            self.text.add(position, start, is_kept=self.is_pre)
            self.text.drop(start, end, "endless")
            line = self.clean.text.count("\n", 0, start) + 1
            self.written.notes.append(endless_note(found._replace(line=line)))
            position = end
        self.text.add(position, token.end, is_kept=self.is_pre)

    def take_pre(self, token: Token) -> None:
        """Take the text of an element that keeps its lines, as plain text."""
        self._flush()
        self._write_waiting()
        web_pre.read(self.written, token.start, token.end)

    def _leave_out(self, token: Token, rule: str) -> None:
        if token.kind in ("open", "close") and token.name in BLOCKS:
            self._flush()
        self.text.drop(token.start, token.end, rule)

    def _take_tag(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._end_line(token.start)
            self.text.drop(token.start, token.end, "markup")
            return
        if self.term.ends(token, self.text):
            self.text.label(token.start)
        elif name in BLOCKS and not self.term.awaits(token, self.text):
            if (name, token.kind) == ("p", "close") and not self.text.parts:
                self._leave_blank(token.start)
            self._flush()
            self._note_block(token)
        self.text.drop(token.start, token.end, "markup")

    def _note_block(self, token: Token) -> None:
        """Remember what the next paragraph is."""
        name, is_open = token.name, token.kind == "open"
        if name == "pre":
            self.is_pre = is_open
        elif name in ("ol", "ul"):
            if is_open:
                start = attributes(token).get("start", "1")
                is_number = start.isdecimal() and len(start) <= 6
                first = int(start) if is_number else 1
                self.counters.append(first if name == "ol" else None)
            elif self.counters:
                self.counters.pop()
        elif name == "li" and is_open:
            count = self.counters[-1] if self.counters else None
            self.kind, self.label = "list_item", None if count is None else str(count)
            if count is not None:
                self.counters[-1] = count + 1
        elif is_open and (name == "h1" or name in _HEADINGS):
            self.kind = "title" if name == self.title_name else "heading"
        elif not is_open and (name in ("li", "h1") or name in _HEADINGS):
            self.kind, self.label = "", None

    def _end_line(self, at: int) -> None:
        """End a line within an element: what follows is of the same kind."""
        kind, is_empty = self.kind, not self.text.parts
        self._flush()
        self.kind = kind
        if is_empty:
            self._leave_blank(at)
        elif self.waiting:
            self.waiting[-1].is_line = True

    def _leave_blank(self, at: int) -> None:
        """Note a line on which nothing is printed; several count as one."""
        if self.waiting and not self.waiting[-1].is_blank:
            self.waiting.append(Paragraph([Part(at, at)], "", at, is_marked_up=True))

    def _flush(self) -> None:
        """End the paragraph."""
        parts = self.text.take()
        if not parts:
            if self.waiting:
                self.waiting[-1].is_line = False
            return
        said = printed(self.clean.text, parts)
        self.waiting.append(
            Paragraph(
                parts, said, parts[-1].end, "", self.kind, is_marked_up=True, label=self.label
            )
        )
        self.kind, self.label = "", None

    def _close_table(self) -> None:
        assert self.table is not None
        self.table.finish()
        grid = self.table.grid(self.place)
        gap = self.table.gap
        self.table = None
        if (form := forms.read(self.clean, grid)) is not None:
            self.waiting += form[0]
            self.text.drops = [*self.text.drops, *form[1], *gap]
            self.text.glue = "slice"
            return
        first = label_tables.first_row(self.clean, grid)
        if first is None:
            first = next((i for i, row in enumerate(grid) if row.is_header), 0)
        for row in grid[:first]:
            self._title_row(row)
        rows = grid[first:]
        notes: list[GridRow] = []
        while len(rows) > len(notes) + 1 and self._is_note(rows[-1]):
            notes.insert(0, rows.pop())
        for row in rows:
            row.repeats = {c: origin - first for c, origin in row.repeats.items()}
        between = repeats.find_repeats(self.waiting, self.titles)
        if between is not None and row_joins.continues(self.clean, self.above, rows):
            row_joins.join_tables(self.above, rows, between)
            self.waiting = []
        else:
            self.titles = repeats.titles_of(self.waiting)
            self._write_waiting()
            self.above = rows
        for row in notes:
            self._title_row(row, kind="")
        self.text.drops = [*self.text.drops, *gap]
        self.text.glue = "slice"

    def _is_note(self, row: GridRow) -> bool:
        """Tell whether a row below a table is one cell that tells of it: 註：依發言順序。"""
        said = "" if any(row.cells[1:]) else plain(self.clean.text, row.cells[0])
        return headers.is_note(said) and not row.repeats

    def _title_row(self, row: GridRow, kind: str = "heading") -> None:
        """Make a paragraph of a row above the header of a table, or of a note below it."""
        drops: list[Drop] = []
        parts: list[Part] = []
        for index, cell in enumerate(row.cells):
            atoms = row.before if index == 0 else row.separators[index - 1]
            drops += [Drop(a.start, a.end, a.rule) for a in atoms if a.op == "dropped"]
            for number, part in enumerate(cell):
                glue = part.glue if number else "pause" if parts else "fold"
                parts.append(part._replace(glue=glue, drops=(*drops, *part.drops)))
                drops = []
        said = plain(self.clean.text, parts)
        if parts and said:
            is_first = not (self.written.blocks or self.waiting or self.above)
            kind = "title" if is_first and kind else kind
            self.waiting.append(Paragraph(parts, said, parts[-1].end, kind=kind, is_marked_up=True))
        self.text.drops += drops

    def _write_waiting(self) -> None:
        """Write the last table and the paragraphs before another one or the end."""
        rows, self.above = self.above, []
        if rows:
            write_table(self.written, rows)
        if not self.waiting:
            return
        transcript.write_wrapped(self.written, self.waiting)
        self.waiting = []

    def close(self) -> None:
        """Close what is open at the end of the page."""
        if self.table is not None:
            self._close_table()
        self._flush()

    def read_plain(self, source: Source, structured: Structured) -> bool:
        """Read a page without tables as plain text if its text has the looks of a table."""
        if self.written.blocks or self.above or not self.waiting:
            return False
        bare = strip_markup(self.clean, self.waiting, self.text.drops)
        return read_structured(bare, self.written, source, structured)

    def finish(self) -> None:
        """Write what is left."""
        self._write_waiting()
        for drop in self.text.drops:
            self.written.draft.drop(*drop)

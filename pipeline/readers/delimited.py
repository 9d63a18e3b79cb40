"""Read CSV, TSV and other delimited text: title lines, header rows, tables, notes below them.

Contract: every delimiter, quote and line end is accounted for; lines before a header row and notes
after the last row become prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language import columns
from pipeline.readers import dialect, headers, prose
from pipeline.readers.canonical import Atom, Note
from pipeline.readers.cells import Drop, Part, quoted_parts
from pipeline.readers.clean import Clean
from pipeline.readers.dialect import Token, tokens
from pipeline.readers.grid import GridRow, Written, write_table
from pipeline.readers.prose import Paragraph
from pipeline.readers.source import RefusedError

MAX_COLUMNS = 2000
_RULE = re.compile(r"\s*:?-{2,}:?\s*")


@dataclass(slots=True)
class _Row:
    """A row of tokens with its plain texts; drops are delimiters that only frame it."""

    cells: list[Token]
    texts: list[str]
    start: int
    line_end: int
    end: int
    before: list[Drop] = field(default_factory=list)
    after: list[Drop] = field(default_factory=list)
    dropped: str = ""

    @property
    def n_filled(self) -> int:
        """Cells with text."""
        return sum(bool(text) for text in self.texts)


@dataclass(slots=True)
class _Section:
    """A table with what stands before and after it; row indexes in order."""

    start: int
    header: int
    body: int
    end: int = 0


def read(clean: Clean, written: Written, ending: str, place: str) -> None:
    """Read clean text as delimited tables; a row of known words names the columns below it."""
    delimiter = dialect.find_delimiter(clean.text, ending)
    if not delimiter:
        prose.read(clean, written)
        written.notes.append(_NO_COLUMNS)
        return
    rows = list(_rows(clean.text, delimiter, place))
    if delimiter == "|":
        _drop_frames(rows)
    sections = _sections(rows)
    for index, section in enumerate(sections):
        section.end = sections[index + 1].start if index + 1 < len(sections) else len(rows)
        _write_section(written, rows, section, delimiter)


_NO_COLUMNS = Note(
    "no_columns",
    "no delimiter divides the rows into columns, so the file is read as prose",
    "put one comma or tab between the cells of every row",
    place="line 1",
)


def _rows(text: str, delimiter: str, place: str) -> Iterator[_Row]:
    cells: list[Token] = []
    n_rows = 0
    for token in tokens(text, delimiter):
        cells.append(token)
        if token.after == delimiter:
            if len(cells) >= MAX_COLUMNS:
                raise RefusedError(
                    f"{place}: row {n_rows + 1}",
                    f"more than {MAX_COLUMNS} columns",
                    "check the delimiter, or split the table",
                    "too_many_columns",
                )
            continue
        n_rows += 1
        texts = [_plain(text, cell) for cell in cells]
        yield _Row(cells, texts, cells[0].start, token.end, token.end + len(token.after))
        cells = []


def _plain(text: str, token: Token) -> str:
    plain = text[token.start : token.end].strip()
    return plain.strip('"').replace('""', '"').strip() if token.is_quoted else plain


def _drop_frames(rows: list[_Row]) -> None:
    """Take the bars at both ends off each row, and the rules of dashes between rows."""
    for row in rows:
        if len(row.cells) > 2 and not row.texts[0] and not row.texts[-1]:
            first, last = row.cells[0], row.cells[-1]
            row.before = [Drop(first.start, first.end + 1, "delimiter")]
            row.after = [Drop(row.cells[-2].end, last.end, "delimiter")]
            row.cells, row.texts = row.cells[1:-1], row.texts[1:-1]
        if row.n_filled and all(_RULE.fullmatch(text) for text in row.texts):
            row.dropped = "markup"


def _sections(rows: Sequence[_Row]) -> list[_Section]:
    """Return the tables: each begins with the lines above its header."""
    found: list[_Section] = []
    names: list[str] = []
    index = 0
    while index < len(rows):
        if not columns.is_header_row(rows[index].texts):
            index += 1
            continue
        if rows[index].texts == names:
            rows[index].dropped = "repeated_table_header"
            index += 1
            continue
        names = rows[index].texts
        body = index + 1
        while body < len(rows) and headers.is_second_header(names, rows[body].texts):
            body += 1
        start = header = _group_start(rows, index, found[-1].body if found else 0)
        while found and start > found[-1].body and rows[start - 1].n_filled <= 1:
            start -= 1
        found.append(_Section(start if found else 0, header, body))
        index = body
    return found or [_headless(rows)]


def _group_start(rows: Sequence[_Row], header: int, first: int) -> int:
    is_group = header > first and headers.is_group_row(rows[header - 1].texts, rows[header].texts)
    return header - is_group


def _headless(rows: Sequence[_Row]) -> _Section:
    """Return the only section of a table without known header words; its first row may name them.

    Short cells without digits, unlike those below them, are names.
    """
    width = max((row.n_filled for row in rows[:40]), default=0)
    first = next((i for i, r in enumerate(rows) if r.n_filled * 2 >= width and r.n_filled > 1), 0)
    names = rows[first].texts
    body = [row.texts for row in rows[first + 1 : first + 6] if row.n_filled]
    is_short = all(0 < len(n) <= 20 and not any(map(str.isdigit, n)) for n in names)
    if not body or not is_short:
        return _Section(0, first, first)
    guessed = columns.column_roles([], body)
    own = columns.column_roles([], [names])
    is_unlike = any(r and r != mine for r, mine in zip(guessed, own, strict=False))
    return _Section(0, first, first + is_unlike)


def _write_section(
    written: Written, rows: Sequence[_Row], section: _Section, delimiter: str
) -> None:
    text = written.draft.clean.text
    end = section.end
    while end > section.body and (
        not rows[end - 1].n_filled
        or (rows[end - 1].n_filled == 1 and headers.is_note("".join(rows[end - 1].texts)))
    ):
        end -= 1
    _write_prose(written, rows[section.start : section.header])
    made: list[GridRow] = []
    for index in range(section.header, end):
        row = rows[index]
        if row.dropped and made:
            made[-1].after.append(Atom("dropped", row.start, row.end, "", row.dropped))
        else:
            made.append(_grid_row(text, row, delimiter))
            made[-1].is_header = index < section.body
    if made:
        write_table(written, made)
    _write_prose(written, rows[end : section.end])
    if made and section.header == section.body:
        written.notes.append(_missing_header(written.n_tables))


def _missing_header(number: int) -> Note:
    return Note(
        "missing_header",
        "no header row was found; the roles of the columns are guessed from their cells",
        "put a first row such as 編號,城市,職稱,姓名,內容",
        place=f"table {number}",
    )


def _grid_row(text: str, row: _Row, delimiter: str) -> GridRow:
    made = GridRow([_parts(text, token) for token in row.cells])
    made.before = [Atom("dropped", d.start, d.end, "", d.rule) for d in row.before]
    for token in row.cells[:-1]:
        op, rule = ("copied", "copy") if delimiter == "\t" else ("replaced", "delimiter")
        made.separators.append([Atom(op, token.end, token.end + 1, "\t", rule)])
    made.after = [Atom("dropped", d.start, d.end, "", d.rule) for d in row.after]
    if row.line_end < row.end:
        made.after.append(Atom("copied", row.line_end, row.end, "\n", "copy"))
    return made


def _write_prose(written: Written, rows: Sequence[_Row]) -> None:
    text = written.draft.clean.text
    prose.write_paragraphs(written, [_paragraph(text, row) for row in rows])


def _paragraph(text: str, row: _Row) -> Paragraph:
    """Return a row as a line of prose: delimiters between its filled cells stay."""
    if not row.n_filled:
        return Paragraph([Part(row.start, row.start)], "", row.line_end)
    last = max(index for index, cell in enumerate(row.texts) if cell)
    parts: list[Part] = []
    drops = list(row.before)
    for index, token in enumerate(row.cells):
        for part in _parts(text, token):
            own = (*drops, *part.drops)
            parts.append(part._replace(glue="slice" if own else part.glue, drops=own))
            drops = []
        after = token.end + 1 if index + 1 < len(row.cells) else token.end
        if index < last:
            parts.append(Part(token.end, after, "slice"))
        elif token.end < after:
            drops.append(Drop(token.end, after, "delimiter"))
    parts.append(Part(row.line_end, row.line_end, "slice", (*drops, *row.after)))
    return Paragraph(parts, text[row.start : row.line_end], row.line_end)


def _parts(text: str, token: Token) -> list[Part]:
    if not token.is_quoted:
        return [Part(token.start, token.end)]
    start = text.index('"', token.start)
    end = text.rindex('"', start, token.end) + 1
    parts = [Part(token.start, start)] if token.start < start else []
    parts += quoted_parts(text, start, end)
    if end < token.end:
        parts.append(Part(end, token.end, "quote"))
    return parts

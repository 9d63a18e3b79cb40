"""Read CSV, TSV and other delimited text: title lines, header rows, tables, notes below them.

Contract: every delimiter, quote and line end is accounted for; lines before a header row and notes
after the last row become prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.readers import cues, marks, prose
from pipeline.readers.canonical import Atom, Note
from pipeline.readers.clean import Clean
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.tables import dialect, headers, labels
from pipeline.readers.tables.cells import Drop, Part, quoted_parts
from pipeline.readers.tables.dialect import Token
from pipeline.readers.tables.grid import Written, write_table
from pipeline.readers.tables.row import GridRow
from pipeline.readers.tables.sections import (
    Row,
    Section,
    cut_rows,
    drop_frames,
    find_sections,
    goes_on,
    is_line,
    join_tail,
    mend_row,
)

# What spreadsheet programs write and read in front of a table.
_SEPARATOR = re.compile(r'"?sep=(?P<sign>[,;\t|])"?\n', re.IGNORECASE)


def read(clean: Clean, written: Written, ending: str, place: str) -> None:
    """Read clean text as delimited tables; a row of known words names the columns below it."""
    given = _SEPARATOR.match(clean.text)
    delimiter = given["sign"] if given else dialect.find_delimiter(clean.text, ending)
    if not delimiter:
        prose.read(clean, written)
        written.notes.append(_NO_COLUMNS)
        return
    start = given.end() if given else 0
    written.draft.drop(0, start, "markup")
    rows = list(cut_rows(clean.text, delimiter, place, start))
    if delimiter in "|｜│":
        drop_frames(rows)
    sections = find_sections(rows)
    for index, section in enumerate(sections):
        section.end = sections[index + 1].start if index + 1 < len(sections) else len(rows)
        _write_section(written, rows, section, delimiter)


_NO_COLUMNS = Note(
    "no_columns",
    "no delimiter divides the rows into columns, so the file is read as prose",
    "put one comma or tab between the cells of every row",
    place="line 1",
)


def _write_section(written: Written, rows: Sequence[Row], section: Section, delimiter: str) -> None:
    text = written.draft.clean.text
    end = section.end
    names = rows[section.header].texts if section.header < section.body else []
    # Below three columns without names a lone cell may be what a label above it heads.
    n_columns = len(rows[section.header].cells) if section.header < end else 0
    parted = names or [""] * (n_columns if n_columns > 2 else 0)
    while end > section.body and (
        not rows[end - 1].n_filled
        or (rows[end - 1].n_filled == 1 and headers.is_note("".join(rows[end - 1].texts)))
        or is_line(rows[end - 1], parted)
    ):
        end -= 1
    _write_prose(written, rows[section.start : section.header])
    made: list[GridRow] = []
    above: Row | None = None
    for index in range(section.header, end):
        row = rows[index]
        is_long = bool(names) and len(row.cells) > len(names) and delimiter == ","
        if is_long and (mend_row(text, row, len(names)) or join_tail(text, row, names)):
            place = f"table {written.n_tables + 1}, row {index - section.body + 1}"
            written.notes.append(_joined(place))
        if row.dropped and made:
            made[-1].after.append(Atom("dropped", row.start, row.end, "", row.dropped))
        elif made and above and (column := goes_on(row, above, names)) is not None:
            _join(text, made[-1], row, column)
        else:
            made.append(_grid_row(text, row, delimiter))
            made[-1].is_header = index < section.body
            above = None if made[-1].is_header else row
    if made:
        write_table(written, made)
    _write_prose(written, rows[end : section.end])
    is_told = labels.has_labels([row.texts for row in rows if row.n_filled > 1])
    if made and section.header == section.body and not is_told:
        written.notes.append(_missing_header(written.n_tables))


def _joined(place: str) -> Note:
    return Note(
        "unquoted_comma",
        "a comma inside a cell without quotes cut it; its parts are joined again",
        "put the cell in double quotes",
        place=place,
    )


def _join(text: str, above: GridRow, row: Row, column: int) -> None:
    """Append the one filled cell of a row to a cell of the row above it, on a line of its own."""
    token = next(cell for cell, said in zip(row.cells, row.texts, strict=True) if said)
    drops = [
        Drop(a.start, a.end, "line_break" if a.op == "copied" else a.rule) for a in above.after
    ]
    drops.append(Drop(row.start, token.start, "continuation"))
    first, *others = _parts(text, token)
    first = first._replace(glue="break", drops=(*drops, *first.drops))
    above.cells[column] += [first, *others]
    above.after = [Atom("dropped", token.end, row.line_end, "", "continuation")]
    if row.line_end < row.end:
        above.after.append(Atom("copied", row.line_end, row.end, "\n", "copy"))


def _missing_header(number: int) -> Note:
    return Note(
        "missing_header",
        "no header row was found; the roles of the columns are guessed from their cells",
        "put a first row such as 編號,城市,職稱,姓名,內容",
        place=f"table {number}",
    )


def _grid_row(text: str, row: Row, delimiter: str) -> GridRow:
    made = GridRow([_parts(text, token) for token in row.cells])
    made.before = [Atom("dropped", d.start, d.end, "", d.rule) for d in row.before]
    for token in row.cells[:-1]:
        op, rule = ("copied", "copy") if delimiter == "\t" else ("replaced", "delimiter")
        made.separators.append([Atom(op, token.end, token.end + 1, "\t", rule)])
    made.after = [Atom("dropped", d.start, d.end, "", d.rule) for d in row.after]
    if row.line_end < row.end:
        made.after.append(Atom("copied", row.line_end, row.end, "\n", "copy"))
    return made


def _write_prose(written: Written, rows: Sequence[Row]) -> None:
    text = written.draft.clean.text
    prose.write_paragraphs(written, [_paragraph(text, row) for row in rows])


def _paragraph(text: str, row: Row) -> Paragraph:
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
    said = text[row.start : row.line_end]
    return Paragraph(parts, said, row.line_end, kind=_kind_above(row))


def _kind_above(row: Row) -> str:
    """Return ``title`` for a lone line such as one above a table has, else nothing."""
    line = row.texts[0]
    is_title = row.n_filled == 1 and 0 < len(line) <= 80 and line[-1] not in "，,；;：:"
    return "title" if is_title and not (cues.is_entry(line) or marks.is_ended(line)) else ""


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

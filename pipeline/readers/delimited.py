"""Read CSV and TSV: quoted cells, doubled quotes, line breaks in cells, any delimiter.

Contract: a tokenizer of our own, because the standard one tells no positions; every delimiter,
quote and line end is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language import columns
from pipeline.readers.canonical import Atom, Note
from pipeline.readers.cells import Part, quoted_parts
from pipeline.readers.clean import Clean
from pipeline.readers.grid import GridRow, Written, write_table
from pipeline.readers.source import RefusedError

MAX_COLUMNS = 2000
_DELIMITERS = ",\t;|，"


class Token(NamedTuple):
    """One cell: its offsets with quotes, whether it is quoted, and the offset after it."""

    start: int
    end: int
    is_quoted: bool
    after: str


def tokens(text: str, delimiter: str) -> Iterator[Token]:
    r"""Yield the cells of ``text``; ``after`` is the delimiter, a line end, or empty at the end.

    A quote opens a quoted cell only at the start of the cell; one that is not closed before a
    delimiter is plain text.

    >>> [(t.start, t.end, t.is_quoted) for t in tokens('a,"b,c"\n', ",")]
    [(0, 1, False), (2, 7, True)]
    """
    plain = re.compile(f"[^{re.escape(delimiter)}\n]*")
    opening = re.compile(r' *"')
    closing = re.compile(f"(?: *)(?=[{re.escape(delimiter)}\n]|\\Z)")
    position = 0
    is_unclosed = False
    while True:
        end = -1
        opens = None if is_unclosed else opening.match(text, position)
        if opens:
            quote = _closing_quote(text, opens.end())
            is_unclosed = quote < 0
            closes = closing.match(text, quote + 1) if quote >= 0 else None
            end = closes.end() if closes else -1
        is_quoted = end >= 0
        if not is_quoted:
            match = plain.match(text, position)
            end = match.end() if match else position
        yield Token(position, end, is_quoted, text[end : end + 1])
        position = end + 1
        if end >= len(text) or (position == len(text) and text[end] == "\n"):
            return


def _closing_quote(text: str, start: int) -> int:
    """Return where the quoted cell whose text begins at ``start`` closes, -1 if it does not."""
    at = text.find('"', start)
    while at >= 0 and text[at + 1 : at + 2] == '"':
        at = text.find('"', at + 2)
    return at


def find_delimiter(text: str, ending: str) -> str:
    """Return the delimiter of a table file: that of the ending if it occurs, else the most regular.

    >>> find_delimiter("城市;國家\\n臺北;臺灣\\n", "csv")
    ';'
    """
    lines = [line for line in text[:20_000].split("\n") if line.strip()][:20]
    first = lines[0] if lines else ""
    wanted = "\t" if ending in ("tsv", "tab") else ","
    if first.count(wanted):
        return wanted
    return max(_DELIMITERS, key=lambda d: (first.count(d), -_DELIMITERS.index(d))) if first else ","


def read(clean: Clean, written: Written, ending: str, place: str) -> None:
    """Read clean text as a delimited table; the first row with known words is the header."""
    delimiter = find_delimiter(clean.text, ending)
    rows: list[GridRow] = []
    row = GridRow([])
    for token in tokens(clean.text, delimiter):
        row.cells.append(_parts(clean.text, token))
        end = token.end
        if token.after == delimiter:
            atom = Atom("copied", end, end + 1, "\t", "copy")
            if delimiter != "\t":
                atom = Atom("replaced", end, end + 1, "\t", "delimiter")
            row.separators.append([atom])
            if len(row.cells) > MAX_COLUMNS:
                raise RefusedError(
                    f"{place}: row {len(rows) + 1}",
                    f"more than {MAX_COLUMNS} columns",
                    "check the delimiter, or split the table",
                    "too_many_columns",
                )
            continue
        row.after = [Atom("copied", end, end + 1, "\n", "copy")] if token.after else []
        rows.append(row)
        row = GridRow([])
    if row.cells:
        rows.append(row)
    _mark_header(clean.text, rows)
    write_table(written, rows)
    if rows and not any(row.is_header for row in rows):
        written.notes.append(
            Note(
                "missing_header",
                "no header row was found; the roles of the columns are guessed from their cells",
                "put a first row such as 編號,城市,職稱,姓名,內容",
                place="table 1",
            )
        )


def _mark_header(text: str, rows: list[GridRow]) -> None:
    """Mark the first row that reads like headers, else the first if it is unlike the rest."""
    filled = [row for row in rows if any(_plain(text, cell) for cell in row.cells)][:5]
    for row in filled:
        if columns.is_header_row([_plain(text, cell) for cell in row.cells]):
            row.is_header = True
            return
    if len(filled) > 1:
        names = [_plain(text, cell) for cell in filled[0].cells]
        has_digits = any(any(c.isdigit() for c in name) for name in names)
        if all(names) and not has_digits and max(map(len, names)) <= 20:
            body = [[_plain(text, cell) for cell in row.cells] for row in filled[1:]]
            guessed = columns.column_roles([], body)
            own = columns.column_roles([], [names])
            if any(role and role != mine for role, mine in zip(guessed, own, strict=False)):
                filled[0].is_header = True


def _plain(text: str, parts: list[Part]) -> str:
    return "".join(text[part.start : part.end] for part in parts).strip()


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

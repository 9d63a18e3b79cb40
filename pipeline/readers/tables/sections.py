"""Cut delimited text into rows, and the rows into tables with what stands around them.

Contract: pure; rows keep the offsets of every cell, delimiter and line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.language import columns
from pipeline.readers import marks
from pipeline.readers.source import MAX_COLUMNS, too_many_columns
from pipeline.readers.tables import headers, labels
from pipeline.readers.tables.cells import Drop
from pipeline.readers.tables.dialect import Token, tokens

# A comma inside a number or a sentence, in a cell that should have been quoted.
_GROUP, _GROUPED = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})*$"), re.compile(r"\d{3}(?!\d)")
_RULE = re.compile(r"\s*:?-{2,}:?\s*")


@dataclass(slots=True)
class Row:
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
class Section:
    """A table with what stands before and after it; row indexes in order."""

    start: int
    header: int
    body: int
    end: int = 0


def cut_rows(text: str, delimiter: str, place: str, start: int) -> Iterator[Row]:
    """Yield the rows of delimited text from ``start`` on.

    Raises:
        RefusedError: a row has more columns than any table.
    """
    cells: list[Token] = []
    n_rows = 0
    for token in tokens(text, delimiter, start):
        cells.append(token)
        if token.after == delimiter:
            if len(cells) >= MAX_COLUMNS:
                raise too_many_columns(f"{place}: row {n_rows + 1}")
            continue
        n_rows += 1
        texts = [_plain(text, cell) for cell in cells]
        yield Row(cells, texts, cells[0].start, token.end, token.end + len(token.after))
        cells = []


def _plain(text: str, token: Token) -> str:
    plain = text[token.start : token.end].strip()
    return plain.strip('"').replace('""', '"').strip() if token.is_quoted else plain


def drop_frames(rows: list[Row]) -> None:
    """Take the bars at both ends off each row, and the rules of dashes between rows."""
    for row in rows:
        if len(row.cells) > 2 and not row.texts[0] and not row.texts[-1]:
            first, last = row.cells[0], row.cells[-1]
            row.before = [Drop(first.start, first.end + 1, "delimiter")]
            row.after = [Drop(row.cells[-2].end, last.end, "delimiter")]
            row.cells, row.texts = row.cells[1:-1], row.texts[1:-1]
        if row.n_filled and all(_RULE.fullmatch(text) for text in row.texts):
            row.dropped = "markup"


def mend_row(text: str, row: Row, width: int) -> bool:
    """Join the cells of a row with too many that a comma of a number or sentence has cut.

    ``8,200 位`` without quotes is one cell; only where as many such commas stand in the row as it
    has cells too many.
    """
    cut = [
        index
        for index, (left, right) in enumerate(pairwise(row.cells))
        if left.after == "," and not (left.is_quoted or right.is_quoted)
        if _is_cut(text, left, right)
    ]
    if not cut or len(cut) != len(row.cells) - width:
        return False
    for index in reversed(cut):
        left, right = row.cells[index : index + 2]
        row.cells[index : index + 2] = [Token(left.start, right.end, False, right.after)]
    row.texts = [_plain(text, cell) for cell in row.cells]
    return True


def join_tail(text: str, row: Row, names: Sequence[str]) -> bool:
    """Join what is left over to the last column where commas cut the sentence said there."""
    tail = row.cells[len(names) - 1 :]
    is_said = columns.column_role(names[-1], ()) == "content" and len(names) > 1
    texts = row.texts[len(names) - 1 :]
    is_said = is_said and marks.is_ended(texts[-1]) and not any(map(marks.is_ended, texts[:-1]))
    if not is_said or any(cell.is_quoted for cell in tail) or not all(texts):
        return False
    row.cells[len(names) - 1 :] = [Token(tail[0].start, tail[-1].end, False, tail[-1].after)]
    row.texts = [_plain(text, cell) for cell in row.cells]
    return True


def _is_cut(text: str, left: Token, right: Token) -> bool:
    said = text[left.start : left.end]
    if _GROUP.search(said) and _GROUPED.match(text, right.start, right.end):
        return True
    return bool(said.strip()) and text.startswith(" ", right.start)


def find_sections(rows: Sequence[Row]) -> list[Section]:
    """Return the tables: each begins with the lines above its header."""
    if labels.has_labels([row.texts for row in rows if row.n_filled > 1]):
        first = next(index for index, row in enumerate(rows) if row.n_filled > 1)
        return [Section(0, first, first)]
    found: list[Section] = []
    names: list[str] = []
    index = 0
    while index < len(rows):
        if not columns.is_header_row(rows[index].texts, is_first=not names):
            index += 1
            continue
        if rows[index].texts == names and not _restarts(rows, index):
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
        found.append(Section(start if found else 0, header, body))
        index = body
    return found or [_headless(rows)]


def _restarts(rows: Sequence[Row], index: int) -> bool:
    """Tell a header that opens a new table from one repeated on a new page.

    A title stands right above it, or the rows below it are counted anew.
    """
    above = next((row for row in reversed(rows[:index]) if row.n_filled), None)
    if above is not None and is_line(above, rows[index].texts):
        return True
    roles = columns.column_roles(rows[index].texts, [])
    below = next((row for row in rows[index + 1 : index + 4] if row.n_filled), None)
    if below is None or "number" not in roles:
        return False
    column = roles.index("number")
    return column < len(below.texts) and marks.number_value(below.texts[column]) == 1


def is_line(row: Row, names: Sequence[str]) -> bool:
    """Tell whether a row holds one text at its start that is no row number: a line of prose."""
    is_lone = row.n_filled == 1 and bool(row.texts[0]) and len(names) > 1
    if not is_lone or marks.number_value(row.texts[0]) is not None:
        return False
    is_number = columns.column_role(names[0], ()) == "number"
    return len(row.cells) == 1 or (is_number and len(row.texts[0]) > 4)


def _group_start(rows: Sequence[Row], header: int, first: int) -> int:
    is_group = header > first and headers.is_group_row(rows[header - 1].texts, rows[header].texts)
    return header - is_group


def _headless(rows: Sequence[Row]) -> Section:
    """Return the only section of a table without known header words; its first row may name them.

    Short cells without digits, unlike those below them, are names.
    """
    width = max((row.n_filled for row in rows[:40]), default=0)
    first = next((i for i, r in enumerate(rows) if r.n_filled * 2 >= width and r.n_filled > 1), 0)
    names = rows[first].texts
    body = [row.texts for row in rows[first + 1 : first + 6] if row.n_filled]
    is_short = all(
        0 < len(n) <= 20 and (not any(map(str.isdigit, n)) or headers.PERIOD.fullmatch(n))
        for n in names
    )
    if not body or not is_short:
        return Section(0, first, first)
    guessed = columns.column_roles([], body)
    own = columns.column_roles([], [names])
    is_unlike = any(r and r != mine for r, mine in zip(guessed, own, strict=False))
    is_unlike = is_unlike or headers.names_numbers([names, *body])
    return Section(0, first, first + is_unlike)


def goes_on(row: Row, above: Row, names: Sequence[str]) -> int | None:
    """Return the column of the row above that a row holds nothing but more of, or None.

    That is the column it stands in, or the last one where the row has too few cells for it: the
    points of a list that an editor moved in by as many tabs as he liked.
    """
    if row.n_filled != 1 or row.texts[0] or len(above.texts) != len(names):
        return None
    column = next(index for index, text in enumerate(row.texts) if text)
    if len(row.cells) < len(names) and marks.is_point(row.texts[column]):
        column = len(names) - 1
    elif len(row.cells) != len(names):
        return None
    is_content = columns.column_role(names[column], ()) == "content"
    return column if is_content and above.texts[column] else None

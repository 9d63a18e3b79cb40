"""Find out whether text is a delimited table, by which delimiter, and cut it into cells.

Contract: pure and linear in the text; a tokenizer of our own, because the standard one tells no
positions.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language import columns

DELIMITERS = ",\t;|，｜│／/"
_SAMPLE = 100_000
_SAMPLED_ROWS = 40
_SAMPLED_CELLS = 4_000
_HEADER_ROWS = 10


class Token(NamedTuple):
    """One cell: its offsets with quotes, whether it is quoted, and the character after it."""

    start: int
    end: int
    is_quoted: bool
    after: str


def tokens(text: str, delimiter: str, start: int = 0) -> Iterator[Token]:
    r"""Yield the cells of ``text``; ``after`` is the delimiter, a line end, or empty at the end.

    A quote opens a quoted cell only at the start of the cell; one that is not closed before a
    delimiter is plain text.

    >>> [(t.start, t.end, t.is_quoted) for t in tokens('a,"b,c"\n', ",")]
    [(0, 1, False), (2, 7, True)]
    """
    plain = re.compile(f"[^{re.escape(delimiter)}\n]*")
    opening = re.compile(r' *"')
    closing = re.compile(f"(?: *)(?=[{re.escape(delimiter)}\n]|\\Z)")
    position = start
    is_unclosed = text.find('"', start) < 0
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


class Dialect(NamedTuple):
    """How well a delimiter fits a text.

    Attributes:
        delimiter: the character between cells.
        has_header: whether one of the first rows names columns.
        share: which part of the rows, 0..1, has the usual number of cells.
        n_rows: rows with that number in the sample.
        width: that number.
    """

    delimiter: str
    has_header: bool
    share: float
    n_rows: int
    width: int


def find_delimiter(text: str, ending: str) -> str:
    """Return the delimiter of a table file, empty if every row has one cell.

    The delimiter with a header row and the most regular rows wins; the one of the ending when two
    are alike.

    >>> find_delimiter("合作備忘錄一覽\\n城市;國家\\n臺北;臺灣\\n", "csv")
    ';'
    """
    wanted = "\t" if ending in ("tsv", "tab") else ","
    found = [fit(text, delimiter) for delimiter in DELIMITERS]
    # Other marks are those of prose unless they cut most rows alike.
    found = [d for d in found if (d.has_header and d.share >= 0.5) or d.delimiter in ",\t;|"]
    best = max(
        found, key=lambda d: (d.has_header, round(d.share, 1), d.delimiter == wanted, d.width)
    )
    return best.delimiter if best.width > 1 else ""


def sniff(text: str) -> str:
    """Return the delimiter of text that is a table without saying so in its name, else empty.

    A header row with three columns or more is required and nearly all rows after it must agree.

    >>> sniff("姊妹市一覽\\n序號,城市,國家,備註\\n1,函館,日本,好\\n2,大邱,韓國,好\\n")
    ','
    >>> sniff("臺北市長表示，今年，明年，後年都辦。\\n市長，局長，科長都來。")
    ''
    """
    found = [fit(text, d) for d in DELIMITERS if d != "\t" and _may_have_header(text, d)]
    good = [d for d in found if d.has_header and d.width >= 3 and d.n_rows >= 2 and d.share >= 0.8]
    return max(good, key=lambda d: (d.share, d.width)).delimiter if good else ""


def has_broken_cells(text: str) -> bool:
    r"""Tell whether text is a table with bars between its cells, some quoted over several lines.

    >>> has_broken_cells('序|城市|內容\n1|函館|"一、好\n二、好"\n2|大邱|好\n')
    True
    """
    bars = [bar for bar in "|｜│" if f'{bar}"' in text[:_SAMPLE]]
    return any(
        any(t.is_quoted and "\n" in text[t.start : t.end] for t in tokens(text[:_SAMPLE], bar))
        for bar in bars
        if sniff(text) == bar
    )


def _may_have_header(text: str, delimiter: str) -> bool:
    """Whether two rows may have three cells and one of the first names columns: a quick look."""
    if text.count(delimiter, 0, _SAMPLE) < 4:
        return False
    rows = list(itertools.islice(_sample(text, delimiter), _HEADER_ROWS))
    return header_row(rows) is not None


def fit(text: str, delimiter: str) -> Dialect:
    """Tell how regularly ``delimiter`` cuts the first rows of ``text``."""
    rows = list(_sample(text, delimiter))
    header = header_row(rows)
    counted = rows if header is None else rows[header:]
    counts = Counter(len(row) for row in counted if any(row))
    width, n_rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if header is not None and counts[len(rows[header])] * 2 >= n_rows:
        width, n_rows = len(rows[header]), counts[len(rows[header])]
    share = n_rows / max(1, counts.total()) if width > 1 else 0.0
    # A slash in a title cuts that alone: （5/30 場次）發言摘要.
    return Dialect(delimiter, header is not None and width > 1, share, n_rows, width)


def header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the first row that names columns, None if none of the first ten does."""
    return next((i for i, r in enumerate(rows[:_HEADER_ROWS]) if columns.is_header_row(r)), None)


def _sample(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the texts of the first rows that are not blank."""
    sample = text[:_SAMPLE]
    row: list[str] = []
    n_rows = 0
    for token in itertools.islice(tokens(sample, delimiter), _SAMPLED_CELLS):
        row.append(sample[token.start : token.end].strip().strip('"').strip())
        if token.after == delimiter:
            continue
        if any(row):
            yield row
            n_rows += 1
            if n_rows == _SAMPLED_ROWS:
                return
        row = []
    if not n_rows and any(row):
        yield row

"""Look over the lines of a table text before it is read: where headers, titles and tables begin.

Contract: pure; line numbers are indexes into the list of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import columns
from pipeline.language.column_words import header_role
from pipeline.readers import marks
from pipeline.readers.lines import Line, split_lines
from pipeline.readers.tables import headers, quoted_cells

TAGS = re.compile(r"<[^<>]{0,200}>")
# A cell has so many lines at most.
_MOST_LINES, _SEEN = 12, 6
# A label below a row, and what the rows above come to: 9人.
_LABELS, _LONGEST_LABEL = ("date", "number", "person", "remark", "representative"), 4
_FIGURE = re.compile(r"(?:共 ?)?\d[\d,.%]*[^\W\d_]{0,2}")


def is_table_text(text: str) -> bool:
    """Tell whether most of the text lies in lines of tab-separated cells.

    >>> is_table_text("編號\\t城市\\t內容\\n1\\t臺北\\t好\\n")
    True
    """
    lines = [line for line in quoted_cells.join(split_lines(text)) if not line.is_blank]
    with_tabs = [line for line in lines if "\t" in line.text.strip() and not _is_entry(line)]
    if len(with_tabs) < 2:
        return False
    rows = [cell_texts(line) for line in with_tabs[:40]]
    if any(columns.is_header_row(row, is_first=row is rows[0]) for row in rows):
        return True
    return len(with_tabs) * 2 >= len(lines)


def _is_entry(line: Line) -> bool:
    """Tell whether a tab only sets a label apart from what it labels: 時間：, then the time."""
    cells = [text for text in cell_texts(line) if text]
    return len(cells) == 2 and cells[0][-1] in "：:"


@dataclass(frozen=True, slots=True)
class Plan:
    """What can be told before reading: header rows, those that restart, titles above them.

    ``lower`` are header rows that go on with the one above them, ``last`` the last line of cells,
    ``broken`` the lines that go on within the last cell of the line above them.
    """

    headers: frozenset[int]
    restarts: frozenset[int]
    titles: frozenset[int]
    lower: frozenset[int]
    last: int
    broken: frozenset[int]


def make_plan(lines: Sequence[Line]) -> Plan:
    """Return where header rows stand, which of them begin a new table, and their titles."""
    upper, restarts, titles, lower = set(), set(), set(), set()
    above: int | None = None
    header: int | None = None
    before: list[str] = []
    is_after_blank = True
    last = -1
    for index, line in enumerate(lines):
        if line.is_blank or line.page_mark:
            is_after_blank = True
            continue
        if "\t" not in line.text.strip("\t "):
            above = index if is_after_blank and len(line.text) <= 80 else None
            is_after_blank, before = False, []
            continue
        last = index
        texts = cell_texts(line)
        if header is not None and headers.is_second_header(before, texts):
            lower.add(index)
        elif columns.is_header_row(texts, is_first=not before) or (
            not before and _names_numbers(lines, index)
        ):
            header = index
            if headers.is_group_row(before, texts):
                lower.add(index)
                header = index - 1
            upper.add(header)
            if above is not None:
                titles.add(above)
        elif header is not None:
            if marks.number_value(plain_number(texts[0])) == 1:
                restarts.add(header)
            header = None
        above = None
        is_after_blank, before = False, texts
    heads = frozenset(upper | lower)
    broken = frozenset(_broken(lines, heads))
    return Plan(heads, frozenset(restarts), frozenset(titles), frozenset(lower), last, broken)


def _names_numbers(lines: Sequence[Line], first: int) -> bool:
    """Tell whether a line of cells names columns of figures in the lines right below it."""
    rows = []
    for line in lines[first : first + _SEEN]:
        if "\t" not in line.text.strip():
            break
        rows.append(cell_texts(line))
    is_even = len({len(row) for row in rows}) == 1
    return is_even and not any(map(str.isdigit, rows[0][0])) and headers.names_numbers(rows)


def _broken(lines: Sequence[Line], heads: frozenset[int]) -> Iterator[int]:
    """Yield the lines that belong to a cell with line ends in it, up to the rest of its row.

    日本\\n熊本市 as one cell: a numbered row too short for its header, and below it lines without
    a number that have just the cells it lacks.  Where no row has a number, the last cell of such a
    row is what is told.
    """
    width, roles = 0, [""]
    for index, line in enumerate(lines):
        cells = line.text.count("\t") + 1
        if index in heads:
            width, roles = cells, list(map(header_role, cell_texts(line)))
        if index in heads or not 1 < cells < width:
            continue
        is_numbered = _number(line) is not None
        if not is_numbered and "number" in roles:
            continue
        if roles[cells - 1] != "content" and (not is_numbered or {*roles[cells:]} == {"remark"}):
            continue  # what is left out at its end is empty
        for at in range(index + 1, min(index + 1 + _MOST_LINES, len(lines))):
            below = lines[at]
            more = below.text.count("\t")
            is_rest = not more or (_number(below) is None and below.text[0] not in "\t ")
            if more and not is_numbered:  # places and names that begin a row end no sentence
                is_rest = is_rest and marks.is_ended(below.text.partition("\t")[0])
            if below.is_blank or below.page_mark or at in heads or not is_rest or _is_own(below):
                break
            cells += more
            if cells >= width:
                yield from range(index + 1, at + 1 if cells == width else index)
                break


def _is_own(line: Line) -> bool:
    """Tell whether a line below a row is none of it: 合計 | 3位, 備註 | 無, 列席：李小華."""
    first, *others = (text for text in cell_texts(line) if text)
    if headers.is_note(first) or first[-1] in "：:":
        return True
    is_name = len(first) <= _LONGEST_LABEL and header_role(first) in _LABELS
    return bool(others) and (is_name or all(map(_FIGURE.fullmatch, others)))


def _number(line: Line) -> int | None:
    return marks.number_value(plain_number(line.text.partition("\t")[0].strip()))


def cell_texts(line: Line) -> list[str]:
    """Return the cells of a line without tags, quotes and spaces around them."""
    return [TAGS.sub("", cell).strip().strip('"').strip() for cell in line.text.split("\t")]


def plain_number(text: str) -> str:
    """Return a printed row number without its marks."""
    return text.strip("()（）.．、 ")

"""Find tables that lost their columns when they were copied: one space or line end between cells.

Contract: pure; only below a header row of known names, and only where row numbers in sequence,
blank lines or the ends of sentences tell the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import columns
from pipeline.readers import marks
from pipeline.readers.lines import Line, is_rule
from pipeline.readers.tables import headers
from pipeline.readers.tables.drawn_rows import Area, Cell, DrawnRow, gap_cells

_TOKEN = re.compile(r"\S+")
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})[.．、)）]?\s+(?=\S)")
_LONG = 12
_NAME = 40
_LEAST = 3
_MOST_NAMES = 12
# Lines a row may have: rows further apart are none of one table.
_FAR = 100


def find_listed(lines: Sequence[Line], first: int) -> Area | None:
    """Return the table that begins at a line, None if there is none."""
    text = lines[first].text
    if len(text) > 120:
        return _numbered(lines, first) if _NUMBERED.match(text) else None
    tokens = [match.group() for match in _TOKEN.finditer(text)]
    if 3 <= len(tokens) <= _MOST_NAMES and columns.is_header_row(tokens):
        return _by_spaces(lines, first, tokens)
    if len(tokens) == 1:
        is_name = len(text.strip()) <= _LONG and columns.column_role(tokens[0], ()) != "other"
        return _by_lines(lines, first) if is_name else None
    return _numbered(lines, first) if _NUMBERED.match(text) else None


def _starts(lines: Sequence[Line], first: int, pattern: re.Pattern[str]) -> list[int]:
    """Return the lines that open with 1, 2, 3 ... in sequence."""
    found: list[int] = []
    for index in range(first, len(lines)):
        match = pattern.match(lines[index].text)
        if match and marks.number_value(match["number"]) == len(found) + 1:
            found.append(index)
        elif (not found and not lines[index].is_blank) or (found and index > found[-1] + _FAR):
            break
    return found


def _last(lines: Sequence[Line], start: int) -> int:
    """Return where the last row ends: at a note, a rule, or a gap behind a sentence."""
    end = start + 1
    for index in range(start + 1, min(start + _FAR, len(lines))):
        line = lines[index]
        if line.is_blank or is_rule(line.text) or headers.is_note(line.text):
            break
        end = index + 1
    return end


# --- one space between cells ----------------------------------------------------------------


def _by_spaces(lines: Sequence[Line], first: int, names: Sequence[str]) -> Area | None:
    """Return the table of numbered lines below a header whose names have one space between."""
    roles = [columns.column_role(name, ()) for name in names]
    if roles[0] != "number":
        return None
    starts = _starts(lines, first + 1, _NUMBERED)
    if len(starts) < 2:
        return None
    header = [Cell(i, m.start(), m.end()) for i, m in enumerate(_TOKEN.finditer(lines[first].text))]
    rows = [DrawnRow([(first, header)], is_header=True)]
    end = _last(lines, starts[-1])
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        cells = _cut(lines[start].text, roles)
        if cells is None:
            return None
        row = DrawnRow([(start, cells)])
        for index in range(start + 1, stop):
            if not (lines[index].is_blank or lines[index].page_mark):
                row.lines.append((index, [_whole(lines[index].text, len(names) - 1)]))
        rows.append(row)
    return Area(first, end, rows)


def _whole(text: str, column: int) -> Cell:
    start = len(text) - len(text.lstrip())
    return Cell(column, start, len(text.rstrip()))


def _cut(text: str, roles: Sequence[str]) -> list[Cell] | None:
    """Cut a line at its spaces: what was said begins at the first long word, names before it.

    Latin words side by side are one name; where words are left over they belong to the name.
    """
    spans = [match.span() for match in _TOKEN.finditer(text)]
    said = next((i for i, (a, b) in enumerate(spans) if i >= 2 and _is_said(text[a:b])), -1)
    if said < 0:
        return None
    names: list[tuple[int, int]] = []
    for start, end in spans[1:said]:
        if names and text[start].isascii() and text[names[-1][1] - 1].isascii():
            names[-1] = (names[-1][0], end)
        else:
            names.append((start, end))
    wanted = len(roles) - 2
    if len(names) < wanted:
        return None
    people = [i for i, role in enumerate(roles[1:-1]) if role in ("person", "representative")]
    column = people[-1] if people else wanted - 1
    extra = len(names) - wanted
    names[column : column + extra + 1] = [(names[column][0], names[column + extra][1])]
    whole = [spans[0], *names, (spans[said][0], len(text.rstrip()))]
    return [Cell(i, start, end) for i, (start, end) in enumerate(whole)]


def _is_said(token: str) -> bool:
    is_wide = any(character >= "\u2e80" for character in token)
    return is_wide and (len(token) >= _LONG or any(sign in token for sign in "，。；：「"))


# --- one line for each cell -----------------------------------------------------------------


def _by_lines(lines: Sequence[Line], first: int) -> Area | None:
    """Return the table whose names, and then the cells of each row, stand on lines of their own."""
    named: list[int] = []
    after = first
    while after < len(lines) and len(named) < _MOST_NAMES:
        text = lines[after].text.strip()
        if text and (len(text) > _LONG or columns.column_role(text, ()) == "other"):
            break
        named += [after] if text else []
        after += 1
    names = [lines[index].text.strip() for index in named]
    if len(names) < _LEAST or len(set(names)) < len(names) or not columns.is_header_row(names):
        return None
    roles = [columns.column_role(name, ()) for name in names]
    rows = [DrawnRow([(i, [_whole(lines[i].text, c)]) for c, i in enumerate(named)])]
    rows[0].is_header = True
    if roles[0] == "number":
        found = list(_numbered_cells(lines, after, len(names)))
    else:
        found = _ended_cells(lines, after, len(names)) if roles[-1] == "content" else []
    if len(found) < 2:
        return None
    rows += found
    return Area(first, rows[-1].lines[-1][0] + 1, rows)


_NUMBER_LINE = re.compile(r"\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})[.．、]?\s*\Z")


def _numbered_cells(lines: Sequence[Line], first: int, width: int) -> Iterator[DrawnRow]:
    """Yield the rows whose cells stand one below the other, each after the next number."""
    starts = _starts(lines, first, _NUMBER_LINE)
    if len(starts) < 2:
        return
    end = min(starts[-1] + _FAR, len(lines))
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        row = DrawnRow([])
        for index in range(start, stop):
            text = lines[index].text
            is_over = len(row.lines) >= width and headers.is_note(text)
            if is_over or (stop == end and len(row.lines) >= width and not text.strip()):
                break
            if text.strip() and not is_rule(text):
                column = min(len(row.lines), width - 1)
                row.lines.append((index, [_whole(text, column)]))
        if len(row.lines) < width:
            return
        yield row


def _ended_cells(lines: Sequence[Line], first: int, width: int) -> list[DrawnRow]:
    """Return the rows of short cells and one of sentences below each other, none if they are few.

    What is said may go on over lines; a short line behind its end begins the next row.
    """
    rows: list[DrawnRow] = []
    own: list[tuple[int, list[Cell]]] = []
    for index in range(first, len(lines)):
        text = lines[index].text.strip()
        if not text or lines[index].page_mark:
            continue
        is_short = len(text) <= _NAME and not marks.is_ended(text)
        is_whole = len(own) >= width and marks.is_ended(lines[own[-1][0]].text)
        if is_whole and (headers.is_note(text) or is_rule(text)):
            break
        if (is_whole or not rows) and is_short:
            own = []
            rows.append(DrawnRow(own))
        elif not rows or (len(own) < width - 1 and not is_short) or index - own[0][0] > _FAR:
            break
        own.append((index, [_whole(lines[index].text, min(len(own), width - 1))]))
    if not (len(own) >= width and marks.is_ended(lines[own[-1][0]].text)):
        rows = rows[:-1]
    is_clear = not any(_may_hide_a_row(lines, row, width) for row in rows)
    return rows if len(rows) >= _LEAST and is_clear else []


def _may_hide_a_row(lines: Sequence[Line], row: DrawnRow, width: int) -> bool:
    """Tell whether a short line within what is said may be the first cell of another row."""
    inner = [lines[index].text.strip() for index, _ in row.lines[width - 1 : -1]]
    return any(len(text) < _LONG and not marks.is_ended(text) for text in inner)


# --- numbered lines without a header ---------------------------------------------------------


def _numbered(lines: Sequence[Line], first: int) -> Area | None:
    """Return the table of lines numbered from 1 that all have as many cells between gaps."""
    starts = _starts(lines, first, _NUMBERED)
    if len(starts) < _LEAST or starts[0] != first:
        return None
    rows = []
    width = 0
    for index in starts:
        match = _NUMBERED.match(lines[index].text)
        assert match is not None
        at = match.end()
        cells = [Cell(0, *match.span("number"))]
        cells += [Cell(c + 1, at + a, at + b) for c, a, b in _parted(lines[index].text[at:])]
        width = width or len(cells)
        if len(cells) != width or width < 4 or cells[-1].end - cells[-1].start < _LONG:
            return None
        rows.append(DrawnRow([(index, cells)]))
    return Area(first, starts[-1] + 1, rows) if _are_near(lines, starts) else None


def _parted(text: str) -> list[Cell]:
    """Return the cells of a line between gaps, or between strokes where it has no gaps."""
    cells = gap_cells(text)
    if len(cells) >= _LEAST:
        return cells
    spans = [match.span() for match in re.finditer(r"[^／｜|]+", text)]
    return [
        Cell(column, start + len(said) - len(said.lstrip()), start + len(said.rstrip()))
        for column, (start, end) in enumerate(spans)
        if (said := text[start:end]).strip()
    ]


def _are_near(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Tell whether nothing but blank lines stands between the rows."""
    own = set(starts)
    between = range(starts[0], starts[-1])
    return all(index in own or lines[index].is_blank for index in between)

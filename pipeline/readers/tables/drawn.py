"""Read tables drawn in text: Markdown, boxes of signs, columns set apart by spaces or line by line.

Contract: what stands around such a table is read as prose or transcript; bars, rules and gaps are
accounted for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence

from pipeline.language import columns, views
from pipeline.readers import cues, marks, transcript
from pipeline.readers.lines import Line
from pipeline.readers.tables import drawn_breaks, drawn_rows, labels
from pipeline.readers.tables.drawn_rows import Area, Cell, DrawnRow
from pipeline.readers.tables.grid import Written
from pipeline.readers.tables.listed import find_listed
from pipeline.readers.tables.spaced import find_headless, find_spaced
from pipeline.readers.wraps import find_wrap

_LEAST_SAID, _LEAST_COLUMNS = 20, 3
_HOME_PAGE = views.pattern("(?:^|[|│｜>»/])[ ]*回?(?:首頁|home)[ ]*(?:$|[|│｜>»/])", re.IGNORECASE)
# A title may stand in cells of its own above the header: 發言彙整表 | 112年5月16日 | | .
_MOST_TITLES = 3


_FINDERS: tuple[Callable[[Sequence[Line], int], Area | None], ...] = (
    find_spaced,
    find_listed,
    find_headless,
)


def find_areas(lines: Sequence[Line]) -> list[Area]:
    """Return the tables drawn among ``lines``, whose page furniture is marked; in order.

    >>> from pipeline.readers.lines import split_lines
    >>> areas = find_areas(split_lines("會議\\n| 編號 | 城市 |\\n|---|---|\\n| 1 | 臺北 |\\n"))
    >>> [(area.first, area.end, len(area.rows)) for area in areas]
    [(1, 4, 2)]
    """
    found: list[Area] = []
    index = 0
    while index < len(lines):
        area, index = _area(lines, index)
        if area is not None:
            found.append(area)
    return found


def _area(lines: Sequence[Line], first: int) -> tuple[Area | None, int]:
    """Return the table that begins at a line, if any, and where to look on."""
    if lines[first].is_blank:
        return None, first + 1
    end, is_apart = _end_apart(lines, first)
    if end > first and not is_apart:  # single lines above a table: not looked at again
        return None, end
    breaks: dict[int, int] = {}
    if not is_apart:
        end, breaks = drawn_breaks.end_of_bars(lines, first)
    if end > first:
        area = _barred(lines, first, end, breaks)
        return area, end
    found = (finder(lines, first) for finder in _FINDERS)
    area = next((area for area in found if area is not None), None)
    return area, area.end if area else first + 1


def _end_apart(lines: Sequence[Line], first: int) -> tuple[int, bool]:
    """Return where lines with bars end that have blank lines between them, and whether all do.

    Where two stand next to each other, the first of these is the end, and the answer is no.
    """
    end = first
    while end < len(lines) and drawn_breaks.is_barred(lines[end]):
        below = end + 1
        while below < len(lines) and lines[below].is_blank:
            below += 1
        if below == len(lines) or not drawn_breaks.is_barred(lines[below]):
            return end + 1, True
        if below == end + 1:
            return end, False
        if end == first and not _is_as_wide(lines[end], lines[below]):
            return end + 1, True
        end = below
    return end, False


def _is_as_wide(line: Line, below: Line) -> bool:
    """Tell whether a line has as many cells as the one below it, which may be a rule."""
    return drawn_breaks.is_rule(below) or len(drawn_breaks.BAR.findall(line.text)) == len(
        drawn_breaks.BAR.findall(below.text)
    )


def _barred(lines: Sequence[Line], first: int, end: int, breaks: Mapping[int, int]) -> Area | None:
    """Return the table that lines with bars make: under a rule, a header, or in even rows.

    The lines of ``breaks`` go on with the row above, from the column given.
    """
    rules = [drawn_breaks.is_rule(line) for line in lines[first:end]]
    told = [i for i in range(first, end) if not (rules[i - first] or lines[i].is_blank)]
    is_open = bool(told) and drawn_breaks.BAR.match(lines[told[0]].text.lstrip()) is None
    cells = {
        i: _bar_cells(lines[i].text, is_open=is_open or i in breaks, first=breaks.get(i, 0))
        for i in told
    }
    if len(cells) < 2:
        return None
    if not any(rules[:4]):
        return _even(lines, first, end, cells, breaks)
    opening = rules.index(False)
    n_headers = rules.index(True, opening) - opening if True in rules[opening:-1] else 0
    if n_headers == 0 or n_headers > 2:
        n_headers = int(columns.is_header_row(_texts(lines, first + opening, cells)))
    rows: list[DrawnRow] = []
    head = range(first + opening, first + opening + n_headers)
    rows += [DrawnRow([(i, cells[i])], is_header=True) for i in head if cells.get(i)]
    groups = _groups(range(first + opening + n_headers, end), cells)
    number = _number_column(lines, cells, rows)
    for group in groups:
        if len(groups) > 1:
            rows.append(DrawnRow([(i, cells[i]) for i in group]))
            _reach(rows, number)
            continue
        for index in group:
            is_open_row = bool(rows) and not rows[-1].is_header
            if is_open_row and (
                index in breaks or _goes_on(lines, rows[-1], index, cells[index], number)
            ):
                rows[-1].lines.append((index, cells[index]))
            else:
                rows.append(DrawnRow([(index, cells[index])]))
                _reach(rows, number)
    _mark_second_header(lines, rows, cells)
    return Area(first, end, rows, breaks=frozenset(breaks)) if len(rows) > 1 else None


def _mark_second_header(
    lines: Sequence[Line], rows: Sequence[DrawnRow], cells: dict[int, list[Cell]]
) -> None:
    """Let a row right below the header that names the same columns, in English say, be one too."""
    names = [_texts(lines, row.lines[0][0], cells) for row in rows[:2]]
    is_one = len(rows) > 2 and rows[0].is_header and len(rows[1].lines) == 1
    if (
        is_one
        and columns.is_header_row(names[0])
        and columns.is_header_row(names[1], is_first=False)
    ):
        rows[1].is_header = True


def _groups(indexes: range, cells: dict[int, list[Cell]]) -> list[list[int]]:
    """Return the lines between rules."""
    groups: list[list[int]] = [[]]
    for index in indexes:
        if index not in cells:
            groups.append([])
        elif cells[index]:
            groups[-1].append(index)
    return [group for group in groups if group]


def _number_column(
    lines: Sequence[Line], cells: dict[int, list[Cell]], rows: Sequence[DrawnRow]
) -> int:
    """Return the column that numbers the rows, -1 if none does."""
    names = _texts(lines, rows[0].lines[0][0], cells) if rows else []
    roles = [columns.column_role(name, ()) for name in names]
    return roles.index("number") if "number" in roles else -1


def _reach(rows: Sequence[DrawnRow], number: int) -> None:
    """Let the first cells of the row above stand for a row that leaves them empty."""
    filled = {cell.column for _, cells in rows[-1].lines for cell in cells}
    has_above = len(rows) > 1 and not rows[-2].is_header
    if has_above and 0 not in filled and len(filled) > 1:
        rows[-1].reaches = tuple(column for column in range(min(filled)) if column != number)


def _goes_on(
    lines: Sequence[Line], row: DrawnRow, index: int, cells: Sequence[Cell], number: int
) -> bool:
    """Tell whether a line of a box without rules between its rows goes on with the row above."""
    if not cells or cells[0].column == 0:
        return False
    if len(cells) == 1 or (number >= 0 and not drawn_rows.names_another(lines, row, index, cells)):
        return True
    at, above = row.lines[-1]
    return not marks.is_ended(lines[at].text[above[-1].start : above[-1].end])


def _even(
    lines: Sequence[Line],
    first: int,
    end: int,
    cells: dict[int, list[Cell]],
    breaks: Mapping[int, int],
) -> Area | None:
    """Return the table of lines with as many cells: three or more, or two under a header.

    Under a header a row may leave cells empty; a third of the rows may hold more or fewer.
    """
    rows: list[DrawnRow] = []
    n_bars: list[int] = []
    for index, own in cells.items():
        if rows and index in breaks:
            rows[-1].lines.append((index, own))
            n_bars[-1] += drawn_breaks.n_bars(lines[index])
        elif own:
            rows.append(DrawnRow([(index, own)]))
            n_bars.append(drawn_breaks.n_bars(lines[index]))
    texts = [_texts(lines, index, cells) for index in cells]
    if not breaks and labels.has_labels(texts):
        return Area(first, end, rows)
    heads = [_texts(lines, row.lines[0][0], cells) for row in rows[:_MOST_TITLES]]
    head = next((i for i, own in enumerate(heads) if columns.is_header_row(own)), -1)
    if head >= 0:
        rows, n_bars = rows[head:], n_bars[head:]
        rows[0].is_header = True
        _mark_second_header(lines, rows, cells)
        first = rows[0].lines[0][0]
        is_even = 3 * n_bars.count(n_bars[0]) >= 2 * len(rows)
        # Two columns make a table if no row has more or fewer: 發言人 | 發言內容.
        # A member and a question, 議員 | 何時完成？, are no header.
        is_asked = any(map(marks.is_ended, heads[head]))
        least = _LEAST_COLUMNS - (len(rows) > 2 and len(set(n_bars)) == 1 and not is_asked)
        is_table = len(heads[head]) >= least and len(rows) > 1 and is_even
        return Area(first, end, rows, breaks=frozenset(breaks)) if is_table else None
    width = len(heads[0]) if rows else 0
    if width < _LEAST_COLUMNS or len(rows) < 2:
        return None
    if breaks or any(len(own) != width for own in cells.values()):
        return None
    is_programme = any(marks.CLOCK.match(own[0]) for own in texts)
    said = min(max(map(len, own)) for own in texts)
    is_told = len(rows) >= 3 and said >= _LEAST_SAID and not is_programme
    is_framed = len(rows) >= 3 and all(_is_framed(lines[index].text) for index in cells)
    is_framed = is_framed and not any(_is_of_site(lines[index].text) for index in cells)
    return Area(first, end, rows) if is_told or is_framed else None


def _is_framed(text: str) -> bool:
    """Tell whether a line begins and ends with bars, as only rows of a table do."""
    row = text.strip()
    return all(map(drawn_breaks.BAR.match, (row, row[-1:])))


def _is_of_site(text: str) -> bool:
    """Tell whether a line leads through a site, which may be framed like a table."""
    return _HOME_PAGE.search(views.fold(text)) is not None or cues.is_boilerplate(text)


def _texts(lines: Sequence[Line], index: int, cells: dict[int, list[Cell]]) -> list[str]:
    return [lines[index].text[cell.start : cell.end] for cell in cells[index]]


def _bar_cells(text: str, *, is_open: bool, first: int = 0) -> list[Cell]:
    """Return the filled cells between bars.

    Bars at the ends of the line only frame it; but where the head has none at its beginning
    (``is_open``), one there stands behind an empty first cell. Columns count from ``first``.
    """
    bars = [match.start() for match in drawn_breaks.BAR.finditer(text)]
    edges = [-1, *bars, len(text)]
    spans = [(edges[i] + 1, edges[i + 1]) for i in range(len(edges) - 1)]
    if len(spans) > 1 and not is_open and not text[: spans[0][1]].strip():
        spans = spans[1:]
    if len(spans) > 1 and not text[spans[-1][0] :].strip():
        spans = spans[:-1]
    cells = []
    for column, (start, end) in enumerate(spans, first):
        said = text[start:end]
        low = start + len(said) - len(said.lstrip())
        if said.strip():
            cells.append(Cell(column, low, low + len(said.strip())))
    return cells


def read_lines(written: Written, lines: Sequence[Line], areas: Sequence[Area]) -> None:
    """Read lines among which tables are drawn."""
    ends = [0, *(area.end for area in areas)]
    firsts = [*(area.first for area in areas), len(lines)]
    outside = [lines[end:first] for end, first in zip(ends, firsts, strict=True)]
    around = find_wrap(list(itertools.chain(*outside)))
    for stretch, area in itertools.zip_longest(outside, areas):
        if stretch:
            transcript.write_lines(written, stretch, around)
        if area:
            drawn_rows.write(written, lines, area)

"""Read tables drawn in text: Markdown, boxes of signs, columns set apart by spaces.

Contract: what stands around such a table is read as prose or transcript; bars, rules and gaps are
accounted for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import columns
from pipeline.readers import transcript
from pipeline.readers.canonical import Atom
from pipeline.readers.cells import Drop, Part
from pipeline.readers.clean import Clean
from pipeline.readers.grid import GridRow, Written, write_table
from pipeline.readers.lines import Line, mark_page_furniture, split_lines

_BARS = "|│┃║"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(
    r"[ \t\u3000]*(?=[^\n]*[-=─━═])(?=[^\n]*[+|│┃║├┼┬┴┌└╔╠╚╬╦╩┏┣┗╋╭╰])"
    r"[-=:+|─━═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╭╮╰╯ \t\u3000]{3,}"
)
_GAP = re.compile(r"(?<=\S)(?:[ \t]{2,}|[ \t]*\u3000[ \t\u3000]*)(?=\S)")
_BLANKS = re.compile(r"[\t\u3000]|  ")
_INDENT = re.compile(r"[ \t]{4,}|[ \t]*\u3000\u3000")


class Area(NamedTuple):
    """A table among the lines: first line, line after the last, header lines, kind of cells."""

    first: int
    end: int
    n_headers: int
    has_bars: bool


def find_areas(lines: Sequence[Line]) -> list[Area]:
    """Return the tables drawn among ``lines``, in order.

    >>> find_areas(split_lines("會議\\n| 編號 | 城市 |\\n|---|---|\\n| 1 | 臺北 |\\n"))
    [Area(first=1, end=4, n_headers=1, has_bars=True)]
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
    end = first
    while end < len(lines) and _is_barred(lines[end]):
        end += 1
    area = _barred(lines, first, end) if end > first else _spaced(lines, first)
    return area, area.end if area else max(end, first + 1)


def _is_barred(line: Line) -> bool:
    return _BAR.search(line.text) is not None or _is_rule(line)


def _is_rule(line: Line) -> bool:
    return len(line.text) <= 2000 and _RULE.fullmatch(line.text) is not None


def _barred(lines: Sequence[Line], first: int, end: int) -> Area | None:
    """Return the table that lines with bars make if there is a rule among the first ones."""
    if not any(map(_is_rule, lines[first : min(first + 4, end)])):
        return None
    rules = [_is_rule(line) for line in lines[first:end]]
    if rules.count(False) < 2:
        return None
    opening = rules.index(False)
    n_headers = rules.index(True, opening) - opening if True in rules[opening:-1] else 0
    if n_headers == 0 or n_headers > 2:
        head = lines[first + opening]
        cells = [head.text[start:stop].strip() for start, stop in _bar_cells(head)]
        n_headers = int(columns.is_header_row(cells))
    return Area(first, end, n_headers, has_bars=True)


def _spaced(lines: Sequence[Line], first: int) -> Area | None:
    """Return the table set with spaces whose header row is a line."""
    if not _BLANKS.search(lines[first].text):
        return None
    header = _gap_cells(lines[first], 0)
    names = [lines[first].text[start:end] for start, end in header]
    if len(names) < 3 or not columns.is_header_row(names):
        return None
    n_rows, end, index = 0, first + 1, first + 1
    while index < len(lines):
        line = lines[index]
        if len(_gap_cells(line, len(names))) == len(names):
            n_rows += 1
        elif not line.is_blank and not (n_rows and _is_continued(line)):
            break
        index += 1
        end = end if line.is_blank else index
    return Area(first, end, 1, has_bars=False) if n_rows >= 2 else None


def _is_continued(line: Line) -> bool:
    return _INDENT.match(line.text) is not None and len(_gap_cells(line, 0)) == 1


def _bar_cells(line: Line) -> list[tuple[int, int]]:
    """Return the cells between bars; bars at the ends of the line only frame it."""
    bars = [match.start() for match in re.finditer(f"[{_BARS}]", line.text)]
    edges = [-1, *bars, len(line.text)]
    cells = [(edges[i] + 1, edges[i + 1]) for i in range(len(edges) - 1)]
    if len(cells) > 1 and not line.text[: cells[0][1]].strip():
        cells = cells[1:]
    if len(cells) > 1 and not line.text[cells[-1][0] :].strip():
        cells = cells[:-1]
    return cells


def _gap_cells(line: Line, most: int) -> list[tuple[int, int]]:
    """Return the cells between gaps, at most so many if not 0."""
    cells: list[tuple[int, int]] = []
    start = len(line.text) - len(line.text.lstrip())
    stop = len(line.text.rstrip())
    for gap in _GAP.finditer(line.text, start, stop):
        if len(cells) == most - 1:
            break
        cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, stop)] if start < stop else cells


def read(clean: Clean, written: Written, areas: Sequence[Area]) -> None:
    """Read clean text in which tables are drawn."""
    lines = split_lines(clean.text)
    mark_page_furniture(lines)
    position = 0
    for area in areas:
        if position < area.first:
            transcript.write_lines(written, lines[position : area.first])
        _write_area(written, lines, area)
        position = area.end
    if position < len(lines):
        transcript.write_lines(written, lines[position:])


def _write_area(written: Written, lines: Sequence[Line], area: Area) -> None:
    rows: list[GridRow] = []
    waiting: list[Drop] = []
    text = written.draft.clean.text
    n_columns = len(_gap_cells(lines[area.first], 0))
    for line in lines[area.first : area.end]:
        end = min(line.end + 1, len(text))
        is_dropped = line.is_blank or (area.has_bars and _is_rule(line))
        if is_dropped or line.page_mark:
            rule = line.page_mark or ("blank_line" if line.is_blank else "markup")
            waiting.append(Drop(line.start, end, rule))
        elif not area.has_bars and rows and _is_continued(line):
            _continue(rows[-1], line, end, waiting)
            waiting = []
        else:
            cells = _bar_cells(line) if area.has_bars else _gap_cells(line, n_columns)
            row = _row(line, end, cells)
            row.before = [*_dropped(waiting), *row.before]
            row.is_header = len(rows) < area.n_headers
            rows.append(row)
            waiting = []
    rows[-1].after += _dropped(waiting)
    write_table(written, rows)


def _row(line: Line, end: int, cells: Sequence[tuple[int, int]]) -> GridRow:
    at = line.start
    row = GridRow([[Part(at + start, at + stop)] for start, stop in cells])
    row.before = _dropped([Drop(at, at + cells[0][0], "delimiter")])
    for (_, start), (stop, _) in itertools.pairwise(cells):
        row.separators.append([Atom("replaced", at + start, at + stop, "\t", "delimiter")])
    row.after = _dropped([Drop(at + cells[-1][1], line.end, "delimiter")])
    row.after += [Atom("copied", line.end, end, "\n", "copy")] if line.end < end else []
    return row


def _continue(row: GridRow, line: Line, end: int, waiting: Sequence[Drop]) -> None:
    """Join a line to the last cell of the row above it."""
    drops = [Drop(a.start, a.end, "line_break" if a.op == "copied" else a.rule) for a in row.after]
    part = Part(line.start, line.end, "line", (*drops, *waiting))
    row.cells[-1].append(part)
    row.after = [Atom("copied", line.end, end, "\n", "copy")] if line.end < end else []


def _dropped(drops: Sequence[Drop]) -> list[Atom]:
    return [Atom("dropped", d.start, d.end, "", d.rule) for d in drops if d.start < d.end]

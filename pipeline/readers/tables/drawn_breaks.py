"""Where a table of bars ends, though cells of it may be broken over lines without bars.

Contract: pure; line numbers are indexes into the list of lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.columns import is_header_row
from pipeline.readers.lines import Line

BARS = "|│┃║｜"
BAR = re.compile(f"[{BARS}]")
RULE = re.compile(
    r"[ \t\u3000]*(?=[^\n]*[-=─━═－＝])(?=[^\n]*[+＋|｜│┃║├┼┬┴┌└╔╠╚╬╦╩┏┣┗╋╭╰])"
    r"[-=－＝:+＋|｜─━═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╭╮╰╯ \t\u3000]{3,}"
)
_LONGEST_RULE = 2000
# A cell is broken over so many lines at most, and such a table has three columns at least.
_MOST_LINES, _LEAST_BARS = 12, 2


def is_rule(line: Line) -> bool:
    """Tell whether a line is drawn between rows: |---|---|."""
    return len(line.text) <= _LONGEST_RULE and RULE.fullmatch(line.text) is not None


def is_barred(line: Line) -> bool:
    """Tell whether bars part a line, or it is a rule."""
    return BAR.search(line.text) is not None or is_rule(line)


def end_of_bars(lines: Sequence[Line], first: int) -> tuple[int, dict[int, int]]:
    """Return where a table of bars ends, and its lines that go on with the row above them.

    The latter with the column their first words belong to.
    """
    end = first
    breaks: dict[int, int] = {}
    width = n_bars(lines[first])
    is_framed = BAR.match(lines[first].text.lstrip()) is not None
    row = first
    while end < len(lines):
        if is_barred(lines[end]) and not _is_short(lines, row, end, width):
            row, end = end, end + 1
            continue
        found = _broken(lines, row, end, width, is_framed) if width >= _LEAST_BARS else {}
        if not found:
            if not is_barred(lines[end]):
                break
            row, end = end, end + 1
            continue
        breaks.update(found)
        end = max(found) + 1
    return end, breaks


def n_bars(line: Line) -> int:
    """Return how many bars part a line."""
    return len(BAR.findall(line.text))


def _is_short(lines: Sequence[Line], row: int, end: int, width: int) -> bool:
    """Tell whether a line with bars is what its row lacks: 4 | Oslo | 公園 above 三座 | 2027."""
    own, here = n_bars(lines[row]), n_bars(lines[end])
    lacks = end == row + 1 and not is_rule(lines[row]) and not is_rule(lines[end])
    return lacks and own < width and own + here == width


def _is_header(line: Line) -> bool:
    """Tell whether a line names the columns of a table of its own."""
    return is_header_row([cell.strip() for cell in BAR.split(line.text)])


def _broken(
    lines: Sequence[Line], row: int, first: int, width: int, is_framed: bool
) -> dict[int, int]:
    """Return the lines from ``first`` on that go on with a row, if they make it whole.

    A row that is whole already goes on up to the next whole one.
    """
    bars = n_bars(lines[row])
    if is_rule(lines[row]) or bars > width or (is_framed and bars == width):
        return {}
    found: dict[int, int] = {}
    for index in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[index]
        here = n_bars(line)
        if line.is_blank or line.page_mark or is_rule(line):
            return {}
        if not is_framed and bars == width and here:
            return found if here >= width and not _is_header(line) else {}
        found[index] = bars - is_framed
        bars += here
        if bars > width:
            return {}
        if bars == width and (is_framed or here):
            return found
    return {}

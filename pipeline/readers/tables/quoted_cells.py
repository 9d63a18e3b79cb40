"""Join the lines of tab-separated text that a quoted cell with line ends in it holds apart.

Contract: pure; a joined line covers the same characters, the line ends of its cells among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.readers.lines import Line

# A cell has so many lines at most; a quote that none of them closes is a stray one.
_MOST_LINES = 40


def join(lines: Sequence[Line]) -> list[Line]:
    r"""Return the lines, every row on one: a quoted cell may hold line ends.

    >>> from pipeline.readers.lines import split_lines
    >>> table = '1\t"日本\n熊本市"\t好\n2\t"臺南\t好'
    >>> [line.text for line in join(split_lines(table))]
    ['1\t"日本\n熊本市"\t好', '2\t"臺南\t好']
    """
    if not any(map(_opens, lines)):
        return list(lines)
    most = max((line.text.count("\t") for line in lines if not _opens(line)), default=0)
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        line, index = lines[index], index + 1
        while _opens(line) and (end := _closed(line, lines, index, most)):
            for below in lines[index:end]:
                line = _with(line, below)
            index = end
        joined.append(line)
    return joined


def _opens(line: Line) -> bool:
    """Tell whether the last cell of a line begins with a quote that nothing closes there."""
    if '"' not in line.text:
        return False
    last = line.text.rpartition("\t")[2].strip()
    return last.startswith('"') and last.count('"') % 2 == 1


def _closed(line: Line, lines: Sequence[Line], first: int, most: int) -> int:
    """Return the index after the line that closes the last cell of ``line``; 0 if none does.

    No other cell begins before, and the row is no wider than the others then: a stray quote joins
    no rows.
    """
    n_quotes = 1
    for index in range(first, min(first + _MOST_LINES, len(lines))):
        cell, tab, _ = lines[index].text.partition("\t")
        n_quotes += cell.count('"')
        if n_quotes % 2 == 0 and cell.rstrip().endswith('"'):
            n_tabs = line.text.count("\t") + lines[index].text.count("\t")
            return index + 1 if 0 < n_tabs <= most else 0
        if tab:
            return 0
    return 0


def _with(line: Line, below: Line) -> Line:
    text, view = f"{line.text}\n{below.text}", f"{line.view}\n{below.view}"
    return Line(line.start, below.end, text, view)

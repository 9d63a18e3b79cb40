"""Read lines of prose that are rows of a small table as its cells: 人口（千人）｜93.1｜97.4.

Contract: pieces in, pieces out; a row is left whole unless lines next to it have as many cells and
one of their first cells names its columns or the unit of a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.columns import column_roles
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.clauses import Span

_MARK = re.compile("[\t|]")
# What names no column: a number that is no year, a clause.
_FIGURES = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?%?")
_YEAR = re.compile("(?:18|19|20)[0-9]{2}|[0-9]{2,3}年")
_UNIT = re.compile(r"\([^()]{1,8}\) ?$")
_TELLS_UNIT = re.compile(r"\([^()]{1,8}\) ?$|^(?:计?量?单位|[Uu]nit)$")
_FEWEST_CELLS, _FEWEST_ROWS = 3, 2
_LONGEST_NAME = 16


def with_cells(page: Page) -> Sequence[Piece]:
    """Return the pieces of a page, the rows of small tables in its prose cut into cells."""
    view = page.view
    if "|" not in view and "\t" not in view:
        return page.pieces
    found: list[Piece] = []
    run: list[tuple[Piece, list[Span]]] = []
    n_tables = max((piece.table for piece in page.pieces), default=0)
    for piece in page.pieces:
        place = piece.start, piece.end
        is_row = piece.kind != "cell" and view.count("|", *place) + view.count("\t", *place) > 1
        cells = list(_cells(view, piece)) if is_row else []
        if run and (len(cells) != len(run[0][1]) or view[run[-1][0].end : piece.start] != "\n"):
            n_tables += 1
            found += _read_rows(view, run, n_tables)
            run = []
        if len(cells) >= _FEWEST_CELLS:
            run.append((piece, cells))
        else:
            found.append(piece)
    return [*found, *_read_rows(view, run, n_tables + 1)]


def _cells(view: str, piece: Piece) -> Iterator[Span]:
    """Yield the cells of a line, without the blanks at their ends."""
    start = piece.start
    for mark in (*_MARK.finditer(view, piece.start, piece.end), None):
        stop = mark.start() if mark else piece.end
        told = view[start:stop].strip()
        low = view.find(told, start, stop)
        yield low, low + len(told)
        start = mark.end() if mark else stop


def _read_rows(view: str, run: Sequence[tuple[Piece, list[Span]]], table: int) -> Iterator[Piece]:
    """Yield the cells of rows that follow each other, or the rows themselves."""
    rows = [[view[slice(*cell)] for cell in cells] for _, cells in run]
    has_header = bool(rows) and all(map(_is_name, rows[0]))
    body = rows[has_header:]
    names = [*(rows[0] if has_header else ()), *(row[0] for row in body)]
    if len(body) < _FEWEST_ROWS or not any(map(_TELLS_UNIT.search, names)):
        yield from (piece for piece, _ in run)
        return
    roles = column_roles(rows[0] if has_header else [""] * len(rows[0]), body)
    for number, (piece, cells) in enumerate(run, 1 - has_header):
        for column, (start, stop) in enumerate(cells):
            header = run[0][1][column] if has_header and number else None
            cell = replace(piece, start=start, end=stop, kind="cell", header=header)
            yield replace(cell, column_role=roles[column], table=table, row=number)


def _is_name(told: str) -> bool:
    """Whether a cell may name a column."""
    is_number = _FIGURES.fullmatch(told) and not _YEAR.fullmatch(told)
    return not is_number and len(_UNIT.sub("", told)) <= _LONGEST_NAME

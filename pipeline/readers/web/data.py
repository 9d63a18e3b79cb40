"""Tell which tables of a web page hold data and which only lay the page out.

Contract: one pass over the tokens; a table that is not closed ends with its last cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.readers.web.tokens import Token


@dataclass(slots=True)
class _Size:
    """A table while it is measured: where it begins and where its last cell or row does.

    Attributes:
        total: its cells.
        inner: most cells of a table within.
    """

    start: int
    last: int
    rows: int = 0
    cells: int = 0
    width: int = 0
    total: int = 0
    inner: int = 0

    @property
    def is_data(self) -> bool:
        """Whether it has two rows and two columns, and more cells than a table inside."""
        return self.rows >= 2 and self.width >= 2 and self.inner < self.total


def find_data(tokens: Sequence[Token], rules: Sequence[str]) -> dict[int, int]:
    """Return where tables of data begin and end; one in a cell of another is part of that."""
    found: dict[int, int] = {}
    opened: list[_Size] = []
    for index, (token, rule) in enumerate(zip(tokens, rules, strict=True)):
        if rule or token.kind not in ("open", "close"):
            continue
        if token.name == "table" and token.kind == "open":
            opened.append(_Size(index, index))
        elif token.name == "table" and opened:
            _end(opened, index, found)
        elif opened and token.name in ("tr", "td", "th"):
            _measure(opened[-1], index, token)
    while opened:
        last = opened[-1].last
        follows = tokens[last + 1 : last + 2]
        has_text = tokens[last].kind == "open" and bool(follows)
        _end(opened, last + (has_text and follows[0].kind == "text"), found)
    return _outermost(found)


def _end(opened: list[_Size], index: int, found: dict[int, int]) -> None:
    size = opened.pop()
    if opened:
        opened[-1].inner = max(opened[-1].inner, size.total, size.inner)
    if size.is_data:
        found[size.start] = index


def _outermost(found: dict[int, int]) -> dict[int, int]:
    kept: dict[int, int] = {}
    last = -1
    for start, end in sorted(found.items()):
        if start > last:
            kept[start] = last = end
    return kept


def _measure(size: _Size, index: int, token: Token) -> None:
    size.last = index
    if token.kind == "open" and token.name == "tr":
        size.rows, size.cells = size.rows + 1, 0
    elif token.kind == "open":
        size.cells += 1
        size.total += 1
        size.width = max(size.width, size.cells)

"""Read elements in even rows below a row of names as a table, whatever they are called.

Contract: gives every token back in order, some under the name of the part of a table they stand
for; linear in the tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language import columns
from pipeline.readers.web.elements import VOID
from pipeline.readers.web.tokens import Token

_CONTAINERS = frozenset(("div", "section", "article", "main", "ul", "ol", "dl"))
_LEAST_ROWS = 3
_MOST_CELLS = 20
_MOST_TOKENS = 40  # a name has fewer; a cell with more may hold the rest of the page


@dataclass(slots=True)
class _Element:
    """An element: its tags, what stands directly in it, and whether that is text too."""

    name: str
    start: int
    end: int = -1
    inner: list[_Element] = field(default_factory=list)
    has_text: bool = False


def as_tables(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with the elements that stand for parts of tables called so."""
    if not any(token.name in _CONTAINERS for token in tokens):
        return tokens
    named: dict[int, str] = {}
    waiting = _elements(text, tokens)
    while waiting:
        element = waiting.pop()
        if element.name in _CONTAINERS and _is_grid(text, tokens, element):
            named |= _names(element)
        elif element.name != "table":
            waiting += element.inner
    if not named:
        return tokens
    return [
        token._replace(name=named[index]) if index in named else token
        for index, token in enumerate(tokens)
    ]


def _elements(text: str, tokens: Sequence[Token]) -> list[_Element]:
    """Return the outermost elements of a page; one that is not closed has no end."""
    root = _Element("", -1)
    opened = [root]
    counts: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.kind == "text":
            if not opened[-1].has_text and text[token.start : token.end].strip():
                opened[-1].has_text = True
        elif token.kind == "open" and token.name not in VOID:
            element = _Element(token.name, index)
            opened[-1].inner.append(element)
            opened.append(element)
            counts[token.name] = counts.get(token.name, 0) + 1
        elif token.kind == "close" and counts.get(token.name):
            while opened[-1].name != token.name:
                counts[opened.pop().name] -= 1
            counts[token.name] -= 1
            opened.pop().end = index
    return root.inner


def _is_grid(text: str, tokens: Sequence[Token], element: _Element) -> bool:
    """Tell whether an element holds rows of as many cells, and the first one names columns."""
    rows = element.inner
    if len(rows) < _LEAST_ROWS or element.has_text or element.end < 0:
        return False
    width = len(rows[0].inner)
    is_even = 2 <= width <= _MOST_CELLS and all(
        row.end >= 0
        and row.name == rows[-1].name
        and not row.has_text
        and len(row.inner) == width
        and all(cell.end >= 0 for cell in row.inner)
        for row in rows
    )
    cells = rows[0].inner
    if not is_even or any(cell.end - cell.start > _MOST_TOKENS for cell in cells):
        return False
    return columns.is_header_row([_said(text, tokens, cell) for cell in cells])


def _said(text: str, tokens: Sequence[Token], element: _Element) -> str:
    inside = tokens[element.start : element.end]
    return "".join(text[t.start : t.end] for t in inside if t.kind == "text").strip()


def _names(element: _Element) -> dict[int, str]:
    return {
        index: name
        for name, parts in _parts(element)
        for part in parts
        for index in (part.start, part.end)
    }


def _parts(element: _Element) -> Iterator[tuple[str, list[_Element]]]:
    yield "table", [element]
    yield "tr", element.inner
    yield "td", [cell for row in element.inner for cell in row.inner]

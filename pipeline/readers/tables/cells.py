"""Write one cell of a table: its parts joined, stray markup left out, its lists on own lines.

Contract: the draft accounts for every clean character of the parts and of the gaps between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.readers import marks, markup
from pipeline.readers.canonical import Atom, Draft
from pipeline.readers.clean import Clean


class Drop(NamedTuple):
    """Clean characters to be left out."""

    start: int
    end: int
    rule: str


class Part(NamedTuple):
    """A stretch of a cell's text.

    Attributes:
        start, end: clean offsets.
        glue: how it follows the part before: ``page`` or ``line`` (over a page break or line end, a
            new line after a sentence), ``break`` (on a new line), ``wrap`` (over a wrapped line
            end), ``label`` (a name before its value: behind a colon), ``fold`` (over white space:
            one space, none beside a Han character), ``pause`` (behind a space), or ``slice`` and
            ``quote`` (directly).
        drops: what lies between the two parts.
    """

    start: int
    end: int
    glue: str = ""
    drops: tuple[Drop, ...] = ()


class Unit(NamedTuple):
    """A step inside a cell: text, entity, space, tag, break or glue."""

    kind: str
    start: int
    end: int
    text: str = ""
    drops: tuple[Drop, ...] = ()


_NOT_PLAIN = re.compile(r"[<&*\n。！？①-⑳❶-❿]|[0-9０-９一二三四五六七八九十][.．、)）]")
_WIDE_GAP = re.compile(
    r"[。！？][」』）)]*(?:[(（][^()（）。\n]{1,60}[)）])?[ \u3000\u00a0]+(?=\S)"
)


def left_out(cell: Sequence[Part], rule: str) -> list[Drop]:
    """Return a cell of which no text is kept, and what its parts leave out, as what is dropped."""
    return [drop for part in cell for drop in (*part.drops, Drop(part.start, part.end, rule))]


def gone(drop: Drop) -> Atom:
    """Return what is dropped as an atom."""
    return Atom("dropped", drop.start, drop.end, "", drop.rule)


def draft_cell(clean: Clean, parts: Sequence[Part], *, has_gaps: bool = True) -> Draft:
    """Return the canonical text of a cell, list items and paragraphs on lines of their own.

    Args:
        clean: the clean view the parts point into.
        parts: the stretches of the cell, in order.
        has_gaps: whether a gap after a sentence end begins a paragraph.
    """
    draft = Draft(clean)
    if len(parts) == 1 and not parts[0].glue and _is_plain(clean.text, parts[0]):
        for unit in _trimmed(clean.text, parts[0].start, parts[0].end):
            if unit.kind == "text":
                draft.copy(unit.start, unit.end)
            else:
                draft.drop(unit.start, unit.end, "white_space")
        return draft
    gap: list[Unit] = []
    before = ""
    for unit in _units(clean, parts):
        if unit.kind not in ("text", "entity"):
            gap.append(unit)
            continue
        text = unit.text if unit.kind == "entity" else clean.text[unit.start : unit.end]
        _write_gap(draft, gap, before, text)
        gap = []
        if unit.kind == "text":
            draft.copy(unit.start, unit.end)
        else:
            draft.replace(unit.start, unit.end, text, "entity")
        before = text
    _write_gap(draft, gap, before, "")
    items = [item.start for item in marks.find_items(draft.text)]
    draft = draft.with_breaks(items, "list_item")
    return draft.with_breaks(paragraph_starts(draft.text), "paragraph") if has_gaps else draft


def _is_plain(text: str, part: Part) -> bool:
    """Tell whether a cell is short and holds no markup, list number, sentence or line end."""
    return part.end - part.start <= 60 and not _NOT_PLAIN.search(text, part.start, part.end)


def paragraph_starts(text: str) -> list[int]:
    """Return where text goes on after a sentence end and a gap.

    >>> paragraph_starts("符合需求。 推動計畫")
    [6]
    """
    return [match.end() for match in _WIDE_GAP.finditer(text)]


def _units(clean: Clean, parts: Sequence[Part]) -> Iterator[Unit]:
    for part in parts:
        if part.glue:
            yield Unit(part.glue, 0, 0, "", part.drops)
        for token in markup.scan(clean.text, part.start, part.end):
            if token.kind == "text":
                yield from _trimmed(clean.text, token.start, token.end)
            elif token.kind == "entity" and not token.text.isspace():
                yield Unit("entity", token.start, token.end, token.text)
            else:
                kind = "entity_space" if token.kind == "entity" else token.kind
                yield Unit(kind, token.start, token.end, token.text)


def _trimmed(text: str, start: int, end: int) -> Iterator[Unit]:
    """Split the spaces off both ends of a text token."""
    low, high = start, end
    while low < high and text[low] in " \t\u3000\u00a0":
        low += 1
    while low < high and text[high - 1] in " \t\u3000\u00a0":
        high -= 1
    if start < low:
        yield Unit("space", start, low)
    if low < high:
        yield Unit("text", low, high)
    if high < end:
        yield Unit("space", high, end)


def _write_gap(draft: Draft, gap: Sequence[Unit], before: str, after: str) -> None:
    """Write what lies between two stretches of text (nothing remains at the edges of the cell)."""
    kinds = {unit.kind for unit in gap}
    separator: str | None
    if before and "label" in kinds:
        separator = "" if before[-1] in "：:" else "："
    elif not before or not after:
        separator = ""
    elif kinds & {"page", "line"}:
        separator = "\n" if marks.is_ended(before) else marks.glue(before, after)
    elif kinds & {"block", "break"}:
        separator = "\n"
    elif "wrap" in kinds:
        separator = marks.glue(before, after)
    elif "pause" in kinds:
        separator = " "
    elif "fold" in kinds:
        is_wide = before[-1] >= "\u2e80" or after[0] >= "\u2e80"
        separator = "" if is_wide else " "
    else:
        separator = None
    if separator is None:
        _keep_spaces(draft, gap)
        return
    for unit in gap:
        if separator and unit.kind in ("space", "break") and not unit.drops:
            _separate(draft, unit, separator)
            separator = ""
            continue
        for drop in unit.drops:
            if separator and drop.start < drop.end:
                draft.replace(drop.start, drop.end, separator, _rule(separator))
                separator = ""
            else:
                draft.drop(*drop)
        is_tag = unit.kind in ("block", "inline")
        draft.drop(unit.start, unit.end, "markup" if is_tag else "white_space")
    if separator:
        draft.insert(separator, _rule(separator))


def _rule(separator: str) -> str:
    return {"\n": "paragraph", "：": "label"}.get(separator, "line_join")


def _keep_spaces(draft: Draft, gap: Sequence[Unit]) -> None:
    """Write a gap without line ends: its spaces stay, the rest is left out."""
    for unit in gap:
        for drop in unit.drops:
            draft.drop(*drop)
        if unit.kind == "space":
            draft.copy(unit.start, unit.end)
        elif unit.kind == "entity_space":
            draft.replace(unit.start, unit.end, unit.text, "entity")
        else:
            draft.drop(unit.start, unit.end, "markup")


def _separate(draft: Draft, unit: Unit, separator: str) -> None:
    if draft.clean.text[unit.start] == separator:
        draft.copy(unit.start, unit.start + 1)
        draft.drop(unit.start + 1, unit.end, "white_space")
    else:
        draft.replace(unit.start, unit.end, separator, _rule(separator))


def quoted_parts(
    text: str, start: int, end: int, *, has_first: bool = True, has_last: bool = True
) -> list[Part]:
    """Return the parts of a quoted cell ``text[start:end]``, its quotes left out.

    Args:
        text: clean text.
        start, end: the cell with its quotes.
        has_first, has_last: whether the opening and the closing quote lie in this stretch.

    >>> [('"a""b"'[p.start : p.end]) for p in quoted_parts('"a""b"', 0, 6)]
    ['a"', 'b', '']
    """
    parts = []
    first = start + has_first
    drops = (Drop(start, first, "csv_quote"),)
    last = end - has_last
    at = text.find('""', first, last)
    while at >= 0:
        parts.append(Part(first, at + 1, "quote", drops))
        drops = (Drop(at + 1, at + 2, "csv_quote"),)
        first = at + 2
        at = text.find('""', first, last)
    parts.append(Part(first, last, "quote", drops))
    parts.append(Part(last, last, "quote", (Drop(last, end, "csv_quote"),)))
    return parts


def unquoted(text: str, parts: list[Part]) -> list[Part]:
    """Take the quotes off a cell a spreadsheet has quoted; its line ends are then its own."""
    if not parts or parts[-1].end - parts[0].start < 2:
        return parts
    cell = "\n".join(text[part.start : part.end] for part in parts)
    if not cell[0] == cell[-1] == '"' or cell.count('"') % 2:
        return parts
    made: list[Part] = []
    for index, part in enumerate(parts):
        own = quoted_parts(
            text,
            part.start,
            part.end,
            has_first=index == 0,
            has_last=index + 1 == len(parts),
        )
        own[0] = own[0]._replace(drops=(*part.drops, *own[0].drops))
        if index:
            own[0] = own[0]._replace(glue="break")
        made += own
    return made

"""Write a table of cells into canonical text: cells parted by tabs, rows by line ends.

Contract: every cell with text becomes a block; cells beyond the header and rows without a number
become notes; nothing of the source is left unaccounted.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language import columns, turned_columns
from pipeline.readers import marks
from pipeline.readers.canonical import Block, Draft, Note
from pipeline.readers.clean import Clean
from pipeline.readers.tables import (
    cell_wraps,
    ditto,
    headers,
    label_tables,
    row_joins,
    side_by_side,
)
from pipeline.readers.tables.cells import draft_cell
from pipeline.readers.tables.row import GridRow


@dataclass(slots=True)
class Written:
    """What a reader has made so far."""

    draft: Draft
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    n_tables: int = 0
    roles: list[list[str]] = field(default_factory=list)


def write_table(written: Written, rows: Sequence[GridRow], given: Sequence[str] = ()) -> None:
    """Append a table and its blocks; its header rows, or the names given, name the columns."""
    if not given and (folded := label_tables.fold(written.draft.clean, rows)):
        rows, given = folded
    else:
        rows = side_by_side.unfold(written.draft.clean, rows)
        rows = row_joins.join_rows(written.draft.clean, rows)
        row_joins.reach_down(written.draft.clean, rows)
        ditto.say_again(written.draft.clean, rows, _LONGEST_REPEATED)
    written.n_tables += 1
    number = written.n_tables
    table = len(written.blocks)
    written.blocks.append(Block("table", written.draft.length, table=number))
    drafts = _draft_cells(written.draft.clean, rows)
    texts = [[" ".join(draft.text.split()) for draft in row] for row in drafts]
    if not given and not any(row.is_header for row in rows):
        first = next((i for i, row in enumerate(texts) if sum(map(bool, row)) > 1), 0)
        rows[first].is_header = turned_columns.heads_speakers(texts[first:])
    names = headers.column_names([texts[i] for i, row in enumerate(rows) if row.is_header])
    names = names or list(given)
    body = [texts[i] for i, row in enumerate(rows) if not row.is_header]
    roles = columns.column_roles(names, body)
    written.roles.append(roles)
    label_column = roles.index("number") if "number" in roles else None
    position = 0
    body_rows = []
    for row, row_drafts, row_texts in zip(rows, drafts, texts, strict=True):
        block = Block("table_row", 0, parent=table, table=number)
        if not row.is_header:
            position += any(row_texts)
            block.row = position
            if label_column is not None and label_column < len(row_texts):
                block.label = _label(row_texts, label_column)
            body_rows.append((block, row_texts))
        _write_row(written, row, row_drafts, block, names)
    written.blocks[table].end = written.draft.length
    _note_rows(written, body_rows, len(names), label_column)
    _note_roles(written, names, roles, number, table)


def _label(texts: Sequence[str], column: int) -> str | None:
    """Return the number of a row; what stands alone in it is one only if it looks so."""
    text = texts[column]
    is_alone = sum(map(bool, texts)) == 1 and marks.number_value(text) is None
    return None if is_alone else marks.in_half_width(text) or None


def _heads_rows(texts: Sequence[str]) -> bool:
    """Tell whether a row is one text at its start: the session or the region of those below it."""
    return bool(texts[0]) and not any(texts[1:])


_LONGEST_REPEATED = 60
_MOST_NOTES = 20


def _draft_cells(clean: Clean, rows: Sequence[GridRow]) -> list[list[Draft]]:
    """Return the text of every cell; short cells that reach down are said again in each row."""
    made: list[list[Draft]] = []
    left = len(clean.text)
    for row in rows:
        drafts = [draft_cell(clean, cell) for cell in row.cells]
        for column, origin in row.repeats.items():
            text = made[origin][column].text if origin >= 0 else ""
            if not row.is_header and len(text) <= min(_LONGEST_REPEATED, left):
                drafts[column].insert(text, "row_span")
                left -= len(text)
        made.append(drafts)
    cell_wraps.join_wrapped(made)
    return made


def _write_row(
    written: Written, row: GridRow, drafts: Sequence[Draft], block: Block, names: Sequence[str]
) -> None:
    draft = written.draft
    draft.extend(row.before)
    index = len(written.blocks)
    block.start = draft.length
    written.blocks.append(block)
    for column, cell in enumerate(drafts):
        if column:
            draft.extend(row.separators[column - 1])
        start = draft.length
        draft.extend(cell.atoms)
        if draft.length == start:
            continue
        header = names[column] if column < len(names) and not row.is_header else None
        made = Block(
            "cell", start, draft.length, index, None, block.table, block.row, column + 1, header
        )
        cell_index = len(written.blocks)
        written.blocks.append(made)
        text = cell.text
        lines = list(line_blocks(text, start, cell_index, made)) if "\n" in text else []
        if len(lines) > 1:
            written.blocks.extend(lines)
    block.end = draft.length
    if len(written.blocks) == index + 1:
        written.blocks.pop()
    draft.extend(row.after)


def line_blocks(text: str, offset: int, parent: int | None, inside: Block) -> Iterator[Block]:
    """Yield a paragraph or list item for each line; a comma at its end joins the next."""
    labels = {item.start: item.label for item in marks.find_items(text)}
    at = 0
    made: Block | None = None
    for line in text.split("\n"):
        first = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if not line.strip():
            continue
        label = labels.get(first)
        end = offset + first + len(line.strip())
        if made is not None and label is None and text[made.end - offset - 1] in "，、,":
            made.end = end
            continue
        if made is not None:
            yield made
        made = dataclasses.replace(
            inside,
            kind="paragraph" if label is None else "list_item",
            start=offset + first,
            end=end,
            parent=parent,
            label=label,
        )
    if made is not None:
        yield made


def _note_rows(
    written: Written,
    rows: Sequence[tuple[Block, Sequence[str]]],
    width: int,
    label_column: int | None,
) -> None:
    """Note rows with too many or too few cells, and numbers that are missing or used twice."""
    seen: set[str] = set()
    notes: list[Note] = []
    for block, texts in rows:
        filled = max((i + 1 for i, text in enumerate(texts) if text), default=0)
        found: list[tuple[str, str, str]] = []
        if width and filled > width:
            message = f"{filled} cells where the header has {width}"
            advice = "the extra cells are kept without a header; give the column a name"
            found.append(("extra_cells", message, advice))
        if filled and len(texts) < width:
            message = f"{len(texts)} cells where the header has {width}"
            found.append(("missing_cells", message, "the row is kept; complete it in the source"))
        if label_column is not None and filled and not (block.label or _heads_rows(texts)):
            advice = "the row is kept; number it in the source"
            found.append(("missing_row_number", "the row has no number", advice))
        if block.label and block.label in seen:
            message = f"the number {block.label} stands in two rows"
            advice = "both rows are kept; correct the number in the source"
            found.append(("duplicate_row_number", message, advice))
        seen.add(block.label or "")
        place = f"table {block.table}, row {block.row}"
        notes += [
            Note(code, message, advice, block.start, block.end, place)
            for code, message, advice in found
        ]
    written.notes += _first_notes(notes)


def _first_notes(notes: Sequence[Note]) -> Iterator[Note]:
    """Yield the first notes of each code, the last of them telling how many there are."""
    counts = Counter(note.code for note in notes)
    told: Counter[str] = Counter()
    for note in notes:
        told[note.code] += 1
        left = counts[note.code] - told[note.code]
        if told[note.code] == _MOST_NOTES and left:
            message = f"{note.message}; {left:,} more rows are like that"
            yield dataclasses.replace(note, message=message)
        elif told[note.code] <= _MOST_NOTES:
            yield note


def _note_roles(
    written: Written, names: Sequence[str], roles: Sequence[str], number: int, table: int
) -> None:
    unknown = [names[i] or str(i + 1) for i, role in enumerate(roles[: len(names)]) if not role]
    unknown += [str(i + 1) for i in range(len(names), len(roles)) if not roles[i] and not names]
    if unknown:
        end = written.blocks[table].end
        listed = "、".join(unknown[:10])
        written.notes.append(
            Note(
                "unsure_column",
                f"the role of the columns {listed} is not known",
                "use a header such as 城市, 職稱, 姓名, 內容, 備註",
                written.blocks[table].start,
                end,
                f"table {number}",
                "info",
            )
        )

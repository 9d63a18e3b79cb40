"""Join what one row of a table was cut into: rows that hold nothing but more of what is said.

Contract: pure; every character of the joined rows is in a cell or dropped by a named rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import columns, views
from pipeline.readers import marks
from pipeline.readers.canonical import Atom
from pipeline.readers.clean import Clean
from pipeline.readers.tables import headers, labels
from pipeline.readers.tables.cells import Drop, Part, gone, left_out
from pipeline.readers.tables.row import GridRow

# A cell of one of these that spans rows makes them what one speaker said.
_OF_ONE = frozenset(("number", "person", "representative", "title"))
_WHO = frozenset(("person", "representative"))
_OF_PEOPLE = ("person", "representative", "title")
# What all come to together: 共同結論, 合計.
_OF_ALL = views.pattern(
    "結論|總結|共識|共同|[小合總共]計|備註|裁示|決議|臨時動議|散會|休息|其他事項"
)
# An office in the first column only stands for more than its row.
_PLACES = ("city", "country", "organization")


def join_rows(clean: Clean, rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows, each with those below it that only go on with what it says.

    Such a row has one cell of its own, in a column of contents; the others are empty, or cells of
    the row above that reach down to it.
    """
    rows = _told_once(clean, rows)
    names = _names(clean, rows)
    roles = [columns.column_role(name, ()) for name in names]
    if "content" not in roles[1:]:
        return list(rows)
    kept: list[GridRow] = []
    places: list[int] = []
    held: list[int] = []
    for row in rows:
        own = [column for column, cell in enumerate(row.cells) if text_of(clean, cell)]
        if kept and not kept[-1].is_header and _goes_on(row, own, kept[-1], held, roles):
            _append(kept[-1], row, own[0])
        else:
            row.repeats = {column: places[at] for column, at in row.repeats.items()}
            kept.append(row)
            held = sorted({*own, *row.repeats})
        places.append(len(kept) - 1)
    return kept


def _told_once(clean: Clean, rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows without those that only say the names of the columns again."""
    named = {tuple(text_of(clean, cell) for cell in row.cells) for row in rows if row.is_header}
    kept: list[GridRow] = []
    places: list[int] = []
    for row in rows:
        texts = tuple(text_of(clean, cell) for cell in row.cells)
        if not row.is_header and texts in named and kept:
            kept[-1].after += dropped(row, "repeated_table_header")
        else:
            row.repeats = {column: places[at] for column, at in row.repeats.items()}
            kept.append(row)
        places.append(len(kept) - 1)
    return kept


def reach_down(clean: Clean, rows: Sequence[GridRow]) -> None:
    """Let a place stand for the rows below it that leave it empty, and who speaks for it too.

    So merged cells are saved as text: 東京都 | 佐藤真由, then | 石川亮.  Where each row has its own
    number, or nobody is named beside it, an empty cell is one; so it is behind a name or an office
    that no number comes before, as an expert is of no city.  A row that names nobody but has a
    topic and what is said on it is of whoever spoke above.
    """
    roles = [columns.column_role(name, ()) for name in _names(clean, rows)]
    people = [column for column, role in enumerate(roles) if role in _WHO]
    places = [at for at, role in enumerate(roles) if role in _PLACES[: 3 if at == 0 else 2]]
    if not people or not places or ("number" not in roles and places[0]):
        return
    number = roles.index("number") if "number" in roles else len(roles)
    naming = [*places, *(at for at, role in enumerate(roles) if role in _OF_PEOPLE)]
    origins: dict[int, int] = {}
    for index, row in enumerate(rows):
        if row.is_header or row.repeats:
            origins = {}
            continue
        texts = [text_of(clean, cell) for cell in row.cells]
        if any(texts[at : at + 1] != [""] for at in places):
            origins = {at: index for at in naming if "".join(texts[at : at + 1])}
            origins.setdefault(places[0], index)
            continue
        first = [text_of(clean, c) for at in origins for c in rows[origins[at]].cells[number:][:1]]
        if not origins or texts[number : number + 1] not in (first[:1], [""]):
            continue
        if any("".join(texts[at : at + 1]) for at in people):
            row.repeats = dict.fromkeys(places, origins[places[0]])
            own = {at: index for at in naming if "".join(texts[at : at + 1])}
            origins = dict.fromkeys(places, origins[places[0]]) | own
        elif _answers(texts, roles):
            row.repeats = dict(origins)


def _answers(texts: Sequence[str], roles: Sequence[str]) -> bool:
    """Tell whether a row says something on a topic of its own, and no more than one does."""
    told = [text for text, role in zip(texts, roles, strict=False) if text and role == "topic"]
    says = any(
        text and (role == "content" or marks.is_ended(text))
        for text, role in zip(texts, roles, strict=False)
    )
    return says and bool(told) and _OF_ALL.search(views.fold(told[0])) is None


def continues(clean: Clean, above: Sequence[GridRow], below: Sequence[GridRow]) -> bool:
    """Tell whether a table right below another is the rest of it, as a page cut it.

    It has as many columns, and the same header or none; its rows are not numbered anew.
    """
    if not above or not above[0].is_header or _width(above) != _width(below):
        return False
    names, others = _names(clean, above), _names(clean, below)
    body = [row for row in below if not row.is_header]
    if not body or others not in ([], names):
        return False
    texts = [[text_of(clean, cell) for cell in row.cells] for row in body]
    if not others and labels.has_labels(texts):
        return False
    roles = [columns.column_role(name, ()) for name in names]
    column = roles.index("number") if "number" in roles else len(texts[0])
    number = marks.number_value(texts[0][column]) if column < len(texts[0]) else None
    return number != 1 and (number is not None or bool(others) or _is_rest(texts[0], roles))


def join_tables(
    above: list[GridRow], below: Sequence[GridRow], between: Sequence[Drop] = ()
) -> None:
    """Append the rows of a table to those of the one above it, without its header.

    What stands between them is dropped.
    """
    above[-1].after += map(gone, between)
    first = len(above) - sum(row.is_header for row in below)
    for row in below:
        if row.is_header:
            above[-1].after += dropped(row, "repeated_table_header")
        else:
            row.repeats = {column: at + first for column, at in row.repeats.items()}
            above.append(row)


def text_of(clean: Clean, cell: Sequence[Part]) -> str:
    """Return the text of a cell without white space around its parts."""
    return " ".join(" ".join(clean.text[part.start : part.end].split()) for part in cell).strip()


def _names(clean: Clean, rows: Sequence[GridRow]) -> list[str]:
    shown = [[text_of(clean, cell) for cell in row.cells] for row in rows if row.is_header]
    return [views.key(name) for name in headers.column_names(shown)]


def _width(rows: Sequence[GridRow]) -> int:
    return max((len(row.cells) for row in rows), default=0)


def _is_rest(texts: Sequence[str], roles: Sequence[str]) -> bool:
    """Tell whether the first row of a table without a header looks like one of the columns above.

    It holds more of what was said, or says something in the column for that.
    """
    said = {column for column, role in enumerate(roles) if role == "content"}
    filled = {column for column, text in enumerate(texts) if text}
    return bool(said & filled) and (len(filled) == 1 or "number" not in roles)


def _goes_on(
    row: GridRow, own: Sequence[int], above: GridRow, held: Sequence[int], roles: Sequence[str]
) -> bool:
    """Tell whether a row with these filled columns goes on with the row above and what it holds."""
    if len(own) != 1 or row.is_header or own[0] not in held or len(held) < 2:
        return False
    column = own[0]
    if not 0 < column < len(roles) or roles[column] != "content" or not above.cells[column]:
        return False
    if not row.repeats:
        return len(row.cells) == len(above.cells)
    reaching = {roles[other] for other in row.repeats if other < len(roles)}
    return bool(reaching & _OF_ONE) and {*held} - {column} <= {*row.repeats}


def _append(above: GridRow, row: GridRow, column: int) -> None:
    """Append the one cell of a row to the same column of the row above it."""
    drops = [_drop(a, "line_break") for a in above.after if a.op != "inserted"]
    drops += [_drop(a, "continuation") for a in row.before if a.op != "inserted"]
    for index, cell in enumerate(row.cells[: column + 1]):
        if index:
            between = row.separators[index - 1]
            drops += [_drop(a, "continuation") for a in between if a.op != "inserted"]
        if index < column:
            drops += left_out(cell, "white_space")
    first, *others = row.cells[column]
    glue = "break" if row.repeats else "line"
    above.cells[column] += [first._replace(glue=glue, drops=(*drops, *first.drops)), *others]
    rest: list[Atom] = []
    for index in range(column + 1, len(row.cells)):
        between = row.separators[index - 1]
        rest += [gone(_drop(a, "continuation")) for a in between if a.op != "inserted"]
        rest += map(gone, left_out(row.cells[index], "white_space"))
    above.after = [*rest, *row.after]


def dropped(row: GridRow, rule: str) -> list[Atom]:
    """Return a whole row as what a rule drops."""
    drops = [_drop(a, rule) for a in row.before if a.op != "inserted"]
    for index, cell in enumerate(row.cells):
        between = row.separators[index - 1] if index else []
        drops += [_drop(a, rule) for a in between if a.op != "inserted"]
        drops += left_out(cell, rule)
    drops += [_drop(a, rule) for a in row.after if a.op != "inserted"]
    return list(map(gone, drops))


def _drop(atom: Atom, rule: str) -> Drop:
    return Drop(atom.start, atom.end, atom.rule if atom.op == "dropped" else rule)

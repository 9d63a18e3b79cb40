"""Tables whose first column names what stands beside it: 城市 | 臺北市, 講者 | 林采穎, 重點 | ...

Contract: pure; such a table becomes one with a row for each record and the labels as names of its
columns; labels are dropped by rule, values keep their characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.language import column_words, columns, views
from pipeline.readers import marks
from pipeline.readers.canonical import Atom
from pipeline.readers.clean import Clean
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.row import GridRow

_PLACES = frozenset(("city", "country", "organization"))
_PEOPLE = frozenset(("representative", "person"))
_NAMING = _PLACES | _PEOPLE
_SAYING = frozenset(("content", "topic", "remark", "initiative"))
# What stands in the corner above labels and beside places, and how those are called then.
_CORNERS = frozenset(map(views.key, ("", "項目", "類別", "欄位", "縣市", "城市", "item")))
_PLACE = "城市"
# What heads a whole table, not a record of it.
_TITLE = re.compile(
    r"(?:表|單|单|會|会|會議|会议|紀錄|记录|記錄|摘要|重點|重点|資料|资料|論壇|论坛)\Z|.{20}"
)
_MAYOR = views.pattern("[市縣郡州省區鎮]長|[Mm]ayor")
_LONGEST_HEAD = 40
# The most characters of a label nobody knows, and how many known ones stand beside it.
_LONGEST_LABEL, _KNOWN = 8, 3
_LEAST = 3
_MOST_ROWS = 2000


@dataclass(slots=True)
class _Record:
    cells: dict[str, list[Part]] = field(default_factory=dict)
    drops: list[Drop] = field(default_factory=list)


def fold(clean: Clean, rows: Sequence[GridRow]) -> tuple[list[GridRow], list[str]] | None:
    """Return the records of such a table and the names of its columns; None if it is none."""
    if not 1 < len(rows) <= _MOST_ROWS or any(row.repeats for row in rows):
        return None
    texts = _texts(clean, rows)
    labelled = _labelled(texts)
    if not labelled:
        return None
    names: dict[str, str] = {}
    records = _down(rows, texts, names) if _pairs(labelled) else _across(rows, texts, names)
    if len(records) == 1 and "content" not in {columns.column_role(n, ()) for n in names.values()}:
        return None  # where and when something was held
    return _rows(records, names), list(names.values())


def first_row(clean: Clean, rows: Sequence[GridRow]) -> int | None:
    """Return where such a table begins below its titles; None if it is none."""
    texts = _texts(clean, rows)
    if not _labelled(texts):
        return None
    return next(i for i, own in enumerate(texts) if any(own) and not _is_title(own))


def _texts(clean: Clean, rows: Sequence[GridRow]) -> list[list[str]]:
    return [[_text(clean, cell) for cell in row.cells] for row in rows]


def _labelled(texts: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows with labels of a table of such, none if it is no such table.

    Others may be the heads of records, and what a label that stands alone heads.
    """
    labelled: list[Sequence[str]] = []
    filled = [own for own in texts if any(own)]
    before = False
    for own in filled:
        is_label = _is_label(own[0])
        if not _is_lone(own) or is_label:
            labelled.append(own)
        elif not before and (len(own[0]) > _LONGEST_HEAD or marks.is_ended(own[0])):
            return []
        before = _is_lone(own) and is_label
    is_all = len(labelled) == len(filled)
    return labelled if has_labels(labelled) and (is_all or _pairs(labelled)) else []


def _is_lone(own: Sequence[str]) -> bool:
    return bool(own[0]) and not any(own[1:])


def _is_title(own: Sequence[str]) -> bool:
    return _is_lone(own) and not _is_label(own[0]) and _TITLE.search(own[0]) is not None


def has_labels(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first cell of every row names what stands beside it.

    >>> has_labels([["城市", "大阪"], ["講者", "高橋"], ["重點", "世博。"]])
    True
    >>> has_labels([["國家", "日本", "城市", "大阪"], ["重點", "世博。"]])
    True
    >>> has_labels([["", "大阪市", "首爾市"], ["講者", "高橋", "吳世勳"], ["重點", "好。", "好。"]])
    True
    """
    labels = [own[0] if own else "" for own in texts]
    if labels and _is_corner(texts):
        labels[0] = _PLACE
    is_paired = _pairs(texts)
    if not (is_paired or _are_labels(labels)) or not _tells(labels, texts):
        return False
    if is_paired:
        return len(labels) + sum(bool(cell) for own in texts for cell in own[2::2]) >= _LEAST
    return len(labels) >= _LEAST and len(set(map(views.key, labels))) == len(labels)


def _is_corner(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first cell says nothing of the places beside it: 項目 | 大阪市 | 首爾市.

    Short words are places, too, if one looks so or has a mayor below: 溫哥華 | 里昂.
    """
    first, *below = texts
    is_bare = views.key(first[0].rstrip("：:")) in _CORNERS if first else False
    if not is_bare or len(first) <= 2:
        return False
    roles = set(map(_role, below))
    are_words = all(text.isalpha() and len(text) <= _LONGEST_LABEL for text in first[1:])
    is_untold = are_words and bool(roles & _PEOPLE) and not roles & _PLACES
    is_told = columns.column_role(None, first[1:]) == "city"
    return is_told or (is_untold and _has_place(first[1:], below))


def _has_place(heads: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    people = [views.fold(cell) for own in below if _role(own) in _PEOPLE for cell in own[1:]]
    is_place = any(columns.column_role(None, [head]) == "city" for head in heads)
    return is_place or any(map(_MAYOR.search, people))


def _role(own: Sequence[str]) -> str:
    return columns.column_role(own[0].rstrip("：:") if own else "", ())


def _text(clean: Clean, cell: Sequence[Part]) -> str:
    return "".join("".join(clean.text[part.start : part.end].split()) for part in cell)


def _is_label(text: str) -> bool:
    return column_words.is_label(text.rstrip("：:"))


def _are_labels(labels: Sequence[str]) -> bool:
    """Tell whether words are labels; few may be those of one form alone: 合作意向."""
    others = [label for label in labels if not _is_label(label)]
    is_short = all(0 < len(label) <= _LONGEST_LABEL and label.isalpha() for label in others)
    n_known = len(labels) - len(others)
    return is_short and (not others or n_known >= max(_LEAST, _KNOWN * len(others)))


def _key(label: str) -> str:
    return views.key(label.rstrip("：:"))


def _tells(labels: Sequence[str], texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the labels name somebody and something said, and no values are labels too."""
    inner = [cell for own in texts for cell in own[2::2] if cell]
    roles = {columns.column_role(label.rstrip("：:"), ()) for label in [*labels, *inner]}
    return bool(roles & _NAMING) and bool(roles & _SAYING)


def _pairs(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether every other cell is a label, and no value is one."""
    labels = [cell for own in texts for at, cell in enumerate(own[::2]) if cell or not at]
    values = [cell for own in texts for cell in own[1::2] if cell]
    n_labels = sum(map(_is_label, values))
    return _are_labels(labels) and n_labels * 4 < len(values)


def _down(
    rows: Sequence[GridRow], texts: Sequence[Sequence[str]], names: dict[str, str]
) -> list[_Record]:
    """Return the records that stand one below the other: each begins with the first label."""
    records = [_Record()]
    alone = ""  # the label of the row above, where nothing stands beside it
    for at, (row, own) in enumerate(zip(rows, texts, strict=True)):
        if not any(own):
            records[-1].drops += _all(row)
            continue
        if _is_lone(own) and not _is_label(own[0]):
            if not alone and _next_key(texts, at) in records[-1].cells:
                records.append(_Record())
            records[-1].drops += _drops(row.before)
            names.setdefault(alone, "")
            _give(records[-1], alone, row.cells[0])
            records[-1].drops += _behind(row)
            continue
        keys = list(map(_key, own))
        if keys[0] in records[-1].cells:
            records.append(_Record())
        record = records[-1]
        record.drops += _drops(row.before)
        for index, cell in enumerate(row.cells):
            if index:
                record.drops += _drops(row.separators[index - 1])
            if index % 2 == 0 or not own[index]:
                record.drops += _left_out(cell)
                continue
            key = keys[index - 1]
            names.setdefault(key, own[index - 1].rstrip("：:"))
            _give(record, key, cell)
        record.drops += _drops(row.after)
        alone = keys[0] if _is_lone(own) else ""
        if alone:
            names.setdefault(alone, own[0].rstrip("：:"))
    return records


def _next_key(texts: Sequence[Sequence[str]], at: int) -> str:
    below = (own for own in texts[at + 1 :] if any(own))
    return next((_key(own[0]) for own in below if not _is_lone(own) or _is_label(own[0])), "")


def _across(
    rows: Sequence[GridRow], texts: Sequence[Sequence[str]], names: dict[str, str]
) -> list[_Record]:
    """Return the records that stand side by side, one for each column of values."""
    width = max(map(len, texts))
    records = [_Record() for _ in range(width - 1)]
    has_corner = _is_corner([own for own in texts if any(own)])
    for row, own in zip(rows, texts, strict=True):
        if not any(own):
            records[0].drops += _all(row)
            continue
        label = _PLACE if not names and has_corner else own[0].rstrip("：:")
        key = _key(label)
        names[key] = label
        record = records[0]
        record.drops += [*_drops(row.before), *_left_out(row.cells[0])]
        for index, cell in enumerate(row.cells[1:]):
            record = records[index]
            record.drops += _drops(row.separators[index])
            if own[index + 1]:
                _give(record, key, cell)
            else:
                record.drops += _left_out(cell)
        record.drops += _drops(row.after)
    return records


def _give(record: _Record, key: str, cell: Sequence[Part]) -> None:
    first, *others = cell
    own = record.cells.setdefault(key, [])
    glue = "break" if own else "slice"
    own.append(first._replace(glue=glue, drops=(*record.drops, *first.drops)))
    own += others
    record.drops = []


def _all(row: GridRow) -> list[Drop]:
    """Return a row without text as something to be dropped."""
    drops = _drops(row.before)
    for index, cell in enumerate(row.cells):
        drops += _drops(row.separators[index - 1]) if index else []
        drops += _left_out(cell)
    return [*drops, *_drops(row.after)]


def _behind(row: GridRow) -> list[Drop]:
    """Return what follows the only filled cell of a row, the first, as something to be dropped."""
    drops = []
    for between, cell in zip(row.separators, row.cells[1:], strict=False):
        drops += [*_drops(between), *_left_out(cell)]
    return [*drops, *_drops(row.after)]


def _left_out(cell: Sequence[Part]) -> list[Drop]:
    return [
        drop for part in cell for drop in (*part.drops, Drop(part.start, part.end, "record_label"))
    ]


def _drops(atoms: Sequence[Atom]) -> list[Drop]:
    return [
        Drop(atom.start, atom.end, "record_label" if atom.op != "dropped" else atom.rule)
        for atom in atoms
        if atom.op != "inserted"
    ]


def _rows(records: Sequence[_Record], names: dict[str, str]) -> list[GridRow]:
    rows = []
    for record in records:
        row = GridRow([record.cells.get(key, []) for key in names])
        row.separators = [[Atom("inserted", 0, 0, "\t", "cell")] for _ in list(names)[1:]]
        row.after = [Atom("dropped", d.start, d.end, "", d.rule) for d in record.drops]
        row.after.append(Atom("inserted", 0, 0, "\n", "table_row"))
        rows.append(row)
    return rows

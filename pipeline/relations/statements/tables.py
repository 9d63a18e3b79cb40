"""Statements of tables: each data row that names a place, office or person says its content cell.

Contract: start..end is the content cell without white space around it; where a column holds our own
side (本方) the other side speaks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, is_home, trimmed
from pipeline.relations.statements import said_columns, turned
from pipeline.relations.statements.openings import find_openings
from pipeline.relations.statements.speakers import Speaker, speaker_named, statement
from pipeline.relations.statements.speech_verbs import SpeechLexicon

_NAMING = said_columns.SPEAKS | {
    "city",
    "country",
    "organization",
    "other",
    "relation",
    "venue",
}
_WORDS = (
    "(?:主持人?|司儀|主席|引言人|與談人|觀眾|聽眾|民眾|記者|學生|來賓"
    "|moderator|host|chair|audience)"
)
_PART = views.pattern(rf"\((?P<part>{_WORDS})\)", re.IGNORECASE)
_PART_WORD = views.pattern(_WORDS, re.IGNORECASE)


def find_rows(near: Neighbours, lexicon: SpeechLexicon) -> Iterator[Statement]:
    """Yield a statement for each data row."""
    rows = [row for row in near.doc.of_kind("table_row") if row.row is not None]
    columns = said_columns.find(near, rows)
    sheets = said_columns.of_sheets(near, rows)
    parts = _parts(near, rows)
    asked = _asked_columns(rows, near)
    sides = turned.find(near)
    for row in rows:
        if (side := sides.get(row.table or 0)) is not None:
            yield from turned.said(near, row, side)
            continue
        if (row.table or 0) in asked:
            yield from _question_and_answer(near, row, asked[row.table or 0])
            continue
        if (words := sheets.get(row.table or 0)) is not None:
            yield from _of_sheet(near, row, words, lexicon)
            continue
        cell = _content_cell(near, row, columns)
        if cell is None or said_columns.is_silent(near, row, columns[row.table or 0]):
            continue
        if _is_named(near, cell):
            continue
        named = _named(near, near.cells(row), row, cell, parts)
        label = None if any(m.label == "PERSON" for m in named) else _label(near, cell)
        if label is not None:
            named.append(label[0])
        if not named and not said_columns.speaks_unnamed(near, row, cell):
            continue
        begin = label[1] if label is not None else cell.start
        speaker = speaker_named(near, row, named)
        if speaker.person_id is None:
            speaker = _told_in(near, cell, lexicon) or speaker
        yield _statement(near, "table_row", row, cell, speaker, begin)
        for _, other in near.cells(row):
            is_said = other is not cell and other.column in columns.get(row.table or 0, ())
            if is_said and not said_columns.UNSAID.fullmatch(near.doc.view, other.start, other.end):
                yield _statement(near, "table_row", row, other, speaker, other.start)


def _of_sheet(
    near: Neighbours, row: Segment, words: Collection[int], lexicon: SpeechLexicon
) -> Iterator[Statement]:
    """Yield what a record of a fact sheet tells to be said, in a cell of its own or reported."""
    named = _named(near, near.cells(row), row, None, {})
    speaker = speaker_named(near, row, named)
    for role, cell in near.cells(row):
        if named and cell.column in words:
            yield _statement(near, "table_row", row, cell, speaker, cell.start)
        elif named and role in said_columns.CONTENT:
            blocks = near.doc.children(cell) or [cell]
            for one in (o for b in blocks for o in find_openings(near, b, lexicon, None, None)):
                is_own = one.speaker.person_id in (None, speaker.person_id)
                told = speaker if is_own else one.speaker
                yield _statement(near, "table_row", row, cell, told, one.start)


def _statement(
    near: Neighbours,
    kind: str,
    row: Segment,
    cell: Segment,
    speaker: Speaker,
    begin: int,
    reply_to: str | None = None,
) -> Statement:
    span = trimmed(near.doc.text, begin, cell.end)
    told = near.doc, kind, row.segment_id, *span, speaker
    return statement(*told, rule="table_row", score=0.95, reply_to=reply_to)


def _label(near: Neighbours, cell: Segment) -> tuple[Mention, int] | None:
    """Return who speaks by the name and colon that open a cell, and where the words begin."""
    label = _LABEL.match(near.doc.view, cell.start, cell.end)
    people = near.doc.kept_in(cell.start, label.end(), "PERSON") if label else []
    return (people[0], label.end()) if label is not None and len(people) == 1 else None


def _told_in(near: Neighbours, cell: Segment, lexicon: SpeechLexicon) -> Speaker | None:
    """Return the person most of a cell is told to be said by, where no other cell names one."""
    if not near.doc.kept_in(cell.start, cell.end, "PERSON"):
        return None
    opened = find_openings(near, cell, lexicon, None, None)
    first = opened[0] if opened and opened[0].speaker.person_id is not None else None
    is_most = first is not None and (first.start - cell.start) * 2 <= cell.end - cell.start
    return first.speaker if first is not None and is_most else None


# 副市長 Kate Green：電車免費給十八歲以下的孩子坐。
_LABEL = re.compile("[^。,;!?「」:\\n]{2,40}:")
# What is asked, what is answered, and who answers: 問題, 答覆, 答覆機關.
_ASKED = views.pattern("(?:問題?|提問|質詢|詢問|疑問|陳情)(?:內容|事項|要旨|摘要)?\\s*\\Z")
_ANSWERED = views.pattern("(?:答[覆復案]?|回[應覆復])(?:內容|說明|要旨|摘要|情形)?\\s*\\Z")
_OF_ANSWER = views.pattern("答|回[應覆復]|主責|權責")


def _asked_columns(rows: Sequence[Segment], near: Neighbours) -> dict[int, tuple[int, int]]:
    """Return for tables of questions and answers the columns of either."""
    heads: dict[int, dict[int, str]] = {}
    for row in rows:
        for _, cell in near.cells(row):
            heads.setdefault(cell.table or 0, {})[cell.column or 0] = views.fold(cell.header or "")
    found = {}
    for table, names in heads.items():
        asked = next((at for at, name in names.items() if _ASKED.search(name)), 0)
        answered = next((at for at, name in names.items() if _ANSWERED.search(name)), 0)
        if asked and answered:
            found[table] = asked, answered
    return found


def _question_and_answer(
    near: Neighbours, row: Segment, columns: tuple[int, int]
) -> Iterator[Statement]:
    """Yield the question and the answer of a row; who stands behind the question answers it."""
    cells = list(near.cells(row))
    asked, answered = (next((c for _, c in cells if c.column == at), None) for at in columns)
    theirs = [
        told
        for told in cells
        if _OF_ANSWER.search(views.fold(told[1].header or "")) or (told[1].column or 0) > columns[0]
    ]
    ours = [told for told in cells if told not in theirs]
    by_whom = _named(near, ours, row, asked, {}), _named(near, theirs, row, answered, {})
    question = None
    if asked is not None and any(by_whom):
        asks = speaker_named(near, row, by_whom[0])
        question = _statement(near, "question", row, asked, asks, asked.start)
        yield question
    if answered is not None and by_whom[1]:
        speaker = speaker_named(near, row, by_whom[1])
        reply_to = question.statement_id if question is not None else None
        yield _statement(near, "answer", row, answered, speaker, answered.start, reply_to)


def _content_cell(
    near: Neighbours, row: Segment, columns: Mapping[int, Sequence[int]]
) -> Segment | None:
    """Return the cell of the column that tells most; where it is empty, what tells most else."""
    cells = [
        (role, cell)
        for role, cell in near.cells(row)
        if (cell.table or 0) in columns
        and any(map(str.isalnum, cell.text))
        and not said_columns.UNSAID.fullmatch(near.doc.view, cell.start, cell.end)
    ]
    for _, cell in cells:
        if columns[cell.table or 0][0] == cell.column:
            return cell
    for wanted in said_columns.CONTENT:
        found = [cell for role, cell in cells if role == wanted]
        if found:
            return max(found, key=lambda cell: (len(cell.text.strip()), -cell.start))
    return None


def _parts(near: Neighbours, rows: Sequence[Segment]) -> dict[str, Mention]:
    """Return who plays a part that is told once in brackets: 林采穎（主持人）."""
    found: dict[str, Mention] = {}
    for row in rows:
        for role, cell in near.cells(row):
            part = _PART.search(near.doc.view, cell.start, cell.end) if role in _NAMING else None
            people = near.doc.kept_in(cell.start, part.start(), "PERSON") if part else []
            if part and people:
                found.setdefault(part["part"], people[0])
    return found


_BEHIND = 2


def _named(
    near: Neighbours,
    cells: Iterable[tuple[str, Segment]],
    row: Segment,
    content: Segment | None,
    parts: Mapping[str, Mention],
) -> list[Mention]:
    """Return the places, bodies and people in these naming cells of a row.

    The department somebody heads does not speak where the row has a city of its own.  What is
    agreed with somebody (後續, 合作情形) names a speaker only where nothing else does.
    """
    found: list[Mention] = []
    has_city = bool(near.in_cells(row, ("city",), "CITY"))
    for role, cell in sorted(cells, key=lambda told: _order(told, content)):
        is_naming = role in _NAMING or (role == "topic" and _is_city(near, cell))
        if not is_naming or cell is content or is_home(cell):
            continue
        if found and _order((role, cell), content) == _BEHIND:
            break
        word = near.doc.view[cell.start : cell.end].strip()
        if word in parts:
            found.append(parts[word])
        labels = ("CITY", "COUNTRY", "ORGANIZATION", "PERSON")
        for mention in near.told_in(cell, *labels):
            if has_city and mention.label == "ORGANIZATION" and role in said_columns.SPEAKS:
                continue
            plain = near.doc.view[mention.start : mention.end]
            if mention.label != "PERSON" or not _PART_WORD.fullmatch(plain):
                found.append(mention)
    return found


def _is_named(near: Neighbours, cell: Segment) -> bool:
    """Whether a cell is one body or place and no more, so that nothing is said in it."""
    span = trimmed(near.doc.text, cell.start, cell.end)
    named = near.doc.kept_in(*span, "CITY", "COUNTRY", "ORGANIZATION")
    return any((one.start, one.end) == span for one in named)


def _is_city(near: Neighbours, cell: Segment) -> bool:
    """Whether a cell is a city and no more, its country beside it: 波多（葡萄牙）."""
    rest = near.doc.view[cell.start : cell.end]
    cities = near.doc.kept_in(cell.start, cell.end, "CITY")
    for mention in [*cities, *near.doc.kept_in(cell.start, cell.end, "COUNTRY")]:
        rest = rest.replace(near.doc.view[mention.start : mention.end], "")
    return bool(cities) and not any(map(str.isalnum, rest))


def _order(told: tuple[str, Segment], content: Segment | None) -> int:
    """Return when a cell is asked who speaks: places and bodies, people, what is told besides.

    經濟組 of a title is part of the office in the column of offices, wherever that stands.
    """
    role, cell = told
    is_behind = content is not None and cell.start > content.start
    if role in ("relation", "venue") or (role == "other" and is_behind):
        return _BEHIND
    return 1 if role in said_columns.SPEAKS else 0

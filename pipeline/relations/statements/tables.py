"""Statements of tables: each data row that names a place, office or person says its content cell.

Contract: start..end is the content cell without white space around it; where a column holds our own
side (本方) the other side speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, is_home, trimmed
from pipeline.relations.statements.speakers import Speaker, speaker_for, speaker_of, statement

_CONTENT = ("content", "topic", "initiative", "remark", "other")
_NAMING = (
    "representative",
    "city",
    "country",
    "person",
    "title",
    "organization",
    "other",
    "relation",
)
# Columns of those who speak.
_SPEAKS = frozenset(("representative", "person", "title"))
# A column is far longer than one whose header says that it is the content.
_FAR_LONGER = 2.5
_WORDS = (
    "(?:主持人?|司儀|主席|引言人|與談人|觀眾|聽眾|民眾|記者|學生|來賓"
    "|moderator|host|chair|audience)"
)
_PART = views.pattern(rf"\((?P<part>{_WORDS})\)", re.IGNORECASE)
_PART_WORD = views.pattern(_WORDS, re.IGNORECASE)
_OFFICE_KINDS = ("representative_office", "ministry", "international")


def find_rows(near: Neighbours) -> Iterator[Statement]:
    """Yield a statement for each data row."""
    rows = [row for row in near.doc.of_kind("table_row") if row.row is not None]
    columns = _content_columns(near, rows)
    parts = _parts(near, rows)
    for row in rows:
        cell = _content_cell(near, row, columns)
        if cell is None:
            continue
        named = _named(near, row, cell, parts)
        if not named:
            continue
        start, end = trimmed(near.doc.text, cell.start, cell.end)
        yield statement(
            near.doc,
            "table_row",
            row.segment_id,
            start,
            end,
            _speaker(near, row, named),
            rule="table_row",
            score=0.95,
        )


def _content_columns(near: Neighbours, rows: Sequence[Segment]) -> dict[int, int]:
    """Return for each table the column that tells most.

    That is the longest of those called 內容 and the like, unless another one is far longer.
    """
    lengths: dict[tuple[int, int], int] = {}
    roles: dict[tuple[int, int], str] = {}
    spoken: set[int] = set()
    for row in rows:
        for role, cell in near.cells(row):
            if role in _SPEAKS:
                spoken.add(cell.table or 0)
            if role in _CONTENT and any(map(str.isalnum, cell.text)):
                place = (cell.table or 0, cell.column or 0)
                lengths[place] = lengths.get(place, 0) + _said(cell.text.strip())
                roles[place] = role
    chosen: dict[int, int] = {}
    for table in sorted({place[0] for place in lengths}):
        places = sorted(place for place in lengths if place[0] == table)
        longest = max(places, key=lambda place: lengths[place])
        best = min(places, key=lambda place: (_CONTENT.index(roles[place]), -lengths[place]))
        if table not in spoken and roles[best] == "remark":
            continue  # a list of partners with notes: nobody speaks
        is_longer = lengths[longest] >= _FAR_LONGER * lengths[best]
        chosen[table] = longest[1] if is_longer else best[1]
    return chosen


# A number and its unit, without the marks around and in it.
_FIGURE = re.compile(r"(?:NT|US)?\d+\w{0,2}")
_MARKS = re.compile(r"\W+")


def _said(text: str) -> int:
    """Return how much a cell says: its length, nothing if it is a number."""
    return 0 if _FIGURE.fullmatch(_MARKS.sub("", text)) else len(text)


def _content_cell(near: Neighbours, row: Segment, columns: Mapping[int, int]) -> Segment | None:
    """Return the cell of the column that tells most; where it is empty, what tells most else."""
    cells = [
        (role, cell)
        for role, cell in near.cells(row)
        if (cell.table or 0) in columns and any(map(str.isalnum, cell.text))
    ]
    for _, cell in cells:
        if columns[cell.table or 0] == cell.column:
            return cell
    for wanted in _CONTENT:
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


# Columns that tell who speaks, not for whom.
_OF_SPEAKER = ("person", "title", "representative")
_BEHIND = 2


def _named(
    near: Neighbours, row: Segment, content: Segment, parts: Mapping[str, Mention]
) -> list[Mention]:
    """Return the places, bodies and people in the row's naming cells.

    The department somebody heads does not speak where the row has a city of its own.  What is
    agreed with somebody (後續, 合作情形) names a speaker only where nothing else does.
    """
    found: list[Mention] = []
    has_city = bool(near.in_cells(row, ("city",), "CITY"))
    for role, cell in sorted(near.cells(row), key=lambda told: _order(told, content)):
        if role not in _NAMING or cell is content or is_home(cell):
            continue
        if found and _order((role, cell), content) == _BEHIND:
            break
        word = near.doc.view[cell.start : cell.end].strip()
        if word in parts:
            found.append(parts[word])
        labels = ("CITY", "COUNTRY", "ORGANIZATION", "PERSON")
        for mention in near.doc.kept_in(cell.start, cell.end, *labels):
            if has_city and mention.label == "ORGANIZATION" and role in _OF_SPEAKER:
                continue
            plain = near.doc.view[mention.start : mention.end]
            if mention.label != "PERSON" or not _PART_WORD.fullmatch(plain):
                found.append(mention)
    return found


def _order(told: tuple[str, Segment], content: Segment) -> int:
    """Return when a cell is asked who speaks: places and bodies, people, what is told besides.

    經濟組 of a title is part of the office in the column of offices, wherever that stands.
    """
    role, cell = told
    if role == "relation" or (role == "other" and cell.start > content.start):
        return _BEHIND
    return 1 if role in _OF_SPEAKER else 0


def _speaker(near: Neighbours, row: Segment, named: list[Mention]) -> Speaker:
    people = [m for m in named if m.label == "PERSON"]
    person_id = people[0].entity_id if people else None
    bodies = [m for m in named if m.label == "ORGANIZATION"]
    cities = [
        m
        for m in named
        if m.label == "CITY" and not any(b.start <= m.start and m.end <= b.end for b in bodies)
    ]
    countries = [m for m in named if m.label == "COUNTRY"]
    role = speaker_of(near, person_id, people[0].start) if people else Speaker()
    if bodies and (not cities or _is_office(near, bodies[0])):
        body = speaker_for(near, bodies[0])
        country = body.country_code or (countries[0].entity_id if countries else None)
        return Speaker(person_id, body.city_id, body.organization_id, country)
    if cities:
        place = speaker_for(near, cities[0])
        country = place.country_code or (countries[0].entity_id if countries else None)
        return Speaker(person_id, place.city_id, None, country)
    if countries:
        return Speaker(person_id, None, role.organization_id, countries[0].entity_id)
    return role


def _is_office(near: Neighbours, mention: Mention) -> bool:
    body = near.bodies.get(mention.entity_id or "")
    return body is not None and body.kind in _OFFICE_KINDS

"""Statements of tables: each data row that names a place, office or person says its content cell.

Contract: start..end is the content cell without white space around it; where a column holds our own
side (本方) the other side speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.contract import Mention, Segment, Statement
from pipeline.relations.neighbours import Neighbours, is_home, trimmed
from pipeline.relations.speakers import Speaker, speaker_for, speaker_of, statement

_CONTENT = ("content", "topic", "initiative", "remark", "other")
# Longest cell that only says how things stand: 有效, 洽談中.
_BRIEF = 6
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
_OFFICE_KINDS = ("representative_office", "ministry", "international")


def find_rows(near: Neighbours) -> Iterator[Statement]:
    """Yield a statement for each data row."""
    for row in near.doc.of_kind("table_row"):
        if row.row is None:
            continue
        cell = _content_cell(near, row)
        if cell is None:
            continue
        named = _named(near, row, cell)
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


def _content_cell(near: Neighbours, row: Segment) -> Segment | None:
    """Return the content cell: 內容 before 主題 before 備註, a brief one (有效) last."""
    cells = [(role, cell) for role, cell in near.cells(row) if any(map(str.isalnum, cell.text))]
    best = [
        max(found, key=lambda cell: (len(cell.text.strip()), -cell.start))
        for wanted in _CONTENT
        if (found := [cell for role, cell in cells if role == wanted])
    ]
    told = [cell for cell in best if len(cell.text.strip()) > _BRIEF]
    return next(iter(told or best), None)


def _named(near: Neighbours, row: Segment, content: Segment) -> list[Mention]:
    """Return the places, bodies and people in the row's naming cells."""
    return [
        mention
        for role, cell in near.cells(row)
        if role in _NAMING and cell is not content and not is_home(cell)
        for mention in near.doc.kept_in(
            cell.start, cell.end, "CITY", "COUNTRY", "ORGANIZATION", "PERSON"
        )
    ]


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

"""Merge initiatives and events.

Contract: initiatives merge by folded name and owner, a described one without an owner stays in its
document; events merge by the core of their name and their year, sessions by event and number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.contract import Document, Event, Initiative, InitiativeMention, Mention, Tables
from pipeline.contract.entities import INITIATIVE_STATUSES
from pipeline.ids import make_id
from pipeline.merging.blocks import Renaming, blocks, first, groups_by_place, longest, most
from pipeline.relations.event_names import corpus_key
from pipeline.relations.initiatives.naming import initiative_key


def merge_initiatives(every: Tables, renaming: Renaming) -> list[Initiative]:
    """Return the initiatives of the corpus; bodies in ``renaming`` are merged already."""
    days = _days(every)
    merged = []
    for name, block in blocks(every[Initiative], _block_of):
        for owner, group in groups_by_place(block, lambda row: _owner(row, renaming)):
            initiative_id = make_id("initiative", *name, owner)
            renaming.update((row.initiative_id, initiative_id) for row in group)
            merged.append(_initiative(initiative_id, group, days, renaming))
    return merged


def _block_of(row: Initiative) -> tuple[str, ...]:
    has_owner = row.city_id or row.country_code or row.organization_id
    if row.is_named or has_owner:
        return (initiative_key(row.name), "named" if row.is_named else "described")
    return (row.initiative_id,)


def _owner(row: Initiative, renaming: Renaming) -> str | None:
    if row.owner_kind == "organization" and row.organization_id:
        return renaming.get(row.organization_id, row.organization_id)
    return row.city_id or row.country_code


def _days(every: Tables) -> dict[str, date]:
    """Return the day of the document of each document-level initiative."""
    published = {d.document_id: d.published_on or date.min for d in every[Document]}
    document_of = {m.mention_id: m.document_id for m in every[Mention]}
    rows = every[InitiativeMention]
    return {row.initiative_id: published[document_of[row.mention_id]] for row in rows}


def _initiative(
    initiative_id: str,
    group: Sequence[Initiative],
    days: Mapping[str, date],
    renaming: Renaming,
) -> Initiative:
    # The latest document counts, and of several the furthest status.
    _, status = max(
        (days.get(row.initiative_id, date.min), INITIATIVE_STATUSES.index(row.status))
        for row in group
    )
    bodies = [renaming.get(row.organization_id or "") for row in group]
    return Initiative(
        initiative_id=initiative_id,
        name=longest(row.name for row in group) or "",
        kind=most(Counter(row.kind for row in group)),
        is_named=any(row.is_named for row in group),
        theme=tuple(sorted({theme for row in group for theme in row.theme})),
        status=INITIATIVE_STATUSES[status],
        owner_kind=first(row.owner_kind for row in group),
        city_id=first(row.city_id for row in group),
        country_code=first(row.country_code for row in group),
        organization_id=first(bodies),
        n_mentions=sum(row.n_mentions for row in group),
        n_documents=sum(row.n_documents for row in group),
    )


def merge_events(rows: Sequence[Event], renaming: Renaming) -> list[Event]:
    """Return the events of the corpus and record the id each row goes to."""
    keys = {row.event_id: _event_key(row) for row in rows}
    groups = blocks(rows, lambda row: _session_key(row, keys))
    for name, block in groups:
        renaming.update((row.event_id, make_id("event", *name)) for row in block)
    merged = []
    for name, block in groups:
        days = sorted({row.start_date for row in block if row.start_date})
        ends = sorted({row.end_date for row in block if row.end_date})
        event_id = make_id("event", *name)
        parents = (renaming.get(row.parent_event_id or "") for row in block)
        merged.append(
            Event(
                event_id=event_id,
                parent_event_id=first(parent for parent in parents if parent != event_id),
                name=longest(row.name for row in block) or "",
                edition=first(row.edition for row in block),
                session=first(row.session for row in block),
                city_id=first(row.city_id for row in block),
                start_date=days[0] if days else None,
                end_date=ends[-1] if ends else None,
            )
        )
    return merged


def _event_key(row: Event) -> tuple[str, str]:
    return corpus_key(row.name, row.edition, row.start_date.year if row.start_date else None)


def _session_key(row: Event, keys: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    """Return the key of an event, or that of the event a session is of and its number."""
    if row.session is None:
        return keys[row.event_id]
    return (*keys.get(row.parent_event_id or "", keys[row.event_id]), row.session)

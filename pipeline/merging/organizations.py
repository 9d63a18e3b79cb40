"""Merge organizations by folded name and place: 北市府 and 臺北市政府 are one.

Contract: a record without a place joins only if its block has exactly one; a local body (an agency,
say) without any place stays by itself, because every city has one of that name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.contract import Organization
from pipeline.ids import make_id
from pipeline.language.body_names import core_name, is_local_office, plain_name
from pipeline.merging.blocks import (
    Renaming,
    blocks,
    first,
    groups_by_place,
    longest,
    most,
    variants,
)

# Bodies every city has one of: without a place two of them are not the same.
_LOCAL_KINDS = frozenset({"government", "agency", "council"})


def merge_organizations(rows: Sequence[Organization], renaming: Renaming) -> list[Organization]:
    """Return the organizations of the corpus and record the id each row goes to."""
    groups: list[tuple[str, list[Organization]]] = []
    for (name,), block in blocks(rows, lambda row: (_block_name(row),)):
        for place, group in groups_by_place(block, lambda row: row.city_id or row.country_code):
            alone = not place and any(row.kind in _LOCAL_KINDS for row in group)
            for part in [[row] for row in group] if alone else [group]:
                scope = part[0].organization_id if alone else ""
                organization_id = make_id("organization", name, place, scope)
                renaming.update((row.organization_id, organization_id) for row in part)
                groups.append((organization_id, part))
    return [_organization(name, group, renaming) for name, group in groups]


def _block_name(row: Organization) -> str:
    """Return what all names of one body share: an English name, or its core within a city."""
    if row.name_en is not None:
        return row.name_en
    if row.kind in _LOCAL_KINDS and row.city_id is not None:
        if row.kind == "government":
            return core_name(row.name) if is_local_office(row.name) else "政府"
        return core_name(row.name)
    return plain_name(row.name)


def _organization(name: str, group: Sequence[Organization], renaming: Renaming) -> Organization:
    parents = Counter(
        renaming.get(row.parent_organization_id, row.parent_organization_id)
        for row in group
        if row.parent_organization_id
    )
    parents.pop(name, None)
    return Organization(
        organization_id=name,
        name=longest(row.name for row in group) or "",
        name_en=longest(row.name_en for row in group),
        kind=most(Counter(row.kind for row in group)),
        variants=variants(row.variants for row in group),
        parent_organization_id=most(parents) if parents else None,
        city_id=first(row.city_id for row in group),
        country_code=first(row.country_code for row in group),
        n_mentions=sum(row.n_mentions for row in group),
        n_documents=sum(row.n_documents for row in group),
    )

"""What all merges share: blocks of equal names, groups by place, votes.

Contract: every result is a function of the set of rows, never of their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from pipeline.contract import Row

R = TypeVar("R", bound=Row)
Renaming = dict[str, str]


def blocks(
    rows: Iterable[R], key: Callable[[R], tuple[str, ...]]
) -> list[tuple[tuple[str, ...], list[R]]]:
    """Return the rows in blocks of equal key, in order of the key."""
    ordered = sorted(rows, key=key)
    return [(name, list(block)) for name, block in groupby(ordered, key)]


def most(counts: Mapping[str, int]) -> str:
    """Return the most frequent value; among equals the longest, then the first by code points."""
    return min(counts, key=lambda value: (-counts[value], -len(value), value))


def first(values: Iterable[str | None]) -> str | None:
    """Return the least value that is not None."""
    return min((value for value in values if value is not None), default=None)


def longest(values: Iterable[str | None]) -> str | None:
    """Return the longest value; among equals the first by code points."""
    return min(
        (value for value in values if value), key=lambda value: (-len(value), value), default=None
    )


def groups_by_place(
    block: Sequence[R], place: Callable[[R], str | None]
) -> list[tuple[str, list[R]]]:
    """Group the records of a block by place; those without one join if there is exactly one."""
    places = sorted({name for row in block if (name := place(row))})
    lone = places[0] if len(places) == 1 else ""
    groups: dict[str, list[R]] = {}
    for row in block:
        groups.setdefault(place(row) or lone, []).append(row)
    return sorted(groups.items(), key=lambda item: item[0])


def variants(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return all variants, sorted."""
    return tuple(sorted({variant for variants in lists for variant in variants}))

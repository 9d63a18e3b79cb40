"""Parts that several lexicons are built with, made once for all of them.

Contract: a part depends on the tables alone and is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TypeVar

Part = TypeVar("Part")
Tables = Mapping[str, Sequence[Mapping[str, str]]]


def shared(build: Callable[[Tables], Part]) -> Callable[[Tables], Part]:
    """Let ``build`` keep what it made with the tables, where those have a place for it."""

    @wraps(build)
    def once(tables: Tables) -> Part:
        made = getattr(tables, "made", {})
        if build not in made:
            made[build] = build(tables)
        part: Part = made[build]
        return part

    return once

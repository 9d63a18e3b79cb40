"""Small values that recognizers make by the thousand: frozen for mypy, cheap to make.

Contract: `record` gives a class what ``dataclass(frozen=True, slots=True)`` gives it; only that
nobody changes a value is not checked again at run time, where it makes values twice as dear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a value: equal and hashed by its fields, not to be changed.

    >>> @record
    ... class Stretch:
    ...     start: int
    ...     end: int
    >>> Stretch(1, 2) == Stretch(1, 2), len({Stretch(1, 2), Stretch(1, 2)})
    (True, 1)
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)

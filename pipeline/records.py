"""Small values that recognizers make by the thousand: frozen for mypy, cheap to make.

Contract: `record` gives a class what ``dataclass(frozen=True, slots=True)`` gives it; only that
nobody changes a value is not checked again at run time, where it makes values twice as dear.
`Again` keeps what is made one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Generic, TypeVar, dataclass_transform

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


class Again(Generic[T]):
    """What an iterator gives, to be gone through again: made when first asked for, and kept.

    >>> squares = Again(n * n for n in range(10**9))
    >>> [next(n for n in squares if n > limit) for limit in (50, 30)]
    [64, 36]
    """

    __slots__ = ("_made", "_rest")

    def __init__(self, items: Iterator[T]) -> None:
        self._made: list[T] = []
        self._rest = items

    def __iter__(self) -> Iterator[T]:
        made = self._made
        for index in count():
            if index == len(made):
                made.extend(islice(self._rest, 1))
            if index == len(made):
                return
            yield made[index]

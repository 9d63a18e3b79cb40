"""Results of a pure function, kept because texts ask for the same words again and again.

Contract: the result is that of the function; memory is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_MOST = 20_000


class Memo(dict[K, V]):
    """Results by argument; all are forgotten when there are too many.

    >>> lengths = Memo(len)
    >>> lengths["市長"], lengths["市長"], dict(lengths)
    (2, 2, {'市長': 2})
    """

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[K], V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: K) -> V:
        if len(self) >= _MOST:
            self.clear()
        value = self[key] = self._function(key)
        return value

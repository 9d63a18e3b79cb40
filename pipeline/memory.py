"""Do without Python's search for cyclic garbage where none is made.

Contract: the collector is as it was afterwards, whatever happens.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """Switch the collector off: rows form no cycles, and looking for them costs a twelfth of a run.

    >>> with no_collector():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

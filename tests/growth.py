"""Whether the time of some work grows as its input does, on a machine that does other work too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TRIES = 4
# Below this a clock tells nothing, in seconds.
_LEAST = 0.02


def is_linear(work: Callable[[int], object], size: int, times: int = 4, slack: float = 3) -> bool:
    """Tell whether work over `times` the size takes at most `slack` times as long as that suggests.

    A neighbour can slow a process but never hasten it, so the shortest of a few times counts.
    """
    small = max(min(_seconds(work, size) for _ in range(_TRIES)), _LEAST)
    bound = small * times * slack
    return any(_seconds(work, size * times) < bound for _ in range(_TRIES))


def _seconds(work: Callable[[int], object], size: int) -> float:
    """Return CPU seconds without the garbage collector, which looks at the heap of all tests."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        work(size)
        return time.process_time() - started
    finally:
        gc.enable()

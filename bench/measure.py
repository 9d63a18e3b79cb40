"""Measure a process or a function in CPU time, which other work on the machine disturbs least.

Contract: times are seconds of CPU (user and system) unless called wall; memory is the highest
resident size in MB.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

ROOT = Path(__file__).parents[1]
_KB_PER_MB = 1 if sys.platform != "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost.

    Attributes:
        wall_s: seconds from start to end.
        cpu_s: seconds of CPU, its own workers included.
        peak_mb: highest resident memory.
        output: what it printed.
    """

    wall_s: float
    cpu_s: float
    peak_mb: float
    output: str

    def answer(self) -> dict[str, Any]:
        """Return the JSON object in the last line printed (some peers print warnings first)."""
        found: dict[str, Any] = json.loads(self.output.splitlines()[-1])
        return found


def run_python(*arguments: str) -> Cost:
    """Run this interpreter in the checkout and return the cost.

    Raises:
        RuntimeError: it did not end with 0 or 3 (some documents refused).
    """
    with TemporaryFile("w+", encoding="utf-8") as printed:
        started = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, stdout=printed, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall_s = time.perf_counter() - started
        printed.seek(0)
        output = printed.read()
    if child.returncode not in (0, 3):
        raise RuntimeError(f"{' '.join(arguments)}\n{output}")
    return Cost(
        wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _KB_PER_MB / 1024, output
    )


def speed_of(
    function: Callable[[str], object], texts: Iterable[str], seconds: float = 2.0
) -> tuple[int, float]:
    """Call ``function`` on the texts, again and again for about ``seconds`` of CPU.

    Returns:
        The number of characters it was given, and the seconds of CPU it took.
    """
    given = list(texts)
    n_chars = 0
    started = time.process_time()
    while True:
        for text in given:
            function(text)
            n_chars += len(text)
            taken = time.process_time() - started
            if taken >= seconds:
                return n_chars, taken

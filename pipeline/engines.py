"""Engines: how shards of documents get to workers.  An engine knows no stage.

Contract: an engine has two methods, `run` and `close`.  `run` yields each shard's answer once, in
any order; a shard whose worker died is tried again item by item, and an item that kills its worker
yields `Lost`.  Nothing an engine does changes a byte of the output.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
A = TypeVar("A")
Work = Callable[[Sequence[T]], A]


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item whose worker process died."""

    item: T


class Engine(Protocol):
    """Runs a function over shards."""

    def run(self, work: Work[T, A], shards: Sequence[Sequence[T]]) -> Iterator[A | Lost[T]]:
        """Yield the answer of each shard, or the items whose worker died."""

    def close(self) -> None:
        """Stop; work under way is given up."""


class Serial:
    """Runs everything in this process."""

    def run(self, work: Work[T, A], shards: Sequence[Sequence[T]]) -> Iterator[A | Lost[T]]:
        """Yield the answer of each shard, in order."""
        for shard in shards:
            yield work(shard)

    def close(self) -> None:
        """Nothing to stop."""


class Pool:
    """Runs shards in worker processes of this machine.

    Args:
        workers: number of processes.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._executor: ProcessPoolExecutor | None = None

    def run(self, work: Work[T, A], shards: Sequence[Sequence[T]]) -> Iterator[A | Lost[T]]:
        """Yield the answers as they come; only shards in flight are suspects when a worker dies."""
        waiting = list(reversed(shards))
        flying: dict[Future[A], Sequence[T]] = {}
        while waiting or flying:
            while waiting and len(flying) < self.workers:
                shard = waiting.pop()
                flying[self._pool(self.workers).submit(work, shard)] = shard
            done, _ = wait(flying, return_when=FIRST_COMPLETED)
            suspects = []
            for future in done:
                shard = flying.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    suspects.append(shard)
            if suspects:
                suspects.extend(flying.values())
                flying.clear()
                yield from self._one_by_one(work, suspects)

    def _one_by_one(self, work: Work[T, A], shards: Sequence[Sequence[T]]) -> Iterator[A | Lost[T]]:
        self.close()
        for shard in shards:
            for item in shard:
                try:
                    yield self._pool(1).submit(work, [item]).result()
                except BrokenProcessPool:
                    self.close()
                    yield Lost(item) if self._can_start() else work([item])
        self.close()

    def _can_start(self) -> bool:
        """Whether worker processes start at all; they do not where the main program is no file."""
        try:
            self._pool(1).submit(_do_nothing).result()
        except BrokenProcessPool:
            self.close()
            return False
        return True

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        if self._executor is None:
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(workers, context, initializer=_prepare_worker)
        return self._executor

    def close(self) -> None:
        """Stop the worker processes without waiting for their shards."""
        if self._executor is None:
            return
        executor, self._executor = self._executor, None
        executor.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
            process.join()


def _do_nothing() -> None:
    """Show that a worker is alive."""


def _prepare_worker() -> None:
    # Ctrl-C reaches the whole process group; the parent alone decides and stops the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when its parent is killed: the queue they share would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

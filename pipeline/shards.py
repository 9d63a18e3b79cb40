"""Spread documents over workers.

Contract: how documents are cut into shards changes no byte of the output; a document without a
result comes back with the reason.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pipeline.engines import Engine, Lost, Pool, Serial, Work
from pipeline.flow import Stage
from pipeline.planning.files import SourceFile
from pipeline.planning.problems import Problem
from pipeline.planning.state import State, read_held, write_file
from pipeline.planning.versions import Versions
from pipeline.progress import Bar
from pipeline.task import Options

if TYPE_CHECKING:
    from pipeline.worker import Receipt

# Each worker loads the lexicons anew: below this much source one process is faster.
_BYTES_PER_WORKER = 300_000
_SHARDS_PER_WORKER = 4


def run_stages(
    options: Options, versions: Versions, todo: Sequence[SourceFile], stages: tuple[Stage, ...]
) -> dict[str, Problem]:
    """Run ``stages`` over documents and save the results.

    Returns:
        Why there is no result, by document_id, for the documents that have none.
    """
    if not todo:
        return {}
    from pipeline.worker import Job, run_shard  # noqa: PLC0415 - only when there is work

    job = Job(
        options.raw,
        options.out,
        options.config_dir,
        options.settings,
        stages,
        tuple(versions.keys.items()),
        is_whole=len(stages) == len(options.stages),
    )
    workers = count_workers(options.workers, todo)
    engine: Engine = Pool(workers) if workers > 1 else Serial()
    held = State(options.out).held
    suspects = read_held(held)
    apart = [source for source in todo if source.content in suspects]
    rest = [source for source in todo if source.content not in suspects]
    work = partial(run_shard, job)
    bar = Bar(len(todo))
    try:
        # What a killed process was at work on may have killed it: it gets a process of its own.
        lost = _collect(Pool(1), work, [[source] for source in apart], bar)
        lost.update(_collect(engine, work, [*cut_shards(options, rest, workers)], bar))
    finally:
        bar.close()
    dead = {source.content for source in todo if lost.get(source.document_id) == _died(source)}
    shutil.rmtree(held, ignore_errors=True)
    for content in sorted(dead):
        write_file(held / content, content.encode(), is_durable=False)
    return lost


def _collect(
    engine: Engine,
    work: Work[SourceFile, list[Receipt]],
    shards: Sequence[Sequence[SourceFile]],
    bar: Bar,
) -> dict[str, Problem]:
    """Run the shards and return why documents have no result, by document_id."""
    lost: dict[str, Problem] = {}
    try:
        for answer in engine.run(work, shards):
            if isinstance(answer, Lost):
                lost[answer.item.document_id] = _died(answer.item)
                bar.advance(1)
                continue
            bar.advance(len(answer))
            lost.update((r.document_id, r.problem) for r in answer if r.problem is not None)
    finally:
        engine.close()
    return lost


def _died(source: SourceFile) -> Problem:
    message = "the worker process died over this document"
    advice = "it may need more memory; the other documents are complete"
    return Problem(source.path, "error", "worker_died", message, advice, "run")


def count_workers(asked: int, todo: Sequence[SourceFile]) -> int:
    """Return how many processes to use; 0 asks for as many as pay."""
    if asked:
        return min(asked, len(todo))
    useful = sum(source.size for source in todo) // _BYTES_PER_WORKER
    return max(1, min(len(os.sched_getaffinity(0)), useful, len(todo)))


def cut_shards(
    options: Options, todo: Sequence[SourceFile], workers: int
) -> Iterator[list[SourceFile]]:
    """Cut documents into shards, limited in number and bytes, enough for all workers."""
    run = options.settings.run
    fair = -(-len(todo) // (workers * _SHARDS_PER_WORKER)) if workers > 1 else len(todo)
    limit = max(1, min(run.shard_documents, fair))
    shard: list[SourceFile] = []
    size = 0
    for source in todo:
        if shard and (len(shard) >= limit or size + source.size > run.shard_bytes):
            yield shard
            shard, size = [], 0
        shard.append(source)
        size += source.size
    if shard:
        yield shard

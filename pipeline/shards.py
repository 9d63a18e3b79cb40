"""Spread documents over workers.

Contract: how documents are cut into shards changes no byte of the output; a document without a
result comes back with the reason.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.engines import Engine, Lost, Pool, Serial
from pipeline.flow import Stage
from pipeline.planning.files import SourceFile
from pipeline.planning.problems import Problem
from pipeline.planning.versions import Versions
from pipeline.progress import Bar
from pipeline.task import Options

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
    bar = Bar(len(todo))
    lost: dict[str, Problem] = {}
    try:
        for answer in engine.run(partial(run_shard, job), list(cut_shards(options, todo, workers))):
            if isinstance(answer, Lost):
                lost[answer.item.document_id] = _died(answer.item)
                bar.advance(1)
                continue
            bar.advance(len(answer))
            lost.update((r.document_id, r.problem) for r in answer if r.problem is not None)
    finally:
        bar.close()
        engine.close()
    return lost


def _died(source: SourceFile) -> Problem:
    message = "the worker process died twice over this document"
    advice = "it may need more memory: try --workers 1"
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

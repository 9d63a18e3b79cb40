"""Run the document stages up to one of them and look at what it wrote.

Contract: nothing is published; the tables go to ``OUT/.state/until/<stage>/``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable

import pyarrow.parquet as pq

from pipeline.contract import Diagnostic, Row, Tables
from pipeline.contract.arrow import rows_to_arrow
from pipeline.contract.columns import to_rows
from pipeline.loading import make_binder
from pipeline.planning.files import SourceFile
from pipeline.planning.problems import Problem
from pipeline.progress import Say, say_diagnostics, say_rows
from pipeline.results import Result, Results
from pipeline.shards import run_stages
from pipeline.task import Task


def run_until(task: Task, say: Say) -> bool:
    """Run up to ``task.options.until``, write its tables and say how many rows they have.

    Returns:
        Whether every file gave a document.
    """
    names = [stage.name for stage in task.options.stages]
    stages = task.options.stages[: names.index(task.options.until) + 1]
    sources = list(task.plan.sources.values())
    lost = run_stages(task.options, task.versions, sources, stages)
    results = Results(task.state.results)
    tables = Tables()
    problems = [*task.plan.problems, *lost.values()]
    is_complete = not any(problem.level == "error" for problem in problems)
    for source in sources:
        result = results.load(source.content)
        if result is None:
            continue
        is_complete = is_complete and not result.is_refused
        if result.failure is not None:
            problems.append(_failed(source, result.failure[0], result.failure[2]))
        tables.extend(_bound(source, result, {*stages[-1].writes, Diagnostic}))
    tables[Diagnostic] = [*tables[Diagnostic], *(problem.as_row() for problem in problems)]
    _write(task, tables, stages[-1].writes, say)
    say_diagnostics(
        [(d.level, f"{d.place or d.source_path}: {d.message}") for d in tables[Diagnostic]], say
    )
    return is_complete


def _failed(source: SourceFile, stage: str, why: str) -> Problem:
    return Problem(source.path, "error", "stage_failed", why, "", stage)


def _bound(source: SourceFile, result: Result, kinds: Iterable[type[Row]]) -> Tables:
    binder = make_binder(source, result)
    tables = Tables()
    for kind in kinds:
        name = kind.spec.name
        tables[kind] = [
            row for cols in result.columns(name) for row in to_rows(kind, binder.bind(name, cols))
        ]
    return tables


def _write(task: Task, tables: Tables, kinds: tuple[type[Row], ...], say: Say) -> None:
    folder = task.state.until(task.options.until)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for kind in kinds:
        pq.write_table(
            rows_to_arrow(kind.spec, tables[kind]),
            folder / f"{kind.spec.name}.parquet",
            compression="zstd",
        )
    say(f"tables of {task.options.until} in {folder}")
    say_rows({kind.spec.name: len(tables[kind]) for kind in kinds}, say)

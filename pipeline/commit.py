"""Commit: from stage results to a published generation and the manifest that tells of it.

Contract: nothing is switched before every table is written and checked; the manifest comes last.
"""

from __future__ import annotations

import hashlib
import platform
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import metadata

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.assembly import Assembler, merge_documents
from pipeline.contract import SCHEMA_VERSION, TABLES, Diagnostic, Run
from pipeline.contract.arrow import arrow_schema, rows_to_arrow
from pipeline.corrections.apply import apply_corrections
from pipeline.corrections.corpus import correct_corpus
from pipeline.corrections.entries import read_corrections
from pipeline.generations import Generation, make_generation
from pipeline.loading import Loaded, ResultMissingError, load_documents
from pipeline.planning.manifest import Entry, Manifest, write_manifest
from pipeline.planning.plan import hash_problems
from pipeline.planning.problems import Problem
from pipeline.progress import Say, count, say_diagnostics, say_rows
from pipeline.results import Results
from pipeline.shards import run_stages
from pipeline.task import Task

_RUNS = "runs.parquet"


def commit(task: Task, lost: dict[str, Problem], say: Say) -> bool:
    """Publish the results of all documents but the lost ones.

    Args:
        task: the run.
        lost: documents without a result, and why; more may be added.
        say: takes the summary.

    Returns:
        Whether every file gave a document.

    Raises:
        ContractError: the tables together break the contract; nothing is published.
        OutputError: the output folder cannot be written.
    """
    results = Results(task.state.results)
    loaded = _load(task, results, lost)
    problems = [*task.plan.problems, *lost.values()]
    generation = make_generation(task.options.out)
    try:
        assembler = _assemble(task, results, generation, loaded, problems)
    except BaseException:
        generation.discard()
        raise
    generation.publish()
    _write_manifest(task, generation, assembler, loaded, problems)
    _keep_results(task, results)
    n_documents = sum(not document.is_refused for document in loaded)
    say(f"{count(n_documents, 'document')} in {task.options.out}")
    say_rows({name: assembler.counts[name] for name in TABLES if name in assembler.counts}, say)
    for name in generation.foreign:
        say(f"{task.options.out / name} is yours and stays; ours is in {generation.folder}")
    found = [row for document in loaded for row in document.diagnostics]
    found += [*assembler.told, *(problem.as_row() for problem in problems)]
    say_diagnostics([(row.level, _line(row)) for row in found], say)
    has_errors = any(problem.level == "error" for problem in problems)
    return not has_errors and n_documents == len(loaded)


def _line(row: Diagnostic) -> str:
    place = row.place or row.source_path or ""
    advice = f" ({row.advice})" if row.advice else ""
    return f"{place}: {row.stage}: {row.message}{advice}"


def _load(task: Task, results: Results, lost: dict[str, Problem]) -> list[Loaded]:
    """Load all results; those that cannot be read are made once more."""
    sources = {name: s for name, s in task.plan.sources.items() if name not in lost}
    loaded = list(load_documents(results, sources))
    bad = [item for item in loaded if isinstance(item, str)]
    good = [item for item in loaded if not isinstance(item, str)]
    if not bad:
        return good
    todo = [sources[name] for name in bad]
    lost.update(run_stages(task.options, task.versions, todo, task.options.stages))
    again = {name: sources[name] for name in bad if name not in lost}
    for item in load_documents(results, again):
        if isinstance(item, str):
            raise ResultMissingError(item)
        good.append(item)
    return sorted(good, key=lambda document: document.source.document_id)


def _assemble(
    task: Task,
    results: Results,
    generation: Generation,
    loaded: list[Loaded],
    problems: list[Problem],
) -> Assembler:
    assembler = Assembler(
        generation,
        results,
        task.manifest,
        task.versions.keys["publish"],
        task.options.settings.publish.part_above,
    )
    applied = apply_corrections(read_corrections(task.options.config_dir), loaded, results)
    merged, renaming = merge_documents(loaded, applied.labels)
    told = [*applied.told, *correct_corpus(merged, applied.later)]
    merged[Diagnostic] = [*merged[Diagnostic], *told]
    assembler.build(loaded, merged, renaming, problems)
    generation.write_table(_RUNS, _runs(task, generation, loaded, len(problems)))
    assembler.describe()
    return assembler


def _runs(task: Task, generation: Generation, loaded: list[Loaded], n_problems: int) -> pa.Table:
    """Return the table `runs` with this run appended."""
    schema = arrow_schema(Run.spec)
    earlier = rows_to_arrow(Run.spec, [])
    if generation.parent is not None and (generation.parent / _RUNS).is_file():
        read = pq.read_table(generation.parent / _RUNS)
        earlier = read if read.schema.equals(schema) else earlier
    refused = sum(document.is_refused for document in loaded)
    new = Run(
        run_id=f"run_{generation.name}",
        started_at=datetime.fromtimestamp(task.started, UTC).isoformat(timespec="seconds"),
        duration_s=round(time.time() - task.started, 3),
        version=_version(),
        schema_version=SCHEMA_VERSION,
        python=f"{platform.python_version()} {platform.system()} {platform.machine()}",
        libraries=_libraries(task.versions.parts),
        workers=max(1, task.options.workers),
        n_documents=len(loaded) - refused,
        n_added=task.plan.n_added(),
        n_changed=len(task.plan.reasons.keys() - task.plan.renamed.keys())
        - sum(reason == "new" for reason in task.plan.reasons.values()),
        n_removed=len(task.plan.removed) + len(task.plan.renamed),
        n_failed=refused + n_problems,
        output_sha256=_output_hash(generation),
    )
    return pa.concat_tables([earlier, rows_to_arrow(Run.spec, [new])]).replace_schema_metadata(
        schema.metadata
    )


def _version() -> str:
    try:
        return metadata.version("summit-pipeline")
    except metadata.PackageNotFoundError:
        return "checkout"


def _libraries(parts: Mapping[str, Mapping[str, str]]) -> str:
    found = {
        name.removeprefix("library "): version
        for items in parts.values()
        for name, version in items.items()
        if name.startswith("library ")
    }
    return ", ".join(f"{name} {version}" for name, version in sorted(found.items()))


def _output_hash(generation: Generation) -> str:
    lines = [f"{name} {sha256}\n" for name, (_, _, sha256) in sorted(generation.files.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _write_manifest(
    task: Task,
    generation: Generation,
    assembler: Assembler,
    loaded: list[Loaded],
    problems: list[Problem],
) -> None:
    entries = {
        document.source.document_id: Entry(
            document.source.path,
            document.source.sha256,
            document.source.meta_sha256,
            document.source.content,
            document.is_refused,
        )
        for document in loaded
    }
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        scanned_ns=task.scan.scanned_ns,
        seen=task.scan.seen,
        entries=entries,
        problems=hash_problems(problems),
        parts=task.versions.parts,
        keys=task.versions.keys,
        generation=generation.name,
        output=generation.files,
        fingerprints=assembler.fingerprints,
    )
    write_manifest(task.state.manifest, manifest)


def _keep_results(task: Task, results: Results) -> None:
    """Delete results that neither this output nor the one before uses."""
    used = {source.content for source in task.plan.sources.values()}
    if task.manifest is not None:
        used.update(entry.content for entry in task.manifest.entries.values())
    results.keep_only(used)

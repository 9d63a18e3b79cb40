"""Run the stages over a few documents: the function every engine hands out.

Contract: what it writes depends on the documents, the configuration and the code alone, and writing
it twice does no harm; one document that fails never takes another with it.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from pipeline.config import Settings
from pipeline.contract import Diagnostic, Document, Row, Tables
from pipeline.contract.checks import check_tables
from pipeline.contract.laws import check_laws
from pipeline.errors import ConfigError, InputError, SummitError
from pipeline.flow import Stage
from pipeline.memory import no_collector
from pipeline.planning.files import SourceFile
from pipeline.planning.problems import Problem
from pipeline.planning.state import State
from pipeline.readers.source import Source
from pipeline.resources import Resources
from pipeline.results import Result, Results


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to know besides the documents.

    Attributes:
        raw: folder of the sources.
        out: folder of the tables, for its state.
        config_dir: folder of settings and lexicons.
        settings: the settings.
        stages: the stages to run, in order.
        keys: their current keys, as (name, key).
        is_whole: whether these are all stages, so that the laws must hold at the end.
    """

    raw: Path
    out: Path
    config_dir: Path
    settings: Settings
    stages: tuple[Stage, ...]
    keys: tuple[tuple[str, str], ...]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one document.

    Attributes:
        document_id: the document.
        problem: why there is no result; None if there is one.
    """

    document_id: str
    problem: Problem | None = None


def placeholder(source: SourceFile) -> str:
    """Return the path and document_id the stages see: a function of the content."""
    return f"{source.content}{source.ending}"


def run_shard(job: Job, shard: Sequence[SourceFile]) -> list[Receipt]:
    """Run the stages over each document and save the results; return what became of them."""
    mark = State(job.out).held / str(os.getpid())
    mark.parent.mkdir(exist_ok=True)
    try:
        with no_collector(), mark.open("wb", buffering=0) as held:
            return [_run_document(job, source, held) for source in shard]
    finally:
        mark.unlink(missing_ok=True)


def _run_document(job: Job, source: SourceFile, held: BinaryIO) -> Receipt:
    results = Results(State(job.out).results)
    keys = dict(job.keys)
    result = results.load(source.content) or Result()
    result.keep_current(keys)
    if result.is_complete([stage.name for stage in job.stages]):
        return Receipt(source.document_id)
    held.seek(0)
    held.write(source.content.encode())  # stays there if this process is killed
    try:
        given, noticed = _read(job.raw, source)
    except InputError as error:
        problem = Problem(source.path, "error", "vanished", error.message, error.advice, "ingest")
        return Receipt(source.document_id, problem)
    _run_stages(job, keys, result, given, noticed)
    results.save(source.content, result)
    return Receipt(source.document_id)


def _run_stages(
    job: Job, keys: Mapping[str, str], result: Result, source: Source, noticed: list[Diagnostic]
) -> None:
    """Run what is left of the stages; the one place where any exception is caught."""
    resources = _resources(job.config_dir, job.settings, State(job.out).words)
    done = len(result.sections)
    tables = result.tables({kind: None for stage in job.stages[:done] for kind in stage.writes})
    for index, stage in enumerate(job.stages[done:], start=done):
        try:
            written = _run_stage(stage, index, source, tables, resources)
            if index == 0 and noticed:
                written[Diagnostic] = [*noticed, *written[Diagnostic]]
            written.keep_columns()
            check_tables(written.select(last_written(job.stages, index)))
            _add(tables, written)
            if job.is_whole and index == len(job.stages) - 1:
                check_laws(tables)
            result.add(stage.name, keys[stage.name], written)
        except (ConfigError, OSError):
            raise  # concerns every document: a stage itself opens nothing
        except (ImportError, SyntaxError) as error:
            advice = "the program is not complete: install it again"
            raise SummitError(f"stage {stage.name}", _describe(error), advice) from error
        except Exception as error:  # noqa: BLE001 - the worker wrapper of design section 7
            result.failure = (stage.name, keys[stage.name], _describe(error))
            return


def last_written(stages: Sequence[Stage], index: int) -> list[type[Row]]:
    """Return the tables whose rows of this stage stay: later stages write them no more."""
    later = {kind for stage in stages[index + 1 :] for kind in stage.writes}
    return [kind for kind in stages[index].writes if kind not in later or kind is Diagnostic]


def _run_stage(
    stage: Stage, index: int, source: Source, tables: Tables, resources: Resources
) -> Tables:
    given: Sequence[Source] | Tables = [source] if index == 0 else tables
    if index > 0 and not tables[Document]:
        return Tables()  # refused by ingest
    produced = stage.function()(given, resources)
    return produced.select(stage.writes) if isinstance(produced, Tables) else Tables()


def _add(tables: Tables, written: Tables) -> None:
    known = {row.diagnostic_id for row in tables[Diagnostic]}
    written[Diagnostic] = [r for r in written[Diagnostic] if r.diagnostic_id not in known]
    total = [*tables[Diagnostic], *written[Diagnostic]]
    tables.update(written)
    tables[Diagnostic] = total


def _describe(error: Exception) -> str:
    """Return what a reader of `diagnostics` needs to find the cause."""
    if isinstance(error, SummitError):
        return str(error)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "worker.py" not in f.filename]
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{where}"


@cache
def _resources(config_dir: Path, settings: Settings, words: Path) -> Resources:
    return Resources(config_dir, settings, words)


def _read(raw: Path, source: SourceFile) -> tuple[Source, list[Diagnostic]]:
    """Read a document and its sidecar, and make sure they are still what was planned."""
    data = _read_bytes(raw / source.path, source.sha256)
    meta: dict[str, object] = {}
    noticed: list[Diagnostic] = []
    if source.meta_path:
        try:
            text = _read_bytes(raw / source.meta_path, source.meta_sha256).decode("utf-8-sig")
            meta = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            noticed = [_bad_meta(placeholder(source), error)]
    name = placeholder(source)
    return Source(path=name, data=data, meta=meta, document_id=name), noticed


def _bad_meta(path: str, error: Exception) -> Diagnostic:
    problem = Problem(
        path,
        "warning",
        "bad_meta",
        f"the .meta.toml beside it is not valid TOML, so it is not used: {error}",
        "correct it",
        "ingest",
    )
    return problem.as_row()


def _read_bytes(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read any more: {error.strerror}"
        raise InputError(str(path), message, "run again") from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise InputError(str(path), "the file changed while it was read", "run again")
    return data

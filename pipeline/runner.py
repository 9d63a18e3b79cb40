"""One run: plan, map the stages over shards, merge, check, commit; say why each thing is done.

Contract: nothing heavy is imported before there is something to do; what is published depends on
the raw folder, the configuration and the code alone; a run that was cut off is simply done again.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from pipeline.config import find_config_dir, read_settings
from pipeline.errors import OutputError, UsageError
from pipeline.flow import ENDINGS, STAGE_NAMES
from pipeline.memory import no_collector
from pipeline.planning.files import Scan, scan_raw
from pipeline.planning.manifest import Manifest, read_manifest, write_manifest
from pipeline.planning.output import find_damage
from pipeline.planning.plan import make_plan, promote_copies
from pipeline.planning.state import State
from pipeline.planning.versions import find_versions
from pipeline.progress import Say, count, say_plan, tell
from pipeline.results import Results
from pipeline.task import Options, Task

_REFUSED = 3


def extract(
    raw: str | Path | None = None,
    out: str | Path | None = None,
    workers: int = 0,
    say: Say = tell,
) -> int:
    """Bring the tables in ``out`` up to date with the documents in ``raw``.

    Args:
        raw: folder of the sources; as set in ``config/pipeline.toml`` if not given.
        out: folder of the tables; likewise.
        workers: worker processes; 0 decides by the amount of work.
        say: takes each line of the report.

    Returns:
        0, or 3 when some documents were refused (they are in `diagnostics`).

    Raises:
        SummitError: the run cannot be done; nothing is published.
    """
    config_dir = find_config_dir()
    settings = read_settings(config_dir)
    options = Options(
        _folder("raw", raw, settings.paths.raw),
        _folder("out", out, settings.paths.out),
        config_dir,
        settings,
        workers or settings.run.workers,
    )
    return run(options, say)


def _folder(name: str, given: str | Path | None, default: str) -> Path:
    if given == "":
        raise UsageError(name, "expected a folder, found ''", "leave it out to take the default")
    return Path(default if given is None else given)


def run(options: Options, say: Say) -> int:
    """Do one run and return the exit code: 0, or 3 when some documents were refused.

    Raises:
        SummitError: the run cannot be done; nothing is published.
    """
    started = time.time()
    _refuse_worker()
    if options.until not in STAGE_NAMES:
        raise UsageError(
            f"--until {options.until}", "no such stage", f"one of: {', '.join(STAGE_NAMES)}"
        )
    _check_folders(options)
    if not options.raw.is_dir():
        _scan(options, None)  # says what is wrong, before an output folder is made
    state = State(options.out)
    with state.locked(say):
        try:
            return _run_locked(options, state, started, say)
        except BrokenPipeError:
            raise  # whoever reads what is said has gone; the tables have nothing to do with it
        except OSError as error:
            place = str(error.filename or options.out)
            advice = "see to it and run again; the tables of the last run are whole"
            raise OutputError(place, error.strerror or str(error), advice) from error


def _check_folders(options: Options) -> None:
    """Refuse an output folder within the raw folder: tables are no documents."""
    raw, out = options.raw.resolve(), options.out.resolve()
    if out.is_relative_to(raw):
        where = "is" if out == raw else "lies in"
        message = f"this {where} the folder of the documents, {options.raw}"
        raise UsageError(str(options.out), message, "choose another folder with --out")


def _run_locked(options: Options, state: State, started: float, say: Say) -> int:
    task = _plan(options, state, started)
    if options.until != "publish":
        from pipeline.until import run_until  # noqa: PLC0415 - heavy

        return 0 if run_until(task, say) else _REFUSED
    if task.manifest is not None and task.plan.is_empty:
        return _finish_unchanged(task, task.manifest, say)
    say_plan(task.plan, say, explain=options.explain)
    return _run_whole(task, say)


def _refuse_worker() -> None:
    """Refuse a call made while a worker process imports the user's script: it would wait for us."""
    process = sys.modules.get("multiprocessing.process")
    if process is not None and getattr(process.current_process(), "_inheriting", False):
        raise UsageError(
            "extract",
            "called again by a worker process that imports your script",
            'put the call below: if __name__ == "__main__":',
        )


def _plan(options: Options, state: State, started: float) -> Task:
    versions = find_versions(options.stages, options.settings, options.config_dir)
    manifest = read_manifest(state.manifest)
    scan = _scan(options, manifest)
    damage = []
    if manifest is not None:
        damage = find_damage(
            options.out, manifest.generation, manifest.output, verify=options.verify
        )
    plan = make_plan(scan, manifest, versions, damage)
    return Task(options, state, versions, scan, manifest, plan, started)


def _scan(options: Options, manifest: Manifest | None) -> Scan:
    known = {} if manifest is None else manifest.seen
    known_ns = 0 if manifest is None else manifest.scanned_ns
    now_ns = time.time_ns()
    return scan_raw(options.raw, ENDINGS, known, known_ns, now_ns, verify=options.verify)


def _finish_unchanged(task: Task, manifest: Manifest, say: Say) -> int:
    if manifest.seen != task.scan.seen or manifest.scanned_ns < _newest(task.scan):
        manifest.seen, manifest.scanned_ns = task.scan.seen, task.scan.scanned_ns
        write_manifest(task.state.manifest, manifest)
    refused = manifest.n_refused + sum(p.level == "error" for p in task.plan.problems)
    n_documents = len(manifest.entries) - manifest.n_refused
    say(f"nothing to do: {count(n_documents, 'document')} up to date")
    if refused:
        say(f"refused as before: {count(refused, 'file')}; see the table diagnostics")
    return _REFUSED if refused else 0


def _newest(scan: Scan) -> int:
    return max((max(seen.mtime_ns, seen.ctime_ns) for seen in scan.seen.values()), default=0)


def _run_whole(task: Task, say: Say) -> int:
    from pipeline.commit import commit  # noqa: PLC0415 - heavy
    from pipeline.corrections.entries import read_corrections  # noqa: PLC0415 - heavy
    from pipeline.shards import run_stages  # noqa: PLC0415 - heavy

    read_corrections(task.options.config_dir)  # a wrong line is told before the work, not after
    results = Results(task.state.results)
    todo = [
        source
        for document_id, source in task.plan.sources.items()
        if document_id in task.plan.reasons or not results.has(source.content)
    ]
    if task.manifest is None:
        n_done = sum(results.has(source.content) for source in todo)
        if n_done:
            say(f"{count(n_done, 'document')} of an earlier run that was cut off are taken over")
    lost = run_stages(task.options, task.versions, todo, task.options.stages)
    while copies := promote_copies(task.plan, _refused(task, results)):
        for copy in copies:
            say(f"{copy.path}: read in place of its copy, which was refused")
        lost.update(run_stages(task.options, task.versions, copies, task.options.stages))
    with no_collector():
        is_complete = commit(task, lost, say)
    return 0 if is_complete else _REFUSED


def _refused(task: Task, results: Results) -> set[str]:
    """Return the documents with copies that gave no document."""
    found = {name: results.load(task.plan.sources[name].content) for name in task.plan.copies}
    return {name for name, result in found.items() if result is not None and result.is_refused}

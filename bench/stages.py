"""Time every stage and every recognizer, alone and warm, over a varied corpus.

Contract: ``python -m bench.stages FOLDER`` prints one JSON object: characters, and seconds of CPU
by stage (with checking and keeping the rows), by recognizer and by kind of relation.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.config import find_config_dir, read_settings
from pipeline.contract import Document, Tables
from pipeline.contract.checks import check_tables
from pipeline.contract.laws import check_laws
from pipeline.flow import STAGES
from pipeline.memory import no_collector
from pipeline.readers.source import Source
from pipeline.resources import Resources
from pipeline.results import Result
from pipeline.stages import relate
from pipeline.tagging import Tagger
from pipeline.worker import last_written

# Documents read before the clock runs: by then lexicons and country indexes are loaded.
_WARM_UP = 40


class Clock:
    """Adds up seconds of CPU by name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, function: Any, *given: Any) -> Any:
        """Call ``function`` and charge its time to ``name``."""
        started = time.process_time()
        result = function(*given)
        self.seconds[name] += time.process_time() - started
        return result


@contextmanager
def open_resources() -> Iterator[Resources]:
    """Yield the lexicons of the program, with a word cache of their own."""
    config_dir = find_config_dir()
    with TemporaryDirectory() as words:
        yield Resources(config_dir, read_settings(config_dir), Path(words))


def run_document(source: Source, resources: Resources, clock: Clock) -> int:
    """Run all stages over one document; return the length of its text."""
    tables, result = Tables(), Result()
    for number, stage in enumerate(STAGES):
        given = [source] if number == 0 else tables
        written = clock.timed(stage.name, stage.function(), given, resources).select(stage.writes)
        clock.timed("check", written.keep_columns)
        clock.timed("check", check_tables, written.select(last_written(STAGES, number)))
        clock.timed("keep", result.add, stage.name, "", written)
        tables.update(written)
    clock.timed("check", check_laws, tables)
    return sum(document.n_chars for document in tables[Document])


def annotated(docs: Path, gold: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the documents of a folder that are annotated, each with its answer."""
    for path in sorted(docs.iterdir()):
        answer = gold / f"{path.stem}.json"
        if answer.is_file():
            yield path, json.loads(answer.read_text(encoding="utf-8"))


def run_watched(name: str, data: bytes, resources: Resources, label: str, watched: Any) -> None:
    """Run all stages over one document, with ``watched`` in the place of one recognizer."""
    tagger = resources.tagger
    known = tagger.recognizers
    tagger.recognizers = [
        (own, watched if own == label else find, given) for own, find, given in known
    ]
    run_document(Source(path=name, data=data, meta={}, document_id=name), resources, Clock())
    tagger.recognizers = known


def watch_recognizers(tagger: Tagger, clock: Clock) -> None:
    """Charge each recognizer to the clock as well."""
    tagger.recognizers = [
        (
            name,
            lambda page, given, name=name, find=find: clock.timed(name, find, page, given),
            given,
        )
        for name, find, given in tagger.recognizers
    ]


def watch_relations(clock: Clock) -> None:
    """Charge each kind of relation to the clock as well."""
    for kind in ("find_roles", "find_statements", "find_agreements", "relate_initiatives"):
        setattr(relate, kind, partial(clock.timed, kind, getattr(relate, kind)))


def main(folder: Path) -> None:
    """Time the documents of a folder and print the result."""
    paths = sorted(folder.glob("*.txt"))
    with open_resources() as resources:
        sources = [
            Source(path=path.name, data=path.read_bytes(), meta={}, document_id=path.name)
            for path in paths
        ]
        for source in sources[:: max(1, len(sources) // _WARM_UP)]:
            run_document(source, resources, Clock())
        stages, components = Clock(), Clock()
        with no_collector():  # as runs do
            n_chars = sum(run_document(source, resources, stages) for source in sources)
            watch_recognizers(resources.tagger, components)
            watch_relations(relations := Clock())
            again = Clock()
            for source in sources:
                run_document(source, resources, again)
    components.seconds["rest"] = again.seconds["tag"] - sum(components.seconds.values())
    seconds = {
        "stages": stages.seconds,
        "components": {**components.seconds, **relations.seconds},
    }
    print(json.dumps({"n_chars": n_chars, **seconds}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

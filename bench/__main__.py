"""Measure speed and memory, beside other programs, in one run: ``make bench``.

Contract: prints the tables of docs/performance.md; with ``--update-docs`` writes them there.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpus import write_corpus, write_small_files
from bench.measure import ROOT, Cost, run_python
from bench.peers import PEERS

PAGE = ROOT / "docs" / "performance.md"
_TABLES = re.compile(r"(?<=<!-- measured -->\n).*(?=<!-- end -->)", re.S)
_GROUPS = (
    ("tag: quantities and dates", ("quantities", "dates")),
    ("tag: places", ("places",)),
    ("tag: people, organizations and titles", ("people", "organizations", "titles")),
    ("tag: initiatives and events", ("initiatives", "events")),
    ("tag: links", ("urls",)),
    ("tag: overlaps, words and rows", ("rest",)),
    ("relate: roles", ("find_roles",)),
    ("relate: statements", ("find_statements",)),
    ("relate: initiatives", ("relate_initiatives",)),
    ("relate: agreements", ("find_agreements",)),
    ("initiatives and agreements found", ("initiatives", "find_agreements")),
)
_STAGES = ("ingest", "segment", "tag", "resolve", "relate", "check", "keep")


def main() -> None:
    """Measure, and print or write the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--copies", type=int, default=20, help="variants of each document")
    parser.add_argument("--files", type=int, default=20_000, help="files of the no-op run")
    parser.add_argument("--update-docs", action="store_true", help=f"write {PAGE.name}")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="bench-") as folder:
        lines = [*tables(Path(folder), options.copies, options.files)]
    text = "\n".join(lines) + "\n"
    if options.update_docs:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(_TABLES.sub(lambda _: text, page), encoding="utf-8")
    print(text)


def tables(folder: Path, copies: int, files: int) -> Iterator[str]:
    """Yield the lines of all tables."""
    yield f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores."
    peers = [(peer, run_python("-m", "bench.peers", peer.name).answer()) for peer in PEERS]
    base = next(found for peer, found in peers if peer.name == "jieba.posseg, Simplified")
    unit = base["n_chars"] / base["cpu_s"]
    n_chars = write_corpus(folder / "raw", copies)
    whole = extract(folder / "raw", folder / "out")
    yield from [
        "",
        f"### Whole runs: {copies} variants of each document, {n_chars:,} characters",
        "",
    ]
    yield from table(
        ("program", "does", "characters per CPU-second", "ratio", "peak memory, MB"),
        [
            ("**summit extract**", "everything", *pace(n_chars, whole.cpu_s, unit), whole.peak_mb),
            *(
                (peer.name, peer.task, *pace(got["n_chars"], got["cpu_s"], unit), got["peak_mb"])
                for peer, got in peers
            ),
        ],
    )
    alone = run_python("-m", "bench.stages", str(folder / "raw")).answer()
    yield from ["", "### Stages and recognizers, warm", ""]
    yield from table(("part", "characters per CPU-second", "ratio"), parts(alone, unit))
    yield from ["", "### Starting and standing still", ""]
    yield from table(("run", "wall, s", "CPU, s", "peak memory, MB"), starts(folder, files))


def parts(alone: dict[str, dict[str, float]], unit: float) -> Iterator[tuple[object, ...]]:
    """Yield a row for each stage, for all together, and for each group of recognizers."""
    n_chars = int(str(alone["n_chars"]))
    stages = alone["stages"]
    for name in _STAGES:
        yield (name, *pace(n_chars, stages[name], unit))
    yield ("**all of them**", *pace(n_chars, sum(stages.values()), unit))
    for title, names in _GROUPS:
        cpu_s = sum(alone["components"][name] for name in names)
        yield (title, *pace(n_chars, cpu_s, unit))


def starts(folder: Path, files: int) -> Iterator[tuple[object, ...]]:
    """Yield a row for each run that has little or nothing to read."""
    yield ("`summit --help`", *numbers(run_python("-m", "pipeline", "--help")))
    first = extract(ROOT / "raw", folder / "seeds")
    yield ("first run, 2 documents", *numbers(first))
    yield ("nothing to do, 2 documents", *numbers(extract(ROOT / "raw", folder / "seeds")))
    write_small_files(folder / "small", files)
    yield (
        f"first run, {files:,} files of one sentence",
        *numbers(extract(folder / "small", folder / "many")),
    )
    yield (f"nothing to do, {files:,} files", *numbers(extract(folder / "small", folder / "many")))


def extract(raw: Path, out: Path) -> Cost:
    """Run ``summit extract`` in one process."""
    return run_python(
        *("-m", "pipeline", "extract", "--raw", str(raw), "--out", str(out), "--workers", "1")
    )


def pace(n_chars: int, cpu_s: float, unit: float) -> tuple[str, str]:
    """Return characters per CPU-second, and that as a multiple of ``unit``."""
    speed = n_chars / cpu_s
    return f"{speed:,.0f}", f"{speed / unit:.2f}"


def numbers(cost: Cost) -> tuple[str, str, str]:
    """Return wall and CPU seconds and memory as text."""
    return f"{cost.wall_s:.2f}", f"{cost.cpu_s:.2f}", f"{cost.peak_mb:.0f}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a Markdown table; all columns but text ones are right-aligned."""
    yield f"| {' | '.join(head)} |"
    given = [
        [f"{cell:.0f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows
    ]
    is_number = [given[0][column][:1].isdigit() for column in range(len(head))]
    yield f"| {' | '.join('---:' if right else '---' for right in is_number)} |"
    for row in given:
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    main()

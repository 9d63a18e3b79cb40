"""Every example in README.md and docs/ is run as shown, and its output compared.

A ``console`` block holds commands after ``$`` and their output; a ``python`` block prints what the
``text`` block right after it shows.  Examples run in a copy of the project with its own output
folder, in the order of the page; each page starts afresh.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.M | re.S)
COPIED = ("Makefile", "pyproject.toml", "requirements.lock", "requirements-build.lock")
# What differs from run to run: durations.
VOLATILE = re.compile(r"\b\d+(?:\.\d+)? ?(?:ms|s)\b")


@dataclass
class Example:
    """One command or Python block.

    Attributes:
        code: what is run.
        kind: ``console`` or ``python``.
        shown: the output the page shows.
        start, end: where that output stands in the page.
    """

    code: str
    kind: str
    shown: str
    start: int
    end: int


def examples_of(page: str) -> list[Example]:
    """Return the examples of a page, in order."""
    found: list[Example] = []
    blocks = [*BLOCK.finditer(page)]
    for block, after in zip_longest(blocks, blocks[1:]):
        if block["kind"] == "console":
            found += commands_of(block["body"], block.start("body"))
        elif block["kind"] == "python":
            is_shown = after is not None and after["kind"] == "text"
            follows = is_shown and not page[block.end() : after.start()].strip()
            start, end = after.span("body") if follows else (block.end(), block.end())
            found.append(Example(block["body"], "python", page[start:end], start, end))
    return found


def commands_of(body: str, offset: int) -> list[Example]:
    """Split a console block at its ``$`` lines."""
    starts = [match.start() for match in re.finditer(r"^\$ ", body, re.M)]
    found = []
    for start, stop in zip(starts, [*starts[1:], len(body)], strict=True):
        command, newline, shown = body[start:stop].partition("\n")
        first = offset + start + len(command + newline)
        found.append(Example(command[2:], "console", shown, first, offset + stop))
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project whose ``.venv`` runs this interpreter and this source."""
    for name in ("raw", "config"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in COPIED:
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    (tmp_path / "processed").mkdir()
    (tmp_path / "processed" / ".gitkeep").touch()
    bin_ = tmp_path / ".venv" / "bin"
    bin_.mkdir(parents=True)
    for name, options in (("python", ""), ("summit", "-m pipeline")):
        (bin_ / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {options} "$@"\n')
        (bin_ / name).chmod(0o755)
    (tmp_path / ".venv" / ".ready").touch()
    return tmp_path


def run(example: Example, project: Path, script: str) -> str:
    """Run an example in the copy of the project; return what it printed."""
    outer = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    environment = {
        **outer,
        "COLUMNS": "88",
        "NO_COLOR": "1",
        "PATH": f"{project / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    command = ["bash", "-c", example.code] if example.kind == "console" else [sys.executable, "-c"]
    done = subprocess.run(
        [*command, script] if example.kind == "python" else command,
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{example.code}\n{done.stdout}"
    return done.stdout.replace(str(project), "/path/to/summit-pipeline")


def comparable(output: str) -> list[str]:
    """Drop what may differ: durations, and white space at the ends of lines."""
    return [VOLATILE.sub("N s", line).rstrip() for line in output.strip().splitlines()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_examples_show_what_is_printed(
    path: Path, project: Path, request: pytest.FixtureRequest
) -> None:
    page = path.read_text(encoding="utf-8")
    seen: list[tuple[Example, str]] = []
    before = ""
    for example in examples_of(page):
        if example.kind == "python":
            # Earlier Python blocks of the page run again, silently, to give their names.
            script = f"{before}print('\\x00', end='')\n{example.code}"
            output = run(example, project, script).rpartition("\x00")[2]
            before += example.code
        else:
            output = run(example, project, "")
        seen.append((example, output))
    if request.config.getoption("--update-docs"):
        path.write_text(updated(page, seen), encoding="utf-8")
        return
    for example, output in seen:
        advice = f"{example.code}\n`make docs` writes what is printed now into the page"
        assert comparable(example.shown) == comparable(output), advice


def updated(page: str, seen: list[tuple[Example, str]]) -> str:
    """Return the page with the output that was seen."""
    for example, output in reversed(seen):
        if comparable(example.shown) != comparable(output):
            lines = [line.rstrip() + "\n" for line in output.strip("\n").splitlines()]
            page = page[: example.start] + "".join(lines) + page[example.end :]
    return page

"""Laws 4 and 5 over whole runs: the bytes depend on the documents alone, not on the way there."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from tests.laws.conftest import DOCUMENTS, ROOT

TABLE, PRESS, OTHER = DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[-1]


def digest(out: Path) -> str:
    """Hash the published tables but `runs`, which tells of time."""
    total = hashlib.sha256()
    for path in sorted(out.glob("*.parquet")):
        if path.name != "runs.parquet":
            total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


def fill(raw: Path, *paths: Path) -> Path:
    raw.mkdir(parents=True, exist_ok=True)
    for path in paths:
        shutil.copy(path, raw / path.name)
    return raw


def run(raw: Path, out: Path) -> str:
    assert pipeline.extract(raw, out, workers=1) == 0
    return digest(out)


def test_adding_and_removing_documents_equals_extracting_at_once(tmp_path: Path) -> None:
    first = fill(tmp_path / "raw", TABLE)
    before = run(first, tmp_path / "out")
    fill(first, PRESS, OTHER)
    both = run(first, tmp_path / "out")
    at_once = run(fill(tmp_path / "all", OTHER, PRESS, TABLE), tmp_path / "fresh")
    assert both == at_once != before
    (first / PRESS.name).unlink()
    (first / OTHER.name).unlink()
    assert run(first, tmp_path / "out") == before


def test_renaming_and_editing_equal_a_fresh_run(tmp_path: Path) -> None:
    raw = fill(tmp_path / "raw", TABLE, OTHER)
    run(raw, tmp_path / "out")
    (raw / OTHER.name).rename(raw / "renamed.txt")
    text = (raw / TABLE.name).read_text(encoding="utf-8").replace("柯文哲", "林嘉義")
    (raw / TABLE.name).write_text(text, encoding="utf-8")
    changed = run(raw, tmp_path / "out")
    assert changed == run(raw, tmp_path / "fresh")
    people = pipeline.load("people", tmp_path / "out", as_="arrow").column("name").to_pylist()
    assert "林嘉義" in people
    assert "柯文哲" not in people
    names = pipeline.load("documents", tmp_path / "out", as_="arrow").column("document_id")
    assert names.to_pylist() == sorted([TABLE.name, "renamed.txt"])


@pytest.mark.parametrize(
    ("workers", "environment"),
    [
        ("2", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Taipei"}),
        ("1", {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/Bogota"}),
    ],
    ids=["two workers, C, Taipei", "one worker, UTF-8, Bogota"],
)
def test_bytes_do_not_depend_on_workers_seed_locale_zone_or_order(
    tmp_path: Path, workers: str, environment: dict[str, str]
) -> None:
    here = run(fill(tmp_path / "here", TABLE, PRESS, OTHER), tmp_path / "expected")
    raw = fill(tmp_path / "there", OTHER, PRESS, TABLE)
    command = [sys.executable, "-m", "pipeline", "extract", "--raw", str(raw)]
    command += ["--out", str(tmp_path / "out"), "--workers", workers]
    subprocess.run(
        command, check=True, cwd=ROOT, env={**os.environ, **environment}, capture_output=True
    )
    assert digest(tmp_path / "out") == here

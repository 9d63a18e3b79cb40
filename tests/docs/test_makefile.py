"""The Makefile explains itself, and the pages name only targets it has."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = {
    *("help", "setup", "extract", "ingest", "segment", "tag", "resolve", "relate", "evaluate"),
    *("test", "check", "bench", "docs", "format", "lock", "clean", "distclean"),
}


def explained() -> set[str]:
    """Return the targets with a help text."""
    return set(re.findall(r"^([a-z]+):[^#\n]*## \S", TEXT, re.M))


def test_every_target_is_explained() -> None:
    stages = re.search(r"^STAGES +:= (.*)$", TEXT, re.M)
    phony = re.search(r"^\.PHONY: (.*)$", TEXT, re.M)
    assert stages
    assert phony
    assert set(phony[1].replace("$(STAGES)", stages[1]).split()) == explained() == TARGETS


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_alone_lists_the_targets() -> None:
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  ([a-z]+) ", shown, re.M)) == TARGETS


@pytest.mark.parametrize("page", ["README.md", ".ci/run"])
def test_pages_name_existing_targets(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    commands = re.findall(r"(?:`|\$ |^)make ([a-z][a-z ]*)", text, re.M)
    assert {target for command in commands for target in command.split()} <= TARGETS

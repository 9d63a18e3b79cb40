from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pipeline.config import find_config_dir, read_settings
from pipeline.contract import Tables
from pipeline.readers.source import Source
from pipeline.resources import Resources
from tests.chain import run_stages

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "raw").glob("*.txt")) + sorted(
    path for path in (ROOT / "tests" / "gold" / "dev" / "docs").iterdir()
)

Process = Callable[[Iterable[Source]], Tables]


@pytest.fixture(scope="session")
def resources() -> Resources:
    config_dir = find_config_dir()
    return Resources(config_dir, read_settings(config_dir))


@pytest.fixture(scope="session")
def process(resources: Resources) -> Process:
    """Run all document stages over sources, in process, without any output."""

    def run(sources: Iterable[Source]) -> Tables:
        return run_stages(resources, sources)

    return run


def source(path: Path) -> Source:
    return Source(path=path.name, data=path.read_bytes(), meta={})

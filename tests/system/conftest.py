from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Settings
from pipeline.runner import run
from pipeline.task import Options
from tests.system import fakes


class Project:
    """A raw folder, an output folder and what the last run said."""

    def __init__(self, folder: Path) -> None:
        self.raw = folder / "raw"
        self.out = folder / "out"
        self.config = folder / "config"
        self.raw.mkdir()
        self.config.mkdir()
        (self.config / "cities.csv").write_text("name,source\n臺北,list\n", encoding="utf-8")
        self.said: list[str] = []

    def write(self, name: str, text: str = "臺北市長柯文哲") -> Path:
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, **more: Any) -> int:
        self.said = []
        options = Options(
            self.raw, self.out, self.config, stages=fakes.STAGES, **{"settings": Settings(), **more}
        )
        return run(options, self.said.append)

    def rows(self, name: str) -> list[dict[str, Any]]:
        import pipeline

        rows: list[dict[str, Any]] = pipeline.load(name, self.out, as_="arrow").to_pylist()
        return rows

    def bytes(self) -> dict[str, bytes]:
        """The published files but `runs`, which tells of time."""
        current = self.out / ".tables" / "current"
        files = sorted(path for path in current.resolve().rglob("*") if path.is_file())
        return {
            path.relative_to(current.resolve()).as_posix(): path.read_bytes()
            for path in files
            if path.name != "runs.parquet"
        }

    def other(self) -> Project:
        """A project of the same raw folder, with an output of its own."""
        twin = object.__new__(Project)
        twin.__dict__.update(self.__dict__)
        twin.out = self.out.with_name(self.out.name + "-other")
        return twin


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def count_calls(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Texts the fake stages were run on, for each stage call in this process."""
    calls: list[str] = []
    ingest = fakes.ingest

    def counted(sources: Any, resources: object) -> Any:
        calls.extend(source.data.decode() for source in sources)
        return ingest(sources, resources)

    monkeypatch.setattr(fakes, "ingest", counted)
    return lambda: calls


def with_part_above(number: int) -> Settings:
    settings = Settings()
    return dataclasses.replace(
        settings, publish=dataclasses.replace(settings.publish, part_above=number)
    )

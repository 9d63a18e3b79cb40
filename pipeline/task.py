"""One run as a value: what was asked for and what planning found.

Contract: nothing here changes after planning; no heavy import.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.config import Settings, find_config_dir
from pipeline.flow import STAGES, Stage
from pipeline.planning.files import Scan
from pipeline.planning.manifest import Manifest
from pipeline.planning.plan import Plan
from pipeline.planning.state import State
from pipeline.planning.versions import Versions


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for.

    Attributes:
        raw: folder of the sources.
        out: folder of the tables.
        config_dir: folder of settings and lexicons.
        settings: the settings.
        workers: worker processes; 0 decides by the amount of work.
        until: last stage to run; ``publish`` for a whole run.
        explain: list every document with its reason.
        verify: hash every file, whatever its size and times.
        stages: the document stages.
    """

    raw: Path
    out: Path
    config_dir: Path = field(default_factory=find_config_dir)
    settings: Settings = field(default_factory=Settings)
    workers: int = 0
    until: str = "publish"
    explain: bool = False
    verify: bool = False
    stages: tuple[Stage, ...] = STAGES


@dataclass(frozen=True, slots=True)
class Task:
    """A planned run.

    Attributes:
        options: what the user asked for.
        state: the state folder.
        versions: code, configuration and libraries.
        scan: the raw folder.
        manifest: what the last run left, or None.
        plan: what is to be done.
        started: when the run began, seconds since 1970.
    """

    options: Options
    state: State
    versions: Versions
    scan: Scan
    manifest: Manifest | None
    plan: Plan
    started: float

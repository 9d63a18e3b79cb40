"""What results depend on besides the documents: code, configuration, libraries.

Contract: equal versions give equal results; each stage's key includes the keys of all stages before
it; only the standard library is imported.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.config import Settings
from pipeline.flow import (
    MERGE_CODE,
    PUBLISH_CODE,
    PUBLISH_LIBRARIES,
    Stage,
)

# Corrections of single rows: no stage reads them, only what is published depends on them.
OVERRIDES = "overrides.csv"

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Versions:
    """What a stage result depends on.

    Attributes:
        parts: for each stage, hash or version by ingredient (``code pipeline/ids.py``,
            ``config cities.csv``, ``library spacy``), without those of earlier stages.
        keys: for each stage, one hash over its parts and those of all earlier stages.
    """

    parts: Mapping[str, Mapping[str, str]]
    keys: Mapping[str, str]

    def changes(self, old: Mapping[str, Mapping[str, str]], stage: str) -> list[str]:
        """Name what is different from ``old`` in the parts of one stage."""
        before, now = old.get(stage, {}), self.parts[stage]
        names = sorted(before.keys() | now.keys())
        return [_change(n, before.get(n), now.get(n)) for n in names if before.get(n) != now.get(n)]


def _change(name: str, before: str | None, now: str | None) -> str:
    kind, _, what = name.partition(" ")
    if kind == "library":
        return f"library changed: {what} {before or 'missing'} -> {now or 'missing'}"
    verb = "added" if before is None else "removed" if now is None else "changed"
    return f"{kind} {verb}: {what}"


def find_versions(stages: Sequence[Stage], settings: Settings, config_dir: Path) -> Versions:
    """Hash the code, the configuration and the library versions of every stage."""
    parts: dict[str, dict[str, str]] = {}
    taken: set[Path] = set()
    config_is_counted = False
    for stage in stages:
        parts[stage.name] = {**_code(stage.code, taken), **_libraries(stage.libraries)}
        if stage.uses_config and not config_is_counted:
            config_is_counted = True
            parts[stage.name].update(_config(config_dir))
        if stage.name == "tag":
            parts[stage.name].update(_own_components(settings))
    parts[stages[0].name]["library python"] = ".".join(platform.python_version_tuple()[:2])
    parts["merge"] = _code(MERGE_CODE, taken)
    parts["publish"] = {
        **_code(PUBLISH_CODE, taken),
        **_libraries(PUBLISH_LIBRARIES),
        "config part_above": str(settings.publish.part_above),
    }
    parts["overrides"] = _overrides(config_dir)
    keys: dict[str, str] = {}
    chain = ""
    for name, items in parts.items():
        chain = _hash(json.dumps([chain, name, items], sort_keys=True).encode())[:32]
        keys[name] = chain
    return Versions(parts, keys)


def _code(patterns: Sequence[str], taken: set[Path]) -> dict[str, str]:
    paths = {path for pattern in patterns for path in _PACKAGE.glob(pattern)} - taken
    taken.update(paths)
    return {
        f"code pipeline/{path.relative_to(_PACKAGE).as_posix()}": _hash(path.read_bytes())[:16]
        for path in sorted(paths)
    }


def _config(config_dir: Path) -> dict[str, str]:
    return {
        f"config {path.relative_to(config_dir).as_posix()}": _hash(path.read_bytes())[:16]
        for path in sorted(config_dir.rglob("*"))
        if path.is_file() and is_lexicon(path)
    }


def _overrides(config_dir: Path) -> dict[str, str]:
    path = config_dir / OVERRIDES
    return {f"config {OVERRIDES}": _hash(path.read_bytes())[:16]} if path.is_file() else {}


def is_lexicon(path: Path) -> bool:
    """Whether a file of the configuration folder can shape results (notes, settings and
    corrections cannot)."""
    is_note = path.suffix in {".md", ".toml"} or path.name.startswith(".")
    return not is_note and path.name != OVERRIDES


def _libraries(names: Sequence[str]) -> dict[str, str]:
    versions = {}
    for name in names:
        try:
            versions[f"library {name}"] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions


def _own_components(settings: Settings) -> dict[str, str]:
    parts = {f"config [tag] {name}": str(i) for i, name in enumerate(settings.tag.components)}
    for name in settings.tag.modules:
        spec = importlib.util.find_spec(name.partition(".")[0])
        origin = Path(spec.origin) if spec and spec.origin else None
        files = [] if origin is None else [origin]
        if spec and spec.submodule_search_locations:
            files = sorted(
                p for f in spec.submodule_search_locations for p in Path(f).rglob("*.py")
            )
        digest = "".join(_hash(path.read_bytes()) for path in files)
        parts[f"code {name}"] = _hash(digest.encode())[:16]
    return parts


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

"""Settings: `config/pipeline.toml` read into frozen values.

Contract: every key of the file is known and of the right type, or a ConfigError names it and the
nearest known one; a missing key has the default written here.
"""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError

_FILE = "pipeline.toml"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where sources and tables are, relative to the current folder."""

    raw: str = "raw"
    out: str = "processed"


@dataclass(frozen=True, slots=True)
class Run:
    """How the work is spread; nothing here changes a byte of the output.

    Attributes:
        workers: worker processes; 0 means one per processor when there is enough to do.
        shard_documents: at most so many documents are handed to a worker at once.
        shard_bytes: at most so many bytes of source.
    """

    workers: int = 0
    shard_documents: int = 64
    shard_bytes: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Publish:
    """How tables are stored.

    Attributes:
        part_above: with more documents than this a table becomes a folder of parts.
    """

    part_above: int = 2000


@dataclass(frozen=True, slots=True)
class Tag:
    """The user's own spaCy components.

    Attributes:
        components: factory names, in order.
        modules: modules that define them.
    """

    components: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, by section of the file."""

    paths: Paths = field(default_factory=Paths)
    run: Run = field(default_factory=Run)
    publish: Publish = field(default_factory=Publish)
    tag: Tag = field(default_factory=Tag)


def find_config_dir() -> Path:
    """Return the folder of settings and lexicons: of the checkout, else of the installed wheel."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / "config"
    return checkout if (checkout / _FILE).is_file() else package / "_config"


def read_settings(config_dir: Path) -> Settings:
    """Read ``config_dir/pipeline.toml``.

    Raises:
        ConfigError: the file is missing, is not TOML, or has an unknown or wrong entry.
    """
    path = config_dir / _FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        advice = "give the folder that holds it with --config"
        raise ConfigError(str(path), error.strerror or str(error), advice) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"not valid TOML: {error}") from None
    return parse_settings(data, str(path))


def parse_settings(data: Mapping[str, Any], place: str = _FILE) -> Settings:
    """Return the settings in ``data``; ``place`` names the file in messages."""
    kinds = {"paths": Paths, "run": Run, "publish": Publish, "tag": Tag}
    sections: dict[str, Any] = {}
    for name, values in data.items():
        if name not in kinds:
            raise _unknown(place, name, kinds)
        if not isinstance(values, dict):
            raise ConfigError(f"{place}: {name}", "expected a section", f"write [{name}]")
        sections[name] = _section(kinds[name], values, f"{place}: [{name}]")
    return Settings(**sections)


def _section(kind: Any, values: Mapping[str, Any], place: str) -> Any:
    defaults = {item.name: item.default for item in dataclasses.fields(kind)}
    checked: dict[str, Any] = {}
    for name, value in values.items():
        if name not in defaults:
            raise _unknown(place, name, defaults)
        checked[name] = _checked(defaults[name], value, f"{place} {name}")
    return kind(**checked)


def _checked(default: object, value: object, place: str) -> object:
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise ConfigError(place, f"expected a list of strings, found {value!r}")
    if isinstance(default, int):
        if isinstance(value, int) and not isinstance(value, bool) and value >= min(default, 1):
            return value
        expected = "a whole number" + (" above 0" if default else ", 0 or more")
        raise ConfigError(place, f"expected {expected}, found {value!r}")
    if not isinstance(value, str):
        raise ConfigError(place, f"expected a string, found {value!r}")
    if not value:
        raise ConfigError(place, "expected a name, found ''", f"the default is {default!r}")
    return value


def _unknown(place: str, name: str, known: Iterable[str]) -> ConfigError:
    known = list(known)
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return ConfigError(f"{place} {name}", "unknown setting", advice)

"""Documents of city summits to normalized tables: `extract`, `load` and `nlp` for a notebook.

Contract: importing the package imports nothing heavy; the three functions import what they need.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract", "load", "nlp"]


def extract(raw: str | Path | None = None, out: str | Path | None = None, workers: int = 0) -> int:
    """Bring the tables in ``out`` up to date with the files in ``raw``; see `runner.extract`."""
    from pipeline.runner import extract as run  # noqa: PLC0415 - heavy

    return run(raw, out, workers)


def load(
    name: str, out: str | Path = "processed", as_: str = "pandas", *, wide: bool = False
) -> Any:
    """Return a published table as a pandas, polars or Arrow table; see `outputs.load`."""
    from pipeline.outputs.load import load as read  # noqa: PLC0415 - heavy

    return read(name, out, as_, wide=wide)


def nlp() -> Language:
    """Return the spaCy Language of the tag stage, with the settings of ``config/pipeline.toml``."""
    from pipeline.config import find_config_dir, read_settings  # noqa: PLC0415 - heavy
    from pipeline.resources import Resources  # noqa: PLC0415 - heavy

    config_dir = find_config_dir()
    return Resources(config_dir, read_settings(config_dir)).nlp()

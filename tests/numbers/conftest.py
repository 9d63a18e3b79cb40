from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.recognizers.quantities.finder import UnitLexicon, build_lexicon

CONFIG = Path(__file__).resolve().parents[2] / "config"


@pytest.fixture(scope="session")
def lexicon() -> UnitLexicon:
    """The lexicon of the project's own CSV files."""
    tables = {}
    for name in ("units", "currencies", "measured_model", "administration_words"):
        with (CONFIG / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return build_lexicon(tables)

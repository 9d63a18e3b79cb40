"""The lexicon of the repository, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.places.finder import build_lexicon
from pipeline.resources import LexiconTables

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture(scope="session")
def lexicon() -> PlacesLexicon:
    return build_lexicon(LexiconTables(CONFIG))

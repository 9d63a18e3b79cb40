"""What the tests of this folder share."""

from __future__ import annotations

import pytest

from pipeline.config import find_config_dir, read_settings
from pipeline.resources import Resources


@pytest.fixture(scope="package")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Resources:
    """Lexicons and word cache for runs of the whole program."""
    config = find_config_dir()
    return Resources(config, read_settings(config), tmp_path_factory.mktemp("words"))

"""Options and fixtures shared by all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# How long an example takes depends on the machine; the tests of speed measure it themselves.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-docs",
        action="store_true",
        help="write the output that was seen into README.md and docs/ instead of comparing it",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-docs") and os.environ.get("CI"):
        raise pytest.UsageError("--update-docs writes files; it is refused where CI is set")

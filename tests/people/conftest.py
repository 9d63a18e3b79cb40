"""The reader with the lexicons of the repository, built once."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader


@pytest.fixture(scope="session")
def read() -> Reader:
    return Reader()

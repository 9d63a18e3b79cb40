from __future__ import annotations

import pytest

from pipeline.contract import Document, Mention, Segment, SourceMap, Tables, Token
from pipeline.readers.source import Source
from tests.system import fakes


@pytest.fixture
def tables() -> Tables:
    """All rows of one lawful document: 臺北市長柯文哲."""
    source = Source(path="a.txt", data="臺北市長柯文哲".encode())
    made = fakes.ingest([source], None)
    for stage in (fakes.segment, fakes.tag, fakes.resolve, fakes.relate):
        written = stage(made, None)
        for kind in written:
            made[kind] = written[kind]
    assert all(made[kind] for kind in (Document, SourceMap, Segment, Token, Mention))
    return made

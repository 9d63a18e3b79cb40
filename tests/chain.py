"""All document stages over sources, in process, without any output."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.contract import Tables
from pipeline.flow import STAGES
from pipeline.readers.source import Source
from pipeline.resources import Resources


def run_stages(resources: Resources, sources: Iterable[Source]) -> Tables:
    tables = Tables()
    given: object = list(sources)
    for stage in STAGES:
        written = stage.function()(given, resources)
        for kind in written:
            tables[kind] = written[kind]
        given = tables
    return tables

"""Load what publishing holds of each document: little, the rest stays on disk.

Contract: rows come out bound to their document; a result that cannot be used is told by the id of
its document, never by an error.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import Any

from pipeline.binding import Binder
from pipeline.contract import ROWS, Diagnostic, Mention, Row, Tables
from pipeline.contract.columns import Columns, to_rows
from pipeline.flow import MERGE_LABELS, MERGE_READS
from pipeline.planning.files import SourceFile
from pipeline.planning.problems import Problem
from pipeline.results import Result, Results
from pipeline.worker import placeholder


@dataclass(slots=True)
class Loaded:
    """A document while the output is assembled.

    Attributes:
        source: the document.
        is_refused: the file gave no document.
        entities: the bound rows merging needs.
        diagnostics: the bound diagnostics.
        whole: all bound rows, if they were corrected by hand; else None.
    """

    source: SourceFile
    is_refused: bool
    entities: Tables
    diagnostics: list[Diagnostic]
    whole: Tables | None = None


class ResultMissingError(Exception):
    """A result that was there while planning cannot be read now."""

    def __init__(self, document_id: str) -> None:
        super().__init__(document_id)
        self.document_id = document_id


def load_documents(results: Results, sources: Mapping[str, SourceFile]) -> Iterator[Loaded | str]:
    """Yield the small part of each document, or the document_id where the result is unusable."""
    for document_id, source in sorted(sources.items()):
        result = results.load(source.content)
        yield document_id if result is None else _load(source, result)


def _load(source: SourceFile, result: Result) -> Loaded:
    binder = make_binder(source, result)
    entities = Tables()
    if not result.is_refused:
        for kind in MERGE_READS:
            entities[kind] = _bound_rows(kind, result, binder, MERGE_LABELS)
    diagnostics = _bound_rows(Diagnostic, result, binder)
    if result.failure is not None:
        stage, _, why = result.failure
        advice = "please report it, with the file; the other documents are complete"
        problem = Problem(source.path, "error", "stage_failed", why, advice, stage)
        diagnostics.append(problem.as_row())
    return Loaded(source, result.is_refused, entities, diagnostics)


def load_whole(results: Results, source: SourceFile) -> Tables:
    """Return all bound rows of a document but its diagnostics.

    Raises:
        ResultMissingError: there is no result any more.
    """
    result = results.load(source.content)
    if result is None:
        raise ResultMissingError(source.document_id)
    binder = make_binder(source, result)
    tables = Tables()
    for kind in ROWS:
        if kind is not Diagnostic:
            tables[kind] = _bound_rows(kind, result, binder)
    return tables


def make_binder(source: SourceFile, result: Result) -> Binder:
    """Return the binder of a document's result."""
    return Binder(
        placeholder(source), source.document_id, source.path, is_refused=result.is_refused
    )


def _bound_rows(
    kind: type[Row], result: Result, binder: Binder, labels: Collection[str] | None = None
) -> list[Any]:
    """Return the rows of a table; of mentions those with one of ``labels``, if given."""
    name = kind.spec.name
    every = result.columns(name)
    if kind is Mention and labels is not None:
        every = (_labelled(columns, labels) for columns in every)
    return [row for columns in every for row in to_rows(kind, binder.bind(name, columns))]


def _labelled(columns: Columns, labels: Collection[str]) -> Columns:
    is_wanted = [label in labels for label in columns["label"]]
    return {name: list(compress(values, is_wanted)) for name, values in columns.items()}

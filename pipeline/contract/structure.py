"""Tables of what a document is made of: documents, source_map, segments, tokens, diagnostics, runs.

Contract: all offsets are Unicode code points, half-open; ``document_id`` is the path below the raw
folder, ``/``-separated and NFC.
"""

from __future__ import annotations

from datetime import date

from pipeline.contract.schema import Row, col, row

DOCUMENT_KINDS = ("press_release", "summary_table", "transcript", "agenda", "register", "other")
LANGUAGES = ("zh-Hant", "zh-Hans", "mixed")
MAP_OPS = ("copied", "replaced", "inserted", "dropped")
SEGMENT_KINDS = (
    "title",
    "heading",
    "paragraph",
    "list_item",
    "table",
    "table_row",
    "cell",
    "turn",
    "sentence",
    "boilerplate",
)


@row("documents", key=("document_id",))
class Document(Row):
    """One source file."""

    document_id: str = col("path below the raw folder, with ending")
    kind: str = col("what sort of document it is", choices=DOCUMENT_KINDS)
    kind_score: float = col("certainty of kind; 1 when given in the .meta.toml", unit="0..1")
    title: str | None = col("title, from the .meta.toml or the text")
    language: str = col("script of the text", choices=LANGUAGES)
    published_on: date | None = col("day of publication, from the .meta.toml or the text")
    event_id: str | None = col("the event the document tells of", references="events.event_id")
    source_path: str = col("path of the file below the raw folder, as it is on disk")
    source_sha256: str = col("SHA-256 of the file's bytes")
    media_type: str = col("media type of the file")
    encoding: str | None = col("character encoding found; null for binary formats")
    n_chars: int = col("length of text", unit="code points")
    text: str = col("canonical text that all offsets point into")


@row("source_map", key=("document_id", "seq"))
class SourceMap(Row):
    """One run of source characters, in order: how it came into documents.text or why it did not."""

    document_id: str = col("the document", references="documents.document_id")
    seq: int = col("position of the run, from 0")
    op: str = col("what happened to the characters", choices=MAP_OPS)
    start: int | None = col("first character in documents.text; null when dropped")
    end: int | None = col("end in documents.text; null when dropped")
    source_start: int | None = col("first code point of the decoded file; null when inserted")
    source_end: int | None = col("end in the decoded file; null when inserted")
    rule: str = col("why: copy, markup, repeated_page_header, script, ...")
    page: int | None = col("page, from 1", unit="page")
    x0: float | None = col("left edge", unit="pt")
    y0: float | None = col("top edge", unit="pt")
    x1: float | None = col("right edge", unit="pt")
    y1: float | None = col("bottom edge", unit="pt")
    sheet: str | None = col("sheet of a workbook")
    cell: str | None = col("cell reference in a sheet or table")
    paragraph: int | None = col("paragraph of a word-processor file, from 1")


@row("segments", key=("segment_id",), sort_by=("document_id", "seq"))
class Segment(Row):
    """A stretch of text with a structural role; the leaves together cover the whole text."""

    segment_id: str = col("the segment")
    document_id: str = col("the document", references="documents.document_id")
    parent_id: str | None = col("the enclosing segment", references="segments.segment_id")
    seq: int = col("position in reading order, parents first, from 0")
    kind: str = col("structural role", choices=SEGMENT_KINDS)
    start: int = col("first code point in documents.text")
    end: int = col("end; a leaf owns the white space that follows it")
    table: int | None = col("table in the document, from 1")
    row: int | None = col("data row in the table, from 1; null for the header row")
    label: str | None = col("printed number of a row, list item or heading; speaker of a turn")
    column: int | None = col("column of a cell, from 1")
    header: str | None = col("header of the cell's column")
    text: str = col("documents.text[start:end]")


@row("tokens", key=("document_id", "seq"))
class Token(Row):
    """A word; no kept mention begins or ends inside one."""

    document_id: str = col("the document", references="documents.document_id")
    segment_id: str = col("leaf segment of the first character", references="segments.segment_id")
    seq: int = col("position in the document, from 0")
    start: int = col("first code point in documents.text")
    end: int = col("end in documents.text")
    text: str = col("documents.text[start:end]")
    pos: str | None = col("part of speech from the dictionary; null if unknown")


@row("diagnostics", key=("diagnostic_id",), sort_by=("source_path", "start"), scope="corpus")
class Diagnostic(Row):
    """Something not understood, doubtful or refused."""

    diagnostic_id: str = col("the diagnostic")
    source_path: str | None = col("the file; null when it concerns the whole corpus")
    document_id: str | None = col("the document; null when the file was refused")
    stage: str = col("stage that noticed it")
    level: str = col("how bad it is", choices=("error", "warning", "info"))
    code: str = col("machine-readable class of the problem")
    start: int | None = col("first code point in documents.text")
    end: int | None = col("end in documents.text")
    place: str | None = col("where, as a person would say it")
    message: str = col("what was found and what was expected")
    advice: str | None = col("what to do")


@row("runs", key=("run_id",), scope="corpus")
class Run(Row):
    """One run that changed the output (provenance, outside the byte laws)."""

    run_id: str = col("the run, in order of time")
    started_at: str = col("start, ISO 8601, UTC")
    duration_s: float = col("wall time", unit="s")
    version: str = col("version of the program")
    schema_version: str = col("version of the contract")
    python: str = col("version of Python and platform")
    libraries: str = col("versions of the libraries that shape the output")
    workers: int = col("worker processes used")
    n_documents: int = col("documents in the output")
    n_added: int = col("documents added")
    n_changed: int = col("documents read again because file, code or configuration changed")
    n_removed: int = col("documents removed")
    n_failed: int = col("files refused")
    output_sha256: str = col("hash over the published tables")

"""The laws of structure, as functions that fail with the row that breaks them."""

from __future__ import annotations

from pipeline.contract import Diagnostic, Document, Segment, SourceMap, Tables
from pipeline.readers.source import Source
from pipeline.stages import ingest, segment


def read(text: str | bytes, name: str = "a.txt", **meta: object) -> Tables:
    """Ingest and segment one file."""
    data = text if isinstance(text, bytes) else text.encode()
    tables = ingest.run([Source(name, data, meta)])
    tables[Segment] = segment.run(tables)[Segment]
    return tables


def check_source_map(tables: Tables, source: str) -> None:
    """Law 7: every source character in one run, every text character from one run."""
    (document,) = tables[Document]
    position = 0
    used = []
    for run in tables[SourceMap]:
        if run.op == "dropped":
            assert (run.start, run.end) == (None, None)
        else:
            assert run.start == position, run
            assert run.end is not None
            position = run.end
        if run.op == "inserted":
            assert (run.source_start, run.source_end) == (None, None)
        else:
            assert run.source_start is not None and run.source_end is not None
            used.append((run.source_start, run.source_end))
        if run.op == "copied":
            copied = source[run.source_start : run.source_end]
            assert copied == document.text[run.start : run.end]
    assert position == len(document.text) == document.n_chars
    at = 0
    for start, end in sorted(used):
        assert start == at < end
        at = end
    assert at == len(source)


def check_segments(tables: Tables) -> None:
    """Laws 1 and 7: texts at their offsets, leaves tile the text, children lie in parents."""
    (document,) = tables[Document]
    segments = tables[Segment]
    by_id = {row.segment_id: row for row in segments}
    assert len(by_id) == len(segments)
    assert [row.seq for row in segments] == list(range(len(segments)))
    for row in segments:
        assert document.text[row.start : row.end] == row.text != ""
        if row.parent_id is not None:
            parent = by_id[row.parent_id]
            assert parent.start <= row.start and row.end <= parent.end and parent.seq < row.seq
    parents = {row.parent_id for row in segments}
    leaves = [row for row in segments if row.segment_id not in parents]
    assert "".join(row.text for row in leaves) == document.text


def check(tables: Tables, source: str) -> None:
    """Check a file that was read or refused."""
    if not tables[Document]:
        (refused,) = tables[Diagnostic]
        assert refused.level == "error" and refused.document_id is None and refused.advice
        assert not tables[Segment] and not tables[SourceMap]
        return
    check_source_map(tables, source)
    check_segments(tables)

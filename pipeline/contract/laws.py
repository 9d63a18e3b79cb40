"""Check the laws that hold inside one document: offsets, account, nesting, words.

Contract: `check_document` raises ContractError at the first violation, naming table, row and what
was expected; rows that pass need no second look, whatever document_id they are bound to later.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, compress, pairwise
from operator import gt, itemgetter, le
from typing import NoReturn

from pipeline.contract import Document, Mention, Row, Segment, SourceMap, Tables, Token
from pipeline.contract.checks import check_references, check_tables
from pipeline.contract.columns import Columns, make_rows
from pipeline.errors import ContractError

_SPAN_COLUMNS = {"start", "end", "text"}


def check_document(tables: Tables) -> None:
    """Check all rows of one document: declaration, references and laws 1 and 7."""
    check_tables(tables)
    check_laws(tables)


def check_laws(tables: Tables) -> None:
    """Check what holds between the rows of one document: references and laws 1 and 7."""
    check_references(tables)
    for document in tables[Document]:
        check_offsets(document, tables)
        check_source_map(document, tables[SourceMap])
        check_leaves(document, tables[Segment])
        check_nesting(tables.columns(Mention))
        check_words(tables.columns(Token), tables.columns(Mention))


def check_offsets(document: Document, tables: Tables) -> None:
    """Law 1: ``text[start:end] == text`` for every row that has all three."""
    text = document.text
    if document.n_chars != len(text):
        raise ContractError(
            _place(document), f"expected n_chars {len(text)}, found {document.n_chars}"
        )
    for kind in tables:
        columns = tables.columns(kind)
        if not columns.keys() >= _SPAN_COLUMNS:
            continue
        starts, ends, claims = columns["start"], columns["end"], columns["text"]
        stretches = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if stretches == claims and not any(map(gt, starts, ends)) and min(starts, default=0) >= 0:
            continue
        for row, start, end, claimed in zip(tables[kind], starts, ends, claims, strict=True):
            if text[start:end] != claimed or not 0 <= start <= end:
                raise ContractError(
                    _place(row),
                    f"text is {claimed[:30]!r} but text[{start}:{end}] is {text[start:end][:30]!r}",
                )


def check_source_map(document: Document, runs: Sequence[SourceMap]) -> None:
    """Law 7: the runs, in order, leave out no character of the source nor of the text.

    A row that a page break cuts is joined cell by cell, so that the source is in another order.
    """
    position = source_position = 0
    for run in sorted(runs, key=lambda run: (run.source_start or 0, run.source_end or 0)):
        source_position = _follow(
            run, "source_start", source_position, run.source_start, run.source_end
        )
    for run in sorted(runs, key=lambda run: run.seq):
        if (run.op == "dropped") != (run.start is None) or (run.start is None) != (run.end is None):
            raise ContractError(_place(run), f"op {run.op} does not go with start {run.start}")
        if run.op == "inserted" and run.source_start is not None:
            raise ContractError(_place(run), "inserted characters have no source")
        position = _follow(run, "start", position, run.start, run.end)
        if run.op == "copied" and run.source_start is not None:
            _check_equal_length(run)
    if position != len(document.text):
        raise ContractError(
            _place(document),
            f"expected source_map to cover all {len(document.text)} characters of text, "
            f"found {position}",
        )


def _follow(run: SourceMap, name: str, position: int, start: int | None, end: int | None) -> int:
    if start is None or end is None:
        return position
    if start != position or end < start:
        raise ContractError(_place(run), f"expected {name} {position}, found {start}..{end}")
    return end


def _check_equal_length(run: SourceMap) -> None:
    length = (run.end or 0) - (run.start or 0)
    source_length = (run.source_end or 0) - (run.source_start or 0)
    if length != source_length:
        raise ContractError(
            _place(run), f"copied {source_length} characters of the source to {length} of the text"
        )


def check_leaves(document: Document, segments: Sequence[Segment]) -> None:
    """Law 7: the segments without children tile the text."""
    if not segments and not document.text:
        return
    parents = {segment.parent_id for segment in segments}
    leaves = [segment for segment in segments if segment.segment_id not in parents]
    position = 0
    for leaf in sorted(leaves, key=lambda leaf: (leaf.start, leaf.end)):
        if leaf.start != position:
            problem = "overlaps" if leaf.start < position else "leaves a gap after"
            raise ContractError(_place(leaf), f"leaf {leaf.start}..{leaf.end} {problem} {position}")
        position = leaf.end
    if position != len(document.text):
        raise ContractError(
            _place(document),
            f"expected leaf segments up to {len(document.text)}, found the last end at {position}",
        )


def check_nesting(mentions: Columns) -> None:
    """Kept mentions nest or share a span; they never cross."""
    ends: list[int] = []
    for start, minus_end in sorted((start, -end) for start, end in _kept(mentions)):
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and -minus_end > ends[-1]:
            _refuse_crossing(mentions, start, -minus_end, ends[-1])
        ends.append(-minus_end)


def _kept(mentions: Columns) -> Iterator[tuple[int, int]]:
    is_kept = map("kept".__eq__, mentions["status"])
    return compress(zip(mentions["start"], mentions["end"], strict=True), is_kept)


def _refuse_crossing(mentions: Columns, start: int, end: int, other_end: int) -> NoReturn:
    kept = [row for row in make_rows(Mention, mentions) if row.status == "kept"]
    mention = next(row for row in kept if (row.start, row.end) == (start, end))
    other = next(row for row in kept if row.end == other_end and row.start < start)
    raise ContractError(
        _place(mention),
        f"{mention.label} {mention.start}..{mention.end} {mention.text!r} crosses "
        f"{other.label} {other.start}..{other.end} {other.text!r}",
    )


def check_words(tokens: Columns, mentions: Columns) -> None:
    """No kept mention begins or ends inside a word; words do not overlap."""
    first, last = tokens["start"], tokens["end"]
    edges = set(chain.from_iterable(_kept(mentions))).difference(first, last)
    if not edges and all(map(le, last, first[1:])):
        return
    words = [*zip(first, last, tokens["text"], tokens["seq"], strict=True)]
    words.sort(key=itemgetter(0))
    starts = [word[0] for word in words]
    for edge in sorted(edges):
        index = bisect_left(starts, edge) - 1
        if index >= 0 and edge < words[index][1]:
            raise ContractError(
                _place_of(words[index][3]),
                f"a kept mention begins or ends inside {words[index][2]!r} at {edge}",
            )
    for one, other in pairwise(words):
        if other[0] < one[1]:
            raise ContractError(_place_of(other[3]), f"{other[2]!r} overlaps {one[2]!r}")


def _place_of(seq: int) -> str:
    return f"{Token.spec.name}[seq={seq}]"


def _place(row: Row) -> str:
    key = ", ".join(f"{name}={getattr(row, name)}" for name in row.spec.key)
    return f"{row.spec.name}[{key}]"

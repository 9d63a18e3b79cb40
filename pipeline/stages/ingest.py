"""Ingest: files to documents, source map and blocks.

Contract: pure; the rows of a document depend on its file alone.  A file that cannot be read gives
one diagnostic, and the others go on.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from pipeline.contract import Diagnostic, Document, Segment, SourceMap, Tables
from pipeline.contract.structure import DOCUMENT_KINDS
from pipeline.errors import InputError
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.readers import dating, headline, kinds, reader
from pipeline.readers.canonical import Block, Note
from pipeline.readers.marks import is_ended
from pipeline.readers.reader import Reading
from pipeline.readers.rendering import Place
from pipeline.readers.source import RefusedError, Source


def run(sources: Sequence[Source], resources: object = None) -> Tables:
    """Return documents, source_map, segments (blocks) and diagnostics of all ``sources``."""
    tables = Tables()
    for kind in (Document, SourceMap, Segment, Diagnostic):
        tables[kind] = []
    for source in sources:
        try:
            tables.extend(_ingest(source))
        except InputError as error:
            tables[Diagnostic].append(_refused(source, error))
    return tables


def _ingest(source: Source) -> Tables:
    reading = reader.read(source)
    notes = [*reading.notes, *_meta_notes(source.meta)]
    kind, score = _kind(source, reading, notes)
    document = Document(
        document_id=source.document_id,
        kind=kind,
        kind_score=score,
        title=_title(source, reading),
        language=views.script(reading.text),
        published_on=_published_on(source, reading, notes),
        event_id=None,
        source_path=source.path,
        source_sha256=hashlib.sha256(source.data).hexdigest(),
        media_type=reading.media_type,
        encoding=reading.encoding,
        n_chars=len(reading.text),
        text=reading.text,
    )
    tables = Tables()
    tables[Document] = [document]
    tables[SourceMap] = _source_map(source.document_id, reading)
    tables[Segment] = _segments(document, reading.blocks)
    tables[Diagnostic] = [_noted(source, index, note) for index, note in enumerate(notes)]
    return tables


_DIGIT = re.compile(r"[\d〇零一二三四五六七八九十]")
_META = ("title", "source", "publisher", "published_on", "url", "kind", "licence")


def _meta_notes(meta: Mapping[str, object]) -> Iterator[Note]:
    """Note unknown keys of a ``.meta.toml``, and values that are no text where one is expected."""
    for key, value in meta.items():
        if key not in _META:
            near = difflib.get_close_matches(key, _META, n=1)
            advice = f"did you mean {near[0]}?" if near else "use one of " + ", ".join(_META)
            yield Note("bad_meta", f"{key} is not known", advice, place=f".meta.toml: {key}")
        elif key not in ("published_on", "kind") and not isinstance(value, str):
            message = f"{key} {value!r} is not a text, so it is not used"
            advice = f'write it as {key} = "..."'
            yield Note("bad_meta", message, advice, place=f".meta.toml: {key}")


def _kind(source: Source, reading: Reading, notes: list[Note]) -> tuple[str, float]:
    given = source.meta.get("kind")
    if given in DOCUMENT_KINDS:
        return str(given), 1.0
    if given is not None:
        notes.append(
            Note(
                "bad_meta",
                f"kind {given!r} is not known",
                "use one of " + ", ".join(DOCUMENT_KINDS),
                place=".meta.toml: kind",
            )
        )
    kind, score = kinds.find_kind(reading.text, reading.blocks, reading.roles)
    return kind, round(score, 3)


def _title(source: Source, reading: Reading) -> str | None:
    given = source.meta.get("title")
    if isinstance(given, str) and given.strip():
        return given.strip()
    return headline.find_title(reading.text, reading.blocks, reading.title)


def _published_on(source: Source, reading: Reading, notes: list[Note]) -> date | None:
    given = source.meta.get("published_on")
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    if given is not None:
        try:
            return date.fromisoformat(str(given))
        except ValueError:
            notes.append(
                Note(
                    "bad_meta",
                    f"published_on {given!r} is not a day",
                    "write it as 2021-03-25",
                    place=".meta.toml: published_on",
                )
            )
    named = _day(reading.published)
    if named and reading.media_type == "application/json":  # the surest of its days, by their names
        return named
    head, opening, foot = _ends(reading)
    day = dating.find_published(head, opening, foot) or named or dating.find_filed(reading.text)
    return day or dating.find_changed(foot, reading.text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _ends(reading: Reading) -> tuple[list[str], str, list[str]]:
    """Return the head, the opening of the body, and the foot of a document."""
    roots = [block for block in reading.blocks if block.parent is None]
    first = next((i for i, b in enumerate(roots) if _is_body(reading.text, b)), len(roots))
    body = [i for i, b in enumerate(roots) if b.kind not in ("boilerplate", "heading")]
    last = body[-1] if body else first
    texts = [reading.text[block.start : block.end].strip() for block in roots]
    head = [
        text
        for block, text in zip(roots[:first], texts, strict=False)
        if block.kind != "boilerplate" or _DIGIT.search(text)
    ]
    opening = texts[first] if first < len(roots) and roots[first].kind == "paragraph" else ""
    before = [text for text in texts[max(first + 1, last - 3) : last] if len(text) <= 40]
    foot = (
        [*before, *(text for text in texts[last:] if len(text) <= 200)]
        if last > first
        else texts[last + 1 :]
    )
    return head[:8], opening, foot


def _is_body(text: str, block: Block) -> bool:
    if block.kind != "paragraph":
        return block.kind in ("table", "turn")
    return block.end - block.start > 60 or is_ended(text[block.start : block.end])


def _source_map(document_id: str, reading: Reading) -> list[SourceMap]:
    places = reading.places or [Place()] * len(reading.runs)
    return [
        SourceMap(
            document_id=document_id,
            seq=seq,
            op=run.op,
            start=run.start,
            end=run.end,
            source_start=run.source_start,
            source_end=run.source_end,
            rule=run.rule,
            page=place.page,
            x0=None,
            y0=None,
            x1=None,
            y1=None,
            sheet=place.sheet,
            cell=place.cell,
            paragraph=place.paragraph,
        )
        for seq, (run, place) in enumerate(zip(reading.runs, places, strict=True))
    ]


def _segments(document: Document, blocks: Sequence[Block]) -> list[Segment]:
    """Return the blocks as segments; leaves tile the text, parents span their leaves."""
    spans = tile(document.text, blocks)
    ids = [
        make_id("segment", document.document_id, block.kind, *span)
        for block, span in zip(blocks, spans, strict=True)
    ]
    return [
        Segment(
            segment_id=ids[seq],
            document_id=document.document_id,
            parent_id=None if block.parent is None else ids[block.parent],
            seq=seq,
            kind=block.kind,
            start=start,
            end=end,
            table=block.table,
            row=block.row,
            label=block.label,
            column=block.column,
            header=block.header,
            text=document.text[start:end],
        )
        for seq, (block, (start, end)) in enumerate(zip(blocks, spans, strict=True))
    ]


def tile(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the span of each block: leaves cover the text without gap, parents their leaves.

    A leaf owns the white space after it, the first one also what stands before it.
    """
    parents = {block.parent for block in blocks}
    leaves = [index for index in range(len(blocks)) if index not in parents]
    spans = [(0, 0)] * len(blocks)
    starts = [blocks[index].start for index in leaves]
    if leaves:
        starts[0] = 0
    ends = [*starts[1:], len(text)]
    for index, start, end in zip(leaves, starts, ends, strict=True):
        spans[index] = (start, end)
    for index in range(len(blocks) - 1, -1, -1):
        parent = blocks[index].parent
        if parent is not None:
            low, high = spans[parent]
            start, end = spans[index]
            spans[parent] = (start, end if high == 0 else high)
            del low
    return spans


def _noted(source: Source, index: int, note: Note) -> Diagnostic:
    return Diagnostic(
        diagnostic_id=make_id("diagnostic", source.document_id, "ingest", note.code, index),
        source_path=source.path,
        document_id=source.document_id,
        stage="ingest",
        level=note.level,
        code=note.code,
        start=note.start,
        end=note.end,
        place=f"{source.path}: {note.place}" if note.place else source.path,
        message=note.message,
        advice=note.advice,
    )


def _refused(source: Source, error: InputError) -> Diagnostic:
    code = error.code if isinstance(error, RefusedError) else "unreadable"
    return Diagnostic(
        diagnostic_id=make_id("diagnostic", source.document_id, "ingest", code),
        source_path=source.path,
        document_id=None,
        stage="ingest",
        level="error",
        code=code,
        start=None,
        end=None,
        place=error.place,
        message=error.message,
        advice=error.advice or None,
    )

"""Read any textual source: find its format, decode it and give it to the reader of that format.

Contract: returns a `Reading` that keeps law 7, or raises `RefusedError`; heavy libraries load only
for the format that needs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.readers import delimited, dialect, table_plan, table_text, transcript
from pipeline.readers.canonical import Block, Draft, Note, Run
from pipeline.readers.clean import clean
from pipeline.readers.encoding import Broken, decode
from pipeline.readers.grid import Written
from pipeline.readers.source import RefusedError, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a file.

    Attributes:
        text: canonical text.
        runs: its source map.
        blocks: its structure, parents before children.
        notes: what was doubtful.
        roles: column roles of each table.
        title: title the format itself names, or empty.
        published: day the format itself names, as 2024-05-01, or empty.
        media_type, encoding: what the file is.
    """

    text: str
    runs: list[Run]
    blocks: list[Block]
    notes: list[Note]
    roles: list[list[str]]
    title: str
    published: str
    media_type: str
    encoding: str


_MEDIA = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "tab": "text/tab-separated-values",
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "text/html",
}

_WEB_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def _broken_bytes(encoding: str, broken: Sequence[Broken]) -> Note:
    listed = "; ".join(f"line {place.line}, byte {place.byte}" for place in broken[:5])
    more = f" and {len(broken) - 5} more" if len(broken) > 5 else ""
    return Note(
        "broken_bytes",
        f"bytes that are not {encoding} were replaced by U+FFFD at {listed}{more}",
        "correct these places and save the file as UTF-8",
        place=f"line {broken[0].line}",
    )


def read(source: Source) -> Reading:
    """Return what stands in ``source``.

    Raises:
        RefusedError: the file is empty, binary, in an unknown encoding, or has no text.
    """
    decoded, encoding, broken = decode(source.data, source.path)
    view = clean(decoded)
    media_type = _MEDIA.get(source.ending, "text/plain")
    written = Written(Draft(view))
    if broken:
        written.notes.append(_broken_bytes(encoding, broken))
    if not view.text.strip():
        raise RefusedError(
            source.path, "the file has no text", "remove it or fill it", "empty_file"
        )
    title = published = ""
    if media_type == "text/html" or _WEB_PAGE.match(view.text):
        from pipeline.readers import web  # noqa: PLC0415 - only for web pages

        media_type = "text/html"
        title, published = web.read(view, written, source.path)
    elif media_type in ("text/csv", "text/tab-separated-values"):
        delimited.read(view, written, source.ending, source.path)
    elif table_plan.is_table_text(view.text):
        table_text.read(view, written)
    elif dialect.sniff(view.text):
        delimited.read(view, written, source.ending, source.path)
    elif transcript.is_transcript(view.text):
        transcript.read(view, written)
    else:
        transcript.read_mixed(view, written)
    text, runs = written.draft.finish()
    if not text.strip():
        raise RefusedError(
            source.path, "the file has no text", "remove it or fill it", "empty_file"
        )
    return Reading(
        text,
        runs,
        written.blocks,
        written.notes,
        written.roles,
        title,
        published,
        media_type,
        encoding,
    )

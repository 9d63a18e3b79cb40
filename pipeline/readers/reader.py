"""Read any textual source: find its format, decode it and give it to the reader of that format.

Contract: returns a `Reading` that keeps law 7, or raises `RefusedError`; heavy libraries load only
for the format that needs them.
"""

from __future__ import annotations

import dataclasses
import importlib
import re
from collections.abc import Callable, Sequence

from pipeline.readers import formats, front_matter, quoted, references, subtitles, transcript
from pipeline.readers.canonical import Block, Draft, Note, Run
from pipeline.readers.clean import Change, Clean, clean
from pipeline.readers.encoding import Broken, decode
from pipeline.readers.endless import endless_note, find_blank, find_endless
from pipeline.readers.lines import Line, mark_page_furniture, split_lines
from pipeline.readers.office import cut_off
from pipeline.readers.packed import Packed
from pipeline.readers.rendering import Place, Rendering
from pipeline.readers.source import RefusedError, Source
from pipeline.readers.tables import delimited, dialect, drawn
from pipeline.readers.tables import plan as table_plan
from pipeline.readers.tables import text as table_text
from pipeline.readers.tables.grid import Written
from pipeline.records import record


@record
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
        media_type, encoding: what the file is; a format without characters has no encoding.
        places: page, paragraph or cell of each run, for such a format.
    """

    text: str
    runs: list[Run]
    blocks: list[Block]
    notes: list[Note]
    roles: list[list[str]]
    title: str
    published: str
    media_type: str
    encoding: str | None
    places: list[Place]


_MEDIA = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "tab": "text/tab-separated-values",
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "text/html",
}

_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def _broken_bytes(encoding: str, broken: Sequence[Broken]) -> Note:
    listed = "; ".join(f"line {place.line}, byte {place.byte}" for place in broken[:5])
    more = f" and {len(broken) - 5} more" if len(broken) > 5 else ""
    return Note(
        "broken_bytes",
        f"bytes that are not {encoding} were replaced by U+FFFD at {listed}{more}",
        "correct these places and save the file as UTF-8",
        place=f"line {broken[0].line}",
    )


def _misnamed(source: Source) -> Note:
    return Note(
        "wrong_ending",
        f"the name ends in .{source.ending}, but the file holds text and is read as such",
        "let its name end in .txt, .csv or .html",
        place="line 1",
    )


_DATA_SIGNS = (
    ("JSON", re.compile(r'\s*[\[{]\s*(?:[\[{]\s*)?"[^"\n]*"\s*[:,\]]')),
    (
        "XML",
        re.compile(r"\s*(?:<\?xml\b|<(?P<name>[\w:.-]+)(?:\s[^<>]*)?>\s*<[\w:.-]+(?:\s[^<>]*)?>)"),
    ),
)


def _is_data(name: str) -> Note:
    return Note(
        "data_file",
        f"this looks like {name} data, and is read as plain text",
        "save its records as .csv, or its text as .txt",
        place="line 1",
    )


def read(source: Source) -> Reading:
    """Return what stands in ``source``.

    Raises:
        RefusedError: the file is empty, binary, in an unknown encoding, or has no text.
    """
    if not source.data:
        raise RefusedError(source.path, "the file is empty", "remove it or fill it", "empty_file")
    ending = formats.find_format(source)
    if ending in formats.BINARY:
        return _read_rendering(source, ending)
    if ending in formats.PACKED:
        return _read_packed(source, formats.PACKED[ending])
    decoded, encoding, broken, doubt = decode(source.data, source.path)
    media_type = _MEDIA.get(source.ending, "text/plain")
    if media_type == "text/html" or _WEB_PAGE.match(decoded):
        media_type = "text/html"
    notes = [_broken_bytes(encoding, broken)] if broken else []
    notes += [doubt] if doubt is not None else []
    notes += [_misnamed(source)] if formats.is_misnamed(source) else []
    return _read_decoded(source, decoded, media_type, encoding, notes)


def _read_packed(source: Source, reader: str) -> Reading:
    """Read a text or web page that a package holds; its characters have no place in the file."""
    packed: Packed = importlib.import_module(reader).unpack(source)
    reading = _read_decoded(source, packed.text, packed.text_type, None, packed.notes)
    runs = [run._replace(source_start=None, source_end=None) for run in reading.runs]
    return dataclasses.replace(
        reading,
        runs=runs,
        title=packed.title or reading.title,
        published=packed.published or reading.published,
        media_type=packed.media_type,
    )


def _read_decoded(
    source: Source, decoded: str, media_type: str, encoding: str | None, notes: Sequence[Note]
) -> Reading:
    """Read the text of a file."""
    has_cells = media_type in ("text/csv", "text/tab-separated-values")
    endless = [] if media_type == "text/html" else find_endless(decoded, has_cells=has_cells)
    front = None if has_cells or media_type == "text/html" else front_matter.find(decoded)
    left_out = [Change(found.start, found.end, "endless") for found in endless]
    left_out += [Change(*drop, "front_matter") for drop in front.drops] if front else []
    taken = tuple(left_out)
    if not has_cells and media_type != "text/html":
        left_out += [
            Change(start, end, "quote_sign")
            for start, end in quoted.find(decoded)
            if not any(drop.start < end and start < drop.end for drop in taken)
        ]
    left_out += [
        Change(start, end, "white_space")
        for start, end in find_blank(decoded)
        if not any(drop.start <= start < drop.end for drop in taken)
    ]
    if media_type == "text/html":
        left_out += references.find(decoded)
    view = clean(decoded, sorted(left_out))
    written = Written(Draft(view))
    written.notes += notes
    written.notes += [endless_note(found) for found in endless]
    if not view.text.strip():
        raise _nothing(source, written.notes)
    title, published = "", front.published if front else ""
    if media_type == "text/html":
        from pipeline.readers.web import reader as web  # noqa: PLC0415 - only for web pages

        title, published = web.read(view, written, source, _structured)
    else:
        _read_text(view, written, source, has_cells=has_cells)
    text, runs = written.draft.finish()
    if not text.strip():
        raise _nothing(source, written.notes)
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
        [],
    )


def _read_rendering(source: Source, ending: str) -> Reading:
    """Read a file without characters of its own by way of a page of markup."""
    from pipeline.readers.web import head  # noqa: PLC0415 - only for pages
    from pipeline.readers.web import reader as web  # noqa: PLC0415

    notes = []
    if cut_off.is_cut_off(source.data):
        source, note = cut_off.mend(source, ending)
        notes.append(note)
    module = importlib.import_module(formats.BINARY[ending])
    rendering: Rendering = module.render(source)
    page = head.Page("", "")
    bare = rendering.plain()
    view = clean(bare.html)
    structured = None if rendering.has_table else _structured(view.text, split_lines(view.text))
    if structured is not None:
        rendering, written = bare, Written(Draft(view))
        structured(view, written, source)
    else:
        written = Written(Draft(clean(rendering.html)))
        page = web.read(written.draft.clean, written, source)
    text, runs = written.draft.finish()
    if not text.strip():
        raise _nothing(source, written.notes)
    placed = [item for run in runs for item in rendering.placed(run)]
    return Reading(
        text,
        [run for run, _ in placed],
        written.blocks,
        [*notes, *rendering.notes, *written.notes],
        written.roles,
        page.title or rendering.title,
        page.published,
        rendering.media_type,
        None,
        [place for _, place in placed],
    )


def _read_text(view: Clean, written: Written, source: Source, *, has_cells: bool) -> None:
    """Give text that is no web page to the reader of what it holds."""
    lines = [] if has_cells else split_lines(view.text)
    if has_cells:
        delimited.read(view, written, source.ending, source.path)
    elif (structured := _structured(view.text, lines)) is not None:
        structured(view, written, source)
    else:
        transcript.write_lines(written, lines)
        written.notes += [_is_data(name) for name, sign in _DATA_SIGNS if sign.match(view.text)]


def _structured(
    text: str, lines: Sequence[Line]
) -> Callable[[Clean, Written, Source], None] | None:
    """Return what reads text that is subtitles or a table by its looks.

    None for other text, whose lines are marked then.
    """
    if subtitles.is_subtitles(text):
        return lambda view, written, _: subtitles.read(view, written)
    if table_plan.is_table_text(text):
        return lambda view, written, source: table_text.read(view, written, source.path)
    if dialect.has_broken_cells(text):
        return _read_delimited
    mark_page_furniture(lines)
    if areas := drawn.find_areas(lines):
        return lambda _view, written, _source: drawn.read_lines(written, lines, areas)
    return _read_delimited if dialect.sniff(text) else None


def _read_delimited(view: Clean, written: Written, source: Source) -> None:
    delimited.read(view, written, source.ending, source.path)


def _nothing(source: Source, notes: Sequence[Note]) -> RefusedError:
    for note in notes:
        if note.code == "endless_text":
            place = f"{source.path}: {note.place}"
            message = f"{note.message}, and nothing remains"
            return RefusedError(place, message, note.advice, "no_text")
    if cut_off.lacks_end(source.data):
        return cut_off.nothing_left(source)
    return RefusedError(source.path, "the file has no text", "remove it or fill it", "empty_file")

"""Read a PDF: ruled tables, and lines of text joined to paragraphs by where they stand.

Contract: only text the file holds is read (no image is recognized, nothing is run or followed); a
table that goes on over pages is one table, repeated headers once; lines repeated at the edge of
pages are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pipeline.readers.canonical import Note
from pipeline.readers.office import cut_off
from pipeline.readers.pdf import titles
from pipeline.readers.pdf.columns import Box, find_columns
from pipeline.readers.pdf.flow import column_parts, flow_lines, with_bounds
from pipeline.readers.pdf.headed import Headed, find_headed
from pipeline.readers.pdf.lines import Line, Shown, lines_of, paragraphs, without_margins
from pipeline.readers.pdf.tables import Table, find_ruled, join_pages
from pipeline.readers.pdf.turned import is_vertical, lay_down, upright
from pipeline.readers.pdf.words import cell_text, is_pictured, join_lines, read_page
from pipeline.readers.rendering import Place, Rendering
from pipeline.readers.source import RefusedError, Source, told_as_refusal

_MEDIA = "application/pdf"
_MOST_PAGES = 500
_ADVICE = "save its text as UTF-8 .txt, or its table as .csv"
_OCR = f"recognize its text (OCR), or {_ADVICE}"

# How pdfminer writes a character it does not know.
_UNKNOWN = re.compile(r"\(cid:\d+\)")


def render(source: Source) -> Rendering:
    """Return the PDF as a page.

    Raises:
        RefusedError: it is damaged, encrypted, has too many pages or no text.
    """
    lines: list[Line] = []
    tables: list[Table] = []
    headed: Headed | None = None
    pictures: list[int] = []
    is_cut = cut_off.lacks_end(source.data)
    how = "from its source, as its end is missing" if is_cut else "without protection"
    with (
        told_as_refusal(
            source,
            _damage(),
            "the PDF cannot be read",
            f"save it again {how}, or {_ADVICE}",
            "bad_pdf",
        ),
        _open(source) as pdf,
    ):
        if len(pdf.pages) > _MOST_PAGES:
            message = f"{len(pdf.pages)} pages, more than {_MOST_PAGES}"
            raise RefusedError(source.path, message, "split it", "too_large")
        for number, paper in enumerate(pdf.pages, start=1):
            page = upright(paper)
            shown = read_page(page, number)
            if not shown.chars and is_pictured(page):
                pictures.append(number)
            if is_vertical(page):
                laid = lay_down(shown, page.width)
                lines += flow_lines(laid, column_parts(laid))
                continue
            found = _ruled_tables(page, shown)
            headed = find_headed(page, [box for box, _ in found], headed)
            found += _headed_table(shown.outside([box for box, _ in found]), headed)
            left = shown.outside([box for box, _ in found])
            parts = column_parts(left)
            columns = [part.box for part in parts if part.is_column]
            found += _columned_tables(page, left, [*(box for box, _ in found), *columns])
            tables += [table for _, table in sorted(found, key=lambda item: item[0][1])]
            lines += flow_lines(shown.outside([box for box, _ in found]), parts)
            page.close()
            paper.close()
        title = str((pdf.metadata or {}).get("Title") or "")
    if not lines and not tables:
        message = "the PDF has no text; it may be scanned"
        raise RefusedError(source.path, message, _OCR, "no_text")
    texts = [line.text for line in lines] + [cell for t in tables for row in t.rows for cell in row]
    unknown = sum(len(_UNKNOWN.findall(text)) for text in texts)
    if 10 * unknown > sum(map(len, texts)) - 5 * unknown:
        message = f"its fonts do not tell which characters they show ({unknown} of them)"
        raise RefusedError(source.path, message, _OCR, "no_text")
    shown_lines = without_margins(with_bounds(lines))
    rendering = Rendering(_MEDIA, title, [_note_picture(number) for number in pictures])
    return _write(shown_lines, join_pages(tables), rendering, titles.find(shown_lines))


def _note_picture(number: int) -> Note:
    """Note a page that only shows a picture, maybe of text."""
    message = f"page {number} has no text, only a picture; it may be scanned"
    return Note("page_without_text", message, _OCR, place=f"page {number}")


def _open(source: Source) -> Any:
    import logging  # noqa: PLC0415 - only for PDF

    import pdfplumber  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font
    from pipeline.readers.pdf.fonts import Fonts  # noqa: PLC0415

    try:
        pdf = pdfplumber.open(BytesIO(source.data))
    except PdfminerException as error:
        if not any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise
        message = "the PDF is protected by a password"
        advice = f"save it without one, or {_ADVICE}"
        raise RefusedError(source.path, message, advice, "encrypted") from error
    pdf.rsrcmgr = Fonts()
    return pdf


def _damage() -> tuple[type[Exception], ...]:
    """Return what the libraries raise over a damaged file."""
    import struct  # noqa: PLC0415 - only for PDF
    import zlib  # noqa: PLC0415

    from pdfminer.pdfexceptions import PDFException  # noqa: PLC0415
    from pdfminer.psexceptions import PSException  # noqa: PLC0415
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException  # noqa: PLC0415

    damage = (
        MalformedPDFException,
        PdfminerException,
        PDFException,
        PSException,
        struct.error,
        zlib.error,
    )
    careless = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
    return (*damage, *careless)


def _ruled_tables(page: Any, shown: Shown) -> list[tuple[Box, Table]]:
    """Return the ruled tables of a page with their boxes."""
    found = []
    for table in find_ruled(page):
        texts = table.extract()
        boxes = [list(row.cells) for row in table.rows]
        found.append((table.bbox, _table(shown, boxes, texts)))
    return [(box, table) for box, table in found if len(table.rows[0]) > 1 and _has_text(table)]


def _headed_table(shown: Shown, headed: Headed | None) -> list[tuple[Box, Table]]:
    """Return the table below a row of names, if the page has one."""
    if headed is None:
        return []
    texts = [
        ["\n".join(line.text for line in lines_of(shown.inside(box))) for box in row]
        for row in headed.rows
    ]
    return [(headed.box, _table(shown, headed.rows, texts))]


def _columned_tables(page: Any, shown: Shown, taken: Sequence[Box]) -> list[tuple[Box, Table]]:
    """Return the tables without ruled columns outside of what is taken, with their boxes."""
    found = []
    for columns in find_columns(page, taken):
        texts = [
            ["\n".join(line.text for line in lines_of(shown.inside(box))) for box in row]
            for row in columns.rows
        ]
        found.append((columns.box, _table(shown, columns.rows, texts)))
    return found


def _table(
    shown: Shown, boxes: Sequence[Sequence[Box | None]], texts: Sequence[Sequence[str | None]]
) -> Table:
    rows = [
        [cell_text(shown, box, text or "") for box, text in zip(*row, strict=True)]
        for row in zip(boxes, texts, strict=True)
    ]
    top = min(box[1] for box in boxes[0] if box is not None)
    return Table(shown.number, top, rows, [shown.number] * len(rows))


def _has_text(table: Table) -> bool:
    return any(any(row) for row in table.rows)


def _write(
    lines: Sequence[Line], tables: Sequence[Table], page: Rendering, title: Sequence[Line]
) -> Rendering:
    """Write paragraphs and tables in reading order."""
    waiting = list(tables)[::-1]
    for block in titles.joined(_blocks(lines, tables), title):
        while waiting and (waiting[-1].page, waiting[-1].top) < (block[0].page, block[0].top):
            _write_table(waiting.pop(), page)
        tag = "h1" if block[0] in title else "p"
        page.markup(f"<{tag}>")
        for line, text in zip(block, join_lines(block), strict=True):
            page.text(text, Place(page=line.page))
        page.markup(f"</{tag}>\n")
    while waiting:
        _write_table(waiting.pop(), page)
    return page


def _blocks(lines: Sequence[Line], tables: Sequence[Table]) -> Iterator[list[Line]]:
    """Yield paragraphs; none goes on over a table."""
    starts = {(table.page, table.top) for table in tables}
    for block in paragraphs(lines):
        part = block[:1]
        for line in block[1:]:
            before = (part[-1].page, part[-1].top)
            if any(before < start < (line.page, line.top) for start in starts):
                yield part
                part = []
            part.append(line)
        yield part


def _write_table(table: Table, page: Rendering) -> None:
    page.markup("<table>\n")
    for row, number in zip(table.rows, table.places, strict=False):
        page.markup("<tr>")
        for cell in row:
            page.element("td", cell, Place(page=number))
        page.markup("</tr>\n")
    page.markup("</table>\n")

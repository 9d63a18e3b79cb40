"""Read an OpenDocument text or spreadsheet (.odt, .ods): the format of Taiwan's administration.

Contract: macros and links are never followed; deleted text, comments, footnotes, tables of
contents, headers and footers are left out; a cell of a sheet reads as it is shown.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.readers.office import sheets, xml_parts
from pipeline.readers.rendering import Place, Rendering
from pipeline.readers.source import RefusedError, Source, refuse_large, told_as_refusal

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE, _TEXT = f"{{{_OASIS}:office:1.0}}", f"{{{_OASIS}:text:1.0}}"
_TABLE, _STYLE = f"{{{_OASIS}:table:1.0}}", f"{{{_OASIS}:style:1.0}}"
_TABLES = f"{_TABLE}table"
_DRAW = f"{{{_OASIS}:drawing:1.0}}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LEFT_OUT = {
    f"{_TEXT}{name}"
    for name in (
        *("tracked-changes", "note", "table-of-content", "illustration-index", "ruby-text"),
        *("sequence-decls", "variable-decls", "user-field-decls"),
    )
} | {f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TABLE}shapes"}
_LINES = (f"{_TEXT}p", f"{_TEXT}h")
# More blanks, cells or rows in a row are a fault of the program that wrote them.
_MOST_REPEATED = 1000
_ADVICE = "save it again without protection, or its text as UTF-8 .txt"


def render(source: Source) -> Rendering:
    """Return the document as a page.

    Raises:
        RefusedError: it is no OpenDocument text or spreadsheet, is encrypted, or is too large.
    """
    with told_as_refusal(
        source, _damage(), "this is no OpenDocument file", _ADVICE, "not_opendocument"
    ):
        content, title = _open(source)
        bodies = {kind: content.find(f"{_OFFICE}body/{_OFFICE}{kind}") for kind in _KINDS}
        kind, body = next(((k, b) for k, b in bodies.items() if b is not None), ("", None))
        page = Rendering(f"application/vnd.oasis.opendocument.{kind}", title)
        if kind == "text":
            _Writer(page, _titles(content)).write(body)
        elif body is not None:
            found = [_sheet(table) for table in body.iter(_TABLES)]
    if not kind:
        message = "this holds no OpenDocument text or spreadsheet"
        raise RefusedError(source.path, message, _ADVICE, "not_opendocument")
    if kind == "spreadsheet":
        sheets.write(found, page, source.path)
    return page


_KINDS = ("text", "spreadsheet")


def _open(source: Source) -> tuple[Any, str]:
    from lxml import etree  # noqa: PLC0415 - only for OpenDocument

    refuse_large(source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    with zipfile.ZipFile(BytesIO(source.data)) as archive:
        names = archive.namelist()
        manifest = "META-INF/manifest.xml"
        if manifest in names and b"encryption-data" in archive.read(manifest):
            raise RefusedError(source.path, "this is an encrypted file", _ADVICE, "encrypted")
        content = etree.fromstring(archive.read("content.xml"), parser)
        title = None
        if "meta.xml" in names:
            title = etree.fromstring(archive.read("meta.xml"), parser).find(f".//{_TITLE}")
    return content, "" if title is None else str(title.text or "")


def _damage() -> tuple[type[Exception], ...]:
    """Return what the libraries raise over a damaged file."""
    from lxml.etree import LxmlError  # noqa: PLC0415 - only for OpenDocument

    damage = (zipfile.BadZipFile, zlib.error, LxmlError, EOFError, OSError)
    return (*damage, KeyError, ValueError, NotImplementedError)


def _titles(content: Any) -> set[str]:
    """Return the names of the styles of a title."""
    named = {
        style.get(f"{_STYLE}name")
        for style in content.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}parent-style-name") == "Title"
    }
    return named | {"Title"}


class _Writer:
    """Writes paragraphs, headings, lists and tables to the page; paragraphs are numbered."""

    def __init__(self, page: Rendering, titles: set[str]) -> None:
        self.page = page
        self.titles = titles
        self.paragraph = 0

    def write(self, element: Any, name: str = "p") -> None:
        """Write what stands in ``element``; its paragraphs become elements called ``name``."""
        for child in element.iterchildren("*"):
            if child.tag in _LEFT_OUT:
                continue
            if child.tag in _LINES:
                self._paragraph(child, name)
            elif child.tag == _TABLES and xml_parts.is_frame(child, _TABLES, _count_cells):
                for row in _rows(child):
                    for cell in row.iterchildren(f"{_TABLE}table-cell"):
                        self.write(cell)
            elif child.tag == _TABLES:
                self._table(child)
            else:
                self.write(child, "li" if child.tag == f"{_TEXT}list" else name)

    def _paragraph(self, element: Any, name: str) -> None:
        self.paragraph += 1
        if element.tag == f"{_TEXT}h":
            name = f"h{min(int(element.get(f'{_TEXT}outline-level') or 1) + 1, 6)}"
        elif element.get(f"{_TEXT}style-name") in self.titles:
            name = "h1"
        place = Place(paragraph=self.paragraph)
        text = "".join(_texts(element))
        for line in text.split("\n"):
            if line.strip():
                self.page.element(name, line, place)
        if not text.strip():
            self.page.blank()
        for box in element.iter(f"{_DRAW}text-box"):
            self.write(box)

    def _table(self, table: Any) -> None:
        self.page.markup("<table>\n")
        for row in _rows(table):
            self.page.markup("<tr>")
            for cell in row.iterchildren(f"{_TABLE}table-cell"):
                columns, rows = _size(cell)
                self.page.markup(f'<td colspan="{columns}" rowspan="{rows}">')
                for line in cell.iter(*_LINES):
                    self._paragraph(line, "p")
                self.page.markup("</td>")
            self.page.markup("</tr>\n")
        self.page.markup("</table>\n")


def _count_cells(table: Any) -> int:
    return sum(1 for row in _rows(table) for _ in row.iterchildren(f"{_TABLE}table-cell"))


def _rows(table: Any) -> Iterator[Any]:
    """Yield the rows of a table, those of its groups and header too, not of tables in cells."""
    for child in table.iterchildren("*"):
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag != _TABLES and child.tag not in _LEFT_OUT:
            yield from _rows(child)


def _size(cell: Any) -> tuple[int, int]:
    columns = int(cell.get(f"{_TABLE}number-columns-spanned") or 1)
    return columns, int(cell.get(f"{_TABLE}number-rows-spanned") or 1)


def _sheet(table: Any) -> sheets.Sheet:
    rows: list[sheets.SheetRow] = []
    number = 1
    for row in _rows(table):
        cells = list(_sheet_cells(row))
        repeated = int(row.get(f"{_TABLE}number-rows-repeated") or 1)
        if any(cell.text.strip() for cell in cells):
            again = range(min(repeated, _MOST_REPEATED))
            rows += [sheets.SheetRow(number + index, cells) for index in again]
        number += repeated
    return sheets.Sheet(str(table.get(f"{_TABLE}name") or ""), rows)


def _sheet_cells(row: Any) -> Iterator[sheets.SheetCell]:
    column = 0
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated") or 1)
        lines = ("".join(_texts(line)) for line in cell.iterchildren(*_LINES))
        text = re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")
        size = _size(cell)
        if (text.strip() or size != (1, 1)) and not cell.tag.endswith("covered-table-cell"):
            for again in range(min(repeated, _MOST_REPEATED)):
                yield sheets.SheetCell(column + again, text, *size)
        column += repeated


def _texts(element: Any) -> Iterator[str]:
    """Yield the texts of a paragraph; what hangs on it (notes, boxes, comments) is left out."""
    yield element.text or ""
    for child in element.iterchildren():
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c") or 1), _MOST_REPEATED)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif isinstance(child.tag, str) and not (
            child.tag in _LEFT_OUT or child.tag.startswith(_DRAW)
        ):
            yield from _texts(child)
        yield child.tail or ""

"""Read a Word document (.docx): paragraphs, headings, lists and tables, in order.

Contract: macros and links are never followed; deleted text, headers and footers are left out; a
file that is no Word document, or unpacks to more than 200 MB, is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.readers.rendering import Place, Rendering
from pipeline.readers.source import RefusedError, Source, refuse_large, told_as_refusal

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADING = re.compile(r"(?:heading|標題|标题) ?(\d)?", re.IGNORECASE)
_TITLE = re.compile(r"title$|^標題$|^标题$", re.IGNORECASE)
_LIST = re.compile(r"^list|清單|列表", re.IGNORECASE)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
_LEFT_OUT = (f"{_WORD}del", f"{_WORD}pPr", f"{_WORD}rPr", f"{_WORD}moveFrom")


def render(source: Source) -> Rendering:
    """Return the document as a page.

    Raises:
        RefusedError: it is no Word document, is encrypted, or is too large.
    """
    with told_as_refusal(source, _damage(), "this is no Word document", _ADVICE, "not_word"):
        document = _open(source)
        page = Rendering(_MEDIA, str(document.core_properties.title or ""))
        writer = _Writer(page)
        for block in document.iter_inner_content():
            writer.write(block)
    return page


_ADVICE = "save it again as .docx, or its text as UTF-8 .txt"


def _open(source: Source) -> Any:
    import docx  # noqa: PLC0415 - only for Word documents

    if source.data.startswith(b"\xd0\xcf\x11\xe0"):
        message = "this is an old or encrypted Word file"
        raise RefusedError(source.path, message, _ADVICE, "not_word")
    refuse_large(source)
    return docx.Document(BytesIO(source.data))


def _damage() -> tuple[type[Exception], ...]:
    """Return what the libraries raise over a damaged file."""
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - only for Word documents
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - comes with docx

    damage = (zipfile.BadZipFile, zlib.error, OpcError, XMLSyntaxError, EOFError, OSError)
    careless = (ValueError, TypeError, LookupError, AttributeError, NotImplementedError)
    return (*damage, *careless)


class _Writer:
    """Writes blocks of the document to the page; paragraphs are numbered as they come."""

    def __init__(self, page: Rendering) -> None:
        self.page = page
        self.paragraph = 0

    def write(self, block: Any) -> None:
        """Write a paragraph or a table."""
        if hasattr(block, "_tbl"):
            self._table(block._tbl)
        else:
            self._paragraph(block._p, str(block.style.name if block.style is not None else ""))

    def _paragraph(self, element: Any, style: str) -> None:
        self.paragraph += 1
        text = "".join(_texts(element)).strip("\n")
        if not text.strip():
            return
        place = Place(paragraph=self.paragraph)
        name = _element_of(style)
        if name == "p" and element.find(f"{_WORD}pPr/{_WORD}numPr") is not None:
            name = "li"
        for line in text.split("\n"):
            self.page.element(name, line, place)

    def _table(self, table: Any) -> None:
        self.page.markup("<table>\n")
        for row in table.tr_lst:
            self.page.markup("<tr>")
            for cell in row.tc_lst:
                if cell.vMerge != "continue":
                    self._cell(cell)
            self.page.markup("</tr>\n")
        self.page.markup("</table>\n")

    def _cell(self, cell: Any) -> None:
        spans = f' colspan="{cell.grid_span}" rowspan="{cell.bottom - cell.top}"'
        self.page.markup(f"<td{spans}>")
        for inner in cell.inner_content_elements:
            if inner.tag == f"{_WORD}tbl":
                texts = ["".join(_texts(p)) for p in inner.iter(f"{_WORD}p")]
                self._lines("\n".join(texts))
            else:
                self._lines("".join(_texts(inner)))
        self.page.markup("</td>")

    def _lines(self, text: str) -> None:
        self.paragraph += 1
        place = Place(paragraph=self.paragraph)
        for line in text.split("\n"):
            if line.strip():
                self.page.element("p", line, place)


def _element_of(style: str) -> str:
    if _TITLE.search(style):
        return "h1"
    heading = _HEADING.match(style)
    if heading is not None:
        return f"h{min(int(heading[1] or 1) + 1, 6)}"
    return "li" if _LIST.search(style) else "p"


def _texts(element: Any) -> Iterator[str]:
    """Yield the texts of a paragraph, inserted ones too, deleted ones not."""
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _texts(child)

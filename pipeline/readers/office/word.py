"""Read a Word document (.docx): paragraphs, headings, lists, tables and text boxes, in order.

Contract: macros and links are never followed; deleted and hidden text, headers, footers, notes and
comments are left out; the numbers that Word counts are written; a file that is no Word document, or
unpacks to more than 200 MB, is refused.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.readers.office import xml_parts
from pipeline.readers.office.flow import Flow, element_of
from pipeline.readers.office.numbering import Numbering, read_numbering
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import Source, refuse_large, told_as_refusal

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXTS = (f"{_WORD}t", f"{_MATH}t")
_CHARACTERS = {
    f"{_WORD}{name}": text
    for name, text in (
        *(("tab", "\t"), ("ptab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-")),
    )
}
_LEFT_OUT = frozenset(
    f"{_WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "rt", "sectPr")
)
_BOX = f"{_WORD}txbxContent"


def render(source: Source) -> Rendering:
    """Return the document as a page.

    Raises:
        RefusedError: it is no Word document, is encrypted, or is too large.
    """
    with told_as_refusal(source, _damage(), "this is no Word document", _ADVICE, "not_word"):
        document = _open(source)
        page = Rendering(_MEDIA, str(document.core_properties.title or ""))
        styles = {style.style_id: str(style.name or "") for style in document.styles}
        writer = _Writer(Flow(page), styles, read_numbering(document))
        writer.write(document.element.body)
        writer.flow.finish()
    return page


_ADVICE = "save it again as .docx, or its text as UTF-8 .txt"


def _open(source: Source) -> Any:
    import docx  # noqa: PLC0415 - only for Word documents

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
    """Writes the blocks of the document; ``styles`` are the names of its styles by id."""

    def __init__(self, flow: Flow, styles: dict[str, str], numbering: Numbering) -> None:
        self.flow = flow
        self.styles = styles
        self.numbering = numbering

    def write(self, element: Any, *, in_table: bool = False) -> None:
        """Write the paragraphs and tables in ``element``, those in its controls too."""
        for block in _inside(element, (f"{_WORD}p", f"{_WORD}tbl")):
            if block.tag == f"{_WORD}p":
                self._paragraph(block, in_table=in_table)
            elif in_table:
                for cell in block.iter(f"{_WORD}tc"):
                    self.write(cell, in_table=True)
            elif xml_parts.is_frame(block, f"{_WORD}tbl", _count_cells):
                for cell in _inside(block, (f"{_WORD}tc",)):
                    self.write(cell)
            else:
                self._table(block)

    def _paragraph(self, element: Any, *, in_table: bool) -> None:
        has_text = any(text.text for text in element.iter(*_TEXTS))
        if (has_text or in_table) and (label := self.numbering.next_label(element)):
            # A bare 1 is no figure of what follows: 1. 億元路燈計畫.
            is_bare = has_text and label.isalnum() and label.isascii()
            label = f"{label}." if is_bare else label
            self.flow.add(label if label[-1] in "、)）" else f"{label} ")
        self._runs(element)
        if element.find(f"{_WORD}pPr/{_WORD}rPr/{_WORD}del") is None:  # else it goes on
            self.flow.end_paragraph(self._element(element), in_table=in_table)

    def _element(self, element: Any) -> str:
        """Return the element a paragraph becomes."""
        style = element.find(f"{_WORD}pPr/{_WORD}pStyle")
        name = element_of(self.styles.get(_value(style), ""))
        level = _value(element.find(f"{_WORD}pPr/{_WORD}outlineLvl"))
        if name == "p" and level.isdecimal() and int(level) < 9:
            return f"h{min(int(level) + 2, 6)}"
        is_item = element.find(f"{_WORD}pPr/{_WORD}numPr") is not None
        return "li" if name == "p" and is_item else name

    def _runs(self, element: Any) -> None:
        """Add the text of a paragraph, inserted text too; a box in it comes after it."""
        for child in element:
            if child.tag in _TEXTS:
                self.flow.add(child.text or "")
            elif child.tag in _CHARACTERS:
                self.flow.add(_CHARACTERS[child.tag])
            elif child.tag == _BOX:
                self.flow.open_box()
                self.write(child)
                self.flow.close_box()
            elif child.tag == f"{_MARKUP}AlternateContent":
                self._runs(_alternative(child))
            elif child.tag not in _LEFT_OUT and not _is_hidden(child):
                self._runs(child)

    def _table(self, table: Any) -> None:
        for row in _inside(table, (f"{_WORD}tr",)):
            if row.find(f"{_WORD}trPr/{_WORD}del") is not None:
                continue
            before = row.find(f"{_WORD}trPr/{_WORD}gridBefore")
            edge = int(_value(before) or 0)
            edges = [edge] if edge else []
            hung = set()
            if edge:
                self.flow.end_cell()
            for cell in _inside(row, (f"{_WORD}tc",)):
                merged = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
                if merged is not None and _value(merged) != "restart":
                    hung.add(len(edges))
                edge += int(_value(cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")) or 1)
                edges.append(edge)
                self.write(cell, in_table=True)
                self.flow.end_cell()
            self.flow.end_row(edges, hung=frozenset(hung))
        self.flow.end_table()


def _count_cells(table: Any) -> int:
    return sum(1 for _ in _inside(table, (f"{_WORD}tc",)))


def _inside(element: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """Yield the elements called one of ``tags``, those that controls and changes wrap too."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag == f"{_MARKUP}AlternateContent":
            yield from _inside(_alternative(child), tags)
        elif child.tag not in _LEFT_OUT and not _is_hidden(child):
            yield from _inside(child, tags)


def _alternative(element: Any) -> Any:
    """Return the first of several forms of one thing that has text."""
    forms = [form for form in element if any(True for _ in form.iter(*_TEXTS))]
    return forms[0] if forms else ()


def _is_hidden(element: Any) -> bool:
    """Whether it is hidden text, or a control that nobody has filled."""
    hidden = element.find(f"{_WORD}rPr/{_WORD}vanish")
    if hidden is not None:
        return _value(hidden) not in ("0", "false", "off")
    return element.find(f"{_WORD}sdtPr/{_WORD}showingPlcHdr") is not None


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{_WORD}val") or "")

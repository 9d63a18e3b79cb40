"""Read a Word document of 1997 to 2003 (.doc): paragraphs, headings, lists, tables, text boxes.

Contract: nothing is run or followed; hidden and deleted text, the instructions of fields, headers,
footers, notes and comments are left out; older and protected files are refused.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from io import BytesIO

from pipeline.readers.office.doc_file import (
    Header,
    Text,
    character_pages,
    paragraph_pages,
    read_header,
    read_styles,
    read_text,
)
from pipeline.readers.office.doc_formats import Format, Formats, hidden_bytes
from pipeline.readers.office.flow import Flow, element_of
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import RefusedError, Source, told_as_refusal

_MEDIA = "application/msword"
_ADVICE = "save it again as .docx, or its text as UTF-8 .txt"
_TOKEN = re.compile(r"[^\x00-\x1f]+|[\x00-\x1f]")
_CHARACTERS = {"\t": "\t", "\x0b": "\n", "\x1e": "-"}
_PARAGRAPH, _CELL, _BREAK = "\r", "\x07", "\x0c"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SHOWN = re.compile(r"[^\r\x07\x0c\x13-\x15]")
_HALF = re.compile(r"[\ud800-\udfff]")


def render(source: Source) -> Rendering:
    """Return the document as a page.

    Raises:
        RefusedError: it is damaged, protected, or of Word 95 or before.
    """
    damage = (OSError, struct.error, ValueError, LookupError, TypeError, AttributeError)
    with told_as_refusal(source, damage, "this is no Word document", _ADVICE, "not_word"):
        streams, title = _open(source)
        word = streams.get("WordDocument", b"")
        header = read_header(word)
        _check(header, source)
        table = streams.get(header.table, b"")
        page = Rendering(_MEDIA, title)
        text = read_text(header, word, table)
        formats = Formats(paragraph_pages(header, word, table), streams.get("Data", b""))
        hidden = hidden_bytes(character_pages(header, word, table))
        writer = _Writer(Flow(page), text, formats, read_styles(header, table))
        shown = _without(text, hidden)
        main, boxes = header.lengths[0], sum(header.lengths[:6])
        writer.write(shown, 0, main)
        writer.write(shown, boxes, boxes + header.lengths[6])
    return page


def _open(source: Source) -> tuple[dict[str, bytes], str]:
    """Return the streams of the file and its title."""
    import olefile  # noqa: PLC0415 - only for such files

    with olefile.OleFileIO(BytesIO(source.data)) as file:
        streams = {
            path[0]: file.openstream(path).read()
            for path in file.listdir()
            if len(path) == 1 and path[0] in ("WordDocument", "0Table", "1Table", "Data")
        }
        properties = file.get_metadata()
        title = properties.title or b""
        codec = "utf-8" if properties.codepage == 65001 else f"cp{properties.codepage or 1252}"
    try:
        return streams, title.decode(codec).strip("\x00 ")
    except (UnicodeDecodeError, LookupError):
        return streams, ""


def _check(header: Header, source: Source) -> None:
    if not header.is_word:
        raise RefusedError(source.path, "this is no Word document", _ADVICE, "not_word")
    if header.is_old:
        message = "this is a file of Word 95 or before"
        raise RefusedError(source.path, message, _ADVICE, "not_word")
    if header.is_encrypted:
        raise RefusedError(source.path, "this is an encrypted file", _ADVICE, "encrypted")


def _without(text: Text, hidden: list[tuple[int, int]]) -> str:
    """Return the text with characters that are not shown as NUL."""
    parts: list[str] = []
    ends = [end for _, end in hidden]
    for piece in text.pieces:
        at, last = 0, len(piece.text)
        index = bisect_left(ends, piece.offset + 1)
        while index < len(hidden) and hidden[index][0] < piece.offset + last * piece.size:
            start = max(at, (hidden[index][0] - piece.offset) // piece.size)
            end = min(last, max(start, (hidden[index][1] - piece.offset) // piece.size))
            parts += [piece.text[at:start], _SHOWN.sub("\x00", piece.text[start:end])]
            at = end
            index += 1
        parts.append(piece.text[at:])
    return "".join(parts)


class _Writer:
    """Writes stretches of the text to the page."""

    def __init__(self, flow: Flow, text: Text, formats: Formats, styles: dict[int, str]) -> None:
        self.flow = flow
        self.text = text
        self.formats = formats
        self.styles = styles
        # For each field that is open: whether this is its instruction.
        self.fields: list[bool] = []

    def write(self, shown: str, start: int, end: int) -> None:
        """Write the characters from one position to another."""
        is_after_cell = False
        for match in _TOKEN.finditer(shown, start, min(end, len(shown))):
            token = match[0]
            if token in (_PARAGRAPH, _CELL, _BREAK):
                self.fields = [False for is_instruction in self.fields if not is_instruction]
                self._end(token, self.formats.at(self.text.offset(match.start())), is_after_cell)
            elif token in (_FIELD, _RESULT, _FIELD_END):
                self._field(token)
            elif not any(self.fields):
                self.flow.add(_CHARACTERS.get(token, "") if token < " " else _characters(token))
            is_after_cell = token == _CELL
        self.flow.finish()
        self.fields = []

    def _field(self, token: str) -> None:
        if token == _FIELD:
            self.fields.append(True)
        elif self.fields and token == _RESULT:
            self.fields[-1] = False
        elif self.fields:
            self.fields.pop()

    def _end(self, token: str, found: Format | None, is_after_cell: bool) -> None:
        """End a paragraph, cell or row; where no format tells, an empty cell ends the row."""
        ends_row = is_after_cell if found is None else found.ends_row
        found = found or Format()
        if token != _CELL:
            self.flow.end_paragraph(self._element(found), in_table=found.in_table)
        elif ends_row:
            self.flow.end_row(found.edges, found.merged, found.hung)
        else:
            self.flow.end_cell()

    def _element(self, found: Format) -> str:
        name = element_of(self.styles.get(found.style, ""))
        if name == "p" and found.level < 9:
            return f"h{min(found.level + 2, 6)}"
        return "li" if name == "p" and found.in_list else name


def _characters(text: str) -> str:
    """Return text with pairs made whole."""
    if _HALF.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text

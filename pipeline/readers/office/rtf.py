"""Read a rich text file (.rtf, and .doc as many programs write it): paragraphs and tables.

Contract: one pass, linear, whatever is left open or closed too often; pictures, headers, footers,
notes, comments, hidden and deleted text are left out.  Words are those of the RTF specification
1.9.1.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from pipeline.readers.office import rtf_pages
from pipeline.readers.office.flow import Flow, element_of
from pipeline.readers.office.rtf_tokens import (
    CHARACTERS,
    INSIDE,
    LEFT_OUT,
    NUMBERS,
    SYMBOLS,
    TABLES,
    tokens,
)
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import Source

_MEDIA = "application/rtf"
_DEEPEST = 2000
# Words that set something of the text or the paragraph, on unless they say 0.
_FLAGS = {"v": "is_hidden", "deleted": "is_deleted", "intbl": "in_table"}
_NUMBERS = {"uc": "skips", "s": "style", "outlinelevel": "level"}


@dataclass(slots=True)
class _State:
    """What a group sets, and takes back at its end.

    Attributes:
        dropped_by: the group that leaves the text out, empty if it is read.
        into: the table or other thing the text goes into, empty for the document.
        is_hidden, is_deleted: of the text.
        in_table, style, level, in_list: of the paragraph.
    """

    dropped_by: str = ""
    into: str = ""
    font: int = 0
    skips: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    in_table: bool = False
    style: int = 0
    level: int = 9
    in_list: bool = False
    in_box: bool = False


@dataclass(slots=True)
class _Row:
    """The cells of a row as they are declared."""

    edges: list[int] = field(default_factory=list)
    merged: set[int] = field(default_factory=set)
    hung: set[int] = field(default_factory=set)


def render(source: Source) -> Rendering:
    """Return the document as a page."""
    page = Rendering(_MEDIA)
    reader = _Reader(Flow(page))
    reader.read(source.data)
    page.title = "".join(reader.title).strip()
    return page


class _Reader:
    """Takes the tokens of the file one by one."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.title: list[str] = []
        self.state = _State()
        self.stack: list[_State] = []
        self.too_deep = 0
        self.to_skip = 0
        self.is_starred = False
        self.raw = bytearray()
        self.high = ""
        self.document = "cp1252"
        self.fonts: dict[int, str] = {}
        self.default_font = 0
        self.styles: dict[int, list[str]] = {}
        self.number: list[str] = []
        self.row = _Row()

    def read(self, data: bytes) -> None:
        """Read the whole file."""
        for token in tokens(data):
            if token.kind == "plain":
                self._plain(token.data)
            elif token.kind == "bytes":
                self.raw += self._unskipped(token.data)
            elif token.kind == "word":
                self._word(token.word, token.number)
            elif token.kind == "symbol":
                self._symbol(token.data)
            elif token.kind == "open":
                self._open()
            else:
                self._close()
        self._flush()
        self.flow.finish()

    def _open(self) -> None:
        self._flush()
        self.to_skip = 0
        if len(self.stack) >= _DEEPEST:
            self.too_deep += 1
            return
        self.stack.append(self.state)
        self.state = copy(self.state)

    def _close(self) -> None:
        self._flush()
        self.to_skip = 0
        self.is_starred = False
        if self.too_deep:
            self.too_deep -= 1
        elif self.stack:
            closed, self.state = self.state, self.stack.pop()
            if closed.in_box and not self.state.in_box:
                self.flow.close_box()
            if closed.into in NUMBERS and not self.state.into:
                self._end_number()

    def _end_number(self) -> None:
        """Write the number of a list item; a bullet is a matter of form."""
        number, self.number = "".join(self.number).strip(), []
        self.state.in_list = True
        if any(character.isalnum() for character in number):
            self._write(f"{number} ")

    def _unskipped(self, data: bytes) -> bytes:
        """Return bytes without those that stand for a character given before."""
        data, self.to_skip = data[self.to_skip :], max(0, self.to_skip - len(data))
        return data

    def _plain(self, data: bytes) -> None:
        data = self._unskipped(data)
        if data.isascii():
            self.raw += data
        else:
            whole = bytes(self.raw) + data
            self.raw.clear()
            self._write(rtf_pages.plain(whole, self._font(), self.document))

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.is_starred = True
        elif symbol in (b"\r", b"\n"):
            self._word("par", None)
        elif self.to_skip:
            self.to_skip -= 1
        elif symbol in (b"\\", b"{", b"}"):
            self.raw += symbol
        elif symbol in SYMBOLS:
            self._flush()
            self._write(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        is_starred, self.is_starred = self.is_starred, False
        if self.to_skip and word != "u":
            self.to_skip -= 1
            return
        self._flush()
        if word == "u":
            self.to_skip = self.state.skips
            self._character((number or 0) + (0x10000 if (number or 0) < 0 else 0))
        elif is_starred or word in LEFT_OUT or word in INSIDE or word in TABLES:
            self._destination(word)
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word in _FLAGS:
            setattr(self.state, _FLAGS[word], number != 0)
        elif word in _NUMBERS:
            setattr(self.state, _NUMBERS[word], max(0, number or 0))
        elif word in ("pard", "plain", "ls"):
            self._reset(word, number)
        elif word in ("f", "deff", "fcharset", "cpg", "ansicpg", "mac"):
            self._font_word(word, number or 0)
        elif not self.state.dropped_by and not self.state.into:
            self._layout(word, number or 0)

    def _reset(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "pard":
            state.in_table, state.style, state.level, state.in_list = False, 0, 9, False
        elif word == "plain":
            state.is_hidden, state.is_deleted, state.font = False, False, self.default_font
        else:
            state.in_list = bool(number)

    def _font_word(self, word: str, number: int) -> None:
        if word == "f":
            self.state.font = number
        elif word == "deff":
            self.default_font = self.state.font = number
        elif word == "ansicpg":
            self.document = rtf_pages.code_page(number)
        elif word == "mac":
            self.document = "mac-roman"
        elif self.state.into == "fonttbl":
            known = rtf_pages.of_set(number) if word == "fcharset" else rtf_pages.code_page(number)
            self.fonts[self.state.font] = known

    def _layout(self, word: str, number: int) -> None:
        """Do what ends or declares a paragraph, cell or row of the document."""
        flow, row = self.flow, self.row
        if word in ("par", "sect"):
            flow.end_paragraph(self._element(), in_table=self.state.in_table)
        elif word == "nestcell":
            flow.end_paragraph(in_table=True)
        elif word == "cell":
            flow.end_cell()
        elif word == "row":
            flow.end_row(tuple(row.edges), frozenset(row.merged), frozenset(row.hung))
        elif word == "trowd":
            self.row = _Row()
        elif word == "cellx":
            row.edges.append(number)
        elif word == "clmrg":
            row.merged.add(len(row.edges))
        elif word == "clvmrg":
            row.hung.add(len(row.edges))

    def _character(self, code: int) -> None:
        """Add a character; one beyond the basic plane comes in two halves."""
        high, self.high = self.high, ""
        if 0xD800 <= code < 0xDC00:
            self.high = chr(code)
        elif 0xDC00 <= code < 0xE000:
            pair = (high + chr(code)).encode("utf-16-le", "surrogatepass")
            self._write(pair.decode("utf-16-le", "replace"))
        elif 0xF020 <= code <= 0xF0FF:
            self._write("•")  # of a font of symbols
        else:
            self._write(chr(code) if 0 < code < 0x110000 else "\ufffd")

    def _destination(self, word: str) -> None:
        """Begin a group whose text is not that of the paragraph."""
        state = self.state
        if word in INSIDE:
            if state.dropped_by == INSIDE[word]:
                state.dropped_by = ""
                state.into = "title" if word == "title" else state.into
                if word == "shptxt" and not state.into:
                    state.in_box = True
                    self.flow.open_box()
        elif not state.dropped_by and word in TABLES:
            state.into = word
        elif not state.dropped_by:
            state.dropped_by = word

    def _font(self) -> str:
        return self.fonts.get(self.state.font, "")

    def _flush(self) -> None:
        """Write the bytes that wait."""
        if self.raw:
            self._write(rtf_pages.decode(bytes(self.raw), self._font(), self.document))
            self.raw.clear()

    def _write(self, text: str) -> None:
        state = self.state
        if state.dropped_by or state.is_hidden or state.is_deleted:
            return
        if not state.into:
            self.flow.add(text)
        elif state.into == "stylesheet":
            self.styles.setdefault(state.style, []).append(text)
        elif state.into == "title":
            self.title.append(text)
        elif state.into in NUMBERS:
            self.number.append(text)

    def _element(self) -> str:
        """Return the element the paragraph becomes."""
        state = self.state
        name = element_of("".join(self.styles.get(state.style, ())).strip("; "))
        if name == "p" and state.level < 9:
            name = f"h{min(state.level + 2, 6)}"
        return "li" if name == "p" and state.in_list else name

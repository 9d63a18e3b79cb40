"""Fonts of a PDF whose characters are Unicode already.

Contract: where a font is encoded by a predefined Unicode CMap (``UniCNS-UCS2-H`` and its kind,
ISO 32000-1, 9.7.5.2), the code is the character.  pdfminer goes from code to glyph number to
character instead, which gives other characters where the font names another collection than the
CMap - common programs write Traditional Chinese so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.psparser import PSLiteral

_UNICODE = re.compile(r"Uni(?:CNS|GB|JIS|KS)\w*-(UCS2|UTF8|UTF16|UTF32)-[HV]")
_CODECS = {"UCS2": "utf-16-be", "UTF8": "utf-8", "UTF16": "utf-16-be", "UTF32": "utf-32-be"}


class Fonts(PDFResourceManager):
    """Makes the fonts of a PDF."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return a font; one written in Unicode is read as that."""
        encoding = spec.get("Encoding")
        name = str(encoding.name) if isinstance(encoding, PSLiteral) else ""
        written = _UNICODE.fullmatch(name)
        if written and "ToUnicode" not in spec and "DescendantFonts" not in spec:
            return _UnicodeFont(self, spec, _CODECS[written[1]])
        return super().get_font(objid, spec)


class _UnicodeFont(PDFCIDFont):
    """A font whose codes are characters; its widths go by glyph numbers still."""

    def __init__(self, fonts: Fonts, spec: Mapping[str, Any], codec: str) -> None:
        super().__init__(fonts, spec)
        self._codec = codec
        self._glyphs: dict[int, int] = {}

    def decode(self, data: bytes) -> list[int]:
        """Return the code points of a string."""
        return [ord(character) for character in data.decode(self._codec, "replace")]

    def to_unichr(self, code: int) -> str:
        """Return the character of a code point."""
        return chr(code)

    def char_width(self, code: int) -> float:
        """Return the width of a character, in ems."""
        return float(super().char_width(self._glyph(code)))

    def char_disp(self, code: int) -> Any:
        """Return where a character of vertical text stands."""
        return super().char_disp(self._glyph(code))

    def _glyph(self, code: int) -> int:
        if code not in self._glyphs:
            glyphs = self.cmap.decode(chr(code).encode(self._codec, "replace"))
            self._glyphs[code] = next(iter(glyphs), 0)
        return self._glyphs[code]

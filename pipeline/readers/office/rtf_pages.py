"""The characters of a rich text file: bytes in the code page of their font.

Contract: never fails; bytes that fit no code page become U+FFFD.  Numbers of character sets and
code pages are those of the RTF specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re

# \fcharset: the code page it means.
_SETS = {
    **{77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030"},
    **{136: "big5hkscs", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255"},
    **{178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437"},
}
SYMBOLS = "symbols"
_WIDE = ("big5hkscs", "gb18030", "cp932", "cp949", "johab")
_PAGES = {950: "big5hkscs", 936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac-roman"}
_BULLET = "•"
_HIGH = re.compile(rb"[\x80-\xff]")
# A letter of a Western word in the middle of ASCII ones.
_LONE = re.compile(rb"(?<![\x80-\xff])[\xc0-\xff](?=[A-Za-z ,.\-]|\Z)")


def code_page(number: int) -> str:
    """Return the codec of ``\\ansicpg`` or ``\\cpg``; Western if it is unknown.

    >>> code_page(950), code_page(1252), code_page(7)
    ('big5hkscs', 'cp1252', 'cp1252')
    """
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def of_set(number: int) -> str:
    """Return the codec of ``\\fcharset``; empty where it is that of the whole document."""
    return SYMBOLS if number == 2 else _SETS.get(number, "")


def decode(data: bytes, font: str, document: str) -> str:
    r"""Return the characters that bytes stand for.

    Args:
        data: bytes of one font.
        font: codec of the font, empty if it has none of its own.
        document: codec of the document.

    >>> decode(b"\xa5\x78\xa5_", "", "big5hkscs"), decode(b"M\xe9rida", "", "big5hkscs")
    ('台北', 'Mérida')
    """
    if not _HIGH.search(data) and font != SYMBOLS:
        return data.decode("ascii", "replace")
    if font == SYMBOLS:
        return "".join(_BULLET if byte > 32 else " " for byte in data)
    if not font and document in _WIDE:
        lone = len(_LONE.findall(data))
        font = "cp1252" if lone and lone == len(_HIGH.findall(data)) else document
    return _in_page(data, font or document)


def _in_page(data: bytes, codec: str) -> str:
    """Decode; Microsoft's own additions to Big5 where the standard has none."""
    try:
        return data.decode("cp950" if codec == "big5hkscs" else codec)
    except UnicodeDecodeError:
        return data.decode(codec, "replace")


def plain(data: bytes, font: str, document: str) -> str:
    """Return bytes that stand unescaped: UTF-8 where they are, as some programs write."""
    if _HIGH.search(data):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return decode(data, font, document)

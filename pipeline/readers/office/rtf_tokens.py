"""The tokens of a rich text file, and what its words mean to a reader of text.

Contract: one pass, linear; every byte is in a token or is a line end between them.  Words are those
of the RTF specification 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<bytes>(?:\\'[0-9A-Fa-f]{2})+)|\\(?P<word>[A-Za-z]{1,40})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\(?P<symbol>[^A-Za-z])|(?P<open>\{)|(?P<close>\})|(?P<plain>[^\\{}\r\n]+)|[\r\n\\]",
    re.DOTALL,
)
# Words that stand for characters.
CHARACTERS = {
    **{"tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—"},
    **{"endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
    **{"bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " "},
}
SYMBOLS = {b"~": "\u00a0", b"_": "-"}
# Groups whose text is not that of the document.
LEFT_OUT = frozenset(
    (
        *("colortbl", "filetbl", "pict", "object", "header", "headerl", "headerr", "headerf"),
        *("footer", "footerl", "footerr", "footerf", "footnote", "ftnsep", "ftnsepc", "ftncn"),
        *("aftnsep", "aftnsepc", "aftncn", "shprslt", "nonesttables", "xe", "tc", "rxe", "txe"),
        *("template", "info", "upr", "shpinst", "revtbl", "annotation", "atnid", "atnauthor"),
        *("fldinst", "themedata", "bkmkstart", "bkmkend", "private", "pntxta", "pntxtb"),
    )
)
# A group inside one of those whose text is read all the same.
INSIDE = {"result": "object", "shptxt": "shpinst", "ud": "upr", "title": "info"}
NUMBERS = ("listtext", "pntext")
# Groups whose text goes elsewhere.
TABLES = ("fonttbl", "stylesheet", *NUMBERS)


class Token(NamedTuple):
    """A token: ``word``, ``symbol``, ``bytes``, ``plain``, ``open`` or ``close``."""

    kind: str
    data: bytes
    word: str = ""
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; what follows ``\bin`` is skipped.

    >>> [(t.kind, t.word or t.data, t.number) for t in tokens(rb"{\b1 a\'a4\'a5}")][1:4]
    [('word', 'b', 1), ('plain', b'a', None), ('bytes', b'\xa4\xa5', None)]
    """
    position = 0
    while (match := _TOKEN.match(data, position)) is not None:
        position = match.end()
        kind = match.lastgroup
        if kind in ("word", "number"):
            word = match["word"].decode()
            number = None if match["number"] is None else int(match["number"])
            if word == "bin":
                position += max(0, number or 0)
            yield Token("word", b"", word, number)
        elif kind == "bytes":
            yield Token(kind, bytes.fromhex(match[0].replace(b"\\'", b"").decode()))
        elif kind == "symbol":
            yield Token(kind, match["symbol"])
        elif kind is not None:
            yield Token(kind, match[0])

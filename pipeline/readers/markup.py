"""Stray markup in text: tags left by a converter, marks of bold type, character entities.

Contract: a scan in one pass, linear in the text; unknown tags and entities stay text.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language import columns
from pipeline.readers.clean import BLANKS

_BLOCK = frozenset(
    (
        *("p", "div", "li", "ol", "ul", "br", "tr", "td", "th", "table", "tbody", "thead", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article"),
    )
)
_INLINE = frozenset(
    ("span", "b", "i", "u", "em", "strong", "font", "a", "sub", "sup", "small", "big", "o:p")
)
_NAMES = sorted(_BLOCK | _INLINE)
# Pairs on one line, no blank inside the marks: **主席：**.  Marks behind a word that none
# follows are no opening ones: 王**、陳**, A**，與B**.
_BOLD = re.compile(
    r"(?:(?<![\w*])(?P<free>\*\*)(?![\s*])|(?<=[^\W\d])\*\*(?=[\w「『《〈【（(])(?![與与和及跟]))"
    r"(?P<inside>[^*\n]*+)(?<!\s)\*\*(?!\*)(?(free)|(?!\d))"
)
# Pairs of single marks that nothing but a mark or blank stands before: 說。*Malae Map* 由村落.
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<mark>[*_])(?=[\w「『《〈【（(])[^*_\n]{0,60}[\w。！？!?」』》〉】）).](?P=mark)"
    r"(?![0-9A-Za-z*_])"
)
_TAG = re.compile(
    r"</?(?P<name>" + "|".join(map(re.escape, _NAMES)) + r")(?:[\s/][^<>]*)?>"
    r"|<!--[^<>]*-->"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<break>\n[\s]*)"
    r"|(?P<bold>\*\*|[*_])",
    re.IGNORECASE,
)


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")
_BRACKETS = (("「", "」"), ("『", "』"), ("《", "》"), ("【", "】"), ("（", "）"), ("(", ")"))
_SIGN = re.compile(r"[<&*_\n]")


class Token(NamedTuple):
    """A piece of text: ``text``, ``block`` or ``inline`` tag, ``entity`` or line ``break``."""

    kind: str
    start: int
    end: int
    text: str


def scan(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]``; together they cover it.

    >>> [(t.kind, t.text) for t in scan("<p>臺北&amp;5G</p>", 0, 16)]
    [('block', ''), ('text', '臺北'), ('entity', '&'), ('text', '5G'), ('block', '')]
    """
    position = start
    sign = _SIGN.search(text, start, end)  # most text holds none
    bold = _bold_marks(text, start, end) if sign else frozenset()
    for match in _TAG.finditer(text, sign.start(), end) if sign else ():
        token = _token(match)
        if token is None or (match["bold"] and match.start() not in bold):
            continue
        if position < match.start():
            yield Token("text", position, match.start(), text[position : match.start()])
        yield token
        position = match.end()
    if position < end:
        yield Token("text", position, end, text[position:end])


def _bold_marks(text: str, start: int, end: int) -> frozenset[int]:
    """Return where the marks of bold type and of stress in ``text[start:end]`` begin."""
    single = [at for pair in _EMPHASIS.finditer(text, start, end) for at in _ends(pair, 1)]
    if text.find("**", start, end) < 0:
        return frozenset(single)
    pairs = filter(_is_bold, _BOLD.finditer(text, start, end))
    return frozenset([*single, *(at for pair in pairs for at in _ends(pair, 2))])


def _ends(pair: re.Match[str], size: int) -> tuple[int, int]:
    return pair.start(), pair.end() - size


def _is_bold(pair: re.Match[str]) -> bool:
    """Tell whether two marks set what is between them in bold: not in 王**表示，陳**同意."""
    inside = pair["inside"]
    if any(inside.count(opening) != inside.count(closing) for opening, closing in _BRACKETS):
        return False
    if pair["free"]:
        return True
    return not (_is_family_name(pair.string[pair.start() - 1]) and _is_family_name(inside[-1]))


@functools.lru_cache(maxsize=1024)
def _is_family_name(character: str) -> bool:
    return columns.is_name(f"{character}某某")


def _token(match: re.Match[str]) -> Token | None:
    if match["entity"]:
        if _INVISIBLE.fullmatch(html.unescape(match["entity"])):
            return Token("inline", match.start(), match.end(), "")
        plain = entity(match["entity"])
        return None if plain is None else Token("entity", match.start(), match.end(), plain)
    if match["break"]:
        return Token("break", match.start(), match.end(), "\n")
    if match["bold"]:
        return Token("inline", match.start(), match.end(), "")
    is_block = (match["name"] or "").lower() in _BLOCK
    return Token("block" if is_block else "inline", match.start(), match.end(), "")


def entity(name: str) -> str | None:
    """Return the characters an entity stands for; None if it is unknown or a control character.

    >>> entity("&eacute;"), entity("&nbsp;"), entity("&#12288;"), entity("&#1;")
    ('é', ' ', '\\u3000', None)
    """
    plain = html.unescape(name).translate(BLANKS)
    if plain == name or not plain or not all(c.isprintable() or c == "\u3000" for c in plain):
        return None
    return plain


def without_bold(text: str) -> str:
    """Return a line without the marks of bold type.

    >>> without_bold("**主席：**開會，2**3。")
    '主席：開會，2**3。'
    >>> without_bold("王**、陳**獲評「A**，與B**」")
    '王**、陳**獲評「A**，與B**」'
    """
    if "**" not in text:
        return text
    return _BOLD.sub(lambda pair: pair["inside"] if _is_bold(pair) else pair[0], text)

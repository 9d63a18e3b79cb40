"""Cut a web page into tags, text and comments, with the offsets of each.

Contract: linear in the text whatever it holds; the tokens cover the text without gap.  Nothing is
loaded, run or expanded: a document type with entities of its own is one token.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a page.

    Attributes:
        kind: ``text``, ``open``, ``close``, ``comment`` or ``raw`` (what a script or style holds).
        start, end: clean offsets.
        name: of the tag, in lower case.
        attributes: what stands between the name and the end of the tag.
        is_closed: false where the end of the comment or raw text is missing.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    is_closed: bool = True


_MARK = re.compile(
    r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<other>[!?])"
    r"|(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>]*))"
)
# Quotes count behind an equals sign only.
_REST = re.compile(r"""(?:[^>="']++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+>""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>", re.IGNORECASE)
_RAW = ("script", "style", "textarea", "title", "xmp", "noembed", "iframe")
_CLOSES = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of a page.

    >>> [(t.kind, t.name, t.end - t.start) for t in tokenize("<p id='a>b'>臺北<br></p>")]
    [('open', 'p', 12), ('text', '', 2), ('open', 'br', 4), ('close', 'p', 4)]
    """
    position = 0
    last_end = text.rfind(">")
    has_open_quote = False
    while position < len(text):
        match = _MARK.search(text, position)
        while match and match["name"] and match.end() > last_end:
            match = None  # a tag that never ends is text
        if match is None:
            yield Token("text", position, len(text))
            return
        if position < match.start():
            yield Token("text", position, match.start())
        position = match.start()
        if match["name"]:
            rest = None if has_open_quote else _REST.match(text, match.end())
            has_open_quote = rest is None
            end = rest.end() if rest else text.index(">", match.end()) + 1
            token = _tag(text, match, end)
            yield token
            position = end
            if token.kind == "open" and token.name in _CLOSES:
                raw = _raw(text, token)
                if raw.start < raw.end:
                    yield raw
                position = raw.end
            continue
        for token in _special(text, match):
            yield token
            position = token.end


def _tag(text: str, match: re.Match[str], end: int) -> Token:
    kind = "close" if match["slash"] else "open"
    return Token(kind, match.start(), end, match["name"].lower(), text[match.end() : end - 1])


def _raw(text: str, token: Token) -> Token:
    """Return what stands up to the end tag of a script, style or title."""
    kind = "text" if token.name in ("title", "textarea") else "raw"
    closes = _CLOSES[token.name].search(text, token.end)
    if closes is None and token.attributes.endswith("/"):
        return Token(kind, token.end, token.end)
    end = closes.start() if closes else len(text)
    return Token(kind, token.end, end, token.name, is_closed=closes is not None)


def _special(text: str, match: re.Match[str]) -> Iterator[Token]:
    """Yield a comment, a declaration, or the text of a CDATA section between its marks."""
    start = match.start()
    if match["cdata"]:
        end = text.find("]]>", match.end())
        yield Token("comment", start, match.end())
        if end > match.end():
            yield Token("text", match.end(), end)
        if end >= 0:
            yield Token("comment", end, end + 3)
        return
    if match["comment"]:
        end = text.find("-->", match.end() - 2)
        is_closed, length = end >= 0, 3
    else:
        doctype = _DOCTYPE.match(text, start)
        end = doctype.end() - 1 if doctype else text.find(">", start)
        is_closed, length = end >= 0, 1
    yield Token("comment", start, end + length if is_closed else len(text), is_closed=is_closed)


def attributes(token: Token) -> dict[str, str]:
    """Return the attributes of a tag by lower-case name; the first of equal ones counts.

    >>> attributes(Token("open", 0, 0, "td", ' COLSPAN=2 class="a b"'))
    {'colspan': '2', 'class': 'a b'}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(token.attributes):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), html.unescape(value))
    return found

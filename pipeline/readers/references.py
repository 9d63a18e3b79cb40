"""Read the character references of a web page: ``&nbsp;``, ``&#12288;``, ``&#x81FA;``.

Contract: pure, linear.  Those of one character become it before tags are looked for, so that every
reader sees the text; those that could be taken for markup stay until the text is written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pipeline.readers.clean import BLANKS, UNFOLDED, Change, clean

_REFERENCE = re.compile(
    r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};|nbsp(?![A-Za-z0-9]))"
)
_MARKUP = frozenset("<>&\"'")
_KEPT = re.compile("&(?:lt|gt|amp|quot|apos|#0?3[489]|#6[02]);")


def find(text: str) -> Iterator[Change]:
    """Yield what the references of a page stand for; white space is a space, a sign of no width
    nothing.

    >>> [change.text for change in find("&nbsp;&#33274;&ldquo;&#8203;A&amp;B&#9;")]
    ['\\xa0', '臺', '“', '', ' ']
    """
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        said = html.unescape(match[0])
        if len(said) != 1 or said in _MARKUP:
            continue
        if said in "\t\n\r\x0c":
            yield Change(match.start(), match.end(), "entity", " ")
        elif BLANKS.get(ord(said)) == " ":
            yield Change(match.start(), match.end(), "entity", UNFOLDED)
        elif said.isprintable() or said.isspace() or not clean(said).text:
            yield Change(match.start(), match.end(), "entity", clean(said).text)


def unescaped(text: str) -> str:
    """Return a text without the references that could have been taken for markup.

    >>> unescaped("R&amp;D&nbsp;")
    'R&D&nbsp;'
    """
    return _KEPT.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text

"""Read what a web page says about itself: its title and the day it was published.

Contract: pure; looks at the head and at ``time`` elements, never at the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.readers.web.tokens import Token, attributes

_DATES = ("article:published_time", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate")
_SITE = re.compile(r"\s*[|｜_»›]\s*|\s+[-–—]\s+")


class Page(NamedTuple):
    """What a page says about itself: its title, and the day it was published as 2024-05-01."""

    title: str
    published: str


def read_page(text: str, tokens: Sequence[Token]) -> Page:
    """Return what a page says about itself."""
    return Page(_title(text, tokens), _published(tokens))


def _title(text: str, tokens: Sequence[Token]) -> str:
    token = next((t for t in tokens if t.kind == "text" and t.name == "title"), None)
    if token is None:
        return ""
    plain_title = " ".join(html.unescape(text[token.start : token.end]).split())
    return _SITE.split(plain_title)[0] or plain_title


def _published(tokens: Sequence[Token]) -> str:
    """Return the day a page names in its head or in its first ``time`` element."""
    for token in tokens:
        if token.kind != "open" or token.name not in ("meta", "time"):
            continue
        found = attributes(token)
        if token.name == "time":
            value = found.get("datetime", "")
        else:
            name = (found.get("property") or found.get("name") or "").lower()
            value = found.get("content", "") if name in _DATES else ""
        if re.match(r"\d{4}-\d{2}-\d{2}", value):
            return value[:10]
    return ""

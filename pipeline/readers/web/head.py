"""Read what a web page says about itself: its title and the day it was published.

Contract: pure; looks at the head and at ``time`` elements, never at the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.readers import cues
from pipeline.readers.web.tokens import Token, attributes

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FARTHEST = 40
_DATES = ("article:published_time", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate")
_SITE = re.compile(r"\s*[|｜_»›]\s*|\s+[-–—]\s+")


class Page(NamedTuple):
    """What a page says about itself: its title, and the day it was published as 2024-05-01."""

    title: str
    published: str


def read_page(text: str, tokens: Sequence[Token]) -> Page:
    """Return what a page says about itself."""
    return Page(_title(text, tokens), _published(tokens))


def find_title_name(text: str, tokens: Sequence[Token], rules: Sequence[str]) -> str:
    """Return the name of the elements that hold the title: h1, or the one heading above all others.

    The name of a site in a heading is no title.
    """
    said: list[tuple[str, str]] = []
    for index, (token, rule) in enumerate(zip(tokens, rules, strict=True)):
        if token.kind == "open" and not rule and token.name in _LEVELS:
            said.append((token.name, _inside(text, tokens[index : index + _FARTHEST])))
    names = [name for name, own in said if not cues.is_letterhead(own)]
    is_one = bool(names) and names[0] == min(names) and names.count(names[0]) == 1
    return names[0] if is_one else "h1"


def _inside(text: str, tokens: Sequence[Token]) -> str:
    """Return the text of the element that the first token opens."""
    closes = (i for i, t in enumerate(tokens) if (t.kind, t.name) == ("close", tokens[0].name))
    inside = tokens[: next(closes, len(tokens))]
    return "".join(text[t.start : t.end] for t in inside if t.kind == "text")


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

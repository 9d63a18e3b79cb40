"""Read the lines of data that note programs put before a text: title, date and others between ---.

Contract: pure; offsets are those of the text handed in.  The title stays a line of the text, unless
the text begins with it anyway; the rest is to be dropped.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.language import views

_BLOCK = re.compile(
    r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<lines>(?:[^\r\n]*\r?\n){1,60}?)"
    r"(?:(?P=mark)|\.\.\.)[ \t]*(?P<end>\r?\n|\Z)"
)
_LINE = re.compile(
    r"(?:[A-Za-z][\w-]*[ \t]*[:=].*|[ \t]*-[ \t]+.*|[ \t]+\S.*|[ \t]*#.*|[\]})]?\s*)\Z"
)
_VALUE = r"[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>[^\r\n]{0,300}?)(?P=quote)[ \t]*(?=\r?\n)"
_TITLE = re.compile(rf"(?:^|(?<=\n))title{_VALUE}", re.IGNORECASE)
_DATE = re.compile(
    r"(?:^|(?<=\n))(?:date|published|publishdate|pubdate|published_on)[ \t]*[:=][ \t]*[\"']?"
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*(?:#[ \t]+)?(?P<line>[^\r\n]+)")


class FrontMatter(NamedTuple):
    """What stands before a text: stretches to be dropped, and the day as 2024-05-01 or empty."""

    drops: list[tuple[int, int]]
    published: str


def find(text: str) -> FrontMatter | None:
    """Return the lines of data before a text, None if there are none.

    >>> find("---\\ntitle: 高峰會登場\\ndate: 2025/9/18\\n---\\n內文。")
    FrontMatter(drops=[(0, 11), (16, 36)], published='2025-09-18')
    """
    block = _BLOCK.match(text)
    if block is None or not all(map(_LINE.match, block["lines"].splitlines())):
        return None
    day = _DATE.search(block["lines"])
    published = f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}" if day else ""
    title = _TITLE.search(block["lines"])
    if title is None and not day:
        return None
    if title is None or not title["value"].strip() or _is_said(title["value"], text[block.end() :]):
        return FrontMatter([(0, block.end())], published)
    first = block.start("lines")
    start, end = first + title.start("value"), first + title.end("value")
    return FrontMatter([(0, start), (end, block.start("end"))], published)


def _is_said(title: str, after: str) -> bool:
    """Tell whether a text begins with its title."""
    line = _HEADING.match(after)
    return line is not None and views.key(line["line"]) == views.key(title)

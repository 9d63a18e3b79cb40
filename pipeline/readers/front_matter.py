"""Read the lines of data that note programs put before a text: title, date and others between ---.

Contract: pure; offsets are those of the text handed in.  The title stays a line of the text, unless
the text begins with it anyway, and so does the body below it that wrote it; the rest is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
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
# author: 新北市政府秘書處; a person's name and that of a site tell nothing of the text.
_WROTE = re.compile(
    rf"(?:^|(?<=\n))(?:author|publisher|organi[sz]ation|department|source){_VALUE}", re.IGNORECASE
)
_BODY = views.pattern("[\u3400-\u9fff]{1,24}(?:政府|[市縣]府|[局處署部院會科組]|公所|中心|辦公室)")
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
    kept = _lines(title, text[block.end() :])
    if kept:  # above or without the title, a body would be taken for it
        wrote = _WROTE.finditer(block["lines"], kept[0].end())
        kept += islice((one for one in wrote if _BODY.fullmatch(views.fold(one["value"]))), 1)
    spans = [one.span("value") for one in kept]
    drops = [drop for drop in _drops(block, spans) if drop[0] < drop[1]]
    return FrontMatter(drops, published)


def _drops(block: re.Match[str], kept: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what is left out of the lines, each value that is kept a line of its own."""
    position, first = 0, block.start("lines")
    for number, (start, end) in enumerate(kept):
        if number:
            line = block.string.index("\n", position)
            yield position, line
            position = line + 1
        yield position, first + start
        position = first + end
    yield position, block.start("end") if kept else block.end()


def _lines(title: re.Match[str] | None, after: str) -> list[re.Match[str]]:
    """Return the title unless it is empty or the text begins with it anyway."""
    is_kept = title is not None and title["value"].strip() and not _is_said(title["value"], after)
    return [title] if title is not None and is_kept else []


def _is_said(title: str, after: str) -> bool:
    """Tell whether a text begins with its title."""
    line = _HEADING.match(after)
    return line is not None and views.key(line["line"]) == views.key(title)

"""Tell the title of a document: what is written as one, what the file says, or its main heading.

Contract: pure; None rather than a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import views
from pipeline.readers import cues
from pipeline.readers.canonical import Block

# What programs and sites name a file that nobody named: the program, the file, the house alone.
_NO_TITLE = views.pattern(
    r"(?:untitled|無標題|未命名|document|文件|新文件|microsoft (?:word|excel|powerpoint)"
    r"|(?:powerpoint ?)?簡報|slide|投影片|工作表|index|home|首頁)[\s\d-]*(?:\Z| ?-)"
    r"|.*\.(?:docx?|xlsx?|pptx?|pdf|html?|odt|txt)\Z"
    r"|.{0,12}(?:政府|(?<!公)局|處|資訊網|入口網|官網|網站)\Z",
    re.IGNORECASE,
)
_SHARED = 6


def find_title(text: str, blocks: Sequence[Block], given: str) -> str | None:
    """Return the title of a document.

    Args:
        text: canonical text.
        blocks: the blocks found.
        given: the title the format names, or empty.
    """
    for block in blocks:
        if block.kind == "title":
            return cues.TITLE_LABEL.sub("", text[block.start : block.end].strip())
    heads = [text[block.start : block.end].strip() for block in _heads(blocks)]
    heads = [head for head in heads if not _tells_otherwise(head)]
    given = given.strip()
    if not given or _NO_TITLE.match(views.fold(given)):
        return max(heads, key=len, default=None) or given or None
    return next((head for head in heads if _are_alike(head, given)), given)


def _heads(blocks: Sequence[Block]) -> list[Block]:
    """Return the headings before anything is said."""
    roots = [block for block in blocks if block.parent is None]
    ends = (i for i, b in enumerate(roots) if b.kind not in ("heading", "boilerplate"))
    return [block for block in roots[: next(ends, len(roots))] if block.kind == "heading"]


def _tells_otherwise(head: str) -> bool:
    """Tell whether a heading is no title: a letterhead, a date, a label, somebody's name."""
    return (
        cues.is_letterhead(head)
        or cues.is_dateline(head)
        or cues.is_entry(head)
        or cues.publication_end(head) > 0
    )


def _are_alike(head: str, given: str) -> bool:
    """Tell whether a page calls itself by one of its headings, cut or with the site's name."""
    own, other = views.key(head), views.key(given)
    return len(own) >= _SHARED and (own in other or other in own or own[:8] == other[:8])

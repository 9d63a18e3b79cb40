"""Find text whose every sentence stands on a line of its own, as machines write speech down.

Contract: such lines make a paragraph where gaps (blank lines, indents) part the paragraphs; text
without gaps, or with two sentences on many a line, is left as it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

from pipeline.readers import marks
from pipeline.readers.line_starts import stands_alone
from pipeline.readers.wraps import Printed, is_prose

_CLOSERS = re.escape(marks.CLOSERS)
_INNER = re.compile(rf"[。！？!?…][{_CLOSERS}]*(?=[^\s。！？!?…{_CLOSERS}])")
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|[(（][^()（）]*[)）]")


class SentenceLines:
    """Lines of one sentence each: a sentence goes on with what stands right above it."""

    glue = "wrap"

    def joins(self, above: Sequence[Printed], following: Printed) -> bool:
        """Tell whether ``following`` goes on with the paragraph of the lines ``above``."""
        return _is_sentence(above[-1]) and _is_sentence(following) and not _opens(following.text)


def find_sentence_lines(
    lines: Sequence[Printed], opens: Callable[[str], object]
) -> SentenceLines | None:
    """Return how sentences on lines of their own are joined, None if they are not written so.

    Args:
        lines: physical lines.
        opens: tells of a line that it opens something new.
    """
    sentences = [line.text for line in lines if _is_sentence(line)]
    n_inner = sum(_INNER.search(_QUOTED.sub("", text)) is not None for text in sentences)
    if len(sentences) < 5 or n_inner * 10 > len(sentences):
        return None
    rule = SentenceLines()
    n_joined = n_parted = 0
    for before, line in itertools.pairwise(lines):
        if _is_sentence(before):
            n_joined += rule.joins([before], line) and not opens(line.text)
            n_parted += line.is_blank or marks.opens_item(line.text)
    return rule if n_joined >= 3 and 2 <= n_parted <= 3 * n_joined else None


def _is_sentence(line: Printed) -> bool:
    return not line.is_blank and not line.page_mark and marks.is_ended(line.text) and is_prose(line)


def _opens(text: str) -> bool:
    """Tell whether a line says of itself that it is no part of what stands above."""
    return marks.opens_item(text) or stands_alone(text)

"""How lines begin that are no rest of the line above: entries, items, times, pictures.

Contract: each question looks at one line, or at its begin and the line above.
"""

from __future__ import annotations

import re

from pipeline.readers import cues, marks

LABEL = re.compile(r"[^：:。，；、]{1,20}[：:]")
# Items and times as only lines of minutes and agendas begin with them.
_STEM = re.compile(
    r"[ \u3000]*(?:[(（]?[甲乙丙丁戊己庚辛壬癸][)）、.．]"
    r"|[012]\d[0-5]\d\s*[-–—－~～]\s*[012]\d[0-5]\d\s)"
)
_PICTURE = re.compile(r"\s*[\u2600-\u27bf\U0001f300-\U0001faff]")


def stands_alone(text: str) -> bool:
    """Tell whether a line opens with a time, a list number or the name of what it tells."""
    return (
        marks.CLOCK.match(text) is not None
        or marks.leading_item(text) is not None
        or cues.is_entry(text)
    )


def opens(line: str, following: str) -> bool:
    """Tell whether a line opens something of its own, and what stands above did not end with it."""
    if following.lstrip()[:1] in "○〇·‧・" and not marks.is_ended(line):
        return False  # 二○ | ○四年, 派翠西亞 | ‧馬洪
    return (
        marks.bullet_end(following) > 0
        or _STEM.match(following) is not None
        or _PICTURE.match(following) is not None
        or stands_alone(following)
    )


def hangs(text: str) -> bool:
    """Tell whether a line opens with what lines below it may be set in behind."""
    return marks.bullet_end(text) > 0 or stands_alone(text) or LABEL.match(text.strip()) is not None


def indent(text: str) -> int:
    """Return how far a line is set in, in printed columns."""
    return marks.width(text[: len(text) - len(text.lstrip(" \t\u3000"))])

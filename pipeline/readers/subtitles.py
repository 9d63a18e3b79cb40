"""Read subtitles (SRT, WebVTT): what is said, without counters and times.

Contract: the cues of one speaker are joined until a sentence ends or a speaker is named; counters,
times and voice tags are dropped by a rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.readers import marks, speakers, transcript
from pipeline.readers.clean import Clean
from pipeline.readers.lines import Line, split_lines
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.grid import Written

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
# A line of times, or the times before what is said.
_TIMES = re.compile(
    rf"\s*\[?{_TIME}\s*-->\s*{_TIME}\]?(?:[ \t]+(?:align|line|position|size):\S+)*[ \t]*"
)
_COUNTER = re.compile(r"\s*\d{1,6}\s*")
_HEAD = re.compile(r"(?:WEBVTT|NOTE|STYLE|Kind:|Language:|X-TIMESTAMP-MAP)\b")


def is_subtitles(text: str) -> bool:
    """Tell whether cues with times make up the text.

    >>> is_subtitles("1\\n00:00:05,000 --> 00:00:09,000\\n各位好。\\n")
    True
    """
    if "-->" not in text[:2000]:
        return False
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    n_times = sum(_TIMES.match(line) is not None for line in lines)
    return n_times * 6 >= len(lines)


def read(clean: Clean, written: Written) -> None:
    """Read clean text as subtitles."""
    found, tail = _paragraphs(clean, split_lines(clean.text))
    transcript.write_paragraphs(written, found)
    for drop in tail:
        written.draft.drop(*drop)


def _paragraphs(clean: Clean, lines: Sequence[Line]) -> tuple[list[Paragraph], list[Drop]]:
    """Return what is said as paragraphs, and what is dropped behind the last one.

    A cue goes on with the one before it in mid-sentence.
    """
    found: list[Paragraph] = []
    drops: list[Drop] = []
    for index, line in enumerate(lines):
        end = min(line.end + 1, len(clean.text))
        skipped = _skipped(lines, index)
        if skipped == len(line.text):
            drops.append(Drop(line.start, end, "subtitle_time" if line.text else "blank_line"))
            continue
        start = line.start + skipped
        said = line.text[skipped:]
        drops.append(Drop(line.start, start, "subtitle_time"))
        if not found or marks.is_ended(found[-1].text) or speakers.speaker(said):
            parts = [Part(start, line.end, "slice", tuple(drops))]
            found.append(Paragraph(parts, said, line.end, is_marked_up=True))
        else:
            found[-1].parts.append(Part(start, line.end, "wrap", tuple(drops)))
            found[-1].text += said
            found[-1].end = line.end
        drops = [Drop(line.end, end, "line_break")]
    return found, drops


def _skipped(lines: Sequence[Line], index: int) -> int:
    """Return how many characters at the start of a line are no text."""
    text = lines[index].text
    times = _TIMES.match(text)
    if times:
        return times.end()
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    is_counter = _COUNTER.fullmatch(text) is not None and _TIMES.match(following) is not None
    return len(text) if is_counter or not text.strip() or _HEAD.match(text) else 0

"""Read subtitles: SRT, WebVTT, and text with the times a video site prints beside it.

Contract: the cues of one speaker are joined until a sentence ends or another speaks; counters and
times are dropped by a rule, a voice tag becomes the label of its turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.readers import marks, speakers, styles, transcript
from pipeline.readers.clean import Clean
from pipeline.readers.lines import split_lines
from pipeline.readers.paragraphs import Paragraph
from pipeline.readers.tables.cells import Drop, Part
from pipeline.readers.tables.grid import Written

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
# A line of times, or the times before what is said.
_TIMES = re.compile(
    rf"\s*\[?{_TIME}\s*-->\s*{_TIME}\]?(?:[ \t]+(?:align|line|position|size):\S+)*[ \t]*"
)
# When a cue begins and ends, and how many seconds apart two are that follow each other at once.
_SPAN = re.compile(rf"\s*\[?({_TIME})\s*-->\s*({_TIME})")
_TOUCHING = 0.1
# A time as a video site prints it above or before what is said.
_STAMP = re.compile(r"\s*[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[\])]?(?:[ \t\u3000]+|\s*\Z)")
_COUNTER = re.compile(r"\s*\d{1,6}\s*")
_HEAD = re.compile(r"(?:WEBVTT|NOTE|STYLE)\b|(?:Kind|Language|X-TIMESTAMP-MAP)[:=]")
_VOICE = re.compile(r"\s*<v(?:\.[\w.]+)?[ \t]+(?P<name>[^<>\n]{1,40}?)[ \t]*>\s*")
# Who speaks no more, how it looks, and when each word is said.
_STYLE = re.compile(r"</?(?:v|c|lang|ruby|rt)(?:[. ][^<>\n]{0,40})?>|<\d{2}:\d{2}[\d:.]*>")
_MARKED = re.compile(r"[，。！？；,.!?;]\s*\Z")
# A video begins before this second; a programme of a day begins later.
_BEGINNING = 60
_MANY = 5
# Speech without marks is cut into pieces of about this length.
_LONG = 60
# One cue in so many ends with a mark, where marks are written.
_RARE = 5


def is_subtitles(text: str) -> bool:
    """Tell whether cues with times make up the text.

    >>> is_subtitles("1\\n00:00:05,000 --> 00:00:09,000\\n各位好。\\n")
    True
    >>> is_subtitles("0:00\\n各位好\\n0:04\\n歡迎\\n0:07\\n我是\\n0:09\\n主持人\\n0:12\\n林小姐\\n")
    True
    """
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if "-->" in text[:2000]:
        n_times = sum(_TIMES.match(line) is not None for line in lines)
        return n_times * 6 >= len(lines)
    return _has_stamps(lines)


def _has_stamps(lines: Sequence[str]) -> bool:
    """Tell whether times that rise from the beginning of a video stand above or before lines."""
    times = [_seconds(stamp) for line in lines if (stamp := _STAMP.match(line))]
    if len(times) < _MANY or len(times) * 3 < len(lines):
        return False
    if times[0] >= _BEGINNING or times != sorted(times):
        return False
    return styles.find_style("\n".join(lines)) is None


def _seconds(stamp: re.Match[str]) -> int:
    hours, minutes, seconds = (int(part or 0) for part in stamp.groups())
    return hours * 3600 + minutes * 60 + seconds


def _exact(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def read(clean: Clean, written: Written) -> None:
    """Read clean text as subtitles."""
    cues = _Cues(clean)
    for index in range(len(cues.lines)):
        cues.read(index)
    transcript.write_speech(written, cues.found)
    for drop in cues.drops:
        written.draft.drop(*drop)


class _Cues:
    """Joins cues to paragraphs, one line after the other.

    Attributes:
        found: the paragraphs so far.
        drops: what is left out behind the last one.
    """

    def __init__(self, clean: Clean) -> None:
        self.clean = clean
        self.lines = split_lines(clean.text)
        self.found: list[Paragraph] = []
        self.drops: list[Drop] = []
        self.times = _TIMES if "-->" in clean.text[:2000] else _STAMP
        self.voice = ""  # who speaks, and what was said last
        self.last = ""
        self.shown = 0.0  # until when the last cue is shown
        self.is_touching = True  # this cue begins where the one before it ends
        said = [line.text[self._skipped(i) :] for i, line in enumerate(self.lines)]
        n_marked = sum(_MARKED.search(text) is not None for text in said)
        self.has_marks = n_marked * _RARE >= sum(map(bool, said))
        self.is_timed = False  # a time has been seen
        self.is_apart = True  # what comes next opens a paragraph: nothing, or the head, is above

    def read(self, index: int) -> None:
        """Add a line to the paragraph it belongs to, or leave it out."""
        line = self.lines[index]
        self.is_timed = self.is_timed or self.times.match(line.text) is not None
        self._time(line.text)
        end = min(line.end + 1, len(self.clean.text))
        at = line.start + self._skipped(index)
        voice = _VOICE.match(self.clean.text, at, line.end)
        said = _STYLE.sub("", self.clean.text[voice.end() if voice else at : line.end]).strip()
        if not said or (said == self.last and self.is_touching):
            rule = "subtitle_repeat" if said else "subtitle_time" if line.text else "blank_line"
            self.drops.append(Drop(line.start, end, rule))
            return
        self.last = said
        self.drops.append(Drop(line.start, at, "subtitle_time"))
        name = voice["name"] if voice else self.voice
        is_new = name != self.voice
        parts = self._parts(voice, is_new=is_new, at=at, end=line.end)
        self.voice = name
        if is_new or self.is_apart or self._opens(said):
            label = f"{name}：" if voice and is_new else ""
            self.found.append(Paragraph(parts, label + said, line.end, is_marked_up=True))
        else:
            glue = "wrap" if self.has_marks else "pause"
            self.found[-1].parts += [parts[0]._replace(glue=glue), *parts[1:]]
            self.found[-1].text += said
            self.found[-1].end = line.end
        self.drops = [Drop(line.end, end, "line_break")]
        self.is_apart = not self.is_timed

    def _time(self, text: str) -> None:
        """Note whether a cue whose times these are begins where the last one ends."""
        span = _SPAN.match(text)
        if span is not None:
            self.is_touching = _exact(span[1]) - self.shown <= _TOUCHING + 0.001
            self.shown = _exact(span[2])

    def _opens(self, said: str) -> bool:
        """Tell whether what is said begins a paragraph."""
        if marks.is_ended(self.found[-1].text) or speakers.speaker(said):
            return True
        return not self.has_marks and len(self.found[-1].text) >= _LONG

    def _parts(self, voice: re.Match[str] | None, *, is_new: bool, at: int, end: int) -> list[Part]:
        """Return what is said on a line, without its tags; a new voice before it."""
        drops, parts = tuple(self.drops), []
        if voice is not None:
            low, high = voice.span("name")
            if is_new:
                parts.append(Part(low, high, "slice", (*drops, Drop(at, low, "voice_tag"))))
                drops = (Drop(high, voice.end(), "voice_tag"),)
            else:
                drops = (*drops, Drop(at, voice.end(), "voice_tag"))
            at = voice.end()
        glue = "label" if parts else "slice"
        for tag in _STYLE.finditer(self.clean.text, at, end):
            parts.append(Part(at, tag.start(), glue, drops))
            glue, drops, at = "slice", (Drop(*tag.span(), "markup"),), tag.end()
        return [*parts, Part(at, end, glue, drops)]

    def _skipped(self, index: int) -> int:
        """Return how many characters at the start of a line are no text."""
        text = self.lines[index].text
        times = self.times.match(text)
        if times:
            return times.end()
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        is_counter = _COUNTER.fullmatch(text) is not None and _TIMES.match(following) is not None
        return len(text) if is_counter or not text.strip() or _HEAD.match(text) else 0

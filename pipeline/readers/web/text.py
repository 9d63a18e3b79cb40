"""Collect the stretches of text of one paragraph or cell of a web page.

Contract: every clean character handed in becomes part of the text or is dropped by a rule; white
space folds as browsers fold it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.readers.clean import plain_spaces
from pipeline.readers.references import unescaped
from pipeline.readers.tables.cells import Drop, Part

_SPACE = re.compile(r"[ \t\n]{2,}|[\t\n]")
_SIGNS = {"break": "\n", "label": "："}
_GLUES = ("", "slice", "fold", "pause", "break")


@dataclass(slots=True)
class WebText:
    """Parts so far, and what has been left out since the last one."""

    clean: str
    parts: list[Part] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    glue: str = ""

    def drop(self, start: int, end: int, rule: str, glue: str = "slice") -> None:
        """Leave ``start..end`` out; ``glue`` tells how the text goes on behind it."""
        if start < end:
            self.drops.append(Drop(start, end, rule))
        self.glue = max(self.glue, glue, key=_GLUES.index)

    def add(self, start: int, end: int, *, is_kept: bool = False) -> None:
        """Take the text ``start..end``; ``is_kept`` keeps its line ends, as in ``pre``."""
        position = start
        for space in _SPACE.finditer(self.clean, start, end):
            has_break = "\n" in space.group()
            is_blanks = not has_break and "\t" not in space.group()
            first = space.start() + (1 if is_blanks and space.start() > position else 0)
            self._part(position, first)
            self.drop(first, space.end(), "white_space", _glue(has_break, is_kept, is_blanks))
            position = space.end()
        self._part(position, end)

    def _part(self, start: int, end: int) -> None:
        if start == end:
            return
        if not self.parts and not self.clean[start:end].strip():
            self.drop(start, end, "white_space")
            return
        glue = self.glue or ("slice" if self.parts else "")
        self.parts.append(Part(start, end, glue, tuple(self.drops)))
        self.drops, self.glue = [], ""

    def label(self, at: int) -> None:
        """Make a name of the text so far: its value follows, behind a colon."""
        self.parts.append(Part(at, at, "label", tuple(self.drops)))
        self.drops, self.glue = [], ""

    @property
    def is_label(self) -> bool:
        """Whether the text so far is a name without its value."""
        return bool(self.parts) and self.parts[-1].glue == "label"

    def take(self) -> list[Part]:
        """Return the parts and begin anew; what was left out since stays for what follows."""
        parts, self.parts = self.parts, []
        self.glue = "slice" if self.drops else ""
        return parts

    @property
    def plain(self) -> str:
        """The text of the parts, roughly."""
        return plain(self.clean, self.parts)


def _glue(has_break: bool, is_kept: bool, is_blanks: bool) -> str:
    if has_break and is_kept:
        return "break"
    return "slice" if is_blanks else "fold"


def plain(text: str, parts: list[Part]) -> str:
    """Return the text of parts, line breaks for those on new lines, colons behind names."""
    return printed(text, parts).strip()


def printed(text: str, parts: list[Part]) -> str:
    """Return the text of parts with the spaces that set it in, as those of Chinese paragraphs."""
    joined = [_SIGNS.get(part.glue, "") + text[part.start : part.end] for part in parts]
    return plain_spaces(unescaped("".join(joined).strip(" \t\n")))

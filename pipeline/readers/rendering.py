"""Write what stands in a binary file as a simple web page, which the reader of pages then reads.

Contract: the page is the decoded form of a file that has no characters of its own; `Rendering`
keeps for every stretch of it the page or paragraph of the file it came from.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.readers.canonical import Note, Run

_STRAY = re.compile(
    r"</?(?:p|br|div|ol|ul|li|span|b|i|u|em|strong|font)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)


class Place(NamedTuple):
    """Where a stretch of the rendering stands in the file; None where that says nothing."""

    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(slots=True)
class Rendering:
    """A page of markup under construction.

    Attributes:
        media_type: what the file is.
        title: the title its properties name, or empty.
        notes: what was doubtful in the file.
    """

    media_type: str
    title: str = ""
    notes: list[Note] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _starts: list[int] = field(default_factory=list)
    _places: list[Place] = field(default_factory=list)
    _said: list[tuple[str, Place]] = field(default_factory=list)

    def markup(self, text: str) -> None:
        """Append markup as it is."""
        self._parts.append(text)
        self._length += len(text)
        if text.endswith("\n"):
            self._said.append(("\n", Place()))

    def text(self, text: str, place: Place) -> None:
        """Append text that came from ``place``."""
        self._mark(place)
        self._said.append((text, place))
        position = 0
        # Tags that a converter left in the text are no text there either.
        for tag in _STRAY.finditer(text) if "<" in text else ():
            self.markup(html.escape(text[position : tag.start()], quote=False))
            self.markup(tag[0])
            position = tag.end()
        self.markup(html.escape(text[position:], quote=False))

    def _mark(self, place: Place) -> None:
        if not self._places or self._places[-1] != place:
            self._starts.append(self._length)
            self._places.append(place)

    def element(self, name: str, text: str, place: Place) -> None:
        """Append an element with text."""
        self.markup(f"<{name}>")
        self.text(text, place)
        self.markup(f"</{name}>\n")

    def blank(self) -> None:
        """Append an empty line, which sets apart what is told by looks alone."""
        self.markup("\n")

    @property
    def html(self) -> str:
        """The page so far."""
        return "".join(self._parts)

    @property
    def has_table(self) -> bool:
        """Whether the file says of anything that it is a table."""
        return any(part.startswith("<table") for part in self._parts)

    def plain(self) -> Rendering:
        """Return the text without markup, an element a line: what the file would be as .txt."""
        page = Rendering(self.media_type, self.title, self.notes)
        for text, place in self._said:
            page._mark(place)
            page.markup(text)
        return page

    def placed(self, run: Run) -> Iterator[tuple[Run, Place]]:
        """Yield a run of the source map, cut where the place changes, without source offsets."""
        if run.source_start is None or run.source_end is None:
            yield run, Place()
            return
        low = run.source_start
        while True:
            index = bisect_right(self._starts, low) - 1
            later = self._starts[index + 1] if index + 1 < len(self._starts) else run.source_end
            high = min(later, run.source_end) if run.op == "copied" else run.source_end
            start, end = run.start, run.end
            if run.op == "copied" and run.start is not None:
                start = run.start + low - run.source_start
                end = start + high - low
            place = self._places[index] if index >= 0 else Place()
            yield run._replace(start=start, end=end, source_start=None, source_end=None), place
            low = high
            if low >= run.source_end:
                return

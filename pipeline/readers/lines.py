"""Lines of clean text, and the page headers that recur among them.

Contract: offsets are clean code points; a line does not include its line end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.language import views


@dataclass(slots=True)
class Line:
    """One physical line.

    Attributes:
        start, end: clean offsets, without the line end.
        text: the line.
        view: `language.views.fold` of it.
        page_mark: the rule that drops it as page furniture, empty if it is text.
    """

    start: int
    end: int
    text: str
    view: str
    page_mark: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip()


# A rule drawn across the page, or marks that part what stands around them.
_RULE = re.compile(r"[ \t\u3000]*(?:[-=_*~·#+─━═－—＿＊～＝…※☆★◆◇●○■□][ \t\u3000]*){3,}")
_PAGE_NUMBER = re.compile(
    r"(?:第\s*\d{1,4}\s*[頁页](?:\s*[,/，、]?\s*(?:共|/)\s*\d{1,4}\s*[頁页]?)?"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|[-–—~]\s*\d{1,4}\s*[-–—~]"
    r"|\d{1,4}\s*/\s*\d{1,4})",
    re.IGNORECASE,
)
# A label that opens what stands below it, in each of several records: 發言重點：, 【發言重點】
_LABEL = re.compile(r"[^:]{1,20}:\W*|[【《\[]\w{1,12}[】》\]]\W*")


def is_rule(text: str) -> bool:
    """Tell whether a line holds nothing but a rule.

    >>> is_rule("------"), is_rule("＝＝＝＝"), is_rule("-1-")
    (True, True, False)
    """
    return _RULE.fullmatch(text) is not None


def split_lines(text: str) -> list[Line]:
    """Return the lines of clean text; together with their line ends they cover it."""
    lines = []
    start = 0
    for line, view in zip(text.split("\n"), views.fold(text).split("\n"), strict=True):
        lines.append(Line(start, start + len(line), line, view))
        start += len(line) + 1
    return lines


def mark_page_furniture(lines: Sequence[Line]) -> None:
    """Mark page headers that recur and bare page numbers, where blank lines set them apart.

    A header and a number that names a page may stand together, with a blank line on one side.
    The first of equal headers stays: it is the title.  Full-width and half-width forms, spaces
    and page numbers make no difference.
    """
    are_numbers = [_PAGE_NUMBER.fullmatch(line.view.strip()) is not None for line in lines]
    name_of = cache(lambda index: _header_name(lines[index]))
    counts = Counter(map(name_of, range(len(lines)))) if any(are_numbers) else Counter[str]()
    seen: set[str] = set()

    def is_edge(index: int, *, of_number: bool) -> bool:
        """Tell whether a line lets the one beside it be furniture: blank, or furniture itself."""
        if is_open(index) or lines[index].page_mark:
            return True
        name = name_of(index) if of_number else ""
        return counts[name] > 1 if name else are_numbers[index] and _is_page(lines[index])

    def is_open(index: int) -> bool:
        return not 0 <= index < len(lines) or lines[index].is_blank

    for index, line in enumerate(lines):
        is_number = are_numbers[index]
        has_gap = is_open(index - 1) or is_open(index + 1)
        with_header = is_number and has_gap and _is_page(line)
        before = is_edge(index - 1, of_number=with_header)
        after = is_edge(index + 1, of_number=with_header)
        if is_number:
            line.page_mark = "page_number" if before and after else ""
        elif (has_gap or lines[index - 1].page_mark) and (name := name_of(index)):
            if name in seen and len(name) >= (4 if before and after else 8):
                line.page_mark = "repeated_page_header"
            if before and after:
                seen.add(name)


def _is_page(line: Line) -> bool:
    """Tell whether a number says that it is a page's: - 3 -, 第 3 頁, and not 3/12."""
    return not line.view.strip()[0].isdigit()


def _header_name(line: Line) -> str:
    """Return what a line says if it is a page header, in one spelling; empty if it cannot be."""
    if line.is_blank or len(line.text) > 120 or "\t" in line.text.strip():
        return ""
    plain = line.view.strip()
    return "" if _LABEL.fullmatch(plain) else views.key(_PAGE_NUMBER.sub("", plain))

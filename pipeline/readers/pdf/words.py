"""Words that the end of a line of a PDF divides.

Contract: a line end is no character of the text.  Between Latin words it stands for a blank, but
for a word that was broken: a program that keeps the blank at the end of a line tells so by leaving
it out, and a narrow cell breaks a word longer than itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pipeline.language.latin_names import PARTICLES
from pipeline.readers.pdf.columns import Box
from pipeline.readers.pdf.lines import HAN, Line, Shown, lines_of, spot

_LETTER = "A-Za-zÀ-ʯḀ-ỿ"
_ALNUM = f"0-9{_LETTER}"
_DIVIDED = re.compile(rf"[{_LETTER}-]\n[{_LETTER}]")
_LAST_WORD = re.compile(rf"[{_LETTER}'’-]*[{_LETTER}-]$")
_FIRST_WORD = re.compile(rf"[{_LETTER}][{_LETTER}'’-]*")
# A letter of a Latin alphabet that is no word, at the start of a line.
_LONE_LETTER = re.compile(r"[b-df-hj-np-tv-xz](?![\w'’. -])|[aeiouy](?=[（(」』、，。])")
_BLANK = 0.3
_IN_NUMBER = re.compile(r"\d[.,:]?$")
# A time below its day: 2025/3/18 / 09:30.
_TIME, _DAY_ENDS = re.compile(r"\d{1,2}[:：]\d\d"), re.compile(r"\d[-/.]\d{1,2}$")
# No line ends within a word but behind its hyphen; a quotation or a bracket is parted by a blank.
_WORD_ENDS = re.compile(rf"[{_ALNUM}][,.;:]?$|[,.;:]$|[{_LETTER}.]['’\"”)]$")
_WORD_BEGINS = re.compile(rf"[{_ALNUM}]|[\"“(][{_LETTER}]")
# Another Latin word before or after.
_MORE_BEFORE = re.compile(rf"[{_LETTER}.,] $")
_MORE_AFTER = re.compile(rf"[.,]? [{_LETTER}]")
_SMALL_WORDS = PARTICLES | frozenset(("and", "for", "in", "of", "the", "to"))


def read_page(page: Any, number: int) -> Shown:
    """Return the characters of a pdfplumber page, and what it tells of the ends of words."""
    chars = page.chars
    keeps = any(
        blank["text"] == " "
        and before["text"].isalpha()
        and after["text"].isalpha()
        and max(before["text"], after["text"]) < HAN
        and after["top"] > blank["top"] + 0.5 * blank["size"]
        for before, blank, after in zip(chars, chars[1:], chars[2:], strict=False)
    )
    blanks = (spot(char) for char, after in pairwise(chars) if after["text"] == " ")
    return Shown(number, page.height, chars, frozenset(blanks) if keeps else None)


def is_pictured(page: Any) -> bool:
    """Tell whether a picture fills most of a page, as of a scanned one."""
    area = page.width * page.height
    return any(2 * image["width"] * image["height"] > area for image in page.images)


def join(before: str, after: str) -> str:
    """Join two lines; a blank stands between them only where both sides are Latin words.

    >>> join("智慧交", "通"), join("Smart", "City"), join("2021/1", "1/3"), join("van-", "Dijk")
    ('智慧交通', 'Smart City', '2021/11/3', 'van-Dijk')
    >>> join("2025/3/18", "09:30")
    '2025/3/18 09:30'
    >>> join("María", '"Lola" Paz'), join('María "Lola"', "Paz"), join("Ng'", "Omondi")
    ('María "Lola" Paz', 'María "Lola" Paz', "Ng' Omondi")
    """
    is_latin = _WORD_ENDS.search(before) is not None and _WORD_BEGINS.match(after) is not None
    is_number = after[:1].isdigit() and _IN_NUMBER.search(before) is not None
    is_number = is_number and not (_TIME.match(after) and _DAY_ENDS.search(before))
    return before + after if not is_latin or is_number else f"{before} {after}"


def join_lines(lines: Sequence[Line], width: float = 0.0, right: float = 0.0) -> list[str]:
    """Return what each line adds to the text of all of them.

    Args:
        lines: lines of one paragraph or cell.
        width, right: width of a cell and where its text may end at most; 0 for a paragraph.
    """
    pieces = [lines[0].text] if lines else []
    joined = pieces[0] if pieces else ""
    right = right or max((line.x1 for line in lines), default=0.0)
    for number, (line, later) in enumerate(pairwise(lines), start=1):
        after = " ".join(following.text for following in lines[number : number + 2])
        whole = _is_broken(line, after, width, right)
        longer = joined + later.text if whole else join(joined, later.text)
        if line.ends_word and longer == joined + later.text and _has_blank(line.text, later.text):
            longer = f"{joined} {later.text}"
        pieces.append(longer[len(joined) :])
        joined = longer
    return pieces


def _has_blank(before: str, after: str) -> bool:
    """Whether a blank that the page keeps between two lines is one of the text.

    Between two Han characters it is a matter of the program, and behind a hyphen there is none.
    """
    return before[-1] != "-" and min(before[-1], after[0]) < HAN


def _is_broken(line: Line, after: str, width: float, right: float) -> bool:
    """Whether a full line ends within a word: one that is long for its cell, or stands alone."""
    begun, rest = _LAST_WORD.search(line.text), _FIRST_WORD.match(after)
    size = line.bottom - line.top
    has_room = line.x1 + _BLANK * size <= right  # for a blank, which is left out otherwise
    if line.ends_word or begun is None or rest is None:
        return line.ends_word is False and has_room
    is_small = rest[0] in _SMALL_WORDS and _MORE_AFTER.match(after[rest.end() :]) is not None
    if line.ends_word is False:
        return has_room or (rest[0][0].islower() and not is_small)
    if _LONE_LETTER.match(after):
        return True
    if line.x1 <= right - 0.8 * size or is_small:
        return False
    if not (rest[0][0].islower() or len(begun[0]) == 1 or (begun[0] + rest[0]).isupper()):
        return False
    is_alone = not _MORE_BEFORE.search(line.text[: begun.start()]) and not _MORE_AFTER.match(
        after[rest.end() :]
    )
    return is_alone or (len(begun[0]) + len(rest[0])) * 0.5 * size > 0.4 * width > 0


def cell_text(shown: Shown, box: Box | None, text: str) -> str:
    """Return the text of a cell in one line.

    Args:
        shown: the characters of the page.
        box: of the cell; None where it belongs to another one.
        text: of the cell, line by line.
    """
    is_told = shown.before_blank is not None and "\n" in text
    if box is not None and (is_told or _DIVIDED.search(text)):
        lines = lines_of(shown.inside(box))
        left = min(line.x0 for line in lines)
        right = box[0] + box[2] - left  # as wide a margin as at the left
        return "".join(join_lines(lines, right - left, right))
    joined = ""
    for line in text.split("\n"):
        joined = join(joined, line.strip())
    return joined

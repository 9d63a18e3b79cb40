"""The clean view of a decoded file: one kind of line end and of blank, no invisible characters,
no look-alikes of Han characters, no letters in pieces.

Contract: `Clean.text` holds ``\\n`` and ``\\t`` as its only control characters; every character
left out or replaced is an `Edit`, so that offsets lead back to the decoded file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

# What a page writes as &nbsp;: unlike a plain space it does not fold, and is one when written.
UNFOLDED = "\u00a0"


def plain_spaces(text: str) -> str:
    """Return a text with plain spaces for those that do not fold.

    >>> plain_spaces("市長\u00a0Jan\u00a0Novák")
    '市長 Jan Novák'
    """
    return text.replace(UNFOLDED, " ")


class Edit(NamedTuple):
    """One change: ``source[start:end]`` became ``text`` (one character or none) at ``position``."""

    position: int
    start: int
    end: int
    text: str
    rule: str


class Change(NamedTuple):
    """A change to make: ``source[start:end]`` becomes ``text`` (one character or none)."""

    start: int
    end: int
    rule: str
    text: str = ""


_UNCLEAN = re.compile(
    r"(?P<line_end>\r(?=\n)|\r|[\x0b\x85\u2028\u2029])"
    r"|(?P<page_break>\x0c)"
    r"|(?P<bom>\ufeff+)"
    r"|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]+)"
    r"|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)"
    r"|(?P<zero_width>[\u00ad\u180e\u200b\u200c\u2060-\u2064]+"
    # Joiners hold emoji together; beside Han characters they hold nothing.
    r"|\u200d+(?=[\u2e80-\ufdff])|(?<=[\u2e80-\ufdff])\u200d+)"
    r"|(?P<variation>[\U000e0100-\U000e01ef]+|(?<=[\u3400-\u9fff])[\ufe00-\ufe0f]+)"
    # A sign of a font of symbols, as Word's bullets are.
    r"|(?P<symbol>(?<![\u3400-\u9fff])[\uf020-\uf0ff])"
    r"|(?P<radical>[\u2e80-\u2fd5\uf900-\ufad9])"
    # Blanks that do not break, of half a letter or less: one kind for all rules.
    r"|(?P<blank>[\u00a0\u1680\u2000-\u200a\u202f\u205f])"
    # Letters in pieces, as file systems and PDF writers leave them: e, circumflex, tilde.
    r"|(?P<composed>[A-Za-z\u00c0-\u02af\u1e00-\u1eff\u3046-\u30f2][\u0300-\u036f\u3099\u309a]+"
    r"|[\u1100-\u1112][\u1161-\u1175](?:[\u11a8-\u11c2])?)"
)
# Every change begins with one of these; a search for one set of characters is many times faster.
_SIGN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069"
    # Accents and endings of syllables that stand behind what bears them.
    r"\u0300-\u036f\u3099\u309a\u1161-\u1175"
    r"\u2e80-\u2fd5\uf020-\uf0ff\uf900-\ufad9\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff"
    r"\U000e0100-\U000e01ef]"
)
_BORNE = re.compile(r"[\u0300-\u036f\u3099\u309a\u1161-\u1175]")
# Em spaces are as wide as a character; the others are written for a space.
BLANKS = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287), " ") | {
    0x2001: "\u3000",
    0x2003: "\u3000",
}
# Radicals that look like a character, which PDF writers give in its place, and that character:
# Unicode's EquivalentUnifiedIdeograph for those without a compatibility decomposition.
_RADICALS = dict(
    zip(
        "⺁⺋⺌⺎⺒⺓⺕⺙⺝⺠⺡⺣⺤⺩⺪⺬⺭⺮⺰⺱⺶⺹⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂㔾小兀巳幺彐攵月民氵灬爫王疋示礻竹纟罒羊耂肉臼艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阜阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Clean:
    """A decoded file without its invisible characters.

    Attributes:
        source: the decoded file.
        text: the clean text readers work on.
        edits: what was changed, in order.
        shifts: for each edit, source characters lost up to and including it.
    """

    source: str
    text: str
    edits: tuple[Edit, ...]
    shifts: tuple[int, ...]

    def source_start(self, position: int) -> int:
        """Return the source offset where the account of clean ``position`` begins.

        Characters dropped right before a clean character belong to it; those at the very end
        belong to the last one.
        """
        if position >= len(self.text):
            return len(self.source)
        index = bisect_left(self.edits, position, key=lambda edit: edit.position)
        return position + (self.shifts[index - 1] if index else 0)

    def edits_in(self, start: int, end: int) -> Iterator[Edit]:
        """Yield the edits accounted to clean ``start..end``."""
        index = bisect_left(self.edits, start, key=lambda edit: edit.position)
        is_last = end == len(self.text)
        while index < len(self.edits):
            edit = self.edits[index]
            if edit.position >= end and not is_last:
                return
            yield edit
            index += 1


def clean(source: str, changes: Sequence[Change] = ()) -> Clean:
    r"""Return the clean view of a decoded file.

    Args:
        source: the decoded file.
        changes: what else is to be left out or replaced, in order.

    >>> clean("\ufeff臺北\r\n市").text
    '臺北\n市'
    """
    parts, edits = [], []
    position = length = 0
    for start, end, new, rule in _changes(source, changes):
        parts += [source[position:start], new]
        length += start - position
        edits.append(Edit(length, start, end, new, rule))
        length += len(new)
        position = end
    parts.append(source[position:])
    shifts = accumulate(edit.end - edit.start - len(edit.text) for edit in edits)
    return Clean(source, "".join(parts), tuple(edits), tuple(shifts))


def _changes(source: str, given: Sequence[Change]) -> Iterator[tuple[int, int, str, str]]:
    """Yield what is to change: its offsets, the new text, and the rule; in order."""
    position = 0
    for start, end, rule_given, new_given in (*given, Change(len(source), len(source), "")):
        for sign in _SIGN.finditer(source, position, start):
            first = sign.start() - (_BORNE.match(sign[0]) is not None)
            match = _UNCLEAN.match(source, first, start) if first >= position else None
            if match is None:
                continue
            position = match.end()
            rule = match.lastgroup or ""
            new = _replacement(match, rule)
            if new != match.group():
                yield match.start(), position, new, rule
        if start < end:
            yield start, end, new_given, rule_given
        position = end


def _replacement(match: re.Match[str], rule: str) -> str:
    """Return what stands for an unclean stretch: a line end, a character, or nothing."""
    if rule == "symbol":
        return "•"
    if rule == "blank":
        return BLANKS[ord(match.group())]
    if rule == "composed":
        whole = unicodedata.normalize("NFC", match.group())
        return whole if len(whole) == 1 else match.group()
    if rule == "radical":
        character = match.group()
        return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    is_half = match.group() == "\r" and match.string[match.end() : match.end() + 1] == "\n"
    return "\n" if rule in ("line_end", "page_break") and not is_half else ""

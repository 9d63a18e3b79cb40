"""Small facts of Chinese typography the readers share: list numbers, sentence ends, line joins.

Contract: works on plain strings; offsets are code points.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SENTENCE_END = "。！？!?；;：:…"
CLOSERS = "」』”’）)】》〉\"'〞〟﹂﹄｣»›"

_ENDED = re.compile(rf"[。！？!?…][{re.escape(CLOSERS)}]*\s*\Z")
_HAN_DIGITS = "零一二三四五六七八九"
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2776 + i): i + 1 for i in range(10)}

# The styles of list numbers.  A number must open the text, or follow a line end, a space or a
# sentence end; a dotted Arabic number must not go on as a decimal.
_STYLES = (
    ("dot", r"(?P<dot>[0-9０-９]{1,2})(?:[.．](?![0-9０-９])|、|[)）])[ \u3000]*"),
    ("paren", r"[(（](?P<paren>[0-9０-９]{1,2})[)）][ \u3000]*"),
    ("han", r"(?P<han>[一二三四五六七八九十]{1,3})(?:、|[.．])[ \u3000]*"),
    ("hanparen", r"[(（](?P<hanparen>[一二三四五六七八九十]{1,3})[)）][ \u3000]*"),
    ("circled", r"(?P<circled>[①-⑳❶-❿])[ \u3000]*"),
)
_ITEM = re.compile(
    r"(?:\A|(?<=[\s。；：！？;:」）)]))(?<![0-9０-９][:：])(?:"
    + "|".join(source for _, source in _STYLES)
    + r")(?=\S)"
)
_BULLET = re.compile(
    r"\s*(?:[●○◆◇■□▪▸►▶▷▲△▼•◎★☆※▌▍▎‧・·．⬥✓✔➤➢]|[-–*](?=\s))\s*(?=\w|[「『《(（\[【])"
)
_TIME = r"(?:[上下中]午\s*)?\d{1,2}(?:[:：]\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?|[時时点點](?:\d{1,2}分)?)"
# The time or span of time that opens a line of an agenda.
CLOCK = re.compile(
    rf"\s*[\[(（]?(?P<label>{_TIME}(?:\s*[-–—~～至到]\s*{_TIME})?)[\])）]?(?=[\s\u3000：:|｜]|\Z)"
)


_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def in_half_width(label: str) -> str:
    """Return a printed number with its figures in half width, as whoever looks it up writes them.

    >>> in_half_width("１２"), in_half_width("十二")
    ('12', '十二')
    """
    return label.translate(_HALF_WIDTH)


class Item(NamedTuple):
    """A list number: where it begins, and the number as printed, in half width."""

    start: int
    label: str


def find_items(text: str) -> list[Item]:
    """Return the list numbers in ``text`` that stand in sequence, each style counting for itself.

    A list begins with 1 (or 一); a number out of sequence is not a list number.

    >>> [item.label for item in find_items("兩個部分： 1. 發展架空列車。 2. 巴士 3.5 公里")]
    ['1', '2']
    """
    last: dict[str, int] = {}
    items = []
    for match in _ITEM.finditer(text):
        style = match.lastgroup or ""
        label = match[style]
        value = number_value(label)
        if value == last.get(style, 0) + 1 or (value == 1 and _opens_list(text, match.start())):
            last[style] = value
            items.append(Item(match.start(), in_half_width(label)))
    return items


def _opens_list(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip()
    return not before or before[-1] in SENTENCE_END


def number_value(label: str) -> int | None:
    """Return the value of a printed row or list number, None if it is no such number.

    >>> [number_value(label) for label in ("12", "３", "十一", "二十", "④", "A")]
    [12, 3, 11, 20, 4, None]
    """
    if label in _CIRCLED:
        return _CIRCLED[label]
    if label.isdecimal() and len(label) <= 9:
        return int(label)
    if "十" in label and label.count("十") == 1 and len(label) <= 3:
        tens, _, ones = label.partition("十")
        if len(tens) <= 1 and len(ones) <= 1 and (tens + ones).strip(_HAN_DIGITS) == "":
            high = _HAN_DIGITS.index(tens) if tens else 1
            return high * 10 + (_HAN_DIGITS.index(ones) if ones else 0)
        return None
    return _HAN_DIGITS.index(label) if len(label) == 1 and label in _HAN_DIGITS else None


def is_ended(text: str) -> bool:
    """Tell whether ``text`` ends where a sentence ends."""
    return _ENDED.search(text[-12:]) is not None


def glue(before: str, after: str) -> str:
    """Return what joins two parts of a broken line: a space between Latin words, else nothing.

    >>> glue("Digital", "Twins"), glue("軟", "體技術")
    (' ', '')
    """
    left, right = before[-1:], after[:1]
    is_word = left.isalpha() and right.isalpha() and left < "\u2e80" and right < "\u2e80"
    is_list = left in (",", ".", ";", ":") and right.isalpha() and right < "\u2e80"
    return " " if is_word or is_list else ""


def width(text: str) -> int:
    """Return the printed width of a line: two for Han and full-width characters, else one."""
    return len(text) + sum(map("\u2e80".__le__, text))


class Leading(NamedTuple):
    """A list number that opens a line: its style, value and printed form, in half width."""

    style: str
    value: int
    label: str


def leading_item(text: str) -> Leading | None:
    """Return the list number that opens ``text``, None if there is none.

    >>> leading_item("（2） 智慧校園")
    Leading(style='paren', value=2, label='2')
    """
    match = _ITEM.match(text.lstrip()[:16])
    if match is None:
        return None
    style = match.lastgroup or ""
    value = number_value(match[style])
    return None if value is None else Leading(style, value, in_half_width(match[style]))


def opens_item(text: str) -> bool:
    """Tell whether a line opens with a bullet or is set in, so that it does not go on with another.

    >>> opens_item("．智慧路燈上線"), opens_item("智慧路燈上線")
    (True, False)
    """
    return text.startswith(("\u3000", "  ", "\t")) or bullet_end(text) > 0


def bullet_end(text: str) -> int:
    """Return where the text behind a bullet begins; 0 if there is no bullet.

    >>> bullet_end("■ 臺北市"), bullet_end("臺北市")
    (2, 0)
    """
    bullet = _BULLET.match(text)
    return bullet.end() if bullet else 0


def is_point(text: str) -> bool:
    """Tell whether a lone cell is a point of a list or ends a sentence: content, no name.

    >>> is_point("1. 裝了 37 組感測器"), is_point("秘書長並提及，雙方恢復互訪。"), is_point("大邱")
    (True, True, False)
    """
    plain = text.strip()
    return bool(bullet_end(plain) or leading_item(plain)) or (len(plain) > 8 and is_ended(plain))

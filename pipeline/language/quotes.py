"""Which side of a quotation a mark that does not say it stands for.

Contract: ``len(paired(s)) == len(s)``, and only marks of quotation differ; linear in the text.
Marks pair within a line or a cell of a table; inches, minutes of arc, apostrophes and marks without
a partner stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LINE = re.compile(r"[^\n\t|｜]+")
# A mark whose side may be in doubt.
_DOUBTFUL = re.compile(r"[\"＂'‘’“”„]")
_STRAIGHT = '"＂„'
_CURLY = "“”"
_OPENING, _CLOSING = "「『〝﹁﹃｢《〈", "」』〞〟﹂﹄｣》〉"
_DOUBLE = re.compile(f"[{_STRAIGHT}{_CURLY}{_OPENING}{_CLOSING}]")
_SINGLE = re.compile("['‘’，。；！？,;!?]")
_CLAUSE_ENDS = frozenset("，。；！？,;!?")
_POSSESSIVE = re.compile(r"s(?![0-9A-Za-z])")
# What stands before an opening mark and never before a closing one, and the other way round.
_BEFORE_OPENING = frozenset(" \u3000\u00a0：:（([【〔" + _OPENING)
_AFTER_CLOSING = frozenset(" \u3000\u00a0，。、；：！？,;!?)）]】〕" + _CLOSING)
# The first of the marks closes what nobody opened, or stands low: ”…“, „…“.
_MISTAKEN = re.compile(r"[^“”„]*(?:„|(?<![。！？!?…，])”)")
_SENTENCE_ENDS = frozenset("。！？!?…")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class _Mark(NamedTuple):
    """A mark: where it stands, which side it says it is (0 if it does not), how it may be read."""

    at: int
    side: int
    may_open: bool
    may_close: bool
    is_behind_digit: bool


def paired(text: str) -> str:
    """Return ``text`` with ``「`` and ``」`` for marks of quotation that do not tell their side.

    >>> paired('推動"智慧路燈"、採購55"螢幕與\\'愛接送\\'')
    '推動「智慧路燈」、採購55"螢幕與「愛接送」'
    >>> paired("People's Park, ”智慧水網”與“河川巡守\\"")
    "People's Park, 「智慧水網」與「河川巡守」"
    """
    signs: dict[int, str] = {}
    for line in _LINE.finditer(text) if _DOUBTFUL.search(text) else ():
        if not _DOUBTFUL.search(text, *line.span()):
            continue
        for at, sign in (*_double(line[0]), *_single(line[0])):
            signs[line.start() + at] = sign
    if not signs:
        return text
    characters = list(text)
    for at, sign in signs.items():
        characters[at] = sign
    return "".join(characters)


def _double(line: str) -> list[tuple[int, str]]:
    """Return the sides of double marks."""
    is_mended = _MISTAKEN.match(line) is not None or line.count("“") != line.count("”")
    marks = [_mark(line, found.start(), is_mended) for found in _DOUBLE.finditer(line)]
    doubtful = [mark for mark in marks if not mark.side]
    if not doubtful:
        return []
    outer = _speech(line, marks)
    pairs, alone = _pairs([mark for mark in marks if mark not in outer])
    pairs += [(outer[0], outer[1])] if outer else []
    is_even = len(doubtful) == len(marks) and not len(marks) % 2
    if alone and is_even and not any(mark.is_behind_digit for mark in marks):
        pairs, alone = list(zip(marks[::2], marks[1::2], strict=True)), []
    first = len(line) - len(line.lstrip())
    opening = {one.at for one, _ in pairs} | {m.at for m in alone if m.at == first}
    closing = {other.at for _, other in pairs} | {m.at for m in alone if _ends(line, m.at)}
    sides = [(mark.at, mark.at in opening, mark.at in closing) for mark in doubtful]
    return [(at, "「" if opens else "」") for at, opens, closes in sides if opens or closes]


def _speech(line: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the marks around a speech to the end of the line, in which words are quoted.

    Between two parts of a speech stands a clause with its own marks; quoted words end in none.
    """
    first = next((i for i, mark in enumerate(marks) if line[mark.at - 1 : mark.at] in "：:"), 0)
    inner = marks[first + 1 : -1]
    is_speech = bool(inner) and not len(inner) % 2 and _ends(line, marks[-1].at)
    if not is_speech or any(mark.side for mark in marks[first:]):
        return []
    parts = zip(inner[::2], inner[1::2], strict=True)
    is_name = all(
        line[a.at - 1] not in _SENTENCE_ENDS and line[b.at - 1] not in "，,：:。" for a, b in parts
    )
    return [marks[first], marks[-1]] if is_name else []


def _mark(line: str, at: int, is_mended: bool) -> _Mark:
    sign, before, after = line[at], line[at - 1 : at] or " ", line[at + 1 : at + 2] or " "
    if sign in _OPENING or (sign == "“" and not is_mended):
        side = 1
    else:
        side = -1 if sign in _CLOSING or (sign == "”" and not is_mended) else 0
    may_open, may_close = after not in _AFTER_CLOSING, before not in _BEFORE_OPENING
    return _Mark(at, side, may_open, may_close, sign in _STRAIGHT and before.isdigit())


def _pairs(marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark]]:
    """Return the marks that belong together, and those in doubt that are alone."""
    pairs: list[tuple[_Mark, _Mark]] = []
    opened: list[_Mark] = []
    alone: list[_Mark] = []
    left = sum(not mark.side for mark in marks)
    for index, mark in enumerate(marks):
        if mark.side > 0 or (
            not mark.side and _opens(mark, opened, left, marks[index + 1 : index + 2])
        ):
            opened.append(mark)
        elif opened and (mark.side < 0 or mark.may_close):
            pairs.append((opened.pop(), mark))
        elif not mark.side and not mark.is_behind_digit:
            alone.append(mark)
        left -= not mark.side
    return pairs, alone + [mark for mark in opened if not mark.side]


def _opens(mark: _Mark, opened: Sequence[_Mark], left: int, following: Sequence[_Mark]) -> bool:
    """Whether a mark in doubt opens; ``left`` counts those in doubt from it on."""
    if not mark.may_open or not mark.may_close:
        return mark.may_open
    if opened:
        return opened[-1].side > 0 and not left % 2
    is_inch = mark.is_behind_digit and (left % 2 or any(one.is_behind_digit for one in following))
    return not is_inch


def _ends(line: str, at: int) -> bool:
    return at > 0 and line[at - 1] in _SENTENCE_ENDS and not line[at + 1 : at + 8].strip()


def _single(line: str) -> list[tuple[int, str]]:
    """Return the sides of single marks around or beside Chinese words; others are apostrophes.

    Straight marks pair within a clause, and around no apostrophe: 小明's 書, '90年代.
    """
    sides: list[tuple[int, str]] = []
    opened = -1
    for found in _SINGLE.finditer(line):
        at, sign = found.start(), found[0]
        before, after = line[at - 1 : at] or " ", line[at + 1 : at + 2] or " "
        if sign in _CLAUSE_ENDS:
            is_crossed = line[opened] == "'" and after not in "'’"
            opened = -1 if is_crossed and not _is_in_number(before, after) else opened
        elif _is_latin(before) and _is_latin(after):
            continue
        elif _is_apostrophe(line, at, line[opened] if opened >= 0 else ""):
            opened = -1
        elif opened >= 0 and sign != "‘" and before not in _BEFORE_OPENING:
            if _WIDE.search(line[max(0, opened - 1) : at + 2]):
                sides += [(opened, "「"), (at, "」")]
            opened = -1
        elif sign != "’" and not _is_latin(before) and after not in _AFTER_CLOSING:
            opened = at
    return sides


def _is_apostrophe(line: str, at: int, opening: str) -> bool:
    """Whether a mark, behind an open one if any, stands for letters or digits: 小明's, '90."""
    if line[at] == "‘":
        return False
    is_year = line[at + 1 : at + 2].isdecimal() and opening + line[at] != "‘’"
    return is_year or _POSSESSIVE.match(line, at + 1) is not None


def _is_in_number(before: str, after: str) -> bool:
    return before.isdecimal() and after.isdecimal()


def _is_latin(sign: str) -> bool:
    return sign.isalnum() and sign < "\u2e80"

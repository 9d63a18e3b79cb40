"""Tell how a transcript writes its turns: labels before colons or other signs, in brackets, alone.

Contract: pure; looks at the lines of a text that are not blank.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.language.seats import seat
from pipeline.readers import cues, marks
from pipeline.readers.fields import are_fields, below_entries, is_said
from pipeline.readers.lone_names import find_lone_names, lone_name
from pipeline.readers.signed_labels import FARTHEST, Signed, find_signed, is_told, signed_label
from pipeline.readers.speakers import (
    FRAMED_TIME,
    MARKS,
    TIME,
    Label,
    alone,
    answers,
    are_answered,
    bare_label,
    names_someone,
    plain_name,
    speaker,
)

_MARK = re.compile(rf"[ \t\u3000]*{MARKS}\s*")
# Speakers in brackets, as magazines print them: 【柯文哲】.
_FIRST_NAME = re.compile(r"[A-Z][\w'’-]{2,}")
_PLAIN = r"[^\s：:，,。；;！？!?「」【】〔〕〖〗〈〉［］｜|│]"
_FRAMED = re.compile(
    rf"[ \t\u3000]*(?:[\[(（]{TIME}[\])）][ \u3000]*|[●○◆◇■□▪◎★☆•][ \u3000]?)?\**"
    rf"[【〔〖〈［](?P<framed>{_PLAIN}(?:[ \u3000：:]?{_PLAIN}){{0,28}})[】〕〗〉］][：:]?\**"
)
_OPENS_FRAME = re.compile("[【〔〖〈［]")
# A time, a speaker and the words on one line: 00:35 張善政 謝謝。
_CLOCKED = re.compile(
    rf"[ \t\u3000]*(?:{FRAMED_TIME}[ \t\u3000]*|{TIME}[ \t\u3000]+)"
    r"(?P<label>[\u3400-\u9fff]{1,12}(?:[·‧・．][\u3400-\u9fff]+)*"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})[ \t\u3000]+(?=\S)"
)
# A time on a line of its own above the speaker.
_TIME_ONLY = re.compile(rf"\s*[\[(（【]?{TIME}(?:\s*[-–—~～]+>?\s*{TIME})?[\])）】]?\s*")
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:(?P<minute>\d{2})(?![\d:.])")
_MANY = 3
_LONGEST_NAME = 24


class Style(NamedTuple):
    """How a transcript writes its turns.

    Attributes:
        is_marked: turns are numbered or have bullets.
        is_alone: speaker and time stand on a line of their own, without colon.
        is_framed: speakers stand in brackets.
        is_clocked: time and speaker open the line of what is said, without colon.
        lone: names that stand alone on the line above what is said, as they come back.
        signed: the sign that parts labels from what is said, without colon, and the labels.
        asked: lines that are questions by their number and the answer below: 一、為什麼？
        is_bare: labels of questions and answers need no mark behind: 問　為什麼？
    """

    is_marked: bool = False
    is_alone: bool = False
    is_framed: bool = False
    is_clocked: bool = False
    lone: frozenset[str] = frozenset()
    signed: Signed = Signed()
    asked: frozenset[str] = frozenset()
    is_bare: bool = False

    def speaker(self, line: str) -> Label | None:
        """Return the speaker ``line`` opens with, None if it opens no turn."""
        if line in self.asked and (number := _MARK.match(line)):
            return Label(number[0].strip(), number.end())
        if self.is_alone:
            return alone(line)
        if self.lone:
            name = lone_name(line)
            label = line[line.index(name) :].rstrip(" \u3000*")
            return Label(label, len(line)) if name in self.lone else None
        if self.is_framed:
            framed = _FRAMED.match(line)
            return framed and Label(framed["framed"], framed.end())
        if self.signed.sign:
            told = signed_label(line, self.signed.sign)
            return Label(*told) if told and told[0] in self.signed.names else None
        if self.is_clocked:
            clocked = _CLOCKED.match(line) if marks.is_ended(line) else None
            return clocked and Label(clocked["label"], clocked.end())
        mark = _MARK.match(line) if self.is_marked else None
        skipped = mark.end() if mark else 0
        rest = line[skipped:]
        found = (bare_label(rest) if self.is_bare else None) or speaker(rest) or _framed_part(rest)
        return None if found is None else Label(found.name, found.end + skipped)


def with_questions(style: Style, lines: Sequence[str]) -> Style:
    """Return a style that knows the numbered questions right above labelled answers.

    >>> with_questions(Style(), ["一、為什麼做？", "答：省電。"]).asked
    frozenset({'一、為什麼做？'})
    """
    told = [line for line in lines if line.strip()]
    asked = (
        line
        for line, below in itertools.pairwise(told)
        if line.rstrip().endswith(("？", "?"))
        and _MARK.match(line)
        and answers(bare_label(below) or speaker(below))
    )
    return style._replace(asked=frozenset(asked), is_bare=style.is_bare or are_answered(told))


def _framed_part(line: str) -> Label | None:
    """Return a speaker in brackets among labels with a colon: 【視訊／Grace】."""
    framed = _FRAMED.match(line) if _OPENS_FRAME.search(line) else None
    if framed is None or framed["framed"] is None:
        return None
    parts = re.split("[/／]", framed["framed"])
    is_known = any(names_someone(part) or _FIRST_NAME.fullmatch(part) for part in parts)
    return Label(framed["framed"], framed.end()) if is_known and line[framed.end() :] else None


_STYLES = (
    Style(),
    Style(is_marked=True),
    Style(is_alone=True),
    Style(is_framed=True),
    Style(is_clocked=True),
)


def find_style(text: str) -> Style | None:
    """Tell how the turns of a transcript are written; None if the text is none.

    Most of what is said stands in turns, and speakers come back.

    >>> find_style("主席：開會。\\n王議員：裝了幾格？\\n李局長：三格。\\n王議員：謝謝。") == Style()
    True
    >>> find_style("1. 主席：開會。\\n2. 王議員：裝了幾格？\\n3. 李局長：三格。").is_marked
    True
    """
    lines = [line for line in text.split("\n") if line.strip() and not _TIME_ONLY.fullmatch(line)]
    is_marked, is_bare = any(map(_MARK.match, lines)), are_answered(lines)
    styles = (s._replace(is_bare=is_bare) for s in _STYLES if is_marked or not s.is_marked)
    found = next((style for style in styles if _fits(style, lines)), None)
    if found is None:
        labels = [label and plain_name(label.name) for label in map(speaker, lines)]
        below = below_entries(lines, labels)
        plain = Style(is_bare=is_bare)
        found = plain if len(below) < len(lines) and _fits(plain, below) else None
    if found is None and (names := find_lone_names(lines, names_someone)):
        lone = Style(lone=names)
        found = lone if _fits(lone, lines) else None
    if found is None and (signed := find_signed(lines, names_someone)).sign:
        by_sign = Style(signed=signed)
        return by_sign if _fits(by_sign, lines) else None
    if found is None or found.is_framed:
        return found
    framed, inside = Style(is_framed=True), [x for x in lines if _OPENS_FRAME.match(x.strip())]
    is_better = _n_turns(framed, inside) > _n_turns(found, inside) >= _MANY
    return framed if is_better and _fits(framed, lines) else found


def _n_turns(style: Style, lines: Sequence[str]) -> int:
    return sum(style.speaker(line) is not None for line in lines)


def _fits(style: Style, lines: Sequence[str]) -> bool:
    turns = _turns(style, lines)
    if len(turns) - turns.count(None) < _MANY:
        return False
    names: list[str] = []
    others: list[str] = []
    n_said = n_own = n_before = n_ended = n_others = n_unsaid = 0
    last = ""
    for line, found in zip(lines, turns, strict=True):
        if found is None:
            others.append(line)
        else:
            names.append(plain_name(found.name))
            n_own += len(line)
            n_unsaid += bool(last) and not is_said(last)
        if names:
            n_said += 0 if found is not None and style.is_alone else len(line)
            n_others += found is None
            n_ended += found is None and marks.is_ended(line)
        else:
            n_before += 1
        last = line if names else ""
    n_unsaid += bool(last) and not is_said(last)
    n_turns, labels = len(names), Counter(names)
    told = [one for one, turn in zip(lines, turns, strict=True) if turn]
    least = 2 if sum(not is_said(one) for one in told) * 3 >= n_turns else 3
    is_timed = style.is_alone or style.is_clocked
    if are_fields(names, _sits_or_is_named, least) or (is_timed and _is_programme(labels, told)):
        return False
    n_characters = sum(map(len, lines))
    above = "\n".join(lines[:n_before])[-FARTHEST:]
    twice = _told_twice(labels) if style.is_framed else set()
    n_known = sum(
        n for name, n in labels.items() if n > 1 or name in twice or _is_someone(name, above)
    )
    does_return = max(labels.values()) >= 2 or bool(twice)
    are_all = style.is_framed and n_known == n_turns > _MANY and not n_unsaid
    # Speakers told by title or name may go on for many lines.
    are_known = n_known * 3 >= n_turns * 2
    # Who sits where may be told at length above a few short turns.
    are_seated = is_timed and _are_seated(labels, above)
    if n_turns * (8 if are_known and does_return else 4) < len(lines) - n_before or (
        n_said * 2 < n_characters and not are_seated
    ):
        return False
    if sum(map(cues.is_entry, others)) > n_turns or n_unsaid * 2 > n_turns:
        return False  # a form or programme: 編號：1, 城市：臺北, 主持人：教授 歐蕙心
    if style.is_marked and not does_return and n_own * 2 < n_characters:
        return False  # a list in a report: 一、局長王小明：...
    if style.is_alone:
        return (does_return or are_seated) and n_ended * 2 > n_others
    is_few = not (does_return or are_all or are_seated) or len(labels) < 2
    if (style.is_framed or style.is_clocked) and is_few:
        return False
    if style.is_marked or style.is_framed:
        return are_known
    # The entries of a fact sheet come once, and many hold no sentence: 執行城市：屏東市.
    are_said = are_known or n_unsaid * 4 <= max(n_turns, 4)
    return does_return or (n_turns * 2 >= len(lines) and are_said)


def _sits_or_is_named(label: str) -> bool:
    return bool(seat(label)) or names_someone(label)


def _is_someone(label: str, above: str) -> bool:
    return names_someone(label) or is_told(seat(label) or label, above)


def _are_seated(labels: Mapping[str, int], above: str) -> bool:
    """Tell whether labels are seats, or those told above, of which one comes back."""
    seats = {label for label in labels if seat(label)}
    does_tell = bool(seats) or max(labels.values()) > 1
    return does_tell and all(label in seats or _is_someone(label, above) for label in labels)


def _is_programme(labels: Mapping[str, int], lines: Iterable[str]) -> bool:
    """Tell whether times are all round, as of programmes and timetables, and most name nobody."""
    times = [_CLOCK.search(line) for line in lines]
    are_round = all(time and time["minute"][-1] in "05" for time in times)
    named = [label for label in labels if names_someone(label) and not seat(label)]
    return are_round and len(named) * 2 < len(labels)


def _turns(style: Style, lines: Sequence[str]) -> list[Label | None]:
    turns = [style.speaker(line) for line in lines]
    return _below_title(turns, lines) if style.is_framed else turns


def _below_title(turns: Sequence[Label | None], lines: Sequence[str]) -> list[Label | None]:
    """Return labels without those of titles and entries above the first words.

    A bar stands in 河川論壇｜分場C2, too.
    """
    counts = Counter(plain_name(found.name) for found in turns if found)
    told = list(zip(turns, lines, strict=True))
    is_above = (
        found is None or (counts[plain_name(found.name)] == 1 and not is_said(x))
        for found, x in told
    )
    n_above = sum(1 for _ in itertools.takewhile(bool, is_above))
    return [None] * n_above + [found for found, _ in told[n_above:]]


def _told_twice(labels: Mapping[str, int]) -> set[str]:
    """Return the labels told again with an office or part: 張善政 of 桃園市長 張善政."""
    found = set[str]()
    for name in labels:
        part, blank, _ = name.replace("\u3000", " ").partition(" ")
        ends = (name[-n:] for n in range(2, min(len(name), _LONGEST_NAME)))
        found.update(one for one in (part if blank else "", *ends) if one in labels)
    return found

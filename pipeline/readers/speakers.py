"""Tell which lines of a transcript name a speaker, and how a document writes such lines.

Contract: looks at lines of text; a label is the speaker as printed, without list number and time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import columns, views
from pipeline.readers import clauses, cues, marks
from pipeline.readers.fields import NO_SPEAKER, are_fields, below_entries, is_said
from pipeline.readers.lone_names import find_lone_names, lone_name

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
# The number or bullet of a turn in minutes that count them.
_MARKS = (
    r"(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]"
    r"|[壹貳叁參肆伍陸柒捌玖拾贰叄陆]{1,3}、|[●○◆◇■□▪▸►▶▷▲△▼•◎★‧·]|[-–*](?=\s))"
)
_MARK = re.compile(rf"[ \t\u3000]*{_MARKS}\s*")
# A label: up to 64 characters without sentence marks; a bracket may say which office, and a paper's
# name may open it.  A time code and marks of bold type may stand around it.
_LABEL = (
    rf"(?!{_MARKS})(?P<label>(?:[《「〈【〔\[][^《》「」〈〉【】〔〕\[\]\n：:]{{1,16}}[》」〉】〕\]](?=[^：:\s]))?[^\s\d：:，,。；;！？!?「」『』《》〈〉【】〔〕\[\]/（(*]"
    r"(?:[^：:，,。；;！？!?「」『』《》【】〔〕\[\]\n*（(]|[（(][^：:（()）\n]{0,30}[)）]){0,63}?)"
)
# Speakers in brackets or before a bar, as magazines print them: 【柯文哲】, 柯文哲｜.
_FIRST_NAME = re.compile(r"[A-Z][\w'’-]{2,}")
_PLAIN = r"[^\s：:，,。；;！？!?「」【】〔〕〈〉｜|]"
_FRAMED = re.compile(
    rf"[ \t\u3000]*\**(?:[【〔〈](?P<framed>{_PLAIN}(?:[ \u3000]?{_PLAIN}){{0,28}})[】〕〉]"
    rf"|(?P<barred>{_PLAIN}(?:[ \u3000]?{_PLAIN}){{1,28}})[ \u3000]?[｜|])\**"
)
_OPENS_FRAME = re.compile("[【〔〈]")
_TURN = re.compile(
    rf"[ \t\u3000*]*(?:[\[(（【]{_TIME}(?:\s*[-–—~～]\s*{_TIME})?[\])）】]\s*"
    rf"|\d{{1,2}}:\d{{2}}:\d{{2}}\s+|(?P<clock>\d{{1,2}}:\d{{2}}\s+))?\**[【〔\[]?{_LABEL}"
    rf"[】〕\]]?\**(?:[ \t\u3000]*[\[(（]{_TIME}[\])）])?[ \t\u3000]*"
    r"(?:(?<!\d)[：:]|(?<=[A-Za-z]\d)[：:]|[：:](?!\d\d))(?!//)\**"
)
# A time, a speaker and the words on one line: 00:35 張善政 謝謝。
_CLOCKED = re.compile(
    rf"[ \t\u3000]*[\[(（]?{_TIME}[\])）]?[ \t\u3000]+"
    r"(?P<label>[\u3400-\u9fff]{2,12}(?:[·‧・．][\u3400-\u9fff]+)*"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})[ \t\u3000]+(?=\S)"
)
# A speaker and a time on a line of their own, as programs that write down speech print them.
_ALONE = re.compile(
    rf"[ \t\u3000]*(?:(?P<before>[\[(（]?{_TIME}[\])）]?)\s+)?"
    r"(?P<label>[^\s\d：:，,。；;！？!?「」『』《》（(\[][^：:，,。；;！？!?「」『』《》\[\n]{0,30}?)"
    rf"(?:\s+(?P<after>[\[(（]?{_TIME}[\])）]?))?[ \t\u3000]*\Z"
)
# A time on a line of its own above the speaker.
_TIME_ONLY = re.compile(rf"\s*[\[(（【]?{_TIME}(?:\s*[-–—~～]+>?\s*{_TIME})?[\])）】]?\s*")
ROLES = views.pattern(
    r"(?:主|共同主)?(?:主持|主席|司儀)人?|(?:主講|與談|引言|演講|致詞|致辭|報告|發表|評論|回應|講評)(?:人|者|貴賓)"
    r"|講者|講師|貴賓|來賓|\w{0,4}(?:口譯|翻譯|傳譯)|(?:發言|講話|說話)(?:人|者)|moderators?|speakers?|panel(?:l?ists?)?|hosts?|chair",
    re.IGNORECASE,
)
_ASKS = views.pattern(
    r"(?:(?:記者|媒體|民眾|觀眾|學生|與會者|本報|現場|議員)?(?:提?問題?|提問者?)|q|question)"
    r"[一二三四五六七八九十\d]{0,3}",
    re.IGNORECASE,
)
_ANSWERS = views.pattern(
    r"[^\s,:]{0,8}(?:回?答|答覆|回應|回覆)|(?:a|answer)[一二三四五六七八九十\d]{0,3}", re.IGNORECASE
)
_CLOCK = re.compile("[○〇零一二三四五六七八九十廿]{1,3}")
_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_HAN_WORD = re.compile(r"[^\x00-\u02ff\s]+")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u02af][^\s\u02ff-\uffff]*")
_NUMBERED = re.compile(r"\s*\d{1,2}\Z")
_MANY = 3


class Label(NamedTuple):
    """The speaker a line names, and where what is said begins in the line."""

    name: str
    end: int


class Style(NamedTuple):
    """How a transcript writes its turns.

    Attributes:
        is_marked: turns are numbered or have bullets.
        is_alone: speaker and time stand on a line of their own, without colon.
        is_framed: speakers stand in brackets or before a bar, without colon.
        is_clocked: time and speaker open the line of what is said, without colon.
        lone: names that stand alone on the line above what is said, as they come back.
    """

    is_marked: bool = False
    is_alone: bool = False
    is_framed: bool = False
    is_clocked: bool = False
    lone: frozenset[str] = frozenset()

    def speaker(self, line: str) -> Label | None:
        """Return the speaker ``line`` opens with, None if it opens no turn."""
        if self.is_alone:
            return alone(line)
        if self.lone:
            name = lone_name(line)
            label = line[line.index(name) :].rstrip(" \u3000*")
            return Label(label, len(line)) if name in self.lone else None
        if self.is_framed:
            framed = _FRAMED.match(line)
            return framed and Label(framed["framed"] or framed["barred"], framed.end())
        if self.is_clocked:
            clocked = _CLOCKED.match(line) if marks.is_ended(line) else None
            return clocked and Label(clocked["label"], clocked.end())
        mark = _MARK.match(line) if self.is_marked else None
        skipped = mark.end() if mark else 0
        found = speaker(line[skipped:]) or _framed_part(line[skipped:])
        return None if found is None else Label(found.name, found.end + skipped)


# Q1. 為什麼要做智慧城市？
_QUESTION = re.compile(r"[ \u3000]*(?P<label>[QAＱＡ][0-9]{1,2})[.．][ \u3000]*(?=[^\s.0-9])")


def speaker(line: str) -> Label | None:
    """Return the speaker whose label opens ``line``, None if there is none.

    >>> speaker("主席（江議長明赫）：現在開會。")
    Label(name='主席（江議長明赫）', end=10)
    >>> speaker("日期：111年5月11日") is None
    True
    """
    head = line[:160]
    if numbered := _QUESTION.match(head):
        return Label(numbered["label"], numbered.end())
    match = _TURN.match(head) if ":" in head or "：" in head else None
    if match is None or (match["clock"] and not marks.is_ended(line)):
        return None  # 09:00 致詞：市長 is a line of an agenda
    plain = plain_name(match["label"])
    folded = views.fold(plain)
    is_part = ROLES.fullmatch(folded) is not None or _ANSWERS.fullmatch(folded) is not None
    if not plain or (not is_part and (cues.is_entry(plain + "：") or clauses.is_clause(folded))):
        return None
    if NO_SPEAKER.fullmatch(folded) or _CLOCK.fullmatch(plain):  # 一一：○○　閉幕式
        return None
    if "http" in plain or cues.is_boilerplate(plain + "：") or not _is_short(plain):
        return None
    return Label(match["label"].strip(), match.end())


def _is_short(plain: str) -> bool:
    """Tell whether a label is no longer than an office and a name: a few words of either script.

    >>> _is_short("法蘭克福市副市長兼財政長Dr. Bastian von Werthern-Köhler")
    True
    """
    han = _HAN_WORD.findall(plain)
    most = 3 + columns.has_title(plain)  # 日本/濱松 副市長 鈴木燕巢
    is_short = len(han) <= most and sum(map(len, han)) <= 7 * most
    return is_short and len(_LATIN_WORD.findall(plain)) <= 6


def _framed_part(line: str) -> Label | None:
    """Return a speaker in brackets among labels with a colon: 【視訊／Grace】."""
    framed = _FRAMED.match(line) if _OPENS_FRAME.search(line) else None
    if framed is None or framed["framed"] is None:
        return None
    parts = re.split("[/／]", framed["framed"])
    is_known = any(names_someone(part) or _FIRST_NAME.fullmatch(part) for part in parts)
    return Label(framed["framed"], framed.end()) if is_known and line[framed.end() :] else None


def alone(line: str) -> Label | None:
    """Return the speaker of a line that holds a name and a time and nothing else.

    >>> alone("高島市長　00:03:20")
    Label(name='高島市長', end=13)
    """
    match = _ALONE.match(line) if len(line) <= 60 else None
    if match is None or bool(match["before"]) == bool(match["after"]):
        return None
    return Label(match["label"].strip(), len(line))


def plain_name(label: str) -> str:
    """Return a label without what stands in brackets."""
    return _BRACKET.sub("", label).strip()


def asks(line: str) -> bool:
    """Tell whether a line opens with the label of a question: 問, 記者問, 提問一, Q2."""
    return _has_label(line, _ASKS)


def answers(line: str) -> bool:
    """Tell whether a line opens with the label of an answer: 答, 市長答, A2."""
    return _has_label(line, _ANSWERS)


def _has_label(line: str, labels: re.Pattern[str]) -> bool:
    found = speaker(line)
    return found is not None and labels.fullmatch(views.fold(plain_name(found.name))) is not None


_STYLES = (Style(), *(Style._make([*(at == n for at in range(4)), frozenset()]) for n in range(4)))


def find_style(text: str) -> Style | None:
    """Tell how the turns of a transcript are written; None if the text is none.

    Most of what is said stands in turns, and speakers come back.

    >>> find_style("主席：開會。\\n王議員：裝了幾格？\\n李局長：三格。\\n王議員：謝謝。")
    Style(is_marked=False, is_alone=False, is_framed=False, is_clocked=False, lone=frozenset())
    >>> find_style("1. 主席：開會。\\n2. 王議員：裝了幾格？\\n3. 李局長：三格。").is_marked
    True
    """
    lines = [line for line in text.split("\n") if line.strip() and not _TIME_ONLY.fullmatch(line)]
    is_marked = any(map(_MARK.match, lines))
    styles = (style for style in _STYLES if is_marked or not style.is_marked)
    found = next((style for style in styles if _fits(style, lines)), None)
    if found is None:
        labels = [label and plain_name(label.name) for label in map(speaker, lines)]
        below = below_entries(lines, labels)
        found = Style() if len(below) < len(lines) and _fits(Style(), below) else None
    if found is None and (names := find_lone_names(lines, names_someone)):
        lone = Style(lone=names)
        return lone if _fits(lone, lines) else None
    if found is None or found.is_framed:
        return found
    framed, inside = Style(is_framed=True), [x for x in lines if _OPENS_FRAME.match(x.strip())]
    is_better = _n_turns(framed, inside) > _n_turns(found, inside) >= _MANY
    return framed if is_better and _fits(framed, lines) else found


def _n_turns(style: Style, lines: Sequence[str]) -> int:
    return sum(style.speaker(line) is not None for line in lines)


def _fits(style: Style, lines: Sequence[str]) -> bool:
    turns = [style.speaker(line) for line in lines]
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
    n_open = sum(not is_said(one) for one, turn in zip(lines, turns, strict=True) if turn)
    least = 2 if n_open * 3 >= n_turns else 3
    if are_fields(names, names_someone, least):
        return False
    n_characters = sum(map(len, lines))
    n_known = sum(n for name, n in labels.items() if n > 1 or names_someone(name))
    does_return = max(labels.values()) >= 2
    # Speakers told by title or name may go on for many lines.
    are_known = n_known * 3 >= n_turns * 2
    if (
        n_turns * (8 if are_known and does_return else 4) < len(lines) - n_before
        or n_said * 2 < n_characters
    ):
        return False
    if sum(map(cues.is_entry, others)) > n_turns or n_unsaid * 2 > n_turns:
        return False  # a form or programme: 編號：1, 城市：臺北, 主持人：教授 歐蕙心
    if style.is_marked and not does_return and n_own * 2 < n_characters:
        return False  # a list in a report: 一、局長王小明：...
    if style.is_alone:
        return does_return and n_ended * 2 > n_others
    if (style.is_framed or style.is_clocked) and (not does_return or len(labels) < 2):
        return False
    if style.is_marked or style.is_framed:
        return are_known
    # The entries of a fact sheet come once, and many hold no sentence: 執行城市：屏東市.
    return does_return or (n_turns * 2 >= len(lines) and n_unsaid * 4 <= max(n_turns, 4))


def names_someone(label: str) -> bool:
    """Tell whether a label holds a title or the part somebody plays: 王局長, 主持人."""
    folded = _NUMBERED.sub("", views.fold(plain_name(label)))
    is_part = any(p.fullmatch(folded) for p in (ROLES, _ASKS, _ANSWERS))
    return is_part or columns.has_title(label) or columns.is_name(plain_name(label))

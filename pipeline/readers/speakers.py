"""Tell which lines of a transcript name a speaker before a colon or a time.

Contract: looks at lines of text; a label is the speaker as printed, without list number and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pipeline.language import columns, views
from pipeline.readers import clauses, cues, marks
from pipeline.readers.fields import NO_SPEAKER

TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
# The time of a turn in brackets of any form: 〔01:05〕, <01:05>.
FRAMED_TIME = rf"[\[(（【〔〖〈［<＜{{｛]{TIME}[\])）】〕〗〉］>＞}}｝]"
# The number or bullet of a turn in minutes that count them.
MARKS = (
    r"(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]"
    r"|[壹貳叁參肆伍陸柒捌玖拾贰叄陆]{1,3}、|[●○◆◇■□▪▸►▶▷▲△▼•◎★‧·]|[-–*](?=\s))"
)
# A label: up to 64 characters without sentence marks; a bracket may say which office, and a paper's
# name may open it.  A time code and marks of bold type may stand around it.
_LABEL = (
    rf"(?!{MARKS})(?P<label>(?:[《「〈【〔\[][^《》「」〈〉【】〔〕\[\]\n：:]{{1,16}}[》」〉】〕\]](?=[^：:\s]))?[^\s\d：:，,。；;！？!?「」『』《》〈〉【】〔〕\[\]/（(*]"
    r"(?:[^：:，,。；;！？!?「」『』《》【】〔〕\[\]\n*（(]|[（(][^：:（()）\n]{0,30}[)）]){0,63}?)"
)
_TURN = re.compile(
    rf"[ \t\u3000*]*(?:{FRAMED_TIME}\s*|[\[(（【]{TIME}\s*[-–—~～]\s*{TIME}[\])）】]\s*"
    rf"|\d{{1,2}}:\d{{2}}:\d{{2}}\s+|(?P<clock>\d{{1,2}}:\d{{2}}\s+))?\**[【〔\[]?{_LABEL}"
    rf"[】〕\]]?\**(?:[ \t\u3000]*[\[(（]{TIME}[\])）])?[ \t\u3000]*"
    r"(?:(?<!\d)[：:]|(?<=[A-Za-z]\d)[：:]|[：:](?!\d\d))(?!//)\**"
)
# A speaker and a time on a line of their own, as programs that write down speech print them.
_ALONE = re.compile(
    rf"[ \t\u3000]*(?P<before>{FRAMED_TIME}\s*|{TIME}\s+)?"
    r"(?P<label>[^\s\d：:，,。；;！？!?「」『』《》（(\[【〔〖〈［<＜][^：:，,。；;！？!?「」『』《》\[\n]{0,30}?)"
    rf"(?:\s+(?P<after>{FRAMED_TIME}|{TIME}))?[ \t\u3000]*\Z"
)
ROLES = views.pattern(
    r"(?:主|共同主)?(?:主持|主席|司儀)人?|(?:主講|與談|引言|演講|致詞|致辭|報告|發表|評論|回應|講評)(?:人|者|貴賓)"
    r"|講者|講師|貴賓|來賓|\w{0,4}(?:口譯|翻譯|傳譯)|(?:發言|講話|說話)(?:人|者)|moderators?|speakers?|panel(?:l?ists?)?|hosts?|chair",
    re.IGNORECASE,
)
_ASKS = views.pattern(
    r"(?:(?:記者|媒體|民眾|觀眾|聽眾|學生|與會者|本報|現場|線上|網友|議員)?(?:提?問題?|提問者?)|q|question)"
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
_GAP = re.compile("[ \u3000·・/:]")
_NUMBERED = re.compile(r"\s*\d{1,2}\Z")


class Label(NamedTuple):
    """The speaker a line names, and where what is said begins in the line."""

    name: str
    end: int


# Q1. 為什麼要做智慧城市？
_NUMBERED_PART = re.compile(r"[ \u3000]*(?P<label>[QAＱＡ][0-9]{1,2})[.．][ \u3000]*(?=[^\s.0-9])")
# Q　市長怎麼看？ 答　先做公車。 But A 級警戒 and Q2 營收 of a year look alike.
_BARE = re.compile(r"[ \u3000]*(?P<label>[QAＱＡ][0-9]{0,2}|[問问答])[ \u3000]+(?=[^\s.0-9])")
_NUMBER = re.compile("[0-9]*$")


# Every style of a transcript asks about every line.
@lru_cache(1 << 9)
def speaker(line: str) -> Label | None:
    """Return the speaker whose label opens ``line``, None if there is none.

    >>> speaker("主席（江議長明赫）：現在開會。")
    Label(name='主席（江議長明赫）', end=10)
    >>> speaker("日期：111年5月11日") is None
    True
    """
    head = line[:160]
    numbered = _NUMBERED_PART.match(head)
    if numbered:
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


def bare_label(line: str) -> Label | None:
    """Return the question or answer that a line opens with, without any mark behind: 答　好。"""
    found = _BARE.match(line[:160]) if marks.is_ended(line) else None
    return Label(found["label"], found.end()) if found else None


def are_answered(lines: Iterable[str]) -> bool:
    """Tell whether labels without a mark ask and answer: each answer stands below its question.

    Who is asked may answer by name: Q　明年呢？ 市長：三年內。

    >>> are_answered(["Q1 為什麼？", "A1 省電。"]), are_answered(["A 級解除。", "Q2 成長三成。"])
    (True, False)
    """
    number: str | None = None
    is_open = False
    n_asked = n_answered = 0
    for line in lines:
        bare = bare_label(line)
        label = bare or speaker(line)
        told = _NUMBER.search(views.fold(label.name)) if label and bare else None
        if asks(label):
            number, n_asked = told[0] if told else "", n_asked + 1
            is_open = line.rstrip().endswith(("？", "?"))
        elif answers(label):
            if told and (number is None or (told[0] and number and told[0] != number)):
                return False
            n_answered += 1
        elif label is not None and is_open:
            n_answered, is_open = n_answered + 1, False
    return 0 < n_asked <= 2 * n_answered


def _is_short(plain: str) -> bool:
    """Tell whether a label is no longer than an office and a name: a few words of either script.

    >>> _is_short("法蘭克福市副市長兼財政長Dr. Bastian von Werthern-Köhler")
    True
    """
    han = _HAN_WORD.findall(plain)
    most = 3 + columns.has_title(plain)  # 日本/濱松 副市長 鈴木燕巢
    is_short = len(han) <= most and sum(map(len, han)) <= 7 * most
    return is_short and len(_LATIN_WORD.findall(plain)) <= 6


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


def asks(label: Label | None) -> bool:
    """Tell whether a label is that of a question: 問, 記者問, 提問一, Q2."""
    return _is_part(label, _ASKS)


def answers(label: Label | None) -> bool:
    """Tell whether a label is that of an answer: 答, 市長答, A2."""
    return _is_part(label, _ANSWERS)


def _is_part(label: Label | None, parts: re.Pattern[str]) -> bool:
    return label is not None and parts.fullmatch(views.fold(plain_name(label.name))) is not None


def names_someone(label: str) -> bool:
    """Tell whether a label holds a title or the part somebody plays: 王局長, 主持人."""
    folded = _NUMBERED.sub("", views.fold(plain_name(label)))
    # 主持人・周以理, 現場提問：一位里長
    first = _GAP.split(folded, maxsplit=1)[0]
    parts = (ROLES, _ASKS) if len(first) > 1 else ()
    is_part = any(p.fullmatch(folded) for p in (ROLES, _ASKS, _ANSWERS))
    is_part = is_part or any(p.fullmatch(first) for p in parts)
    return is_part or columns.has_title(label) or columns.is_name(plain_name(label))

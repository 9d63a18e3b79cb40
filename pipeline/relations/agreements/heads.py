"""Heads over lists and tables of agreements: 姊妹市, 二、已簽署之合作備忘錄（3件）.

Contract: pure strings; a head is a line that holds no more than a number and a word for an
agreement, or the title of a register.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.standing import INTENT

_NUMERALS = r"一二三四五六七八九十壹貳參肆伍陸柒捌玖拾甲乙丙丁戊己庚辛\d①-⑳"
_NUMBER = rf"[(\[【]?[{_NUMERALS}]{{0,3}}[)\]】]?[、.．:)\s]*"
MARK = rf"[\s\-.•·●○◎〇■□◆◇▲△▼►▸▪★☆*※\u2500-\u257f]*{_NUMBER}"
# What may stand before the kind in a head, and behind it. The repeat is possessive: a list of
# cities (臺北市、臺中市) could be read in many ways.
_BEFORE = views.pattern(
    rf"{MARK}[《「【\[]?(?:[^,。:、]{{2,4}}[市縣](?!府)(?:政府)?的?|本市|我市|本縣|我縣|本府|市府|縣府|現有|目前|國際|海外|國外|歷年|各式|其他|[已曾]?簽[署訂有]?[過之的]?|[已曾]?締[結有][過之的]?|既有|過去|、"
    "|[現已]?(?:屆滿|到期|屆期|失效|終止|停止往來|過期)[之的]?|洽[談簽]中[之的]?|[擬待]簽署?[之的]?"
    "|(?:規劃|籌備|研議)中[之的]?|(?:[仍尚]?有效|生效|現行|效期[內中]|存續)中?[之的]?)*+"
)
_BEHIND = views.pattern(
    r"(?:關係)?(?:(?:締結|簽署|簽訂|簽約|結盟)(?:日期?|時間|年度?|年月)|部分|[之的](?:城市|縣市|對象|夥伴|單位)|名單|一覽表?|列表|清單|類|者|如下|如後|計有|共有|包括|分別[為是]|計?\s?\d+\s?[個座項件市份]|\([^()]{1,12}\)|[一二三四五六七八九十]{1,2}[個座項件份])*"
    r"[》」:\s】\]]*$"
)
_LISTED = views.pattern("一覽|名冊|清冊|清單|列表|名錄|名單|彙整|情形|現況|概況|統計|附件|附表|表$")
# What is said at a meeting of sister cities is no list of ties.
MEETING = views.pattern("會議|峰會|論壇|發言|致詞|摘要|議程")
_AND = views.pattern("[、及與和暨/]?")
# A longer line is no head.
LONGEST = 80
# 熊本市簡介: what follows is told of it.
_PORTRAIT = views.pattern(r"市?(?:政府)?(?:簡介|概況|介紹|簡報|(?:基本)?資料|小?檔案)\s*:?$")
_END = views.pattern(r"市?(?:政府)?\s*:?$")


def is_in_cell(doc: DocView, segment: Segment) -> bool:
    """Whether a line is part of a cell of a table."""
    return any(above.kind == "cell" for above in doc.ancestors(segment))


def headed_kind(text: str, pattern: re.Pattern[str], kinds: Mapping[str, str]) -> str | None:
    """Return the kind a head names, None for a line that is no head."""
    if len(text) > LONGEST or pattern.search(text) is None:
        return None
    behind = _BEHIND.search(text)
    words = list(pattern.finditer(text, 0, behind.start() if behind else len(text)))
    if words and behind and words[-1].end() == behind.start():
        joined = all(_AND.fullmatch(text, a.end(), b.start()) for a, b in pairwise(words))
        named = {kinds[word[0]] for word in words}
        if joined and len(named) == 1 and _BEFORE.fullmatch(text, 0, words[0].start()):
            return named.pop()
    is_list = _LISTED.search(text) and "。" not in text and not MEETING.search(text)
    told = pattern.findall(text) if is_list else []
    return kinds[told[-1]] if told else None


def kinds_told(text: str, pattern: re.Pattern[str], kinds: Mapping[str, str]) -> list[str]:
    """Return the kinds of the words for agreements in a text, the head last.

    The name of a tie and of its paper is the tie's: 友好都市協定書.
    """
    found: list[str] = []
    end = -1
    for word in pattern.finditer(text):
        kind = kinds[word[0]]
        is_joined = word.start() == end and found[-1] == "sister_city" and kind == "other"
        if not is_joined or INTENT.search(word[0]):
            found.append(kind)
        end = word.end()
    return found


def portrayed(doc: DocView, start: int, end: int) -> Mention | None:
    """Return the city that a line tells what follows of: 熊本市簡介, 壹、釜山市.

    Not 參訪熊本市, nor 會議地點：臺北市.
    """
    told = doc.kept_in(start, end, "CITY")
    if len(told) != 1:
        return None
    before = doc.view[start : told[0].start]
    shape = _END if before.strip() and re.fullmatch(MARK, before) else _PORTRAIT
    return told[0] if shape.match(doc.view, told[0].end, end) else None

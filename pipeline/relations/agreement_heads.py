"""Heads over lists and tables of agreements: 姊妹市, 二、已簽署之合作備忘錄（3件）.

Contract: pure strings; a head is a line that holds no more than a number and a word for an
agreement, or the title of a register.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.language import views

_NUMBER = r"[(\[【]?[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾\d]{0,3}[)\]】]?[、.．:)\s]*"
MARK = rf"[\s\-•·●○◎■□◆*※]*{_NUMBER}"
_HEAD = views.pattern(
    rf"{MARK}(?:本市|我市|本縣|我縣|本府|市府|縣府|現有|目前|國際|海外|國外|歷年|各式|其他|已?簽[署訂有]?之?|已?締結之?|既有|[^,。:]{{2,4}}[市縣])*(?P<kind>.+?)"
    r"(?:關係)?(?:部分|名單|一覽表?|列表|清單|類|者|如下|如後|計?\s?\d+\s?[個座項件市]|\([^()]{1,12}\))*[:\s】\]]*"
)
_LISTED = views.pattern("一覽|名冊|清冊|清單|列表|名錄|名單|彙整|情形|現況|概況|統計|附件|附表|表$")
_AND = views.pattern("[、及與和/]")
# A longer line is no head.
LONGEST = 80


def headed_kind(text: str, pattern: re.Pattern[str], kinds: Mapping[str, str]) -> str | None:
    """Return the kind a head names, None for a line that is no head."""
    if len(text) > LONGEST:
        return None
    head = _HEAD.fullmatch(text)
    named = {kinds.get(word) for word in _AND.split(head["kind"])} if head else {None}
    if len(named) == 1 and None not in named:
        return named.pop()
    told = pattern.findall(text) if _LISTED.search(text) and "。" not in text else []
    return kinds[told[-1]] if told else None

"""Legends of registers: signs that stand for what was agreed. 凡例：甲＝姊妹市，乙＝合作備忘錄.

Contract: pure strings; a text without a legend has no signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.language import views

# 甲=, 「甲」為, A:
_SIGN = views.pattern(
    r"(?:^|[\s,;:。、(|/「])([^\s,;:。、()|/「」=\d]|[A-Za-z][A-Za-z\d])(?:\s?(=)|」\s?(?:代?表示?|[為指即])|\s?(:|代表))"
    "[\\s「]{0,2}[^\\s,;:。、()|/=]{0,8}$"
)
_REACH = 16
# What a legend is called; two signs with = need no name.
_NAMED = views.pattern("凡例|圖例|說明|代[碼號]|類別|[備附]?註|(?i:legend|key|note)")
_CODE = re.compile(r"([^\d\s]{1,2}?)[\s\-]?\d{0,4}")


def read_legend(
    view: str, words: Iterable[re.Match[str]], kinds: Mapping[str, str]
) -> dict[str, str]:
    """Return the kind that each sign of a text stands for.

    Args:
        view: the folded text.
        words: its words for agreements, in their order.
        kinds: what each names.

    >>> import re
    >>> text = views.fold("凡例：S＝姊妹市，M＝備忘錄")
    >>> words = re.finditer(views.simplify("姊妹市|備忘錄"), text)
    >>> kinds = {views.fold("姊妹市"): "sister_city", views.fold("備忘錄"): "mou"}
    >>> read_legend(text, words, kinds)
    {'S': 'sister_city', 'M': 'mou'}
    """
    found: dict[str, str] = {}
    end, is_named, has_signs = -1, False, False
    for word in words:
        sign = _SIGN.search(view[max(0, word.start() - _REACH) : word.start()])
        if sign is None:
            continue
        if word.start() >= end:  # the words come in their order: each line is read once
            start, end = view.rfind("\n", 0, word.start()) + 1, view.find("\n", word.end())
            end = end if end >= 0 else len(view)
            is_named = _NAMED.search(view, start, end) is not None
            has_signs = view.count("=", start, end) > 1
        if is_named or (sign[2] and has_signs):
            found.setdefault(sign[1], kinds[word[0]])
    return found


def kind_of_sign(text: str, legend: Mapping[str, str]) -> str | None:
    """Return the kind a sign stands for, with its number if it has one: 甲, M-12.

    >>> kind_of_sign("M-12", {"M": "mou"}), kind_of_sign("M市", {"M": "mou"})
    ('mou', None)
    """
    code = _CODE.fullmatch(text) if legend else None
    return legend.get(code[1]) if code else None

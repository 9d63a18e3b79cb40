"""Where a word that may stand for a party does: 我 and 他們 only beside 與, 本市 not in 本市民眾.

Contract: pure look-ups on folded text.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.relations.agreements.tokens import OWN, THAT, US, WE

WITH = frozenset("与和跟同及")
# 日本市場, 熊本縣, 本市民眾 do not speak of oneself.
_NOT_OWN = views.pattern("[民場集議]")
_NAMED_BEFORE = frozenset(views.fold("日熊松橋坂山根基資成樣版書岡杉宮藤"))
_NUMERALS = frozenset("一二三四五六七八九十百廿卅0123456789")
THEY = frozenset("他她")


def stands(view: str, low: int, high: int, token: str, last: str) -> bool:
    """Whether the word at ``low..high`` may stand for somebody.

    Args:
        view: the folded text.
        low, high: span of the word.
        token: the character of a skeleton it would become.
        last: the character of the skeleton before it.
    """
    before, behind = view[max(0, low - 1) : low], view[high : high + 1]
    if token == WE:
        return before not in _NUMERALS  # 二十七個城市
    if token == US or (token == THAT and view[low] in THEY):
        return behind in WITH or last in WITH  # 他們和烏迪內簽了備忘錄
    if token == THAT and view.startswith("对", low):
        return last in WITH  # 對方 is a partner behind 與; elsewhere it owns what follows
    return token != OWN or not (_NOT_OWN.match(view, high) or before in _NAMED_BEFORE)

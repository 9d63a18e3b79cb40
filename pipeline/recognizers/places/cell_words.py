"""Words in a column of cities that name none: the city that speaks, sorts of guests, what happens.

Contract: pure strings and words in, truth values out.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language.views import pattern
from pipeline.language.words import Word

# Tags of the dictionary that names bear; words it does not know may be names, too.
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "ns", "nz", "nt", "eng", None})
_OWN = pattern(
    r"\s*(?:本(?:[市縣府方]|[市縣]政府)|[我吾]方?[市縣]|我方|[市縣]府"
    r"|(?:地主|主辦|承辦|主場|東道主)(?:城市|[市縣])|地主|東道主?)\s*"
)
# 兩市, 與會城市, 直轄市, 非洲: several or any; 中央 is the state's.
_SEVERAL = pattern(
    r"[各兩三四五六七八九十貴該全幾數多某]個?(?:城市|[市縣都方])|友市|首都|港市|中央|地方"
    r"|.{0,4}(?:主辦|與會|出席|觀察員|姊妹|友好|其他|其餘|上述|下列|國內|國外|海外|直轄|省轄|會員|夥伴|得獎|全部)(?:城市|市)"
    r"|[亞歐非美]洲|大洋洲|[南北中]?[美亞歐非]|拉美|東[亞南]亞?|中東"
)
# What such columns tell of a meeting that the dictionary does not know, or takes for names.
_MEETING = pattern(
    "貴賓|來賓|外賓|嘉賓|特邀.{0,4}|特別來賓|從缺|缺席|線上|連線|現場|茶敘|茶歇|餐敘|午餐|晚宴|上同|下同|東道主"
    "|非政府組織|公民團體|非營利組織|.{0,2}智庫|產業界|產官學"
)
_LEAST = 2


def is_own(view: str, start: int, end: int) -> bool:
    """Whether a cell stands for the city that the document speaks from: 本市, 地主城市."""
    return end - start >= _LEAST and _OWN.fullmatch(view, start, end) is not None


def is_several(view: str, start: int, end: int) -> bool:
    """Whether a cell tells several cities or any one, or a part of the world: 與會城市, 非洲."""
    return _SEVERAL.fullmatch(view, start, end) is not None


def is_ordinary(view: str, start: int, end: int, words: Iterable[Word]) -> bool:
    """Whether a cell, whose ``words`` these are, is nothing but words of the dictionary.

    >>> is_ordinary("学者专家", 0, 4, [(0, 2, "n"), (2, 4, "n")])
    True
    >>> is_ordinary("克卢日", 0, 3, [(0, 1, "v"), (1, 2, "nr"), (2, 3, "n")])
    False
    """
    if _MEETING.fullmatch(view, start, end):
        return True
    tags = [tag for low, high, tag in words if high - low >= _LEAST or tag in _NAME_TAGS]
    return bool(tags) and _NAME_TAGS.isdisjoint(tags)

"""Words where a city may stand that name none: the one that speaks, sorts of guests, a clause.

Contract: pure strings and words in, truth values out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.language.views import pattern, simplify
from pipeline.language.words import Word

_OWN = pattern(r"\s*(?:本(?:[市縣府方]|[市縣]政府)|[我吾]方?[市縣]|我方|[市縣]府)\s*")
_HOST = pattern(r"\s*(?:(?:地主|主辦|承辦|主場|東道主)(?:城市|[市縣])|地主|東道主?)\s*")
# 兩市, 與會城市, 直轄市, 非洲: several or any; 中央 is the state's.
_SEVERAL = pattern(
    r"[各兩三四五六七八九十貴該全幾數多某]個?(?:城市|縣市|[市縣都方])|友市|首都|港市|中央|地方"
    r"|.{0,4}(?:主辦|與會|出席|觀察員|姊妹|友好|其他|其餘|上述|下列|國內|國外|海外|直轄|省轄|會員|夥伴|得獎|全部)(?:城市|縣市|市)"
    r"|[亞歐非美]洲|大洋洲|[南北中]?[美亞歐非]|拉美|東[亞南]亞?|中東"
)
# What such columns tell of a meeting that the dictionary does not know, or takes for names.
_MEETING = pattern(
    "貴賓|來賓|外賓|嘉賓|特邀.{0,4}|特別來賓|從缺|缺席|線上|連線|現場|茶敘|茶歇|餐敘|午餐|晚宴|上同|下同"
    "|非政府組織|公民團體|非營利組織|.{0,2}智庫|產業界|產官學"
)
_LEAST = 2
_RANKS = frozenset(simplify("市縣鄉鎮區村町"))


def is_own(view: str, start: int, end: int) -> bool:
    """Whether a cell stands for the city that the document speaks from: 本市, 我方."""
    return end - start >= _LEAST and _OWN.fullmatch(view, start, end) is not None


def is_host(view: str, start: int, end: int) -> bool:
    """Whether a cell stands for the city that receives the others: 地主城市, 東道主."""
    return end - start >= _LEAST and _HOST.fullmatch(view, start, end) is not None


def names_none(view: str, start: int, end: int) -> bool:
    """Whether a cell tells our own city, the host, several, any one, or what a meeting has."""
    is_other = any(one.fullmatch(view, start, end) for one in (_SEVERAL, _HOST, _MEETING))
    return is_other or is_own(view, start, end)


def has_rank(view: str, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a cell ends with a sign that words are no part of, as only towns do: 光復|鄉.

    >>> has_rank("光复乡", [(0, 2, "v"), (2, 3, "n")], 0, 3)
    True
    >>> has_rank("工业区", [(0, 3, "n")], 0, 3)
    False
    """
    at = bisect_left(words, (end - 1,))
    is_apart = at < len(words) and words[at][:2] == (end - 1, end)
    return end - start > _LEAST and view[end - 1] in _RANKS and is_apart

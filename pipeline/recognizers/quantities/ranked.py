"""Find what a rank or an ordinal ranks: 第六大 *貿易夥伴*, *智慧城市指數* 排名 8, 第4屆 *議會*.

Contract: like `measured`, one stretch of the text beside the number, or None.
"""

from __future__ import annotations

from pipeline.language.views import pattern
from pipeline.recognizers.quantities.after import noun_after
from pipeline.recognizers.quantities.before import noun_before
from pipeline.recognizers.quantities.clauses import Span

_REACH = 40
# Between what is ranked and its number: 排名全球第.
_RANKED = pattern(
    r"(?:中(?=[排名位列])|的?(?:總|綜合|整體)?(?:排名|名列|排行|排序|名次|位居|位列|高居|榮登"
    r"|躍居|躍升|排在|排|列"
    r"|居|為|是|獲得?|奪得?|拿下|取得|奪下|評為|名)|top|Top|TOP|由|從|至|到|成|前|全[國球臺市]"
    r"|世界|亞洲|亞太|第|[ :])+$"
)
# The name of a ranking is told before it, perhaps a clause before.
_RANKING = pattern(
    "(?:指數|指標|評比|評鑑|評選|排行榜?|排名|調查|競爭力|[年月季]報|報告|大賽|競賽|比賽"
    "|錦標賽|榜單?)"
    r"(?=(?:中|裡|上|內|之中)?(?:[,(]|[ ]?$|[\u4e00-\u9fff]))"
)
_SENTENCE_MARKS = "。;!?\n"
_NUMBERED = pattern("第|[0-9]")


def find_ranked(view: str, number: Span, clause: int, end: int, *, is_rank: bool) -> Span | None:
    """Return the stretch that says what is ranked or numbered, or None.

    Args:
        view: folded text, dates blotted out.
        number: span of the rank with its unit.
        clause: nothing before this belongs to it.
        end: end of the piece.
        is_rank: a rank, else an ordinal.
    """
    after = noun_after(view, number[1], end)
    if after and not _NUMBERED.match(view, after[0]):
        return after
    if not is_rank:
        return None
    found = _RANKED.search(view, max(clause, number[0] - 16), number[0])
    stop = found.start() if found else number[0]
    own = noun_before(view, stop, clause)
    return _ranking(view, stop, clause) or own


def _ranking(view: str, stop: int, clause: int) -> Span | None:
    """The name of a ranking in the same sentence: 全球智慧城市指數,臺北."""
    low = max(clause, stop - _REACH)
    low = max(low, *(view.rfind(mark, low, stop) + 1 for mark in _SENTENCE_MARKS))
    names = list(_RANKING.finditer(view, low, stop))
    return noun_before(view, names[-1].end(), clause) if names else None

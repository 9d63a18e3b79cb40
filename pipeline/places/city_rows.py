"""One-character short forms of cities in compounds: 港深兩地, 京滬兩市, 穗港澳三地.

Contract: a row is found whole, in an order that use has fixed; input is folded text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.views import pattern

_ROWS = (
    "穗深港澳 穗港澳 深港澳 京滬穗 京滬深 港深 深港 穗港 港穗 滬港 港滬 京港 港京 京滬 滬京 京津"
    " 滬杭 渝蓉 蓉渝 穗深 深穗 杭甬"
)
# What is said of cities together; the row of a railway or a stock market names none.
_TOGETHER = (
    "(?:[兩雙三四]|各|之間|間|合作|創新|科技|通關|口岸|居民|市民|青年|學生|企業|業界|政府|官員|團隊|跨境|交流|融合|協同|同城|攜手"
    "|都市|雙方|關係|[,。、」)「\n]|$)"
)
_ROW = pattern(rf"({'|'.join(_ROWS.split())})(?={_TOGETHER})")
_GLUED = pattern("[水幽高資加精深艱縱東北南海香本出進入空商漁軍自]")


def find_city_rows(view: str) -> Iterator[int]:
    """Yield the positions of the short forms of cities in a text.

    >>> from pipeline.language.views import fold
    >>> text = fold("鄺偉業表示，港深兩地已簽訂；水深港闊")
    >>> [text[i] for i in find_city_rows(text)]
    ['港', '深']
    """
    for match in _ROW.finditer(view):
        if not _GLUED.match(view, max(match.start() - 1, 0), match.start()):
            yield from range(*match.span())

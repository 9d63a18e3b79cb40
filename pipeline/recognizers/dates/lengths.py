"""Tell lengths of days from days of the month: 為期3日, 30 日為限, 連續30日, 3日2夜.

Contract: looks at a bounded number of characters beside the days.
"""

from __future__ import annotations

from pipeline.language.views import pattern

_FOR = pattern(
    "(?:為期|歷時|時長|長達|多達|高達|連續|接連|連[放休展]|一連|展延|延長|延後|延遲|提前|提早|停留|相隔|工期|會期|展期|期限"
    "|每隔?|(?<![圓客額])滿|逾|超過|至少|最[多少長短快慢]|不到|不足|未達|(?<![簽合條公節預])約|(?<![附鄰])近|僅|只有|只|共計?|合計|需時?|耗時|歷經|休假|請假|停[工班課駛]"
    "|(?<!有)限期?)[ ]?$"
)
_LASTS = pattern(
    "[ ]?(?:為[限期]|內|之內|以[內上下]|左右|不等|[0-9一二兩三四五六]夜|行程|期限|的?(?:期限"
    "|緩衝期|寬限期|猶豫期|審查期|會期))"
)
# 展期5日起至9日
_BEGINS = pattern("[ ]?[起至到~(-]")


def is_length(view: str, start: int, stop: int) -> bool:
    """Whether the days written there (``N日``) tell how long something lasts."""
    lasts = view[stop - 1] == "日" and _LASTS.match(view, stop) is not None
    if lasts or _BEGINS.match(view, stop):
        return lasts
    return _FOR.search(view, max(0, start - 4), start) is not None

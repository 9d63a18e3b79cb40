"""Read tenths of a whole, and what there is more of than its unit says: 六成, 一成七, 七折, 六倍多.

Contract: looks a bounded number of characters ahead; None where the words around make it none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.language.numerals import parse_view
from pipeline.language.views import pattern
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.units import Reading

_TENTHS = pattern(
    r"[ ]?成[ ]?(?P<fifth>[一二三四五六七八九半1-9](?![0-9.]"
    r"|[成個位名年月日人項個])(?:點[一二三四五六七八九])?)?(?![員立功果績就品套效交型分色](?!紅|紫))(?!長(?!者"
    r"|輩|照|期))(?!本(?!地|土|國))(?!人(?!口))(?!年(?!輕|長))"
)
# 排行老二|成為…, 選手高三|成為…, 編號八|成為…; but 英國三成為…, 成本高三成為…
_NO_SHARE = pattern(
    "(?:(?:[第老其之唯統週周期拜排桃初]|(?:[編機學座門]|[0-9])號|號線)."
    "|(?:(?<![\u3400-\u9fff])|[升上讀念從他她我的是]|學生|女兒|兒子|孩子|同學|[哥姊姐弟妹]|今年"
    "|(?:選手|球員|歌手)[\u3400-\u9fff]{2,3})(?:[國高][一二三]|大[一二三四五]|小[一二三四五六]))$"
)
_BEFORE = 6
_SHARE_BEFORE = pattern("(?:[約近逾達中,;(]|超過|其中|不到|至少)有?[ ]?$")
_DISCOUNT = pattern(r"[ ]?折(?![舊疊磨合現騰返射衷線損算扣返])")
# What there may be more of behind the unit, and what follows such 多.
_SURPASSED = frozenset(("time", "multiple", "ratio", "length"))
_SURPLUS = pattern(
    "多(?=[,。;:、!?)」』》\\n]|$|的|以?[來前後]|之[前後]|時間|才|就|爬|降|升|變|仍|都|還|裡|間)"
)


def read_tenths(view: str, number: Number, end: int) -> Reading | None:
    """六成, 一成七, 九成六點五, 七折: tenths as percent."""
    if not (0 < number.high <= 100) or number.is_grouped:
        return None
    found = _TENTHS.match(view, number.end, end)
    if found and number.high <= 10 and view[number.start : found.end()] != "一成不":
        if view.startswith("为", found.end()) and not _is_share(view, number, found):
            return None
        fifth = found["fifth"]
        more = Decimal("5" if fifth == "半" else parse_view(fifth) or 0) if fifth else 0
        whole = replace(number, low=number.low * 10 + more, high=number.high * 10 + more)
        if view.startswith("不变", found.end()):
            return None
        tenths = Reading(
            whole, number.start, found.end(), number.end, found.end(), "ratio", "tenths", "%", "%"
        )
        return with_surplus(view, tenths, end)
    found = _DISCOUNT.match(view, number.end, end)
    if found:
        scale = 10 if number.high < 10 else 1
        whole = replace(number, low=number.low * scale, high=number.high * scale)
        return Reading(
            whole, number.start, found.end(), number.end, found.end(), "ratio", "discount", "%", "%"
        )
    return None


def _is_share(view: str, number: Number, found: re.Match[str]) -> bool:
    """Tell whether 為 behind 成 is the verb of a share: 九成|為女性, not 其一|成為."""
    if found["fifth"] or _SHARE_BEFORE.search(view, max(0, number.start - 4), number.start):
        return True
    if number.is_arabic:
        return False
    low = max(0, number.start - _BEFORE)
    return number.low > 1 and _NO_SHARE.search(view[low : number.start + 1]) is None


def with_surplus(view: str, reading: Reading, end: int) -> Reading:
    """六倍多, 一年多, 五成多: more behind the unit, where nothing follows that it were many of."""
    if reading.dimension not in _SURPASSED or not _SURPLUS.match(view, reading.end, end):
        return reading
    return replace(reading, number=replace(reading.number, is_open=True), end=reading.end + 1)

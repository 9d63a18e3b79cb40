"""Read what of a unit stands behind it: 一米七五, 三十七度二, 三元五角, 兩年半.

Contract: looks a bounded number of characters ahead; a reading that nothing follows comes back.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.language.numerals import parse_view
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.quantities.units import Reading

HALF = Decimal("0.5")
_HALF = pattern("(?:個?半(?:鐘(?!頭))?)(?=[^數天年小路日價導徑球場成夜點個島以]|$)")
# Things of which there may be a half behind the unit: 一頁半, 兩層半.
_HALVED = frozenset(simplify("塊 頁 倍 層 碗 杯 圈 步 格 桶 箱 班 代 天 席").split())
# 一米二, 一米七五, 三塊五, 三元五角: what is smaller than a unit stands behind it.
TAILED = frozenset(simplify("米 公尺 尺 斤 塊 元 塊錢 度").split())
_TAIL = pattern("([一二三四五六七八九1-9]{1,2})(?=[,。;、!?)」』》 的高深寬長厚左右上錢]|$)")
_COINS = pattern("([一二三四五六七八九1-9])[角毛](?:([一二三四五六七八九1-9])分)?錢?(?![落度形色])")


def with_half(view: str, reading: Reading, end: int) -> Reading:
    """兩年半, 1個半小時: a half behind the unit or inside it."""
    is_count = reading.dimension == "count" and view[reading.unit_start : reading.end] in _HALVED
    if reading.dimension not in ("time", "multiple", "length", "mass") and not is_count:
        return reading
    found = _HALF.match(view, reading.end, end)
    if found is None or reading.number.is_range or reading.number.low % 1:
        return reading
    value = reading.number.low + HALF
    return replace(reading, number=replace(reading.number, low=value, high=value), end=found.end())


def with_tail(view: str, reading: Reading, end: int) -> Reading:
    """一米七五, 三十七度二, 三元五角."""
    is_money = reading.dimension == "money"
    if reading.dimension not in ("length", "mass", "temperature", "money", "count"):
        return reading
    found = (_COINS if is_money else _TAIL).match(view, reading.end, end)
    if found is None or reading.number.is_range:
        return reading
    signs = "".join(sign or "" for sign in found.groups())
    more = Decimal(parse_view(signs) or 0) / 10 ** len(signs)
    low = reading.number.low + more
    return replace(reading, number=replace(reading.number, low=low, high=low), end=found.end())

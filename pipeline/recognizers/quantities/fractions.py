"""A number of the text, and those written as a fraction: 三分之二, 百分之八, 其中 1/4.

Contract: reads forward from where a numeral begins, never beyond the end given.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from math import gcd

from pipeline.language.edges import last_signs
from pipeline.language.numerals import LONGEST, NUMERAL, parse_range, parse_view
from pipeline.language.views import pattern, simplify
from pipeline.records import record

# Whole numbers written in figures stay whole: cheaper than decimals, and equal to them.
Exact = Decimal | int
PART = "分之"
_NUMERAL = re.compile(NUMERAL)
_LINK = pattern(r"[ ]?(?:至|到|~|-)[ ]?")
_SUM_BEFORE = re.compile(
    r"[0-9A-Za-z][+/=]$|[0-9][ ]?[xX×*][ ]?$|[0-9][:.]$|[0-9A-Za-z]-$|[A-Za-z_#&@]$"
    r"|[0-9A-Za-z][ ]?[+]$"
)
# What is part of a sum or a code ends with these.
SUM_ENDS = last_signs(_SUM_BEFORE.pattern)
# 60MW/180MWh: two quantities.
_UNIT_BEFORE = re.compile("[0-9][ ]?[A-Za-z]{1,3}/$")
_SLASHED = re.compile("([1-9][0-9]?)/([2-9]|[1-9][0-9]{1,2})(?![0-9/.:-])")
# 成長率為負百分之三; but 民眾自負百分之十, 由市府負百分之三十
_MINUS = pattern("(?:^|[^\u3400-\u9fff]|[為是約達至率長成到近逾恐呈仍轉估收僅剩降跌])負$")
# 市府僅負百分之二十經費: what is borne; not 成長率為負百分之三且稅收減少
_BORNE = pattern(
    "[之的]?[^\\W\\d且但而並及與和或]{0,4}?(?:責任?|經費|費用|租金|利息|成本|款項?|稅[額款賦])"
)
# 三分一來自外地; but 三分二十秒, 四分一組, 投進三分兩次: whatever may be counted follows.
_SHORT = pattern(
    "(?P<below>[三四五六七八九])分(?P<above>[一二兩三四五六七八])"
    r"(?=[ ]?(?:[,。;:!?、)」\n]|$|的|來自|是|屬|都|由|認為|支持|贊成|反對|以上))"
)
_MORE = frozenset(simplify("幾多餘"))
_SHARED = pattern(
    "(?:其中|的|佔了?|占了?|近|約|逾|超過|至少|不到|不足|少了?|剩|僅有?|只有?|(?:比例|比率|機率)為?|成為?|率達?"
    "|減少|降低|調降|省下|縮減|剩下|[中裡內]有)[ ]?$"
)
# 第1/3頁, 進球率3/4, 1/4決賽: no shares.
_NOT_SHARED = frozenset(("", *"第率数(\n"))
_NOT_SHARE = pattern("[ ]?(?:頁|決賽|版|級|輪|集|\\)|英?[吋寸]|公尺)")


@record
class Number:
    """A number in the text.

    Attributes:
        start, end: span of the numeral.
        low, high: its value; equal unless a range is written.
        is_arabic: written with figures.
        is_range: two ends are written.
        is_fraction: 三分之二 or 百分之八 (``low`` counts hundredths of the latter).
        is_percent: 百分之….
        is_open: more than it says: 多, 餘, 數十.
        is_grouped: written with a thousands comma or a multiplier 萬, 億, 兆.
        is_lone: a single Chinese digit.
    """

    start: int
    end: int
    low: Exact
    high: Exact
    is_arabic: bool = False
    is_range: bool = False
    is_fraction: bool = False
    is_percent: bool = False
    is_open: bool = False
    is_grouped: bool = False
    is_lone: bool = False


def read_slashed(view: str, start: int, end: int) -> Number | None:
    """Return 1/4 as a share, or None.

    A cue stands before it, or 的 behind it; small parts that were not read as a day need none.
    """
    found = _SLASHED.match(view, start, end)
    if found is None or int(found[1]) >= int(found[2]) or is_joined(view, start):
        return None
    cue = (
        _SHARED.search(view, max(0, start - 4), start)
        or view[found.end() : found.end() + 2].lstrip(" ")[:1] == "的"
    )
    plain = gcd(int(found[1]), int(found[2])) == 1 and len(found[2]) == 1
    if plain and not cue and view[start - 1 : start] not in _NOT_SHARED:
        cue = _NOT_SHARE.match(view, found.end()) is None
    value = Decimal(found[1]) / Decimal(found[2])
    return Number(start, found.end(), value, value, is_fraction=True) if cue else None


def read_fraction(view: str, start: int, stop: int, end: int) -> Number | None:
    """Return 三分之二, 三又二分之一 or 百分之八, or None; ``stop`` is before 分之 or 又."""
    middle = stop
    if view[stop] == "又":
        below = _NUMERAL.match(view, stop + 1, end)
        if below is None or not view.startswith(PART, below.end(), end):
            return None
        middle = below.end()
    above = _NUMERAL.match(view, middle + len(PART), end)
    if above is None or above.end() - start > LONGEST:
        return None
    if view[start:stop] == "百":
        both = parse_range(above.group())
        if both:
            return Number(
                start, above.end(), *both, is_range=True, is_fraction=True, is_percent=True
            )
        value = parse_view(above.group())
        if value is None:
            return None
        more = view[above.end() : above.end() + 1] in _MORE and value >= 10
        number = Number(
            start, above.end() + more, value, value, is_fraction=True, is_percent=True, is_open=more
        )
        number = _percents(view, number, end)
        is_negative = start > 0 and _MINUS.search(view, max(0, start - 2), start) is not None
        is_negative = is_negative and _BORNE.match(view, number.end) is None
        if is_negative and not number.is_range:
            return replace(number, start=start - 1, low=-number.low, high=-number.high)
        return number
    if view[start:stop] == "千":
        part = parse_view(above.group())
        if part is None:
            return None
        return Number(start, above.end(), part / 10, part / 10, is_fraction=True, is_percent=True)
    value = parse_view(view[start : above.end()])
    if value is None:
        return None
    return Number(start, above.end(), value, value, is_fraction=True)


def read_short_fraction(view: str, start: int, stop: int, end: int) -> Number | None:
    """Return 三分一, as Hong Kong writes 三分之一, or None; ``stop`` is before 分."""
    found = _SHORT.match(view, start, end)
    if found is None or found.start("above") != stop + 1:
        return None
    value = parse_view(f"{found['below']}{PART}{found['above']}")
    if value is None or value >= 1:
        return None
    return Number(start, found.end(), value, value, is_fraction=True)


def _percents(view: str, first: Number, end: int) -> Number:
    """百分之三至五, 百分之三到百分之五."""
    link = _LINK.match(view, first.end, end)
    if link is None:
        return first
    position = link.end() + 3 if view.startswith("百分之", link.end(), end) else link.end()
    found = _NUMERAL.match(view, position, end)
    value = parse_view(found.group()) if found else None
    if found is None or value is None or not first.low < value <= 100:
        return first
    return replace(first, end=found.end(), high=value, is_range=True)


def is_joined(view: str, start: int) -> bool:
    """Whether figures before ``start`` go on in it: 1+7, 800 X 600, A-3."""
    if (
        start == 0
        or view[start - 1] not in SUM_ENDS
        or _SUM_BEFORE.search(view, max(0, start - 3), start) is None
    ):
        return False
    return _UNIT_BEFORE.search(view, max(0, start - 6), start) is None

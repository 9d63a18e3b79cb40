"""The value of a quantity, and the two ends of a change: 由 3 天縮短為 1 天.

Contract: the ends of a change share direction and what is measured; nothing else is altered.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.language.views import pattern
from pipeline.recognizers.page import Claim
from pipeline.recognizers.quantities.clauses import MASK
from pipeline.records import record

_BETWEEN_ENDS = pattern(
    r"(?:,|已|大幅|逐年|進一步|再|快速|明顯|一路|一口氣|[ ])*(?P<verb>降|減|縮|縮短"
    r"|減少|降低|下降|壓縮|壓低|下修|滑落|增|增加|提高|提升|升|上升|成長|膨脹|拉長|拉|飆"
    r"|飆升|漲|衝|調高|調升|調降|調低|改善|攀高|擴大|擴充"
    r"|擴增|攀升|躍升|延長|上漲|增長|拉高)?(?:至|到|為|成|成為)(?:約|近|逾|超過|不到"
    rf"|僅|只有|只要|僅需|[ ])*(?:{MASK}+[ ]*的?[ ]*)?"
)
_DOWN = frozenset("降减缩压下滑")


@record
class QuantityValue:
    """A normalized quantity.

    Attributes:
        value: the number in units of ``unit``; None for a range.
        low, high: the ends of a range, else None.
        value_exact: ``value`` as a decimal of at most 9 places, None if it does not fit.
        unit: measure word as written, or ``%``; ``人``, though it is not written, for a bare sum of
            people (人口不到七萬); empty if there is none.
        unit_code: UCUM code, or None.
        dimension: one of ``contract.mentions.DIMENSIONS``.
        currency_code: ISO 4217 code of money, or None.
        comparator: ``=``, ``>=``, ``>``, ``<=`` or ``<``: how the true number relates to ``value``.
        is_approximate: 約, 近, 多, 餘, 數十 and their kind.
        change: ``increase``, ``decrease``, ``reaches`` or ``none``; both ends of 由 3 天縮短為 1 天
            have the direction of the change, ``reaches`` is for 達 and 突破 alone.
        measured: span of what is counted or measured, or None.
    """

    value: float | None
    low: float | None
    high: float | None
    value_exact: Decimal | None
    unit: str
    unit_code: str | None
    dimension: str
    currency_code: str | None = None
    comparator: str = "="
    is_approximate: bool = False
    change: str = "none"
    measured: tuple[int, int] | None = None


def with_changes(view: str, claims: list[Claim]) -> list[Claim]:
    """Give both ends of a change (由 3 天縮短為 1 天) its direction and what is measured.

    Args:
        view: folded text, dates blotted out.
        claims: the quantities of a piece in order, at least one.
    """
    two = claims[0]
    for index in range(len(claims) - 1):
        one, two = two, claims[index + 1]
        if two.start - one.end > 24:
            continue
        first, second = one.value, two.value
        if not isinstance(first, QuantityValue) or not isinstance(second, QuantityValue):
            continue
        if first.dimension != second.dimension or first.value is None or second.value is None:
            continue
        if one.end == two.start and first.dimension == "time":  # 四天三夜的|參訪
            measured = second.measured or first.measured
            claims[index] = replace(one, value=replace(first, measured=measured))
            continue
        between = _BETWEEN_ENDS.fullmatch(view, one.end, two.start)
        noun = first.measured or (0, 0)
        if not between and one.end <= noun[0] <= one.end + 1 and noun[1] <= two.start:
            between = _BETWEEN_ENDS.fullmatch(view, noun[1], two.start)
        if between is None:
            continue
        verb = between["verb"]
        down = verb[0] in _DOWN if verb else second.value < first.value
        change = "decrease" if down else "increase"
        measured = first.measured or second.measured
        claims[index] = replace(one, value=replace(first, change=change, measured=measured))
        two = replace(two, value=replace(second, change=change, measured=measured))
        claims[index + 1] = two
    return claims

"""Write numbers as Chinese numerals: the inverse of what the tests read."""

from __future__ import annotations

from decimal import Decimal

_PLAIN = "零一二三四五六七八九"
_FORMAL = "零壹貳參肆伍陸柒捌玖"
_SMALL = {"plain": ("", "十", "百", "千"), "formal": ("", "拾", "佰", "仟")}
_BIG = ("", "萬", "億", "兆")


def chinese(value: Decimal, style: str = "plain") -> str:
    """Write a number below 10^16 in full: 一萬零二十點五.

    >>> chinese(Decimal("10020.5"))
    '一萬零二十點五'
    """
    digits = _FORMAL if style == "formal" else _PLAIN
    whole, _, decimals = f"{value:f}".partition(".")
    text = _whole(int(whole), digits, _SMALL[style])
    return text + ("點" + "".join(digits[int(sign)] for sign in decimals) if decimals else "")


def mixed(value: int) -> str:
    """Write a whole number with figures before 萬, 億, 兆: 3億5,000萬.

    >>> mixed(350_000_000)
    '3億5,000萬'
    """
    groups = _groups(value)
    parts = [f"{group:,}{_BIG[size]}" for size, group in groups if group]
    return "".join(parts) or "0"


def _groups(value: int) -> list[tuple[int, int]]:
    return [(size, value // 10 ** (4 * size) % 10000) for size in (3, 2, 1, 0)]


def _whole(value: int, digits: str, small: tuple[str, ...]) -> str:
    if value == 0:
        return digits[0]
    text, gap = "", False
    for size, group in _groups(value):
        if group == 0:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += digits[0]
        text += _section(group, digits, small) + _BIG[size]
        gap = False
    return text


def _section(value: int, digits: str, small: tuple[str, ...]) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + small[power]
        gap = False
    return text

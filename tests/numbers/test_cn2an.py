"""Numerals against another reader of Chinese numerals: where both understand, they agree."""

from __future__ import annotations

from decimal import Decimal

import cn2an
from hypothesis import given
from hypothesis import strategies as st

from pipeline import numerals

WHOLE = st.integers(0, 10**16 - 1)
STYLES = st.sampled_from(["low", "up"])


@given(WHOLE, STYLES)
def test_whole_numbers_it_writes_are_read(value: int, style: str) -> None:
    assert numerals.parse(cn2an.an2cn(value, style)) == value


@given(st.integers(0, 10**11), st.integers(1, 9999), STYLES)
def test_decimals_it_writes_are_read(whole: int, part: int, style: str) -> None:
    decimals = f"{part:04d}".rstrip("0")
    text = cn2an.an2cn(f"{whole}.{decimals}", style)
    assert numerals.parse(text) == Decimal(f"{whole}.{decimals}")


@given(st.text(alphabet="零一二三四五六七八九十百千万亿点", min_size=1, max_size=10))
def test_they_agree_on_any_numeral_it_would_write(text: str) -> None:
    """It reads 九千亿十万 as 900 billion but would not write it: no numeral to it."""
    value = numerals.parse(text)
    try:
        other = cn2an.cn2an(text, "strict")
        written = cn2an.an2cn(other)
    except ValueError:
        return
    if value is not None and written in (text, "一" + text):
        assert value == Decimal(str(other))

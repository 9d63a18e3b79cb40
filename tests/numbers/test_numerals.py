"""One numeral at a time: what it is worth, exactly."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline import numerals
from pipeline.language.views import fold, simplify
from tests.growth import is_linear
from tests.numbers.writing import chinese, mixed

WHOLE = st.integers(0, 10**16 - 1)
DECIMALS = st.decimals(0, 10**16 - 1, allow_nan=False, allow_infinity=False, places=4)
FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三億五千萬", 350_000_000),
        ("兩千三百", 2300),
        ("二0二五", 2025),
        ("四五0", 450),
        ("卅六", 36),
        ("廿四", 24),
        ("參佰", 300),
        ("壹佰貳拾參萬肆仟", 1_234_000),
        ("十萬零五", 100_005),
        ("一點五", "1.5"),
        ("七點二萬", 72_000),
        ("三萬五", 35_000),
        ("兩百三", 230),
        ("一百零三", 103),
        ("二百五", 250),
        ("100億", 10_000_000_000),
        ("3億5,000萬", 350_000_000),
        ("1 億 6 千萬", 160_000_000),
        ("3 萬 8,000", 38_000),
        ("2.5萬", 25_000),
        ("3千5百萬", 35_000_000),
        ("一萬億", 10**12),
        ("1.5 million", 1_500_000),
        ("2 billion", 2 * 10**9),
        ("１，２３４．５", "1234.5"),
        ("五分之二", "0.4"),
        ("三又二分之一", "3.5"),
        ("百分之八", "0.08"),
        ("8%", "0.08"),
        ("負三", -3),
        ("-5.2", "-5.2"),
        ("半", "0.5"),
        ("〇", 0),
        ("百", 100),
    ],
)
def test_value(text: str, value: int | str) -> None:
    assert numerals.parse(text) == Decimal(value)
    assert numerals.parse(simplify(text)) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "5G",
        "4.0.1",
        "一同",
        "點五",
        "1,2345",
        "三分之",
        "十十",
        "萬一二三四",
        "%",
        "-",
        "a",
    ],
)
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert numerals.parse(text) is None


@given(WHOLE, st.sampled_from(["plain", "formal"]))
def test_whole_numbers_come_back_from_chinese(value: int, style: str) -> None:
    assert numerals.parse(chinese(Decimal(value), style)) == value


@given(DECIMALS, st.sampled_from(["plain", "formal"]))
def test_decimals_come_back_from_chinese(value: Decimal, style: str) -> None:
    assert numerals.parse(chinese(value, style)) == value


@given(st.decimals(0, 9999, places=4), st.sampled_from([("萬", 4), ("億", 8), ("兆", 12)]))
def test_decimals_before_a_multiplier_count_it(value: Decimal, big: tuple[str, int]) -> None:
    sign, power = big
    assert numerals.parse(f"{value:f}{sign}") == value * 10**power


@given(st.integers(1, 10**16 - 1))
def test_whole_numbers_come_back_from_mixed_writing(value: int) -> None:
    assume(not re.fullmatch(r"(?:.*\D)?\d[萬億兆]\d", mixed(value)))  # 3萬5 is spoken: 35,000
    assert numerals.parse(mixed(value)) == value


@given(WHOLE)
def test_figures_group_and_widen_without_changing_value(value: int) -> None:
    assert numerals.parse(f"{value:,}") == value
    assert numerals.parse(f"{value:,}".translate(FULL_WIDTH)) == value


def test_a_numeral_beyond_all_sense_is_refused_and_raises_nothing() -> None:
    assert numerals.parse("四億十兆百十兆十點九") is None


@given(st.integers(2, 999), st.integers(1, 998))
def test_fractions_divide(below: int, above: int) -> None:
    text = f"{chinese(Decimal(below))}分之{chinese(Decimal(above))}"
    value = numerals.parse(text)
    assert value is not None
    assert abs(value * below - above) < Decimal("1e-20")


@given(st.text(alphabet="0123456789零〇一二兩三十廿百千萬億兆點半又分之%.,-負 abG", max_size=60))
def test_no_text_raises_and_script_changes_nothing(text: str) -> None:
    assert numerals.parse(text) == numerals.parse(simplify(text)) == numerals.parse(fold(text))


@pytest.mark.parametrize("unit", ["1", "一", "萬", "一萬", "1,111,", "一點", "十億"])
def test_long_runs_are_refused_in_linear_time(unit: str) -> None:
    assert numerals.parse(unit * 200_000) is None
    assert is_linear(lambda times: numerals.parse(unit * times), 50_000)

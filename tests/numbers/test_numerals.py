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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("第一", 1),
        ("第兩百零六", 206),
        ("第 18", 18),
        ("六成", "0.6"),
        ("四成七", "0.47"),
        ("二成半", "0.25"),
        ("6.5成", "0.65"),
        ("九折", "0.9"),
        ("八八折", "0.88"),
        ("7.5折", "0.75"),
        ("對折", "0.5"),
        ("一半", "0.5"),
        ("四個半", "4.5"),
        ("五打", 60),
        ("半打", 6),
        ("十雙", 20),
        ("三對", 6),
        ("2/3", Decimal(2) / 3),
        ("-3/8", "-0.375"),
        ("4 1/2", "4.5"),
        ("兩又3/4", "2.75"),
        ("1⅓", 1 + Decimal(1) / 3),
        ("百分百", 1),
        ("百分之負二點五", "-0.025"),
        ("7‰", "0.007"),
        (".25", "0.25"),
        ("2.5e3", 2500),
        ("1e99", 10**99),
        ("-2e40", -2 * 10**40),
        ("正九", 9),
    ],
)
def test_ways_of_saying_a_number(text: str, value: Decimal | int | str) -> None:
    assert numerals.parse(text) == Decimal(value)
    assert numerals.parse(simplify(text)) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "兩三",
        "六七",
        "負兩三",
        "百分之七八",
        "二三成",
        "第三四",
        "正負二",
        "9/21",
        "2024/12",
        "第一半",
    ],
)
def test_two_numbers_and_days_are_not_one_number(text: str) -> None:
    assert numerals.parse(text) is None


def test_both_ends_of_a_spoken_range() -> None:
    assert numerals.parse_range("兩三") == (2, 3)
    assert numerals.parse_range("四五十萬") == (400_000, 500_000)
    assert numerals.parse_range("四十五") is None


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

"""The lexicon of units and currencies, and what money is worth where."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from pipeline.errors import ConfigError
from pipeline.recognizers.quantities.finder import UnitLexicon, build_lexicon
from pipeline.recognizers.quantities.fractions import Number
from tests.numbers.conftest import CONFIG
from tests.numbers.finding import quantities_in

UNIT = {
    "unit": "坪", "code": "", "dimension": "area", "factor": "3.3", "numeral": "any",
    "not_before": "林", "source": "general knowledge",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("300萬元", "TWD"),
        ("300万元，投资数额", "CNY"),
        ("新臺幣300元", "TWD"),
        ("NT$300", "TWD"),
        ("100億美元", "USD"),
        ("US$ 5", "USD"),
        ("1.8 萬歐元", "EUR"),
        ("€20", "EUR"),
        ("500萬日圓", "JPY"),
        ("4.6億元人民幣", "CNY"),
        ("1.2億令吉", "MYR"),
        ("50萬泰銖", "THB"),
        ("30萬瑞士法郎", "CHF"),
        ("28 億里耳", "BRL"),
        ("90億奈拉", "NGN"),
        ("5萬港幣", "HKD"),
        ("300新加坡幣", "SGD"),
        ("900萬韓元", "KRW"),
        ("4萬挪威克朗", "NOK"),
        ("4萬克朗", None),
        ("1,500拉特", "LVL"),
        ("2億里拉", "TRY"),
        ("義大利給了2億里拉", "TRY"),
        ("2億義大利里拉", "ITL"),
        ("300萬馬克", None),
        ("巴拿馬撥300萬巴爾博亞", "PAB"),
        ("300萬巴爾博亞", None),
        ("300萬蘇克雷", None),
        ("300萬迪爾汗", None),
        ("摩洛哥撥了300萬迪爾汗", "MAD"),
    ],
)
def test_currency_code(text: str, code: str | None, lexicon: UnitLexicon) -> None:
    assert [value.currency_code for _, value in quantities_in(text, lexicon)] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("15.6公里", "km"), ("8平方公里", "km2"), ("8.5公頃", "har"), ("4TB", "TBy"),
        ("20MW", "MW"), ("24 小時", "h"), ("3天", "d"), ("8%", "%"), ("1.6萬公噸", "t"),
        ("85 吋", "[in_i]"), ("264位", None), ("2.6萬坪", None),
    ],
)  # fmt: skip
def test_ucum_code(text: str, code: str | None, lexicon: UnitLexicon) -> None:
    assert [value.unit_code for _, value in quantities_in(text, lexicon)] == [code]


def test_an_exact_value_keeps_its_decimals(lexicon: UnitLexicon) -> None:
    (_, value), = quantities_in("1.76%", lexicon)  # fmt: skip
    assert value.value_exact == Decimal("1.76")
    (_, third), = quantities_in("三分之一的市民", lexicon)  # fmt: skip
    assert third.value_exact == Decimal("0.333333333")


def test_a_factor_that_is_no_number_names_its_line() -> None:
    with pytest.raises(
        ConfigError, match=r"config/units.csv:2: column factor: 'x' is not a number"
    ):
        build_lexicon({"units": [{**UNIT, "factor": "x"}]})


def test_an_unknown_choice_names_its_line() -> None:
    with pytest.raises(ConfigError, match=r"config/units.csv:2: column numeral"):
        build_lexicon({"units": [{**UNIT, "numeral": "some"}]})
    row = {"name": "元", "currency_code": "", "position": "left", "source": ""}
    with pytest.raises(ConfigError, match=r"config/currencies.csv:2: column position"):
        build_lexicon({"currencies": [row]})


def test_a_unit_added_to_the_lexicon_is_found() -> None:
    small = build_lexicon({"units": [UNIT]})
    assert [span for span, _ in quantities_in("30坪與30坪林", small)] == ["30坪"]


@pytest.mark.parametrize("name", ["units", "currencies"])
def test_lexicons_have_a_source_and_no_doubles(name: str) -> None:
    with (CONFIG / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["source"] for row in rows)
    keys = [(row.get("unit") or row["name"], row.get("position")) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("港府撥款2億港元，資助全港18區，長者只付兩元", "HKD"),
        ("澳門特區政府動用5億元，本澳居民受惠", "MOP"),
        ("新加坡政府拨款，组屋家庭最高可获五万元", "SGD"),
        ("我市拨款五万元，与新加坡合作", "CNY"),
        ("局長出席立法會會議，開支按年升三成，政府撥款五萬元", "HKD"),
        ("雅加達補助5萬印尼盾。\n孟買耗資20億盧比", "INR"),
        ("臺北市與香港交流，編列五萬元，港元匯率另計", "TWD"),
    ],
)
def test_bare_yuan_is_the_money_of_the_documents_place(
    text: str, code: str, lexicon: UnitLexicon
) -> None:
    assert quantities_in(text, lexicon)[-1][1].currency_code == code


def test_a_following_word_hides_a_measure_word_but_not_behind_figures_of_ten(
    lexicon: UnitLexicon,
) -> None:
    assert lexicon.unit_at("家庭", 0, 2) is None
    assert lexicon.unit_at("2024家庭", 4, 6, Number(0, 4, 2024, 2024, is_arabic=True)) is None
    sure = lexicon.unit_at("30家庭", 2, 4, Number(0, 2, 30, 30, is_arabic=True))
    assert sure is not None
    assert sure.name == "家"


def test_exceptions_of_a_hiding_word_are_read(lexicon: UnitLexicon) -> None:
    assert lexicon.unit_at("部长", 0, 2) is None
    found = lexicon.unit_at("部长片", 0, 3)
    assert found is not None
    assert found.name == "部"

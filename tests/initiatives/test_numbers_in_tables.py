"""Whose the numbers of a table are: of the place that heads their column, or fills their row."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Mention, Person, Quantity
from pipeline.resources import Resources
from tests.initiatives.whole import run


def told(resources: Resources, text: str) -> dict[str, str | None]:
    tables = run(resources, "a.txt", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    texts = {mention.mention_id: mention.text for mention in tables[Mention]}
    return {
        texts[one.mention_id]: names.get(one.city_id or "") or one.country_code
        for one in tables[Quantity]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| 城市 | 人口 | 面積 |\n|---|---|---|\n| 臺北市 | 260 | 252 |\n| 東京 | 403 | 400 |",
            {"260": "Taipei", "252": "Taipei", "403": "Tokyo", "400": "Tokyo"},
            id="rows that say nothing",
        ),
        pytest.param(
            "國家\t城市\t109年\t110年\n日本\t大阪市\t12\t15\n韓國\t釜山市\t20\t25",
            {"12": "Osaka", "15": "Osaka", "20": "Busan", "25": "Busan"},
            id="a city before its country",
        ),
        pytest.param(
            "國家\t件數\t金額\n日本\t12\t300萬元\n韓國\t20\t450萬元",
            {"12": "JP", "300萬元": "JP", "20": "KR", "450萬元": "KR"},
            id="rows of countries",
        ),
        pytest.param(
            "指標\t臺北市\t新北市\t日本\n公園\t31\t40\t22\n里\t456\t1000\t500",
            {"31": "Taipei", "40": "New Taipei", "22": "JP"}
            | {"456": "Taipei", "1000": "New Taipei", "500": "JP"},
            id="columns named by places",
        ),
        pytest.param(
            "| 城市 | 臺北市 | 東京 |\n|---|---|---|\n| 人口 | 260 | 1400 |\n| 面積 | 270 | 2190 |",
            {"260": "Taipei", "1400": "Tokyo", "270": "Taipei", "2190": "Tokyo"},
            id="a corner that tells what the columns are",
        ),
        pytest.param(
            "| 議題 | 臺北市 | 首爾 |\n|---|---|---|\n| 交通 | 設置350處站點。 | 售出100萬張卡。 |",
            {"350處": "Taipei", "100萬張": "Seoul"},
            id="columns of words",
        ),
        pytest.param(
            "| 項目 | 高雄 | 全國 |\n|---|---|---|\n| 失業率 | 3.4% | 3.6% |",
            {"3.4%": "Kaohsiung", "3.6%": None},
            id="a column of no city",
        ),
        pytest.param(
            "| 城市 | 講者 | 內容 |\n|---|---|---|\n"
            "| 高雄市 | 陳其邁 | 投入3億元。東京人口1400萬人。 |",
            {"3億元": "Kaohsiung", "1400萬人": "Tokyo"},
            id="a row that says something",
        ),
    ],
)
def test_numbers_are_of_their_column_or_row(
    text: str, expected: dict[str, str | None], resources: Resources
) -> None:
    assert told(resources, text) == expected


def test_what_stands_below_a_corner_is_measured_and_nobody(resources: Resources) -> None:
    text = "議員\t王大明\t李小華\t陳美玲\n提案\t12\t20\t30\n質詢\t5\t6\t7"
    tables = run(resources, "a.txt", text)
    assert not tables[Person]
    assert [one.measured for one in tables[Quantity]] == ["提案"] * 3 + ["質詢"] * 3


def test_a_column_beside_another_of_cities_is_no_corner(resources: Resources) -> None:
    text = "| 我方城市 | 對方城市 |\n|---|---|\n| 臺南市 | 利摩日 |\n| 屏東市 | 科希策 |"
    tables = run(resources, "a.txt", text)
    assert {"臺南市", "利摩日", "屏東市", "科希策"} <= {m.text for m in tables[Mention]}

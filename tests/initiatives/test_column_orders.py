"""A table tells the same in whichever order its columns come, read by the whole program."""

from __future__ import annotations

import csv
import io

import pytest

from pipeline.contract import City, Initiative, Organization, Person, Quantity, Statement, Tables
from pipeline.resources import Resources
from tests.initiatives.whole import run, told

REMARKS = """編號,國家,城市,首長,發言重點
1,墨西哥,瓜達拉哈拉市,市長 Rosa Lind,市府補助每戶86披索換裝水表。
2,智利,聖地牙哥市,副市長 Juan Soto,投入23億披索種樹。該市「樹蔭網」今年擴大。
3,加拿大,溫尼伯市,議員 Tyler Okimaw,該市「暖站地圖」串聯62處候車亭。
"""
OFFICES = """編號,單位,姓名,職稱,發言重點
1,宜蘭縣政府,游沐恩,計畫處處長,「車流解壓圖」推播給11萬名用戶。
2,荷蘭在台辦事處,Joost Velden,經濟組組長,鹿特丹以水廣場蓄積雨水，盼與臺南交換工程師。
"""
TURNS = """城市,代表,發言重點
菲律賓 納卯市、宿霧市,副市長 Rosa Lim,"納卯把救護車到場時間壓到8分鐘。
宿霧今年封城65天，靠「米袋地圖」分送21萬份食物包。"
"""
TOGETHER = """編號,城市,國別,簽署日期,文件,備註
1,恩荷芬市、德勒斯登市、水原市,荷蘭、德國、韓國,113年9月4日,聯合宣言,與新竹市四市共同發表
2,岡山市,日本,92年4月21日,友好城市,學生互訪
"""


def reversed_columns(table: str) -> str:
    rows = [row[::-1] for row in csv.reader(io.StringIO(table))]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def facts(tables: Tables) -> dict[str, set[object]]:
    """Who speaks for whom, whose the initiatives are, whose the money, and who agreed."""
    cities = {city.city_id: city.name_en for city in tables[City]}
    people = {person.person_id: person.name for person in tables[Person]}
    bodies = {body.organization_id: body.name for body in tables[Organization]}
    return {
        "said": {
            (
                people.get(said.person_id or ""),
                cities.get(said.city_id or ""),
                bodies.get(said.organization_id or ""),
                said.country_code,
                said.text,
            )
            for said in tables[Statement]
        },
        "initiatives": {(i.name, cities.get(i.city_id or "")) for i in tables[Initiative]},
        "money": {q.currency_code for q in tables[Quantity] if q.currency_code},
        "agreed": set(told(tables)),
        "cities": set(cities.values()),
    }


@pytest.mark.parametrize(
    "table",
    [REMARKS, OFFICES, TURNS, TOGETHER],
    ids=["remarks", "offices", "turns", "together"],
)
def test_the_order_of_the_columns_tells_nothing(resources: Resources, table: str) -> None:
    written = facts(run(resources, "written.csv", table))

    assert facts(run(resources, "turned.csv", reversed_columns(table))) == written


def test_the_row_tells_whose_money_and_undertakings_are(resources: Resources) -> None:
    remarks = facts(run(resources, "turned.csv", reversed_columns(REMARKS)))

    assert remarks["money"] == {"CLP", "MXN"}
    assert remarks["initiatives"] >= {("樹蔭網", "Santiago"), ("暖站地圖", "Winnipeg")}

"""Owners by the side of a table or sheet, by who gives an award, by a short form of a city."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Initiative
from pipeline.resources import Resources
from tests.initiatives.whole import run

SIDES = """高雄市政府與美國波特蘭市交流紀錄

| 議題 | {} | {} |
|---|---|---|
| 交通 | 「海線走廊計畫」 | 「雨水花園補助」 |
| 環境 | 「碳匯農田計畫」 | 「巷口菜園計畫」 |
"""
CASES = [
    ("仙台市的「杜之都環境獎」每年頒發一次。", ["Sendai"]),
    ("會中雙方談到彰化市的「田中央長照計畫」與仙台市的觀光稅。", ["Changhua"]),
    ("高雄市與仙台市共同推出「雙城防災通」，由高雄市負責系統，仙台市提供教材。", [None]),
    ("由工研院與中華電信共同營運的「零碳實驗室」開放參觀。", ["Kaohsiung"]),
    ("另與成功大學、中山大學合作開發的「路口慧眼」已在18處試辦。", ["Kaohsiung"]),
    (
        "美國波特蘭市副市長一行訂11月來訪。波市「雨夜燈計畫」省電四成五，可請對方簡報。",
        ["Portland"],
    ),
    ("美國波特蘭市副市長一行訂11月來訪。本市「雨夜燈計畫」省電四成五。", ["Kaohsiung"]),
]


def _owners(resources: Resources, text: str) -> list[str | None]:
    tables = run(resources, "a.txt", text)
    cities = {city.city_id: city.name_en for city in tables[City]}
    named = {row.name: cities.get(row.city_id or "") for row in tables[Initiative] if row.is_named}
    return [named[name] for name in sorted(named, key=text.find)]


@pytest.mark.parametrize(("text", "owners"), CASES)
def test_words_that_tell_whose_it_is(
    resources: Resources, text: str, owners: list[str | None]
) -> None:
    head = "高雄市政府新聞稿\n\n高雄市長陳其邁主持論壇，仙台市派人出席。\n\n"
    assert _owners(resources, f"{head}{text}\n") == owners


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("我方提供", "對方提供"),
        ("本市作法", "他市作法"),
        ("高雄作法", "波特蘭作法"),
        ("對方可借鏡", "我方可借鏡"),
    ],
)
def test_a_column_of_one_side_owns_what_it_names(
    resources: Resources, left: str, right: str
) -> None:
    owners = _owners(resources, SIDES.format(left, right))
    assert owners == ["Kaohsiung", "Portland"] * 2


def test_a_row_that_tells_who_does_it(resources: Resources) -> None:
    text = """高雄市與波特蘭市合作項目一覽

合作城市：美國波特蘭市

| 項目 | 說明 |
|---|---|
| 「風城共學」 | 高雄市教育局辦理 |
| 「玫瑰巴士」 | 波特蘭市提供路線資料 |
"""
    assert _owners(resources, text) == ["Kaohsiung", "Portland"]


def test_a_sheet_on_a_partner_tells_of_its_works(resources: Resources) -> None:
    text = """訪團參考資料　葡萄牙波多市速覽
高雄市政府秘書處編

■ 智慧城市亮點
1) 「聽得見的斜坡」　坡道加裝語音信標320支，供視障者使用。
2) 「共有之家」　閒置舊宅由市府承租再轉租青年，已媒合430戶。

■ 與本市往來
・本市「海風書箱」2018年起每年寄贈一次。
"""
    assert _owners(resources, text) == ["Porto", "Porto", "Kaohsiung"]

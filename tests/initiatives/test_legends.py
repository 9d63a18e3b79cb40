"""Registers that write a sign for what was agreed, and say elsewhere what it stands for."""

from __future__ import annotations

import re

import pytest

from pipeline.language import views
from pipeline.relations.agreements.legend import read_legend
from pipeline.resources import Resources
from tests.growth import is_linear
from tests.initiatives.whole import run, told

LINES = """基隆市國際協議登錄簿
代號：S＝姊妹市；M＝合作備忘錄

S-1　日本吳市　106年簽　有效
M-7　德國漢堡市　洽談中
"""
ENTRIES = """臺中市國際文件清單
登錄單位：臺中市政府秘書處
凡例：甲＝姊妹市，乙＝合作備忘錄，丙＝其他。

〔甲-04〕美國．西雅圖
簽訂　民國80年／狀態　有效
摘記　去年互訪一次。

〔乙-10〕法國．馬賽
簽訂　—／狀態　未成案
"""
TABLE = """編號,對象,類別,簽署日,狀態
1,日本神戶市,A,98/5/10,有效
2,韓國釜山市,B,107/6/3,有效
註：A＝姊妹市，B＝合作備忘錄。製表：臺南市政府,,,,
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", LINES, {("sister_city", "Keelung", "Kure"), ("mou", "Hamburg", "Keelung")}),
        ("a.txt", ENTRIES, {("sister_city", "Seattle", "Taichung")}),
        ("a.csv", TABLE, {("sister_city", "Kobe", "Tainan"), ("mou", "Busan", "Tainan")}),
    ],
    ids=["lines", "entries", "table"],
)
def test_signs(
    resources: Resources, name: str, text: str, expected: set[tuple[str, str, str]]
) -> None:
    rows = told(run(resources, name, text))
    found = {(kind, *sorted(map(str, pair))) for kind, status, pair in rows if status != "denied"}
    assert found == expected


def test_one_line_with_many_signs_takes_time_that_grows_with_it_only() -> None:
    name = views.fold("意向書")

    def read(size: int) -> None:
        text = views.fold("答：意向書嗎。" * size)
        assert read_legend(text, re.finditer(name, text), {name: "other"}) == {}

    assert is_linear(read, 2_000)

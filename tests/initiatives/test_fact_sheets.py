"""Papers that one city makes on another: the ties they list are those of the city told of."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

TABLE = """城市資料卡
斯洛維尼亞・盧比安納（Ljubljana）
製表：臺南市政府國際關係科

對象｜類別｜年份｜狀態
克羅埃西亞札格瑞布｜姊妹市｜1977｜有效
臺南市｜自行車合作備忘錄｜2019｜已屆滿
"""
LINES = """訪團參考資料：加拿大維多利亞（Victoria）
彙整單位：新竹市政府行政處

對外關係
- 日本盛岡：姊妹市，1985年
- 新竹市：溫室園藝備忘錄，洽談中
"""
LABELLED = """友城小檔案
城市：芬蘭　土庫
編製：基隆市政府
姊妹城市：瑞典哥德堡、愛沙尼亞塔爾圖
"""
OF_ROUTE = """出訪手冊　行前簡介
第一站　首爾
臺南市政府編印
姊妹城市：仙台、神戶
"""
OF_PARTNERS = """高雄市政府　國際城市簡介
國外姊妹市
日本神戶｜姊妹市｜2003年
美國西雅圖｜姊妹市｜1991年
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TABLE,
            {
                ("sister_city", "in_force", frozenset({"Ljubljana", "Zagreb"})),
                ("mou", "expired", frozenset({"Ljubljana", "Tainan"})),
            },
        ),
        (
            LINES,
            {
                ("sister_city", "in_force", frozenset({"Victoria", "Morioka"})),
                ("mou", "planned", frozenset({"Victoria", "Hsinchu"})),
            },
        ),
        (
            OF_PARTNERS,
            {
                ("sister_city", "in_force", frozenset({"Kaohsiung", "Kobe"})),
                ("sister_city", "in_force", frozenset({"Kaohsiung", "Seattle"})),
            },
        ),
        (
            LABELLED,
            {
                ("sister_city", "in_force", frozenset({"Turku", "Gothenburg"})),
                ("sister_city", "in_force", frozenset({"Turku", "Tartu"})),
            },
        ),
        (
            OF_ROUTE,
            {
                ("sister_city", "in_force", frozenset({"Tainan", "Sendai"})),
                ("sister_city", "in_force", frozenset({"Tainan", "Kobe"})),
            },
        ),
    ],
    ids=["table", "lines", "its own partners", "labels", "a guide's first stop"],
)
def test_ties_of_a_fact_sheet(
    resources: Resources, text: str, expected: set[tuple[str, str, frozenset[str]]]
) -> None:
    assert told(run(resources, "a.txt", text)) == expected


@pytest.mark.parametrize("label", ["地點：", "目的地：", "對象：", "考察地點：", "城市：", ""])
def test_a_place_in_the_head_of_other_papers_is_not_whom_they_tell_of(
    resources: Resources, label: str
) -> None:
    text = f"臺南市政府新聞稿\n{label}仙台\n市府與神戶市簽署港灣合作備忘錄。\n"
    assert told(run(resources, "a.txt", text)) == {("mou", "signed", frozenset({"Tainan", "Kobe"}))}

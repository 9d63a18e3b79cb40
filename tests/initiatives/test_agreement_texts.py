"""Documents that are agreements: who makes them is told by 甲方 and 乙方 or by the first lines."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

WITH_SIDES = """智慧港灣合作備忘錄
甲方：柬埔寨金邊市政府　代表人：市長 坤盛
乙方：中華民國高雄市政府　代表人：市長 林大川
第一條　雙方就港灣管理交換資料。
第二條　甲、乙雙方另於2024年締結姊妹市。
"""
OF_FOUR = """河川治理諒解備忘錄
立約人：
臺中市政府（以下簡稱甲方）
日本名古屋市政府（以下簡稱乙方）
法國里昂市政府（以下簡稱丙方）
第一條　各方每年交換資料。
第二條　本備忘錄不意味著乙方與丙方建立友好城市關係。
"""
DECLARED = """淨零宣言
我們——哥本哈根、臺北、墨爾本與開普敦——在此共同宣布，2040年達到碳中和。
"""
A_TIE = """友好城市关系协议书
中华人民共和国苏州市与意大利共和国威尼斯市，为增进两市人民的了解，一致同意建立友好城市关系。
"""
A_HEADLINE = """大阪、首爾共同宣言發表
主持人介紹臺北市與釜山市的交通。第一條路線明年通車，兩市達成共識，持續交流。
"""
NO_PARTIES = """座談會重點：合作備忘錄
臺北市長說，第一條路線明年通車，釜山市同意參考。
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WITH_SIDES, {"mou Kaohsiung Phnom Penh", "sister_city Kaohsiung Phnom Penh"}),
        (OF_FOUR, {"mou Lyon Nagoya Taichung"}),
        (DECLARED, {"declaration Cape Town Copenhagen Melbourne Taipei"}),
        (A_TIE, {"sister_city Suzhou Venice"}),
        (A_HEADLINE, set()),
        (NO_PARTIES, set()),
    ],
)
def test_texts(resources: Resources, text: str, expected: set[str]) -> None:
    found = told(run(resources, "text.txt", text))
    assert {
        f"{k} {' '.join(sorted(map(str, w)))}" for k, s, w in found if s != "denied"
    } == expected

"""Registers without a table: lines whose fields stand in any order, below heads of any sort."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

BARS = """高雄市政府國際城市協議總覽

01　日本熊本市｜106.1.11｜友好城市｜有效
02　德國漢堡市｜—｜港務合作備忘錄｜規劃中
03　法國馬賽市｜2019.5.2｜減碳共同宣言｜屆滿（2022.5.1）
"""
COMMAS = """臺中市國際締盟紀要

1. 2004年4月12日，韓國大田廣域市，姊妹市，有效。
2. 2021年1月5日，美國西雅圖市，智慧交通合作備忘錄，續約至2026年。
"""
IN_BRACKETS = """桃園市國際交流城市清單（113年更新）

- 姊妹市：日本成田市（2016）、印度浦那市（2018）
- 備忘錄：德國漢堡市（2019，機場城市）；荷蘭恩荷芬市（2020，智慧製造）
"""
SPACES = """【附件二】本市國際合作文件
編號 日期 對象 文件 狀態
1 2016.12.21 日本成田市 友好城市協定 有效
2 — 德國漢堡市 合作備忘錄 洽談中
桃園市政府秘書處製
"""
NAMES_OF_COLUMNS = """天津市国际友好城市一览表
序号 城市 国家 结好时间
1 神户市 日本 1973.6.24
2 费城 美国 1980.2.10
3 墨尔本市 澳大利亚 1980.5.5
4 仁川广域市 韩国 1993.12.7
"""
DAYS_WITH_A_VERB = """國際城市交流：
(一)友好城市：日本仙台市(103年12月簽署)、越南胡志明市(104年1月)。
　　　　　　臺南市政府秘書處
"""
SERIES_BELOW_HEADS = """高雄市國際交流成果

一、姊妹市（2個）
釜山（韓國，1966）、西雅圖（美國，1991）
二、合作備忘錄（1份）
馬賽（法國，2019，港灣）
三、參訪行程
大阪（日本）
"""
STANDING_IN_HEADS = """新北市議會 書面答復：本市國際協議

甲、有效者
1 酒田市（山形縣） 姊妹市 97年
乙、已屆滿者
2 松本市（長野縣） 觀光合作備忘錄 107年至112年
丙、洽談中者
3 漢堡市（德國） 港灣宣言
"""
PARTNER_IN_HEADS = """臺中市政府 113年度 國際協定追蹤表

■ 大田廣域市
　・姊妹市（91.11.12）有效
　・經濟交流協議書（104.5.2）已終止
■ 大阪市
　・智慧防災合作備忘錄（擬於114年簽署）
"""
COUNTRY_OR_BODY = """臺南市政府簽署合作備忘錄清冊

1、與日本仙台市——觀光交流，2019年簽署
2、與以色列——水資源，洽談中
"""
LABELLED = """城市：釜山廣域市（韓國）
關係：姊妹市
締結日期：1966年6月30日

城市：漢堡市（德國）
關係：合作備忘錄
締結日期：112年3月1日

製表：高雄市政府行政暨國際處
"""
TOLD_IN_A_SENTENCE = """桃園市政府

桃園市與下列城市有正式關係：成田市（日本，姊妹市，2016）；漢堡市（德國，合作備忘錄，2019，已屆滿）。
"""
NOTHING_AGREED = """臺中市政府　各局處國際備忘錄彙整

‧美國西雅圖市／智慧交通合作備忘錄／2021
‧日本名古屋市／無
"""
NO_REGISTER = """高雄市政府新聞稿

2023年5月3日，高雄市，市長陳其邁說明港灣政策，盼釜山分享經驗。
釜山、西雅圖，去年都曾來訪，也參觀了姊妹市公園。
"""

IN_ENTRIES = """新竹市政府新聞稿

（一）日本‧岡山市
2003年4月21日締結姊妹市，往來密切。
（二）芬蘭‧奧盧
2017年12月簽訂合作備忘錄，主題為無線通訊。
（三）德國漢堡市
2019年考察團參訪港口，2020年與雷根斯堡市交換資料。
"""


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        (
            BARS,
            "Kaohsiung",
            {
                ("sister_city", "in_force", "Kumamoto"),
                ("mou", "planned", "Hamburg"),
                ("declaration", "expired", "Marseille"),
            },
        ),
        (
            COMMAS,
            "Taichung",
            {("sister_city", "in_force", "Daejeon"), ("mou", "renewed", "Seattle")},
        ),
        (
            IN_BRACKETS,
            "Taoyuan",
            {
                ("sister_city", "in_force", "Narita"),
                ("sister_city", "in_force", "Pune"),
                ("mou", "in_force", "Hamburg"),
                ("mou", "in_force", "Eindhoven"),
            },
        ),
        (SPACES, "Taoyuan", {("sister_city", "in_force", "Narita"), ("mou", "planned", "Hamburg")}),
        (
            NAMES_OF_COLUMNS,
            "Tianjin",
            {
                ("sister_city", "in_force", city)
                for city in ("Kobe", "Philadelphia", "Melbourne", "Incheon")
            },
        ),
        (
            DAYS_WITH_A_VERB,
            "Tainan",
            {
                ("sister_city", "in_force", "Sendai"),
                ("sister_city", "in_force", "Ho Chi Minh City"),
            },
        ),
        (
            SERIES_BELOW_HEADS,
            "Kaohsiung",
            {
                ("sister_city", "in_force", "Busan"),
                ("sister_city", "in_force", "Seattle"),
                ("mou", "in_force", "Marseille"),
            },
        ),
        (
            STANDING_IN_HEADS,
            "New Taipei",
            {
                ("sister_city", "in_force", "Sakata"),
                ("mou", "expired", "Matsumoto"),
                ("declaration", "planned", "Hamburg"),
            },
        ),
        (
            PARTNER_IN_HEADS,
            "Taichung",
            {
                ("sister_city", "in_force", "Daejeon"),
                ("other", "expired", "Daejeon"),
                ("mou", "planned", "Osaka"),
            },
        ),
        (COUNTRY_OR_BODY, "Tainan", {("mou", "in_force", "Sendai"), ("mou", "planned", "IL")}),
        (
            LABELLED,
            "Kaohsiung",
            {("sister_city", "in_force", "Busan"), ("mou", "in_force", "Hamburg")},
        ),
        (
            TOLD_IN_A_SENTENCE,
            "Taoyuan",
            {("sister_city", "in_force", "Narita"), ("mou", "expired", "Hamburg")},
        ),
        (NOTHING_AGREED, "Taichung", {("mou", "in_force", "Seattle")}),
        (
            IN_ENTRIES,
            "Hsinchu",
            {("sister_city", "in_force", "Okayama"), ("mou", "signed", "Oulu")},
        ),
        (NO_REGISTER, "Kaohsiung", set()),
    ],
)
def test_lines(
    resources: Resources, text: str, home: str, expected: set[tuple[str, str, str]]
) -> None:
    found = told(run(resources, "a.txt", text))
    assert found == {(kind, how, frozenset((home, partner))) for kind, how, partner in expected}

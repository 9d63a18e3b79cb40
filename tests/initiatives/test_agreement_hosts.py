"""Whose ties a sheet tells where its title does not say so, and with whom each row has them."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

HOST_IN_A_CELL = """第三屆港市論壇發言表
城市\t發言人\t重點\t與本市關係
日本靜岡市\t副市長 本田武志\t海嘯避難塔已建 120 座。\t姊妹市（2003年起）
韓國仁川廣域市\t局長 金泰勳\t機場快線每日 30 萬人次，舊線的標案已撤銷。\t104年簽港埠備忘錄，到期未續
臺灣／臺南市（主辦）\t副市長 林宜君\t遊船載客 8 萬人。\t－
法國馬賽\t處長 Anne Roche\t地中海沿岸清出 90 噸垃圾。\t無
"""
HOST_IN_A_HEADER = """城市,代表,談話,與桃園之合作
美國達拉斯,Ana Ruiz,公車準點率升至九成。,友好城市；航太備忘錄今(8)日簽署
德國漢堡,Jan Weiß,舊倉庫改成 300 戶住宅。,與桃園尚未簽署任何備忘錄
日本名古屋,佐藤健,地下街雨水儲槽十座。,與達拉斯簽有交流協議
"""
CARDS = """城市森林會議　與會城市名錄
主辦：臺中市政府

■ 溫哥華（加拿大）
・代表：市議員 Joan Hall
・國際關係：2015 年起為臺中姊妹市
■ 札幌（日本）
・代表：局長 佐藤健一
・國際關係：與臺中無任何協定；2012 年與溫哥華簽署的園藝備忘錄仍有效
"""
TICKS = """新竹市國際夥伴表
| 城市 | 國家 | 姊妹市 | 備忘錄 |
|---|---|---|---|
| 岡山 | 日本 | ✓ 2003 | ✗ |
| 魯汶 | 比利時 | ✗ | ✔ 2021 |
| 里加 | 拉脫維亞 | ✗ | ✗ |
"""
STANDINGS = """城市夥伴近況
高雄市政府　112年9月

■ 仍有效的姊妹市
- 熊本（日本）
- 西雅圖（美國）
■ 效期內之備忘錄
- 馬賽（法國）：郵輪，2021–2026
"""
SENTENCE_BELOW = """三城水岸宣言
說明：《三城水岸宣言》由臺北、福岡、大邱三市於2019年共同簽署。
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", HOST_IN_A_CELL, {"s Tainan Shizuoka", "m Tainan Incheon"}),
        (
            "a.csv",
            HOST_IN_A_HEADER,
            {"s Taoyuan Dallas", "m Taoyuan Dallas", "o Dallas Nagoya"},
        ),
        ("b.txt", CARDS, {"s Taichung Vancouver", "m Sapporo Vancouver"}),
        ("a.md", TICKS, {"s Hsinchu Okayama", "m Hsinchu Leuven"}),
        (
            "c.txt",
            STANDINGS,
            {"s Kaohsiung Kumamoto", "s Kaohsiung Seattle", "m Kaohsiung Marseille"},
        ),
        ("d.txt", SENTENCE_BELOW, {"d Taipei Fukuoka Daegu"}),
    ],
)
def test_host(resources: Resources, name: str, text: str, expected: set[str]) -> None:
    kinds = {"s": "sister_city", "m": "mou", "o": "other", "d": "declaration"}
    found = {
        (kind, cities) for kind, how, cities in told(run(resources, name, text)) if how != "denied"
    }
    assert found == {(kinds[one[0]], frozenset(one.split()[1:])) for one in expected}


def test_a_county_speaks_in_the_line_that_names_it(resources: Resources) -> None:
    text = (
        "不必等臺北\n\n記者王大明／連線報導\n\n嘉義縣長說，苦茶油要先有履歷。\n\n"
        "屏東卻慢了。縣府2014年與南非德班簽的港市備忘錄，兩年後沒有下文。\n"
    )
    found = told(run(resources, "a.txt", text))
    assert {cities for _, _, cities in found} == {frozenset(("Pingtung", "Durban"))}


def test_the_venue_of_a_visit_is_no_partner(resources: Resources) -> None:
    text = (
        "城市,參訪地點,內容\n高雄市,橫濱市,1986年締結姊妹市的都市很多，也想學習\n"
        "臺中市,名古屋市,2019年締結姊妹市後的展覽\n"
    )
    assert told(run(resources, "visits.csv", text)) == set()

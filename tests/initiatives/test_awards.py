"""Lists of winners, columns of programmes, and whose and how far what they name is."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Initiative, InitiativeMention
from pipeline.resources import Resources
from tests.initiatives.whole import run

BLOCKS = """2018環太平洋高齡城市獎　得獎名單

一、食事到府獎
得獎城市：日本仙台市
得獎項目：黃昏廚房
志工每週三次把熱食送到山坡住戶，一年送出41,000份。

二、銀髮好鄰獎
得獎城市：厄瓜多基多
得獎項目：Camina Segura
市府在坡道鋪設步道，全長320公尺。

三、安心住宅獎
得獎城市：韓國釜山
得獎項目：안심 손잡이
三年服務2,900戶。
"""
LINES = """得獎名單

1. 夜間安全獎：泰國清邁「提燈巷」
2. 社區共煮獎：韓國全州「골목 부엌」
3. 港灣再生獎：西班牙希洪「Muelle Vivo」
"""
GAPS = """得獎名單及評語：

■ 年度大獎　越南峴港市　Sông Hàn Sạch
以38座浮動測站清理翰江，兩年內河面垃圾減少64%。

■ 交通獎　厄瓜多昆卡市　輕軌接校車
輕軌與11條校車路線共用票卡。
"""
WINNERS = """得獎名單

金獎　臺灣高雄市　陳其邁
銀獎　日本神戶市　久元喜造
交通獎　臺灣臺南市　下午3時
"""
RANKS = """得獎名單
金獎：日本吳市「牡蠣殼磚」
銀獎：葡萄牙波多市「退潮日曆」
銅獎：加拿大維多利亞「Shoreline Keepers」
"""
PROGRAMMES = """各市旗艦計畫一覽
| 城市 | 計畫名稱 | 狀態 | 經費（萬元） |
|---|---|---|---|
| 宜蘭縣 | 溪北共學巴士 | 執行中 | 1,200 |
| 屏東縣 | 大武山守望網 | 規劃中 | 800 |
| 神戶市 | 坂道電動椅 | 已完成 | 2,400 |
"""
LABELS = """【城市】塔林
【計畫】Roheline Õu
【內容】社區共用後院，已有62處。
【狀態】進行中

【城市】光州
【計畫】골목 텃밭
【內容】巷弄菜園，每年春天開放登記。
【狀態】規劃中
"""
NOTES = """嘉義市姊妹市清冊
| 編號 | 對象 | 國別 | 簽約日 | 附註 |
|---|---|---|---|---|
| 1 | 馬丁市 | 斯洛伐克 | 107/5/18 | 合辦「木偶學堂」 |
| 2 | 浦項市 | 韓國 | 101/11/2 | 近四年無往來 |
說明：
1. 各案每季更新。
2. 「管樂護照」集章活動已發出2,200本。
"""
PROMISES = """| 城市 | 重點 | 承諾 |
|---|---|---|
| 馬賽 | 去年推出「舊港慢行」，車禍減少兩成。 | 2027年前換電動車。 |
| 大阪 | 「水都夜航」每晚開四班。 | 明年推出「橋下圖書館」。 |
"""


def told(resources: Resources, text: str) -> dict[str, str]:
    """Return name, owner and status of what a text names."""
    tables = run(resources, "a.txt", text)
    cities = {city.city_id: city.name_en for city in tables[City]}
    states = {row.initiative_id: row.status for row in tables[InitiativeMention]}
    return {
        row.name: f"{cities.get(row.city_id, '-')} {states[row.initiative_id]}"
        for row in tables[Initiative]
        if row.is_named
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BLOCKS,
            {
                "食事到府獎": "- done",
                "黃昏廚房": "Sendai ongoing",
                "銀髮好鄰獎": "- done",
                "Camina Segura": "Quito ongoing",
                "安心住宅獎": "- done",
                "안심 손잡이": "Busan ongoing",
            },
            id="heads that are awards, and what won them",
        ),
        pytest.param(
            LINES,
            {
                "夜間安全獎": "- done",
                "提燈巷": "Chiang Mai ongoing",
                "社區共煮獎": "- done",
                "골목 부엌": "Jeonju ongoing",
                "港灣再生獎": "- done",
                "Muelle Vivo": "Gijón ongoing",
            },
            id="an award, a city and what it won with in a line",
        ),
        pytest.param(
            GAPS,
            {"Sông Hàn Sạch": "Da Nang ongoing", "輕軌接校車": "Cuenca ongoing"},
            id="the same with blanks between",
        ),
        pytest.param(WINNERS, {}, id="people and hours win nothing"),
        pytest.param(
            RANKS,
            {
                "牡蠣殼磚": "Kure ongoing",
                "退潮日曆": "Porto ongoing",
                "Shoreline Keepers": "Victoria ongoing",
            },
            id="a rank is no award",
        ),
        pytest.param(
            PROGRAMMES,
            {
                "溪北共學巴士": "Yilan ongoing",
                "大武山守望網": "Pingtung planned",
                "坂道電動椅": "Kobe done",
            },
            id="a row without content is of its city",
        ),
        pytest.param(
            LABELS,
            {"Roheline Õu": "Tallinn ongoing", "골목 텃밭": "Gwangju planned"},
            id="a label whose values are names",
        ),
        pytest.param(
            NOTES,
            {"木偶學堂": "- ongoing", "管樂護照": "Chiayi ongoing"},
            id="notes below a register are of the city whose it is",
        ),
        pytest.param(
            PROMISES,
            {
                "舊港慢行": "Marseille ongoing",
                "水都夜航": "Osaka ongoing",
                "橋下圖書館": "Osaka planned",
            },
            id="a promise in the next cell is of something else",
        ),
    ],
)
def test_what_tables_and_lists_of_winners_name(
    text: str, expected: dict[str, str], resources: Resources
) -> None:
    assert told(resources, text) == expected


def test_a_service_that_ended_on_a_day_is_over(resources: Resources) -> None:
    text = "桃園市政府說明：「老街溪導覽員」服務已於6月底結束；「夜歸專線」持續營運。"
    assert told(resources, text) == {
        "老街溪導覽員": "Taoyuan done",
        "夜歸專線": "Taoyuan ongoing",
    }


def test_a_deed_with_another_city_is_no_name(resources: Resources) -> None:
    text = """高雄市政府青年局 業務簡報
- 「港口夜校」已開42班
- 「貨櫃創業村」進駐31家
- 與韓國釜山締結姊妹市滿60年
"""
    assert set(told(resources, text)) == {"港口夜校", "貨櫃創業村"}

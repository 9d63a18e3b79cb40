"""Names that head the entries of a list, each on a line of its own."""

from __future__ import annotations

import pytest

from pipeline.contract import Initiative
from pipeline.resources import Resources
from tests.initiatives.whole import run

HEADED = """臺中市政府年度成果
貳、年度亮點
1. 路平雷達
利用車載鏡頭辨識坑洞，通報3,214處。
2. 阿嬤的雲端藥盒
發放藥盒1,800個。
3. 「停好車」計畫
整合停車場430處。
4. 河川聽診器
布設感測器36組。
"""
STATED = """基隆市推動會報紀錄
參、列管案件
(一) 山坡守望網（進行中）
已架設傾斜儀22處。
(二) 港區無人接駁車（規劃中）
預計8月招標。
(三) 「老街數位導覽」（進行中）
新增英日語音。
"""
OWNED = """附件　各局處亮點專案
◆ 社會局：「關懷不打烊」專線
◆ 工務局：人孔蓋會說話
◆ 文化局：騎樓小舞台
"""
LATIN = """溫哥華市簡報
該市三項計畫：
（1）Rain City Strategy
吸納九成降雨。
（2）Greenest City Fund
補助提案600件。
（3）Empty Homes Desk
稽查空屋2,100戶。
"""
QUOTED = """澎湖縣施政報告
肆、推動中的計畫
（1）離島藥包快遞
往返七美32架次。
（2）菊島無紙船票
掃碼登船占比61%。
（3）「潮間帶守護員」
招募志工120人。
"""
TAILED = """南投縣年終檢討
三、重點計畫成效
1. 茶鄉好行Prime
整合公車與單車，準點率由76%升至88%。
2. 老屋新生地圖
登錄老屋80棟，開放導覽120場。
3. 山村送餐小隊
送餐31,200份，服務獨居長者640人。
"""
TASKS = """苗栗縣說明會
二、計畫執行項目
1. 土壤感測器布建
完成120組。
2. 「苗農通」資訊平台
會員4,200人。
3. 產銷履歷導入
輔導農戶85戶。
"""
OUTLINE = """雲林縣計畫資料
一、計畫內容
1. 「田間氣象哨」
設置120站。
2. 經費需求
計3,000萬元。
3. 風險管理
備援電力。
4. 循環經濟
收購稻稈。
"""
PLACES = """參訪紀錄
一、計畫行程
1. 西門町徒步區
感受人潮。
2. 首爾
介紹「數位市長室」。
3. 「智慧圖書館」
體驗借書。
4. 國立臺灣大學
用餐。
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEADED, ["停好車", "河川聽診器", "路平雷達", "阿嬤的雲端藥盒"]),
        (STATED, ["山坡守望網", "港區無人接駁車", "老街數位導覽"]),
        (OWNED, ["人孔蓋會說話", "關懷不打烊", "騎樓小舞台"]),
        (LATIN, ["Empty Homes Desk", "Greenest City Fund", "Rain City Strategy"]),
        (QUOTED, ["潮間帶守護員", "菊島無紙船票", "離島藥包快遞"]),
        (TAILED, ["山村送餐小隊", "老屋新生地圖", "茶鄉好行Prime"]),
        (TASKS, ["苗農通"]),
        (OUTLINE, ["田間氣象哨"]),
        (PLACES, ["數位市長室", "智慧圖書館"]),
    ],
    ids=["heading", "states", "owners", "Latin", "quoted", "tail", "tasks", "outline", "places"],
)
def test_heads_of_entries_are_names_where_their_list_is_one_of_names(
    resources: Resources, text: str, expected: list[str]
) -> None:
    rows = run(resources, "a.txt", text)[Initiative]
    assert sorted(row.name for row in rows if row.is_named) == expected


def test_an_office_that_begins_with_a_verb_is_no_measure(resources: Resources) -> None:
    text = "桃園市政府會議紀錄\n出席：智慧城市發展委員會執行秘書　顏子傑、交通局副局長　熊啟中\n"
    assert [*run(resources, "minutes.txt", text)[Initiative]] == []

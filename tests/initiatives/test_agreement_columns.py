"""Tables and lists of ties whose words nobody chose for us: what fills a column tells its role."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

UNKNOWN_HEADERS = """高雄市友誼城市登記簿

號｜友方｜所屬國｜層級｜結緣時間｜近況與共辦事項
1｜西雅圖市｜美國｜姊妹市｜80.12.16｜互訪停辦，多年沒有信件，列為沉睡
2｜漢堡市｜德國｜合作備忘錄｜107.09.20｜112年期滿，未辦展延
3｜大阪市｜日本｜友好交流協議｜預定114年6月｜文本已定
"""
DAY_HEADED_BY_A_TIE = """高雄市友城一覽表

|友城|結盟日期|備註|
|---|---|---|
|日本 熊本市|2017/01/11|漁業交流|
|韓國 釜山廣域市|預計2026/5|意向書已換|
"""
NAMED_IN_EVERY_LINE = """會議結論追蹤
■ 釜山（與高雄）：港區無人機備忘錄——10/3 簽畢
■ 大阪（與高雄）：循環經濟備忘錄——屆期未續
■ 漢堡（與高雄）：友好城市——洽談中
"""
TOLD_BEHIND_EACH = """高雄市對外關係簡表
・備忘錄：漢堡（2017年簽，2022年到期未展）、大阪（2024年）
"""
COMING = """高雄市國際事務交接清冊（111年12月25日）
一　有效備忘錄
（一）漢堡市　港務備忘錄　115年4月到期
二　待辦
（一）大阪市　植物園備忘錄
2025（暫定）　釜山市：姊妹市
"""
TOLD_IN_THE_NEXT_CELL = """項次|列管事項|主辦單位|辦理情形|列管狀態
1|高雄市與漢堡市簽署新創合作備忘錄|經發局|因戰事延期，改於6月線上簽署|續管
2|高雄市與大阪市簽署觀光備忘錄|行國處|已於11月22日完成簽署|解除列管
決議3：高雄市與釜山市締結友好城市。　辦理情形：釜山婉拒，撤案。
"""
UNKNOWN_PLACES = """高雄市參與論壇之合作文件一覽
1. 高雄市 × 虛構市　友好都市協定　12月簽
2. 高雄市 × 漢堡市　備忘錄　是否仍有效：否
3. 德國：甲乙丙（姊妹市，洽談）
"""
OF_ALL = "論壇成果一覽\n1. 高雄市 × 漢堡市、大阪市　港口三方備忘錄　已簽\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TOLD_IN_THE_NEXT_CELL,
            {
                ("mou", "planned", "Hamburg"),
                ("mou", "signed", "Osaka"),
                ("sister_city", "denied", "Busan"),
            },
            id="what is told of an item behind it",
        ),
        pytest.param(UNKNOWN_PLACES, {("mou", "expired", "Hamburg")}, id="unknown places"),
        pytest.param(
            UNKNOWN_HEADERS,
            {
                ("sister_city", "in_force", "Seattle"),
                ("mou", "expired", "Hamburg"),
                ("other", "planned", "Osaka"),
            },
            id="headers nobody knows",
        ),
        pytest.param(
            DAY_HEADED_BY_A_TIE,
            {("sister_city", "in_force", "Kumamoto"), ("sister_city", "planned", "Busan")},
            id="day of a tie",
        ),
        pytest.param(
            NAMED_IN_EVERY_LINE,
            {
                ("mou", "in_force", "Busan"),
                ("mou", "expired", "Osaka"),
                ("sister_city", "planned", "Hamburg"),
            },
            id="home in every line",
        ),
        pytest.param(
            TOLD_BEHIND_EACH,
            {("mou", "expired", "Hamburg"), ("mou", "in_force", "Osaka")},
            id="standing behind each partner",
        ),
        pytest.param(
            COMING,
            {
                ("mou", "in_force", "Hamburg"),
                ("mou", "planned", "Osaka"),
                ("sister_city", "planned", "Busan"),
            },
            id="what is to come",
        ),
    ],
)
def test_ties(resources: Resources, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = told(run(resources, "a.txt", text))
    assert found == {
        (kind, status, frozenset(("Kaohsiung", city))) for kind, status, city in expected
    }


def test_a_paper_of_three(resources: Resources) -> None:
    found = told(run(resources, "a.txt", OF_ALL))
    assert found == {("mou", "in_force", frozenset(("Kaohsiung", "Hamburg", "Osaka")))}


@pytest.mark.parametrize(
    "text",
    [
        "高雄市與釜山市簽署虛擬實境合作備忘錄。",
        "高雄市與釜山市簽署環境影響評估備忘錄。",
        "高雄市與釜山市簽署烏龍茶產業備忘錄。",
        "高雄市的備忘錄主要與釜山市簽署，內容是觀光。",
        "高雄市與釜山市的備忘錄簽訂於2019年。",
        "高雄市近年陸續簽署多份備忘錄，對象是釜山市。",
        "高雄市與釜山市的備忘錄持續辦理中，今年互派教師十名。",
        "高雄市與釜山市簽署備忘錄，若干細節另以附件補充。",
        "高雄市與釜山市簽署備忘錄，取消紙本作業、改用線上填報。",
        "高雄市與釜山市簽署備忘錄，解除雙方資料介接的障礙。",
    ],
)
def test_words_that_hold_a_cue_by_accident(resources: Resources, text: str) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}\n"))
    assert found == {("mou", "signed", frozenset(("Kaohsiung", "Busan")))}


NOTES_OF_THE_HOST = """2023港市論壇發言彙整（112年5月8日，高雄）
序\t城市\t代表\t談話摘要\t本府備註
1\t日本大阪市\t高橋裕\t電動垃圾車已有四十輛，很安靜。\t擬於113年2月簽署備忘錄，草案送法制局。
2\t德國漢堡市\t局長 Anna Lind\t漢堡港的水閘可以提前三小時關閉。\t環保局索取簡報。
3\t韓國釜山市\t大使 崔政勳\t釜山海岸設了八十支求救柱，溺水少了六成。\t已與輝達簽過備忘錄，不另辦理。
"""
AHEAD_IN_A_COLUMN_OF_ANY_NAME = """# 外賓訪問高雄後續情形

| 項次 | 訪賓城市 | 領隊 | 參觀地點 | 跟進事項 |
|---|---|---|---|---|
| 1 | 日本大阪市 | 副市長 高橋裕 | 水情中心，停留兩小時。 | 預計113年6月簽訂備忘錄 |
| 2 | 德國漢堡市 | 局長 Anna Lind | 公車調度中心，停留三小時。 | 寄送光碟 |
"""
ROWS_THAT_WERE_COLUMNS = """港市會議（2019年，高雄），各城市立場對照

項目\t大阪（日本）\t漢堡（德國）\t高雄
代表\t副市長 高橋裕\t局長 Anna Lind\t市長 陳其邁
發言\t大阪有四十輛電動垃圾車，噪音少了一半。\t漢堡港的水閘可以提前三小時關閉。\t高雄開放三百處停車場的資訊。
與高雄關係\t友好城市，1982年起\t今年5月簽署合作備忘錄\t—
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("a.tsv", NOTES_OF_THE_HOST, {("mou", "planned", "Osaka")}, id="notes"),
        pytest.param(
            "a.md", AHEAD_IN_A_COLUMN_OF_ANY_NAME, {("mou", "planned", "Osaka")}, id="ahead"
        ),
        pytest.param(
            "a.tsv",
            ROWS_THAT_WERE_COLUMNS,
            {("sister_city", "in_force", "Osaka"), ("mou", "in_force", "Hamburg")},
            id="columns for cities",
        ),
    ],
)
def test_the_row_names_the_parties(
    resources: Resources, name: str, text: str, expected: set[tuple[str, str, str]]
) -> None:
    found = told(run(resources, name, text))
    assert found == {
        (kind, status, frozenset(("Kaohsiung", city))) for kind, status, city in expected
    }


DONE_UNDER_THEM = """臺中市政府姊妹市一覽表

| 城市 | 締結日期 | 辦理情形 |
|---|---|---|
| 大阪市 | 1982/5/1 | 規劃明年互訪 |
| 奧克蘭市 | 1996/3/1 | 洽談中之合作案2件 |
| 首爾市 | 2010/3/1 | 本年交流活動取消 |
| 釜山市 | 2011/3/1 | 尚未簽訂細部計畫 |
| 維也納市 | 2012/3/1 | 已終止 |
| 布拉格市 |  | 尚未簽署 |
| 京都市 |  | 擬於明年簽署 |
| 福岡市 |  | 規劃明年互訪 |
"""


def test_what_is_done_under_a_tie_is_no_standing(resources: Resources) -> None:
    found = {(s, *(w - {"Taichung"})) for _, s, w in told(run(resources, "a.md", DONE_UNDER_THEM))}
    lasting = {"Osaka", "Auckland", "Seoul", "Busan", "Fukuoka"}
    assert found == {
        *(("in_force", city) for city in lasting),
        ("expired", "Vienna"),
        ("planned", "Prague"),
        ("planned", "Kyoto"),
    }

"""Names that only their place in a list, a count or a number behind them tells, read as a whole."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Initiative
from pipeline.resources import Resources
from tests.initiatives.whole import run

FACTS = """連江縣政府事實清單
一、馬祖e指通：縣民可線上申辦87項業務。
二、藍眼淚預報：以海溫及風向預測，準確率七成八。
三、智慧航班候補系統：結合軍包機訊息。
四、辦理成效：全年服務三萬人。
五、跳島e票：整合四島船票。
"""
LED = """新竹縣竹北市公所
市公所推出「市民e櫃檯」，線上申請津貼。
智慧竹北系列措施懶人包
1. 市民e櫃檯──線上申請津貼、路燈報修
2. 垃圾車即時通──結合定位，誤差1分鐘
3. 經費來源──中央補助六成
"""
FIELDS = """臺東縣政府新聞稿
四大重點計畫：
1. 農村道路：鋪設九公里。
2. 偏鄉醫療：增聘醫師。
3. 海岸防護：加高堤防。
"""
SECTIONS = """連江縣政府施政報告
一、馬祖e指通：縣民可線上申辦87項業務。
二、環保工作：清除海漂垃圾。
三、社區參與情形：辦了三場。
"""


def names(resources: Resources, text: str) -> list[str]:
    rows = run(resources, "a.txt", text)[Initiative]
    return sorted(row.name for row in rows if row.is_named)


def test_a_label_is_a_name_where_other_labels_of_its_list_are(resources: Resources) -> None:
    assert names(resources, FACTS) == ["智慧航班候補系統", "藍眼淚預報", "跳島e票", "馬祖e指通"]


def test_labels_beside_one_name_are_only_labels(resources: Resources) -> None:
    assert names(resources, SECTIONS) == ["馬祖e指通"]


def test_labels_below_measures_are_names_if_one_is_known(resources: Resources) -> None:
    assert names(resources, LED) == ["垃圾車即時通", "市民e櫃檯"]


def test_fields_below_a_line_that_announces_measures_are_no_names(resources: Resources) -> None:
    assert names(resources, FIELDS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新北市長公布三箭：第一箭「居家安心箱」，送到4,200位長者家中。", ["居家安心箱"]),
        ("第二招「屋頂種菜」，每戶補助兩千元。", ["屋頂種菜"]),
        ("「空品一把抓」瀏覽數每月9.4萬次。", ["空品一把抓"]),
        ("這是「城市森林策略2012-2032」的一部分。", ["城市森林策略2012-2032"]),
        ("桃園市城市大腦3.0日前上線，另有一條3.0公里的步道。", ["桃園市城市大腦3.0"]),
        ("市議會通過零廢棄2.0路線圖，每人垃圾減半。", ["零廢棄2.0路線圖"]),
        ("城市服務程式San José 311新增越南文。", ["San José 311"]),
        ("市府推出STM卡，也推行GIRA公共自行車。", ["GIRA", "STM卡"]),
        ("櫃檯收Amex卡，也可以使用Visa卡與UnionPay卡。", []),
        ("新線採用Bombardier列車，支線採用VinFast電動巴士。", []),
        ("World Food Security Programme的報告說，糧價上漲。", []),
        (
            "最新的叫「數位孿生Connected Twins」，是「Go! Manila」應用程式的一環。",
            ["Go! Manila", "數位孿生Connected Twins"],
        ),
        ("該市的虛擬公務員Antonia替市民線上收件。", ["Antonia"]),
        (
            "最失敗的是「桃園智慧販賣機」，做了一年。依《透明法》公開，標題寫「桃園與釜山結盟」。",
            ["桃園智慧販賣機"],
        ),
        ("推出數字繳費平台NairobiPay，刷「Tap2Eat」付款。", ["NairobiPay", "Tap2Eat"]),
        (
            "桃園引進Penang Traffic Information System（PTIS），用戶很多。",
            ["Penang Traffic Information System"],
        ),
        ("反對者擔心計畫太貴，市民把健康管理做成App。", []),
    ],
)
def test_what_stands_around_a_name(resources: Resources, text: str, expected: list[str]) -> None:
    assert names(resources, f"桃園市政府新聞稿\n\n{text}\n") == expected


def test_a_mention_without_a_sign_leaves_the_status_to_others(resources: Resources) -> None:
    text = "共推「中嘉智慧廊帶」\n\n兩縣市將攜手推動「中嘉智慧廊帶」，包括無人機物流。\n"
    [row] = [row for row in run(resources, "a.txt", text)[Initiative] if row.is_named]
    assert row.status == "planned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("「行程通」行程規劃程式上線一年。", "ongoing"),
        ("「桃園雲端」計畫沒有人維護，兩年就關了。", "done"),
        ("「路網藍圖2025」將在年底檢討。", "ongoing"),
        ("「互聯出行」行動計畫下的首輛巴士將於明年啟用。", "ongoing"),
    ],
)
def test_status(resources: Resources, text: str, status: str) -> None:
    rows = run(resources, "a.txt", f"桃園市政府新聞稿\n\n桃園市推動{text}\n")[Initiative]
    assert [row.status for row in rows if row.is_named] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("得獎：嘉義縣「路平守護網」系統、桃園市「雲端戰情室」系統。", {"Chiayi", "Taoyuan"}),
        ("高雄市政府已向交通部提報「南高屏定期票計畫」。", {"Kaohsiung"}),
        ("旁邊是鹿特丹為因應暴雨打造的「水廣場」，可蓄水170萬公升。", {"Rotterdam"}),
        ("布宜諾斯艾利斯的聊天機器人Boti整合300項服務。", {"Buenos Aires"}),
        (
            "達拉斯市長說，要教長者上網。鄰近的沃斯堡市也將跟進，推出「數位鄰居」方案。",
            {"Fort Worth"},
        ),
        ("橫濱市與神戶市在會議上宣布，將於秋天共同試行「無現金遊船」。", {""}),
        ("宜蘭市長說，環境部補助的「清運車輛汰換計畫」很好。", {""}),
        ("我代表維也納市來這裡。我先講WienBot，一個聊天機器人。", {"Vienna"}),
        ("臺北市長會見東京都知事。雙方同意就「青年創業交換計畫」進行研議。", {""}),
        ("新加坡政府推出「鄰里孿生」計畫。", {""}),
    ],
)
def test_owner(resources: Resources, text: str, expected: set[str]) -> None:
    tables = run(resources, "a.txt", f"智慧城市展新聞稿\n\n{text}\n")
    cities = {city.city_id: city.name_en for city in tables[City]}
    owners = {cities.get(i.city_id or "", "") for i in tables[Initiative] if i.is_named}
    assert {owner.removesuffix(" County") for owner in owners} == expected


def test_items_below_such_a_title_begin_with_their_names(resources: Resources) -> None:
    lines = (
        "一、綠廊計畫　河岸種樹三千棵。\n二、Casa Mútua　閒置舊宅由市府承租。\n"
        "三、智慧交通　增設站牌。\n四、AI　導入客服。\n"
    )
    assert names(resources, f"智慧城市亮點\n{lines}") == ["Casa Mútua", "綠廊計畫"]
    assert names(resources, "主要措施\n1. 換裝計畫　完成百處\n2. 夜貓平台　完成十處\n") == [
        "夜貓平台",
        "換裝計畫",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "各市案例\n1. San Francisco　舊金山市推動開放資料\n2. Los Angeles　洛杉磯推動電動車\n",
        "主要措施\n1. 增設站牌系統　完成百處\n2. 改善排水系統　完成十處\n",
        "計畫\n一、前期計畫　完成規劃設計\n二、後續計畫　辦理發包作業\n",
        "工作項目\n1. 增設站牌系統　完成百處\n2. 夜間巡守系統　完成十處\n",
    ],
)
def test_cities_deeds_and_stages_at_the_heads_of_items_are_no_names(
    resources: Resources, text: str
) -> None:
    assert names(resources, text) == []


@pytest.mark.parametrize("title", ["表二　各市代表性措施", "各市亮點計畫一覽"])
def test_names_beside_cities_below_a_title_that_says_what_they_are(
    title: str, resources: Resources
) -> None:
    lines = (
        "仙台市　　杜之都森林帳　　樹籍資料 22 萬筆\n"
        "浦項市　　Steel Garden　　舊鐵軌綠廊 9.3 公里\n"
        "清邁市　　空污早知道　　　測站 210 座\n"
        "安特衛普　（無）　　　　　港務公司自辦\n"
    )
    assert names(resources, f"{title}\n{lines}") == ["Steel Garden", "杜之都森林帳", "空污早知道"]
    assert "空污早知道" not in names(resources, f"各市代表\n{lines}")


@pytest.mark.parametrize(
    "cells", ["尚未開始 規劃中 已完成", "一月十日 二月三日 三月五日", "市民大道 中正路口 火車站前"]
)
def test_columns_of_days_places_and_states_give_no_names(cells: str, resources: Resources) -> None:
    cities = ["臺北市", "高雄市", "臺南市"]
    pairs = zip(cities, cells.split(), strict=True)
    rows = "\n".join(f"{city}　　{cell}　　免費" for city, cell in pairs)
    assert names(resources, f"各市推動計畫\n{rows}\n") == []


@pytest.mark.parametrize("mark", ["——", "："])
def test_latin_names_that_head_the_items_of_a_list(mark: str, resources: Resources) -> None:
    items = ("鄰里剷雪媒合，志工1,450人", "廚餘進每一戶")
    head = f"看家本領：\n● Snow Buddies{mark}{items[0]}\n● Bridgecompost{mark}{items[1]}\n"
    assert names(resources, head) == ["Bridgecompost", "Snow Buddies"]
    others = f"參與者：\n● Jan de Vries{mark}謝謝。\n● Rotterdam Port Authority{mark}分享。\n"
    assert names(resources, others) == []
    talks = f"議程\n● Coffee Break{mark}十分鐘\n● Key Findings{mark}三成\n● Palo Alto{mark}加州\n"
    talks += f"● Open Data{mark}開放資料集，一共有1,386個\n"
    assert names(resources, talks) == []

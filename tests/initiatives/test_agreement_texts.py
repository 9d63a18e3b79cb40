"""Documents that are agreements: who makes them is told by 甲方 and 乙方 or by the first lines."""

from __future__ import annotations

import pytest

from pipeline.contract import Agreement
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
PROMISED = """河岸城市合作宣言
我們，曼谷、金邊與永珍的市長，一致承諾如下：
一、共享水位資料。
"""
A_HEADLINE = """大阪、首爾共同宣言發表
主持人介紹臺北市與釜山市的交通。第一條路線明年通車，兩市達成共識，持續交流。
"""
NO_PARTIES = """座談會重點：合作備忘錄
臺北市長說，第一條路線明年通車，釜山市同意參考。
"""
OF_SERVICES = """垃圾處理委託協議書
臺北市政府（以下簡稱甲方）
基隆市政府（以下簡稱乙方）
第一條 甲方受乙方委託處理垃圾。
"""
COMING_FROM = """海洋城市共同宣言
我們來自釜山、高雄與橫濱的市長，在此共同宣布如下：
"""
NO_PACTS = (
    "研商合作備忘錄\n各方意見：臺北市與新北市皆同意再議。",
    "聯合聲明\n臺北市、新北市、桃園市昨日反對中央片面決定，雙方沒有共識。",
    "社區生活公約\n一、本社區住戶來自臺北市、新北市，一致同意遵守下列約定。",
    "巴黎協定\n各方同意減碳。臺北市、紐約市承諾響應。",
    "捷運合作契約\n臺北市與新北市、桃園市研商：各方同意分攤經費。",
    "採購合約\n甲方：高雄市政府\n乙方：台灣世曦公司\n本契約雙方同意如下。",
)


@pytest.mark.parametrize("text", NO_PACTS)
def test_no_pacts(resources: Resources, text: str) -> None:
    assert told(run(resources, "text.txt", text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OF_SERVICES, {"other Keelung Taipei"}),
        (COMING_FROM, {"declaration Busan Kaohsiung Yokohama"}),
        (WITH_SIDES, {"mou Kaohsiung Phnom Penh", "sister_city Kaohsiung Phnom Penh"}),
        (OF_FOUR, {"mou Lyon Nagoya Taichung"}),
        (DECLARED, {"declaration Cape Town Copenhagen Melbourne Taipei"}),
        (A_TIE, {"sister_city Suzhou Venice"}),
        (PROMISED, {"declaration Bangkok Phnom Penh Vientiane"}),
        (A_HEADLINE, set()),
        (NO_PARTIES, set()),
    ],
)
def test_texts(resources: Resources, text: str, expected: set[str]) -> None:
    found = told(run(resources, "text.txt", text))
    assert {
        f"{k} {' '.join(sorted(map(str, w)))}" for k, s, w in found if s != "denied"
    } == expected


OF_ITS_OWN = """城市外交通訊（台東市公所）
這次來訪的有日本福山市長枝廣直幹（該市2024年9月與本市結為友好城市），還有韓國江陵市長（本市姊妹市，2003年締結）。
"""
BODIES_SIGN = """【臺南訊】臺南市長與仙台市長昨日共同見證兩市商工會議所簽署觀光合作備忘錄。
臺南市與日本大津市商談兩市的觀光合作備忘錄，預計明年簽署。
"""
TWO_PAPERS = """臺中市新聞稿
臺中市長與里昂市長昨日會面，雙方簽署防災合作備忘錄與文化交流協議。
"""
BOUGHT = """臺中市新聞稿
臺中市政府與國泰銀行簽署聯貸合約，捷運局和西門子簽訂電聯車維修合約。
"""
OF_CITIES = """高雄市新聞稿
高雄市與日本川崎市簽署環境投資協議，臺中市與赫爾辛基市簽署循環採購協議。
"""
OF_NO_DISTRICT = """臺北市政府新聞稿。臺北市長表示，臺北市將深化城市外交。

新北市新店區與日本秩父市簽署友好交流協定。
新北市工業區與日本川崎市簽署合作備忘錄。
"""
BODIES_LOOK_ON = """高雄市新聞稿
高雄市與熊本市由兩市企業界見證簽署合作備忘錄。
高雄市與釜山市簽署宣言，約定兩市學校互訪並另簽協議。
"""
BODIES_ALONE = """臺北市新聞稿
兩市商會簽署合作備忘錄，臺北市長與福岡市長到場見證。
"""
ISSUED_BY = """港口城市論壇議程
1000-1030　《喬治市宣言》共同發表（檳島、棉蘭、可倫坡）
"""
OF_A_DISTRICT = """新北市新聞稿
臺南市與日本山形市簽下友誼市盟約。
日本三島市是新北市新店區的友好城市，也是臺東市的姊妹市。
"""
ACCIDENTAL = """臺中市論壇發言表
| 城市 | 發言 |
|---|---|
| 日本高松市 | 高松與臺中2013年簽過觀光交流協定，他自嘲機票比烏龍麵貴。 |
"""
REFUSED = """高雄市議會
議員問：「市府跟馬賽簽了智慧港口備忘錄嗎？」秘書長答：「沒有，只是交換意見。」
地方電台稱本市將與克萊佩達締結姊妹市，如何說明？
"""
ANSWERED_WITH_A_YEAR = """採訪記錄
記者：聽說釜山和高雄的姊妹市要改成夥伴城市？
朴市長：不會，1966年結的盟，改不得。
"""
UNKNOWN_BEHIND_ITS_LAND = """姊妹市一覽（新北市政府）
1. 日本：伊勢原
2. 韓國：大邱
"""
MORE_UNKNOWN_BEHIND_THEIR_LAND = """臺中市姊妹市
日本：伊勢原
韓國：大邱
美國：奧斯汀
"""
NO_OWNER = """姊妹市
日本：神戶
韓國：最多
美國：洛杉磯
"""
DELEGATIONS = """2017慢旅城市年會　代表團名冊
承辦：臺東市公所觀光課
【甲】日本 岩手縣遠野市　5名
　團長　市長 及川松島
　任務　姊妹市十五週年（2002年結盟）紀念植樹
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OF_ITS_OWN, {"sister_city Fukuyama Taitung", "sister_city Gangneung Taitung"}),
        (BODIES_SIGN, {"mou Tainan Ōtsu"}),
        (TWO_PAPERS, {"mou Lyon Taichung", "other Lyon Taichung"}),
        (BOUGHT, set()),
        (OF_CITIES, {"other Kaohsiung Kawasaki", "other Helsinki Taichung"}),
        (OF_NO_DISTRICT, {"mou Kawasaki New Taipei"}),
        (
            BODIES_LOOK_ON,
            {"mou Kaohsiung Kumamoto", "declaration Busan Kaohsiung", "other Busan Kaohsiung"},
        ),
        (BODIES_ALONE, set()),
        (ISSUED_BY, {"declaration Colombo Medan Penang Island"}),
        (OF_A_DISTRICT, {"sister_city Mishima Taitung", "sister_city Tainan Yamagata"}),
        (ACCIDENTAL, {"other Taichung Takamatsu"}),
        (REFUSED, set()),
        (ANSWERED_WITH_A_YEAR, {"sister_city Busan Kaohsiung"}),
        (UNKNOWN_BEHIND_ITS_LAND, {"sister_city Daegu New Taipei"}),
        (MORE_UNKNOWN_BEHIND_THEIR_LAND, {"sister_city Daegu Taichung"}),
        (NO_OWNER, set()),
        (DELEGATIONS, {"sister_city Taitung Tōno"}),
    ],
)
def test_sentences(resources: Resources, text: str, expected: set[str]) -> None:
    found = told(run(resources, "text.txt", text))
    real = {(k, w) for k, s, w in found if s not in ("denied", "imagined")}
    assert {f"{kind} {' '.join(sorted(map(str, who)))}" for kind, who in real} == expected


STARTED_BY_ONE = """港灣城市論壇紀要
《南方城市宣言》由臺南市發起，恆春、合艾與岘港響應，四市在閉幕式上聯合發表。
里斯本、聖保羅、澳門等葡語城市聯盟成員城市共同簽署《葡語城市數字合作宣言》。
"""
SINCE = """臺南市新聞稿
自1995年結為姊妹市以來，臺南與聖荷西往來從未間斷。跟普埃布拉的那紙協定，去年滿了。
"""


def test_joint_declarations_and_ties_told_first(resources: Resources) -> None:
    found = {(k, w) for k, _, w in told(run(resources, "a.txt", STARTED_BY_ONE))}
    assert found == {
        ("declaration", frozenset({"Tainan", "Hengchun", "Hat Yai", "Da Nang"})),
        ("declaration", frozenset({"Lisbon", "São Paulo", "Macau"})),
    }
    found = {(k, w) for k, _, w in told(run(resources, "a.txt", SINCE))}
    assert found == {
        ("sister_city", frozenset({"Tainan", "San Jose"})),
        ("other", frozenset({"Tainan", "Puebla"})),
    }


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("簽署合作備忘錄、呼應巴黎協定", {("mou", "signed")}),
        ("簽署交流備忘錄與支持氣候宣言", {("mou", "signed")}),
        ("簽署備忘錄及附件協議書", {("mou", "signed")}),
        ("簽署合作備忘錄及智慧城市意向書", {("mou", "signed"), ("other", "signed")}),
        ("締結姊妹市及簽署合作備忘錄", {("sister_city", "in_force"), ("mou", "signed")}),
        ("簽署友好城市及合作協議", {("sister_city", "in_force"), ("other", "signed")}),
    ],
)
def test_papers_joined(resources: Resources, signed: str, expected: set[tuple[str, str]]) -> None:
    found = told(run(resources, "a.txt", f"臺北市與布拉格市{signed}。\n"))
    assert {(kind, status) for kind, status, _ in found} == expected


@pytest.mark.parametrize(
    ("told_by", "status"),
    [
        ("廣播電台說，高雄市與熊本市已締結姊妹市", "in_force"),
        ("日本週刊稱，高雄市與熊本市2019年締結姊妹市", "in_force"),
        ("地方電台稱本市將與熊本市締結姊妹市", "imagined"),
        ("有雜誌寫本市要與熊本市締結姊妹市", "imagined"),
    ],
)
def test_what_media_report_and_what_they_foretell(
    resources: Resources, told_by: str, status: str
) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府新聞稿\n{told_by}。\n"))
    assert found == {("sister_city", status, frozenset(("Kaohsiung", "Kumamoto")))}


@pytest.mark.parametrize("said", ["的人口比較如下", "的會議時間如下"])
def test_what_is_listed_below_a_paper_is_not_agreed(said: str, resources: Resources) -> None:
    assert not told(run(resources, "a.txt", f"合作備忘錄\n臺北市與首爾市{said}。\n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "臺北市長表示，橫濱市來談，備忘錄原訂這次簽，法務還沒過，改到明年2月在橫濱市簽。",
            ("mou", "planned", {"Taipei", "Yokohama"}),
        ),
        (
            "臺北市政府新聞稿\n牆上的姊妹市證書，是1982年跟日本橫濱市結的。",
            ("sister_city", "in_force", {"Taipei", "Yokohama"}),
        ),
    ],
    ids=["where it will be signed", "the paper of a tie"],
)
def test_what_is_told_of_a_paper_behind_it(
    resources: Resources, text: str, expected: tuple[str, str, set[str]]
) -> None:
    ((kind, status, parties),) = told(run(resources, "text.txt", text))
    assert (kind, status, set(parties)) == expected


@pytest.mark.parametrize(
    ("paper", "topic"),
    [
        ("觀光與溫泉合作備忘錄", "觀光與溫泉"),
        ("「水車與水閘」文化備忘錄", "水車與水閘文化"),
        ("《關於網路安全的備忘錄》", "網路安全"),
    ],
)
def test_topics_are_whole_and_without_marks(resources: Resources, paper: str, topic: str) -> None:
    tables = run(resources, "text.txt", f"臺北市與日本橫濱市簽署{paper}。\n")
    assert [one.topic for one in tables[Agreement]] == [topic]

"""Lists of partners by parts of the world or by numbers, in a sentence or below a head."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

BY_AREAS = """高雄市政府說明
本市姊妹市計有美洲：西雅圖、波特蘭；亞洲：釜山、峴港（2019年）。
"""
WITH_HAVE = """杭州市外办通报
我市现有国际友好城市：亚洲有岐阜、福井；欧洲有德累斯顿、尼斯。
"""
NUMBERED = """臺中市政府說明
目前締結姊妹市者：（一）美國紐哈芬市（56年）；（二）加拿大溫尼伯市（71年）。
"""
BELOW_A_HEAD = """臺北市政府秘書處說明
本市締盟城市計有：
一、美國：洛杉磯、西雅圖；
二、亞洲：首爾、烏蘭巴托。
"""
OF_PAPERS = """高雄市政府新聞稿
高雄的合作備忘錄夥伴，東南亞有檳城、泗水；歐洲有馬賽。
"""
OWNED = """古晉市政廳簡報
臺南市現有姊妹市：歐洲：根特、克萊佩達；亞洲：釜山。
"""
NO_LIST = """高雄市政府新聞稿
本市姊妹市計有美洲：西雅圖市長今年來訪；亞洲：釜山市長明年來訪。
"""


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        (BY_AREAS, "Kaohsiung", {"Seattle", "Portland", "Busan", "Da Nang"}),
        (WITH_HAVE, "Hangzhou", {"Gifu", "Fukui", "Dresden", "Nice"}),
        (NUMBERED, "Taichung", {"New Haven", "Winnipeg"}),
        (BELOW_A_HEAD, "Taipei", {"Los Angeles", "Seattle", "Seoul", "Ulaanbaatar"}),
        (OF_PAPERS, "Kaohsiung", {"Penang", "Surabaya", "Marseille"}),
        (OWNED, "Tainan", {"Ghent", "Klaipėda", "Busan"}),
    ],
)
def test_enumerations(resources: Resources, text: str, home: str, expected: set[str]) -> None:
    found = {parties for _, _, parties in told(run(resources, "list.txt", text))}
    assert found == {frozenset({home, partner}) for partner in expected}


def test_what_is_told_of_guests_is_no_list(resources: Resources) -> None:
    rules = {parties for _, _, parties in told(run(resources, "list.txt", NO_LIST))}
    assert frozenset({"Kaohsiung", "Busan"}) not in rules


FIVE = "亞洲的首爾、東京，美洲的休士頓。"


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("尚未締結姊妹市的對象包括：", "denied"),
        ("非姊妹市：", "denied"),
        ("還沒有簽署備忘錄的夥伴：", "denied"),
        ("中斷往來的姊妹市：", "expired"),
        ("已終止的姊妹市：", "expired"),
        ("洽談中的合作協議對象：", "planned"),
        ("擬簽合作備忘錄的城市：", "planned"),
        ("本市從未中斷的姊妹市：", "in_force"),
        ("已簽合作備忘錄的城市：", "in_force"),
    ],
)
def test_the_words_before_a_list_tell_how_it_stands(
    resources: Resources, before: str, status: str
) -> None:
    text = f"高雄市政府新聞稿。高雄市長表示歡迎。\n{before}{FIVE}\n"
    found = {(s, parties) for _, s, parties in told(run(resources, "list.txt", text))}
    partners = ("Seoul", "Tokyo", "Houston")
    assert found == {(status, frozenset({"Kaohsiung", partner})) for partner in partners}


@pytest.mark.parametrize(
    "text", [f"姊妹市包括{FIVE}", "合作備忘錄共有：1.臺北市、2.東京、3.首爾。"]
)
def test_no_list_is_that_of_one_in_it(resources: Resources, text: str) -> None:
    assert told(run(resources, "list.txt", text)) == set()


@pytest.mark.parametrize(
    ("text", "owner", "partners"),
    [
        (
            "高雄市政府新聞稿\n熊本市簡介\n友好城市分別為：\n釜山市\n福井市\n",
            "Kumamoto",
            {"Busan", "Fukui"},
        ),
        (
            "高雄市政府新聞稿\n釜山市友好城市共有：\n福岡市\n上海市\n",
            "Busan",
            {"Fukuoka", "Shanghai"},
        ),
        (
            "高雄市出國報告\n\n壹、釜山市\n\n姊妹市：\n福岡市\n上海市\n",
            "Busan",
            {"Fukuoka", "Shanghai"},
        ),
        (
            "高雄市政府新聞稿\n大阪市長來訪\n姊妹市共有：\n首爾市\n福岡市\n",
            "Kaohsiung",
            {"Seoul", "Fukuoka"},
        ),
        (
            "高雄市政府新聞稿\n高雄市的姊妹市計有：\n首爾市\n福岡市\n",
            "Kaohsiung",
            {"Seoul", "Fukuoka"},
        ),
    ],
)
def test_a_head_tells_whose_list_it_is(
    resources: Resources, text: str, owner: str, partners: set[str]
) -> None:
    found = {parties for _, _, parties in told(run(resources, "list.txt", text))}
    assert found == {frozenset({owner, partner}) for partner in partners}


def test_a_head_of_ended_ties(resources: Resources) -> None:
    text = "臺中市政府新聞稿\n已終止之姊妹市共有：\n溫哥華市\n雪梨市\n"
    assert {s for _, s, _ in told(run(resources, "list.txt", text))} == {"expired"}


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("尚未締結的", "denied"),
        ("非", "denied"),
        ("往來中斷的", "expired"),
        ("往來未中斷的", "in_force"),
        ("無疑最重要的", "in_force"),
        ("疫後沒有往來的", "in_force"),
    ],
)
def test_words_before_a_list(before: str, status: str, resources: Resources) -> None:
    text = f"高雄市{before}姊妹市有亞洲大阪市、首爾市，歐洲布拉格市。\n"
    assert {row[1] for row in told(run(resources, "list.txt", text))} == {status}


def test_each_of_several_agrees_with_one(resources: Resources) -> None:
    text = "高雄市政府新聞稿\n釜山與橫濱先後與高雄締結姊妹市。\n"
    found = {parties for _, _, parties in told(run(resources, "news.txt", text))}
    assert found == {frozenset({"Kaohsiung", partner}) for partner in ("Busan", "Yokohama")}


@pytest.mark.parametrize("partner", ["波蘭羅茲（Łódź）", "波蘭羅茲 Łódź", "羅茲（波蘭）"])
def test_the_partner_of_a_sheet_may_have_a_second_spelling(
    resources: Resources, partner: str
) -> None:
    text = f"姊妹市資料卡\n我方城市：嘉義市\n對方城市：{partner}\n關係：姊妹市\n締結日期：2014年\n"
    found = {parties for _, _, parties in told(run(resources, "sheet.txt", text))}
    assert found == {frozenset({"Chiayi", "Łódź"})}

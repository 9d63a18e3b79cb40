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

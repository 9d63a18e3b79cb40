"""Quoted works, sessions and places are no initiatives; a plan shown or told of still is one."""

from __future__ import annotations

import pytest

from tests.growth import is_linear
from tests.initiatives.documents import names

OTHER = [
    # A work, before or behind its kind.
    "市府出版新書《山城慢行》，介紹老街。",
    "合唱團演唱「月光下的碼頭」歡迎來賓。",
    "「河岸生活」攝影展展出六十幅。",
    "他推薦「河流的記憶」一書。",
    # A session or a lecture.
    "分組討論二「高齡社會與交通」由副市長主持。",
    "講題「從倉庫到社區」。",
    "「海洋城市」論壇在基隆舉行。",
    "「智慧水務」國際研討會有兩百人參加。",
    # Where something takes place or stands.
    "開幕典禮在「港都會議中心」舉行。",
    "簽約儀式於「市政大樓」舉行。",
    "旅館在「南岸基地」對面。",
    "他們把這種做法叫做「換工」。",
]
PLANS = {
    "市府推出「海風電網」一站式服務。": "海風電網",
    "市府推動「海風電網」，並舉辦論壇。": "海風電網",
    "短片「海風行動」計畫今年上路。": "海風行動",
    "市府推動「海風共學計畫」特展。": "海風共學計畫",
    "在「海風伙伴計畫」舉辦期間，雙方交換學生。": "海風伙伴計畫",
    "市府推動「海風電網」旁的河岸更新。": "海風電網",
    "市府推動「海風學堂計畫」，附近居民受惠。": "海風學堂計畫",
    "市府推出「海風電網」附近站牌查詢。": "海風電網",
}


@pytest.mark.parametrize("text", OTHER)
def test_a_work_a_session_or_a_place_is_no_initiative(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("text", "name"), PLANS.items())
def test_a_plan_beside_such_words_is_one(text: str, name: str) -> None:
    assert names(text) == [name]


def test_many_quotations_take_time_that_grows_with_them_only() -> None:
    def read(size: int) -> None:
        names("把這種做法叫做「換工」" * (size // 10))

    assert is_linear(read, 2_000)

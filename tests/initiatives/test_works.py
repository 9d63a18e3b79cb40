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
    # What a conference is divided into.
    "論壇分成「韌性港口」、「數位孿生」與「綠色金融」三場次。",
    "研討會設「健康城市」和「安心社區」兩個分論壇。",
    # A body or a ship.
    "活動由「青年志願服務協會」主辦，吸引三千人。",
    "「新海研號」今年出海四十趟。",
    "市長推動「產業工會」合作，「鐵路工會」上路抗議，「智慧城市學會」啟用新會址。",
    # What is blamed on a body, and what is shunned.
    "網友痛批交通局「擾民」，局長致歉。",
    "團體抨擊市政府「假環保」，要求停工。",
    "我們不搞「一窩蜂」，只做該做的。",
    "城市治理要避免「各行其是」，才走得遠。",
    "議員痛批市府「黑箱作業」太誇張。",
    "市民怒批市政府「好大喜功」的作風。",
    "社區拒絕「酒駕」政策上路。",
    "市府推動「環境教育」子題與「綠能」子題。",
    # The first or best of a kind.
    "這是亞洲最早的碳中和計畫之一。",
    "這是國內第一個港區減碳計畫。",
]
PLANS = {
    # A programme that is counted in sessions, criticised by its name, or the best of all.
    "市府今年辦理「海風學堂」5場次巡迴說明。": "海風學堂",
    "議員質疑市府「公車進校園」成效。": "公車進校園",
    "議員批評市府「青年券」太少。": "青年券",
    "民眾指控環保局「資源循環園區」選址不當。": "資源循環園區",
    "市府推動第一個離島智慧電網計畫。": "離島智慧電網計畫",
    "市府推出最便利的市民卡計畫。": "市民卡計畫",
    # The city runs it, whatever it is called after.
    "市府推出行動圖書車「小藍號」，巡迴偏鄉。": "小藍號",
    "市府推動「一區一公會」。": "一區一公會",
    "市府推出「海風電網」一站式服務。": "海風電網",
    "市府推動「海風電網」，並舉辦論壇。": "海風電網",
    "短片「海風行動」計畫今年上路。": "海風行動",
    "市府推動「海風共學計畫」特展。": "海風共學計畫",
    "在「海風伙伴計畫」舉辦期間，雙方交換學生。": "海風伙伴計畫",
    "市府推動「海風電網」旁的河岸更新。": "海風電網",
    "市府推動「海風學堂計畫」，附近居民受惠。": "海風學堂計畫",
    "市府推出「海風電網」附近站牌查詢。": "海風電網",
    "議員質疑市府推動的「海風共學計畫」進度落後。": "海風共學計畫",
    "「海風守望」、「海風電網」兩個計畫同步上路。": "海風守望 海風電網",
    "市府推出「海風牧場二號」，養殖面積兩公頃。": "海風牧場二號",
    "市府推出「海風燈號」，提醒居民省水。": "海風燈號",
    "內政部核定老街騎樓共好計畫，補助三億元。": "老街騎樓共好計畫",
}


@pytest.mark.parametrize("text", OTHER)
def test_a_work_a_session_or_a_place_is_no_initiative(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("text", "name"), PLANS.items())
def test_a_plan_beside_such_words_is_one(text: str, name: str) -> None:
    assert names(text) == name.split()


def test_many_quotations_take_time_that_grows_with_them_only() -> None:
    def read(size: int) -> None:
        names("把這種做法叫做「換工」" * (size // 10))

    assert is_linear(read, 2_000)

"""Names of one document that are one initiative's, and names that look alike and are two."""

from __future__ import annotations

import pytest

from pipeline.contract import Initiative
from pipeline.resources import Resources
from tests.initiatives.whole import run

HEAD = "高雄市政府新聞稿\n\n高雄市長陳其邁主持論壇，釜山市與里昂市都派人出席。\n\n"
ONE = [
    "高雄市推動「海洋城市氣候行動計畫」（以下簡稱「氣候行動計畫」），氣候行動計畫兩年檢討一次。",
    "高雄市推動高雄智慧農業雲平台（以下簡稱農業雲），農業雲目前有三千位農民使用。",
    "市府啟用「港邊好行一卡通」，簡稱「港好卡」，持港好卡搭船半價。",
    "高雄市推出「夜貓公車」（Night Owl Bus），Night Owl Bus去年載客十萬人。",
    "高雄市推動「左營青銀共居計畫」，已媒合42戶；青銀共居計畫明年加碼。",
    "高雄市推出「漁港小管家」平台。「漁港小管家平台」已介接29個機關。",
    "高雄市推出「高雄老屋欣力補助」，老屋欣力補助至今整修206棟。",
    "市府開辦「旗津好渡」App，民眾可在旗津好渡查詢船班，「旗津好渡APP」下載逾十萬次。",
]
TWO = [
    "高雄市推動「左營青銀共居計畫」與「鼓山青銀共居計畫」，各媒合20戶。",
    "高雄市推出「港邊夜讀」（「巷口夜讀」也同時開辦）。",
    "高雄市推動「海洋廢棄物減量計畫」，釜山市的「臨港海洋廢棄物減量計畫」已辦三年。",
    "高雄市推動「左營青銀共居計畫」，釜山市的「青銀共居計畫」已辦三年。",
    "高雄市推出「生態港1.0」，又推出「生態港2.0」。",
]


@pytest.mark.parametrize(("text", "count"), [*((t, 1) for t in ONE), *((t, 2) for t in TWO)])
def test_short_names_are_of_the_same_initiative(
    resources: Resources, text: str, count: int
) -> None:
    rows = [row for row in run(resources, "a.txt", f"{HEAD}{text}\n")[Initiative] if row.is_named]
    assert len(rows) == count, [row.name for row in rows]
    assert sum(row.n_mentions for row in rows) >= 2


def test_what_every_plan_is_called_is_no_short_name(resources: Resources) -> None:
    text = "高雄市推動「海洋城市氣候行動計畫」（以下簡稱本計畫），本計畫分三期。"
    rows = [row for row in run(resources, "a.txt", f"{HEAD}{text}\n")[Initiative] if row.is_named]
    assert [(row.name, row.n_mentions) for row in rows] == [("海洋城市氣候行動計畫", 1)]

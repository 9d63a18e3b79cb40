"""Whose a named initiative is where a clause, a name or a number of cities says it."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Initiative
from pipeline.resources import Resources
from tests.initiatives.whole import run

HEAD = "高雄市政府新聞稿\n\n高雄市長陳其邁主持論壇，釜山市與里昂市都派人出席。\n\n"
CASES = [
    ("釜山市與里昂市合組「港灣花卉平台」，每週併櫃兩次。", "港灣花卉平台", None),
    ("兩市「一本書兩個港」交換書箱活動突破一萬冊。", "一本書兩個港", None),
    ("「雙港影像駐村」今年邁入第三屆。", "雙港影像駐村", None),
    ("論壇籌組「南方城市韌性聯盟」，首年會費五千歐元。", "南方城市韌性聯盟", None),
    ("高雄「一攤一碼」示範經費由雙方各負擔一半。", "一攤一碼", None),
    ("市府提議引進釜山的海冰監察平台「Blue Ice」。", "Blue Ice", "Busan"),
    ("釜山做的是「珊瑚計數亭」，20個浮標即時計算。", "珊瑚計數亭", "Busan"),
    ("釜山因此另設「碼頭鄰人」，志工160名。", "碼頭鄰人", "Busan"),
    ("某大學在釜山市中區、西區12個里試行「里長分身」。", "里長分身", "Busan"),
    ("釜山研發浮島；里昂則貢獻了「絲路微電網」的經驗。", "絲路微電網", "Lyon"),
    ("釜山的單車、里昂的「河岸電箱」，市長一一點評。", "河岸電箱", "Lyon"),
    ("市長說，向釜山取經的「市民錢包」明年上路。", "市民錢包", "Kaohsiung"),
    ("釜山今年開辦「東京灣觀潮課」，兩千名學生參加。", "東京灣觀潮課", "Busan"),
    ("論壇首度亮相的是「南臺灣水情圖」，涵蓋六座水庫。", "南臺灣水情圖", "Kaohsiung"),
    ("海洋基金會在祕魯執行的「漁村供電計畫」今年結案。", "漁村供電計畫", None),
    ("釜山與里昂的協定從未中斷，去年還合辦「港邊書箱」。", "港邊書箱", None),
    ("兩市消防局每年互派四人，去年起加辦「夜間救援營」。", "夜間救援營", None),
    ("論壇最後成立「小城照顧」聯盟，秘書處輪流擔任。", "小城照顧", None),
    ("里昂改造電車；釜山完全不靠中央，發行「海風股」籌錢。", "海風股", "Busan"),
    ("我很羨慕釜山，把「潔淨貨運」做成了生意。", "潔淨貨運", "Busan"),
    ("釜山8月來函。\n該市有30條綠廊；另與研究所合作「山坡呼吸」。", "山坡呼吸", "Busan"),
    ("里昂如今反過來參考高雄的「漁港大管家」。", "漁港大管家", "Kaohsiung"),
    # 也 in the name of a place is no word.
    ("維也納市推動維也納智慧城市策略。", "維也納智慧城市策略", "Vienna"),
    ("貴賓說明釜山市港區的「靜港計畫」，岸電比率達七成。", "靜港計畫", "Busan"),
    ("來自釜山的新創公司帶來「盲人導航」樣機。", "盲人導航", "Busan"),
    ("人口五十萬的里昂小得多，居民在「屋頂菜園」種番茄。", "屋頂菜園", "Lyon"),
    ("副市長去年到過釜山，回來後推出「慢車道」。", "慢車道", "Kaohsiung"),
    ("資訊中心說，高雄的「漁港大管家」已介接29個機關。", "漁港大管家", "Kaohsiung"),
    # Whose it is outranks a city it is called after.
    ("里昂市長表示，該市的「海軍漢堡地圖」已有二十年歷史。", "海軍漢堡地圖", "Lyon"),
    ("里昂的「釜山美食課」每週四開課。", "釜山美食課", "Lyon"),
    ("里昂市長盼引進釜山的「釜山好停」。", "釜山好停", "Busan"),
    ("市長說，跟釜山有「冰火餐桌」，兩市的高中生輪流煮菜。", "冰火餐桌", None),
    ("五、兩縣市將自明年起輪流辦理「湯茶互訪」。", "湯茶互訪", None),
    ("里昂市政府代表介紹「暖房券」。", "暖房券", "Lyon"),
    ("「中央公園雨水回收工程」去年完工。", "中央公園雨水回收工程", "Kaohsiung"),
    # A clause that only gives the name goes on with the one before.
    ("將由釜山市與里昂市共同培訓志工，名為「港灣說書人」。", "港灣說書人", None),
    # A line that names no other place, person or body tells of the home city.
    ("「鄰里冰箱」每天開放到深夜，去年分出兩萬份餐點。", "鄰里冰箱", "Kaohsiung"),
    ("「巷口修傘站」週末免費修傘，志工輪班。", "巷口修傘站", "Kaohsiung"),
    ("日本經濟產業省說，「巷口修傘站」週末免費修傘。", "巷口修傘站", None),
    # A river is called after a city elsewhere.
    ("「釜山溪清淤計畫」花了三年，魚回來了。", "釜山溪清淤計畫", "Kaohsiung"),
    ("「釜山河川守護計畫」花了三年，魚回來了。", "釜山河川守護計畫", "Busan"),
    ("「釜山河濱計畫」花了三年，魚回來了。", "釜山河濱計畫", "Busan"),
    # An alliance of firms is its founder's, one of cities its members'.
    ("產業局與27家旅館組成「省電聯盟」，每月交換數據。", "省電聯盟", "Kaohsiung"),
    ("市府邀業者組「空瓶聯盟」，成員已有三十多家。", "空瓶聯盟", "Kaohsiung"),
    ("高雄市與釜山市邀集企業成立「亞洲港灣聯盟」。", "亞洲港灣聯盟", None),
    # Whoever gives an award owns it; whoever wins it does not.
    ("社會局頒發「巷弄好鄰居獎」，今年有九人獲選。", "巷弄好鄰居獎", "Kaohsiung"),
    ("高雄市獲氣象局頒發「防災貢獻獎」。", "防災貢獻獎", None),
    ("志工王小明獲市府頒發「孝行獎」。", "孝行獎", "Kaohsiung"),
    ("社會局獲得「好鄰居獎」，今年有九個機關獲選。", "好鄰居獎", None),
]


@pytest.mark.parametrize(("text", "name", "owner"), CASES, ids=[case[1] for case in CASES])
def test_owner(resources: Resources, text: str, name: str, owner: str | None) -> None:
    tables = run(resources, "a.txt", f"{HEAD}{text}\n")
    cities = {city.city_id: city.name_en for city in tables[City]}
    owners = {i.name: cities.get(i.city_id or "") for i in tables[Initiative] if i.is_named}
    assert owners == {name: owner}


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("市長參觀釜山市的「暖房券」與「雨傘步道」。", ["Busan", "Busan"]),
        ("釜山試辦「暖房券」家戶補助及「長輩電梯卡」。", ["Busan", "Busan"]),
        ("市長參觀釜山市的「暖房券」與青年空間「Koridor」。", ["Busan", "Busan"]),
        ("釜山的「暖房券」與本市「長輩電梯卡計畫」理念相近。", ["Busan", "Kaohsiung"]),
        ("釜山的「暖房券」與里昂的「長輩電梯卡」都很受歡迎。", ["Busan", "Lyon"]),
    ],
)
def test_names_of_a_series_share_their_owner(
    resources: Resources, text: str, owners: list[str]
) -> None:
    tables = run(resources, "a.txt", f"{HEAD}{text}\n")
    cities = {city.city_id: city.name_en for city in tables[City]}
    assert [cities.get(i.city_id or "") for i in tables[Initiative] if i.is_named] == owners


@pytest.mark.parametrize(
    "text",
    [
        "年底前整合海關、港警、環保三套系統。",
        "他澄清，科國與高雄並無簽約計畫。",
        "專家提醒，全國38個城市計畫各做各的平台。",
        "經查僅為民間團體之倡議，與市府無關。",
        "「規劃中」者尚未簽署，「屆滿」者已失其效力。",
    ],
)
def test_counted_denied_and_labels_name_nothing(resources: Resources, text: str) -> None:
    rows = run(resources, "a.txt", f"{HEAD}{text}\n")[Initiative]
    assert [row.name for row in rows if row.is_named] == []


def test_what_follows_a_quoted_name_is_no_second_one(resources: Resources) -> None:
    text = "釜山市介紹「Cichy Alarm」無聲報案App，三年處理通報6,420件。"
    rows = run(resources, "a.txt", f"{HEAD}{text}\n")[Initiative]
    assert [row.name for row in rows if row.is_named] == ["Cichy Alarm"]

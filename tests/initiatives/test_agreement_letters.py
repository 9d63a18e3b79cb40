"""Letters and notes between cities: who writes is 本市, who is written to 貴市."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Initiative
from pipeline.resources import Resources
from tests.initiatives.whole import run, told

SIGNED_BELOW = """札幌市長　秋元大樹　閣下鈞鑒：

貴市與本市締結友好城市已逾十年。今春貴我兩市簽訂之防災合作備忘錄，消防局業已著手辦理。

新竹市市長　許文德　謹啟
"""
ADDRESSED_BELOW = """市長 閣下惠鑒：

欣悉貴市議會通過兩市姊妹市案。另貴我兩市九十七年簽署之港口合作備忘錄早已期滿。
本市議會亦將審議，擬請閣下於八月率團來基隆。

此致
美國波特蘭市市長　Ann Hill

基隆市市長　林大川　敬上
"""
OFFICIAL_NOTE = """受文者：日本國佐世保市政府
發文者：臺南市安平區公所
主旨：關於貴我兩市締結友好交流協定乙案，請查照。
臺南市政府
"""
COUNTY_AND_TOWN = """伊斯坦堡市長 閣下道鑒：
兩市防震合作備忘錄業經閣下與本人簽署，貴市文本已用印。
花蓮縣玉里鎮長官室
　　　　　　彰化縣彰化市市長　陳湖西　敬上
"""
MAINLAND = """尊敬的汉堡市第一市长先生：
贵市与我市自1986年结为友好城市以来，交往不断。
上海市外事办公室　2024年10月11日
"""
MAIL = """收件者：Ms. Leilani Kahale, Office of the Mayor, Hilo
主旨：邀請貴市出席大會
花蓮市長期待與貴市簽署防災合作備忘錄，智利普埃爾托蒙特也會派員。
花蓮市公所主任　曾美崙　敬上
"""
OFFICES_ABOVE = """比利時魯汶市市長
Jan Claes 閣下

您問的水位計，我請同仁整理了。我建議兩市簽一份防災備忘錄。如蒙閣下同意，擬於明年五月在臺南簽署。

臺南市市長
黃偉哲 敬上
2023年6月30日
又及：照片附在信後。
"""
ONLY_MEANT = """比利時魯汶市市長
Jan Claes 閣下

您問的水位計，我請同仁整理了。我建議兩市簽一份防災備忘錄。如蒙閣下同意，請惠賜卓見。

臺南市市長　黃偉哲 敬上
"""
NO_LETTER = """臺中市長致詞全文
親愛的市民朋友，里昂市長說貴市的公園很美。本市與里昂市的備忘錄去年簽署。
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SIGNED_BELOW, {"sister_city Hsinchu Sapporo", "mou Hsinchu Sapporo"}),
        (ADDRESSED_BELOW, {"sister_city Keelung Portland", "mou Keelung Portland"}),
        (OFFICIAL_NOTE, {"other Sasebo Tainan"}),
        (COUNTY_AND_TOWN, {"mou Changhua Istanbul"}),
        (MAINLAND, {"sister_city Hamburg Shanghai"}),
        (OFFICES_ABOVE, {"mou Leuven Tainan"}),
        (MAIL, {"mou Hilo Hualien City"}),
        (NO_LETTER, {"mou Lyon Taichung"}),
    ],
)
def test_letters(resources: Resources, text: str, expected: set[str]) -> None:
    found = told(run(resources, "letter.txt", text))
    assert {f"{kind} {' '.join(sorted(map(str, who)))}" for kind, _, who in found} == expected


@pytest.mark.parametrize(("text", "status"), [(OFFICES_ABOVE, "planned"), (ONLY_MEANT, "imagined")])
def test_a_proposal_with_a_day_is_a_plan(resources: Resources, text: str, status: str) -> None:
    ((kind, found, _),) = told(run(resources, "letter.txt", text))
    assert (kind, found) == ("mou", status)


NEWS = """新竹市長接待柬埔寨金邊市長
新竹市長林智堅向金邊市長說，「期待與貴市合作」。
市府推動「微笑水岸」計畫。
金邊市 友好交流
"""
MINUTES = """桃園市議會第三屆定期會
質詢議員 王浩宇　答詢：桃園市政府 市長
王浩宇：貴府「航空城」計畫進度？
臺北市經驗可參考。
"""
LETTER = """釜山市長 朴亨埈 閣下：

感謝來函。本府將於明年推動「亞洲新灣區」計畫，邀請貴市參加「高雄燈會」。
貴府推動之「北港再開發」計畫，足資借鏡。本市與貴市推動「雙灣青年」計畫。

高雄市長 陳其邁 敬上
"""
TO_TAINAN = """臺南市長 黃偉哲 閣下
感謝貴市。本市推動「森之都」計畫。貴市推動「芒果節」計畫。
仙台市長 郡和子 敬上
"""
SEEN = """尊敬的臺南市黃偉哲市長：
感謝貴市的接待。在座談中看到「清淨空氣」計畫的成果，我們也聽說「好孕」計畫成效很好。
本市推動「森之都」計畫，請貴市提供「芒果節」計畫資料。
仙台市長 郡和子 敬上
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEWS, {"微笑水岸": "Hsinchu"}),
        (MINUTES, {"航空城": "Taoyuan"}),
        (LETTER, {"亞洲新灣區": "Kaohsiung", "北港再開發": "Busan", "雙灣青年": None}),
        (TO_TAINAN, {"森之都": "Sendai", "芒果節": "Tainan"}),
        (SEEN, {"清淨空氣": "Tainan", "好孕": "Tainan", "森之都": "Sendai", "芒果節": "Tainan"}),
    ],
)
def test_whose_plans_letters_tell_of(
    resources: Resources, text: str, expected: dict[str, str | None]
) -> None:
    tables = run(resources, "letter.txt", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    found = {one.name: names.get(one.city_id or "") for one in tables[Initiative]}
    assert found == expected

"""What a quantity says it counts or measures."""

from __future__ import annotations

import pytest

from pipeline.recognizers.quantities import UnitLexicon
from tests.numbers.finding import quantities_in

CASES = [
    ("共計有30個國家264位報名參加", ["國家", "報名參加"]),
    ("臺北市共 236 所市立高國中及小學，每間教室", ["市立高國中及小學"]),
    ("可以創造 3000 個就業機會。", ["就業機會"]),
    ("40%長者使用敬老卡來綁定，", ["長者使用敬老卡來綁定"]),
    ("只有 8%是數位綁定，", ["數位綁定"]),
    ("90 個里辦公室使用智慧里辦系統", ["里辦公室"]),
    ("線上觀看總人次達到2200人次以上", ["線上觀看總人次"]),
    ("港區貨櫃車平均等候時間已從52分鐘降至19分鐘", ["港區貨櫃車平均等候時間"] * 2),
    ("都配有 85 吋液晶螢幕，", ["液晶螢幕"]),
    ("平均海拔 2 公尺的環礁", ["平均海拔"]),
    ("夜間竊案減少近 50%，", ["夜間竊案"]),
    ("2020年的營業金額相比前年增加了 1.76%。", ["營業金額"]),
    ("紙本用量較108年減少61.3％。", ["紙本用量"]),
    ("「滴滴計水」智慧水表已裝 8,600 只，", ["智慧水表"]),
    ("基隆「漂書港口計畫」贈書 860 冊", ["贈書"]),
    ("藍線共乘」如何讓沿線開車人口減少一成七；", ["沿線開車人口"]),
    ("將鋪設 4,700 公里光纖，", ["光纖"]),
    ("总投资4.6亿元人民币，", ["总投资"]),
    ("效期三年，已屆滿", ["效期"]),
    ("人口不到七萬的城市", ["人口"]),
    ("九國26座城市派員出席", ["國", "城市"]),
    ("來自15個國家33座城市的160多名代表參加", ["國家", "城市", "代表"]),
    ("公車從95年的200輛增至110年的350輛", ["公車", "公車"]),
    ("有兩大因素：", ["因素"]),
    ("名額45名。", ["名額"]),
    ("三個水資源計畫，", ["水資源計畫"]),
    ("1 個基礎 2 個配套", ["基礎", "配套"]),
    ("疫苗冰箱斷電時數下降 88%。", ["疫苗冰箱斷電時數"]),
    ("公布 1,300 份合約資料，", ["合約資料"]),
    # What is done, where nothing is named that is counted.
    ("縣府另編列1,950萬元。", ["編列"]),
    ("市府斥資3億元打造智慧路廊，", ["打造智慧路廊"]),
    ("累計服務逾40萬人次，", ["服務"]),
    ("72小時內完成查核。", ["完成查核"]),
    ("過去五年走訪了東南亞，", ["走訪"]),
    ("居民步行10分鐘就能到公園。", ["步行"]),
    ("其中四成由中央補助，", ["由中央補助"]),
    ("預算編1.45億元，", ["預算"]),
    # The noun stands farther away.
    ("該市人口在二十年間從250萬膨脹到四百多萬，", ["該市人口"] * 3),
    ("裝設太陽能路燈，共1,200盞。", ["太陽能路燈"]),
    ("舉行為期三天的「智慧城市論壇」，", ["智慧城市論壇"]),
    ("讓每公頃年用水量由8,000公升降至5,600公升，", ["每公頃年用水量"] * 2),
    ("用電占全市六成四，", ["用電"]),
    ("經費：2億元。", ["經費"]),
    ("臺北、杜林、利維夫三市聯名，", ["臺北、杜林、利維夫"]),
    # Predicates end the noun.
    ("把河岸14公里切成數段，", ["河岸"]),
    ("有五成三的受訪者表示滿意，", ["受訪者"]),
    ("兩位與會者一致支持。", ["與會者"]),
]


@pytest.mark.parametrize(("text", "stretches"), CASES, ids=[text for text, _ in CASES])
def test_measured_is_one_stretch_of_the_text(
    text: str, stretches: list[str], lexicon: UnitLexicon
) -> None:
    measured = [value.measured for _, value in quantities_in(text, lexicon)]
    assert [text[span[0] : span[1]] if span else "" for span in measured] == stretches


RANKS = [
    ("台灣是亞洲中第六大貿易夥伴，運用科技", "貿易夥伴"),
    ("全球智慧城市指數，台北排名 8，", "全球智慧城市指數"),
    ("世界競爭力年報中，臺灣排名第8", "世界競爭力年報"),
    ("桃園機場客運量居亞洲第六", "桃園機場客運量"),
    ("入選全球前10大港口", "港口"),
    ("創新能力排名全國第3", "創新能力"),
    ("第8屆智慧城市展於3月舉行", "智慧城市展"),
    ("依第3條辦理。", ""),
]


@pytest.mark.parametrize(("text", "stretch"), RANKS, ids=[text for text, _ in RANKS])
def test_a_rank_tells_what_is_ranked_and_an_ordinal_what_is_numbered(
    text: str, stretch: str, lexicon: UnitLexicon
) -> None:
    ((_, value),) = quantities_in(text, lexicon)
    span = value.measured
    assert (text[span[0] : span[1]] if span else "") == stretch

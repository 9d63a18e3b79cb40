"""What a quantity says it counts or measures."""

from __future__ import annotations

import pytest

from pipeline.language.views import fold
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.finder import QuantityValue, UnitLexicon, find_quantities
from tests.numbers.finding import quantities_in

CASES = [
    ("居民320人搬離，", ["居民"]),
    ("三座曾以鋼鐵起家的城市", ["城市"]),
    ("把87輛停駛的公車改成行動網路站", ["公車"]),
    ("教會長者1,950人使用遠距門診", ["長者"]),
    ("志工 4,600 人完成訓練。", ["志工"]),
    ("共同投入，環保局派員8人次", ["派員"]),
    ("把11套系統整併成單一登入", ["系統"]),
    ("以八輛電動小車巡迴山坡社區", ["電動小車"]),
    ("把78組資料集畫成壁畫", ["資料集"]),
    ("示範道路與46支共桿，", ["共桿"]),
    ("為 5 條都會溪流建立帳戶", ["都會溪流"]),
    ("這四個字我們喊了六年", ["字", "喊了"]),
    ("租金為市價之六成，", ["租金"]),
    ("費用不超過80萬元。", ["費用"]),
    ("與海法今年已續約五年；", ["續約"]),
    ("身分識別：兩年前推出新版", [""]),
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
    ("市府投入7.6億元推動「竹溪再生」計畫", ["推動「竹溪再生」"]),
    ("微波站至少要30座", ["微波站"]),
    ("中歐班列開行5,351列", ["中歐班列"]),
    ("九國26座城市派員出席", ["國", "城市"]),
    ("來自15個國家33座城市的160多名代表參加", ["國家", "城市", "代表"]),
    ("公車從95年的200輛增至110年的350輛", ["公車", "公車"]),
    ("有兩大因素：", ["因素"]),
    ("名額45名。", ["名額"]),
    ("三個水資源計畫，", ["水資源計畫"]),
    ("1 個基礎 2 個配套", ["基礎", "配套"]),
    ("疫苗冰箱斷電時數下降 88%。", ["疫苗冰箱斷電時數"]),
    ("公布 1,300 份合約資料，", ["合約資料"]),
    ("三百五十個座位坐得滿滿，", ["座位"]),
    ("原住戶卻從兩千三百人一路掉到九百多人，", ["原住戶", "原住戶"]),
    ("來電少了近五分之二；", ["來電"]),
    ("已與23個教會簽訂授權書，", ["教會"]),
    ("建置1,100處階梯之無障礙圖資，", ["階梯"]),
    ("可折抵水費5美元。", ["水費"]),
    ("收到舉報9.4萬件，九成二在48小時內處置。", ["舉報", "舉報", "處置"]),
    ("16歲即有投票權。", ["有投票權"]),
    ("存活率七成多。", ["存活率"]),
    ("15歲以上強制使用，", ["強制使用"]),
    # Persons end as words for persons do; what they do is no part of the noun.
    ("聘600名青年定點拍照回報。", ["青年"]),
    ("由300名志工讀水尺，", ["志工"]),
    # What is done counts persons and households where no noun follows.
    ("豪雨前發布警訊，25萬戶受惠，", ["受惠"]),
    ("副市長率38人來訪，", ["來訪"]),
    ("吸引逾2,600人次參與。", ["參與"]),
    # A verb within a noun does not end it.
    ("說服十四家碼頭營運商把資料交出來", ["碼頭營運商"]),
    ("148件提案中脫穎而出", ["提案"]),
    # What grew is told before.
    ("報名人數達412人，比去年多出三分之一。", ["報名人數", "報名人數"]),
    # A label that follows is that of the next number.
    ("數量：5,600支 經費：3.2億元", ["數量", "經費"]),
    # Whose money it is, is no part of what it is.
    ("經費由教育部分攤一半。", ["經費"]),
    ("費用來自歐盟與里昂市，共32萬第納爾。", ["費用"]),
    ("由五個自治市合資成立的公司", ["自治市"]),
    ("65歲以上人口跨過兩成門檻", ["人口", "人口"]),
    ("訊號太差，九支計數器有雜訊", ["計數器"]),
    ("平均每戶電費省下四分之一。", ["電費"]),
    ("希洛的人口才四萬多。", ["希洛的人口"]),
    ("平均8至10分鐘抵達。", ["抵達"]),
    ("議會以50萬加幣補助「門廊燈」", ["補助「門廊燈」"]),
    ("雙向旅行團23團、1,128人次", ["雙向旅行團", "雙向旅行團"]),
    ("「雨水透明管」計畫已布設感測器一千餘支，", ["感測器"]),
    # What is done, where nothing is named that is counted.
    ("我們追回了新台幣2,360萬。", ["追回了"]),
    ("去年我們種了87,000棵，", ["種"]),
    ("迄今召開五次，", ["召開"]),
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
    ("20個浮標即時計算水位，", ["浮標"]),
    ("提供12種公車即時資訊，", ["公車即時資訊"]),
    ("313名居民及時撤離，", ["居民"]),
    ("93條橋樑布設光纖，", ["橋樑"]),
    ("80個村落用無人機送血清，", ["村落"]),
    ("六個路口因古蹟限制，", ["路口"]),
    ("三套會員登記制度，", ["會員登記制度"]),
    ("9所學校導入資安課程，", ["學校"]),
    ("派出45隻四足機器狗巡視山區，", ["四足機器狗"]),
    ("五個自治市合資成立交通公司。", ["自治市"]),
    # Nouns that begin like a function word.
    ("來自六國的七座外國港市，", ["國", "外國港市"]),
    ("近三百位來賓到場。", ["來賓"]),
    ("三種不同的做法，", ["不同的做法"]),
    ("兩座前端感測站，", ["前端感測站"]),
    # 由 is "by" unless it comes to something.
    ("由兩位市長簽署，", ["市長"]),
    ("將審查時程由90天縮短為60天；", ["審查時程"] * 2),
    # The object of a verb of giving, finding or sending.
    ("臺中捐贈消防衣150套。", ["消防衣"]),
    ("用水表找出漏水點二千四百處，", ["漏水點"]),
    ("峴港市派觀察員兩名，", ["觀察員"]),
    ("接駁採電動中巴6輛，", ["電動中巴"]),
    # Words between a noun and its number.
    ("判讀時間本來平均要9天，", ["判讀時間"]),
    ("持卡人數衝破250萬，", ["持卡人數"]),
    ("瀏覽量直逼500萬人次，", ["瀏覽量"]),
    ("淡化廠每秒可供應850公升，", ["淡化廠"]),
    # A share of what stands before 的.
    ("占總經費的三分之二。", ["總經費"]),
    ("差不多是成年人口的二分之一；", ["成年人口"]),
    # What time, money and turns go into.
    ("合艾用了二十多年才建成分洪道。", ["建成分洪道"]),
    ("兩市當了二十幾年姊妹市，", ["姊妹市"]),
    ("自籌45億元設置鹽度看板。", ["設置鹽度看板"]),
    ("熱影像塔分三期建置，", ["建置"]),
    ("培訓了六百位「數位孫子」到府，", ["數位孫子"]),
    ("智慧路燈（約3,200盞）已汰換，", ["智慧路燈"]),
    ("隔著七個時區。", ["時區"]),
    # Divisions counted side by side.
    ("四區四縣一市，", ["區", "縣", "市"]),
    ("兩國三縣，", ["國", "縣"]),
    ("該市與上海的姊妹市關係維持25年。", ["姊妹市關係"]),
    # The mark of a list item and the blank between two parts of a title end no noun.
    ("1. 捷運全年運量3,210萬人次", ["捷運全年運量"]),
    ("●日內瓦提供每戶2,000瑞郎", ["日內瓦"]),
    ("　○ 用水量減少2,100噸", ["用水量"]),
    # Words that only look like function words.
    ("農民年均所得從63.2萬元提高到81萬元", ["農民年均所得", "農民年均所得"]),
    ("再生能源占比35%", ["再生能源占比"]),
    ("創造10萬個高技能就業機會", ["高技能就業機會"]),
    ("用電尖峰削減5%", ["用電尖峰"]),
    ("首批3,200格率先上路", ["首批"]),
    # What stands behind a number and is no noun.
    ("其中以美國13個最多", ["美國"]),
    ("死亡37例創單日新高", ["死亡"]),
    ("撥款5億元予創新基金", ["撥款"]),
    ("溫室氣體排放量1,189萬公噸CO2e", ["溫室氣體排放量"]),
    ("市議會以35票贊成、12票反對通過", ["贊成", "反對通過"]),
    ("全市七成居民使用，交易量達4億宗，同比增長14%", ["居民使用", "交易量", "交易量"]),
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


def test_a_number_alone_in_its_row_measures_what_its_column_says(lexicon: UnitLexicon) -> None:
    text = "效期（年）\n阿姆斯特丹\n有效\n3年\n"
    header = (text.index("效期"), text.index("\n"))
    pieces = [
        Piece(text.index(cell), text.index(cell) + len(cell), "cell", "other", 1, 1, 0, header)
        for cell in ("阿姆斯特丹", "有效", "3年")
    ]
    (claim,) = find_quantities(Page(text, fold(text), pieces), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert claim.value.measured is not None
    assert text[slice(*claim.value.measured)] == "效期"


@pytest.mark.parametrize(
    ("header", "cell", "value", "unit", "measured"),
    [
        ("預算（千元）", "125,600", 125_600_000, "元", "預算"),
        ("執行率（％）", "98.2", 98.2, "%", "執行率"),
        ("運量（萬人次）", "321", 3_210_000, "人次", "運量"),
        ("人口（萬）", "251", 2_510_000, "人", "人口"),
    ],
)
def test_the_header_of_a_column_tells_the_unit(
    header: str, cell: str, value: float, unit: str, measured: str, lexicon: UnitLexicon
) -> None:
    text = f"{header}\n{cell}\n"
    place = (len(header) + 1, len(header) + 1 + len(cell))
    piece = Piece(*place, "cell", "other", 1, 1, 0, (0, len(header)))
    (claim,) = find_quantities(Page(text, fold(text), [piece]), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert (claim.value.value, claim.value.unit) == (value, unit)
    assert claim.value.measured is not None
    assert text[slice(*claim.value.measured)] == measured


@pytest.mark.parametrize(("cell", "value"), [("15.5", 15.5), ("0.3", 0.3)])
def test_a_decimal_that_fills_its_cell_is_no_numbered_point(
    cell: str, value: float, lexicon: UnitLexicon
) -> None:
    header = "占比"
    text = f"{header}\n{cell}\n"
    place = (len(header) + 1, len(header) + 1 + len(cell))
    piece = Piece(*place, "cell", "other", 1, 1, 0, (0, len(header)))
    (claim,) = find_quantities(Page(text, fold(text), [piece]), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert claim.value.value == value

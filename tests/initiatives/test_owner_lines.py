"""Owners that only the whole paragraph tells, read by the whole program."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Initiative, Mention, Quantity
from pipeline.resources import Resources
from tests.initiatives.whole import run, told


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param(
            "臺中市政府新聞稿\n\n西雅圖市長John Harrell表示，市府設立「台灣人生活支援窗口」。\n",
            "Seattle",
            id="for people of a country",
        ),
        pytest.param(
            "臺中市政府新聞稿\n\n西雅圖市長John Harrell來訪，對本市「幸福巴士通」很感興趣。\n",
            "Taichung",
            id="what a guest likes of ours",
        ),
        pytest.param(
            "臺中市政府新聞稿\n\n美國西雅圖市長John Harrell上台時笑說自己怕冷。該市去年冬天停電，"
            "市府於是推出「暖房間」計畫，開放41處圖書館。\n",
            "Seattle",
            id="the hall of 該市",
        ),
        pytest.param(
            "主題演講　慢慢做\n芬蘭坦佩雷市長　Anna Koskinen\n"
            "2023年3月29日於新竹市「2023科技城市首長會議」\n\n各位早安。坦佩雷每六個人有一個超過六十五歲。"
            "2018年，市府的長照處開始用「Koti Turva」，三千戶裝了。\n",
            "Tampere",
            id="an office of the speaker's hall",
        ),
        pytest.param(
            "臺中市姊妹市會議紀錄\n主席：王小明\n\n一、報告：\n　　張處長：基秦納這個案子先放著。\n"
            "二、決議：\n　　1. 「友城季訪談」自下半年試辦，由逢甲大學協助設計問卷。\n",
            "Taichung",
            id="what a meeting decides is of who meets",
        ),
        pytest.param(
            "2023海洋城市論壇講者介紹\n\n王大明　基隆市副市長，曾任記者。"
            "任內推動「雨都小旅行」，三年辦了120場。\n",
            "Keelung",
            id="a life",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n市長王小明介紹，臺南與仙台去年起由兩座城市各出一半經費，共同立項、驗收。"
            "目前在做的有三個。「青葉學堂」由兩地大學牽頭，每季開課。\n",
            None,
            id="what cities do together is counted up before",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n臺南與仙台兩市共同辦過論壇。臺南市今年另有三個計畫：「青葉學堂」每季開課。\n",
            "Tainan",
            id="a city is told behind what was done together",
        ),
        pytest.param(
            "臺中市政府新聞稿\n\n赫爾辛基為新移民設咖啡館，波士頓幫長者開「數位門診」。\n",
            "Boston",
            id="the city that opens the clause",
        ),
        pytest.param(
            "臺中市政府新聞稿\n\n環境部次長王小明致詞時表示，"
            "環境部今年起推動「循環杯行動」，目標減少三成杯子。\n",
            None,
            id="a ministry",
        ),
        pytest.param(
            "臺中市政府新聞稿\n\n市長王小明表示，明年將仿效西雅圖推出「單車高速公路」計畫。\n",
            "Taichung",
            id="an example to follow",
        ),
        pytest.param(
            "香港都會研究學社　考察檔案\n\n城市：荷蘭　烏特勒支\n接待：市府顧問 Bram Hoekstra\n"
            "記下：騎士靠「Fietsradar」找車位。\n\n城市：丹麥　奧胡斯\n接待：館長 Mette Holm\n"
            "記下：圖書館全年無休。\n",
            "Utrecht",
            id="the city that a label above names",
        ),
        pytest.param(
            "【對談】海邊的夜市要不要搬？\n整理／許庭瑜\n\n問：「退潮市集」明年還辦嗎？\n"
            "臺東市長陳立風：辦，但是移到後山。\n問：石垣市怎麼做？\n"
            "石垣市副市長知念永一郎：我們一年三次。\n",
            "Taitung",
            id="what whoever answers is asked about",
        ),
        pytest.param(
            "2021 長照交流會　與會城市資料卡\n\n■ 芬蘭・坦佩雷市\n・代表：市長 Anna Koskinen\n"
            "・主要措施：「Koti Turva」由鄰居按鈴，學校捐贈話機\n・國際關係：無\n\n"
            "■ 荷蘭・烏特勒支市\n・代表：副市長 Bram Hoekstra\n・主要措施：圖書館全年無休\n"
            "・國際關係：無\n",
            "Tampere",
            id="the card of a city",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n臺南正與仙台研議「七夕護照」，年底前定案。\n",
            None,
            id="what two cities talk of",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n高雄與橫濱主導的「碼頭夜校」三年培訓九百人。\n",
            None,
            id="what two cities lead",
        ),
        pytest.param(
            "臺灣縣市結盟彙整\n\n彰化縣與德國卡塞爾市結為友好城市，"
            "縣府據此在員林市四所國小開辦「童話列車」。\n苗栗縣與日本飯田市簽約。\n",
            "Changhua",
            id="what a county does in one of its towns",
        ),
        pytest.param(
            "城市檔案卡　第8號\n芬蘭・坦佩雷（Tampere）\n製表：桃園市政府研考會\n\n一、亮點\n"
            "■「Koti Turva」居家照護：三千戶裝了感應器。\n",
            "Tampere",
            id="a sheet about one city",
        ),
        pytest.param(
            "城市檔案卡　第8號\n芬蘭・坦佩雷（Tampere）\n製表：桃園市政府研考會\n\n一、行前須知\n"
            "請先下載本市「桃樂遊」，報到時使用。\n",
            "Taoyuan",
            id="our own in a sheet about another city",
        ),
        pytest.param(
            "出國考察報告\n目的地：坦佩雷\n報告人：桃園市環保局科長王小明\n\n"
            "局長李大華說，本局推動「桃好借」，三千戶參加。\n",
            "Taoyuan",
            id="where a report's writer went",
        ),
        pytest.param(
            "2024五城方案一覽\n\n■ 蔚山（南韓）｜銀獎\n方案：「老廠新芽園區」。利用閒置廠房9棟。\n",
            "Ulsan",
            id="a head with a bar",
        ),
        pytest.param(
            "駐大阪辦事處 函\n受文者：嘉義市政府\n\n說明：\n"
            "一、神戶市以感測器防災，成效良好。\n二、貴府推動中之「諸羅一卡走」可參考神戶市作法。\n",
            "Chiayi",
            id="whom a letter goes to",
        ),
        pytest.param(
            "苗栗縣頭份市公所新聞稿\n\n市公所推出「垃圾車動態查詢系統」，花費95萬元。\n",
            "Toufen",
            id="a town hall",
        ),
        pytest.param(
            "基隆市政府新聞稿\n\n論壇由衛生福利部國民健康署副署長王小明致詞。"
            "她表示，國健署明年起擴大「友善社區認證」，市長也在場。\n",
            None,
            id="an office of the state",
        ),
        pytest.param(
            "新竹縣政府新聞稿\n\n「三縣共食平台」（苗栗縣主責）已串接420所學校的午餐資料。\n",
            "Miaoli",
            id="a host in brackets",
        ),
        pytest.param(
            "新竹縣政府新聞稿\n\n「微笑單車通」由新竹市政府營運，三年來騎乘逾百萬人次。\n",
            "Hsinchu",
            id="who runs it is told behind its name",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n臺南市與日本仙台市昨天締約。兩市共同舉辦的「青葉學堂」今年第五年。\n",
            None,
            id="made by both",
        ),
        pytest.param(
            "10:00 論壇\n\n亞洲海洋協會秘書長林大衛：會員有基隆、釜山和橫濱。"
            "我們去年推出「海廢地圖」，開放免費下載。\n",
            None,
            id="a body's speaker",
        ),
        pytest.param(
            "嘉義市政府新聞稿\n\n市長王小明宣布，市府將設立「木都設計獎」，首獎二十萬元。\n",
            "Chiayi",
            id="an award that is founded",
        ),
        pytest.param(
            "嘉義市政府新聞稿\n\n市長王小明說，市府團隊去年獲得「木都設計獎」，獎金二十萬元。\n",
            None,
            id="an award that is won",
        ),
        pytest.param(
            "記者到芬蘭的坦佩雷採訪，街上到處是感測器。這個計畫就叫「SmartTampere」。\n",
            "Tampere",
            id="a city inside a Latin word",
        ),
        pytest.param(
            "臺南市國際城市論壇\n\n"
            "● Sara Lind（瑞典馬爾默市環境局）－推動「Grön Gata」計畫，種了四千棵樹。\n",
            "Malmö",
            id="brackets at the head of a line",
        ),
        pytest.param(
            "臺中市政府第三次智慧城市推動會議紀錄\n\n"
            "一、交通局報告：擬將「綠燈通行」模組擴及五十個路口。\n二、主席裁示：洽悉。\n",
            "Taichung",
            id="the office that heads a turn",
        ),
        pytest.param(
            "香港政府新聞公報\n\n創新科技署署長王志明昨日出席論壇時表示，政府已撥款二億元推行「智能泊車」計劃。\n",
            "Hong Kong",
            id="government of Hong Kong",
        ),
        pytest.param(
            "宜蘭縣政府新聞稿\n\n"
            "捷克布爾諾市副市長Jan Novák率團來訪，一行人在礁溪試乘「幸福巴士」。\n",
            "Yilan",
            id="what guests try",
        ),
        pytest.param(
            "新竹市政府新聞稿\n\n日本岡山市議長田中一行今日訪竹，並試用「行動市民卡」。\n",
            "Hsinchu",
            id="guests told by a sign of the city",
        ),
        pytest.param(
            "高雄市政府新聞稿\n\n市長王小明率團訪問德國漢堡市，並試乘「水上巴士計畫」。\n",
            "Hamburg",
            id="what travellers see",
        ),
        pytest.param(
            "高雄市政府新聞稿\n\n市長王小明率團訪問丹麥奧胡斯市，並聽取「河港新生計畫」簡報。\n",
            "Aarhus",
            id="what travellers are told of",
        ),
        pytest.param(
            "專訪釜山市副市長金民洙\n\n問：您那套「垃圾追蹤計畫」呢？\n\n答：還在試辦。\n",
            "Busan",
            id="who is asked",
        ),
        pytest.param(
            "基隆市政府新聞稿\n\n市長王小明表示，市府去年與日本佐世保市合推「港町書信」計畫。\n",
            None,
            id="made with another city",
        ),
        pytest.param(
            "金門縣政府新聞稿\n\n「小三通快線」App由交通部航港局開發，金門縣府協助推廣。\n",
            None,
            id="made by an office of the state",
        ),
        pytest.param(
            "基隆市政府新聞稿\n\n邱市長說，我們推出「國門市集」計畫。\n",
            "Keelung",
            id="the first sign of 國門",
        ),
        pytest.param(
            "〔記者林大為嘉義市報導〕經濟部昨天宣布，明年推出「夜市無現金計畫」。\n",
            None,
            id="where a paper writes from",
        ),
        pytest.param(
            "（花蓮訊）業者發表「月光宅配」服務，主打夜間送達。\n",
            None,
            id="a dateline and a firm",
        ),
        pytest.param(
            "屏東縣的夏天很熱。\n\n去年日本團隊發表「屋頂降溫計畫」。\n",
            None,
            id="the only city, but another country does it",
        ),
        pytest.param(
            "香港政府新聞公報\n\n創新科技署署長王志明出席論壇。台灣環境部推出「循環杯行動」。\n",
            None,
            id="Taiwan's ministry told in Hong Kong",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n臺南推出「臺南共學站」展覽（臺中市），歡迎參觀。\n",
            "Tainan",
            id="a venue in brackets",
        ),
        pytest.param(
            "臺南市政府新聞稿\n\n「雨水銀行計畫」巡迴展（屏東縣）五月登場。\n",
            "Tainan",
            id="a venue behind another word",
        ),
    ],
)
def test_owner(resources: Resources, text: str, owner: str | None) -> None:
    tables = run(resources, "a.txt", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    [initiative] = [row for row in tables[Initiative] if row.is_named]
    assert names.get(initiative.city_id or "") == owner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "臺中市與西雅圖市簽署合作備忘錄；另一份備忘錄則是與日本橫濱市簽的冷鏈合作。",
            {("mou", "signed", "Seattle"), ("mou", "signed", "Yokohama")},
            id="another one",
        ),
        pytest.param(
            "臺中市三年來簽了六份備忘錄，第六份是與日本橫濱市簽的。",
            {("mou", "signed", "Yokohama")},
            id="the sixth one",
        ),
        pytest.param(
            "市府引以為傲的，是1995年與橫濱市締結姊妹市。",
            {("sister_city", "in_force", "Yokohama")},
            id="what one is proud of is so",
        ),
        pytest.param(
            "與橫濱的觀光備忘錄仍在逐字磋商；西雅圖市方面則說，改選前不會討論簽約。",
            {("mou", "planned", "Yokohama")},
            id="behind ; another city speaks",
        ),
        pytest.param(
            "原訂今天簽署的臺中與橫濱減塑備忘錄，因颱風取消航班，雙方改約8月補簽。",
            {("mou", "planned", "Yokohama")},
            id="put off",
        ),
    ],
)
def test_agreement(resources: Resources, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = told(run(resources, "a.txt", f"臺中市政府新聞稿\n\n{text}\n"))
    assert found == {
        (kind, status, frozenset(("Taichung", city))) for kind, status, city in expected
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("西雅圖市尚未與臺中簽署任何備忘錄，盼年底前談判。", id="not any"),
        pytest.param("至於和橫濱結盟的傳言，秘書長回覆：「從未討論。」", id="rumour"),
        pytest.param("不少人以為臺中市與橫濱市是姊妹市。", id="what people think"),
    ],
)
def test_nothing_agreed(resources: Resources, text: str) -> None:
    found = told(run(resources, "a.txt", f"臺中市政府新聞稿\n\n{text}\n"))
    assert {status for _, status, _ in found} <= {"denied", "imagined"}


def test_a_number_is_that_of_the_city_its_clause_begins_with(resources: Resources) -> None:
    text = "縣長張麗善說，橫濱市面積438平方公里、人口377萬人，雲林縣人口66萬人。"
    tables = run(resources, "a.txt", f"雲林縣政府新聞稿\n\n{text}\n")
    names = {city.city_id: city.name_en for city in tables[City]}
    texts = {mention.mention_id: mention.text for mention in tables[Mention]}
    assert {texts[q.mention_id]: names.get(q.city_id or "") for q in tables[Quantity]} == {
        "438平方公里": "Yokohama",
        "377萬人": "Yokohama",
        "66萬人": "Yunlin",
    }


def test_names_of_a_series_belong_each_to_its_city(resources: Resources) -> None:
    text = "入選的有花蓮縣「海之稻計畫」、臺東縣「慢食計畫」及澎湖縣「石滬計畫」。\n"
    tables = run(resources, "a.txt", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    owners = {row.name: names.get(row.city_id or "") for row in tables[Initiative]}
    assert owners == {"海之稻計畫": "Hualien", "慢食計畫": "Taitung", "石滬計畫": "Penghu"}


def test_no_row_of_a_table_owns_what_the_next_one_tells(resources: Resources) -> None:
    text = (
        "臺南市政府新聞稿。臺南市長黃偉哲表示歡迎。\n\n"
        "| 城市 | 計畫 | 經費 |\n| --- | --- | --- |\n"
        "| 橫濱市 | 港灣再生計畫 | 3億元 |\n| 本市 | 古蹟活化計畫 | 5億元 |\n"
        "| 首爾市 | 漢江淨化計畫 | 2億元 |\n"
    )
    tables = run(resources, "a.txt", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    owners = {row.name: names.get(row.city_id or "") for row in tables[Initiative]}
    assert owners == {
        "港灣再生計畫": "Yokohama",
        "古蹟活化計畫": "Tainan",
        "漢江淨化計畫": "Seoul",
    }


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("高雄市政府出國報告", "東道主", None),
        ("高雄市政府出國報告", "本市", "Kaohsiung"),
        ("高雄市政府新聞稿", "地主城市", "Kaohsiung"),
        ("高雄市政府新聞稿：各國代表赴高雄參加論壇", "地主城市", "Kaohsiung"),
        ("高雄市長陳其邁前往首爾參加論壇", "地主城市", None),
    ],
)
def test_the_host_is_home_unless_one_goes_there(
    resources: Resources, head: str, cell: str, expected: str | None
) -> None:
    row = f"| {cell} | 「清溪復育」計畫 | 已完工。 |\n"
    text = f"{head}\n\n| 城市 | 計畫 | 說明 |\n| --- | --- | --- |\n{row}"
    tables = run(resources, "host.md", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    assert [names.get(one.city_id or "") for one in tables[Initiative]] == [expected]


VISIT = "高雄市政府新聞稿。高雄市長陳其邁訪問首爾市。首爾市政府進行簡報。"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("〔記者王小明／高雄報導〕高雄市今天下雨。", "一名網友發起「淨灘百次」行動。"),
        ("〔記者王小明／高雄報導〕高雄市今天下雨。", "銀行推出「綠色存款」方案。"),
        (VISIT, "簡報中提到「紅磚倉庫再生計畫」。"),
        (VISIT, "「清溪復原計畫」歷時二十年。"),
    ],
)
def test_who_is_not_named_is_not_home(resources: Resources, head: str, line: str) -> None:
    tables = run(resources, "lines.txt", f"{head}\n\n{line}\n")
    assert [one.city_id for one in tables[Initiative]] == [None]


@pytest.mark.parametrize("cell", ["本市", "各縣市", "其他縣市"])
def test_a_row_of_no_known_city_owns_for_no_other(resources: Resources, cell: str) -> None:
    text = (
        f"| 城市 | 發言 |\n| --- | --- |\n| {cell} | 推動「光廊計畫」。 |\n| 橫濱市 | 港灣好。 |\n"
    )
    tables = run(resources, "a.txt", text)
    assert [city.name_en for city in tables[City]] == ["Yokohama"]
    assert [row.city_id for row in tables[Initiative] if row.is_named] == [None]


@pytest.mark.parametrize(("cell", "owner"), [("", "Tokyo"), ("各縣市", None)])
def test_a_row_without_a_city_is_of_the_one_above(
    resources: Resources, cell: str, owner: str | None
) -> None:
    text = (
        "城市\t計畫\t經費\n東京\t「智慧路燈」計畫\t三億\n"
        f"{cell}\t「共餐」計畫\t二億\n大阪\t「水務」計畫\t一億\n"
    )
    tables = run(resources, "plans.txt", text)
    names = {city.city_id: city.name_en for city in tables[City]}
    found = {one.name: names.get(one.city_id or "") for one in tables[Initiative]}
    assert found.get("共餐") == owner

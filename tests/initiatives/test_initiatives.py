"""Which words of a text name an initiative, and which only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language import views
from pipeline.recognizers.initiatives.finder import find_initiatives
from pipeline.recognizers.page import Page, Piece
from tests.growth import is_linear
from tests.initiatives.documents import initiative_lexicon, names, page_of

QUOTED = {
    "（一）里昂市：「北港—橋頭號誌協控」，核定4,860萬元。": ["北港—橋頭號誌協控"],
    "我們把「港都月票」從3條捷運線擴到168條公車。": ["港都月票"],
    "輕軌成圓後再接到「行車好綠」，並和「淹水先知道」接在一起。": ["行車好綠", "淹水先知道"],
    "有個平台叫「DATEN:RAUM:FREIBURG」，公開478個資料集。": ["DATEN:RAUM:FREIBURG"],
    "「よこはまウォーキングポイント」這個走路集點很受歡迎。": ["よこはまウォーキングポイント"],
    "大宗是「水湳園區骨幹網」，佔四成。": ["水湳園區骨幹網"],
    "市府今年推出「銀髮好鄰居」，讓獨居長者每週都有人探訪。": ["銀髮好鄰居"],
    "「夜歸安心燈」已在三個行政區上線，預計年底擴大。": ["夜歸安心燈"],
    "透過「城市共食計畫」與「菜園銀行」，剩食減少三成。": ["城市共食計畫", "菜園銀行"],
    "里昂的“河岸呼吸站”每小時公布一次水質。": ["河岸呼吸站"],
    "基輔市長說，「Kyiv Digital」App下載量突破兩百萬次。": ["Kyiv Digital"],
    "她介紹「雨水撲滿」如何讓學校每年省下兩成自來水。": ["雨水撲滿"],
    "臺中市啟用名為「交控一把抓」的智慧號誌平台。": ["交控一把抓"],
    "杭州上线“亲清在线”平台，企业一键申报。": ["亲清在线"],
    "警察局導入「火眼」預警系統，破案率提升。": ["火眼"],
    "會中，橫濱市長提出「藍碳信用」制度，由漁會認購。": ["藍碳信用"],
    "都更處把審議搬上「雲端審查室」，時程縮短一半。": ["雲端審查室"],
    "嘉義以「教室裡的氣象站」培養學生科學素養。": ["教室裡的氣象站"],
    "「校園地圖」、「安心走廊」與「親子共享車位」三項措施同步上路。": [
        "校園地圖",
        "安心走廊",
        "親子共享車位",
    ],
    "今年又以「漏水偵探（Leak Detective）」結合AI聽音。": ["漏水偵探"],
    "市政府發布《2030淨零排放路徑白皮書》。": ["2030淨零排放路徑白皮書"],
    "交通局的票卡「RIVA」收集的資料每週更新。": ["RIVA"],
    "「夜貓診所」並非政府項目，外界誤會了。": ["夜貓診所"],
    "市府放了兩個貨櫃，居民叫它「黃盒子」。": ["黃盒子"],
    "後者表示“蓝鲸税单”上线半年即追回九亿元。": ["蓝鲸税单"],
}

BARE = {
    "高雄市推動數位孿生港區計畫，投入三億元。": ["數位孿生港區計畫"],
    "市府自110年起辦理智慧路燈換裝計畫，已完成九成。": ["智慧路燈換裝計畫"],
    "另配合青年免費培力計畫，提供更多機會。": ["青年免費培力計畫"],
    "政府提出 377 計畫，採用數位工具。": ["377 計畫"],
    "如布里斯托專案，可提供測試場域。": ["布里斯托專案"],
    "高雄計畫亦與企業合作。": ["高雄計畫"],
    "目前市府提供單一報修系統、智慧繳費平台、市民申辦大平台等。": [
        "單一報修系統",
        "智慧繳費平台",
        "市民申辦大平台",
    ],
    "搭配長者友善公車計畫及幸福巴士2.0計畫。": ["長者友善公車計畫", "幸福巴士2.0計畫"],
    "交通局去年推出的南城公車 App 改版後評價上升。": ["南城公車 App"],
    "他以新政(Green Deal)說明，相較於大手筆的新政，別的城市預算有限。": [
        "新政(Green Deal)",
        "新政",
    ],
    "榮獲亞洲生產力組織頒發最佳智慧治理獎。": ["最佳智慧治理獎"],
    "該市共享系統Velobus十年來騎乘六千萬次。": ["Velobus"],
    "中央推動前瞻基礎建設計畫。": ["前瞻基礎建設計畫"],
    "智慧港區 3.0，要從碼頭做起。": ["智慧港區 3.0"],
    "市府規劃之智慧燈桿示範計畫先由一處試辦。": ["智慧燈桿示範計畫"],
    "推動釜山生態三角洲城市計畫。": ["釜山生態三角洲城市計畫"],
    "市府推出YouBike 2.0系統。": ["YouBike 2.0系統"],
    "桃園幣今年發行，臺南智慧醫療網上月竣工。": ["桃園幣", "臺南智慧醫療網"],
    "智慧停車計畫13累計建置五千格。": ["智慧停車計畫13"],
    "仙台零碳願景2050獲選為示範。": ["仙台零碳願景2050"],
    "PAAS停車系統已完成布設，AI 系統還沒有。": ["PAAS停車系統"],
}

LATIN = {
    "最常問的不是天氣。Plow Watch把230台除雪車放上地圖。": ["Plow Watch"],
    "丙、里昂市：Reef Watch珊瑚影像辨識，35萬元。": ["Reef Watch"],
    "X-Road 每年替公務員省下1,400年工時。": ["X-Road"],
    "渡輪共用Kentkart儲值卡，每日刷卡180萬次。": ["Kentkart"],
    "城裡因此有了C-FLOOD Lite預警平台。": ["C-FLOOD Lite預警平台"],
    "學生做了一個叫Lumipallo的系統，能提醒屋頂積雪。": ["Lumipallo"],
    "颱風之後我們設了Bantay作業中心。": ["Bantay"],
    "兩市共用的Kazi Hub求職平台上線九個月。": ["Kazi Hub"],
    "市府开发的SOS Nước应用程序，让居民举报积水。": ["SOS Nước"],
    "於是推出Meet Your Street，補助每條街辦一次烤肉。": ["Meet Your Street"],
    "一位叫Lumipallo的女士來信。": [],
    "團員認為橫濱市觀光平台值得參考。": ["橫濱市觀光平台"],
    "市府與企業推動「廣島」計畫，減少廚餘。": ["廣島"],
    "Mary Chen 替市長翻譯。New York 每年有六千萬名遊客。": [],
    "攤商最怕清場。Vỉa Hè Số 把人行道切成1,480格出租。": ["Vỉa Hè Số"],
    "導盲磚看不見。Hvit Stokk 在人行道下埋了九千枚標籤。": ["Hvit Stokk"],
    "外國人占四分之一，*MyLemesos* 市民卡有五種語言。": ["MyLemesos"],
    "部族共管 Te Puna Ora 溫泉帳本，每口井都回報。": ["Te Puna Ora"],
    "祖魯話的語音警報 Amanzi Ayeza 不用上網。": ["Amanzi Ayeza"],
    "他特別提到우리동네지킴이，由警察看著攝影機。": ["우리동네지킴이"],
    "草原菜農的 Кавун Онлайн 市集抽成3%。": ["Кавун Онлайн"],
    "設置 City Intelligence Hub，整合三千支監測器。": ["City Intelligence Hub"],
    "里昂推出 Ville Verte，讓屋頂變綠。": ["Ville Verte"],
    "我們有RideSmart，每天八萬人使用。": ["RideSmart"],
    "市府以 HARBOR LINK 服務旅客。": ["HARBOR LINK"],
    "其RoadEar應用程式可偵測坑洞。": ["RoadEar"],
    "學生使用 Google Classroom 上課。": [],
    "與 Siemens Mobility 合作開發。": [],
    "執行長 John Smith 介紹 Lisbon University 的研究。": [],
    "導入 AIoT 與 LoRaWAN，取得 ISO 認證。": [],
}

# Ordinary words that end like the name of one city's thing.
COMMON = [
    "臺北交通順暢。",
    "高雄輕軌路網將延伸。",
    "臺南通勤族增加。",
    "桃園網路公司進駐。",
    "高雄港的雲端機房。",
]

ORDINARY = [
    "會後他回應稱暫無計畫。",
    "市府目前沒有相關計畫。",
    "他說「科技始終來自於人性」，全場鼓掌。",
    "所謂「智慧城市」，不只是裝設感測器。",
    "市長強調，這是一場「沒有硝煙的戰爭」。",
    "「數位轉型」已經是所有城市的必修課。",
    "他笑稱自己是「救火隊」。",
    "我們計畫在明年興建三座淨水廠。",
    "高雄計畫在2026年前再裝五千只。",
    "臺南計畫於2026年推動新的輕軌路線。",
    "該系統可以即時偵測水位，相關計畫仍在評估。",
    "使用者登入系統後即可查詢。",
    "大會以「共創韌性未來」為主題。",
    "媒體以「亞洲矽谷」稱呼這座城市。",
    "他引用「眾志成城」四個字作結。",
    "市府要求廠商提出改善計畫。",
    "都市計畫委員會下月開會審議。",
    "這項計畫的經費來自中央。",
    "解決方案必須以使用者為中心。",
    "資訊系統與公文系統整併。",
    "「不是我們不努力，」他說，「是預算真的不夠。」",
    "要把「人」放在「技術」前面。",
    "會後眾人合影，並參觀「光與影」特展。",
    "他在新書《城市的勝利》中提到這個觀念。",
    "「透明」、「參與」與「課責」是三大原則。",
    "這座城市被譽為「北方威尼斯」。",
    "被稱為「世界肺臟」的雨林正在縮小。",
    "居民抱怨平台常當機，系統也太慢。",
    "她喊出「一個都不能少」的口號。",
    "我同意「數據就是石油」這句話。",
    "学者主张把“算力用起来”。",
    "两市关系“亲上加亲”，他说。",
    "雙方發表《港灣減碳宣言》。",
    "政府推出三個水資源計畫。",
    "市府將建立一個數位平臺協助企業轉型。",
    "新政府上任後檢討防疫政策。",
    "市府舉辦「世界慢城論壇」，十國與會。",
    "他坦承社區系統仍有三套未接通。",
    "所以仙台先裝攔污網，再談開罰。",
    "我們沒有經費買大平台，只好從水表做起。",
    "橫濱沒有預算建新系統，就用舊手機改裝。",
    "五位市長談「靠岸之前」，各抒己見。",
    "她說「仙台」以前的簿子寫成「千台」。",
    "「公平」不是政府的口號，是每天的事。",
    "校園提供WIFI，並測試 5G 平台。",
]


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_quoted_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), BARE.items())
def test_names_without_marks_begin_at_the_right_word(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), LATIN.items())
def test_latin_names_need_words_that_introduce_them(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [*ORDINARY, *COMMON])
def test_ordinary_words_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_name_is_found_again_without_marks_and_without_app() -> None:
    text = "臺北市推出愛通行App。市民說愛通行很方便，「愛通行」也支援公車。"
    assert names(text) == ["愛通行App", "愛通行", "愛通行"]


def test_repeated_short_form_says_so() -> None:
    text = "臺北市推出愛通行App。市民說愛通行很方便。"
    found = find_initiatives(page_of(text), initiative_lexicon())
    assert [claim.form for claim in found] == ["name", "short"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("市府推出「銀髮好鄰居計畫」。", "plan"),
        ("市府推出「愛通行」App。", "app"),
        ("市府推出「以瓶換票」制度。", "policy"),
        ("獲頒全球最佳韌性城市獎。", "award"),
        ("里昂啟用「河岸感測網」。", "system"),
    ],
)
def test_kind_comes_from_the_noun(text: str, kind: str) -> None:
    [claim] = find_initiatives(page_of(text), initiative_lexicon())
    assert claim.value.kind == kind


def item_of(text: str) -> Page:
    """A page of one list item."""
    return Page(text, views.fold(text), [Piece(0, len(text), "list_item")])


def test_a_latin_name_heads_a_list_item() -> None:
    text = "4. Aquatopia：學生在本地就學、實習。"
    [name, *_] = find_initiatives(item_of(text), initiative_lexicon())
    assert text[name.start : name.end] == "Aquatopia"


def test_ordinary_latin_words_head_no_initiative() -> None:
    text = "4. Mobility：學生在本地就學、實習。"
    assert all(not c.value.is_named for c in find_initiatives(item_of(text), initiative_lexicon()))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='「」《》"推出計畫平台系統App新政獎，。：、的與 1.0()a', max_size=60))
def test_claims_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    claims = find_initiatives(Page.of(text), initiative_lexicon())
    end = 0
    for claim in claims:
        assert end <= claim.start < claim.end <= len(text)
        end = claim.end


@pytest.mark.parametrize(
    "unit",
    [
        "「",
        "計畫",
        "推出計畫、",
        "「a」、",
        "Aaaaaaaaaa",
        "建置a",
        "的與及",
        '"',
        "新政(",
        "A,一套",
        "4.0",
        "Ab-",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    def find(size: int) -> None:
        find_initiatives(Page.of(unit * (size // len(unit))), initiative_lexicon())

    assert is_linear(find, 20_000)

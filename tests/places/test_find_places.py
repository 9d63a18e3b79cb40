"""What counts as a city or a country in running text, and where its span ends."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language import views
from pipeline.language.words import Words, split_at
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.places.finder import build_lexicon, find_places
from pipeline.resources import LexiconTables

from .conftest import CONFIG


def found(text: str, label: str, lexicon: PlacesLexicon) -> list[str]:
    claims = find_places(Page.of(text), lexicon)
    return [text[c.start : c.end] for c in claims if c.label == label and not c.rejected]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("巴拉圭亞松森市市長致詞", ["亞松森市"]),
        ("臺北市長柯文哲", ["臺北"]),
        ("臺北市市長柯文哲", ["臺北市"]),
        ("臺北市副市長黃珊珊", ["臺北市"]),
        ("彰化縣長與新竹縣政府", ["彰化", "新竹縣"]),
        ("新北市政府與台北市議會", ["新北市", "台北市"]),
        ("臺北市區與臺北市場", ["臺北", "臺北"]),
        ("高雄市長期投入", ["高雄市"]),
        ("臺北市長達五公里的河岸", ["臺北市"]),
        ("神戶市長久元喜造到場", ["神戶"]),
        ("冰島雷克雅維克市長達古爾・埃格特松", ["雷克雅維克"]),
        ("廣州市政務服務中心", ["廣州市"]),
        ("八月底在河內參加論壇", ["河內"]),
        ("釜山廣域市市長", ["釜山廣域市"]),
        ("釜山廣域市長與首爾特別市長", ["釜山", "首爾"]),
        ("東京都知事小池百合子", ["東京"]),
        ("瓜地馬拉市長", ["瓜地馬拉"]),
        ("祕魯/庫斯科市 市長", ["庫斯科市"]),
        ("宏都拉斯　聖佩德羅蘇拉市　市長", ["聖佩德羅蘇拉市"]),
        ("韩国首尔特别市、意大利米兰", ["首尔特别市", "米兰"]),
        ("北市府、桃市府、中市府表示", ["北市", "桃市", "中市"]),
        ("，高市明年將開放", ["高市"]),
        ("日本石川縣加賀市市長", ["加賀市"]),
        ("加拿大魁北克省蒙特婁市", ["蒙特婁市"]),
        ("日本北海道札幌市", ["札幌市"]),
        ("布拉格、華沙、維爾紐斯等城市", ["布拉格", "華沙", "維爾紐斯"]),
        ("臺北市的姊妹市靜岡市", ["臺北市", "靜岡市"]),
        ("臺南市－波蘭格但斯克市｜姊妹市", ["臺南市", "格但斯克市"]),
        ("格勒諾勃－阿爾卑斯大都會區代表團", ["格勒諾勃"]),
        ("臺南市－米澤市", ["臺南市", "米澤市"]),
        ("舊金山灣區的城市與高雄港區", ["舊金山", "高雄"]),
        ("日本甲州市與中國彭州市", ["甲州市", "彭州市"]),
        ("里爾市把校舍改成食堂，開羅市也派員", ["里爾市", "開羅市"]),
        ("代表團拜會開羅市政府，接見里加市副市長", ["開羅市", "里加市"]),
        ("市長會見金邊市長", ["金邊"]),
        ("底特律把校舍改成食堂，勝利馬上到來", ["底特律"]),
        ("南特代表團昨日拜會本府", ["南特"]),
        ("坦帕（人口四十萬）的公車全面電動化", ["坦帕"]),
        ("索菲亞等三市已率先試辦", ["索菲亞"]),
        ("往返海防的班機每週四班", ["海防"]),
        ("宇部和本市一樣，都面臨人口老化", ["宇部"]),
        ("海防經驗與伯恩團隊", []),
        ("科希策—高雄直航復飛", ["科希策", "高雄"]),
        ("離開原州前，團員參觀了老港區", ["原州"]),
        ("回程在水牛城轉機", ["水牛城"]),
        ("康提方面回覆，經費已編列", ["康提"]),
        ("滋賀県彦根市の交流協定", ["彦根市"]),
        ("不來梅哈芬的碼頭比不來梅大", ["不來梅哈芬", "不來梅"]),
        ("與智利的塔爾卡瓦諾簽署", ["塔爾卡瓦諾"]),
        ("羅馬尼亞克盧日-納波卡市市長", ["克盧日-納波卡市"]),
        ("波蘭別爾斯科-比亞瓦市市長", ["別爾斯科-比亞瓦市"]),
        ("會中安排佩薩羅市分享經驗", []),
        ("與佩薩羅市分享經驗", ["佩薩羅市"]),
        ("與義大利的佩薩羅簽署", ["佩薩羅"]),
        ("法國的馬達、英國的巴士、美國的奧斯卡與荷蘭的林布蘭", []),
        ("柏林波茲坦兩地", ["柏林", "波茲坦"]),
    ],
)
def test_cities(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    "text",
    [
        "市立高國中及小學合作發展中心的建設平台與資源",
        "提高市民滿意度，集中市場，最高市值，股市、超市、夜市、門市",
        "本市、該市、各縣市、直轄市、友好城市、智慧城市、沿海城市",
        "平台中央的三台中型巴士，電視台中國節目",
        "南京東路與上海路口，新北投與日月潭",
        "美國加州與德州、石川縣、島根縣、北海道",
        "達成巴黎協議目標，羅馬帝國",
        "越南市場與河南話",
        "漫步東京灣岸，眺望大阪灣，舊金山灣沿岸與孟買港海域",
    ],
)
def test_no_city(text: str, lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("紐西蘭與白俄羅斯", ["紐西蘭", "白俄羅斯"]),
        ("尼日利亚、老挝、沙特和意大利", ["尼日利亚", "老挝", "沙特", "意大利"]),
        ("幾內亞比索、赤道幾內亞", ["幾內亞比索", "赤道幾內亞"]),
        ("荷蘭在臺辦事處與駐臺代表", ["荷蘭", "臺", "臺"]),
        ("台美雙方關係", ["台", "美"]),
        ("美、加、英等國訪台", ["美", "加", "英", "台"]),
        ("中日韓三國", ["中", "日", "韓"]),
        ("巴西利亞不是巴西", ["巴西"]),
        ("馬爾他、馬利與馬里蘭州", ["馬爾他", "馬利"]),
        ("日本國內", ["日本"]),
    ],
)
def test_countries(text: str, countries: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "COUNTRY", lexicon) == countries


@pytest.mark.parametrize(
    "text",
    [
        "育英國小與立德國中、安泰國小",
        "其中國際合作，高中國文老師，集中國家資源",
        "赴日月潭，訪美濃，駐法院，平台日前上線，舞台美術",
        "中英文對照，德智體群美，全台北，在台上",
        "沿海地區的海地瓜，跨越南北，明智利用",
    ],
)
def test_no_country(text: str, lexicon: PlacesLexicon) -> None:
    assert found(text, "COUNTRY", lexicon) == []


def test_unknown_city_between_country_and_ending_is_claimed(lexicon: PlacesLexicon) -> None:
    text = "巴拉圭庫魯瓦提薩市市長說明，庫魯瓦提薩明年將跟進"
    assert found(text, "CITY", lexicon) == ["庫魯瓦提薩市", "庫魯瓦提薩"]


def test_later_mention_without_ending_is_claimed(lexicon: PlacesLexicon) -> None:
    text = "義大利杜林市副市長說明。桃園與杜林預定簽署。"
    assert found(text, "CITY", lexicon) == ["杜林市", "桃園", "杜林"]


def test_city_state_is_city_and_country_of_one_span(lexicon: PlacesLexicon) -> None:
    claims = find_places(Page.of("新加坡代表"), lexicon)
    assert [(c.label, c.start, c.end) for c in claims] == [("CITY", 0, 3), ("COUNTRY", 0, 3)]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("芬蘭庫魯提、瑞典馬爾默及挪威巴魯提等城市", ["庫魯提", "馬爾默", "巴魯提"]),
        ("夏威夷希洛、帛琉庫魯穆及斐濟蘇瓦等3地", ["希洛", "庫魯穆", "蘇瓦"]),
        ("紐西蘭羅托魯瓦、馬塔魯瓦、蒂普基與會", ["羅托魯瓦", "馬塔魯瓦", "蒂普基"]),
        ("（三）日本‧岡山市；（四）法國・里昂", ["岡山市", "里昂"]),
        ("法國里昂、馬賽、尼斯三城", ["里昂", "馬賽", "尼斯"]),
    ],
)
def test_unknown_names_in_rows_and_lists(
    text: str, cities: list[str], lexicon: PlacesLexicon
) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    "text",
    [
        "韓國環境部和市府合作",
        "芬蘭郵政和市府換裝路燈",
        "德國西門子、瑞典易利信與法國達梭參展",
        "日本富士通、日本豐田汽車、韓國三星",
        "越南和平進程、菲律賓比索、美國哥倫比亞特區",
        "韓國代理市長、日本新任市長、美國女市長",
    ],
)
def test_companies_and_words_after_a_country_are_no_city(text: str, lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == []


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("韓國全羅北道高敞郡守", ["高敞"]),
        ("韓國慶尚南道河東郡郡守與江原道平昌郡代表", ["河東郡", "平昌郡"]),
        ("英國肯特郡代表，肯特郡將跟進", ["肯特郡", "肯特郡"]),
        ("韓國龍仁特例市市長", ["龍仁特例市"]),
    ],
)
def test_counties_govern_like_cities(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("胡志明市守德市的園區", ["胡志明市", "守德市"]),
        ("花蓮市和旦尼丁市的合作", ["花蓮市", "旦尼丁市"]),
        ("台北市和周邊縣市、友好城市合作", ["台北市"]),
        ("胡志明市轄下之市，胡志明市副市長，胡志明市新任市長", ["胡志明市"] * 3),
        ("首爾市長與釜山市智慧城市中心", ["首爾", "釜山市"]),
    ],
)
def test_city_inside_a_city(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("該市也是基督城的姊妹市", ["基督城"]),
        ("里昂的姊妹市共有19座", ["里昂"]),
        ("它是奧斯汀之友好城市", ["奧斯汀"]),
        ("熊本市長大西一史與上海市委書記", ["熊本", "上海"]),
        ("離開羅馬，公里約五公里", ["羅馬"]),
    ],
)
def test_edges_of_names(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    "text",
    ["蒂娜・尼斯—庫魯市長", "安娜・維多利亞・薩爾茲堡女士", "馬可·羅馬諾先生", "約翰・米蘭說"],
)
def test_city_between_dots_is_part_of_a_person(text: str, lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == []


def test_offices_in_a_city_column_are_no_cities(lexicon: PlacesLexicon) -> None:
    text = "經濟發展局\n研考會\n克拉庫"
    pieces = [
        Piece(0, 5, "cell", "home"),
        Piece(6, 9, "cell", "home"),
        Piece(10, 13, "cell", "city"),
    ]
    claims = find_places(Page(text, views.fold(text), pieces), lexicon)
    assert [text[c.start : c.end] for c in claims] == ["克拉庫"]


def test_all_taiwan_is_one_word(lexicon: PlacesLexicon) -> None:
    assert found("全臺最多，平臺、舞臺、月臺、氣象臺", "COUNTRY", lexicon) == ["全臺"]


@pytest.mark.parametrize(
    "text",
    [
        "〔記者許台南／報導〕",
        "秘書長高雄飛說明",
        "許金門議員質詢",
        "王成都理事長頒獎",
        "主任林雪平表示，經費已到位",
        "華盛頓總統的雕像",
        "主任委員林嘉義則說",
        "福岡小姐來信",
        "與長野教授合作",
    ],
)
def test_city_in_a_persons_name_is_withdrawn(text: str, lexicon: PlacesLexicon) -> None:
    claims = [c for c in find_places(Page.of(text), lexicon) if c.label == "CITY"]
    assert [c.rejected for c in claims] == ["in a person's name"]


def test_dishes_are_no_cities(lexicon: PlacesLexicon) -> None:
    assert found("早餐有兩個漢堡和雪梨汁，隔壁是漢堡店", "CITY", lexicon) == []


@pytest.mark.parametrize("text", ["紐約河的潮水", "沿著紐約河、紐約湖"])
def test_a_river_named_like_a_city_is_none(text: str, lexicon: PlacesLexicon) -> None:
    claims = [c for c in find_places(Page.of(text), lexicon) if c.label == "CITY"]
    assert all(claim.rejected for claim in claims)
    assert found("紐約河濱公園", "CITY", lexicon) == ["紐約"]


IN_LETTERS = {
    "behind its country": ("芬蘭 Tampere 副市長到訪。", ["Tampere"]),
    "of its country": ("Costa Rica 的 Alajuela 市長到訪。", ["Alajuela"]),
    "before its country": ("下一屆在 Nuku'alofa 或 Valletta, Malta 舉行。", ["Valletta"]),
    "before its office": ("Rotterdam 市府代表說明。", ["Rotterdam"]),
    "after a verb of place": ("來自 Malmö 的講者與飛往 Curitiba 的團員", ["Malmö", "Curitiba"]),
    "of letters of Vietnam": ("越南 Đà Nẵng 市代表", ["Đà Nẵng"]),
    "again": ("挪威的Bergen參加，Bergen與本市結盟。", ["Bergen", "Bergen"]),
    "of no country that is told": ("她在 Bergen 念書，讀 Oxford 的字典。", []),
    "a person": ("芬蘭 Anna Virtanen 市長到訪。", []),
}


@pytest.mark.parametrize(("text", "names"), IN_LETTERS.values(), ids=IN_LETTERS.keys())
def test_a_city_in_letters_is_told_by_country_or_office(
    lexicon: PlacesLexicon, text: str, names: list[str]
) -> None:
    assert found(text, "CITY", lexicon) == names


def test_latin_name_of_a_city_named_in_chinese(lexicon: PlacesLexicon) -> None:
    text = "麥德林市市長說，Medellin 計畫由 Austin Smith 主持"
    assert found(text, "CITY", lexicon) == ["麥德林市", "Medellin"]


def test_cells_of_a_city_column(lexicon: PlacesLexicon) -> None:
    cells = ["帕多瓦", "塔瓦庫魯", "日本加賀市", "布拉格（Prague）", "不詳", "——", "臺北市、新北市"]
    text = "\n".join(cells)
    pieces = []
    start = 0
    for cell in cells:
        pieces.append(Piece(start, start + len(cell), "cell", "city"))
        start += len(cell) + 1
    claims = find_places(Page(text, views.fold(text), pieces), lexicon)
    names = [text[c.start : c.end] for c in claims if c.label == "CITY"]
    expected = ["帕多瓦", "塔瓦庫魯", "加賀市", "布拉格", "Prague", "臺北市", "新北市"]
    assert names == expected


def beside_cities(cell: str, lexicon: PlacesLexicon) -> list[str]:
    """Return the cities of a column that a cell stands in with two others."""
    text = f"帕多瓦\n{cell}\n張家港市"
    cuts = [0, 3, 4, 4 + len(cell), 5 + len(cell), len(text)]
    pieces = [Piece(*span, "cell", "city") for span in zip(cuts[::2], cuts[1::2], strict=True)]
    page = Page(text, views.fold(text), pieces, words=split_at(Words().cut(text), cuts))
    return [text[c.start : c.end] for c in find_places(page, lexicon)]


@pytest.mark.parametrize(
    "cell", ["本市", "兩市", "首都", "非洲", "國際組織", "從缺", "主持人", "工業區", "學者專家"]
)
def test_a_cell_of_a_city_column_that_names_none(cell: str, lexicon: PlacesLexicon) -> None:
    assert beside_cities(cell, lexicon) == ["帕多瓦", "張家港市"]


@pytest.mark.parametrize("cell", ["光復鄉", "琉球鄉", "信義鄉", "成功鎮", "友愛市"])
def test_towns_may_be_called_by_any_word(cell: str, lexicon: PlacesLexicon) -> None:
    assert beside_cities(cell, lexicon) == ["帕多瓦", cell, "張家港市"]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("依丹麥慣例須經市議會討論", []),
        ("智利中央補助市政府六成", []),
        ("據肯亞媒體報導市長將辭職", []),
        ("荷蘭制度需市議會同意", []),
        ("荷蘭費魯德霍芬市議會同意", ["費魯德霍芬市"]),
        ("美國核桃市議會同意", ["核桃市"]),
    ],
)
def test_a_clause_behind_a_country_is_no_city(
    text: str, cities: list[str], lexicon: PlacesLexicon
) -> None:
    page = Page.of(text)
    page.words = Words().cut(text)
    claims = [c for c in find_places(page, lexicon) if c.label == "CITY"]
    assert [text[c.start : c.end] for c in claims] == cities


@settings(deadline=None)
@given(
    st.text(alphabet="臺北市長駐在台中國美日、，加拿大本比新坡 A（）高雄飛說東方京都", max_size=60)
)
def test_spans_lie_inside_pieces_and_cities_never_overlap(text: str) -> None:
    lexicon = _shared()
    page = Page.of(text)
    claims = find_places(page, lexicon)
    for claim in claims:
        piece = page.piece_at(claim.start)
        assert piece is not None
        assert claim.end <= piece.end
    cities = [c for c in claims if c.label == "CITY"]
    for one, other in pairwise(cities):
        assert one.end <= other.start


@cache
def _shared() -> PlacesLexicon:
    return build_lexicon(LexiconTables(CONFIG))


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        # Names nobody knows, after a partner's verb or a word of place.
        ("本市跟庫魯巴蘭市簽了備忘錄", ["庫魯巴蘭市"]),
        ("總部在隔壁的費魯德霍芬，交通便利", ["費魯德霍芬"]),
        ("義大利奧庫多市議員", ["奧庫多"]),
        # 聖喬治市 is no 喬治市, 市政 no 市.
        ("格瑞那達聖喬治市與馬來西亞喬治市", ["聖喬治市", "喬治市"]),
        ("印度邁索爾市政專員", ["邁索爾"]),
        # Two characters, where the page names the country.
        ("帛琉總統表示，科羅至艾拉伊的光纜", ["科羅"]),
        ("他說，科羅至艾拉伊的光纜", []),
        # A family name of Japan after a title.
        ("課長宇都宮千春代為致意，宇都宮市長也來了", ["宇都宮"]),
        ("竹北市、朴子市與頭份市公所", ["竹北市", "朴子市", "頭份市"]),
        ("主任委員林嘉義", []),
    ],
)
def test_cities_by_context(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("比較巴統與庫魯兩港的自動化", ["巴統", "庫魯"]),
        ("達沃（菲律賓）、北榮（韓國）", ["達沃"]),
        ("* 漢密爾頓，紐西蘭（市長：Tane Lowe）", ["漢密爾頓"]),
        ("順化／越南", ["順化"]),
        ("市場順化／越南", []),
        ("代表包括聖保羅、拉巴斯", ["聖保羅", "拉巴斯"]),
        ("我在波多的一家銀行做了九年", ["波多"]),
        # A name nobody lists, spelled as a larger city of its country is.
        ("法國的克雷蒙費朗比較早", ["克雷蒙費朗"]),
        ("史丹佛大學、上海市浦東新區", ["上海市"]),
        ("美國傑佛遜總統與芬蘭諾基亞", []),
        ("第一副市長、水電與交通兩大城市議題", []),
    ],
)
def test_cities_by_neighbours(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


def test_cell_that_is_a_listed_city_and_nothing_else(lexicon: PlacesLexicon) -> None:
    text = "特魯希略\n祕魯\n未簽"
    pieces = [Piece(0, 4, "cell"), Piece(5, 7, "cell"), Piece(8, 10, "cell")]
    claims = find_places(Page(text, views.fold(text), pieces), lexicon)
    assert [text[c.start : c.end] for c in claims] == ["特魯希略", "祕魯"]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("里加居民、洛桑街頭、里奇蒙的居民", ["里加", "洛桑", "里奇蒙"]),
        ("與利馬簽署、同洛桑締結", ["利馬", "洛桑"]),
        ("光明的居民、全州的市民、我們的居民、公司的團隊", []),
        ("與民間合作、與企業簽約、與在地交流", []),
        ("美國麻省理工、荷蘭恩智浦、丹麥丹佛斯、美國奧的斯", []),
    ],
)
def test_cities_before_what_cities_have(
    text: str, cities: list[str], lexicon: PlacesLexicon
) -> None:
    assert found(text, "CITY", lexicon) == cities


def test_city_in_the_name_of_a_newspaper_or_an_exchange(lexicon: PlacesLexicon) -> None:
    text = "紐約市長接受紐約時報、里昂證券與倫敦金屬交易所訪問"
    assert found(text, "CITY", lexicon) == ["紐約"]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        # One city in the spellings of Taiwan, the mainland and Hong Kong.
        ("不萊梅與不來梅", ["不萊梅", "不來梅"]),
        ("馬爾默的自行車道比馬爾摩的舊", ["馬爾默", "馬爾摩"]),
        ("溫尼伯格、溫尼伯", ["溫尼伯格", "溫尼伯"]),
        ("三藩市、滿地可、高雲地利", ["三藩市", "滿地可", "高雲地利"]),
        ("秘书长在内罗毕会见了阿的斯阿贝巴代表", ["内罗毕", "阿的斯阿贝巴"]),
        ("格勒諾柏、坦帕雷與邁爾西亞", ["格勒諾柏", "坦帕雷", "邁爾西亞"]),
        ("海地的海地角市長在海地角說", ["海地角", "海地角"]),
        ("紐約州布法羅城市規劃師說", ["布法羅"]),
        ("南非布法羅城大都會", ["布法羅城大都會"]),
        ("南非尼爾遜曼德拉灣市與埃庫魯萊尼", ["尼爾遜曼德拉灣市", "埃庫魯萊尼"]),
        ("上午到太保參觀，看十三太保的畫", ["太保"]),
        # 市民 is one word.
        ("三成的溫尼伯市民靠公車通勤", ["溫尼伯"]),
        ("高雄市民政局與臺南市民", ["高雄市", "臺南"]),
        # Words that are listed cities side by side.
        ("與新山、河內、布里斯本共同發表宣言", ["新山", "河內", "布里斯本"]),
        ("代表團來自金邊與萬象", ["金邊", "萬象"]),
        ("波哥大、基多與利馬都有公車捷運", ["波哥大", "基多", "利馬"]),
        ("松山、高松、德島三市", ["松山", "高松", "德島"]),
        ("松山、信義、大安都有", []),
        ("光明、希望與和平", []),
        # Verbs that lead to a place.
        ("一行人轉赴塔林，再飛抵里加", ["塔林", "里加"]),
        ("下屆移師康提舉辦", ["康提"]),
        ("敘利亞阿勒坡來的小女孩", ["阿勒坡"]),
        # Short forms of two or three cities.
        ("他說港深兩地、穗港澳三地", ["港", "深", "穗", "港", "澳"]),
        ("水深港闊、京滬高鐵、滬深股市", []),
        # 市長 behind a name that no city has makes a person, unless his own name follows.
        ("東道主佩雷蒂市長、各位同行；馬洛里市長三天就回了", []),
        ("克拉斯頓市長霍普金斯、馬洛里市長Reed", ["克拉斯頓", "馬洛里"]),
    ],
)
def test_names_written_otherwise_and_places_to_stand(
    text: str, cities: list[str], lexicon: PlacesLexicon
) -> None:
    assert found(text, "CITY", lexicon) == cities


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("巴拉圭說，臺巴交流三十年，駐巴大使也在場", ["巴拉圭", "臺", "巴", "巴"]),
        ("貝里斯與我友好，台貝兩國", ["貝里斯", "台", "貝"]),
        ("葡屬亞速群島", ["葡"]),
        ("愛琴海地震、渤海地區、東海地圖", []),
        ("海地地震後，海地重建", ["海地", "海地"]),
        ("薩利姆·哈巴西與巴西", ["巴西"]),
    ],
)
def test_countries_in_short_and_inside_other_names(
    text: str, countries: list[str], lexicon: PlacesLexicon
) -> None:
    assert found(text, "COUNTRY", lexicon) == countries


@pytest.mark.parametrize("title", ["常務副市長", "經濟副市長", "首席副市長", "候任市長"])
def test_no_place_is_taken_from_a_title(title: str, lexicon: PlacesLexicon) -> None:
    text = f"{title} 王大明"
    page = Page(text, views.fold_page(text), [Piece(0, len(text), "cell", "representative", 1, 1)])
    assert [c for c in find_places(page, lexicon) if not c.rejected] == []

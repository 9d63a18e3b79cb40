"""Organizations: where their names begin and end, what they are, which are the same."""

from __future__ import annotations

import pytest

from pipeline.language.words import Words
from pipeline.recognizers.organizations.finder import find_organizations
from pipeline.recognizers.organizations.latin import find_latin
from pipeline.recognizers.page import Page
from tests.growth import is_linear
from tests.people.documents import Reader

CITIES = ["臺北", "高雄", "桃園", "大邱", "紐約", "拉各斯"]
COUNTRIES = ["加拿大", "以色列", "英國", "荷蘭", "日本", "新加坡", "巴拉圭", "尼日利亚", "台灣"]

FOUND = {
    "臺北市政府已洞見": ["臺北市政府"],
    "讓北市府將經驗分享": ["北市府"],
    "臺北市政府資訊局主辦": ["臺北市政府資訊局", "臺北市政府"],
    "資訊局局長呂新科": ["資訊局"],
    "桃園市外事办主任": ["桃園市外事办"],
    "青年局長梅若蘭": ["青年局"],
    "便會主動通報衛生局進行疫調": ["衛生局"],
    "請智慧發展局詹局長上備詢台": ["智慧發展局"],
    "加拿大駐台北貿易辦事處 代表": ["加拿大駐台北貿易辦事處"],
    "以色列駐臺經濟與文化辦事處主任": ["以色列駐臺經濟與文化辦事處"],
    "而荷蘭在臺辦事處副代表": ["荷蘭在臺辦事處"],
    "其中經濟部補助六成": ["經濟部"],
    "由市府與經濟部、數位發展部補助": ["經濟部", "數位發展部"],
    "巴拉圭 科技暨創新部 部長": ["科技暨創新部"],
    "新加坡數碼發展署副司長": ["新加坡數碼發展署"],
    "尼日利亚拉各斯州数字经济局局长": ["拉各斯州数字经济局"],
    "109年更獲智慧社群國際聯盟（ICSA）頒發": ["智慧社群國際聯盟", "ICSA"],
    "市府與中華電信、高雄銀行合作": ["中華電信", "高雄銀行"],
    "華為、浪潮集團等企業": ["華為", "浪潮集團"],
    "陳慶餘文教基金會承諾捐助": ["陳慶餘文教基金會"],
    "我們跟成功大學合作": ["成功大學"],
    "與中央大學合作": ["中央大學"],
    "與國立臺灣科技大學簽約": ["國立臺灣科技大學"],
    "長三角城市數字化研究院首席研究員": ["長三角城市數字化研究院"],
    "國際關係辦公室本預算支應": ["國際關係辦公室"],
    "與金海文化財團合作": ["金海文化財團"],
    "台灣日本關係協會會長": ["台灣日本關係協會"],
    "桃園市議會第4屆": ["桃園市議會"],
    "、尼日利亚卡各诺州数字经济局局长": ["卡各诺州数字经济局"],
    "前往惠夜基市交通局參訪": ["惠夜基市交通局"],
    "美國在台協會台北辦事處處長": ["美國在台協會台北辦事處"],
    # A department belongs to the university that is called by its short name before it.
    "政大地政學系教授分析房價": ["政大地政學系"],
    "與成大水利及海洋工程學系合作": ["成大水利及海洋工程學系"],
    # A troupe tells that ordinary words before 國小 name a school.
    "由清水國小兒童合唱團獻唱": ["清水國小兒童合唱團"],
    # 大 belongs to the place.
    "並與大高雄市政府合作": ["大高雄市政府"],
    "擴大高雄市政府的參與": ["高雄市政府"],
    "秋田縣立大學與福井醫科大學": ["秋田縣立大學", "福井醫科大學"],
    "高榮院長出席": ["高榮"],
    # 市委 is part of a longer word.
    "高雄市國際交流委員會改選": ["高雄市國際交流委員會"],
    "大邱能源公司 Daesung 參展": ["Daesung"],
}


@pytest.mark.parametrize(("text", "names"), FOUND.items())
def test_names_are_whole(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "ORGANIZATION", CITIES, COUNTRIES) == names


@pytest.mark.parametrize(
    "text",
    [
        "兩個電信公司推出服務",
        "多所大學參與，民間企業與醫院也加入",
        "把資料開放給大學",
        "90個里辦公室使用系統",
        "局部地區到處都有好處",
        "全部部署完成，南部內部部門",
        "「一杯咖啡辦事處」就是學習的產物",
        "應用於醫院機器人",
        "市立高國中及小學",
        "他讀大學時結成聯盟",
        "不僅有線上法庭與虛擬醫院",
        "是全美銀行資產第二大的城市",
        "從實驗室到里長辦公室",
        "波羅的海三國中最早上路",
        "那個無障礙港口聯盟",
        "打造低碳能源城市",
        "全新電信服務上線",
        "臺北與高雄都有大學投入",
    ],
)
def test_sorts_of_bodies_are_no_names(read: Reader, text: str) -> None:
    assert read.kept(text, "ORGANIZATION", CITIES, COUNTRIES) == []


@pytest.mark.parametrize("word", ["市府", "市政府", "議會"])
def test_words_that_stand_for_a_body_are_anaphora(read: Reader, word: str) -> None:
    assert read.kept(f"，{word}將擴大辦理", "ORGANIZATION", forms=["anaphora"]) == [word]


def test_abbreviations_short_forms_and_anaphora_join_their_body(read: Reader) -> None:
    doc = read.document(
        "臺北市政府今天宣布。北市府將與智慧社群國際聯盟（ICSA）合作，市府說ICSA很好。"
        "資訊局將執行。",
        {"臺北": "7280290 TW", "北": "7280290 TW"},
    )
    by_name = {body.name: body for body in doc.organizations}
    assert set(by_name["臺北市政府"].variants) == {"臺北市政府", "北市府", "市府"}
    assert set(by_name["智慧社群國際聯盟"].variants) == {"智慧社群國際聯盟", "ICSA"}
    assert by_name["資訊局"].city_id == "7280290"
    assert by_name["資訊局"].parent_organization_id == by_name["臺北市政府"].organization_id
    assert all(m.entity_id for m in doc.of_label("ORGANIZATION"))


def test_an_office_abroad_acts_for_its_country(read: Reader) -> None:
    doc = read.document("加拿大駐台北貿易辦事處代表Jordan Reeves說", {}, {"加拿大": "CA"})
    (office,) = doc.organizations
    assert (office.kind, office.country_code, office.city_id) == (
        "representative_office",
        "CA",
        None,
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("田知科技創辦人兼執行長蔡明軒說明。", ["田知科技"]),
        ("新創公司「聚沙成塔」執行長許家瑋說明。", ["聚沙成塔"]),
        ("路燈業者光寶科技總經理張安妮指出。", ["光寶科技"]),
        ("印尼Qlue營運長Budi Hartawan說。", ["Qlue"]),
        ("對此執行長王小明表示，亞太區總裁陳偉明不同意。", []),
        ("主持人王小明、執行長李大同到場，各公司董事長陳美玲也來。", []),
        ("田知科技執行長尚未決定人選。", ["田知科技"]),
    ],
)
def test_who_leads_with_a_name_tells_what_is_led(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "ORGANIZATION", countries=["印尼"], forms=["name"]) == names


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("有家叫「倫敦智城」的公司來提案", "倫敦智城"),
        ("與名為「東京綠能」的廠商接洽", "東京綠能"),
        ("廠商「竹科投資顧問公司」自稱夥伴", "竹科投資顧問公司"),
    ],
)
def test_a_firm_in_quotes_is_told_by_the_words_around(read: Reader, text: str, body: str) -> None:
    assert read.kept(text, "ORGANIZATION") == [body]


def test_a_city_is_not_told_by_a_list_of_people(read: Reader) -> None:
    text = "市長王小明、伊朗德黑蘭代表出席"
    assert read.kept(text, "PERSON", ["德黑蘭"], ["伊朗"]) == ["王小明"]


def test_a_country_in_brackets_is_no_short_name(read: Reader) -> None:
    text = "墨西哥文化辦事處（墨西哥）來信。瓜達拉哈拉（墨西哥）副市長致詞。"
    assert read.kept(text, "ORGANIZATION", [], ["墨西哥"]) == ["墨西哥文化辦事處"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("市立醫院的數據顯示床位不足。", ["市立醫院"]),
        ("市府與聖奧古斯丁國立大學用空拍建檔。", ["聖奧古斯丁國立大學"]),
        ("現場還有華碩、宏碁、緯創等業者展示。", ["宏碁", "緯創"]),
        ("論壇另有遠山航太、台灣高鐵等38家廠商參展。", ["遠山航太", "台灣高鐵"]),
        ("清華大學城市分析中心主任柯蔚然受訪。", ["清華大學城市分析中心"]),
        ("教授林一平當選中央研究院院士。", ["中央研究院"]),
        ("總統昨日接見住房部長巴蘇基。", ["住房部"]),
        ("很高興代表海豚電子文教基金會出席。", ["海豚電子文教基金會"]),
        ("智慧發展中心　涂主任仁傑", ["智慧發展中心"]),
        ("副總裁所羅門・奎諾致詞。", []),
        ("廠商：•聯發科 •廣達", ["聯發科", "廣達"]),
        ("•鴻海", ["鴻海"]),
        ("參訪國立大學。", []),
        ("農業局局長邱紹農會後宣布試辦。", ["農業局"]),
        ("理事長林進指出，美濃區農會會後捐款。", ["美濃區農會"]),
        ("議員林志雄代表市議會致贈，由副議長代表縣議會答謝。", []),
        ("林志雄代表教育局領獎。", ["教育局"]),
        ("北京代表處與學生代表聯合會出席。", ["北京代表處", "學生代表聯合會"]),
        ("勞工代表委員會成立，處長王明代表委員會說明。", ["勞工代表委員會"]),
    ],
)
def test_bodies_begin_where_their_names_do(read: Reader, text: str, bodies: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION")
    assert [body for body in found if body != "華碩"] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # signs of foreign names that are ordinary words, too
        ("去年與里耶卡工業大學簽約。", ["里耶卡工業大學"]),
        ("聖若瑟學院派12名學生駐點，作風學院派的他也去。", ["聖若瑟學院"]),
        ("展品向艾爾米塔美術館借來。", ["艾爾米塔美術館"]),
        ("由古特雷斯組織志工隊。", []),
        # parts with a number
        ("水利署第九河川分署分署長陳文德說。", ["水利署第九河川分署"]),
        ("水利署第二河川局今年疏濬。", ["水利署第二河川局"]),
        # banks and universities by their short names
        ("世銀與歐銀合作貸款，市府邀臺電出席。", ["世銀", "歐銀", "臺電"]),
        ("清大、交大與成大三校結盟。", ["清大", "交大", "成大"]),
        ("多數店家不用銀行，也不靠基金會。", []),
        # papers
        ("《海岸評論》編輯　林采蘋主持", ["海岸評論"]),
        ("港灣季刊｜人物專訪\n\n市長受訪。", ["港灣季刊"]),
        ("市民期刊　第 31 期\n\n市長受訪。", ["市民期刊"]),
        ("根據《北方都會報》報導，議會已通過。", ["北方都會報"]),
        ("《綠色憲章》刊登於公報。", []),
        ("每月出版季刊，介紹老街。", []),
        # the head of a letter, and bodies that need their city else
        ("北部城市數據互通工作小組\n\n會議紀錄", ["北部城市數據互通工作小組"]),
        ("會後成立工作小組。", []),
        ("市人民委員會決定延長試辦。", ["市人民委員會"]),
        ("市政會議通過預算。", []),
        ("大同高中校長林怡君說。", ["大同高中"]),
    ],
)
def test_names_of_many_sorts_are_whole(read: Reader, text: str, bodies: list[str]) -> None:
    assert read.kept(text, "ORGANIZATION") == bodies


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # A short city or county of Taiwan stands before its office or council.
        ("高市交通局去年完成路口調查。", "高市交通局"),
        ("預算已送北市議會審查。", "北市議會"),
        # A committee of something that ends in 市, a university in 科.
        ("會中並與智慧城市委員會交換意見。", "智慧城市委員會"),
        ("該系統由浦項工科大學負責開發。", "浦項工科大學"),
        # The branch of a firm, told by its country before or behind.
        ("活動邀請NEC台灣、在地居民參加。", "NEC台灣"),
        # A hospital of a ministry is one name.
        ("病患送往衛生福利部桃園醫院。", "衛生福利部桃園醫院"),
    ],
)
def test_names_with_what_belongs_before_them_are_whole(read: Reader, text: str, body: str) -> None:
    assert body in read.kept(text, "ORGANIZATION", ["桃園"], COUNTRIES)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("台積電美國、德國與日本的三座廠今年完工。", "台積電"),
        ("展場有NEC日本、美國的設備。", "NEC"),
    ],
)
def test_the_first_of_several_countries_is_no_branch(read: Reader, text: str, firm: str) -> None:
    assert firm in read.kept(text, "ORGANIZATION", [], ["美國", "德國", "日本"])


def test_a_name_that_many_states_give_a_body_tells_no_country(read: Reader) -> None:
    doc = read.document("環境保護署與消防處派員到場。", {}, {})
    assert {body.country_code for body in doc.organizations} <= {None, "TW"}


def test_a_latin_word_without_end_takes_time_that_grows_with_it_only() -> None:
    def read(size: int) -> None:
        assert not list(find_latin(Page.of("A1" * (size // 2) + "; University")))

    assert is_linear(read, 4_000)


@pytest.mark.parametrize("text", ["居民選出市議會", "民眾要求市議會同意", "選民罷免市政府的人"])
def test_a_clause_before_a_council_is_no_part_of_its_name(read: Reader, text: str) -> None:
    page = Page.of(text)
    page.words = Words().cut(text)
    assert {claim.form for claim in find_organizations(page, read.organizations)} == {"anaphora"}


def test_an_office_told_again_is_that_of_the_city_it_was_told_with(read: Reader) -> None:
    text = "泗水市長卡雅迪來訪。高雄市環保局去年啟用系統。環保局局長張瑞琿解釋用法。"
    doc = read.document(text, {"泗水": "sby ID", "高雄市": "khh TW"})
    assert [(one.name, one.city_id) for one in doc.organizations] == [("高雄市環保局", "khh")]


def test_an_office_told_behind_another_city_is_not_that_of_the_city_before(read: Reader) -> None:
    text = "泗水市長卡雅迪來訪。高雄市環保局去年啟用系統。臺中市也有系統，環保局解釋用法。"
    doc = read.document(text, {"泗水": "sby ID", "高雄市": "khh TW", "臺中市": "txg TW"})
    assert [one.name for one in doc.organizations] == ["高雄市環保局", "環保局"]


def test_letters_in_brackets_behind_a_body_are_its_name_too(read: Reader) -> None:
    text = "新加坡資訊通信媒體發展局（IMDA）來訪。IMDA明年擴大補助。"
    doc = read.document(text, {}, {"新加坡": "SG"})
    assert [one.variants for one in doc.organizations] == [("IMDA", "新加坡資訊通信媒體發展局")]


@pytest.mark.parametrize("before", ["", "昨天", "今天下雨。", "2021年3月，"])
def test_the_city_that_a_report_begins_with_is_that_of_its_city_hall(
    read: Reader, before: str
) -> None:
    doc = read.document(f"{before}福岡市的地鐵通車。市府指出，票價不變。", {"福岡市": "fuk JP"})
    assert [one.city_id for one in doc.organizations] == ["fuk"]


def test_a_city_that_is_only_praised_has_no_city_hall(read: Reader) -> None:
    doc = read.document("市長說，東京的經驗可貴。市府推動路燈計畫。", {"東京": "tyo JP"})
    assert [one.city_id for one in doc.organizations] == [None]


@pytest.mark.parametrize(
    "text",
    ["接受日本《西日晨報》採訪。", "《西日晨報》昨天刊登專訪。", "《西日晨報》說，排名第三。"],
)
def test_papers_in_their_marks_are_bodies(read: Reader, text: str) -> None:
    assert read.kept(text, "ORGANIZATION", [], ["日本"]) == ["西日晨報"]


def test_a_country_in_brackets_stands_between_a_city_and_its_office(read: Reader) -> None:
    text = "高雄市政府新聞稿\n\n福岡市（日本）國際關係局局長王大明到場。\n"
    cities = {"高雄市": "khh TW", "福岡市": "fuk JP"}
    bodies = {
        one.name: one.city_id for one in read.document(text, cities, {"日本": "JP"}).organizations
    }
    assert bodies["國際關係局"] == "fuk"

"""Organizations of many kinds and countries: whole names, short names, Latin names."""

from __future__ import annotations

import pytest

from pipeline.contract import Organization
from pipeline.language.body_names import core_name
from pipeline.merging.organizations import merge_organizations
from tests.people.documents import Reader

CITIES = [
    *["臺北市", "臺北", "台北", "臺中市", "竹北市", "里斯本", "馬德里", "赫爾辛基", "奧胡斯市"],
    *["柏克萊", "峴港市", "高雄市", "高雄", "怡保", "上海市", "布爾薩"],
]
COUNTRIES = ["波蘭", "印度", "愛沙尼亞", "新加坡", "荷蘭", "日本", "台灣", "馬來西亞"]

FOUND = {
    "波蘭臺北辦事處處長致詞": ["波蘭臺北辦事處"],
    "印度台北協會會長與馬來西亞友誼及貿易中心代表": ["印度台北協會", "馬來西亞友誼及貿易中心"],
    "我駐波蘭台北經濟文化中心轉來": ["駐波蘭台北經濟文化中心"],
    "內政部警政署與交通部公路局協調": ["內政部警政署", "交通部公路局"],
    "愛沙尼亞經濟事務暨通訊部次長": ["愛沙尼亞經濟事務暨通訊部"],
    "荷蘭經濟事務與氣候政策部派員": ["荷蘭經濟事務與氣候政策部"],
    "奧胡斯市技術與環境局主管": ["奧胡斯市技術與環境局"],
    "新加坡建屋發展局與赫爾辛基區域運輸局": ["新加坡建屋發展局", "赫爾辛基區域運輸局"],
    "兼數碼發展及新聞部部長": ["數碼發展及新聞部"],
    "請原住民行政處處長": ["原住民行政處"],
    "里斯本市議會待臺中市議會審議": ["里斯本市議會", "臺中市議會"],
    "馬德里市政廳與怡保市政廳": ["馬德里市政廳", "怡保市政廳"],
    "城鄉綠能推動辦公室主任": ["城鄉綠能推動辦公室"],
    "資訊中心主任董威廷": ["資訊中心"],
    "弗勞恩霍夫風能系統研究所教授": ["弗勞恩霍夫風能系統研究所"],
    "國立宜蘭大學教授游靖舒認為": ["國立宜蘭大學"],
    "加州大學柏克萊分校": ["加州大學柏克萊分校"],
    "上海市大数据中心": ["上海市大数据中心"],
    "由Gogoro與TOMRA 公司營運，Google表單報名": ["Gogoro", "TOMRA 公司"],
    "Director of Dublin City Council與Cisco Systems": ["Dublin City Council", "Cisco Systems"],
    "ICLEI與C40城市聯盟、世衛組織": ["ICLEI", "C40城市聯盟", "世衛組織"],
    "信義戶政事務所與臺大醫院": ["信義戶政事務所", "臺大醫院"],
    "。福祉健康局局長坦承": ["福祉健康局"],
    "農漁局　局長石敬棠": ["農漁局"],
    "署理運輸署署長龐志恆與縣府原民處處長": ["運輸署", "原民處"],
    "由高雄市環保局拿環保署的補助": ["高雄市環保局", "環保署"],
    "峴港市執行委員會主席": ["峴港市執行委員會"],
    "太平洋海嘯警報中心": ["太平洋海嘯警報中心"],
    "拾荒者合作社 SWaCH每天收": ["SWaCH"],
    "《城市切片》總編輯主持": ["城市切片"],
    "搭乘首都客運或改搭國光客運": ["首都客運", "國光客運"],
    "東日本鐵道公司與台北日本協會": ["東日本鐵道公司", "日本協會"],
    "中華民國水利技師公會全國聯合會理事長": ["中華民國水利技師公會全國聯合會"],
    "林業試驗所研究員": ["林業試驗所"],
    "土木工程拓展署與水利資源處": ["土木工程拓展署", "水利資源處"],
    "工作會議會議紀錄": [],
    "臺中市正同亞洲開發銀行商談": ["亞洲開發銀行"],
    "臺北參與國際河川城市網絡三年": ["國際河川城市網絡"],
    "提案已送鎮民代表會審議": [],
    "謝謝高雄大學，感恩慈濟大學": ["高雄大學", "慈濟大學"],
    "感恩慈善基金會執行長郭玉珍": ["感恩慈善基金會"],
    "上海市人民政府外事办公室": ["上海市人民政府外事办公室", "上海市人民政府"],
    "高雄市人民對外友好協會會長": ["高雄市人民對外友好協會"],
    "柏克萊資通訊處處長": ["柏克萊資通訊處"],
    "臺北市政府河濱行動專案小組開會": ["臺北市政府河濱行動專案小組"],
    "合辦：臺中市政府、亞洲城市夥伴聯絡處": ["臺中市政府", "亞洲城市夥伴聯絡處"],
    "《港都人》雜誌總編輯周以樂、《城鄉》季刊主編林小玉": ["《港都人》雜誌", "《城鄉》季刊"],
    "由Taipei City Government具名": ["Taipei City Government"],
    "當地團體Parks for People捐書": ["Parks for People"],
    "中華城市美學協會理事長": ["中華城市美學協會"],
    "寧波諾丁漢大學副校長": ["寧波諾丁漢大學"],
}


@pytest.mark.parametrize(("text", "names"), FOUND.items())
def test_names_are_whole(read: Reader, text: str, names: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION", CITIES, COUNTRIES)
    assert [name for name in found if name != "臺北市政府"] == names


@pytest.mark.parametrize(
    "text",
    [
        "這比顧問公司還管用",
        "28家造船及生技公司",
        "花了十年才學會分享",
        "我們總算學會與海相處",
        "「24小時公司登記」",
        "雙方將互設辦事處",
        "資料中心與市民中心都滿了",
        "「開放實驗室日」展示",
        "高級政務部長陳慧敏",
        "建設一座數據中心",
        "有百餘家公司和上千所學校",
        "結業生進了資安公司",
        "違反道路管理處罰條例",
        "為外國小商戶開辦",
    ],
)
def test_ordinary_words_are_no_bodies(read: Reader, text: str) -> None:
    assert read.kept(text, "ORGANIZATION", CITIES, COUNTRIES) == []


def test_the_government_of_a_county_is_not_that_of_its_town(read: Reader) -> None:
    found = read.kept("在竹北市縣府大禮堂", "ORGANIZATION", CITIES, forms=["name", "anaphora"])
    assert found == ["縣府"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("臺北大眾捷運股份有限公司（下稱北運）宣布。北運說", "北運"),
        ("全球智慧永續城市聯盟（GSCA）與會，GSCA說", "GSCA"),
        ("國際城市數據協會（城數會）發起，城數會說", "城數會"),
        ("與星海綠能股份有限公司合資，星海綠能占三成", "星海綠能"),
    ],
)
def test_a_short_name_told_once_is_the_same_body_everywhere(
    read: Reader, text: str, short: str
) -> None:
    doc = read.document(f"{text}。\n", {"臺北": "tpe TW"})
    (body,) = doc.organizations
    assert short in body.variants
    assert len(body.name) > len(short)


def test_an_agency_of_a_ministry_is_no_office_of_the_city(read: Reader) -> None:
    doc = read.document("臺北市政府與交通部公路局開會。公路局說好。\n", {"臺北": "tpe TW"})
    bureau = next(body for body in doc.organizations if body.name == "交通部公路局")
    assert (bureau.city_id, bureau.country_code) == (None, "TW")


def test_one_office_with_and_without_its_government(read: Reader) -> None:
    doc = read.document(
        "臺北市政府資訊局主辦。資訊局說明。臺北市資訊局補充。\n",
        {"臺北市": "tpe TW", "臺北": "tpe TW"},
    )
    names = {body.name for body in doc.organizations}
    assert names == {"臺北市政府", "臺北市政府資訊局"}


def organization(
    name: str, kind: str, city: str | None, country: str | None = "TW", name_en: str | None = None
) -> Organization:
    return Organization(
        organization_id=f"{name}@{city}",
        name=name,
        name_en=name_en,
        kind=kind,
        variants=(name,),
        parent_organization_id=None,
        city_id=city,
        country_code=country,
        n_mentions=1,
        n_documents=1,
    )


def test_documents_that_write_a_body_differently_mean_one() -> None:
    rows = [
        organization("北市府", "government", "tpe"),
        organization("臺北市政府", "government", "tpe"),
        organization("高雄市政府", "government", "khh"),
        organization("信義區公所", "government", "tpe"),
        organization("北市府資訊局", "agency", "tpe"),
        organization("臺北市政府資訊局", "agency", "tpe"),
        organization("資訊局", "agency", "khh"),
        organization("荷蘭在台辦事處", "representative_office", None, "NL"),
        organization("荷蘭在臺辦事處", "representative_office", None, "NL"),
        organization("資策會", "research", None, "TW", "Institute for Information Industry"),
        organization(
            "資訊工業策進會", "research", None, "TW", "Institute for Information Industry"
        ),
    ]
    merged = merge_organizations(rows, {})
    assert sorted(sorted(body.variants) for body in merged) == sorted(
        sorted(names)
        for names in (
            ["北市府", "臺北市政府"],
            ["高雄市政府"],
            ["信義區公所"],
            ["北市府資訊局", "臺北市政府資訊局"],
            ["資訊局"],
            ["荷蘭在台辦事處", "荷蘭在臺辦事處"],
            ["資策會", "資訊工業策進會"],
        )
    )


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("臺南市市場處", "市场处"),
        ("城市發展局", "城市发展局"),
        ("彰化縣環保局", "环保局"),
        ("首爾特別市數位城市局", "数位城市局"),
        ("市政府", "市政府"),
    ],
)
def test_the_core_of_a_name_keeps_words_with_city_inside(name: str, core: str) -> None:
    assert core_name(name) == core


WHOLE = [
    "芬蘭國家創新基金會",
    "荷蘭應用科學研究組織",
    "亞洲交流基金會",
    "全球智慧城市聯盟",
    "埔里基督教醫院",
    "亞利桑那大學",
    "駐日代表處",
    "國際事務科",
    "宏碁資訊",
    "騰訊雲",
    "數碼港",
]


@pytest.mark.parametrize("name", WHOLE)
def test_names_are_whole_wherever_they_stand(read: Reader, name: str) -> None:
    for text in (f"活動由{name}主辦。", f"市長與{name}簽約。", f"{name}今天表示，明年完成。"):
        found = read.kept(text, "ORGANIZATION", ["臺北"], ["芬蘭", "荷蘭", "台灣"])
        assert [one for one in found if len(one) > 2] == [name]


@pytest.mark.parametrize("text", ["社區特斯拉巡邏車隊", "首批特斯拉電動車", "新款蘋果手機"])
def test_goods_called_after_their_maker_are_no_company(read: Reader, text: str) -> None:
    assert read.kept(text, "ORGANIZATION", [], []) == []


def test_a_verb_ends_the_name_of_a_body(read: Reader) -> None:
    found = read.kept("首府特拉維夫新近設立市政創新中心", "ORGANIZATION", ["特拉維夫"], [])
    assert found == []


PLACED = {
    "主辦單位：臺北市政府、綠色城鄉行動　協辦單位：數位共好、Qlue": [
        "臺北市政府",
        "綠色城鄉行動",
        "數位共好",
        "Qlue",
    ],
    "鴻海、友善單車與Gogolook等業者參展": ["鴻海", "友善單車", "Gogolook"],
    "電信、金融與零售等業者參展": [],
    "新創公司 Qlue 展示平台": ["Qlue"],
    "由Comune di Torino與Banco Atlântico合作": ["Comune di Torino", "Banco Atlântico"],
    "贊助商 Lothian 巴士公司": ["Lothian 巴士公司"],
    "把四家醫院接在一起": [],
    "市府和銀行哪裡不同": [],
    "經費由教育部分攤": ["教育部"],
    "台灣大眾運輸": [],
    "與夸祖魯－納塔爾大學合作": ["夸祖魯－納塔爾大學"],
}


@pytest.mark.parametrize(("text", "names"), PLACED.items())
def test_bodies_are_told_by_where_they_stand(read: Reader, text: str, names: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION", ["臺北"], ["台灣"])
    assert [name for name in found if name != "市府"] == names


@pytest.mark.parametrize(
    "name",
    [
        "城市永續發展交流協會",
        "杜拜未來基金會",
        "仁川經濟自由區域廳",
        "臺北自來水事業處",
        "高雄市工業會",
        "釜山港灣公社",
    ],
)
def test_a_longer_last_word_may_give_way_to_a_shorter_one(read: Reader, name: str) -> None:
    cities = ["臺北", "高雄市", "杜拜", "仁川", "釜山"]
    assert read.kept(f"市長與{name}簽約", "ORGANIZATION", cities, []) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "那個月我學到的比四年大學還多。",
        "創新園區的進駐公司一百多家。",
        "中捷綠線的人流預測誤差不大。",
        "民眾少跑一趟醫院。",
        "議案將於9月送市議會審議。",
        "系統一年替公司省一千萬。",
        "他強調公司不會走。",
        "攝影機學會閉嘴。",
        "擬簽署「離島綠能合作備忘錄」。",
        "達泰公司 Fournier經理報告。",
        "在市政府8樓禮賓廳舉行。",
    ],
)
def test_words_before_a_sort_of_body_are_no_name(read: Reader, text: str) -> None:
    named = read.kept(text, "ORGANIZATION", forms=["name", "short"])
    assert [one for one in named if one != "達泰公司"] == []


def test_a_body_is_called_by_the_end_of_its_name(read: Reader) -> None:
    doc = read.document(
        "南投縣溫泉觀光協會理事長尤美惠說，手環好用。協會秘書長許耀文提醒，手環丟失要賠。\n"
    )
    held = {role.title: role.organization_id for role in doc.roles}
    assert held["秘書長"] == held["理事長"] is not None


@pytest.mark.parametrize(
    ("name", "country"), [("密歇根交通部", "US"), ("巴伐利亞交通部", "DE"), ("教育部", "TW")]
)
def test_the_ministry_of_a_state_is_of_its_country(read: Reader, name: str, country: str) -> None:
    doc = read.document(f"高雄市政府新聞稿\n{name}來訪。\n", {"高雄市": "khh TW"})
    assert [o.country_code for o in doc.organizations if o.name == name] == [country]

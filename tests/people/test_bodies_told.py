"""Bodies whose owner, unit, place or context tells that they are one, and groups that are none."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

CITIES = ["維也納", "宁波", "舟山", "臺南市", "波多", "高雄", "台中市", "名古屋"]
COUNTRIES = ["芬蘭", "台灣", "拉脫維亞"]

FOUND = {
    # The institute of a university in a city, the office of an institute, the works of a firm.
    "浙江大学宁波研究院与学校合作": ["浙江大学宁波研究院"],
    "工研院綠能所表示，將合作": ["工研院綠能所"],
    "拜會工研院綠能所、資策會與農試所": ["工研院綠能所", "資策會", "農試所"],
    "參訪友達龍潭廠與中油永安廠": ["友達龍潭廠", "中油永安廠"],
    # Groups of a town hall or council that deal with something told.
    "市議會國際友城專案小組召集人主持": ["市議會國際友城專案小組"],
    "聯絡人：國際事務小組楊小姐": ["國際事務小組"],
    "國際事務組組長林佩蓉": ["國際事務組"],
    "跨局處專案小組與工作小組分成交通組與環境組": [],
    "眾議院外交委員會下月審查": ["眾議院外交委員會"],
    "移動局整併三個單位": ["移動局"],
    "市工商联与团市委派员": ["市工商联", "团市委"],
    "名古屋港管理組合派專員": ["名古屋港管理組合"],
    # Somebody leads, asks or pays a body.
    "波多市長率天主教大學校長": ["天主教大學"],
    "已洽詢高雄港務分公司": ["高雄港務分公司"],
    "國家銅業公司資助博物館": ["國家銅業公司"],
    "他最後才談公司化，圖書室有三千本書": [],
    "台中市新聞記者公會抗議": ["台中市新聞記者公會"],
    # What only firms do, two cities of one firm, a paper, a mission.
    "由中科暢行承建，外部廠商得標，由遠揚承造": ["中科暢行", "遠揚"],
    "平台由程曦資訊維運，客服由Talkdesk得標": ["程曦資訊", "Talkdesk"],
    "由當地工人承建，由王小明承包": [],
    "宁波舟山港集团与数字宁波公司": ["宁波舟山港集团", "数字宁波公司"],
    "本案採BOT承攬方式，AI維運平台由高雄推出，由AI維運，LED承包商到場": [],
    "由芬蘭商承攬，由高雄小農供貨，由甲標得標，由阿公阿嬤維運，廠商低價搶標得標": [],
    "充電站由Noodoe維運，業者Gogo Green承攬": ["Noodoe", "Gogo Green"],
    # A firm that builds works, and works that it has.
    "台積電將設廠，台電決定建廠，鴻海考慮擴廠，中油同意遷廠": ["台積電", "台電", "鴻海", "中油"],
    "台積電高雄廠、台積電南科廠與中油第三煉油廠": [
        "台積電高雄廠",
        "台積電南科廠",
        "中油第三煉油廠",
    ],
    "讨论先换数据、再谈合同": [],
    "信使報指出，《公益報》與《標準報》刊登；《永續年報》、《工作簡報》": [
        "信使報",
        "公益報",
        "標準報",
    ],
    # A city whose name holds signs that end others; the crew and the groups of a town hall.
    # Who only reports something, and a paper of the city that nobody reads from.
    "據市民舉報指出，附近居民投報指出，里長轉報指出，最新民調報指出": [],
    "高雄發行《小農報》，《城市速報》App上線": [],
    "《公民報》與《世界都市報》都報導，他接受《公益報》訪問": ["公民報", "世界都市報", "公益報"],
    # Words for many bodies that begin the name of one.
    "環保團體監督聯盟、公益團體自律聯盟、新創公司治理協會": [
        "環保團體監督聯盟",
        "公益團體自律聯盟",
        "新創公司治理協會",
    ],
    "民間團體公民監督聯盟表示": ["公民監督聯盟"],
    "前往波多高雄捷運公司": ["高雄捷運公司"],
    "市級創新中心啟用": [],
    "駐村藝術家代表團到訪": [],
    "由維也納機場集團安排": ["維也納機場集團"],
    "名古屋市政廳工程組派兩人": ["名古屋市政廳工程組", "名古屋市政廳"],
    "清潔隊隊長說，清潔隊員都到了": ["清潔隊"],
    "北市交工處，建設者報記者": ["北市交工處", "建設者報"],
    "駐地記者與代表團同機抵達": [],
    "半年報指出虧損，會議簡報指出": [],
    "駐拉脫維亞台北代表團協助，進駐飯店的代表團": ["駐拉脫維亞台北代表團"],
}


@pytest.mark.parametrize(("text", "names"), FOUND.items())
def test_what_tells_a_body(read: Reader, text: str, names: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION", CITIES, COUNTRIES)
    assert sorted(found) == sorted(names)


def test_committees_of_parties_are_of_their_party_and_city(read: Reader) -> None:
    text = "民盟北京市委員會、民盟上海市委員會與民革北京市委員會、中共上海市委員會出席。"
    found = read.document(text, {"北京市": "pek CN", "上海市": "sha CN"}).organizations
    assert {(one.name[:4], one.city_id) for one in found} == {
        ("民盟北京", "pek"),
        ("民盟上海", "sha"),
        ("民革北京", "pek"),
        ("中共上海", "sha"),
    }


def test_no_council_is_a_part_of_another(read: Reader) -> None:
    cities = {"桃園市": "tao TW", "基隆市": "kee TW"}
    doc = read.document("桃園市案經議會同意，基隆市預算須議會審議。", cities)
    assert [one.city_id for one in doc.organizations] == ["tao", "kee"]
    assert [one.parent_organization_id for one in doc.organizations] == [None, None]

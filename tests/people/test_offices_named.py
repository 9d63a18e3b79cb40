"""Offices told away from the title, and bodies that stand in a text by their bare names."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("桃園市教育局推AI護照。局長魏承翰表示首批28校。", "魏承翰", "桃園市教育局"),
        ("中原大學辦展。校長林大同說好。", "林大同", "中原大學"),
        ("宏遠股份有限公司捐款。董事長郭萬錦表示同意。", "郭萬錦", "宏遠股份有限公司"),
        ("大家去東區衛生所看站。護理師黃采萱替她綁上臂帶。", "黃采萱", "東區衛生所"),
        ("台灣數位協會開會。理事長陳美玲致詞。", "陳美玲", "台灣數位協會"),
        ("桃園市城際交流協會開會。理事長陳美玲致詞。", "陳美玲", "桃園市城際交流協會"),
        ("中原大學與桃園市環保局合辦，該局綜計科股長林以樂到場。", "林以樂", "桃園市環保局"),
        ("本刊由桃園市陶藝協會發行，本會財務長陳美玲整理。", "陳美玲", "桃園市陶藝協會"),
        (
            "服務機關：桃園市交通局、桃園市環保局\n姓名職稱：主任秘書葛以安、股長林以樂\n",
            "葛以安",
            "桃園市交通局",
        ),
        ("桃園市環保局　Melissa Kerr專員（視訊）", "Melissa Kerr", "桃園市環保局"),
    ],
)
def test_a_bare_title_belongs_to_the_body_named_last(
    read: Reader, text: str, name: str, body: str
) -> None:
    doc = read.document(text, {"桃園市": "tao TW"})
    bodies = {one.organization_id: one.name for one in doc.organizations}
    assert [bodies.get(role.organization_id or "") for role in roles(doc, name)] == [body]


@pytest.mark.parametrize(
    ("label", "staff", "is_told"),
    [
        ("執行單位", "聯絡人", True),
        ("主辦單位", "承辦人", True),
        ("報告單位", "報告人", True),
        ("機關", "負責人", True),
        ("主辦單位", "報告人", False),
        ("指導單位", "聯絡人", False),
    ],
)
def test_who_fills_in_a_form_is_of_its_unit(
    read: Reader, label: str, staff: str, *, is_told: bool
) -> None:
    doc = read.document(f"{label}：桃園市環保局；{staff}：王大明", {"桃園市": "tao TW"})
    assert [role.organization_id is not None for role in roles(doc, "王大明")] == [is_told]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("吳世勳先生（首爾市長 Oh Se-hoon）致詞。", 1),
        ("李大同博士（首爾市長，王大明先生代）致詞。", 1),
        ("李大同博士（與首爾市長王大明合照）。", 0),
    ],
)
def test_a_bracket_behind_an_honorific(read: Reader, text: str, count: int) -> None:
    doc = read.document(text, {"首爾市": "sel KR"})
    assert len(roles(doc, text[:3])) == count


@pytest.mark.parametrize(("title", "city"), [("水務總監", "prg"), ("最大企業總裁", None)])
def test_who_is_of_that_city(read: Reader, title: str, city: str | None) -> None:
    doc = read.document(f"市長訪問布拉格市。該市{title}Jan Novak出席。", {"布拉格市": "prg CZ"})
    assert [role.city_id for role in roles(doc, "Jan Novak")] == [city]


def test_a_body_of_another_kind_is_not_the_one_of_a_title(read: Reader) -> None:
    doc = read.document("中原大學辦展。董事長郭萬錦表示同意。")
    assert [role.organization_id for role in roles(doc, "郭萬錦")] == [None]


@pytest.mark.parametrize("label", ["講者", "發言人", "與談人"])
def test_a_card_tells_the_place_above_the_speaker(read: Reader, label: str) -> None:
    text = (
        f"論壇\n\n【1】\n城市：德國不來梅港\n{label}：Dr. Wiebke Harms-Johannsen 經濟局長\n重點：\n"
    )
    doc = read.document(text, {"不來梅港": "bre DE"}, {"德國": "DE"})
    assert "bre" in {role.city_id for role in roles(doc, "Wiebke Harms-Johannsen")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由屏東大學與新創公司「浪花科技」組成。", ["屏東大學", "浪花科技"]),
        ("巴貝多工業、創新暨科學部次長到場。", ["工業、創新暨科學部"]),
        ("經濟部航港數位推動小組召集人彭紹恩回應。", ["經濟部航港數位推動小組"]),
        ("波方數位化辦公室主任到場。", ["數位化辦公室"]),
        ("下學期明禮國小和中華國小參加。", ["明禮國小", "中華國小"]),
        ("將到青溪國中觀課兩天。", ["青溪國中"]),
        ("整合市警局與港警總隊的鏡頭。", ["市警局", "港警總隊"]),
        ("特別感謝宏遠水產的郭董。", ["宏遠水產"]),
        ("國立馬來亞大學城市規劃系副教授提醒。", ["國立馬來亞大學"]),
        ("大家去東區衛生所看站。", ["東區衛生所"]),
        ("該校與夸祖魯納塔爾大學合作。", ["夸祖魯納塔爾大學"]),
    ],
)
def test_bodies_are_whole_without_their_city(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "ORGANIZATION", countries=["巴貝多"], forms=["name"])[-len(names) :] == (
        names if "巴貝多" not in text else ["巴貝多" + names[0]]
    )


@pytest.mark.parametrize(
    "text",
    [
        "孩子讀國小時很快樂。",
        "這所國小很棒，多所國小參加。",
        "偏鄉國小缺錢。",
        "發展前瞻科技，投資綠色能源。",
        "不必再跑第二家醫院重照。",
        "分會場設在前海。",
        "納入五家醫院的資料。",
    ],
)
def test_sorts_of_schools_and_trades_are_no_bodies(read: Reader, text: str) -> None:
    assert read.kept(text, "ORGANIZATION", forms=["name", "short"]) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("外交部林部長致詞。", "林部長"),
        ("交通部黃次長說明。", "黃次長"),
        ("高雄市政府林副秘書長到場。", "林副秘書長"),
        ("工研院周副院長揭牌。", "周副院長"),
        ("成功大學沈校長、陳志明教授出席。", "沈校長"),
        ("逢甲大學歐陽校長出席。", "歐陽校長"),
    ],
)
def test_a_family_name_stands_between_a_body_and_an_office(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON")[:1] == [name]


@pytest.mark.parametrize(
    "text", ["外交部原部長離職。", "市政府水利處長說明。", "市議會前議長辭世。"]
)
def test_other_signs_between_a_body_and_an_office_are_no_name(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("昌原市派文化藝術課課長同行。", ["文化藝術課"]),
        ("昌原市夜間觀光課長說明。", ["昌原市夜間觀光課"]),
        ("昌原市文化交流局局長說明。", ["昌原市文化交流局"]),
        ("昌原市溫泉及觀光推廣所所長受訪。", ["昌原市溫泉及觀光推廣所"]),
        ("觀光所帶來的收入成長。", []),
        ("教育所及之處都有志工。", []),
        ("博覽會籌備處公布志工名單。", ["博覽會籌備處"]),
        ("其中歐洲港口開發銀行出資三成。", ["歐洲港口開發銀行"]),
        ("長輩不缺醫院，缺的是人。", []),
        ("鄉下沒醫院。", []),
        ("老人怕醫院。", []),
        ("拜會新創園區Harbor 9。", ["Harbor 9"]),
        ("國際風能顧問公司Ventara質疑。", ["Ventara"]),
        ("由拾荒者合作社「綠手」負責。", ["綠手"]),
    ],
)
def test_offices_and_associations_begin_where_their_names_do(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "ORGANIZATION", cities=["昌原市"], forms=["name"]) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # 所 is an office where its head or its city is told, else a word before a verb.
        ("他談的正是交通安全所、地方文化所；讀者懂。", []),
        ("昌原市環境教育所，新址啟用。", ["昌原市環境教育所"]),
        ("觀光振興所主任與文化所所長同行。", ["觀光振興所", "文化所"]),
        # What begins like an office or a firm and goes on as another word.
        ("請各城市金融辦理補件，全市口岸辦理通關。", []),
        ("昌原市招商辦法與昌原市外辦事項。", []),
        ("市口岸辦負責，昌原市金融辦公告。", ["市口岸辦", "昌原市金融辦"]),
        ("越南航空業者到淡水河谷地賞鳥。", []),
        ("最理想汽車停放方式與2040遠景能源規劃。", []),
        ("看中國石化產業與三星重工業遺址。", []),
        ("中石化學區停課，搬進南方航空城。", []),
        ("越南航空公司與淡水河谷簽約。", ["越南航空公司", "淡水河谷"]),
        ("理想汽車與中國石化宣布合作。", ["理想汽車", "中國石化"]),
        # At a site stand firms; what it holds and runs is none.
        ("創業基地 VR 教室，科學園區 Demo Night 登場。", []),
        ("創新園區 Open Harbor 計畫啟動。", []),
        ("育成中心 Nimbus Robotics 進駐。", ["Nimbus Robotics"]),
        # 以外 and what is beyond belong to the clause.
        ("除了會員以外聯盟也邀請學者，學校以外協會幫忙。", []),
    ],
)
def test_offices_and_firms_end_where_no_other_word_goes_on(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "ORGANIZATION", cities=["昌原市"], countries=["越南"]) == names

"""Names beside an office, a label or in a cell: where they begin and end, and what is no name."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

BESIDE = {
    "a day right behind": ("副市長Pieter van der Berg3月2日來函。", "Pieter van der Berg"),
    "two family names first": ("市議員Soto Rivas, Inés也說明。", "Soto Rivas, Inés"),
    "an initial before 和": ("副市長G. 恩和圖雅表示，煤煙少了。", "G. 恩和圖雅"),
    "a company's name at the end": ("市議員Moira O'Dell說，橋修好了。", "Moira O'Dell"),
    "a family name of two signs": ("主任賀蘭山雪認為，水還夠。", "賀蘭山雪"),
    "a family name that is a verb": ("局長連建中曾對外表示，會再議。", "連建中"),
    "kana and a sign behind": ("副市長西郷まり子致詞。", "西郷まり子"),
    "kana before the office": ("由西郷まり子副市長接待。", "西郷まり子"),
    "who interprets": ("口譯員連平山隨行。", "連平山"),
    "who works there": ("同仁范姜玉梅問起個資。", "范姜玉梅"),
    "a township around the office": ("請總務室林主任寶山辦理。", "林主任寶山"),
    "a word behind the given name": ("請社會局林科長美惠處理。", "林科長美惠"),
    "a family name behind a unit": ("駐處何秘書接機。", "何秘書"),
    "a guest's side": ("館方林專員帶路。", "林專員"),
}


@pytest.mark.parametrize(("text", "name"), BESIDE.values(), ids=BESIDE.keys())
def test_a_name_beside_an_office_is_whole(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("紀錄：研考處 溫東港", "溫東港"),
        ("紀錄：秘書處高雅", "高雅"),
        ("紀錄：高雅（秘書處）", "高雅"),
        ("承辦人：胡明白　電話：02-1234", "胡明白"),
        ("聯絡人：觀光局 Anna Schmidt", "Anna Schmidt"),
    ],
)
def test_a_label_tells_a_name_behind_a_body_or_made_of_words(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON") == [name]


@pytest.mark.parametrize("text", ["聯絡人：同上", "紀錄：全體", "講者：時間未定"])
def test_an_entry_without_a_name_is_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


@pytest.mark.parametrize(
    "text",
    [
        "記者向局長追問經費來源。",
        "居民向里長陳情。",
        "向市長提問的市民很多。",
        "局長曾公開說明預算用途。",
        "駐處全體秘書接機。",
        "公所文化專員很忙。",
    ],
)
def test_a_preposition_or_adverb_beside_an_office_is_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


def test_a_preposition_may_be_a_family_name_where_a_clause_begins(read: Reader) -> None:
    assert read.kept("會後，向局長說明預算。", "PERSON") == ["向局長"]


def test_a_place_behind_a_country_and_a_dot_is_nobody(read: Reader) -> None:
    text = "■ 挪威・克里斯蒂安桑市"
    assert read.kept(text, "PERSON", ["克里斯蒂安桑市"], ["挪威"]) == []


CELLS = """城市\t代表\t內容
達爾汗市\tB. 恩和巴雅爾／副市長\t補貼無煙煤，受惠 2,900 戶。
加勒市\tK. M. 佩雷拉／市長\t海堤修復完成七成。
哈恩市\tSoto Rivas, Inés／市議員\t橄欖園每天省水兩成。
"""


def test_initials_and_a_turned_name_before_an_office_in_a_cell(read: Reader) -> None:
    doc = read.document(CELLS, {"佩雷拉": "pereira CO", "哈恩市": "jaen ES"})
    names = {one.name for one in doc.people}
    assert names == {"B. 恩和巴雅爾", "K. M. 佩雷拉", "Soto Rivas, Inés"}


WORDS = {
    "before a word": ("市長沈安全致歡迎詞。", "沈安全"),
    "before a connector": ("縣長洪表明與各國簽約。", "洪表明"),
    "before a mark": ("隊長游安全、工友兩名隨行。", "游安全"),
    "before the office": ("由盧創新市長親自接待。", "盧創新"),
    "before the office, in a list": ("會中，林自然副市長親自接待。", "林自然"),
    "who interprets": ("口譯：日語　葉高興", "葉高興"),
}


@pytest.mark.parametrize(("text", "name"), WORDS.values(), ids=WORDS.keys())
def test_a_given_name_is_one_though_it_is_a_word(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON") == [name]


def test_a_label_tells_a_name_made_of_a_city(read: Reader) -> None:
    assert read.kept("講者：鄭重慶（顧問）", "PERSON", ["重慶"]) == ["鄭重慶"]


def test_a_label_before_a_country_and_an_unlisted_city_names_its_mayor_only(read: Reader) -> None:
    text = "演講人：哥倫比亞曼尼薩萊斯市長　Catalina Ospina"
    found = read.kept(text, "PERSON", ["曼尼薩萊斯"], ["哥倫比亞"])
    assert found == ["Catalina Ospina"]


@pytest.mark.parametrize(
    "text",
    [
        "市長許多政策在推。",
        "局長石化業、",
        "市長高度重視，局長全程陪同。",
        "全體議員、各區區長、常務副市長到場。",
        "市長白天在開會。",
        "原訂由副市長主持，臨時取消。",
    ],
)
def test_words_beside_an_office_are_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("橫山市Director of Mobility Rui Tavares說。", "Rui Tavares", "Director of Mobility"),
        (
            "橫山市Secretary of Urban Planning Marcela Souza說。",
            "Marcela Souza",
            "Secretary of Urban Planning",
        ),
        ("Mayor of Port Vila Anna Kalo說。", "Anna Kalo", "Mayor"),
    ],
)
def test_the_field_of_an_english_office_is_a_part_of_it_and_a_place_is_not(
    read: Reader, text: str, name: str, title: str
) -> None:
    doc = read.document(text, {"橫山市": "hen TW", "Port Vila": "vila VU"})
    assert [role.title for role in roles(doc, name)] == [title]


FEW = {
    "with": ("水利局局長和春暉補充，堤防好了。", "和春暉"),
    "to": ("水利局局長向光明答稱，堤防好了。", "向光明"),
    "from": ("水利局局長從善達指出，堤防好了。", "從善達"),
    "by": ("水利局局長由美善解釋，堤防好了。", "由美善"),
    "together": ("水利局局長同心怡也說，堤防好了。", "同心怡"),
}


@pytest.mark.parametrize(("text", "name"), FEW.values(), ids=FEW.keys())
def test_a_preposition_is_a_family_name_before_a_given_name_that_speaks(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON") == [name]


@pytest.mark.parametrize(
    "words",
    ["和幕僚", "和業者", "和房東", "向旅客", "向社區", "從數據", "由中央", "同業者", "連兩度"],
)
def test_who_or_what_stands_behind_a_preposition_is_no_given_name(read: Reader, words: str) -> None:
    assert read.kept(f"水利局局長{words}說明，堤防好了。", "PERSON") == []


@pytest.mark.parametrize("text", ["局長和議員討論經費。", "水利局局長向永明國中師生說明。"])
def test_a_preposition_without_one_who_speaks_is_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON") == []


@pytest.mark.parametrize("name", ["長崎亘", "宮崎亙", "千葉燿", "山口亘弘"])
def test_a_family_of_japan_named_like_a_place_has_a_rare_given_name(
    read: Reader, name: str
) -> None:
    text = f"札幌市都市整備局長{name}表示，老屋要留。"
    assert read.kept(text, "PERSON", ["札幌市", name[:2]]) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "以下由譯者林瑞典譯出。",
        "本文由譯者林瑞典翻譯。",
        "特約譯者林瑞典、陳小蘭合譯。",
        "譯者林瑞典說，方言最難。",
    ],
)
def test_a_translator_may_be_named_like_a_country(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", [], ["瑞典"])[0] == "林瑞典"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("賣了二十年魚的陳林月娥表示，車位不夠。", ["陳林月娥"]),
        ("開麵店的郭蔡滿足抱怨，路太窄。", ["郭蔡滿足"]),
        ("來幫忙的陳林義工表示，她很累。", []),
        ("在場的高中學生表示，公車太少。", []),
    ],
)
def test_two_family_names_are_sure_behind_what_somebody_does(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "PERSON") == names


@pytest.mark.parametrize(
    "cell", ["懸缺", "（懸缺）", "懸缺中", "出缺", "從缺", "空缺", "遇缺不補", "待補", "未定"]
)
def test_a_cell_that_tells_an_empty_seat_is_nobody(read: Reader, cell: str) -> None:
    rows = f"機關\t職稱\t姓名\n水利局\t局長\t林志誠\n環保局\t副局長\t{cell}\n"
    assert [one.name for one in read.document(rows, {}).people] == ["林志誠"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出席：行政處劉怡伶經理、林淑芬專員", ["劉怡伶", "林淑芬"]),
        ("中華電信公司王大明經理說明。", ["王大明"]),
        ("資訊處高級專員說明。交通局林場專員巡查。", []),
        ("主席：簡市長子暘之代理人　主任秘書古曉嵐", ["簡市長子暘", "古曉嵐"]),
    ],
)
def test_who_stands_between_a_body_and_an_office_is_found(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "PERSON") == names


def test_an_office_in_a_bracket_is_of_whom_it_stands_before(read: Reader) -> None:
    doc = read.document("主席：柯市長文哲（請假，由副市長蔡炳坤代理）\n", {})
    assert "副市長" not in [role.title for role in roles(doc, "柯文哲")]
    assert "副市長" in [role.title for role in roles(doc, "蔡炳坤")]

"""Offices of a delegation, of those who receive it, of missions, regions and states."""

from __future__ import annotations

import time

import pytest

from pipeline.relations.roles.local_cities import SHOWS
from tests.people.documents import Reader, roles

CITIES = {
    **{"札幌市": "spk JP", "臺北市": "tpe TW", "普吉市": "hkt TH", "基隆市": "kee TW"},
    **{"特拉維夫": "tlv IL", "曼徹斯特市": "man GB", "蘇瓦市": "suv FJ", "紐約市": "nyc US"},
    **{"首都城": "cap ID", "萬隆": "bdo ID"},
}
COUNTRIES = {
    **{"日本": "JP", "以色列": "IL", "英國": "GB", "斐濟": "FJ", "瓜地馬拉": "GT", "印尼": "ID"},
    **{"加拿大": "CA", "台": "TW", "華": "TW"},
}


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "日本札幌市訪問團昨日參訪臺北市政府，團員有經濟觀光局長知野學、市民局局長川村彥。",
            "知野學",
            "spk",
        ),
        ("普吉市長陳大文率團訪基隆市，市長謝國樑、產業發展處長蔡馥嚀接待。", "蔡馥嚀", "kee"),
        ("英國曼徹斯特市長來訪。以色列特拉維夫市長顧問羅以撒、交通處長馬可說明。", "馬可", "tlv"),
        ("臺北市市長高虹安率團訪日本札幌市，交通局長倪茂榮同行。", "倪茂榮", "tpe"),
        ("紐約市前規劃局長阿曼達・伯登到場。", "阿曼達・伯登", "nyc"),
        ("紐約市市長Ann Reed（安・里德）的特助Kai Moana先到。", "Kai Moana", "nyc"),
        ("曼徹斯特市市長的顧問Tom Reid也來了。", "Tom Reid", "man"),
    ],
)
def test_an_office_is_of_the_city_of_its_delegation_its_list_or_its_host(
    read: Reader, text: str, name: str, city: str
) -> None:
    (role,) = roles(read.document(text, CITIES, COUNTRIES), name)
    assert role.city_id == city


def test_an_office_beside_a_minister_is_of_the_state(read: Reader) -> None:
    text = "萬隆準備多時。印尼總統昨日於首都城接見住房部長巴蘇基、新首都管理局局長班邦。"
    (role,) = roles(read.document(text, CITIES, COUNTRIES), "班邦")
    assert (role.city_id, role.country_code) == (None, "ID")


def test_who_is_posted_here_acts_for_the_country_named_before(read: Reader) -> None:
    text = "加拿大駐台北貿易辦事處代表倪傑民、以色列駐台代表游瑪雅、瓜地馬拉共和國駐華大使葛梅斯。"
    doc = read.document(text, CITIES, COUNTRIES)
    assert [roles(doc, name)[0].country_code for name in ("游瑪雅", "葛梅斯")] == ["IL", "GT"]


def test_the_head_of_a_region_is_of_no_city(read: Reader) -> None:
    text = "斐濟蘇瓦市長阿扎・拉姆到場。隨後科羅州州長艾約・魯魯克致詞，論壇秘書長巴倫・瓦卡宣布。"
    doc = read.document(text, CITIES, COUNTRIES)
    assert [roles(doc, name)[0].city_id for name in ("艾約・魯魯克", "巴倫・瓦卡")] == [None, None]


def test_offices_are_of_the_region_whose_bodies_speak(read: Reader) -> None:
    macau = read.document("公共建設局局長林煒浩出席立法會會議。議員林宇滔質詢。")
    assert {body.name: body.country_code for body in macau.organizations}["立法會"] == "MO"
    assert [role.country_code for role in roles(macau, "林宇滔")] == ["MO"]
    hongkong = read.document("渠務署署長莫永昌、發展局常任秘書長劉俊傑列席。")
    assert {body.country_code for body in hongkong.organizations} == {"HK"}


def test_a_list_goes_on_behind_the_latin_name(read: Reader) -> None:
    doc = read.document("立委伍麗華Saidhai Tahovecahe、鄭天財Sra Kacaw到場。")
    assert [role.title for role in roles(doc, "鄭天財")] == ["立委"]


def test_a_row_of_data_is_no_second_header(read: Reader) -> None:
    text = (
        "姓名,服務單位及職稱,角色\n林子欽,國立政治大學地政學系教授兼系主任,主持人\n"
        "Bernardo Baranda,墨西哥交通研究院主任,主講人\n島田悠輝,都市及地域開發組課長,與談人\n"
    )
    people = {one.name for one in read.document(text, name="a.csv").people}
    assert people == {"林子欽", "Bernardo Baranda", "島田悠輝"}


def test_two_columns_of_names_are_one_person(read: Reader) -> None:
    text = "Name,中文姓名,職稱\nSusan Langley,蘇珊·蘭利,市長\nTan Kiat How,陳傑豪,部長\n"
    people = read.document(text, name="a.csv").people
    assert {(one.name_zh, one.name_latin) for one in people} == {
        ("蘇珊·蘭利", "Susan Langley"),
        ("陳傑豪", "Tan Kiat How"),
    }


def test_what_somebody_is_said_to_be_is_an_office(read: Reader) -> None:
    doc = read.document("陳美玲也是臺北市市長，她說好。張立德原是國立清華大學教授。", CITIES)
    assert [role.city_id for role in roles(doc, "陳美玲")] == ["tpe"]
    assert [role.status for role in roles(doc, "張立德")] == ["former"]


@pytest.mark.parametrize(
    "text",
    ["問題是臺北市市長。", "局長顧問團成立。", "來賓（右）與吉祥物（中）合影。", "其子公司營運。"],
)
def test_words_are_nobody(read: Reader, text: str) -> None:
    assert not read.document(text, CITIES).people


def test_the_greeting_of_a_letter_is_no_turn(read: Reader) -> None:
    text = "致：臺北市政府 趙局長式隆\n\n趙局長您好：\n感謝貴局接待本市副市長一行。\n"
    assert not read.document(text, CITIES).statements


RECEIVED = "基隆市政府新聞稿\n\n首爾市長吳世勳率團來訪，副市長葉以安{}。\n"


@pytest.mark.parametrize("receives", ["接見", "親自到機場迎接", "在文化中心接待", "代表市府歡迎"])
def test_who_receives_guests_is_of_the_city_that_tells_it(read: Reader, receives: str) -> None:
    doc = read.document(RECEIVED.format(receives), {"基隆市": "kee TW", "首爾": "sel KR"})
    assert [role.city_id for role in roles(doc, "葉以安")] == ["kee"]


@pytest.mark.parametrize(
    ("way", "deed", "city"),
    [
        ("22日轉往造船大城蔚山。", "親自導覽太和江，說明整治經過。", "uls"),
        ("第二站來到韓國蔚山。", "在市府大樓接待一行人。", "uls"),
        ("一行人抵達蔚山。", "率國際科人員迎接。", "uls"),
        ("一行人抵達蔚山。", "表示收穫很多。", "hua"),
        ("蔚山去年也來過。", "親自接待一行人。", "hua"),
    ],
)
def test_who_shows_travellers_around_is_of_where_they_are(
    read: Reader, way: str, deed: str, city: str
) -> None:
    text = f"花蓮市公所訊\n\n花蓮市長葉東海率團訪問韓國。\n\n{way}副市長姜南道{deed}"
    doc = read.document(text, {"花蓮": "hua TW", "蔚山": "uls KR"})
    assert [role.city_id for role in roles(doc, "姜南道")] == [city]


def test_a_polite_word_stands_between_the_names_of_one(read: Reader) -> None:
    text = "海地駐臺大使館代辦夏爾女士（Roseline Charles-Dorvil）代讀市長的信。"
    doc = read.document(text, {}, {"海地": "HT"})
    (one,) = doc.people
    assert (one.name_zh, one.name_latin) == ("夏爾", "Roseline Charles-Dorvil")


def test_what_somebody_does_on_the_way_is_read_in_bounded_time() -> None:
    started = time.process_time()
    assert SHOWS.match("率一在二" * 500) is None
    assert time.process_time() - started < 1


def test_sounds_fill_what_stands_between_a_full_city_and_an_office(read: Reader) -> None:
    cities = {"基輔市": "kyi UA", "布達佩斯市": "bud HU", "臺中市": "txg TW"}
    text = "會議紀錄\n\n基輔市克利奇科市長與布達佩斯市卡拉松尼副市長通話。臺中市東區區長旁聽。"
    doc = read.document(text, cities)
    assert {one.name for one in doc.people} == {"克利奇科", "卡拉松尼"}
    assert {role.city_id for role in doc.roles} == {"kyi", "bud"}


def test_an_honorific_and_a_wide_blank_part_a_name_from_its_office(read: Reader) -> None:
    cities = {"蘇瓦市": "suv FJ", "龜尾市": "gum KR"}
    text = "貴賓名單\n\nAna Vaka 女士　　蘇瓦市副市長（代）\n安在浩（An Jae-ho）　　龜尾市市長\n"
    doc = read.document(text, cities)
    assert [role.city_id for role in roles(doc, "Ana Vaka")] == ["suv"]
    assert [role.city_id for role in roles(doc, "安在浩")] == ["gum"]


def test_what_is_glossed_beside_an_office_is_nobody(read: Reader) -> None:
    lines = ("致詞（Opening Remarks）　龜尾市長", "公共運輸（Public Transport）　局長")
    assert not read.document("議程\n\n" + "\n".join(lines), {"龜尾市": "gum KR"}).people


def test_who_comes_from_a_country_holds_an_office_of_a_city_there(read: Reader) -> None:
    cities = {"提比里斯": "tbs GE", "普利茲倫": "prz XK"}
    text = "普利茲倫很小。提比里斯市長也在。科索沃來的Arbën Hoxhaj副市長很年輕。"
    doc = read.document(text, cities, {"科索沃": "XK"})
    assert [role.city_id for role in roles(doc, "Arbën Hoxhaj")] == ["prz"]


def test_a_column_headed_by_a_city_tells_of_which_an_office_is(read: Reader) -> None:
    cities = {"高雄市": "khh TW", "達卡市": "dkr SN"}
    text = "| 題 | 高雄市 | 達卡市 |\n|---|---|---|\n| 誰 | 副市長 盧冠廷 | 副市長 Ana Thiam |\n"
    doc = read.document(text, cities)
    assert [role.city_id for role in roles(doc, "Ana Thiam")] == ["dkr"]


@pytest.mark.parametrize("verb", ["解讀白皮書", "發布新書", "演示平台", "重返會場"])
def test_what_somebody_does_is_no_sign_of_the_name(read: Reader, verb: str) -> None:
    doc = read.document(f"紀錄\n\n研究院院長陳才{verb}。", {})
    assert [one.name for one in doc.people] == ["陳才"]


def test_whoever_put_a_record_together_is_of_the_office_before_the_name(read: Reader) -> None:
    doc = read.document("整理：臺北市政府青年局 林沛妤\n\n會中談到住宿。", {"臺北市": "tpe TW"})
    (role,) = roles(doc, "林沛妤")
    assert (role.title, role.city_id) == ("整理", "tpe")


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        ("市長鄭文燦抵達紐約市，將與市長羅林斯（Mike Rawlings）會談。", "羅林斯", "nyc"),
        ("市長鄭文燦抵達曼徹斯特市，拜會市長包爾斯。", "包爾斯", "man"),
        ("臺北市團抵達札幌市，市長羅智強（Lo Chih-chiang）致詞。", "羅智強", "tpe"),
    ],
    ids=["Latin", "sounds", "romanized"],
)
def test_a_foreign_name_may_begin_like_a_chinese_one(
    read: Reader, text: str, name: str, city: str
) -> None:
    (role,) = roles(read.document(text, CITIES), name)
    assert role.city_id == city


def test_a_guest_on_a_sheet_of_our_own_holds_no_office_of_ours(read: Reader) -> None:
    text = "{}簡介\n\n市長 John Smith 來訪，副市長 Mary Jones 陪同。\n"
    cities = {"臺北市": "tpe TW", "里昂市": "lys FR"}
    assert {role.city_id for role in read.document(text.format("臺北市"), cities).roles} == {None}
    assert {role.city_id for role in read.document(text.format("里昂市"), cities).roles} == {"lys"}


def test_only_in_rows_of_a_city_abroad_one_of_two_is_ours(read: Reader) -> None:
    rows = "| 城市 | 代表 |\n|---|---|\n| 臺北市 | 王大明／李小華 |\n| 橫濱市 | 馬英九／中田宏 |\n"
    doc = read.document(rows, {"臺北市": "tpe TW", "橫濱市": "yok JP"}, name="a.md")
    found = {name: [role.city_id for role in roles(doc, name)] for name in ("王大明", "李小華")}
    assert found == {"王大明": ["tpe"], "李小華": ["tpe"]}
    assert [role.city_id for role in roles(doc, "馬英九")] == [None]


def test_a_family_name_before_a_delegate_is_called_so(read: Reader) -> None:
    doc = read.document("劉代表俊傑到場。王代表揭牌，史代表接受採訪，由代表簽約。")
    assert {(role.text, role.title) for role in doc.roles} == {
        ("劉代表俊傑", "代表"),
        ("王代表", "代表"),
        ("史代表", "代表"),
    }


def test_the_family_name_that_fees_are_written_with_is_one(read: Reader) -> None:
    doc = read.document("市長費高雲主持。翻譯費高漲，顧問費用調高。", {})
    assert [role.text for role in doc.roles] == ["市長費高雲"]

"""Offices that a sentence says of a person: by 是 and 為, before and behind the name."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {"華沙": "waw PL", "臺南": "tnn TW", "橫濱": "yok JP"}


@pytest.mark.parametrize(
    ("text", "who", "title", "city"),
    [
        ("Anna Kowalska 是華沙市副市長，負責數位轉型。", "Anna Kowalska", "副市長", "waw"),
        ("來賓Anna Kowalska，她是華沙的資訊長。", "Anna Kowalska", "資訊長", "waw"),
        ("王大同本身也是臺南市議員。", "王大同", "市議員", "tnn"),
        ("Erik Holmberg今年三月接任華沙市長。", "Erik Holmberg", "市長", "waw"),
        ("Hanna Berger由副市長升任華沙市長。", "Hanna Berger", "市長", "waw"),
        ("臺南市的新任副市長是王銘德。", "王銘德", "新任副市長", "tnn"),
        ("橫濱市現任副市長為山本健太。", "山本健太", "現任副市長", "yok"),
    ],
)
def test_a_sentence_says_what_somebody_is(
    read: Reader, text: str, who: str, title: str, city: str
) -> None:
    doc = read.document(text, CITIES)
    (role,) = roles(doc, who)
    assert (role.title, role.city_id) == (title, city)


@pytest.mark.parametrize(
    "text",
    [
        "王大同是臺南市長的同學，今年退休。",
        "臺南市副市長是王大同的老師，兩人相識多年。",
        "王大同為感謝臺南市長，特別致詞。",
        "王大同是陪同臺南市長，不是主角。",
        "王大同為拜會臺南市長，提早出發。",
        "王大同112年市長初選落敗。",
    ],
)
def test_a_friend_of_an_office_does_not_hold_it(read: Reader, text: str) -> None:
    doc = read.document(text, CITIES)
    assert [role.title for role in roles(doc, "王大同") if role.title.endswith("市長")] == []


def test_a_body_told_with_its_trade_is_the_one_of_the_office(read: Reader) -> None:
    text = "Mary Wambui是新創公司TakaLink的共同創辦人，她說明成果。"
    doc = read.document(text, CITIES)
    (role,) = roles(doc, "Mary Wambui")
    assert role.title == "共同創辦人"
    assert role.organization_id is not None


@pytest.mark.parametrize(
    ("text", "who", "body"),
    [
        ("大阪府知事吉村洋文表示，歡迎大家。", "吉村洋文", "大阪府政府"),
        ("京都府副知事山下晃正到場。", "山下晃正", "京都府政府"),
        ("福岡縣知事服部誠太郎表示，歡迎大家。", "服部誠太郎", "福岡縣政府"),
    ],
)
def test_a_governor_heads_the_government_of_the_prefecture(
    read: Reader, text: str, who: str, body: str
) -> None:
    doc = read.document(text, CITIES)
    (role,) = roles(doc, who)
    names = {one.organization_id: one.name for one in doc.organizations}
    assert names.get(role.organization_id) == body


def test_who_acts_for_a_city_holds_no_office_for_it(read: Reader) -> None:
    text = "臺北市長林文安會見訪團。林文安代表市政府歡迎客人。"
    doc = read.document(text, {"臺北市": "tpe TW"})
    assert [role.title for role in roles(doc, "林文安")] == ["市長"]


@pytest.mark.parametrize(
    ("text", "who", "titles"),
    [
        ("李大同博士（與臺南市長，王銘德合照）來訪。", "李大同", []),
        ("李大同先生（臺南市長，任期四年）來訪。", "李大同", ["市長"]),
        ("李大同先生（陪同臺南市長到場）來訪。", "李大同", []),
        ("李大同先生（由里長推薦，棒球協會總幹事）來訪。", "李大同", ["總幹事"]),
        ("李大同先生（經發局局長）來訪。", "李大同", ["局長"]),
        ("李大同先生（同心協會理事長）來訪。", "李大同", ["理事長"]),
        ("Aino Virtanen介紹同事。他去年接任華沙市長。", "Aino Virtanen", []),
        ("Aino Virtanen說新市長很好。他去年接任華沙市長。", "Aino Virtanen", []),
        ("Aino Virtanen坐下。他去年接任華沙市長。", "Aino Virtanen", ["市長"]),
    ],
)
def test_who_is_told_beside_another_does_not_hold_its_office(
    read: Reader, text: str, who: str, titles: list[str]
) -> None:
    assert [role.title for role in roles(read.document(text, CITIES), who)] == titles


@pytest.mark.parametrize(
    ("text", "who", "is_of_body"),
    [
        ("臺灣大學來訪，該校拜訪市長王銘德。", "王銘德", False),
        ("臺灣大學來訪，該校農業科技系主任王銘德出席。", "王銘德", True),
        ("得標單位：大同公司；審核人：林美玲", "林美玲", False),
        ("填報單位：外事處；填報人：林美玲", "林美玲", True),
    ],
)
def test_whom_a_body_meets_and_who_checks_a_bid_are_not_of_it(
    read: Reader, text: str, who: str, is_of_body: bool
) -> None:
    (role,) = roles(read.document(text, CITIES), who)
    assert (role.organization_id is not None) == is_of_body


def test_an_adviser_of_a_body_told_between_is_not_of_the_city(read: Reader) -> None:
    led = "華沙副市長Jan Nowak接待，"
    doc = read.document(led + "智慧城市計畫主任Anna Kowalska簡報。", CITIES)
    assert [role.city_id for role in roles(doc, "Anna Kowalska")] == ["waw"]
    doc = read.document(led + "微軟也派員，能源計畫顧問John Smith簡報。", CITIES)
    assert [role.city_id for role in roles(doc, "John Smith")] == [None]

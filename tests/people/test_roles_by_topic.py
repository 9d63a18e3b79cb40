"""Offices that their turn, their paragraph or the form of the name places."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {
    **{"高雄": "khh TW", "臺南市": "tnn TW", "嘉義縣": "chy TW", "彰化縣": "cha TW"},
    **{"釜山市": "pus KR", "鹿特丹市": "rot NL", "峴港": "dad VN"},
    **{"長崎市": "nag JP", "松江市": "mat JP"},
}


@pytest.mark.parametrize(
    ("name", "city"), [("Ahmed Bakker", "rot"), ("朴正浩", "pus"), ("韓立德", "tnn")]
)
def test_who_speaks_in_the_turn_of_a_city_is_of_it(read: Reader, name: str, city: str) -> None:
    text = (
        "線上會議紀要\n\n【第一場】\n鹿特丹市：市長Ahmed Bakker先發言，水位又高了。\n"
        "釜山市：副市長朴正浩以海牆為例，說明浪高預警。\n"
        "臺南市：水利局局長韓立德介紹側溝。他說，鹿特丹市值得學習。\n"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, name)] == [city]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("彰化縣走得更遠。建設處處長許文博帶青年出國", "許文博"),
        ("彰化縣則靜悄悄。縣府與峴港簽的備忘錄沒了下文，縣議員賴清美批評", "賴清美"),
        ("嘉義縣環保局長王立人先說。彰化縣方面，農業處處長廖宜君介紹稻草", "廖宜君"),
    ],
)
def test_an_office_is_of_the_city_its_paragraph_begins_with_or_turns_to(
    read: Reader, words: str, name: str
) -> None:
    text = f"記者高小雲／嘉義縣報導\n\n嘉義縣長翁立德說，嘉義縣要比照。\n\n{words}，大家都笑。\n"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, name)] == ["cha"]


@pytest.mark.parametrize(
    "words",
    [
        "彰化縣的經驗值得參考。環保局局長許文博表示，明年跟進",
        "彰化縣樂團壓軸演出，文化局局長許文博到場致意",
        "彰化縣輕軌通車後，交通局局長許文博說，嘉義縣也要跟上",
    ],
)
def test_a_city_that_a_paragraph_just_names_takes_no_office_in_it(read: Reader, words: str) -> None:
    text = f"記者高小雲／嘉義縣報導\n\n嘉義縣長翁立德說，嘉義縣要比照。\n\n{words}。\n"
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "許文博")] == ["chy"]


@pytest.mark.parametrize("name", ["松山寬", "佐藤勇"])
def test_three_signs_may_name_a_japanese_beside_a_city_of_japan(read: Reader, name: str) -> None:
    text = (
        "高雄市政府國際小組會議紀錄\n\n說明：長崎市以造船起家，"
        f"市長{name}去年來訪並提議結盟。\n決議：照案通過。\n"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, name)] == ["nag"]


def test_one_of_the_peoples_of_taiwan_is_no_foreigner(read: Reader) -> None:
    text = (
        "高雄市政府訪談\n\n去年高雄拿下松江市辦的獎。"
        "本刊邀請副市長簡立枝與工務課課長馬浪・尤幹（泰雅族）談談。\n"
    )
    doc = read.document(text, CITIES)
    assert [role.city_id for role in roles(doc, "馬浪・尤幹")] == ["khh"]
    abroad = read.document(text.replace("泰雅族", "克里族"), CITIES)
    assert [role.city_id for role in roles(abroad, "馬浪・尤幹")] != ["khh"]

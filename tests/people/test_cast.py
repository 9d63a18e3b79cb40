"""The cast above a talk: names and offices apart on a line, and whom the labels below mean."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {
    "高雄市": "khh TW",
    "橫濱市": "yok JP",
    "神戶市": "kob JP",
    "卑爾根市": "ber NO",
    "奧胡斯": "aar DK",
}

COUNTRIES = {"挪威": "NO", "日本": "JP", "丹麥": "DK"}

TALK = """港灣城市對話
日期：2025年3月19日

與談人：
黃柏霖　高雄市政府智慧城市推動辦公室主任
Ingrid Solheim-Bakke　挪威卑爾根市副市長
花見 慎吾　日本神戶市危機管理監
Prof. Anders Qvistgaard　丹麥奧胡斯大學都市計畫系
主持人：天下雜誌總主筆　沈若蘭

主持人：謝謝各位來賓，請黃主任先談談高雄的經驗。

黃柏霖：高雄港去年在碼頭裝了兩百個感測器。

Solheim-Bakke：卑爾根每年下雨兩百三十天。

花見慎吾：神戶最大的問題是老舊的岸壁。

Qvistgaard：數據本身不會治水。

主持人：花見さん怎麼看？

花見：我同意教授的說法。
"""


def test_the_list_of_speakers_is_no_turn(read: Reader) -> None:
    doc = read.document(TALK, CITIES, COUNTRIES)
    assert len(doc.statements) == 7
    assert doc.statements[0].text.startswith("謝謝各位來賓")


@pytest.mark.parametrize(
    ("name", "city_id", "n_turns"),
    [
        ("沈若蘭", None, 2),
        ("黃柏霖", "khh", 1),
        ("Ingrid Solheim-Bakke", "ber", 1),
        ("花見 慎吾", "kob", 2),
        ("Anders Qvistgaard", None, 1),
    ],
)
def test_labels_mean_the_people_of_the_list(
    read: Reader, name: str, city_id: str | None, n_turns: int
) -> None:
    turns = said(read.document(TALK, CITIES, COUNTRIES), name)
    assert len(turns) == n_turns
    assert {turn.city_id for turn in turns} == {city_id}


def test_a_professor_is_of_the_university_that_ends_the_line(read: Reader) -> None:
    doc = read.document(TALK, CITIES, COUNTRIES)
    bodies = {body.organization_id: body.name for body in doc.organizations}
    (role,) = [role for role in doc.roles if role.title == "Prof."]
    assert bodies[role.organization_id or ""] == "奧胡斯大學"


@pytest.mark.parametrize(
    "line",
    ["灣區三城晒冷　高雄市搶客", "市民有感　高雄市長出招", "高雄市政府　智慧城市推動辦公室主任"],
)
def test_headlines_in_two_parts_name_nobody(read: Reader, line: str) -> None:
    assert read.kept(f"{line}\n\n活動昨日舉行。\n", "PERSON", ["高雄市"]) == []


def test_a_label_that_returns_names_a_speaker_no_list_knows(read: Reader) -> None:
    text = "紀錄\n\n覺岑野：大家好。\n\n觀眾：請問費用？\n\n覺岑野：免費。\n\n觀眾：謝謝。\n"
    assert read.document(text).of_label("PERSON")[0].text == "覺岑野"
    assert {m.text for m in read.document(text).of_label("PERSON")} == {"覺岑野"}


def test_a_label_that_stands_behind_an_office_names_its_holder(read: Reader) -> None:
    text = "貴賓有奧胡斯副市長鮮榮生等人\n\n主持人：歡迎。\n\n鮮榮生：大家好。\n\n主持人：謝謝。\n"
    (turn,) = said(read.document(text, CITIES), "鮮榮生")
    assert turn.city_id == "aar"


def test_a_name_above_what_is_told_of_somebody_holds_the_office_told_first(read: Reader) -> None:
    doc = read.document(
        "論壇　講者簡介\n\n何明修\n國立政治大學公共行政學系教授，研究地方治理二十年。\n\n"
        "Thomas Andersen\n神戶市機器人中心執行長，曾任職於他處。\n\n"
        "瑪麗亞．岡薩雷斯 María González\n卑爾根市副市長。專長為舊工業區再生。\n",
        CITIES,
    )
    names = {p.person_id: p.name for p in doc.people}
    held = {names[role.person_id]: (role.title, role.city_id) for role in doc.roles}
    assert held["何明修"] == ("教授", None)
    assert held["Thomas Andersen"] == ("執行長", "kob")
    assert held["瑪麗亞．岡薩雷斯"] == ("副市長", "ber")


@pytest.mark.parametrize("name", ["財前久仁子", "林大為", "花見慎吾", "石渡泰則"])
def test_a_line_above_an_office_is_a_name_whatever_its_signs(read: Reader, name: str) -> None:
    text = f"講者簡介\n\n{name}\n日本神戶市副市長，專長為防災。\n"
    assert name in [person.name for person in read.document(text, CITIES, COUNTRIES).people]


@pytest.mark.parametrize("line", ["講者簡介", "專題演講", "高峰論壇", "貴賓致詞"])
def test_a_heading_above_an_office_is_nobody(read: Reader, line: str) -> None:
    text = f"{line}\n日本神戶市副市長，專長為防災。\n"
    assert not read.document(text, CITIES, COUNTRIES).people


def test_a_cell_of_names_may_have_the_title_inside(read: Reader) -> None:
    text = "單位,姓名\n智慧發展中心,涂主任仁傑\n交通局,王局長銘德（陳副局長惠萍代）\n"
    people = read.document(text, name="a.csv").people
    assert {one.name for one in people} == {"涂仁傑", "王銘德", "陳惠萍"}

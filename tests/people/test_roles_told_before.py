"""Whose an office is that words before tell: colleagues, 該校, departments of Japan, towns."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {
    **{"臺南市": "tnn TW", "坦佩雷": "tam FI", "里昂": "lyo FR", "哥特堡": "got SE"},
    **{"橫須賀": "yok JP", "富山": "toy JP", "屏東縣": "pin TW"},
}


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "坦佩雷副市長Aleksi Lehtonen率隊，智慧城市計畫主任Marja Ketola簡報。",
            "Marja Ketola",
            "tam",
        ),
        ("里昂市長布魯諾・貝爾納說好，他的顧問狄米崔斯・帕帕斯也說好。", "狄米崔斯・帕帕斯", "lyo"),
        ("里昂市長布魯諾・貝爾納說好。農業副主席傑雷米・卡謬簡報。", "傑雷米・卡謬", "lyo"),
        # Between them stands somebody of whom nothing tells where she is.
        (
            "哥特堡市長Karin Berg與北星卡車公共事務總監Anna Lind會談，永續總監Nils Ek說明。",
            "Nils Ek",
            None,
        ),
        # No field, no word for whose: of a body nobody names.
        ("坦佩雷副市長Aleksi Lehtonen率隊，顧問Marja Ketola簡報。", "Marja Ketola", None),
        # A foreigner is of no city of ours.
        ("臺南市長黃偉哲說好。國際事務主任Marja Ketola簡報。", "Marja Ketola", None),
    ],
)
def test_a_foreigner_with_a_field_is_of_the_city_of_whoever_stands_before(
    read: Reader, text: str, name: str, city: str | None
) -> None:
    assert {role.city_id for role in roles(read.document(text, CITIES), name)} == {city}


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (
            "虎尾科技大學校長張信良說好；該校農業科技系主任盧彥蓉負責。",
            "盧彥蓉",
            "虎尾科技大學",
        ),
        ("台達電董事長鄭平說好。該公司永續長周志宏在場。", "周志宏", "台達電"),
        ("雲林縣農會總幹事張義雄致詞。該會推廣部主任吳淑娟分享。", "吳淑娟", "雲林縣農會"),
        ("工研院也參與，該院生醫所所長林啟萬到場。", "林啟萬", "工研院"),
    ],
)
def test_words_that_point_back_tell_the_body(read: Reader, text: str, name: str, body: str) -> None:
    doc = read.document(text, CITIES)
    names = {one.organization_id: one.name for one in doc.organizations}
    assert [names.get(r.organization_id or "") for r in roles(doc, name)] == [body]


def test_a_department_of_a_city_of_japan_is_no_ministry(read: Reader) -> None:
    text = "橫須賀市長上地克明說，環境部長三浦誠帶議員搭車。\n\n環境部長彭啟明也到場。\n"
    doc = read.document(text, CITIES)
    assert [(r.city_id, r.organization_id) for r in roles(doc, "三浦誠")] == [("yok", None)]
    assert [r.organization_id is None for r in roles(doc, "彭啟明")] == [False]


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("田中鎮代表會主席李清田到場。", "李清田", "田中鎮代表會"),
        ("溪湖鎮代會副主席楊福地到場。", "楊福地", "溪湖鎮代會"),
    ],
)
def test_the_council_of_a_town_is_a_body(read: Reader, text: str, name: str, body: str) -> None:
    doc = read.document(text, CITIES)
    names = {one.organization_id: one.name for one in doc.organizations}
    assert [names.get(r.organization_id or "") for r in roles(doc, name)] == [body]


@pytest.mark.parametrize("text", ["各鄉鎮代表會談後離去。", "與會城鎮代表會晤市長。"])
def test_delegates_who_meet_are_no_council(read: Reader, text: str) -> None:
    assert not read.kept(text, "ORGANIZATION")


def test_the_head_of_a_town_in_a_cell_of_several_is_of_the_town(read: Reader) -> None:
    text = (
        "| 時間 | 內容 | 主講 |\n|---|---|---|\n"
        "| 10:00 | 歡迎致詞 | 屏東縣副縣長 吳麗雪 |\n"
        "| 11:10 | 座談 | 屏東大學教授 夏侯仁、東港鎮長 洪慧江 |\n"
    )
    doc = read.document(text, CITIES)
    names = {one.organization_id: one.name for one in doc.organizations}
    assert [names.get(r.organization_id or "") for r in roles(doc, "洪慧江")] == ["東港鎮公所"]


def test_a_family_name_of_two_signs_with_the_title_means_who_bears_it(read: Reader) -> None:
    text = (
        "與談人：日本富山市環境局長 田浦真紀\n\n"
        "主持人：田浦局長，富山的經驗呢？\n\n田浦真紀：我們花了50年。\n"
    )
    doc = read.document(text, CITIES)
    assert len({one.entity_id for one in doc.of_label("PERSON")}) == 1


def test_another_with_such_a_name_and_another_title_is_somebody_else(read: Reader) -> None:
    text = "富山市環境局長田浦真紀說好。市長田浦也說好。"
    doc = read.document(text, CITIES)
    assert len({one.entity_id for one in doc.of_label("PERSON")}) == 2


def test_somebody_with_an_honorific_is_what_the_sentence_tells(read: Reader) -> None:
    doc = read.document("Alejandra Ospina小姐是里昂市的數據長，她說好。", CITIES)
    assert [(r.title, r.city_id) for r in roles(doc, "Alejandra Ospina")] == [("數據長", "lyo")]

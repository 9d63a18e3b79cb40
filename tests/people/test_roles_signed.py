"""Offices away from the name: above a signature, in a label, behind a name in other letters."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {"臺東市": "ttt TW", "釜山市": "pus KR", "帕特雷市": "pat GR", "桃園市": "tyn TW"}
HEAD = "桃園市政府\n\n已辦理完畢。\n\n桃園市政府交通局"
SIGNED = {
    "office and body on one line": (f"{HEAD}局長\n葛以安\n", "局長"),
    "body, office and name": (f"{HEAD}\n局長\n葛以安\n", "局長"),
    "with regards": (f"{HEAD}副局長\n葛以安　敬上\n", "副局長"),
}


@pytest.mark.parametrize(("text", "title"), SIGNED.values(), ids=SIGNED.keys())
def test_who_signs_holds_the_office_above(read: Reader, text: str, title: str) -> None:
    doc = read.document(text, CITIES)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    (role,) = roles(doc, "葛以安")
    assert (role.title, bodies[role.organization_id or ""]) == (title, "桃園市政府交通局")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("臺東市公所會議紀錄\n紀錄：范以柔\n一、主席致詞：略。\n", "范以柔", "紀錄"),
        ("臺東市論壇\n口譯：日語　何亭儀；法語　Luc Moreau\n\n賴：請。\n", "Luc Moreau", "口譯"),
    ],
)
def test_the_label_that_begins_a_line_tells_what_somebody_is(
    read: Reader, text: str, name: str, title: str
) -> None:
    assert [role.title for role in roles(read.document(text, CITIES), name)] == [title]


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        ("講者：박민서（朴旻書），釜山市觀光課課長", "朴旻書", "pus"),
        ("講者：Νίκος Δήμου（尼科斯・迪穆），帕特雷市副市長", "尼科斯・迪穆", "pat"),
    ],
)
def test_the_office_stands_behind_the_bracket_of_a_name_in_its_own_letters(
    read: Reader, text: str, name: str, city: str
) -> None:
    assert [role.city_id for role in roles(read.document(text, CITIES), name)] == [city]


def test_an_officer_in_our_own_column_is_no_deputy_of_the_partner(read: Reader) -> None:
    text = "桃園市政府\n友市｜國別｜對方代表｜本市代表\n釜山市｜韓國｜市長朴亨埈｜副市長葛以安\n"
    text += "帕特雷市｜希臘｜副市長Eleni Kosta｜秘書長施念慈\n"
    doc = read.document(text, CITIES, {"韓國": "KR", "希臘": "GR"})
    assert "pus" not in {role.city_id for role in roles(doc, "葛以安")}


def test_whose_city_is_written_to_is_of_no_office_of_the_writer(read: Reader) -> None:
    text = (
        "薩爾斯堡市長 哈拉德・普羅伊納 閣下：\n\n"
        "欣聞貴市將於六月舉辦音樂節。本市副市長趙怡蓁擬率團前往。貴市文化處長蘇珊・費雪上週來信詢問。\n\n"
        "順頌\n時綏\n\n臺中市市長 盧秀燕\n"
    )
    doc = read.document(text, {"薩爾斯堡": "sal AT", "臺中市": "txg TW"})
    found = {name: {role.city_id for role in roles(doc, name)} for name in ("蘇珊・費雪", "趙怡蓁")}
    assert found == {"蘇珊・費雪": {"sal"}, "趙怡蓁": {"txg"}}
    assert "時綏" not in [one.text for one in doc.of_label("PERSON")]


def test_who_is_greeted_by_another_city_is_not_of_it(read: Reader) -> None:
    text = (
        "親愛的詹森市長：\n\n感謝貴市的款待。本府敬邀回訪。\n\n"
        "敬祝\n安康\n\n彰化縣長\n王惠美 敬上\n"
    )
    doc = read.document(text, {"彰化": "cha TW"})
    assert {role.city_id for role in roles(doc, "詹森")} == {None}
    assert {role.city_id for role in roles(doc, "王惠美")} == {"cha"}


def test_a_body_of_those_written_to_is_kept_where_no_city_is_told(read: Reader) -> None:
    text = "敬愛的高島市長：\n\n貴市交通局長山田太郎上月來訪，我們很高興。\n\n臺南市長 王大明\n"
    doc = read.document(text, {"臺南市": "tnn TW"})
    (role,) = roles(doc, "山田太郎")
    assert role.organization_id is not None
    assert role.city_id is None

"""Labels of turns that tell a name beside a body, a place or an office, in any order."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {"高雄市": "khh TW"}
TRANSCRIPT = "座談會逐字稿\n\n主持人：各位好。\n\n{}：格式要統一。\n\n主持人：謝謝。\n"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("智慧城市聯盟 林志雄", "林志雄"),
        ("台灣數位協會　游書婷", "游書婷"),
        ("開放資料社群 許哲維", "許哲維"),
        ("林志雄（智慧城市聯盟）", "林志雄"),
        ("許哲維／開放資料社群", "許哲維"),
        ("台灣數位協會・游書婷", "游書婷"),
        ("智慧城市聯盟-林志強", "林志強"),
        ("智慧城市聯盟葉佩珊", "葉佩珊"),
        ("【台灣數位協會】江承翰", "江承翰"),
        ("高雄市羅文彬", "羅文彬"),
        ("芬蘭商會 Anna Virtanen", "Anna Virtanen"),
        ("Anna Virtanen（芬蘭商會）", "Anna Virtanen"),
        ("微軟 David", "David"),
    ],
)
def test_the_name_beside_a_body_or_place_speaks(read: Reader, label: str, name: str) -> None:
    doc = read.document(TRANSCRIPT.format(label), CITIES)
    assert [statement.text for statement in said(doc, name)] == ["格式要統一。"]


@pytest.mark.parametrize(
    "label",
    ["開放資料 格式", "高雄市 輕軌", "智慧城市聯盟 秘書處", "第一場 數位治理", "微軟「David」"],
)
def test_no_other_words_are_names(read: Reader, label: str) -> None:
    assert read.document(TRANSCRIPT.format(label), CITIES).people == []


def test_lines_that_end_in_a_colon_in_a_release_name_nobody(read: Reader) -> None:
    text = (
        "高雄市新聞稿\n\n市府今天公布三個地點。\n\n高雄市 金獅湖：\n裝設感測器二十支。\n\n"
        "微軟 Azure：\n雲端已上線。\n"
    )
    assert read.document(text, CITIES).people == []

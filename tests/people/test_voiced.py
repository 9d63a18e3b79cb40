"""Entries of fact sheets that give somebody's words, and labels that are nobody's."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, person, said

CITIES = {"嘉義市": "cyi TW", "高雄市": "khh TW"}
HEAD = "嘉義市政府「樂齡公車」計畫事實表\n計畫名稱：樂齡公車2.0\n經費：2,400萬元\n"


@pytest.mark.parametrize(
    ("entry", "words", "city"),
    [
        ("業者回應：司機還缺十二人，加開需要時間。", "司機還缺十二人，加開需要時間。", None),
        ("• 當地居民心聲：晚上終於有路燈了。", "晚上終於有路燈了。", None),
        ("議會意見：班次不足，年底前應再加開。", "班次不足，年底前應再加開。", "cyi"),
        ("3. 交通處說明：加開班次，每日多六班。", "加開班次，每日多六班。", "cyi"),
        ("高雄市交通局補充：駕駛由兩市一起培訓。", "駕駛由兩市一起培訓。", "khh"),
    ],
)
def test_an_entry_gives_the_words_of_a_sort_of_people_or_an_office(
    read: Reader, entry: str, words: str, city: str | None
) -> None:
    doc = read.document(f"{HEAD}{entry}\n", CITIES)
    assert [(s.person_id, s.city_id, s.text) for s in doc.statements] == [(None, city, words)]


def test_the_bracket_behind_the_words_names_who_holds_the_office(read: Reader) -> None:
    entry = "市長談話：「公車不是用來追趕的，是用來坐的。」（市長許定遠，2023年5月8日）\n"
    doc = read.document(HEAD + entry, CITIES)
    assert [s.city_id for s in said(doc, "許定遠")] == ["cyi"]


def test_the_label_may_name_who_speaks(read: Reader) -> None:
    entry = "市議員林芷妤意見：電池放在倉庫旁，消防會勘過了嗎？\n"
    doc = read.document(HEAD + entry, CITIES)
    assert [s.person_id for s in doc.statements] == [person(doc, "林芷妤").person_id]


@pytest.mark.parametrize(
    "entry",
    [
        "補充說明：本表每季更新，以最新版為準。",
        "審查意見：請補附圖說後再行送審。",
        "處理建議：更換感應器並重新校正。",
        "燈桿編號說明：行政區代碼開頭，後接六位流水號。",
        "問題回應：系統已於六月更新完成。",
        "給市民的建議：少開車，多搭乘大眾運輸工具。",
        "對業者的建議：應加強通風並定期檢測。",
        "居民反應：大多肯定，認為噪音減少很多。",
        "單位主管評語：工作認真，待人和善。",
    ],
)
def test_what_a_label_tells_of_things_is_said_by_nobody(read: Reader, entry: str) -> None:
    assert read.document(f"{HEAD}{entry}\n", CITIES).statements == []


def test_news_with_a_colon_is_prose(read: Reader) -> None:
    text = (
        "高雄市今天稽查\n民眾反映：路燈不亮多日。工務局長陳大同說，五月會修好。\n"
        "業者回應：願意配合。市長林芷妤表示，感謝業者。\n"
    )
    doc = read.document(text, CITIES)
    assert [(s.person_id, s.kind, s.text) for s in doc.statements] == [
        (None, "reported", "民眾反映：路燈不亮多日。"),
        (person(doc, "陳大同").person_id, "reported", "工務局長陳大同說，五月會修好。"),
        (None, "reported", "業者回應：願意配合。"),
        (person(doc, "林芷妤").person_id, "reported", "市長林芷妤表示，感謝業者。"),
    ]


def test_so_is_an_entry_in_which_somebody_else_speaks(read: Reader) -> None:
    entry = "業者回應：司機還缺十二人。市長林芷妤表示，會補助業者。\n"
    doc = read.document(HEAD + entry, CITIES)
    assert [s.text for s in doc.statements] == [
        "業者回應：司機還缺十二人。",
        "市長林芷妤表示，會補助業者。",
    ]


@pytest.mark.parametrize(
    ("lines", "n"),
    [
        ("市長談話：明年要把公車路網延伸到港區。\n議會意見：請再評估票價的調整幅度。\n", 2),
        ("市長談話：明年要把公車路網延伸到港區。\n", 1),
        ("對手市長說法：明年要把路網延伸到港區。\n業者看法：司機還缺十二人。\n", 2),
        ("審查意見：請補充經費來源與期程。\n處理意見：請於期限內補正完成。\n", 0),
    ],
)
def test_two_such_lines_or_a_talk_need_no_others(read: Reader, lines: str, n: int) -> None:
    doc = read.document(f"嘉義市政府公車專頁\n\n{lines}", CITIES)
    assert len([s for s in doc.statements if s.rule == "voiced"]) == n

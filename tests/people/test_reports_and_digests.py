"""Minutes, trip reports and digests: whole points, bullets that go on, days of a journey."""

from __future__ import annotations

from pipeline.linking.docview import DocView
from tests.people.documents import Reader

CITIES = {"富山": "toy JP", "孔敬市": "kkc TH", "盧布爾雅那": "lju SI", "格拉茲": "grz AT"}


def _told(doc: DocView) -> list[tuple[str, str]]:
    names = {one.person_id: one.name for one in doc.people}
    return [(names.get(s.person_id or "", ""), s.text) for s in doc.statements]


def test_a_point_of_minutes_is_whole_whomever_it_quotes(read: Reader) -> None:
    said = "孔敬市的窗口Siriporn Chaiyasit處長上週講得很客氣，她說不簽也會來。"
    text = f"第二次會議紀錄\n\n主席：林副市長佳玲\n\n二、討論事項\n游處長士賢：{said}\n"
    assert said in [told for _, told in _told(read.document(text, CITIES))]


def test_what_is_done_by_what_is_told_above_is_said_by_nobody(read: Reader) -> None:
    text = (
        "第二次會議紀錄\n\n主席：林副市長佳玲\n\n決議：\n"
        "（一）富山案依說明1辦理。\n（二）孔敬市照報告內容修正。\n"
    )
    assert _told(read.document(text, CITIES)) == []


def test_a_short_family_name_in_latin_letters_stands_before_an_office(read: Reader) -> None:
    text = (
        "會議紀錄\n\n主席：林副市長佳玲\n出席：澄果公司專案經理 Nicole Tan\n\n"
        "Tan經理：原報價86萬元，筆電上的 Tan 貼紙不算。\n"
    )
    assert ("Nicole Tan", "原報價86萬元，筆電上的 Tan 貼紙不算。") in _told(read.document(text))


def test_he_in_the_next_point_of_a_list_is_who_spoke_above(read: Reader) -> None:
    text = (
        "快報\n\n盧布爾雅那\n• 副市長Janez Kobal說，垃圾車少了一半。\n"
        "• 要跟格拉茲結盟？我問了，他笑笑說教授不管嫁娶。\n\n格拉茲\n• 他們的號誌很新。\n"
    )
    assert _told(read.document(text, CITIES)) == [
        ("Janez Kobal", "副市長Janez Kobal說，垃圾車少了一半。"),
        ("Janez Kobal", "我問了，他笑笑說教授不管嫁娶。"),
    ]


def test_what_is_told_of_a_city_before_its_guide_speaks_is_not_said(read: Reader) -> None:
    said = "他說起初最反對的是司機。"
    text = f"考察報告\n\n副市長Janez Kobal接待。該市2014年宣示零廢棄，回收率升至63%。{said}\n"
    assert _told(read.document(text, CITIES)) == [("Janez Kobal", said)]


def test_each_day_of_a_journey_is_a_row_of_its_place(read: Reader) -> None:
    text = (
        "行程\n\n| 日期 | 地點 | 工作內容 |\n| --- | --- | --- |\n"
        "| 9/19 | 盧布爾雅那 | 拜會市政府、參訪回收站 |\n| 9/22 | 格拉茲 | 參訪基地、科技大學 |\n"
    )
    rows = [words for _, words in _told(read.document(text, CITIES, name="a.md"))]
    assert rows == ["拜會市政府、參訪回收站", "參訪基地、科技大學"]

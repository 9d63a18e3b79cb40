"""What offices report in minutes, on their line or in the items below it."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

CITIES = {"臺中市": "txg TW", "布爾薩市": "bur TR"}
HEAD = "臺中市政府第3次籌備會議紀錄\n\n主席：李副市長四川\n\n"
ITEMS = "（一）小巴四輛已完成測試。\n（二）簽署文件：與布爾薩市的文件已審畢。\n"


@pytest.mark.parametrize(
    ("first", "second", "items"),
    [
        ("一、數位治理局報告：", "二、交通局報告：", ITEMS),
        ("一、數位治理局工作報告：", "二、交通局補充說明：", ITEMS),
        (
            "（一）數位治理局報告：",
            "（二）交通局報告：",
            "1、小巴四輛已完成測試。\n2、與布爾薩市的文件已審畢。\n",
        ),
        ("數位治理局報告：", "交通局報告：", ITEMS),
        ("一、数位治理局报告：", "二、交通局报告：", "（一）小巴已测试。\n（二）文件已审毕。\n"),
    ],
)
def test_the_items_below_an_office_are_one_report(
    read: Reader, first: str, second: str, items: str
) -> None:
    text = f"{HEAD}報告事項\n{first}\n{items}{second}\n{items}\n決議：照案通過。\n"
    doc = read.document(text, CITIES)
    found = [(s.person_id, s.city_id, s.text) for s in doc.statements]
    assert found == [(None, "txg", items.strip())] * 2


def test_a_report_may_stand_on_the_line_of_its_office(read: Reader) -> None:
    text = f"{HEAD}一、交通局報告：小巴四輛已完成測試。\n二、環保局匯報：去年垃圾減少一成。\n"
    doc = read.document(text, CITIES)
    assert [s.text for s in doc.statements] == ["小巴四輛已完成測試。", "去年垃圾減少一成。"]


def test_what_a_meeting_confirms_is_no_report(read: Reader) -> None:
    text = f"{HEAD}一、上次會議決議事項辦理情形報告：\n（一）小巴四輛已完成測試。\n"
    assert read.document(text, CITIES).statements == []


def test_offices_below_a_head_of_all_offices_report_each_for_itself(read: Reader) -> None:
    reports = "一、交通局：小巴四輛已完成測試。\n二、環保局：去年垃圾減少一成。\n"
    text = f"{HEAD}參、業務單位報告：\n{reports}"
    doc = read.document(text, CITIES)
    assert [s.text for s in doc.statements] == ["小巴四輛已完成測試。", "去年垃圾減少一成。"]


def test_an_office_reports_behind_the_topic_of_a_point(read: Reader) -> None:
    points = (
        "（一）「老街燈光」案：建設局報告，燈具已到貨，建議解除列管。決議：同意。\n"
        "（二）市立泳池：教育局報告，九月開放，採預約制。決定：洽悉。\n"
        "（三）公廁改建：工務局說明，二樓尚待驗收。辦理情形：下月再報。\n"
    )
    doc = read.document(f"{HEAD}列管事項\n{points}", CITIES)
    assert [(s.person_id, s.city_id, s.text) for s in doc.statements] == [
        (None, "txg", "建設局報告，燈具已到貨，建議解除列管。"),
        (None, "txg", "教育局報告，九月開放，採預約制。"),
        (None, "txg", "工務局說明，二樓尚待驗收。"),
    ]


def test_the_report_of_an_office_on_paper_says_nothing(read: Reader) -> None:
    assert read.document(f"{HEAD}建設局報告書已上網。\n", CITIES).statements == []


def test_minutes_need_no_chair(read: Reader) -> None:
    text = (
        "參、報告事項\n一、消防處：誤報二十七次，主因是蒸氣。\n"
        "二、衛生處報告：救護車空跑，請先確認。\n肆、臨時動議\n無。\n"
    )
    assert [s.text for s in read.document(text, CITIES).statements] == [
        "誤報二十七次，主因是蒸氣。",
        "救護車空跑，請先確認。",
    ]


def test_a_team_reports_below_the_head_of_reports(read: Reader) -> None:
    text = (
        "貳、報告事項\n一、工務科：行道樹普查完成八成。\n"
        "二、清潔隊：堆肥場進場三十噸。\n參、臨時動議\n無。\n"
    )
    assert [s.text for s in read.document(text, CITIES).statements] == [
        "行道樹普查完成八成。",
        "堆肥場進場三十噸。",
    ]


def test_the_last_report_ends_at_the_next_part(read: Reader) -> None:
    reports = "交通局：小巴四輛已完成測試。\n消防隊：新購救護車三輛。\n"
    text = f"{HEAD}壹、報告事項\n{reports}貳、討論事項\n一、法務局：自治條例修正案，提請審議。\n"
    doc = read.document(text, CITIES)
    assert [s.text for s in doc.statements] == ["小巴四輛已完成測試。", "新購救護車三輛。"]

"""A table of a PDF that goes on over pages is one, whatever the page repeats or breaks off."""

from __future__ import annotations

import pytest

from pipeline.contract import Diagnostic, Segment
from tests.readers import laws
from tests.readers.office import table_page, write_pdf

WIDTHS = [50, 110, 130, 180]
NAMES = ["編號", "城市", "講者", "重點"]
IN_ENGLISH = ["No.", "City", "Speaker", "Key points"]
ROWS = [
    ["1", "大阪市", "副市長 高橋健一", "三年裝設充電樁六百座。"],
    ["2", "安曼市", "市長 林采穎", "擴大公車路網至四十條"],
    ["3", "雅加達", "主任 周明遠", "洪水預警系統已經上線。"],
]
REST = ["", "", "", "路線，票價不變。"]
WHOLE = [ROWS[0], [*ROWS[1][:3], ROWS[1][3] + REST[3]], ROWS[2]]


def rows_of(data: bytes) -> list[list[str]]:
    segments = laws.read(data, "a.pdf")[Segment]
    assert sum(segment.kind == "table" for segment in segments) == 1
    rows = [segment for segment in segments if segment.kind == "table_row"]
    return [row.text.removesuffix("\n").split("\t") for row in rows if row.row is not None]


def pages_with_rules(
    first: list[list[str]], second: list[list[str]], widths: list[int] = WIDTHS
) -> bytes:
    one, two = ([[[cell] for cell in row] for row in page] for page in (first, second))
    return write_pdf([table_page(one, widths, is_open=True), table_page(two, widths)])


def pages_without_rules(first: list[list[str]], second: list[list[str]]) -> bytes:
    places = [60 + sum(WIDTHS[:column]) for column in range(len(WIDTHS))]
    pages = [
        [
            (x, 100.0 + 30 * number, cell)
            for number, row in enumerate(page)
            for x, cell in zip(places, row, strict=True)
            if cell
        ]
        for page in (first, second)
    ]
    return write_pdf([(texts, []) for texts in pages])


def test_a_header_of_two_rows_is_said_again_on_each_page() -> None:
    header = [NAMES, IN_ENGLISH]
    data = pages_with_rules([*header, *ROWS[:2]], [*header, REST, ROWS[2]])
    assert rows_of(data) == WHOLE


def test_a_row_that_begins_with_what_was_said_goes_on_over_the_page() -> None:
    def turned(rows: list[list[str]]) -> list[list[str]]:
        return [row[::-1] for row in rows]

    data = pages_with_rules(turned([NAMES, *ROWS[:2]]), turned([REST, ROWS[2]]), WIDTHS[::-1])
    assert rows_of(data) == turned(WHOLE)


def test_a_line_alone_below_the_names_repeated_is_the_rest_of_the_row() -> None:
    data = pages_without_rules([NAMES, *ROWS[:2]], [NAMES, REST])
    assert rows_of(data) == WHOLE[:2]


def test_a_table_open_at_its_sides_has_all_its_columns() -> None:
    texts, rules = table_page([[[cell] for cell in row] for row in [NAMES, *ROWS]], WIDTHS)
    sides = {min(x for x, *_ in rules), max(x for *_, x, _ in rules)}
    kept = [rule for rule in rules if rule[0] != rule[2] or rule[0] not in sides]
    assert rows_of(write_pdf([(texts, kept)])) == ROWS


def test_a_row_that_leaves_out_the_session_above_it_is_one_of_its_own() -> None:
    names = ["場次", "城市", "講者", "重點"]
    above = ["上午", "大阪市", "高橋健一", "裝設充電樁。"]
    below = ["", "安曼市", "林采穎", "擴大公車路網。"]
    pages = [
        table_page([[[cell] for cell in row] for row in page], WIDTHS)
        for page in ([names, above], [below])
    ]
    found = [list(filter(None, map(str.strip, row))) for row in rows_of(write_pdf(pages))]
    assert found == [above, below[1:]]


def test_fields_side_by_side_name_no_columns() -> None:
    fields = [
        (60.0, "時間：11月7日9:30—11:00"),
        (220.0, "地點：會議中心3號廳"),
        (400.0, "整理：編輯部"),
    ]
    lines = ["圓桌來賓：", "大阪市副市長 高橋健一", "安曼市市長 林采穎", "主持人：周明遠"]
    texts = [(x, 60.0, text) for x, text in fields]
    texts += [(60.0, 84.0 + 24 * number, line) for number, line in enumerate(lines)]
    segments = laws.read(write_pdf([(texts, [])]), "a.pdf")[Segment]
    assert not any(segment.kind == "table" for segment in segments)


def test_rules_part_rows_whose_cells_stand_in_their_middle() -> None:
    lefts = [60.0, 110.0, 220.0, 350.0]
    texts = [(x, 100.0, name) for x, name in zip(lefts, NAMES, strict=True)]
    rules = [(60.0, 84.0 + 25, 560.0, 84.0 + 25)]
    for number, row in enumerate(ROWS):
        top = 124.0 + 44 * number
        texts += [(x, top + 8, cell) for x, cell in zip(lefts, row[:3], strict=False)]
        texts += [(350.0, top, row[3][:6]), (350.0, top + 16, row[3][6:])]
        rules.append((60.0, top + 26, 560.0, top + 26))
    assert rows_of(write_pdf([(texts, rules)])) == ROWS


@pytest.mark.parametrize(("share", "is_told"), [(0.9, True), (0.2, False)])
def test_a_page_that_is_a_picture_is_told(share: float, is_told: bool) -> None:
    data = write_pdf([([(60, 100, "大阪市推動充電樁。")], []), ([], [])])
    picture = b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q" % (595, 842 * share)
    at = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + len(b"stream\n")
    data = data[:at] + picture + data[at:]
    data = data.replace(b"/Length 0", b"/Length %d" % len(picture))
    told = laws.read(data, "a.pdf")[Diagnostic]
    assert [note.place for note in told] == (["a.pdf: page 2"] if is_told else [])

"""Rows and tables that a page, a merged cell or an editor cut apart are read as one."""

from __future__ import annotations

import docx
import pytest

from tests.readers import laws
from tests.readers.office import write_docx
from tests.readers.test_office import cells_of
from tests.readers.test_tables import rows_of as cells_of_text

HEADER = ["編號", "城市", "代表", "發言重點"]
FIRST = ["1", "大阪市", "市長高橋健一"]
SAID = ["大阪整合7家業者。", "尖峰壅塞下降8.5%。"]
SECOND = ["2", "布拉格", "市長Jan Novák", "布拉格裝設310台感測器。"]


def html(*rows: str) -> str:
    head = "".join(f"<th>{name}</th>" for name in HEADER)
    return f"<html><body><table><tr>{head}</tr>\n" + "\n".join(rows) + "</table></body></html>"


def tr(cells: list[str], span: int = 1) -> str:
    return "<tr>" + "".join(f'<td rowspan="{span}">{cell}</td>' for cell in cells)


def test_what_one_merged_speaker_says_in_two_rows_is_one_row() -> None:
    source = html(
        f"{tr(FIRST, 2)}<td>{SAID[0]}</td></tr>", f"<tr><td>{SAID[1]}</td></tr>", tr(SECOND)
    )
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert cells_of_text(tables) == [[*FIRST, "\n".join(SAID)], SECOND]


def test_a_merged_city_keeps_a_row_for_each_speaker() -> None:
    source = html(
        f"{tr(FIRST[:2], 2)}<td>高橋健一</td><td>{SAID[0]}</td></tr>",
        f"<tr><td>佐藤一郎</td><td>{SAID[1]}</td></tr>",
    )
    assert [row[2] for row in cells_of_text(laws.read(source, "a.html"))] == [
        "高橋健一",
        "佐藤一郎",
    ]


def document(*tables: list[list[str]]) -> bytes:
    made = docx.Document()
    for rows in tables:
        table = made.add_table(rows=0, cols=len(HEADER))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        made.add_paragraph("")
    return write_docx(made)


def test_points_in_rows_of_their_own_belong_to_the_speaker_above() -> None:
    data = document([HEADER, [*FIRST, SAID[0]], ["", "", "", SAID[1]], SECOND])
    assert cells_of("a.docx", data) == [HEADER, [*FIRST, "\n".join(SAID)], SECOND]


@pytest.mark.parametrize("header", [[], [HEADER]], ids=["沒有表頭", "重複表頭"])
def test_a_table_cut_within_a_cell_goes_on_in_the_next(header: list[list[str]]) -> None:
    first = [HEADER, [*FIRST, "大阪整合7家業者，尖峰"]]
    rest = [*header, ["", "", "", "壅塞下降8.5%。"], SECOND]
    assert cells_of("a.docx", document(first, rest)) == [
        HEADER,
        [*FIRST, "大阪整合7家業者，尖峰壅塞下降8.5%。"],
        SECOND,
    ]


def test_a_table_numbered_anew_is_another_one() -> None:
    other = ["1", *SECOND[1:]]
    rows = cells_of("a.docx", document([HEADER, [*FIRST, SAID[0]]], [HEADER, other]))
    assert rows == [HEADER, [*FIRST, SAID[0]], HEADER, other]


@pytest.mark.parametrize(
    ("number", "place"),
    [("1", ["1", "大阪市"]), ("", ["大阪市"]), ("2", ["2"])],
    ids=["同號", "無號", "另一號"],
)
def test_a_city_left_empty_is_that_of_the_row_with_the_same_number(
    number: str, place: list[str]
) -> None:
    rows = [HEADER, [*FIRST, SAID[0]], [number, "", "佐藤一郎", SAID[1]]]
    (_, last) = cells_of_text(laws.read("\n".join(",".join(row) for row in rows), "a.csv"))
    assert [text for text in last if text] == [*place, "佐藤一郎", SAID[1]]


def test_line_ends_within_cells_of_a_text_with_tabs_part_no_rows() -> None:
    source = (
        "編號\t國家/城市\t代表\t發言重點\t備註\n"
        "1\t日本\n大阪市\t市長高橋健一\t(1)整合7家業者；\n(2)尖峰壅塞下降8.5%。\t書面\n"
        "2\t捷克\n布拉格\t市長Jan Novák\t裝設310台感測器。\t\n"
    )
    tables = laws.read(source, "a.txt")
    laws.check(tables, source)
    assert cells_of_text(tables) == [
        ["1", "日本\n大阪市", "市長高橋健一", "(1)整合7家業者；\n(2)尖峰壅塞下降8.5%。", "書面"],
        ["2", "捷克\n布拉格", "市長Jan Novák", "裝設310台感測器。"],
    ]


def test_what_is_told_goes_on_below_where_no_row_has_a_number() -> None:
    source = (
        "區域\t城市\t代表\t發言重點\t備註\n"
        "亞洲\t大阪市\t市長高橋健一\t整合7家業者。\n她說：「先求有。」\t書面\n"
        "歐洲\t布拉格\t市長Jan Novák\t裝設310台感測器。\n"
        "歐洲\t布爾諾\t市長Petr Svoboda\t電車有\n62輛。\t無\n"
    )
    tables = laws.read(source, "a.txt")
    laws.check(tables, source)
    assert cells_of_text(tables) == [
        ["亞洲", "大阪市", "市長高橋健一", "整合7家業者。\n她說：「先求有。」", "書面"],
        ["歐洲", "布拉格", "市長Jan Novák", "裝設310台感測器。"],
        ["歐洲", "布爾諾", "市長Petr Svoboda", "電車有\n62輛。", "無"],
    ]


def test_rows_without_their_empty_end_are_rows_though_none_has_a_number() -> None:
    source = "城市\t發言內容\t附註\n基隆市\t推動夜間停車\n宜蘭市\t建置水情中心\n花蓮市\t試辦接駁\n"
    tables = laws.read(source, "a.txt")
    laws.check(tables, source)
    assert cells_of_text(tables) == [
        ["基隆市", "推動夜間停車"],
        ["宜蘭市", "建置水情中心"],
        ["花蓮市", "試辦接駁"],
    ]


@pytest.mark.parametrize(
    ("last", "below"),
    [
        pytest.param("備註", "合計\t3位", id="sum"),
        pytest.param("發言重點", "總計\t3人", id="sum of what nobody said"),
        pytest.param("發言重點", "備註\t一人請假", id="note"),
        pytest.param("發言重點", "列席：\t沈佩玲", id="label"),
        pytest.param("備註", "承辦\t沈佩玲", id="only remarks are left out"),
    ],
)
def test_a_row_cut_at_its_empty_end_takes_in_no_line_below(last: str, below: str) -> None:
    source = (
        f"編號\t城市\t代表\t{last}\n1\t宜蘭\t游志宏\t書面\n2\t花蓮\t簡玉芬\t書面\n3\t屏東\t卓文彬\n"
        f"{below}\n"
    )
    tables = laws.read(source, "a.txt")
    laws.check(tables, source)
    rows = cells_of_text(tables)
    assert [row[:3] for row in rows[:3]] == [
        ["1", "宜蘭", "游志宏"],
        ["2", "花蓮", "簡玉芬"],
        ["3", "屏東", "卓文彬"],
    ]
    assert len(rows[2]) == 3


def test_the_sum_below_the_last_row_is_none_of_what_is_said() -> None:
    source = "編號\t城市\t代表\t發言重點\n1\t宜蘭\t游志宏\t開放河川資料。\n總計\n"
    assert cells_of_text(laws.read(source, "a.txt"))[-1][-1] == "開放河川資料。"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ["姓名,職稱,城市,發言", "何秀娟,局長,彰化,公車準點。", "方仲文,教授,,資料要開放。"],
            ["方仲文", "教授", "資料要開放。"],
            id="an expert is of no city",
        ),
        pytest.param(
            ["講者,城市,發言", "何秀娟局長,彰化,公車準點。", "方仲文董事長,,平台要可靠。"],
            ["方仲文董事長", "平台要可靠。"],
            id="nor is a company",
        ),
        pytest.param(
            ["城市,講者,發言", "彰化,何秀娟局長,公車準點。", ",方仲文科長,資料要開放。"],
            ["彰化", "方仲文科長", "資料要開放。"],
            id="a merged city comes first",
        ),
    ],
)
def test_without_numbers_only_a_first_column_reaches_down(
    rows: list[str], expected: list[str]
) -> None:
    last = cells_of_text(laws.read("\n".join(rows), "a.csv"))[-1]
    assert [text for text in last if text] == expected

"""Tables side by side are one below the other; what a sheet or a page repeats is said once."""

from __future__ import annotations

import pytest

from pipeline.contract import Diagnostic, Document
from tests.readers import laws
from tests.readers.test_label_tables import page
from tests.readers.test_sheets import saved, workbook
from tests.readers.test_tables import rows_of

NAMES = ["編號", "城市", "姓名", "發言重點"]
ROWS = [
    ["1", "大阪市", "高橋健一", "大阪整合7家業者。"],
    ["2", "布拉格", "Jan Novák", "布拉格裝設310台感測器。"],
    ["3", "安曼", "林采穎", "擴大公車路網至四十條。"],
]
BLANK = [""] * len(NAMES)


def beside(gap: list[str]) -> list[list[str]]:
    return [[*NAMES, *gap, *NAMES], [*ROWS[0], *gap, *ROWS[2]], [*ROWS[1], *gap, *BLANK]]


@pytest.mark.parametrize("gap", [[], [""]])
@pytest.mark.parametrize("name", ["a.html", "a.csv"])
def test_the_right_table_is_read_after_the_left_one(name: str, gap: list[str]) -> None:
    rows = beside(gap)
    source = page(rows) if name == "a.html" else "".join(",".join(row) + "\n" for row in rows)
    tables = laws.read(source, name)
    laws.check(tables, source)
    assert rows_of(tables) == ROWS


def test_tables_beside_each_other_on_a_sheet() -> None:
    assert rows_of(laws.read(saved(workbook(beside([""]))), "a.xlsx")) == ROWS


def test_cells_merged_over_rows_stay_in_their_table() -> None:
    source = (
        "<table><tr><td>城市</td><td>姓名</td><td>發言重點</td>"
        "<td>城市</td><td>姓名</td><td>發言重點</td></tr>\n"
        "<tr><td>大阪市</td><td>高橋健一</td><td>整合7家業者。</td>"
        "<td rowspan=2>安曼</td><td>林采穎</td><td>擴大公車路網。</td></tr>\n"
        "<tr><td>布拉格</td><td>Jan Novák</td><td>裝設感測器。</td>"
        "<td>林明達</td><td>票價不變。</td></tr></table>"
    )
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert [row[0] for row in rows_of(tables)] == ["大阪市", "布拉格", "安曼", "安曼"]


@pytest.mark.parametrize(
    "names",
    [["年度", "件數", "年度", "件數"], ["姓名", "職稱", "姓名", "單位"], ["城市", "城市"]],
)
def test_other_columns_of_one_name_stay_columns(names: list[str]) -> None:
    cells = ["甲一", "乙一", "甲二", "乙二"][: len(names)]
    (text,) = (d.text for d in laws.read(page([names, cells]), "a.html")[Document])
    assert "\t".join(cells) in text


def test_names_said_again_in_one_table_are_no_row() -> None:
    source = page([NAMES, *ROWS[:2], NAMES, ROWS[2]])
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert rows_of(tables) == ROWS


def test_fields_above_the_names_are_a_line() -> None:
    fields = ["日期：108年6月12日", "", "地點：新竹市政府", "紀錄：行政處 邱品諭"]
    source = page([["談話紀要", "", "", ""], fields, NAMES, *ROWS])
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert rows_of(tables) == ROWS
    (document,) = tables[Document]
    assert document.text.split("\n")[1] == "日期：108年6月12日 地點：新竹市政府 紀錄：行政處 邱品諭"


def test_a_session_within_a_table_lacks_no_number_and_no_cells() -> None:
    heads = ["<tr><td colspan=4>場次一：智慧交通</td></tr>\n", "</table>"]
    source = page([NAMES, *ROWS]).replace(heads[1], heads[0] + page([ROWS[0]])[7:])
    source = source.replace("</tr>\n<tr><td>1", f"</tr>\n{heads[0]}<tr><td>1", 1)
    tables = laws.read(source, "a.html")
    codes = {note.code for note in tables[Diagnostic]}
    assert not codes & {"missing_cells", "missing_row_number"}
    assert "場次一" in tables[Document][0].text


def test_two_of_whom_each_row_tells_stay_in_one_row() -> None:
    rows = [["臺南市", "黃偉哲", "京都市", "門川大作"], ["高雄市", "陳其邁", "釜山市", "朴亨埈"]]
    source = page([["城市", "代表", "城市", "代表"], *rows])
    (document,) = laws.read(source, "a.html")[Document]
    assert ["\t".join(row) for row in rows] == document.text.strip().split("\n")[1:]


def test_a_note_below_tables_side_by_side_stands_below_both() -> None:
    source = page([*beside([]), ["以下空白", *BLANK, *BLANK[1:]]])
    (document,) = laws.read(source, "a.html")[Document]
    lines = [line.strip() for line in document.text.strip().split("\n")]
    assert lines[-2:] == ["\t".join(ROWS[2]), "以下空白"]

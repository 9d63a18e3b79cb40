"""Tables whose columns no row names: the cells tell what they are."""

from __future__ import annotations

import pytest

from pipeline.contract import Segment
from pipeline.language.columns import column_roles
from tests.readers import laws

ROWS = (
    "1,肯亞奈洛比市 副市長 Hon. Wanjiru Kamau-Otieno,行動支付不是創新，是日常，規費全數上線。\n"
    "2,智利聖地牙哥市 市長 Maria Fernanda Soto-Lind,山坡上的社區最怕野火，警報柱已經裝好。\n"
    "3,臺中市 副市長 林采穎,主辦城市開場，公車轉捷運平均少走兩百公尺。\n"
)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("", id="none"),
        pytest.param("2023 首長圓桌（5/18）發言摘要\n", id="a slash"),
        pytest.param("2020圓桌發言摘要表（109年11月12日，臺中市政府整理）\n", id="a comma"),
    ],
)
def test_marks_in_a_title_divide_no_columns(title: str) -> None:
    segments = laws.read(f"{title}{ROWS}".encode(), "a.csv")[Segment]
    cells = [s for s in segments if s.kind == "cell" and s.row]
    assert [cell.text.strip() for cell in cells if cell.column == 1] == ["1", "2", "3"]
    assert {cell.column for cell in cells} == {1, 2, 3}


def test_a_long_name_with_its_place_and_title_is_nothing_said() -> None:
    rows = [line.split(",") for line in ROWS.splitlines()]
    assert column_roles([], rows[:2]) == ["number", "representative", "content"]


def test_lines_below_a_table_without_names_are_none_of_its_rows() -> None:
    notes = "承辦單位 國際事務科 分機 2207\n第 1 頁\n"
    segments = laws.read(f"{ROWS}{notes}".encode(), "a.csv")[Segment]
    assert max(s.row or 0 for s in segments) == 3
    assert [s.text.strip() for s in segments if s.table is None][-2:] == notes.splitlines()


def test_a_table_with_a_column_for_each_city_keeps_its_title_and_notes() -> None:
    rows = [line.split(",") for line in ROWS.splitlines()]
    turned = zip(["編號", "城市首長或代表", "內容摘要"], *rows, strict=True)
    lines = ["2023首長圓桌", *map(",".join, turned), "承辦單位 國際事務科", "第 1 頁"]
    segments = laws.read("\n".join(lines).encode(), "a.csv")[Segment]
    found = [s.text.split("\t") for s in segments if s.kind == "table_row"]
    assert [[cell.strip() for cell in row] for row in found] == rows

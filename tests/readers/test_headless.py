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

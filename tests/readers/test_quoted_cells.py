"""Tab-separated text as a spreadsheet copies it: a cell with line ends in it stands in quotes."""

from __future__ import annotations

import pytest

from tests.readers import laws
from tests.readers.test_tables import rows_of

NAMES = "場次\t國家／城市\t發言人\t職銜\t發言內容\n"
BELOW = "B2\t挪威卑爾根市\tSigrid Aas\t副市長\t纜車改用綠電。\n"
LAST = ["B2", "挪威卑爾根市", "Sigrid Aas", "副市長", "纜車改用綠電。"]


def read(row: str) -> list[list[str]]:
    return rows_of(laws.read((NAMES + row + BELOW).encode(), "a.txt"))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        pytest.param(
            'B1\t"智利\n瓦爾帕萊索"\tIván Soto\t港務長\t港邊種樹。\n',
            ["B1", "智利\n瓦爾帕萊索", "Iván Soto", "港務長", "港邊種樹。"],
            id="中間一格",
        ),
        pytest.param(
            'B1\t"智利\n瓦爾帕萊索"\t"Iván\nSoto"\t港務長\t港邊種樹。\n',
            ["B1", "智利\n瓦爾帕萊索", "Iván\nSoto", "港務長", "港邊種樹。"],
            id="相鄰兩格",
        ),
        pytest.param(
            'B1\t智利\tIván Soto\t港務長\t"港邊種樹。\n\n再種花。"\n',
            ["B1", "智利", "Iván Soto", "港務長", "港邊種樹。\n再種花。"],
            id="末格有空行",
        ),
        pytest.param(
            'B1\t"智利\n瓦爾帕萊索"\tIván Soto\t港務長\t"""綠港""計畫\n十年完成。"\n',
            ["B1", "智利\n瓦爾帕萊索", "Iván Soto", "港務長", '"綠港"計畫\n十年完成。'],
            id="格內另有引號",
        ),
        pytest.param(
            'B1\t智利\tIván Soto\t港務長\t"港邊種樹，沒有下引號。\n',
            ["B1", "智利", "Iván Soto", "港務長", '"港邊種樹，沒有下引號。'],
            id="落單的引號不吞下一列",
        ),
    ],
)
def test_a_quoted_cell_may_hold_line_ends(row: str, cells: list[str]) -> None:
    assert read(row) == [cells, LAST]


def test_the_first_cell_and_a_name_of_a_column_may_hold_line_ends() -> None:
    table = '"國家\n城市"\t"與會\n代表"\t發言摘要\n"泰國\n清邁市"\t林書豪市長\t文化要數位化。\n'
    rows = rows_of(laws.read((table + "臺南市\t黃大同市長\t靠人。\n").encode(), "a.txt"))
    assert rows == [
        ["泰國\n清邁市", "林書豪市長", "文化要數位化。"],
        ["臺南市", "黃大同市長", "靠人。"],
    ]

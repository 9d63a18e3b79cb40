"""Marks in a table that stand for the cell above."""

from __future__ import annotations

import pytest

from tests.readers import laws
from tests.readers.test_label_tables import page
from tests.readers.test_tables import rows_of

HEADER = ["編號", "城市", "代表", "發言重點"]
FIRST = ["1", "金澤市", "市長村山卓", "去年減少車流12%。"]


def source_of(rows: list[list[str]], name: str) -> str:
    if name == "a.html":
        return f"<html><body>{page(rows)}</body></html>"
    if name == "a.txt":
        return "".join("| " + " | ".join(row) + " |\n" for row in rows)
    return "".join(",".join(row) + "\n" for row in rows)


@pytest.mark.parametrize("name", ["a.html", "a.csv", "a.txt"])
@pytest.mark.parametrize("mark", ["同上", "〃", "同前", "Ditto"])
def test_a_mark_stands_for_the_cell_above(mark: str, name: str) -> None:
    second = ["2", mark, "副市長高橋實", "公車已換成電動車。"]
    third = ["3", mark, mark, "下午場再談觀光稅。"]
    source = source_of([HEADER, FIRST, second, third], name)
    tables = laws.read(source, name)
    laws.check(tables, source)
    assert rows_of(tables) == [
        FIRST,
        ["2", "金澤市", "副市長高橋實", "公車已換成電動車。"],
        ["3", "金澤市", "副市長高橋實", "下午場再談觀光稅。"],
    ]


def test_a_mark_below_a_long_cell_stays_as_it_is() -> None:
    said = (
        "去年減少車流12%，今年再於三條路線試辦，並和鄰近的七個町村一起檢討班次、票價與轉乘的時間，明年公布結果。"
        * 2
    )
    source = source_of(
        [HEADER, [*FIRST[:3], said], ["2", "富山市", "市長藤井裕久", "同上"]], "a.csv"
    )
    tables = laws.read(source, "a.csv")
    assert rows_of(tables)[1] == ["2", "富山市", "市長藤井裕久", "同上"]

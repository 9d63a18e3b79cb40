"""Cells whose lines a program wrapped are one line again; lines an author ended stay."""

from __future__ import annotations

import csv
import io

import docx
import pytest

from pipeline.contract import Segment, SourceMap
from pipeline.readers import marks
from tests.readers import laws
from tests.readers.test_records import rows_of

SAID = [
    "西非首座電動公車捷運全長18.3公里，工程款4,190億西非法郎，盼臺灣業者協助候車亭改造計畫。",
    "達卡北市提出屋頂菜園計畫，每戶減免房屋稅一成，迄今登記37,000戶，夏季室溫下降1.5度。",
    "安曼缺水排名全球第二，夜間配水表讓住戶知道哪一天幾點來水，每人每日僅61公升而已。",
]


def table_of(contents: list[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(["編號", "城市", "內容摘要"])
    for number, (city, said) in enumerate(zip(["達卡", "達卡", "安曼"], contents, strict=True), 1):
        writer.writerow([number, city, said])
    return out.getvalue()


def contents(source: str, name: str) -> list[str]:
    tables = laws.read(source, name)
    laws.check(tables, source)
    return [row["內容摘要"] for row in rows_of(tables)]


def wrapped(text: str, size: int = 36) -> str:
    lines = [""]
    for character in text:
        if marks.width(lines[-1] + character) > size:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t"), ("a.txt", "|")])
def test_lines_wrapped_at_one_width_are_joined(name: str, delimiter: str) -> None:
    assert contents(table_of([wrapped(said) for said in SAID], delimiter), name) == SAID


def test_joined_line_ends_are_accounted_for() -> None:
    tables = laws.read(table_of([wrapped(said) for said in SAID]), "a.csv")
    assert sum(run.rule == "line_wrap" for run in tables[SourceMap]) == 6


def test_words_of_latin_letters_get_a_space() -> None:
    said = "Smart Zoning helps 鹿特丹 plan its harbour districts and 恩荷芬 as well, with the data"
    lines = (
        "Smart Zoning helps 鹿特丹 plan its\nharbour districts and 恩荷芬 as well,\nwith the data"
    )
    assert contents(table_of([lines, lines, lines]), "a.csv") == [said] * 3


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("推動智慧公車，投入3.5億元。\n開放資料。\n設置站牌200座。", id="sentences"),
        pytest.param("智慧交通\n智慧環境\n智慧安防", id="short lines"),
        pytest.param("1. 設置智慧站牌與充電設施200座\n2. 開放政府資料與開發介面30項", id="list"),
        pytest.param("・設置智慧站牌與充電設施200座\n・開放政府資料與開發介面30項", id="bullets"),
    ],
)
def test_lines_an_author_ended_stay(lines: str) -> None:
    assert contents(table_of([lines] * 3), "a.csv") == [lines] * 3


def test_cells_in_bars_may_hold_quoted_lines() -> None:
    said = ["三項作法：\n1. 每15分鐘更新一次。\n2. 串接27處消防栓。", SAID[1], SAID[2]]
    assert contents(table_of(said, "|"), "a.txt") == said


def test_a_frame_around_a_table_of_word_is_no_table() -> None:
    document = docx.Document()
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    inner = frame.add_table(rows=0, cols=3)
    for row in [["編號", "城市", "內容摘要"], ["1", "達卡", SAID[0]], ["2", "安曼", SAID[2]]]:
        for cell, text in zip(inner.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    tables = laws.read(out.getvalue(), "a.docx")
    assert [row["內容摘要"] for row in rows_of(tables)] == [SAID[0], SAID[2]]
    assert [s.label for s in tables[Segment] if s.kind == "table_row" and s.row] == ["1", "2"]


def test_a_name_broken_at_its_dot_is_one_name() -> None:
    page = (
        "<table><tr><td>城市<td>講者<td>內容摘要<tr><td>鹿特丹<td>卡洛斯·<br>史豪登<td>推動岸電。"
        "<tr><td>大阪<td>高橋健一<td>・市政<br>・觀光。</table>"
    )
    rows = rows_of(laws.read(page, "a.html"))
    assert [row["講者"] for row in rows] == ["卡洛斯·史豪登", "高橋健一"]
    assert rows[1]["內容摘要"] == "・市政\n・觀光。"

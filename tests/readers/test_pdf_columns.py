"""Columns of running text on a page of a PDF, the last of which may end early."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from tests.readers import laws
from tests.readers.office import write_pdf

SAID = (
    "臺中市政府今日宣布，將與日本名古屋市簽署合作備忘錄，共同推動智慧交通與淨零轉型，"
    "並在三年內投入12億元，預計設置充電樁600座，2030年底前全面上線。"
) * 6
SIZE = 18
LINES = [SAID[at : at + SIZE] for at in range(0, len(SAID), SIZE)]


def page_of(n_right: int) -> bytes:
    """Write the lines in two columns, so many of them in the right one."""
    split = len(LINES) - n_right
    left = [(50, 80 + 18 * row, line) for row, line in enumerate(LINES[:split])]
    right = [(310, 80 + 18 * row, line) for row, line in enumerate(LINES[split:])]
    return write_pdf([([*left, *right], [])])


@pytest.mark.parametrize("n_right", [2, 3, 4, 6, len(LINES) // 2])
def test_a_column_is_read_after_the_one_before_it(n_right: int) -> None:
    tables = laws.read(page_of(n_right), "a.pdf")
    (document,) = tables[Document]
    assert "".join(document.text.split()) == SAID
    assert not any(segment.kind == "table" for segment in tables[Segment])


def test_names_and_contents_side_by_side_stay_a_table() -> None:
    rows = [("城市", "講者", "重點"), ("大阪", "高橋健一", LINES[0]), ("安曼", "林采穎", LINES[1])]
    texts = [
        (x, 80 + 30 * row, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip((50, 150, 300), cells, strict=True)
    ]
    tables = laws.read(write_pdf([(texts, [])]), "a.pdf")
    found = [s.text.strip() for s in tables[Segment] if s.kind == "table_row"]
    assert found == ["\t".join(row) for row in rows]


@pytest.mark.parametrize("signs", [("\uf0b7", "\uf0b7"), ("1.", "2."), ("•", "•")])
def test_points_behind_bullets_hang_below_their_first_words(signs: tuple[str, str]) -> None:
    first, second = SAID[:34] + "五年完成。", "市府將再增設感測器。"
    texts = [(50, 80, "發言摘要"), (68, 110, signs[0]), (86, 110, first[:36])]
    texts += [(86, 128, first[36:]), (68, 146, signs[1]), (86, 146, second)]
    tables = laws.read(write_pdf([(texts, [])]), "a.pdf")
    shown = ["•" if sign > "\uf000" else sign for sign in signs]
    lines = tables[Document][0].text.splitlines()
    assert lines == ["發言摘要", f"{shown[0]} {first}", f"{shown[1]} {second}"]


@pytest.mark.parametrize(
    "later", ["4.7%，其中電子零組件占五成三。", "（8）日在文化局登場。", "12）"]
)
def test_a_number_that_opens_a_line_opens_a_point_only_as_a_list_does(later: str) -> None:
    full = SAID[:40].replace("。", "，")
    texts = [(50, 80 + 18 * row, line) for row, line in enumerate([full, later, full, "結束。"])]
    tables = laws.read(write_pdf([(texts, [])]), "a.pdf")
    lines = tables[Document][0].text.splitlines()
    assert lines[0].startswith(full + later) == (later != "12）")


def test_one_line_with_wide_blanks_among_others_is_no_table() -> None:
    lines = ["時間：6月13日", "與談人：花見慎吾、林采穎", "主持人：簡不凡", SAID[:36], SAID[36:70]]
    texts = [(50, 80 + 18 * row, line) for row, line in enumerate(lines)]
    texts.append((320, 80, "地點：駁二藝術特區"))
    tables = laws.read(write_pdf([(texts, [])]), "a.pdf")
    assert not any(segment.kind == "table" for segment in tables[Segment])
    assert tables[Document][0].text.startswith("時間：6月13日 地點：駁二藝術特區\n與談人：花見")


def test_points_counted_without_a_mark_are_no_table() -> None:
    points = ["新增88處智慧號誌", "發放2萬台平板", "減少三成排放"]
    texts = [(60.0, 100.0 + 24 * at, str(at + 1)) for at in range(len(points))]
    texts += [(90.0, 100.0 + 24 * at, point) for at, point in enumerate(points)]
    segments = laws.read(write_pdf([(texts, [])]), "a.pdf")[Segment]
    assert not any(segment.kind == "table" for segment in segments)

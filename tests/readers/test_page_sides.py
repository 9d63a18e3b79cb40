"""Pages of a PDF that lie on a side, are written from above, or tell their title by its size."""

from __future__ import annotations

import pytest

from pipeline.contract import Document
from tests.readers import laws
from tests.readers.office import SIZE, write_pdf
from tests.readers.test_records import rows_of

ROWS = [
    ("編號", "城市", "講者", "重點"),
    ("1", "大阪市", "高橋健一", "整合七家業者，尖峰壅塞下降8.5%。"),
    ("2", "安曼市", "林采穎", "裝設310台感測器。"),
]
LEFTS = (50, 110, 200, 300, 560)


def ruled_page() -> bytes:
    texts = [
        (x + 4, 100 + 30 * row, cell)
        for row, cells in enumerate(ROWS)
        for x, cell in zip(LEFTS, cells, strict=False)
    ]
    bottom = 80 + 30 * len(ROWS)
    rules = [(50, 80 + 30 * row, 560, 80 + 30 * row) for row in range(len(ROWS) + 1)]
    rules += [(x, 80, x, bottom) for x in LEFTS]
    return write_pdf([(texts, rules)])


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_a_side_is_read_upright(turn: int) -> None:
    lying = ruled_page().replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turn)
    rows = rows_of(laws.read(lying, "a.pdf"))
    assert [tuple(row.values()) for row in rows] == ROWS[1:]


def test_text_written_from_above_is_read_from_right_to_left() -> None:
    said = ["臺中市政府今日宣布，", "將在3年內投入12億元", "設置充電樁。"]
    texts = [
        (500 - 22 * column, 80 + 13 * row, sign)
        for column, line in enumerate(said)
        for row, sign in enumerate(line)
    ]
    text = laws.read(write_pdf([(texts, [])]), "a.pdf")[Document][0].text
    assert "".join(text.split()) == "".join(said)


def test_the_largest_lines_above_the_text_are_the_title() -> None:
    lines = ["高雄市政府研究發展考核委員會", "智慧港灣峰會登場", "三十城市齊聚", "會議今日開幕。"]
    page = write_pdf([([(50, 80 + 30 * n, line) for n, line in enumerate(lines)], [])])
    for line in lines[1:3]:
        shown = f"<{line.encode('utf-16-be').hex()}>".encode()
        start = page.rindex(b"BT", 0, page.index(shown))
        page = page[:start] + page[start:].replace(b"/F %d Tf" % SIZE, b"/F 20 Tf", 1)
    (document,) = laws.read(page, "a.pdf")[Document]
    assert document.title == "智慧港灣峰會登場三十城市齊聚"


def test_names_that_narrow_columns_broke_are_one_row_of_names() -> None:
    texts = [(50, 80, "編"), (50, 95, "號"), (90, 80, "城市"), (170, 80, "講者"), (260, 80, "重點")]
    texts += [
        (x, 118 + 28 * row, cell)
        for row, cells in enumerate(ROWS[1:])
        for x, cell in zip((50, 90, 170, 260), cells, strict=True)
    ]
    rows = rows_of(laws.read(write_pdf([(texts, [])]), "a.pdf"))
    assert [tuple(row.values()) for row in rows] == ROWS[1:]


def test_a_page_number_below_a_column_does_not_widen_it() -> None:
    full = "臺中市政府與名古屋市共同推動智慧交通淨零"
    left = [(50, 80 + 18 * row, full) for row in range(38)]
    right = [(310, 80 + 18 * row, full) for row in range(20)]
    tables = laws.read(write_pdf([([*left, *right, (280, 815, "- 1 -")], [])]), "a.pdf")
    assert tables[Document][0].text.split() == [full * 58]

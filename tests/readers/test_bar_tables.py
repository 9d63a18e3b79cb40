"""A table of bars may have cells broken over lines, empty cells, a title, and two headers."""

from __future__ import annotations

import pytest

from tests.growth import is_linear
from tests.readers import laws
from tests.readers.test_tables import rows_of


def _cells(text: str) -> list[list[str]]:
    tables = laws.read(text)
    laws.check_source_map(tables, text)
    return rows_of(tables)


@pytest.mark.parametrize("frame", ["| {} |", "{}"])
def test_a_cell_broken_over_lines_stays_in_its_row(frame: str) -> None:
    head = "編號 | 城市 | 代表 | 發言重點 | 後續"
    rows = [
        "1 | 奧斯陸 | 市長 Kari Moe | 種樹兩萬棵\n另設三座公園\n都由居民選址 | 無",
        "2 | 大邱市 | 副市長 朴英秀 | 修橋 | 續約",
    ]
    text = "\n".join(frame.format(row) for row in [head, *rows]) + "\n"
    assert _cells(text) == [
        ["1", "奧斯陸", "市長 Kari Moe", "種樹兩萬棵\n另設三座公園\n都由居民選址", "無"],
        ["2", "大邱市", "副市長 朴英秀", "修橋", "續約"],
    ]


def test_the_last_cell_of_a_row_may_be_broken_too() -> None:
    text = (
        "城市 | 代表 | 發言重點\n大邱市 | 朴英秀 | 修橋三座\n都在河口\n奧斯陸 | Kari Moe | 種樹\n"
    )
    assert _cells(text) == [
        ["大邱市", "朴英秀", "修橋三座\n都在河口"],
        ["奧斯陸", "Kari Moe", "種樹"],
    ]


def test_prose_under_a_table_is_no_part_of_it() -> None:
    text = (
        "城市 | 代表 | 發言重點\n大邱市 | 朴英秀 | 修橋\n奧斯陸 | Kari Moe | 種樹\n會後合影留念。\n"
    )
    assert _cells(text) == [["大邱市", "朴英秀", "修橋"], ["奧斯陸", "Kari Moe", "種樹"]]


_HEAD = "城市 | 代表 | 發言重點\n"
_BODY = "大邱市 |  | 修橋\n奧斯陸 | Kari Moe | 種樹\n"


@pytest.mark.parametrize(
    "head",
    [_HEAD, f"高峰會發言表 | 112年5月 | \n{_HEAD}", f"{_HEAD}City | Speaker | Key points\n"],
)
def test_open_tables_with_empty_cells_titles_and_two_headers(head: str) -> None:
    assert _cells(head + _BODY) == [["大邱市", "修橋"], ["奧斯陸", "Kari Moe", "種樹"]]


def test_broken_rows_are_looked_at_once() -> None:
    def read(size: int) -> None:
        source = "城市 | 代表 | 發言重點\n" + "大邱市 | 朴英秀 | 修橋\n都在\n河口\n" * size
        laws.check_source_map(laws.read(source), source)

    assert is_linear(read, 300)


def test_the_header_of_a_second_table_ends_the_first() -> None:
    text = (
        "城市｜代表｜年份\n大邱市｜朴英秀｜2019\n奧斯陸｜Kari Moe｜2021\n他們怎麼做\n"
        "河岸種樹三百棵。\n締盟現況\n對象｜類別｜狀態\n大邱市｜姊妹市｜有效\n"
        "奧斯陸｜合作備忘錄｜2023 年到期\n"
    )
    assert _cells(text) == [
        ["大邱市", "朴英秀", "2019"],
        ["奧斯陸", "Kari Moe", "2021"],
        ["大邱市", "姊妹市", "有效"],
        ["奧斯陸", "合作備忘錄", "2023 年到期"],
    ]


def test_two_columns_under_a_header_are_a_table_if_all_rows_have_two() -> None:
    rows = "峴港市副市長 黎氏蘭 | 水岸步道今年完工\n宜蘭縣縣長 何建國 | 水圳改成親水綠廊\n"
    assert _cells("發言人 | 發言內容\n" + rows) == [
        ["峴港市副市長 黎氏蘭", "水岸步道今年完工"],
        ["宜蘭縣縣長 何建國", "水圳改成親水綠廊"],
    ]


def test_framed_rows_need_no_header() -> None:
    text = "會議\n\n| 1 | 大邱市 | 修橋。 |\n| 2 | 奧斯陸 | 種樹。 |\n| 3 | 基隆市 | 點燈。 |\n"
    assert _cells(text) == [
        ["1", "大邱市", "修橋。"],
        ["2", "奧斯陸", "種樹。"],
        ["3", "基隆市", "點燈。"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| 回首頁 | 網站導覽 | 英文 |\n| 市長信箱 | 問答 | 詞彙 |\n| 信箱 | RSS | 分享 |",
        "｜首頁｜新聞｜活動｜\n｜市政｜局處｜聯絡｜\n｜臉書｜Line｜IG｜",
        "| Home | News | Events |\n| City | Offices | Contact |\n| Facebook | Line | IG |",
    ],
)
def test_ways_through_a_site_are_no_table(text: str) -> None:
    assert not _cells(f"會議紀錄\n\n{text}\n")


def test_a_row_that_speaks_of_a_home_page_is_one_of_a_table() -> None:
    rows = "| 臺南市 | 更新市府網站首頁 | 黃偉哲 |\n| 高雄市 | 更新三百輛公車 | 陳其邁 |\n"
    assert len(_cells(f"會議紀錄\n\n{rows}| 臺中市 | 設置五千格車位 | 盧秀燕 |\n")) == 3

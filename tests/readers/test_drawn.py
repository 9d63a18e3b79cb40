"""Tables drawn in text, however their columns are parted, give the rows a reader sees."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from pipeline.readers.lines import split_lines
from pipeline.readers.marks import width
from pipeline.readers.tables.drawn import find_areas
from tests.growth import is_linear
from tests.readers import laws
from tests.readers.test_tables import labels_of, rows_of

HEAD = "2024 城市論壇發言摘要\n時間：113年5月7日　地點：臺北南港展覽館\n\n"
FOOT = "\n備註：本表未經發言人核閱。\n"
NAMES = ["編號", "城市", "職稱", "姓名", "發言重點"]
ROWS = [
    [
        "1",
        "日本大阪市",
        "副市長",
        "高橋 健一",
        "大阪整合7家業者，推出「Osaka Move」。尖峰壅塞下降8.5%。",
    ],
    ["2", "捷克布拉格", "市長", "Jan Novák", "布拉格在山區裝設310台感測器，每十分鐘更新一次資料。"],
    ["3", "臺北市", "代理市長", "林采穎", "今年將與新北市共用平台，預計服務650萬人，年底上線。"],
]
WIDTHS = [6, 14, 12, 14, 60]


def cut(text: str, room: int) -> list[str]:
    """Wrap a text at a printed width."""
    lines = [""]
    for character in text:
        if width(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return lines


def padded(cells: list[str], widths: list[int]) -> str:
    return "".join(
        cell + " " * max(2, room - width(cell)) for cell, room in zip(cells, widths, strict=True)
    ).rstrip()


def wrapped(cells: list[str], widths: list[int]) -> list[list[str]]:
    """Return the lines of a row whose cells are as narrow as their columns."""
    parts = [cut(cell, room - 2) for cell, room in zip(cells, widths, strict=True)]
    height = max(map(len, parts))
    return [[part[n] if n < len(part) else "" for part in parts] for n in range(height)]


def columns(widths: list[int], between: str = "", after: str = "") -> str:
    lines = [padded(NAMES, widths), *([between] if between else [])]
    for row in ROWS:
        lines += [padded(part, widths) for part in wrapped(row, widths)]
        lines += [after] if after else []
    return "\n".join(lines) + "\n"


def box(widths: list[int], corner: str, dash: str, bar: str, *, is_ruled: bool) -> str:
    rule = corner + corner.join(dash * (room // width(dash)) for room in widths) + corner
    lines = [rule]
    for number, row in enumerate([NAMES, *ROWS]):
        lines += [
            bar
            + bar.join(f" {c}" + " " * (r - width(c) - 1) for c, r in zip(p, widths, strict=True))
            + bar
            for p in wrapped(row, widths)
        ]
        lines += [rule] if is_ruled or number == 0 else []
    return "\n".join([*lines, *([] if is_ruled else [rule])]) + "\n"


def joined(sign: str) -> str:
    return "".join(sign.join(row) + "\n" for row in [NAMES, *ROWS])


NARROW = [6, 8, 8, 10, 40]
CASES = {
    "空格對齊": columns(WIDTHS),
    "內容換行": columns([6, 14, 12, 14, 34]),
    "各欄都換行": columns(NARROW),
    "表頭下有線": columns(WIDTHS, "-" * 80),
    "每列都有線": columns(NARROW, "─" * 40, "─" * 40),
    "兩個空格": joined("  "),
    "全形空格": joined("　"),
    "一個空格": joined(" "),
    "全形直線": joined("｜"),
    "斜線": joined("／"),
    "方框": box(NARROW, "+", "-", "|", is_ruled=True),
    "方框中間無線": box(NARROW, "+", "-", "|", is_ruled=False),
    "表格線": box(NARROW, "┼", "─", "│", is_ruled=True),
    "Markdown": "| " + joined(" | ").replace("\n", "\n|---|---|---|---|---|\n| ", 1),
    "一格一行": "".join(cell + "\n" for row in [NAMES, *ROWS] for cell in row),
}


@pytest.mark.parametrize("table", CASES.values(), ids=CASES.keys())
def test_rows_are_read_back(table: str) -> None:
    source = HEAD + table + FOOT
    tables = laws.read(source)
    laws.check(tables, source)
    plain = [["".join(cell.split()) for cell in row] for row in rows_of(tables)]
    assert plain == [["".join(cell.split()) for cell in row] for row in ROWS]
    assert labels_of(tables) == ["1", "2", "3"]
    assert tables[Document][0].kind == "summary_table"
    assert tables[Segment][-1].text == "備註：本表未經發言人核閱。\n"


def test_rows_with_bars_may_all_have_a_blank_line_between() -> None:
    lines = [
        "2024 城市論壇發言摘要（| 為欄位分隔）",
        "| 城市 | 姓名 | 發言重點 |",
        "|---|---|---|",
        "| 臺北市 | 林采穎 | 路燈三千二百支。 |",
        "| 大阪市 | 高橋健一 | 整合7家業者。 |",
    ]
    told = [["臺北市", "林采穎", "路燈三千二百支。"], ["大阪市", "高橋健一", "整合7家業者。"]]
    for gap in ("\n\n", "\n\n\n"):
        source = gap.join(lines)
        tables = laws.read(source)
        laws.check(tables, source)
        assert [row[-3:] for row in rows_of(tables)] == told


def test_header_repeated_on_a_new_page_is_dropped() -> None:
    lines = columns(WIDTHS).splitlines(keepends=True)
    source = HEAD + "".join([*lines[:3], "\n第 2 頁\n\n", lines[0], *lines[3:]])
    tables = laws.read(source)
    laws.check(tables, source)
    assert labels_of(tables) == ["1", "2", "3"]
    assert tables[Document][0].text.count("發言重點") == 1


def test_bars_between_cells_alone_keep_the_empty_first_cell_of_a_line() -> None:
    tables = laws.read(
        "序 | 城市 | 姓名 | 發言重點\n---+---+---+---\n"
        "1  | 巴統市 | 市長 王大明 | 海岸侵蝕每年二公尺。\n"
        "   |      |             | 雙方正談第二階段。\n"
        "2  | 大邱市 | 市長 洪俊杓 | 路燈會說話。\n"
    )
    assert [row[3] for row in rows_of(tables)] == [
        "海岸侵蝕每年二公尺。\n雙方正談第二階段。",
        "路燈會說話。",
    ]


def test_city_told_once_stands_for_the_rows_below_it() -> None:
    source = (
        "| 城市 | 姓名 | 發言重點 |\n|---|---|---|\n| 臺北市 | 林采穎 | 路燈三千二百支。 |\n"
        "| | 蔡炳坤 | 公車四百輛。 |\n| 大阪市 | 高橋健一 | 世博整合業者。 |\n"
    )
    tables = laws.read(source)
    laws.check(tables, source)
    assert [row[:2] for row in rows_of(tables)] == [
        ["臺北市", "林采穎"],
        ["臺北市", "蔡炳坤"],
        ["大阪市", "高橋健一"],
    ]


def test_country_and_city_told_once_stand_for_the_rows_below_them() -> None:
    source = (
        "| 國家 | 城市 | 姓名 | 發言重點 |\n|---|---|---|---|\n"
        "| 日本 | 大阪市 | 高橋健一 | 世博整合業者。 |\n| | | 石川亮 | 夜間加開電車。 |\n"
        "| | 堺市 | 佐藤真由 | 自行車道完成。 |\n"
    )
    tables = laws.read(source)
    laws.check(tables, source)
    assert [row[:2] for row in rows_of(tables)] == [
        ["日本", "大阪市"],
        ["日本", "大阪市"],
        ["日本", "堺市"],
    ]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("日期　地點\n臺北市長　林采穎　今天表示很好。\n", id="散文"),
        pytest.param(
            "1. 臺北市　市長　林采穎\n2. 新北市　市長　侯友宜\n3. 桃園市　市長　張善政\n", id="名單"
        ),
        pytest.param("首頁｜最新消息｜活動｜聯絡我們\n關於｜地圖｜意見信箱｜英文\n", id="網站選單"),
        pytest.param(
            "2021高原城市論壇　閉幕致詞\n普洱市市長　段惠蘭\n6月1日　文化館音樂廳\n各位好。\n",
            id="致詞稿",
        ),
    ],
)
def test_other_gaps_and_bars_make_no_rows(source: str) -> None:
    assert rows_of(laws.read(source)) == []


@pytest.mark.parametrize(
    "lines",
    [
        "城市  講者  內容\n臺北市長說很好。\n",
        "編號\n城市\n內容\n1\n",
        "編號 城市 內容\n1 甲\n2 乙\n",
    ],
)
def test_headers_without_rows_are_read_in_time(lines: str) -> None:
    def read(size: int) -> None:
        source = lines * size
        laws.check_source_map(laws.read(source), source)

    assert is_linear(read, 300)


def test_lines_apart_above_a_table_are_looked_at_once() -> None:
    def read(size: int) -> None:
        lines = split_lines("甲|乙|丙\n\n" * size + "甲|乙|丙\n甲|乙|丙\n")
        assert all(area.first >= 2 * size for area in find_areas(lines))

    assert is_linear(read, 300)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_cells_one_below_the_other_whose_sentences_end_the_rows(gap: str) -> None:
    rows = [
        ["臺北市", "市長 林采穎", "路燈三千二百支，將於年底\n全面更新。"],
        ["大阪市", "市長 高橋健一", "世博整合業者。\n尖峰壅塞下降8.5%。"],
        ["布拉格", "市長 Jan Novák", "裝設310台感測器。"],
    ]
    cells = [cell for row in [["城市", "首長", "發言摘要"], *rows] for cell in row]
    tables = laws.read(gap.join(cells) + gap + "註：本表未經發言人核閱。\n")
    found = [["".join(cell.split()) for cell in row] for row in rows_of(tables)]
    assert found == [["".join(cell.split()) for cell in row] for row in rows]


@pytest.mark.parametrize("said", ["路燈三千二百支", "智慧路燈"])
def test_cells_whose_rows_do_not_end_clearly_stay_lines(said: str) -> None:
    rows = [
        ["臺北市", "林采穎", said],
        ["大阪市", "高橋健一", "下降8.5%。"],
        ["布拉格", "王小明", "好。"],
    ]
    cells = [cell for row in [["城市", "首長", "發言摘要"], *rows] for cell in row]
    assert rows_of(laws.read("\n".join(cells) + "\n")) in ([], rows)


def _cells(text: str) -> list[list[str]]:
    tables = laws.read(text)
    laws.check(tables, text)
    return rows_of(tables)


def test_names_spread_by_blanks_head_columns() -> None:
    text = (
        "城　市　　代　表　　　　　發　言　重　點\n"
        "花蓮縣　　縣長　徐榛蔚　　重建一百三十處，補助修屋。\n"
        "石垣市　　市長　仲本義隆　海底電纜兩條備援。\n"
    ).replace("義隆　海", "義隆　　海")
    assert _cells(text) == [
        ["花蓮縣", "縣長　徐榛蔚", "重建一百三十處，補助修屋。"],
        ["石垣市", "市長　仲本義隆", "海底電纜兩條備援。"],
    ]


def test_figures_set_in_columns_are_a_table_whatever_its_names_are() -> None:
    text = (
        "港口        燈標（座）  岸電（%）\n"
        "基隆        124         88\n"
        "釜山        201         92.5\n"
    )
    assert _cells(text) == [["基隆", "124", "88"], ["釜山", "201", "92.5"]]


@pytest.mark.parametrize("other", ["局長 崔慧眞", "氣候官員 Joe Tennant"])
def test_a_row_without_number_that_names_somebody_is_one_of_its_own(other: str) -> None:
    text = (
        "| 編號 | 城市 | 發言人 | 內容 |\n|---|---|---|---|\n"
        "| 1 | 全州市 | 市長 禹範基 | 韓屋點燈。 |\n"
        f"| | | {other} | 導覽七國語言。 |\n"
        "| 2 | 金澤市 | 市長 村上卓 | 分時預約。 |\n"
    )
    assert _cells(text) == [
        ["1", "全州市", "市長 禹範基", "韓屋點燈。"],
        ["全州市", other, "導覽七國語言。"],
        ["2", "金澤市", "市長 村上卓", "分時預約。"],
    ]


@pytest.mark.parametrize(
    ("office", "name", "is_one"),
    [
        ("市長", "蔣萬安", True),
        ("陳其邁", "市長", True),
        ("Deputy Mayor", "Kate Green", True),
        ("交通局局長", "林采穎", True),
        ("市長", "副市長李四川", False),
        ("林采穎", "蔡炳坤", False),
        ("林采穎市長", "蔡炳坤", False),
    ],
)
def test_an_office_and_a_name_below_it_are_one_persons(
    office: str, name: str, is_one: bool
) -> None:
    rule = "+---+------+------+------+\n"
    text = (
        f"{rule}| 序 | 城市 | 講者 | 重點 |\n{rule}| 1 | 臺北市 | {office} | 推動交通。 |\n"
        f"| | | {name} | 推動教育。 |\n| 2 | 高雄市 | 王小明 | 推動港灣。 |\n{rule}"
    )
    assert len(_cells(text)) == (2 if is_one else 3)


@pytest.mark.parametrize("names", ["日　時", "甲　乙"])
def test_names_of_one_sign_stay_apart(names: str) -> None:
    head = f"城市  {names}  講者  重點\n"
    text = head + "臺北市  3　9  蔣萬安  推動智慧交通。\n高雄市  4　8  陳其邁  推動港灣。\n"
    assert _cells(text) == [
        ["臺北市", "3", "9", "蔣萬安", "推動智慧交通。"],
        ["高雄市", "4", "8", "陳其邁", "推動港灣。"],
    ]

"""Tables whose first column holds the names are turned: one row for each record."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from tests.readers import laws
from tests.readers.test_records import rows_of
from tests.readers.test_tables import labels_of

NAMES = ["編號", "城市", "姓名", "發言重點"]
ROWS = [
    ["1", "日本大阪市", "高橋健一", "大阪整合7家業者。"],
    ["2", "捷克布拉格", "Jan Novák", "布拉格裝設310台感測器。"],
]
WANTED = [dict(zip(NAMES, row, strict=True)) for row in ROWS]


def page(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>"


BELOW = [[name, value] for row in ROWS for name, value in zip(NAMES, row, strict=True)]
FORM = [
    line
    for number, city, speaker, said in ROWS
    for line in (["編號", number, "城市", city], ["姓名", speaker], ["發言重點", said])
]
BESIDE = [list(line) for line in zip(NAMES, *ROWS, strict=True)]


@pytest.mark.parametrize("rows", [BELOW, FORM, BESIDE], ids=["一欄標籤", "兩欄標籤", "橫向"])
@pytest.mark.parametrize("name", ["a.html", "a.csv", "a.txt"])
def test_table_of_labels_is_turned(rows: list[list[str]], name: str) -> None:
    sign = "," if name == "a.csv" else "\t"
    lines = "".join(sign.join(row) + "\n" for row in rows)
    source = f"<html><body>{page(rows)}</body></html>" if name == "a.html" else lines
    tables = laws.read(source, name)
    laws.check(tables, source)
    assert rows_of(tables) == WANTED
    assert labels_of(tables) == ["1", "2"]
    assert tables[Document][0].kind == "summary_table"


CARD = [
    ["國家", "日本", "城市", "大阪市"],
    ["姓名", "高橋健一", "職稱", "市長"],
    ["發言重點", ROWS[0][3]],
]
WITH_TITLES = [
    ["", "大阪市", "布拉格市"],
    ["職稱", "市長", "市長"],
    ["姓名", "高橋健一", "Jan Novák"],
    ["發言重點", ROWS[0][3], ROWS[1][3]],
]


@pytest.mark.parametrize("name", ["a.html", "a.csv", "a.tsv"])
def test_labels_of_a_card_are_no_header(name: str) -> None:
    sign = "\t" if name == "a.tsv" else ","
    lines = "".join(sign.join(row) + "\n" for row in CARD)
    source = f"<html><body>{page(CARD)}</body></html>" if name == "a.html" else lines
    assert rows_of(laws.read(source, name)) == [
        {
            "國家": "日本",
            "城市": "大阪市",
            "姓名": "高橋健一",
            "職稱": "市長",
            "發言重點": ROWS[0][3],
        }
    ]


@pytest.mark.parametrize("name", ["a.html", "a.csv", "a.tsv"])
def test_places_side_by_side_below_a_corner_that_says_nothing(name: str) -> None:
    sign = "\t" if name == "a.tsv" else ","
    lines = "".join(sign.join(row) + "\n" for row in WITH_TITLES)
    source = f"<html><body>{page(WITH_TITLES)}</body></html>" if name == "a.html" else lines
    tables = laws.read(source, name)
    laws.check(tables, source)
    assert [list(row.values()) for row in rows_of(tables)] == [
        ["大阪市", "市長", "高橋健一", ROWS[0][3]],
        ["布拉格市", "市長", "Jan Novák", ROWS[1][3]],
    ]


def form(*rows: str) -> str:
    """Write a table of which | parts the cells of a row; a lone cell reaches over all columns."""
    lines = [row.split("|") for row in rows]
    width = max(map(len, lines))
    cells = (
        f'<td colspan="{width}">{line[0]}</td>'
        if len(line) == 1
        else "".join(f"<td>{cell}</td>" for cell in line)
        for line in lines
    )
    return "<html><body><table>" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>"


def test_a_lone_cell_above_the_labels_heads_the_record() -> None:
    source = form(
        *("日本大阪市", "姓名|高橋健一|職稱|市長", f"發言重點|{ROWS[0][3]}"),
        *("捷克布拉格市", "姓名|Jan Novák|職稱|市長", f"發言重點|{ROWS[1][3]}"),
    )
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert [list(row.values()) for row in rows_of(tables)] == [
        ["日本大阪市", "高橋健一", "市長", ROWS[0][3]],
        ["捷克布拉格市", "Jan Novák", "市長", ROWS[1][3]],
    ]


def test_a_title_a_content_below_its_label_and_a_label_of_one_form_alone() -> None:
    source = form(
        *("市長會談紀錄表", "城市|日本大阪市|與會首長|市長高橋健一", "合作意向|有"),
        *("發言重點", ROWS[0][3]),
    )
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert rows_of(tables) == [
        {
            **{"城市": "日本大阪市", "與會首長": "市長高橋健一"},
            **{"合作意向": "有", "發言重點": ROWS[0][3]},
        }
    ]
    assert tables[Document][0].title == "市長會談紀錄表"


def test_table_of_one_record_is_turned() -> None:
    source = f"<html><body>{page(BELOW[1:4])}</body></html>"
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert rows_of(tables) == [dict(list(WANTED[0].items())[1:])]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [["時間", "5月7日"], ["主辦單位", "資訊局"], ["主題", "智慧城市"]], id="會議資料"
        ),
        pytest.param([["臺北市", "好"], ["大阪市", "好"], ["布拉格", "好"]], id="沒有標籤"),
        pytest.param([NAMES, *ROWS], id="一般表格"),
    ],
)
def test_other_tables_stay_as_they_are(rows: list[list[str]]) -> None:
    source = f"<html><body>{page(rows)}</body></html>"
    tables = laws.read(source, "a.html")
    n_rows = sum(s.kind == "table_row" for s in tables[Segment])
    assert n_rows == len(rows)


@pytest.mark.parametrize("name", ["a.html", "a.csv", "a.txt"])
def test_places_at_the_head_of_each_column_are_told_of_below(name: str) -> None:
    rows = [
        ["項目", "日本松山市", "美國波特蘭市"],
        ["首長", "野志克仁", "Ted Wheeler"],
        ["公共運輸使用率", "25%", "12%"],
        ["主要合作", "自行車觀光。", "智慧路燈1,200盞。"],
    ]
    bars = "".join("| " + " | ".join(row) + " |\n" for row in rows)
    sheet = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    source = {"a.html": f"<html><body>{page(rows)}</body></html>", "a.csv": sheet, "a.txt": bars}[
        name
    ]
    tables = laws.read(source, name)
    laws.check(tables, source)
    assert [row["城市"] for row in rows_of(tables)] == ["日本松山市", "美國波特蘭市"]
    assert [row["首長"] for row in rows_of(tables)] == ["野志克仁", "Ted Wheeler"]


@pytest.mark.parametrize("head", [["欄位", "內容"], ["項目", "說明"], ["Item", "Content"]])
def test_what_heads_labels_and_values_is_no_record(head: list[str]) -> None:
    rows = [["城市", "格但斯克"], ["代表", "Piotr Nowak"], ["發言", "船廠改住宅。"]]
    others = [["城市", "堺市"], ["代表", "本田武"], ["發言", "古墳上雲。"]]
    cards = ["".join("\t".join(row) + "\n" for row in [head, *card]) for card in (rows, others)]
    for text, wanted in ((cards[0], [rows]), ("\n".join(cards), [rows, others])):
        tables = laws.read(text)
        laws.check(tables, text)
        assert rows_of(tables) == [dict(card) for card in wanted]


@pytest.mark.parametrize("last", ["紀錄", "記錄"])
def test_a_card_of_when_where_and_who_takes_the_minutes_is_no_record(last: str) -> None:
    rows = [["時間", "2024年3月20日"], ["地點", "南港展覽館"], ["主持人", "副市長 林采穎"]]
    source = page([*rows, [last, "資訊局 高橋健一"]])
    (document,) = laws.read(source, "a.html")[Document]
    assert document.text.split("\n")[0] == "時間：2024年3月20日"

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.contract import Diagnostic, Document, Segment, SourceMap, Tables
from tests.readers import laws, strategies

RAW = Path(__file__).parents[2] / "raw"
HEADER = "編號\t城市首長或代表\t內容摘要\n"
PAGE = "\n\n2023 首長會議（3/28）摘要\n\n"


def rows_of(tables: Tables) -> list[list[str]]:
    """Return the cells of each data row, without the white space after them."""
    rows: dict[tuple[int, int], list[str]] = {}
    for row in tables[Segment]:
        if row.kind == "cell" and row.row is not None and row.table is not None:
            rows.setdefault((row.table, row.row), []).append(row.text.strip())
    return list(rows.values())


def labels_of(tables: Tables) -> list[str | None]:
    return [row.label for row in tables[Segment] if row.kind == "table_row" and row.row]


def seed() -> Tables:
    path = RAW / "2021-mayors-summit-0324-summary-table.txt"
    return laws.read(path.read_bytes(), path.name)


def test_seed_has_seventeen_rows() -> None:
    tables = seed()
    assert tables[Document][0].kind == "summary_table"
    assert labels_of(tables) == [str(number) for number in range(1, 18)]
    assert all(len(row) == 3 for row in rows_of(tables))
    laws.check(tables, (RAW / tables[Document][0].document_id).read_bytes().decode())


def test_seed_words_are_joined_over_pages() -> None:
    rows = rows_of(seed())
    assert "運用科技加速強化軟體技術，以及發展更多元的貿易。" in rows[2][2]
    assert "讓大家下車後 10 分鐘內，可以到所需要的設施" in rows[9][2]


def test_seed_page_headers_and_markup_are_dropped() -> None:
    tables = seed()
    text = tables[Document][0].text
    assert text.count("談話內容摘要") == 1
    assert "<" not in text
    rules = {row.rule for row in tables[SourceMap] if row.op == "dropped"}
    assert {"repeated_page_header", "markup"} <= rules


def test_seed_lists_inside_cells() -> None:
    tables = seed()
    items = [row for row in tables[Segment] if row.kind == "list_item" and row.row == 1]
    assert [item.label for item in items] == ["1", "2", "3", "4", "5"]
    assert [item.text[:7] for item in items][3:] == ["4. 智慧校園", "5. 5G：午"]


def test_a_card_of_two_columns_keeps_its_first_row() -> None:
    card = [["機關", "水利局"], ["抽水站", "48"], ["滯洪池", "12"], ["預算", "900"]]
    lines = "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>" for row in card)
    assert rows_of(laws.read(f"<table>{lines}</table>", "a.html")) == card


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        pytest.param("與首都" + PAGE + "\t\t瓜地馬拉市", "與首都瓜地馬拉市", id="詞中斷開"),
        pytest.param("<p>強化軟</p>\n" + PAGE + "\t\t體技術", "強化軟體技術", id="標記夾在中間"),
        pytest.param("Digital" + PAGE + "\t\tTwins", "Digital Twins", id="英文字之間留空格"),
        pytest.param("第一段。" + PAGE + "\t\t第二段", "第一段。\n第二段", id="句子已完就另起一行"),
        pytest.param("智慧\n城市", "智慧城市", id="儲存格裡的斷行"),
        pytest.param("智慧\n\n城市", "智慧城市", id="儲存格裡的空行"),
    ],
)
def test_broken_cell_is_joined(broken: str, joined: str) -> None:
    title = PAGE.strip() + "\n\n"
    source = title + HEADER + "1\t臺北市 市長\t" + broken + "\n2\t大邱市 市長\t好。\n"
    tables = laws.read(source)
    assert rows_of(tables)[0][2] == joined
    assert labels_of(tables) == ["1", "2"]
    laws.check(tables, source)


def test_every_cell_of_a_broken_row_is_joined() -> None:
    title = PAGE.strip() + "\n\n"
    source = title + HEADER + "1\t紐西蘭北帕麥\t科技扮" + PAGE + "\t斯頓市 市長\t演重要角色。\n"
    tables = laws.read(source)
    assert rows_of(tables) == [["1", "紐西蘭北帕麥斯頓市 市長", "科技扮演重要角色。"]]
    laws.check(tables, source)


@pytest.mark.parametrize(
    ("rows", "labels", "codes"),
    [
        pytest.param("1\t臺北\t好\n2\t大邱\t好\n", ["1", "2"], [], id="正常"),
        pytest.param("一\t臺北\t好\n二\t大邱\t好\n", ["一", "二"], [], id="中文編號"),
        pytest.param(
            "\t臺北\t好。\n\t大邱\t好。\n", [None, None], ["missing_row_number"] * 2, id="沒有編號"
        ),
        pytest.param(
            "1\t臺北\t好\n1\t大邱\t好\n", ["1", "1"], ["duplicate_row_number"], id="編號重複"
        ),
        pytest.param("1\t臺北\t好\t多\n", ["1"], ["extra_cells"], id="多出一格"),
        pytest.param("1\t臺北\n2\t大邱\t好\n", ["1", "2"], ["missing_cells"], id="少了一格"),
    ],
)
def test_row_numbers_and_cell_counts(rows: str, labels: list[str], codes: list[str]) -> None:
    tables = laws.read(HEADER + rows)
    assert labels_of(tables) == labels
    assert [row.code for row in tables[Diagnostic]] == codes
    assert all(row.place and "table 1, row" in row.place for row in tables[Diagnostic])


def test_numbers_of_rows_are_in_half_width_whatever_the_typeface() -> None:
    rows = "".join(f"{number}\t臺北市\t建置路燈{number}盞\n" for number in ("１", "２", "１２"))
    tables = laws.read((HEADER + rows).encode(), "a.tsv")
    assert labels_of(tables) == ["1", "2", "12"]
    assert [row[2] for row in rows_of(tables)] == ["建置路燈１盞", "建置路燈２盞", "建置路燈１２盞"]


def test_a_comma_in_a_number_without_quotes_cuts_no_cell() -> None:
    tables = laws.read("編號,城市,內容\n1,臺北,教會 8,200 位長者\n2,大邱,好\n", "a.csv")
    (note,) = tables[Diagnostic]
    assert (note.code, note.place) == ("unquoted_comma", "a.csv: table 1, row 1")
    assert "教會 8,200 位長者\n" in [row.text for row in tables[Segment] if row.kind == "cell"]


@pytest.mark.parametrize("name", ["a.txt", "a.tsv"])
def test_points_set_in_by_too_few_tabs_go_on_with_the_content(name: str) -> None:
    row = "1\t臺南市\t市長 葉承翰\t水與電是兩項課題：\n"
    points = "\t\t1. 佈建 37 組感測器。\n\t\t2. 租金收入逾三億元。\n"
    next_row = "2\t坦佩雷市\t副市長 Aino Laaksonen\t以輕軌帶動街廓更新。\n"
    tables = laws.read("編號\t城市\t首長或代表\t內容摘要\n" + row + points + next_row, name)
    cells = [row.text for row in tables[Segment] if row.kind == "cell"]
    assert "水與電是兩項課題：\n1. 佈建 37 組感測器。\n2. 租金收入逾三億元。\n" in cells
    assert labels_of(tables) == ["1", "2"]


def test_two_tables_in_one_file() -> None:
    one = "2023 首長會議（3/28）\n\n" + HEADER + "1\t臺北\t好。\n2\t大邱\t好。\n\n"
    two = "2023 首長會議（3/29）\n\n" + HEADER + "1\t東京\t好。\n\n註：依發言順序。\n"
    tables = laws.read(one + two)
    assert labels_of(tables) == ["1", "2", "1"]
    assert [row.table for row in tables[Segment] if row.kind == "table"] == [1, 2]
    assert tables[Segment][-1].text == "註：依發言順序。\n"


@settings(deadline=None, max_examples=60)
@given(strategies.grids(), st.sampled_from([",", "\t", ";"]))
def test_delimited_cells_are_read_back(rows: list[list[str]], delimiter: str) -> None:
    source = strategies.as_csv(rows, delimiter)
    tables = laws.read(source, "a.tsv" if delimiter == "\t" else "a.csv")
    assert rows_of(tables) == rows[1:]
    laws.check(tables, source)


@settings(deadline=None, max_examples=40)
@given(strategies.grids())
def test_same_table_in_two_formats(rows: list[list[str]]) -> None:
    text = "".join("\t".join(row) + "\n" for row in rows)
    if text.count('"'):
        return
    assert rows_of(laws.read(text)) == rows_of(laws.read(strategies.as_csv(rows), "a.csv"))


def test_quoted_commas_quotes_and_line_ends() -> None:
    source = '編號,國家,城市,備註\n1,日本,函館市,"使用，\n雙方""共同""發表, 宣言。"\n'
    tables = laws.read(source, "a.csv")
    assert rows_of(tables) == [["1", "日本", "函館市", '使用，\n雙方"共同"發表, 宣言。']]
    laws.check(tables, source)


def test_unclosed_quote_is_text() -> None:
    tables = laws.read('編號,城市,內容\n1,臺北,"好\n2,大邱,好\n', "a.csv")
    assert rows_of(tables) == [["1", "臺北", '"好'], ["2", "大邱", "好"]]


def test_too_many_columns_are_refused() -> None:
    (refused,) = laws.read("a," * 100_000, "a.csv")[Diagnostic]
    assert (refused.code, refused.level) == ("too_many_columns", "error")


def test_missing_header_is_noted() -> None:
    tables = laws.read("1,臺北市,柯文哲\n2,新北市,侯友宜\n", "a.csv")
    assert "missing_header" in [row.code for row in tables[Diagnostic]]
    assert labels_of(tables) == ["1", "2"]


@pytest.mark.parametrize(
    "line", ["高雄市 市長 陳其邁\t推動智慧交通。", "\t高雄市 市長 陳其邁\t", "高雄市 市長 陳其邁\t"]
)
def test_row_without_its_number_or_last_cell_is_a_row(line: str) -> None:
    source = f"{HEADER}1\t臺北市 市長 柯文哲\t智慧城市。\n{line}\n3\t臺南市 市長 黃偉哲\t節電。\n"
    tables = laws.read(source.encode(), "a.txt")
    laws.check(tables, source)
    assert [row[0] for row in rows_of(tables)][::2] == ["1", "3"]
    assert "高雄市" in "".join(rows_of(tables)[1])


def test_a_row_that_ends_before_the_column_of_numbers() -> None:
    tables = laws.read("城市\t市長\t序\n臺北\t蔣萬安\t1\n高雄\t陳其邁".encode(), "a.txt")
    assert [row[:2] for row in rows_of(tables)] == [["臺北", "蔣萬安"], ["高雄", "陳其邁"]]


def test_commas_of_the_last_column_part_no_cells() -> None:
    source = (
        "城市,講者,談話重點\n安曼市,Tariq Ali,今年清運垃圾,盼向臺灣取經。\n臺北市,林采穎,好。\n"
    )
    tables = laws.read(source, "a.csv")
    laws.check(tables, source)
    assert rows_of(tables)[0] == ["安曼市", "Tariq Ali", "今年清運垃圾,盼向臺灣取經。"]
    assert "unquoted_comma" in [row.code for row in tables[Diagnostic]]


@pytest.mark.parametrize("name", ["talks.txt", "talks.csv"])
@pytest.mark.parametrize("items", ["1. 水網|2. 路燈", "（一）水網|（二）路燈", "● 水網|● 路燈"])
def test_each_point_below_a_row_is_a_line_of_its_content(name: str, items: str) -> None:
    mark = "," if name.endswith("csv") else "\t"
    rows = [["編號", "城市", "首長或代表", "內容摘要"], ["1", "臺南市", "市長 葉承翰", "本市有："]]
    lines = [mark.join(row) for row in rows] + [mark * 3 + item for item in items.split("|")]
    text = "\n".join(lines) + "\n"
    tables = laws.read(text.encode(), name)
    assert [row[3] for row in rows_of(tables)] == ["本市有：\n" + items.replace("|", "\n")]
    laws.check(tables, text)


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_numbers_below_years_are_no_header(delimiter: str) -> None:
    rows = [["類別", "110年", "111年"], ["代表", "1987", "2004"], ["志工", "320", "410"]]
    source = "".join(delimiter.join(row) + "\n" for row in rows)
    tables = laws.read(source, "a.csv")
    laws.check(tables, source)
    assert rows_of(tables) == rows[1:]
    cells = [cell for cell in tables[Segment] if cell.kind == "cell" and cell.row == 1]
    assert [cell.header for cell in cells] == rows[0]

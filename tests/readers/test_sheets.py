"""Workbooks and OpenDocument files give what the same content gives as text."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.contract import Diagnostic, Document, Segment, SourceMap
from pipeline.readers.reader import read
from pipeline.readers.source import RefusedError, Source
from pipeline.stages.ingest import run
from tests.readers.test_office import HEADER, PARAGRAPHS, ROWS, cells_of, ingest, text_of

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
    }.items()
)


def workbook(*sheets: list[list[object]], names: tuple[str, ...] = ()) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"工作表{number + 1}")
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opendocument(kind: str, body: str, before: str = "", manifest: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>{before}{content}</office:document-content>",
        )
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def ods_table(rows: list[list[str]], name: str = "工作表1") -> str:
    lines = [
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>" for text in row
        )
        + '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        for row in rows
    ]
    blank = '<table:table-row table:number-rows-repeated="1048570">'
    end = f"{blank}<table:table-cell/></table:table-row>"
    return f'<table:table table:name="{name}">{"".join(lines)}{end}</table:table>'


TABLE = [HEADER, *ROWS]


def test_sheet_gives_rows_and_cells() -> None:
    assert cells_of("a.xlsx", saved(workbook(TABLE))) == TABLE
    assert cells_of("a.ods", opendocument("spreadsheet", ods_table(TABLE))) == TABLE


def test_cell_merged_over_rows_belongs_to_each() -> None:
    book = workbook(TABLE)
    book.worksheets[0].merge_cells("B2:B3")
    rows = cells_of("a.xlsx", saved(book))
    assert [row[1] for row in rows[1:]] == [ROWS[0][1]] * 2
    assert [row[3] for row in rows[1:]] == [row[3] for row in ROWS]


def test_title_above_and_note_below_a_table_are_paragraphs() -> None:
    book = workbook([["2024 市長論壇發言摘要"], [], *TABLE, ["註：依發言順序排列。"]])
    book.worksheets[0].merge_cells("A1:D1")
    data = saved(book)
    assert cells_of("a.xlsx", data) == TABLE
    kinds = [(s.kind, s.text.strip()) for s in ingest("a.xlsx", data)[Segment]]
    assert ("table", "2024 市長論壇發言摘要") not in kinds
    text = text_of("a.xlsx", data)
    assert text.index("發言摘要") < text.index("編號") < text.index("註：依發言順序排列。")


def test_names_of_sheets_stand_above_them_where_there_are_several() -> None:
    data = saved(workbook(TABLE, TABLE, names=("第一場次", "第二場次")))
    text = text_of("a.xlsx", data)
    assert text.index("第一場次") < text.index("日本名古屋市") < text.index("第二場次")
    assert "工作表" not in text_of("a.xlsx", saved(workbook(TABLE, TABLE)))


def test_hidden_sheet_is_left_out() -> None:
    book = workbook(TABLE, [["不公開名單"]])
    book.worksheets[1].sheet_state = "hidden"
    assert "不公開名單" not in text_of("a.xlsx", saved(book))


def test_values_read_as_they_are_shown() -> None:
    book = workbook([["城市", "比率", "日期", "數量"], ["臺北市", 0.35, date(2024, 3, 1), 1200.0]])
    book.worksheets[0]["B2"].number_format = "0%"
    assert cells_of("a.xlsx", saved(book))[1] == ["臺北市", "35%", "2024-03-01", "1200"]


def test_a_column_without_text_is_none() -> None:
    book = workbook([["編號", "城市", "備註", "內容"], ["1", "大阪市", "不公開", "好。"]])
    book.active.column_dimensions["C"].hidden = True
    assert cells_of("a.xlsx", saved(book))[1] == ["1", "大阪市", "好。"]
    told = ingest("a.xlsx", saved(book))[Diagnostic]
    assert [note.code for note in told] == ["hidden_cells"]


def test_hidden_rows_and_columns_are_left_out_and_told() -> None:
    rows: list[list[object]] = [
        ["城市", "底稿", "重點"],
        *[[f"第{n}市", "密", "說"] for n in range(3)],
    ]
    book = workbook(rows)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.worksheets[0].column_dimensions["B"].hidden = True
    tables = ingest("a.xlsx", saved(book))
    assert tables[Document][0].text.split() == ["城市", "重點", "第0市", "說", "第2市", "說"]
    (note,) = [row for row in tables[Diagnostic] if row.code == "hidden_cells"]
    assert note.message.endswith("row 3, column B")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1200, '#,##0"人"', "1,200人"),
        (1234567.5, "[$NT$-404]#,##0.00", "NT$1,234,567.50"),
        (3.5, '0.0"億元"', "3.5億元"),
        (1200000, '#,##0,"千元"', "1,200千元"),
        (45, "#,##0_);(#,##0)", "45"),
        (120000, '0!.0,"萬"', "120000"),
        (datetime(2025, 9, 18, 14, 5), '[$-404]e"年"m"月"d"日"', "114年9月18日"),
        (datetime(2025, 9, 18, 14, 5), "yyyy/m/d hh:mm", "2025/9/18 14:05"),
        (datetime(2025, 9, 18, 14, 5), 'm"月"d"日"', "2025-09-18"),
        (datetime(2025, 9, 18), "mm-dd-yy", "2025-09-18"),
        (datetime(2024, 6, 5), "dd/mm/yyyy", "2024-06-05"),
        (datetime(2024, 6, 5), "d-m-yy", "2024-06-05"),
        (datetime(2024, 6, 5), "yy/mm/dd", "2024-06-05"),
        (datetime(2024, 6, 5), "yyyy/dd/mm", "2024-06-05"),
        (0.62, "0.0%", "62.0%"),
        (62, '0"%"', "62%"),
        (62, r"0\%", "62%"),
        (70, '[>=80]0"分(甲)";0"分"', "70"),
    ],
)
def test_a_value_stands_with_what_its_format_adds(value: object, form: str, text: str) -> None:
    book = workbook([["城市", "數"], ["臺北市", value]])
    book.worksheets[0]["B2"].number_format = form
    assert cells_of("a.xlsx", saved(book))[1] == ["臺北市", text]


def test_a_formula_without_its_value_is_told() -> None:
    tables = ingest("a.xlsx", saved(workbook([["城市", "和"], ["臺北市", "=1+2"]])))
    (note,) = [row for row in tables[Diagnostic] if row.code == "formula_without_value"]
    assert note.place == "a.xlsx: B2"


def test_source_map_names_sheet_and_cell() -> None:
    tables = ingest("a.xlsx", saved(workbook(TABLE)))
    (row,) = tables[Document]
    told = {
        (run.sheet, run.cell): row.text[run.start : run.end]
        for run in tables[SourceMap]
        if run.op == "copied" and run.cell
    }
    assert told["工作表1", "B3"] == "加拿大本拿比市"
    assert row.encoding is None


def test_odt_paragraphs_headings_lists_and_tables_keep_their_roles() -> None:
    style = (
        '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
        "</office:automatic-styles>"
    )
    body = (
        "<text:sequence-decls/><text:tracked-changes><text:p>刪去的字</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">智慧城市論壇登場</text:p>'
        + "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
        + '<text:h text:outline-level="1">後續規劃</text:h>'
        "<text:list><text:list-item><text:p>擴大<text:span>公車</text:span>優先號誌"
        "<text:note><text:note-body><text:p>附註</text:p></text:note-body></text:note>"
        "</text:p></text:list-item></text:list>" + ods_table(TABLE)
    )
    data = opendocument("text", body, style)
    leaves = ("title", "heading", "paragraph", "list_item")
    found = [(s.kind, s.text.strip()) for s in ingest("a.odt", data)[Segment] if s.kind in leaves]
    assert found == [
        ("title", "智慧城市論壇登場"),
        *(("paragraph", paragraph) for paragraph in PARAGRAPHS),
        ("heading", "後續規劃"),
        ("list_item", "擴大公車優先號誌"),
    ]
    assert [row[:4] for row in cells_of("a.odt", data)[:3]] == TABLE


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "not_excel", "this is no Excel workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "binary_file", "a damaged or unknown file of Office"),
        ("a.xlsx", saved(workbook([])), "empty_file", "the file has no text"),
        ("a.odt", opendocument("text", ""), "empty_file", "the file has no text"),
        ("a.odt", opendocument("drawing", ""), "not_opendocument", "no OpenDocument text"),
        (
            "a.odt",
            opendocument("text", "", manifest="<manifest:encryption-data/>"),
            "encrypted",
            "this is an encrypted file",
        ),
    ],
)
def test_file_that_cannot_be_read_is_refused(
    name: str, data: bytes, code: str, message: str
) -> None:
    with pytest.raises(RefusedError, match=message) as refusal:
        read(Source(name, data))
    assert refusal.value.code == code
    assert refusal.value.advice


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@settings(max_examples=30)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_damaged_files_are_refused_or_read(ending: str, place: int, data: bytes) -> None:
    table = opendocument("spreadsheet", ods_table(TABLE))
    good = saved(workbook(TABLE)) if ending == "xlsx" else table
    start = place % len(good)
    run([Source(f"a.{ending}", good[:start] + data + good[start + len(data) :])])

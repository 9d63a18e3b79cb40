"""Bad input: one clear message each, with the place and what to do; what can be read is read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.contract import Diagnostic, Document, Segment, Tables
from tests.readers import laws

GOOD = "臺北市長柯文哲表示，市府將投入3.5億元推動智慧交通計畫。"
HEADER = "編號,城市,首長,內容\n"
WIDE = 100_000


def _note(tables: Tables, code: str) -> Diagnostic:
    (note,) = [row for row in tables[Diagnostic] if row.code == code]
    return note


@pytest.mark.parametrize(
    ("name", "data", "code", "place", "message", "advice"),
    [
        ("a.txt", b"", "empty_file", "a.txt", "the file is empty", "remove it or fill it"),
        (
            "a.txt",
            b" \r\n\t",
            "empty_file",
            "a.txt",
            "the file has no text",
            "remove it or fill it",
        ),
        (
            *("a.html", b"<html><head><title>x</title></head><body><nav>x</nav></body></html>"),
            *("empty_file", "a.html", "the file has no text", "remove it or fill it"),
        ),
        (
            *("a.txt", b"%PDF-1.7\n%\xe2\xe3", "bad_pdf", "a.txt"),
            *("the PDF cannot be read: No /Root object! - Is this really a PDF?", "save it again"),
        ),
        (
            *("a.csv", b"PK\x03\x04\x14\x00", "binary_file", "a.csv"),
            *("this is a ZIP or Office file, not text", "save its text as UTF-8 .txt"),
        ),
        (
            *("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "binary_file", "a.xls"),
            *("this is a damaged or unknown file of Office 2003 or before", "save it without"),
        ),
        (
            *("a.txt", bytes(range(256)) * 40, "binary_file", "a.txt"),
            *("this is a binary file, not text", "remove it or save its text"),
        ),
        (
            *("a.txt", "テストです。東京の会議".encode("shift-jis"), "unknown_encoding"),
            *("a.txt: byte 0", "the text is neither UTF-8 nor UTF-16, Big5 or GB 18030"),
            "save the file as UTF-8 text",
        ),
        (
            *("a.txt", GOOD.encode().decode("latin-1").replace("å", "\ufffd").encode(), "mojibake"),
            "a.txt",
            "the text is UTF-8 that a program took for a Western encoding and saved again",
            "get the file from its source again",
        ),
        (
            *("a.csv", (",".join("a" * WIDE) + "\n").encode(), "too_many_columns"),
            *("a.csv: row 1", "more than 2000 columns", "check the delimiter, or split the table"),
        ),
        (
            *("a.tsv", ("\t".join("a" * WIDE) + "\n").encode(), "too_many_columns"),
            *("a.tsv: row 1", "more than 2000 columns", "check the delimiter, or split the table"),
        ),
        (
            *("a.txt", ("編號\t城市\n1\t" + "\t".join("a" * WIDE)).encode(), "too_many_columns"),
            *("a.txt: line 2", "more than 2000 columns", "check the delimiter, or split the table"),
        ),
        (
            *("a.html", (f"<table><tr>{'<td>x' * WIDE}<tr><td>x</table>").encode()),
            *("too_many_columns", "a.html: row 1 of a table", "more than 2000 columns"),
            "check the delimiter, or split the table",
        ),
        (
            *("a.html", b"<b>" * 500_000 + b"x", "too_many_tags", "a.html: line 1"),
            *("more than 400,000 tags", "this is no page of text: save its text as UTF-8 .txt"),
        ),
        (
            *("a.txt", ("市長" * 850_000).encode(), "no_text", "a.txt: line 1"),
            "1,700,000 characters without a sentence mark are left out, and nothing remains",
            "put text with 。 and line ends there, or remove it",
        ),
    ],
    ids=[
        *(
            "空檔",
            "只有空白",
            "沒有內文的網頁",
            "PDF",
            "Office",
            "舊Office",
            "二進位",
            "日文編碼",
            "亂碼",
        ),
        *("十萬欄CSV", "十萬欄TSV", "十萬欄純文字", "十萬欄網頁", "標籤過多", "五百萬位元組一行"),
    ],
)
def test_refused_with_place_and_advice(
    name: str, data: bytes, code: str, place: str, message: str, advice: str
) -> None:
    start = time.process_time()
    tables = laws.read(data, name)
    assert time.process_time() - start < 10
    assert tables[Document] == []
    (row,) = tables[Diagnostic]
    assert (row.level, row.code, row.place, row.message) == ("error", code, place, message)
    assert (row.advice or "").startswith(advice)


@pytest.mark.parametrize(
    ("name", "text", "code", "place", "message"),
    [
        (
            *("a.csv", HEADER + "1,臺北,甲\n", "missing_cells", "a.csv: table 1, row 1"),
            "3 cells where the header has 4",
        ),
        (
            *("a.csv", HEADER + "1,臺北,甲,好,多\n", "extra_cells", "a.csv: table 1, row 1"),
            "5 cells where the header has 4",
        ),
        (
            *("a.csv", HEADER + "1,臺北,甲,好\n1,大邱,乙,好\n", "duplicate_row_number"),
            *("a.csv: table 1, row 2", "the number 1 stands in two rows"),
        ),
        (
            *("a.csv", HEADER + "一,臺北,甲,好\n一,大邱,乙,好\n", "duplicate_row_number"),
            *("a.csv: table 1, row 2", "the number 一 stands in two rows"),
        ),
        (
            *("a.csv", HEADER + "1,臺北,甲,好\n,大邱,乙,好\n", "missing_row_number"),
            *("a.csv: table 1, row 2", "the row has no number"),
        ),
        (
            *("a.csv", "1,臺北市,好\n2,大邱市,好\n", "missing_header", "a.csv: table 1"),
            "no header row was found; the roles of the columns are guessed from their cells",
        ),
        (
            *("a.csv", "編號,城市,甲乙丙\n1,臺北,好\n", "unsure_column", "a.csv: table 1"),
            "the role of the columns 甲乙丙 is not known",
        ),
        (
            *("a.csv", GOOD, "no_columns", "a.csv: line 1"),
            "no delimiter divides the rows into columns, so the file is read as prose",
        ),
        (
            *("a.html", f"<div><table><tr><td>{GOOD}", "unclosed_markup", "a.html"),
            "elements are not closed: <div>, <table>",
        ),
        (
            *("a.txt", GOOD + "\n" + "x" * 30_000 + "\n" + GOOD, "endless_text", "a.txt: line 2"),
            "30,000 characters without a sentence mark are left out",
        ),
        (
            *("a.html", f"<p>{GOOD}\n<p>{'x' * 30_000}", "endless_text", "a.html: line 2"),
            "30,000 characters without a sentence mark are left out",
        ),
        (
            *("a.txt", '{"城市": "臺北", "內容": "推動智慧交通"}', "data_file", "a.txt: line 1"),
            "this looks like JSON data, and is read as plain text",
        ),
        (
            *("a.txt", "<?xml version='1.0'?>\n<rows><row>臺北</row></rows>", "data_file"),
            *("a.txt: line 1", "this looks like XML data, and is read as plain text"),
        ),
    ],
    ids=[
        *("少儲存格", "多儲存格", "編號重複", "中文編號重複", "沒有編號", "沒有標題列", "欄位不明"),
        *("沒有欄位", "標籤未關", "一長串", "網頁中一長串", "JSON", "XML"),
    ],
)
def test_doubtful_is_kept_and_told(
    name: str, text: str, code: str, place: str, message: str
) -> None:
    tables = laws.read(text, name)
    laws.check(tables, text)
    note = _note(tables, code)
    assert (note.place, note.message) == (place, message)
    assert note.level in ("warning", "info") and note.advice


@pytest.mark.parametrize("codec", ["utf-8", "cp950"])
def test_broken_bytes_are_told_with_line_and_byte(codec: str) -> None:
    data = (GOOD + "\n").encode(codec) + GOOD.encode(codec) * 10 + b"\xff"
    tables = laws.read(data)
    (note,) = tables[Diagnostic]
    assert (note.code, note.place) == ("broken_bytes", "a.txt: line 2")
    assert f"line 2, byte {len(data) - 1}" in note.message
    assert note.advice == "correct these places and save the file as UTF-8"
    assert tables[Document][0].text.startswith(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            '<!DOCTYPE html [<!ENTITY a "臺北"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM '
            '"file:///etc/passwd">]>' + f"<p>{GOOD}&b;&c;</p>",
            id="實體炸彈",
        ),
        pytest.param("<div>" * 100_000 + GOOD + "</div>" * 100_000, id="深巢狀"),
        pytest.param("<table><tr><td>" * 20_000 + GOOD, id="表格巢狀"),
        pytest.param("<!--" * 500_000 + "-->" + GOOD, id="註解"),
        pytest.param(f"<p>{GOOD}</p><p " + "a='" * 300_000, id="引號"),
        pytest.param(
            f"<p>{GOOD}</p><table>" + "<tr><td rowspan=65534 colspan=900>市" * 2 + "</table>",
            id="跨列跨欄",
        ),
    ],
)
def test_hostile_page_takes_bounded_time_and_gives_its_text(text: str) -> None:
    start = time.process_time()
    tables = laws.read(text, "a.html")
    assert time.process_time() - start < 10
    assert GOOD in tables[Document][0].text
    assert "root:" not in tables[Document][0].text
    laws.check(tables, text)


def test_many_broken_rows_give_few_notes() -> None:
    tables = laws.read(HEADER + "1,臺北\n" * 5000, "a.csv")
    notes = [row for row in tables[Diagnostic] if row.code == "missing_cells"]
    assert len(notes) == 20
    assert notes[-1].message.endswith("4,980 more rows are like that")
    assert len([s for s in tables[Segment] if s.kind == "table_row" and s.row]) == 5000


_PROBE = """
import sys
from pipeline.readers.source import Source
from pipeline.stages import ingest
text = "編號,城市,內容\\n1,臺北,好。\\n"
for name in ("a.txt", "a.csv", "a.md", "a.srt"):
    ingest.run([Source(name, text.encode())])
print([n for n in sys.modules if n.startswith("pipeline.readers.web") or n in ("lxml", "bs4")])
ingest.run([Source("a.html", b"<p>x</p>")])
print("pipeline.readers.web" in sys.modules)
"""


def test_text_alone_does_not_load_the_reader_of_web_pages() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _PROBE],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["[]", "True"]

"""Word and Excel files of 1997 to 2003 give what the same content gives as text."""

from __future__ import annotations

import re
import struct

import pytest

from pipeline.contract import Document
from pipeline.readers.reader import read
from pipeline.readers.source import RefusedError, Source
from tests.readers.old_office import (
    IN_TABLE,
    compound,
    row_format,
    write_doc,
    write_xls,
)
from tests.readers.test_office import HEADER, PARAGRAPHS, ROWS, cells_of, ingest, text_of

EDGES = [1000, 3000, 6000, 9000]


def paragraphs(*texts: str) -> list[tuple[str, bytes]]:
    return [(f"{text}\r", b"") for text in texts]


def table_row(cells: list[str], edges: list[int], hung: tuple[int, ...] = ()):
    made = [(f"{cell}\x07", IN_TABLE) for cell in cells]
    return [*made, ("\x07", row_format(edges, hung))]


def test_word_paragraphs_in_order() -> None:
    assert text_of("a.doc", write_doc(paragraphs(*PARAGRAPHS))).splitlines() == PARAGRAPHS


def test_western_text_is_kept_in_one_byte_a_character() -> None:
    data = write_doc(paragraphs("與臺北市簽署合作備忘錄。"), narrow="Mayor José Ramos ")
    assert text_of("a.doc", data).strip() == "Mayor José Ramos 與臺北市簽署合作備忘錄。"


def test_word_table_gives_rows_and_cells() -> None:
    rows = [paragraph for row in [HEADER, *ROWS] for paragraph in table_row(row, EDGES)]
    data = write_doc([*paragraphs("談話摘要"), *rows, *paragraphs("以上由市府提供。")])
    assert cells_of("a.doc", data) == [HEADER, *ROWS]
    text = text_of("a.doc", data)
    assert text.index("談話摘要") < text.index("編號") < text.index("以上由市府提供。")


def test_word_cells_merged_over_rows_and_columns() -> None:
    rows = [
        table_row(["國家", "城市與首長", "談話重點"], [1000, 6000, 9000]),
        table_row(["日本", "福岡市", "高島宗一郎", "推動智慧交通。"], EDGES),
        table_row(["", "北九州市", "武內和久", "推動氫能城市。"], EDGES, hung=(0,)),
    ]
    cells = cells_of("a.doc", write_doc([paragraph for row in rows for paragraph in row]))
    assert cells[2] == ["日本", "北九州市", "武內和久", "推動氫能城市。"]
    assert cells[0][-1] == "談話重點"


def test_field_shows_its_result_alone() -> None:
    field = "詳見\x13 HYPERLINK \x13 REF x \x14no\x15\x14臺北市政府網站\x15。"
    assert text_of("a.doc", write_doc(paragraphs(field))).strip() == "詳見臺北市政府網站。"


def test_hidden_text_signs_and_breaks() -> None:
    data = write_doc(
        [*paragraphs("投入5億元8億元\x0b\U00020bb7野家捐款。"), ("\uf0b7擴大優先號誌\r", b"")],
        hidden=["5億元"],
    )
    assert text_of("a.doc", data).split("\n")[:3] == ["投入8億元", "𠮷野家捐款。", "•擴大優先號誌"]


def test_text_of_boxes_follows() -> None:
    data = write_doc(paragraphs(PARAGRAPHS[0]), boxes=paragraphs(PARAGRAPHS[1]))
    assert text_of("a.doc", data).splitlines() == PARAGRAPHS[:2]


def test_workbook_gives_rows_and_cells() -> None:
    rows = [HEADER, [1.0, *ROWS[0][1:]], [2.0, *ROWS[1][1:]]]
    assert cells_of("a.xls", write_xls(rows)) == [HEADER, *ROWS]
    assert ingest("a.xls", write_xls(rows))[Document][0].media_type == "application/vnd.ms-excel"


def test_workbook_cell_merged_over_rows_belongs_to_each() -> None:
    rows = [HEADER, ROWS[0], [ROWS[1][0], "", *ROWS[1][2:]]]
    assert cells_of("a.xls", write_xls(rows, merged=[(1, 2, 1, 1)]))[2][1] == "日本名古屋市"


def test_what_a_file_is_its_bytes_tell() -> None:
    assert text_of("a.txt", write_doc(paragraphs(*PARAGRAPHS))).splitlines() == PARAGRAPHS
    assert cells_of("a.docx", write_xls([HEADER, *ROWS])) == [HEADER, *ROWS]


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (write_doc(paragraphs("市"), flags=0x100), "encrypted", "an encrypted file"),
        (write_doc(paragraphs("市"), version=0x68), "not_word", "a file of Word 95 or before"),
        (compound({"WordDocument": b"no"}), "not_word", "this is no Word document"),
        (compound({"Workbook": b"no"}), "not_excel", "this is no Excel workbook"),
        (compound({"EncryptedPackage": b"x"}), "encrypted", "an encrypted file"),
        (compound({"PowerPoint Document": b"x"}), "binary_file", "of PowerPoint 2003 or before"),
        (compound({"Contents": b"x"}), "binary_file", "a damaged or unknown file of Office 2003"),
        (write_doc([("\r", b"")]), "empty_file", "the file has no text"),
    ],
)
def test_file_that_cannot_be_read_is_refused(data: bytes, code: str, message: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(message)) as refusal:
        read(Source("a.doc", data))
    assert refusal.value.code == code


@pytest.mark.parametrize("step", [97, 331])
def test_damage_is_read_or_refused(step: int) -> None:
    rows = [paragraph for row in [HEADER, *ROWS] for paragraph in table_row(row, EDGES)]
    for whole in (write_doc(rows), write_xls([HEADER, *ROWS])):
        for at in range(600, len(whole), step):
            for data in (whole[:at], whole[:at] + b"\xff\xff\xff" + whole[at + 3 :]):
                try:
                    ingest("a.doc", data)
                except struct.error:  # pragma: no cover - would be a fault of the reader
                    pytest.fail(f"damage at byte {at} was not told")

"""Documents whose file was cut off: what stands before the cut is read, and the cut is told."""

from __future__ import annotations

import io

import docx
import pytest

from pipeline.contract import Diagnostic, Document
from tests.readers import laws
from tests.readers.test_sheets import TABLE, saved, workbook

LINES = [
    f"第{n}案：臺北市與大阪市合作，投入{n * 37 % 91 + 1}億元推動智慧水網。" for n in range(400)
]


def document() -> bytes:
    made, data = docx.Document(), io.BytesIO()
    for line in LINES:
        made.add_paragraph(line)
    made.save(data)
    return data.getvalue()


def test_a_document_without_its_last_parts_is_read_whole() -> None:
    tables = laws.read(document()[:-2000], "a.docx")
    assert tables[Document][0].text.splitlines() == LINES
    (note,) = [row for row in tables[Diagnostic] if row.code == "cut_off_file"]
    assert note.level == "warning" and note.message.endswith("its text is whole")


def test_a_text_that_was_cut_is_read_up_to_the_cut() -> None:
    data = document()
    at = data.index(b"word/document.xml")
    tables = laws.read(data[: at + 1800], "a.docx")
    lines = tables[Document][0].text.splitlines()
    assert 20 < len(lines) < len(LINES)
    assert lines[:-1] == LINES[: len(lines) - 1]
    (note,) = [row for row in tables[Diagnostic] if row.code == "cut_off_file"]
    assert "the rest is lost" in note.message


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (document()[:600], "a.docx"),
        (saved(workbook(TABLE))[:-300], "a.xlsx"),
        (rb"{\rtf1\ansi{\fonttbl{\f0 Times;}{\f1 Ari", "a.rtf"),
    ],
)
def test_a_file_without_its_text_is_refused_with_the_reason(data: bytes, name: str) -> None:
    tables = laws.ingest.run([laws.Source(name, data)])
    assert not tables[Document]
    (note,) = tables[Diagnostic]
    assert (note.level, note.code, note.place) == ("error", "cut_off_file", name)
    assert "get the whole file" in (note.advice or "")


def test_a_pdf_without_its_end_is_refused_with_what_to_do() -> None:
    tables = laws.ingest.run([laws.Source("a.pdf", b"%PDF-1.7\n1 0 obj <</Length 90>> stream\n")])
    (note,) = tables[Diagnostic]
    assert (note.level, note.code, note.place) == ("error", "bad_pdf", "a.pdf")
    assert (note.advice or "").startswith("save it again from its source, as its end is missing")

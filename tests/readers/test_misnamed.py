"""Files whose name promises another format than they hold, and files nobody can open."""

from __future__ import annotations

import pytest

from pipeline.contract import Diagnostic, Document, Segment
from tests.readers import laws
from tests.readers.office import write_pdf

ROWS = "編號\t城市\t重點\n1\t大阪\t整合7家業者。\n2\t安曼\t每人每日61公升。\n"
PAGE = "<html><body><h1>城市論壇</h1><p>臺北市長蔣萬安表示歡迎。</p></body></html>"


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pdf", "ods"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp950"])
def test_text_under_another_name_is_read_and_told(ending: str, encoding: str) -> None:
    tables = laws.read(ROWS.encode(encoding), f"a.{ending}")
    cities = [s.text.strip() for s in tables[Segment] if s.kind == "cell" and s.column == 2]
    assert cities == ["城市", "大阪", "安曼"]
    (note,) = (row for row in tables[Diagnostic] if row.code == "wrong_ending")
    assert f".{ending}" in note.message
    assert ".csv" in note.advice


def test_a_web_page_named_pdf_is_read_as_a_page() -> None:
    (document,) = laws.read(PAGE, "a.pdf")[Document]
    assert document.text == "城市論壇\n臺北市長蔣萬安表示歡迎。\n"


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "txt", "csv", "html", "epub"])
def test_a_file_of_no_bytes_is_told_to_be_empty(ending: str) -> None:
    tables = laws.read(b"", f"a.{ending}")
    assert tables[Document] == []
    (refused,) = tables[Diagnostic]
    assert (refused.code, refused.level) == ("empty_file", "error")


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_bytes_that_are_no_text_are_refused(ending: str) -> None:
    tables = laws.read(bytes(range(256)) * 8, f"a.{ending}")
    assert tables[Document] == []
    assert [row.level for row in tables[Diagnostic]] == ["error"]


def test_a_locked_pdf_is_told_to_be_locked() -> None:
    plain = write_pdf([([(50, 80, "臺北市長表示歡迎。")], [])])
    # A key nobody has: the file says how it is locked, and no password opens it.
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <"
        + b"cd" * 32 + b"> >> /ID [<00> <00>]"
    )  # fmt: skip
    locked = plain.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)
    (refused,) = laws.read(locked, "a.pdf")[Diagnostic]
    assert refused.code == "encrypted"
    assert "password" in refused.message

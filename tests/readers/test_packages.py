"""Presentations, books, mails and saved pages read like the text and tables they hold."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from pipeline.contract import Diagnostic, Document, Tables
from pipeline.contract.laws import check_document
from pipeline.readers.source import Source
from pipeline.stages.ingest import run
from tests.readers.packages import shape, table, write_epub, write_mail, write_pptx, write_zip
from tests.readers.test_tables import rows_of

HEADER = ["城市", "代表", "談話重點"]
ROWS = [
    ["日本名古屋市", "副市長 山本健一", "推動智慧交通，已有36個路口上線。"],
    ["加拿大本拿比市", "市長 Mike Hurley", "以「氣候行動計畫」減碳四成。"],
]
SAID = "臺中市長陳美惠表示，市府將投入12億元推動智慧交通，三年內完成36個路口。"
MORE = "名古屋市副市長山本健一則說，兩市的交流已有十年，未來會有更多合作。"


def ingest(name: str, data: bytes) -> Tables:
    tables = run([Source(name, data)])
    check_document(tables)
    return tables


def document(name: str, data: bytes) -> Document:
    (found,) = ingest(name, data)[Document]
    return found


def refusal(name: str, data: bytes) -> Diagnostic:
    tables = ingest(name, data)
    assert not tables[Document]
    (found,) = tables[Diagnostic]
    assert found.level == "error" and found.advice
    return found


def html_table() -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [HEADER, *ROWS]
    )
    return f"<table>{rows}</table>"


# --- presentations --------------------------------------------------------------------------


def test_slides_are_read_in_the_order_they_are_shown() -> None:
    first = shape("開幕", kind="title") + shape(SAID) + shape("7", kind="sldNum")
    second = shape("合作", kind="title") + "<p:grpSp>" + shape(MORE) + "</p:grpSp>"
    found = document("a.pptx", write_pptx([second, first], order=(1, 0)))
    assert found.text == f"開幕\n{SAID}\n合作\n{MORE}\n"
    assert found.media_type.endswith("presentationml.presentation")


def test_notes_follow_their_slide() -> None:
    found = document("a.pptx", write_pptx([shape("開幕", kind="title"), shape(MORE)], notes=SAID))
    assert found.text == f"開幕\n{SAID}\n{MORE}\n"


def test_table_on_a_slide_is_a_table() -> None:
    rows = [HEADER, ROWS[0], ["^", "局長 佐藤", "世博整合業者。"], ROWS[1]]
    tables = ingest("a.pptx", write_pptx([shape("摘要", kind="title") + table(rows)]))
    assert rows_of(tables) == [ROWS[0], ["日本名古屋市", "局長 佐藤", "世博整合業者。"], ROWS[1]]
    assert tables[Document][0].kind == "summary_table"


def test_what_a_file_is_counts_not_its_name() -> None:
    assert document("a.docx", write_pptx([shape(SAID)])).text == SAID + "\n"
    assert document("a.pptx", write_epub([f"<p>{SAID}</p>"])).text == SAID + "\n"


# --- books ----------------------------------------------------------------------------------


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    chapters = [f"<h2>合作</h2><p>{MORE}</p>", f"<h2>開幕</h2><p>{SAID}</p>"]
    found = document("a.epub", write_epub(chapters, order=(1, 0)))
    assert found.text == f"開幕\n{SAID}\n合作\n{MORE}\n"
    assert (found.title, found.published_on) == ("論壇專刊", date(2024, 5, 7))
    assert found.encoding is None and found.media_type == "application/epub+zip"


def test_table_in_a_book_is_a_table() -> None:
    assert rows_of(ingest("a.epub", write_epub([html_table()]))) == ROWS


# --- mails and saved pages ------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["utf-8", "big5", "gb18030"])
def test_mail_says_its_subject_and_its_text(charset: str) -> None:
    mail = write_mail(f"{SAID}\n\n{MORE}\n", charset=charset)
    found = document("a.eml", bytes(mail))
    assert found.text.split() == ["城市論壇新聞稿", SAID, MORE]
    assert (found.title, found.published_on) == ("城市論壇新聞稿", date(2024, 5, 7))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"隨信附上城市論壇新聞稿，{SAID}", ["城市論壇新聞稿", f"隨信附上城市論壇新聞稿，{SAID}"]),
        (f"【速發】城市論壇新聞稿\n{SAID}", ["【速發】城市論壇新聞稿", SAID]),
    ],
)
def test_the_subject_is_told_once(said: str, told: list[str]) -> None:
    assert document("a.eml", bytes(write_mail(said))).text.split() == told
    page = f"<p>{said}</p>".replace("\n", "</p><p>")
    assert document("a.eml", bytes(write_mail("", page))).text.split() == told


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p>城市<b>論壇</b>新<SPAN class=x>聞</SPAN>稿</p>", ["城市論壇新聞稿", SAID]),
        ("<p>城市論壇<br>新聞稿</p>", ["城市論壇新聞稿", "城市論壇", "新聞稿", SAID]),
    ],
)
def test_a_subject_is_found_through_tags_within_a_line(shown: str, told: list[str]) -> None:
    page = f"{shown}<p>{SAID}</p>"
    assert document("a.eml", bytes(write_mail("", page))).text.split() == told


def test_wrong_charset_of_a_mail_is_not_believed() -> None:
    data = bytes(write_mail(SAID * 3, charset="utf-8")).replace(b'"utf-8"', b'"us-ascii"')
    assert SAID in document("a.eml", data).text


def test_page_of_a_mail_is_read_where_it_has_tables_or_stands_alone() -> None:
    page = f"<html><body><p>{SAID}</p>{html_table()}</body></html>"
    assert rows_of(ingest("a.eml", bytes(write_mail("見表格。", page)))) == ROWS
    assert SAID in document("a.eml", bytes(write_mail("", f"<p>{SAID}</p>"))).text


def test_attachments_are_told() -> None:
    mail = write_mail(SAID)
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="附件.pdf")
    tables = ingest("a.eml", bytes(mail))
    (note,) = tables[Diagnostic]
    assert (note.code, note.level) == ("attachments_left_out", "warning")
    assert "附件.pdf" in note.message
    assert "附件" not in tables[Document][0].text


def test_table_typed_in_a_mail_is_a_table() -> None:
    lines = "".join("\t".join(row) + "\n" for row in [HEADER, *ROWS])
    assert rows_of(ingest("a.eml", bytes(write_mail(lines)))) == ROWS


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml"])
def test_saved_page_reads_like_the_page(name: str) -> None:
    page = f"<html><body><h1>論壇登場</h1><p>{SAID}</p>{html_table()}</body></html>"
    mail = write_mail("", page)
    mail.make_related()
    mail.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<1>", filename="1.png")
    tables = ingest(name, bytes(mail))
    assert tables[Document][0].text == document("a.html", page.encode()).text
    assert rows_of(tables) == ROWS
    assert not [row for row in tables[Diagnostic] if row.level == "warning"]


# --- damage ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.pptx", b"PK\x03\x04broken", "not_presentation", id="壞的簡報"),
        pytest.param("a.epub", b"PK\x03\x04broken", "not_epub", id="壞的電子書"),
        pytest.param("a.epub", write_zip({"a.txt": "x"}), "not_epub", id="不是電子書"),
        pytest.param(
            "a.pptx", write_zip({"ppt/presentation.xml": "<p:x"}), "not_presentation", id="壞的XML"
        ),
        pytest.param("a.pptx", write_pptx([]), "empty_file", id="沒有投影片"),
        pytest.param("a.eml", b"Subject: x\n\n", "empty_file", id="空的信"),
        pytest.param(
            "a.epub",
            write_epub([f"<p>{SAID}</p>"]).replace(b"META-INF/container", b"META-INF/containex"),
            "not_epub",
            id="沒有目錄檔",
        ),
    ],
)
def test_damaged_packages_are_refused(name: str, data: bytes, code: str) -> None:
    assert refusal(name, data).code == code


@pytest.mark.parametrize(("name", "part"), [("a.pptx", "ppt/presentation.xml"), ("a.epub", "x")])
def test_bombs_are_refused(name: str, part: str) -> None:
    bomb = write_zip({part: b"0" * 210_000_000})
    assert refusal(name, bomb).code == "too_large"


def test_protected_book_is_refused() -> None:
    data = write_zip({"META-INF/rights.xml": "x", "META-INF/container.xml": "x"})
    assert refusal("a.epub", data).code == "encrypted"


def test_external_entities_are_not_loaded() -> None:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(io.BytesIO(write_pptx([shape(SAID)]))) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    slide = "ppt/slides/s0.xml"
    members[slide] = entity + members[slide].replace("，三年內", "&e;，三年內")
    text = document("a.pptx", write_zip(members)).text
    assert text.startswith(SAID[:10]) and "root" not in text

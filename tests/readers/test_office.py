"""Word and PDF files give what the same content gives as text."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.contract import Document, Segment, SourceMap
from pipeline.contract.laws import check_document
from pipeline.readers import marks
from pipeline.readers.source import RefusedError, Source
from pipeline.stages.ingest import run
from tests.readers.office import prose_pages, table_page, wrapped, write_docx, write_pdf

PARAGRAPHS = [
    "臺中市政府今日宣布，將與日本名古屋市簽署合作備忘錄，共同推動智慧交通與淨零轉型，並在三年內投入12億元。",
    "市長陳美惠表示，這項計畫有36個路口先行試辦，預計2026年底前全面上線。",
    "名古屋市副市長Kenichi Yamamoto則說，兩市的交流已有十年，未來會有更多合作。",
]
HEADER = ["編號", "城市", "代表", "談話重點"]
ROWS = [
    ["1", "日本名古屋市", "副市長山本健一", "推動智慧交通，已有36個路口上線。"],
    ["2", "加拿大本拿比市", "市長Mike Hurley", "以「氣候行動計畫」減碳四成。"],
]


def ingest(name: str, data: bytes):
    tables = run([Source(name, data)])
    check_document(tables)
    return tables


def text_of(name: str, data: bytes) -> str:
    (document,) = ingest(name, data)[Document]
    return document.text


def cells_of(name: str, data: bytes) -> list[list[str]]:
    segments = ingest(name, data)[Segment]
    rows = [s for s in segments if s.kind == "table_row"]
    return [
        [s.text.strip() for s in segments if s.kind == "cell" and s.parent_id == row.segment_id]
        for row in rows
    ]


def document_with_table(merged: bool = False) -> bytes:
    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    for row in [HEADER, *ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if merged:
        table.cell(2, 1).text = ""
        table.cell(1, 1).merge(table.cell(2, 1))
    return write_docx(document)


def test_word_paragraphs_headings_and_lists_keep_their_roles() -> None:
    document = docx.Document()
    document.add_heading("智慧城市論壇登場", 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.add_heading("後續規劃", 1)
    document.add_paragraph("擴大公車優先號誌", style="List Bullet")
    segments = ingest("a.docx", write_docx(document))[Segment]
    found = [(s.kind, s.text.strip()) for s in segments if s.kind != "sentence"]
    assert found == [
        ("title", "智慧城市論壇登場"),
        *(("paragraph", paragraph) for paragraph in PARAGRAPHS),
        ("heading", "後續規劃"),
        ("list_item", "擴大公車優先號誌"),
    ]


def test_word_table_gives_rows_and_cells() -> None:
    assert cells_of("a.docx", document_with_table()) == [HEADER, *ROWS]


def test_word_cell_merged_over_rows_belongs_to_each() -> None:
    rows = cells_of("a.docx", document_with_table(merged=True))
    assert rows[1][1] == "日本名古屋市"
    assert [row[3] for row in rows[1:]] == [row[3] for row in ROWS]


def test_word_takes_inserted_text_and_leaves_deleted_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("投入")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for tag, inner, text in (("del", "delText", "5億元"), ("ins", "t", "8億元")):
        change = docx.oxml.parse_xml(
            f'<w:{tag} xmlns:w="{word}"><w:r><w:{inner}>{text}</w:{inner}></w:r></w:{tag}>'
        )
        paragraph._p.append(change)
    assert text_of("a.docx", write_docx(document)).strip() == "投入8億元"


def word_xml(inner: str):
    """A piece of a Word document from its markup."""
    names = "".join(
        f' xmlns:{short}="http://schemas.{home}"'
        for short, home in (
            ("w", "openxmlformats.org/wordprocessingml/2006/main"),
            ("mc", "openxmlformats.org/markup-compatibility/2006"),
            ("wps", "microsoft.com/office/word/2010/wordprocessingShape"),
        )
    )
    return docx.oxml.parse_xml(inner.replace(">", f"{names}>", 1))


def run_of(text: str, more: str = "") -> str:
    return f"<w:r><w:rPr>{more}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("<w:sdt><w:sdtContent><w:p>{a}</w:p></w:sdtContent></w:sdt>", ["甲市"]),
        ("<w:p>{a}" + run_of("密", "<w:vanish/>") + "{b}</w:p>", ["甲市乙市"]),
        ("<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{a}</w:sdt>{b}</w:p>", ["乙市"]),
        ("<w:p>{a}<w:r><w:ruby><w:rt>{b}</w:rt></w:ruby></w:r></w:p>", ["甲市"]),
        (
            "<w:p>{a}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>"
            "<w:p>{b}</w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>"
            "<w:p>{b}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{a}</w:p>",
            ["甲市甲市", "乙市"],
        ),
    ],
    ids=["控制項", "隱藏文字", "提示文字", "注音", "文字方塊"],
)
def test_word_text_wherever_it_stands(inner: str, lines: list[str]) -> None:
    document = docx.Document()
    body = document.element.body
    body.insert(0, word_xml(inner.format(a=run_of("甲市"), b=run_of("乙市"))))
    assert text_of("a.docx", write_docx(document)).splitlines() == lines


def test_word_lines_of_tabs_are_a_table_as_in_text() -> None:
    document = docx.Document()
    for row in [["各城市談話摘要"], [], HEADER, *ROWS]:
        document.add_paragraph("\t".join(row))
    assert cells_of("a.docx", write_docx(document)) == [HEADER, *ROWS]


def test_source_map_names_the_paragraph_of_a_word_file() -> None:
    document = docx.Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    tables = ingest("a.docx", write_docx(document))
    (row,) = tables[Document]
    told = {
        run.paragraph: row.text[run.start : run.end]
        for run in tables[SourceMap]
        if run.op == "copied" and run.start is not None and run.end is not None
    }
    assert [told[number] for number in (1, 2, 3)] == PARAGRAPHS
    assert row.encoding is None
    assert all(run.source_start is None for run in tables[SourceMap])


def test_pdf_lines_are_joined_to_paragraphs_over_pages() -> None:
    data = prose_pages(PARAGRAPHS, per_page=3)
    assert text_of("a.pdf", data).split() == [*"\n".join(PARAGRAPHS).split()]


def test_pdf_source_map_names_the_page() -> None:
    tables = ingest("a.pdf", prose_pages(PARAGRAPHS, per_page=3))
    (row,) = tables[Document]
    pages = {
        run.page: row.text[run.start : run.end]
        for run in tables[SourceMap]
        if run.op == "copied" and run.start is not None and run.end is not None
    }
    assert sorted(pages) == [1, 2]
    assert row.media_type == "application/pdf"


WIDTHS = [50, 110, 130, 180]
CELLS = [
    [[text[:13], text[13:]] if len(text) > 13 else [text] for text in row]
    for row in [HEADER, *ROWS]
]


def test_pdf_table_gives_rows_and_cells() -> None:
    assert cells_of("a.pdf", write_pdf([table_page(CELLS, WIDTHS)])) == [HEADER, *ROWS]


@pytest.mark.parametrize("repeats_header", [True, False])
def test_pdf_row_broken_by_the_end_of_a_page_is_one_row(repeats_header: bool) -> None:
    broken = [*CELLS[2][:3], [CELLS[2][3][0]]]
    rest = [[""], [""], [""], [CELLS[2][3][1]]]
    pages = [
        table_page([*CELLS[:2], broken], WIDTHS, is_open=True),
        table_page([CELLS[0], rest] if repeats_header else [rest], WIDTHS),
    ]
    assert cells_of("a.pdf", write_pdf(pages)) == [HEADER, *ROWS]


def test_pdf_text_around_a_table_stays_in_order() -> None:
    texts, rules = table_page(CELLS, WIDTHS)
    around = [(60.0, 80.0, "各城市談話摘要"), (60.0, 300.0, "以上資料由市府提供。")]
    text = text_of("a.pdf", write_pdf([([*around, *texts], rules)]))
    assert text.index("各城市談話摘要") < text.index("編號") < text.index("以上資料由市府提供。")


def zipped(name: str, size: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w") as member,
    ):
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("a.docx", b"PK\x03\x04 broken", "not_word", "this is no Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "binary_file", "a damaged or unknown file of Office"),
        ("a.docx", write_docx(docx.Document()), "empty_file", "the file has no text"),
        ("a.pdf", b"%PDF-1.7 broken", "bad_pdf", "the PDF cannot be read"),
        ("a.pdf", write_pdf([([], [])]), "no_text", "it may be scanned"),
        (
            "a.pdf",
            prose_pages(PARAGRAPHS).replace(b"/ToUnicode 5 0 R", b""),
            "no_text",
            "do not tell which characters they show",
        ),
    ],
)
def test_file_that_cannot_be_read_is_refused(
    name: str, data: bytes, code: str, message: str
) -> None:
    from pipeline.readers.reader import read

    with pytest.raises(RefusedError, match=re.escape(message)) as refusal:
        read(Source(name, data))
    assert refusal.value.code == code
    assert refusal.value.advice


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.pdf"])
def test_format_is_told_by_the_bytes_not_by_the_name(name: str) -> None:
    assert cells_of(name, document_with_table()) == [HEADER, *ROWS]


def test_word_file_that_unpacks_without_end_is_refused() -> None:
    from pipeline.readers.reader import read

    with pytest.raises(RefusedError, match="unpacks to 201,000,000 bytes"):
        read(Source("a.docx", zipped("word/document.xml", 201_000_000)))


@settings(max_examples=30)
@given(st.binary(max_size=300), st.sampled_from(["docx", "pdf"]))
def test_bytes_at_random_are_refused_or_read(data: bytes, ending: str) -> None:
    run([Source(f"a.{ending}", (b"%PDF-1.4\n" if ending == "pdf" else b"PK\x03\x04") + data)])


@pytest.mark.parametrize("ending", ["docx", "pdf"])
@settings(max_examples=30)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_damaged_files_are_refused_or_read(ending: str, place: int, data: bytes) -> None:
    good = document_with_table() if ending == "docx" else prose_pages(PARAGRAPHS)
    start = place % len(good)
    run([Source(f"a.{ending}", good[:start] + data + good[start + len(data) :])])


def test_text_alone_loads_no_library_for_office_files() -> None:
    code = (
        "import sys; from pipeline.readers.source import Source;"
        "from pipeline.stages.ingest import run;"
        "run([Source('a.txt', '臺北市長宣布。'.encode())]);"
        "heavy = ('docx', 'lxml', 'openpyxl', 'pdfplumber', 'pdfminer');"
        "sys.exit(any(name in sys.modules for name in heavy))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_pdf_word_broken_by_a_narrow_cell_is_made_whole() -> None:
    cells = [[["編號"], ["代表"]], [["1"], ["Bartosz Wiśniewski-Ku", "rek"]]]
    cells += [[["2"], ["Emmanuel Ochoa", "de la Torre"]], [["3"], ["Iñaki", "Goikoetxea"]]]
    rows = cells_of("a.pdf", write_pdf([table_page(cells, [40, 140])]))
    names = ["Bartosz Wiśniewski-Kurek", "Emmanuel Ochoa de la Torre", "Iñaki Goikoetxea"]
    assert [row[1] for row in rows[1:]] == names


def test_pdf_font_encoded_in_unicode_needs_no_table_of_glyphs() -> None:
    # A common program names the Mainland's CMap for a font of Taiwan's collection.
    data = prose_pages(PARAGRAPHS)
    data = re.sub(rb"/Encoding /Identity-H", b"/Encoding /UniGB-UCS2-H", data)
    data = re.sub(rb"/ToUnicode 5 0 R", b"", data).replace(b"(Identity)", b"(CNS1)")
    text = "".join(text_of("a.pdf", data).split())
    assert all("".join(paragraph.split()) in text for paragraph in PARAGRAPHS)


def page_of(*lines: str) -> bytes:
    """Return a PDF of one page with a full line before the given ones."""
    full = "城" * 25
    return write_pdf(
        [([(60.0, 100.0 + 20 * n, line) for n, line in enumerate([full, *lines])], [])]
    )


def test_pdf_latin_word_that_runs_over_a_full_line_is_made_whole() -> None:
    text = text_of(
        "a.pdf", page_of("該市於是推出由市民共同參與設計的新式公車「e-Chakr", "a里程採購」。")
    )
    assert "「e-Chakra里程採購」" in text.replace("\n", "")


def test_pdf_line_cut_short_before_a_name_goes_on() -> None:
    # A program that breaks lines at blanks alone moves the name with all that follows it.
    text = text_of(
        "a.pdf",
        page_of("印度代表團由市長Aoife", "O’Driscoll女士率領，並參訪了三個場域與兩處行政中心"),
    )
    assert "市長Aoife O’Driscoll女士" in text


def unruled(gap: float, rules: bool = False) -> bytes:
    """Return a page with a table whose columns have no rules; rows stand ``gap`` apart."""
    texts, lines, y = [], [], 100.0
    for row in CELLS:
        for x, cell in zip((60, 110, 220, 350), row, strict=True):
            texts += [(x, y + 16.0 * number, line) for number, line in enumerate(cell)]
        y += 16.0 * max(map(len, row)) + gap
        lines.append((60.0, y - 12 - gap / 2, 540.0, y - 12 - gap / 2))
    return write_pdf([(texts, lines if rules else [])])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(unruled(8), id="rows further apart than lines"),
        pytest.param(unruled(0), id="rows begin in the first column"),
        pytest.param(unruled(0, rules=True), id="rules between rows"),
    ],
)
def test_pdf_table_without_ruled_columns_gives_rows_and_cells(data: bytes) -> None:
    assert cells_of("a.pdf", data) == [HEADER, *ROWS]


def test_pdf_lines_with_wide_blanks_are_no_table() -> None:
    lines = [("發稿單位：資訊局", "聯絡人：王小明"), ("電話：02-12345678", "日期：113年5月1日")]
    texts = [
        (60.0 + 250 * x, 100.0 + 20 * y, t)
        for y, line in enumerate(lines)
        for x, t in enumerate(line)
    ]
    prose = [(60.0, 160.0 + 20 * n, line) for n, line in enumerate(wrapped(PARAGRAPHS[0]))]
    assert cells_of("a.pdf", write_pdf([([*texts, *prose], [])])) == []


def test_pdf_page_in_two_columns_is_no_table() -> None:
    lines = wrapped("".join(PARAGRAPHS) * 3, 17)
    half = len(lines) // 2
    texts = [
        (60.0 + 240 * (n // half), 100.0 + 20 * (n % half), line) for n, line in enumerate(lines)
    ]
    assert cells_of("a.pdf", write_pdf([(texts, [])])) == []


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Annik", "a ", "Røed-", "Larse", "n"], "Annika Røed-Larsen"),
        (["Ulises ", "Peralta ", "de la ", "Rosa"], "Ulises Peralta de la Rosa"),
        (["Ana ", "Lopez率團 ", "14 人來訪"], "Ana Lopez率團 14 人來訪"),
        (["Rosalind ", "Acheb", "e"], "Rosalind Achebe"),
        (["Mayor ", "2024.11.", "20"], "Mayor 2024.11.20"),
    ],
)
def test_pdf_narrow_cell_keeps_the_blanks_that_the_page_tells(lines: list[str], text: str) -> None:
    wide = max(marks.width(line.strip()) for line in lines)
    rows = [[[name] for name in HEADER], [["1"], ["日本福岡市"], lines, ["推動智慧交通。"]]]
    data = write_pdf([table_page(rows, [50, 110, 8 + 6.2 * wide, 180])])
    assert cells_of("a.pdf", data)[1][2] == text


def test_pdf_row_takes_no_characters_of_the_next() -> None:
    """Rows stand so close that the tops of characters reach over the rule."""
    texts, rules = table_page(
        [[[c] for c in HEADER], *[[[c[:9]] for c in row] for row in ROWS]], WIDTHS
    )
    tight = [(x, y - 9, text) for x, y, text in texts]
    assert cells_of("a.pdf", write_pdf([(tight, rules)]))[1][1] == "日本名古屋市"


def test_pdf_short_line_before_what_stays_unbroken_goes_on() -> None:
    lines = [
        "　　謝代表致詞時表示，臺日友好，日本各界在去",
        "（113）年 4 月 3 日花蓮強震後，募得四億日圓，",
    ]
    lines += ["臺灣人民銘記在心，今年將由兩市簽署備忘錄。"]
    data = write_pdf([([(60.0, 100.0 + 20 * row, line) for row, line in enumerate(lines)], [])])
    assert len(text_of("a.pdf", data).split("\n")) == 2


def test_pdf_turns_of_full_lines_stay_apart() -> None:
    turns = [
        "王議員：這筆經費要感謝教育部，補助到哪一天？",
        "盧市長：到今年底，費用由衛福部跟醫院分攤支應。",
    ]
    turns += ["王議員：如果臺南跟花蓮簽醫療協議，你願意嗎？"]
    data = write_pdf([([(60.0, 100.0 + 20 * row, line) for row, line in enumerate(turns)], [])])
    assert text_of("a.pdf", data).split() == turns


def two_columns(paragraphs: list[str], *, title: str = "", shift: float = 0) -> bytes:
    """A page of two columns under a title; the lines of the second stand ``shift`` lower."""
    lines = [line for paragraph in paragraphs for line in wrapped(f"　　{paragraph}", 18)]
    half = (len(lines) + 1) // 2
    texts = [(60.0, 60.0, title)] if title else []
    for column, part in enumerate((lines[:half], lines[half:])):
        x, y = 60.0 + 240 * column, 100.0 + shift * column
        texts += [(x, y + 18 * row, line) for row, line in enumerate(part)]
    return write_pdf([(texts, [])])


@pytest.mark.parametrize("shift", [0, 7])
def test_pdf_columns_of_prose_are_read_one_after_the_other(shift: float) -> None:
    title = "智慧城市論壇登場，三十個國家的城市首長齊聚一堂談淨零轉型與數位治理"
    paragraphs = [*PARAGRAPHS, *PARAGRAPHS]
    text = text_of("a.pdf", two_columns(paragraphs, title=title, shift=shift))
    assert text.splitlines() == [title, *paragraphs]


def test_pdf_table_of_two_wide_columns_stays_a_table() -> None:
    rows = [[[name] for name in HEADER[:2]], *[[[t[:12]], [t[:14], t[14:20]]] for t in PARAGRAPHS]]
    data = write_pdf([table_page(rows, [200, 240])])
    assert cells_of("a.pdf", data)[1] == [PARAGRAPHS[0][:12], PARAGRAPHS[0][:20]]


def open_page(rows: list[list[list[str]]], xs: list[float], gap: float = 6) -> list:
    """Return the lines of a table without rules; its cells are lists of lines."""
    texts, y = [], 100.0
    for row in rows:
        for x, cell in zip(xs, row, strict=True):
            texts += [(x, y + 18 * number, line) for number, line in enumerate(cell)]
        y += 18 * max(map(len, row)) + gap
    return texts


OPEN_XS = [60, 95, 190, 290]
OPEN = [
    [[name] for name in HEADER],
    [["1"], ["日本名古屋", "市"], ["副市長", "山本健一"], ["推動智慧交通，已有", "36個路口上線。"]],
    [["2"], ["加拿大本拿", "比市"], ["市長", "Mike Hurley"], ["以「氣候行動計畫」", "減碳四成。"]],
]


@pytest.mark.parametrize("gap", [0, 6, 14])
def test_pdf_table_without_rules_below_its_names(gap: float) -> None:
    cells = cells_of("a.pdf", write_pdf([(open_page(OPEN, OPEN_XS, gap), [])]))
    plain = [["".join(cell.split()) for cell in row] for row in cells]
    assert plain == [HEADER, *[["".join(cell.split()) for cell in row] for row in ROWS]]


@pytest.mark.parametrize("has_header", [True, False], ids=["表頭重複", "表頭一次"])
def test_pdf_table_without_rules_goes_on_over_pages(has_header: bool) -> None:
    later = [
        [["3"], ["臺北市"], ["林采穎"], ["路燈三千盞。"]],
        [["4"], ["臺南市"], ["黃偉哲"], ["節電。"]],
    ]
    title = (200, 40, "智慧城市論壇發言摘要表")
    pages = [OPEN, [OPEN[0], *later] if has_header else later]
    data = write_pdf(
        [
            ([title, *open_page(p, OPEN_XS), (280, 815, f"{n}/2")], [])
            for n, p in enumerate(pages, 1)
        ]
    )
    cells = cells_of("a.pdf", data)
    assert [row[0] for row in cells] == ["編號", "1", "2", "3", "4"]
    assert cells[-1] == ["4", "臺南市", "黃偉哲", "節電。"]


def test_prose_below_a_pdf_table_is_no_row() -> None:
    said = "備註：以上資料由臺北市政府秘書處彙整，未經發言人核閱。"
    page = [*open_page(OPEN, OPEN_XS), (60, 300, said)]
    tables = ingest("a.pdf", write_pdf([(page, [])]))
    assert tables[Segment][-1].text.strip() == said
    assert len(cells_of("a.pdf", write_pdf([(page, [])]))) == 3

"""Numbers that Word counts before paragraphs stand in the text as it shows them."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from pipeline.contract import Segment
from tests.readers.office import write_docx
from tests.readers.test_office import cells_of, ingest, text_of

LEVELS = [("taiwaneseCountingThousand", "%1、"), ("taiwaneseCountingThousand", "（%2）")]


def numbered(levels: list[tuple[str, str]], items: list[tuple[int, str]]) -> bytes:
    """Return a document of paragraphs with their levels; a level of -1 has no number."""
    document = docx.Document()
    add_scheme(document, 91, levels)
    for level, text in items:
        paragraph = document.add_paragraph(text)
        if level >= 0:
            put_in_list(paragraph, 91, level)
    return write_docx(document)


def test_legal_numbers_are_written_in_digits_throughout() -> None:
    document = docx.Document()
    add_scheme(document, 91, [("taiwaneseCountingThousand", "第%1章"), ("decimal", "%1.%2")])
    root = document.part.numbering_part.element
    root.findall(".//" + qn("w:lvl"))[1].insert(0, parse_xml(f"<w:isLgl {nsdecls('w')}/>"))
    for level, text in ((0, "緣起"), (1, "背景"), (1, "目的")):
        put_in_list(document.add_paragraph(text), 91, level)
    lines = text_of("a.docx", write_docx(document)).split("\n")
    assert lines[:3] == ["第一章 緣起", "1.1 背景", "1.2 目的"]


def test_a_bare_number_is_no_figure_of_what_follows() -> None:
    source = numbered([("decimal", "%1")], [(0, "億元路燈計畫完工。"), (0, "年內汰換公車。")])
    assert text_of("a.docx", source).split("\n")[:2] == [
        "1. 億元路燈計畫完工。",
        "2. 年內汰換公車。",
    ]


def add_scheme(document, number: int, levels: list[tuple[str, str]], start: int = 1) -> None:
    listed = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    scheme = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{listed}</w:abstractNum>'
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(scheme))
    link = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    root.append(parse_xml(link))


def put_in_list(paragraph, number: int, level: int) -> None:
    listed = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{listed}</w:numPr>"))


def test_each_level_counts_anew_below_the_one_above_it() -> None:
    items = [
        (0, "報告事項"),
        (1, "智慧路燈已裝設800盞。"),
        (-1, "以上報告。"),
        (1, "公車路網擴大。"),
        (0, "討論事項"),
        (1, "票價是否調整。"),
    ]
    assert text_of("a.docx", numbered(LEVELS, items)).split("\n")[:6] == [
        "一、報告事項",
        "（一）智慧路燈已裝設800盞。",
        "以上報告。",
        "（二）公車路網擴大。",
        "二、討論事項",
        "（一）票價是否調整。",
    ]


def test_numbers_are_labels_of_their_items() -> None:
    data = numbered([("decimal", "%1.")], [(0, "新增88處號誌"), (0, "發放2萬台平板")])
    items = [s for s in ingest("a.docx", data)[Segment] if s.kind == "list_item"]
    assert [(item.text.strip(), item.label) for item in items] == [
        ("1. 新增88處號誌", "1"),
        ("2. 發放2萬台平板", "2"),
    ]


@pytest.mark.parametrize("form", ["bullet", "none", "hebrew1"])
def test_bullets_and_what_is_not_understood_are_no_numbers(form: str) -> None:
    data = numbered([(form, "%1.")], [(0, "新增88處號誌")])
    assert text_of("a.docx", data).strip() == "新增88處號誌"


def test_a_number_deeper_in_a_scheme_names_those_above_it() -> None:
    levels = [("upperRoman", "%1"), ("decimal", "%1.%2")]
    items = [(0, "交通"), (1, "路燈"), (1, "公車")]
    assert text_of("a.docx", numbered(levels, items)).split("\n")[:3] == [
        "Ⅰ 交通",
        "Ⅰ.1 路燈",
        "Ⅰ.2 公車",
    ]


def test_rows_numbered_by_word_have_their_numbers() -> None:
    document = docx.Document()
    add_scheme(document, 91, [("decimal", "%1")], start=3)
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows,
        [
            ["編號", "城市", "談話重點"],
            ["", "大阪市", "推動充電樁。"],
            ["", "安曼市", "擴大路網。"],
        ],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row in table.rows[1:]:
        put_in_list(row.cells[0].paragraphs[0], 91, 0)
    assert [row[0] for row in cells_of("a.docx", write_docx(document))] == ["編號", "3", "4"]


def test_a_style_may_number_its_paragraphs() -> None:
    document = docx.Document()
    add_scheme(document, 91, LEVELS)
    style = document.styles["Heading 1"]
    put = parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="91"/></w:numPr>')
    style.element.find(qn("w:pPr")).insert(0, put)
    document.add_heading("緣起", 1)
    document.add_heading("成果", 1)
    assert text_of("a.docx", write_docx(document)).split("\n")[:2] == ["一、緣起", "二、成果"]

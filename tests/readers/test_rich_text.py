"""Rich text files: characters of every kind, tables, and what is no text of the document."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from tests.readers.test_office import HEADER, PARAGRAPHS, ROWS, cells_of, ingest, text_of

FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
    rb"{\f1\fnil\fcharset136 \'b7\'73\'b2\'d3\'a9\'fa\'c5\'e9;}{\f2\fnil\fcharset134 SimSun;}"
    rb"{\f3\fcharset2 Symbol;}{\f4\fnil\fcharset128 MS Mincho;}}"
)
STYLES = rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s9 Title;}}"


def rich(body: bytes, page: int = 950) -> bytes:
    head = rb"{\rtf1\ansi\ansicpg%d\deff0" % page
    return head + FONTS + STYLES + rb"\pard\plain\f1 " + body + b"}"


def escaped(text: str, codec: str = "cp950") -> bytes:
    """The bytes of a text, those beyond ASCII as escapes."""
    return b"".join(
        b"\\'%02x" % byte if byte > 0x7E or byte in b"\\{}" else bytes([byte])
        for byte in text.encode(codec)
    )


def numbered(text: str, skipped: bytes = b"?") -> bytes:
    """The characters by number, with what older readers show in their place."""
    units = text.encode("utf-16-le")
    codes = [
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    ]
    return b"".join(b"\\u%d" % code + skipped for code in codes)


def body_of(data: bytes) -> str:
    return text_of("a.rtf", data).strip()


@pytest.mark.parametrize(
    "body",
    [
        b"".join(escaped(p) + rb"\par" + b"\r\n" for p in PARAGRAPHS),
        b"".join(rb"\f2 " + escaped(p, "gb18030") + rb"\par " for p in PARAGRAPHS),
        rb"\uc1 " + b"".join(numbered(p) + rb"\par " for p in PARAGRAPHS),
        rb"\uc2 " + b"".join(numbered(p, rb"\'a1\'48") + rb"\par " for p in PARAGRAPHS),
        b"".join(p.encode() + b"\\\n" for p in PARAGRAPHS),
        b"".join(p.encode("cp950") + rb"\par " for p in PARAGRAPHS),
        rb"\f0 " + b"".join(escaped(p) + rb"\par " for p in PARAGRAPHS),
    ],
    ids=["Big5", "GB 18030", "Unicode", "Unicode與Big5", "UTF-8", "未跳脫的Big5", "西文字型"],
)
def test_characters_in_every_writing(body: bytes) -> None:
    assert body_of(rich(body)).splitlines() == PARAGRAPHS


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\f1 " + escaped("市功許蓋餐犯") + rb"\f0 M\'e9rida", "市功許蓋餐犯Mérida"),
        (rb"\f4 " + escaped("東京都渋谷区", "cp932"), "東京都渋谷区"),
        (numbered("𠮷野家😀"), "𠮷野家😀"),
        (rb"5\~km\_h \endash  \ldblquote ok\rdblquote  \{x\} a\\b", "5 km-h – “ok” {x} a\\b"),
        (rb"\f3\'b7\f1 " + escaped("擴大優先號誌"), "•擴大優先號誌"),
        (rb"{\upr{?}{\*\ud{" + numbered("布拉格") + rb"}}}", "布拉格"),
        (rb"\u21271 \'ff" + numbered("市"), "北\ufffd市"),
    ],
    ids=["字型交錯", "日文", "基本平面外", "符號", "項目符號", "雙寫法", "壞位元組"],
)
def test_characters_of_several_fonts(body: bytes, text: str) -> None:
    body = rb"\uc1 " + body.replace(rb"\u21271 ", rb"\u21271?")
    assert body_of(rich(body)).splitlines()[0] == text


def test_what_is_no_text_is_left_out() -> None:
    said = escaped("市府")
    body = (
        rb"{\header " + said + rb"}{\footnote " + said + rb"}{\*\bkmkstart x}" + escaped("投入")
        + rb"{\deleted " + escaped("五億元") + rb"}{\v " + said + rb"}{\*\unknown{\b x} " + said
        + rb"}{\pict\pngblip 89504e47}{\object\objemb{\*\objdata 0105}{\result " + escaped("八億元")
        + rb"}}" + rb"{\field{\*\fldinst{HYPERLINK x}}{\fldrslt " + escaped("興建") + rb"}}"
        + rb"\bin5 \par}" + escaped("完成。") + rb"\par"
    )  # fmt: skip
    assert body_of(rich(body)) == "投入八億元興建完成。"


def test_headings_lists_and_title_keep_their_roles() -> None:
    body = (
        rb"\pard\s9 " + escaped("智慧城市論壇登場") + rb"\par\pard " + escaped(PARAGRAPHS[0])
        + rb"\par\pard\s1 " + escaped("後續規劃") + rb"\par\pard " + escaped(PARAGRAPHS[1])
        + rb"\par{\listtext\f3\'b7\tab}\ls1 " + escaped("擴大公車優先號誌") + rb"\par"
    )  # fmt: skip
    segments = ingest("a.rtf", rich(body))[Segment]
    assert [(s.kind, s.text.strip()) for s in segments if s.kind != "sentence"] == [
        ("title", "智慧城市論壇登場"),
        ("paragraph", PARAGRAPHS[0]),
        ("heading", "後續規劃"),
        ("paragraph", PARAGRAPHS[1]),
        ("list_item", "擴大公車優先號誌"),
    ]


def test_text_of_a_box_follows_its_paragraph() -> None:
    box = (
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt " + escaped("圖說") + rb"\par}}{\shprslt x}}"
    )
    body = escaped("市長") + box + escaped("蔣萬安") + rb"\par"
    assert body_of(rich(body)).splitlines() == ["市長蔣萬安", "圖說"]


def table_row(cells: list[str], edges: list[int], flags: dict[int, bytes] | None = None) -> bytes:
    declared = b"".join(
        (flags or {}).get(number, b"") + rb"\cellx%d" % edge for number, edge in enumerate(edges)
    )
    said = b"".join(escaped(cell).replace(b"\n", rb"\par ") + rb"\cell " for cell in cells)
    return rb"\trowd\trgaph108" + declared + rb"\pard\intbl " + said + rb"\row "


EDGES = [1000, 3000, 6000, 9000]


def test_table_gives_rows_and_cells() -> None:
    rows = b"".join(table_row(row, EDGES) for row in [HEADER, *ROWS])
    data = rich(escaped("摘要") + rb"\par " + rows + rb"\pard " + escaped("以上。") + rb"\par")
    assert cells_of("a.rtf", data) == [HEADER, *ROWS]
    assert body_of(data).splitlines()[0] == "摘要"
    assert body_of(data).splitlines()[-1] == "以上。"


@pytest.mark.parametrize("shift", [0, 40])
def test_cells_merged_over_rows_and_columns(shift: int) -> None:
    """Edges that were drawn by hand do not meet."""
    rows = (
        table_row(["國家", "城市與首長", "談話重點"], [1000, 6000 + shift, 9000])
        + table_row(["日本", "福岡市", "高島宗一郎", "推動智慧交通。"], EDGES, {0: rb"\clvmgf"})
        + table_row(["", "北九州市", "武內和久", "推動氫能城市。"], EDGES, {0: rb"\clvmrg"})
        + table_row(
            ["韓國", "大邱市", "", "推動水資源管理。"], EDGES, {1: rb"\clmgf", 2: rb"\clmrg"}
        )
    )
    cells = cells_of("a.rtf", rich(rows))
    assert cells[2][:2] == ["日本", "北九州市"]
    assert cells[3] == ["韓國", "大邱市", "推動水資源管理。"]
    headers = {
        (s.row, s.text.strip()): s.header
        for s in ingest("a.rtf", rich(rows))[Segment]
        if s.kind == "cell"
    }
    assert {headers[1, "推動智慧交通。"], headers[3, "推動水資源管理。"]} == {"談話重點"}


def test_rich_text_under_the_name_of_word() -> None:
    (document,) = ingest("a.doc", rich(escaped(PARAGRAPHS[0]) + rb"\par"))[Document]
    assert (document.text.strip(), document.media_type) == (PARAGRAPHS[0], "application/rtf")


@pytest.mark.parametrize(
    "data",
    [
        rich(escaped(PARAGRAPHS[0]))[:-1],
        rich(escaped(PARAGRAPHS[0])) + b"}}}}",
        rich(b"{" * 200_000 + escaped(PARAGRAPHS[0])),
        rich(rb"\trowd\cellx100\intbl " + escaped(PARAGRAPHS[0]) + rb"\cell"),
        rich(escaped(PARAGRAPHS[0]) + rb"\par\bin99999999 "),
        b"\xef\xbb\xbf\r\n" + rich(escaped(PARAGRAPHS[0])) + b"\\",
    ],
    ids=["未關閉", "關閉過多", "巢狀過深", "未完的表格", "過長的二進位", "前有標記"],
)
def test_broken_file_keeps_its_text(data: bytes) -> None:
    assert body_of(data) == PARAGRAPHS[0]

"""Make small Word and PDF files for tests.

A PDF names characters by number: `write_pdf` uses their code points and says so in the file, so it
needs no font.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

import docx

SIZE = 12
_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /All def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""

# A line of text: x, y from the top, text.
Text = tuple[float, float, str]
# A rule: x0, y0, x1, y1 from the top.
Rule = tuple[float, float, float, float]


def write_pdf(pages: Sequence[tuple[Iterable[Text], Iterable[Rule]]]) -> bytes:
    """Return a PDF of A4 pages with lines of text and rules."""
    streams = [_page(texts, rules) for texts, rules in pages]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000 /W [32 [500] 33 126 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /F /Flags 4"
        b" /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >> >>",
        _stream(_MAP),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(stream))
    return _file(objects)


def _page(texts: Iterable[Text], rules: Iterable[Rule]) -> bytes:
    lines = [
        f"BT /F {SIZE} Tf {x} {842 - y} Td <{text.encode('utf-16-be').hex()}> Tj ET"
        for x, y, text in texts
    ]
    lines += [f"{x0} {842 - y0} m {x1} {842 - y1} l S" for x0, y0, x1, y1 in rules]
    return "\n".join(lines).encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % start for start in starts))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def prose_pages(paragraphs: Sequence[str], per_page: int = 12) -> bytes:
    """Return a PDF of paragraphs, wrapped, with a header and a page number on every page."""
    lines = [line for paragraph in paragraphs for line in wrapped(f"　　{paragraph}")]
    cut = [lines[start : start + per_page] for start in range(0, len(lines), per_page)]
    pages = []
    for number, part in enumerate(cut, start=1):
        texts = [(60.0, 40.0, "市政新聞稿"), (280.0, 815.0, f"第 {number} 頁")]
        texts += [(60.0, 100.0 + 20 * row, line) for row, line in enumerate(part)]
        pages.append((texts, []))
    return write_pdf(pages)


def wrapped(text: str, width: float = 30) -> list[str]:
    """Cut a text into lines of ``width`` full characters; a Latin word stays whole."""
    lines, room = [""], width
    for piece in re.findall(r"[\x21-\x7e]+ ?|.", text):
        needed = sum(0.5 if character < "\x7f" else 1 for character in piece.strip())
        if needed > room:
            lines, room = [*lines, ""], width
        lines[-1] += piece
        room -= sum(0.5 if character < "\x7f" else 1 for character in piece)
    return lines


def table_page(
    rows: Sequence[Sequence[Sequence[str]]], widths: Sequence[float], *, is_open: bool = False
) -> tuple[list[Text], list[Rule]]:
    """Return a page with a ruled table; cells are lists of lines.

    ``is_open`` leaves the last row without a lower rule, as at the end of a page.
    """
    xs = [60 + sum(widths[:column]) for column in range(len(widths) + 1)]
    y, texts, ys = 100.0, [], [100.0]
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            texts += [(x + 4, y + 15 + 16 * number, line) for number, line in enumerate(cell)]
        y += 16 * max(len(cell) for cell in row) + 8
        ys.append(y)
    rules = [(xs[0], y, xs[-1], y) for y in (ys[:-1] if is_open else ys)]
    rules += [(x, ys[0], x, ys[-1]) for x in xs]
    return texts, rules


def write_docx(document: docx.document.Document) -> bytes:
    """Return the bytes of a python-docx document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()

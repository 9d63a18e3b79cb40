"""Make small presentations, books and mails for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_REL}"'
)


def write_zip(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def shape(*paragraphs: str, kind: str = "") -> str:
    """Return a text box; ``kind`` is the placeholder it fills."""
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    texts = "".join(f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>" for text in paragraphs)
    return (
        f"<p:sp><p:nvSpPr><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:txBody>{texts}</p:txBody></p:sp>"
    )


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table; a cell ``^`` belongs to the one above it."""
    body = "".join(f"<a:tr>{''.join(map(_cell, row))}</a:tr>" for row in rows)
    return f"<p:graphicFrame><a:graphic><a:tbl>{body}</a:tbl></a:graphic></p:graphicFrame>"


def _cell(text: str) -> str:
    merge, text = (' vMerge="1"', "") if text == "^" else ("", escape(text))
    return f"<a:tc{merge}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"


def write_pptx(slides: Sequence[str], notes: str = "", order: Sequence[int] = ()) -> bytes:
    """Return a presentation; ``notes`` belong to the first slide."""
    members: dict[str, str | bytes] = {}
    links, listed = "", ""
    for number, content in enumerate(slides):
        links += f'<Relationship Id="r{number}" Type="{_REL}/slide" Target="slides/s{number}.xml"/>'
        members[f"ppt/slides/s{number}.xml"] = _slide("sld", content)
    for number in order or range(len(slides)):
        listed += f'<p:sldId id="{256 + number}" r:id="r{number}"/>'
    members["ppt/presentation.xml"] = (
        f"<p:presentation {_NAMES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>"
    )
    members["ppt/_rels/presentation.xml.rels"] = _links(links)
    if notes:
        target = "../notesSlides/n0.xml"
        link = f'<Relationship Id="n" Type="{_REL}/notesSlide" Target="{target}"/>'
        members["ppt/slides/_rels/s0.xml.rels"] = _links(link)
        content = shape("1", kind="sldNum") + shape(notes, kind="body")
        members["ppt/notesSlides/n0.xml"] = _slide("notes", content)
    return write_zip(members)


def _slide(name: str, content: str) -> str:
    return f"<p:{name} {_NAMES}><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:{name}>"


def _links(content: str) -> str:
    return f'<Relationships xmlns="{_LINKS}">{content}</Relationships>'


def write_epub(
    chapters: Sequence[str], order: Sequence[int] = (), title: str = "論壇專刊"
) -> bytes:
    """Return a book whose chapters are bodies of pages."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    spine = "".join(f'<itemref idref="c{n}"/>' for n in order or range(len(chapters)))
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        ),
        "OEBPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata><dc:title>{title}</dc:title><dc:date>2024-05-07T00:00:00Z</dc:date></metadata>"
            f'<manifest>{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
        ),
        "OEBPS/nav.xhtml": "<html><body><p>目錄：第一章。</p></body></html>",
    }
    for number, body in enumerate(chapters):
        members[f"OEBPS/text/c {number}.xhtml"] = (
            f"<html><head><title>x</title></head><body>{body}</body></html>"
        )
    return write_zip(members)


def write_mail(
    plain: str = "", page: str = "", *, subject: str = "城市論壇新聞稿", charset: str = "utf-8"
) -> EmailMessage:
    """Return a mail with a text, a page, or both."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "press@example.org"
    message["Date"] = "Tue, 07 May 2024 10:00:00 +0800"
    if plain:
        message.set_content(plain, charset=charset)
    if page and plain:
        message.add_alternative(page, subtype="html", charset=charset)
    elif page:
        message.set_content(page, subtype="html", charset=charset)
    return message

"""Read a book (.epub): its chapters in reading order, as one web page.

Contract: nothing is loaded; the table of contents, pictures and scripts are left out; a file that
is protected, no book, or unpacks to more than 200 MB is refused.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.readers.encoding import decode
from pipeline.readers.office import xml_parts
from pipeline.readers.packed import Packed
from pipeline.readers.source import RefusedError, Source, refuse_large, told_as_refusal

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PAGES = ("application/xhtml+xml", "text/html")
_BODY = re.compile(r"<body\b[^<>]*>(?P<body>.*?)(?:</body\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ADVICE = "save it again without protection, or its text as UTF-8 .txt"


def unpack(source: Source) -> Packed:
    """Return the chapters of a book as one page.

    Raises:
        RefusedError: it is no book, is encrypted, or is too large.
    """
    with told_as_refusal(source, xml_parts.damage(), "this is no EPUB book", _ADVICE, "not_epub"):
        refuse_large(source)
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            if "META-INF/rights.xml" in archive.namelist():
                raise RefusedError(source.path, "this is an encrypted file", _ADVICE, "encrypted")
            container = xml_parts.parse(archive.read("META-INF/container.xml"))
            rootfile = next(container.iter(f"{_CONTAINER}rootfile"))
            root = str(rootfile.get("full-path"))
            package = xml_parts.parse(archive.read(root))
            bodies = list(_bodies(archive, package, posixpath.dirname(root), source.path))
    title = _first(package, "title")
    day = _first(package, "date")[:10]
    page = "<html><body>\n" + "\n".join(bodies) + "\n</body></html>"
    return Packed(page, "text/html", "application/epub+zip", title, day, [])


def _bodies(archive: zipfile.ZipFile, package: Any, folder: str, place: str) -> Iterator[str]:
    """Yield what each chapter holds, in the order of the spine."""
    items = {item.get("id"): item for item in package.iter(f"{_OPF}item")}
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        is_contents = item is None or "nav" in (item.get("properties") or "").split()
        if item is None or is_contents or item.get("media-type") not in _PAGES:
            continue
        name = posixpath.normpath(posixpath.join(folder, _unquoted(str(item.get("href")))))
        text = decode(archive.read(name), f"{place}: {name}").text
        body = _BODY.search(text)
        yield body["body"] if body else text


def _unquoted(name: str) -> str:
    """Return a name without the escapes of a URL: %20 is a space."""
    return _ESCAPES.sub(lambda m: bytes.fromhex(m[0].replace("%", "")).decode(), name)


def _first(package: Any, name: str) -> str:
    element = next(package.iter(f"{_DC}{name}"), None)
    return "" if element is None else " ".join((element.text or "").split())

"""Read a presentation (.pptx): its slides in order, their tables, and the notes of the speaker.

Contract: nothing is loaded; pictures, charts, footers and hidden slides are left out; a file that
is no presentation, or unpacks to more than 200 MB, is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.readers.office import xml_parts
from pipeline.readers.office.flow import Flow
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import Source, refuse_large, told_as_refusal

_MEDIA = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_SHOW = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SHAPES = (f"{_SHOW}sp", f"{_SHOW}graphicFrame", f"{_SHOW}grpSp")
_FRAME = frozenset(("dt", "ftr", "sldNum", "hdr", "sldImg"))
_ADVICE = "save it again as .pptx, or its text as UTF-8 .txt"


def render(source: Source) -> Rendering:
    """Return the presentation as a page.

    Raises:
        RefusedError: it is no presentation, is encrypted, or is too large.
    """
    with told_as_refusal(
        source, xml_parts.damage(), "this is no presentation", _ADVICE, "not_presentation"
    ):
        refuse_large(source)
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            page = Rendering(_MEDIA, _title(archive))
            flow = Flow(page)
            for name in _slides(archive):
                slide = _xml(archive, name)
                if slide.get("show") != "0":
                    _write_shapes(flow, slide, is_slide=True)
                    for notes in _related(archive, name, "notesSlide"):
                        _write_shapes(flow, _xml(archive, notes), is_slide=False)
            flow.finish()
    return page


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    return xml_parts.parse(archive.read(name))


def _title(archive: zipfile.ZipFile) -> str:
    if "docProps/core.xml" not in archive.namelist():
        return ""
    title = _xml(archive, "docProps/core.xml").find(f".//{_TITLE}")
    text = "" if title is None else str(title.text or "")
    return "" if text.startswith(("PowerPoint", "投影片")) else text


def _links(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a part refers to: the id, the kind and the name of the part."""
    folder, file = posixpath.split(name)
    links = f"{folder}/_rels/{file}.rels"
    if links not in archive.namelist():
        return
    for link in _xml(archive, links):
        if link.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, str(link.get("Target"))))
            kind = str(link.get("Type")).rpartition("/")[2]
            yield str(link.get("Id")), kind, target.lstrip("/")


def _related(archive: zipfile.ZipFile, name: str, kind: str) -> list[str]:
    return [target for _, own, target in _links(archive, name) if own == kind]


def _slides(archive: zipfile.ZipFile) -> list[str]:
    """Return the parts of the slides in the order they are shown."""
    name = "ppt/presentation.xml"
    targets = {key: target for key, kind, target in _links(archive, name) if kind == "slide"}
    listed = _xml(archive, name).iter(f"{_SHOW}sldId")
    return [targets[slide.get(_LINK)] for slide in listed if slide.get(_LINK) in targets]


def _write_shapes(flow: Flow, part: Any, *, is_slide: bool) -> None:
    """Write the texts and tables of a slide or of its notes."""
    tree = part.find(f"{_SHOW}cSld/{_SHOW}spTree")
    waiting = [] if tree is None else [child for child in reversed(tree) if child.tag in _SHAPES]
    while waiting:
        shape = waiting.pop()
        if shape.tag == f"{_SHOW}grpSp":
            waiting += [child for child in reversed(shape) if child.tag in _SHAPES]
            continue
        holder = shape.find(f".//{_SHOW}nvPr/{_SHOW}ph")
        kind = "" if holder is None else str(holder.get("type") or "body")
        if kind in _FRAME or (not is_slide and kind != "body"):
            continue
        for table in shape.iter(f"{_DRAWING}tbl"):
            _write_table(flow, table)
        body = shape.find(f"{_SHOW}txBody")
        if body is not None:
            _write_text(flow, body, "h2" if kind in ("title", "ctrTitle") else "p")


def _write_text(flow: Flow, body: Any, name: str, *, in_table: bool = False) -> None:
    for paragraph in body.iter(f"{_DRAWING}p"):
        for piece in paragraph.iter(f"{_DRAWING}t", f"{_DRAWING}br"):
            flow.add(piece.text or "" if piece.tag == f"{_DRAWING}t" else "\n")
        flow.end_paragraph(name, in_table=in_table)


def _write_table(flow: Flow, table: Any) -> None:
    for row in table.iter(f"{_DRAWING}tr"):
        merged, hung = set(), set()
        for number, cell in enumerate(row.iter(f"{_DRAWING}tc")):
            if cell.get("hMerge") in ("1", "true"):
                merged.add(number)
            if cell.get("vMerge") in ("1", "true"):
                hung.add(number)
            _write_text(flow, cell, "p", in_table=True)
            flow.end_cell()
        flow.end_row(merged=frozenset(merged), hung=frozenset(hung))
    flow.end_table()

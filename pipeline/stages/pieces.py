"""Leaf segments as the pieces recognizers look into.

Contract: segments are given in order of position; pieces keep it and do not overlap; boilerplate
and header cells are left out, white space around a piece too, but for headers that may name whom
the ties of a table are with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.contract import Document, Segment
from pipeline.language import views
from pipeline.language.beside_columns import roles_of_columns
from pipeline.language.columns import column_role
from pipeline.language.turned_columns import Place, is_speaker, told_rows, turned_columns
from pipeline.readers.tables.headers import PERIOD
from pipeline.recognizers.page import Piece

# 與嘉義市關係, 與廣州之合作, 新竹市締約情形
_TIES = views.pattern(
    "[與和跟同](?![本我會])[^,。;]{2,10}(?:關係|合作|往來|淵源|情誼|連結|協議|[簽締]約|約定)(?:情形|現況|備註)?"
    "|.{2,6}[市縣](?:關係|[締簽]約情形)"
)


def pieces(document: Document, segments: Sequence[Segment]) -> list[Piece]:
    """Return a piece for each leaf of ``document``; sentences of a cell keep its column's role."""
    parents = {segment.parent_id for segment in segments}
    names, samples = _columns(document, segments)
    roles = roles_of_columns(names, samples)
    turned = turned_columns(names, samples)
    told = _told(document, segments, turned)
    blocks: dict[str, int] = {}
    headers: dict[tuple[int, int], tuple[int, int]] = {}
    grouped: dict[tuple[int, int], tuple[int, int]] = {}
    result = []
    for segment in segments:
        if segment.segment_id in parents or segment.kind == "boilerplate":
            continue
        text = document.text[segment.start : segment.end]
        start = segment.end - len(text.lstrip())
        end = segment.start + len(text.rstrip())
        if start >= end:
            continue
        place = segment.table or 0, segment.column or 0
        if segment.column is not None and segment.row is None:
            # 2020 under 服務人數 is the year of what that column and those beside it count.
            is_period = PERIOD.fullmatch(text.strip()) is not None
            group = headers.get(place) or grouped.get((place[0], place[1] - 1))
            headers[place] = start, end
            if is_period and group:
                headers[place] = grouped[place] = group
            if place[1] in turned.get(place[0], ()) and is_speaker(names[place]):
                block = blocks.setdefault(f"above {place}", len(blocks))
                role = column_role(None, [names[place]])
                role = role if role == "city" else "representative"
                result.append(Piece(start, end, "cell", role, place[0], block=block))
                continue
            if _TIES.fullmatch(views.fold(document.text[start:end])) is None:
                continue
        inside = segment.parent_id if segment.kind == "sentence" else segment.segment_id
        role = roles.get(place, "") if segment.column else ""
        if place[1] in turned.get(place[0], ()):
            role = told.get((place[0], segment.row or 0), role)
        header = headers.get(place) if segment.kind == "cell" else None
        label = segment.header if segment.kind == "cell" and header is None else None
        block = blocks.setdefault(inside or segment.segment_id, len(blocks))
        result.append(
            Piece(
                start,
                end,
                segment.kind,
                role,
                place[0],
                segment.row or 0,
                block,
                header,
                label or "",
            )
        )
    return result


def heads(document: Document, segments: Sequence[Segment]) -> list[Piece]:
    """Return the names of columns, which are no pieces: 臺北市 above the figures of one city."""
    result = []
    for segment in segments:
        if segment.kind == "cell" and segment.column is not None and segment.row is None:
            text = document.text[segment.start : segment.end]
            start, end = segment.end - len(text.lstrip()), segment.start + len(text.rstrip())
            if start < end and _TIES.fullmatch(views.fold(text.strip())) is None:
                result.append(Piece(start, end, segment.kind, table=segment.table or 0))
    return result


def datelines(document: Document, segments: Sequence[Segment]) -> list[Piece]:
    """Return the boilerplate above the body: 來源：晚報　2024-05-29, but no footer."""
    if document.published_on is None:
        return []
    result = []
    for segment in segments:
        if segment.kind == "boilerplate":
            result.append(Piece(segment.start, segment.end, segment.kind))
        elif "。" in segment.text:
            break
    return result


def _columns(
    document: Document, segments: Sequence[Segment]
) -> tuple[dict[Place, str], dict[Place, list[str]]]:
    """Return the header and the cells of each column, by table and column number from 1."""
    headers: dict[Place, str] = {}
    samples: dict[Place, list[str]] = {}
    for segment in segments:
        if segment.kind != "cell" or segment.column is None or segment.row is None:
            continue
        place = (segment.table or 0, segment.column)
        headers[place] = headers.get(place) or segment.header or ""
        samples.setdefault(place, []).append(document.text[segment.start : segment.end].strip())
    return headers, samples


def _told(
    document: Document, segments: Sequence[Segment], turned: Mapping[int, Sequence[int]]
) -> dict[Place, str]:
    """Return what rows of tables tell of who speaks in their columns, by table and row."""
    return told_rows(
        turned,
        (
            (one.table or 0, one.row, one.column, document.text[one.start : one.end].strip())
            for one in segments
            if one.kind == "cell" and one.column and one.row is not None and one.table in turned
        ),
    )

"""The title of a person in a table row: in its column of titles, or what the column is called.

Contract: as `titles_held`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours, is_home
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import office_inside

# What a column of people calls them: 對方代表, 簽署人(職稱).
_COLUMN_TITLE = views.pattern(
    "首長|代表(?!性)|簽署人|簽約人|講者|主講人|主持人|與談人|發言人|聯絡人|承辦人員?|引言人|報告人"
)

# A column about the other side.
_THEIRS = views.pattern("\\s*(?:[對彼他外乙]方|友[市城]|夥伴|來賓)")
_TITLE = re.compile("[\u3400-\u9fff]{2,10}")
# 市長姓名, and what may stand behind an office in a cell of remarks: 市長；請假, 市長（已報到）.
# 市長（代理） and 市長（已卸任） do not hold it.
_NAMES = re.compile("(?:姓名|名字|大名|芳名)$")
_ENDS = views.pattern(
    r"\s*(?:[;,、]|\((?!代理(?!人)|[退離卸](?!席)|(?:前任?|候選人?)\)|[^()]{0,8}(?:[卸離][任職]|退[休役]|當選))|$)"
)


def in_row(
    near: Neighbours, row: Segment, mention: Mention, lexicon: PeopleLexicon
) -> Iterator[Held]:
    """Yield the title in the title column of a name's row, else what the column calls it."""
    cells = _of_side(near, row, mention)
    titles = [
        title for role, one in cells if role == "title" for title in near.told_in(one, "TITLE")
    ]
    is_ours = is_home(near.doc.enclosing(mention, "cell") or row)
    beside = [] if titles or is_ours else _beside_bodies(near, row)
    titles = titles or beside
    people = [
        person for role, one in cells if role == "person" for person in near.told_in(one, "PERSON")
    ]
    if len(titles) == len(people) > 1 and mention in people:
        titles = [titles[people.index(mention)]]
    for title in titles:
        office = office_inside(near.doc, title) or near.ending(title.start, "ORGANIZATION")
        if office is not None and office.form == "anaphora":
            office = None
        if office is None and title in beside:
            # 英飛凌科技（德國），|資深副總裁
            row_cells = near.in_cells(row, ("organization",), "ORGANIZATION", theirs=True)
            told = [body for body in row_cells if body.form != "anaphora"]
            office = told[0] if told and len(people) == 1 else None
        start, end = min(title.start, mention.start), max(title.end, mention.end)
        yield Held(title.text, start, end, office, "row")
    cell = near.doc.enclosing(mention, "cell")
    if not titles and cell is not None:
        titles = _of_one(near, row, cell, mention)
        if not titles and people == [mention]:
            titles = _remarked(near, cells)
        for title in titles:
            office = office_inside(near.doc, title) or near.ending(title.start, "ORGANIZATION")
            start, end = min(title.start, mention.start), max(title.end, mention.end)
            yield Held(title.text, start, end, office, "row")
    if not titles and cell is not None and mention in people:
        # Lic. Marcela Giordano／資訊|秘書長
        titles = near.doc.kept_in(mention.end, cell.end, "TITLE")[:1]
        if titles and near.doc.kept_in(mention.end, titles[0].start, "PERSON"):
            titles = []
        for title in titles:
            office = office_inside(near.doc, title) or near.ending(title.start, "ORGANIZATION")
            yield Held(title.text, mention.start, title.end, office, "row")
    untold = "" if titles else _untold_title(near, cells)
    if untold and people == [mention]:
        yield Held(untold, mention.start, mention.end, None, "row")
        return
    if not titles and cell is not None and mention in people:
        head = _NAMES.sub("", (cell.header or "").strip())
        found = _COLUMN_TITLE.search(views.fold(head))
        called = head[found.start() : found.end()] if found else head
        if found is not None or views.fold(head) in lexicon.titles.titles:
            yield Held(called, mention.start, mention.end, None, "column")


def _of_one(near: Neighbours, row: Segment, cell: Segment, mention: Mention) -> list[Mention]:
    """Return the title in a cell of one person alone, wherever it stands: 安曼，副市長，X."""
    doc = near.doc
    own = near.in_cells(row, ("person", "representative"), "PERSON")
    inside = doc.kept_in(cell.start, cell.end, "PERSON")
    if mention not in own or any(one.entity_id != mention.entity_id for one in inside):
        return []
    found = doc.kept_in(cell.start, cell.end, "TITLE")
    return [one for one in found if one.start >= mention.end or one.end <= mention.start][:1]


def _of_side(near: Neighbours, row: Segment, mention: Mention) -> list[tuple[str, Segment]]:
    """Return the row's cells, without the people and titles of the side a person is not of.

    對方聯絡人 | 職稱 | 本府承辦人: a title goes with the person it stands nearest to, 對方職稱 with
    theirs.
    """
    cells = list(near.cells(row))
    people = [cell for role, cell in cells if role in ("person", "representative")]
    own = near.doc.enclosing(mention, "cell")
    if own is None or len(set(map(is_home, people))) < 2:
        return cells

    def is_ours(role: str, cell: Segment) -> bool:
        head = views.fold(cell.header or "")
        if role == "title" and not (is_home(cell) or _THEIRS.match(head)):
            at = cell.column or 0
            cell = min(people, key=lambda person: abs(at - (person.column or 0)))
        return is_home(cell)

    kinds = ("person", "representative", "title")
    return [
        (role, cell)
        for role, cell in cells
        if role not in kinds or is_ours(role, cell) == is_home(own)
    ]


def _untold_title(near: Neighbours, cells: Sequence[tuple[str, Segment]]) -> str:
    """Return what the row's one cell of titles says that no list has, or nothing: 德語翻譯."""
    titles = [cell for role, cell in cells if role == "title"]
    told = [near.doc.text[cell.start : cell.end].strip() for cell in titles]
    return told[0] if len(told) == 1 and _TITLE.fullmatch(views.fold(told[0])) else ""


def _remarked(near: Neighbours, cells: Sequence[tuple[str, Segment]]) -> list[Mention]:
    """Return the title that a cell of remarks begins with: 備查 | 市長；俗稱梭羅."""
    doc = near.doc
    return [
        title
        for role, cell in cells
        if role in ("remark", "other")
        for title in doc.kept_in(cell.start, cell.end, "TITLE")[:1]
        if title.start == cell.start and _ENDS.match(doc.view, title.end, cell.end)
    ]


def _beside_bodies(near: Neighbours, row: Segment) -> list[Mention]:
    """Return the titles that stand in the row's cells of bodies: 布爾諾市，|副市長."""
    cells = [cell for role, cell in near.cells(row) if role == "organization"]
    return [
        title
        for cell in cells
        if not is_home(cell)
        for title in near.doc.kept_in(cell.start, cell.end, "TITLE")
    ]

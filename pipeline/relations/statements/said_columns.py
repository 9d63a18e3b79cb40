"""Which columns of a table hold what was said.

Contract: `find` returns the columns by table, the one that tells most first; none for tables in
which nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.linking.organization_places import is_own_row
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.bystanders import is_people

CONTENT = ("content", "topic", "initiative", "remark", "other")
_OF_SHEET = ("content", "other", "remark")
# Columns of those who speak.
SPEAKS = frozenset(("representative", "person", "title"))
# Columns of the office that made the table.
_OF_OFFICE = views.pattern(
    "備註|註記|附註|附帶|追蹤|處理|辦理|關係|本[府市縣會處局]|對口|主席|裁示|回應"
    "|\\A合作|合作(?:情形|事項|進展|現況)\\s*\\Z"
)
# Columns of what somebody said, where another one tells what something is: 簡介.
_OF_WORDS = views.pattern(
    "的話|評語|感言|語錄|金句|發言|談話|致詞|講話|(?:評審|評委|委員)意見"
    "|[長員席任表](?:說|談|補充|直言|強調|表示)\\Z"
)
# A column is far longer than one whose header says that it is the content.
_FAR_LONGER = 2.5
# A number and its unit, without the marks around and in it.
_FIGURE = re.compile(r"(?:NT|US)?\d+\w{0,2}")
_MARKS = re.compile(r"\W+")
# Longer than a subject.
_LONG = 12
# A cell that tells that nothing was said, and what came instead: （未發言，僅提書面資料）.
UNSAID = views.pattern(
    "\\s*[(]?(?:[無未沒][^。,;]{0,4}(?:發言|提供|回[覆復應]|意見|提交|出席|與會|派員)"
    "|[懸出從暫遇空]?缺|略|缺席|請假|無|同上|n/a|僅?(?:列席|旁聽))"
    "(?:[,;、( ][^。!?「」]{0,8}?(?:書面|附件|資料|會後|來函|影片|列席|旁聽)[^。!?「」]{0,12}?)?"
    "[)]{0,2}。?\\s*|\\W*",
    re.IGNORECASE,
)


def find(near: Neighbours, rows: Sequence[Segment]) -> dict[int, list[int]]:
    """Return for each table the column that tells most, and others that are said like it.

    The first is the longest of those called 內容 and the like, unless another one is far longer.
    """
    lengths: dict[tuple[int, int], int] = {}
    told: dict[tuple[int, int], list[str]] = {}
    roles: dict[tuple[int, int], str] = {}
    heads: dict[tuple[int, int], str] = {}
    spoken: set[int] = set()
    for row in rows:
        for role, cell in near.cells(row):
            if role in SPEAKS:
                spoken.add(cell.table or 0)
            if role in CONTENT and any(map(str.isalnum, cell.text)):
                place = (cell.table or 0, cell.column or 0)
                lengths[place] = lengths.get(place, 0) + _said(cell.text.strip())
                told.setdefault(place, []).append(cell.text.strip())
                roles[place] = role
                heads[place] = views.fold(cell.header or "")
    chosen: dict[int, list[int]] = {}
    for table in sorted({place[0] for place in lengths}):
        places = sorted(place for place in lengths if place[0] == table)
        longest = max(places, key=lambda place: lengths[place])
        if not lengths[longest]:
            continue  # figures alone: nobody says them
        order = {at: _order(roles[at], heads[at], lengths[at]) for at in places}
        best = min(places, key=order.__getitem__)
        if table not in spoken and roles[best] == "remark":
            continue  # a list of partners with notes: nobody speaks
        is_longer = lengths[longest] >= _FAR_LONGER * lengths[best]
        place = longest if is_longer else best
        chosen[table] = [place[1]]
        if table in spoken:
            others = [at for at in places if at != place and not _OF_OFFICE.search(heads[at])]
            chosen[table] += [at[1] for at in others if _is_speech(roles[at], told[at])]
    return chosen


def of_sheets(near: Neighbours, rows: Sequence[Segment]) -> dict[int, frozenset[int]]:
    """Return for fact sheets the columns of words that a few of their records hold.

    市長的話 of one city and 議員補充 of another tell what was said; what every record has
    besides (人口, 主要措施) is none of it.  A table under a row of headers is no fact sheet.
    """
    headed = {row.table or 0 for row in near.doc.of_kind("table_row") if row.row is None}
    filled: dict[int, dict[int, int]] = {}
    n_rows: dict[int, int] = {}
    for row in rows:
        n_rows[row.table or 0] = n_rows.get(row.table or 0, 0) + 1
        for role, cell in near.cells(row):
            if role in _OF_SHEET and _OF_WORDS.search(views.fold(cell.header or "")):
                columns = filled.setdefault(row.table or 0, {})
                columns[cell.column or 0] = columns.get(cell.column or 0, 0) + 1
    return {
        table: frozenset(columns)
        for table, columns in filled.items()
        if table not in headed and 2 * max(columns.values()) <= n_rows[table]
    }


def is_silent(near: Neighbours, row: Segment, columns: Sequence[int]) -> bool:
    """Whether a row tells that nobody spoke: 未發言, or nothing in a column of words.

    The same is so beside somebody who was absent.  A paper that was handed in is not said.
    """
    cells = list(near.cells(row))
    said = [cell for _, cell in cells if cell.column in columns]
    if not said or not all(_is_unsaid(near, cell) for cell in said):
        return False
    is_told = any("發言" in cell.text or "发言" in cell.text for cell in said)
    is_of_words = _OF_WORDS.search(views.fold(said[0].header or "")) is not None
    absent = (role in SPEAKS and _is_unsaid(near, cell) for role, cell in cells)
    return is_told or is_of_words or any(absent)


def says(near: Neighbours, cell: Segment) -> bool:
    """Whether a cell says something, more than a figure or that nothing was said."""
    return _said(cell.text.strip()) > 0 and not _is_unsaid(near, cell)


def speaks_unnamed(near: Neighbours, row: Segment, words: Segment) -> bool:
    """Whether a row without a name is our own, or gives the words of people: 里長們, 現場學生."""
    if near.home is not None and is_own_row(near.doc, row):
        return True
    return _OF_WORDS.search(views.fold(words.header or "")) is not None and any(
        role in SPEAKS and is_people(near, cell) for role, cell in near.cells(row)
    )


def _is_unsaid(near: Neighbours, cell: Segment) -> bool:
    return UNSAID.fullmatch(near.doc.view, cell.start, cell.end) is not None


def _order(role: str, head: str, length: int) -> tuple[bool, int, int]:
    """Return in which order columns are chosen: words of somebody, then contents, the longest."""
    is_words = role in _OF_SHEET[:2] and _OF_WORDS.search(head) is not None
    return not is_words, CONTENT.index(role), -length


def _is_speech(role: str, cells: Sequence[str]) -> bool:
    """Tell whether the cells of a column are whole sentences, as those of 上午場 and 下午場."""
    told = [text for text in cells if UNSAID.fullmatch(views.fold(text)) is None]
    ended = sum(len(text) > _LONG and text.endswith(("。", "」", "！", "？")) for text in told)
    return role in ("content", "topic", "other") and ended * 3 > len(told) * 2


def _said(text: str) -> int:
    """Return how much a cell says: its length, nothing if it is a number or 無."""
    is_bare = _FIGURE.fullmatch(_MARKS.sub("", text)) or UNSAID.fullmatch(views.fold(text))
    return 0 if is_bare else len(text)

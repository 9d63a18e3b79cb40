"""Find what a number measures that fills a cell of a table: what its row or column is about.

Contract: the cell of the row that names an undertaking or a topic; else its only cell of words,
else the header of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.language.columns import column_role
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.clauses import Span, trimmed

_TOPICS = frozenset(("initiative", "topic"))
# Whose number it is, not what it counts.
_WHOSE = frozenset(("city", "country", "organization", "person", "representative"))
_BODIES = frozenset(("city", "organization"))
_LONGEST = 40
_TWO = 2
# Where a unit stands: （千元） behind a name, 單位：千元 above a table, below 單位 in a column.
BRACKETS = pattern("[(](?:單位:?)?[ ]?(?P<unit>[^()]{1,8}?)[ ]?[)][ ]*$")
_ABOVE = pattern("單位[ ]*:[ ]*(?P<units>[^()、,;。:\n]{1,8}(?:[、,;/][^()、,;。:\n]{1,8}){0,5})")
_UNIT = re.compile("[^、,; ]+")
_OF_UNITS = pattern("(?:計[量算價]|衡量)?單位|unit", re.IGNORECASE)
_NEAR = 3
# What a unit above a table is told for; other columns count or measure by themselves.
_SUMS = pattern(
    "(?:[預決]算|[金總餘款]額|經費|支出|收入|[合小總]計)(?!.*(?:率|比|占|進度|[人件次]數))"
)
# The columns that other units above a table are told for, by what the unit ends with.
_PEOPLE = pattern("(?:人次?|名|位)$")
_FITTING = (
    (_PEOPLE, pattern("人(?:口|數|次)|會員|學員|用戶|居民|市民")),
    (pattern("(?:平方公[里尺]|公頃|km2|km²|坪)$"), pattern("面積|[綠農林用空建]地$")),
    (pattern("(?:元|圓|美金|歐元|盧比|令吉|鎊)$"), _SUMS),
    (pattern("(?:公里|公尺|米|km|m)$"), pattern("里程|距離|[長寬高深]度?$")),
    (pattern("(?:小時|分鐘|天)$"), pattern("時[數間長]|天數|工期")),
    (pattern("(?:%|百分比|百分點)$"), pattern("[率比]|占|滿意度|支持度")),
)
# What a column counts by its own name: 報名人數, 申請件數.
_COUNTS = pattern(
    "(?P<unit>人次|場次|[人件戶輛站棟場家座處筆組間艘盞](?=總?數|口))(?:總?數|口)?\\Z"
)
_OF_SHARES = ("%", *map(simplify, ("百分比", "百分點")))
_SHARES = pattern("[率比]|占|%|年|名次|排名|編號|序|分數")
# What is counted or measured in a unit of its own: 車站數, 樓層, 門牌.
_OWN_UNIT = pattern("(?:[數號碼層樓位次組期日時費額長高深積]|電話|門牌|路線)$")
_PERIOD = pattern("(?:民國|西元)?[0-9]{2,4}[ ]*年?度?")
# 名次 1, 2, 3 are ranks.
_RANKS = pattern("名[次序列]|排名|排行|等第")
_FEWEST_ROWS = 3
_IDLE = frozenset(simplify("金額 數量 數值 數字 數 值 合計 小計 總計").split())


class RowLabels:
    """The labels of the rows of a page's tables, looked up when first asked for.

    Args:
        page: the page.
        pieces: its pieces, rows of small tables in prose cut into cells.
    """

    def __init__(self, page: Page, pieces: Sequence[Piece]) -> None:
        self.page, self.pieces = page, pieces
        self.rows: dict[tuple[int, int], list[Piece]] | None = None
        self.names: dict[int, set[str]] = {}
        self.above: dict[int, list[Span]] = {}
        self.spans: dict[tuple[int, int], Span] = {}
        self.numbered: dict[int, bool] = {}

    def of(self, cell: Piece) -> Span | None:
        """Return the span of the label of the row or column of ``cell``, or None."""
        own = self._with_unit(cell)
        if own:
            return own
        texts = self._words(cell)
        topics = [piece for piece in texts if piece.column_role in _TOPICS]
        first = self._of_period(cell, texts)
        if topics or len(texts) == 1 or first:
            label = topics[0] if topics else first or texts[0]
            own = self._column(cell) if label.column_role in _WHOSE else None
            # 交通局 above 35 in a card of two columns says whose it is, too.
            if own and column_role(None, [self.page.text[slice(*own)]]) not in _BODIES:
                return own
            unit = self.page.view.find("(", label.start, label.end)
            is_unit = BRACKETS.search(self.page.view, label.start, label.end) is not None
            return label.start, unit if is_unit and unit > label.start else label.end
        return self._column(cell)

    def _of_period(self, cell: Piece, texts: Sequence[Piece]) -> Piece | None:
        """Return the first words of a row of which ``cell`` tells a year: 人口 below 2018."""
        name = self.page.view[slice(*(cell.header or (0, 0)))].strip()
        return texts[0] if texts and name and _PERIOD.fullmatch(name) else None

    def units(self, cell: Piece) -> Iterator[Span]:
        """Yield where the unit of a number may stand that fills ``cell``, the nearest first."""
        view = self.page.view
        header = BRACKETS.search(view, *cell.header) if cell.header else None
        if header:
            yield header.span("unit")
            return
        if cell.column_role == "number" or (
            cell.column_role == "date" and view[cell.start : cell.end].isdecimal()
        ):
            return
        for piece in self._row(cell):
            if piece.header and _OF_UNITS.fullmatch(view[slice(*piece.header)].strip()):
                yield piece.start, piece.end
                return
        label = next(iter(self._words(cell)), None)
        behind = BRACKETS.search(view, label.start, label.end) if label else None
        if behind:
            yield behind.span("unit")
            return
        name = view[slice(*(cell.header or (0, 0)))].strip()
        told = self._above(cell.table)
        yield from (u for u in told if self._fits(u, name, cell.table, is_only=len(told) == 1))
        counts = _COUNTS.search(view, *cell.header) if cell.header else None
        if counts and "." not in view[cell.start : cell.end]:
            yield counts.span("unit")

    def is_row_number(self, cell: Piece) -> bool:
        """Whether a cell only numbers its row: the first cells of the rows read 1, 2, 3."""
        view, row = self.page.view, self._row(cell)
        if not view[cell.start : cell.end].isdecimal() or row[:1] != [cell]:
            return False
        if cell.table not in self.numbered:
            rows = self.rows or {}
            firsts = [cells[0] for place, cells in rows.items() if place[0] == cell.table]
            # A row that goes on with the one above has no number.
            own = [first for first in firsts if first.header == cell.header]
            told = [view[first.start : first.end] for first in own if first.header]
            self.numbered[cell.table] = (
                len(told) >= _FEWEST_ROWS
                and all(one.isdecimal() and int(one) == i for i, one in enumerate(told, 1))
                and not _RANKS.search(view[slice(*(cell.header or (0, 0)))])
            )
        return self.numbered[cell.table]

    def row_span(self, piece: Piece) -> Span | None:
        """Return the span of the data row around a piece, None outside of tables."""
        if not self.spans:
            for other in self.pieces:
                place = other.table, other.row
                self.spans[place] = self.spans.get(place, (other.start, 0))[0], other.end
        return self.spans[piece.table, piece.row] if piece.row else None

    def _row(self, cell: Piece) -> list[Piece]:
        """Return the short cells of the row of ``cell``."""
        if self.rows is None:
            self.rows = {}
            for piece in self.pieces:
                if piece.kind == "cell" and piece.end - piece.start <= _LONGEST:
                    self.rows.setdefault((piece.table, piece.row), []).append(piece)
        return self.rows.get((cell.table, cell.row), [])

    def _words(self, cell: Piece) -> list[Piece]:
        """Return the cells of the row of ``cell`` that hold words, not numbers or their units."""
        view = self.page.view
        return [
            piece
            for piece in self._row(cell)
            if not any(sign.isdecimal() for sign in view[piece.start : piece.start + 2])
            and not (piece.header and _OF_UNITS.fullmatch(view[slice(*piece.header)].strip()))
        ]

    def _fits(self, unit: Span, name: str, table: int, *, is_only: bool) -> bool:
        """Whether a unit above a table is of a column: 平方公里 of 面積.

        The only unit is of all columns but those that have a unit of their own.
        """
        said = self.page.view[slice(*unit)]
        if is_only and _PERIOD.fullmatch(name):
            return True
        if _SHARES.search(name) and not said.endswith(_OF_SHARES):
            return False
        fitting = _fitting(said)
        if fitting is not None and fitting.search(name):
            return True
        if not is_only or fitting is _SUMS or "/" in said or _SHARES.search(name):
            return False
        # Columns of 單位：人 name people: 男, 志工; those of 單位：公頃 may name anything: 路燈.
        are_alike = _PEOPLE.search(said) or said.endswith(_OF_SHARES)
        names = () if are_alike else self._names(table)
        if fitting is not None and any(map(fitting.search, names)):
            return False
        return not (_OWN_UNIT.search(name) or any(heads.search(name) for _, heads in _FITTING))

    def _names(self, table: int) -> set[str]:
        """Return the headers of a table."""
        if not self.names:
            for piece in self.pieces:
                if piece.header:
                    name = self.page.view[slice(*piece.header)]
                    self.names.setdefault(piece.table, set()).add(name)
        return self.names.get(table, set())

    def _above(self, table: int) -> list[Span]:
        """Return where the lines right above a table tell units of its figures."""
        if table not in self.above:
            view, pieces = self.page.view, self.pieces
            first = next((i for i, p in enumerate(pieces) if p.table == table), 0)
            lines = pieces[max(0, first - _NEAR) : first]
            near = takewhile(lambda piece: piece.kind != "cell", reversed(lines))
            lead = (_ABOVE.search(view, piece.start, piece.end) for piece in near)
            units = next((match.span("units") for match in lead if match), (0, 0))
            told = [one.span() for one in _UNIT.finditer(view, *units)]
            self.above[table] = [part for unit in told for part in self._parted(unit, table)]
        return self.above[table]

    def _parted(self, unit: Span, table: int) -> list[Span]:
        """Return the units of two columns, 人/% above 人數 and 比率; 元/公斤 is one."""
        said = self.page.view[slice(*unit)]
        at = said.find("/")
        heads = [_fitting(part) for part in said.split("/")]
        are_two = len(heads) == _TWO and all(
            fitting is not None and any(map(fitting.search, self._names(table)))
            for fitting in heads
        )
        start, end = unit
        return [(start, start + at), (start + at + 1, end)] if are_two else [unit]

    def _with_unit(self, cell: Piece) -> Span | None:
        """執行率 of a column 執行率(%); 金額(萬元) says only that there is money."""
        start, stop = cell.header or (0, 0)
        if not self.page.view[start:stop].endswith(")"):
            return None
        own = self._column(cell)
        said = self.page.view[slice(*own)] if own else ""
        return None if said in _IDLE or _PERIOD.fullmatch(said) else own

    def _column(self, cell: Piece) -> Span | None:
        """經費 of a column 經費(萬元)."""
        start, stop = cell.header or (0, 0)
        unit = self.page.view.find("(", start, stop)
        return trimmed(self.page.view, start, unit if unit > start else stop)


def _fitting(unit: str) -> re.Pattern[str] | None:
    """Return what the columns are called that a unit above a table is told for."""
    return next((heads for ends, heads in _FITTING if ends.search(unit)), None)

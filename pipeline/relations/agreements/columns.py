"""What the columns of a register hold: by their headers, else by what fills their cells.

Contract: the name of a column is anybody's choice (友方, 層級); cells that are all cities are
partners, and cells that all name what was agreed tell the relation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.agreements.fields import names_agreed
from pipeline.relations.agreements.legend import kind_of_sign
from pipeline.relations.surroundings import Surroundings, column_of

# Columns of parties: 合作對象, 雙方, 締約方甲.
_PARTNER = views.pattern(
    "對象|夥伴|雙方|對方|外方|外國|國外|他方|合作方|甲方|乙方|方[甲乙]|締約方|簽約方|簽署方|當事|締盟城|友城|友市|(?i:partner|part(?:y|ies)|counterpart)"
)
# 與本市關係, 與廣州之合作情形: what ties the city of a row to the one it is told to.
_WITH = views.pattern(
    "[與和跟同][^,。;]{1,10}(?:關係|關聯|合作|往來|淵源|情誼|連結|協議|協定|結盟|締盟|約定"
    r"|[簽締]約|簽署|締結)(?:情形|現況)?(?:\(.*\))?"
)
_NO_PARTNER = views.pattern("人|職|代表|聯絡|窗口|(?i:contact|sign)")
# Columns that tell how a relation stands, not of which kind it is, or what is done under it.
_DOING = "(?:履行|執行|辦理|推動)情形"
DOING = views.pattern(_DOING)
_STANDING = views.pattern(
    f"狀態|狀況|[現近概]況|效期|效力|有效|進度|續約|存續|{_DOING}|(?i:status|valid|standing)"
)
# A longer cell that begins with a city is no name of a partner.
_LONGEST_NAME = 24
# What headers of such roles name is anything: 內容, 身分.
_VAGUE = frozenset(("other", "content", "title", "organization"))
# What heads a column of cities: 項目 where the rows of a table were its columns.
_ANY_NAME = frozenset(("other", "topic"))
_EMPTY = re.compile(r"[\s─—–/xX-]*")


@dataclass(slots=True)
class Columns:
    """Roles of the columns of the tables of a document.

    Args:
        around: the document.
        pattern: finds a word for an agreement.
        legend: kinds that signs stand for.
    """

    around: Surroundings
    pattern: re.Pattern[str]
    legend: Mapping[str, str]
    _cells: dict[tuple[int | None, int | None], list[Segment]] = field(default_factory=dict)
    _roles: dict[tuple[int | None, int | None], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the cells of data by their columns."""
        for cell in self.around.doc.of_kind("cell"):
            if cell.row is not None:
                self._cells.setdefault((cell.table, cell.column), []).append(cell)
        named = {key: self._named(cells[0]) for key, cells in self._cells.items()}
        beside: dict[int | None, list[str]] = {}
        for (table, _), role in named.items():
            beside.setdefault(table, []).append(role)
        for key, role in named.items():
            self._roles[key] = self._filled(key, role, beside[key[0]])

    def role(self, cell: Segment) -> str:
        """Return the role of a cell's column, ``other`` if nothing tells."""
        return self._roles.get((cell.table, cell.column), "other")

    def _named(self, cell: Segment) -> str:
        """Return the role a header names."""
        header = views.fold(cell.header or "")
        if header and _STANDING.search(header):
            return "standing"
        if _WITH.fullmatch(header):
            return "relation"
        role = column_of(cell) or "other"
        if role in ("other", "relation") and _PARTNER.search(header):
            return role if _NO_PARTNER.search(header) else "city"
        return role

    def _filled(self, key: tuple[int | None, int | None], role: str, beside: Sequence[str]) -> str:
        """Return the role of what fills a column whose header tells none, else ``role``."""
        if role in _ANY_NAME and "city" not in beside and self._most(key, self._is_city):
            return "city"
        if role not in _VAGUE:
            return role
        if "relation" not in beside and self._most(key, self._is_agreed):
            return "relation"
        if role != "other":
            return role
        return "date" if "date" not in beside and self._most(key, self._is_day) else "other"

    def _most(self, key: tuple[int | None, int | None], test: Callable[[int, int], bool]) -> bool:
        view = self.around.doc.view
        texts = [(cell.start, view[cell.start : cell.end].rstrip()) for cell in self._cells[key]]
        filled = [(low, low + len(text)) for low, text in texts if not _EMPTY.fullmatch(text)]
        return bool(filled) and 2 * sum(test(*span) for span in filled) > len(filled)

    def _is_agreed(self, start: int, end: int) -> bool:
        doc = self.around.doc
        if kind_of_sign(doc.view[start:end], self.legend):
            return True
        is_named = names_agreed(doc.view[start:end], self.pattern)
        return is_named and not doc.kept_in(start, end, "CITY")

    def _is_city(self, start: int, end: int) -> bool:
        doc = self.around.doc
        low = start
        for land in doc.kept_in(start, end, "COUNTRY"):
            low = land.end if land.start == start else low
        cities = doc.kept_in(start, end, "CITY") if end - start <= _LONGEST_NAME else []
        return any(not doc.view[low : city.start].strip(" .·-,") for city in cities)

    def _is_day(self, start: int, end: int) -> bool:
        return any(day.start == start for day in self.around.doc.kept_in(start, end, "DATE"))

"""Mentions by the position they begin or end at, and the cells of a table row by column role.

Contract: built once per document view; reads mentions as they are when built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.contract import Mention, Organization, Role, Segment
from pipeline.language import views
from pipeline.language.beside_columns import roles_of_columns
from pipeline.language.column_words import is_ours
from pipeline.language.turned_columns import told_rows, turned_columns
from pipeline.linking.docview import DocView
from pipeline.linking.home import home_city
from pipeline.linking.sections import Sections, sections_of
from pipeline.recognizers.page import ENGLISH

_ASKS = views.pattern("[提發質]問|[詢問]問|質詢|陳情|議員")
_ANSWERS = views.pattern(r"\s*(?:答|回[應覆復]|主責|權責)")
_OUR, _THEIR = "(?:我方|本方|本[市縣府所]|甲方)", "(?:對方|外方|他方|乙方)"
_SIDES = views.pattern(f"(?P<first>{_OUR})[/、與及和]{_THEIR}|{_THEIR}[/、與及和]{_OUR}")
_BLANKS = " \u3000\u00a0/／"


@dataclass(slots=True)
class Neighbours:
    """Kept mentions by end and by start, column roles by (table, column), rows by id."""

    doc: DocView
    # The cities that the parts of the document are about.
    sections: Sections
    by_end: dict[int, list[Mention]] = field(default_factory=dict)
    by_start: dict[int, list[Mention]] = field(default_factory=dict)
    roles: dict[tuple[int, int], str] = field(default_factory=dict)
    # Columns that may each be one speaker's, by table; who is told above them.
    turned: dict[int, tuple[int, ...]] = field(default_factory=dict)
    # The cells that head those columns, those below that tell of the speakers, and what they tell.
    above: dict[tuple[int, int], list[Segment]] = field(default_factory=dict)
    below: dict[tuple[int, int], list[Segment]] = field(default_factory=dict)
    told_of: dict[tuple[int, int], str] = field(default_factory=dict)
    # The city a column is headed by: 發言代表 | 比利時安特衛普市.
    headed: dict[tuple[int, int], str] = field(default_factory=dict)
    bodies: dict[str, Organization] = field(default_factory=dict)
    countries: dict[str, str | None] = field(default_factory=dict)
    # The cities that are counties, by their name or as the text writes it: 桃園縣.
    counties: frozenset[str] = frozenset()
    # Columns that name one body in every row: 締約機關 of a register.
    ours: frozenset[tuple[int, int]] = frozenset()
    # Where the places, bodies and titles begin that end where a speaker begins, once asked.
    led: dict[int, int] = field(default_factory=dict)
    # Whether anything stands in an English line.
    has_english: bool = False
    # City the document speaks from, or None.
    home: str | None = None
    # The roles of each person, once they are found.
    held: dict[str, list[Role]] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: DocView) -> Neighbours:
        """Index a document."""
        found = cls(doc, sections_of(doc))
        for mention in doc.mentions:
            found.by_end.setdefault(mention.end, []).append(mention)
            found.by_start.setdefault(mention.start, []).append(mention)
        found.home = home_city(doc)
        found.has_english = any(mention.rule == ENGLISH for mention in doc.mentions)
        found.bodies = {body.organization_id: body for body in doc.organizations}
        found.countries = {city.city_id: city.country_code for city in doc.cities}
        named = {city.city_id for city in doc.cities if city.name_zh.endswith("縣")}
        written = (
            mention.entity_id
            for mention in doc.of_label("CITY")
            if mention.entity_id and "县" in doc.view[mention.end - 1 : mention.end + 1]
        )
        found.counties = frozenset((*named, *written))
        headers: dict[tuple[int, int], str] = {}
        samples: dict[tuple[int, int], list[str]] = {}
        for cell in doc.of_kind("cell"):
            if cell.column is not None and cell.row is not None:
                place = (cell.table or 0, cell.column)
                headers[place] = headers.get(place) or cell.header or ""
                samples.setdefault(place, []).append(cell.text.strip())
            elif cell.column is not None:
                cities = {one.entity_id for one in doc.kept_in(cell.start, cell.end, "CITY")}
                city_id = cities.pop() if len(cities) == 1 else None
                if city_id is not None:
                    found.headed[cell.table or 0, cell.column] = city_id
        found.roles = roles_of_columns(headers, samples)
        found.turned = turned_columns(headers, samples)
        found._add_turned()
        placed = {table for (table, _), role in found.roles.items() if role in ("city", "country")}
        found.ours = frozenset(
            place
            for place, texts in samples.items()
            if found.roles[place] == "organization"
            and place[0] in placed
            and len(texts) > 1
            and len(set(texts)) == 1
        )
        return found

    def _add_turned(self) -> None:
        """Find the heads of columns that speak, and the cells below that tell of the speakers."""
        cells = [cell for cell in self.doc.of_kind("cell") if cell.table in self.turned]
        self.told_of = told_rows(
            self.turned,
            (
                (cell.table or 0, cell.row, cell.column or 0, cell.text.strip())
                for cell in cells
                if cell.row is not None
            ),
        )
        for cell in cells:
            place = cell.table or 0, cell.column or 0
            if cell.row is None and place[1] in self.turned[place[0]]:
                self.above.setdefault(place, []).append(cell)
            elif (place[0], cell.row) in self.told_of:
                self.below.setdefault(place, []).append(cell)

    def add_roles(self, roles: Iterable[Role]) -> None:
        """Take up the roles that were found."""
        for role in roles:
            self.held.setdefault(role.person_id, []).append(role)

    def ending(self, position: int, *labels: str) -> Mention | None:
        """Return the longest mention of these labels that ends at ``position`` but for blanks."""
        text = self.doc.text
        while position > 0 and text[position - 1] in _BLANKS:
            position -= 1
        ending = self.by_end.get(position)
        if ending is None:
            return None
        found = [m for m in ending if m.label in labels]
        return min(found, key=lambda m: (labels.index(m.label), m.start), default=None)

    def starting(self, position: int, *labels: str) -> Mention | None:
        """Return the longest mention of these labels that begins at ``position`` but for blanks."""
        text = self.doc.text
        while position < len(text) and text[position] in _BLANKS:
            position += 1
        starting = self.by_start.get(position)
        if starting is None:
            return None
        found = [m for m in starting if m.label in labels]
        return max(found, key=lambda m: m.end, default=None)

    def cells(self, row: Segment) -> Iterator[tuple[str, Segment]]:
        """Yield the cells of a data row with their column roles."""
        for cell in self.doc.children(row):
            if cell.kind == "cell" and cell.column is not None:
                yield self.roles.get((cell.table or 0, cell.column), "other"), cell

    def in_cells(
        self, row: Segment, wanted: tuple[str, ...], *labels: str, theirs: bool = False
    ) -> list[Mention]:
        """Return the mentions of these labels in the row's cells of the wanted roles.

        With ``theirs`` the columns about our own side are left out.
        """
        return [
            mention
            for role, cell in self.cells(row)
            if role in wanted and not (theirs and self.is_ours(cell))
            for mention in self.told_in(cell, *labels)
        ]

    def told_in(self, cell: Segment, *labels: str) -> list[Mention]:
        """Return the mentions of these labels in a cell, no county that a city stands behind.

        It only tells where that one is: 宜蘭縣|羅東鎮.
        """
        return [
            mention
            for mention in self.doc.kept_in(cell.start, cell.end, *labels)
            if mention.entity_id not in self.counties
            or not any(one.label == "CITY" for one in self.by_start.get(mention.end, ()))
        ]

    def is_of_other(self, body: Mention, person: Mention) -> bool:
        """Whether a body stands in the cell of somebody else: 衛生局長 陳潤秋 | 李毓芹.

        Or it answers what the person asks.
        """
        cell, own = self.doc.enclosing(body, "cell"), self.doc.enclosing(person, "cell")
        people = self.doc.kept_in(cell.start, cell.end, "PERSON") if cell is not None else []
        asks = own is not None and _ASKS.search(views.fold(own.header or "")) is not None
        answers = cell is not None and _ANSWERS.match(views.fold(cell.header or "")) is not None
        return (bool(people) and person not in people) or (asks and answers)

    def is_ours(self, cell: Segment) -> bool:
        """Whether the column of a cell is about our own side."""
        return is_home(cell) or (cell.table or 0, cell.column or 0) in self.ours

    def is_on_our_side(self, mention: Mention) -> bool:
        """Whether a mention stands in a column of our side, or in our part of one of both sides.

        簽署人（我方／對方）: 市長 甲／市長 乙.
        """
        cell = self.doc.enclosing(mention, "cell")
        if cell is None:
            return False
        sides = _SIDES.search(views.fold(cell.header or ""))
        parted = self.doc.view.find("/", cell.start, cell.end)
        if sides is None or parted < 0:
            return self.is_ours(cell)
        if sides["first"] is not None:
            return mention.start < parted
        return mention.start > self.doc.view.rfind("/", cell.start, cell.end)


def is_home(cell: Segment) -> bool:
    """Whether the column is about our own side: 我方承辦單位, 本市聯絡人."""
    return is_ours(cell.header or "")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``start..end`` without white space at either end.

    >>> trimmed(" 市長 ", 0, 4)
    (1, 3)
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end

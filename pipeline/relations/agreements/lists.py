"""Read agreements from lines that are records: 01　日本酒田市｜105.7.8｜姊妹市｜有效.

Contract: a line names partners and what was agreed in fields of any order; what it leaves out, the
heads over it tell (姊妹市, 已屆滿, 大田廣域市).  Clauses are none: sentences are read elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.relations.agreements.details import signing_date
from pipeline.relations.agreements.fields import Field, Fields
from pipeline.relations.agreements.groups import Group, grouped
from pipeline.relations.agreements.heads import LONGEST, headed_kind, is_in_cell
from pipeline.relations.agreements.home import host
from pipeline.relations.agreements.outline import Head, Outline
from pipeline.relations.agreements.referents import Referents
from pipeline.relations.agreements.rows import Agreed, Party
from pipeline.relations.agreements.standing import StatusWords

# A longer line is no record.
_LONGEST = 400
# A longer line of several sentences is prose, unless it has a number.
_SHORT = 120
# 有效者, 已簽署: heads that say only that what follows holds.
_VALID = views.pattern("有效|已簽|生效|現行|持續|存續")
# 日本, 2016年 stand over lines and end no head.
_NEUTRAL = frozenset(("country", "date"))
_HEAD = 20
# Lines of one record: 城市：…, 文件：…, 年份：….
_LABEL = views.pattern(
    "(?:締約|簽約|簽署|締結|合作|交流|對方)?(?:城市|夥伴|對象|對方|國家|國別|文件|類別|類型|關係|性質|種類|名稱|協議|協定)[^:]{0,2}:"
)
_COLUMNS = re.compile(r"[\s|｜/、,]+")
_AHEAD = 4


class _Line(NamedTuple):
    """A line, folded, and its fields."""

    text: str
    start: int
    end: int
    fields: Sequence[Field]


_NOTHING = _Line("", 0, 0, ())


def _is_header(text: str) -> bool:
    """Whether a line is made of the names of columns: 序號 城市 國家 結好時間."""
    names = [name for name in _COLUMNS.split(text.strip()) if name]
    return len(names) > 1 and all(column_role(name, ()) != "other" for name in names)


def _told_next(lines: Sequence[_Line]) -> list[_Line]:
    """Return for each line the next one near it that names a partner or a kind."""
    result = []
    for index in range(len(lines)):
        near = lines[index + 1 : index + 1 + _AHEAD]
        told = (
            n for n in near if any(f.role in ("place", "kind") for f in n.fields) or not n.fields
        )
        result.append(next(told, _NOTHING))
    return result


class Lists:
    """Reads the records among the lines of a document.

    Args:
        referents: whom the words of the document stand for.
        pattern, kinds: find a word for an agreement, and what it names.
        statuses: cues of standing.
    """

    def __init__(
        self,
        referents: Referents,
        pattern: re.Pattern[str],
        kinds: Mapping[str, str],
        statuses: StatusWords,
    ) -> None:
        self.referents = referents
        self.around = referents.around
        self.pattern, self.kinds, self.statuses = pattern, kinds, statuses
        self.fields = Fields(referents, pattern, kinds)
        self._told: list[tuple[int, int]] = []

    def has_told(self, position: int) -> bool:
        """Whether a position is inside of what tells of a record that was read."""
        index = bisect_right(self._told, position, key=lambda span: span[0]) - 1
        return index >= 0 and position < self._told[index][1]

    def read(self) -> list[Agreed]:
        """Return the agreements of all lines that are records."""
        doc = self.around.doc
        if self.pattern.search(doc.view) is None:
            return []
        outline = Outline()
        groups: list[Group] = []
        lines = doc.of_kind("title", "heading", "paragraph", "list_item")
        lines = [line for line in lines if not is_in_cell(doc, line)]
        if not any(map(self._names_kind, lines)):
            return []
        read = [self._read(line) for line in lines]
        for line, following in zip(read, _told_next(read), strict=True):
            groups.extend(self._line(line, following, outline))
        self._told = [(group.start, group.told_to) for group in groups]
        home = self._home(groups)
        return [agreed for group in groups for agreed in self._agreed(group, home)]

    def _names_kind(self, line: Segment) -> bool:
        """Whether a line may be a record or a head that says what was agreed."""
        view = self.around.doc.view
        if self.pattern.search(view, line.start, line.end) is None:
            return False
        text, _, _, fields = self._read(line)
        is_head = headed_kind(text, self.pattern, self.kinds) is not None
        return is_head or any(field.kinds for field in fields)

    def _read(self, line: Segment) -> _Line:
        doc = self.around.doc
        end = line.start + len(doc.text[line.start : line.end].rstrip())
        text = doc.view[line.start : end]
        is_prose = len(text) > _SHORT and "。" in text[:-1] and not text[:1].isdigit()
        is_read = len(text) <= _LONGEST and not is_prose
        fields = self.fields.of_line(line.start, end) if is_read else []
        if len(fields) > 1 and _LABEL.fullmatch(doc.view, fields[0].start, fields[0].end + 1):
            fields = fields[1:]  # 文件：姊妹市協定
        return _Line(text, line.start, end, fields)

    def _line(self, line: _Line, following: _Line, outline: Outline) -> list[Group]:
        """Return the records of a line, or let it be a head over the next ones."""
        text, fields = line.text, line.fields
        if _is_header(text):
            return []
        kind = None if outline.partners else headed_kind(text, self.pattern, self.kinds)
        if kind:
            outline.put(Head(text, kind=kind, status=self._standing(text)))
            return []
        partners = self._heads(line, following, outline)
        if partners:
            outline.put(Head(text, partners=partners))
            return []
        found = grouped(self.around.doc, (line.start, line.end), fields, outline)
        if found:
            return found
        is_short = len(text) <= LONGEST and "。" not in text[:-1]
        is_plain = {field.role for field in fields}.isdisjoint(("place", "kind"))
        is_plain = is_plain and len(text) <= _HEAD
        status = self._standing(text) if is_plain else None
        if is_plain and (status or _VALID.search(text)):
            outline.put(Head(text, status=status or "in_force"))
        elif not text.endswith(":") and not {f.role for f in fields} <= _NEUTRAL:
            outline.leave(text, is_prose=not is_short)
        return []

    def _heads(self, line: _Line, following: _Line, outline: Outline) -> tuple[Party, ...]:
        """Return the partner a line names alone, if the next one tells of a kind and no partner."""
        parties = tuple(p for field in line.fields for p in field.parties if p.city_id)
        roles = {field.role for field in following.fields}
        if len(parties) != 1 or not {f.role for f in line.fields} <= {*_NEUTRAL, "place"}:
            return ()
        leads = bool(following.fields) and following.fields[0].role == "kind"
        if not leads or "place" in roles or any(field.kinds for field in line.fields):
            return ()
        is_head = headed_kind(following.text, self.pattern, self.kinds) is not None
        return () if outline.kind and is_head else parties

    def _standing(self, text: str) -> str | None:
        if self.statuses.voids(text):
            return "denied"
        return self.statuses.lasting(text) or self.statuses.find(text, "denied", "planned")

    def _home(self, groups: Sequence[Group]) -> str | None:
        """Return the city whose agreements are listed: not one of the partners."""
        around = self.around
        partners = {p.city_id for group in groups for p in group.parties if len(group.parties) == 1}
        if around.home and (around.is_sure or around.home not in partners):
            return around.home
        titled = [
            c.entity_id
            for t in around.doc.of_kind("title")
            for c in around.doc.kept_in(t.start, t.end, "CITY")
        ]
        for city in titled:
            if city not in partners:
                return city
        spans = [(group.start, group.end) for group in groups]
        outside = Counter(
            city.entity_id
            for city in around.doc.of_label("CITY")
            if city.entity_id not in partners
            and not around.doc.enclosing(city, "table_row")
            and not any(low <= city.start < high for low, high in spans)
        )
        ranked = sorted(outside, key=lambda city: (-outside[city], str(city)))
        return host(around.doc) or next(iter(ranked), None)

    def _agreed(self, group: Group, home: str | None) -> list[Agreed]:
        doc = self.around.doc
        text = doc.view[group.start : group.end]
        status = self._standing(text) or group.status
        return [
            Agreed(
                kind=group.kind,
                status=status or ("signed" if group.kind == "declaration" else "in_force"),
                parties=parties,
                topic=group.topic,
                signed=signing_date(doc, (group.start, group.end), (group.start, group.end)),
                start=group.start,
                end=group.end,
                rule="list-line",
                score=0.85,
            )
            for parties in self._sets(group, home)
        ]

    def _sets(self, group: Group, home: str | None) -> list[tuple[Party, ...]]:
        """Return the sets of parties of a record: home or the city at home with each partner."""
        named = list(dict.fromkeys(group.parties))
        country = self.around.home_country
        at_home = [p for p in named if self.around.voices.country_of(p.city_id) == country]
        own = Party(home, None, None) if home else None
        if own not in named and len(at_home) == 1 and len(named) > 1:
            own = at_home[0]
        partners = [party for party in named if party != own]
        if own is None and len(named) == 2:
            return [tuple(sorted(named, key=str))]
        if own is None or not partners:
            return []
        if group.kind == "declaration":
            return [tuple(sorted((own, *partners), key=str))]
        return [tuple(sorted((own, party), key=str)) for party in partners]

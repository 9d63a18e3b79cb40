"""Read agreements from lines that are records: 01　日本酒田市｜105.7.8｜姊妹市｜有效.

Contract: a line names partners and what was agreed in fields of any order; what it leaves out, the
heads over it tell (姊妹市, 已屆滿, 大田廣域市).  Clauses are none: sentences are read elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.relations.agreements.details import signing_date
from pipeline.relations.agreements.fields import Field, Fields, may_end_field
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
_OF_PARTNER = _NEUTRAL | {"place"}
# What a record tells of.
_TOLD = frozenset(("place", "kind"))
_HEAD = 20
# Lines of one record: 城市：…, 文件：…, 年份：….
_LABEL = views.pattern(
    "(?:締約|簽約|簽署|締結|合作|交流|對方)?(?:城市|夥伴|對象|對方|國家|國別|文件|類別|類型|關係|性質|種類|名稱|協議|協定)[^:]{0,2}:"
)
_COLUMNS = re.compile(r"[\s|｜/、,]+")
_AHEAD = 4


@dataclass
class _Line:
    """A line, folded.

    Attributes:
        has_word: whether a word for an agreement stands in it.
        reader: reads its fields, if it may be a record.
    """

    text: str
    start: int
    end: int
    has_word: bool
    reader: Fields

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where its fields stand, nothing for prose."""
        text = self.text
        is_prose = len(text) > _SHORT and "。" in text[:-1] and not text[:1].isdigit()
        if is_prose or len(text) > _LONGEST:
            return ()
        spans = self.reader.spans(self.start, self.end)
        if len(spans) > 1:
            low, high = (position - self.start for position in spans[0])
            return spans[1:] if _LABEL.fullmatch(text, low, high + 1) else spans  # 文件：姊妹市協定
        return spans

    @cached_property
    def fields(self) -> Sequence[Field]:
        """What the line is made of."""
        return [self.reader.read(*span) for span in self.spans]

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles of its fields."""
        return frozenset(field.role for field in self.fields)

    def is_made_of(self, roles: frozenset[str]) -> bool:
        """Whether all its fields have one of the roles; it is read as far as that is true."""
        return all(self.reader.read(*span).role in roles for span in self.spans)

    def names_kind(self, words: Sequence[int]) -> bool:
        """Whether a field names what was agreed by one of the words at these positions."""
        return any(
            self.reader.read(low, high).kinds
            for low, high in self.spans
            if _has_word(words, low, high)
        )


def _has_word(words: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the words at these positions, in order, begins in ``start..end``."""
    return bisect_left(words, start) < bisect_left(words, end)


def _is_header(text: str) -> bool:
    """Whether a line is made of the names of columns: 序號 城市 國家 結好時間."""
    first = _COLUMNS.split(text, maxsplit=1)[0]
    if first and column_role(first, ()) == "other":
        return False
    names = [name for name in _COLUMNS.split(text.strip()) if name]
    return len(names) > 1 and all(column_role(name, ()) != "other" for name in names)


def _told_next(near: Sequence[_Line]) -> _Line | None:
    """Return the first of the lines behind one that names a partner or a kind."""
    return next((n for n in near if not n.fields or not n.roles.isdisjoint(_TOLD)), None)


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
        found = list(self.pattern.finditer(doc.view))
        if not found:
            return []
        words = [word.start() for word in found]
        segments = doc.of_kind("title", "heading", "paragraph", "list_item")
        telling = [line for line in segments if _has_word(words, line.start, line.end)]
        ending = [word.start() for word in found if may_end_field(doc.view, word)]
        if not any(self._names_kind(line, words, ending) for line in telling):
            return []
        lines = [self._of(line, words) for line in segments if not is_in_cell(doc, line)]
        outline = Outline()
        groups: list[Group] = []
        for index, line in enumerate(lines):
            groups.extend(self._line(line, lines[index + 1 : index + 1 + _AHEAD], outline))
        self._told = [(group.start, group.told_to) for group in groups]
        home = self._home(groups) if groups else None
        return [agreed for group in groups for agreed in self._agreed(group, home)]

    def _of(self, line: Segment, words: Sequence[int]) -> _Line:
        text = self.around.doc.view[line.start : line.end].rstrip()
        end = line.start + len(text)
        return _Line(text, line.start, end, _has_word(words, line.start, end), self.fields)

    def _names_kind(self, segment: Segment, words: Sequence[int], ending: Sequence[int]) -> bool:
        """Whether a line may be a record or a head that says what was agreed.

        Words for it begin at ``words``, those that may end a field at ``ending``.
        """
        line = self._of(segment, words)
        is_head = headed_kind(line.text, self.pattern, self.kinds) is not None
        is_told = is_head or (_has_word(ending, line.start, line.end) and line.names_kind(words))
        return is_told and not is_in_cell(self.around.doc, segment)

    def _line(self, line: _Line, behind: Sequence[_Line], outline: Outline) -> list[Group]:
        """Return the records of a line, or let it be a head over the next ones.

        Its fields are read only where they may tell: most lines are neither.
        """
        text = line.text
        may_lead = any(following.has_word for following in behind)
        if not (line.has_word or may_lead or outline.heads or len(text) <= _HEAD):
            return []
        if _is_header(text):
            return []
        is_head = line.has_word and not outline.partners
        kind = headed_kind(text, self.pattern, self.kinds) if is_head else None
        if kind:
            outline.put(Head(text, kind=kind, status=self._standing(text)))
            return []
        partners = self._heads(line, behind, outline) if may_lead else ()
        if partners:
            outline.put(Head(text, partners=partners))
            return []
        if line.has_word or outline.kind:
            found = grouped(self.around.doc, (line.start, line.end), line.fields, outline)
            if found:
                return found
        status = self._standing(text) if len(text) <= _HEAD else None
        if status is None and len(text) <= _HEAD and _VALID.search(text):
            status = "in_force"
        if status and line.roles.isdisjoint(_TOLD):
            outline.put(Head(text, status=status))
        elif outline.heads and not text.endswith(":") and not line.is_made_of(_NEUTRAL):
            is_short = len(text) <= LONGEST and "。" not in text[:-1]
            outline.leave(text, is_prose=not is_short)
        return []

    def _heads(self, line: _Line, behind: Sequence[_Line], outline: Outline) -> tuple[Party, ...]:
        """Return the partner a line names alone, if the next one tells of a kind and no partner."""
        doc = self.around.doc
        if not doc.kept_in(line.start, line.end, "CITY", "ORGANIZATION"):
            return ()
        if not line.is_made_of(_OF_PARTNER):
            return ()
        parties = tuple(p for field in line.fields for p in field.parties if p.city_id)
        if len(parties) != 1:
            return ()
        following = _told_next(behind)
        if following is None or not following.fields or following.fields[0].role != "kind":
            return ()
        if "place" in following.roles or any(field.kinds for field in line.fields):
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

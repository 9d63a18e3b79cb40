"""Where a mention stands: its clause, sentence, statement, and the city a document speaks for.

Contract: pure lookups on a `DocView`; nothing is changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.linking.docview import DocView
from pipeline.linking.home import home_city
from pipeline.linking.letter import Letter, letter_of
from pipeline.linking.sections import Sections, sections_of
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.voices import Voices

# A comma between figures only groups them (3,000).
_CLAUSE_MARK = re.compile(r"[。;!?\n]|,(?!(?<=\d,)\d)")
_END_MARK = re.compile("[。;!?\n]")
# An answer tells in its first words whether it denies.
_ANSWER = 100
_LEAST_SAID = 2
_REGISTER_TITLE = views.pattern(
    "(?:備忘錄|姊妹市|姐妹市|友城|友好城市|締盟|協議|協定).{0,6}(?:一覽|名冊|清冊|清單|列表|名錄|名單|彙整|表$)"
)
# Sheets on those who take part: each tells of itself, not of what it is to another.
_PROFILES_TITLE = views.pattern("(?:與會|參與|參加|出席|受邀)(?:城市|縣市)|基本資料|資料卡")
# A line is read this far to either side.
_LINE_REACH = 2000
# A text on two cities names them at its head: 基隆市與波蘭格丁尼亞市第二次雙邊會議.
_HEAD_REACH = 300
_JOINED = views.pattern(r"(?:市?政府|市府|縣府)?\s?[與和跟同]\s?[\u3400-\u9fff]{0,8}")
# 臺中市－波茲南市智慧城市合作委員會
_PAIRED = views.pattern(r"(?:市?政府|市府|縣府)?\s?[-×x/及]\s?[\u3400-\u9fff]{0,8}")
_DATELINE = views.pattern("[市]?(?:[^,。\\s]{0,4}連線|[^,。\\s]{0,6}報導|[0-9日月]{0,6}電)")
_TITLE_KINDS = frozenset({"title", "heading"})


@dataclass(slots=True)
class Surroundings:
    """Indexes over a document for relation rules.

    Attributes:
        doc: the document.
        home: city_id of the city the document speaks for or is all about, or None.
        own: city_id of the city that more than being named first tells it speaks from, or None.
        is_register: rows are relations of the home city with other cities.
        voices: whom the people of the document speak for.
        first_city: city a text without tables names first, or None.
        sections: the cities that its parts are about.
        letter: who writes to whom, if the document is a letter.
    """

    doc: DocView
    home: str | None
    own: str | None
    is_register: bool
    voices: Voices
    first_city: str | None
    sections: Sections
    letter: Letter | None
    _leaves: list[Segment] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _statements: dict[str, Statement] = field(default_factory=dict)
    _ordered: list[Statement] = field(default_factory=list)
    _statement_starts: list[int] = field(default_factory=list)
    # The furthest end of the statements up to each one.
    _reach: list[int] = field(default_factory=list)
    _answers: dict[str, Statement] = field(default_factory=dict)
    # Statements of data rows by the start of their row.
    _rows: dict[int, Statement] = field(default_factory=dict)
    _row_starts: list[int] = field(default_factory=list)
    # Where the marks between clauses stand; each is one character.
    _marks: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, doc: DocView, near: Neighbours | None = None) -> Surroundings:
        """Index ``doc``; its neighbours, where they are known, know its home already."""
        leaves = sorted(doc.leaves(), key=lambda segment: (segment.start, segment.end))
        title = views.fold(doc.document.title or "")
        is_register = (
            _PROFILES_TITLE.search(title) is None
            if doc.document.kind == "register"
            else doc.document.kind == "summary_table" and _REGISTER_TITLE.search(title) is not None
        )
        own = near.home if near else home_city(doc)
        sections = sections_of(doc)
        ordered = sorted(doc.statements, key=lambda s: (s.start, s.end, s.statement_id))
        return cls(
            doc,
            sections.subject or _home(doc, own),
            own,
            is_register,
            Voices(doc),
            _first_city(doc),
            sections,
            letter_of(doc),
            leaves,
            [leaf.start for leaf in leaves],
            {statement.statement_id: statement for statement in doc.statements},
            ordered,
            [statement.start for statement in ordered],
            list(accumulate((statement.end for statement in ordered), max)),
            {s.reply_to: s for s in reversed(ordered) if s.reply_to is not None},
            rows := _row_statements(doc, ordered),
            sorted(rows),
            [mark.start() for mark in _CLAUSE_MARK.finditer(doc.view)],
        )

    def partner(self) -> str | None:
        """Return the one city that the head of the document joins to its home city, or None.

        In a letter it is the one that is written to.
        """
        if self.letter is not None:
            return self.letter.addressee
        if self.doc.of_kind("table_row"):
            return None
        pairs: set[str] = set()
        cities = [c for c in self.doc.kept_in(0, _HEAD_REACH, "CITY") if c.entity_id]
        for one, other in pairwise(cities):
            ends = {one.entity_id, other.entity_id}
            joined = _JOINED.fullmatch(self.doc.view, one.end, other.start)
            is_dateline = _DATELINE.match(self.doc.view, other.end) is not None
            if joined is None and not is_dateline and _in_title(self.doc, one):
                joined = _PAIRED.fullmatch(self.doc.view, one.end, other.start)
            if joined and len(ends) > 1 and self.home in ends:
                pairs.update(end for end in ends if end and end != self.home)
        return pairs.pop() if len(pairs) == 1 else None

    @property
    def is_sure(self) -> bool:
        """Whether more tells of the home city than that it is named first."""
        return self.own is not None or self.sections.subject is not None

    @property
    def home_country(self) -> str | None:
        """Country of the home city."""
        return self.voices.country_of(self.home)

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the span of the leaf segment around ``position``."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position, position
        return self._leaves[index].start, self._leaves[index].end

    def line(self, position: int) -> tuple[int, int]:
        """Return the span of the line of text around ``position``."""
        text = self.doc.text
        low, high = max(0, position - _LINE_REACH), min(len(text), position + _LINE_REACH)
        start, end = text.rfind("\n", low, position), text.find("\n", position, high)
        return start + 1 if start >= 0 else low, end if end >= 0 else high

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the span between clause marks around ``start..end``, inside its sentence."""
        low, high = self.sentence(start)
        high = max(high, end)
        before = bisect_left(self._marks, start) - 1
        if start > low and self.doc.view[start - 1] == ",":
            low = start
        elif before >= 0:
            low = max(low, self._marks[before] + 1)
        behind = bisect_left(self._marks, end)
        if behind < len(self._marks):
            high = min(high, self._marks[behind])
        return low, high - (high > end and self.doc.view[high - 1] == ",")

    def _answer(self, position: int) -> Statement | None:
        asked = self.statement_at(position) if self._answers else None
        return self._answers.get(asked.statement_id) if asked else None

    def answer_at(self, position: int) -> str:
        """Return the folded answer to the question asked at ``position``, else nothing."""
        answer = self._answer(position)
        return self.doc.view[answer.start : answer.end][:_ANSWER] if answer else ""

    def following(self, statement: Statement) -> Statement | None:
        """Return the statement made next, which speaks for whom a question is put to."""
        index = bisect_left(self._statement_starts, statement.end)
        return self._ordered[index] if index < len(self._ordered) else None

    def answers_on(self, position: int, city_id: str) -> tuple[str, str]:
        """Return what the answer to the question at ``position`` says of a city, else nothing.

        First up to the end of the sentence or the next city, then of the clause.
        """
        answer = self._answer(position)
        cities = self.doc.kept_in(answer.start, answer.end, "CITY") if answer else []
        city = next((city for city in cities if city.entity_id == city_id), None)
        if city is None or answer is None:
            return "", ""
        ahead = self.doc.kept_in(city.end, answer.end, "CITY")
        return (
            self._said_up_to(_END_MARK, city.end, ahead[0].start if ahead else answer.end),
            self._said_up_to(_CLAUSE_MARK, city.end, answer.end),
        )

    def _said_up_to(self, marks: re.Pattern[str], start: int, last: int) -> str:
        mark = marks.search(self.doc.view, start + _LEAST_SAID, last)
        return self.doc.view[start : mark.start() if mark else last]

    def statement(self, mention: Mention) -> Statement | None:
        """Return the innermost statement around a mention, or None."""
        if mention.statement_id is not None:
            return self._statements.get(mention.statement_id)
        return self.statement_at(mention.start)

    def row_statement(self, position: int) -> Statement | None:
        """Return the statement of the data row around a position, or None."""
        index = bisect_right(self._row_starts, position) - 1
        if index < 0:
            return None
        found = self._rows[self._row_starts[index]]
        return found if position < self.doc.segment(found.segment_id).end else None

    def statement_at(self, position: int) -> Statement | None:
        """Return the shortest statement around a position, else that of its data row, or None."""
        index = bisect_right(self._statement_starts, position) - 1
        around = []
        while index >= 0 and self._reach[index] > position:
            statement = self._ordered[index]
            if position < statement.end:
                around.append(statement)
            index -= 1
        if not around:
            return self.row_statement(position)
        return min(around, key=lambda s: (s.end - s.start, s.statement_id))


def _row_statements(doc: DocView, statements: Sequence[Statement]) -> dict[int, Statement]:
    return {
        doc.segment(statement.segment_id).start: statement
        for statement in reversed(statements)
        if statement.kind == "table_row"
    }


def _home(doc: DocView, own: str | None) -> str | None:
    """Return the city a document speaks for: named in a header (與新竹市關係), else ``own``.

    Rows of a summary table speak for their own city; such a document has a home only in its title.
    """
    headers = sorted({segment.header for segment in doc.of_kind("cell") if segment.header})
    folded = [views.fold(header) for header in headers]
    for mention in doc.of_label("CITY"):
        name = views.fold(mention.text)
        if mention.entity_id and len(name) > 1 and any(name in header for header in folded):
            return mention.entity_id
    titled = _titled(doc)
    if doc.document.kind == "summary_table" or (titled and doc.document.kind == "register"):
        return titled
    return own or _first_city(doc)


def _titled(doc: DocView) -> str | None:
    """Return the city a title names, best one that is not where a meeting is held."""
    named = [m for m in doc.of_label("CITY") if m.entity_id and _in_title(doc, m)]
    own = [m for m in named if not _is_venue(doc, m)]
    return next((m.entity_id for m in (*own, *named)), None)


def _is_venue(doc: DocView, mention: Mention) -> bool:
    """Whether a place is part of a meeting's name (2024日內瓦城市論壇)."""
    return any(
        event.end >= mention.end
        for event in doc.kept_in(max(0, mention.start - 12), mention.end + 40, "EVENT")
        if event.start <= mention.start
    )


def _in_title(doc: DocView, mention: Mention) -> bool:
    return doc.segment(mention.segment_id).kind in _TITLE_KINDS


def _first_city(doc: DocView) -> str | None:
    """Return the first city of a text that is no table."""
    if doc.of_kind("table_row"):
        return None
    return next((m.entity_id for m in doc.of_label("CITY") if m.entity_id), None)


def column_of(segment: Segment) -> str:
    """Return the role of a cell's column by its header, empty outside of tables."""
    return column_role(segment.header, ()) if segment.header else ""

"""Whom the words of a sentence stand for: 本市, 市府, 該市, 我們, a person, a place, a body.

Contract: pure lookups on `Surroundings`; a word that stands for nobody known gives None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.relations.agreements.home import is_noted, lister
from pipeline.relations.agreements.rows import Party
from pipeline.relations.agreements.tellers import is_joined, is_source, own_of, section_of, told_of
from pipeline.relations.statements.voices import Standing
from pipeline.relations.surroundings import Surroundings

# Bodies that act for their city.
_CIVIC = frozenset({"government", "agency", "council"})
# Such a body of a city is a party itself.
_OWN_NAME = re.compile("(?:圖書館|图书馆|博物館|博物馆|美術館|美术馆|動物園|动物园|公所)$")
# States that are one city.
_STATES = frozenset({"SG", "MC", "SM", "VA"})
_FIRST_PERSON = views.pattern("我|咱|本[市縣府院會校]")
_BEFORE_CITY = views.pattern("市?[與和跟同及、]")
_LOOK_BACK = 400
_FAR_BACK = 3000
_OPENING = 12
_SPOKEN = frozenset(("table_row", "turn"))
_SHORT = 2
# Who speaks, at the start of a line.
_LABEL = re.compile(r"\s*[^,。:;!?\n]{2,30}:")


def as_party(mention: Mention) -> Party | None:
    """Return the party a mention names, None if it is not linked."""
    if mention.entity_id is None:
        return None
    if mention.label == "CITY":
        return Party(mention.entity_id, None, None)
    if mention.label == "COUNTRY":
        return Party(None, mention.entity_id, None)
    return Party(None, None, mention.entity_id)


class Referents:
    """Finds the parties that words and mentions of one document stand for.

    Args:
        around: the document.

    Attributes:
        sides: whom 甲方, 乙方 stand for in a document that is an agreement.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.sides: Mapping[str, Party] = {}

    @cached_property
    def spoken(self) -> set[str | None]:
        """All that speak in a table or a transcript: 與會九城."""
        return {s.city_id for s in self.around.doc.statements if s.kind in _SPOKEN}

    @cached_property
    def cities(self) -> set[str | None]:
        """All cities named."""
        named = (m for m in self.around.doc.of_label("CITY") if m.form != "anaphora")
        return {m.entity_id for m in named if m.entity_id is not None}

    @cached_property
    def counties(self) -> set[str | None]:
        """All counties named."""
        named = (m for m in self.around.doc.of_label("CITY") if m.text[-1] in "縣县")
        return {m.entity_id for m in named if m.entity_id is not None}

    @cached_property
    def partner(self) -> str | None:
        """The one city that the head of the document joins to its home city."""
        return self.around.partner()

    @cached_property
    def host(self) -> str | None:
        """The city whose agreements the document lists."""
        return lister(self.around)

    @cached_property
    def _first_turns(self) -> dict[str, Statement]:
        turns: dict[str, Statement] = {}
        for statement in sorted(
            self.around.doc.statements, key=lambda s: (s.start, s.statement_id)
        ):
            if statement.person_id is not None:
                turns.setdefault(statement.person_id, statement)
        return turns

    @cached_property
    def _rows(self) -> list[tuple[int, int, Statement]]:
        doc = self.around.doc
        told = [(doc.segment(s.segment_id), s) for s in doc.statements if s.kind == "table_row"]
        return sorted(((row.start, row.end, s) for row, s in told), key=lambda r: r[:2])

    def statement(self, position: int) -> Statement | None:
        """Return the statement around a position, or that of its table row."""
        around = self.around.statement_at(position)
        if around is not None:
            return around
        index = bisect_right(self._rows, position, key=lambda row: row[0]) - 1
        inside = index >= 0 and position < self._rows[index][1]
        return self._rows[index][2] if inside else None

    def speakers(self, start: int, end: int) -> list[Party]:
        """Return the cities that may speak in the sentence ``start..end``, likeliest first.

        A report tells on after its speaker's sentence: without a word of the first person such a
        sentence is the document's own.
        """
        around = self.around
        statement = self.statement(start) or self.statement(end - 1)
        voice = self._voice(statement, start)
        is_foreign = voice.country_code not in (None, around.home_country)
        home = None if is_foreign and voice.city_id is None else around.home
        first = around.first_city if home is not None else None
        if home is not None and not around.is_sure:
            home, first = told_of(around, start), None
        cities = [voice.city_id, section_of(around, start), home, first, self.host]
        if statement is not None and self._is_told_on(statement, start, end):
            cities = [home, voice.city_id, first]
        return [Party(city, None, None) for city in dict.fromkeys(cities) if city]

    def _voice(self, statement: Statement | None, position: int) -> Standing:
        """Return whom a statement speaks for, else the city in the label of its line.

        ``橫濱市國際局局長赤岡：本市與…`` is the voice of 橫濱 whoever it is.
        """
        around = self.around
        voice = around.voices.of_statement(statement)
        if voice.city_id is not None:
            return voice
        if statement is not None and statement.kind == "question" and not voice.country_code:
            asked = around.voices.of_statement(around.following(statement))
            if asked.city_id is not None:
                return asked  # 聽眾：聽說要跟怡保結姊妹市？
        if statement is not None and voice.country_code is None:
            opening = self._opening(statement)
            if opening is not None:
                return Standing(opening, around.voices.country_of(opening))
        low, _ = around.line(position)
        label = _LABEL.match(around.doc.view, low, position)
        cities = around.doc.kept_in(low, label.end(), "CITY") if label else []
        if not cities:
            return voice
        return Standing(cities[0].entity_id, around.voices.country_of(cities[0].entity_id))

    def _opening(self, statement: Statement) -> str | None:
        """Return the city that a speaker whose place is not told begins to speak of."""
        doc = self.around.doc
        first = self._first_turns.get(statement.person_id or "")
        if first is None or first.kind not in _SPOKEN:
            return None
        cities = doc.kept_in(first.start, first.start + _OPENING, "CITY")
        opens = cities and cities[0].start == first.start
        # 柳川和宜蘭是…: of two cities nothing tells which.
        return (
            cities[0].entity_id
            if opens and not _BEFORE_CITY.match(doc.view, cities[0].end)
            else None
        )

    def _is_told_on(self, statement: Statement, start: int, end: int) -> bool:
        return (
            statement.kind == "reported"
            and statement.start < start
            and _FIRST_PERSON.search(self.around.doc.view, start, end) is None
        )

    def oneself(self, position: int) -> Party | None:
        """Return the city that says 本市 or 我們 at a position, or the body that says 本院."""
        around = self.around
        statement = self.statement(position)
        if statement is not None and is_noted(around.doc, statement, position) and self.host:
            return Party(self.host, None, None)
        voice = self._voice(statement, position)
        is_reported = statement is not None and statement.kind == "reported"
        is_office = around.doc.view.startswith("本府", position)
        nobody = is_reported and (is_office or not (statement and statement.person_id))
        if nobody and around.is_sure and around.home:
            return Party(around.home, None, None)  # 市府澄清，本市…; 渠表示願與本府…
        if voice.city_id is None and statement is not None and statement.organization_id:
            return Party(None, None, statement.organization_id)
        own = None if around.is_sure else own_of(around, position)
        city = voice.city_id or own or around.home or around.first_city
        return Party(city, None, None) if city else None

    def other(self, position: int) -> Party | None:
        """Return the city 該市 points back at: the last foreign subject, else the speaker's.

        貴市 is the city that is spoken or written to.
        A paragraph of a row of a table that names none tells of the city of the row.
        """
        around = self.around
        told = self.statement(position)
        is_guest = around.doc.view.startswith("贵", position)
        if is_guest and (city := self._spoken_to(told, position)):
            return Party(city, None, None)
        low = position - _LOOK_BACK
        if (
            told is not None
            and told.kind == "table_row"
            and told.city_id not in (None, around.home)
        ):
            low = around.line(position)[0]
        for mention in around.doc.before(position, "CITY"):
            if mention.start < low:
                break
            if is_source(around, mention, position):
                return as_party(mention)
            is_self = mention.entity_id in (None, around.home) or mention.form == "anaphora"
            if not (is_self or is_joined(around, mention)):
                return as_party(mention)
        return self.oneself(position)

    def _spoken_to(self, told: Statement | None, position: int) -> str | None:
        """Return whom 貴市 addresses: home where a guest speaks, else the partner."""
        home, speaker = self.around.home, self._voice(told, position).city_id
        return home if home and speaker not in (None, home) else self.partner

    def several(self, number: int, position: int, besides: Party | None = None) -> list[Party]:
        """Return the cities 四市, 三縣 or 與會九城 at a position stand for, if they are as many.

        They are those that speak or all that are named, if their number fits, else those named
        before, else those of the last sentence that names as many.

        Args:
            number: how many they are.
            position: where they are told of.
            besides: who is none of them (臺北 in 臺北與上述四市).
        """
        doc, other = self.around.doc, besides.city_id if besides else None
        view, rank = doc.view, position + 1
        is_county = view.startswith("县", rank) and not view.startswith("县市", rank)
        groups = [self.spoken, self.cities, *self._named_before(position)]
        if is_county:
            groups = [group & self.counties for group in groups]
        fitting = (group - {other} for group in groups if None not in group)
        found = next((group for group in fitting if len(group) == number), ())
        return [Party(city, None, None) for city in sorted(filter(None, found))]

    def _named_before(self, position: int) -> list[set[str | None]]:
        """Return the cities named before a position: all, then those of each sentence backwards."""
        doc = self.around.doc
        sentences: dict[int, set[str | None]] = {}
        for city in doc.before(position, "CITY"):
            if city.start < position - _FAR_BACK:
                break
            is_state = doc.kept_in(city.start, city.end, "COUNTRY")
            if city.entity_id and not is_state and city.form != "anaphora":
                low, _ = self.around.sentence(city.start)
                sentences.setdefault(low, set()).add(city.entity_id)
        return [set().union(*sentences.values()), *sentences.values()]

    def short_name(self, character: str, position: int) -> Party | None:
        """Return the city named last before a position that begins with ``character``."""
        doc = self.around.doc
        for city in doc.before(position, "CITY"):
            if city.start < position - _FAR_BACK:
                break
            if doc.view[city.start] == character and city.end - city.start > _SHORT:
                return as_party(city)
        return None

    def person(self, mention: Mention) -> Party | None:
        """Return the city a person acts for."""
        city = self.around.voices.of_person(mention.entity_id).city_id
        return Party(city, None, None) if city else None

    def body(self, mention: Mention) -> Party | None:
        """Return the city of a civic body (市府, 臺北市資訊局), else the body itself.

        An agency of a state (中央氣象署) or of a city-state is itself.
        """
        around = self.around
        found = around.voices.body(mention.entity_id)
        if found is None or found.kind not in _CIVIC:
            return as_party(mention)
        is_own = found.city_id is None or _OWN_NAME.search(mention.text) is not None
        if is_own and mention.form == "name":
            return as_party(mention)
        if found.kind == "agency" and found.country_code in _STATES:
            return as_party(mention)
        named = around.doc.kept_in(mention.start, mention.end, "CITY")
        if not named and mention.text[0] in "縣县" and found.city_id is not None:
            return Party(found.city_id, None, None)  # no foreign speaker's
        if not named:
            return self.oneself(mention.start)
        opening = around.doc.opening(mention, "CITY")
        return as_party(opening[0] if opening else mention)

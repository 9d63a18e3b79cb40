"""Whose city a person speaks for: the office they hold, else the city written beside their name.

Contract: pure lookups on a `DocView`; nothing is changed, and each lookup costs one dictionary
access.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.contract import City, Mention, Organization, Role, Statement
from pipeline.language import views
from pipeline.linking.docview import DocView

_EDGE = re.compile("[、,。;:\n]")
_HAN = re.compile("[\u3400-\u9fff]{0,14}")
_REACH = 40
# Questions and answers further apart belong to different interviews.
_APART = 40
_OBJECT = views.pattern("[與和跟同對到像學去向給從的]")


class Standing(NamedTuple):
    """The city, or else the country, that somebody speaks for; either may be unknown."""

    city_id: str | None
    country_code: str | None


NOWHERE = Standing(None, None)


def _asked(doc: DocView) -> dict[str, str]:
    """Return for the nameless questions and answers of an interview the city they are put to.

    It is the subject of the first question that has one (問：外界說基隆要…？).
    """
    found: dict[str, str] = {}
    if any(statement.kind == "turn" for statement in doc.statements):
        return found  # several speak
    city_id: str | None = None
    last = 0
    for statement in sorted(doc.statements, key=lambda s: (s.start, s.end, s.statement_id)):
        if statement.kind not in ("question", "answer") or statement.person_id is not None:
            continue
        if statement.start > last + _APART:
            city_id = None
        last = statement.end
        if statement.kind == "question" and city_id is None:
            city_id = _subject(doc, statement)
        if city_id is not None:
            found[statement.statement_id] = city_id
    return found


def _subject(doc: DocView, question: Statement) -> str | None:
    for city in doc.kept_in(question.start, question.end, "CITY"):
        if city.form != "anaphora":
            before = doc.view[max(question.start, city.start - 1) : city.start]
            return None if _OBJECT.match(before) else city.entity_id
    return None


class Voices:
    """Looks up whom the people of a document stand for.

    Args:
        doc: the document, with its roles and statements.
    """

    def __init__(self, doc: DocView) -> None:
        self.doc = doc
        self._cities: dict[str, City] = {city.city_id: city for city in doc.cities}
        self._bodies: dict[str, Organization] = {o.organization_id: o for o in doc.organizations}
        self._roles: dict[str, list[Role]] = {}
        for role in doc.roles:
            self._roles.setdefault(role.person_id, []).append(role)
        self._first: dict[str, Mention] = {}
        for mention in doc.of_label("PERSON"):
            if mention.entity_id is not None:
                self._first.setdefault(mention.entity_id, mention)
        self._asked = _asked(doc)

    def country_of(self, city_id: str | None) -> str | None:
        """Return the country of one of the document's cities."""
        city = self._cities.get(city_id) if city_id else None
        return city.country_code if city else None

    def body(self, organization_id: str | None) -> Organization | None:
        """Return one of the document's organizations."""
        return self._bodies.get(organization_id) if organization_id else None

    def of_statement(self, statement: Statement | None) -> Standing:
        """Return whom a statement speaks for: its city, its body's city, its speaker's place."""
        if statement is None:
            return NOWHERE
        if statement.city_id is not None:
            code = statement.country_code or self.country_of(statement.city_id)
            return Standing(statement.city_id, code)
        body = self.body(statement.organization_id)
        if body is not None and body.city_id is not None:
            return Standing(body.city_id, body.country_code or self.country_of(body.city_id))
        person = self.of_person(statement.person_id)
        if person.city_id is not None:
            return person
        if statement.statement_id in self._asked:
            city_id = self._asked[statement.statement_id]
            return Standing(city_id, self.country_of(city_id))
        code = statement.country_code or (body.country_code if body else None)
        return Standing(None, code or person.country_code)

    def of_person(self, person_id: str | None) -> Standing:
        """Return the city a person holds office in, else that beside the name, else a country."""
        if person_id is None:
            return NOWHERE
        roles = self._roles.get(person_id, [])
        for role in roles:
            body = self.body(role.organization_id)
            city_id = role.city_id or (body.city_id if body else None)
            if city_id is not None:
                return Standing(city_id, self.country_of(city_id))
        beside = self._beside(person_id)
        if beside is not None:
            return Standing(beside, self.country_of(beside))
        codes = [role.country_code for role in roles if role.country_code]
        return Standing(None, codes[0] if codes else None)

    def _beside(self, person_id: str) -> str | None:
        """Return the city of the office before the first mention (奧胡斯市…局副局長 Mads)."""
        mention = self._first.get(person_id)
        if mention is None:
            return None
        doc = self.doc
        low = max(0, mention.start - _REACH)
        for mark in _EDGE.finditer(doc.view, low, mention.start):
            low = mark.end()
        titles = doc.kept_in(low, mention.start, "TITLE")
        if not titles or doc.view[titles[-1].end : mention.start].strip():
            return None
        for city in reversed(doc.kept_in(low, titles[-1].start, "CITY")):
            joined = _HAN.fullmatch(doc.view, city.end, titles[-1].start)
            return city.entity_id if joined and city.form != "anaphora" else None
        return None

"""Whose an initiative is by who speaks of it, or whose life the line tells.

Contract: pure look-ups of a statement and its speaker.
"""

from __future__ import annotations

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.relations.initiatives.owner import Owner, of_organization, of_person, of_place
from pipeline.relations.surroundings import Surroundings

# Offices that without a city are the state's: 國民健康署.
_NATIONAL = frozenset(("agency", "government", "ministry"))
_OFFICES = _NATIONAL | {"council"}
# The mark of a list item before a name.
MARK = views.pattern(r"\s*(?:[(]?[\d一二三四五六七八九十]{1,3}[).、]|[-*●•◆■※])?\s*")
_OURS = views.pattern("我們|咱們|我[會司校院]|[本敝](?:會|公司|校|院|社|所|中心)")
# ● Aya Koné（阿必尚副總督）—主張…
_BRACKETS = views.pattern(r"([^()\n,。;「]{1,40})\([^()\n]{1,60}\)\s?[-–—─:]")


def of_statement(around: Surroundings, statement: Statement | None) -> Owner | None:
    """Return the owner a statement speaks for; a foreign body without a city is its own owner."""
    if statement is None:
        return None
    voices = around.voices
    if statement.city_id is not None:
        code = statement.country_code or voices.country_of(statement.city_id)
        return Owner(5, "city", statement.city_id, code)
    if statement.organization_id is not None:
        owner = of_organization(voices, statement.organization_id, 5)
        person = of_person(around, statement.person_id)
        if owner.city_id is None and person is not None and person.city_id is not None:
            return person  # of a city whose body is not known as its own
        code = owner.country_code or statement.country_code
        if owner.kind == "country":
            return Owner(5, "country", None, code or voices.country_of(around.home))
        body = voices.body(statement.organization_id)
        if body is not None and body.kind in _NATIONAL and code and owner.city_id is None:
            return Owner(5, "country", None, code)
        if owner.city_id is not None or (code and code != voices.country_of(around.home)):
            return owner if owner.city_id else Owner(5, "country", None, code)
    elif statement.country_code is not None:
        return Owner(5, "country", None, statement.country_code)
    return None


def of_voice(around: Surroundings, statement: Statement | None) -> Owner | None:
    """Return the city that the speaker of a statement acts for."""
    if statement is None:
        return None
    owner = of_person(around, statement.person_id)
    city_id, code = around.voices.of_statement(statement)
    return owner or (Owner(4, "city", city_id, code) if city_id else None)


def of_asked(around: Surroundings, statement: Statement | None) -> Owner | None:
    """Return the city of whoever answers a question: 問：「河濱十五分」花了多少？ 簡副市長：…"""
    if statement is None or statement.kind != "question":
        return None
    answer = around.following(statement)
    if answer is None or answer.kind != "answer":
        return None
    return of_statement(around, answer) or of_voice(around, answer)


def of_turn(around: Surroundings, statement: Statement | None) -> Owner | None:
    """Return the city with which a turn begins whose speaker's place is not told: 神戶明年就是…"""
    if statement is None or statement.kind not in {"turn", "answer"} or not statement.text:
        return None
    doc = around.doc
    city = next(iter(doc.kept_in(statement.start, statement.end, "CITY")), None)
    if city is None or city.start != statement.start or city.form == "anaphora":
        return None
    return of_place(around.voices, city, 4)


def of_speaker(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that the last person before the mention in its sentence acts for."""
    doc = around.doc
    low, _ = around.sentence(mention.start)
    people = doc.kept_in(low, mention.start, "PERSON")
    return of_person(around, people[-1].entity_id) if people else None


def of_line_person(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city of the person at the head of the line (王小明　建築師，…。推動「…」)."""
    doc = around.doc
    low, _ = around.line(mention.start)
    person = next(iter(doc.kept_in(low, mention.start, "PERSON")), None)
    heads = person is not None and MARK.fullmatch(doc.view, low, person.start)
    found = of_person(around, person.entity_id) if person and heads else None
    return found or _in_brackets(around, mention, low)


def _in_brackets(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the one city told in the brackets behind a name that heads a line."""
    doc = around.doc
    told = _BRACKETS.match(doc.view, low, mention.start)
    cities = doc.kept_in(told.end(1), told.end(), "CITY") if told else []
    one = len({city.entity_id for city in cities}) == 1 and cities[0].form != "anaphora"
    return of_place(around.voices, cities[0], 4) if one else None


def of_body(around: Surroundings, mention: Mention, statement: Statement | None) -> Owner | None:
    """Return the body whose speaker calls an initiative its own: 協會有27國…我們推出「…」."""
    body = around.voices.body(statement.organization_id) if statement else None
    if body is None or body.kind in _OFFICES or body.city_id is not None:
        return None
    low, _ = around.sentence(mention.start)
    if not _OURS.search(around.doc.view, low, mention.start):
        return None
    return of_organization(around.voices, body.organization_id, 4)

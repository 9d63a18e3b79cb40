"""Whose words the turns of an interpreter are: 日語口譯：本間市長說，…; 口譯：我們先蓋了堤防。

Contract: the person told at the head of the turn, else who was asked in the turn before, else whose
words the same label gave last; None for labels that name no interpreter.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.legends import words_of
from pipeline.relations.statements.speakers import only_holder

_INTERPRETS = views.pattern("口譯|翻譯|傳譯|通譯|譯員|譯者")
# 浦川市長(透過口譯) speaks himself.
_BRACKET = re.compile("[(][^()]*[)]")
# Whom the same label gave before: 他說.
_HE = re.compile("[他她]")
_TOLD_WITHIN = 12


class Interpreters:
    """Follows whose words the labels of interpreters give.

    Args:
        near: the document, with its roles.
    """

    def __init__(self, near: Neighbours) -> None:
        self._near, self._doc = near, near.doc
        self._last: dict[str, Mention] = {}

    def principal(
        self, label: str, person: Mention | None, start: int, end: int, before: Segment | None
    ) -> Mention | None:
        """Return whose words a turn is; None if no interpreter has it or that is not told.

        Args:
            label: the folded label.
            person: whom the label means.
            start, end: the words.
            before: the turn before.
        """
        if not _INTERPRETS.search(_BRACKET.sub("", label)):
            return None
        own = person.entity_id if person else None
        asked = self._named_last(before, own) if before else None
        is_he = _HE.match(self._doc.view, start) is not None
        last = self._last.get(label)
        found = self._told(start, end, own) or ((last or asked) if is_he else (asked or last))
        if found is not None:
            self._last[label] = found
        return found

    def _told(self, start: int, end: int, own: str | None) -> Mention | None:
        """Return who is told to speak at the head of the words, by name or by city and office."""
        limit = min(end, start + _TOLD_WITHIN)
        for mention in self._doc.kept_in(start, end, "PERSON", "CITY"):
            if mention.start >= limit:
                return None
            is_called = self._doc.view.startswith(",", mention.end)
            if mention.label == "CITY":
                title = self._near.starting(mention.end, "TITLE")
                holder = only_holder(self._near, title, mention.entity_id) if title else None
                named = self._name(holder)
            else:
                named = None if is_called else self._name(mention.entity_id)
            if named is not None and named.entity_id != own:
                return named
        return None

    def _named_last(self, turn: Segment, own: str | None) -> Mention | None:
        """Return whom a turn names last, by name or as the one who speaks for a city."""
        words = words_of(self._near, turn)
        asking = {m.entity_id for m in self._doc.kept_in(turn.start, words, "PERSON")}
        for mention in reversed(self._doc.kept_in(words, turn.end, "PERSON", "CITY")):
            if mention.label == "CITY":
                named = self._name(self._guest(mention.entity_id))
            else:
                named = self._name(mention.entity_id)
            if named is not None and named.entity_id not in (own, *asking):
                return named
        return None

    def _guest(self, city_id: str | None) -> str | None:
        """Return the one person who holds an office of a city."""
        found = {
            p for p, roles in self._near.held.items() if any(r.city_id == city_id for r in roles)
        }
        return found.pop() if city_id and len(found) == 1 else None

    def _name(self, person_id: str | None) -> Mention | None:
        """Return the first mention of a person whose whole name is told."""
        if person_id is None:
            return None
        named = (m for m in self._doc.of_label("PERSON") if m.entity_id == person_id)
        return next((m for m in named if m.form == "name"), None)

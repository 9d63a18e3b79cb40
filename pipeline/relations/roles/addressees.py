"""Whose an office is of somebody a letter is written to, or of those at home there.

Contract: pure look-ups; None for offices of anybody else.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.letter import Letter
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.held import Held

# 貴市|文化處長, 貴府國際事務|主任
_YOURS = views.pattern("貴[市府縣城郡](?:政府|府)?的?[\u3400-\u9fff]{0,6}$")
_LONGEST_YOURS = 12
# Only a city that writes to another one calls it so.
_TO_YOU = views.pattern("貴(?:我|[市縣城郡])")
# 親愛的|詹森市長|：, |中村市長| 鈞鑒
_OPENS = views.pattern("[ \u3000]*(?:(?:尊?敬愛?的|親愛的|致|謹致)[ ]?:?)?[^,。:\n]{0,24}$")
_CLOSES = views.pattern(
    "[^,。:;\n]{0,12}(?:[鈞道惠勛勳台大尊雅賜]鑒|閣下|[先女][生士]|您好)?[ ]?[:,]?[ ]*(?:\n|$)"
)
_SALUTES = views.pattern("敬愛?的|親愛的|[鈞道惠勛勳台大尊雅賜]鑒|閣下|您好|:[ ]*$")
_HEAD = 200


class Addressed(NamedTuple):
    """Whose city somebody is of who is written to; None if the letter does not tell."""

    city_id: str | None
    country_code: str | None


def addressed_city(
    near: Neighbours, letter: Letter | None, mention: Mention, held: Held, office: Mention | None
) -> Addressed | None:
    """Return the city of an office of those a letter is written to, None for any other.

    Args:
        near: mentions by position.
        letter: who writes to whom, if told.
        mention: who holds the office.
        held: the title.
        office: the body or place of the title, if told.
    """
    view = near.doc.view
    start = office.start if office is not None and office.end <= held.end else held.start
    is_yours = _YOURS.search(view, max(0, start - _LONGEST_YOURS), start) is not None
    is_saluted = office is None and _is_saluted(near, mention)
    if not is_yours and not (is_saluted and _TO_YOU.search(view)):
        return None
    city_id = letter.addressee if letter is not None else _only_other(near)
    return Addressed(city_id, near.countries.get(city_id or ""))


def _only_other(near: Neighbours) -> str | None:
    """Return the only city that a document names besides the one it speaks for, or None."""
    named = {city.entity_id for city in near.doc.of_label("CITY") if city.form != "anaphora"}
    others = named - {near.home}
    return next(iter(others)) if near.home is not None and len(others) == 1 else None


def _is_saluted(near: Neighbours, mention: Mention) -> bool:
    """Whether somebody is named in the line that a letter opens with."""
    view = near.doc.view
    if mention.start > _HEAD:
        return False
    low = view.rfind("\n", 0, mention.start) + 1
    high = view.find("\n", mention.end)
    high = len(view) if high < 0 else high
    return (
        _SALUTES.search(view, low, high) is not None
        and _OPENS.match(view, low, mention.start) is not None
        and _CLOSES.match(view, mention.end) is not None
    )

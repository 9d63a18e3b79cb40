"""An office that a list of people names once: 市長Sadiq Khan（倫敦）、Anne Hidalgo（巴黎）.

Contract: changes the roles of people of whom nothing but the label of a line tells anything.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from pipeline.contract import Mention, Role
from pipeline.linking.docview import DocView
from pipeline.relations.glosses import bracket_after
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.distinct import roles_before
from pipeline.relations.roles.each import LIST

_FARTHEST = 40
_BRACKET = re.compile(r"[ ]?\([^()]{1,30}\)")


def share_lists(near: Neighbours, people: Sequence[Mention], held: list[list[Role]]) -> None:
    """Give whoever follows in a list, or stands before one, the office of the list."""
    told = {one.entity_id for one, roles in zip(people, held, strict=True) if roles}
    for index in range(1, len(people)):
        # 市長覃偉中與|李家超一行: the office of the second is told elsewhere.
        is_told = people[index].entity_id in told and not held[index]
        if (
            not is_told
            and _is_untold(held[index])
            and _is_list(near.doc, people[index - 1], people[index])
        ):
            before = roles_before(people, held, index)
            shared = [_same_for(near, role, people[index]) for role in before]
            held[index] = shared or held[index]
    for index in range(len(people) - 2, -1, -1):
        shared = [role for role in held[index + 1] if role.rule.startswith("shared")]
        if (
            _is_untold(held[index])
            and shared
            and _is_list(near.doc, people[index], people[index + 1])
        ):
            held[index] = [_same_for(near, role, people[index]) for role in shared]


def acts_for(near: Neighbours, office: Mention | None) -> tuple[str | None, str | None, str | None]:
    """Return (organization_id, city_id, country_code) of a place or body."""
    if office is None or office.entity_id is None:
        return None, None, None
    if office.label == "CITY":
        return None, office.entity_id, near.countries.get(office.entity_id)
    if office.label == "COUNTRY":
        return None, None, office.entity_id
    body = near.bodies.get(office.entity_id)
    if body is None:
        return office.entity_id, None, None
    return body.organization_id, body.city_id, body.country_code


def _is_untold(roles: list[Role]) -> bool:
    """Whether nothing but the label of a line tells what a person is."""
    return all(role.rule.startswith("label") for role in roles)


def _is_list(doc: DocView, first: Mention, second: Mention) -> bool:
    """Whether two people follow each other in a list, brackets behind the first left out."""
    if second.start - first.end > _FARTHEST:
        return False
    return LIST.fullmatch(_BRACKET.sub("", doc.view[first.end : second.start])) is not None


def _same_for(near: Neighbours, role: Role, mention: Mention) -> Role:
    """Return the first role of a list for 市長Sadiq Khan（倫敦）、|Anne Hidalgo|（巴黎）."""
    shared = role.rule if role.rule.startswith("shared") else "list"
    start, end = min(role.start, mention.start), max(role.end, mention.end)
    if shared == "list":
        end = mention.end
    role = dataclasses.replace(
        role, person_id=mention.entity_id or "", start=start, end=end, rule=shared
    )
    bracket = bracket_after(near.doc, mention)
    office = next((m for m in bracket if m.label in ("ORGANIZATION", "CITY", "COUNTRY")), None)
    if office is not None:
        role.organization_id, role.city_id, role.country_code = acts_for(near, office)
    return role

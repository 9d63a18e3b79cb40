"""Roles told more than once, or told and guessed: the best of each is kept.

Contract: pure; sets the ids and texts of the roles it yields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.contract import Mention, Role
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.recognizers.people.addressed import CUT


def distinct(doc: DocView, roles: list[Role]) -> Iterator[Role]:
    """Yield each role once; a guessed or placeless one only if there is no better."""
    best: dict[tuple[str, str], Role] = {}
    titled = {role.person_id for role in roles if not role.rule.startswith(CUT)}
    roles = [r for r in roles if r.person_id not in titled or not r.rule.startswith(CUT)]
    for role in roles:
        name = (role.person_id, views.fold(role.title))
        if name not in best or _rank(role) > _rank(best[name]):
            best[name] = role
    certain = defaultdict[str, list[Role]](list)
    for role in roles:
        if _is_certain(role):
            certain[role.person_id].append(role)
    seen: set[tuple[str | None, ...]] = set()
    for role in roles:
        title = views.fold(role.title)
        told = certain[role.person_id]
        is_best = role is best[role.person_id, title]
        if not _is_certain(role) and (not is_best or _is_told(role, title, told)):
            continue
        key = (role.person_id, title, role.organization_id, role.city_id, role.country_code)
        if key in seen:
            continue
        seen.add(key)
        role.role_id = make_id("role", doc.document_id, *key)
        role.text = doc.text[role.start : role.end]
        yield role


def _is_told(role: Role, title: str, roles: list[Role]) -> bool:
    """Whether a placed role of the person is the same office in more words: 局長, 交通局長."""
    for other in roles:
        longer = views.fold(other.title)
        if other is not role:
            shorter, longer = sorted((title, longer), key=len)
            head = longer[: len(longer) - len(shorter)]
            if longer != shorter and longer.endswith(shorter) and not head.endswith("副"):
                return True
    return False


def _rank(role: Role) -> tuple[bool, float]:
    return is_placed(role), role.score


def _is_certain(role: Role) -> bool:
    return role.score > 0.8 and is_placed(role)


def is_placed(role: Role) -> bool:
    """Whether a role tells what it is held for."""
    return (role.organization_id or role.city_id or role.country_code) is not None


def roles_before(people: Sequence[Mention], held: Sequence[list[Role]], index: int) -> list[Role]:
    """Return the roles of whoever stands before in a list: at the first of both their names.

    立委|伍麗華|Saidhai Tahovecahe、鄭天財
    """
    before = index - 1
    while before > 0 and not held[before]:
        if people[before - 1].entity_id != people[before].entity_id:
            break
        before -= 1
    return held[before]

"""The city of a foreigner whose office has a field and no place: that of whom the paragraph names.

Contract: pure look-ups; `people` and `held` run in parallel, those before are placed already.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Role
from pipeline.language import views
from pipeline.linking.people_groups import Written
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.each import paragraph_of
from pipeline.relations.roles.foreigners import is_foreign
from pipeline.relations.roles.local_cities import GREATER_CHINA

# Offices a city hall has, and other bodies as well.
_OFFICER = views.pattern(
    "(?:主任|主管|負責人|總監|顧問|發言人|助理|特助|專員|官員|主席|規劃師|協調[官員]|專案經理|計畫經理)$"
)
# What follows the words for a field: 智慧城市|計畫|主任.
_WORK = views.pattern("(?:計畫|專案|辦公室|小組|團隊|部門|政策|策略|事務)$")
_LONGEST_WORK, _LONGEST_FIELD = 3, 16
# What an office may begin behind.
_OPENS = views.pattern("[。!?;,、」\n \u3000(由請與和及]$")
# 微軟也|派員，能源計畫|顧問
_SENDS = views.pattern("派(?:員|人|代表|[了出遣])|也(?:派|來)|代表(?:出席|參加)")
_THEIRS = views.pattern("(?:[他她]的|其)$")


def city_of_colleague(
    near: Neighbours,
    people: Sequence[Written],
    held: Sequence[Sequence[Role]],
    index: int,
    role: Role,
    lexicon: PeopleLexicon,
) -> str | None:
    """Return the city of who is named before a foreigner in its paragraph, or None.

    坦佩雷副市長Aleksi Lehtonen接待，|智慧城市計畫主任|Marja Ketola簡報; 他的|顧問|狄米崔斯.
    """
    written = people[index]
    if not role.rule.startswith("before") or not _OFFICER.search(views.fold(role.title)):
        return None
    if not is_foreign(near, written, lexicon):
        return None
    view = near.doc.view
    is_theirs = _THEIRS.search(view, max(0, role.start - 2), role.start) is not None
    if not is_theirs and not _opens_with_field(near, role.start, lexicon):
        return None
    if near.doc.kept_in(people[max(index - 1, 0)].mention.end, role.start, "ORGANIZATION") or (
        _SENDS.search(view, people[max(index - 1, 0)].mention.end, role.start)
    ):
        return None  # of a body told between
    low = paragraph_of(near, written.mention).start
    for other in range(index - 1, -1, -1):
        if people[other].mention.start < low:
            return None
        roles = held[other]
        if not roles or _is_of_home(near, roles):
            continue
        return roles[0].city_id if roles[0].organization_id is None else None
    return None


def _is_of_home(near: Neighbours, roles: Sequence[Role]) -> bool:
    """Whether somebody is of a city that foreigners hold no office of."""
    countries = {one.country_code or near.countries.get(one.city_id or "") for one in roles}
    return not countries.isdisjoint(GREATER_CHINA)


def _opens_with_field(near: Neighbours, start: int, lexicon: PeopleLexicon) -> bool:
    """Whether words for a field alone stand between a title and the begin of its clause."""
    view, low = near.doc.view, max(0, start - _LONGEST_FIELD)
    work = _WORK.search(view, max(low, start - _LONGEST_WORK), start)
    at = work.start() if work else start
    while length := lexicon.fields.ending(view, at, low):
        at -= length
    return at < start and _OPENS.search(view, max(0, at - 1), at) is not None

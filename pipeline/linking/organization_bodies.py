"""Organizations of a document while their mentions are gathered.

Contract: a body is changed in place; bodies that turn out to be one are joined in the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.body_names import is_local_office
from pipeline.linking.docview import DocView

PUBLIC = ("government", "agency", "council", "ministry", "representative_office")


@dataclass(slots=True)
class Body:
    """An organization of the document while its mentions are gathered."""

    kind: str
    head: str
    city_id: str | None
    country_code: str | None
    name_en: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    parent: Body | None = None
    implied: str | None = None

    @property
    def name(self) -> str:
        """The fullest form written: a name before a short form, then the longest."""
        ranks = {"name": 0, "short": 1, "anaphora": 2}
        best = min(self.mentions, key=lambda m: (ranks[m.form], -len(m.text), m.start))
        return self.implied or best.text if best.form == "anaphora" else best.text


def set_parents(bodies: list[Body]) -> None:
    """Make the government an office's name begins with, or that of its city, its parent."""
    governments = [body for body in bodies if body.kind == "government"]
    by_start = {m.start: body for body in governments for m in body.mentions}
    halls = [body for body in reversed(governments) if not is_local_office(body.name)]
    by_city = {body.city_id: body for body in halls if body.city_id}
    for body in bodies:
        if body.kind == "agency":
            inside = (by_start.get(mention.start) for mention in body.mentions)
            body.parent = next(filter(None, inside), None) or by_city.get(body.city_id or "")
        if body.parent is None and body.kind in PUBLIC:
            name = views.key(body.name)
            owners = [b for b in bodies if _may_own(b, body, name)]
            body.parent = max(owners, key=lambda b: len(b.name), default=None)


def _may_own(owner: Body, body: Body, name: str) -> bool:
    """Whether a name begins with that of the other and is longer: two councils own no other."""
    begin = views.key(owner.name)
    is_of_more = body.kind == "government" and owner.kind != "government"
    is_there = owner.city_id == body.city_id or None in (owner.city_id, body.city_id)
    return len(begin) < len(name) and name.startswith(begin) and is_there and not is_of_more


def told_before(doc: DocView, bodies: Sequence[Body]) -> list[Body]:
    """Join offices told without a city with the one of that name told before with its city.

    泗水市長來訪。高雄市環保局啟用系統。環保局長解釋: what stands abroad is nobody's at home.  Where
    another city is told between the two, the office may be that one's.
    """
    placed: defaultdict[str, list[Body]] = defaultdict(list)
    bare: list[tuple[str, Body]] = []
    for body in bodies:
        if body.kind == "agency":
            first = body.mentions[0]
            start = max((m.end for m in doc.opening(first, "CITY")), default=first.start)
            name = views.key(doc.text[start : first.end])
            if start > first.start:
                placed[name].append(body)
            else:
                bare.append((name, body))
    joined = set[int]()
    for name, body in bare:
        same = placed.get(name, ())
        if len(same) == 1 and _is_same(doc, same[0], body):
            same[0].mentions.extend(body.mentions)
            joined.add(id(body))
    return [body for body in bodies if id(body) not in joined]


def _is_same(doc: DocView, placed: Body, bare: Body) -> bool:
    """Whether an office is told behind the placed one with no other city between."""
    start = bare.mentions[0].start
    last = max((m.end for m in placed.mentions if m.start < start), default=None)
    if last is None or bare.city_id not in (None, placed.city_id):
        return False
    cities = doc.kept_in(last, start, "CITY")
    return all(city.entity_id == placed.city_id for city in cities)

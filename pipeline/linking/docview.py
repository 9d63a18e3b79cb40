"""One document with all its rows, as linking and relation rules see it.

Contract: the rows are copies owned by the view; rules fill `entity_id` and the lists in place, and
the stage that made the view returns them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pipeline.contract import (
    Agreement,
    AgreementParty,
    City,
    Country,
    Date,
    Document,
    Event,
    Initiative,
    InitiativeMention,
    Mention,
    Organization,
    Person,
    Quantity,
    Role,
    Segment,
    Statement,
    Tables,
)
from pipeline.contract.schema import copies
from pipeline.language import views
from pipeline.language.body_names import party_length


@dataclass(slots=True)
class DocView:
    """One document and its rows.

    Attributes:
        document: the document row.
        view: folded text (`views.fold_page`), same length as ``document.text``.
        segments: all segments, in reading order (parents first).
        mentions: kept mentions by (start, -end).
        quantities, dates: values by mention_id.
        cities ... agreement_parties: rows the rules append.
        homes: what `home_city` found, once it was asked.
        parts: its `Sections`, once they were asked for.
    """

    document: Document
    view: str
    segments: list[Segment]
    mentions: list[Mention]
    quantities: dict[str, Quantity] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    cities: list[City] = field(default_factory=list)
    countries: list[Country] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    initiative_mentions: list[InitiativeMention] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    agreement_parties: list[AgreementParty] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    homes: list[str | None] = field(default_factory=list)
    parts: list[Any] = field(default_factory=list)
    _by_id: dict[str, Segment] = field(default_factory=dict)
    _children: dict[str | None, list[Segment]] = field(default_factory=dict)
    # Mentions with their starts, for each choice of labels that was asked for.
    _by_labels: dict[tuple[str, ...], tuple[list[Mention], list[int]]] = field(default_factory=dict)
    # By label the places of its mentions among all.
    _places: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions.sort(key=lambda m: (m.start, -m.end, m.label))
        for segment in self.segments:
            self._by_id[segment.segment_id] = segment
            self._children.setdefault(segment.parent_id, []).append(segment)

    @property
    def text(self) -> str:
        """Canonical text."""
        return self.document.text

    @property
    def document_id(self) -> str:
        """Id of the document."""
        return self.document.document_id

    def _of(self, labels: tuple[str, ...]) -> tuple[list[Mention], list[int]]:
        """Return the mentions of these labels (all if none are given) and their starts."""
        found = self._by_labels.get(labels)
        if found is None:
            mentions = self._labelled(labels) if labels else self.mentions
            found = self._by_labels[labels] = (mentions, [mention.start for mention in mentions])
        return found

    def _labelled(self, labels: tuple[str, ...]) -> list[Mention]:
        """Return the mentions of these labels: rules ask for many choices of few labels."""
        if not self._places:
            for place, mention in enumerate(self.mentions):
                self._places.setdefault(mention.label, []).append(place)
        places = [place for label in {*labels} for place in self._places.get(label, ())]
        return [self.mentions[place] for place in sorted(places)]

    def of_label(self, *labels: str) -> list[Mention]:
        """Return the kept mentions with these labels, by position."""
        return [*self._of(labels)[0]]

    def kept_in(self, start: int, end: int, *labels: str) -> list[Mention]:
        """Return the kept mentions that lie inside ``start..end`` (all labels if none given)."""
        mentions, starts = self._by_labels.get(labels) or self._of(labels)
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        last = bisect_left(starts, end, first)
        return [mention for mention in mentions[first:last] if mention.end <= end]

    def opening(self, mention: Mention, *labels: str) -> list[Mention]:
        """Return the kept mentions of places a name begins with.

        |安曼| in 大安曼市政府 and |北京| in 民盟北京市委員會, too.
        """
        great = self.view[mention.start] == "大"
        low = mention.start + (great or party_length(self.view[mention.start : mention.end]))
        inside = self.kept_in(mention.start, mention.end, *labels)
        return [place for place in inside if place.start in (mention.start, low)]

    def before(self, position: int, *labels: str) -> Iterator[Mention]:
        """Yield kept mentions that begin before ``position``, nearest start first."""
        mentions, starts = self._of(labels)
        for index in range(bisect_left(starts, position) - 1, -1, -1):
            yield mentions[index]

    def after(self, position: int, *labels: str) -> Iterator[Mention]:
        """Yield kept mentions that begin at or after ``position``, nearest first."""
        mentions, starts = self._of(labels)
        yield from mentions[bisect_left(starts, position) :]

    def segment(self, segment_id: str) -> Segment:
        """Return the segment with this id (KeyError if there is none)."""
        return self._by_id[segment_id]

    def children(self, segment: Segment | None) -> list[Segment]:
        """Return the segments directly below ``segment`` (the roots for None), in order."""
        return self._children.get(segment.segment_id if segment else None, [])

    def ancestors(self, segment: Segment) -> Iterator[Segment]:
        """Yield the enclosing segments, innermost first."""
        parent_id = segment.parent_id
        while parent_id is not None:
            parent = self._by_id[parent_id]
            yield parent
            parent_id = parent.parent_id

    def enclosing(self, mention: Mention, *kinds: str) -> Segment | None:
        """Return the innermost segment of one of ``kinds`` around the mention, or None."""
        segment_id: str | None = mention.segment_id
        while segment_id is not None:
            segment = self._by_id[segment_id]
            if segment.kind in kinds:
                return segment
            segment_id = segment.parent_id
        return None

    def of_kind(self, *kinds: str) -> list[Segment]:
        """Return the segments of these kinds, in reading order."""
        return [segment for segment in self.segments if segment.kind in kinds]

    def leaves(self) -> list[Segment]:
        """Return the segments without children, in reading order; together they tile the text."""
        return [s for s in self.segments if s.segment_id not in self._children]


def doc_views(tables: Tables) -> list[DocView]:
    """Return a view of copies for each document in ``tables``, in order of document_id.

    Entity rows go to the documents whose mentions or organizations point at them.
    """
    segments = _grouped(tables[Segment])
    mentions = _grouped([m for m in tables[Mention] if m.status == "kept"])
    owner = {m.mention_id: m.document_id for m in tables[Mention]}
    quantities = _by_owner(tables[Quantity], owner)
    dates = _by_owner(tables[Date], owner)
    result = []
    for document in sorted(tables[Document], key=lambda document: document.document_id):
        name = document.document_id
        view = DocView(
            document=document.clone(),
            view=views.fold_page(document.text),
            segments=sorted(segments.get(name, []), key=lambda s: s.seq),
            mentions=copies(mentions.get(name, [])),
            quantities={q.mention_id: q for q in copies(quantities.get(name, []))},
            dates={d.mention_id: d for d in copies(dates.get(name, []))},
        )
        _attach_entities(view, tables)
        result.append(view)
    return result


def _attach_entities(doc: DocView, tables: Tables) -> None:
    ids = {mention.entity_id for mention in doc.mentions if mention.entity_id}
    doc.organizations = [o for o in tables[Organization] if o.organization_id in ids]
    doc.people = [person for person in tables[Person] if person.person_id in ids]
    ids.update(o.city_id for o in doc.organizations if o.city_id)
    ids.update(o.country_code for o in doc.organizations if o.country_code)
    cities = {city.city_id: city for city in tables[City] if city.city_id in ids}
    doc.cities = [cities[name] for name in sorted(cities)]
    ids.update(city.country_code for city in doc.cities if city.country_code)
    countries = {c.country_code: c for c in tables[Country] if c.country_code in ids}
    doc.countries = [countries[name] for name in sorted(countries)]


G = TypeVar("G", Segment, Mention)


def _grouped(rows: Sequence[G]) -> dict[str, list[G]]:
    groups: dict[str, list[G]] = {name: [] for name in {row.document_id for row in rows}}
    if len(groups) == 1:
        return {name: list(rows) for name in groups}
    for row in rows:
        groups[row.document_id].append(row)
    return groups


V = TypeVar("V", Quantity, Date)


def _by_owner(rows: Sequence[V], owner: dict[str, str]) -> dict[str, list[V]]:
    groups: dict[str, list[V]] = {}
    for row in rows:
        groups.setdefault(owner[row.mention_id], []).append(row)
    return groups

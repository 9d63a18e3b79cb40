"""Events of a document: the summit it tells of, its sessions, and what it is held with.

Contract: `relate_events(doc, lexicon)` appends `Event` rows, sets ``entity_id`` of EVENT mentions
and ``document.event_id``.  Spellings of one name are one event; a session's parent is the event
named before it; an exhibition of the same year that shares words with a summit is its parent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.contract import Event, Mention
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.recognizers.events import EventLexicon
from pipeline.relations.event_names import core_of, edition_of, is_form, without_gloss

_SESSION = views.pattern(r"(?i:session)\s?(\w+)|第(\w)場次|場次(\w)")
_EXHIBITION = views.pattern(r"展|博覽會|(?i:expo)")
_HELD = views.pattern(r"舉行|舉辦|登場|開幕|召開|落幕|閉幕|揭幕|開展|辦理|為期")
_ENDS = views.pattern(r"落幕|閉幕|結束")
_SESSIONS = views.pattern(r"場次")
_JOINT = views.pattern("[、至到~及和與-]")
_NEAR = 30


@dataclass(slots=True)
class _Group:
    """Mentions of one event."""

    core: str
    edition: str | None
    mentions: list[Mention] = field(default_factory=list)
    sessions: dict[str, list[Mention]] = field(default_factory=dict)


def relate_events(doc: DocView, lexicon: EventLexicon) -> None:
    """Make the rows of a document's events from its EVENT mentions."""
    del lexicon  # the names tell all; the parameter is the stage's common form
    groups = _groups(doc)
    if not groups:
        return
    events = [_event(doc, group) for group in groups]
    for index, group in enumerate(groups):
        events[index] = replace(events[index], parent_event_id=_parent(group, groups, events))
        for mention in group.mentions:
            mention.entity_id = events[index].event_id
    for event, group in zip(events, groups, strict=True):
        sessions = _session_rows(doc, event, group)
        days = [row.start_date for row in sessions if row.start_date is not None]
        if days and event.start_date is None:
            event.start_date, event.end_date = min(days), event.end_date or max(days)
        doc.events.extend([event, *sessions])
    main = min(range(len(groups)), key=lambda i: (-len(groups[i].mentions), _first(groups[i])))
    doc.document.event_id = events[main].event_id


def _first(group: _Group) -> int:
    return group.mentions[0].start


def _groups(doc: DocView) -> list[_Group]:
    """Return mentions grouped by event, named ones first, then short forms and sessions."""
    groups: list[_Group] = []
    mentions = doc.of_label("EVENT")
    for mention in mentions:
        if mention.rule == "session" or mention.form == "short":
            continue
        core, edition = core_of(mention.text), edition_of(mention.text)
        group = next(
            (g for g in groups if g.core == core and edition in {g.edition, None}), None
        ) or next((g for g in groups if g.core == core and g.edition is None), None)
        if group is None:
            group = _Group(core, edition)
            groups.append(group)
        group.edition = group.edition or edition
        group.mentions.append(mention)
    for mention in mentions:
        if mention.form == "short":
            core = core_of(mention.text)
            fitting = [group for group in groups if group.core.endswith(core)]
            if fitting:
                fitting[0].mentions.append(mention)
        elif mention.rule == "session":
            _add_session(doc, groups, mention)
    for group in groups:
        group.mentions.sort(key=lambda mention: mention.start)
    return groups


def _add_session(doc: DocView, groups: Sequence[_Group], mention: Mention) -> None:
    """Give a session to the event named last before it."""
    number = _session_number(mention.text)
    before = [(g.mentions[-1], g) for g in groups]
    nearest = [
        (m.start, index)
        for index, (_, group) in enumerate(before)
        for m in group.mentions
        if m.start < mention.start
    ]
    if nearest:
        groups[max(nearest)[1]].sessions.setdefault(number, []).append(mention)


def _session_number(text: str) -> str:
    found = _SESSION.search(views.fold(text))
    return next(group for group in found.groups() if group) if found else text


def _event(doc: DocView, group: _Group) -> Event:
    names = Counter(
        " ".join(without_gloss(mention.text).split())
        for mention in group.mentions
        if mention.form == "name"
    )
    name = min(names, key=lambda n: (is_form(n), -names[n], -len(n), n))
    start, end = _days(doc, group.mentions)
    return Event(
        event_id=make_id("event", doc.document_id, group.core, group.edition),
        parent_event_id=None,
        name=name,
        edition=group.edition,
        session=None,
        city_id=_city(doc, group.mentions),
        start_date=start,
        end_date=end,
    )


def _parent(group: _Group, groups: Sequence[_Group], events: Sequence[Event]) -> str | None:
    if _EXHIBITION.search(group.core):
        return None
    for other, event in zip(groups, events, strict=True):
        shares = _EXHIBITION.search(other.core) and other.core[:4] in group.core
        if other is not group and other.edition == group.edition and shares:
            return event.event_id
    return None


def _sentence(doc: DocView, mention: Mention) -> tuple[int, int]:
    segment = doc.segment(mention.segment_id)
    return segment.start, segment.end


def _days(doc: DocView, mentions: Sequence[Mention]) -> tuple[date | None, date | None]:
    """Return first and last day, from the date that stands beside the first mention to have one."""
    for mention in mentions:
        low, high = _sentence(doc, mention)
        low, high = max(low, mention.start - _NEAR), min(high, mention.end + _NEAR)
        held = _HELD.search(doc.view, mention.end, high)
        brackets = doc.view[mention.end : mention.end + 2].strip()[:1] == "("
        if not held and not brackets:
            continue
        around = [*doc.kept_in(mention.end, high, "DATE"), *doc.kept_in(low, mention.start, "DATE")]
        for found in around:
            value = doc.dates.get(found.mention_id)
            if value is None or value.start_date is None or value.start_precision != "day":
                continue
            if held and _ENDS.search(held[0]) and not value.is_range:
                return None, value.end_date
            return value.start_date, _last_day(doc, found) or value.end_date
    return None, None


def _last_day(doc: DocView, first: Mention) -> date | None:
    """Return the last day of 10月30日、31日: of the date joined to ``first``, if there is one."""
    for found in doc.kept_in(first.end, first.end + 8, "DATE"):
        value = doc.dates.get(found.mention_id)
        if value is not None and _JOINT.fullmatch(doc.view, first.end, found.start):
            return value.end_date if value.start_precision == "day" else None
    return None


def _city(doc: DocView, mentions: Sequence[Mention]) -> str | None:
    """Return the city of 在某市舉行 beside a mention."""
    for mention in mentions:
        _, high = _sentence(doc, mention)
        high = min(high, mention.end + _NEAR)
        for city in doc.kept_in(mention.end, high, "CITY"):
            placed = views.fold(doc.text[city.start - 1 : city.start]) in {"在", "于"}
            if placed and _HELD.search(doc.view, city.end, high + _NEAR // 2):
                return city.entity_id
    return None


def _session_rows(doc: DocView, event: Event, group: _Group) -> list[Event]:
    days = _session_days(doc, len(group.sessions))
    rows = []
    for index, number in enumerate(sorted(group.sessions)):
        mentions = group.sessions[number]
        row = Event(
            event_id=make_id("event", doc.document_id, group.core, group.edition, number),
            parent_event_id=event.event_id,
            name=f"{event.name} {' '.join(mentions[0].text.split())}",
            edition=event.edition,
            session=number,
            city_id=event.city_id,
            start_date=days[index] if days else None,
            end_date=days[index] if days else None,
        )
        for mention in mentions:
            mention.entity_id = row.event_id
        rows.append(row)
    return rows


def _session_days(doc: DocView, number: int) -> list[date]:
    """Return the days of the sessions, where as many are listed behind 場次."""
    for found in _SESSIONS.finditer(doc.view):
        high = found.end() + _NEAR
        values = [
            doc.dates[mention.mention_id]
            for mention in doc.kept_in(found.end(), high, "DATE")
            if mention.mention_id in doc.dates
        ]
        days = [value.start_date for value in values if value.start_date is not None]
        if number and len(days) == number and views.fold(doc.text[found.end()]) == "(":
            return days
    return []

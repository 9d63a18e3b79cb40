"""Titles of English lines: behind a name or before it, with the body or place they are held for.

Contract: as `titles_held`; reads kept mentions that `recognizers.english` claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.contract import Mention
from pipeline.language.lexemes import is_han
from pipeline.recognizers.english.credits import CONNECTOR, GLOSS, HAN_TITLE, PHRASE, SEPARATOR
from pipeline.recognizers.page import ENGLISH
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.brackets import OFFICES
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import office_inside

_GAP = re.compile(r"[ \u00a0]*[,，:：\n]?[ \u00a0]*$")
_OF = re.compile(r"[ \u00a0](?:of|to|for|at)[ \u00a0](?:the[ \u00a0])?$")
_PAIRED = re.compile(r"[ \u00a0\u3000]?[(（]?")
_DASH = re.compile(r"[ ]?[—–―][ ]?$|[ ]-[ ]$")
_OTHER_ENTRY = re.compile(r"[\n;；。—–―]")
_OF_PLACE = re.compile(r" of (?:the )?([A-Z].*)")
_FARTHEST = 100
_MOST = 8


@dataclass(slots=True)
class _Tail:
    """Titles and offices behind a name, in order, and where they end."""

    end: int
    found: list[Mention] = field(default_factory=list)


def plain_title(title: Mention, lexicon: PeopleLexicon) -> str:
    """Return the title without a place: Mayor of Utrecht is Mayor; but Director of Mobility."""
    of = None if is_han(title.text[0]) else _OF_PLACE.search(title.text)
    is_place = of is not None and lexicon.titles.fields.fullmatch(of[1]) is None
    return title.text[: of.start()] if of is not None and is_place else title.text


def english_titles(near: Neighbours, mention: Mention, start: int) -> list[Held]:
    """Return the titles an English line tells of a person.

    Args:
        near: mentions by position.
        mention: the person.
        start: where the honorifics before the name begin.
    """
    if not near.has_english:
        return []
    tail = _tail(near, _behind_pair(near, mention))
    behind = list(_held(near, mention, tail.found))
    offices = [one for one in tail.found if one.label in OFFICES]
    before = list(_before(near, mention, start, offices))
    return [*(before or _before_dash(near, mention, start)), *behind]


def _behind_pair(near: Neighbours, mention: Mention) -> int:
    """Return where the name ends, with the other name of the person behind it."""
    gap = _PAIRED.match(near.doc.text, mention.end)
    other = near.starting(gap.end(), "PERSON") if gap else None
    if gap is None or other is None or other.entity_id != mention.entity_id:
        return mention.end
    return other.end + near.doc.text.startswith((")", "）"), other.end)


def _tail(near: Neighbours, at: int) -> _Tail:
    """Walk from mention to mention over the marks that part them."""
    text, tail, skipped = near.doc.text, _Tail(at), False
    while len(tail.found) < _MOST:
        one = _next(near, tail)
        if one is not None:
            tail.found.append(one)
            tail.end = one.end + text.startswith((")", "）"), one.end)
            gloss = GLOSS.match(text, tail.end)
            tail.end = gloss.end() if gloss else tail.end
            continue
        # Vice President, |Asia Pacific|, Schneider Electric
        separator = SEPARATOR.match(text, tail.end)
        phrase = PHRASE.match(text, separator.end()) if separator and tail.found else None
        if phrase is None or skipped or "," in phrase[0] or phrase[0].count(" ") > 2:
            break
        skipped, end = True, tail.end
        tail.end = phrase.end()
        if _next(near, tail) is None:
            tail.end = end
            break
    return tail


def _next(near: Neighbours, tail: _Tail) -> Mention | None:
    text = near.doc.text
    last = tail.found[-1] if tail.found else None
    separator = SEPARATOR.match(text, tail.end)
    if separator is None:
        # Kaohsiung City Government |Deputy Secretary-General
        beside = near.starting(tail.end, "TITLE") if last is not None else None
        return beside if beside is not None and beside.rule == ENGLISH else None
    han = HAN_TITLE.match(text, separator.end())
    for at in {separator.end(), han.end() if han else separator.end()}:
        connector = CONNECTOR.match(text, at)
        assert connector is not None
        found = near.by_start.get(connector.end(), ())
        ours = [m for m in found if m.rule == ENGLISH and m.label in ("TITLE", *OFFICES)]
        if ours and "\n" in separator[0] and near.starting(ours[0].end, "PERSON") is not None:
            return None  # the next line begins with the title of somebody else
        if ours:
            return max(ours, key=lambda m: (m.end, m.label))
    return None


def _held(near: Neighbours, mention: Mention, found: list[Mention]) -> Iterator[Held]:
    """Yield the titles of a tail, each with the office told behind it, or the next."""
    for index, title in enumerate(found):
        if title.label != "TITLE":
            continue
        offices = [one for one in found[index + 1 :] if one.label in OFFICES]
        offices = offices or [one for one in found[:index] if one.label in OFFICES]
        inside = office_inside(near.doc, title)
        offices = [inside, *offices] if inside is not None else offices
        end = max([title.end, *(one.end for one in offices)])
        yield _made(near, title, mention.start, end, offices, "english")


def _made(
    near: Neighbours, title: Mention, start: int, end: int, offices: list[Mention], rule: str
) -> Held:
    bodies = [one for one in offices if one.label == "ORGANIZATION"]
    cities = [one for one in offices if one.label == "CITY"]
    inside = office_inside(near.doc, title)
    office = inside or next(iter([*bodies, *cities, *offices]), None)
    text = near.doc.text[title.start : inside.start] if inside is not None else title.text
    plain = re.sub(r"[ \u00a0](?:of|to|for)[ \u00a0](?:the[ \u00a0])?(?:City of )?$", "", text)
    places = tuple(one for one in offices if one.label in ("CITY", "COUNTRY"))
    return Held(plain, start, end, office, rule, places)


def _before(
    near: Neighbours, mention: Mention, start: int, offices: list[Mention]
) -> Iterator[Held]:
    """Yield the title before a name: Lord Mayor of Cork, |Aoife Ní Bhriain."""
    text = near.doc.text
    gap = _GAP.search(text, max(0, start - 4), start)
    at = gap.start() if gap else start
    title, office = near.ending(at, "TITLE"), None
    if title is None:
        office = near.ending(at, *OFFICES)
        of = _OF.search(text, max(0, office.start - 10), office.start) if office else None
        title = near.ending(of.start(), "TITLE") if of else None
    if title is None or title.rule != ENGLISH:
        return
    ahead = SEPARATOR.search(text, max(0, title.start - 3), title.start)
    is_theirs = ahead is not None and near.ending(ahead.start(), "PERSON") is not None
    if is_theirs and gap is not None and gap[0].strip():
        return
    yield _made(
        near, title, title.start, mention.end, [office] if office else offices, "english_before"
    )


def _before_dash(near: Neighbours, mention: Mention, start: int) -> Iterator[Held]:
    """Yield the title of the entry that a dash ends: Councillor, Funchal — |Duarte Freitas."""
    text = near.doc.text
    dash = _DASH.search(text, max(0, start - 3), start)
    low = max(0, start - _FARTHEST)
    found = near.doc.kept_in(low, dash.start(), "TITLE") if dash else []
    ours = [title for title in found if title.rule == ENGLISH]
    if dash is None or not ours or _OTHER_ENTRY.search(text, ours[-1].end, dash.start()):
        return
    offices = near.doc.kept_in(ours[-1].end, dash.start(), *OFFICES)
    yield _made(near, ours[-1], ours[-1].start, mention.end, offices, "english_before")

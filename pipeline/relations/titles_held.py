"""The titles at a name: inside it, in a row before or behind it, in brackets, in its table row.

Contract: reads kept mentions only; yields titles in order of strength of their tie to the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView
from pipeline.linking.people import Written
from pipeline.recognizers.people_lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours

_JOIN = views.pattern("[ ]*(?:兼任?|暨|及|、|和|,|/)?[ ]*$")
_JOIN_AFTER = views.pattern("[ ]*(?:兼任?|暨|及|和|/)[ ]*")
_OFFICES = ("ORGANIZATION", "CITY", "COUNTRY")


@dataclass(frozen=True, slots=True)
class Held:
    """A title at a person.

    Attributes:
        title: as written.
        start, end: evidence so far: title and person.
        office: the mention it is held for, if one stands beside.
        rule: how it was found.
    """

    title: str
    start: int
    end: int
    office: Mention | None
    rule: str


def titles_held(near: Neighbours, written: Written, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the titles inside, before, behind and in brackets after a name, or in its table row."""
    mention = written.mention
    bracket = _bracket_after(near.doc, mention)
    if written.title:
        office = near.ending(mention.start, *_OFFICES) or _first(bracket, _OFFICES)
        end = max(mention.end, office.end) if office else mention.end
        start = min(mention.start, office.start) if office else mention.start
        yield Held(written.title, start, end, office, "inside")
    before = list(_before(near, mention, lexicon))
    yield from before
    if not before and not written.title:
        yield from _behind(near, mention)
        titles = [m for m in bracket if m.label == "TITLE"]
        for title in titles:
            office = near.ending(title.start, *_OFFICES) or _inside(near.doc, title)
            yield Held(title.text, mention.start, title.end, office, "bracket")
        if not titles and (row := near.doc.enclosing(mention, "table_row")) is not None:
            yield from _in_row(near, row, mention)


def _bracket_after(doc: DocView, mention: Mention) -> list[Mention]:
    """Return the mentions in the bracket right behind a name."""
    at = mention.end + (doc.view[mention.end : mention.end + 1] == " ")
    if doc.view[at : at + 1] != "(":
        return []
    close = doc.view.find(")", at, at + 60)
    return doc.kept_in(at, close) if close > 0 else []


def _first(mentions: list[Mention], labels: tuple[str, ...]) -> Mention | None:
    return next((m for m in mentions if m.label in labels), None)


def _inside(doc: DocView, title: Mention) -> Mention | None:
    """Return the office a title begins with: 青年局 in 青年局長; not the post of 駐美代表."""
    if title.text[0] in "駐驻":
        return None
    found = doc.kept_in(title.start, title.end, "ORGANIZATION", "CITY", "COUNTRY")
    return found[0] if found else None


def _before(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the titles in a row before a name: 執行長兼秘書長王小明."""
    doc = near.doc
    position = _honorific_start(doc, mention.start, lexicon)
    if position > 0 and doc.view[position - 1] in "(:":
        position -= 1
    while (title := near.ending(position, "TITLE")) is not None:
        office = _inside(doc, title) or near.ending(title.start, *_OFFICES)
        office = office or _behind_section(near, title)
        start = min(title.start, office.start) if office else title.start
        if office is None:
            office = _shared_office(near, title)
            start = min(start, office.start) if office else start
        yield Held(title.text, start, mention.end, office, "before")
        line = doc.view[max(0, title.start - 6) : title.start]
        join = _JOIN.search(line)
        if join is None or not join[0].strip():
            break
        position = title.start - len(join[0])
        if join[0].strip() in ("、", ",") and near.ending(position, "TITLE") is None:
            break


def _behind_section(near: Neighbours, title: Mention) -> Mention | None:
    """Return the body whose section stands before the title: 微軟|亞太區|總裁, 大學|資工系|教授."""
    doc = near.doc
    for body in reversed(doc.kept_in(max(0, title.start - 30), title.start, "ORGANIZATION")):
        between = doc.view[body.end : title.start]
        return body if len(between) <= 6 and all(map(is_han, between)) else None
    return None


def _shared_office(near: Neighbours, title: Mention) -> Mention | None:
    """Return the office of the first of several joined titles: 資訊局局長兼資安長."""
    line = near.doc.view[max(0, title.start - 6) : title.start]
    join = _JOIN.search(line)
    if join is None or not join[0].strip(" 、,"):
        return None
    other = near.ending(title.start - len(join[0]), "TITLE")
    if other is None:
        return None
    return _inside(near.doc, other) or near.ending(other.start, *_OFFICES)


def _honorific_start(doc: DocView, start: int, lexicon: PeopleLexicon) -> int:
    """Return where the honorifics before a name begin, ``start`` if there are none."""
    while True:
        low = max(0, start - 24)
        before = doc.text[low:start].rstrip(" \u00a0")
        found = [m for m in lexicon.honorific.finditer(before) if m.end() == len(before)]
        if not found:
            return start
        start = low + found[0].start()


def _behind(near: Neighbours, mention: Mention) -> Iterator[Held]:
    """Yield the titles in a row behind a name: 柯文哲市長, 王小明理事長兼執行長."""
    title = near.starting(mention.end, "TITLE")
    office: Mention | None = None
    if title is None:
        office = near.starting(mention.end, "ORGANIZATION")
        title = near.starting(office.end, "TITLE") if office else None
    while title is not None:
        held_for = _inside(near.doc, title) or office or near.ending(mention.start, *_OFFICES)
        start = min(mention.start, held_for.start) if held_for else mention.start
        yield Held(title.text, start, title.end, held_for, "behind")
        join = _JOIN_AFTER.match(near.doc.view, title.end)
        title = near.starting(join.end(), "TITLE") if join else None


def _in_row(near: Neighbours, row: Segment, mention: Mention) -> Iterator[Held]:
    """Yield the title in the title column of a name's row."""
    titles = near.in_cells(row, ("title",), "TITLE")
    people = near.in_cells(row, ("person",), "PERSON")
    if len(titles) == len(people) > 1 and mention in people:
        titles = [titles[people.index(mention)]]
    for title in titles:
        office = _inside(near.doc, title) or near.ending(title.start, "ORGANIZATION")
        start, end = min(title.start, mention.start), max(title.end, mention.end)
        yield Held(title.text, start, end, office, "row")

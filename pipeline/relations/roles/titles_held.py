"""The titles at a name: inside, before or behind it, in brackets, in its table row.

Contract: reads kept mentions only; yields titles in order of strength of their tie to the name.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView
from pipeline.linking.people_groups import Written
from pipeline.recognizers.people.addressed import CUT
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.people.signatures import REGARDS, SIGNATURE
from pipeline.relations.glosses import before_gloss, before_own_script, behind_pair, bracket_after
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.beside import office_apart
from pipeline.relations.roles.brackets import OFFICES
from pipeline.relations.roles.careers import by_pronoun, career
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.introductions import introduced
from pipeline.relations.roles.offices import (
    is_elsewhere,
    office_before,
    office_inside,
    part_before,
)
from pipeline.relations.roles.predicates import named
from pipeline.relations.roles.titles_apart import (
    addressed,
    appended,
    appointed,
    fused,
    given,
    past_honorific,
)
from pipeline.relations.roles.titles_english import english_titles, plain_title
from pipeline.relations.roles.titles_in_rows import in_row

__all__ = ["Held", "titles_held"]

_JOIN = views.pattern("[ ]*(?:兼任?|暨|及|、|和|,|/)?[ ]*$")
# 主任、|李光前|講座教授
_CHAIR = views.pattern("(?:^|[、兼暨及,])([\u3400-\u9fff]{2,4})?講座教授")
# Before a further office: 中央研究院院士、|國立清華大學講座教授, 副市長兼|都發局局長.
_JOIN_BODIES = views.pattern("[ ]*(?:兼任?|暨|、|及|/)[ ]*$")
# …委員會主任委員，|原主委彭基山: of somebody else than the one before.
_ANOTHER = views.pattern("[原前新現]")
# 林宜敬升任|部長 侯宜秀接次長: of whoever stands before the verb.
_TO_BE = views.pattern("(?:擔任|出任|接任|升任|轉任|調任|兼任|續任|當選|任|接|掌)$")
_CURRENT = views.fold("現任")
_JOIN_AFTER = views.pattern("[ ]*(?:兼任?|暨|及|和|/)[ ]*")
# What people are called besides their office.
_STANDING = frozenset(views.fold("教授 副教授 講座教授 名譽教授 院士 醫師 律師 老師").split())
# What lists and remarks call somebody: 聯絡人Riikka Salmela（該市國際事務主管）.
_LABELS = frozenset(
    map(views.fold, ("聯絡人", "主持人", "與談人", "講者", "發言人", "計畫主持人", "司儀"))
)
# 王小明、李大同等3位|議員; (以上臺北市副市長)
_GROUP = views.pattern("[ ]?等[0-9一二三四五六七八九十兩]{0,3}[位名]?")
_SHARED = views.pattern("[ ]?\\((?:以上|均為|皆為|均|皆|同為)")
_ENGLISH_BEFORE = re.compile(r"(?:[A-Z][a-z]{2,}\.?[ ]){1,2}$")


def titles_held(near: Neighbours, written: Written, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the titles inside, before, behind and in brackets after a name, or in its table row."""
    mention = written.mention
    bracket = bracket_after(near.doc, mention)
    if written.title:
        office = office_before(near, mention.start, lexicon) or _first(bracket, OFFICES)
        end = max(mention.end, office.end) if office else mention.end
        start = min(mention.start, office.start) if office else mention.start
        rule = CUT if mention.rule == CUT else "inside"
        yield Held(written.title, start, end, office, rule)
    start = _honorific_start(near, mention.start, lexicon)
    english = english_titles(near, mention, start)
    yield from english
    held = list(_beside(near, mention, bracket, lexicon, is_titled=bool(written.title)))
    placed = any(one.office is not None for one in english)
    # 科克市|Lord Mayor| Kieran McCarthy
    for one in held:
        is_told = is_han(one.title[0]) and one.rule != "column"
        if not english or is_told or (one.office is not None and not placed):
            yield one
    for told in (appointed, given, career, by_pronoun, named):
        yield from told(near, mention, lexicon)
    if not held and not english and not written.title:
        yield from addressed(near, mention, start, lexicon)
    untold = all(one.office is None for one in (*english, *held))
    if mention.form == "name" and not written.title and untold:
        called = near.doc.text[start : mention.start].strip() or (held[0].title if held else "")
        yield from introduced(near, mention, called, lexicon)


def _beside(
    near: Neighbours,
    mention: Mention,
    bracket: list[Mention],
    lexicon: PeopleLexicon,
    *,
    is_titled: bool,
) -> Iterator[Held]:
    """Yield the titles before, behind and in brackets after a name, or in its table row."""
    before = list(_before(near, mention, lexicon)) or list(fused(near, mention))
    place = _first(bracket, OFFICES) if not any(m.label == "TITLE" for m in bracket) else None
    for held in before:
        is_bare = held.office is None or held.office.form == "anaphora"
        yield dataclasses.replace(held, office=place) if is_bare and place else held
    # Prof. or 主持人: before a name says nothing of the office its row or bracket may tell.
    if not is_titled and all(_is_no_office(near, held) for held in before):
        yield from _elsewhere(near, mention, bracket, lexicon)
        return
    if before:
        # 局長孫東教授
        yield from (h for h in _behind(near, mention, lexicon) if views.fold(h.title) in _STANDING)
    # 委員林書豪（臺北市副市長）
    yield from _in_bracket(near, mention, bracket, lexicon)


def _is_no_office(near: Neighbours, held: Held) -> bool:
    """Whether the title is a degree, or the label of a list: 主持人：唐鳳（前部長）."""
    end = near.doc.view.find(":", held.start, held.end)
    is_label = end > 0 or views.fold(held.title) in _LABELS
    return held.title in ("Prof.", "Professor") or (held.office is None and is_label)


def _elsewhere(
    near: Neighbours, mention: Mention, bracket: list[Mention], lexicon: PeopleLexicon
) -> Iterator[Held]:
    """Yield the titles behind a name, in the bracket behind it, or in its table row."""
    yield from _behind(near, mention, lexicon)
    titles = list(_in_bracket(near, mention, bracket, lexicon))
    yield from titles
    if not titles:
        yield from appended(near, mention, behind_pair(near.doc, mention), lexicon)
    if not titles and (row := near.doc.enclosing(mention, "table_row")) is not None:
        yield from in_row(near, row, mention, lexicon)


def _in_bracket(
    near: Neighbours, mention: Mention, bracket: list[Mention], lexicon: PeopleLexicon
) -> Iterator[Held]:
    """Yield the titles in the bracket behind a name."""
    rule = "shared_bracket" if _SHARED.match(near.doc.view, mention.end) else "bracket"
    for title in (one for one in bracket if one.label == "TITLE"):
        office = office_inside(near.doc, title) or office_before(near, title.start, lexicon)
        yield Held(plain_title(title, lexicon), mention.start, title.end, office, rule)


def _first(mentions: list[Mention], labels: tuple[str, ...]) -> Mention | None:
    return next((m for m in mentions if m.label in labels), None)


def _before(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the titles in a row before a name: 執行長兼秘書長王小明."""
    doc = near.doc
    position = before_gloss(near, _honorific_start(near, mention.start, lexicon))
    cell = doc.enclosing(mention, "cell")
    if cell is not None:
        # 副市長 in one line of a cell, the name in the next.
        position = len(doc.view[:position].rstrip("\n "))
        row = doc.enclosing(mention, "table_row")
        if row is not None and position <= row.start:
            return  # what ends the row above is somebody else's
    elif doc.view.startswith("\n", position - 1) and (
        mention.rule == SIGNATURE or REGARDS.match(doc.view, mention.end)
    ):
        position = len(doc.view[:position].rstrip("\n \u3000"))
    if position > 0 and doc.view[position - 1] in "(:的":
        position = before_own_script(doc, position - 1)
    while (title := near.ending(position, "TITLE")) is not None:
        office = office_inside(doc, title) or office_before(near, title.start, lexicon)
        start = min(title.start, office.start) if office else title.start
        if title.end < position and _TO_BE.search(doc.view, max(0, start - 2), start):
            return
        if office is None:
            office = _shared_office(near, title) or office_apart(near, mention, title, lexicon)
            start = min(start, office.start) if office else start
        yield Held(plain_title(title, lexicon), start, mention.end, office, "before")
        # 局長 Prof. Wei-Ling Harcourt
        # 副教授 Assoc.| Prof. Kulas Umav
        again = _ENGLISH_BEFORE.search(doc.text, max(0, title.start - 30), title.start)
        start = again.start() if again else title.start
        if title.text[0].isascii() and near.ending(start, "TITLE") is not None:
            position = start
            continue
        joined = _joined_before(near, title, office, lexicon)
        if joined is None:
            break
        position = joined


def _joined_before(
    near: Neighbours, title: Mention, office: Mention | None, lexicon: PeopleLexicon
) -> int | None:
    """Return where the title ends that is joined with one, if any: 院士|、國立清華大學講座教授."""
    view = near.doc.view
    chair = _CHAIR.search(view, max(0, title.start - 6), title.end)
    start = chair.start(1) if chair and chair.end() == title.end else title.start
    join = _JOIN.search(view, max(0, start - 6), start)
    if join is not None and "," in join[0] and _ANOTHER.match(view, title.start):
        return None
    if join is not None and join[0].strip():
        before = near.ending(join.start(), "TITLE")
        if before is not None and near.ending(before.start, "PERSON") is not None:
            return None
        return join.start() if before or join[0].strip() not in ("、", ",") else None
    if office is None or office.start >= title.start:
        return None
    start = office.start
    while (outer := near.ending(start, *OFFICES)) is not None:
        start = outer.start
    if view.startswith(_CURRENT, max(0, start - len(_CURRENT))):
        start -= len(_CURRENT)
    join = _JOIN_BODIES.search(view, max(0, start - 6), start)
    other = near.ending(join.start(), "TITLE") if join else None
    if join is None or other is None or is_elsewhere(near, other, office, lexicon):
        return None
    if near.ending(other.start, "PERSON") is not None:
        return None  # 主任周伯文教授、|復旦大學校長裘新
    return join.start()


def _shared_office(near: Neighbours, title: Mention) -> Mention | None:
    """Return the office of the first of several joined titles: 資訊局局長兼資安長."""
    line = near.doc.view[max(0, title.start - 6) : title.start]
    join = _JOIN.search(line)
    if join is None or not join[0].strip(" 、,"):
        return None
    other = near.ending(title.start - len(join[0]), "TITLE")
    if other is None:
        return None
    return office_inside(near.doc, other) or near.ending(other.start, *OFFICES)


def _honorific_start(near: Neighbours, start: int, lexicon: PeopleLexicon) -> int:
    """Return where the honorifics before a name begin; Mayor and its kind are titles."""
    doc = near.doc
    while True:
        if near.ending(start, "TITLE") is not None:
            return start
        low = max(0, start - 24)
        before = doc.text[low:start].rstrip(" \u00a0")
        found = [m for m in lexicon.honorific.finditer(before) if m.end() == len(before)]
        if not found:
            return start
        start = low + found[0].start()


def _behind(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the titles in a row behind a name: 柯文哲市長, 王小明理事長兼執行長."""
    view = near.doc.view
    end = past_honorific(near, behind_pair(near.doc, mention), lexicon)
    group = _GROUP.match(view, end)
    pair = near.starting(end, "PERSON")
    if pair is not None and pair.entity_id == mention.entity_id and pair.start - end < 2:
        end = pair.end
    comma = view.startswith(",", end)
    at = group.end() if group else end + comma
    title = near.starting(at, "TITLE")
    if comma and title is not None and not title.text[0].isascii():
        title = None
    office: Mention | None = None
    if title is None and not (comma and is_han(view[end - 1])):
        office = near.starting(at, *OFFICES)
        while office and (inner := near.starting(office.end, *OFFICES)):
            office = inner
        title = near.starting(office.end, "TITLE") if office else None
        if comma and title is not None and not _ends_cell(near.doc, mention, title):
            title = None
    if title is not None and title.text == "代表" and near.starting(title.end, *OFFICES):
        return  # 吳慶文|代表市政府歡迎: what he does
    rule = "shared_behind" if group else "behind"
    while title is not None:
        held_for = office_inside(near.doc, title) or office
        held_for = held_for or _office_around(near, mention, title, lexicon)
        start = min(mention.start, held_for.start) if held_for else mention.start
        yield Held(plain_title(title, lexicon), start, title.end, held_for, rule)
        join = _JOIN_AFTER.match(view, title.end)
        title = near.starting(join.end(), "TITLE") if join else None


def _office_around(
    near: Neighbours, mention: Mention, title: Mention, lexicon: PeopleLexicon
) -> Mention | None:
    """Return the office before the name, or behind its title: 王小明教授（臺灣大學）."""
    start = mention.start - near.doc.view.startswith("的", mention.start - 1)
    told = near.ending(start, *OFFICES) or _first(bracket_after(near.doc, title), OFFICES)
    return told or part_before(near, start, lexicon)


def _ends_cell(doc: DocView, mention: Mention, title: Mention) -> bool:
    """Whether name and title fill a table cell: Ann Lee，大邱市環境局局長."""
    cell = doc.enclosing(mention, "cell")
    return cell is not None and not doc.text[title.end : cell.end].strip()

"""Resolve PERSON mentions of a document to its people.

Contract: sets `entity_id` on every kept PERSON mention and appends one row per person.  A short
reference (賴市長) joins the one person of that surname whose title does not contradict; without
one it stays a person by itself.  中文名（Latin）is one person, and so is a part
of a Latin or dotted name with the only full name it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.contract import Mention, Person
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.language.latin_names import split_latin
from pipeline.linking.docview import DocView
from pipeline.linking.people_groups import (
    Group,
    Parts,
    Written,
    distance,
    is_latin,
    join_pairs,
    join_parts,
    longest,
)
from pipeline.recognizers.people.addressed import (
    CUT,
    FRIENDLY,
    KIN,
    allows_cut,
    cut_title,
    family_of,
)
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.titles.finder import read_title

_BLANKS = " \u3000\u00a0"
_LONGEST_BRACKET = 60
# 聯盟|名譽會長: bodies that are told by their kind alone
_BODY = views.pattern("[\u3400-\u9fff]{0,8}(?:[聯同]盟|[協學公商]會|委員會|集團|公司)")
_BEFORE_NAME = 32
_OFFICES = ("ORGANIZATION", "CITY", "COUNTRY")
# How anybody may be addressed, whatever the office: 龐老師 is a professor, 陳博士 a director.
_ANYBODY = frozenset(
    map(
        views.fold, ("老師", "教授", "博士", "醫師", "律師", "同學", "前輩", "學長", "學姐", "委員")
    )
)

# Greek, Cyrillic and all scripts behind them begin here.
_OTHER_LETTERS = "\u0370"


def read_mention(mention: Mention, lexicon: PeopleLexicon) -> Written:
    """Take a PERSON mention apart."""
    text, view = mention.text, views.fold(mention.text)
    if is_latin(text):
        return Written(mention, text, "", -1, -1, True)
    found = next(lexicon.titles.heads.find(view, 1), None)
    if mention.form == "short" or (found is not None and mention.rule == "around_title"):
        family = len(view)
        if found is not None:
            start, end = found
            family = _family_before(view, start, lexicon)
            name, first = text[:family] + text[end:], mention.start
            return Written(mention, name, text[family:end], first + family, first + end, False)
        honorific = lexicon.honorific_after.search(view, 1)
        if honorific is not None and honorific.end() == len(view):
            family = honorific.start()
        if mention.rule == CUT:
            family = family_of(text, lexicon)
            title = cut_title(text, family)
            start = mention.start + family
            return Written(mention, text[:family], title, start, mention.end, False)
        if mention.rule == KIN:
            return Written(mention, text[:-1], "", -1, -1, False)
        if mention.rule == FRIENDLY:
            return Written(mention, text[1:], "", -1, -1, False)
        return Written(mention, text[:family], "", -1, -1, False)
    return Written(mention, text, "", -1, -1, False)


def _family_before(view: str, end: int, lexicon: PeopleLexicon) -> int:
    """Return the length of the surname, leaving 副 and other modifiers to the title."""
    while length := lexicon.titles.modifier_words.ending(view, end, 1):
        end -= length
    return end


# Where a Latin name ends, and whose it is.
Spelled = tuple[int, Group]


def resolve_people(doc: DocView, lexicon: PeopleLexicon) -> None:
    """Fill entity ids of PERSON mentions and the document's people."""
    written = [read_mention(mention, lexicon) for mention in doc.of_label("PERSON")]
    groups: dict[str, Group] = {}
    order: list[Group] = []
    for one in written:
        if one.mention.form != "name":
            continue
        group = groups.get(views.key(one.name))
        if group is None:
            group = groups[views.key(one.name)] = Group()
            order.append(group)
        group.add(one)
        group.titles.update(_titles_beside(doc, one))
    order = join_parts(join_pairs(doc, order, lexicon.honorific))
    parts = Parts(order)
    spelled = {w.mention.start: (w.mention.end, g) for g in order for w in g.written if w.is_latin}
    families: dict[str, list[Group]] = {}
    for group in order:
        for first in sorted({views.fold(w.name[0]) for w in group.written if not w.is_latin}):
            families.setdefault(first, []).append(group)
    for one in written:
        if one.mention.form != "name":
            family = families.setdefault(views.fold(one.name[0]), [])
            found = (
                _glossed(doc, one, spelled)
                or _in_bracket(doc, one, family, lexicon)
                or _referent(one, family, lexicon)
                or parts.owner(one)
                or _spelled(one, order, lexicon)
                or Group()
            )
            if not found.written:
                order.append(found)
            if not any(known is found for known in family):
                family.append(found)
            found.add(one)
            found.titles.update(filter(None, [views.fold(one.title)]))
    doc.people.extend(_rows(doc, order, lexicon))


def _in_bracket(
    doc: DocView, one: Written, family: Sequence[Group], lexicon: PeopleLexicon
) -> Group | None:
    """Return who alone is named in the bracket behind: 楊主席（聯盟名譽會長楊文銳）.

    Before the name stands at most an office of the same person: the same one, or one of a body;
    王處長（副處長王大明） and 林議員（助理林小明） are two.
    """
    end = one.mention.end
    close = doc.view.find(")", end, end + _LONGEST_BRACKET)
    if doc.view[end : end + 1] != "(" or close < 0:
        return None
    inside = doc.kept_in(end, close)
    names = [m for m in inside if m.label == "PERSON" and m.form == "name"]
    if len(names) != 1 or names[0].end != close:
        return None
    start = names[0].start
    titles = [m for m in inside if m.label == "TITLE" and m.end == start]
    if titles:
        office, own = views.fold(titles[0].text), views.fold(one.title)
        start = titles[0].start - _body_length(doc, titles[0])
        start = end + 1 if _BODY.fullmatch(doc.view, end + 1, titles[0].start) else start
        is_of_body = start < titles[0].start and office.startswith("副") == own.startswith("副")
        if not (is_of_body or _same_title(own, office, lexicon)):
            return None
    found = [g for g in family if any(w.mention is names[0] for w in g.written)]
    return found[0] if start == end + 1 and found else None


def _glossed(doc: DocView, one: Written, spelled: Mapping[int, Spelled]) -> Group | None:
    """Return the group whose Latin name is in the bracket behind: 馬爾科娃市長（Vendula M.）."""
    start = one.mention.end + 1
    if doc.view[one.mention.end : start] != "(" or one.is_latin or start not in spelled:
        return None
    end, group = spelled[start]
    return group if doc.view.startswith(")", end) else None


def _titles_beside(doc: DocView, one: Written) -> Iterable[str]:
    """Yield the folded titles inside, right before or right after a name, joined ones too."""
    if one.title:
        yield views.fold(one.title)
    start, end = one.mention.start, one.mention.end
    near = doc.kept_in(max(0, start - _BEFORE_NAME), end + 12, "TITLE")
    for title in reversed([title for title in near if title.end <= start]):
        between = doc.view[title.end : start]
        if between.strip(_BLANKS + "MrsD.、及兼暨") or len(between) > 5:
            break
        yield views.fold(title.text)
        start = title.start - _body_length(doc, title)
    for title in near:
        if title.start >= end and not doc.text[end : title.start].strip(_BLANKS):
            yield views.fold(title.text)


def _body_length(doc: DocView, title: Mention) -> int:
    """Return the length of the body or place right before a title: 、|市政府|黨組成員."""
    before = doc.kept_in(max(0, title.start - _BEFORE_NAME), title.start, *_OFFICES)
    return max((title.start - one.start for one in before if one.end == title.start), default=0)


def _referent(one: Written, groups: list[Group], lexicon: PeopleLexicon) -> Group | None:
    """Return the person a short reference means: same surname, no other title, nearest before."""
    surname, title = views.fold(one.name), views.fold(one.title)
    found = [
        group
        for group in groups
        if surname in group.surnames or any(name.startswith(surname) for name in group.names)
    ]
    if one.mention.rule == CUT:
        cut = views.fold(one.mention.text[len(one.name) :])
        same = [group for group in found if allows_cut(cut, group.titles)]
    else:
        same = [group for group in found if _shares_title(title, group, lexicon)]
    free = [group for group in found if not group.titles or not title or title in _ANYBODY]
    choice = same or free
    if not choice:
        return None
    return min(choice, key=lambda group: distance(group, one.mention.start))


def _spelled(one: Written, groups: list[Group], lexicon: PeopleLexicon) -> Group | None:
    """Return the person of that title whose Latin name may spell the family name: 阮 is Nguyễn."""
    family, title = views.fold(one.name), views.fold(one.title)
    found = [
        group
        for group in groups
        if any(w.is_latin and family in lexicon.han.readings.of(w.name) for w in group.written)
        and (title in _ANYBODY or _shares_title(title, group, lexicon))
    ]
    return min(found, key=lambda group: distance(group, one.mention.start), default=None)


def _shares_title(title: str, group: Group, lexicon: PeopleLexicon) -> bool:
    return any(_same_title(title, other, lexicon) for other in group.titles)


def _same_title(one: str, other: str, lexicon: PeopleLexicon) -> bool:
    """Whether two titles agree: 局長 and 資訊局長, 主委 and 主任委員 do, 市長 and 副市長 do not."""
    short, long = sorted((one, other), key=len)
    read = [read_title(title, lexicon.titles) for title in (one, other)]
    english = [title.title_en or "" for title in read]
    is_council = all(title.scope == "council" for title in read)
    if english[0] and (english[0] == english[1] or (is_council and _ends_alike(*english))):
        return True
    return long.endswith(short) and "副" not in long[: len(long) - len(short)]


def _ends_alike(one: str, other: str) -> bool:
    """Whether the one English title is the other with a word before it: City Councillor."""
    return one.endswith(f" {other}") or other.endswith(f" {one}")


def _rows(doc: DocView, groups: list[Group], lexicon: PeopleLexicon) -> Iterable[Person]:
    for group in groups:
        full = [w for w in group.written if w.mention.form == "name"]
        han = longest(w.name for w in full if not w.is_latin)
        other = longest(w.name for w in full if w.is_latin)
        name = han or other or group.written[0].mention.text
        latin = other if other and other[0] < _OTHER_LETTERS else None
        scope = None if full else group.written[0].mention.start
        person_id = make_id("person", doc.document_id, views.key(name), scope)
        for one in group.written:
            one.mention.entity_id = person_id
        family, given = lexicon.han.split(han) if han else (None, None)
        if latin and family is None:
            family, given = split_latin(latin)
        if not full and not group.written[0].is_latin:
            family = group.written[0].name
        yield Person(
            person_id=person_id,
            name=name,
            name_zh=han,
            name_latin=latin,
            family=family,
            given=given,
            honorific=_honorific(doc, group, lexicon),
            variants=tuple(sorted({w.mention.text for w in group.written})),
            n_mentions=len(group.written),
            n_documents=1,
        )


def _honorific(doc: DocView, group: Group, lexicon: PeopleLexicon) -> str | None:
    """Return the honorific written before a Latin or after a Chinese name, or None."""
    for one in group.written:
        start, end = one.mention.start, one.mention.end
        if one.is_latin:
            before = doc.text[max(0, start - 24) : start].rstrip(_BLANKS)
            found = [m for m in lexicon.honorific.finditer(before) if m.end() == len(before)]
            if found:
                return found[0][0]
        else:
            after = lexicon.honorific_after.match(doc.view, end)
            inside = lexicon.honorific_after.search(views.fold(one.mention.text), 1)
            if after is not None:
                return doc.text[after.start() : after.end()]
            is_last = inside is not None and inside.end() == len(one.mention.text)
            if inside is not None and is_last and one.mention.form == "short":
                return one.mention.text[inside.start() : inside.end()]
    return None

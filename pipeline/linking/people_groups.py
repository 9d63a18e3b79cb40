"""Mentions of one person gathered: by pair 中文名（Latin）, by a part of the name.

Contract: a group is the mentions of one person of one document; joining moves mentions from one
group to another and drops empty groups.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.latin_names import parts_of
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView

_DOTS = re.compile(r"[ ]?[·.=-][ ]?")
_INITIAL = re.compile("[A-Z]{1,2}[·.・‧•．][ ]?(?:[A-Z]{1,2}[·.・‧•．][ ]?)*[\u3400-\u9fff]")
# A name so long is a foreign one; it is called by how it begins or ends.
_LONG = 6
_DOT = re.compile(r"[ ]?[·.=][ ]?")
# Names of so many signs may be a family name of two and a given name.
_LIKE_JAPANESE, _FAMILY = (4, 5), 2
_GAPS = ("", "·", "(")


@dataclass(slots=True)
class Written:
    """A PERSON mention taken apart: 江議長明赫 is name 江明赫, surname 江, title 議長.

    Attributes:
        mention: the mention.
        name: the full name, or the surname alone in a short reference.
        title: title inside or behind the surname, else empty.
        title_start, title_end: its span in the document, -1 if there is none.
        is_latin: whether the name is in Latin letters.
    """

    mention: Mention
    name: str
    title: str
    title_start: int
    title_end: int
    is_latin: bool


@dataclass(slots=True)
class Group:
    """One person while the mentions are gathered."""

    written: list[Written] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    def add(self, one: Written) -> None:
        """Add a mention."""
        self.written.append(one)
        if not one.is_latin:
            chosen = self.names if one.mention.form == "name" else self.surnames
            chosen.add(views.fold(one.name))
        insort(self.starts, one.mention.start)

    def take(self, other: Group) -> None:
        """Move everything of another group here."""
        for written in other.written:
            self.add(written)
        self.titles |= other.titles
        other.written = []


def join_pairs(doc: DocView, groups: list[Group], honorific: re.Pattern[str]) -> list[Group]:
    """Join the group of a name with that of the name in brackets or right behind it."""
    owner = {one.mention.mention_id: group for group in groups for one in group.written}
    people = [m for m in doc.of_label("PERSON") if m.form == "name"]
    for first, second in pairwise(people):
        if is_latin(first.text) == is_latin(second.text) or not _is_pair(
            doc, first, second, honorific
        ):
            continue
        one, other = owner[first.mention_id], owner[second.mention_id]
        if one is not other:
            owner.update((w.mention.mention_id, one) for w in other.written)
            one.take(other)
    return [group for group in groups if group.written]


def _is_pair(doc: DocView, first: Mention, second: Mention, honorific: re.Pattern[str]) -> bool:
    if second.start - first.end > 30:
        return False
    if doc.text[first.end : second.start].strip(" ") == "\t":
        return _are_names_of_one(doc, first, second)
    between = _POLITE.sub("", doc.view[first.end : second.start])
    between = honorific.sub("", between).translate(_NO_BLANKS)
    closes = doc.view[second.end : second.end + 1] in (")", ",")
    return between in _GAPS and (between != "(" or closes)


def _are_names_of_one(doc: DocView, first: Mention, second: Mention) -> bool:
    """Whether two cells side by side hold the two names of one: Name | 中文姓名."""
    cells = doc.enclosing(first, "cell"), doc.enclosing(second, "cell")
    headers = [(cell.header or "") if cell else "" for cell in cells]
    fill = [bool(c and doc.text[c.start : c.end].strip()) for c in cells]
    return all(fill) and all(_NAMES.search(header) for header in headers)


_NAMES = re.compile("姓名|名字|英文|中文|外文|原文|(?i:name)|譯名|译名")
# 夏爾|女士|（Roseline Charles-Dorvil）
_POLITE = views.pattern("^(?:女士|先生|小姐|博士|閣下|殿下)(?=[ ]?[(])")
_NO_BLANKS = {ord(" "): None, ord("."): None}


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters, not only its initial.

    >>> is_latin("Rick Blangiardi"), is_latin("R·許布納")
    (True, False)
    """
    return not is_han(name[0]) and _INITIAL.match(name) is None


def join_parts(groups: list[Group]) -> list[Group]:
    """Join a group named by one word alone with the only one that word is a part of."""
    owners: dict[str, list[Group]] = {}
    for group in groups:
        for part in sorted(name_parts(group)):
            owners.setdefault(part, []).append(group)
    families = _by_beginning(groups)
    for group in groups:
        names = {views.key(one.name) for one in group.written}
        found = [other for name in sorted(names) for other in owners.get(name, ())]
        found = found or _called_by_family(group, families)
        if len(names) == 1 and len(found) == 1 and found[0] is not group and found[0].written:
            found[0].take(group)
    return [group for group in groups if group.written]


def _by_beginning(groups: Sequence[Group]) -> dict[str, list[Group]]:
    """Return the people with names like Japanese ones, by the two signs those begin with."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        for begun in sorted({name[:2] for name in group.names if len(name) in _LIKE_JAPANESE}):
            found.setdefault(begun, []).append(group)
    return found


def _called_by_family(group: Group, families: Mapping[str, list[Group]]) -> list[Group]:
    """Return who has the title and begins with the two signs of a name: 田浦局長, 田浦真紀."""
    name = next(iter(group.names), "") if len(group.names) == 1 else ""
    if len(name) != _FAMILY or not group.titles:
        return []
    return [
        other
        for other in families.get(name, ())
        if any(title.endswith(tuple(group.titles)) for title in other.titles)
    ]


def name_parts(group: Group) -> set[str]:
    """Return the keys of the words the names of a group may be shortened to."""
    parts: set[str] = set()
    for one in group.written:
        if one.mention.form != "name":
            continue
        if one.is_latin:
            parts.update(map(views.key, parts_of(one.name)))
            # Nor Hisham of Nor Hisham Ahmad Dahlan
            written = one.name.split()
            parts.update(views.key(" ".join(two)) for two in pairwise(written) if len(written) > 2)
        else:
            words = _DOTS.split(views.fold(one.name))
            # Spaniards are called by the last name but one: 卡洛斯·費爾南多·|加蘭|·帕瓊.
            parts.update(map(views.key, words[1:] and words))
            # 洛佩斯·阿利亞加 of 拉斐爾·貝納多·洛佩斯·阿利亞加, 沙拉尼 of 沙拉尼莫哈末
            parts.update(views.key("·".join(pair)) for pair in pairwise(words) if len(words) > 2)
            parts.update(
                views.key(part) for part in _DOT.split(views.fold(one.name)) if "-" in part
            )
            if len(words) == 1 and len(one.name) >= _LONG:
                middle = range(3, len(one.name) - 1)
                parts.update(views.key(one.name[:end]) for end in middle)
                parts.update(views.key(one.name[-size:]) for size in middle)
    return parts


class Parts:
    """People by what their names are shortened to: a part, a family name, a given name."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups: dict[str, list[Group]] = {}
        for group in groups:
            keys = name_parts(group)
            for name in group.names:
                # 久保田, 歐陽 and 嘉玲: families of several characters, given names of two.
                keys.update(name[:length] for length in (2, 3) if length < len(name))
                keys.update({name[-2:]} if 2 < len(name) < 5 else ())
            for key in keys:
                self._groups.setdefault(key, []).append(group)

    def owner(self, one: Written) -> Group | None:
        """Return the nearest person, those named before first, that the mention may stand for."""
        found = self._groups.get(views.key(one.name), ())
        return min(found, key=lambda group: distance(group, one.mention.start), default=None)


def distance(group: Group, position: int) -> tuple[bool, int]:
    """Order people by their nearest mention, those named before the position first."""
    index = bisect_right(group.starts, position)
    if index:
        return False, position - group.starts[index - 1]
    return True, group.starts[0] - position


def longest(names: Iterable[str]) -> str | None:
    """Return the longest of the names, None if there is none."""
    return max(names, key=lambda name: (len(name), name), default=None)

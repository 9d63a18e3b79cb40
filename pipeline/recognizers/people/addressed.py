"""People addressed by a part of the name they were given in full before: 沈老師, 郭董, 孟副, 佩珊.

Contract: claims have form ``short``; they cover the part of the name and the title, honorific or
shortened title behind it.  `cut_title` tells the title a claim of rule `CUT` shortens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from pipeline.language import views
from pipeline.language.edges import last_signs
from pipeline.language.lexemes import is_han, occurrences, one_of
from pipeline.recognizers.page import Claim
from pipeline.recognizers.people.lexicon import PeopleLexicon, PersonValue
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.titles.beside import acts_for

CUT, FRIENDLY, KIN = "cut_title", "friendly", "kin"
_STANDS_IN = "代表"
# How a title is cut short behind a family name: 郭董, 蘇副, 杜主秘.
_CUTS = {
    views.fold(cut): tuple(map(views.fold, titles))
    for cut, titles in (
        ("董", ("董事長", "董事", "老闆", "負責人", "創辦人")),
        ("總", ("總經理", "總裁", "總監", "總工程師", "總編輯", "總幹事", "執行長", "老闆")),
        ("副", ("副",)),
        ("局", ("局長",)),
        ("處", ("處長",)),
        ("科", ("科長",)),
        ("課", ("課長",)),
        ("署", ("署長",)),
        ("部", ("部長",)),
        ("院", ("院長",)),
        ("校", ("校長",)),
        ("所", ("所長",)),
        ("司", ("司長",)),
        ("廳", ("廳長",)),
        ("書記", ("書記",)),
        ("主秘", ("主任秘書",)),
        ("執秘", ("執行秘書",)),
        ("秘", ("秘書", "秘書長")),
        ("祕", ("秘書", "秘書長")),
        ("專委", ("專門委員",)),
        ("召委", ("召集委員",)),
        ("政次", ("政務次長",)),
        ("常次", ("常務次長",)),
        ("次", ("次長",)),
        ("工", ("工程師", "總工程師")),
        ("導", ("導演",)),
        ("律", ("律師",)),
        ("醫", ("醫師", "醫生")),
        ("經理", ("經理",)),
        ("主委", ("主任委員",)),
        ("理事", ("理事", "理事長")),
    )
}
_KIN_SIGNS = "嬤公伯婆姨嬸姆叔姊姐哥嫂"
# Of whoever has no title told: only firms have those.
_FREE_CUTS = {views.fold("董"): "董事長", views.fold("總"): "總經理"}
_CUT = re.compile(one_of(_CUTS))
# Signs that one of these, or of the words for kin, begins with.
_CUT_BEGINS = frozenset(cut[0] for cut in _CUTS) | frozenset(views.fold(_KIN_SIGNS))
_DOTS = re.compile(r"[ ]?[·.=-][ ]?")
# 阿桃|嬤, 志明|哥 behind a given name
_KIN = views.pattern(f"[{_KIN_SIGNS}]")
_NOT_BEHIND = views.pattern("[級部門室統理體於境方分員合]")
# 謝謝|佩珊, 請|志明
_CALL = "(?:謝謝|感謝|多謝|謝過|請|邀請|歡迎|有請|問|像|跟|和|與|是|交給|換)$"
_CALLS, _CALL_ENDS = views.pattern(_CALL), last_signs(_CALL)
_BEFORE_CALL = 4


def cut_title(text: str, family: int) -> str:
    """Return the title a cut one means if nothing else tells it: 董事長 of 郭董, else empty."""
    return _FREE_CUTS.get(views.fold(text[family:]), "")


def allows_cut(cut: str, titles: Iterable[str]) -> bool:
    """Whether one of the folded titles may be cut short so.

    >>> allows_cut("董", ["董事长"]), allows_cut("副", ["副县长"]), allows_cut("局", ["市长"])
    (True, True, False)
    """
    wholes = _CUTS.get(cut, ())
    return any(title.endswith(wholes) or (cut == "副" and cut in title) for title in titles)


@lru_cache(maxsize=20_000)
def _cuts_of(title: str) -> tuple[str, ...]:
    return tuple(cut for cut in _CUTS if allows_cut(cut, (title,)))


def find_addressed(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Yield the short references to people named in full.

    Args:
        scene: the page.
        found: claims of people found by other rules.
    """
    names = [claim for claim in found if claim.form == "name"]
    bases = _bases(scene, names)
    cuts: Mapping[str, set[str]] | None = None
    if not bases:
        return
    view, edges = scene.view, scene.lexicon.han.edges
    follow = scene.lexicon.addresses | _CUT_BEGINS
    inside = set().union(*[range(name.start + 1, name.end) for name in names])
    for start, end in occurrences(view, bases):
        if start in inside or view[end : end + 1] not in follow:
            continue
        piece = scene.page.piece_at(start)
        if piece is None or end > piece.end or not edges.is_open_at(view, start, piece.start):
            continue
        is_family = bases[view[start:end]] and end - start == 1
        stop = _addressed_until(scene, end, piece.end, is_family=is_family)
        if stop is None and not bases[view[start:end]] and _KIN.match(view, end, piece.end):
            yield _short(start, end + 1, KIN)
        elif stop is not None:
            yield _short(start, stop, "with_title")
        elif bases[view[start:end]]:
            cut = _CUT.match(view, end, piece.end)
            if cut is not None and _is_closed(scene, cut.end(), piece.end):
                cuts = _cuts(scene, names) if cuts is None else cuts
                if cut[0] in cuts.get(view[start:end], ()):
                    yield _short(start, cut.end(), CUT)
    yield from _friendly(scene, bases)
    yield from _by_given_name(scene, names)


def as_addressed(scene: Scene, found: list[Claim]) -> list[Claim]:
    """Cut what follows the title of somebody named otherwise: 施局長|先來 of 施奉化.

    One whose full name is told has no other given name around the same title.
    """
    inside = [claim for claim in found if claim.rule == "around_title"]
    if not inside:
        return found
    held: dict[str, list[str]] = {}
    for claim in found:
        family, _ = scene.lexicon.han.split(scene.view[claim.start : claim.end])
        if claim.form == "name" and claim.rule != "around_title" and family:
            beside = scene.titles.overlapping(claim.start - 2, claim.end + 2)
            held.setdefault(family, []).extend(scene.view[t.start : t.end] for t in beside)
    return [_cut_back(scene, one, held) if one in inside else one for one in found]


def _cut_back(scene: Scene, claim: Claim, held: Mapping[str, list[str]]) -> Claim:
    title = next(iter(scene.titles.overlapping(claim.start, claim.end)), None)
    if title is None:
        return claim
    family, given = scene.view[claim.start : title.start], scene.view[title.end : claim.end]
    written = scene.view[title.start : title.end]
    is_other = any(one.endswith(written) for one in held.get(family, ()))
    if not is_other or family + given in scene.view:
        return claim
    return replace(claim, end=title.end, rule="surname_title", form="short", score=0.85)


def _short(start: int, end: int, rule: str) -> Claim:
    return Claim(start, end, "PERSON", rule, 0.78, "short", PersonValue("", "han"))


def _bases(scene: Scene, names: list[Claim]) -> dict[str, bool]:
    """Return what people may be called by, and whether it is a family name."""
    bases: dict[str, bool] = {}
    for claim in names:
        text = scene.view[claim.start : claim.end]
        blank = text.find(" ")
        if blank > 0 and is_han(text[0]) and is_han(text[-1]):
            bases[text[:blank]] = True  # 花見 慎吾
            continue
        if not is_han(text[0]):
            families = scene.lexicon.han.readings.of(scene.text[claim.start : claim.end])
            bases.update(dict.fromkeys(families, True))
            continue
        if claim.rule == "around_title":
            bases[text[: family_of(text, scene.lexicon)]] = True
            continue
        family, given = scene.lexicon.han.split(text)
        if family is None and len(text) == 4 and set(text[:2]) <= scene.lexicon.han.singles.keys():
            family, given = text[:1], text[2:]  # 蘇黃阿桃
        if family and given:
            bases[family] = True
            if len(given) > 1:
                bases.setdefault(given, False)
        elif _DOTS.search(text):
            parts = _DOTS.split(text)
            bases.update((part, False) for part in parts if len(part) > 1)
    return bases


def _cuts(scene: Scene, names: list[Claim]) -> Mapping[str, set[str]]:
    """Return by family name the cut titles that its bearers' titles allow."""
    cuts: dict[str, set[str]] = {}
    for claim in names:
        text = scene.view[claim.start : claim.end]
        family, _ = scene.lexicon.han.split(text)
        if claim.rule == "around_title":
            family = text[: family_of(text, scene.lexicon)]
        if not family:
            continue
        allowed = cuts.setdefault(family, set())
        near = [
            scene.view[title.start : title.end]
            for title in scene.titles.overlapping(claim.start - 2, claim.end + 2)
        ]
        if claim.rule == "around_title":
            near += [text[a:b] for a, b in scene.lexicon.titles.heads.find(text)]
        for held in near:
            allowed.update(_cuts_of(held))
        if not near:
            allowed.update(_FREE_CUTS)
    return cuts


def _addressed_until(scene: Scene, position: int, end: int, *, is_family: bool) -> int | None:
    """Return where the title or honorific ends that begins at a position, or None.

    Behind a family name alone 代表 is none but a title: 劉代表簽約.
    """
    view, lexicon = scene.view, scene.lexicon
    honorific = lexicon.honorific_after.match(view, position, end)
    if honorific is not None:
        return honorific.end()
    at, titles = position, lexicon.han.edges.titles
    length = titles.starting(view, position, end)
    # 副|代表: the modifiers are read only as far as a title needs.
    while not length and (skip := lexicon.titles.modifier_words.starting(view, at, end)):
        at += skip
        length = titles.starting(view, at, end)
    if not length or not is_han(view[at]):
        return None
    stands_in = view[at : at + length] == _STANDS_IN and not is_family
    if stands_in and acts_for(view, at + length, end, lexicon.han):
        return None  # 劉俊傑和史丁貝克|代表簽約
    return None if _NOT_BEHIND.match(view, at + length, end) else at + length


def _is_closed(scene: Scene, position: int, end: int) -> bool:
    return scene.lexicon.han.edges.is_closed_at(scene.view, position, end)


def _friendly(scene: Scene, bases: Mapping[str, bool]) -> Iterator[Claim]:
    """Yield 老陳, 小李 where nothing of a word stands around it."""
    view, edges = scene.view, scene.lexicon.han.edges
    families = [base for base, is_family in bases.items() if is_family and len(base) == 1]
    wanted = [first + family for family in families for first in "老小"]
    for start, end in occurrences(view, wanted) if wanted else ():
        piece = scene.page.piece_at(start)
        if piece is None or end > piece.end or view[start:end] in scene.lexicon.han.common:
            continue
        verb = scene.lexicon.strong_verbs.starting(view, end, piece.end)
        free = end == piece.end or not is_han(view[end])
        if (verb or free) and edges.is_open_at(view, start, piece.start):
            yield _short(start, end, FRIENDLY)


def _by_given_name(scene: Scene, names: list[Claim]) -> Iterator[Claim]:
    """Yield a given name that is thanked, asked or has the word: 謝謝|佩珊。"""
    view, han = scene.view, scene.lexicon.han
    givens: dict[str, None] = {}
    for claim in names:
        family, given = han.split(view[claim.start : claim.end])
        is_word = given is None or given in han.common or given in han.edges.words
        if family and given and len(given) == 2 and not is_word:
            givens[given] = None
    for start, end in occurrences(view, givens) if givens else ():
        piece = scene.page.piece_at(start)
        if piece is None or end > piece.end:
            continue
        begins = start == piece.start or not is_han(view[start - 1])
        if not begins and view[start - 1] not in _CALL_ENDS:
            continue
        free = end == piece.end or not is_han(view[end])
        verb = scene.lexicon.strong_verbs.starting(view, end, piece.end)
        called = _CALLS.search(view, max(piece.start, start - _BEFORE_CALL), start)
        is_meant = (free and called) or (begins and (verb or view[end : end + 1] in ":,"))
        if is_meant and not scene.touches_office(start, end):
            yield _short(start, end, "given")


def family_of(text: str, lexicon: PeopleLexicon) -> int:
    """Return the length of the family name a short reference begins with.

    The rest of it is a title, an honorific or a cut title.
    """
    view = views.fold(text)
    return lexicon.han.surname_at(view, 0, len(view) - 1) or 1

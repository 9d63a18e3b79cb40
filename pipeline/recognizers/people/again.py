"""People named once before: the same name again, its family name or a part of it alone.

Contract: a whole name again has form ``name``; a part of a Latin or dotted name (Hloušek, 再努丁)
has form ``short``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.language.latin_names import looks_like_thing, parts_of
from pipeline.language.lexemes import is_han, occurrences
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene

_DOTS = re.compile(r"[ ]?[·.=-][ ]?")
_DOT = re.compile(r"[ ]?[·.=][ ]?")
# 花見 慎吾 is 花見慎吾, too.
_SPACED = re.compile("[\u3400-\u9fff々]{1,4} [\u3400-\u9fff々]{1,3}")
_CLAUSE_ENDS = frozenset("。!?;」,")
_CLAUSE = re.compile("[㐀-鿿]{0,12}")
_ADVERB = re.compile("[并则也还又亦更再续]")
# A part of a Latin name shorter than this may be anything.
_SHORTEST_LATIN = 4
_SHORTEST_HAN = 3
# A name so long is a foreign one.
_LONG = 6


def find_again(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Yield the other places where a name found once is written."""
    texts = {scene.view[c.start : c.end]: c for c in found if c.form == "name"}
    for text in [text for text in texts if _SPACED.fullmatch(text)]:
        texts.setdefault(text.replace(" ", ""), texts[text])
    names = [text for text in texts if len(text) > 2 or _is_pair(text)]
    if not names:
        return
    known = {(claim.start, claim.end) for claim in found}
    for start, end in occurrences(scene.view, names):
        if end - start < _SHORTEST_HAN:
            if not _is_titled(scene, start, end):
                continue
        elif (start, end) in known:
            continue
        if _stands_alone(scene, start, end):
            value = texts[scene.view[start:end]].value
            score = 0.7 if end - start > 2 else 0.9
            yield Claim(start, end, "PERSON", "again", score, value=value)


def called_by_parts(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Make what is a part of a longer foreign name a short reference.

    索拉: of 索拉·埃納斯多蒂爾, 哈菲茲市長 of 莫哈末哈菲茲
    """
    names = {scene.view[c.start : c.end] for c in found if c.form == "name"}
    parts = {part for name in names if "·" in name for part in _DOT.split(name)}
    for name in [name for name in names if len(name) >= _LONG and all(map(is_han, name))]:
        sizes = range(_SHORTEST_HAN, len(name) - 1)
        parts.update(part for size in sizes for part in (name[:size], name[-size:]))
    for claim in found:
        if claim.form != "name" or scene.view[claim.start : claim.end] not in parts:
            yield claim
            continue
        behind = [t.end for t in scene.titles.overlapping(claim.end, claim.end + 1)]
        is_led = claim.rule == "before_title" and behind
        yield replace(claim, end=behind[0] if is_led else claim.end, form="short")


def find_parts(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Yield parts of names found before that stand for the person."""
    names = dict.fromkeys(scene.view[c.start : c.end] for c in found if c.form == "name")
    parts = dict.fromkeys(part for name in names for part in _parts(name))
    families = dict.fromkeys(family for name in names if (family := _family(scene, name)))
    families.update(dict.fromkeys(pair for name in names for pair in _pairs(name)))
    families.update(dict.fromkeys(name for name in names if _is_pair(name)))
    parts.update(families)
    titled = {part for name in names for part in _titled_parts(name)}
    parts.update(dict.fromkeys(sorted(titled - set(parts))))
    if not parts:
        return
    whole = {at: claim.end for claim in found for at in range(claim.start, claim.end)}
    for start, end in occurrences(scene.view, parts):
        if (
            whole.get(start, 0) >= end
            or not _stands_alone(scene, start, end)
            or scene.touches_office(start, end)
        ):
            continue
        if scene.view[start:end] in families and not _is_used_as_name(scene, start, end):
            continue
        if scene.view[start:end] in titled and not any(
            title.start == end for title in scene.titles.overlapping(end, end + 1)
        ):
            continue
        script = "han" if is_han(scene.view[start]) else "latin"
        yield Claim(start, end, "PERSON", "part", 0.65, "short", PersonValue("", script))


def _parts(text: str) -> Iterable[str]:
    """Yield what a name may be shortened to."""
    if is_han(text[0]):
        parts = _DOTS.split(text)
        if len(parts) > 1:
            yield from (part for part in parts if len(part) >= _SHORTEST_HAN)
            yield from (part for part in _DOT.split(text) if "-" in part)
        return
    for part in parts_of(text):
        if len(part) >= _SHORTEST_LATIN and not looks_like_thing(part):
            yield part


def _titled_parts(name: str) -> list[str]:
    """Return the parts of a Latin name so short that a title must follow: Tan|經理."""
    short = () if is_han(name[0]) else parts_of(name)
    return [part for part in short if 1 < len(part) < _SHORTEST_LATIN]


def _family(scene: Scene, name: str) -> str | None:
    """Return the family name of two or three characters that stands for a Japanese: 久保田."""
    if _SPACED.fullmatch(name):
        return name[: name.index(" ")] if name.index(" ") > 1 else None
    family, given = scene.lexicon.han.split(name)
    return family if family and given and len(family) > 1 else None


def _pairs(name: str) -> list[str]:
    """Return the parts of two characters of a dotted name: 塔姆 of 莉絲・塔姆."""
    parts = _DOTS.split(name) if is_han(name[0]) else []
    return [part for part in parts if len(parts) > 1 and len(part) == _SHORTEST_HAN - 1]


def _is_pair(name: str) -> bool:
    """Whether a whole name has two characters only: 梅塔, 李明."""
    return len(name) == _SHORTEST_HAN - 1 and all(map(is_han, name))


def _is_titled(scene: Scene, start: int, end: int) -> bool:
    """Whether a title follows the whole name of two characters: 穆薩|市長."""
    piece = scene.page.piece_at(start)
    follows = any(title.start == end for title in scene.titles.overlapping(end, end + 1))
    if piece is None or not follows:
        return False
    return scene.lexicon.han.edges.is_open_at(scene.view, start, piece.start)


def _is_used_as_name(scene: Scene, start: int, end: int) -> bool:
    """Whether a family name alone speaks, is spoken to, or has a turn."""
    view, piece = scene.view, scene.page.piece_at(start)
    if piece is None or not scene.lexicon.han.edges.is_open_at(view, start, piece.start):
        return False
    verbs = scene.lexicon.strong_verbs
    adverb = _ADVERB.match(view, end, piece.end)
    places = (end, adverb.end()) if adverb else (end,)
    is_saying = any(verbs.starting(view, place, piece.end) > 0 for place in places)
    return view[end : end + 1] == ":" or is_saying or _says_later(scene, piece, start, end)


def _says_later(scene: Scene, piece: Piece, start: int, end: int) -> bool:
    """Whether what opens a clause says something in it: 佩卡|聽完後建議."""
    view, han = scene.view, scene.lexicon.han
    opens = start == piece.start or view[start - 1] in _CLAUSE_ENDS
    if not opens or view[start:end] in han.common:
        return False
    clause = _CLAUSE.match(view, end, piece.end)
    places = range(end, clause.end() if clause else end)
    return any(scene.lexicon.strong_verbs.starting(view, place, piece.end) for place in places)


def _stands_alone(scene: Scene, start: int, end: int) -> bool:
    """Whether the span is no part of a longer word or name, and lies in one piece."""
    view = scene.view
    piece = scene.page.piece_at(start)
    if piece is None or end > piece.end:
        return False
    if not is_han(view[start]):
        return not (_goes_on(view[start - 1 : start]) or _goes_on(view[end : end + 1]))
    return "·" not in (view[start - 1 : start], view[end : end + 1])


def _goes_on(character: str) -> bool:
    return (
        bool(character)
        and character not in "·"
        and ((character.isalnum() and not is_han(character)) or character in "-'’")
    )

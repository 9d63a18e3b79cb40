"""People beside a title: 市長柯文哲, 柯文哲市長, 江議長明赫, 賴市長.

Contract: reads the page's TITLE claims; a name is looked for before and after each, on its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import views
from pipeline.language.foreign_names import may_be_sound
from pipeline.language.japanese_names import ends_in_kana, is_kana
from pipeline.language.lexemes import is_han
from pipeline.language.names import HanName
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.around import around, behind_unit, ends_body, married_around
from pipeline.recognizers.people.gaps import (
    before_dateline,
    before_field,
    before_group,
    filling_before,
    name_behind_body,
    name_between,
    name_start,
    sounds_between,
)
from pipeline.recognizers.people.latin import is_of_next, latin_at, latin_before, latin_claim
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.places_in_names import (
    fills_city,
    holds_city,
    is_place_or_body,
    is_within,
    lies_in_claim,
)
from pipeline.recognizers.people.rare import (
    HONOURED,
    UNDOTTED,
    honoured,
    longer,
    unlisted_behind,
)
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.surname_before import (
    DOES,
    ends_claim,
    is_said_of,
    surname_before,
)
from pipeline.recognizers.places.slots import is_name_next
from pipeline.recognizers.titles.beside import least_score

_SURE = 15
_CUT_SHORT = 0.7
_LONGEST_NAME = 5
_TITLE_FROM = 3
# 原|台北市教育局長曾燦金
_FORMERLY = frozenset("原前时")
_CONNECTS = frozenset(views.fold("的與及和由請邀是"))
_LOCAL_ENDS = frozenset(views.fold("里村鄉鎮區"))


def han_claim(name: HanName, rule: str, score: float) -> Claim:
    """Return the claim of a name in Chinese characters."""
    return Claim(name.start, name.end, "PERSON", rule, score, value=PersonValue("", "han"))


# 阿美族|歌手|Sawmah Kacaw: a word for anybody is tied to the name behind it first.
_AFTER_FIRST = ("noun", "latin")
# 時任|市長的朱立倫
_HELD = views.pattern("[現時卸曾擔兼]任|卸下|身為|當過|做過|出任|接任")
_TO_BE, _LIKELY = frozenset("是为"), 5
# 李光前|講座教授|詹慕貞: a chair is named for somebody else.
_CHAIR = views.pattern("前?講座教授")


def find_beside_titles(scene: Scene) -> Iterator[Claim]:
    """Yield the people beside the page's titles, in order."""
    last_end = -1
    for title in scene.page.of_label("TITLE"):
        piece = scene.page.piece_at(title.start)
        if piece is None:
            continue
        sides = (_before, _after)
        is_chair = _CHAIR.match(scene.view, title.start) is not None
        if title.rule in _AFTER_FIRST or is_chair or is_of_next(scene, piece, title):
            sides = (_after, _before)
        found = None
        for look in sides:
            if look is _after or title.start > last_end:
                found = found or look(scene, piece, title)
            if found is not None and found.start < last_end:
                found = None
            if found is not None and look is _before and _is_cut(scene, piece, found):
                # 梭|蓬府尹 is less than 梭蓬府尹 of somebody named before.
                found = _after(scene, piece, title) or replace(found, score=_CUT_SHORT)
        if found is not None:
            last_end = max(last_end, found.end)
            yield found
        elif scene.view[title.end : title.end + 1] in (")", ",", ";", "、"):
            yield from _before_bracket(scene, piece, title)


def _is_cut(scene: Scene, piece: Piece, found: Claim) -> bool:
    """Whether a family name alone may be the end of a longer word: 梭|羅|前市長吉伯朗."""
    if found.rule != "surname_title" or found.start == piece.start:
        return False
    return not scene.lexicon.han.edges.is_open_at(scene.view, found.start, piece.start)


def _after(scene: Scene, piece: Piece, title: Claim) -> Claim | None:
    view, at = scene.view, name_start(scene, title.end, piece)
    before = view[max(0, title.start - 1) : title.start]
    if view[title.end : title.end + 1] == ":" and before.isalpha() and not is_han(before):
        return None  # Kieffer參事：…: the label names who speaks
    bracketed = at < piece.end and view[at] == "("
    at += bracketed
    if view.startswith("的", at):
        return _after_of(scene, at + 1, piece, title)
    latin = latin_at(scene, at, piece.end)
    if latin is not None:
        closes = not bracketed or view[latin.end : latin.end + 1] in (")", ",")
        return latin_claim(latin, "after_title", 0.95) if closes else None
    honorific = scene.lexicon.honorific_before_han.match(view, at, piece.end)
    at = honorific.end() if honorific else at
    end = before_dateline(scene, at, piece, title)
    whole = _whole_before_latin(scene, at, piece)
    name = whole or scene.lexicon.han.read(view, at, end, least_score(title.rule))
    if end == piece.end:
        name = longer(scene, at, piece, name, HONOURED if honorific else UNDOTTED)
    if honorific and not (name is not None and _is_whole(scene, name, piece)):
        name = honoured(scene, at, piece) or name
    name = _behind_verb(scene, at, end) or unlisted_behind(scene, at, piece, title, name)
    if name is None or _is_title(scene, name):
        return None
    if name is not whole and is_place_or_body(scene, name):
        return None
    # 大學生|來當|說書人
    if title.rule == "noun" and name.end - name.start == 2 and view[name.start] in DOES:
        return None
    if scene.lexicon.han.edges.titles.starting(view, name.start, name.end) > 1:
        return None  # 局長|顧問團
    if any(t.start > name.start for t in scene.titles.overlapping(name.start, name.end)):
        return None  # 副市長|兼財政局長彼得·漢克
    if bracketed and view[name.end : name.end + 1] != ")":
        return None
    return None if is_said_of(scene, name, piece) else han_claim(name, "after_title", 0.9)


def _behind_verb(scene: Scene, at: int, end: int) -> HanName | None:
    """Return the sure name behind a verb that says who holds an office: 港灣局長是|山本健太."""
    if scene.view[at : at + 1] not in _TO_BE:
        return None
    name = scene.lexicon.han.read(scene.view, at + 1, end, _LIKELY)
    is_name = name is not None and name.is_closed and name.score >= _LIKELY
    return name if name is not None and is_name and name.end - name.start > 2 else None


def _is_whole(scene: Scene, name: HanName, piece: Piece) -> bool:
    """Whether a name behind an honorific needs no more signs: 拿督|黃光煦|攜來, 安努亞慕沙."""
    if name.is_closed:
        return True
    goes_on = name.end < piece.end and may_be_sound(scene.view[name.end])
    return name.kind == "chinese" and name.score >= _SURE and not goes_on


def _after_of(scene: Scene, start: int, piece: Piece, title: Claim) -> Claim | None:
    """Return the sure name in 市長的朱立倫, a likely one in 卸任札幌市長的上田文雄."""
    latin = latin_at(scene, start, piece.end)
    if latin is not None:
        return latin_claim(latin, "after_title", 0.85) if latin.words > 1 else None
    told = _HELD.search(scene.view, max(piece.start, title.start - _LONGEST_NAME * 2), title.end)
    least = _LIKELY if told else _SURE
    name = scene.lexicon.han.read(scene.view, start, piece.end, least)
    if name is None or not name.is_closed or name.score < least:
        return None
    return None if scene.touches(name.start, name.end) else han_claim(name, "after_title", 0.8)


def _whole_before_latin(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return all that stands between a title and the bracket with the Latin name, if one word."""
    view, edges = scene.view, scene.lexicon.han.edges
    end = view.find("(", start, min(piece.end, start + 16))
    if end - start < 2 or not all(is_han(c) or c in " ·.-=" for c in view[start:end]):
        return None
    latin = latin_at(scene, end + 1, piece.end)
    if latin is None or latin.words < 2 or view[latin.end : latin.end + 1] not in (")", ","):
        return None
    is_city = fills_city(scene, start, end) and not scene.touches(end + 1, latin.end)
    if (scene.touches(start, end) and not is_city) or any(
        edges.is_word_at(view, p, end)
        or (edges.boundaries.starting(view, p, end) and not may_be_sound(view[p]))
        for p in range(start, end)
        if is_han(view[p])
    ):
        return None
    return HanName(start, end, 0, 0, "foreign", True)


def _before_bracket(scene: Scene, piece: Piece, title: Claim) -> Iterator[Claim]:
    """Yield the name before the bracket a title closes or begins: 呂新科(副市長，主管港務)."""
    bracket = scene.view.rfind("(", max(piece.start, title.start - 30), title.start)
    if bracket <= piece.start or ")" in scene.view[bracket : title.end]:
        return
    closes = scene.view.startswith(")", title.end)
    if (
        not closes
        and bracket + 1 < title.start
        and not scene.touches_office(bracket + 1, title.start)
    ):
        return
    latin = latin_before(scene, bracket, piece)
    if latin is not None and latin.words > 1:
        yield latin_claim(latin, "before_bracket", 0.85)
    elif is_sign(scene.view[bracket - 1]) and not ends_claim(scene, bracket):
        name = scene.lexicon.han.read_back(scene.view, bracket, piece.start)
        name = name or filling_before(scene, bracket, piece.start)
        if name is not None and (closes or (name.is_closed and name.score > 0)):
            yield han_claim(name, "before_bracket", 0.8)


def is_sign(character: str) -> bool:
    """Whether names in Chinese or Japanese are written with the sign."""
    return is_han(character) or is_kana(character)


def _is_title(scene: Scene, name: HanName) -> bool:
    """Whether a further title stands where the name would: 代表|時任縣長, 主席:顏|副議長莉敏."""
    titles = scene.titles.overlapping(name.start, name.end)
    return any(t.start < name.end <= t.end and t.start - name.start < _TITLE_FROM for t in titles)


def _before(scene: Scene, piece: Piece, title: Claim) -> Claim | None:
    view, end = scene.view, before_group(scene.view, piece, title)
    latin = latin_before(scene, before_field(view, end, piece), piece)
    if latin is not None:
        return (
            latin_claim(latin, "before_title", 0.9) if latin.words > 1 or latin.honorific else None
        )
    apart = end
    while end > piece.start and apart - end < 3 and view[end - 1] == " ":
        end -= 1
    if end > piece.start and ends_in_kana(view, end):
        kana = scene.lexicon.han.read_back(view, end, piece.start)
        is_city = kana is not None and holds_city(scene, kana)
        return han_claim(kana, "before_title", 0.9) if kana and not is_city else None
    if (sounds_of := sounds_between(scene, end, title, piece.start)) is not None:
        return han_claim(sounds_of, "before_title", 0.9)
    if end == piece.start or not is_han(view[end - 1]) or ends_claim(scene, end):
        return None
    heads = scene.lexicon.titles.bodies.head_words
    # 開元里|里長, 銅鏡村|村長
    is_body = ends_body(scene, end, piece) or heads.ending(view, end, piece.start) > 1
    if is_body or view[end - 1] == view[title.start] != "理":
        return None
    if (married := married_around(scene, piece, title)) is not None:
        return married
    between = name_between(scene, end, title, piece.start)
    if between is None and (inside := behind_unit(scene, piece, title)) is not None:
        return inside
    if between is not None or (between := name_behind_body(scene, end, title, piece)) is not None:
        return han_claim(between, "before_title", 0.9)
    is_was = title.rule == "office_and_title" and view[end - 1] in _FORMERLY
    surname = 0 if is_was else surname_before(scene, end, piece.start)
    sounds = scene.lexicon.han.foreign.plain_back(view, end, piece.start)
    if sounds is not None and is_name_next(view, title.end, piece.end):
        sounds = None
    if surname < 2:
        name = scene.lexicon.han.read_back(view, end, piece.start)
        if name is not None and sounds is not None and sounds < name.start:
            name = None  # 佩|雷蒂|市長
        is_behind = name is not None and scene.titles.touches(name.start - 1, name.start)
        if name is not None and is_behind and is_said_of(scene, name, piece):
            return None  # 老師|曾帶|學生
        is_verb = title.rule == "noun" and name is not None and is_within(view, name, piece)
        if name is not None and (is_verb or holds_city(scene, name)):
            return None  # 是|來當|學生的, 大阪市デジタル|統括監
        if name is not None and not lies_in_claim(scene, name.start, name.end):
            # 大里區永隆|里長 is a place, unless nothing stands before the name.
            free = name.start == piece.start or not is_han(view[name.start - 1])
            free = free or ends_claim(scene, name.start)
            free = free or view[name.start - 1] in _CONNECTS or view[title.start] not in _LOCAL_ENDS
            surer = free and (end == apart or (name.is_closed and name.score > 0))
            return han_claim(name, "before_title", 0.9) if surer else None
    if end < apart:
        return None
    if surname and (sounds is None or sounds > title.start - 3):
        return around(scene, piece, title, surname)
    if sounds is None:
        return None
    value = PersonValue("", "han")  # 佩雷蒂|市長
    return Claim(sounds, title.end, "PERSON", "surname_title", 0.7, "short", value)

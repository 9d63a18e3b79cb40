"""Find names of initiatives by other signs than a head noun.

Contract: a name is known by itself (``config/known_initiatives.csv``), ends in a version such as
``4.0``, or is a Latin proper name that heads a list item or is told to be a system.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.recognizers.initiatives.boundary import left_edge
from pipeline.recognizers.initiatives.latin import OTHER
from pipeline.recognizers.initiatives.scene import LATIN_LETTERS, Found, Scene, spaceless

_VERSION = views.pattern(
    r"(?<=[\u3400-\u9fff])(?<!改成)(?<!到)(?<!版本)\s?[1-9]\.0(?!\s?(?:[\d.%kKmMG萬億千百公米元度倍級秒個]|小時|分(?!析|區|級|享)))"
)
_POINT_ZERO = re.compile(r"\.0(?<=[1-9]\.0)")
_LONGEST_CELL = 30
# Fewer capitals are a technique: 系統SCADA.
_WORD = 6
_QUOTED_CELL = re.compile(r"「([^「」]{2,40})」")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_CLAUSE_MARK = re.compile(r"[,。;:!?、「」《》\n]")
_CAPITAL = rf"[A-Z\u00c0-\u00de][{LATIN_LETTERS}0-9'&-]"
_MORE = rf"(?:\s(?:[A-Z0-9\u00c0-\u00de][{LATIN_LETTERS}0-9'-]*)){{0,3}}"
# Manawatech：…, Snow Buddies——…
_TOPIC_NAME = re.compile(
    rf"([A-Z][A-Za-z]{{3,30}}[0-9]{{0,4}})\s?:|({_CAPITAL}[{LATIN_LETTERS}0-9'-]+{_MORE})\s?(?::|[—–-]{{2}})"
)
_TOPIC_MARK = re.compile(rf"(?<=[{LATIN_LETTERS}0-9\s])(?::|[—–-]{{2}})")
_FIGURED = re.compile(r"(?=.{10})[^\d\n]*\d")
_APPOSED_SOURCE = (
    r"(?:系統|平台|計畫|服務|專案|方案|應用|程式|工具|App|APP|品牌|網站|入口網|機器人|單車共享|自行車共享|市民卡|交通卡|儲值卡|纜車|渡輪|虛擬[\u4e00-\u9fff]{2,3})\s?"
    rf"(?P<after>(?:{_CAPITAL}|[a-z]{{1,3}}[A-Z])[{LATIN_LETTERS}0-9'-]+{_MORE})"
    rf"|(?<![A-Za-z0-9.] )(?<![{LATIN_LETTERS}0-9-])"
    rf"(?P<before>[A-Z][a-z][{LATIN_LETTERS}0-9-]+{_MORE})\s?[,(]"
    r"(?:這是|是)?一(?:套|個|款|項|種)[^,。;!?]{0,24}(?:系統|平台|計畫|服務|程式|應用|工具|制度|網絡|機器人|方案|專案|App|APP)"
)
_APPOSED = views.pattern(_APPOSED_SOURCE)
_MAY_BE_APPOSED = views.scanner(_APPOSED_SOURCE)


def find_special(scene: Scene) -> Iterator[Found]:
    """Yield known names, cells of a column of names, versions, Latin topics and appositions."""
    yield from _cells(scene)
    yield from _known(scene)
    yield from _versioned(scene)
    yield from _topics(scene)
    yield from _appositions(scene)


def _cells(scene: Scene) -> Iterator[Found]:
    """Yield the cells of a column headed 專案, 計畫名稱 and the like."""
    for piece in scene.page.pieces:
        if piece.column_role != "initiative" or piece.kind == "boilerplate":
            continue
        name = _ASIDE.sub("", scene.view[piece.start : piece.end].rstrip())
        quoted = _QUOTED_CELL.match(name)
        if quoted and not scene.is_taken(piece.start + 1, piece.start + quoted.end(1)):
            yield Found(piece.start + 1, piece.start + quoted.end(1), "programme", "column", 0.9)
            continue
        is_name = 3 <= len(spaceless(name)) <= _LONGEST_CELL and not _CLAUSE_MARK.search(name)
        if is_name and not scene.is_ruled_out(piece.start, piece.start + len(name)):
            yield Found(piece.start, piece.start + len(name), "programme", "column", 0.9)


def _known(scene: Scene) -> Iterator[Found]:
    for match in scene.lexicon.known_pattern.finditer(scene.view):
        start, end = match.span()
        if not scene.is_taken(start, end) and scene.piece_around(start):
            kind = scene.lexicon.known[match[0]][0]
            yield Found(start, end, kind, "known", 0.95)


def _versioned(scene: Scene) -> Iterator[Found]:
    """Yield names such as 智慧校園 4.0."""
    for number in _POINT_ZERO.finditer(scene.view):
        low = number.start() - 1
        match = _VERSION.match(scene.view, low - scene.view[low - 1 : low].isspace())
        piece = scene.piece_around(match.start()) if match else None
        if match is None or piece is None:
            continue
        start = left_edge(scene, piece.start, match.start()).start
        name = scene.view[start : match.start()]
        claim = scene.starts.get(start)
        place = claim.end if claim is not None else start
        is_name = len(spaceless(scene.view[place : match.start()])) >= (3 if place == start else 2)
        is_name = is_name and (place > start or not scene.lexicon.general.fullmatch(name))
        # 零廢棄2.0路線圖: the noun behind the number ends the name.
        end = match.end() + scene.lexicon.head_words.starting(scene.view, match.end())
        end = end if end > match.end() + 1 else match.end()
        if is_name and not scene.is_taken(start, end):
            yield Found(start, end, "programme", "versioned", 0.85)


def _topics(scene: Scene) -> Iterator[Found]:
    """Yield a Latin proper name that heads a list item, such as ``Manawatech：``."""
    for mark in _TOPIC_MARK.finditer(scene.view):
        piece = scene.piece_around(mark.start())
        if piece is None or not scene.is_listed(piece):
            continue
        start = scene.without_mark(piece.start, piece.end)
        match = _TOPIC_NAME.match(scene.view, start, piece.end)
        if match is None or match.end() != mark.end():
            continue
        name, end = match[match.lastindex or 0], match.end(match.lastindex or 0)
        is_word = len(name) >= 5 and not name.isupper() and not OTHER.search(name)
        is_word = is_word and (match[1] is not None or not scene.is_taken(start, end))
        # Pairs of words head whatever is told (Coffee Break, Palo Alto, Trend Micro), but figures
        # are told of what is done: Snow Buddies——志工1,450人.
        is_told = _FIGURED.match(scene.view, mark.end(), piece.end) is not None
        words = name.casefold().split()
        if is_word and (len(words) == 1 or is_told) and scene.lexicon.latin.isdisjoint(words):
            yield Found(start, end, "programme", "topic", 0.75)


def _appositions(scene: Scene) -> Iterator[Found]:
    """Yield Latin names told to be a system or service: 共享系統Velo; Velo，一套…系統."""
    last = 0
    for spot in _MAY_BE_APPOSED.finditer(scene.view):
        match = _APPOSED.match(scene.view, spot.start()) if spot.start() >= last else None
        if match is None:
            continue
        last = match.end()
        group = "after" if match["after"] else "before"
        start, end = match.span(group)
        if scene.piece_around(start) is None or scene.is_taken(start, end):
            continue
        name = match[group]
        if (name.isupper() and len(name) < _WORD) or name.casefold() in scene.lexicon.latin:
            continue
        kind = "system" if group == "before" else _head_kind(scene, match.start(), start)
        yield Found(start, end, kind, "apposition", 0.75)


def _head_kind(scene: Scene, start: int, end: int) -> str:
    head = scene.lexicon.heads.get(scene.view[start:end].strip())
    return head.kind if head else "other"

"""What may stand between a title and the name behind it, and is no part of either.

Contract: works on one piece of a page; offsets are code points.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.foreign_names import may_be_sound
from pipeline.language.lexemes import is_han
from pipeline.language.name_edges import NO_NAMES
from pipeline.language.names import HanName
from pipeline.language.unlisted_names import read_called, read_filling
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.scene import Scene

_GAP = " \u3000\u00a0:\n"
_WIDEST_GAP = 4
_GROUP = views.pattern("[ ]?等[0-9一二三四五六七八九十兩]{0,3}[位名]?$")
# Letters of scripts other than Chinese and Latin: Thai, Greek, Cyrillic, Arabic, Hangul.
OWN_LETTERS = "\u0370-\u1dff\ua980-\uabff\uac00-\ud7af"
# 市長 ชัชชาติ (Chadchart Sittipunt), Нұрлан 努尔兰: a name in its own letters before the one we read.
_OWN_SCRIPT = re.compile(f"[{OWN_LETTERS}. ]{{2,40}}(?=[(A-Z\u3400-\u9fff])")
_BRACKET = re.compile(r"[ ]?\(([^()\n]{1,60})\)[ ]?(?=[^\W_])")
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_LONGEST_REMARK = 8
_FREE = frozenset(views.fold("、,。:;(由與和及請邀"))
# Signs that end the full name of a city or county.
_FULL = frozenset(views.fold("市縣"))


# 慈濟大學傳播學系|何日升|副教授
_DEPARTMENTS = tuple(map(views.fold, ("學系", "研究所", "學院", "學程")))
# Offices that a city itself has, not one of its bodies.
_OF_CITY = views.pattern(
    "(?:代理|代|副)?(?:市|縣|郡|區|鎮|鄉|州)(?:政)?(?:長|議員|議長)|副?議長|副?首長"
)
_OF_DISTRICT = views.pattern("(?:代理|代|副)?[區鎮鄉](?:長|民代表)")
# 溫和|派, 江湖|味, 金融|業, 林口|街, 高人|氣: what ends so is a kind, no name.
_KINDS = frozenset(views.fold("派業味籍系型街調氣級黨團族界裔"))
_MOST_SIGNS, _MOST_SOUNDS, _LONGEST_FILLING = 4, 9, 5
_CHAIR = views.pattern("(?:人民委員會)?副?主席")
_LEAST_FILLING = -10
# What tells where and when a report was sent, behind its reporter: 塔林5日專電, 里加報導.
_DATELINE = views.pattern(
    "[\u3400-\u9fff]{4,14}?(?=(?:[0-9]{1,2}月)?[0-9]{1,2}日[專外]?[電訊]|[專外]電|(?:綜合|連線|專題)?報導)"
)
_REPORTER, _USUAL = views.fold("記者"), 3


def name_between(scene: Scene, end: int, title: Claim, low: int) -> HanName | None:
    """Return the name that fills what stands between a city and an office: 高雄市|史哲|副市長.

    So does one behind 的: 仙台市的|郡和子|市長; three signs behind a mark or 由: 由|盧創新|市長.
    """
    view, han = scene.view, scene.lexicon.han
    if not _OF_CITY.match(view, title.start):
        return None
    places = scene.offices.overlapping(max(low, end - _MOST_SIGNS - 2), end)
    starts = [place.end for place in places if place.label == "CITY" and place.end < end]
    city = max(starts, default=end)
    start = city + view.startswith("的", city)
    first = end - _USUAL
    if city == end and (first == low or (first > low and view[first - 1] in _FREE)):
        # 原訂由|副市長主持
        is_text = view[first] in NO_NAMES or view[end - 1] in _FREE or view[end - 1] in _KINDS
        return None if is_text else read_called(han, view, first, end)
    if not 2 <= end - start <= _MOST_SIGNS or view[city - 1] not in _FULL:
        return None
    family = han.japanese.starting(view, start, end)
    if family > 1 and 1 <= end - start - family <= 2 and all(map(is_han, view[start:end])):
        return HanName(start, end, family, 0, "japanese", True)
    return read_filling(han, view, start, end)


def sounds_between(scene: Scene, end: int, title: Claim, low: int) -> HanName | None:
    """Return the sounds that fill what stands behind a city: 烏蘭巴托市|尼亞木巴特爾|市長."""
    view = scene.view
    if _OF_DISTRICT.match(view, title.start):
        return None  # 高雄市|那瑪夏區長
    if not (_OF_CITY.match(view, title.start) or _CHAIR.match(view, title.start)):
        return None
    for place in scene.offices.overlapping(max(low, end - _MOST_SOUNDS - 1), end - _USUAL + 1):
        start = place.end
        is_full = place.label == "CITY" and view[start - 1] in _FULL
        least = _USUAL + (view[start] in scene.lexicon.han.singles)
        is_name = is_full and least <= end - start <= _MOST_SOUNDS
        if is_name and all(map(may_be_sound, view[start:end])):
            return HanName(start, end, 0, 0, "foreign", True)
    return None


def filling_before(scene: Scene, end: int, low: int) -> HanName | None:
    """Return what stands between a mark or the piece's begin and a bracket with an office."""
    start = end
    while start > low and is_han(scene.view[start - 1]) and end - start < _LONGEST_FILLING:
        start -= 1
    is_whole = start == low or not is_han(scene.view[start - 1])
    if not is_whole or scene.touches(start, end):
        return None
    return read_filling(scene.lexicon.han, scene.view, start, end)


def name_behind_body(scene: Scene, end: int, title: Claim, piece: Piece) -> HanName | None:
    """Return the name that fills what stands between a body and an office: 代表處|陳忠|大使.

    No name stands behind the office then: 貿發局|華南|首席代表黃天偉.
    """
    low, han = piece.start, scene.lexicon.han
    behind = han.read(scene.view, title.end, piece.end)
    if behind is not None and behind.is_closed:
        return None
    for start in (end - 2, end - 3):
        bodies = scene.offices.overlapping(start - 1, start) if start > low else ()
        is_body = any(body.end == start and body.label == "ORGANIZATION" for body in bodies)
        if is_body or scene.view.endswith(_DEPARTMENTS, low, start):
            name = han.read(scene.view, start, end, _LEAST_FILLING)
            # 范姜|局長
            is_family = han.surname_at(scene.view, start, end) == end - start
            is_word = scene.view[start:end] in han.common or is_family
            return name if name is not None and name.end == end and not is_word else None
    return None


def before_field(view: str, end: int, piece: Piece) -> int:
    """Return where the field of an office in a cell begins behind a Latin name: X |資訊|創新長."""
    if not piece.column_role:
        return end
    start = end
    while start > piece.start and is_han(view[start - 1]) and end - start < _LONGEST_REMARK:
        start -= 1
    is_behind_name = view[start - 1 : start] == " " and view[start - 2 : start - 1].isascii()
    return start if start > piece.start + 1 and is_behind_name else end


def name_start(scene: Scene, end: int, piece: Piece) -> int:
    """Return where the name behind a title that ends at ``end`` may begin."""
    view = scene.view
    gloss = gloss_end(scene, end, piece)
    at = start = gloss or end
    while at < piece.end and at - start < _WIDEST_GAP and view[at] in _GAP:
        at += 1
    own = _OWN_SCRIPT.match(view, at, piece.end)
    return own.end() if own else at


def gloss_end(scene: Scene, end: int, piece: Piece) -> int | None:
    """Return where a bracket ends that explains the title before it, if a word follows, or None.

    市政專員（Municipal Commissioner）|Vikrant Deshpande, 數位長（CDO）|林大同, 副局長（策劃）|拉維.
    """
    found = _BRACKET.match(scene.view, end, piece.end)
    if found is None:
        return None
    start, stop = found.span(1)
    if scene.lexicon.latin_titles[scene.text[start:stop]] or _ACRONYM.fullmatch(found[1]):
        return found.end()
    if stop - start > _LONGEST_REMARK or not all(map(is_han, found[1])):
        return None
    name = scene.lexicon.han.read(scene.view, start, stop)
    return None if name is not None and name.end == stop else found.end()


def before_dateline(scene: Scene, start: int, piece: Piece, title: Claim) -> int:
    """Return where the place of a by-line begins behind the name: 記者溫若彤|塔林5日專電.

    A place that no list has begins behind the three signs that most names have.
    """
    if not scene.view.endswith(_REPORTER, title.start, title.end):
        return piece.end
    run = _DATELINE.match(scene.view, start, piece.end)
    if run is None:
        return piece.end
    places = [one.start for one in scene.offices.overlapping(start + 2, run.end())]
    place = max((at for at in places if at > start + 1), default=start + _USUAL)
    return min(place, run.end())


def before_group(view: str, piece: Piece, title: Claim) -> int:
    """Return where 等3位 begins before a title, and the comma before a Latin one, or its start."""
    low = max(piece.start, title.start - 6)
    if view[title.start].isascii() and view[low : title.start].rstrip().endswith(","):
        return view.rfind(",", low, title.start)
    if low < title.start and view[title.start - 1] == ")":
        # 鮑德溫(Helen Baldwin)副代表
        bracket = view.rfind("(", max(piece.start, title.start - 45), title.start)
        inner = view[bracket + 1 : title.start - 1]
        return bracket if bracket > piece.start and not any(map(is_han, inner)) else title.start
    group = _GROUP.search(view, low, title.start) if "等" in view[low : title.start] else None
    return group.start() if group else title.start

"""Whether what stands beside a title is a name or a verb: 賴|市長, but not 連|市長座車|都公開.

Contract: works on one piece of a page; offsets are code points.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.name_edges import NO_NAMES, UNIT_ENDS, VERBS
from pipeline.language.names import HanName
from pipeline.recognizers.page import Piece
from pipeline.recognizers.people.scene import Scene

_ALL = "都"
# Family names that are verbs and adverbs, too; those of them that few people have.
DOES = VERBS | {_ALL, *views.fold("曾來")}
_RARELY = frozenset(views.fold("都談應找問從經過由於隨來相要常別"))
# So common is a word that is hardly a name of two signs: 明白, 巴士.
_EVERYDAY, _SURE = 48, 15
# How and when something is said or done, behind a name: 連建中|曾對外|表示; 局長|曾公開|說明.
_MANNER = "公開|對外|多次|數度|屢次|一度|再三|親自|主動|私下|當面|當場|當眾|先後|口頭|書面"
_HOW = views.pattern(f"(?:則|也|亦|並|曾|已|又|再|還|都|{_MANNER}){{0,3}}")
_MANNERS = frozenset(views.fold(_MANNER).split("|"))
# Words that are the family names of so many that two signs may be somebody: 林立, 高明.
_FAMILIES = frozenset(views.fold("林黃葉高方江石溫金白馬田周許何"))
# 簡報|時, 洪亮|地: what ends what is said of an action.
_WHEN = frozenset(views.fold("時中地後前"))
_BEFORE_VERBS = frozenset(views.fold("再先只才又還不別也就能會要想可必須來去才始先曾已未將邊"))
_DISTRICT = views.fold("區")
_REGION = views.pattern("[A-Za-z0-9] ?區$")
_EVEN = views.pattern("連[^,。;:!?]{2,14}[都也]")


def surname_before(scene: Scene, end: int, start: int) -> int:
    """Return the length of the surname that ends at ``end`` and may stand for a person, or 0."""
    view, han = scene.view, scene.lexicon.han
    for words in (han.doubles, han.japanese):
        length = words.ending(view, end, start)
        low = end - length
        if length > 1 and (han.edges.is_open_at(view, low, start) or ends_claim(scene, low)):
            return length
    is_word = han.singles.get(view[end - 1])
    if end - start > 1 and (view[end - 2].isalnum() and view[end - 2].isascii()):
        return 0  # EMEA區|副總裁
    if view[end - 1] == _DISTRICT and (
        _REGION.search(view, max(start, end - 3), end)
        or scene.lexicon.titles.bodies.places.ending(view, end - 1, start)
    ):
        return 0
    if _EVEN.match(view, end - 1):
        return 0
    if end - start > 1 and view[end - 1] in VERBS and view[end - 2] in _BEFORE_VERBS:
        return 0
    if view[end - 1] in VERBS and _is_toward(scene, end, start):
        return 0
    if end - start > 1 and (
        view[end - 2 : end] in han.edges.words or view[end - 2 : end] in han.ends
    ):
        return 0
    of = view[max(start, end - 2)] == "的"  # 衛生所的|林|主任
    behind = view[max(start, end - 2)] in UNIT_ENDS or ends_claim(scene, end - 1 - of)
    behind = behind and view[end - 1] not in NO_NAMES
    is_word = is_word and not behind and not han.edges.is_open_at(view, end - 1, start)
    return 0 if is_word is None or is_word else 1


# What is done to somebody: 向市長|提問; who speaks does it to 記者.
_TO = views.pattern(
    "記者|媒體|[^,。;:!?]{1,6}?(?:當面|再次|再|緊急)?(?:追問|提問|發問|致謝|道謝|道歉|反映|陳情|爭取|喊話|請教|致意|求助|道賀|請益|致敬|借)"
)


def _is_toward(scene: Scene, end: int, start: int) -> bool:
    """Whether somebody does something to who holds the office: 記者|向|局長追問, 向|市長提問."""
    edges, view = scene.lexicon.han.edges, scene.view
    behind_title = edges.titles.ending(view, end - 1, start) > 1
    return behind_title or (view[end - 1] == "向" and _TO.match(view, end) is not None)


def ends_claim(scene: Scene, end: int) -> bool:
    """Whether a place or body ends at ``end``, right before the title."""
    return any(claim.end >= end for claim in scene.offices.overlapping(end - 1, end))


def is_said_of(scene: Scene, name: HanName, piece: Piece) -> bool:
    """Whether what may be a name is what the office before it does: 市長|來探親, 局長|簡報時."""
    view, han = scene.view, scene.lexicon.han
    start, length = name.start, name.end - name.start
    first, common = view[start], han.scores.model.words.get(view[start : start + 2], 0)
    how = _HOW.match(view, name.end, piece.end)
    verb = how.end() if how else name.end
    says = scene.lexicon.strong_verbs.starting(view, verb, piece.end) > 0
    if first in DOES and view[start + 1 : name.end] in _MANNERS:
        return True  # 局長|曾公開|說明
    if length == 3 and view[name.end - 1] in _WHEN:
        # 署長|應訪時說; but 局長連建中說
        is_verb = first in _RARELY or (first in VERBS and not says)
        if common or is_verb:
            return True
    if not name.is_closed and common >= _EVERYDAY:
        return True
    if length == 2:
        is_word = common >= _EVERYDAY and han.singles.get(first) and first not in _FAMILIES
        return bool(is_word) or first == _ALL or (first in DOES and not says)
    if name.kind == "foreign":
        return False
    if name.kind == "japanese" and length == 4 and view[start : start + 2] in han.common:
        return not han.japanese.starting(view, start, name.end)  # 施工|三天
    inside = scene.offices.overlapping(start, name.end)
    is_town = not says and is_han(view[name.end : name.end + 1])
    is_town = is_town and view[start + 1 : start + 3] in han.edges.towns
    heads = scene.lexicon.titles.bodies.head_words
    is_town = is_town or heads.starting(view, name.end, piece.end) > 1  # 局長|向永明|國中
    if first in VERBS and (is_town or any(one.start == start + 1 for one in inside)):
        return True  # 市長|向新北, 鎮長|向三芝居民
    # 首長|都親自到場; but 副市長|都炫泰
    return first in _RARELY and name.score < _SURE

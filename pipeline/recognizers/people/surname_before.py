"""Whether the sign before a title is a family name: 賴|市長, but not 連|市長座車|都公開.

Contract: works on one piece of a page; offsets are code points.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.recognizers.people.scene import Scene

# Surnames that are verbs and particles, too: 再談|市長, 連|市長座車|都公開.
VERBS = frozenset(views.fold("談查管應找問向從和經過連由於於隨應包安解計來過通相要常別"))
# Behind a body or place these are no names, whatever office follows: 外交部|原|部長.
_NO_NAMES = VERBS | frozenset(
    views.fold("和同與及對由原時前首全都每各其任成元總副主代兼新師公官單平尚")
)
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
    if end - start > 1 and (
        view[end - 2 : end] in han.edges.words or view[end - 2 : end] in han.ends
    ):
        return 0
    behind = view[max(start, end - 2)] in "局处署科课室" or ends_claim(scene, end - 1)
    behind = behind and view[end - 1] not in _NO_NAMES
    is_word = is_word and not behind and not han.edges.is_open_at(view, end - 1, start)
    return 0 if is_word is None or is_word else 1


def ends_claim(scene: Scene, end: int) -> bool:
    """Whether a place or body ends at ``end``, right before the title."""
    return any(claim.end >= end for claim in scene.offices.overlapping(end - 1, end))

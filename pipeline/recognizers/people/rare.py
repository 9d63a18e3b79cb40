"""Names behind a title that no list of family names tells: 覺山, 莫哈末沙立夫, 張革.

Contract: the caller knows that a title stands right before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.name_edges import VERBS
from pipeline.language.name_scores import NEVER_GIVEN
from pipeline.language.names import HanName, HanNames
from pipeline.language.unlisted_names import (
    OF_FEW,
    read_before_saying,
    read_doubted,
    read_filling,
    read_hidden,
    read_of_few,
    read_unlisted,
)
from pipeline.language.words import is_ordinary
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.surname_before import DOES, ends_claim

_OFFICES = ("title", "office_and_title", "weak")
# How many signs a name without dots has, behind 拿督 and without.
HONOURED, UNDOTTED = 4, 6
_MARKS, _RAREST = re.compile("[、,。;(]|[0-9一二三四五六七八九十]{1,3}日"), -60
# What is quoted is no name: 「里長千里眼」.
_NOT_BEHIND = frozenset('」』》"')
_ALSO = views.pattern("[則也亦並還又更另再卻]|(?:今|昨)[日天早晚]|今?\\([0-9]{1,2}\\)日|日前")
# What a person does, behind the name: 在會上, 聽完, 笑答, 率團.
_GOES_ON = views.pattern("[在於以將曾已從對隨聽笑率]")
# What only somebody does, how far below an office.
_PERSON_DOES, _BELOW = views.pattern("[聽笑率:]"), 2000
# Family names that are words before a place as well: 向淡水居民致歉, 來高雄.
_TO_PLACES = frozenset(views.fold("向和于於從連來過由到同經及"))
_OF_TOWNS = frozenset(views.fold("市縣區鄉鎮里村站港路街"))
_NO_ENDS = _OF_TOWNS | frozenset(views.fold("案制營級會班團展賽獎法記稿"))
_WHEN = views.pattern("(?:今|昨)[日天早晚]|今?\\([0-9]{1,2}\\)日|日前")

_JAPAN, _FAR = views.fold("日本"), 400
# 參議員蓮舫|（右三）: where somebody stands in a picture.
STANDS = re.compile("[(](?=(?:[前后]排)?(?:左|右|中|正中)[起一二三四五六七八九十]?[)、,])")
_LONGEST, _LONGEST_HONOURED = 4, 12
# Words for anybody end in these: 來賓, 志工, 學生.
ANYBODY = frozenset(views.fold("員生者人團方眾們民客賓位組隊工表師長官手童"))


def unlisted_behind(
    scene: Scene, start: int, piece: Piece, title: Claim, name: HanName | None
) -> HanName | None:
    """Return the name behind a title that no list tells, or the one that was read there."""
    han, view = scene.lexicon.han, scene.view
    if name is None and title.rule in ("title", "office_and_title"):
        name = _unlisted_before_verb(scene, start, piece)
    if name is None and title.rule == "title":
        name = _family_alone(scene, start, piece) or _unlisted_japanese(scene, start, piece)
        if name is None and view[start : start + 1] not in VERBS:
            name = read_hidden(han, view, start, piece.end)
        name = name or _before_mark(scene, start, piece)
        if name is None and start == title.end and ends_claim(scene, title.start):
            name = read_doubted(han, view, start, piece.end)
    if name is None and title.rule in ("title", "office_and_title") and start == title.end:
        name = _of_two(scene, start, piece)
    # 盧家|和指出 is no name before 和
    is_cut = name is not None and name.end - start == 2 and view[name.end : name.end + 1] == "和"
    if name is not None and name.is_closed and not is_cut:
        return name
    is_office = title.rule in _OFFICES and start == title.end
    filling = _filling(scene, start, piece, is_office=is_office)
    return filling or _of_words(scene, start, piece, title) or name


def _filling(scene: Scene, start: int, piece: Piece, *, is_office: bool) -> HanName | None:
    """Return three signs, whatever words they make, where the clause goes on with a mark or verb.

    蘇南投|也說, 溫即墨|在會上, 和平安|補充; a family name and a township need neither: 范竹北|綜整.
    """
    stop, view = start + 3, scene.view
    if stop > piece.end or view[stop : stop + 1] in _NOT_BEHIND:
        return None
    adverb = _ALSO.match(view, stop, piece.end)
    verbs, han = scene.lexicon.strong_verbs, scene.lexicon.han
    says = verbs.starting(view, adverb.end() if adverb else stop, piece.end)
    if says:
        if view[start] in OF_FEW:
            return read_of_few(han, view, start, stop) if is_office else None
        if view[start] in DOES:
            return None
        is_verb = verbs.starting(view, start + 1, stop) > 0
        name = None if is_verb else read_before_saying(han, view, start, stop)
        return name or read_filling(han, view, start, stop)
    ends = stop == piece.end or not is_han(view[stop]) or _GOES_ON.match(view, stop, piece.end)
    # 石化業、, 施政上，: a word and what it is of
    is_word = view[start : start + 2] in han.scores.model.words or (
        view[start : start + 2] in han.common or verbs.starting(view, start + 1, stop)
    )
    if not _is_town(scene, start) and (is_word or not ends):
        return None
    return read_filling(han, view, start, stop)


def _of_words(scene: Scene, start: int, piece: Piece, title: Claim) -> HanName | None:
    """Return three signs behind an office, whatever word the last two are: 游安全、, 楊家和|當場.

    What ends a name must follow, and the first two must be no word.
    """
    stop, view, han = start + 3, scene.view, scene.lexicon.han
    if title.rule not in _OFFICES or stop > piece.end or view[start] in DOES:
        return None
    if view[stop - 1] in NEVER_GIVEN:
        return None
    if view[start : start + 2] in han.scores.model.words or view[stop : stop + 1] in _NOT_BEHIND:
        return None
    if not han.edges.is_closed_behind(view, stop, piece.end):
        return None
    return read_before_saying(han, view, start, stop)


def _of_two(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return two signs behind an office though they are a word or township: 白沙|表示, 江陵：.

    No everyday word is a name so, and nothing but a verb of saying or a colon tells a person:
    鹿港、和美參訪, 東河與長濱 are places.
    """
    stop, view, han = start + 2, scene.view, scene.lexicon.han
    text = view[start:stop]
    if stop > piece.end or text[0] not in han.singles or not all(map(is_han, text)):
        return None
    if text[0] in DOES or text[0] in OF_FEW or text[1] in NEVER_GIVEN or text in han.common:
        return None
    if text not in han.edges.towns and han.edges.is_word_at(view, start, piece.end):
        return None
    says = view[stop : stop + 1] == ":" or scene.lexicon.strong_verbs.starting(
        view, stop, piece.end
    )
    if not says or han.edges.is_word_at(view, start + 1, piece.end):
        return None
    return HanName(start, stop, 1, 0, "chinese", True)


def _is_town(scene: Scene, start: int) -> bool:
    """Whether a family name and a township stand there, and no district: 范|竹北, 向|淡水|居民."""
    view, stop = scene.view, start + 3
    is_known = view[start + 1 : stop] in scene.lexicon.han.edges.towns
    return is_known and view[start] not in _TO_PLACES and view[stop : stop + 1] not in _OF_TOWNS


def _unlisted_before_verb(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return what stands between a title and a verb of saying if it holds no word: 覺山, 長崎亘."""
    if scene.view[start : start + 1] in OF_FEW:
        return None  # 局長|和林明|說
    for stop in range(start + 2, min(start + 7, piece.end)):
        adverb = _WHEN.match(scene.view, stop, piece.end)
        verb = adverb.end() if adverb else stop
        if scene.lexicon.strong_verbs.starting(scene.view, verb, piece.end):
            if is_ordinary(scene.page.words, start, stop):
                return None  # 因市長|改選|婉謝
            return read_unlisted(scene.lexicon.han, scene.view, start, stop)
    return None


def _unlisted_japanese(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return four signs that hold no word, in a text of Japan: 議長|新宮領隆|代表市議會."""
    view, han, stop = scene.view, scene.lexicon.han, start + 4
    text = view[start:stop]
    if _JAPAN not in view[max(0, start - _FAR) : start] or stop > piece.end:
        return None
    if not all(map(is_han, text)) or not NEVER_GIVEN.isdisjoint(text):
        return None
    pairs = (text[at : at + 2] for at in range(3))
    if any(pair in han.common or pair in han.edges.words for pair in pairs):
        return None
    if scene.touches(start, stop) or not han.edges.is_closed_at(view, stop, piece.end):
        return None
    return HanName(start, stop, 2, 0, "japanese", True)


def _family_alone(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return a Japanese family name alone: 富山市長|藤崎|來訪."""
    han = scene.lexicon.han
    end = start + han.japanese.starting(scene.view, start, piece.end)
    is_word = scene.view[start:end] in han.common or han.edges.is_word_at(
        scene.view, start, piece.end
    )
    if end - start < 2 or is_word or not han.edges.is_closed_at(scene.view, end, piece.end):
        return None
    return HanName(start, end, end - start, 0, "japanese", True)


def longer(
    scene: Scene, start: int, piece: Piece, name: HanName | None, least: int
) -> HanName | None:
    """Return the long name without dots that one read short is the begin of, else that one."""
    foreign, view = scene.lexicon.han.foreign, scene.view
    end = foreign.undotted(view, start, piece.end, least)
    end = end or foreign.undotted(view, start, piece.end, HONOURED)
    if end is None or (name is not None and end <= name.end):
        return name
    goes_on = scene.lexicon.han.edges.closers.starting(view, end, piece.end) > 1
    if name is not None and name.is_closed and name.kind != "foreign":
        # 莫哈末|再努丁: what closes a name may be the next sound of it.
        is_longer = goes_on and end - start > HONOURED
    else:
        is_longer = goes_on or end - start >= least
    return HanName(start, end, 0, 0, "foreign", True) if is_longer else name


def honoured(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return whatever no word stands in between 拿督 and a mark or verb: 拿督|沙賓沙馬迪東|說."""
    han, end = scene.lexicon.han, start
    while end < piece.end and is_han(scene.view[end]) and end - start < _LONGEST_HONOURED:
        if end - start > 1 and han.edges.closers.starting(scene.view, end, piece.end) > 1:
            break
        if end - start > 1 and scene.lexicon.strong_verbs.starting(scene.view, end, piece.end):
            break
        end += 1
    text = scene.view[start:end]
    if len(text) < 7:
        return read_unlisted(han, scene.view, start, end)
    is_word = any(text[at : at + 2] in han.common for at in range(len(text) - 1))
    return (
        None
        if is_word or len(text) == _LONGEST_HONOURED
        else HanName(start, end, 0, 0, "foreign", True)
    )


def _before_mark(scene: Scene, start: int, piece: Piece) -> HanName | None:
    """Return the rare name between a title and a mark: 區委書記|張革、, 副市長　|鮮榮生。"""
    view, han = scene.view, scene.lexicon.han
    end = start + 2
    if _MARKS.match(view, end, piece.end):
        is_known = han.singles.get(view[start]) is False
        return read_filling(han, view, start, end, _RAREST) if is_known else None
    end += 1
    ends = end == piece.end or _MARKS.match(view, end, piece.end)
    if not ends or view[end - 1] in _NO_ENDS or view[start : end - 1] in han.scores.model.words:
        return None  # 局長　石化業、 市長　宿舍區，
    # 校長|遴選案，, 市長|巡田水，: without a blank it is what is held or done, but for who acts
    if not _is_given(han, view[end - 2 : end]):
        return None
    if is_han(view[start - 1]) and not _acts_below(scene, view[start:end], end):
        return None
    return read_unlisted(han, view, start, end)


def _is_given(han: HanNames, text: str) -> bool:
    """Whether two signs stand in given names more often than elsewhere: 榮生, no 詞稿, 選案."""
    model = han.scores.model
    return model.first.get(text[0], 0) + model.second.get(text[1], 0) > 0


def _acts_below(scene: Scene, name: str, end: int) -> bool:
    """Whether what is read as a name does as a person does further on: 。宜靜芬|聽完直說."""
    view, stop = scene.view, end + _BELOW
    while (at := view.find(name, end, stop)) >= 0:
        end = at + len(name)
        if not is_han(view[at - 1]) and (
            _PERSON_DOES.match(view, end) or scene.lexicon.strong_verbs.starting(view, end, stop)
        ):
            return True
    return False


def find_in_pictures(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield who stands somewhere in a picture, whatever the name, behind an office."""
    view, han = scene.view, scene.lexicon.han
    for place in STANDS.finditer(view, piece.start, piece.end):
        end = start = place.start()
        while start > piece.start and end - start < _LONGEST and is_han(view[start - 1]):
            if scene.titles.touches(start - 1, start) or scene.offices.touches(start - 1, start):
                break
            start -= 1
            if end - start > 1 and han.edges.boundaries.ending(view, start, piece.start):
                break
        behind_title = any(t.end == start for t in scene.titles.overlapping(start - 1, start))
        if end - start < 2 or view[end - 1] in ANYBODY or not behind_title:
            continue
        name = read_filling(han, view, start, end) or read_unlisted(han, view, start, end)
        if name is not None:
            yield Claim(start, end, "PERSON", "picture", 0.6, value=PersonValue("", "han"))

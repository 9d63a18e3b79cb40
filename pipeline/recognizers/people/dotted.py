"""Dotted names by the words they are cut into: 當天|古斯塔夫·克林姆|創作.

Contract: a dot between Chinese signs joins the parts of a foreign name.  A part reaches as far as
words of foreign sounds or names do; the words around it are no part of it, whatever they are.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from pipeline.language import views
from pipeline.language.foreign_names import is_sound, may_be_sound
from pipeline.language.lexemes import is_han
from pipeline.language.words import Word, number_at
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.scene import Scene

# Tags of words that are names, or may be.
_NAMES = frozenset(("nr", "nrt", "nrfg", "ns", "nz", None, ""))
# Tags of words of one sign beside a name: 以|, 中|, 由|, 對|; and of those behind one: |也.
_PARTICLES = frozenset(("p", "c", "u", "uj", "f", "r", "y"))
_BEHIND = _PARTICLES | {"d"}
_DOES = frozenset(("v", "p"))
# Tags of words that may stand behind a first sign: 本|大衛.
_NOUNS = _NAMES | {"n", "nz"}
# A sound that is a given name by itself: 讓·, 珍·, 湯·.
_FIRST_OF_ONE = frozenset(views.simplify("讓尚珍金李安吉湯喬歐丹班雷肯蓋瓊傑揚楊"))
_DOT = re.compile("[ ]?·[ ]?(?=[\u3400-\u9fff])")
_DASH = re.compile("-(?=[\u3400-\u9fff])")
_DATED = frozenset("年月日")
_LONGEST_PART = 8
# A part has so many signs before a word may end it.
_LEAST = 2
_SHORT = 5
# 腓特烈·威廉|四世
_REIGN = re.compile("[一二三四五六七八九十]{1,3}世(?![界纪代家人])")
# What is named for somebody: 喬治·華盛頓|高中, 納爾遜·曼德拉|國際日.
_NAMED_FOR = views.pattern(
    "(?:國際|紀念|文學|科學|和平|藝術|第[一二三四五六七八九十]){0,2}"
    "(?:[大中小]學|高[中職]|學[院校]|獎|機場|廣場|公園|大道|[街路橋日館盃號]|中心|基金會|板塊|醫院|球場)"
)


def find_dotted(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield dotted names that stand free; none in a text that is not cut into words."""
    if not scene.page.words:
        return
    view, reached = scene.view, piece.start
    for dot in _DOT.finditer(view, piece.start, piece.end):
        if dot.start() < reached:
            continue
        start = _begin(scene, dot.start(), piece.start)
        reached = _end(scene, dot, piece.end)
        if start is None or not _is_by_sound(scene, start, reached):
            continue
        if _is_free(scene, start, reached) and not _NAMED_FOR.match(view, reached, piece.end):
            yield Claim(start, reached, "PERSON", "dotted", 0.7, value=PersonValue("", "han"))


def by_words(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Let dotted names that other rules found begin and end where their words do.

    市長阿里·哈恩|創作, 主教練|阿里·哈恩
    """
    view = scene.view
    for claim in claims:
        dot = _DOT.search(view, claim.start, claim.end) if scene.page.words else None
        piece = scene.page.piece_at(claim.start) if dot is not None else None
        if dot is None or piece is None or piece.table:
            yield claim
            continue
        start, end = claim.start, _end(scene, dot, piece.end)
        if not _is_cut(scene, end, claim.end):
            end = claim.end
        word = scene.page.words[number_at(scene.page.words, start)]
        if word[0] < start or (word[1] - word[0] >= _LEAST and _is_ordinary(word)):
            start = max(start, _begin(scene, dot.start(), start) or 0)
        yield dataclasses.replace(claim, start=start, end=end)


def _is_cut(scene: Scene, end: int, claimed: int) -> bool:
    """Whether another word begins at ``end``, or one is cut in two: 阿里·哈恩|借居, 克林姆|創|作.

    But 喬杜|里, 林德|高, 拉馬|錢德蘭: a name may have signs that are words, too.
    """
    words = scene.page.words
    number = number_at(words, end)
    _, behind, tag = words[number]
    last = words[number_at(words, claimed - 1)]
    if last[1] > claimed and not all(map(may_be_sound, scene.view[last[0] : claimed])):
        return True  # but 科瓦連|科因: the dictionary may be wrong
    if end > claimed:
        return False
    if behind - end < _LEAST:
        signs = scene.view[end : min(claimed, end + _LEAST)]
        if len(signs) == _LEAST and not any(map(may_be_sound, signs)):
            return True  # 普魯申科|借|居
        edges = scene.lexicon.han.edges
        return tag in _DOES and edges.is_closed_at(scene.view, end, len(scene.view))
    return tag not in _NAMES and not all(map(may_be_sound, scene.view[end:behind]))


def _is_free(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing was claimed there but a place that sounds like a first part: 華盛頓·歐文."""
    places = scene.offices.overlapping(start, end)
    return not scene.titles.touches(start, end) and all(
        claim.start >= start and scene.view[claim.end : claim.end + 1] == "·" for claim in places
    )


def _is_by_sound(scene: Scene, start: int, end: int) -> bool:
    """Whether the signs are foreign sounds, three of four: not 生活·讀書·新知.

    In a short name two of three are signs that mostly are: not 信義·大安.
    """
    signs = [sign for sign in scene.view[start:end] if is_han(sign)]
    if len(signs) < _SHORT and sum(map(is_sound, signs)) * 3 < len(signs) * 2:
        return False
    return sum(map(may_be_sound, signs)) * 4 >= len(signs) * 3


def _begin(scene: Scene, dot: int, low: int) -> int | None:
    """Return where the first part of a name begins, the words before it left out."""
    words, view = scene.page.words, scene.view
    number = first = number_at(words, dot - 1)
    if not all(map(is_han, view[words[number][0] : words[number][1]])):
        return None
    while first > 0 and words[first - 1][0] >= max(low, dot - _LONGEST_PART):
        start, end, _ = words[first - 1]
        if scene.touches(start, end) or not _may_be_part(view, words[first - 1]):
            break
        first -= 1
    while first < number and _is_ordinary(words[first]) and dot - words[first][1] >= _LEAST:
        first += 1
    start = max(low, words[first][0])
    if view[start] in _DATED and view[start - 1 : start].isdigit():
        start += 1  # 1893年|亨利·莫瓦桑
    foreign, edges = scene.lexicon.han.foreign, scene.lexicon.han.edges
    if dot - start < _LEAST and view[start] not in _FIRST_OF_ONE:
        start = foreign.first_part(view, dot, low)  # 原名|列夫·達維多維奇
        return start if dot - start >= _LEAST and edges.is_open_at(view, start, low) else None
    return start


def _end(scene: Scene, dot: re.Match[str], limit: int) -> int:
    """Return where the name ends whose first dot is given."""
    end = dot.start()
    following: re.Match[str] | None = dot
    while following is not None:
        end = _last_part(scene, following.end(), limit)
        following = _DOT.match(scene.view, end, limit) or _DASH.match(scene.view, end, limit)
    reign = _REIGN.match(scene.view, end, limit)
    return reign.end() if reign is not None else end


def _last_part(scene: Scene, start: int, limit: int) -> int:
    """Return where the part that begins behind a dot ends."""
    end = start
    words = scene.page.words
    for number in range(number_at(words, start), len(words)):
        word = words[number]
        if word[1] > limit or word[1] - start > _LONGEST_PART or not is_han(scene.view[word[0]]):
            break
        if end > start and not _goes_on(scene, word, end - start, limit):
            break
        end = word[1]
    return end


def _goes_on(scene: Scene, word: Word, length: int, limit: int) -> bool:
    """Whether a word goes on with a part that has so many signs."""
    start, end, tag = word
    view, edges = scene.view, scene.lexicon.han.edges
    if end - start > 1:
        if length < _LEAST and tag in _NOUNS and not edges.is_closed_at(view, start, limit):
            return True
        return _may_be_part(view, word)
    # 瑞欽·巴思|缽（: what stands last before a mark, or behind one sign, may be anything.
    is_free = length < _LEAST or end >= limit or not is_han(view[end])
    if is_free and not (tag in _BEHIND or edges.verbs.starting(view, start, end)):
        return True
    if not may_be_sound(view[start]):
        return False
    return tag in _NAMES or length < _LEAST or not edges.is_closed_at(view, start, limit)


def _may_be_part(view: str, word: Word) -> bool:
    """Whether a word may stand in a name: by its sounds, and as the dictionary knows it."""
    start, end, tag = word
    return all(map(may_be_sound, view[start:end])) and (end - start == 1 or tag in _NAMES)


def _is_ordinary(word: Word) -> bool:
    start, end, tag = word
    return tag in _PARTICLES if end - start == 1 else tag not in _NAMES

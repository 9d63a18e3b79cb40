"""Names that no list of family names tells, where the place asks for a name.

Contract: works on folded text; the caller knows that a name is expected.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.name_scores import NEVER_GIVEN
from pipeline.language.names import HanName, HanNames


def read_unlisted(names: HanNames, view: str, start: int, stop: int) -> HanName | None:
    """Read ``start..stop`` as a name if it holds no common word: 覺山, 阿薩潘彤.

    A family name and two signs more are one for all that: 古今香.

    The caller knows that a name is expected here.
    """
    text = view[start:stop]
    if not 2 <= len(text) <= 6 or not all(map(is_han, text)):
        return None
    if any(character in NEVER_GIVEN for character in text):
        return None
    is_whole = len(text) == 3 and text[0] in names.singles
    is_whole = is_whole and text not in names.common and text[:2] not in names.edges.words
    # 長崎|亘: a family name of Japan may be a place
    given = start + names.japanese.starting(view, start, stop - 1)
    pairs = () if is_whole else (view[at : at + 2] for at in range(given, stop - 1))
    if any(pair in names.common or pair in names.edges.words for pair in pairs):
        return None
    if any(names.edges.is_closed_at(view, at, stop) for at in range(given, stop)):
        return None
    kind = "japanese" if given > start else "foreign"
    return HanName(start, stop, given - start, 0, kind, True)


# So common are words that no name may hold where nothing but its place tells it: 時間, 安全.
_EVERYDAY = 72
# Doubt that two signs must not exceed, three are free of.
_LEAST_SHORT = -40


def read_filling(
    names: HanNames, view: str, start: int, stop: int, least: int = _LEAST_SHORT
) -> HanName | None:
    """Read all that fills an entry as a name by its family name alone: 古今香, 練不凡.

    The caller knows that the entry is one of a person: a line with an office behind it, the
    words before a bracket with an office, the label of a turn.  Two signs must score ``least``.
    """
    text = view[start:stop]
    family = names.doubles.starting(view, start, stop) or int(text[:1] in names.singles)
    given = len(text) - family
    if not family or given not in (1, 2) or not all(map(is_han, text)):
        return None
    common = names.scores.model.words
    if text in names.common or _is_word(names, text) or text in names.ends:
        return None
    if any(common.get(text[at : at + 2], 0) >= _EVERYDAY for at in range(len(text) - 1)):
        return None
    if _is_word(names, text[:2]) or _is_word(names, text[-2:]):
        return None
    if any(map(NEVER_GIVEN.__contains__, text[family:])) or _ends_title(names, view, start, stop):
        return None
    if len(text) == 2:
        score = names.scores.score(view, start, 1, 1, "chinese")
        if score is None or score < least:
            return None
    return HanName(start, stop, family, 0, "chinese", True)


def read_called(names: HanNames, view: str, start: int, stop: int) -> HanName | None:
    """Read what fills an entry as a name though words fill it, too: 江南春, 胡明白, 高雅.

    The caller knows that the entry is one person's, and no place or body.
    """
    name = read_filling(names, view, start, stop)
    text = view[start:stop]
    if name is not None or len(text) not in (2, 3) or text[0] not in names.singles:
        return name
    is_word = text in names.ends or _is_word(names, text) or text[0] in _OPENS_DEED
    if len(text) == 2:
        is_word = is_word or names.scores.model.words.get(text, 0) >= _EVERYDAY
    else:
        is_word = is_word or text in names.common
    if is_word or not all(map(is_han, text)) or not NEVER_GIVEN.isdisjoint(text[1:]):
        return None
    return _untitled(names, view, start, stop)


# Signs that open what somebody does, though they are family names: 常樂觀|表示.
_OPENS_DEED = frozenset(views.fold("全時常同才卻只和及與還並亦又更最很太已"))


def read_before_saying(names: HanNames, view: str, start: int, stop: int) -> HanName | None:
    """Read a family name and two signs as a name, whatever word they are: 康開場|質疑, 林家和|說.

    The caller knows that an office stands before them and a verb of saying behind.
    """
    text = view[start:stop]
    if text[0] not in names.singles or text[0] in _OPENS_DEED or not all(map(is_han, text)):
        return None
    first = text[:2]
    is_word = first in names.common or names.scores.model.words.get(first, 0) >= _EVERYDAY
    if is_word or _is_word(names, first) or text[1] in NEVER_GIVEN:
        return None
    return _untitled(names, view, start, stop)


# Words that are the family names of few: with whom, to whom, from or by what something is said.
_WITH = frozenset(views.fold("和同向"))
_SURE_OF_FEW = 15
OF_FEW = _WITH | frozenset(views.fold("從由于連經過隨應"))
# What words for people, bodies and times end in: 向居民, 和幕僚, 于會後.
_OTHERS = frozenset(
    views.fold(
        "員生者人團方會眾們民客賓位組隊工表師長官手童界屬僚體友商家媒主親鄰央府署院部局處司社區委代董總任秘記"
        "年月日時天午晚早夜後前中間內外上下地"
    )
)


def read_of_few(names: HanNames, view: str, start: int, stop: int) -> HanName | None:
    """Read a word that few are called by and a given name: 和平安|補充, 向陽明|答稱, 由美善|說.

    With and to whom something is said tells a word for people; what stands there else is a name.
    The caller knows that an office stands right before and a verb of saying behind.
    """
    given, edges, model = view[start + 1 : stop], names.edges, names.scores.model
    total = model.first.get(given[0], 0) + model.second.get(given[1], 0)
    if total <= 0 or given[1] in _OTHERS or not NEVER_GIVEN.isdisjoint(given):
        return None
    if given in names.common and view[start] not in _WITH:
        return None
    if edges.is_word_at(view, start, stop) or edges.is_word_at(view, start + 1, stop):
        return None
    if given[0] in names.singles:
        score = names.scores.score(view, start + 1, 1, 1, "chinese")
        if score is not None and score > 0:
            return None  # 和|王偉|說
    return HanName(start, stop, 1, _SURE_OF_FEW, "chinese", True)


def _untitled(names: HanNames, view: str, start: int, stop: int) -> HanName | None:
    """Return a family name and two signs as a name unless a title stands in them."""
    is_titled = names.edges.titles.starting(view, start + 1, stop) > 1
    if is_titled or _ends_title(names, view, start, stop):
        return None
    return HanName(start, stop, 1, 0, "chinese", True)


def _is_word(names: HanNames, text: str) -> bool:
    """Whether a word that ends names stands there, and no township: 何|西螺, 林口|平."""
    return text in names.edges.words and text not in names.edges.towns


def _ends_title(names: HanNames, view: str, start: int, stop: int) -> bool:
    return names.edges.titles.ending(view, stop, start) > 1


# Three signs right behind an office may be a name that the model doubts so much: 卓以晴.
_LEAST_DOUBTED = -15


def read_doubted(names: HanNames, view: str, start: int, end: int) -> HanName | None:
    """Read the three signs at ``start`` as a name though no known word follows: 卓以晴|引介.

    The caller knows that an office stands right before them.
    """
    stop = start + 3
    if stop > end or view[start] not in names.singles:
        return None
    if view[start + 1] == "姓":
        return None
    begun = names.scores.model.words.get(view[start : start + 2], 0)
    if begun and names.singles[view[start]]:
        return None
    if not all(map(is_han, view[start:stop])) or view[start : start + 2] in names.common:
        return None
    if any(names.edges.is_word_at(view, at, end) for at in range(start, stop)):
        return None
    score = names.scores.score(view, start, 1, 2, "chinese")
    if score is None or score < _LEAST_DOUBTED:
        return None
    return HanName(start, stop, 1, score, "chinese", False)


# So sure must a given name be to outweigh the word that its first sign makes with the family name.
_LEAST_HIDDEN = 8


def read_hidden(names: HanNames, view: str, start: int, end: int) -> HanName | None:
    """Read three signs whose first two are a word: 林立生|主持, 黃金山|出席, 許可欣|說.

    The caller knows that an office stands right before them; something that ends a name must
    follow.
    """
    stop = start + 3
    if stop > end or view[start] not in names.singles or not all(map(is_han, view[start:stop])):
        return None
    given, model = view[start + 1 : stop], names.scores.model
    if not NEVER_GIVEN.isdisjoint(given) or given in names.common or given in names.edges.words:
        return None
    second = model.second.get(given[1], 0)
    total = model.first.get(given[0], 0) + second
    is_word = view[start : start + 2] in model.words or view[start : start + 2] in names.edges.words
    if total < _LEAST_HIDDEN or second <= 0 or not is_word:
        return None
    if not names.edges.is_closed_behind(view, stop, end):
        return None
    return HanName(start, stop, 1, 0, "chinese", True)

"""A title inside a name: 江議長明赫, 顏徐議員秀鳳; else the family name with it: 江議長.

Contract: works on one piece of a page; offsets are code points.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.names import HanName
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.lexicon import PersonValue
from pipeline.recognizers.people.rare import ANYBODY
from pipeline.recognizers.people.scene import Scene

_WHOLE_NAME = 4
# A title behind one of these is held in a body, not by a person of that name.
BODY_ENDS = frozenset(views.fold("局處署部會院廳司校館所室系組科課族黨"))
_ALSO = frozenset("也则亦并")
# What ends a verb of saying: 並說, 笑稱.
_SAYS = frozenset(views.fold("說問答道稱談講言詢復覆應"))
# What minutes say of a speaker in brackets: （柳議員承恩報告）.
_REPORTS = views.pattern(
    "(?:報告|說明|補充|發言|質詢|答覆|回覆|答詢|提問|代)(?=[):。,、;]|$)|先生|女士|小姐|博士"
    "|(?<![派請由])代表(?=[。,、;)]|[簽領主受]|出席|致[詞辭意贈]|接受|宣讀)"
)
# So sure must a given name be that a word follows right behind: 王縣長惠美|主持.
_SURE, _WORD = 10, 2
# How unsure a woman's own family name behind her husband's may leave a whole name.
_LEAST_MARRIED = -30


def married_around(scene: Scene, piece: Piece, title: Claim) -> Claim | None:
    """Return 顏徐議員秀鳳: two family names before the title, a given name behind it."""
    singles, low = scene.lexicon.han.singles, title.start - 2
    if low < piece.start or not all(sign in singles for sign in scene.view[low : title.start]):
        return None
    if not scene.lexicon.han.edges.is_open_at(scene.view, low, piece.start):
        return None
    claim = around(scene, piece, title, 2)
    return claim if claim.form == "name" else None


def around(scene: Scene, piece: Piece, title: Claim, surname: int) -> Claim:
    """Return 江議長明赫 as a name, 江議長 as a short reference."""
    view, start = scene.view, title.start - surname
    family = view[start : title.start]
    lengths = () if scene.lexicon.han.edges.verbs.starting(view, title.end, piece.end) else (2, 1)
    for length in lengths:
        end = title.end + length
        given = view[title.end : end]
        if end > piece.end or not all(map(is_han, given)):
            continue
        verb = end + (view[end : end + 1] in _ALSO and end < piece.end)
        says = scene.lexicon.strong_verbs.starting(view, verb, piece.end) or _REPORTS.match(
            view, end, piece.end
        )
        ends = says or _is_hard_end(view, end, piece.end)
        if not ends and not _is_sure(scene, family, given, end, piece.end):
            continue
        # 杜主秘|請補充, but 邱主任寶山: townships are given names, too.
        edges = scene.lexicon.han.edges
        if given in edges.boundaries and given not in edges.towns:
            continue
        # 謝謝郭議員|關心
        is_word = given in scene.lexicon.han.common and not _is_free(scene, start, piece)
        if is_word and not view.startswith(":", end):
            continue
        is_label = length == _WORD and view.startswith(":", end) and _opens(scene, start, piece)
        is_verb = (
            says or given[0] in _ALSO or given[-1] in _SAYS or given in scene.lexicon.han.common
        )
        if (is_label and not is_verb) or scene.lexicon.han.is_given(family, given):
            return Claim(start, end, "PERSON", "around_title", 0.9, value=PersonValue("", "han"))
    value = PersonValue("", "han")
    return Claim(start, title.end, "PERSON", "surname_title", 0.85, "short", value)


def _is_free(scene: Scene, start: int, piece: Piece) -> bool:
    """Whether nothing that is said stands right before: （馬|副組長大同）, 工研院 焦|組長復興."""
    return start == piece.start or scene.view[start - 1] in " ("


def _opens(scene: Scene, start: int, piece: Piece) -> bool:
    """Whether a label begins there, behind a blank, a number or an office: （二）顏|科長己喨：."""
    before = scene.view[start - 1] if start > piece.start else " "
    return before in "\n ()、." or scene.touches_office(start - 1, start)


def behind_unit(scene: Scene, piece: Piece, title: Claim) -> Claim | None:
    """Return the name around a title right behind a unit: 資管系|洪教授新原."""
    view, at = scene.view, title.start - 1
    is_behind = at - 1 > piece.start and view[at - 1] in BODY_ENDS
    if not is_behind or scene.lexicon.han.singles.get(view[at]) is not False:
        return None
    claim = around(scene, piece, title, 1)
    return claim if claim.form == "name" else None


def _is_sure(scene: Scene, family: str, given: str, position: int, end: int) -> bool:
    """Whether a given name of two signs is beyond doubt, and a word follows: 惠美|處理."""
    han = scene.lexicon.han
    is_word = given in han.edges.words and given not in han.edges.towns
    if len(given) < 2 or given in han.common or is_word:
        return False
    score = han.scores.score(family + given, 0, len(family), len(given), "chinese")
    follows = han.edges.closers.starting(scene.view, position, end) >= _WORD
    follows = follows or scene.view[position : position + _WORD] in han.common
    return follows and score is not None and score >= _SURE


def _is_hard_end(view: str, position: int, end: int) -> bool:
    return position >= end or not is_han(view[position])


def married_before(scene: Scene, stop: int, piece: Piece) -> HanName | None:
    """Return four signs behind 的 that begin with two family names: 賣魚的|蔡李招弟|抱怨.

    The caller knows that a verb of saying stands behind them.
    """
    view, start = scene.view, stop - 4
    if start <= piece.start or view[start - 1] != "的" or view[stop - 1] in ANYBODY:
        return None
    name = scene.lexicon.han.read_back(view, stop, start, _LEAST_MARRIED)
    is_sure = scene.lexicon.han.singles.get(view[start]) is False
    is_whole = name is not None and name.start == start and name.kind == "married"
    return name if is_sure and is_whole else None


def ends_body(scene: Scene, end: int, piece: Piece) -> bool:
    """Whether what ends there ends as an office does, and is no man of Japan: 荻原健司|市長."""
    last = scene.view[end - 1]
    if last != "司":
        return last in BODY_ENDS
    name = scene.lexicon.han.read_back(scene.view, end, piece.start)
    return name is None or name.kind != "japanese" or name.end - name.start < _WHOLE_NAME

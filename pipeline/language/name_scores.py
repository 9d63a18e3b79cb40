"""Scores of names in Chinese characters: how much family and given name look like one.

Contract: works on folded text; a score is a function of the characters and of what follows them.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language import views
from pipeline.language.japanese_names import ends_in_ya, given_score, is_sure_given
from pipeline.language.lexemes import is_han
from pipeline.language.memo import Memo
from pipeline.language.name_edges import NEEDS_EDGE, NameEdges
from pipeline.language.name_model import NameModel

# Characters no given name holds, but for those that begin many: 王均豪, 葉向陽, 邵于庭, 林則徐.
# Given names of old people begin with 阿.
_CALLED, _OLD = "阿", 15
_BEGIN_GIVEN = frozenset(views.simplify("亦均向于在則從"))
NEVER_GIVEN = frozenset(
    views.simplify(
        "兩的了是也將把被給讓跟並而且或這那此等就都還很說個們嗎呢吧啊在與及對於從向則亦並均仍皆族"
    )
)
# No adverb, no part of a word, if nothing follows: 鄭順均、彭偉族、百瀨智也、石渡泰則
_END_GIVEN = frozenset(views.simplify("均族也則"))
_ONLY_JAPANESE = frozenset(views.simplify("也則"))
# 王國材: a word at its beginning costs a name of three characters no more than this.
_DEAREST = 40
_SHORT_GIVEN = 12
# 溫馨, 明白: a word of two characters this common is hardly a name.
_ORDINARY = 45
DOUBLED = 20
# Given names from the Bible, whatever their characters: 羅以撒, 白雅各. Families give
# names of the Bible, most as the Union Version of 1919 (public domain) writes them; no full list.
_SURE = 25
_SCRIPTURE = frozenset(
    views.simplify(
        "亞當 亞伯 挪亞 諾亞 以諾 以撒 雅各 約瑟 摩西 亞倫 迦勒 基甸 路得 大衛 拿單 約伯 約拿 約珥"
        " 以琳 馬太 馬可 路加 約翰 彼得 保羅 多馬 西門 提多 腓力 撒拉 利亞 拉結 哈拿 瑪拉 以勒"
    ).split()
)
# 福岡|亞洲|市長講壇: a city and what its meeting is for.
_WORLD = frozenset(views.simplify("亞洲 歐洲 美洲 非洲 亞太 全球 世界 環球").split())


_GIVEN = 15


class NameScores:
    """Scores names; keeps the scores of some, as the same names come again and again.

    Args:
        singles: surnames of one character; whether each is an ordinary word, too.
        model: the model of given names.
        edges: words that end a name.
    """

    __slots__ = ("_known", "edges", "model", "singles")

    def __init__(self, singles: Mapping[str, bool], model: NameModel, edges: NameEdges) -> None:
        self.singles = singles
        self.model = model
        self.edges = edges
        self._known = Memo[tuple[str, int, str], int | None](lambda key: self._score_name(*key))

    def score(self, view: str, start: int, family: int, given: int, kind: str) -> int | None:
        """Return the score of a name by the lengths of its parts, None if it holds other words."""
        middle, stop = start + family, start + family + given
        if view[middle] in _BEGIN_GIVEN and self.edges.is_word_at(view, stop - 1, len(view)):
            return None
        name = view[start:stop]
        is_japanese = kind == "japanese"
        if given > 1 and name[-1] in _END_GIVEN and (is_japanese or name[-1] not in _ONLY_JAPANESE):
            ends = not is_han(view[stop : stop + 1] or " ")
            ends = ends or (is_japanese and ends_in_ya(view[middle:stop]))
            return self._score_name(name, family, kind, ends)
        return self._known[name, family, kind]

    def _score_name(self, name: str, family: int, kind: str, ends: bool = False) -> int | None:
        """Return the score of a family and a given name, None if they hold other words.

        ``ends``: 均, 族 or 也 at the end is a part of the name.
        """
        text, given, words = name[family:], len(name) - family, self.edges.words
        doubtful = text[:-1] if ends else text
        if not NEVER_GIVEN.isdisjoint(doubtful[given > 1 and text[0] in _BEGIN_GIVEN :]):
            return None
        if self.edges.verbs.starting(text, 0) > 1:
            return None
        # 陳永康, 王永和: townships bear the good words that people are given as names.
        is_word = text in words and text not in self.edges.towns
        if is_word or name[family - 1 : family + 1] in words:
            return None
        if kind == "japanese":
            if text in _WORLD or (family == 1 and not is_sure_given(text)):
                return None
            total = given_score(text)
            return total + (10 if given > 1 else -_SHORT_GIVEN) if total > 0 else None
        if text in _SCRIPTURE:
            return _SURE
        sure = given == 2 and self.singles.get(name[0]) is False
        # 黃家豪: many are called so, though 黃家 is a family, too.
        is_house = given == 2 and text[0] == "家" and self.model.second.get(text[1], 0) >= _GIVEN
        sure = sure or is_house
        score = self.model.score(name[:family], text[:2], _DEAREST if sure else 100)
        if given == 1:
            ordinary = self.model.words.get(name, 0) >= _ORDINARY
            score -= _SHORT_GIVEN + (DOUBLED if ordinary else 0)
        elif text[0] == text[1]:
            score += DOUBLED
        if kind == "married":
            # 張羅|場地, 時常|加班
            if name[:family] in words or self.model.words.get(name[:family], 0) >= _ORDINARY:
                return None
            sure = self.singles[name[family - 1]] is False
            sure = sure or text[0] == _CALLED  # 蘇黃|阿桃
            return (
                score - (25 if sure else 35) + _OLD * (text[0] == _CALLED) if given == 2 else None
            )
        if family > 1:
            return score + 20
        if name[0] in NEEDS_EDGE:
            score -= DOUBLED
        return score - 10 if self.singles.get(name[0]) else score

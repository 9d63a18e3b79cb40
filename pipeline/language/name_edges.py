"""Where a name in Chinese characters may begin and end, by the words on either side.

Contract: works on folded text; every question looks at a few characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.language.lexemes import Lexemes, is_han

Rows = Sequence[Mapping[str, str]]

# 任 after 第一, 前, 出 and 代 after 現, 時 are no surnames.
NEEDS_EDGE = frozenset("任代")
# Surnames that are verbs and particles, too: 再談|市長, 連|市長座車|都公開.
VERBS = frozenset(views.fold("談查管應找問向從和經過連由於於隨應包安解計來過通相要常別"))
# Behind a body or place these are no names, whatever office follows: 外交部|原|部長.
NO_NAMES = VERBS | frozenset(
    views.fold("和同與及對由原時前首全都每各其任成元總副主代兼新師公官單平尚籍裔商農黨國")
)
# What units are called at their end: 駐處|何秘書, 館方|林組長.
UNIT_ENDS = frozenset(views.fold("局處署科課室館方團會"))
# No name but a Japanese man's ends so.
_ENDS_MEN = "也"
# 王小明道：「好」, but 大須賀弘|道|於板橋.
_SAID = frozenset(':,「"')
# 市長翁章梁|今(9)日, 市長莫吉|昨(4)晚
# 總理李強|二十日在京會見
_DAY = re.compile(
    "(?:[今昨][ ]?[(]?|[明前][ ]?[(])[0-9]{1,2}[)]?[ ]?[日晚早上下凌]"
    "|[一二三四五六七八九十]{1,3}日(?=[在于晚上下凌,率会])"
)
_FARTHEST_DAY = 24
# 林 先 生, 金 門 縣, 陳 科 員: how an honorific, place or office ends that is spread.
_SPREAD_ENDS = views.pattern(
    "先生|小姐|女士|夫人|老師|同學|同仁|醫師|律師|記者|[主專教助]任|[科課組隊會議社職官專委議人成雇]員"
    "|[市縣區鄉鎮村里局處科課股組室部院署司廳校會館站所廠團隊班]長|.[市縣區鄉鎮村里州省國府局處署]"
)
_DOES = frozenset(views.fold("在於率赴抵與到偕接出說"))


@dataclass(frozen=True, slots=True)
class NameEdges:
    """Words that end a name: boundaries, verbs of saying, longer words, titles.

    Attributes:
        towns: boundaries that are townships and districts; many are given names, too.
        closers: all that may follow a name: boundaries, verbs and titles.
        openers: all that may stand before one: boundaries and titles.
        others: all that no name begins with: verbs, longer words and titles.
    """

    towns: frozenset[str]
    boundaries: Lexemes
    verbs: Lexemes
    words: Lexemes
    titles: Lexemes
    closers: Lexemes
    openers: Lexemes
    others: Lexemes

    def is_closed_at(self, view: str, position: int, end: int) -> bool:
        """Whether a name may end at ``position``: no character, or a word that follows names."""
        return (
            position >= end
            or not is_han(view[position])
            or self._starting(self.closers, view, position, end)
            or self._is_day(view, position, end)
        )

    def _is_day(self, view: str, position: int, end: int) -> bool:
        """Whether 今 or 昨 stands before what somebody does: 吳正己|今出席, 金亨均|昨抵."""
        if view[position] not in "今昨":
            return False
        after = view[position + 1 : position + 2]
        return after in _DOES or self.closers.starting(view, position + 1, end) > 1

    def is_closed_behind(self, view: str, stop: int, end: int) -> bool:
        """Whether a name ends at ``stop``: no word begins with its last sign, or another follows.

        石磊|嚴正否認, 張偉|發言, but 侯宜秀|出席 though 秀出 is a word, too; 近藤哲也|因故.
        """
        begun = self.words.starting(view, stop - 1, end) > 1
        begun = begun or self.verbs.starting(view, stop - 1, end) > 1
        if begun and view[stop - 1] != _ENDS_MEN and self.closers.starting(view, stop, end) < 2:
            return False
        return self.is_closed_at(view, stop, end)

    @staticmethod
    def _starting(words: Lexemes, view: str, position: int, end: int) -> bool:
        """Whether a word starts at ``position``; 道 alone says only what is quoted.

        均 before 則 ends a name: 賴怡均|則質疑.
        """
        length = words.starting(view, position, end)
        if length == 1 and view.startswith("均则", position):
            return False
        if length == 1 and view[position] == "道":
            return view[position + 1 : position + 2] in _SAID
        return length > 0

    def is_open_at(self, view: str, position: int, start: int) -> bool:
        """Whether a name may begin at ``position``."""
        if view[position] in NEEDS_EDGE and position > start and is_han(view[position - 1]):
            return False
        return (
            position <= start
            or not is_han(view[position - 1])
            or self.openers.ending(view, position, start) > 0
        )

    def is_word_at(self, view: str, position: int, end: int) -> bool:
        """Whether a word that no name begins with, or a title, stands at ``position``."""
        return self._starting(self.others, view, position, end)

    def is_spread(self, first: str, given: str) -> bool:
        """Whether a spread title, honorific or place stands there, and no name: 司 儀, 陳 科 員.

        Args:
            first: the family name and the sign behind it, without a blank.
            given: the two signs behind the family name and their blanks, empty if none.
        """
        pair = given.replace(" ", "")
        return (
            first in self.towns
            or self.titles.starting(first, 0, 2) == 2
            or (pair != "" and (pair in self.towns or self.titles.starting(pair, 0, 2) == 2))
            or _SPREAD_ENDS.fullmatch(pair) is not None
        )


def before_day(view: str, start: int, end: int) -> int:
    """Return where a day is told behind a name that begins at ``start``, else ``end``.

    >>> before_day("县长翁章梁今(9)日", 2, 11)
    5
    """
    day = _DAY.search(view, start + 2, min(end, start + _FARTHEST_DAY))
    return day.start() if day is not None else end


def build_name_edges(tables: Mapping[str, Rows]) -> NameEdges:
    """Build from name_boundaries, speech_verbs and titles.

    Boundaries of bodies alone are left out: 王|正同 is a name, too. So are words that bodies hold.
    """
    of_bodies = ("body", "whole")
    boundaries = [r["word"] for r in tables["name_boundaries"] if r["kind"] not in of_bodies]
    verbs = [row["verb"] for row in tables["speech_verbs"]]
    words = [word for word in boundaries if len(word) > 1]
    titles = [row["title"] for row in tables["titles"]]
    return NameEdges(
        frozenset(
            views.fold(row["word"]) for row in tables["name_boundaries"] if row["kind"] == "place"
        ),
        Lexemes(boundaries),
        Lexemes(verbs),
        Lexemes(words),
        Lexemes(titles),
        closers=Lexemes([*boundaries, *verbs, *titles]),
        openers=Lexemes([*boundaries, *titles]),
        others=Lexemes([*verbs, *words, *titles]),
    )

"""Sentences as agreement patterns see them: places, bodies and fixed words as single characters.

Contract: a `Skeleton` keeps for every character the position in the text it stands for, and for
places, bodies and the words that stand for them the parties they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.language import views
from pipeline.language.edges import opening
from pipeline.relations.agreements.marks import SUFFIX, Mark, marks_of
from pipeline.relations.agreements.pronouns import THEY, WITH, stands
from pipeline.relations.agreements.referents import Referents
from pipeline.relations.agreements.rows import Party
from pipeline.relations.agreements.standing import INTENT
from pipeline.relations.agreements.tokens import (
    AGAIN,
    CITY,
    FORMER,
    LATTER,
    OTHER_PARTY,
    OWN,
    PERSON,
    THAT,
    TRIGGERS,
    US,
    VENUE,
)

_SISTER = TRIGGERS["sister"]
_TIES = frozenset((_SISTER, TRIGGERS["bond"], TRIGGERS["partner"]))
_OF_TIE = frozenset((TRIGGERS["letter"], TRIGGERS["pact"], *_TIES))
_MOU = TRIGGERS["mou"]
_PAPERS = frozenset(TRIGGERS.values()) - _TIES
_AGREED = frozenset(TRIGGERS.values())
# 姊妹市交流協議 is that of the tie.
_EXCHANGE = re.compile(f"(?<=[{''.join(sorted(_TIES))}])(?:{views.simplify('交流|合作|友好')})+$")
_JOINT, _REACH = 7, 9
# 建立姊妹市關係的意向書 is of the tie; 姊妹市意向書 is a letter.
_TO_BE = re.compile(views.simplify("(?:建立|締結|結為|結成|成為|締為)[^,。;]{0,4}") + f"{_SISTER}$")
# 該備忘錄 is the one told before.
_SAME = views.pattern("(?:該|此|這|上述|前述|這份|這項|該項|此項|該份|此份)$")
# 兩份備忘錄，一份是與甲市簽的: one of those papers.
_IS_WITH = views.pattern("(?:[則就便乃]?[是為係]|[則已]?[與和跟同由])")
_VENUE = opening(
    "(?:(?:在|(?<![對位關由基等至])於|假)(?:[\u3400-\u9fff]{2,3})?"
    "|(?:齊聚|齊集|共聚|相聚|聚集|聚首|群聚|會聚|匯聚)[在於到]?)$"
)
# The number of a point is no member of a list: 一、大阪市與本市締結…
_POINT = re.compile(r"\s*[((]?[一二三四五六七八九十\d]{1,3}[))]?[、.](?!\d)\s*")
_COUNTRY_REACH = 6
_TITLE = re.compile("《[^《》\n]{3,40}》|「[^「」\n]{3,40}」")
_NAMED = frozenset((CITY, OTHER_PARTY))
_RUN = re.compile(r'[()]|[^\s()「」《》"]+')
_UNWRITTEN = re.compile(r'[\s()「」《》"]')
_JOINED = views.pattern("[與和跟同及]")


@dataclass(slots=True)
class Skeleton:
    """A sentence with single characters for what patterns name.

    Attributes:
        text: the skeleton.
        starts, ends: for each of its characters, the span in the document it stands for.
        parties: for the positions of cities and other parties, who they are (empty if unknown).
        venues: for the positions of places where something happens, the same.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    parties: dict[int, list[Party]] = field(default_factory=dict)
    venues: dict[int, list[Party]] = field(default_factory=dict)

    def named(self, low: int, high: int) -> set[Party]:
        """Return the parties at positions ``low..high``."""
        named = (parties for here, parties in self.parties.items() if low <= here < high)
        return {party for parties in named for party in parties}


@dataclass(frozen=True, slots=True)
class SkeletonWords:
    """Words that become one character of a skeleton, with what each may stand for."""

    pattern: re.Pattern[str]
    roles: Mapping[str, str]


def skeleton_of(
    referents: Referents, start: int, end: int, words: SkeletonWords, opened: int = -1
) -> Skeleton:
    """Return the skeleton of ``start..end``: titles and brackets but that ``opened`` are left out.

    People are left out too, unless they stand for their city (我跟宋副市長).
    """
    return _Builder(referents, start, end, opened).build(words)


class _Builder:
    """Builds the skeleton of one sentence, from left to right."""

    def __init__(self, referents: Referents, start: int, end: int, opened: int) -> None:
        self.referents = referents
        self.doc = referents.around.doc
        self.start, self.end, self.opened = start, end, opened
        self.home = referents.around.home
        self.chars: list[str] = []
        self.skeleton = Skeleton()
        # How deep in brackets, the word found last, and up to where no other begins.
        self.depth = 0
        self.word: re.Match[str] | None = None
        self.searched = start

    def build(self, words: SkeletonWords) -> Skeleton:
        marks = marks_of(self.doc, self.referents, self.start, self.end)
        self._drop_titles(marks, words)
        point = _POINT.match(self.doc.view, self.start, self.end)
        position = point.end() if point else self.start
        for here in (*sorted(marks), self.end):
            position = self._put_words(position, here, words)
            if position == here < self.end:
                mark = marks[here]
                if not self.depth or mark.token == CITY:
                    self._put_mark(mark, here)
                position = mark.end
        self.skeleton.text = "".join(self.chars)
        return self.skeleton

    def _put_words(self, position: int, stop: int, words: SkeletonWords) -> int:
        """Put what stands before ``stop``; return where it ends: a word may reach over it."""
        while position < stop:
            word = self._next_word(position, words)
            low = min(word.start(), stop) if word else stop
            if position < low:
                self._put_plain(position, low)
                position = low
            if word and low < stop:
                is_put = not self.depth and self._put_word(word, words.roles[word[0]])
                position = word.end() if is_put else low + 1
                if not is_put:
                    self._put_plain(low, position)
        return position

    def _next_word(self, position: int, words: SkeletonWords) -> re.Match[str] | None:
        """Return the first word at ``position`` or behind it; each is looked for once."""
        if self.searched <= position:
            self.word = words.pattern.search(self.doc.view, position, self.end)
            self.searched = self.word.start() + 1 if self.word else self.end
        return self.word

    def _put_plain(self, low: int, high: int) -> None:
        """Put the characters of a stretch without words; of brackets only the 、 of a list."""
        if not self.depth and _UNWRITTEN.search(self.doc.view, low, high) is None:
            self._put_run(low, high)
            return
        for run in _RUN.finditer(self.doc.view, low, high):
            start, end = run.span()
            if start == self.opened:
                self._put("(", start, end)
            elif run[0] in ("(", ")"):
                self.depth = max(0, self.depth + (1 if run[0] == "(" else -1))
            elif not self.depth:
                self._put_run(start, end)
            elif "、" in run[0] and self._last() in _NAMED:
                at = self.doc.view.index("、", start)
                self._put("、", at, at + 1)

    def _put_run(self, low: int, high: int) -> None:
        self.chars.extend(self.doc.view[low:high])
        self.skeleton.starts.extend(range(low, high))
        self.skeleton.ends.extend(range(low + 1, high + 1))

    def _drop_titles(self, marks: dict[int, Mark], words: SkeletonWords) -> None:
        """Leave out the one city or body in the name of a paper: 《基隆港灣減碳宣言》."""
        for title in _TITLE.finditer(self.doc.view, self.start, self.end):
            low, high = title.span()
            named = [here for here in marks if low <= here < high and marks[here].token in _NAMED]
            papers = list(words.pattern.finditer(self.doc.view, low, high - 1))
            is_paper = papers and words.roles[papers[-1][0]] in _PAPERS
            if len(named) != 1 or not is_paper or papers[-1].end() != high - 1:
                continue
            if not _JOINED.match(self.doc.view, named[0] - 1):
                del marks[named[0]]

    def _last(self) -> str:
        return self.chars[-1] if self.chars else ""

    def _put(self, character: str, low: int, high: int) -> None:
        self.chars.append(character)
        self.skeleton.starts.append(low)
        self.skeleton.ends.append(high)

    def _put_party(self, character: str, low: int, high: int, parties: list[Party]) -> None:
        here = len(self.chars) - 1
        if self._last() == CITY == character and self.skeleton.parties.get(here) == parties:
            # 本市交通局 is the city and its office.
            self.skeleton.ends[here] = high
            return
        self.skeleton.parties[len(self.chars)] = parties
        self._put(character, low, high)

    def _put_mark(self, mark: Mark, position: int) -> None:
        if mark.token == PERSON:
            self._put_person(mark, position)
        elif mark.token == CITY and self._is_venue(position, mark.end):
            self.skeleton.venues[len(self.chars)] = mark.parties or []
            self._put(VENUE, position, mark.end)
        elif mark.token == OTHER_PARTY and self._is_venue(position, mark.end):
            return  # 在成大共同發表
        elif mark.parties is not None:
            self._put_party(mark.token, position, mark.end, mark.parties)
        elif mark.token:
            self._put(mark.token, position, mark.end)

    def _is_venue(self, position: int, end: int) -> bool:
        """Whether a city is where something happens, not who does it: 在臺南市政府簽署."""
        low = max(self.start, position - _COUNTRY_REACH)
        return _VENUE.search(self.doc.view, low, position) is not None and not (
            self.doc.view.startswith("的", end)
        )

    def _put_person(self, mark: Mark, position: int) -> None:
        """Let a person without a place stand for a city where 與 joins it to another party."""
        titles = self.doc.kept_in(mark.end, min(self.end, mark.end + _COUNTRY_REACH), "TITLE")
        end = titles[0].end if titles and titles[0].start == mark.end else mark.end
        beside = self.doc.view[end : end + 1] in WITH or self._last() in WITH
        if mark.parties and beside and self._last() not in (CITY, OTHER_PARTY):
            self._put_party(CITY, position, mark.end, mark.parties)

    def _put_word(self, found: re.Match[str], token: str) -> bool:
        low, high = found.span()
        view = self.doc.view
        if token in _AGREED and _SAME.search(view, max(0, low - 3), low):
            return False
        if token == AGAIN:
            return self._put_one_more(low, high)
        if not stands(view, low, high, token, self._last()):
            return False
        if token in (FORMER, LATTER):
            return self._put_one_of_two(token, low, high)
        if token not in (OWN, THAT, US):
            self._put_agreed(token, low, high)
            return True
        party = self.referents.other(low) if token == THAT else self.referents.oneself(low)
        is_they = token == THAT and view[low] in THEY
        is_they = is_they and [party] not in self.skeleton.parties.values()
        if is_they and party == self.referents.oneself(low):
            self._put_party(CITY, low, high, [])  # nobody knows who they are
            return True
        if party is not None:
            suffix = SUFFIX.match(view, high, self.end)
            self._put_party(CITY, low, suffix.end() if suffix else high, [party])
        return party is not None

    def _put_one_more(self, low: int, high: int) -> bool:
        """Put what 另一份 stands for: a paper told of before in the sentence."""
        papers = [character for character in self.chars if character in _PAPERS]
        if not papers or not _IS_WITH.match(self.doc.view, high, self.end):
            return False
        self._put(papers[-1], low, high)
        return True

    def _put_one_of_two(self, token: str, low: int, high: int) -> bool:
        """Put the first or second of two cities named before: 前者, 後者."""
        named = [here[0] for here in self.skeleton.parties.values() if len(set(here)) == 1]
        pair = list(dict.fromkeys(party for party in named if party.city_id != self.home))[:2]
        if len(pair) < 2:
            return False
        self._put_party(CITY, low, high, [pair[token == LATTER]])
        return True

    def _put_agreed(self, token: str, low: int, high: int) -> None:
        """Put a word for what is agreed; two in a row are one: 姊妹市＋協議, 姊妹市＋意向書."""
        joint = _EXCHANGE.search("".join(self.chars[-_JOINT:])) if token in _OF_TIE else None
        if joint is not None:
            del self.chars[len(self.chars) - len(joint[0]) :]
            del self.skeleton.starts[len(self.chars) :], self.skeleton.ends[len(self.chars) :]
        is_letter = INTENT.search(self.doc.view, low, high) is not None
        is_of_tie = self.chars[-1:] == ["的"] and self.chars[-2:-1] and self.chars[-2] in _TIES
        if is_of_tie and (token == _MOU or is_letter):
            for told in (self.chars, self.skeleton.starts, self.skeleton.ends):
                del told[-1]  # 建立姊妹市關係的意向書
        if self._last() in _TIES and (token == _MOU or token in _OF_TIE):
            is_to_be = _TO_BE.search("".join(self.chars[-_REACH:])) is not None
            if token == _MOU or (is_letter and not is_to_be):
                self.chars[-1] = token
            self.skeleton.ends[-1] = high
        else:
            self._put(token, low, high)

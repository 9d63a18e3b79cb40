"""The fields of a line of a register: partner, country, what was agreed, day, standing, remark.

Contract: a line is cut at marks and spaces that are no part of a name or a day; a field has one
role, told by what fills it.  Nothing depends on the order of the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.column_words import names_data
from pipeline.relations.agreements.heads import MARK, kinds_told
from pipeline.relations.agreements.legend import kind_of_sign
from pipeline.relations.agreements.referents import Referents
from pipeline.relations.agreements.rows import Party

# Marks between fields; brackets are such marks too.
_MARKS = r"[,;:。、|/()「」《》\[\]【】〔〕·─━\-~=→×※★☆\s├└│┌┬\u2500-\u257f]"
_CUT = re.compile(_MARKS + "+")
_ATOMS = frozenset({"CITY", "COUNTRY", "DATE", "ORGANIZATION", "PERSON", "QUANTITY"})
_MARK = views.pattern(
    MARK
    + r"(?:[A-Za-z]{1,3}-?\d{1,4}[ .:、)]|(?:項次|序號|編號|案號|(?i:no)\.?)\s?\d{1,3}[ .:、)])?"
)
_WITH = views.pattern(r"(?:已?[與和跟同對])?")
_REGION = views.pattern("(?:[\u3400-\u9fff]{1,8}[州省縣府道郡邦])?")
_BEHIND_CITY = views.pattern(
    r"(?:市政府|縣政府|市府|縣府|政府|市議會|議會|市)?"
    # 科克、麥德林四市聯署
    r"(?:等?[二三四五六七八九十]{1,3}[個座]?(?:城市|縣市|[市縣城地])(?:共同|聯合)?(?:[聯連]署|簽署|發表)?$)?"
)
_JOIN = views.pattern("[與和跟及暨同]|以及")
# What may stand behind the name of a paper or a tie: 協定書, 合作備忘錄1份.
_PAPER = views.pattern(r"(?:書|件|等|關係|締結|締約|簽署|一份|[0-9一二三]份|MOU|城市|夥伴)*")
# Behind the word that a field of a kind ends with.
_ENDS = re.compile(rf"{_PAPER.pattern}(?:$|{_MARKS})")
_VERB = views.pattern(
    "簽|換文|發表|結盟|締(?!結書|約)|升格自|取代|前身|合辦|希望|將|見證|參與|主持|代表|談|[經曾簽有]過|曾|沒|尚|未|想|[也還又才就並]"
)
_LEADING_VERB = views.pattern("已?(?:正式)?(?:簽署|簽訂|簽有|簽|締結|訂有|結為|建立|續簽)")
# 103年12月簽署
_DAY_OF = views.pattern(
    "(?:正式|起)?(?:簽署|簽訂|簽約|簽|締結|締盟|締約|結盟|換文|生效|建立|成立)?(?:起|迄今|至今)?"
)
_LONGEST_KIND = 26
# Around the sign of a legend.
_EDGES = " \t()[].:、"
# 有效, 洽談中: what a field may tell besides.
_NUMBER = views.pattern(r"[\dA-Za-z.年月日#-]*(?:(?<=\d)(?:簽署|簽訂|締結|締盟|結盟|締約))?")


class Field(NamedTuple):
    """A part of a line and what fills it.

    Attributes:
        role: place, country, body, kind, date, label or other.
        parties: those that a place, country or body names.
        kinds: what was agreed, by a field of kind or behind a place (日本成田市姊妹市).
        topic_end: where the subject before a paper ends (觀光 in 觀光合作備忘錄).
    """

    start: int
    end: int
    role: str
    parties: tuple[Party, ...] = ()
    kinds: tuple[str, ...] = ()
    topic_end: int = 0


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads the fields of lines of one document.

    Args:
        referents: whom the words of the document stand for.
        pattern, kinds: find a word for an agreement, and what it names.
        legend: kinds that signs stand for.
    """

    referents: Referents
    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    legend: Mapping[str, str]

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the fields of the line ``start..end`` stand, without its number."""
        doc = self.referents.around.doc
        atoms = [m for m in doc.kept_in(start, end) if m.label in _ATOMS]
        mark = _MARK.match(doc.view, start, end)
        low = mark.end() if mark else start
        if any(atom.start < low < atom.end or atom.end <= low for atom in atoms):
            low = start  # 2016年 is no number of a line
        if self.legend and mark and kind_of_sign(mark[0].strip(_EDGES), self.legend):
            low = start  # M-12
        for before, after in _cuts(doc.view, low, end, atoms):
            if low < before:
                yield low, before
            low = after
        if low < end:
            yield low, end

    def read(self, start: int, end: int) -> Field:
        """Return the field that stands at ``start..end``."""
        doc = self.referents.around.doc
        sign = kind_of_sign(doc.view[start:end], self.legend)
        if sign is not None:
            return Field(start, end, "kind", (), (sign,), start)
        is_label = doc.view[end : end + 1] == ":" and names_data(doc.text[start:end])
        if is_label:
            return Field(start, end, "label")
        places, low = self._places(start, end)
        if places and low == end:
            return Field(start, end, "place", places)
        if places:
            # 日本成田市姊妹市; what is told of several, or at length, is a clause.
            kinds = self._kinds(low, end) if len(places) == 1 else ()
            is_tie = bool(kinds) and self.pattern.match(doc.view, low, end) is not None
            if is_tie and kinds == ("declaration",):
                return Field(start, end, "kind", (), kinds, low)  # 京都宣言 is a name
            return (
                Field(start, end, "place", places, kinds) if is_tie else Field(start, end, "other")
            )
        kinds = self._kinds(start, end)
        if kinds:
            words = self.pattern.finditer(doc.view, start, end)
            topic_end = start if _LEADING_VERB.match(doc.view, start) else next(words).start()
            return Field(start, end, "kind", (), kinds, topic_end)
        return self._of_atom(start, end)

    def _places(self, start: int, end: int) -> tuple[tuple[Party, ...], int]:
        """Return the cities at the start of a field, and where they end."""
        doc = self.referents.around.doc
        found: list[Party] = []
        if not doc.kept_in(start, end, "CITY"):
            return (), start
        lead = _WITH.match(doc.view, start, end)
        low = lead.end() if lead else start
        while True:
            countries = [c for c in doc.kept_in(low, end, "COUNTRY") if c.start == low]
            if any(c.start == low for c in doc.kept_in(low, end, "CITY")):
                countries = []  # 新加坡 is both
            after = max([low, *(c.end for c in countries)])
            city = next(iter(doc.kept_in(after, end, "CITY")), None)
            between = doc.view[after : city.start].strip(" ·.‧・") if city else ""
            if city is None or not city.entity_id or not _REGION.fullmatch(between):
                return tuple(found), low
            inner = [c for c in doc.kept_in(city.end, end, "CITY") if c.start == city.end]
            city = inner[0] if inner else city
            found.append(Party(city.entity_id, None, None))
            behind = _BEHIND_CITY.match(doc.view, city.end, end)
            low = behind.end() if behind else city.end
            joined = _JOIN.match(doc.view, low, end)
            if joined is None:
                return tuple(dict.fromkeys(found)), low
            low = joined.end()

    def _kinds(self, start: int, end: int) -> tuple[str, ...]:
        """Return what a field ends with that may be agreed, if it is no clause."""
        doc = self.referents.around.doc
        text = doc.view[start:end]
        if len(text) > _LONGEST_KIND or self.pattern.search(text) is None:
            return ()
        lead = _LEADING_VERB.match(text)
        if _VERB.search(text, lead.end() if lead else 0):
            return ()
        if doc.kept_in(start, end, "CITY", "PERSON"):
            return ()
        if not names_agreed(text, self.pattern):
            return ()
        return tuple(kinds_told(text, self.pattern, self.kinds)[-1:])

    def _of_atom(self, start: int, end: int) -> Field:
        """Return a field of a country, a body, a day, or of anything else."""
        doc = self.referents.around.doc
        atoms = doc.kept_in(start, end, "COUNTRY", "ORGANIZATION", "DATE")
        lead = _WITH.match(doc.view, start, end) if atoms else None
        low = lead.end() if lead else start
        for mention in atoms:
            is_day = mention.label == "DATE" and mention.start == low
            if is_day and _DAY_OF.fullmatch(doc.view, mention.end, end):
                return Field(start, end, "date")
            if (mention.start, mention.end) != (low, end):
                continue
            if mention.label == "COUNTRY" and mention.entity_id:
                return Field(start, end, "country", (Party(None, mention.entity_id, None),))
            party = self.referents.body(mention) if mention.label == "ORGANIZATION" else None
            if party is not None:
                return Field(start, end, "place" if party.city_id else "body", (party,))
        is_day = _NUMBER.fullmatch(doc.view, start, end) is not None
        return Field(start, end, "date" if is_day else "other")


def names_agreed(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a text ends as the name of what is agreed does: 智慧照明合作備忘錄, 姊妹市協定書."""
    words = list(pattern.finditer(text)) if len(text) <= _LONGEST_KIND else []
    return bool(words) and _PAPER.fullmatch(text, words[-1].end()) is not None


def may_end_field(view: str, word: re.Match[str]) -> bool:
    """Whether a field of a kind may end with a word for an agreement, or with a part of it."""
    return _ENDS.match(view, word.end()) is not None or _CUT.search(word[0]) is not None


def _cuts(view: str, start: int, end: int, atoms: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the marks between fields that are no part of a name, a day or a number."""
    for cut in _CUT.finditer(view, start, end):
        low, high = cut.span()
        if any(a.start < low < a.end - 1 or a.start < high - 1 < a.end - 1 for a in atoms):
            continue
        is_latin = cut[0] in " -" and _is_latin(view, low - 1) and _is_latin(view, high)
        if not is_latin:
            yield low, high


def _is_latin(view: str, position: int) -> bool:
    return view[position : position + 1].isascii() and view[position : position + 1].isalpha()

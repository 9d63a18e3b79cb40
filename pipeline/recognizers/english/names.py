"""Names of people in English lines: Latin, Chinese, or both side by side, before or behind a place.

Contract: positions are code points of the page; a name lies inside the bounds given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.latin_names import LatinName, looks_like_thing
from pipeline.language.lexemes import is_han
from pipeline.recognizers.english.credits import PlaceOf
from pipeline.recognizers.english.lexicon import EnglishLexicon
from pipeline.recognizers.page import Page
from pipeline.records import record

_FARTHEST = 70
_HAN_AFTER = re.compile(r"[ \u00a0\u3000]?[(（]?(?=[\u3400-\u9fff])")
# Surnames that are common words as well.
_SURNAMES = re.compile(r"\b(?:Park|Green|Day|Street|Bank|Bland|Hub|Young)\b")
_ORDERS = re.compile(r"(?:,? (?:[A-Z]{2,5}|Ph\.?D\.?|Esq\.?))+\Z")
# What a Chinese name beside a Latin one must score.
_BESIDE_LATIN = -30


@record
class Named:
    """A person's names: in Latin letters, in Chinese characters, and where both end."""

    latin: LatinName | None
    han: tuple[int, int] | None
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """Reads the names of a page, up to ``stop``."""

    page: Page
    stop: int
    lexicon: EnglishLexicon
    place_of: PlaceOf

    def name_before(self, end: int, low: int) -> Named | None:
        """Return the name that ends at ``end``: Latin, Chinese or both."""
        text = self.page.text
        while end > low and text[end - 1] in " \u00a0\u3000":
            end -= 1
        stop = end
        if end > low and text[end - 1] in ")）":
            opening = max(text.rfind("(", low, end), text.rfind("（", low, end))
            if opening <= low:
                return None
            inner = self.name_before(end - 1, opening + 1)
            outer = self.name_before(opening, low)
            if inner is None or outer is None:
                return outer
            return Named(outer.latin or inner.latin, outer.han or inner.han, stop)
        if end == low:
            return None
        if is_han(text[end - 1]):
            name = self.lexicon.han.read_back(self.page.view, end, low, _BESIDE_LATIN)
            if name is None or name.kind == "foreign" or self.page.has_at("CITY", name.start):
                return None
            latin = self._latin_before(name.start, low)
            if latin is None and (name.score < 0 or not name.is_closed):
                return None
            return Named(latin, (name.start, name.end), stop)
        latin = self._latin_before(end, low)
        if latin is None:
            return None
        start = latin.honorific_start
        while start > low and text[start - 1] in " \u00a0":
            start -= 1
        han = None
        if start > low and is_han(text[start - 1]):
            name = self.lexicon.han.read_back(self.page.view, start, low, _BESIDE_LATIN)
            closed = name is not None and name.kind != "foreign" and name.end == start
            han = (name.start, name.end) if name is not None and closed else None
        return Named(latin, han, stop)

    def _latin_before(self, end: int, low: int) -> LatinName | None:
        """Return the Latin name that ends at ``end``, orders behind it left out: Ann Lee, IAS."""
        orders = _ORDERS.search(self.page.text, max(low, end - 16), end)
        name = self._name_ending(end, low)
        return name or (self._name_ending(orders.start(), low) if orders else None)

    def _name_ending(self, end: int, low: int) -> LatinName | None:
        text = self.page.text
        while end > low and text[end - 1] in " \u00a0":
            end -= 1
        first = end
        while first > max(low, end - _FARTHEST) and _may_be_in_name(text[first - 1]):
            first -= 1
        for start in range(first, end):
            if not text[start].isalpha() or (start > first and text[start - 1] not in " \u00a0"):
                continue
            name = self.lexicon.latin.name_at(text, start, end, turned=False)
            if name is not None and name.end == end and self.is_person(name):
                return name
        return None

    def is_person(self, name: LatinName) -> bool:
        """Whether a name is no place, body, title or thing, and more than one bare word."""
        words = self.page.text[name.start : name.end]
        if name.words < 2 and not name.honorific:
            return False
        is_other = (
            looks_like_thing(_SURNAMES.sub("", words))
            or self.lexicon.body_kind(words) is not None
            or self.place_of(words) is not None
            or words.split()[0] in self.lexicon.labels
            or self.lexicon.heads.search(words) is not None
        )
        return not is_other

    def han_after(self, end: int) -> tuple[int, int, int] | None:
        """Return span and end of the Chinese name behind a Latin one, brackets taken in."""
        gap = _HAN_AFTER.match(self.page.text, end, self.stop)
        if gap is None:
            return None
        name = self.lexicon.han.read(self.page.view, gap.end(), self.stop, _BESIDE_LATIN)
        if name is None or name.kind == "foreign" or name.end - name.start > 4:
            return None
        if self.page.has_at("CITY", name.start):
            return None  # Ann Lee 鳳凰城（美國）
        after = self.page.view[name.end : name.end + 1]
        if after and is_han(after):
            return None
        bracket = gap[0][-1:] in ("(", "（")
        if bracket and after not in (")", ",", "、"):
            return None
        return name.start, name.end, name.end + (bracket and after == ")")

    def honoured_name(self, honorific: re.Match[str], stop: int) -> Named | None:
        """Return the names behind an honorific: Prof. 陳明 Chen Ming, Ms. Ann Lee 李安."""
        text, at = self.page.text, honorific.end()
        if is_han(text[at]):
            first = self.lexicon.han.read(self.page.view, at, stop, _BESIDE_LATIN)
            if first is None or first.kind == "foreign":
                return None
            gap = re.compile(r"[ \u00a0\u3000]").match(text, first.end)
            latin = self.lexicon.latin.name_at(text, gap.end(), stop, turned=False) if gap else None
            if latin is not None and not self.is_person(latin):
                latin = None
            return Named(latin, (first.start, first.end), latin.end if latin else first.end)
        name = self.lexicon.latin.name_at(text, honorific.start(), stop, turned=False)
        if name is None or not self.is_person(name):
            return None
        han = self.han_after(name.end)
        return Named(name, han[:2] if han else None, han[2] if han else name.end)

    def is_other(self, name: LatinName) -> bool:
        """Whether one word is known as something else than a family name."""
        words = self.page.text[name.start : name.end]
        return (
            looks_like_thing(words)
            or self.place_of(words) is not None
            or words in self.lexicon.fields
            or words in self.lexicon.labels
        )


def _may_be_in_name(character: str) -> bool:
    return (
        (character.isalpha() and not is_han(character))
        or "\u0300" <= character <= "\u036f"
        or character in " .'’\"“”-‑\u00a0"
    )

"""Bring what a number measures to the limits of words, and off the words that only lead to it.

Contract: a stretch never leaves its clause and never reaches into the number; without words it
stays as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.language.views import pattern, simplify
from pipeline.language.words import Word
from pipeline.recognizers.quantities.clauses import Span, trimmed
from pipeline.recognizers.quantities.nouns import PERSON_ENDS, TAILS

_LAST = 1 << 60
_RATIOS = frozenset(("ratio", "multiple"))
# Tags of words that no noun goes on with; 與 and its kind join nouns.
_ENDS_COUNT, _ENDS_SHARE = frozenset("dt"), frozenset("dv")
_PERSONS = PERSON_ENDS - {"家"}
_NOUNS = frozenset(("n", "vn"))
_NO_NOUN = frozenset(("d", "t", "p", "c", "v"))
_JOINS = frozenset(simplify("與 和 及 跟 同").split())
_NUMERALS = frozenset("一二两三四五六七八九十百千")
# 從12週變成|52週
_BECOMES = frozenset(simplify("成為到至"))
# A time with these behind it tells when.
_WITHIN = frozenset(simplify("內間裡之"))
# What is measured often ends so, whatever its tag: 發育遲緩率.
_MEASURES = frozenset(simplify("率比量數度值額"))
# Behind these tags a verb is what is done, not the last part of a noun: 在駁二|植樹, 每年|下陷.
_BEFORE_DEED = frozenset(("p", "r", "d", "c", "t", "nr"))
# No verb, adverb or preposition stands in a plain owner: 宜蘭市的|側溝, but 停留的時間.
_TELLS = frozenset(("v", "vn", "d", "p", "a"))
# 暴雨時|可儲水, 雪崩之後|捐款: when it was, stands before what it was.
_WHEN = pattern(
    "(?:之?後|之?前|以來|期間|時|同期|當天|那天)的?(?=..)|(?:每[年月日天週季晚次])(?=[^每]{2})"
)
# 局長 Ann Lee|座談; 市政府 訂閱人數: a name in Latin letters or a blank stands before the noun.
_NAMED = pattern(
    "[A-Za-z\u00c0-\u024f]+ [A-Z\u00c0-\u024f][^ \u4e00-\u9fff]*(?=[\u4e00-\u9fff]{2,}$)"
    "|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]{2,}$)"
)
_WHEN_SIGNS = frozenset(simplify("後前來間時期天每"))


class Limits:
    """The words of a page, to bring stretches to their limits."""

    def __init__(self, view: str, words: Sequence[Word]) -> None:
        self.view = view
        self.words = words

    def bring(self, number: Span, found: Span, dimension: str) -> Span:
        """Return the stretch at the limits of words, without what only leads to it."""
        if not self.words:
            return found
        if found[1] <= number[0]:
            return self._before(found, dimension)
        return self._after(found, dimension) if found[0] >= number[1] else found

    def lasting(self, number: Span, clause: int, found: Span | None) -> Span | None:
        """Return the verb right before a time, which lasts so long: 啟用 of 啟用八個月售出2萬張.

        A noun right behind the time is what lasts: 換取兩小時|車程.
        """
        stop = number[0]
        if not self.words or stop <= clause or self.view[number[1] : number[1] + 1] in _WITHIN:
            return None
        if found and found[0] == number[1] and self.words[self._word(found[0])][2] != "v":
            return None
        low, high, tag = self.words[self._word(stop - 1)]
        is_verb = tag == "v" and high == stop and high - low == 2 and low >= clause
        is_verb &= self.view[high - 1] not in _BECOMES
        return (low, high) if is_verb and self.view[low:high] not in TAILS else None

    def _word(self, position: int) -> int:
        """Return the index of the word around ``position``."""
        return bisect_right(self.words, (position, _LAST, "")) - 1

    def _inside(self, position: int) -> Word | None:
        word = self.words[self._word(position)]
        return word if word[0] < position < word[1] else None

    def _words_of(self, span: Span) -> Iterator[Word]:
        index = self._word(span[0])
        while index < len(self.words) and self.words[index][0] < span[1]:
            yield self.words[index]
            index += 1

    def _after(self, span: Span, dimension: str) -> Span:
        start, stop = span
        cut = self._inside(stop)
        if cut:  # 公聽會, but 村落|叫不到
            is_noun = cut[0] <= start or (cut[2] or "").startswith("n")
            stop = cut[1] if is_noun else cut[0]
        words = [word for word in self._words_of((start, stop)) if word[0] >= start]
        is_noun = bool(words) and (words[0][2] or "x")[0] not in _NO_NOUN
        is_noun &= dimension != "ratio" or self.view[start - 1] != "是"
        if is_noun and dimension in ("count", "score", "ratio"):
            ends = _ENDS_SHARE if dimension == "ratio" else _ENDS_COUNT
            for index in range(1, len(words)):
                low = words[index][0]
                if low - start > 1 and self._ends(words, index, ends, stop):
                    if dimension == "ratio" and self.view[low - 1] in _PERSONS:
                        break  # 四成|長者使用敬老卡來綁定
                    return trimmed(self.view, start, low) or span
        return start, stop

    def _ends(self, words: Sequence[Word], index: int, ends: frozenset[str], stop: int) -> bool:
        """Whether a word is told of the noun before it: 志工|按月, 民眾|揮手; but 停車|收費錶."""
        low, high, tag = words[index]
        if tag == "p":
            return self.view[low:high] not in _JOINS
        if tag != "v" or ends is _ENDS_SHARE:
            return tag in ends
        if high - low == 1 or words[0][2] not in _NOUNS:
            return high - low == 1
        return high >= stop or words[index + 1][2] not in _NOUNS

    def _before(self, span: Span, dimension: str) -> Span:
        start, stop = span
        cut = self._inside(start)
        if cut and self.view[cut[0]] not in _NUMERALS:
            start = cut[0]
        cut = self._inside(stop)
        if cut and cut[2] in ("c", "d") and cut[0] > start + 1:
            stop = cut[0]
        start = self._behind_time(start, stop)
        if self.view.find(" ", start, stop) > 0 and (name := _NAMED.search(self.view, start, stop)):
            start = name.end()
        words = [word for word in self._words_of((start, stop)) if word[0] >= start]
        if not words:
            return start, stop
        if words[0][2] == "r" and stop - words[0][1] > 1:
            start = words.pop(0)[1]
        if (
            dimension in _RATIOS
            and (words[-1][2] or "x")[0] != "n"
            and self.view[stop - 1] not in _MEASURES
        ):
            end = next((low for low, _, tag in words if tag == "d" and low - start > 1), stop)
            return trimmed(self.view, start, end) or span
        start = self._behind_owner(words, start, stop)
        return self._deed(words, start, stop, dimension)

    def _behind_time(self, start: int, stop: int) -> int:
        view = self.view
        if _WHEN_SIGNS.isdisjoint(view[start:stop]):
            return start
        for found in _WHEN.finditer(view, start, stop):
            if not self._inside(found.end()) and not self._inside(found.start()):
                start = found.end()
        return start

    def _behind_owner(self, words: Sequence[Word], start: int, stop: int) -> int:
        for low, high, tag in words:
            if tag in _TELLS:
                return start
            if self.view[low:high] == "的" and start < low and high < stop - 1:
                start = high
        return start

    def _deed(self, words: Sequence[Word], start: int, stop: int, dimension: str) -> Span:
        if dimension in _RATIOS:
            return start, stop
        for low, high, tag in words:
            if tag == "d" and low >= start and high < stop - 1:
                start = high
        low, high, tag = words[-1]
        if high == stop and low > start and tag == "v" and high - low > 1:
            for first, last, tag in words[:-1]:
                if first >= start and (tag in _BEFORE_DEED or (tag == "v" and last - first == 1)):
                    return low, high
        return start, stop

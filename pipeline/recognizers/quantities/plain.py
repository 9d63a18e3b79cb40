"""Read most quantities the short way: a numeral beside which nothing stands that changes it.

Contract: what is read here is what `numbers` and `reading` read; where the signs beside a numeral
may ask for more (ranges, 分之, 多, 半, codes, sums, money), the answer is `ASK`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pipeline.language.edges import last_signs
from pipeline.language.numerals import LONGEST, parse_range, parse_view
from pipeline.language.views import simplify
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.bare import RANKED, read_bare
from pipeline.recognizers.quantities.clauses import MASK
from pipeline.recognizers.quantities.fractions import SUM_ENDS, Exact, Number
from pipeline.recognizers.quantities.numbers import MORE_SIGNS, is_big, with_more
from pipeline.recognizers.quantities.reading import SPANS, read_ordinal
from pipeline.recognizers.quantities.tails import TAILED
from pipeline.recognizers.quantities.tenths import read_tenths
from pipeline.recognizers.quantities.units import RANKS, SCALES, Reading, Unit, UnitLexicon
from pipeline.recognizers.quantities.words import ONE_IN_WORD, is_inside, is_word

# The long way must be gone.
ASK: Final = Reading(Number(0, 0, 0, 0), 0, 0, 0, 0, "", "ask")

_FIGURES, _JOINS = frozenset("0123456789"), frozenset(":-")
# Before figures these may make a sum, a code or a sign of them; before Chinese signs, the latter.
_BEFORE_FIGURES = SUM_ENDS | frozenset(simplify("負下"))
_BEFORE_SIGNS = frozenset(simplify("負下 "))
_MULTIPLIERS, _MANY = frozenset("十百千万亿"), frozenset("百千万亿")
_SOME = frozenset(simplify("數幾上"))
# Behind a numeral: sums, ranges, shares, 半; 、 and : where a figure follows, 分 before 之.
_PREFIXED = frozenset(simplify("米克卡焦字位比"))
_BEHIND = frozenset(simplify(" xX×*+/=-又至到~半瓦赫伏帕"))
_PERHAPS = frozenset("、:.分")
_FOLLOWED = frozenset(simplify("0123456789〇零一二三四五六七八九十兩之"))
# Behind a unit: a half, a range, a unit per another; behind a time, one of smaller units.
_AFTER = frozenset(simplify(" 個半多/至到~-"))
_GOES_ON = frozenset(simplify("又零0123456789一二三四五六七八九十兩廿卅"))
_RANKED_ENDS = last_signs(RANKED.pattern)
_TENTHS = frozenset("成折")
_SHARE_SIGNS = frozenset("、/分又")


def is_part(view: str, masked: str, start: int, stop: int) -> bool:
    """Whether figures are surely part of a time or a telephone number: 15:30, 03-3322."""
    if not view[start:stop].isdecimal():
        return False
    if masked[stop : stop + 1] == ":" and view[stop + 1 : stop + 2] in _FIGURES:
        return True
    is_joined = view[start - 1 : start] in _JOINS and view[start - 2 : start - 1] in _FIGURES
    return is_joined and view[stop : stop + 1] not in _SHARE_SIGNS


class PlainReader:
    """Reads the plain quantities of one page."""

    def __init__(self, page: Page, masked: str, lexicon: UnitLexicon) -> None:
        self.page, self.view, self.masked, self.lexicon = page, page.view, masked, lexicon

    def read(self, start: int, stop: int, end: int, floor: int, piece: Piece) -> Reading | None:
        """Return the quantity whose numeral is ``view[start:stop]``, None if it is none, or `ASK`.

        Args:
            start, stop: span of the numeral.
            end: nothing beyond is read.
            floor: a currency before the number begins here or later.
            piece: the piece around it.
        """
        view, masked, lexicon = self.view, self.masked, self.lexicon
        position, behind = stop, view[stop : stop + 1]
        if behind == " ":
            position += 1
            behind = view[position : position + 1]
        if (
            behind in _BEHIND
            or masked[stop : stop + 1] == MASK
            or (behind in _PERHAPS and view[position + 1 : position + 2] in _FOLLOWED)
        ):
            return ASK
        if behind == "个" and view[position + 1 : position + 2] in SPANS:
            return ASK
        text, before = view[start:stop], view[start - 1 : start]
        number: Number | None
        if stop - start < 16 and text.isdecimal() and before not in _BEFORE_FIGURES:
            whole = int(text)
            number = Number(start, stop, whole, whole, True)
        else:
            number = self._number(text, before, start, stop)
            if number is None:
                return ASK
        if before in lexicon.prefix_ends and lexicon.currency_before(view, start, floor):
            return ASK
        if behind in MORE_SIGNS:
            number = with_more(view, number, end)
            if number.end > stop:
                position = number.end
                behind = view[position : position + 1]
                if behind in _BEHIND or view[position + 1 : position + 2] in SPANS:
                    return ASK
        if before == "第":
            return self._ordinal(number, end)
        if behind in _TENTHS:
            return self._tenths(number, end)
        unit = lexicon.unit_at(view, position, end, number)
        if unit is not None and not is_inside(self.page.text, unit, position):
            return self._with_unit(number, unit, position)
        return ASK if number.low % 1 else read_bare(self.page, number, end, piece)

    def _number(self, text: str, before: str, start: int, stop: int) -> Number | None:
        """Return the number of a numeral, or None where the signs before it may change it."""
        view, size = self.view, stop - start
        if before == " ":
            before = view[start - 2 : start - 1]
            if before == "第" or before in self.lexicon.prefix_ends:
                return None
        worth = _worth(text) if size <= LONGEST else None
        if worth is None:
            return None
        value, is_arabic, is_grouped = worth
        if size > 1 and text[-1] in "千兆" and view[stop : stop + 1] in _PREFIXED:
            return None
        if is_arabic:
            if (before in _BEFORE_FIGURES and not _is_apart(view, start, before)) or (
                is_grouped and self.page.text.find("，", start, stop) >= 0
            ):
                return None
        elif (
            (before in _BEFORE_SIGNS and not _is_apart(view, start, before))
            or (before in _SOME and text[0] in _MULTIPLIERS)
            or (size > 1 and text[0] == "一" and before in ONE_IN_WORD)
        ):
            return None
        lone = size == 1 and not is_arabic
        return Number(start, stop, value, value, is_arabic, is_grouped=is_grouped, is_lone=lone)

    def _ordinal(self, number: Number, end: int) -> Reading | None:
        reading = read_ordinal(self.view, number, end, self.lexicon)
        return ASK if reading and self.view[reading.end - 1] == "分" else reading

    def _tenths(self, number: Number, end: int) -> Reading | None:
        reading = read_tenths(self.view, number, end)
        return (
            reading if reading and self.view[reading.end : reading.end + 1] not in _AFTER else ASK
        )

    def _with_unit(self, number: Number, unit: Unit, position: int) -> Reading | None:
        """Return a number with the unit behind it, None if the two are a word, or `ASK`."""
        view, name, start = self.view, unit.name, number.start
        if unit.numerals == "grouped" and not number.is_grouped:
            return None
        if unit.numerals == "never":
            return ASK if name == "月" and number.is_lone else None
        if number.is_arabic:
            low = number.low
            if (unit.dimension == "count" and low % 1) or (
                1900 <= low <= 2100 and number.end - start == 4
            ):
                return ASK
        elif number.is_lone or view[start] in _MANY:
            if unit.numerals == "long" and number.is_lone:
                return ASK
            if is_word(view, number, unit, self.lexicon):
                return None
        stop = position + len(name)
        after = view[stop : stop + 1]
        if after == " ":
            after = view[stop + 1 : stop + 2]
        if view[start - 1 : start] == "、" and view[start - 2 : start - 1] in _FOLLOWED:
            return ASK  # 第二、三名
        if after in _AFTER or (after in _GOES_ON and (unit.code in SCALES or name in TAILED)):
            return ASK
        if name not in self.lexicon.plain and (
            name not in RANKS or name == "大" or view[start - 1] in _RANKED_ENDS
        ):
            return ASK
        written = "%" if name == "%" else ""
        return Reading(
            number, start, stop, position, stop,
            unit.dimension, "unit", written, unit.code, unit.currency,
        )  # fmt: skip


def _is_apart(view: str, start: int, before: str) -> bool:
    """Whether a numeral behind ``:`` or 下 is no part of a time and has no sign: but 零下."""
    first = view[start - 2 : start - 1]
    return (before == ":" and first not in _FIGURES) or (before == "下" and first != "零")


@lru_cache(maxsize=8192)
def _worth(text: str) -> tuple[Exact, bool, bool] | None:
    """Value of a numeral, whether figures begin it, whether it is grouped; None for others."""
    value = parse_view(text)
    if value is None or text == "兆":
        return None
    if text.isdecimal():
        return int(text), True, False
    is_arabic = text[0].isdecimal()
    if not is_arabic and len(text) > 1 and parse_range(text):
        return None
    return value, is_arabic, is_big(text)

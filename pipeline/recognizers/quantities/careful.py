"""Read a quantity the long way: ranges, fractions, times in two units, codes, money, list labels.

Contract: reads forward from where a numeral begins; `plain` tells which numerals need it.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.clauses import MASK
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.numbers import (
    NUMBER,
    drop_label,
    has_label,
    read_number,
    read_second,
)
from pipeline.recognizers.quantities.reading import read_unit
from pipeline.recognizers.quantities.units import SCALES, Reading, UnitLexicon
from pipeline.recognizers.quantities.words import LATIN, MULTIPLIERS, ONE_IN_WORD

_LINK = pattern("[ ]?(?:至|到|~|-)[ ]?")
_FROM = pattern("[由從自][ ]?$")
# 1分20秒, 兩小時又二十分鐘, 六年八個月
_AND = pattern("[ ]?(?:又|零)?[ ]?(?=[0-9一二三四五六七八九十兩廿卅])")
_EACH = "每"  # 每三年一個月, but 每1小時30分鐘
_RATED = frozenset(("d", "wk"))  # 一天四小時, 一週三天: so much in each, but 全程一天三小時
_IN_ALL = pattern("(?:全程|為期|歷時|耗時|費時|需|共)$")
_LINK_SIGNS = frozenset(" 至到~-")
# 4萬兆瓦, 3.8千瓦時, 1.2億千瓦時, 兩千千瓦, 3兆字節, 900千米; but 兩千米 is 2000 米.
_PREFIX = pattern(
    "兆(?=[瓦赫伏帕]|字節|位元組|比特)|(?<=[0-9百千萬億])千(?=[瓦赫伏帕卡焦米克]|字節)"
    "|(?<=[0-9千])百(?=帕)"
)
_PREFIXED = frozenset(simplify("瓦赫伏帕卡焦字位比米克"))


class CarefulReader:
    """Reads the quantities of one page, whatever stands beside their numerals."""

    def __init__(self, page: Page, masked: str, lexicon: UnitLexicon) -> None:
        self.page, self.view, self.masked, self.lexicon = page, page.view, masked, lexicon
        self.floor, self.piece = 0, Piece(0, 0, "")

    def read(
        self, start: int, stop: int, end: int, floor: int, piece: Piece
    ) -> tuple[Reading | None, int]:
        """Return the quantity of a numeral and where the numeral ends.

        Args:
            start, stop: span of the numeral.
            end: nothing beyond is read.
            floor: a currency before the number begins here or later.
            piece: the piece around it.
        """
        self.floor, self.piece = floor, piece
        cut = self._cut(start, stop)
        return (self._read(start, cut, end), cut) if cut > start else (None, stop)

    def _cut(self, start: int, stop: int) -> int:
        """Return where the numeral ends; ， between half-width figures is no part of it."""
        if self.view[stop : stop + 1] in _PREFIXED and _PREFIX.match(self.view, stop - 1):
            return stop - 1
        if stop - start == 1:
            return stop
        comma = self.page.text.find("，", start, stop)
        return stop if comma < 0 or self.page.text[start] > "9" else comma

    def _read(self, start: int, stop: int, end: int) -> Reading | None:
        view = self.view
        if self.masked[stop : stop + 1] == MASK:
            end = stop
        before = view[start - 1 : start]
        is_plain = stop - start == 2 or view[start + 1 : start + 2] not in MULTIPLIERS
        if view[start] == "一" and stop - start > 1 and before in ONE_IN_WORD and is_plain:
            start += 1
            before = "一"
        is_money = before in LATIN and start > self.floor and view[start].isdecimal()
        if is_money and self.lexicon.currency_before(view, start, self.floor) is None:
            return None
        number = read_number(view, start, stop, end, is_money=is_money)
        if number is None:
            return None
        if number.start < self.floor:
            number = replace(number, start=self.floor)
        if view[number.end : number.end + 1] in _LINK_SIGNS and not (
            number.is_range or number.is_fraction
        ):
            second = read_second(view, number, end)
            reading = self._unit(second, end) if second else None
            if reading:
                return reading
        reading = self._unit(number, end)
        if reading is None:
            return None
        if reading.code in SCALES or view[reading.unit_start : reading.unit_end] == "分":
            both = self._and(reading, end)
            if both:
                return both
        if view[reading.end : reading.end + 1] in _LINK_SIGNS:
            return self._until(reading, end)
        return reading

    def _and(self, first: Reading, end: int) -> Reading | None:
        """Return the one time of 1分20秒 or 六年八個月, in the smaller unit, or None."""
        large = "min" if self.view[first.unit_start : first.unit_end] == "分" else first.code
        if large not in SCALES or first.number.is_range or first.number.low % 1:
            return None
        link = _AND.match(self.view, first.end, end)
        found = NUMBER.match(self.view, link.end(), end) if link else None
        second = read_number(self.view, *found.span(), end) if found else None
        last = self._unit(second, end) if second and not second.is_range else None
        if last is None or second is None or last.code not in SCALES:
            return None
        (of, more), (small_of, less) = SCALES[large], SCALES[last.code]
        if of != small_of or more <= less:
            return None
        if large == "a" and self.view[first.start - 1 : first.start] == _EACH:
            return None
        each = large in _RATED and self.view[first.start : second.start] in ("一天", "一周")
        if each and not _IN_ALL.search(self.view, max(0, first.start - 2), first.start):
            return None
        value = first.number.low * (more // less) + last.number.low
        number = replace(first.number, end=second.end, low=value, high=value)
        return replace(last, number=number, start=first.start, dimension="time")

    def _until(self, first: Reading, end: int) -> Reading:
        """Return the range that goes on with the same unit (20%至30%), else ``first``.

        由 and 從 tell of a change, whose ends stay apart.
        """
        view, number = self.view, first.number
        if number.is_range or first.dimension in ("rank", "ordinal"):
            return first
        link = _LINK.match(view, first.end, end)
        found = NUMBER.match(view, link.end(), end) if link else None
        if found is None or _FROM.search(view, max(0, first.start - 2), first.start):
            return first
        second = read_number(view, *found.span(), end)
        last = self._unit(second, end) if second and not second.is_range else None
        if last is None or last.number.low <= number.low or last.unit_start == last.unit_end:
            return first
        if view[last.unit_start : last.unit_end] != view[first.unit_start : first.unit_end]:
            return first
        whole = replace(number, high=last.number.high, is_range=True)
        return replace(
            last, number=whole, start=first.start, currency=last.currency or first.currency
        )

    def _unit(self, number: Number, end: int) -> Reading | None:
        reading = read_unit(self.page, number, self.floor, end, self.piece, self.lexicon)
        if (
            reading
            and reading.dimension == "count"
            and number.end - number.start
            < len(self.view[self.piece.start : self.piece.end].strip())
            and not reading.code
            and has_label(self.view, number, self.piece.start)
        ):
            plain = drop_label(self.view, number)
            return replace(reading, number=plain, start=plain.start) if plain else None
        return reading

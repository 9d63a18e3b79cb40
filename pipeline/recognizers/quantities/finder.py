"""Find quantities: number, unit, dimension, bounds, direction, and what is measured.

Contract: claims never overlap each other, nor a date or URL found before; the span is the numeral
with its unit (and a currency before it), without 約, 超過 and their kind.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.quantities import context
from pipeline.recognizers.quantities.before import noun_before
from pipeline.recognizers.quantities.changes import QuantityValue, with_changes
from pipeline.recognizers.quantities.clauses import MASK, Span, blot_out
from pipeline.recognizers.quantities.fractions import Exact, Number
from pipeline.recognizers.quantities.home import find_home
from pipeline.recognizers.quantities.measured import find_measured, is_change, itself
from pipeline.recognizers.quantities.numbers import (
    NUMBER,
    drop_label,
    has_label,
    read_number,
    read_second,
)
from pipeline.recognizers.quantities.ranked import find_ranked
from pipeline.recognizers.quantities.reading import read_unit
from pipeline.recognizers.quantities.rows import RowLabels
from pipeline.recognizers.quantities.told import told_before, told_by_sum
from pipeline.recognizers.quantities.units import AMBIGUOUS, Reading, UnitLexicon, build_lexicon
from pipeline.recognizers.quantities.words import LATIN

__all__ = ["QuantityValue", "UnitLexicon", "build_lexicon", "find_quantities"]

_EXACT = Decimal("1e-9")
_LARGEST_EXACT = 10**28
# 唯一兩度, 第一百: the 一 belongs to the word before.
_ONE_IN_WORD = frozenset(simplify("唯同統單專另任逐"))
_LINK = pattern("[ ]?(?:至|到|~|-)[ ]?")
_FROM = pattern("[由從自][ ]?$")
_NOWHERE = Piece(0, 0, "")
# How far a number without noun of its own may be from one of its sort: 三年內降到27.5%.
_NEAR = 40
# 4億宗，同比增長14%
_GROWN = pattern("[ ]?,(?:[同環]比|按[年月季])[^,。;]{0,6}")
# 1分20秒, 兩小時又二十分鐘
_AND = pattern("[ ]?(?:又|零)?[ ]?(?=[0-9一二三四五六七八九十兩廿卅])")
_SECONDS = {"d": 86400, "h": 3600, "min": 60, "s": 1}
_LINK_SIGNS = frozenset(" 至到~-")
_LARGE_UNITS = ("瓦", "赫")
# 4萬兆瓦, 3.8千瓦時
_PREFIXED = pattern("兆$|[0-9]千$")
_AGO = pattern("[以之]?前(?![後往來瞻景提進置])")
# Between a time and the number whose time it is: 二十年間從, 一年還要.
_ADVERBIAL = pattern(
    "(?:[之以]?[間內來後裡]|從|由|約|近|逾|就|還?要|共|已|也|可|為|是|達|僅|只|有|[ ])*"
)


def find_quantities(page: Page, lexicon: UnitLexicon) -> list[Claim]:
    """Return a QUANTITY claim for every number of the page that counts or measures something."""
    finder = _Finder(page, lexicon)
    masked, search = finder.masked, lexicon.begin.search
    claims: list[Claim] = []
    # Where the next number may begin: pieces without one are passed over.
    ahead = -1
    for piece in page.pieces:
        if ahead < piece.start:
            begin = search(masked, piece.start)
            ahead = begin.start() if begin else len(masked)
        if ahead < piece.end:
            found = finder.find(piece)
            claims += with_changes(masked, found) if len(found) > 1 else found
    return claims


class _Finder:
    """Quantities of one page, piece after piece."""

    def __init__(self, page: Page, lexicon: UnitLexicon) -> None:
        self.page = page
        self.view = page.view
        self.lexicon = lexicon
        self.home: str | None = None
        self.masked = blot_out(page)
        self.floor = self.piece_start = 0
        self.before: dict[str, tuple[Span, int]] = {}
        self.told: tuple[Span, int] = ((0, 0), -1)
        self.last: tuple[Reading, int] | None = None
        self.labels = RowLabels(page)
        self.piece = _NOWHERE

    def find(self, piece: Piece) -> list[Claim]:
        """Return the claims of a piece by position."""
        masked, end = self.masked, piece.end
        search = self.lexicon.begin.search
        position = clause = self.floor = self.piece_start = piece.start
        self.piece = piece
        claims = []
        while begin := search(masked, position, end):
            start, numeral = begin.span(1)
            stop = self._cut(start, numeral)
            if stop == start:
                position = numeral
                continue
            is_held = masked[stop : stop + 1] == MASK
            reading = self._read(start, stop, stop if is_held else end, piece)
            if reading is None:
                position = stop
                continue
            bounds = context.read_bounds(self.view, reading.start, reading.end, clause, end)
            claims.append(self._claim(reading, bounds, clause, end))
            position = self.floor = reading.end if reading.end > stop else stop
            clause = bounds[2] if bounds[2] > position else position
        return claims

    def _currency(self, reading: Reading) -> str | None:
        """Return the ISO code of money; bare 元 is that of the document's country."""
        name = self.view[reading.unit_start : reading.unit_end]
        near = self.lexicon.currency_near(name, self.view, reading.start)
        if near or reading.currency == AMBIGUOUS:
            return near
        if self.home is None:
            self.home = find_home(self.page.text, self.view)
        return reading.currency or self.home

    def _cut(self, start: int, stop: int) -> int:
        """Return where the numeral ends; ， between half-width figures is no part of it."""
        if stop - start == 1:
            is_prefix = self.view[start] == "兆" and self.view[stop : stop + 1] in _LARGE_UNITS
            return start if is_prefix else stop
        if self.view[stop : stop + 1] in _LARGE_UNITS and _PREFIXED.search(self.view, start, stop):
            return stop - 1
        comma = self.page.text.find("，", start, stop)
        return stop if comma < 0 or self.page.text[start] > "9" else comma

    def _read(self, start: int, stop: int, end: int, piece: Piece) -> Reading | None:
        view = self.view
        before = view[start - 1 : start]
        if view[start] == "一" and stop - start > 1 and before in _ONE_IN_WORD:
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
            reading = self._unit(second, end, piece) if second else None
            if reading:
                return reading
        reading = self._unit(number, end, piece)
        if reading is None:
            return None
        if reading.code in _SECONDS or view[reading.unit_start : reading.unit_end] == "分":
            both = self._and(reading, end, piece)
            if both:
                return both
        if view[reading.end : reading.end + 1] in _LINK_SIGNS:
            return self._until(reading, end, piece)
        return reading

    def _and(self, first: Reading, end: int, piece: Piece) -> Reading | None:
        """Return the one time of 1分20秒, in the smaller unit, or None."""
        large = "min" if self.view[first.unit_start : first.unit_end] == "分" else first.code
        if large not in _SECONDS or first.number.is_range or first.number.low % 1:
            return None
        link = _AND.match(self.view, first.end, end)
        found = NUMBER.match(self.view, link.end(), end) if link else None
        second = read_number(self.view, *found.span(), end) if found else None
        last = self._unit(second, end, piece) if second and not second.is_range else None
        small = _SECONDS.get(last.code) if last and second else None
        if last is None or second is None or small is None or small >= _SECONDS[large]:
            return None
        value = first.number.low * (_SECONDS[large] // small) + last.number.low
        number = replace(first.number, end=second.end, low=value, high=value)
        return replace(last, number=number, start=first.start, dimension="time")

    def _until(self, first: Reading, end: int, piece: Piece) -> Reading:
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
        last = self._unit(second, end, piece) if second and not second.is_range else None
        if last is None or last.number.low <= number.low or last.unit_start == last.unit_end:
            return first
        if view[last.unit_start : last.unit_end] != view[first.unit_start : first.unit_end]:
            return first
        whole = replace(number, high=last.number.high, is_range=True)
        return replace(
            last, number=whole, start=first.start, currency=last.currency or first.currency
        )

    def _unit(self, number: Number, end: int, piece: Piece) -> Reading | None:
        reading = read_unit(self.page, number, self.floor, end, piece, self.lexicon)
        if reading and reading.dimension == "count" and has_label(self.view, number, piece.start):
            plain = drop_label(self.view, number)
            return replace(reading, number=plain, start=plain.start) if plain else None
        return reading

    def _claim(self, reading: Reading, bounds: context.Bounds, clause: int, end: int) -> Claim:
        number, start = reading.number, reading.start
        comparator, is_near, after = bounds
        low, dimension = number.low, reading.dimension
        value = QuantityValue(
            None if number.is_range else float(low),
            float(low) if number.is_range else None,
            float(number.high) if number.is_range else None,
            None if number.is_range else _exact(low),
            reading.unit or self.page.text[reading.unit_start : reading.unit_end],
            reading.code or None,
            dimension,
            self._currency(reading) if dimension == "money" else None,
            ">" if number.is_open and comparator == "=" else comparator,
            is_near or number.is_open,
            context.read_change(self.view, start, clause),
            self._measured(reading, (start, after), clause, end),
        )
        return Claim(start, reading.end, "QUANTITY", reading.rule, reading.score, "name", value)

    def _measured(self, reading: Reading, span: Span, clause: int, end: int) -> Span | None:
        if reading.dimension in ("rank", "ordinal"):
            is_rank = reading.dimension == "rank"
            return find_ranked(self.masked, span, clause, end, is_rank=is_rank)
        if reading.dimension == "time" and _AGO.match(self.view, span[1], end):
            return None  # 兩年前 tells when
        unit = reading.unit_start, reading.unit_end
        found = (
            find_measured(self.masked, span, unit, reading.dimension, clause, end)
            or self._over_time(reading.start)
            or told_by_sum(self.masked, reading.start, clause)
        )
        if found is None and reading.dimension == "ratio":
            found = self._grown(reading, clause)
        if found is None:
            before = self.before.get(reading.dimension)
            if before and before[1] >= max(reading.start - _NEAR, self.piece_start):
                found = before[0]
        if found:
            self.before[reading.dimension] = found, reading.end
        self.last, is_time = (reading, clause), reading.dimension == "time"
        found = found or told_before(self.masked, reading.start, clause, is_time=is_time)
        if reading.dimension == "ratio" and (found is None or is_change(self.masked, found)):
            found = self._counted_last(reading.start) or found
        if found is None and reading.dimension == "count":
            found = itself(unit)
        if found is None and self.piece.kind == "cell" and reading.start == self.piece.start:
            found = self.labels.of(self.piece)
        self.told = (found, reading.end) if found else self.told
        return found

    def _counted_last(self, start: int) -> Span | None:
        """舉報 of 收到舉報9.4萬件，九成二在48小時內處置: what the sentence counted just before."""
        (span, end), low = self.told, max(start - _NEAR, self.piece_start)
        return span if end >= low and "。" not in self.view[end:start] else None

    def _grown(self, reading: Reading, clause: int) -> Span | None:
        """交易量 of 交易量達4億宗，同比增長14%: what grew is what was counted just before."""
        if context.read_change(self.view, reading.start, clause) not in ("increase", "decrease"):
            return None
        is_next = _GROWN.fullmatch(self.masked, self.told[1], reading.start)
        return self._counted_last(reading.start) if is_next else None

    def _over_time(self, start: int) -> Span | None:
        """人口 of 人口在二十年間從250萬: the noun before a time that stands before the number."""
        if self.last is None:
            return None
        before, clause = self.last
        if before.dimension != "time" or not self.piece_start <= before.start < start - 1:
            return None
        is_near = _ADVERBIAL.fullmatch(self.masked, before.end, start)
        return noun_before(self.masked, before.start, clause) if is_near else None


def _exact(value: Exact) -> Decimal | None:
    if not -_LARGEST_EXACT < value < _LARGEST_EXACT:
        return None
    if isinstance(value, int):
        return Decimal(value)
    if value == value.to_integral_value():
        return value
    exponent = value.as_tuple().exponent
    return value.quantize(_EXACT) if isinstance(exponent, int) and exponent < -9 else value

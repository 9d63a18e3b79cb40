"""Find quantities: number, unit, dimension, bounds, direction, and what is measured.

Contract: claims never overlap each other, nor a date or URL found before; the span is the numeral
with its unit (and a currency before it), without 約, 超過 and their kind.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.language.home import find_home
from pipeline.language.views import pattern
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.quantities import context
from pipeline.recognizers.quantities.before import noun_before
from pipeline.recognizers.quantities.careful import CarefulReader
from pipeline.recognizers.quantities.changes import QuantityValue, with_changes
from pipeline.recognizers.quantities.clauses import Span, blot_out
from pipeline.recognizers.quantities.fractions import Exact
from pipeline.recognizers.quantities.headers import read_in_column
from pipeline.recognizers.quantities.limits import Limits
from pipeline.recognizers.quantities.measured import find_measured, is_change, itself
from pipeline.recognizers.quantities.plain import ASK, PlainReader, is_part
from pipeline.recognizers.quantities.ranked import find_ranked
from pipeline.recognizers.quantities.rows import RowLabels
from pipeline.recognizers.quantities.told import told_before, told_by_sum
from pipeline.recognizers.quantities.units import AMBIGUOUS, Reading, UnitLexicon, build_lexicon

__all__ = ["QuantityValue", "UnitLexicon", "build_lexicon", "find_quantities"]

_EXACT = Decimal("1e-9")
_LARGEST = 27
_LARGEST_EXACT = 10 ** (_LARGEST + 1)
# Whose money a bare 元 is, by the place a document is from.
_MONEY = {"TW": "TWD", "CN": "CNY", "HK": "HKD", "MO": "MOP", "SG": "SGD"}
_NOWHERE = Piece(0, 0, "")
# How far a number without noun of its own may be from one of its sort: 三年內降到27.5%.
_NEAR = 40
# 4億宗，同比增長14%
_GROWN = pattern("[ ]?,(?:[同環]比|按[年月季])[^,。;]{0,6}")
_AGO_SIGNS = frozenset("以之前")
_AGO = pattern("[以之]?前(?![後往來瞻景提進置])")
# Between a time and the number whose time it is: 二十年間從, 一年還要.
_ADVERBIAL = pattern(
    "(?:[之以]?[間內來後裡]|[增減降升漲跌掉少][加少低高了]?|成長|下降|上[升漲]|縮短|提[高升]"
    "|從|由|約|近|逾|就|還?要|共|已|也|可|為|是|達|僅|只|有|[ ])*"
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
            found = finder.find(piece, ahead)
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
        self.plain = PlainReader(page, self.masked, lexicon)
        self.careful = CarefulReader(page, self.masked, lexicon)
        self.floor = self.piece_start = 0
        self.before: dict[str, tuple[Span, int]] = {}
        self.told: tuple[Span, int] = ((0, 0), -1)
        self.last: tuple[Reading, int] | None = None
        self.labels = RowLabels(page)
        self.limits = Limits(page.view, page.words)
        self.piece = _NOWHERE

    def find(self, piece: Piece, ahead: int) -> list[Claim]:
        """Return the claims of a piece by position; no number begins before ``ahead``."""
        view, masked, end = self.view, self.masked, piece.end
        search, read_plain = self.lexicon.begin.search, self.plain.read
        clause = self.floor = self.piece_start = piece.start
        self.piece, position = piece, max(ahead, piece.start)
        labels = self.labels
        alone = read_in_column(masked, piece, self.lexicon, labels) if piece.header else None
        if alone:
            return [self._claim(alone, ("=", False, alone.end), clause, end)]
        claims = []
        while begin := search(masked, position, end):
            start, numeral = begin.span(1)
            stop = numeral
            reading = read_plain(start, stop, end, self.floor, piece)
            if reading is ASK:
                reading = None
                if not is_part(view, masked, start, stop):
                    reading, stop = self.careful.read(start, stop, end, self.floor, piece)
            if reading is None:
                position = stop
                continue
            bounds = context.read_bounds(view, reading.start, reading.end, clause, end)
            claims.append(self._claim(reading, bounds, clause, end))
            position = self.floor = reading.end if reading.end > stop else stop
            clause = bounds[2] if bounds[2] > position else position
        return claims

    def _currency(self, reading: Reading) -> str | None:
        """Return the ISO code of money; bare 元 is that of the document's country."""
        name = self.view[reading.unit_start : reading.unit_end]
        near = None
        if name in self.lexicon.shared:
            row = self.labels.row_span(self.piece)
            near = self.lexicon.shared.code_near(name, self.view, reading.start, row)
        if near or reading.currency == AMBIGUOUS:
            return near
        if not reading.currency and self.home is None:
            self.home = _MONEY[find_home(self.page.text, self.view)]
        return reading.currency or self.home

    def _claim(self, reading: Reading, bounds: context.Bounds, clause: int, end: int) -> Claim:
        number, start = reading.number, reading.start
        comparator, is_near, after = bounds
        low, dimension, view = number.low, reading.dimension, self.view
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
            context.read_change(view, start, clause)
            if view[start - 1 : start] in context.CHANGE_SIGNS
            else "none",
            self._measured(reading, (start, after), clause, end),
        )
        return Claim(start, reading.end, "QUANTITY", reading.rule, reading.score, "name", value)

    def _measured(self, reading: Reading, span: Span, clause: int, end: int) -> Span | None:
        masked, dimension, start = self.masked, reading.dimension, reading.start
        if dimension in ("rank", "ordinal"):
            return find_ranked(masked, span, clause, end, is_rank=dimension == "rank")
        is_time = dimension == "time"
        if (
            is_time
            and self.view[span[1] : span[1] + 1] in _AGO_SIGNS
            and _AGO.match(self.view, span[1], end)
        ):
            return None  # 兩年前 tells when
        unit = reading.unit_start, reading.unit_end
        found = find_measured(masked, span, unit, dimension, clause, end)
        if is_time and masked[unit[0] : unit[1]] != "岁" and (not found or found[0] >= span[1]):
            found = self.limits.lasting((start, reading.end), clause, found) or found
        if found is None or is_change(masked, found):
            found = self._over_time(start) or told_by_sum(masked, start, clause)
            if found is None and dimension == "ratio":
                found = self._grown(reading, clause)
            found = found or self._near(dimension, start)
        if found:
            found = self.limits.bring(span, found, dimension)
            self.before[dimension] = found, reading.end
        self.last = reading, clause
        found = found or told_before(masked, start, clause, is_time=is_time)
        if dimension == "ratio" and (found is None or is_change(masked, found)):
            found = self._counted_last(start) or found
        if found is None and dimension == "count" and reading.rule != "column":
            found = itself(unit)
        if found is None and self.piece.kind == "cell" and start == self.piece.start:
            found = self.labels.of(self.piece)
        if found:
            self.told = found, reading.end
        return found

    def _near(self, dimension: str, start: int) -> Span | None:
        """What the last number of this sort measured, if it stands near: 三年內降到27.5%."""
        before = self.before.get(dimension)
        is_near = before and before[1] >= max(start - _NEAR, self.piece_start)
        return before[0] if before and is_near else None

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
    if isinstance(value, int):
        return Decimal(value) if -_LARGEST_EXACT < value < _LARGEST_EXACT else None
    if value.adjusted() > _LARGEST:
        return None
    if value == value.to_integral_value():
        return value
    exponent = value.as_tuple().exponent
    return value.quantize(_EXACT) if isinstance(exponent, int) and exponent < -9 else value

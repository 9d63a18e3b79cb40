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
from pipeline.recognizers.quantities.careful import CarefulReader
from pipeline.recognizers.quantities.changes import QuantityValue, with_changes
from pipeline.recognizers.quantities.clauses import Span, blot_out
from pipeline.recognizers.quantities.fractions import Exact
from pipeline.recognizers.quantities.headers import read_in_column
from pipeline.recognizers.quantities.loose import with_cells
from pipeline.recognizers.quantities.options import Figure, Told, read_options
from pipeline.recognizers.quantities.plain import ASK, PlainReader, is_part
from pipeline.recognizers.quantities.ranked import find_ranked
from pipeline.recognizers.quantities.rows import RowLabels
from pipeline.recognizers.quantities.sentence import Sentence, read_tokens
from pipeline.recognizers.quantities.units import AMBIGUOUS, Reading, UnitLexicon, build_lexicon

__all__ = ["QuantityValue", "UnitLexicon", "build_lexicon", "find_quantities"]

# A cell that numbers its row is no longer.
_DIGITS = 3
_EXACT = Decimal("1e-9")
_LARGEST = 27
_LARGEST_EXACT = 10 ** (_LARGEST + 1)
# Whose money a bare 元 is, by the place a document is from.
_MONEY = {"TW": "TWD", "CN": "CNY", "HK": "HKD", "MO": "MOP", "SG": "SGD"}
_AGO_SIGNS = frozenset("以之前")
_AGO = pattern("[以之]?前(?![後往來瞻景提進置])")
# A reading, what the words around it say, and where its clause begins.
_Found = tuple[Reading, context.Bounds, int]


def find_quantities(page: Page, lexicon: UnitLexicon) -> list[Claim]:
    """Return a QUANTITY claim for every number of the page that counts or measures something."""
    finder = _Finder(page, lexicon)
    masked, search = finder.masked, lexicon.begin.search
    claims: list[Claim] = []
    # Where the next number may begin: pieces without one are passed over.
    ahead = -1
    for piece in finder.pieces:
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
        self.pieces = with_cells(page)
        self.labels = RowLabels(page, self.pieces)

    def find(self, piece: Piece, ahead: int) -> list[Claim]:
        """Return the claims of a piece by position; no number begins before ``ahead``."""
        masked, end = self.masked, piece.end
        search, read_plain = self.lexicon.begin.search, self.plain.read
        clause = floor = piece.start
        position = max(ahead, piece.start)
        if piece.header and end - clause <= _DIGITS and self.labels.is_row_number(piece):
            return []
        alone = None
        if piece.header or piece.label:
            alone = read_in_column(masked, piece, self.lexicon, self.labels)
        if alone:
            return self._claims([(alone, ("=", False, alone.end), clause)], piece)
        found: list[_Found] = []
        while begin := search(masked, position, end):
            start, numeral = begin.span(1)
            stop = numeral
            reading = read_plain(start, stop, end, floor, piece)
            if reading is ASK:
                reading = None
                if not is_part(self.view, masked, start, stop):
                    reading, stop = self.careful.read(start, stop, end, floor, piece)
            if reading is None:
                position = stop
                continue
            bounds = context.read_bounds(self.view, reading.start, reading.end, clause, end)
            found.append((reading, bounds, clause))
            position = floor = reading.end if reading.end > stop else stop
            clause = bounds[2] if bounds[2] > position else position
        return self._claims(found, piece) if found else []

    def _claims(self, found: list[_Found], piece: Piece) -> list[Claim]:
        """Return the claims of the readings of a piece, each with what it measures."""
        spans = [(reading.start, reading.end) for reading, _, _ in found]
        sentence = read_tokens(self.masked, self.page.words, (piece.start, piece.end), spans)
        told: dict[str, Told] = {}
        claims = []
        for reading, bounds, clause in found:
            if reading.dimension in ("rank", "ordinal"):
                is_rank, span = reading.dimension == "rank", (reading.start, bounds[2])
                measured = find_ranked(self.masked, span, clause, piece.end, is_rank=is_rank)
            else:
                measured = self._measured(reading, bounds[2], piece, sentence, told)
            claims.append(self._claim(reading, bounds, clause, piece, measured))
        return claims

    def _measured(
        self,
        reading: Reading,
        after: int,
        piece: Piece,
        sentence: Sentence,
        told: dict[str, Told],
    ) -> Span | None:
        """Choose what a quantity measures, and note it for the numbers behind it."""
        view, dimension = self.view, reading.dimension
        is_ago = dimension == "time" and view[after : after + 1] in _AGO_SIGNS
        if is_ago and _AGO.match(view, after, piece.end):
            return None  # 兩年前 tells when
        if dimension == "time" and view[after : after + 1] == "期":
            after += 1  # 三年期備忘錄
        unit = (reading.unit_start, reading.unit_end) if reading.rule != "column" else (0, 0)
        name = reading.unit or view[reading.unit_start : reading.unit_end]
        figure = Figure(reading.start, after, unit, name, dimension)
        label = self.labels.of(piece) if piece.kind == "cell" else None
        measures = self.lexicon.measures
        options = read_options(self.masked, sentence, figure, told, label, measures)
        found = measures.choose(self.page.text, (reading.start, reading.end), options)
        if found:
            told["last"] = told[figure.sort] = Told(name, reading.end, found)
        return found

    def _currency(self, reading: Reading, piece: Piece) -> str | None:
        """Return the ISO code of money; bare 元 is that of the document's country."""
        name = self.view[reading.unit_start : reading.unit_end]
        near = None
        if name in self.lexicon.shared:
            row = self.labels.row_span(piece)
            near = self.lexicon.shared.code_near(name, self.view, reading.start, row)
        if near or reading.currency == AMBIGUOUS:
            return near
        if not reading.currency and self.home is None:
            self.home = _MONEY[find_home(self.page.text, self.view)]
        return reading.currency or self.home

    def _claim(
        self,
        reading: Reading,
        bounds: context.Bounds,
        clause: int,
        piece: Piece,
        measured: Span | None,
    ) -> Claim:
        number, start = reading.number, reading.start
        comparator, is_near, _ = bounds
        low, dimension, view = number.low, reading.dimension, self.view
        value = QuantityValue(
            None if number.is_range else float(low),
            float(low) if number.is_range else None,
            float(number.high) if number.is_range else None,
            None if number.is_range else _exact(low),
            reading.unit or self.page.text[reading.unit_start : reading.unit_end],
            reading.code or None,
            dimension,
            self._currency(reading, piece) if dimension == "money" else None,
            ">" if number.is_open and comparator == "=" else comparator,
            is_near or number.is_open,
            context.read_change(view, start, clause)
            if view[start - 1 : start] in context.CHANGE_SIGNS
            else "none",
            measured,
        )
        return Claim(start, reading.end, "QUANTITY", reading.rule, reading.score, "name", value)


def _exact(value: Exact) -> Decimal | None:
    if isinstance(value, int):
        return Decimal(value) if -_LARGEST_EXACT < value < _LARGEST_EXACT else None
    if value.adjusted() > _LARGEST:
        return None
    if value == value.to_integral_value():
        return value
    exponent = value.as_tuple().exponent
    return value.quantize(_EXACT) if isinstance(exponent, int) and exponent < -9 else value

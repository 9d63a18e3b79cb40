"""Read the unit of a number and decide whether the two are a quantity.

Contract: None where the numeral is part of a word, a code, a room or a road, or counts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.language.numerals import parse_view
from pipeline.language.views import pattern
from pipeline.recognizers import quantities_context as context
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities_numbers import Number
from pipeline.recognizers.quantities_units import Unit, UnitLexicon
from pipeline.recognizers.quantities_words import LATIN, is_code, is_word, is_year_in_name

_TENTHS = pattern(
    r"[ ]?成[ ]?(?P<fifth>[一二三四五六七八九半1-9](?![0-9.]"
    r"|[成個位名年月日人項個]))?(?![員立功果績就品套效交型分色](?!紅|紫))(?!長(?!者"
    r"|輩|照|期))(?!本(?!地|土|國))(?!為(?!女|男))(?!人(?!口))(?!年(?!輕|長))"
)
_DISCOUNT = pattern(r"[ ]?折(?![舊疊磨合現騰返射衷線損算扣返])")
_OF_TIME = pattern(
    "[ ]?個(?=半?(?:小時|鐘頭|星期|禮拜|工作天|工作日|季度|世紀|學期|學年|年頭|晝夜))"
)
_HALF = pattern("(?:個?半)(?=[^數天年小路日價導徑球場成夜點個島以]|$)")
_MIDDLE_HALF = pattern("[ ]?個半(?=月|小時|鐘頭|星期|禮拜)")
_RANKED = pattern(
    r"(?:排名|名列|排行|位居|位列|高居|榮登|排在|top|Top|TOP|前)(?:全[國球臺市]|世界"
    r"|亞洲|亞太)?第?[ ]?$"
)
_WORLDWIDE = pattern("(?:全[國球臺]|世界|亞洲|亞太)[ ]?$")
_BARE_WORDS = pattern(
    "[ ]?(?:不要|別|不能|不可|記得|小心|要記|富翁|一|事(?!件|業|故)|物(?!種|流|聯)"
    "|象|眾|般|聖|人迷|家香火|國|頃|能|用|分之?|寶|華|丹|里|歲|隆|年|代|巷)"
)
_MUST = pattern(
    "(?:超過|逾|突破|達到?|高達|多達|破|至少|約|近|將近|不到|為|共|計|有|上|數|幾)[ ]?$"
)
_EXCEEDS = pattern("(?:超過|逾|突破|高達|多達|達到)[ ]?$")
_ENDS = pattern("[,。;、)\n]|$")
# US$12.5M
_SCALES = {"K": 1000, "M": 10**6, "B": 10**9}
_RANKS = frozenset("大名位")
_SCORED = pattern(
    "(?:得分|評分|總分|分數|積分|得點|滿意度|指數|均分|評比)(?:為|是|達|到|:|高達|約|[ ])*$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its unit.

    Attributes:
        number: the number.
        start, end: span of the quantity.
        unit_start, unit_end: span of the unit, empty if there is none.
        unit: the unit, where it is not the text of that span.
        code: UCUM code.
        dimension: one of ``contract.mentions.DIMENSIONS``.
        currency: ISO 4217 code, empty for money of the document's country.
        rule: how it was recognized.
        score: certainty.
    """

    number: Number
    start: int
    end: int
    unit_start: int
    unit_end: int
    dimension: str
    rule: str
    unit: str = ""
    code: str = ""
    currency: str = ""
    score: float = 0.9


def read_unit(
    page: Page, number: Number, floor: int, end: int, piece: Piece, lexicon: UnitLexicon
) -> Reading | None:
    """Return number and unit as a quantity, or None if they are none.

    Args:
        page: the page.
        number: a number of it.
        floor: a currency before the number begins here or later.
        end: nothing beyond is read.
        piece: the piece around it.
        lexicon: units and currencies.
    """
    view = page.view
    if view[max(0, number.start - 2) : number.start].rstrip(" ").endswith("第"):
        return _ordinal(view, number, end, lexicon)
    money = lexicon.currency_before(view, number.start, floor)
    if number.is_fraction:
        return _fraction(number)
    tenths = _tenths(view, number, end)
    if tenths:
        return tenths
    position = _at_unit(view, number, end)
    halved = _MIDDLE_HALF.match(view, number.end, end)
    if halved and not number.is_range:
        value = number.low + Decimal("0.5")
        number, position = replace(number, low=value, high=value), halved.end()
    unit = lexicon.unit_at(view, position, end)
    if money and (unit is None or unit.dimension in ("money", "count")):
        return _money(view, number, unit, position, money)
    if unit is None and position > number.end:
        position = number.end
        unit = lexicon.unit_at(view, position, end)
    if unit is not None:
        return _with_unit(view, number, unit, position, end, lexicon)
    return _bare(page, number, end, piece)


def _at_unit(view: str, number: Number, end: int) -> int:
    """Where the unit begins: behind one blank, behind the 個 of 24 個小時."""
    found = _OF_TIME.match(view, number.end, end)
    if found:
        return found.end()
    return number.end + 1 if view[number.end : number.end + 1] == " " else number.end


def _fraction(number: Number) -> Reading:
    place = number.end, number.end
    if number.is_percent:
        return Reading(number, number.start, number.end, *place, "ratio", "percent", "%", "%")
    return Reading(number, number.start, number.end, *place, "ratio", "fraction")


def _tenths(view: str, number: Number, end: int) -> Reading | None:
    """六成, 一成七, 七折: tenths as percent."""
    if not (0 < number.high <= 100) or number.is_grouped:
        return None
    found = _TENTHS.match(view, number.end, end)
    if found and number.high <= 10 and view[number.start : found.end()] != "一成不":
        fifth = found["fifth"]
        more = Decimal("5" if fifth == "半" else parse_view(fifth) or 0) if fifth else 0
        whole = replace(number, low=number.low * 10 + more, high=number.high * 10 + more)
        if view.startswith("不变", found.end()):
            return None
        return Reading(
            whole, number.start, found.end(), number.end, found.end(), "ratio", "tenths", "%", "%"
        )
    found = _DISCOUNT.match(view, number.end, end)
    if found:
        scale = 10 if number.high < 10 else 1
        whole = replace(number, low=number.low * scale, high=number.high * scale)
        return Reading(
            whole, number.start, found.end(), number.end, found.end(), "ratio", "discount", "%", "%"
        )
    return None


def _ordinal(view: str, number: Number, end: int, lexicon: UnitLexicon) -> Reading | None:
    """第4屆, 第六大: ordinals and ranks."""
    if number.is_range and not number.is_arabic:
        return None
    position = _at_unit(view, number, end)
    unit = lexicon.unit_at(view, position, end)
    start = view.rindex("第", 0, number.start)
    low = max(0, start - 8)
    ranked = bool(_RANKED.search(view, low, start) or _WORLDWIDE.search(view, low, start))
    if unit is None or (unit.name == "大" and number.low > 50):
        kind = "rank" if ranked else "ordinal"
        return Reading(number, start, number.end, number.end, number.end, kind, kind, score=0.6)
    kind = "rank" if ranked or unit.name in ("大", "名") else "ordinal"
    stop = position + len(unit.name)
    return Reading(number, start, stop, position, stop, kind, kind, score=0.8)


def _money(
    view: str, number: Number, unit: Unit | None, position: int, money: tuple[int, str]
) -> Reading:
    """NT$300, 新臺幣3億元: a currency stands before the number."""
    start, code = money
    if unit is None or unit.dimension != "money":
        span = start, number.end, start, start + len(view[start : number.start].rstrip())
        scale = _SCALES.get(view[number.end : number.end + 1])
        if scale and view[number.end + 1 : number.end + 2] not in LATIN:
            number = replace(number, low=number.low * scale, high=number.high * scale)
            span = start, number.end + 1, *span[2:]
        return Reading(number, *span, "money", "money", currency=code)
    stop = position + len(unit.name)
    return Reading(
        number, start, stop, position, stop, "money", "money", currency=unit.currency or code
    )


def _with_unit(
    view: str, number: Number, unit: Unit, position: int, end: int, lexicon: UnitLexicon
) -> Reading | None:
    stop = position + len(unit.name)
    if unit.numerals == "never" or (unit.numerals == "long" and number.is_lone):
        return None
    if is_word(view, number, unit, lexicon) or is_year_in_name(view, number, unit, stop, end):
        return None
    kind = _sort(view, number, unit, position, stop)
    if kind is None:
        return None
    dimension, code = kind
    written = "%" if unit.name == "%" else ""
    span = number.start, stop, position, stop
    reading = Reading(number, *span, dimension, "unit", written, code, unit.currency)
    return _per(view, _half(view, reading, end), end, lexicon)


def _sort(
    view: str, number: Number, unit: Unit, position: int, stop: int
) -> tuple[str, str] | None:
    """Return dimension and code, where the number decides what a unit means."""
    start = number.start
    if unit.name == "大" and (number.high > 50 or number.is_open):
        return None
    if unit.name in _RANKS and _RANKED.search(view, max(0, start - 8), start):
        return "rank", ""
    if unit.name == "世纪" and position == number.end and number.low > 1:
        return "ordinal", ""
    if unit.name == "度":
        lone = number.is_lone or (not number.is_arabic and number.high <= 10)
        small = number.is_arabic and abs(number.high) <= 60
        kind = context.sort_of_degree(view, start, stop, is_lone=lone, is_small=small)
        return kind, {"temperature": "Cel", "energy": "kW.h"}.get(kind, "")
    return unit.dimension, unit.code


def _half(view: str, reading: Reading, end: int) -> Reading:
    """兩年半, 1個半小時: a half behind the unit or inside it."""
    if reading.dimension != "time" and reading.code != "km":
        return reading
    found = _HALF.match(view, reading.end, end)
    if found is None or reading.number.is_range or reading.number.low % 1:
        return reading
    value = reading.number.low + Decimal("0.5")
    return replace(reading, number=replace(reading.number, low=value, high=value), end=found.end())


def _per(view: str, reading: Reading, end: int, lexicon: UnitLexicon) -> Reading:
    """人/平方公里: a unit per another one."""
    if view[reading.end : reading.end + 1] != "/":
        return reading
    below = lexicon.unit_at(view, reading.end + 1, end)
    if below is None:
        return reading
    stop = reading.end + 1 + len(below.name)
    code = f"{reading.code}/{below.code}" if reading.code and below.code else ""
    return replace(reading, end=stop, unit_end=stop, code=code)


def _bare(page: Page, number: Number, end: int, piece: Piece) -> Reading | None:
    """A number without unit: a sum of money, people, a score, a rank, a large number."""
    view, start, stop = page.view, number.start, number.end
    if view[stop : stop + 1] in LATIN and number.is_arabic and stop < end:
        return None
    place = stop, stop
    if number.is_arabic and not number.is_range and _RANKED.search(view, max(0, start - 8), start):
        return Reading(number, start, stop, *place, "rank", "rank", score=0.6)
    if is_code(view, number):
        return None
    if number.is_grouped:
        return _large(view, number, place)
    if not number.is_arabic:
        return None
    if _EXCEEDS.search(view, max(0, start - 4), start) and _ENDS.match(view, stop, end):
        return Reading(number, start, stop, *place, "count", "bare number", score=0.6)
    alone = piece.kind == "cell" and (start, stop) == (piece.start, piece.end)
    if alone and piece.column_role in ("content", "other") and not 1900 <= number.low <= 2100:
        return Reading(number, start, stop, *place, "count", "cell", score=0.6)
    if _SCORED.search(view, max(piece.start, start - 10), start):
        return Reading(number, start, stop, *place, "score", "score", score=0.6)
    return None


def _large(view: str, number: Number, place: tuple[int, int]) -> Reading | None:
    start, stop = number.start, number.end
    cued = _MUST.search(view, max(0, start - 3), start) is not None or number.is_open
    if view[start] in "万亿百千兆" and not cued:
        return None
    if not number.is_arabic and not cued and _BARE_WORDS.match(view, stop):
        return None
    sort = context.sort_of_sum(view, start, stop)
    dimension = "money" if sort == "money" else "count"
    return Reading(number, start, stop, *place, dimension, "large number", score=0.75)

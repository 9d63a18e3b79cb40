"""Read the unit of a number and decide whether the two are a quantity.

Contract: None where the numeral is part of a word, a code, a room or a road, or counts nothing.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities import context
from pipeline.recognizers.quantities.bare import RANKED, read_bare
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.points import is_point
from pipeline.recognizers.quantities.tails import HALF, TAILED, with_half, with_tail
from pipeline.recognizers.quantities.tenths import read_tenths, with_surplus
from pipeline.recognizers.quantities.units import (
    MANY_SORTS,
    RANKS,
    Reading,
    Unit,
    UnitLexicon,
    is_part,
)
from pipeline.recognizers.quantities.words import (
    LATIN,
    is_heading,
    is_inside,
    is_word,
    is_year_in_name,
)

_PERIODS = "(?:小時|鐘頭|星期|禮拜|工作天|工作日|季度|世紀|學期|學年|年頭|晝夜)"
_OF_TIME = pattern(f"[ ]?個(?=半?{_PERIODS})")
# 個 is no measure word before these.
SPANS = frozenset(simplify("半小鐘星禮工季世學年晝"))
# 2小時30分
_OF_HOURS = pattern("(?:小時|鐘頭)[ ]?$")
_ONE_HALF = pattern("一半(?![數天年月小時日徑夜途路職島場點一信個])")
_MIDDLE_HALF = pattern(f"[ ]?個半(?={_PERIODS})")
_WORLDWIDE = pattern("(?:全[國球臺]|世界|亞洲|亞太)[ ]?$")
# 前300名民眾 are counted; 全球前10名 are not.
_FIRST_COMERS = pattern("(?<![全排])(?<!球)(?<!國)(?<!世界)(?<!亞洲)(?<!進入)(?<!躋身)前[ ]?$")
_COMERS = pattern(
    "[ ]?(?:到場|報名|登記|註冊|完成|參加|入場|上網|索取|的?(?:民眾|市民|觀眾"
    "|來賓|學員|參加者|報名者|遊客|讀者|會員|粉絲|朋友|幸運))"
)
# 前200名贈送帆布袋; but the first few, and those of a contest, are the best: 前三名可獲獎盃.
_GIVEN = pattern("[ ]?(?:贈|送|可|免|享|獲|將|另)(?![^,。;]{0,8}(?:獎[金盃杯狀牌座]|決賽|複賽))")
_CONTEST = pattern("[賽競選考]|測驗|成績|名次|排名")
_FEW, _CONTEST_REACH = 10, 14
# US$12.5M, £1.2m
_SCALES = {"K": 1000, "M": 10**6, "m": 10**6, "B": 10**9}
# 第二、三名
_ORDINALS = pattern("第[0-9一二三四五六七八九十]{1,3}(?:、[0-9一二三四五六七八九十]{1,3})*、$")
_ONLY = pattern("(?:只有?|僅有?|共有?|短短|不到|至少|不過|才|剩下?|寫了?|計有?|多達|分成?|各)[ ]?$")
_ENDS = frozenset(("", *",。;、!?)\n"))
# 兩月刊, 兩月份
_OF_MONTHS = frozenset(simplify("刊份球台"))
_HALF_SIGNS = frozenset(simplify("個半"))
# Beginnings of 成, 折 and 個 before a unit.
_TENTH_SIGNS = frozenset(" 成折")
_PIECE_SIGNS = frozenset(simplify(" 個"))


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
    view, start = page.view, number.start
    before = view[start - 1] if start else ""
    if before == "第" or (before == " " and view[max(0, start - 2) : start] == "第 "):
        return read_ordinal(view, number, end, lexicon)
    money = None
    if before == " " or before in lexicon.prefix_ends:
        money = lexicon.currency_before(view, start, floor)
    if number.is_fraction:
        # 三又二分之一倍
        is_mixed = number.low > 1 and "又" in view[number.start : number.end]
        if not (is_mixed and lexicon.unit_at(view, number.end, end)):
            return _fraction(number)
    behind = view[number.end : number.end + 1]
    if behind == "数" and view[start] == "半":
        return Reading(number, start, number.end + 1, start, number.end, "ratio", "half", score=0.7)
    if number.is_lone and behind == "半" and _ONE_HALF.match(view, start, end):
        return _one_half(view, number)
    position = number.end
    if behind in _TENTH_SIGNS:
        tenths = read_tenths(view, number, end)
        if tenths:
            return tenths
    if behind in _PIECE_SIGNS:
        position = _at_unit(view, number, end)
        if view[position : position + 2] == "个半" or view[position : position + 1] == "半":
            halved = _MIDDLE_HALF.match(view, number.end, end)
            if halved and not number.is_range:
                value = number.low + HALF
                number, position = replace(number, low=value, high=value), halved.end()
    unit = lexicon.unit_at(view, position, end, number)
    if unit and unit.name == "个半月":
        number = replace(number, low=number.low + HALF, high=number.high + HALF)
    elif unit and unit.name.startswith("个多"):
        number = replace(number, is_open=True)
    if money and unit and unit.name == "m":
        unit = None
    if money and unit and is_heading(view, number, unit):
        return None
    if money and (unit is None or unit.dimension in ("money", "count")):
        return _money(view, number, unit, position, money)
    if unit is None and position > number.end:
        position = number.end
        unit = lexicon.unit_at(view, position, end, number)
    if unit is not None and not is_inside(page.text, unit, position):
        reading = _with_unit(view, number, unit, position, end, lexicon)
        return _of_list(view, reading, unit) if reading and before == "、" else reading
    return read_bare(page, number, end, piece)


def _of_list(view: str, reading: Reading, unit: Unit) -> Reading:
    """三名 of 第二、三名 is an ordinal as well."""
    start = reading.number.start
    if reading.dimension != "count" or not _ORDINALS.search(view, max(0, start - 8), start):
        return reading
    return replace(reading, dimension="rank" if unit.name in RANKS else "ordinal")


def _at_unit(view: str, number: Number, end: int) -> int:
    """Where the unit begins: behind one blank, behind the 個 of 24 個小時."""
    position = number.end + (view[number.end : number.end + 1] == " ")
    if view[position : position + 1] == "个" and view[position + 1 : position + 2] in SPANS:
        found = _OF_TIME.match(view, number.end, end)
        return found.end() if found else position
    return position


def _fraction(number: Number) -> Reading:
    place = number.end, number.end
    if number.is_percent:
        return Reading(number, number.start, number.end, *place, "ratio", "percent", "%", "%")
    return Reading(number, number.start, number.end, *place, "ratio", "fraction")


def _one_half(view: str, number: Number) -> Reading | None:
    """一半 as a share: not 另一半, 一半一半."""
    start, stop = number.start, number.start + 2
    if view[start - 1 : start] in ("另", "每", "半"):
        return None
    half = replace(number, low=HALF, high=HALF, end=stop - 1)
    return Reading(half, start, stop, stop - 1, stop, "ratio", "half", score=0.7)


# 第五分局, 第三河川分署
_OFFICE = pattern("[\u4e00-\u9fff]{0,2}分[局署隊院處校]")


def read_ordinal(view: str, number: Number, end: int, lexicon: UnitLexicon) -> Reading | None:
    """第4屆, 第六大: ordinals and ranks; the number of an office (第三河川分署) is of its name."""
    if number.is_range and not number.is_arabic:
        return None
    position = _at_unit(view, number, end)
    unit = lexicon.unit_at(view, position, end)
    start = view.rindex("第", 0, number.start)
    low = max(0, start - 8)
    ranked = bool(RANKED.search(view, low, start) or _WORLDWIDE.search(view, low, start))
    if unit is None and not ranked and is_point(view, start, number.end):
        return None
    if unit is None and _OFFICE.match(view, position, end):
        return None
    if unit is None or unit.name == "员" or (unit.name == "大" and number.low > 50):
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
    is_few = unit.numerals == "grouped" and not number.is_grouped
    if is_few or (unit.numerals == "never" and not _two_months(view, number, unit, stop)):
        return None
    if unit.numerals == "long" and number.is_lone and not _is_told(view, number.start, stop):
        return None
    if is_word(view, number, unit, lexicon) or is_year_in_name(view, number, unit, stop, end):
        return None
    dimension, code = unit.dimension, unit.code
    if unit.name in MANY_SORTS:
        kind = _sort(view, number, unit, position, stop)
        if kind is None:
            return None
        dimension, code = kind
    written = "%" if unit.name == "%" else ""
    if is_part(unit):
        if number.low == 1:
            return None  # 一毛錢 is nothing
        part = Decimal(str(unit.factor))
        number = replace(number, low=number.low * part, high=number.high * part)
        written = "元"
    reading = Reading(
        number, number.start, stop, position, stop, dimension, "unit", written, code, unit.currency
    )
    if view[stop : stop + 1] in _HALF_SIGNS:
        reading = with_half(view, reading, end)
    elif unit.name in TAILED and not number.low % 1:
        reading = with_tail(view, reading, end)
    behind = view[reading.end : reading.end + 1]
    if behind == "/":
        reading = _per(view, reading, end, lexicon)
    return with_surplus(view, reading, end) if behind == "多" else reading


def _two_months(view: str, number: Number, unit: Unit, stop: int) -> bool:
    """兩月 are two months, as 二月 is one."""
    is_two = unit.name == "月" and view[number.start : number.end] == "两"
    return is_two and view[stop : stop + 1] not in _OF_MONTHS


def _is_told(view: str, start: int, stop: int) -> bool:
    """Whether 三行 counts, though 行 may be a word: 只有三行，"""
    ends = view[stop : stop + 1] in _ENDS
    return ends and _ONLY.search(view, max(0, start - 3), start) is not None


def _sort(
    view: str, number: Number, unit: Unit, position: int, stop: int
) -> tuple[str, str] | None:
    """Return dimension and code, where the number decides what a unit means."""
    start = number.start
    if unit.name == "大" and (number.high > 50 or number.is_open):
        return None
    if unit.name in RANKS and RANKED.search(view, max(0, start - 8), start):
        return (unit.dimension if _are_first_comers(view, number, stop) else "rank"), ""
    if unit.name == "分" and view[stop : stop + 1] == "半":
        return "time", "min"
    if unit.name == "分" and _OF_HOURS.search(view, max(0, start - 4), start):
        return "time", "min"
    if unit.name == "世纪" and position == number.end and number.low > 1:
        return "ordinal", ""
    if unit.name == "度":
        kind = context.sort_of_degree(view, number, stop)
        return kind, {"temperature": "Cel", "energy": "kW.h"}.get(kind, "")
    return unit.dimension, unit.code


def _are_first_comers(view: str, number: Number, stop: int) -> bool:
    """Whether 前100名 are those who come first, not the best."""
    start = number.start
    if not _FIRST_COMERS.search(view, max(0, start - 6), start):
        return False
    if _COMERS.match(view, stop):
        return True
    return (
        number.high > _FEW
        and _GIVEN.match(view, stop) is not None
        and not _CONTEST.search(view, max(0, start - _CONTEST_REACH), start)
    )


def _per(view: str, reading: Reading, end: int, lexicon: UnitLexicon) -> Reading:
    """人/平方公里: a unit per another one."""
    below = lexicon.unit_at(view, reading.end + 1, end)
    if below is None or not below.code or reading.dimension in ("time", "money"):
        return reading
    stop = reading.end + 1 + len(below.name)
    code = f"{reading.code}/{below.code}" if reading.code and below.code else ""
    return replace(reading, end=stop, unit_end=stop, code=code)

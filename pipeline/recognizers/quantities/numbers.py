"""Read one number, a range or a fraction at a place in the text, before its unit is known.

Contract: reads forward from where a numeral begins; versions, codes, clock times and sums such as
``5G``, ``COVID-19``, ``1+7``, ``24/7``, ``800 X 600`` are refused here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.language.numerals import DIGITS, LONGEST, NUMERAL, parse_range, parse_view
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.quantities.fractions import (
    PART,
    Number,
    is_joined,
    read_fraction,
    read_short_fraction,
    read_slashed,
)

# Where a number may begin: any numeral sign; 半 only as half of something.
_NUMBER = (
    rf"{NUMERAL}|半(?=[年天日个小公学分]|数(?![据位码字值]))"
    "|(?<![上下前后一两大过对多])半(?=[座桶杯碗吨坪磅]|斤(?!八)|打(?!算|造|击|开))"
)
NUMBER = re.compile(_NUMBER)
_SIGNS = "0-9〇零一二三四五六七八九十百千两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟弍万亿兆参半"
# A numeral goes on behind figures with these (thousand, million, billion).
_GO_ON = "十百千拾佰仟万亿兆tmb"
_LONE = "一二三四五六七八九十两"
_NUMERAL = re.compile(NUMERAL)
_MORE = pattern(
    r"[ ]?(?:餘(?!額|裕|震|生|下)|多(?![元邊樣媒重功]|米尼)|(?<=[萬億千百])多(?=元)"
    r"|來(?=[個位人歲年天名萬億款家間隊棟座件條輛里公種張組項支所份斤坪])|幾)"
)
_BIG = re.compile("[ ]?[百千万亿兆]{1,2}")
_LINK = pattern(r"[ ]?(?:至|到|~|-)[ ]?")
_SPOKEN_LIST = pattern(
    rf"(?P<low>[{DIGITS}兩])、(?P<high>[{DIGITS}兩][十百千萬億]*)(?![{DIGITS}])"
    r"|(?P<few>[1-8])、(?P<more>[2-9])(?=[ ]?(?:天|日|週|個月|個星期|小時|分鐘|年(?!級)))"
)
_SUM_AFTER = re.compile(r"[ ]?[xX×*][ ]?[0-9]|[+/=][0-9]|:[0-9]|\.[0-9]|-[A-Za-z]")
# What these begin with, or what stands before them: most numbers have none of it beside them.
_SUM_SIGNS = frozenset(" xX×*+/=:.-")
_SHARE_SIGNS = frozenset("、/分又")
MORE_SIGNS = frozenset(simplify(" 餘多來幾"))
_LINK_SIGNS = frozenset(" 至到~-")
_MINUS_SIGNS = frozenset(simplify("負-下 "))
_BEFORE_MINUS = frozenset(simplify(" (:、為約至達\n,")) | {""}
# 出口-2.1%, 成長率-1.5%, 低溫-12℃
_OF_SHARES = frozenset(simplify("口率長增減溫度低高均是到至"))
_SIGNED_UNITS = ("%", "℃", "°", "℉")
# Where an item of a list begins.
_AT_ITEM = re.compile(r"[\n;。]$|(?:^|[\n;。,、:)])[ ]$")
_LABEL = re.compile(r"[0-9]{1,2}\.")
_FEW = frozenset("数几")
# 以上百貨, 線上百科: 上 belongs to the word before.
_NOT_OVER = frozenset("以线网")
# 過半數; but 通過|半數, 不過|半數.
_HALF = "半数"
_NOT_PAST = frozenset("不通透经")


def begin_of(openers: str) -> re.Pattern[str]:
    """Return the pattern of where to look for a number: at its first sign; group 1 is the numeral.

    A lone Chinese digit needs one of ``openers`` behind it, or 第 or a blank before it.
    """
    followed = f".[{_SIGNS}{re.escape(openers)}]"
    is_one = f"(?=[^{_LONE}]|{followed}|(?<=[第 ]).)"
    plain = f"[0-9]++(?![,.][0-9]|[ ][0-9]{{3}}|[ ]?[{_GO_ON}])"
    return re.compile(f"[{_SIGNS}](?<={is_one}(?=({plain}|{_NUMBER})).)", re.DOTALL)


def read_number(
    view: str, start: int, stop: int, end: int, *, is_money: bool = False
) -> Number | None:
    """Return the number whose numeral is ``view[start:stop]``, or None if it is none.

    Args:
        view: folded text.
        start: where the numeral begins.
        stop: where it ends, as `NUMBER` found it.
        end: do not look beyond.
        is_money: the letters before it are a currency (RM50).
    """
    if stop - start > LONGEST:
        return None
    text, behind = view[start:stop], view[stop : stop + 1]
    if behind in _SHARE_SIGNS:
        if (
            behind == "、"
            and stop - start == 1
            and (spoken := _SPOKEN_LIST.match(view, start, end))
        ):
            both = _spoken(spoken)
            if both or not spoken["few"]:
                return both
        if behind == "/" and (shared := read_slashed(view, start, end)):
            return shared
        if view.startswith((PART, "又"), stop, end):
            return read_fraction(view, start, stop, end)
        if behind == "分" and (short := read_short_fraction(view, start, stop, end)):
            return short
    if text.isdecimal():
        whole = int(text)
        number = Number(start, stop, whole, whole, True)
    elif text[0].isdecimal():
        value = parse_view(text)
        if value is None:
            return None
        number = Number(start, stop, value, value, True, is_grouped=is_big(text))
    else:
        return _read_signs(view, start, stop, end)
    if (behind in _SUM_SIGNS and _SUM_AFTER.match(view, stop, end)) or (
        not is_money and is_joined(view, start)
    ):
        return None
    if behind in MORE_SIGNS:
        number = with_more(view, number, end)
    return _signed(view, number)


def _read_signs(view: str, start: int, stop: int, end: int) -> Number | None:
    """Return the number that is written in Chinese signs."""
    text = view[start:stop]
    span = parse_range(text) if stop - start > 1 else None
    if span:
        low, high = span
        return with_more(
            view, Number(start, stop, low, high, is_range=True, is_grouped=is_big(text)), end
        )
    value = parse_view(text)
    if value is None:
        return None
    number = Number(start, stop, value, value, is_grouped=is_big(text), is_lone=stop - start == 1)
    return _signed(view, with_more(view, _few(view, number), end))


def read_second(view: str, first: Number, end: int) -> Number | None:
    """Return the range that goes on from ``first`` (3至5, 5-10), or None."""
    if view[first.end : first.end + 1] not in _LINK_SIGNS:
        return None
    link = _LINK.match(view, first.end, end)
    found = _NUMERAL.match(view, link.end(), end) if link else None
    if found is None or found.end() - found.start() > LONGEST:
        return None
    value = parse_view(found.group())
    if value is None or found.group()[0].isdecimal() != first.is_arabic:
        return None
    if first.is_arabic and _SUM_AFTER.match(view, found.end(), end):
        return None
    low, grouped = first.low, first.is_grouped or is_big(found.group())
    if view[first.start] == "0" and first.low > 1:
        return None
    last = Number(found.start(), found.end(), value, value)
    more = with_more(view, last, end)
    scale = _scale(view[found.start() : more.end])
    is_scaled = is_big(view[first.start : first.end].replace(",", ""))
    if scale > 1 and not is_scaled and low * scale < more.high:
        low *= scale
    if low < more.high <= low * 10000 or low == 0:
        return replace(
            first,
            end=more.end,
            low=low,
            high=more.high,
            is_range=True,
            is_grouped=grouped,
            is_open=more.is_open,
            is_lone=False,
        )
    return None


def has_label(view: str, number: Number, start: int) -> bool:
    """Whether the whole part of a number may be the label of an item that begins there: 1.30個."""
    if not number.is_arabic or number.is_grouped or not number.low % 1:
        return False
    return number.start == start or bool(
        _AT_ITEM.search(view, max(start, number.start - 2), number.start)
    )


def drop_label(view: str, number: Number) -> Number | None:
    """Return the number behind a list label run into it (``1.30個``), or None."""
    label = _LABEL.match(view, number.start, number.end)
    if label is None or label.end() >= number.end:
        return None
    value = parse_view(view[label.end() : number.end])
    return replace(number, start=label.end(), low=value, high=value) if value is not None else None


def _scale(text: str) -> Decimal:
    """The multiplier a range's second end gives the first: 二至三萬."""
    found = re.search("[万亿兆]+$", text)
    return (parse_view(found.group()) or Decimal(1)) if found else Decimal(1)


def is_big(text: str) -> bool:
    """Whether a numeral is grouped by commas or has a multiplier of ten thousand and more."""
    return "万" in text or "," in text or "亿" in text or "兆" in text or "illion" in text


def _spoken(found: re.Match[str]) -> Number | None:
    """二、三十: both ends are of the size of the second."""
    if found["few"]:
        one, two = Decimal(found["few"]), Decimal(found["more"])
        whole = Number(*found.span(), one, two, is_arabic=True, is_range=True)
        return whole if two - one == 1 else None
    high = parse_view(found["high"])
    low = parse_view(found["low"] + found["high"][1:])
    if low is None or high is None or not low < high or high >= low * 3:
        return None
    return Number(*found.span(), low, high, is_range=True, is_grouped=is_big(found["high"]))


def _few(view: str, number: Number) -> Number:
    """數十, 幾百, 上千, 過半數: at least the multiplier that is written."""
    first = view[number.start]
    before = view[number.start - 1] if number.start else ""
    if before == "过" and view.startswith(_HALF, number.start):
        return replace(number, is_open=view[max(0, number.start - 2)] not in _NOT_PAST)
    if first in "十百千万亿":
        if before in _FEW and view[number.start : number.end].strip("十百千万亿") == "":
            lead = 2 if view[number.start - 2 : number.start - 1] == "好" and before == "几" else 1
            return replace(number, start=number.start - lead, is_open=True, is_lone=False)
        if (
            before == "上"
            and first != "十"
            and view[number.start - 2 : number.start - 1] not in _NOT_OVER
        ):
            return replace(number, start=number.start - 1, is_open=True, is_lone=False)
    return number


def with_more(view: str, number: Number, end: int) -> Number:
    """160多, 十多億, 二十餘萬: the multiplier behind 多 counts too."""
    if view[number.end : number.end + 1] not in MORE_SIGNS:
        return number
    found = _MORE.match(view, number.end, end)
    if found is None or (number.low < 10 and not number.is_grouped):
        return number
    big = _BIG.match(view, found.end(), end)
    if big is None:
        return replace(number, end=found.end(), is_open=True, is_lone=False)
    factor = parse_view(big.group()) or Decimal(1)
    # 一億一千多萬: what stands behind 億 is multiplied, the rest is not.
    cut = max(view.rfind(sign, number.start, number.end) for sign in "兆亿万") + 1
    above = parse_view(view[number.start : cut]) if cut > 0 and cut < number.end else None
    rest = number.low if above is None else number.low - above
    if above is not None and not number.is_range and above >= factor and rest > 0:
        low = high = above + rest * factor
    else:
        low, high = number.low * factor, number.high * factor
    return replace(
        number,
        end=big.end(),
        low=low,
        high=high,
        is_open=True,
        is_grouped=True,
        is_lone=False,
    )


def _signed(view: str, number: Number) -> Number:
    """A minus before figures, 負 and 零下 make a number negative."""
    start = number.start
    before = view[start - 1 : start]
    if before not in _MINUS_SIGNS:
        return number
    first = view[max(0, start - 2) : start - 1]
    is_below = first in _BEFORE_MINUS or (
        first in _OF_SHARES and view[number.end : number.end + 1] in _SIGNED_UNITS
    )
    if (before == "负" and first != "正") or (before == "-" and number.is_arabic and is_below):
        return replace(number, start=start - 1, low=-number.low, high=-number.high)
    below = 3 if before == " " else 2
    if view[max(0, start - below) : start].rstrip() == "零下":
        return replace(number, start=start - below, low=-number.low, high=-number.high)
    return number

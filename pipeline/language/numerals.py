"""Chinese, Arabic and mixed numerals: where one stands and what it is worth, exactly.

Contract: values are exact decimals; every function takes any string, never raises, and needs time
linear in its length.  Pattern sources are for the folded view (see `language.views`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pipeline.language.views import fold, simplify

DIGITS = "〇零一二三四五六七八九"
# Everyday, financial and spoken ways to write a digit or a multiplier, folded to one each.
_SAME = str.maketrans("两壹贰叁参肆伍陆柒捌玖拾佰仟零弍幺", "二一二三三四五六七八九十百千〇二一")
_TENS = (("廿", "二十"), ("卅", "三十"), ("卌", "四十"))
_BIG = (
    ("兆", Decimal(10**12)),
    ("亿", Decimal(10**8)),
    ("万", Decimal(10**4)),
)
_SMALL = (("千", 1000), ("百", 100), ("十", 10))
_SHARES = {"%": Decimal("0.01"), "‰": Decimal("0.001")}
_ENGLISH = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "mn": Decimal(10**6),
    "bn": Decimal(10**9),
}
# Longer runs are tables of digits or noise, never a number someone means.
LONGEST = 48
# Larger numbers are refused: they no longer fit a decimal of this many digits exactly.
_DIGITS_KEPT = 27

# A figure: grouped in threes, or plain, with decimals. Hong Kong groups by blanks (逾1 400個): only
# behind a Chinese sign that numbers nothing (圖1 400個) and before one.
ARABIC = (
    r"(?>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])"
    r"|(?<=[^\x00-\u2fff图表第章节页项])[0-9]{1,3}(?: [0-9]{3})++(?=(?:\.[0-9]+)? ?[^\x00-\u2fff])"
    r"|[0-9]++)(?:\.[0-9]++)?"
)
_CHINESE_SIGNS = "〇零一二三四五六七八九十百千两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟弍"
# 參 is a figure only before a multiplier: 參佰, but 參加.
_THREE = "参(?=[拾佰仟万亿])"
_TAIL = "[十百千拾佰仟万亿兆]"
# A numeral: figures with multipliers between and behind them, or Chinese signs with figures among.
NUMERAL = (
    rf"(?:{ARABIC}(?:[ ]?(?:thousand|million|billion|trillion|[mb]n)\b"
    rf"|(?:[ ]?{_TAIL}++(?:[〇零]?[ ]?{ARABIC}(?=[ ]?{_TAIL})|{ARABIC}|[ ]{ARABIC}"
    rf"|[{_CHINESE_SIGNS}]++)?)*+)"
    rf"|(?:[{_CHINESE_SIGNS}万亿兆]|{_THREE})(?>[{_CHINESE_SIGNS}万亿兆]++|{_THREE}"
    rf"|[0-9]++(?:\.[0-9]++)?(?=[百千万亿兆])|0)*+"
    rf"(?>点[{DIGITS}]++(?!十)(?:[百千]?[万亿兆])?+)?+)"
)

_PLAIN = re.compile(r"[0-9]{1,3}(?:([, ])[0-9]{3}(?:\1[0-9]{3})*)(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_POSITIONAL = re.compile("[0-9〇一二三四五六七八九]+")
_DIGITS_ALONE = re.compile("[一二三四五六七八九][〇一二三四五六七八九]+")
_VALUE_OF = {sign: index for index, sign in enumerate("〇一二三四五六七八九")}
_TO_FIGURES = str.maketrans("〇一二三四五六七八九", "0123456789")
_DIGIT = rf"(?:{ARABIC}|[一二三四五六七八九])"
_SECTION = re.compile(
    rf"(?:(?P<k>{_DIGIT})?(?P<K>千))?(?P<z1>〇)?(?:(?P<h>{_DIGIT})?(?P<H>百))?(?P<z2>〇)?"
    rf"(?:(?P<t>{_DIGIT})?(?P<T>十))?(?P<z3>〇)?(?P<o>{_DIGIT})?"
)
_FRACTION = re.compile(
    r"(?:(?P<whole>[^又分之]+)又)?(?P<below>[^又分之]+)分之(?P<above>[^又分之]+)"
)
_ENGLISH_END = re.compile("(.*[0-9])(" + "|".join(_ENGLISH) + ")$", re.DOTALL)


def parse(text: str) -> Decimal | None:
    """Return the exact value of a numeral, or None if ``text`` is not one numeral.

    Both scripts and widths, figures, Chinese signs (ordinary, financial) and mixtures, decimals,
    fractions, percentages (as fractions of one), a sign, English multipliers.

    >>> parse("三億五千萬"), parse("３萬 8,000"), parse("十萬零五"), parse("卅六")
    (Decimal('350000000'), Decimal('38000'), Decimal('100005'), Decimal('36'))
    >>> parse("三又二分之一"), parse("二0二五"), parse("5G")
    (Decimal('3.5'), Decimal('2025'), None)
    """
    if len(text) > 2 * LONGEST:
        return None
    return parse_view(fold(text))


def parse_view(view: str) -> Decimal | None:
    """Return what `parse` does, of text that is folded already."""
    return _parsed(view) if len(view) <= LONGEST else _parsed.__wrapped__(view)


@lru_cache(maxsize=8192)
def _parsed(view: str) -> Decimal | None:
    plain = view.translate(_SAME).replace(" ", "").strip()
    for sign, spelled in _TENS:
        plain = plain.replace(sign, spelled)
    return _signed(plain) if 0 < len(plain) <= LONGEST else None


def _signed(text: str) -> Decimal | None:
    value = _ratio(text[1:] if text[0] in "-负+" else text)
    if value is None or value.adjusted() >= _DIGITS_KEPT:
        return None
    return -value if text[0] in "-负" else value


def _ratio(text: str) -> Decimal | None:
    if text[-1:] in _SHARES:
        return _scaled(_number(text[:-1]), _SHARES[text[-1]])
    if "分之" not in text:
        return _number(text)
    found = _FRACTION.fullmatch(text)
    if found is None:
        return None
    whole = _number(found["whole"]) if found["whole"] else Decimal(0)
    below, above = _number(found["below"]), _number(found["above"])
    if whole is None or above is None or not below:
        return None
    return _plain(whole + above / below)


def _scaled(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else _plain(value * factor)


def _plain(value: Decimal) -> Decimal:
    """Write a decimal without exponent and without idle zeros."""
    short = value.normalize()
    whole = short == short.to_integral_value() and short.adjusted() < _DIGITS_KEPT
    return short.quantize(Decimal(1)) if whole else short


def _number(text: str) -> Decimal | None:
    """Value of a numeral without sign, percent and fraction."""
    if not text:
        return None
    if text == "半":
        return Decimal("0.5")
    if _PLAIN.fullmatch(text):
        return _figure(text)
    english = _ENGLISH_END.fullmatch(text)
    if english:
        return _scaled(_number(english[1]), _ENGLISH[english[2]])
    if _POSITIONAL.fullmatch(text):
        return Decimal(text.translate(_TO_FIGURES))
    if "点" in text:
        return _decimal(text)
    return _grouped(text)


def _decimal(text: str) -> Decimal | None:
    """Value of ``七點二萬``: an integer, 點, digits, and perhaps a multiplier."""
    head, _, tail = text.partition("点")
    digits = tail.rstrip("十百千万亿兆")
    if not digits or not _POSITIONAL.fullmatch(digits):
        return None
    whole = _number(head)
    if whole is None or whole != whole.to_integral_value():
        return None
    multiplier = _grouped(tail[len(digits) :]) if digits != tail else Decimal(1)
    value = whole + Decimal(f"0.{digits.translate(_TO_FIGURES)}")
    return _scaled(value, multiplier) if multiplier is not None else None


def _grouped(text: str) -> Decimal | None:
    """Value of a numeral with multipliers: the largest one splits it."""
    for sign, size in _BIG:
        left, found, right = text.rpartition(sign)
        if not found:
            continue
        many = _grouped(left) if left else Decimal(1)
        rest = _rest(right, size, is_spoken=len(left) == 1 or not right.isascii())
        return None if many is None or rest is None else _plain(many * size + rest)
    return _section(text)


def _rest(text: str, size: Decimal, *, is_spoken: bool) -> Decimal | None:
    """Value of what follows a multiplier; a lone digit is worth a tenth of it (三萬五, 3萬5)."""
    if not text:
        return Decimal(0)
    if (
        is_spoken
        and len(text) == 1
        and (text in _VALUE_OF or text.isdecimal())
        and text not in "〇0"
    ):
        return Decimal(_VALUE_OF.get(text) or int(text)) * size / 10
    if len(text) > 1 and _DIGITS_ALONE.fullmatch(text):
        return None
    value = _grouped(text.removeprefix("〇")) if text != "〇" else None
    return value if value is not None and value < size else None


def _section(text: str) -> Decimal | None:
    """Value of a numeral below ten thousand, or of figures."""
    if not text:
        return None
    if _PLAIN.fullmatch(text):
        return _figure(text)
    if _POSITIONAL.fullmatch(text):
        return Decimal(text.translate(_TO_FIGURES))
    found = _SECTION.fullmatch(text)
    if found is None or not (found["K"] or found["H"] or found["T"]):
        return None
    total, last = Decimal(0), 1
    for digit, unit, (_, size) in zip("kht", "KHT", _SMALL, strict=True):
        if found[unit]:
            total += (_digit(found[digit]) if found[digit] else Decimal(1)) * size
            last = size
    if found["o"]:
        after_zero = (found["z3"] or found["z2"] or found["z1"]) is not None
        short = last > 10 and not after_zero and len(found["o"]) == 1
        total += _digit(found["o"]) * (last // 10 if short else 1)
    return total


def _figure(text: str) -> Decimal:
    """Value of figures, grouped in threes or plain."""
    return Decimal(text.replace(",", "").replace(" ", ""))


def _digit(text: str) -> Decimal:
    value = _VALUE_OF.get(text)
    return _figure(text) if value is None else Decimal(value)


@lru_cache(maxsize=8192)
def parse_range(view: str) -> tuple[Decimal, Decimal] | None:
    """Return both ends of a spoken range of neighbouring digits in folded text, or None.

    >>> parse_range("七八千"), parse_range("十七八")
    ((Decimal('7000'), Decimal('8000')), (Decimal('17'), Decimal('18')))
    """
    found = _SPOKEN.fullmatch(simplify(view).translate(_SAME))
    if found is None:
        return None
    one, two = _VALUE_OF[found["one"]], _VALUE_OF[found["two"]]
    if two - one != 1 and (one, two) != (3, 5):
        return None
    head, tail = found["head"] or "", found["tail"] or ""
    low, high = (parse_view(head + sign + tail) for sign in (found["one"], found["two"]))
    return (low, high) if low is not None and high is not None and low < high else None


_SPOKEN = re.compile(
    "(?P<head>[一二三四五六七八九]?[十百千])?"
    "(?P<one>[一二三四五六七八九])(?P<two>[一二三四五六七八九])"
    "(?P<tail>[十百千]?[万亿兆]{0,2})"
)

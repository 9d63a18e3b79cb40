"""Read one numeral, as figures, as Chinese signs or as people say it.

Contract: the functions take any string and never raise; None means it is not one numeral.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from pipeline.language.numerals import LONGEST, parse_range, parse_view
from pipeline.language.views import fold, pattern

__all__ = ["parse", "parse_range"]

_Found = re.Match[str]
_LAST_MONTH, _LAST_DAY = 12, 31
_TEN = Decimal(10)
_PLUS = re.compile("^正")
_PARTS = re.compile("分之|又")


def parse(text: str) -> Decimal | None:
    """Return the exact value of a numeral, or None if ``text`` is not one numeral.

    Both scripts and widths, figures, Chinese signs (ordinary, financial) and mixtures, decimals,
    fractions, percentages (as fractions of one), a sign, English multipliers; ordinals, tenths,
    discounts, halves, dozens and pairs.  两三 is two or three, no number: see `parse_range`.

    >>> parse("三億五千萬"), parse("３萬 8,000"), parse("十萬零五"), parse("卅六")
    (Decimal('350000000'), Decimal('38000'), Decimal('100005'), Decimal('36'))
    >>> parse("三又二分之一"), parse("二0二五"), parse("5G"), parse("两三")
    (Decimal('3.5'), Decimal('2025'), None, None)
    >>> parse("三成五"), parse("第二十五"), parse("两个半"), parse("3/4"), parse("半打")
    (Decimal('0.35'), Decimal('25'), Decimal('2.5'), Decimal('0.75'), Decimal('6'))
    """
    if len(text) > 2 * LONGEST:
        return None
    view = _PLUS.sub("+", fold(text).strip())
    if len(view) > LONGEST:
        return None
    is_negative = view[:1] in ("-", "负")
    plain = view[1:].lstrip() if is_negative or view[:1] == "+" else view
    if any(parse_range(part) for part in _PARTS.split(plain)):
        return None
    value = parse_view(view)
    if value is not None:
        return value
    value = _spoken(plain)
    return value.copy_negate() if is_negative and value is not None else value


def _spoken(view: str) -> Decimal | None:
    """Value of what is no plain numeral, from the way it is written."""
    for form, value_of in _FORMS:
        found = form.fullmatch(view)
        if found:
            return value_of(found)
    return None


def _amount(text: str) -> Decimal | None:
    """Value of a numeral without sign; 十幾 and 七八 have none."""
    if text[:1] in "-负+" or parse_range(text):
        return None
    return parse_view(text)


def _ordinal(found: _Found) -> Decimal | None:
    value = _amount(found["n"])
    return value if value is not None and _is_whole(value) and "分" not in found["n"] else None


def _decimals(found: _Found) -> Decimal:
    return Decimal(f"0{found['n']}")


def _exponent(found: _Found) -> Decimal | None:
    return _short(Decimal(found[0]))


def _short(value: Decimal) -> Decimal:
    """A decimal without exponent and idle zeros."""
    return Decimal(int(value)) if _is_whole(value) else value.normalize()


def _is_whole(value: Decimal) -> bool:
    """Whether nothing stands behind the point; of large numbers ``% 1`` cannot tell."""
    return value == value.to_integral_value()


def _fraction(found: _Found) -> Decimal | None:
    """3/4, 1 1/2, 三又1/4; but 9/21 and 2024/12 may be a day or a month."""
    above, below = int(found["above"]), int(found["below"])
    if not found["n"] and above <= _LAST_MONTH < below <= _LAST_DAY:
        return None
    whole = _amount(found["n"]) if found["n"] else Decimal(0)
    return None if whole is None else whole + Decimal(above) / below


def _sign_of_fraction(found: _Found) -> Decimal | None:
    whole = _amount(found["n"]) if found["n"] else Decimal(0)
    share = Fraction(unicodedata.numeric(found["sign"])).limit_denominator(10)
    return None if whole is None else whole + Decimal(share.numerator) / share.denominator


def _percent(found: _Found) -> Decimal | None:
    return Decimal(1) if found["minus"] is None else _times(found["minus"], Decimal("-0.01"))


def _tenths(found: _Found) -> Decimal | None:
    more = found["more"]
    fifth = Decimal(5) if more == "半" else parse_view(more) if more else Decimal(0)
    value = _amount(found["n"])
    if value is None or fifth is None or value > _TEN:
        return None
    return _short(value / 10 + fifth / 100)


def _discount(found: _Found) -> Decimal | None:
    if found["n"] == "对":
        return Decimal("0.5")
    value = _amount(found["n"])
    if value is None or not 0 < value < _TEN * 10:
        return None
    return _short(value / (10 if value < _TEN else 100))


def _half(found: _Found) -> Decimal | None:
    value = _amount(found["n"])
    return value + Decimal("0.5") if value is not None and _is_whole(value) else None


def _times(text: str, factor: Decimal) -> Decimal | None:
    value = _amount(text)
    return None if value is None else _short(value * factor)


# Each way to write a numeral that `pipeline.language.numerals` does not know, with its value.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Found], Decimal | None]], ...] = (
    (pattern("第[ ]?(?P<n>.+)"), _ordinal),
    (pattern(r"(?P<n>\.[0-9]+)"), _decimals),
    (pattern(r"[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}"), _exponent),
    (
        pattern("(?:(?P<n>[^/]*?)(?:[ ]|又))?(?P<above>[1-9][0-9]?)/(?P<below>[1-9][0-9]{0,2})"),
        _fraction,
    ),
    (pattern("(?P<n>[^/]*?)[ ]?(?P<sign>[¼½¾⅐-⅞])"), _sign_of_fraction),
    (pattern("百分百|百分之負(?P<minus>.+)"), _percent),
    (pattern("(?P<n>.+?)成(?P<more>[一二三四五六七八九半1-9])?"), _tenths),
    (pattern("(?P<n>.+)折"), _discount),
    (pattern("(?P<n>.+)個半"), _half),
    (pattern("(?P<n>一半)"), lambda found: Decimal("0.5")),
    (pattern("(?P<n>.+)打"), lambda found: _times(found["n"], Decimal(12))),
    (pattern("(?P<n>.+)[雙對]"), lambda found: _times(found["n"], Decimal(2))),
)

"""Show the values of a workbook as its cells do: dates, units and signs that a format adds.

Contract: pure; a number keeps all its digits and a day its year; a format that is not understood
adds nothing, nor one in which the parts of a day could be taken for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from pipeline.language.calendar import from_minguo

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<code>y+|e+|g+|m+|d+|h+|s+|a{3,4}|AM/PM|[#0?][#0?,]*(?:\.[0?]+)?)|(?P<other>.)",
    re.IGNORECASE,
)
_WEEKDAYS = "一二三四五六日"
# Formats that every program shows in its own way, and those with conditions.
_OWN = frozenset(("general", "@", "mm-dd-yy", "m/d/yy", "m/d/yy h:mm"))
_TAIWAN = "-404]"
_CONDITION = re.compile(r"\[[<>=]")


def shown(value: object, number_format: str) -> str:
    """Return a value as the sheet shows it, as far as it changes what is told.

    >>> shown(0.35, "0%"), shown(12.0, "General"), shown(0.1 + 0.2, "General")
    ('35%', '12', '0.3')
    >>> shown(0.62, "0.0%"), shown(12, "0.00")
    ('62.0%', '12.00')
    >>> shown(1200, '#,##0"人"'), shown(date(2025, 9, 18), '[$-404]e"年"m"月"d"日"')
    ('1,200人', '114年9月18日')
    """
    if value is None:
        return ""
    if isinstance(value, date | time):
        return _moment(value, number_format)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    """Return a number with what its format puts around it."""
    form = number_format.split(";", maxsplit=1)[0]
    tokens = list(_TOKEN.finditer(form))
    if _CONDITION.search(number_format):
        return _plain(value, 1)
    if any(token["other"] == "%" for token in tokens):
        return f"{_with_places(_plain(value, 100), form)}%"
    codes = [token["code"] for token in tokens if token["code"]]
    if form.lower() in _OWN or len(codes) != 1 or not _is_digits(codes[0]) or "!" in form:
        return _plain(value, 1)
    at = next(index for index, token in enumerate(tokens) if token["code"])
    thousands = len(codes[0]) - len(codes[0].rstrip(","))  # as many commas at its end
    said = _plain(value, Decimal(1000) ** -thousands)
    said = _with_places(said, codes[0])
    if "," in codes[0].rstrip(","):
        said = f"{Decimal(said):,f}"
    return f"{_literal(tokens[:at])}{said}{_literal(tokens[at + 1 :])}"


def _is_digits(code: str) -> bool:
    return code[0] in "#0?"


def _literal(tokens: Sequence[re.Match[str]]) -> str:
    """Return what a format writes as it is, without blanks at its edges."""
    parts = (
        token["quoted"] or token["escaped"] or token["money"] or token["other"] or ""
        for token in tokens
    )
    return "".join(parts).strip()


def _plain(value: float, factor: Decimal | int) -> str:
    """Return a number times ``factor`` without the noise of its binary form."""
    number = Decimal(f"{value:.15g}") * factor
    return f"{number.normalize():f}"


def _with_places(said: str, form: str) -> str:
    """Return a number with the zeros behind its point that a format asks for."""
    asked = max(map(len, re.findall(r"\.(0+)", form)), default=0)
    whole, _, digits = said.partition(".")
    return f"{whole}.{digits:0<{asked}}" if asked > len(digits) else said


def _moment(value: date | time, number_format: str) -> str:
    """Return a day or a time in its format, else as ISO 8601 writes it."""
    form = number_format.split(";", maxsplit=1)[0]
    tokens = list(_TOKEN.finditer(form))
    codes = [token["code"].lower() for token in tokens if token["code"]]
    used = {code[0] for code in codes} if form.lower() != "general" else set()
    is_own = form.lower() in _OWN or (isinstance(value, date) and not _is_clear(codes))
    said = [] if is_own else list(_parts(value, codes, _TAIWAN in form))
    if said and None not in said:
        parts = iter(said)
        shown_parts = (
            next(parts) if token["code"] else _literal([token]) or " " * (token[0] == " ")
            for token in tokens
        )
        return "".join(map(str, shown_parts)).strip()
    if isinstance(value, datetime):
        is_day = value.time() == time() or (bool(used) and not used & {"h", "s"})
        return value.date().isoformat() if is_day else value.isoformat(" ")
    return value.isoformat()


def _is_clear(codes: Sequence[str]) -> bool:
    """Tell whether a format writes the whole year first and no day before its month."""
    year, follows = (*codes, "", "")[:2]
    return (year.startswith("yyy") or year[:1] == "e") and follows[:1] != "d"


def _parts(value: date | time, codes: Sequence[str], is_taiwan: bool) -> Iterator[str | None]:
    """Yield what each code of a format writes of a moment; None for one that cannot."""
    for index, code in enumerate(codes):
        follows = codes[index + 1][0] if index + 1 < len(codes) else ""
        is_minute = code[0] == "m" and (
            (index > 0 and codes[index - 1][0] == "h") or follows == "s"
        )
        if code[0] in "hs" or is_minute:
            yield _clock(value, "n" if is_minute else code[0], len(code))
        else:
            yield _calendar(value, code, is_taiwan) if isinstance(value, date) else None


def _clock(value: date | time, sign: str, size: int) -> str | None:
    if size > 2 or not isinstance(value, datetime | time):
        return None
    return f"{ {'h': value.hour, 'n': value.minute, 's': value.second}[sign]:0{size}}"


def _calendar(value: date, code: str, is_taiwan: bool) -> str | None:
    """Return a year, month, day or day of the week; years of the Republic where e means those."""
    size = len(code)
    if code[0] == "e" and is_taiwan:
        return str(value.year - from_minguo(0))
    if code[0] in "ye":
        return f"{value.year % 100:02}" if code == "yy" else str(value.year)
    if code[0] == "a":
        return ("星期" if size == len("aaaa") else "週") + _WEEKDAYS[value.weekday()]
    if code[0] not in "md" or size > 2:
        return None
    return f"{value.month if code[0] == 'm' else value.day:0{size}}"

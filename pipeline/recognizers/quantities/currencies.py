"""Whose money is meant by a name that several countries use: 披索, 里亞爾, 第納爾.

Contract: the country named nearest decides; looks no further than a fixed reach.
"""

from __future__ import annotations

from collections.abc import Mapping

# How far off a country tells whose 披索 is meant.
_REACH = 600
_LARGE = "百千万亿兆"
# The code of a name that means nothing without its country.
_SHARED = "-"


# 元 and 圓 also begin words: 元件, 元月, 圓滿.
_NOT_AFTER = {
    "元": tuple("件月旦素宇老首年气里宵智"),
    "整": tuple("治建修合顿体理并备地编"),
    "圆": tuple("满形桌梦环规周心"),
    "镑": tuple("礴"),
    "盾": tuple("牌构形"),
    "拉特": tuple("维"),
    "马克": tuple("杯"),
    "蚊": tuple("子虫媒蝇香帐"),
}


def not_after(name: str) -> tuple[str, ...]:
    """What no currency stands before: 3億美元整 ends a sum, but not in 3億美元整治河川."""
    return _NOT_AFTER["整"] if name[-1] == "整" else _NOT_AFTER.get(name, ())


class SharedNames:
    """Names of currencies that end the longer ones of several countries.

    Args:
        money: currency codes by folded name.

    >>> names = SharedNames({"披索": "PHP", "智利披索": "CLP", "古巴披索": "CUP"})
    >>> names.code_near("披索", "智利投入3亿披索", 5), names.code_near("披索", "投入3亿披索", 3)
    ('CLP', None)
    >>> names.code_near("披索", "古巴,9\\n投入3亿披索,智利", 7, (5, 14))
    'CLP'
    """

    def __init__(self, money: Mapping[str, str]) -> None:
        # Country and code of the longer names: 披索 of 墨西哥披索, 智利披索.
        self._rivals: dict[str, list[tuple[str, str]]] = {}
        for name, code in money.items():
            for size in range(1, len(name) - 1):
                if name[-size:] in money and (size > 1 or money[name[-size:]] == _SHARED):
                    self._rivals.setdefault(name[-size:], []).append((name[:-size], code))

    def __contains__(self, name: str) -> bool:
        return name in self._rivals

    def code_near(
        self, name: str, view: str, position: int, row: tuple[int, int] | None = None
    ) -> str | None:
        """Return the currency that ``name`` means at a place of the folded text, or None.

        The country named last before it decides: 披索 is Mexico's behind 墨西哥.  In the ``row`` of
        a table it is one of the row, even behind it: columns come in any order.
        """
        low = max(0, position - _REACH)
        if row is not None:
            before = self._named_in(name, view, max(low, row[0]), position)
            ahead = min(row[1], position + _REACH)
            found = before or self._named_in(name, view, position, ahead)
            if found:
                return found
        return self._named_in(name, view, low, position)

    def _named_in(self, name: str, view: str, low: int, high: int) -> str | None:
        rivals = self._rivals.get(name, ())
        places = ((_named_last(view, country, low, high), code) for country, code in rivals)
        at, code = max(places, default=(-1, ""))
        return code if at >= 0 else None


def _named_last(view: str, country: str, low: int, position: int) -> int:
    """Return where a country is named last, -1 if nowhere: 印尼 in 5萬印尼盾 is none."""
    at = view.rfind(country, low, position)
    while at > 0 and (view[at - 1].isdecimal() or view[at - 1] in _LARGE):
        at = view.rfind(country, low, at)
    return at

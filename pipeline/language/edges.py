"""Tell which signs a match of a pattern can begin or end with, so that it is tried only there.

Contract: the pattern source is given in the plain subset that the recognizers are written in:
literals, classes, groups, alternatives, look-around and quantifiers; anything else is a ValueError.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.language.views import pattern, simplify

_ATOM = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<[a-z]+>)?)|(?P<any>\.|\[\^(?:\\.|[^\]\\])+\])"
    r"|\[(?P<set>(?:\\.|[^\]\\])+)\]|(?P<nothing>[$^])|\\(?P<escaped>[^A-Za-z0-9])"
    r"|(?P<plain>[^\\.()\[\]|*+?{}])",
    re.DOTALL,
)
_CODE = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nt]))")
_TIMES = re.compile(r"(?P<none>[*?]|\{0,[0-9]*\})[?+]?|(?:\+|\{[1-9][0-9,]*\})[?+]?|")
_RANGE = re.compile(r"\\?(.)-\\?(.)|\\?(.)", re.DOTALL)


class _Edges(NamedTuple):
    """Signs that a part of a pattern begins and ends with, and whether it may match nothing."""

    first: frozenset[str]
    last: frozenset[str]
    is_optional: bool


_NOTHING = _Edges(frozenset(), frozenset(), True)
# Stands for every sign there is.
_ANY = frozenset(("any",))


def first_signs(source: str) -> frozenset[str]:
    """Return the signs, folded, that a match of ``source``, if not empty, may begin with.

    >>> sorted(first_signs("(?:[ ]?的|之(?!間)|多?樣)"))
    [' ', '之', '多', '样', '的']
    """
    return _known(_edges(source).first, source)


def last_signs(source: str) -> frozenset[str]:
    """Return the signs, folded, that a match of ``source``, if not empty, may end with.

    >>> sorted(last_signs("(?:約|超過)了?[ ]?$"))
    [' ', '了', '约', '过']
    """
    return _known(_edges(source).last, source)


def opening(source: str) -> re.Pattern[str]:
    """Compile a pattern that matches the first sign of a match of ``source``.

    Its search stops only where one of the signs stands that ``source`` may begin with.

    >>> found = opening("(?P<more>超出)|(?P<near>靠?近)").search("很靠近")
    >>> found.start(), found.lastgroup
    (1, 'near')
    """
    if _edges(source).is_optional:
        raise ValueError(f"this may match nothing: {source!r}")
    signs = "".join(map(re.escape, sorted(first_signs(source))))
    return pattern(f"[{signs}](?<=(?={source}).)", re.DOTALL)


def guarded(source: str) -> re.Pattern[str]:
    """Compile what `opening` does; group 1 is the match of ``source``, which must have no group.

    >>> found = guarded("讓|使得?(?!用)").search("可使得")
    >>> found.start(), found.end(1)
    (1, 3)
    """
    return opening(f"({source})")


def _edges(source: str) -> _Edges:
    text = _CODE.sub(_decode, simplify(source))
    found, position = _alternatives(text, 0)
    if position < len(text):
        raise ValueError(f"cannot read {text[position : position + 9]!r} in {source!r}")
    return found


def _known(signs: frozenset[str], source: str) -> frozenset[str]:
    if signs & _ANY:
        raise ValueError(f"any sign may begin or end this: {source!r}")
    return signs


def _decode(code: re.Match[str]) -> str:
    return chr(int(code[1] or code[2], 16)) if not code[3] else {"n": "\n", "t": "\t"}[code[3]]


def _alternatives(source: str, position: int) -> tuple[_Edges, int]:
    """Read alternatives up to the end or a closing bracket."""
    found: list[_Edges] = []
    while True:
        one, position = _sequence(source, position)
        found.append(one)
        if source[position : position + 1] != "|":
            break
        position += 1
    first = frozenset().union(*(one.first for one in found))
    last = frozenset().union(*(one.last for one in found))
    return _Edges(first, last, any(one.is_optional for one in found)), position


def _sequence(source: str, position: int) -> tuple[_Edges, int]:
    whole = _NOTHING
    while position < len(source) and source[position] not in "|)":
        one, position = _atom(source, position)
        times = _TIMES.match(source, position)
        if times and times["none"]:
            one = one._replace(is_optional=True)
        position = times.end() if times else position
        whole = _Edges(
            whole.first | one.first if whole.is_optional else whole.first,
            whole.last | one.last if one.is_optional else one.last,
            whole.is_optional and one.is_optional,
        )
    return whole, position


def _atom(source: str, position: int) -> tuple[_Edges, int]:
    found = _ATOM.match(source, position)
    if found is None:
        raise ValueError(f"cannot read {source[position : position + 9]!r} in {source!r}")
    position = found.end()
    if found["look"] or found["group"]:
        inside, position = _alternatives(source, position)
        return (_NOTHING if found["look"] else inside), position + 1
    if found["nothing"]:
        return _NOTHING, position
    if found["any"]:
        return _Edges(_ANY, _ANY, False), position
    signs = _of_set(found["set"] or "") or frozenset(found["escaped"] or found["plain"])
    return _Edges(signs, signs, False), position


def _of_set(written: str) -> frozenset[str]:
    signs: set[str] = set()
    for low, high, one in _RANGE.findall(written):
        signs.update((one,) if one else map(chr, range(ord(low), ord(high) + 1)))
    return frozenset(signs)

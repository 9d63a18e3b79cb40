"""The numbers that Word counts and shows before paragraphs, which its text does not hold.

Contract: lists that share one scheme count on, each level begins anew below the one above it; a
bullet is no number, and a scheme that is not understood shows none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹貳參肆伍陸柒捌玖"
_SERIES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperRoman": "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
    "lowerRoman": "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ",
}
_LEGAL_FORMS = frozenset(("ideographLegalTraditional", "chineseLegalSimplified", "japaneseLegal"))
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 20


class _Level(NamedTuple):
    """One level of a scheme: how its number is written, within which text, where it begins.

    Where it is legal, the numbers of the levels above are written in digits, too: 1.1 below 第一章.
    """

    form: str
    text: str
    start: int
    is_legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The schemes of a document, by the id of a list, and how far each has counted.

    Attributes:
        schemes: the scheme each list follows.
        levels: the levels of each scheme.
        restarts: where lists begin levels anew.
        styles: the list and level that a style of paragraphs belongs to.
    """

    schemes: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_label(self, paragraph: Any) -> str:
        """Return the number shown before a paragraph, empty if none is; it counts on."""
        number, level = self._list_of(paragraph)
        scheme = self.schemes.get(number, "")
        if (scheme, level) not in self.levels:
            return ""
        counts = self._counts.setdefault(scheme, {})
        for at, start in self.restarts.pop(number, {}).items():
            counts[at] = start - 1
        own = self.levels[scheme, level]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return self._shown(scheme, own, counts)

    def _shown(self, scheme: str, own: _Level, counts: dict[int, int]) -> str:
        parts = []
        for place in _PLACE.finditer(own.text):
            level = self.levels.get((scheme, int(place[1]) - 1), own)
            form = "decimal" if own.is_legal else level.form
            parts.append(written(counts.get(int(place[1]) - 1, level.start), form))
        if not parts or not all(parts):
            return ""
        shown = iter(parts)
        return _PLACE.sub(lambda _: next(shown), own.text).strip()

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, else those of its style."""
        style = _value(paragraph.find(f"{_WORD}pPr/{_WORD}pStyle"))
        number, level = self.styles.get(style, ("", 0))
        own = paragraph.find(f"{_WORD}pPr/{_WORD}numPr")
        if own is None:
            return number, level
        at = _value(own.find(f"{_WORD}ilvl"))
        return _value(own.find(f"{_WORD}numId")) or number, int(at) if at.isdecimal() else level


def read_numbering(document: Any) -> Numbering:
    """Return how a python-docx document numbers its paragraphs."""
    part = next(
        (
            rel.target_part
            for rel in document.part.rels.values()
            if rel.reltype.endswith("/numbering") and not rel.is_external
        ),
        None,
    )
    found = Numbering()
    if part is None or not hasattr(part, "element"):
        return found
    for scheme in part.element.findall(f"{_WORD}abstractNum"):
        name = str(scheme.get(f"{_WORD}abstractNumId"))
        for level in scheme.findall(f"{_WORD}lvl"):
            found.levels[name, _index(level)] = _level(level)
    for number in part.element.findall(f"{_WORD}num"):
        name = str(number.get(f"{_WORD}numId"))
        found.schemes[name] = _value(number.find(f"{_WORD}abstractNumId"))
        for override in number.findall(f"{_WORD}lvlOverride"):
            start = _value(override.find(f"{_WORD}startOverride"))
            if start.isdecimal():
                found.restarts.setdefault(name, {})[_index(override)] = int(start)
    own = {style.style_id: style.element for style in document.styles}
    for name in own:
        listed = next(_numbered(name, own), None)
        if listed is not None:
            found.styles[name] = listed
    return found


def _numbered(name: str, styles: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the list and level of a style, then those of the styles it is based on."""
    for _ in range(_DEEPEST):
        style = styles.get(name)
        if style is None:
            return
        listed = style.find(f"{_WORD}pPr/{_WORD}numPr")
        number = _value(listed.find(f"{_WORD}numId")) if listed is not None else ""
        if listed is not None and number:
            at = _value(listed.find(f"{_WORD}ilvl"))
            yield number, int(at) if at.isdecimal() else 0
        name = _value(style.find(f"{_WORD}basedOn"))


def _level(element: Any) -> _Level:
    start = _value(element.find(f"{_WORD}start"))
    return _Level(
        _value(element.find(f"{_WORD}numFmt")),
        _value(element.find(f"{_WORD}lvlText")),
        int(start) if start.isdecimal() else 1,
        _is_on(element.find(f"{_WORD}isLgl")),
    )


def _index(element: Any) -> int:
    at = str(element.get(f"{_WORD}ilvl") or "0")
    return int(at) if at.isdecimal() else 0


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{_WORD}val") or "")


def _is_on(element: Any) -> bool:
    return element is not None and _value(element) not in ("0", "false", "off")


def written(number: int, form: str) -> str:
    """Return a number as a scheme writes it, empty if the form is none of numbers.

    >>> [written(12, f) for f in ("decimal", "taiwaneseCountingThousand", "upperLetter", "bullet")]
    ['12', '十二', 'L', '']
    >>> written(3, "ideographLegalTraditional"), written(2, "ideographTraditional")
    ('參', '乙')
    """
    if form in _SERIES:
        return _SERIES[form][number - 1] if 0 < number <= len(_SERIES[form]) else ""
    if form in _LEGAL_FORMS:
        return _counted(number, _LEGAL, "拾")
    if form.endswith("Counting") or form.endswith("CountingThousand") or "igital" in form:
        return _counted(number, _DIGITS, "十")
    if form == "decimalZero":
        return f"{number:02}"
    return str(number) if form.startswith("decimal") else ""


def _counted(number: int, digits: str, ten: str) -> str:
    if not 0 < number < 100:
        return ""
    tens, ones = divmod(number, 10)
    before = (digits[tens] if tens > 1 else "") + ten if tens else ""
    return before + (digits[ones] if ones or not tens else "")

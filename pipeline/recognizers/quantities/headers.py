"""Read a number alone in a cell whose unit stands elsewhere: 125,600 below 預算（千元）.

That is in brackets behind the header or the label of its row, in a column of units, or in a line
above the table (單位：千元).

Contract: None unless what stands there is a unit that the lexicon knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.language.numerals import parse_view
from pipeline.language.views import fold, pattern
from pipeline.recognizers.page import Piece
from pipeline.recognizers.quantities.clauses import Span
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.rows import BRACKETS, RowLabels
from pipeline.recognizers.quantities.units import Reading, UnitLexicon

_NUMBER = re.compile(
    r"(?P<figures>-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.][0-9]+)?)(?:[ ]?(?P<scale>[万亿兆]))?"
)
_LAST = frozenset("0123456789万亿兆*†‡#)")
# What refers to a note below the table: 128.4*, 45 (註2).
_NOTED = pattern("[ ]?(?:[*†‡#]{1,3}|\\((?:註 ?[0-9一二三]?|[*a-z0-9])\\))$")
_LONGEST_NOTE = 6
_YEAR = re.compile("(?:18|19|20)[0-9]{2}")
_SCALE = pattern("[十百千萬億兆]{1,2}")
_PERSONS = pattern("人口|人數|人次|會員|用戶")


def read_in_column(
    view: str, cell: Piece, lexicon: UnitLexicon, labels: RowLabels
) -> Reading | None:
    """Return the number that fills a cell, in the unit told elsewhere for it, or None."""
    if view[cell.end - 1 : cell.end] not in _LAST:
        return None
    noted = _NOTED.search(view, max(cell.start, cell.end - _LONGEST_NOTE), cell.end)
    found = _NUMBER.fullmatch(view, cell.start, noted.start() if noted else cell.end)
    if found is None:
        return None
    if cell.header is None:
        return _read_label(cell, found, lexicon)
    for place in labels.units(cell):
        reading = _read_unit(view, found, place, lexicon)
        if reading is not None:
            is_people = not reading.unit and _PERSONS.search(view, *cell.header) is not None
            is_bare = reading.unit_start == reading.unit_end
            return replace(reading, unit="人") if is_people and is_bare else reading
    return None


def _read_label(cell: Piece, found: re.Match[str], lexicon: UnitLexicon) -> Reading | None:
    """Return a number in the unit of a label that is no part of the text: 人口（萬人）."""
    label = fold(cell.label)
    told = BRACKETS.search(label)
    reading = _read_unit(label, found, told.span("unit"), lexicon) if told else None
    if reading is None:
        return None
    unit = reading.unit or label[reading.unit_start : reading.unit_end]
    return replace(reading, unit_start=cell.end, unit_end=cell.end, unit=unit)


def _read_unit(
    view: str, found: re.Match[str], place: Span, lexicon: UnitLexicon
) -> Reading | None:
    """Return a number in the unit that fills a place, None if it is none."""
    start, stop = place
    scale, currency = None, ""
    unit = lexicon.unit_at(view, start, stop)
    if unit is not None and unit.currency and start + len(unit.name) < stop:
        currency, start = unit.currency, start + len(unit.name)  # 新臺幣千元
        unit = lexicon.unit_at(view, start, stop)
    if unit is None or start + len(unit.name) < stop:
        scale = _SCALE.match(view, start, stop)
        start = scale.end() if scale else start
        unit = lexicon.unit_at(view, start, stop)
    if start < stop and (unit is None or start + len(unit.name) < stop):
        return None
    if unit is not None and unit.name == "年" and _YEAR.fullmatch(found[0]):
        return None  # 設立（年）
    value = Decimal(found["figures"].replace(",", ""))
    for sign in (found["scale"], scale[0] if scale else None):
        value *= parse_view(f"一{sign}") or 1 if sign else 1
    number = Number(*found.span(), value, value, is_arabic=True)
    reading = Reading(number, *found.span(), start, stop, "count", "column", score=0.8)
    if unit is None:
        return reading
    return replace(
        reading,
        dimension=unit.dimension,
        code=unit.code,
        currency=unit.currency or currency,
        unit="%" if unit.name == "%" else "",
    )

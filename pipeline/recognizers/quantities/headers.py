"""Read a number alone in a cell whose unit stands in the header: 125,600 below 預算（千元）.

Contract: None unless the header ends with a unit in brackets that the lexicon knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.language.numerals import parse_view
from pipeline.language.views import pattern
from pipeline.recognizers.page import Piece
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.units import Reading, UnitLexicon

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.][0-9]+)?")
_UNIT = pattern("[(](?:單位:?)?[ ]?(?P<unit>[^()]{1,8}?)[ ]?[)][ ]*$")
_YEAR = re.compile("(?:18|19|20)[0-9]{2}")
_SCALE = pattern("[十百千萬億兆]{1,2}")
_PERSONS = pattern("人口|人數|人次|會員|用戶")


def read_in_column(view: str, cell: Piece, lexicon: UnitLexicon) -> Reading | None:
    """Return the number that fills a cell, in the unit of the header of its column, or None."""
    if cell.header is None or not view[cell.end - 1 : cell.end].isdecimal():
        return None
    found = _NUMBER.fullmatch(view, cell.start, cell.end)
    header = _UNIT.search(view, *cell.header) if found else None
    if found is None or header is None:
        return None
    start, stop = header.span("unit")
    scale = None
    unit = lexicon.unit_at(view, start, stop)
    if unit is None or start + len(unit.name) < stop:
        scale = _SCALE.match(view, start, stop)
        start = scale.end() if scale else start
        unit = lexicon.unit_at(view, start, stop)
    if start < stop and (unit is None or start + len(unit.name) < stop):
        return None
    if unit is not None and unit.name == "年" and _YEAR.fullmatch(found[0]):
        return None  # 設立（年）
    value = Decimal(found[0].replace(",", "")) * (parse_view(f"一{scale[0]}") or 1 if scale else 1)
    number = Number(*found.span(), value, value, is_arabic=True)
    reading = Reading(number, *found.span(), start, stop, "count", "column", score=0.8)
    if unit is None:
        is_people = _PERSONS.search(view, *cell.header) is not None
        return replace(reading, unit="人") if is_people else reading
    written = "%" if unit.name == "%" else ""
    return replace(
        reading, dimension=unit.dimension, code=unit.code, currency=unit.currency, unit=written
    )

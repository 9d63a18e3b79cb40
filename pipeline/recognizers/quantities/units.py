"""Units of measure and currencies: the lexicon, and the unit that stands at a place in the text.

Contract: built from rows of ``config/units.csv`` and ``config/currencies.csv``; names are matched
in the folded view, the longest wins; Latin names keep their case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.errors import ConfigError
from pipeline.language.views import fold, simplify
from pipeline.recognizers.quantities.currencies import SharedNames, not_after
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.measured import Measures, build_measures
from pipeline.recognizers.quantities.numbers import begin_of
from pipeline.records import record

# Currency code of names that several countries use (克朗).
AMBIGUOUS = "-"

# Units that are one only where the words before the number do not tell otherwise.
TOLD_BEFORE = frozenset("版页点时分段科")
# Units whose number and words around decide what they mean.
RANKS = frozenset("大名位")
MANY_SORTS = RANKS | frozenset(simplify("分 世紀 度").split())

# Units of time by their codes, in the smallest they are whole numbers of: no year is whole days.
SCALES = {
    "d": ("s", 86400),
    "h": ("s", 3600),
    "min": ("s", 60),
    "s": ("s", 1),
    "a": ("mo", 12),
    "mo": ("mo", 1),
}

# What may follow a number besides a unit: 分之, 成, 折, ranges, 多, 餘.
_OPENERS = "分成折又、多余来几至到~- 半个点千百十万亿兆"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or measure word.

    Attributes:
        name: folded name.
        code: UCUM code, empty for measure words.
        dimension: one of ``contract.mentions.DIMENSIONS``.
        factor: how many of the dimension's base unit (m, m2, m3, s, kg, J, W, By, one), or None.
        numerals: ``any``; ``sure``: the same, and ``not_before`` does not hold behind figures of
            ten and more (230家中小企業); ``long``: not after a single Chinese digit (口 in 五口,
            里 in 八里 are rarely measure words); ``grouped``: only behind 萬 and thousands commas
            (路 in 16.8萬路視頻, but 307路公車); ``never``: known, but not counted with.
        not_before: folded beginnings that, following the unit, make it part of another word.
        but: exceptions to these (``!`` in the CSV): 部隊 in 兩部隊, but 兩部長片.
        currency: ISO 4217 code, or empty.
    """

    name: str
    code: str
    dimension: str
    factor: float | None
    numerals: str
    not_before: tuple[str, ...]
    currency: str = ""
    but: tuple[str, ...] = ()


@record
class Reading:
    """A number with its unit.

    Attributes:
        number: the number.
        start, end: span of the quantity.
        unit_start, unit_end: span of the unit, empty if there is none.
        unit: the unit, where it is not the text of that span.
        code: UCUM code.
        dimension: one of ``contract.mentions.DIMENSIONS``.
        currency: ISO 4217 code, empty for money of the document's country.
        rule: how it was recognized.
        score: certainty.
    """

    number: Number
    start: int
    end: int
    unit_start: int
    unit_end: int
    dimension: str
    rule: str
    unit: str = ""
    code: str = ""
    currency: str = ""
    score: float = 0.9


# A unit, the length of its name, and the first signs of what must not follow.
_Entry = tuple[Unit, int, frozenset[str]]
_NO_UNITS: list[_Entry] = []


class UnitLexicon:
    """Units and currencies by name.

    Args:
        units: units, currencies among them.
        prefixes: see below.
        measures: see below.
        terms: see below.
        former: names of money no longer in use: 里拉 alone is never 義大利里拉.

    Attributes:
        units: units by folded name.
        prefixes: currency codes by folded name that stands before a number.
        begin: finds where a number that counts something may begin; group 1 is its numeral.
        prefix_ends: the last signs of the prefixes.
        plain: names of the units that mean the same beside any number.
        measures: chooses what a quantity measures.
        shared: the currencies that several countries call the same.
        terms: words of schools, offices and services that the dictionary cuts apart (國中小).
    """

    def __init__(
        self,
        units: Iterable[Unit],
        prefixes: Mapping[str, str],
        measures: Measures,
        former: Collection[str] = (),
        terms: Sequence[str] = (),
    ) -> None:
        self.measures, self.terms = measures, terms
        self.units = {unit.name: unit for unit in units}
        self._beginning = _by_beginning(self.units)
        self.prefixes = dict(prefixes)
        self._latin = frozenset(
            name for name in self.units if name[-1].isascii() and name[-1].isalpha()
        )
        self.shared = SharedNames(
            {
                unit.name: unit.currency
                for unit in self.units.values()
                if unit.dimension == "money" and unit.name not in former
            }
        )
        self.begin = begin_of("".join(sorted({*(name[0] for name in self.units), *_OPENERS})))
        self._prefix_sizes = sorted({len(name) for name in self.prefixes}, reverse=True)
        self.prefix_ends = frozenset(name[-1:] for name in self.prefixes)
        self.plain = frozenset(
            name for name, unit in self.units.items() if _is_plain(name) and not is_part(unit)
        )

    def unit_at(
        self, view: str, position: int, end: int, number: Number | None = None
    ) -> Unit | None:
        """Return the longest unit that begins at ``position`` of the folded text, or None.

        Behind a ``number`` that surely counts something, a unit may stand whatever follows.
        """
        two = view[position : position + 2]
        for unit, size, signs in self._beginning.get(two) or self._beginning.get(
            two[:1], _NO_UNITS
        ):
            stop = position + size
            if stop > end or (size > 2 and not view.startswith(unit.name, position)):
                continue
            if unit.name in self._latin and _is_latin(view, stop, end):
                continue
            follows = view[stop : stop + 1] in signs
            if not follows or not view.startswith(unit.not_before, stop, end):
                return unit
            if number and unit.numerals == "sure" and is_sure(view, number):
                return unit
            if unit.but and view.startswith(unit.but, stop, end):
                return unit
        return None

    def currency_before(self, view: str, position: int, start: int) -> tuple[int, str] | None:
        """Return start and code of the currency written before ``position``, or None.

        The code is empty for signs that many countries use (``$``).
        """
        stop = position - 1 if view[position - 1 : position] == " " else position
        if stop < 1 or view[stop - 1] not in self.prefix_ends:
            return None
        low = max(start, position - 8, 0)
        for size in self._prefix_sizes:
            at = stop - size
            if at >= low and (code := self.prefixes.get(view[at:stop])) is not None:
                before = view[at - 1 : at] if at else ""
                if not (before.isascii() and before.isalpha()):
                    return at, code
        return None


def is_part(unit: Unit) -> bool:
    """Whether a unit is a part of a 元: 角, 毛."""
    return unit.dimension == "money" and unit.factor is not None


def _is_plain(name: str) -> bool:
    is_half = name == "个半月" or name.startswith("个多")
    return not is_half and name not in TOLD_BEFORE and name not in MANY_SORTS


def _by_beginning(units: Mapping[str, Unit]) -> dict[str, list[_Entry]]:
    """The units that may stand where two signs do, and where one does, the longest first."""
    found: dict[str, list[_Entry]] = {}
    for unit in sorted(units.values(), key=lambda unit: -len(unit.name)):
        found.setdefault(unit.name[:2], []).append(_entry(unit))
    for beginning, own in found.items():
        if len(beginning) > 1 and beginning[0] in units:
            own.append(_entry(units[beginning[0]]))
    return found


def _entry(unit: Unit) -> _Entry:
    return unit, len(unit.name), frozenset(word[:1] for word in unit.not_before)


def is_sure(view: str, number: Number) -> bool:
    """Whether a number of ten and more, no year and no label of a list, surely counts something."""
    if number.low < 10 or number.is_range:
        return False
    if not number.is_arabic:
        return number.end - number.start > 1
    if view[number.end : number.end + 1] == " " and view[number.start - 1 : number.start] in "\n":
        return False
    is_plain = number.end - number.start == 4 and not number.is_grouped
    return not (is_plain and 1900 <= number.low <= 2100)


def _is_latin(view: str, position: int, end: int) -> bool:
    return position < end and view[position].isascii() and view[position].isalnum()


def build_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> UnitLexicon:
    """Return the lexicon of the rows of its tables of ``config``.

    Raises:
        ConfigError: a row that cannot be understood.
    """
    units = [_unit(row, number) for number, row in enumerate(tables.get("units", ()), 2)]
    prefixes: dict[str, str] = {}
    former: set[str] = set()
    for number, row in enumerate(tables.get("currencies", ()), 2):
        name, code = fold(row["name"]), row["currency_code"]
        if row["position"] == "before":
            prefixes[name] = code
        elif row["position"] in ("after", "former"):
            if row["position"] == "former":
                former.add(name)
            units.append(Unit(name, "", "money", None, "any", not_after(name), code))
            if len(name) > 1 and code != AMBIGUOUS and not name.isascii():
                prefixes.setdefault(name, code)
        else:
            raise ConfigError(
                f"config/currencies.csv:{number}: column position",
                f"{row['position']!r} is neither before nor after nor former",
                "say where the name stands: before or after the number (former: no longer used)",
            )
    measures = build_measures(tables.get("measured_model", ()))
    terms = [row["word"] for row in tables.get("administration_words", ())]
    return UnitLexicon(units, prefixes, measures, former, terms)


def _unit(row: Mapping[str, str], number: int) -> Unit:
    try:
        factor = float(row["factor"]) if row["factor"] else None
    except ValueError:
        raise ConfigError(
            f"config/units.csv:{number}: column factor",
            f"{row['factor']!r} is not a number",
            "write it as a decimal, or leave it empty",
        ) from None
    if row["numeral"] not in ("any", "sure", "long", "grouped", "never"):
        raise ConfigError(
            f"config/units.csv:{number}: column numeral",
            f"{row['numeral']!r} is not any, sure, long, grouped or never",
            "see the attributes of pipeline.recognizers.quantities_units.Unit",
        )
    words = fold(row["not_before"]).split()
    return Unit(
        fold(row["unit"]),
        row["code"],
        row["dimension"],
        factor,
        row["numeral"],
        tuple(word for word in words if word[0] != "!"),
        but=tuple(word[1:] for word in words if word[0] == "!"),
    )

"""The conformance table of quantities: each case in Traditional and in Simplified characters.

A line of ``quantities.csv`` reads: class, text, then for each quantity
``span=value unit dimension [comparator] [~] [change]``, separated by semicolons.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.language.views import simplify
from pipeline.recognizers.quantities.finder import QuantityValue, UnitLexicon
from tests.numbers.finding import quantities_in

CASES = [
    (row["class"], row["text"], row["expected"])
    for row in csv.DictReader(
        (Path(__file__).parent / "quantities.csv").read_text(encoding="utf-8").splitlines()
    )
]
IDS = [f"{kind}-{text}" for kind, text, _ in CASES]
_SIGNS = (">=", "<=", ">", "<")


def _written(value: QuantityValue) -> str:
    """Write a value as the table does; only what the table always tells."""
    if value.value is None:
        number = f"{Decimal(str(value.low)):f}..{Decimal(str(value.high)):f}".replace(".0", "")
    else:
        number = f"{(value.value_exact or Decimal(0)).normalize():f}"
    return f"{number} {value.unit} {value.dimension}"


@pytest.mark.parametrize(("kind", "text", "expected"), CASES, ids=IDS)
@pytest.mark.parametrize("is_simplified", [False, True], ids=["hant", "hans"])
def test_span_value_unit_dimension(
    kind: str, text: str, expected: str, is_simplified: bool, lexicon: UnitLexicon
) -> None:
    wanted = [item.split("=", 1) for item in expected.split(";") if item]
    script = simplify if is_simplified else str
    found = quantities_in(script(text), lexicon)
    assert [span for span, _ in found] == [script(span) for span, _ in wanted]
    for (_, value), (_, rest) in zip(found, wanted, strict=True):
        head, dimension, *extras = _parts(rest)
        assert _written(value) == f"{script(head)} {dimension}"
        if kind in ("open", "bounds"):
            signs = [extra for extra in extras if extra in _SIGNS]
            assert value.comparator == (signs[0] if signs else "=")
            assert value.is_approximate == ("~" in extras)
        if kind == "change":
            assert value.change == extras[-1]


def _parts(rest: str) -> list[str]:
    """Cut ``value unit dimension extras``; the unit may be empty or hold a blank."""
    words = rest.split(" ")
    dimension = next(i for i in range(2, len(words)) if words[i] in _DIMENSIONS)
    return [" ".join(words[:dimension]), *words[dimension:]]


_DIMENSIONS = frozenset(
    [
        "count",
        "ratio",
        "money",
        "length",
        "area",
        "volume",
        "time",
        "mass",
        "energy",
        "power",
        "information",
        "speed",
        "temperature",
        "score",
        "rank",
        "ordinal",
        "multiple",
    ]
)


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 400

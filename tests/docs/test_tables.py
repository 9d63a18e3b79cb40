"""docs/tables.md is the data dictionary of the contract, and README.md names every table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.contract import TABLES, Table
from pipeline.outputs.catalog import data_dictionary

ROOT = Path(__file__).parents[2]


def test_the_data_dictionary_is_that_of_the_contract(request: pytest.FixtureRequest) -> None:
    path = ROOT / "docs" / "tables.md"
    if request.config.getoption("--update-docs"):
        path.write_text(data_dictionary(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == data_dictionary()


@pytest.mark.parametrize("spec", TABLES.values(), ids=list(TABLES))
def test_every_column_is_described(spec: Table) -> None:
    text = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {spec.name}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\w+) \| .+? \| (?:yes)? \| (.+) \|$", section, re.M)
    assert [name for name, _ in rows] == [column.name for column in spec.columns]
    assert all(len(description) >= 3 for _, description in rows)


def test_the_readme_lists_every_table_in_order() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    overview = text.partition("\n## The tables\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", overview, re.M) == list(TABLES)

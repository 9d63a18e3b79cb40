"""Any change of the contract must change its version, by the rules of semantic versioning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.contract import SCHEMA_VERSION, TABLES
from pipeline.contract.schema import Column

SNAPSHOT = Path(__file__).with_name("snapshot.json")
HOW = "PYTHONPATH=. python tests/contract/test_snapshot.py"


def shape(column: Column) -> dict[str, Any]:
    return {
        "kind": column.kind,
        "nullable": column.nullable,
        "unit": column.unit,
        "references": column.references,
        "choices": list(column.choices),
    }


def contract() -> dict[str, Any]:
    return {
        name: {
            "key": list(spec.key),
            "sort_by": list(spec.sort_by),
            "scope": spec.scope,
            "columns": {column.name: shape(column) for column in spec.columns},
        }
        for name, spec in TABLES.items()
    }


def needed(old: dict[str, Any], new: dict[str, Any]) -> int:
    """0 major, 1 minor, 2 patch, 3 nothing: which number a change asks for."""
    if old == new:
        return 3
    for name, table in old.items():
        if name not in new:
            return 0
        rest = {key: value for key, value in table.items() if key != "columns"}
        if rest != {key: value for key, value in new[name].items() if key != "columns"}:
            return 0
        for column, told in table["columns"].items():
            now = new[name]["columns"].get(column)
            if now is None or not is_wider(told, now):
                return 0
    return 1


def is_wider(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether who reads the old column can read the new one: only choices were added."""
    same = {**old, "choices": []} == {**new, "choices": []}
    return same and (set(old["choices"]) <= set(new["choices"]) if old["choices"] else True)


def test_a_changed_contract_has_a_changed_version() -> None:
    old = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    place = needed(old["tables"], contract())
    before, now = (tuple(map(int, v.split("."))) for v in (old["version"], SCHEMA_VERSION))
    assert now >= before
    if place < 3:
        assert now[: place + 1] > before[: place + 1], (
            f"the contract changed: raise SCHEMA_VERSION in {['major', 'minor'][place]}, then {HOW}"
        )
    assert old == {"version": SCHEMA_VERSION, "tables": contract()}, f"take a new snapshot: {HOW}"


def test_the_rules_of_the_version() -> None:
    column = {"kind": "string", "nullable": True, "unit": "", "references": "", "choices": ["a"]}
    table = {"key": ["x"], "sort_by": ["x"], "scope": "document", "columns": {"x": column}}
    old = {"t": table}
    assert needed(old, old) == 3
    assert needed(old, {**old, "u": table}) == 1
    assert needed(old, {"t": {**table, "columns": {"x": column, "y": column}}}) == 1
    wider = {**column, "choices": ["a", "b"]}
    assert needed(old, {"t": {**table, "columns": {"x": wider}}}) == 1
    assert needed({"t": {**table, "columns": {"x": wider}}}, old) == 0
    assert needed(old, {"t": {**table, "columns": {"x": {**column, "kind": "int"}}}}) == 0
    assert needed(old, {"t": {**table, "key": ["y"]}}) == 0
    assert needed(old, {}) == 0


def test_columns_keep_the_rules_of_the_house() -> None:
    for name, spec in TABLES.items():
        for column in spec.columns:
            if column.name.endswith(("_id", "_code")):
                assert column.kind == "string", f"{name}.{column.name}"
            if column.references:
                table, _, target = column.references.partition(".")
                assert TABLES[table].column(target).kind == column.kind
            assert column.description
            assert "\n" not in column.description
        assert set(spec.key) <= set(spec.sort_by)


if __name__ == "__main__":
    text = json.dumps({"version": SCHEMA_VERSION, "tables": contract()}, indent=1)
    SNAPSHOT.write_text(text + "\n", encoding="utf-8")

"""The files a stage is made of are those it imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from pipeline.flow import MERGE_CODE, PUBLISH_CODE, STAGE_NAMES, STAGES
from pipeline.resources import LEXICONS

PACKAGE = Path(__file__).parents[2] / "pipeline"


def imports(path: Path) -> set[Path]:
    """Files of the package that ``path`` imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name.startswith("pipeline."):
                module = PACKAGE.parent / name.replace(".", "/")
                found |= {
                    file
                    for file in (module.with_suffix(".py"), module / "__init__.py")
                    if file.is_file()
                }
    return found


def closure(starts: list[str]) -> set[str]:
    waiting = [PACKAGE.parent / f"{name.replace('.', '/')}.py" for name in starts]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in seen and path.is_file():
            seen.add(path)
            waiting.extend(imports(path))
    return {path.relative_to(PACKAGE).as_posix() for path in seen}


def listed(patterns: list[str]) -> set[str]:
    return {p.relative_to(PACKAGE).as_posix() for g in patterns for p in PACKAGE.glob(g)}


# Their change cannot change a row: they hold no rule.
HARMLESS = {"__init__.py", "config.py"}


@pytest.mark.parametrize("number", range(len(STAGES)), ids=[stage.name for stage in STAGES])
def test_code_of_a_stage_covers_its_imports(number: int) -> None:
    stage = STAGES[number]
    modules = [stage.run.partition(":")[0]]
    if stage.name in {"tag", "resolve"}:
        modules += [m for m in LEXICONS.values() if ".recognizers." in m]
    if stage.name == "relate":
        modules += LEXICONS.values()
    code = [pattern for earlier in STAGES[: number + 1] for pattern in earlier.code]
    missing = {
        name
        for name in closure(modules) - listed(code) - HARMLESS
        if not name.endswith("/__init__.py")
    }
    assert missing == set()


def test_all_of_merging_counts() -> None:
    code = [pattern for stage in STAGES for pattern in stage.code]
    missing = closure(["pipeline.stages.merge"]) - listed([*code, *MERGE_CODE]) - HARMLESS
    assert {name for name in missing if not name.endswith("/__init__.py")} == set()


def test_publishing_counts() -> None:
    for name in ("assembly.py", "binding.py", "stages/publish.py", "outputs/catalog.py"):
        assert name in listed(list(PUBLISH_CODE))


def test_stage_names_in_order() -> None:
    assert STAGE_NAMES == ("ingest", "segment", "tag", "resolve", "relate", "publish")

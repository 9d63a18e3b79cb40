"""Measures a published output against gold annotations.

Contract: reads Parquet and gold files only; a gold document that the output lacks counts as all
missed and is named.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.contract import Document
from pipeline.errors import InputError, UsageError
from pipeline.outputs.evaluate_figures import Score
from pipeline.outputs.evaluate_form import answers, predictions
from pipeline.outputs.evaluate_initiatives import DETAIL_ORDER, macro_f1, score_details
from pipeline.outputs.evaluate_measured import score_measured
from pipeline.outputs.evaluate_score import ORDER, score_document
from pipeline.outputs.evaluate_short import SHORT, score_short_references
from pipeline.outputs.evaluate_tables import read_tables

__all__ = ["Evaluation", "evaluate", "predictions", "render", "write_predictions"]


_KINDS = (*ORDER, SHORT, *DETAIL_ORDER)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by gold id and type.

    Attributes:
        documents: scores by gold id, then by type (``cities``, ``cities linked``, ...).
        missing: gold ids without a document in the output.
    """

    documents: Mapping[str, Mapping[str, Score]]
    missing: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """0, or 3 when a gold document is not in the output."""
        return 3 if self.missing else 0

    def total(self) -> dict[str, Score]:
        """Return the counts of all documents together, by type."""
        total: dict[str, Score] = {}
        for scores in self.documents.values():
            for kind, score in scores.items():
                total.setdefault(kind, Score()).add(score)
        return total


def evaluate(gold: Path, out: Path) -> Evaluation:
    """Score the output ``out`` against every gold file in the folder ``gold``.

    A gold file belongs to the document named in its ``document``, else to the one whose file name
    without ending is its ``id``.

    Raises:
        UsageError: the folder holds no gold file.
        InputError: a gold file is not valid JSON, or belongs to two documents.
        OutputError: ``out`` holds no published tables.
    """
    golds = _read_golds(gold)
    tables = read_tables(out)
    given = answers(tables)
    texts = {row.document_id: row.text for row in tables[Document]}
    scores: dict[str, Mapping[str, Score]] = {}
    missing = []
    for path, data in golds.items():
        document_id = _document_of(path, data, given)
        if document_id is None:
            missing.append(data["id"])
        answer = given.get(document_id or "", {})
        text = texts.get(document_id or "", "")
        scores[data["id"]] = {
            **score_document(data, answer, text),
            **score_short_references(data, answer),
            **score_measured(data, answer),
            **score_details(data, answer),
        }
    return Evaluation(scores, tuple(missing))


def write_predictions(out: Path, folder: Path) -> list[Path]:
    """Write one JSON file per document, in the form of the gold files; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for answer in predictions(out).values():
        path = folder / f"{answer['id']}.json"
        path.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def render(evaluation: Evaluation, *, with_documents: bool = False) -> str:
    """Return the report: mistakes by document, then the table of figures."""
    lines: list[str] = []
    for name, scores in evaluation.documents.items():
        lines.append(f"== {name}")
        lines += [
            f"  {item.what:5} {item.kind:20} {item.shown}  {item.detail}".rstrip()
            for kind in _KINDS
            if kind in scores and not kind.endswith(("lenient", "(parties)"))
            for item in scores[kind].mistakes
        ]
        if with_documents:
            lines += ["", *_table(scores), ""]
    lines.append("")
    lines += [f"not in the output: {name}" for name in evaluation.missing]
    lines.append(f"{len(evaluation.documents)} documents, micro-averaged")
    return "\n".join([*lines, *_table(evaluation.total())])


def _table(scores: Mapping[str, Score]) -> list[str]:
    head = f"{'type':24} {'gold':>5} {'pred':>5} {'P':>6} {'R':>6} {'F1':>6}"
    lines = [
        f"{kind:24} {score.gold:5d} {score.predicted:5d} "
        f"{score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}"
        for kind in _KINDS
        if (score := scores.get(kind)) is not None
    ]
    mean = macro_f1(scores)
    return [head, *lines, *([] if mean is None else [f"{'theme macro-F1':45} {mean:6.3f}"])]


def _read_golds(folder: Path) -> dict[Path, dict[str, Any]]:
    golds = {}
    for path in sorted(folder.glob("*.json")):
        try:
            golds[path] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise InputError(
                str(path), f"not valid JSON: {error}", "correct the gold file"
            ) from None
        golds[path].setdefault("id", path.stem)
    if not golds:
        raise UsageError(
            str(folder), "holds no gold file", "give a folder of <document>.json files"
        )
    return golds


def _document_of(path: Path, gold: Mapping[str, Any], given: Mapping[str, Any]) -> str | None:
    """Return the id of the document a gold file belongs to; None if the output lacks it."""
    if "document" in gold:
        return gold["document"] if gold["document"] in given else None
    found = [key for key, answer in given.items() if answer["id"] == gold["id"]]
    if len(found) > 1:
        raise InputError(
            str(path),
            f"{gold['id']!r} is the name of {len(found)} documents",
            'add "document": the path below the raw folder',
        )
    return found[0] if found else None

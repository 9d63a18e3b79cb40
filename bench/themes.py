"""Measure how well domains of initiatives are told, and fit how much each kind of evidence counts.

Contract: ``python -m bench.themes DOCS GOLD [DOCS GOLD ...]`` prints a table for documents that the
fit has not seen (each tenth of the documents is judged by a fit on the others), and the constants
of ``pipeline/relations/initiatives/themes.py`` that a fit on all of them gives.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.stages import annotated, open_resources
from pipeline.contract import Mention, Statement, Tables
from pipeline.contract.entities import THEMES
from pipeline.flow import STAGES
from pipeline.linking.docview import doc_views
from pipeline.outputs.evaluate_match import read_entry
from pipeline.readers.source import Source
from pipeline.relations.initiatives.themes import Evidence, Themed, find_evidence
from pipeline.relations.surroundings import Surroundings
from pipeline.resources import Resources

Floats = npt.NDArray[np.float64]

_FOLDS = 10
_KINDS = {"keywords": (1, 2), "model": (0,), "model and keywords": (0, 1, 2)}
# Odds a domain needs, and how close a second one's are to the first, as in the program.
_ENOUGH, _CLOSE = 1.5, 0.4


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated initiative that was found."""

    document: str
    wanted: frozenset[str]
    evidence: Evidence
    given: tuple[str, ...]


def read_cases(docs: Path, gold: Path, resources: Resources) -> Iterator[Case]:
    """Yield the initiatives of annotated documents that were found."""
    for path, told in annotated(docs, gold):
        entries = told.get("initiatives") or []
        wanted = [
            (read_entry(entry).surfaces, entry["theme"]) for entry in entries if "theme" in entry
        ]
        if not wanted:
            continue
        for names, evidence in read_document(path, resources):
            surfaces = read_entry({"surface": names}).surfaces
            for known, themes in wanted:
                if known & surfaces:
                    yield Case(path.stem, frozenset(themes), evidence, evidence.themes())
                    break


def read_document(path: Path, resources: Resources) -> Iterator[tuple[list[str], Evidence]]:
    """Yield the names of each initiative of a document and what tells of its domains."""
    tables = Tables()
    source = Source(path=path.name, data=path.read_bytes(), meta={}, document_id=path.name)
    for number, stage in enumerate(STAGES):
        given = [source] if number == 0 else tables
        tables.update(stage.function()(given, resources).select(stage.writes))
    for doc in doc_views(tables):
        doc.statements = [*tables[Statement]]
        themed = Themed.of(Surroundings.of(doc), resources.lexicon("initiatives"))
        groups: dict[str | None, list[Mention]] = {}
        for mention in doc.of_label("INITIATIVE"):
            groups.setdefault(mention.entity_id, []).append(mention)
        for mentions in groups.values():
            yield [mention.text for mention in mentions], find_evidence(themed, mentions)


def told(cases: Sequence[Case]) -> tuple[Floats, Floats]:
    """Return evidence (case, domain, kind), scaled as in the program, and what is wanted."""
    parts = [
        [[part.get(theme, 0) / 100 for part in (e.model, e.keywords, e.main)] for theme in THEMES]
        for e in (case.evidence for case in cases)
    ]
    wanted = [[float(theme in case.wanted) for theme in THEMES] for case in cases]
    return np.array(parts), np.array(wanted)


def fit(parts: Floats, wanted: Floats) -> Floats:
    """Return the weight of each kind of evidence, then what is added for each domain.

    Method: multinomial logistic regression (Newton's steps) of the domains against none, which has
    no evidence; a case of two domains counts half for each.
    """
    size, n_themes, n_kinds = parts.shape
    rows = np.concatenate([parts, np.tile(np.eye(n_themes), (size, 1, 1))], 2)
    goal = wanted / np.maximum(wanted.sum(1, keepdims=True), 1)
    penalty = np.array([1.0] * n_kinds + [0.3] * n_themes)
    weights = np.zeros(n_kinds + n_themes)
    for _ in range(30):
        odds = np.exp(np.clip(rows @ weights, -50, 50))
        odds /= 1 + odds.sum(1, keepdims=True)
        slope = np.einsum("ckf,ck->f", rows, odds - goal) + penalty * weights
        mean = np.einsum("ckf,ck->cf", rows, odds)
        bend = np.einsum("ckf,ck,ckg->fg", rows, odds, rows, optimize=True) - mean.T @ mean
        weights -= np.linalg.solve(bend + np.diag(penalty), slope)
    return weights


def judge(parts: Floats, weights: Floats) -> Floats:
    """Return which domains are given."""
    n_kinds = parts.shape[2]
    odds = parts @ weights[:n_kinds] + weights[n_kinds:]
    given = np.zeros_like(odds)
    for row, scores in zip(given, odds, strict=True):
        first, second = np.argsort(-scores, kind="stable")[:2]
        row[first] = scores[first] >= _ENOUGH
        row[second] = scores[second] >= _ENOUGH and scores[first] - scores[second] <= _CLOSE
    return given


def unseen(cases: Sequence[Case], kinds: Sequence[int]) -> Floats:
    """Return the domains given to each case by a fit on other documents."""
    parts, wanted = told(cases)
    parts = parts[:, :, list(kinds)]
    names = sorted({case.document for case in cases})
    fold = np.array([names.index(case.document) % _FOLDS for case in cases])
    given = np.zeros_like(wanted)
    for number in range(_FOLDS):
        weights = fit(parts[fold != number], wanted[fold != number])
        given[fold == number] = judge(parts[fold == number], weights)
    return given


def line(name: str, wanted: Floats, given: Floats) -> str:
    """Return a row of the table: macro-F1, and precision and recall of each domain."""
    right = (wanted * given).sum(0)
    precision = right / np.maximum(given.sum(0), 1)
    recall = right / np.maximum(wanted.sum(0), 1)
    f1 = 2 * right / np.maximum(given.sum(0) + wanted.sum(0), 1)
    cells = (f"{p:.2f} / {r:.2f}" for p, r in zip(precision, recall, strict=True))
    return f"| {name} | {f1.mean():.3f} | {' | '.join(cells)} |"


def main(folders: Sequence[str]) -> None:
    """Print the table and the constants."""
    with open_resources() as resources:
        pairs = zip(folders[::2], folders[1::2], strict=True)
        cases = [
            case for docs, gold in pairs for case in read_cases(Path(docs), Path(gold), resources)
        ]
    parts, wanted = told(cases)
    print(f"{len(cases)} initiatives of {len({case.document for case in cases})} documents\n")
    print(f"| evidence | macro-F1 | {' | '.join(THEMES)} |\n|---|---|{'---|' * len(THEMES)}")
    for name, kinds in _KINDS.items():
        print(line(name, wanted, unseen(cases, kinds)))
    given = [[float(theme in case.given) for theme in THEMES] for case in cases]
    print(line("the program", wanted, np.array(given)))
    weights = np.round(100 * fit(parts, wanted))
    print("\nmodel, keywords, main:", *weights[:3].astype(int))
    print("added:", dict(zip(THEMES, weights[3:].astype(int).tolist(), strict=True)))


if __name__ == "__main__":
    main(sys.argv[1:] or ["tests/gold/blind/docs", "tests/gold/blind/gold"])

"""Measure how well domains of initiatives are told, and fit how much each kind of evidence counts.

Contract: ``python -m bench.themes DOCS GOLD [DOCS GOLD ...]`` prints a table for documents that the
fit has not seen (each tenth of the documents is judged by a fit on the others) and the constants
of ``pipeline/relations/initiatives/themes.py`` that a fit on all of them gives; it writes what the
words of all of them tell to ``config/theme_model.csv`` (`bench.theme_words`).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench import theme_words
from bench.stages import annotated, open_resources
from pipeline.config import find_config_dir
from pipeline.contract import Mention, Statement, Tables
from pipeline.contract.entities import THEMES
from pipeline.flow import STAGES
from pipeline.language.theme_model import build_theme_model, features
from pipeline.language.theme_training import write_model
from pipeline.linking.docview import doc_views
from pipeline.outputs.evaluate_match import read_entry
from pipeline.readers.source import Source
from pipeline.relations.initiatives.themes import (
    MODEL,
    Evidence,
    Stretch,
    Themed,
    find_evidence,
    find_stretches,
)
from pipeline.relations.surroundings import Surroundings
from pipeline.resources import Resources

Floats = npt.NDArray[np.float64]

_FOLDS = 10
_KINDS = {"keywords": (1, 2), "model": (0,), "model and keywords": (0, 1, 2)}
# How likely a domain must be to be given, and how many are at most, as in the program.
_LIKELY, _MOST = 0.3, 2
_SOURCE = "trained on tests/gold by bench.themes"


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated initiative that was found."""

    document: str
    wanted: frozenset[str]
    evidence: Evidence
    words: Mapping[str, float]


def read_cases(docs: Path, gold: Path, resources: Resources) -> Iterator[Case]:
    """Yield the initiatives of annotated documents that were found."""
    for path, told in annotated(docs, gold):
        entries = told.get("initiatives") or []
        wanted = [
            (read_entry(entry).surfaces, entry["theme"]) for entry in entries if "theme" in entry
        ]
        if not wanted:
            continue
        for names, evidence, words in read_document(path, resources):
            surfaces = read_entry({"surface": names}).surfaces
            for known, themes in wanted:
                if known & surfaces:
                    yield Case(path.stem, frozenset(themes), evidence, words)
                    break


def read_document(
    path: Path, resources: Resources
) -> Iterator[tuple[list[str], Evidence, Mapping[str, float]]]:
    """Yield the names of each initiative of a document, what tells of its domains, and its words.

    What annotated documents have taught before is left out.
    """
    with (find_config_dir() / "theme_model.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] != _SOURCE]
    lexicon = replace(resources.lexicon("initiatives"), theme_model=build_theme_model(rows))
    tables = Tables()
    source = Source(path=path.name, data=path.read_bytes(), meta={}, document_id=path.name)
    for number, stage in enumerate(STAGES):
        given = [source] if number == 0 else tables
        tables.update(stage.function()(given, resources).select(stage.writes))
    for doc in doc_views(tables):
        doc.statements = [*tables[Statement]]
        themed = Themed.of(Surroundings.of(doc), lexicon)
        groups: dict[str | None, list[Mention]] = {}
        for mention in doc.of_label("INITIATIVE"):
            groups.setdefault(mention.entity_id, []).append(mention)
        for mentions in groups.values():
            names = [mention.text for mention in mentions]
            words = read_words(themed.lower, find_stretches(themed, mentions))
            yield names, find_evidence(themed, mentions), words


def read_words(text: str, stretches: Sequence[Stretch]) -> dict[str, float]:
    """Return the features of stretches of text, each with the greatest factor it has."""
    found: dict[str, float] = {}
    for stretch in stretches:
        factor = stretch.factors[0] / 10
        for feature in features(text[stretch.start : stretch.end]):
            found[feature] = max(found.get(feature, 0.0), factor)
    return found


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


def odds_of(parts: Floats, weights: Floats) -> Floats:
    """Return the odds of each domain that a fit gives."""
    n_kinds = parts.shape[2]
    odds: Floats = parts @ weights[:n_kinds] + weights[n_kinds:]
    return odds


def judge(odds: Floats) -> Floats:
    """Return which domains are given."""
    powers = np.exp(odds)
    likely = powers / (1 + powers.sum(1, keepdims=True))
    order = np.argsort(np.argsort(-likely, axis=1, kind="stable"), axis=1)
    given: Floats = ((likely >= _LIKELY) & (order < _MOST)).astype(float)
    return given


def unseen(cases: Sequence[Case], kinds: Sequence[int], *, reads: bool = False) -> Floats:
    """Return the domains given to each case by a fit on other documents.

    Args:
        cases: the initiatives.
        kinds: the kinds of evidence.
        reads: whether the words of the other documents are learned, too.
    """
    parts, wanted = told(cases)
    parts = parts[:, :, list(kinds)]
    names = sorted({case.document for case in cases})
    fold = np.array([names.index(case.document) % _FOLDS for case in cases])
    given = np.zeros_like(wanted)
    for number in range(_FOLDS):
        own = fold == number
        odds = odds_of(parts, fit(parts[~own], wanted[~own]))
        if reads:
            rest = [case.words for case, is_own in zip(cases, own, strict=True) if not is_own]
            taught = theme_words.teach(rest, odds[~own], wanted[~own])
            odds += theme_words.weigh([case.words for case in cases], taught)
        given[own] = judge(odds[own])
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
    print(line("and words of documents", wanted, unseen(cases, (0, 1, 2), reads=True)))
    odds = np.array([[case.evidence.odds()[theme] / 100 for theme in THEMES] for case in cases])
    words = [case.words for case in cases]
    taught = theme_words.teach(words, odds, wanted)
    print(line("the program", wanted, judge(odds + theme_words.weigh(words, taught))))
    weights = np.round(100 * fit(parts, wanted))
    print("\nmodel, keywords, main:", *weights[:3].astype(int))
    print("added:", dict(zip(THEMES, weights[3:].astype(int).tolist(), strict=True)))
    model = theme_words.rows(taught, THEMES, MODEL)
    write_model(find_config_dir() / "theme_model.csv", model, _SOURCE)


if __name__ == "__main__":
    main(sys.argv[1:] or ["tests/gold/blind/docs", "tests/gold/blind/gold"])

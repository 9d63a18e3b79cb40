"""Train the judge of quotations on annotated documents, and measure it on such as it has not seen.

Contract: ``python -m bench.quotes DOCS GOLD [DOCS GOLD ...]`` writes ``config/quote_model.csv`` and
prints precision, recall and F1 of the quoted names of initiatives: by the weights alone, and by the
judge (each tenth of the documents is judged by a fit on the others), in documents and in the
sentences of ``tests/initiatives``, which are read besides.

Method: logistic regression with a quadratic penalty, by Newton's steps, over all quotations that
can be names.  Such as the gold leaves optional, or that are part of a longer name, teach nothing.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.stages import annotated, open_resources, run_watched
from pipeline.config import find_config_dir
from pipeline.outputs.evaluate_match import contains_either, normalize, read_entry, strings
from pipeline.recognizers.initiatives.doubts import features
from pipeline.recognizers.initiatives.finder import find_initiatives
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.recognizers.initiatives.quote_weights import ENOUGH
from pipeline.recognizers.initiatives.quoted import decide, read_quotations
from pipeline.recognizers.initiatives.scene import Scene
from pipeline.recognizers.page import Claim, Page
from pipeline.resources import Resources

Floats = npt.NDArray[np.float64]

_FOLDS = 10
_LEAST_SEEN = 3
_PENALTY = 3.3
# Weights that tell nothing much are left out (hundredths).
_LEAST_WEIGHT = 5
_SOURCE = "trained on tests/gold by bench.quotes"
_SENTENCE = "sentence-"
_SENTENCES = ("tests/initiatives/quoted.txt", "tests/initiatives/ordinary.txt")
# Folders of documents and of their answers, in turn.
ANNOTATED = (
    *("raw", "tests/gold", "tests/gold/dev/docs", "tests/gold/dev/gold"),
    *("tests/gold/blind/docs", "tests/gold/blind/gold"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation of an annotated document."""

    document: str
    features: Sequence[str]
    weight: int
    is_name: bool


def read_cases(docs: Path, gold: Path, resources: Resources) -> Iterator[Case]:
    """Yield the quotations of annotated documents that can be names and teach something."""
    for path, told in annotated(docs, gold):
        names = {s for entry in told["initiatives"] for s in read_entry(entry).surfaces}
        optional = map(normalize, strings(told.get("optional", {}).get("initiatives")))
        yield from _cases(path.name, path.read_bytes(), names, names.union(optional), resources)


def read_sentences(path: Path, resources: Resources) -> Iterator[Case]:
    """Yield the quotations of a list of sentences, each with the names it holds behind ``|``."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        text, _, named = line.rpartition("|") if "|" in line else (line, "", "")
        names = set(map(normalize, named.split(","))) - {""}
        name = f"{_SENTENCE}{path.stem}{number}.txt"
        yield from _cases(name, text.encode(), names, names, resources)


def _cases(
    name: str, data: bytes, names: Set[str], unclear: Set[str], resources: Resources
) -> Iterator[Case]:
    """Yield the quotations of a document, but those in part the same as an unclear name."""
    seen: list[tuple[str, Sequence[str], int]] = []
    run_watched(name, data, resources, "initiatives", _watching(seen))
    for text, found, weight in seen:
        is_name = normalize(text) in names
        if is_name or not contains_either({normalize(text)}, unclear):
            yield Case(name, found, weight, is_name)


def _watching(
    seen: list[tuple[str, Sequence[str], int]],
) -> Callable[[Page, InitiativeLexicon], list[Claim]]:
    """Return a recognizer of initiatives that notes the quotations it sees."""

    def watched(page: Page, lexicon: InitiativeLexicon) -> list[Claim]:
        scene = Scene.of(page, lexicon)
        for quotation in read_quotations(scene):
            if quotation.inside is not None:
                text = page.text[quotation.start : quotation.end]
                seen.append((text, features(scene, quotation), quotation.weight))
        return find_initiatives(page, lexicon)

    return watched


def train(cases: Sequence[Case]) -> dict[str, int]:
    """Return the weight of each feature, in hundredths of a logarithm of odds."""
    counts = Counter(feature for case in cases for feature in case.features)
    known = sorted(feature for feature, count in counts.items() if count >= _LEAST_SEEN)
    index = {feature: column for column, feature in enumerate(known)}
    rows = np.zeros((len(cases), len(known)))
    for row, case in enumerate(cases):
        rows[row, [index[feature] for feature in case.features if feature in index]] = 1
    weights = _fit(rows, np.array([float(case.is_name) for case in cases]), index[""])
    rounded = {feature: round(100 * float(weights[index[feature]])) for feature in known}
    return {feature: w for feature, w in rounded.items() if abs(w) >= _LEAST_WEIGHT}


def _fit(rows: Floats, wanted: Floats, constant: int) -> Floats:
    penalty = np.full(rows.shape[1], _PENALTY)
    penalty[constant] = 1e-6
    weights: Floats = np.zeros(rows.shape[1])
    for _ in range(9):
        odds = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (odds - wanted) + penalty * weights
        bend = (rows.T * (odds * (1 - odds))) @ rows + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def judge(case: Case, model: dict[str, int]) -> bool:
    """Return the verdict of the program on a quotation."""
    sure = decide(case.weight)
    return sum(model.get(f, 0) for f in case.features) > 0 if sure is None else sure


def unseen(cases: Sequence[Case]) -> list[bool]:
    """Return the verdict on each quotation by a fit on other documents."""
    names = sorted({case.document for case in cases})
    fold = {name: number % _FOLDS for number, name in enumerate(names)}
    models = [train([c for c in cases if fold[c.document] != n]) for n in range(_FOLDS)]
    return [judge(case, models[fold[case.document]]) for case in cases]


def line(name: str, cases: Sequence[Case], given: Sequence[bool]) -> str:
    """Return a row of the table."""
    right = sum(verdict and case.is_name for case, verdict in zip(cases, given, strict=True))
    n_given, n_names = sum(given), sum(case.is_name for case in cases)
    f1 = 2 * right / (n_given + n_names)
    return f"{name} | {right / n_given:.3f} | {right / n_names:.3f} | {f1:.3f} |"


def main(folders: Sequence[str]) -> None:
    """Print the table and write the weights."""
    with open_resources() as resources:
        pairs = zip(folders[::2], folders[1::2], strict=True)
        cases = [
            *(c for docs, gold in pairs for c in read_cases(Path(docs), Path(gold), resources)),
            *(case for path in _SENTENCES for case in read_sentences(Path(path), resources)),
        ]
    verdicts = unseen(cases)
    print("| quoted names in | quotations | by | precision | recall | F1 |")
    print("|---|---:|---|---:|---:|---:|")
    for where, is_sentence in (("documents", False), ("sentences", True)):
        some = [i for i, c in enumerate(cases) if c.document.startswith(_SENTENCE) == is_sentence]
        these = [cases[i] for i in some]
        head = f"| {where} | {len(these)} | "
        print(head + line("the weights alone", these, [c.weight >= ENOUGH for c in these]))
        print(head + line("the judge, unseen", these, [verdicts[i] for i in some]))
    model = train(cases)
    with (find_config_dir() / "quote_model.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight", "source"])
        for feature, weight in sorted(model.items()):
            writer.writerow([feature, weight, _SOURCE])


if __name__ == "__main__":
    main(sys.argv[1:] or ANNOTATED)

"""Train the model of names without quotation marks, and measure it on documents it has not seen.

Contract: ``python -m bench.unmarked DOCS GOLD [DOCS GOLD ...]`` takes the marks off the names of
initiatives in annotated documents, writes ``config/unmarked_model.csv`` and prints precision and
recall of the spans it gives by bar (each part of the documents is judged by a fit on the others).

Method: in each clause one of its spans is the name, or none is; the logarithm of the odds of a span
is the sum of the weights of its features.  Likelihood with a quadratic penalty, by steps of Adam.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.quotes import ANNOTATED
from bench.stages import annotated, open_resources, run_watched
from pipeline.config import find_config_dir
from pipeline.language import views
from pipeline.outputs.evaluate_match import strings
from pipeline.recognizers.initiatives.bare import find_bare
from pipeline.recognizers.initiatives.clauses import Clause, read_clauses
from pipeline.recognizers.initiatives.finder import find_initiatives
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.recognizers.initiatives.quoted import find_quoted
from pipeline.recognizers.initiatives.scene import Scene
from pipeline.recognizers.initiatives.unmarked import LONGEST
from pipeline.recognizers.page import Claim, Page
from pipeline.resources import Resources

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_FOLDS, _LEAST_SEEN, _LEAST_WEIGHT = 3, 3, 10
_PENALTY, _STEPS, _RATE = 1.0, 60, 0.15
_BARS = (-50, 0, 50, 100, 200, 300)
_MARKS = "「」『』《》“”〈〉"
_TEXTS = frozenset((".txt", ".md", ".csv", ".tsv", ".html"))
_SOURCE = "trained on tests/gold by bench.unmarked"


@dataclass(frozen=True, slots=True)
class Case:
    """A clause, and which of its spans (first and last token) are names."""

    document: str
    clause: Clause
    names: frozenset[tuple[int, int]]


def without_marks(text: str, names: Sequence[str]) -> str:
    """Return a text without the marks around the names.

    >>> without_marks("推出「共傘」，喊「加油」", ["共傘"])
    '推出共傘，喊「加油」'
    """
    for name in names:
        words = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(rf"[「『《“〈]\s*({words})\s*[」』》”〉]", r"\1", text)
    return text


def read_cases(docs: Path, gold: Path, resources: Resources) -> Iterator[Case]:
    """Yield the clauses of annotated documents, the names in them without marks."""
    for path, told in annotated(docs, gold):
        if path.suffix not in _TEXTS:
            continue
        names = [
            s.strip(_MARKS) for entry in told["initiatives"] for s in strings(entry["surface"])
        ]
        names.sort(key=len, reverse=True)
        optional = [s.strip(_MARKS) for s in strings(told.get("optional", {}).get("initiatives"))]
        seen: list[Case] = []
        data = without_marks(path.read_text(encoding="utf-8"), names).encode()
        watched = _watching(
            path.name, [*map(views.fold, names)], [*map(views.fold, optional)], seen
        )
        run_watched(path.name, data, resources, "initiatives", watched)
        yield from seen


def _watching(
    document: str, names: Sequence[str], optional: Sequence[str], seen: list[Case]
) -> Callable[[Page, InitiativeLexicon], list[Claim]]:
    """Return a recognizer of initiatives that notes the clauses it sees."""

    def watched(page: Page, lexicon: InitiativeLexicon) -> list[Claim]:
        scene = Scene.of(page, lexicon)
        spans = _places(page.view, names)
        unclear = _places(page.view, optional)
        for clause in read_clauses(scene, find_bare(scene, *find_quoted(scene))):
            case = _case(document, clause, spans, unclear)
            if case is not None:
                seen.append(case)
        return find_initiatives(page, lexicon)

    return watched


def _places(view: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Return where names stand, the earlier of the list before those inside of them."""
    used: set[int] = set()
    places = []
    for name in filter(None, names):
        for match in re.finditer(re.escape(name), view):
            if used.isdisjoint(range(*match.span())):
                used.update(range(*match.span()))
                places.append(match.span())
    return places


def _case(
    document: str,
    clause: Clause,
    spans: Sequence[tuple[int, int]],
    unclear: Sequence[tuple[int, int]],
) -> Case | None:
    """Return a clause that can teach: every name in it is a span of its tokens."""
    low, high = clause.starts[0], clause.ends[-1]
    if any(a < high and low < b for a, b in unclear):
        return None
    first = {start: index for index, start in enumerate(clause.starts)}
    last = {end: index for index, end in enumerate(clause.ends)}
    names = frozenset((first.get(a, -1), last.get(b, -1)) for a, b in spans if a < high and low < b)
    fits = all(0 <= a <= b < a + LONGEST for a, b in names)
    return Case(document, clause, names) if fits else None


class Corpus:
    """Clauses as arrays: the features of each token and span, and which spans are names."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.index: dict[str, int] = {}
        begins, stops, tokens, wholes = [], [], [], []
        first, last, clauses, names = [], [], [], []
        for number, case in enumerate(cases):
            clause, size, offset = case.clause, len(case.clause.starts), len(begins)
            begins += [self._ids(clause.begin(i)) for i in range(size)]
            stops += [self._ids(clause.stop(i)) for i in range(size)]
            tokens += [self._ids(clause.token(i)) for i in range(size)]
            for a in range(size):
                for b in range(a, min(size, a + LONGEST)):
                    first.append(offset + a)
                    last.append(offset + b)
                    clauses.append(number)
                    names.append((a, b) in case.names)
                    wholes.append(self._ids(clause.whole(a, b)))
        self.begins, self.stops, self.tokens = map(np.array, (begins, stops, tokens))
        self.wholes, self.first, self.last = map(np.array, (wholes, first, last))
        self.clauses, self.names = np.array(clauses), np.array(names)

    def _ids(self, features: Sequence[str]) -> Ints:
        ids = [self.index.setdefault(feature, len(self.index)) for feature in features]
        return np.array(ids, dtype=np.int32)

    def scores(self, weights: Floats, spans: Ints) -> Floats:
        """Return what spans weigh."""
        first, last = self.first[spans], self.last[spans]
        within = np.concatenate([[0], np.cumsum(weights[self.tokens].sum(1))])
        total = weights[self.begins].sum(1)[first] + weights[self.stops].sum(1)[last]
        total += within[last + 1] - within[first] + weights[self.wholes[spans]].sum(1)
        return np.asarray(total)

    def slope(self, spans: Ints, excess: Floats) -> Floats:
        """Return how the features of spans add up, each span taken ``excess`` times."""
        first, last, size = self.first[spans], self.last[spans], len(self.begins)
        opened = np.bincount(first, excess, minlength=size + 1)
        closed = np.bincount(last, excess, minlength=size)
        after = np.bincount(last + 1, excess, minlength=size + 1)
        within = np.cumsum(opened - after)[:size]
        total = np.zeros(len(self.index))
        parts = ((self.begins, opened[:size]), (self.stops, closed), (self.tokens, within))
        for table, amount in (*parts, (self.wholes[spans], excess)):
            for column in table.T:
                total += np.bincount(column, amount, minlength=len(total))
        return total


def fit(corpus: Corpus, spans: Ints) -> Floats:
    """Return the weights (hundredths) by which the names among ``spans`` are likeliest."""
    clauses = corpus.clauses[spans]
    starts = np.concatenate([[0], np.flatnonzero(np.diff(clauses)) + 1])
    own = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(spans))))
    is_name = corpus.names[spans]
    has_name = np.logical_or.reduceat(is_name, starts)
    known = corpus.slope(spans, np.ones(len(spans))) >= _LEAST_SEEN
    weights, mean, square = (np.zeros(len(corpus.index)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        scores = corpus.scores(weights, spans)
        top = np.maximum(np.maximum.reduceat(scores, starts), 0)
        odds = np.exp(scores - top[own])
        wanted = odds * is_name
        share = np.where(has_name, np.add.reduceat(wanted, starts), 1)
        given = odds / (np.add.reduceat(odds, starts) + np.exp(-top))[own]
        slope = (corpus.slope(spans, given - wanted / share[own]) + _PENALTY * weights) * known
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        rate = _RATE * (1 if step <= 0.6 * _STEPS else 0.3)
        scale = np.sqrt(square / (1 - 0.99**step)) + 1e-3
        weights -= rate * (mean / (1 - 0.9**step)) / scale
    return np.round(100 * weights)


def measure(corpus: Corpus, scores: Floats) -> Iterator[str]:
    """Yield precision and recall of the spans above each bar."""
    order = np.lexsort((corpus.first, -scores))
    for bar in _BARS:
        taken = np.zeros(len(corpus.begins), dtype=bool)
        given = right = 0
        for span in order[: int(np.count_nonzero(scores > bar))]:
            low, high = corpus.first[span], corpus.last[span] + 1
            if not taken[low:high].any():
                taken[low:high] = True
                given += 1
                right += bool(corpus.names[span])
        recall = right / int(np.count_nonzero(corpus.names))
        yield f"| {bar} | {given} | {right / max(given, 1):.3f} | {recall:.3f} |"


def write_model(weights: Mapping[str, int]) -> None:
    """Write the weights that tell something, the features of each together."""
    groups: dict[int, list[str]] = {}
    for feature, weight in sorted(weights.items()):
        if abs(weight) >= _LEAST_WEIGHT:
            groups.setdefault(weight, []).append(feature)
    path = find_config_dir() / "unmarked_model.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["weight", "features", "source"])
        writer.writerows([w, " ".join(groups[w]), _SOURCE] for w in sorted(groups))


def main(folders: Sequence[str]) -> None:
    """Print the table and write the weights."""
    with open_resources() as resources:
        pairs = zip(folders[::2], folders[1::2], strict=True)
        cases = [c for docs, gold in pairs for c in read_cases(Path(docs), Path(gold), resources)]
    corpus = Corpus(cases)
    order = {name: i % _FOLDS for i, name in enumerate(sorted({c.document for c in cases}))}
    folds = np.array([order[case.document] for case in cases])[corpus.clauses]
    weights = fit(corpus, np.arange(len(folds)))
    write_model({name: int(weights[column]) for name, column in corpus.index.items()})
    scores = np.empty(len(folds))
    for fold in range(_FOLDS):
        unseen = np.flatnonzero(folds == fold)
        scores[unseen] = corpus.scores(fit(corpus, np.flatnonzero(folds != fold)), unseen)
    print("| bar | spans | precision | recall |\n|---:|---:|---:|---:|")
    print("\n".join(measure(corpus, scores)))


if __name__ == "__main__":
    main(sys.argv[1:] or ANNOTATED)

"""Train the choice of what a quantity measures on annotated documents, and measure it on unseen.

Contract: ``python -m bench.measures [DOCS GOLD ...]`` writes ``config/measured_model.csv`` and
prints how many choices are right: those the model was trained on, and unseen ones (each quarter of
the documents is judged by a fit on the others).  The sentences of ``tests/numbers/measured.csv``
are read besides.

Method: a conditional logistic model over the stretches of each quantity (any of those the gold
accepts is right), with a quadratic penalty, by gradient descent with adaptive steps (Kingma and
Ba, 2015).  While training, what the number before measures is told by the gold.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.stages import annotated, open_resources, run_watched
from pipeline.config import find_config_dir
from pipeline.outputs.evaluate_match import normalize, read_entry, strings
from pipeline.outputs.evaluate_measured import is_same_stretch
from pipeline.recognizers.page import Claim, Page
from pipeline.recognizers.quantities.clauses import Span
from pipeline.recognizers.quantities.finder import UnitLexicon, find_quantities
from pipeline.recognizers.quantities.measured import End, Measures, Options
from pipeline.resources import Resources

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Clues = tuple[str, ...]

_FOLDS = 4
_LEAST_SEEN = 4
_PENALTY = 5.0
_STEPS, _STRIDE = 60, 0.1
# Weights that tell nothing much are left out (hundredths).
_LEAST_WEIGHT = 6
_SOURCE = "trained on tests/gold and tests/numbers/measured.csv by bench.measures"
_SENTENCES = Path("tests/numbers/measured.csv")
_SENTENCE = "sentence-"
# A sentence teaches as much as so many quantities of a document.
_REPEATED = 3
_ANNOTATED = (
    *("tests/gold/dev/docs", "tests/gold/dev/gold"),
    *("tests/gold/blind/docs", "tests/gold/blind/gold"),
)
# How right a stretch is that is not the very one the gold tells; the log of none.
_LIKE, _LEAST = 0.3, 1e-300
_NONE = -1e9


@dataclass(frozen=True, slots=True)
class Case:
    """A quantity of an annotated document: its stretches, and which of them are right."""

    document: str
    options: Options
    right: Sequence[float]


class _Scene(dict[str, tuple[Clues]]):
    """The features of what stands around a number, by the place of a stretch."""

    def __init__(self, around: Sequence[str]) -> None:
        super().__init__()
        self._around = around

    def __missing__(self, place: str) -> tuple[Clues]:
        """Return the features at a place."""
        return (tuple(f"{place} {one}" for one in self._around),)


class Teacher(Measures):
    """Chooses what the gold says, and notes what there was to choose from.

    Args:
        answers: the stretches that are right by the normalized surface of a quantity.
    """

    def __init__(self, answers: Mapping[str, Sequence[str]]) -> None:
        super().__init__({})
        self.answers = answers
        self.seen: list[tuple[Options, Sequence[float]]] = []

    def weigh(self, features: Sequence[str]) -> Any:
        """Return the features, as one group."""
        return (tuple(features),)

    def scene(self, figure: tuple[str, ...], around: Sequence[str]) -> Mapping[str, Any]:
        """Return the features of a number and of what stands around it, by place."""
        return _Scene((*figure, *around))

    def foremost(self, ends: Sequence[End]) -> Sequence[End]:
        """Return all ends."""
        return ends

    def choose(self, text: str, number: Span, options: Options) -> Span | None:
        """Return the right stretch where the gold tells it."""
        wanted = self.answers.get(normalize(text[slice(*number)]), ())
        right = [
            max((_likeness(text[a:b], one) for one in wanted), default=0.0)
            for a, b in options.spans
        ]
        if not any(right):
            return None
        self.seen.append((options, right))
        return options.spans[right.index(max(right))]


def _likeness(found: str, wanted: str) -> float:
    """Return how right a stretch is: less where it only holds the one wanted, or lies in it."""
    if not is_same_stretch(found, wanted):
        return 0.0
    return 1.0 if normalize(found) == normalize(wanted) else _LIKE


def read_cases(docs: Path, gold: Path, resources: Resources) -> Iterator[Case]:
    """Yield the quantities of annotated documents whose gold says what they measure."""
    for path, told in annotated(docs, gold):
        answers: dict[str, list[str]] = {}
        for entry in told["quantities"]:
            for surface in read_entry(entry).surfaces if entry.get("measured") else ():
                answers.setdefault(surface, []).extend(strings(entry["measured"]))
        yield from _cases(path.name, path.read_bytes(), answers, resources)


def read_sentences(path: Path, resources: Resources) -> Iterator[Case]:
    """Yield the quantities of the sentences whose measures are written for the tests."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            pairs = [pair.split("=") for pair in row["measures"].split("|")]
            answers = {normalize(name): told.split("/") for name, told in pairs if told}
            name = f"{_SENTENCE}{number}.txt"
            yield from _cases(name, row["sentence"].encode(), answers, resources)


def _cases(
    name: str, data: bytes, answers: Mapping[str, Sequence[str]], resources: Resources
) -> Iterator[Case]:
    teacher = Teacher(answers)
    run_watched(name, data, resources, "quantities", _watched(teacher))
    for options, right in teacher.seen:
        yield Case(name, options, right)


def _watched(teacher: Teacher) -> Callable[[Page, UnitLexicon], list[Claim]]:
    """Return a recognizer of quantities that asks the teacher what they measure."""

    def watched(page: Page, lexicon: UnitLexicon) -> list[Claim]:
        usual, lexicon.measures = lexicon.measures, teacher
        found = find_quantities(page, lexicon)
        lexicon.measures = usual
        return found

    return watched


class Packed:
    """Cases as arrays: features of groups, groups of stretches, stretches of cases."""

    def __init__(self, cases: Sequence[Case], index: Mapping[str, int]) -> None:
        features: list[list[int]] = [[], []]
        parts: list[list[int]] = [[], []]
        owners: list[int] = []
        right: list[float] = []
        groups: dict[Clues, int] = {}
        for number, case in enumerate(cases):
            for own in case.options.sums:
                for group in own:
                    if group not in groups:
                        known = [index[name] for name in group if name in index]
                        features[0] += known
                        features[1] += [len(groups)] * len(known)
                    parts[0].append(groups.setdefault(group, len(groups)))
                    parts[1].append(len(owners))
                owners.append(number)
            right += case.right
        self.feature, self.group = _ints(features[0]), _ints(features[1])
        self.part, self.stretch = _ints(parts[0]), _ints(parts[1])
        self.owner, self.right = _ints(owners), np.log(np.maximum(np.array(right), _LEAST))
        self.sizes = len(groups), len(owners), len(cases)

    def scores(self, weights: Floats) -> Floats:
        """Return the sum of each stretch."""
        groups = np.bincount(self.group, weights[self.feature], self.sizes[0])
        return np.bincount(self.stretch, groups[self.part], self.sizes[1])

    def slope(self, weights: Floats) -> Floats:
        """Return the slope of the loss."""
        scores = self.scores(weights)
        given = self._shares(scores)
        wanted = self._shares(scores + self.right)
        groups = np.bincount(self.part, (given - wanted)[self.stretch], self.sizes[0])
        return np.bincount(self.feature, groups[self.group], len(weights))

    def _shares(self, scores: Floats) -> Floats:
        highest = np.full(self.sizes[2], _NONE)
        np.maximum.at(highest, self.owner, scores)
        powers = np.exp(scores - highest[self.owner])
        return powers / np.bincount(self.owner, powers, self.sizes[2])[self.owner]  # type: ignore[no-any-return]


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int32)


def _features(case: Case) -> set[str]:
    return {name for groups in case.options.sums for group in groups for name in group}


def train(cases: Sequence[Case]) -> dict[str, int]:
    """Return the weight of each feature, in hundredths of a logarithm of odds."""
    counts = Counter(name for case in cases for name in _features(case))
    known = sorted(feature for feature, count in counts.items() if count >= _LEAST_SEEN)
    packed = Packed(cases, {feature: number for number, feature in enumerate(known)})
    weights, pace, spread = (np.zeros(len(known)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = packed.slope(weights) + _PENALTY * weights
        pace += 0.1 * (slope - pace)
        spread += 0.01 * (slope**2 - spread)
        stride = _STRIDE * (1 - (step - 1) / _STEPS)
        weights -= stride * (pace / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    rounded = {name: round(100 * float(w)) for name, w in zip(known, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if abs(weight) >= _LEAST_WEIGHT}


def judge(cases: Sequence[Case], model: Mapping[str, int]) -> float:
    """Return the share of the choices that are right."""
    weigh = Measures(model).weigh
    right = 0
    for case in cases:
        sums = [sum(map(weigh, groups)) for groups in case.options.sums]
        right += case.right[sums.index(max(sums))] > 0
    return right / max(1, len(cases))


def unseen(cases: Sequence[Case], others: Sequence[Case]) -> float:
    """Return the share of right choices by fits on other documents, and on ``others``."""
    names = sorted({case.document for case in cases})
    fold = {name: number % _FOLDS for number, name in enumerate(names)}
    right = 0.0
    for number in range(_FOLDS):
        rest = [case for case in cases if fold[case.document] != number]
        own = [case for case in cases if fold[case.document] == number]
        right += judge(own, train([*rest, *others])) * len(own)
    return right / len(cases)


def main(folders: Sequence[str]) -> None:
    """Print the shares and write the weights."""
    pairs = list(zip(folders[::2], folders[1::2], strict=True))
    with open_resources() as resources:
        cases = [c for docs, gold in pairs for c in read_cases(Path(docs), Path(gold), resources)]
        sentences = list(read_sentences(_SENTENCES, resources))
    taught = sentences * _REPEATED
    model = train([*cases, *taught])
    print("| measures of | quantities | right, trained on | right, unseen |")
    print("|---|---:|---:|---:|")
    for where, own, others in (("documents", cases, taught), ("sentences", sentences, cases)):
        shares = f"{judge(own, model):.3f} | {unseen(own, others):.3f}"
        print(f"| {where} | {len(own)} | {shares} |")
    by_weight: dict[int, list[str]] = {}
    for feature, weight in sorted(model.items()):
        by_weight.setdefault(weight, []).append(feature)
    with (find_config_dir() / "measured_model.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["weight", "features", "source"])
        for weight, features in sorted(by_weight.items()):
            writer.writerow([weight, "|".join(features), _SOURCE])


if __name__ == "__main__":
    main(sys.argv[1:] or _ANNOTATED)

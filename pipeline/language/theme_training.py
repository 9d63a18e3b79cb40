"""The command that trains the model of domains: ``python -m pipeline.language.theme_training``.

Contract: reads ``config/theme_examples.csv`` (initiatives written for this project, with the
domains a careful reader gives them), the words of ``config/themes.csv`` and the phrases of
``config/theme_phrases.csv`` (what is said of any initiative: costs, years, partners, praise), and
writes ``config/theme_model.csv``; the same files give the same weights.  No annotated document is
read.

Method: one logistic regression per domain over all examples at once, with a quadratic penalty, by
gradient descent with adaptive steps (Kingma and Ba, 2015).
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.language import views
from pipeline.language.theme_model import features

Floats = npt.NDArray[np.float64]

_SOURCE = "trained on theme_examples.csv and themes.csv"
# Factors of a name and of what is said of it; how much one word of the lexicon counts beside them.
_NAME, _SAID = 1.2, 1.0
_WORD = 0.5
# Phrases that tell no domain are put around each example, so that it reads like a text; which
# ones is told by these strides through their list.
_PHRASE_STRIDES = (3, 5, 7, 9, 11)
# Words of the lexicon that only colour a text teach nothing.
_TELLING = 3
# Rarer features are left out, as are weights that tell nothing much (hundredths).
_LEAST_SEEN = 3
_LEAST_WEIGHT = 8
_PENALTY = 0.2
_STEPS = 80
_STRIDE = 0.1


@dataclass(frozen=True, slots=True)
class Example:
    """One initiative, or one word: its features, its domains and how much it counts."""

    features: Mapping[str, float]
    themes: frozenset[str]
    share: float


def train(
    examples: Iterable[Mapping[str, str]],
    words: Iterable[Mapping[str, str]],
    phrases: Iterable[Mapping[str, str]] = (),
) -> dict[tuple[str, int], list[str]]:
    """Return the features of each domain and weight (hundredths of a logarithm).

    Args:
        examples: rows of ``theme_examples.csv``.
        words: rows of ``themes.csv``.
        phrases: rows of ``theme_phrases.csv``.
    """
    idle = [features(_folded(row["phrase"])) for row in phrases]
    seen = [*_read(examples, idle), *_words(words), *_idle(idle)]
    themes = sorted({theme for example in seen for theme in example.themes})
    counts = Counter(feature for example in seen for feature in example.features)
    known = sorted(feature for feature, count in counts.items() if count >= _LEAST_SEEN)
    weights = 100 * _fit(seen, {feature: i for i, feature in enumerate(known)}, themes)
    found: dict[tuple[str, int], list[str]] = {}
    for feature, row in zip(known, weights, strict=True):
        for theme, weight in zip(themes, row, strict=True):
            rounded = round(float(weight))
            if abs(rounded) >= _LEAST_WEIGHT:
                found.setdefault((theme, rounded), []).append(feature)
    return found


def _read(rows: Iterable[Mapping[str, str]], idle: Sequence[Sequence[str]]) -> list[Example]:
    found = []
    for number, row in enumerate(rows):
        around = [idle[number * stride % len(idle)] for stride in _PHRASE_STRIDES if idle]
        context = features(_folded(row["context"]))
        said = dict.fromkeys(chain(*around, context), _SAID)
        named = dict.fromkeys(features(_folded(row["name"])), _NAME)
        found.append(Example({**said, **named}, frozenset(row["themes"].split()), 1.0))
    return found


def _idle(idle: Iterable[Iterable[str]]) -> list[Example]:
    return [Example(dict.fromkeys(phrase, _SAID), frozenset(), 1.0) for phrase in idle]


def _words(rows: Iterable[Mapping[str, str]]) -> list[Example]:
    themes: dict[str, set[str]] = {}
    for row in rows:
        if int(row["weight"]) >= _TELLING:
            themes.setdefault(_folded(row["keyword"]), set()).add(row["theme"])
    return [
        Example(dict.fromkeys(features(word), _NAME), frozenset(themes[word]), _WORD)
        for word in sorted(themes)
    ]


def _folded(text: str) -> str:
    return views.fold(text).lower()


@dataclass(frozen=True, slots=True)
class _Cells:
    """The features of all examples, as parallel arrays: example, feature, value; and their size."""

    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    values: Floats
    n_rows: int
    n_columns: int

    def by_row(self, weights: Floats) -> Floats:
        """Return the weighted sum of each example's features."""
        told = self.values * weights[self.columns]
        return np.bincount(self.rows, told, self.n_rows).astype(np.float64)

    def by_column(self, missed: Floats) -> Floats:
        """Return what each feature has to do with what was missed."""
        told = self.values * missed[self.rows]
        return np.bincount(self.columns, told, self.n_columns).astype(np.float64)


def _fit(examples: Sequence[Example], known: Mapping[str, int], themes: Sequence[str]) -> Floats:
    """Return weights by feature and domain."""
    found = [
        (row, known[feature], value)
        for row, example in enumerate(examples)
        for feature, value in sorted(example.features.items())
        if feature in known
    ]
    rows, columns = (np.array([cell[i] for cell in found], dtype=np.intp) for i in (0, 1))
    values = np.array([cell[2] for cell in found])
    cells = _Cells(rows, columns, values, len(examples), len(known))
    share = np.array([example.share for example in examples])
    weights = np.zeros((len(known), len(themes)))
    for index, theme in enumerate(themes):
        is_wanted = np.array([float(theme in example.themes) for example in examples])
        weights[:, index] = _descend(cells, is_wanted, share)
    return weights


def _descend(cells: _Cells, is_wanted: Floats, share: Floats) -> Floats:
    """Return the weights of one domain; the constant that is fitted beside them is dropped."""
    size = cells.n_columns + 1
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    weights[-1] = -2.0
    for step in range(1, _STEPS + 1):
        total = cells.by_row(weights) + weights[-1]
        missed: Floats = (1 / (1 + np.exp(-total)) - is_wanted) * share
        slope = np.append(cells.by_column(missed) + _PENALTY * weights[:-1], missed.sum())
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        stride = _STRIDE * (1 - step / (_STEPS + 1)) / (1 - 0.9**step)
        weights = weights - stride * mean / (np.sqrt(spread / (1 - 0.99**step)) + 1e-6)
    return weights[:-1]


def main(folder: str = "config") -> None:
    """Train on the lists in ``folder`` and write ``theme_model.csv`` there."""
    tables = []
    for name in ("theme_examples.csv", "themes.csv", "theme_phrases.csv"):
        with Path(folder, name).open(encoding="utf-8", newline="") as file:
            tables.append([*csv.DictReader(file)])
    model = train(*tables)
    with Path(folder, "theme_model.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["theme", "weight", "features", "source"])
        for (theme, weight), known in sorted(model.items()):
            writer.writerow([theme, weight, " ".join(known), _SOURCE])


if __name__ == "__main__":
    main(*sys.argv[1:])

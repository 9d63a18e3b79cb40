"""Train the judge of names that stand bare in prose, and measure it on texts it has not seen.

Contract: ``python -m bench.names TRAIN.iob2 [DEV.iob2]`` writes ``config/bare_name_model.csv`` and
prints what the judge adds: to the annotated documents (each fifth of them is judged by a fit on
the others and on the sentences), and to the sentences of the second file.  The files are those of
Universal NER, Chinese GSD (Mayhew et al., NAACL 2024; CC BY-SA 4.0); the same files give the same
weights.

Method: logistic regression with a quadratic penalty, by gradient descent with adaptive steps
(Kingma and Ba, 2015).  The people of the documents are nearly all found by other rules: what their
names look like is taught in the surroundings of names of the sentences.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.stages import annotated, open_resources, run_watched
from pipeline.config import find_config_dir
from pipeline.language.lexemes import is_han
from pipeline.outputs.evaluate_match import normalize, read_entry, strings
from pipeline.recognizers.page import Claim, Page
from pipeline.recognizers.people.bare import (
    ENOUGH,
    Candidate,
    read_candidates,
    sorts_of,
    weigh_stretch,
)
from pipeline.recognizers.people.bare_clues import ALWAYS, BareClues
from pipeline.recognizers.people.finder import find_people
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.people.scene import Scene
from pipeline.resources import Resources

Floats = npt.NDArray[np.float64]

_FOLDS = 5
_LEAST_SEEN = 3
_PENALTY = 1.5
_STEPS, _STRIDE = 120, 0.1
# Documents look like what the program reads: a stretch of theirs counts more.
_OF_DOCUMENT = 2.0
# Weights that tell nothing much are left out (hundredths).
_LEAST_WEIGHT = 5
_LONGEST_LENT = 5
# Steps through the surroundings that are lent to names of documents.
_LEND = 217
_SOURCE = "trained on Universal NER (zh_gsd, train) and tests/gold by bench.names"
_ANNOTATED = (
    ("tests/gold/dev/docs", "tests/gold/dev/gold"),
    ("tests/gold/blind/docs", "tests/gold/blind/gold"),
)
# Tells of a span whether it is a name; None if that is open.
IsName = Callable[[int, int], bool | None]


@dataclass(slots=True)
class Text:
    """A text with its candidates, whether each is a name, and the looks of names found before."""

    name: str
    weight: float
    candidates: list[tuple[Candidate, bool | None]] = field(default_factory=list)
    looks: dict[str, tuple[str, Sequence[str]]] = field(default_factory=dict)


class Teacher(BareClues):
    """Gives features instead of what they weigh."""

    def weigh(self, features: Sequence[str]) -> Any:
        """Return the features."""
        return tuple(features)


def read_sentences(path: Path) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    """Yield each sentence of an IOB2 file, and the spans of its people."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        spans: list[list[int]] = []
        position, is_open = 0, False
        for line in lines:
            if line.startswith("#") or "\t" not in line:
                continue
            _, word, tag = line.split("\t")[:3]
            start = text.index(word, position)
            position = start + len(word)
            if tag == "B-PER":
                spans.append([start, position])
            elif tag == "I-PER" and is_open:
                spans[-1][1] = position
            is_open = tag.endswith("-PER")
        if text:
            yield text, {(start, stop) for start, stop in spans}


def of_sentences(path: Path, resources: Resources) -> Iterator[Text]:
    """Yield the sentences of a file with their candidates."""
    for number, (text, spans) in enumerate(read_sentences(path)):
        seen = Text(f"{path.name}:{number}", 1.0)
        page = Page.of(text)
        page.words = resources.words().cut(text)
        for name, find, lexicon in resources.tagger.recognizers:
            if name == "people":
                _watch(seen, page, lexicon, lambda a, b, spans=spans: (a, b) in spans)
                break
            page.add(find(page, lexicon))
        yield seen


def of_documents(docs: Path, gold: Path, resources: Resources) -> Iterator[Text]:
    """Yield the annotated documents with their candidates."""
    for path, told in annotated(docs, gold):
        names = {s for entry in told["people"] for s in read_entry(entry).surfaces}
        optional = set(map(normalize, strings(told.get("optional", {}).get("people"))))
        short = [entry["surface"] for entry in told.get("short_references", ())]
        optional.update(map(normalize, short))
        seen = Text(path.name, _OF_DOCUMENT)
        watched = _watching(seen, names, optional)
        run_watched(path.name, path.read_bytes(), resources, "people", watched)
        yield seen


def _watching(
    seen: Text, names: set[str], optional: set[str]
) -> Callable[[Page, PeopleLexicon], list[Claim]]:
    """Return a recognizer of people that notes the candidates it sees."""

    def watched(page: Page, lexicon: PeopleLexicon) -> list[Claim]:
        def is_name(start: int, end: int) -> bool | None:
            surface = normalize(page.text[start:end])
            return True if surface in names else None if surface in optional else False

        return _watch(seen, page, lexicon, is_name)

    return watched


def _watch(seen: Text, page: Page, lexicon: PeopleLexicon, is_name: IsName) -> list[Claim]:
    """Note the candidates of a page, and return the people found without them."""
    teacher = Teacher(lexicon.han)
    found = find_people(page, replace(lexicon, bare=BareClues(lexicon.han)))
    scene = Scene.of(page, lexicon)
    for candidate in read_candidates(scene, found, teacher):
        seen.candidates.append((candidate, is_name(candidate.start, candidate.end)))
    numbers = {word[0]: number for number, word in enumerate(page.words)}
    stops = {word[1]: number + 1 for number, word in enumerate(page.words)}
    for claim in found:
        is_right = is_name(claim.start, claim.end) is True
        text = page.view[claim.start : claim.end]
        is_whole = claim.start in numbers and claim.end in stops and all(map(is_han, text))
        if is_right and is_whole and claim.form == "name" and len(text) <= _LONGEST_LENT:
            words = page.words[numbers[claim.start] : stops[claim.end]]
            for sort, family in sorts_of(scene, words):
                seen.looks[text] = sort, weigh_stretch(scene, words, sort, family, teacher)
    return found


def _examples(texts: Sequence[Text]) -> Iterator[tuple[Sequence[str], bool, float]]:
    """Yield features, whether they are a name's, and how much each example counts."""
    contexts: dict[str, list[Sequence[str]]] = {}
    for text in texts:
        for candidate, is_name in text.candidates:
            if is_name is not None:
                yield (*candidate.stretch, *candidate.context), is_name, text.weight
            if is_name:
                contexts.setdefault(candidate.sort, []).append(candidate.context)
    looks = {name: look for text in texts for name, look in text.looks.items()}
    for number, (sort, stretch) in enumerate(looks.values()):
        if lent := contexts.get(sort):
            yield (*stretch, *lent[number * _LEND % len(lent)]), True, 1.0


def train(texts: Sequence[Text]) -> dict[str, int]:
    """Return the weight of each feature, in hundredths of a logarithm of odds."""
    examples = list(_examples(texts))
    counts = Counter(feature for features, _, _ in examples for feature in features)
    known = sorted(f for f, count in counts.items() if count >= _LEAST_SEEN and f.split() == [f])
    index = {feature: number for number, feature in enumerate(known)}
    rows, columns = [], []
    for number, (features, _, _) in enumerate(examples):
        own = [index[feature] for feature in features if feature in index]
        rows += [number] * len(own)
        columns += own
    cells = np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp)
    wanted = np.array([float(is_name) for _, is_name, _ in examples])
    share = np.array([weight for _, _, weight in examples])
    weights = _fit(cells, wanted, share, index[ALWAYS], len(known))
    rounded = {feature: round(100 * float(weights[index[feature]])) for feature in known}
    return {feature: weight for feature, weight in rounded.items() if abs(weight) >= _LEAST_WEIGHT}


def _fit(cells: Any, wanted: Floats, share: Floats, constant: int, size: int) -> Floats:
    """Return weights; that of the constant is not penalized."""
    rows, columns = cells
    penalty = np.full(size, _PENALTY)
    penalty[constant] = 0.0
    weights, pace, spread = (np.zeros(size) for _ in range(3))
    for step in range(1, _STEPS + 1):
        odds = np.bincount(rows, weights[columns], len(wanted))
        missed = (1 / (1 + np.exp(-odds)) - wanted) * share
        slope = np.bincount(columns, missed[rows], size) + penalty * weights
        pace += 0.1 * (slope - pace)
        spread += 0.01 * (slope**2 - spread)
        stride = _STRIDE * (1 - (step - 1) / _STEPS)
        weights -= stride * (pace / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-6)
    return weights


def judge(text: Text, model: dict[str, int]) -> list[bool | None]:
    """Return of each bare name that a model finds in a text whether it is one."""
    weighed = [
        (sum(model.get(f, 0) for f in (*one.stretch, *one.context)), one, is_name)
        for one, is_name in text.candidates
    ]
    taken: set[int] = set()
    verdicts = []
    for weight, one, is_name in sorted(weighed, key=lambda w: (-w[0], w[1].start, w[1].end)):
        span = range(one.start, one.end)
        if weight >= ENOUGH and taken.isdisjoint(span):
            taken.update(span)
            verdicts.append(is_name)
    return verdicts


def line(name: str, texts: Sequence[Text], verdicts: Sequence[bool | None]) -> str:
    """Return a row of the table: of what is told to be a name or none."""
    right, wrong = verdicts.count(True), verdicts.count(False)
    share = right / max(1, right + wrong)
    return f"| {name} | {len(texts)} | {right} | {wrong} | {share:.3f} |"


def unseen(documents: Sequence[Text], sentences: Sequence[Text]) -> list[bool | None]:
    """Return the verdicts on documents by fits on the others."""
    verdicts: list[bool | None] = []
    for number in range(_FOLDS):
        rest = [text for at, text in enumerate(documents) if at % _FOLDS != number]
        model = train([*sentences, *rest])
        for text in documents[number::_FOLDS]:
            verdicts += judge(text, model)
    return verdicts


def main(paths: Sequence[str]) -> None:
    """Print what the judge adds, and write the weights."""
    with open_resources() as resources:
        sentences, *others = [list(of_sentences(Path(path), resources)) for path in paths]
        documents = [
            text for pair in _ANNOTATED for text in of_documents(*map(Path, pair), resources)
        ]
    model = train([*sentences, *documents])
    print("| bare names in | texts | right | wrong | precision |")
    print("|---|---:|---:|---:|---:|")
    print(line("documents, unseen", documents, unseen(documents, sentences)))
    for path, texts in zip(paths[1:], others, strict=True):
        verdicts = [verdict for text in texts for verdict in judge(text, model)]
        print(line(Path(path).name, texts, verdicts))
    by_weight: dict[int, list[str]] = {}
    for feature, weight in sorted(model.items()):
        by_weight.setdefault(weight, []).append(feature)
    target = find_config_dir() / "bare_name_model.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["weight", "features", "source"])
        for weight, features in sorted(by_weight.items()):
            writer.writerow([weight, " ".join(features), _SOURCE])


if __name__ == "__main__":
    main(sys.argv[1:])

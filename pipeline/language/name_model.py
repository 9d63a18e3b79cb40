"""Character model of Chinese personal names against ordinary text, and the command that trains it.

Contract: weights are integers (tenths of a natural logarithm), so a score is the same on every
machine.  ``python -m pipeline.language.name_model`` writes ``config/name_model.csv`` from the word
list that ships with jieba (MIT licence): its names tell which characters names are made of, its
other words tell what else begins with the character of a surname.
"""

from __future__ import annotations

import csv
import importlib.util
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.language import views
from pipeline.language.foreign_names import is_sound

_SOURCE = "jieba 0.42.1 word list (MIT)"

# A given-name character must be told from the text's by at least this much to be listed.
_LEAST = 3
# Words rarer than this say little; names of well-known people are tagged as names above it, too.
_RARE_WORD = 20
_RARE_NAME = 100
_COMMON = 60
_VERY_COMMON = 250
_BACKING = 400.0
_CHARACTERS = 6000.0


@dataclass(frozen=True, slots=True)
class NameModel:
    """Log-odds of characters in given names, and ordinary words that begin with a surname.

    Attributes:
        first, second, only: log-odds of a character as first, second or only given character.
        words: for two characters that begin ordinary words, how common these are.
    """

    first: Mapping[str, int]
    second: Mapping[str, int]
    only: Mapping[str, int]
    words: Mapping[str, int]

    def score(self, surname: str, given: str, dearest: int = 100) -> int:
        """Return how much more the characters look like a name than like text (tenths of ln).

        Args:
            surname, given: folded; ``given`` has one or two characters.
            dearest: what a common word at its beginning costs a name at most.

        >>> model = NameModel({"文": 5}, {"哲": 9}, {}, {"高度": 87})
        >>> model.score("柯", "文哲") > 0 > model.score("高", "度")
        True
        """
        if len(given) == 1:
            total = self.only.get(given, 0) - 5
        else:
            total = self.first.get(given[0], 0) + self.second.get(given[1], 0)
        common = self.words.get(surname[-1] + given[0], 0)
        return total - min(max(common - 15, 0), dearest) if len(surname) == 1 else total


def build_name_model(
    rows: Iterable[Mapping[str, str]], modern: Iterable[Mapping[str, str]] = ()
) -> NameModel:
    """Build the model from the rows of ``name_model.csv`` and ``given_characters.csv``.

    Args:
        rows: trained weights.
        modern: characters of given names the training data is too old to know, with the weight
            they have at least.
    """
    parts: dict[str, dict[str, int]] = {"first": {}, "second": {}, "only": {}, "word": {}}
    for row in rows:
        if row["kind"] not in parts:
            continue
        for text in row["characters"].split():
            parts[row["kind"]][views.simplify(text)] = int(row["weight"])
    for row in modern:
        for character in views.simplify(row["characters"]).split():
            for kind in ("first", "second", "only"):
                known = parts[kind].get(character, 0)
                parts[kind][character] = max(known, int(row["least"]))
    return NameModel(parts["first"], parts["second"], parts["only"], parts["word"])


def words_of(rows: Iterable[Mapping[str, str]], kind: str) -> list[str]:
    """Return the words of a kind of ``name_model.csv``.

    ``sounds`` are ordinary words in characters for foreign sounds (熱烈), ``ends`` such that end
    in the character of a surname (對方, 從容), ``common`` are the words of two characters that no
    unlisted name holds.
    """
    return [word for row in rows if row["kind"] == kind for word in row["characters"].split()]


def train(
    words: Sequence[tuple[str, int, str]], surnames: Iterable[str]
) -> dict[tuple[str, int], list[str]]:
    """Return the characters (or two-character beginnings) of each kind and weight.

    Args:
        words: (Simplified word, frequency, part of speech); ``nr`` marks names.
        surnames: folded surnames of one character.
    """
    families = frozenset(surnames)
    names = [word for word, _, tag in words if tag == "nr" and word[0] in families]
    text: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    for word, count, tag in words:
        if not tag.startswith("nr"):
            for character in word:
                text[character] += count
        named = tag.startswith("nr")
        if named and len(word) > 2:
            continue
        rare = _RARE_NAME if named else _RARE_WORD
        if word[0] in families and len(word) > 1 and count >= rare:
            begins[word[:2]] += count
    threes = [name for name in names if len(name) == 3]
    found: dict[tuple[str, int], list[str]] = {}
    for kind, counts in (
        ("first", Counter(name[1] for name in threes)),
        ("second", Counter(name[2] for name in threes)),
        ("only", Counter(name[1] for name in names if len(name) == 2)),
    ):
        for character, weight in _odds(counts, text):
            found.setdefault((kind, weight), []).append(character)
    for word, count in sorted(begins.items()):
        found.setdefault(("word", round(10 * math.log(count))), []).append(word)
    ordinary = {word for word, count, tag in words if _is_ordinary_in_sounds(word, count, tag)}
    found["sounds", 0] = sorted(ordinary)
    found["ends", 0] = sorted(
        word
        for word, count, tag in words
        if len(word) == 2
        and word[1] in families
        and count >= _RARE_NAME
        and not tag.startswith("nr")
    )
    found["common", 0] = sorted(
        word
        for word, count, tag in words
        if len(word) == 2 and count >= _VERY_COMMON and not tag.startswith(("nr", "ns", "nz"))
    )
    return found


def _is_ordinary_in_sounds(word: str, count: int, tag: str) -> bool:
    """Whether a word that is no name is written with characters for foreign sounds: 熱烈, 森林."""
    common = len(word) > 1 and count >= _COMMON and not tag.startswith(("nr", "ns", "nt", "nz"))
    return common and all(map(is_sound, word))


def _odds(names: Counter[str], text: Counter[str]) -> Iterable[tuple[str, int]]:
    """Yield characters with their log-odds; names are smoothed half by text, half evenly."""
    n_names, n_text = sum(names.values()), sum(text.values())
    for character in sorted(set(names) | set(text)):
        in_text = (text[character] + 1) / (n_text + _CHARACTERS)
        backing = 0.5 * in_text + 0.5 / _CHARACTERS
        in_names = (names[character] + _BACKING * backing) / (n_names + _BACKING)
        weight = round(10 * math.log(in_names / in_text))
        weight = max(-40, min(40, weight))
        if abs(weight) >= _LEAST:
            yield character, weight


def main(folder: str = "config") -> None:
    """Train on jieba's word list and write ``name_model.csv`` into ``folder``."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        sys.exit("jieba is not installed: its word list is the training data")
    lines = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    words = [(w, int(n), tag) for w, n, tag in (line.split(" ") for line in lines)]
    with Path(folder, "surnames.csv").open(encoding="utf-8", newline="") as file:
        surnames = [views.simplify(row["surname"]) for row in csv.DictReader(file)]
    model = train(words, (surname for surname in surnames if len(surname) == 1))
    with Path(folder, "name_model.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "weight", "characters", "source"])
        for (kind, weight), characters in sorted(model.items()):
            writer.writerow([kind, weight, " ".join(characters), _SOURCE])


if __name__ == "__main__":
    main(*sys.argv[1:])

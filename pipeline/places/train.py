"""Train the transliteration channel: which Latin letters a Chinese character stands for.

    python -m pipeline.places.train [FILE]        (default: config/transliteration.bin)

Contract: pure Python in a fixed order; the same gazetteer gives the same bytes.  Takes a minute.
Method: every character emits 0 to 6 letters from left to right; expectation maximisation over the
names of the gazetteer.  Names in China teach the reading of rare
characters; pairs that are no transliteration (translated names) are weighed down against a plain
model of letters.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.places.channel import LONGEST
from pipeline.places.channel_table import Learned, encode_table, split_letters, split_reading
from pipeline.places.forms import base_of, orders
from pipeline.places.gazetteer import Gazetteer

SOURCE = Path("config/gazetteer.bin")
DEFAULT = Path("config/transliteration.bin")
# Written in Chinese characters themselves: their readings are no transliteration.
_NATIVE = frozenset({"JP", "KR", "KP", "HK", "MO", "TW"})
_ROUNDS = 5
_READING_ROUNDS = 4
# Weight of what characters of the same reading share, in observations.
_SHARED = 3.0
_SHARED_LEAST = 0.005
# How many letters a character stands for before anything is learned.
_LENGTHS = (0.01, 0.12, 0.42, 0.28, 0.11, 0.05, 0.01)
_SMALLEST = 1e-5
_KEPT = 0.0015
# Weight of what initial and final tell, in observations; what they tell more seldom is left out.
_GUESSED = 4.0
_LIKELY = 0.01
# Log weight of the plain model of letters, for each letter.
_OUTLIER = -2.6

Pair = tuple[str, tuple[str, ...]]
Model = dict[str, dict[str, float]]
Counts = dict[str, defaultdict[str, float]]


def train(foreign: Sequence[Pair], chinese: Sequence[Pair]) -> Learned:
    """Return P(letters | character), and of the parts of a reading.

    Args:
        foreign: Chinese names with the Latin names they spell.
        chinese: names of places in China with their pinyin; they give the readings by which rare
            characters share what is known of others.
    """
    plain: Model | None = None
    for _ in range(_READING_ROUNDS):
        plain = _normalised(_counted(chinese, plain, True), {})
    readings = {
        character: max(sorted(emitted), key=lambda letters: emitted[letters])
        for character, emitted in (plain or {}).items()
    }
    model: Model | None = None
    counts: Counts = {}
    for step in range(_ROUNDS):
        counts = _counted(foreign, model, step < 2)
        model = _normalised(counts, readings)
    initials, finals = _of_parts(counts, readings)
    seen = {character: sum(counts.get(character, {}).values()) for character in readings}
    return Learned(
        _kept(model or {}),
        {c: (reading, _GUESSED / (_GUESSED + seen[c])) for c, reading in sorted(readings.items())},
        initials,
        finals,
    )


def _of_parts(counts: Counts, readings: Mapping[str, str]) -> tuple[Model, Model]:
    """Return what letters begin a character by its initial, and end it by its final.

    A character seldom seen is spelled as these say: 今 (jin) may be kin, for other j may be k.
    """
    initials: Counts = {}
    finals: Counts = {}
    for character in sorted(counts):
        if character not in readings:
            continue
        initial, final = split_reading(readings[character])
        for letters in sorted(counts[character]):
            first, rest = split_letters(letters)
            count = counts[character][letters]
            initials.setdefault(initial, defaultdict(float))[first] += count
            finals.setdefault(final, defaultdict(float))[rest] += count
    return _likely(initials), _likely(finals)


def _likely(counts: Counts) -> Model:
    found: Model = {}
    for part, letters in counts.items():
        total = sum(letters[one] for one in sorted(letters))
        chances = {one: letters[one] / total for one in sorted(letters)} if total else {}
        found[part] = {one: p for one, p in chances.items() if p >= _LIKELY}
    return found


def _counted(pairs: Sequence[Pair], model: Model | None, is_first: bool) -> Counts:
    """Return expected emissions; at first each name is spelled by its main Latin name, in order."""
    counts: Counts = {}
    for han, latins in pairs:
        _count(han, latins[:1] if is_first else latins, model, counts, not is_first)
    return counts


def _count(
    han: str,
    latins: Iterable[str],
    model: Model | None,
    counts: Counts,
    is_free: bool,
) -> None:
    """Add the expected emissions of the likeliest spelling to ``counts``.

    ``is_free`` tells whether parts of the name may be spelled in another order.
    """
    best = 0.0
    arcs: list[list[tuple[int, int, float]]] = []
    chosen = ""
    forward: list[list[float]] = []
    spelled = han
    for order in orders(han) if is_free else [han]:
        for latin in latins:
            found, reached = _forward(order, latin, model)
            total = reached[-1][-1]
            if total > best:
                best, arcs, forward, chosen, spelled = total, found, reached, latin, order
    if best <= 0.0:
        return
    weight = 1.0
    if model is not None:
        weight = best / (best + math.exp(_OUTLIER * len(chosen)))
    backward = [0.0] * (len(chosen) + 1)
    backward[-1] = 1.0
    for index in range(len(spelled) - 1, -1, -1):
        character = counts.setdefault(spelled[index], defaultdict(float))
        ahead = [0.0] * (len(chosen) + 1)
        for start, end, chance in arcs[index]:
            rest = chance * backward[end]
            if rest:
                ahead[start] += rest
                character[chosen[start:end]] += weight * forward[index][start] * rest / best
        backward = ahead


def _forward(
    han: str, latin: str, model: Model | None
) -> tuple[list[list[tuple[int, int, float]]], list[list[float]]]:
    """Return the possible emissions of each character and the forward probabilities."""
    size = len(latin)
    reached = [[0.0] * (size + 1)]
    reached[0][0] = 1.0
    arcs: list[list[tuple[int, int, float]]] = []
    for index, character in enumerate(han):
        emits = None if model is None else model.get(character)
        row, following = reached[-1], [0.0] * (size + 1)
        found = []
        least = size - LONGEST * (len(han) - index - 1)
        for start in range(size + 1):
            before = row[start]
            if before <= 0.0:
                continue
            for end in range(max(start, least), min(size, start + LONGEST) + 1):
                if emits is None:
                    chance = _LENGTHS[end - start]
                else:
                    chance = emits.get(latin[start:end], 0.0)
                if chance > 0.0:
                    found.append((start, end, chance))
                    following[end] += before * chance
        arcs.append(found)
        reached.append(following)
    return arcs, reached


def _normalised(counts: Counts, readings: Mapping[str, str]) -> Model:
    """Return the model of the counts, smoothed by what characters of one reading share."""
    shared = _shared(counts, readings)
    model: Model = {}
    for character in sorted({*counts, *readings}):
        emitted: Mapping[str, float] = counts.get(character, {})
        common = shared.get(readings.get(character, ""), {})
        weight = _SHARED if common else 0.0
        total = sum(emitted[letters] for letters in sorted(emitted)) + weight
        if total <= 0.0:
            continue
        chances = {
            letters: (emitted.get(letters, 0.0) + weight * common.get(letters, 0.0)) / total
            for letters in sorted({*emitted, *common})
        }
        model[character] = {letters: p for letters, p in chances.items() if p >= _SMALLEST}
    return model


def _shared(counts: Counts, readings: Mapping[str, str]) -> Model:
    groups: Counts = {}
    for character in sorted(counts):
        if character in readings:
            group = groups.setdefault(readings[character], defaultdict(float))
            for letters in sorted(counts[character]):
                group[letters] += counts[character][letters]
    shared: Model = {}
    for reading, group in groups.items():
        total = sum(group[letters] for letters in sorted(group))
        if total > 0.0:
            chances = {letters: group[letters] / total for letters in sorted(group)}
            shared[reading] = {x: p for x, p in chances.items() if p >= _SHARED_LEAST}
    return shared


def pairs_of(
    gazetteer: Gazetteer, held_out: frozenset[int] = frozenset()
) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs of foreign and of Chinese places, rows ``held_out`` excepted."""
    names: dict[int, list[str]] = {}
    for key, rows in gazetteer.han_items():
        if base_of(key) == key and 2 <= len(key) <= 10:
            for row in rows:
                names.setdefault(row, []).append(key)
    foreign: list[Pair] = []
    chinese: list[Pair] = []
    for row in sorted(names):
        country = gazetteer.country_of(row)
        if row not in held_out and country not in _NATIVE:
            target = chinese if country == "CN" else foreign
            target.extend(_pairs(gazetteer, row, names[row]))
    return foreign, chinese


def _pairs(gazetteer: Gazetteer, row: int, keys: Sequence[str]) -> Iterator[Pair]:
    latins = dict.fromkeys(name.replace(" ", "") for name in gazetteer.latin_names(row))
    for key in keys:
        fitting = tuple(name for name in latins if 1 < len(name) <= LONGEST * len(key))
        if fitting:
            yield key, fitting


def _kept(model: Model) -> Model:
    """Return the part of a model that is worth shipping."""
    return {
        character: {letters: p for letters, p in emitted.items() if p >= _KEPT}
        for character, emitted in model.items()
    }


def main(arguments: list[str]) -> int:
    """Train on the gazetteer and write the table."""
    path = Path(arguments[0]) if arguments else DEFAULT
    learned = train(*pairs_of(Gazetteer(SOURCE.read_bytes())))
    data = encode_table(learned)
    path.write_bytes(data)
    sys.stdout.write(f"{path}: {len(data):,} bytes, {len(learned.spelled):,} characters\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

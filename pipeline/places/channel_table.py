"""The file of the transliteration channel: which letters a Chinese character stands for.

Contract: `encode_table` and `decode_table` are inverse but for rounding; the same model gives the
same bytes.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from pipeline.errors import ConfigError

MAGIC = b"SUMMIT-CHANNEL-2\n"
# Costs (-1000 log P) are kept in steps of this.
_UNIT = 20
# Cost of letters by sign.
Costs = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Learned:
    """A trained model.

    Attributes:
        spelled: P(letters | character).
        readings: the reading of a character (pinyin), and the weight of what it tells.
        initials: P(first consonants | initial of the reading).
        finals: P(other letters | final of the reading).
    """

    spelled: Mapping[str, Mapping[str, float]]
    readings: Mapping[str, tuple[str, float]]
    initials: Mapping[str, Mapping[str, float]]
    finals: Mapping[str, Mapping[str, float]]


def encode_table(learned: Learned) -> bytes:
    """Return the file of a trained model: lines of a sign, its letters, and how costs grow."""
    readings = sorted(learned.readings.items())
    parts = [
        *map(_lines, (learned.spelled, learned.initials, learned.finals)),
        "\n".join(f"{c}\t{reading}\t{_units(weight)}" for c, (reading, weight) in readings),
    ]
    return MAGIC + zlib.compress("\n\n".join(parts).encode(), 9)


def _lines(part: Mapping[str, Mapping[str, float]]) -> str:
    lines = []
    for one, chances in sorted(part.items()):
        costs = sorted((_units(chance), letters) for letters, chance in chances.items())
        grown = [cost - before for (before, _), (cost, _) in pairwise([(0, ""), *costs])]
        lines.append(f"{one}\t{' '.join(x for _, x in costs)}\t{' '.join(map(str, grown))}")
    return "\n".join(lines)


def _units(chance: float) -> int:
    return round(-1000 * math.log(chance) / _UNIT)


def _read_lines(part: str) -> dict[str, dict[str, int]]:
    found = {}
    for line in part.split("\n"):
        one, letters, grown = line.split("\t")
        costs = accumulate(int(units) * _UNIT for units in grown.split(" "))
        found[one] = dict(zip(letters.split(" "), costs, strict=True))
    return found


def split_reading(reading: str) -> tuple[str, str]:
    """Return initial and final of a reading.

    >>> split_reading("zhang"), split_reading("an")
    (('zh', 'ang'), ('', 'an'))
    """
    end = _end_of(_INITIAL, reading)
    return reading[:end], reading[end:]


def split_letters(letters: str) -> tuple[str, str]:
    """Return the consonants that begin some letters, and the rest."""
    end = _end_of(_CONSONANTS, letters)
    return letters[:end], letters[end:]


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


_INITIAL = re.compile("(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?")
_CONSONANTS = re.compile("(?:qu|gu(?=[ei])|[bcdfghjklmnpqrstvwxz])*")


def decode_table(data: bytes) -> tuple[Costs, Costs, Costs, dict[str, tuple[str, int]]]:
    """Return the costs of letters by character, initial and final, and the readings.

    Raises:
        ConfigError: the file is of another kind or version.
    """
    if not data.startswith(MAGIC):
        advice = "train it again: python -m pipeline.places.train"
        raise ConfigError("transliteration table", "not a table of this version", advice)
    parts = zlib.decompress(data[len(MAGIC) :]).decode().split("\n\n")
    spelled, initials, finals = map(_read_lines, parts[:3])
    rows = (line.split("\t") for line in parts[3].split("\n") if line)
    readings = {c: (reading, int(units) * _UNIT) for c, reading, units in rows}
    return spelled, initials, finals, readings

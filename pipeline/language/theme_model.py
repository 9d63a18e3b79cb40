"""A trained model of the words that tell the domain of an initiative.

Contract: features of a text are its characters of Chinese, Japanese or Korean, their neighbouring
pairs and its Latin words; weights are integers (hundredths of a logarithm), so a score is the
same on every machine.  ``python -m pipeline.language.theme_training`` writes the weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import add

_EAST = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_WORD = re.compile("[a-z\u00df-\u02af]{3,}")
_FEATURE = re.compile(f"{_EAST}{{1,2}}|{_WORD.pattern}")
# Width of the lane of a domain in a packed weight; no text is long enough to fill one.
_LANE = 32
_HALF = 1 << (_LANE - 1)
# Characters that are looked at together.
_BLOCK = 64


def features(text: str) -> list[str]:
    """Return what the model is trained on in a folded text in lower case, in order.

    >>> features("零碳 bus,公車")
    ['bus', '公', '公車', '碳', '車', '零', '零碳']
    """
    return sorted(filter(_FEATURE.fullmatch, _pieces(text)))


def _pieces(text: str) -> set[str]:
    """Return the characters and their pairs, whatever they are, and the Latin words."""
    return {*text, *map(add, text, text[1:]), *_WORD.findall(text)}


@dataclass(frozen=True, slots=True)
class ThemeModel:
    """What each feature tells.

    Attributes:
        themes: the domains, in order.
        packed: feature -> its weights for all of them (hundredths of a logarithm) in one
            integer, each shifted to a lane of its own, so that all are added at once.
        pairs: the features of two characters, by themselves.
    """

    themes: tuple[str, ...]
    packed: Mapping[str, int]
    pairs: Mapping[str, str]

    def read(self, text: str) -> Reading:
        """Return a folded text in lower case, of which stretches are to be weighed."""
        return Reading(self, text, [None] * len(text), set())


@dataclass(frozen=True, slots=True)
class Reading:
    """A text whose known pairs are found where stretches of it are weighed.

    Attributes:
        model: the model.
        text: the text.
    """

    model: ThemeModel
    text: str
    # By position the pair of characters there, if the model knows it, and the blocks looked at.
    _pairs: list[str | None]
    _blocks: set[int]

    def scores(self, stretches: Iterable[tuple[int, int, int]]) -> dict[str, int]:
        """Return how much stretches of text tell of each domain (hundredths of a logarithm).

        Args:
            stretches: start, end and factor in tenths; a feature counts once, where its factor is
                greatest.

        >>> rows = [
        ...     {"theme": "智慧交通", "weight": "200", "features": "公車"},
        ...     {"theme": "智慧環境", "weight": "-30", "features": "公車"},
        ... ]
        >>> build_theme_model(rows).read("公車或公車").scores([(0, 2, 5), (3, 5, 16)])
        {'智慧交通': 320, '智慧環境': -48}
        """
        seen: set[str | None] = {None}
        total = 0
        known = self.model.packed.get
        for start, end, factor in sorted(stretches, key=lambda stretch: -stretch[2]):
            text = self.text[start:end]
            new = {*text, *self._known_pairs(start, end), *_WORD.findall(text)} - seen
            seen |= new
            total += factor * sum(filter(None, map(known, new)))
        themes = self.model.themes
        numbers = _unpacked(total, len(themes))
        return {theme: number // 10 for theme, number in zip(themes, numbers, strict=True)}

    def _known_pairs(self, start: int, end: int) -> list[str | None]:
        """Return the known pairs of a stretch."""
        for block in range(start // _BLOCK, end // _BLOCK + 1):
            if block not in self._blocks:
                self._blocks.add(block)
                low = block * _BLOCK
                text = self.text[low : low + _BLOCK + 1]
                pairs = map(self.model.pairs.get, map(add, text, text[1:]))
                self._pairs[low : low + len(text) - 1] = pairs
        return self._pairs[start : max(end - 1, start)]


def _unpacked(total: int, size: int) -> Iterator[int]:
    """Yield the numbers of the lanes: a negative one has borrowed one from the lane above."""
    for _ in range(size):
        number = (total + _HALF) % (2 * _HALF) - _HALF
        yield number
        total = (total - number) >> _LANE


def build_theme_model(rows: Iterable[Mapping[str, str]]) -> ThemeModel:
    """Build the model from the rows of ``theme_model.csv``."""
    lines = [(row["theme"], int(row["weight"]), row["features"].split()) for row in rows]
    themes = sorted({theme for theme, _, _ in lines})
    packed: dict[str, int] = {}
    for theme, weight, known in lines:
        lane = weight << _LANE * themes.index(theme)
        for feature in known:
            packed[feature] = packed.get(feature, 0) + lane
    return ThemeModel(tuple(themes), packed, {one: one for one in packed if len(one) == 2})

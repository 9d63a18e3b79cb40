"""What speaks for and against a stretch of words as somebody's name: features, and their weights.

Contract: works on folded text and the words it was cut into; every feature is told by the stretch
alone, by one side of it or by what kind of words stand on both, so that sums of integer weights
(``config/bare_name_model.csv``, hundredths of a logarithm of odds, trained by ``bench.names``) can
be kept and are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from pipeline.language import views
from pipeline.language.foreign_names import is_sound
from pipeline.language.lexemes import is_han
from pipeline.language.names import HanNames

# How a stretch may be a name: a Chinese family name and a given name, a Japanese one, a word that
# the dictionary knows as a name, signs for foreign sounds, such with a dot.
FAMILY, JAPANESE, KNOWN, SOUNDS, DOTTED = "FJNTD"
# What speaks for any stretch.
ALWAYS = "name"
# So many sums of each sort of features are kept at most.
_MOST_KEPT = 1 << 14
# Steps of the log-odds that characters are those of a name.
_STEP, _MOST = 8, 6
_HAN = 0x4E00, 0xA000
# Signs that end the names of places, buildings, peoples and rulers.
_HEADS = frozenset(
    views.fold(
        "國省州市縣區鄉鎮里村路街道巷站港橋河江溪湖海灣山峰島洲寺廟宮殿坊城門樓社族氏朝王帝后宗公侯軍隊黨派教會"
    )
)
# A word with its dictionary tag; empty beyond the end of a sentence.
Tagged = tuple[str, str]


class BareClues:
    """What the features of a stretch weigh; what weighs can be added.

    Args:
        names: facts about names.
        rows: lines of ``bare_name_model.csv`` when they are first needed: a weight, and the
            features of it.
    """

    def __init__(
        self, names: HanNames, rows: Callable[[], Iterable[Mapping[str, str]]] = tuple
    ) -> None:
        self.names = names
        # Signs that a name may begin with, and a family name of more signs.
        self.begins = names.firsts.union(filter(is_sound, map(chr, range(*_HAN))))
        self.longer = frozenset(family[0] for family in names.doubles | names.japanese)
        self._rows = rows
        self.stretch = self._known(self._of_stretch)
        self.left = self._known(_of_left)
        self.right = self._known(self._of_right)
        self.around = self._known(_of_around)

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """Hundredths of a logarithm of odds by feature."""
        return {one: int(row["weight"]) for row in self._rows() for one in row["features"].split()}

    def _known(self, features: Callable[..., Sequence[str]]) -> Callable[..., Any]:
        """Return what features weigh, kept by all that they look at."""
        return lru_cache(_MOST_KEPT)(lambda *given: self.weigh(features(*given)))

    def weigh(self, features: Sequence[str]) -> Any:
        """Return the sum of the weights of features."""
        return sum(filter(None, map(self.weights.get, features)))

    def _of_stretch(self, sort: str, family: int, text: str, cut: str) -> Sequence[str]:
        """Return what the signs themselves tell, and the words they are cut into."""
        found = [ALWAYS, sort, f"{sort}#{len(text)}", f"{sort}w{cut}"]
        if text[-1] in _HEADS:
            found.append(f"{sort}p")
        if text in self.names.common or text in self.names.edges.words:
            found.append(f"{sort}word")
        if text in self.names.edges.towns or text in self.names.ends:
            found.append(f"{sort}town")
        if sort == FAMILY:
            return [*found, *self._of_given(text[:family], text[family:], cut)]
        found += [f"{sort}^{text[0]}", f"{sort}${text[-1]}"]
        if sort != JAPANESE:
            n_strange = sum(not is_sound(sign) for sign in text)
            found += [f"{sort}o{n_strange}", *(f"T.{sign}" for sign in text)]
        return found

    def _of_given(self, family: str, given: str, cut: str) -> Sequence[str]:
        """Return what family and given name tell."""
        model, size = self.names.scores.model, len(given)
        total = _step(model.score(family, given))
        found = [
            *(f"F{size}={family}", f"F{size}k{self.names.singles.get(family)}"),
            *(f"F{size}s{total}", f"F{cut}s{total}"),
            *(f"F{size}c{model.words.get(family[-1] + given[0], 0) // 10}", f"F${given[-1]}"),
        ]
        if size == 1:
            found.append(f"F1o{_step(model.only.get(given, 0))}")
        else:
            found.append(f"F2a{_step(model.first.get(given[0], 0))}")
            found.append(f"F2b{_step(model.second.get(given[1], 0))}")
        scored = self.names.scores.score(family + given, 0, len(family), size, "chinese")
        found.append(f"F{size}n" if scored is None else f"F{size}t{_step(scored)}")
        return [*found, *(f"F.{sign}" for sign in given)]

    def _of_right(self, sort: str, behind: Tagged, further: Tagged) -> Sequence[str]:
        """Return what the two words behind a stretch tell."""
        word, tag = behind
        given = _step(self.names.scores.model.second.get(word, 0)) if len(word) == 1 else "-"
        return (
            *(f"R{word}", f"{sort}R{word}", f"Rt{tag}", f"{sort}Rt{tag}"),
            *(f"R-{word[:1]}", f"RR{further[0]}", f"RRt{tag}+{further[1]}"),
            *(f"{sort}Rq{_loose(word)}{_loose(further[0])}", f"{sort}Rg{given}"),
            f"{sort}Rp{word[:1] in _HEADS}",
        )


def _of_left(sort: str, before: Tagged, further: Tagged) -> Sequence[str]:
    """Return what the two words before a stretch tell."""
    word, tag = before
    return (
        *(f"L{word}", f"{sort}L{word}", f"Lt{tag}", f"{sort}Lt{tag}"),
        *(f"L-{word[-1:]}", f"LL{further[0]}", f"LLt{further[1]}+{tag}"),
        f"{sort}Lq{_loose(word)}{_loose(further[0])}",
    )


def _of_around(sort: str, before: str, behind: str, beside: tuple[str, ...]) -> Sequence[str]:
    """Return what both sides tell together, and what was claimed beside a stretch."""
    both = (f"A{before}+{behind}", f"{sort}A{before}+{behind}")
    return (*both, *(f"B{one}" for one in beside), *(f"{sort}B{one}" for one in beside))


def _step(score: int) -> int:
    return max(-_MOST, min(_MOST, score // _STEP))


def _loose(word: str) -> str:
    """Return whether a word is one sign alone, and such as foreign sounds are written with."""
    return "0" if len(word) != 1 or not is_han(word) else "s" if is_sound(word) else "1"


def tagged(text: str, tag: str | None) -> Tagged:
    """Return a word with its dictionary tag, or with what sort of mark it is.

    >>> tagged("市長", "n"), tagged("7", None), tagged("Wi", None), tagged(" ", None)
    (('市長', 'n'), ('7', '7'), ('Wi', 'A'), ('_', '_'))
    """
    if tag:
        return text, tag
    first = text[0]
    if first.isspace():
        return "_", "_"
    if is_han(first):
        return text, "?"
    if first.isdigit():
        return text, "7"
    return text, "A" if first.isalpha() else first

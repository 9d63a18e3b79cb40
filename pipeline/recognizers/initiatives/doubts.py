"""A trained judge of the quotations that the weights of cues leave in doubt.

Contract: features of a quotation are short strings: its form, its characters, what stands right
before and behind, its head noun and its weights.  Their weights (``config/quote_model.csv``) are
integers, hundredths of a logarithm of odds, so a verdict is the same on every machine.
``python -m bench.quotes`` trains them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.recognizers.initiatives.scene import Scene

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile("[A-Za-z\u00c0-\u02af]+")
# A Latin word takes as much room in a name as two characters; longer names are alike.
_LONGEST = 16
# Characters that speech has more than names.
_SPOKEN = frozenset("的是不我你要把让了在有就也都才会去来给到得们他她")
_MOST_SPOKEN = 3
# How many characters at an end of a quotation, and around it, are looked at together.
_ENDS, _BEGINS, _AROUND = (1, 2, 3), (1, 2), (1, 2, 3, 4)
# What is read of a line around a quotation.
_REACH = 12
_MOST = 4
# How far around a quotation its words are looked for again.
_NEAR = 3000
_MARKS = (("「", "」"), ("《", "》"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, and what its words and its place weigh.

    Attributes:
        start, end: the name, without marks and gloss.
        kind: kind of initiative its head noun tells.
        inside: weight of the quotation itself; None if it cannot be a name.
        around: weight of what stands around the series it belongs to.
        beside: the greatest weight of another quotation of the series, None without one.
        size: how many quotations the series has.
        opening, closing: where the series begins and ends, with its marks.
    """

    start: int
    end: int
    kind: str
    inside: int | None
    around: int
    beside: int | None
    size: int
    opening: int
    closing: int

    @property
    def weight(self) -> int:
        """What a quotation that can be a name weighs."""
        return (self.inside or 0) + self.around


@dataclass(frozen=True, slots=True)
class Doubts:
    """What each feature adds to the odds of a name."""

    weights: Mapping[str, int]

    def is_name(self, scene: Scene, quotation: Quotation) -> bool:
        """Whether the odds are for a name."""
        known = self.weights
        return sum(known.get(feature, 0) for feature in features(scene, quotation)) > 0


def features(scene: Scene, quotation: Quotation) -> list[str]:
    """Return what the model is trained on and judges by; each is there once."""
    view = scene.view
    name = view[quotation.start : quotation.end].strip()
    plain = "".join(name.split())
    piece = scene.piece_around(quotation.opening)
    low = max(piece.start, quotation.opening - _REACH) if piece else quotation.opening
    high = min(piece.end, quotation.closing + _REACH) if piece else quotation.closing
    before = "^" + "".join(view[low : quotation.opening].split())
    behind = "".join(view[quotation.closing : high].split()) + "$"
    signs = frozenset(plain)
    n_east, n_words = len(_HAN.findall(name)), len(_WORD.findall(name))
    near = max(0, quotation.start - _NEAR), quotation.end + _NEAR
    often = view.count(name, *near)
    marked = 1 if often < 2 else sum(view.count(f"{a}{name}{b}", *near) for a, b in _MARKS)
    headed = scene.lexicon.head_of(view, quotation.start, quotation.end)
    form = [
        "",
        f"long {min(n_east + 2 * n_words, _LONGEST)}",
        f"script {n_east > 0} {n_words > 0}",
        f"spoken {min(len(signs & _SPOKEN), _MOST_SPOKEN)}",
        f"sign {view[quotation.start - 1]}",
        f"series {min(quotation.size, _MOST)}",
        f"often {min(often, _MOST)}",
        f"bare {often > marked}",
        f"head {headed[1].kind} {headed[1].mode}" if headed else "head",
        f"whole {headed is not None and len(headed[0]) >= len(name)}",
        f"inside {quotation.inside}",
        f"around {quotation.around}",
        f"beside {quotation.beside}",
        f"weight {quotation.weight}",
    ]
    found = [f"has {sign}" for sign in signs]
    found += [f"ends {plain[-size:]}" for size in _ENDS]
    found += [f"begins {plain[:size]}" for size in _BEGINS]
    found += [f"before {before[-size:]}" for size in _AROUND]
    found += [f"behind {behind[:size]}" for size in _AROUND]
    return [*form, *dict.fromkeys(found)]


def build_doubts(rows: Iterable[Mapping[str, str]]) -> Doubts:
    """Build the model from the rows of ``quote_model.csv``.

    >>> rows = [{"weight": "120", "feature": "ends 計畫"}, {"weight": "-30", "feature": ""}]
    >>> build_doubts(rows).weights
    {'ends 計畫': 120, '': -30}
    """
    return Doubts({row["feature"]: int(row["weight"]) for row in rows})

"""Which patterns cover the agreed things of a sentence, looked for only as far as anybody asks.

Contract: the first pattern that gives parties decides an agreed thing, so most are never tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from pipeline.language import views
from pipeline.relations.agreements.patterns import AgreementPattern, AgreementPatterns
from pipeline.relations.agreements.skeleton import Skeleton
from pipeline.relations.agreements.tokens import TRIGGERS

# 甲、乙、丙 in a skeleton: a list of three is one agreement of all.
_SEVERAL = 5
# 繼甲市後，又與乙市結盟 tells of two ties: what these give is told besides.
_BESIDES = ("also", "earlier")
# 與丙市則是睦鄰協議: of another kind than what was told before.
_TELLS_ITSELF = re.compile(
    views.simplify("[是為有簽屬][^,。;]{0,12}") + f"[{''.join(TRIGGERS.values())}]"
)
_AGREED = re.compile(f"[{''.join(TRIGGERS.values())}]")

# A word for what was agreed by its position, and the ``others`` of a pattern that tells besides.
Place = tuple[int, str]
Match = tuple[AgreementPattern, re.Match[str]]


class Matches:
    """The matches of the patterns in one sentence.

    Args:
        skeleton: the sentence.
        patterns: what is looked for, in order.
    """

    def __init__(self, skeleton: Skeleton, patterns: AgreementPatterns) -> None:
        self._skeleton = skeleton
        self._patterns = patterns.of(skeleton.text)
        self._untried = iter(self._patterns)
        self._found: dict[Place, list[Match]] = {}

    def places(self) -> list[Place]:
        """Return where something agreed may be told, in order."""
        others = {pattern.others for pattern in self._patterns}
        besides = ["", *(kind for kind in _BESIDES if kind in others)]
        spots = [agreed.start() for agreed in _AGREED.finditer(self._skeleton.text)]
        return [(spot, kind) for spot in spots for kind in besides]

    def at(self, place: Place) -> Iterator[Match]:
        """Yield the matches of a place in the order of the patterns."""
        found = self._found.setdefault(place, [])
        for given in count():
            while given == len(found):
                pattern = next(self._untried, None)
                if pattern is None:
                    return
                self._try(pattern)
            yield found[given]

    def _try(self, pattern: AgreementPattern) -> None:
        others = pattern.others
        if others == "near" and self._skeleton.parties:
            return  # for sentences that name no party
        kind = others if others in _BESIDES else ""
        for match in pattern.regex.finditer(self._skeleton.text):
            if kind and _TELLS_ITSELF.match(self._skeleton.text, match.end()):
                continue
            if others != "all" or match.end("b") - match.start("b") >= _SEVERAL:
                self._found.setdefault((match.start("t"), kind), []).append((pattern, match))

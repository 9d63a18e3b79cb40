"""Which domains of Taipei's 1+7 smart-city model an initiative belongs to.

Contract: a domain is given for keywords (``config/themes.csv``) in the name, or for several in the
clauses that mention it; at most three, sorted; none if nothing tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.contract import Mention
from pipeline.recognizers.initiative_lexicon import InitiativeLexicon
from pipeline.relations.surroundings import Surroundings

_IN_NAME = 3
_ENOUGH = 4
_MOST = 3


def find_themes(
    around: Surroundings, mentions: Sequence[Mention], lexicon: InitiativeLexicon
) -> tuple[str, ...]:
    """Return the domains of the initiative these mentions name."""
    view = around.doc.view
    scores: Counter[str] = Counter()
    first = mentions[0]
    scores.update(_weighed(view[first.start : first.end], lexicon, _IN_NAME))
    for mention in mentions[:20]:
        low, high = around.clause(mention.start, mention.end)
        scores.update(_weighed(view[low : mention.start], lexicon, 1))
        scores.update(_weighed(view[mention.end : high], lexicon, 1))
    if not scores or max(scores.values()) < _ENOUGH:
        low, high = around.sentence(first.start)
        scores.update(_weighed(view[low:high], lexicon, 1))
    best = max(scores.values(), default=0)
    chosen = [t for t, score in scores.items() if score >= _ENOUGH and 2 * score >= best]
    chosen.sort(key=lambda theme: (-scores[theme], theme))
    return tuple(sorted(chosen[:_MOST]))


def _weighed(text: str, lexicon: InitiativeLexicon, factor: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for match in lexicon.theme_pattern.finditer(text.lower()):
        for theme, weight in lexicon.themes[match[0]]:
            found[theme] += weight * factor
    return found

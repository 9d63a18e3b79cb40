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

# Weights of a keyword in the name, in its clause, and elsewhere in its sentence.
_IN_NAME = 6
_IN_CLAUSE = 2
_ENOUGH = 4
_MOST = 2
_LONGEST = 160


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
        start, end = around.sentence(mention.start)
        start, end = max(start, low - _LONGEST // 2), min(max(end, high), high + _LONGEST)
        others = around.doc.kept_in(high, end, "INITIATIVE")
        end = others[0].start if others else end
        scores.update(_weighed(view[low : mention.start], lexicon, _IN_CLAUSE))
        scores.update(_weighed(view[mention.end : high], lexicon, _IN_CLAUSE))
        scores.update(_weighed(view[high:end], lexicon, 1))
    best = max(scores.values(), default=0)
    chosen = [t for t, score in scores.items() if score >= _ENOUGH and 2 * score >= best]
    chosen.sort(key=lambda theme: (-scores[theme], theme))
    return tuple(sorted(chosen[:_MOST]))


def _weighed(text: str, lexicon: InitiativeLexicon, factor: int) -> Counter[str]:
    """Return the weight of each domain's keywords, each keyword once."""
    found: Counter[str] = Counter()
    for word in sorted({match[0] for match in lexicon.theme_pattern.finditer(text.lower())}):
        for theme, weight in lexicon.themes[word]:
            found[theme] += weight * factor
    return found

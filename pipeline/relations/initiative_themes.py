"""Which domains of Taipei's 1+7 smart-city model an initiative belongs to.

Contract: keywords (``config/themes.csv``) in the name and around its mentions are weighed by where
they stand; a domain is given if its keywords weigh enough, a second if it weighs nearly as much;
at most two, sorted.  Where nothing tells, a name has the domain its document is about, if it is
about one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.keywords import Spots
from pipeline.recognizers.initiative_lexicon import InitiativeLexicon
from pipeline.relations.initiative_values import is_named
from pipeline.relations.surroundings import Surroundings

# Weight of a keyword by where it stands, in tenths.
_IN_NAME = 16
_IN_CLAUSE = 14
_BEHIND = 8
_BEFORE = 8
_BEYOND = 5
_IN_ROW = 7
_IN_OFFICE = 6
# Mentions read, and how far around each.
_MOST_MENTIONS = 8
_REACH_BEFORE = 60
_REACH_BEHIND = 130
# A domain needs this weight; another one this share of the best, in percent.
_ENOUGH = 24
_SHARE = 63
_MOST = 2
# Each further keyword of a domain counts this share of the one before, in percent.
_REPEATED = 60
# A document is about one domain if others weigh so little beside it, in percent.
_MAIN_LEAST = 20
_MAIN_SHARE = 40

# A letter of a Latin word.
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_DEALS = views.pattern("備忘錄|姊妹市|姐妹市|友好城市|協議|簽署|締結")


@dataclass(slots=True)
class Themed:
    """A document whose keywords have been found.

    Attributes:
        around: the document.
        lower: its folded text in lower case, of the same length.
        spots: where keywords stand in that.
        themes: keyword -> (theme, weight) pairs.
    """

    around: Surroundings
    lower: str
    spots: Spots
    themes: Mapping[str, tuple[tuple[str, int], ...]]
    _main: tuple[str, ...] | None = None

    @classmethod
    def of(cls, around: Surroundings, lexicon: InitiativeLexicon) -> Themed:
        """Find the keywords of a document."""
        view = around.doc.view
        lower = view.replace("\u0130", "i").lower()  # the one letter that grows
        return cls(around, lower, lexicon.keywords.spot(lower), lexicon.themes)

    def main(self) -> tuple[str, ...]:
        """Return the one domain that the whole document is about, if there is one."""
        if self._main is None:
            self._main = _main(self.lower, self.spots, self.themes)
        return self._main


def _main(
    lower: str, spots: Spots, themes: Mapping[str, tuple[tuple[str, int], ...]]
) -> tuple[str, ...]:
    """Return the domain whose keywords weigh far more than those of any other, if there is one."""
    scores = Counter[str]()
    for start, end in spots.within(0, len(lower)):
        if end - start > 1:
            for theme, weight in themes[lower[start:end]]:
                scores[theme] += weight
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < _MAIN_LEAST:
        return ()
    is_main = len(ranked) < 2 or 100 * ranked[1][1] <= _MAIN_SHARE * ranked[0][1]
    return (ranked[0][0],) if is_main else ()


def find_themes(themed: Themed, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the domains of the initiative these mentions name."""
    best: dict[tuple[str, str], int] = {}
    for mention in mentions[:_MOST_MENTIONS]:
        for start, end, factor in _zones(themed.around, mention):
            for word, weight in _words(themed, start, end, mention):
                for theme, value in themed.themes[word]:
                    key = word, theme
                    best[key] = max(best.get(key, 0), value * factor * weight)
    found: dict[str, list[int]] = {}
    for (_, theme), score in best.items():
        found.setdefault(theme, []).append(score)
    scores = {theme: _summed(values) for theme, values in found.items()}
    top = max(scores.values(), default=0)
    chosen = [t for t, s in scores.items() if s >= 10 * _ENOUGH and 100 * s >= _SHARE * top]
    chosen.sort(key=lambda theme: (-scores[theme], theme))
    if not chosen and is_named(mentions[0]):
        return themed.main()
    return tuple(sorted(chosen[:_MOST]))


def _summed(values: Sequence[int]) -> int:
    """Return the sum of keywords, each counting less than the one that weighs more.

    >>> _summed([100, 300, 200])
    456
    """
    total, share = 0, 1000
    for value in sorted(values, reverse=True):
        total += value * share // 1000
        share = share * _REPEATED // 100
    return total


def _zones(around: Surroundings, mention: Mention) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of text that tell about a mention, with their weight."""
    doc = around.doc
    start, end = mention.start, mention.end
    yield start, end, _IN_NAME
    low, high = around.clause(start, end)
    first, last = around.sentence(start)
    is_told = mention.rule.startswith("described")
    others = [
        other
        for other in doc.kept_in(first, max(last, end) + _REACH_BEHIND, "INITIATIVE")
        if is_told or not other.rule.startswith("described")
    ]
    ahead = min((m.start for m in others if m.start >= end), default=last + _REACH_BEHIND)
    behind = max((m.end for m in others if m.end <= start), default=first)
    low = max(low, behind)
    high = min(high, ahead)
    yield low, start, _IN_CLAUSE
    yield end, high, _IN_CLAUSE
    if behind == first and not is_told:
        yield max(first, start - _REACH_BEFORE), low, _BEFORE
    last = max(last, high)
    yield high, min(last, ahead, end + _REACH_BEHIND), _BEHIND
    _, line_end = around.line(start)
    if ahead > last and not is_told:
        yield last, min(line_end, ahead, end + _REACH_BEHIND), _BEYOND
    row = doc.enclosing(mention, "table_row")
    if row is not None:
        yield row.start, first, _IN_ROW


def _words(themed: Themed, start: int, end: int, mention: Mention) -> Iterator[tuple[str, int]]:
    """Yield the keywords of a stretch with ten, less where they only stand in a body's name."""
    if start >= end:
        return
    doc = themed.around.doc
    view = doc.view
    is_name = start == mention.start
    bodies = [] if is_name else doc.kept_in(start, end, "ORGANIZATION", "PERSON", "EVENT")
    deals = [] if is_name else [m.span() for m in _DEALS.finditer(view, start, end)]
    for position, stop in themed.spots.within(start, end):
        if (stop - position == 1 and not is_name) or _cuts(view, position, stop):
            continue
        factor = 10
        if any(b.start <= position < b.end for b in bodies):
            factor = _IN_OFFICE
        if any(abs(position - at) < 15 for at, _ in deals):
            factor = 0
        yield themed.lower[position:stop], factor


def _cuts(view: str, start: int, end: int) -> bool:
    """Whether a keyword in Latin letters is only part of a word (bus in business).

    >>> _cuts("GreenWave", 0, 5), _cuts("business", 0, 3)
    (False, True)
    """
    if not _LATIN.match(view, start):
        return False
    before, behind = view[max(start - 1, 0) : start], view[end : end + 1]
    begins = not before or not _LATIN.match(before) or (view[start].isupper() and before.islower())
    ends = not behind or not _LATIN.match(behind) or (behind.isupper() and view[end - 1].islower())
    return not (begins and ends)

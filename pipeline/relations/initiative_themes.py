"""Which domains of Taipei's 1+7 smart-city model an initiative belongs to.

Contract: three things are weighed: a trained model of the words in the name and around its mentions
(`language.theme_model`), the keywords of ``config/themes.csv`` there, and the keywords of the whole
document.  A domain is given if they tell of it enough, at most two, sorted.  A keyword of weight 9
in a name or its clause decides alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.keywords import Spots
from pipeline.recognizers.initiative_lexicon import InitiativeLexicon
from pipeline.relations.surroundings import Surroundings

# Weight of a word by where it stands, in tenths.
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
# Each further keyword of a domain counts this share of the one before, in percent.
_REPEATED = 60
# The best domain counts whole if its keywords weigh this much.
_WHOLE = 240
# A keyword of this weight decides.
_DECIDES = 9
# What the model, the keywords and those of the whole document count, in percent, and what is added
# for each domain (hundredths of the logarithm of the odds); ``python -m bench.themes`` fits them.
_MODEL = 80
_KEYWORDS = 280
_MAIN = 270
_ADDED = {
    "智慧政府": -380,
    "智慧安防": -250,
    "智慧環境": -200,
    "智慧交通": -330,
    "智慧教育": -340,
    "智慧健康": -360,
    "智慧建築": -400,
    "智慧經濟": -270,
}
# The first domain needs these odds, a second one those.
_ENOUGH = -100
_ALSO = -20
_MOST = 2

# A letter of a Latin word.
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_DEALS = views.pattern("備忘錄|姊妹市|姐妹市|友好城市|協議|簽署|締結")


@dataclass(frozen=True, slots=True)
class Themed:
    """A document whose keywords have been found.

    Attributes:
        around: the document.
        lower: its folded text in lower case, of the same length.
        spots: where keywords stand in that.
        lexicon: what they tell.
        main: the share of each domain in the keywords of the whole document, in percent.
    """

    around: Surroundings
    lower: str
    spots: Spots
    lexicon: InitiativeLexicon
    main: Mapping[str, int]

    @classmethod
    def of(cls, around: Surroundings, lexicon: InitiativeLexicon) -> Themed:
        """Find the keywords of a document."""
        view = around.doc.view
        lower = view.replace("\u0130", "i").lower()  # the one letter that grows
        spots = lexicon.keywords.spot(lower)
        return cls(around, lower, spots, lexicon, _main(lower, spots, lexicon))


def _main(lower: str, spots: Spots, lexicon: InitiativeLexicon) -> dict[str, int]:
    weights = Counter[str]()
    for start, end in spots.within(0, len(lower)):
        if end - start > 1:
            for theme, weight in lexicon.themes[lower[start:end]]:
                weights[theme] += weight
    return _percent(weights, max(weights.total(), 1))


def _percent(weights: Mapping[str, int], whole: int) -> dict[str, int]:
    return {theme: 100 * weight // whole for theme, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text that tells of a mention, with its weight."""

    mention: Mention
    start: int
    end: int
    factor: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells of the domains of an initiative.

    Attributes:
        model: what the trained model says of each domain (hundredths of a logarithm).
        keywords: what keywords weigh for each domain, in percent of the best one's weight.
        main: the share of each domain in the keywords of the whole document, in percent.
        deciding: domains a keyword decides alone.
    """

    model: Mapping[str, int]
    keywords: Mapping[str, int]
    main: Mapping[str, int]
    deciding: Sequence[str]

    def themes(self) -> tuple[str, ...]:
        """Return the domains that are told of enough."""
        if self.deciding:
            return tuple(sorted(self.deciding[:_MOST]))
        odds = self.odds()
        ranked = sorted(odds, key=lambda theme: (-odds[theme], theme))
        first, second = ranked[:_MOST]
        chosen = [first] if odds[first] >= _ENOUGH else []
        if chosen and odds[second] >= _ALSO:
            chosen.append(second)
        return tuple(sorted(chosen))

    def odds(self) -> dict[str, int]:
        """Return the odds of each domain (hundredths of the logarithm)."""
        weighed = ((self.model, _MODEL), (self.keywords, _KEYWORDS), (self.main, _MAIN))
        return {
            theme: added + sum(part.get(theme, 0) * weight for part, weight in weighed) // 100
            for theme, added in _ADDED.items()
        }


def find_themes(themed: Themed, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the domains of the initiative these mentions name."""
    return find_evidence(themed, mentions).themes()


def find_evidence(themed: Themed, mentions: Sequence[Mention]) -> Evidence:
    """Return what tells of the domains of the initiative these mentions name."""
    stretches = [
        _Stretch(mention, start, end, factor)
        for mention in mentions[:_MOST_MENTIONS]
        for start, end, factor in _zones(themed.around, mention)
        if start < end
    ]
    texts = ((themed.lower[s.start : s.end], s.factor) for s in stretches if s.factor != _IN_ROW)
    weights, deciding = _keywords(themed, stretches)
    shares = _percent(weights, max(_WHOLE, *weights.values(), 1))
    model = themed.lexicon.theme_model.scores(texts)
    return Evidence(model, shares, themed.main, deciding)


def _keywords(themed: Themed, stretches: Iterable[_Stretch]) -> tuple[dict[str, int], list[str]]:
    """Return what keywords tell of each domain, and the domains that one alone decides."""
    best: dict[tuple[str, str], int] = {}
    deciding: list[str] = []
    for stretch in stretches:
        for word, weight in _words(themed, stretch):
            for theme, value in themed.lexicon.themes[word]:
                key = word, theme
                best[key] = max(best.get(key, 0), value * stretch.factor * weight)
                is_near = stretch.factor >= _IN_CLAUSE
                if is_near and weight and value >= _DECIDES and theme not in deciding:
                    deciding.append(theme)
    found: dict[str, list[int]] = {}
    for (_, theme), score in best.items():
        found.setdefault(theme, []).append(score)
    return {theme: _summed(values) for theme, values in found.items()}, deciding


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


def _words(themed: Themed, stretch: _Stretch) -> Iterator[tuple[str, int]]:
    """Yield the keywords of a stretch with ten, less where they only stand in a body's name."""
    doc = themed.around.doc
    view, start, end = doc.view, stretch.start, stretch.end
    is_name = start == stretch.mention.start
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

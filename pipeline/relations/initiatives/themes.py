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
from pipeline.language.theme_model import Reading
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.recognizers.initiatives.scene import LATIN_LETTERS
from pipeline.relations.surroundings import Surroundings

# How much text tells by where it stands, in tenths: of the model's words, of keywords.
_IN_NAME = (17, 16)
_IN_MEASURE = (17, 26)
_AHEAD = (6, 14)
_BEHIND = (10, 12)
_NEXT = (7, 9)
_NEXT_PART = (2, 5)
_BEFORE = (4, 8)
_BEYOND = (2, 3)
_IN_ROW = (2, 4)
# Keywords of so small a weight in the whole document tell half of what many tell.
_FEW = 12
# A keyword in a body's name tells less, in tenths.
_IN_OFFICE = 6
# Mentions read, and how far around each.
_MOST_MENTIONS = 8
_REACH_BEFORE = 60
_REACH_BEHIND = 130
# Each further keyword of a domain counts this share of the one before, in percent.
_REPEATED = 60
# A keyword of this weight decides.
_DECIDES = 9
# What the model, the keywords and those of the whole document count, in percent, and what is added
# for each domain (hundredths of the logarithm of its odds against none); ``python -m bench.themes``
# fits them.
_MODEL = 32
_KEYWORDS = 45
_MAIN = 430
_ADDED = {
    "智慧政府": 37,
    "智慧安防": 50,
    "智慧環境": 23,
    "智慧交通": -64,
    "智慧教育": -34,
    "智慧健康": 16,
    "智慧建築": -13,
    "智慧經濟": -1,
}
# A domain needs these odds; a second one, too, and to be so close to the first.
_ENOUGH = 150
_CLOSE = 40
_MOST = 2

# A letter of a Latin word.
_LATIN = re.compile(f"[{LATIN_LETTERS}]")
# What most Latin words end with where they tell of many.
_PLURAL = re.compile(f"e?s(?![{LATIN_LETTERS}])")
# Sentences have parts that tell of different things.
_PART = ";"
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
        reading: the text as the trained model sees it.
        deals: where words for agreements stand.
    """

    around: Surroundings
    lower: str
    spots: Spots
    lexicon: InitiativeLexicon
    main: Mapping[str, int]
    reading: Reading
    deals: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, around: Surroundings, lexicon: InitiativeLexicon) -> Themed:
        """Find the keywords of a document."""
        view = around.doc.view
        lower = view.replace("\u0130", "i").lower()  # the one letter that grows
        spots = lexicon.keywords.spot(lower)
        return cls(
            around,
            lower,
            spots,
            lexicon,
            _main(lower, spots, lexicon),
            lexicon.theme_model.read(lower),
            [match.span() for match in _DEALS.finditer(view)],
        )


def _main(lower: str, spots: Spots, lexicon: InitiativeLexicon) -> dict[str, int]:
    weights = Counter[str]()
    for start, end in spots.within(0, len(lower)):
        if end - start > 1:
            for theme, weight in lexicon.themes[lower[start:end]]:
                weights[theme] += weight
    whole = weights.total() + _FEW
    return {theme: 100 * weight // whole for theme, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text that tells of a mention, with its factors for the model and for keywords."""

    mention: Mention
    start: int
    end: int
    factors: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells of the domains of an initiative.

    Attributes:
        model: what the trained model says of each domain (hundredths of a logarithm).
        keywords: what keywords weigh for each domain (hundredths).
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
        told = (theme for theme in odds if odds[theme] >= _ENOUGH)
        ranked = sorted(told, key=lambda theme: (-odds[theme], theme))
        is_close = len(ranked) > 1 and odds[ranked[0]] - odds[ranked[1]] <= _CLOSE
        return tuple(sorted(ranked[: _MOST if is_close else 1]))

    def odds(self) -> dict[str, int]:
        """Return the odds of each domain against none (hundredths of the logarithm)."""
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
        _Stretch(mention, start, end, factors)
        for mention in mentions[:_MOST_MENTIONS]
        for start, end, factors in _zones(themed.around, mention)
        if start < end
    ]
    read = ((s.start, s.end, s.factors[0]) for s in stretches if s.factors[0])
    weights, deciding = _keywords(themed, stretches)
    return Evidence(themed.reading.scores(read), weights, themed.main, deciding)


def _keywords(themed: Themed, stretches: Iterable[_Stretch]) -> tuple[dict[str, int], list[str]]:
    """Return what keywords tell of each domain, and the domains that one alone decides."""
    best: dict[tuple[str, str], int] = {}
    deciding: list[str] = []
    for stretch in stretches:
        for word, weight in _words(themed, stretch):
            for theme, value in themed.lexicon.themes[word]:
                key = word, theme
                best[key] = max(best.get(key, 0), value * stretch.factors[1] * weight)
                is_near = stretch.factors[1] >= _BEHIND[1]
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


def _zones(around: Surroundings, mention: Mention) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yield the stretches of text that tell about a mention, with their factors."""
    doc = around.doc
    start, end = mention.start, mention.end
    is_told = mention.rule.startswith("described")
    yield start, end, _IN_MEASURE if is_told else _IN_NAME
    low, high = around.clause(start, end)
    first, last = around.sentence(start)
    others = [
        other
        for other in doc.kept_in(first, max(last, end) + _REACH_BEHIND, "INITIATIVE")
        if is_told or not other.rule.startswith("described")
    ]
    ahead = min((m.start for m in others if m.start >= end), default=last + _REACH_BEHIND)
    behind = max((m.end for m in others if m.end <= start), default=first)
    low = max(low, behind)
    high = max(min(high, ahead), end)
    yield low, start, _AHEAD
    yield end, high, _BEHIND
    if behind == first and not is_told:
        reach = max(first, start - _REACH_BEFORE)
        yield max(reach, doc.view.rfind(_PART, reach, low) + 1), low, _BEFORE
    last = max(last, high)
    reach = min(last, ahead, end + _REACH_BEHIND)
    part = doc.view.find(_PART, high, reach)
    yield high, part if part >= 0 else reach, _NEXT
    if part >= 0:
        yield part, reach, _NEXT_PART
    _, line_end = around.line(start)
    if ahead > last and not is_told:
        yield last, min(line_end, ahead, end + _REACH_BEHIND), _BEYOND
    row = doc.enclosing(mention, "table_row")
    if row is not None:
        yield row.start, first, _IN_ROW
        if first <= start and doc.view[end:last].strip() in ("", "」"):
            # A name that fills its cell is told of in the cells behind it.
            yield last, min(row.end, max(ahead, last)), _NEXT


def _words(themed: Themed, stretch: _Stretch) -> Iterator[tuple[str, int]]:
    """Yield the keywords of a stretch with ten, less where they only stand in a body's name."""
    doc = themed.around.doc
    view, start, end = doc.view, stretch.start, stretch.end
    is_name = start == stretch.mention.start
    bodies = [] if is_name else doc.kept_in(start, end, "ORGANIZATION", "PERSON", "EVENT")
    deals = [] if is_name else [at for at, last in themed.deals if start <= at and last <= end]
    for position, stop in themed.spots.within(start, end):
        if (stop - position == 1 and not is_name) or _cuts(view, position, stop):
            continue
        factor = 10
        if any(b.start <= position < b.end for b in bodies):
            factor = _IN_OFFICE
        if any(abs(position - at) < 15 for at in deals):
            factor = 0
        yield themed.lower[position:stop], factor


def _cuts(view: str, start: int, end: int) -> bool:
    """Whether a keyword in Latin letters is only part of a word (bus in business, not in buses).

    >>> _cuts("GreenWave", 0, 5), _cuts("business", 0, 3), _cuts("buses", 0, 3)
    (False, True, False)
    """
    if not _LATIN.match(view, start):
        return False
    if end - start > 2 and (plural := _PLURAL.match(view, end)):
        end = plural.end()
    before, behind = view[max(start - 1, 0) : start], view[end : end + 1]
    begins = not before or not _LATIN.match(before) or (view[start].isupper() and before.islower())
    ends = not behind or not _LATIN.match(behind) or (behind.isupper() and view[end - 1].islower())
    return not (begins and ends)

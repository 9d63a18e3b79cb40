"""The recognizers in order, and what they find in a page together.

Contract: pure; `pipeline.components` wraps the same functions as spaCy components, so both ways of
tagging give the same mentions.  Words are cut anew where a kept mention begins or ends inside one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pipeline.ids import id_maker
from pipeline.language.words import Word, Words, split_at
from pipeline.recognizers import events, urls
from pipeline.recognizers.dates import finder as dates
from pipeline.recognizers.english import finder as english
from pipeline.recognizers.initiatives import finder as initiatives
from pipeline.recognizers.organizations import finder as organizations
from pipeline.recognizers.overlaps import Judged, judge
from pipeline.recognizers.page import Claim, Page
from pipeline.recognizers.people import finder as people
from pipeline.recognizers.places import finder as places
from pipeline.recognizers.quantities import finder as quantities
from pipeline.recognizers.titles import finder as titles
from pipeline.recognizers.titles.aligned import align_titles

Find = Callable[[Page, Any], list[Claim]]

# Our components of a Language are told apart from the user's by their names.
PREFIX = "summit_"

# In this order: later recognizers read what earlier ones claimed.
RECOGNIZERS: tuple[tuple[str, Find], ...] = (
    ("urls", urls.find_urls),
    ("dates", dates.find_dates),
    ("quantities", quantities.find_quantities),
    ("places", places.find_places),
    ("english", english.find_english),
    ("titles", titles.find_titles),
    ("organizations", organizations.find_organizations),
    ("people", people.find_people),
    ("events", events.find_events),
    ("initiatives", initiatives.find_initiatives),
)


class Knowledge(Protocol):
    """What tagging needs: lexicons, and names to keep whole when words are cut."""

    def lexicon(self, name: str) -> Any:
        """Return the built lexicon of a recognizer."""

    def words(self) -> Words:
        """Return the word cutter."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A page with its mentions.

    Attributes:
        words: (start, end, dictionary tag) of every word; no kept mention cuts one.
        judged: mention_id and verdict of every claim, by position.
    """

    words: Sequence[Word]
    judged: Sequence[tuple[str, Judged]]

    def kept(self) -> list[tuple[str, Claim]]:
        """Return mention_id and claim of the kept mentions."""
        return [(name, verdict.claim) for name, verdict in self.judged if verdict.status == "kept"]


class Tagger:
    """Runs the recognizers over pages.

    Args:
        knowledge: the lexicons and the word cutter.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.words = knowledge.words()
        self.recognizers = [(name, find, knowledge.lexicon(name)) for name, find in RECOGNIZERS]

    def __call__(self, page: Page, document_id: str) -> Tagged:
        """Return the words and mentions of a page; its claims are recorded there."""
        claims: list[tuple[str, Claim]] = []
        page.words = self.words.cut(page.text)
        for name, find, lexicon in self.recognizers:
            found = find(page, lexicon)
            page.add(found)
            claims += [(name, claim) for claim in found]
        return settle(page, document_id, claims, page.words)


def settle(
    page: Page, document_id: str, claims: Iterable[tuple[str, Claim]], words: Sequence[Word]
) -> Tagged:
    """Decide which claims are kept and cut the words where they begin and end."""
    make = id_maker(document_id)
    judged = [(_mention_id(make, verdict), verdict) for verdict in judge(align_titles(claims))]
    boundaries = {piece.start for piece in page.pieces}
    for _, verdict in judged:
        if verdict.status == "kept":
            boundaries.update((verdict.claim.start, verdict.claim.end))
    return Tagged(split_at(words, boundaries), judged)


def _mention_id(make: Callable[..., str], verdict: Judged) -> str:
    claim = verdict.claim
    return make("mention", claim.start, claim.end, claim.label, verdict.recognizer)

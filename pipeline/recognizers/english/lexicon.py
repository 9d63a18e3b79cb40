"""What English lines of a programme are read with: words of titles, of bodies, and names.

Contract: built once from the rows of the lexicon files; immutable.  Words are matched as written,
since capitals tell titles and bodies from other words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.language import views
from pipeline.language.latin_names import LatinNames, build_latin_names
from pipeline.language.name_tables import build_han_names
from pipeline.language.names import HanNames
from pipeline.language.patterns import one_of_exactly
from pipeline.places.latin import LatinPlaces
from pipeline.places.lexicon import Source
from pipeline.recognizers.english.bodies import EnglishBodies, build_bodies_of
from pipeline.records import record

Rows = Sequence[Mapping[str, str]]

LETTER = "A-Za-zÀ-ʯḀ-ỿ"
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ"
# What may stand behind the noun: Mayor-elect, Professor Emeritus, Secretária Municipal.
_BEHIND = (
    r"(?:[- ](?:[Ee]lect|[Dd]esignate|[Ee]meritus|[Ee]merita|Municipal|Adjunto|Adjunta|Ejecutiv[oa]"
    r"|Executiv[oa]|Estadual|Nacional|Regional|Técnic[oa]))?"
)


@record
class Head:
    """What is known of the noun of an English title.

    Attributes:
        title_zh: Chinese equivalent.
        rank: as in `titles.Title`.
        scope: ``city``, ``council``, ``body`` or ``country``.
        of: what follows "of": a ``place``, a ``body``, or the ``field`` of the office.
    """

    title_zh: str
    rank: int
    scope: str
    of: str


@dataclass(frozen=True, slots=True)
class EnglishLexicon:
    """Words of English titles and bodies, and readers of names.

    Attributes:
        heads: finds the noun of a title.
        begins: finds, in folded text, the first sign of such a noun or of an honorific.
        facts: what is known of it.
        modifiers: status by word before it: Deputy, Acting, former.
        fields: words of the field of an office: Digital, Housing.
        labels: what programmes call those who take part: Moderator.
        regions: parts of the world a post may be for: Asia Pacific.
        bodies: words of bodies.
    """

    heads: re.Pattern[str]
    begins: re.Pattern[str]
    facts: Mapping[str, Head]
    modifiers: Mapping[str, str]
    fields: frozenset[str]
    labels: frozenset[str]
    regions: frozenset[str]
    bodies: EnglishBodies
    latin: LatinNames
    han: HanNames
    places: LatinPlaces

    def body_kind(self, phrase: str) -> str | None:
        """Return the kind of body a phrase names, None if no word says that it is one."""
        return self.bodies.kind_of(phrase)

    def is_title(self, phrase: str) -> bool:
        """Whether a phrase is nothing but a title or what a programme calls somebody."""
        found = self.heads.match(phrase)
        return phrase in self.labels or (found is not None and found.end() == len(phrase))


def build_english(tables: Mapping[str, Rows]) -> EnglishLexicon:
    """Build from titles_english.csv, organizations_english.csv and the name tables."""
    words: dict[str, list[Mapping[str, str]]] = {}
    for row in tables["titles_english"]:
        words.setdefault(row["role"], []).append(row)
    facts = {
        row["word"]: Head(row["title_zh"], int(row["rank"]), row["scope"], row["of"])
        for row in words["head"]
    }
    latin = build_latin_names(tables)
    heads = {views.fold(head) for head in {word[:2] for word in facts} | latin.heads}
    return EnglishLexicon(
        re.compile(
            rf"(?<![{LETTER}0-9'’.&-])({one_of_exactly(facts)}){_BEHIND}"
            rf"(?![{LETTER}0-9]|[-'’][{LETTER}])"
        ),
        views.scanner(one_of_exactly(heads)),
        facts,
        {row["word"]: row["scope"] for row in words["modifier"]},
        frozenset(row["word"] for row in words["field"]),
        frozenset(row["word"] for row in words["label"]),
        frozenset(row["word"] for row in words["region"]),
        build_bodies_of(tables["organizations_english"]),
        latin,
        build_han_names(tables),
        LatinPlaces.build(cast(Source, tables)),
    )

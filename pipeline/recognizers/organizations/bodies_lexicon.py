"""Words that tell where the names of offices, companies and other bodies begin and end.

Contract: built once from rows of lexicon files; immutable; everything is folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.language.lexemes import Lexemes, is_han
from pipeline.language.shared import shared

Rows = Sequence[Mapping[str, str]]


_SHORT = 2
_RANKS = frozenset(views.fold("州省邦"))
_LEAST_RANKED = 3
_STATE_ENDS = frozenset(views.fold("州省邦縣府道"))


@dataclass(frozen=True, slots=True)
class Bodies:
    """Words that tell where the name of a body begins.

    Attributes:
        heads: last words of such names (局, 基金會), with what each needs before it.
        stems: words offices are named after (資訊, 衛生).
        strong: characters and words no name holds (與, 委託).
        soft: characters that end a name of two or more characters.
        wholes: words of names that such characters are no boundary in (外籍, 平等).
        places: regions and townships bodies are named after, claimed as places or not.
        regions: country codes of the states and provinces, with and without their rank.
    """

    heads: Mapping[str, str]
    head_words: Lexemes
    stems: Lexemes
    strong: Lexemes
    soft: frozenset[str]
    wholes: Lexemes
    places: Lexemes
    regions: Mapping[str, str]

    def state_of(self, name: str) -> str | None:
        """Return the country of the state a folded name begins with: 富山縣政府, 密歇根交通部.

        Without its rank a state may be a city, but no city has a ministry.
        """
        region = name[: self.places.starting(name, 0)]
        is_told = region[-1:] in _STATE_ENDS or name.endswith("部")
        return self.regions.get(region) if region and is_told else None

    def ends_with_head(self, view: str, end: int, start: int) -> bool:
        """Whether the head of a body with something before it ends at ``end``."""
        length = self.head_words.ending(view, end, start)
        if not length or end - length <= start or not is_han(view[end - length - 1]):
            return False
        return length > 1 or self.stems.ending(view, end - 1, start) > 0


def _strong(boundaries: Rows) -> Iterator[str]:
    return (row["word"] for row in boundaries if row["kind"] in ("strong", "word", "body"))


def _verbs(rows: Rows) -> Iterator[str]:
    """Yield the verbs of saying that end a name before a body: 強調|公司."""
    return (row["verb"] for row in rows if len(row["verb"]) > 1)


def _spelled(stem: str) -> tuple[str, ...]:
    """Return a stem as it may be written: 企劃 is 企畫, 計畫 is 計劃."""
    return stem, stem.replace("劃", "畫"), stem.replace("畫", "劃")


def _ranked(name: str) -> Iterator[str]:
    """Yield the name of a region and, where enough is left, that without its rank: 密歇根|州."""
    if len(name) > 1:
        yield name
    if len(name) > _LEAST_RANKED and name[-1] in _RANKS:
        yield name[:-1]


def _cities(tables: Mapping[str, Rows]) -> Iterator[str]:
    """Yield the longer names of cities, signs of which end other names: 維|也|納."""
    for row in tables["cities"]:
        yield from (n for n in (row["name_zh"], *row["aliases"].split("|")) if len(n) > _SHORT)


@shared
def build_bodies(tables: Mapping[str, Rows]) -> Bodies:
    """Build from organization_heads, organization_stems and name_boundaries."""
    boundaries = tables["name_boundaries"]
    heads = {views.fold(row["head"]): row["needs"] for row in tables["organization_heads"]}
    regions = {
        name: row["country_code"]
        for row in tables["regions"]
        for named in (row["name"], *row["aliases"].split("|"))
        for name in _ranked(views.fold(named))
    }
    return Bodies(
        heads=heads,
        head_words=Lexemes(heads),
        stems=Lexemes(one for row in tables["organization_stems"] for one in _spelled(row["stem"])),
        strong=Lexemes([*_strong(boundaries), *_verbs(tables["speech_verbs"])]),
        soft=frozenset(views.fold(row["word"]) for row in boundaries if row["kind"] == "soft"),
        wholes=Lexemes(
            [*(row["word"] for row in boundaries if row["kind"] == "whole"), *_cities(tables)]
        ),
        places=Lexemes([*(row["word"] for row in boundaries if row["kind"] == "place"), *regions]),
        regions=regions,
    )

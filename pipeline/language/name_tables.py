"""Build the reader of names in Chinese characters from the lexicon tables.

Contract: pure; rows are those of surnames, name_model, name_boundaries, speech_verbs, titles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.language import views
from pipeline.language.foreign_names import ForeignNames
from pipeline.language.lexemes import Lexemes
from pipeline.language.name_edges import build_name_edges
from pipeline.language.name_model import build_name_model, words_of
from pipeline.language.name_scores import NameScores
from pipeline.language.names import HanNames
from pipeline.language.shared import shared
from pipeline.language.surname_readings import SurnameReadings

Rows = Sequence[Mapping[str, str]]


@shared
def build_han_names(tables: Mapping[str, Rows]) -> HanNames:
    """Build the reader from surnames, surname_readings, name_model, name_boundaries and so on."""
    surnames = tables["surnames"]
    edges = build_name_edges(tables)
    model_rows = tables["name_model"]
    singles = {
        views.fold(row["surname"]): row["is_word"] == "1"
        for row in surnames
        if row["kind"] == "single"
    }
    families = [views.fold(row["surname"]) for row in surnames]
    return HanNames(
        singles=singles,
        written=frozenset(
            form
            for row in surnames
            if row["kind"] == "single"
            for form in (row["surname"], views.simplify(row["surname"]))
        ),
        doubles=Lexemes(row["surname"] for row in surnames if row["kind"] == "double"),
        japanese=Lexemes(row["surname"] for row in surnames if row["kind"] == "japanese"),
        characters=frozenset(
            character
            for row in surnames
            if row["kind"] == "japanese"
            for character in views.fold(row["surname"])
        ),
        ends=frozenset(words_of(model_rows, "ends")),
        common=frozenset(words_of(model_rows, "common")),
        edges=edges,
        foreign=ForeignNames(
            edges,
            Lexemes(words_of(model_rows, "sounds")),
            Lexemes(row["word"] for row in tables["name_boundaries"] if row["kind"] == "place"),
        ),
        scores=NameScores(singles, build_name_model(model_rows, tables["given_characters"]), edges),
        firsts=frozenset(family[0] for family in families),
        readings=SurnameReadings(tables["surname_readings"]),
    )

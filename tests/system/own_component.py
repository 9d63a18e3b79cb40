"""A spaCy component as a user would write one."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span


@Language.component("tests_own_ner")
def own_ner(doc: Doc) -> Doc:
    doc.ents = [
        Span(doc, token.i, token.i + 1, label="ORGANIZATION")
        for token in doc
        if token.text == "蘋果"
    ]
    return doc

"""The tag stage as a spaCy `Language`: our recognizers as factories, then one settles overlaps.

Contract: each component reads and extends ``doc._.page``; the last one decides and sets

- ``doc.spans["mentions"]``: every kept mention, ``span.id_`` is its mention_id,
- ``doc.ents``: the outermost of them (spaCy allows no overlap there),
- ``doc._.mentions``: normalized value by mention_id (two spans of equal offsets would share an
  extension value, so it is not on the span),
- ``doc._.judged``: every claim's mention_id and verdict.

Words are cut anew where a kept mention begins or ends inside one, so mentions and tokens agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol
from weakref import WeakKeyDictionary

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.contract.mentions import LABELS
from pipeline.language.words import Word, Words
from pipeline.recognizers.page import Claim, Page
from pipeline.tagging import PREFIX, RECOGNIZERS, Find, Tagged, settle
from pipeline.tagging import Knowledge as TaggerKnowledge


class Knowledge(TaggerKnowledge, Protocol):
    """What the components need: that of a `Tagger`, and the names of the user's components."""

    def tag_components(self) -> Sequence[str]:
        """Return the names of the user's own components, in order."""


_KNOWLEDGE: WeakKeyDictionary[Language, Knowledge] = WeakKeyDictionary()


def build_nlp(knowledge: Knowledge) -> Language:
    """Return the Language of the tag stage; a text may have any length.

    The user's own components run after our recognizers and before overlaps are settled.  What they
    leave in ``doc.ents`` under one of our labels becomes a claim of recognizer ``user``.
    """
    nlp = spacy.blank("xx")
    nlp.max_length = 2**31
    _KNOWLEDGE[nlp] = knowledge
    nlp.tokenizer = WordTokenizer(nlp.vocab, knowledge.words())
    for name, _ in RECOGNIZERS:
        nlp.add_pipe(f"{PREFIX}{name}")
    for name in knowledge.tag_components():
        nlp.add_pipe(name)
    nlp.add_pipe("summit_mentions")
    return nlp


class WordTokenizer:
    """Makes a Doc whose tokens are our words; white space is a token of its own."""

    def __init__(self, vocab: Vocab, words: Words) -> None:
        self.vocab = vocab
        self.words = words

    def __call__(self, text: str) -> Doc:
        """Cut plain text, without structure."""
        return self.cut(Page.of(text))

    def cut(self, page: Page) -> Doc:
        """Cut the text of a page, which the recognizers will read."""
        words = page.words = self.words.cut(page.text)
        doc = _make_doc(self.vocab, page.text, words)
        doc._.words = words
        doc._.page = page
        return doc


def tag_page(nlp: Language, page: Page, document_id: str) -> Tagged:
    """Tag a page with the user's own components, as a `Tagger` does without them."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, WordTokenizer)
    doc = tokenizer.cut(page)
    doc._.document_id = document_id
    (settled,) = nlp.pipe([doc])
    return Tagged(settled._.words, settled._.judged)


def _make_doc(vocab: Vocab, text: str, words: Sequence[Word]) -> Doc:
    return Doc(
        vocab,
        words=[text[start:end] for start, end, _ in words],
        spaces=[False] * len(words),
        tags=[tag or "" for _, _, tag in words],
    )


class Recognizer:
    """A recognizer as a spaCy component."""

    def __init__(self, name: str, find: Find, lexicon: object) -> None:
        self.label = name  # spaCy writes the name of the component into `name`
        self.find = find
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Add the recognizer's claims to the page."""
        page: Page = doc._.page
        found = self.find(page, self.lexicon)
        page.add(found)
        doc._.claims.extend((self.label, claim) for claim in found)
        return doc


def _register(name: str, find: Find) -> None:
    @Language.factory(f"{PREFIX}{name}")
    def create(nlp: Language, name: str) -> Recognizer:
        plain = name.removeprefix(PREFIX)
        return Recognizer(plain, find, _KNOWLEDGE[nlp].lexicon(plain))


for _name, _find in RECOGNIZERS:
    _register(_name, _find)


@Language.component("summit_mentions")
def settle_mentions(doc: Doc) -> Doc:
    """Settle overlaps, cut words at mention boundaries, and set spans, entities and values."""
    tagged = settle(
        doc._.page, doc._.document_id, [*doc._.claims, *_claims_of_users(doc)], doc._.words
    )
    kept = tagged.kept()
    words = tagged.words
    settled = doc if len(words) == len(doc) else _make_doc(doc.vocab, doc._.page.text, words)
    settled._.words, settled._.page, settled._.judged = words, doc._.page, tagged.judged
    settled._.document_id = doc._.document_id
    settled._.mentions = {mention_id: claim.value for mention_id, claim in kept}
    spans = list(_spans(settled, words, kept))
    settled.spans["mentions"] = spans
    settled.ents = filter_spans(spans)
    return settled


def _claims_of_users(doc: Doc) -> Iterator[tuple[str, Claim]]:
    for span in doc.ents:
        if span.label_ in LABELS:
            yield "user", Claim(span.start_char, span.end_char, span.label_, "component", 0.9)


def _spans(doc: Doc, words: Sequence[Word], kept: Iterable[tuple[str, Claim]]) -> Iterator[Span]:
    first = {start: index for index, (start, _, _) in enumerate(words)}
    last = {end: index + 1 for index, (_, end, _) in enumerate(words)}
    for mention_id, claim in kept:
        yield Span(doc, first[claim.start], last[claim.end], label=claim.label, span_id=mention_id)


Doc.set_extension("page", default=None, force=True)
Doc.set_extension("words", default=None, force=True)
Doc.set_extension("claims", default=[], force=True)
Doc.set_extension("judged", default=[], force=True)
Doc.set_extension("mentions", default={}, force=True)
Doc.set_extension("document_id", default="", force=True)

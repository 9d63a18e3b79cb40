"""Tell quoted names of initiatives from quoted words, slogans and speech.

Contract: what stands around and inside the marks is weighed (`quote_weights`); what the weights
leave in doubt a trained model judges (`doubts`).  Quotations joined by marks or 與 share what is
around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.recognizers.initiatives.doubts import Quotation
from pipeline.recognizers.initiatives.quotations import without_gloss
from pipeline.recognizers.initiatives.quote_weights import weigh_around, weigh_inside
from pipeline.recognizers.initiatives.scene import Found, Scene

# Straight marks that pair have their sides in the view (`views.fold_page`); others are inches.
_QUOTED = re.compile(r"「([^「」《》\n]{1,60})」|《([^「」《》\n]{1,60})》")
_JOINED = re.compile(r"[\s、,]*(?:以及|及|与|和|或|、|,)?[\s、,]*")
# A quotation of this weight is a name by itself, and its neighbours in a series are likely names.
_FIRM = 3
# From such weights on a quotation is surely a name, or surely none; between them it is in doubt.
_SURE = 4
_NEVER = -2
# The spans of shorter quotations that name nothing are told.
_SHORT = 20


def find_quoted(scene: Scene) -> tuple[list[Found], list[tuple[int, int]]]:
    """Return the quoted names, and the spans of short quotations that name nothing."""
    named: list[Found] = []
    ordinary: list[tuple[int, int]] = []
    for quotation in read_quotations(scene):
        start, end = quotation.start, quotation.end
        if is_name(scene, quotation):
            score = 0.95 if quotation.weight >= _SURE else 0.85
            named.append(Found(start, end, quotation.kind, "quoted", score))
        elif end - start <= _SHORT:
            ordinary.append((start, end))
    return named, ordinary


def read_quotations(scene: Scene) -> Iterator[Quotation]:
    """Yield every quotation of a page with its weights."""
    for chain in _chains(scene.view):
        yield from _read_series(scene, chain)


def _read_series(scene: Scene, chain: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """Yield the quotations of a series with their weights."""
    weighed = [(*span, *weigh_inside(scene, *span)) for span in chain]
    alone = sorted((inside for _, _, inside, _ in weighed if inside is not None), reverse=True)
    around = weigh_around(scene, chain, alone[0] >= _FIRM) if alone else 0
    series = len(chain), chain[0][0] - 1, chain[-1][1] + 1
    for start, closing, inside, kind in weighed:
        end = without_gloss(scene.view, start, closing)
        others = alone[1:] if [inside] == alone[:1] else alone[:1]
        beside = others[0] if others else None
        yield Quotation(start, end, kind, inside, around, beside, *series)


def is_name(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation names an initiative."""
    if quotation.inside is None:
        return False
    sure = decide(quotation.weight)
    if sure is not None:
        return sure
    name = scene.view[quotation.start : quotation.end]
    return not scene.lexicon.cues.is_general(name) and scene.lexicon.doubts.is_name(
        scene, quotation
    )


def decide(weight: int) -> bool | None:
    """Return whether a quotation of this weight is a name, None for one in doubt.

    >>> decide(5), decide(-3), decide(1)
    (True, False, None)
    """
    if weight >= _SURE:
        return True
    return False if weight <= _NEVER else None


def _chains(view: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the spans inside quotation marks, those of a series together."""
    chain: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(view):
        group = match.lastindex or 1
        span = match.span(group)
        if chain and not _JOINED.fullmatch(view, chain[-1][1] + 1, span[0] - 1):
            yield chain
            chain = []
        chain.append(span)
    if chain:
        yield chain

"""Find what cities and governments do: initiatives with a name, and measures told without one.

Contract: `find_initiatives(page, lexicon)` returns INITIATIVE claims with an `InitiativeValue`, by
position; claims of one page do not overlap.  Spans leave quotation marks out.  The rules of claims
without a name begin with ``described``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.language.lexemes import occurrences
from pipeline.recognizers.initiatives.aliases import find_aliases, without_city
from pipeline.recognizers.initiatives.bare import find_bare
from pipeline.recognizers.initiatives.described import find_described
from pipeline.recognizers.initiatives.entries import find_entries
from pipeline.recognizers.initiatives.labels import find_labels
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon, build_lexicon
from pipeline.recognizers.initiatives.quoted import find_quoted
from pipeline.recognizers.initiatives.scene import (
    Found,
    InitiativeValue,
    Scene,
    by_place,
    spaceless,
)
from pipeline.recognizers.initiatives.unmarked import with_unmarked
from pipeline.recognizers.page import Claim, Page

__all__ = ["InitiativeValue", "build_lexicon", "find_initiatives"]


def find_initiatives(page: Page, lexicon: InitiativeLexicon) -> list[Claim]:
    """Return claims of named and described initiatives.

    Quoted names are decided by the words around and in the quotation marks, names without marks by
    the noun they end in and the word they begin after, or by a trained model; then every repetition
    of a name is claimed, and of what is left the verbs and objects that tell a measure.
    """
    scene = Scene.of(page, lexicon)
    quoted, ordinary = find_quoted(scene)
    bare = find_bare(scene, quoted, ordinary)
    named = _apart([*quoted, *bare])
    named.extend(find_labels(scene, named))
    named = _apart([*named, *find_entries(scene, named)])
    named = _apart(with_unmarked(scene, named, ordinary, bare))
    named = _apart([*named, *find_aliases(scene, named)])
    named = _apart(sorted([*named, *_repeated(scene, named)], key=_firmest), is_sorted=True)
    described = find_described(scene, named)
    return [_claim(page, found) for found in sorted([*named, *described], key=by_place)]


def _firmest(found: Found) -> tuple[bool, int, int]:
    return (found.rule == "repeated", found.start, -found.end)


def _apart(founds: Sequence[Found], is_sorted: bool = False) -> list[Found]:
    """Return ``founds`` without those that overlap an earlier one."""
    ordered = founds if is_sorted else sorted(founds, key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    starts: list[int] = []
    for found in ordered:
        index = bisect_right(starts, found.start)
        before = kept[index - 1] if index else None
        behind = kept[index] if index < len(kept) else None
        if (before and before.end > found.start) or (behind and behind.start < found.end):
            continue
        kept.insert(index, found)
        starts.insert(index, found.start)
    return kept


_GLOSS = re.compile(r"\([^()]*\)$")
_LATIN_TAIL = re.compile(r"(?<=[\u4e00-\u9fff])\s*(?:App|APP|app)$")


def _repeated(scene: Scene, named: Sequence[Found]) -> list[Found]:
    """Return further occurrences of the names found, in full or without gloss and App."""
    kinds: dict[str, tuple[str, str]] = {}
    for found in named:
        name = scene.view[found.start : found.end]
        bare = _GLOSS.sub("", name)
        short = _LATIN_TAIL.sub("", bare)
        forms = {short: "short", bare: "name", name: "name"}
        if (own := without_city(scene, found)) is not None:
            forms.setdefault(own, "short")
        for text, form in forms.items():
            if text in kinds or scene.view.find(text) == scene.view.rfind(text):
                continue
            is_long = len(spaceless(text)) >= (2 if bare != name else 3)
            if is_long and not scene.lexicon.general.fullmatch(text):
                kinds[text] = found.kind, form
    if not kinds:
        return []
    result = []
    for start, end in occurrences(scene.view, kinds):
        kind, form = kinds[scene.view[start:end]]
        if scene.cuts_latin(start, end) or scene.is_taken(start, end):
            continue
        if scene.piece_around(start) is not None:
            result.append(Found(start, end, kind, "repeated", 0.8, form=form))
    return result


def _claim(page: Page, found: Found) -> Claim:
    is_named = not found.rule.startswith("described")
    name = " ".join(page.text[found.start : found.end].split())
    value = InitiativeValue(found.kind, is_named, name)
    return Claim(
        found.start, found.end, "INITIATIVE", found.rule, found.score, form=found.form, value=value
    )

"""Find further names told right behind a name: 農業雲平台（以下簡稱農業雲）, 夜貓公車（Night Owl）.

Contract: pure look-ups behind each name; what every plan is called (本計畫) is no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.recognizers.initiatives.latin import OTHER
from pipeline.recognizers.initiatives.scene import Found, Scene

# What is short for a name that begins with its city.
_LEAST = 5
_SHORT = views.pattern(
    r"[」》\"]?(?:計畫|計劃|專案|方案|平台|系統|App)?\s?[(,]\s?(?:(?:以?下文?|後文|本文)(?:簡稱|稱)|簡稱|又稱|亦稱|俗稱|暱稱|又名)"
    r"[為作叫]?\s?[「《\"]?(?P<name>(?![本該此前])[^,。;:!?、「」《》()\"\n]{2,16})[」》\"]?(?=[),。;])"
)

_LATIN = views.pattern(
    r"[」》\"](?:計畫|計劃|專案|方案|平台|系統|服務|App)?\s?\((?:英文[名稱為]*:?\s?)?"
    r"(?P<name>[A-Z][A-Za-z0-9 '&.+-]{3,40})\)"
)


def find_aliases(scene: Scene, named: Sequence[Found]) -> Iterator[Found]:
    """Yield the short names and the names in Latin letters told behind ``named``."""
    view, lexicon = scene.view, scene.lexicon
    for found in named:
        told = _SHORT.match(view, found.end) or _LATIN.match(view, found.end)
        if told is None or scene.is_taken(*told.span("name")):
            continue
        start, end = told.span("name")
        headed = lexicon.head_of(view, start, end)
        is_sort = headed is not None and len(headed[0]) == end - start
        is_other = view[start].isascii() and OTHER.search(view[start:end]) is not None
        if not is_sort and not is_other:
            yield Found(start, end, found.kind, "alias", 0.85, form="short")


def without_city(scene: Scene, found: Found) -> str | None:
    """Return a name without the city it begins with, if that is still one: 嘉義|老屋欣力補助."""
    claim = scene.starts.get(found.start)
    if claim is None or claim.label != "CITY" or claim.end + _LEAST > found.end:
        return None
    view, lexicon = scene.view, scene.lexicon
    headed = lexicon.head_of(view, claim.end, found.end)
    low = found.end - len(headed[0]) if headed else found.end
    is_general = lexicon.municipal.fullmatch(view, claim.end, low) is not None
    return None if is_general or view[claim.end].isspace() else view[claim.end : found.end]

"""Where somebody comes from, as told right before the name: 科索沃來的|Arbër 副市長.

Contract: pure look-ups on resolved mentions.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

_FROM = views.pattern("(?:遠道)?(?:而?來)?的[ ]?$")
_NEAR = 10


def of_land(near: Neighbours, start: int) -> Callable[[str | None], bool] | None:
    """Return whether a city is in the country told before ``start``, None if none is told."""
    of = _FROM.search(near.doc.view, max(0, start - _NEAR), start)
    land = near.ending(of.start(), "COUNTRY") if of else None
    if land is None:
        return None
    return lambda city: near.countries.get(city or "") == land.entity_id

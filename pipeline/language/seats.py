"""Labels of seats at a table: the name of a place makes whoever sits for it.

Contract: pure strings in and out.
"""

from __future__ import annotations

import re

from pipeline.language import views

_SEAT = views.pattern(r"(?<=[^ ]{2})(?:方面?|代表)?(?:(?<![主出列首])席位?|方|代表)\Z")
_BRACKET = re.compile(r"[（(][^（()）]*[)）]")


def seat(label: str) -> str:
    """Return the place of a label that tells a seat; empty if it tells none.

    >>> seat("台南席"), seat("米蘭方"), seat("新北市代表"), seat("主席"), seat("張代表")
    ('台南', '米蘭', '新北市', '', '')
    """
    plain = _BRACKET.sub("", label).strip()
    found = _SEAT.search(views.fold(plain))
    return plain[: found.start()] if found else ""

"""What makes two names one event: the core of the name and its year.

Contract: pure strings; editions, glosses, forms of meeting and the theme that all these summits
share count for nothing, so that ``2021 首長高峰會`` and ``2021智慧城市首長高峰會議`` are one.
"""

from __future__ import annotations

import re

from pipeline.language import calendar, views

_EDITION = views.pattern(
    r"(?:(?:19|20)\d\d|(?:中華)?民國\d{2,3}|1[01]\d(?=年))年?度?|第[一二三四五六七八九十百\d]{1,4}[屆次回]"
)
_GLOSS = re.compile(r"\([^()]*\)$")
_FORM = views.pattern(r"(?<=[會壇展])(?:線上論壇|線上會議|視訊會議)$")
_THEME = views.pattern("智慧城市(?=.{4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MINGUO = re.compile(r"(?<!\d)1[01]\d(?!\d)|(?<!\d)[89]\d(?!\d)")


def core_of(name: str) -> str:
    """Return a name without edition, gloss and form of the meeting, folded for comparison.

    >>> core_of("2021首長高峰會議") == core_of("2022 首長高峰會線上論壇")
    True
    """
    plain = _GLOSS.sub("", _EDITION.sub("", views.key(name)))
    return _FORM.sub("", plain).replace("会议", "会")


def edition_of(name: str) -> str | None:
    """Return the year or number of an event as its name tells it, folded, or None."""
    found = _EDITION.search(views.key(name))
    return found[0] if found else None


def is_form(name: str) -> bool:
    """Whether a name ends with the form of the meeting (線上論壇)."""
    return _FORM.search(views.fold(name)) is not None


def without_gloss(name: str) -> str:
    """Return a name without its gloss in brackets at the end."""
    gloss = _GLOSS.search(views.fold(name))
    return name[: gloss.start()] if gloss else name


def corpus_key(name: str, edition: str | None, year: int | None) -> tuple[str, str]:
    """Return core and year (else edition) under which events of several documents are one.

    Args:
        name: as written.
        edition: year or number told by the name, or None.
        year: that of its first day, or None.

    >>> corpus_key("2021 首長高峰會", "2021", None)
    ('首长高峰会', '2021')
    >>> corpus_key("智慧城市首長高峰會議", None, 2021)
    ('首长高峰会', '2021')
    """
    told = _YEAR.search(edition or "")
    minguo = None if told else _MINGUO.search(edition or "")
    if told:
        when = told[0]
    elif minguo:
        when = str(calendar.from_minguo(int(minguo[0])))
    else:
        when = str(year) if year else edition or ""
    return _THEME.sub("", core_of(name)), when

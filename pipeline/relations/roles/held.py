"""A title found at a person, before it is known what it is held for.

Contract: plain values.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.records import record


@record
class Held:
    """A title at a person.

    Attributes:
        title: as written.
        start, end: evidence so far: title and person.
        office: the mention it is held for, if one stands beside.
        rule: how it was found.
        places: cities and countries told with it, for an office that does not tell where it is.
        status: ``former`` where a word before it tells, else empty.
    """

    title: str
    start: int
    end: int
    office: Mention | None
    rule: str
    places: tuple[Mention, ...] = ()
    status: str = ""
